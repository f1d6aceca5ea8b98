"""Drawn characters: parametric vector figures that perform an expression, with poses, hands and comic marks."""

from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Mark, Part, Pose, Speech
from pyojeong.performing.character.character import Character, Choices
from pyojeong.performing.character.designs import DESIGNS, choices_of, design_of
from pyojeong.performing.character.figure import CANVAS, GROUND, MARGIN, Design, Figure, Frame
from pyojeong.performing.character.props import PROPS, Prop
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.stage import Edge, draw, looks_through

__all__ = [
    "CANVAS",
    "DESIGNS",
    "GROUND",
    "MARGIN",
    "PROPS",
    "Acting",
    "Arm",
    "Character",
    "Choice",
    "Choices",
    "Design",
    "Edge",
    "Figure",
    "Frame",
    "Hand",
    "Layer",
    "Legs",
    "Mark",
    "Option",
    "Part",
    "Pose",
    "Prop",
    "Slider",
    "Space",
    "Speech",
    "Swatch",
    "choices_of",
    "design_of",
    "draw",
    "looks_through",
]
