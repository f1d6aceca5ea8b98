"""The fox's sizes, its face's places, and the moment it is drawn from."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import lines
from pyojeong.performing.character.acting import Acting, Arm, Part
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.fox_paper import CutPaper
from pyojeong.performing.character.face import (
    Brows,
    Cheeks,
    Eyes,
    FacePlaces,
    FaceStyle,
    Teeth,
)
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.layout import Layout, places
from pyojeong.performing.character.looks import Looks, Mouth


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What a moment of the fox is drawn from."""

    pen: CutPaper
    choices: Choices
    acting: Acting
    looks: Looks

    def colour(self, name: str) -> str:
        """One of its swatches."""
        return self.choices.colour(name)

    def swing(self, cycles: float = 1.0) -> float:
        """A sine of the phase."""
        return math.sin(2 * math.pi * cycles * self.acting.phase)


def build(choices: Choices) -> Build:
    """Its sizes."""
    slim, tall = choices.number("slim"), choices.number("tall")
    w, h = 100 * choices.number("width"), 84 * choices.number("height")
    bh = 60.0 * tall
    middle = 336 - 30 - bh
    return Build(
        head=Frame((180.0, middle - bh * 0.92 - 0.56 * h), (w, h)),
        body=Frame((180.0, middle), (50 * slim, bh)),
        shoulder=(0.46, -0.66),
        arm=20.0,
        bones=(36.0, 34.0),
        hand=13.5 * choices.number("paws"),
        leg=19.0,
        foot=(18.0 * choices.number("paws"), 10.0 * choices.number("paws")),
        hip=0.42,
        stretch=2.3,
        rest=Arm((1.15, 0.42), Part.BODY, 0.5),
    )


def style(choices: Choices) -> FaceStyle:
    """How its face is drawn."""
    return FaceStyle(
        eyes=Eyes(choices.option("eye-kind")),
        brows=Brows.ACTIVE,
        teeth=Teeth.FANG,
        cheeks=Cheeks.ROUND,
        rest=Mouth.SMILE,
        line=0.95,
        lashes=2 if choices.option("lashes") == "two" else 0,
        blush=0.18,
        eye_colour="#2a1a22",
        iris=choices.colour("iris"),
        nose_colour="#3a2228",
        blush_colour=choices.colour("blush"),
    )


def where(choices: Choices, stood: Posture) -> FacePlaces:
    """Where its features are."""
    return places(
        stood,
        Layout(
            eyes=(0.40 * choices.number("distance"), -0.08),
            eye_radius=0.135 * choices.number("eyes"),
            brows_above=0.32,
            mouth_down=0.66,
            mouth_size=0.25,
            cheeks=(0.70, 0.30),
            cheek_size=(0.13, 0.08),
            nose_down=0.44,
        ),
    )


def mirrored(half: tuple[Point, ...], frame: Frame) -> skia.Path:
    """A sheet cut with scissors: straight from point to point, the same on both sides."""
    right = [frame.at(x, y) for x, y in half]
    left = [frame.at(-x, y) for x, y in reversed(half) if x]
    return lines(right + left, closed=True)
