"""A tiger in ink: sits like a statue, remembers that it is the king of the mountain, and is flustered by anything."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.inkbrush_acts import OWN_ACTS
from pyojeong.performing.character.designs.inkbrush_parts import MANES, MARKINGS, SEALS, build, dress
from pyojeong.performing.character.designs.inkbrush_scenes import DRAWN, GAGS
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Pen
from pyojeong.performing.character.pens_hand import BrushPen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, HATS, some
from pyojeong.rig.expression import Expression, mix

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.86, 1.10, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.86, 1.12, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.72, 1.30, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.82, 1.20, 1.0),
        Slider("mouth", "입 크기", "Size of the mouth", 0.75, 1.30, 1.0),
        Slider("ears", "귀 크기", "Size of the ears", 0.70, 1.50, 1.0),
        Slider("tufts", "볼 갈기", "Tufts at the cheeks", 0.0, 1.5, 0.8),
        Slider("stripe-length", "줄무늬 길이", "Length of the stripes", 0.5, 1.7, 1.0),
        Slider("whiskers", "수염 길이", "Length of the whiskers", 0.5, 1.6, 1.0),
        Slider("bulk", "몸집", "Size of the body", 0.82, 1.16, 1.0),
        Slider("limbs", "다리 굵기", "Thickness of limbs", 0.78, 1.2, 1.0),
        Slider("tail", "꼬리 길이", "Length of the tail", 0.6, 1.2, 1.0),
        Slider("brush", "붓 굵기", "Thickness of the brush", 5.0, 10.0, 7.2),
        Slider("wash", "먹 번짐", "How much wash", 0.0, 0.5, 0.20),
    ),
    swatches=(
        Swatch("coat", "털", "Coat", "#fbf7ec", ("#f2c078", "#e9e4da", "#f6d9b0", "#d9e3ea", "#f3d6d0")),
        Swatch("stripes", "줄무늬", "Stripes", "#2a2724", ("#5a3a24", "#27375c", "#6b2a2a", "#3d4a3a")),
        Swatch("eyes-colour", "눈", "Eyes", "#f6d778", ("#ffffff", "#bfe0b0", "#f3b46a", "#b9d8ee")),
        Swatch("seal-colour", "낙관", "Seal", "#c8322b", ("#b0552a", "#2f5d8a", "#3f6b45", "#7a3d8a")),
        Swatch("blush", "볼", "Cheeks", "#e8897f", ("#e8a24f", "#d77fa8", "#c98a6a")),
        Swatch("neck-colour", "목 장식", "Around the neck", "#c8322b", ("#2f5d8a", "#3f6b45", "#d9a441", "#6a4a8a")),
        Swatch("hat-colour", "머리 장식", "On the head", "#d9a441", ("#c8322b", "#3f6b45", "#2f5d8a")),
        Swatch("ink", "먹", "Ink", "#262320", ("#3a2a20", "#22304a", "#4a2026", "#2a3a2e")),
    ),
    choices=(
        Choice("marking", "이마 무늬", "On the forehead", MARKINGS),
        Choice("mane", "얼굴 털", "Fur of the face", MANES),
        Choice("seal", "낙관", "Seal", SEALS),
        Choice(
            "neck",
            "목 장식",
            "Around the neck",
            (
                Option("none", "없음", "None"),
                Option("cord", "방울 끈", "Cord and bell"),
                Option("scarf", "보자기", "Scarf"),
            ),
        ),
        Choice("glasses", "안경", "Glasses", some(GLASSES, "none", "round", "square", "half", "sun")),
        Choice("hat", "머리 장식", "On the head", some(HATS, "none", "sprout", "flower", "ribbon", "beret", "crown")),
    ),
)
_COMPOSED_BELOW = 0.72
"""Strongest movement of the face under which dignity is still kept."""


class Inkbrush(Design):
    """The tiger."""

    name = "inkbrush"
    korean = "먹호랑이"
    english = "Ink tiger"
    about = (
        "산군의 체면을 차리려 애쓰지만 꼬리가 먼저 들키고, 조금만 놀라도 먹물처럼 흩어집니다.",
        "Keeps the dignity of the king of the mountain while its tail tells all; any fright scatters it like ink.",
    )
    space = SPACE
    gags = GAGS
    own_acts = OWN_ACTS

    def pen(self, choices: Choices, seed: int) -> Pen:
        """An ink brush."""
        return BrushPen(choices.colour("ink"), choices.number("brush"), seed=seed, wash=choices.number("wash"))

    def temper(self, acting: Acting) -> Acting:
        """Small feelings are kept behind a raised chin; large ones break the composure and flatten the ears."""
        if acting.gag:
            return acting
        moved = max(acting.expression.coefficients.values(), default=0.0)
        pose = acting.pose
        if moved < _COMPOSED_BELOW:
            kept = mix(
                {
                    acting.expression: 0.82,
                    Expression.nearest({"headPitch": 7.0, "eyeSquintLeft": 0.2, "eyeSquintRight": 0.2}): 1.0,
                }
            )
            taller = replace(pose, squash=min(1.6, pose.squash * 1.025), lean_degrees=0.5 * pose.lean_degrees)
            return replace(acting, expression=kept, pose=taller)
        lost = replace(pose, ears=max(-1.0, pose.ears - 0.5), lean_degrees=1.3 * pose.lean_degrees)
        return replace(acting, pose=lost)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The tiger on its haunches, or one of its gags."""
        pen = self.pen(choices, seed)
        if acting.gag:
            return DRAWN[acting.gag](Gag(pen, choices, acting, looks, build(choices)))
        stood = posture(build(choices), acting)
        return assembled(pen, stood, dress(pen, choices, stood, acting, looks))


INKBRUSH = Inkbrush()
