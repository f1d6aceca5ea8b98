"""A peeled chestnut in its shell: round, sociable, with a sprout that shows what it feels before its face does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.mascot_gags import GAGS, gag_figure
from pyojeong.performing.character.designs.mascot_parts import build, dress
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import InkPen, Pen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import CLOTHES, EARS, GLASSES, HATS, TAILS, some

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.85, 1.12, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.85, 1.12, 1.0),
        Slider("tip", "머리 뾰족함", "Pointed head", 0.0, 1.0, 0.5),
        Slider("cheeks", "볼살", "Full cheeks", 0.0, 1.0, 0.4),
        Slider("belly", "몸집", "Size of the body", 0.85, 1.2, 1.0),
        Slider("limbs", "팔다리 굵기", "Thickness of limbs", 0.75, 1.25, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.75, 1.35, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.8, 1.2, 1.0),
        Slider("mouth", "입 크기", "Size of the mouth", 0.75, 1.3, 1.0),
        Slider("hat-size", "머리 장식 크기", "Size of what is on the head", 0.7, 1.4, 1.0),
    ),
    swatches=(
        Swatch("shell", "껍질", "Shell", "#a8623c", ("#7d4330", "#d08b52", "#6f8055", "#8d7bb5", "#d98a9c")),
        Swatch("flesh", "속살", "Flesh", "#ffe9b8", ("#fff3df", "#f6d6a8", "#ffe0d8", "#e9f0cf")),
        Swatch("body", "몸", "Body", "#e2b27a", ("#f1cfa0", "#c99462", "#f0b8a4", "#b9c48a")),
        Swatch("hat-colour", "머리 장식", "On the head", "#7fc25c", ("#4fae8a", "#f2b134", "#e8788a", "#8fb7ea")),
        Swatch("clothes-colour", "옷", "Clothes", "#6f9fe0", ("#e8788a", "#58b09c", "#f2b134", "#8d7bb5")),
        Swatch("blush", "볼", "Cheeks", "#ff9a82", ("#ff7aa2", "#f4a259", "#e58fd0")),
        Swatch("ink", "선", "Lines", "#47291d", ("#3a2a4a", "#22323f", "#1d1d22")),
    ),
    choices=(
        Choice("hat", "머리 장식", "On the head", some(HATS, "sprout", "none", *(o.name for o in HATS[2:]))),
        Choice("ears", "귀", "Ears", EARS),
        Choice("tail", "꼬리", "Tail", TAILS),
        Choice("glasses", "안경", "Glasses", GLASSES),
        Choice("clothes", "옷", "Clothes", CLOTHES),
        Choice(
            "hem",
            "껍질 모양",
            "How far the shell comes down",
            (
                Option("wave", "물결", "Wave"),
                Option("fringe", "앞머리", "Fringe"),
                Option("jagged", "깨진 껍질", "Cracked"),
                Option("hood", "두건", "Hood"),
                Option("bald", "알밤", "Peeled"),
            ),
        ),
    ),
)


class Mascot(Design):
    """The chestnut."""

    name = "mascot"
    korean = "밤톨"
    english = "Chestnut"
    about = (
        "정이 많고 겁도 많아서 무슨 일이든 온몸으로 놀라고 온몸으로 기뻐합니다.",
        "Warm and easily startled: it is surprised and glad with its whole body.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, str] = MappingProxyType(
        {
            "hot": "puddle",
            "hurry": "roll",
            "rolling": "roll",
            "exhausted": "pancake",
            "full": "inflate",
            "sulk": "burr",
            "scared": "burr",
            "shocked": "split",
            "cold": "roasted",
        }
    )
    """Moments that are one of its gags."""

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Even brown lines."""
        return InkPen(choices.colour("ink"), 6.5)

    def temper(self, acting: Acting) -> Acting:
        """With its whole body: the sprout goes with the brows, gladness makes it taller and fright rounder."""
        face, pose = acting.expression, acting.pose
        lifted = max(face["browInnerUp"], face["browOuterUpLeft"], face["browOuterUpRight"])
        glad = (face["mouthSmileLeft"] + face["mouthSmileRight"]) / 2
        down = max(face["mouthFrownLeft"], face["mouthFrownRight"], face["browDownLeft"]) - glad
        startled = min(lifted, max(face["eyeWideLeft"], face["eyeWideRight"]))
        ears_ = pose.ears or max(-1.0, min(1.0, 0.5 * glad + 1.1 * startled - 0.9 * max(0.0, down - 0.3 * startled)))
        squash = max(0.5, min(1.6, pose.squash * (1 + 0.05 * glad + 0.06 * startled - 0.06 * max(0.0, down))))
        return replace(acting, pose=replace(pose, ears=ears_, squash=squash))

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The chestnut on its feet, or one of its gags."""
        pen = self.pen(choices, seed)
        if acting.gag:
            return gag_figure(pen, choices, acting, looks)
        stood = posture(build(choices), acting)
        return assembled(pen, stood, dress(pen, choices, stood, acting, looks))


MASCOT = Mascot()
