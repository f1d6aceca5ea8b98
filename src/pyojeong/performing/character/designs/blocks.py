"""A person of blocks: no outlines, no bends it was not asked for, very polite, and it takes every word literally."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character.acting import Acting, Arm, Layer, Part
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.blocks_acts import OWN_ACTS
from pyojeong.performing.character.designs.blocks_hair import TOPS
from pyojeong.performing.character.designs.blocks_machines import DRAWN, GAGS
from pyojeong.performing.character.designs.blocks_parts import BODIES, EYES, NOSES, build, dress
from pyojeong.performing.character.designs.blocks_shapes import HEADS
from pyojeong.performing.character.designs.person_space import HAIRS, SKINS
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import FlatPen, Pen
from pyojeong.performing.character.space import Choice, Slider, Space, Swatch
from pyojeong.performing.character.wear import CLOTHES, GLASSES, some
from pyojeong.performing.character.wear.people import BEARDS
from pyojeong.rig.expression import Expression

SPACE = Space(
    sliders=(
        Slider("face-width", "얼굴 너비", "Width of the face", 0.84, 1.14, 1.0),
        Slider("face-length", "얼굴 길이", "Length of the face", 0.84, 1.16, 1.0),
        Slider("corner", "모서리 둥글기", "How round the corners are", 0.0, 1.0, 0.45),
        Slider("eye-size", "눈 크기", "Size of the eyes", 0.7, 1.3, 1.0),
        Slider("eye-distance", "눈 사이", "Distance of the eyes", 0.8, 1.2, 1.0),
        Slider("mouth-size", "입 크기", "Size of the mouth", 0.72, 1.3, 1.0),
        Slider("ears", "귀 크기", "Size of the ears", 0.0, 1.5, 0.8),
        Slider("hair-volume", "머리 크기", "Size of what is on top", 0.7, 1.3, 1.0),
        Slider("body-width", "몸 너비", "Width of the body", 0.8, 1.3, 1.0),
        Slider("body-length", "몸 길이", "Length of the body", 0.8, 1.25, 1.0),
        Slider("legs", "다리 길이", "Length of the legs", 0.6, 1.5, 1.0),
        Slider("limbs", "팔다리 굵기", "Thickness of limbs", 0.7, 1.35, 1.0),
        Slider("shade", "그림자 진하기", "Depth of the shade", 0.0, 0.36, 0.16),
    ),
    swatches=(
        Swatch("skin", "얼굴", "Face", "#ffad8f", ("#ffc145", "#7bd3c0", "#a9c8f5", *SKINS)),
        Swatch("clothes-colour", "몸", "Body", "#2f5d9b", ("#ff5a5f", "#1f9e8f", "#f2542d", "#8e6ac0")),
        Swatch("second-colour", "옷 장식", "On the body", "#f7f3e3", ("#ffc145", "#2d3047", "#ff5a5f")),
        Swatch("limbs-colour", "팔다리", "Limbs", "#f4b942", ("#ff5a5f", "#2d3a5c", "#5b3e78", "#0f6b5f")),
        Swatch("shoes", "발·안테나", "Feet and antenna", "#e4472e", ("#ffc145", "#2d3047", "#58b09c", "#f7f3e3")),
        Swatch("hair-colour", "머리색", "Hair", "#2d3047", HAIRS),
        Swatch("brow-colour", "눈썹", "Brows", "#2d3047", HAIRS[:7]),
        Swatch("beard-colour", "수염", "Beard", "#2d3047", HAIRS[:8]),
        Swatch("glasses-colour", "안경", "Glasses", "#2d3047", ("#ff5a5f", "#1f9e8f", "#f7f3e3")),
        Swatch("blush", "볼", "Cheeks", "#ff7f50", ("#ff5a8a", "#e8a24f", "#b36ae2")),
        Swatch("ink", "선", "Lines", "#2d3047", ("#3a2340", "#12394a", "#3f2a1d")),
    ),
    choices=(
        Choice("head", "얼굴형", "Head", HEADS),
        Choice("hair-style", "머리", "On top", TOPS),
        Choice("body", "몸", "Body", BODIES),
        Choice("eyes", "눈", "Eyes", EYES),
        Choice("nose", "코", "Nose", NOSES),
        Choice("glasses", "안경", "Glasses", GLASSES),
        Choice("beard", "수염", "Beard", BEARDS),
        Choice(
            "clothes", "옷", "Clothes", some(CLOTHES, "none", "tee", "tie", "bow-tie", "overalls", "apron", "hanbok")
        ),
    ),
)
STEPS = 6
"""In how many equal steps a movement of the face goes from nothing to all: a poster has no halftones."""
_LEAN, _ROLL, _TURN = 6.0, 7.5, 0.2
"""Steps of lean and roll in degrees, and of a turn."""
_BESIDE = 1.30
"""How far out hands beside the head are, in its half sizes: corners would hide what a round head leaves free."""


class Blocks(Design):
    """The block person."""

    name = "blocks"
    korean = "네모 씨"
    english = "Mr. Block"
    about = (
        "정확하고 예의 바르며 모든 말을 곧이곧대로 듣습니다. 감정도 눈금에 맞춰 느끼고, 넘치면 부품이 분리됩니다.",
        "Precise, polite and literal: it feels in exact steps, and comes apart when there is too much of it.",
    )
    space = SPACE
    gags = GAGS
    own_acts = OWN_ACTS

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Two flat tones."""
        return FlatPen(choices.colour("ink"), 7.0, shade=choices.number("shade"))

    def temper(self, acting: Acting) -> Acting:
        """Everything in exact steps: blocks do not squash, their head rises or sinks instead; elbows are straight."""
        pose, face = acting.pose, acting.expression
        values = {name: round(STEPS * value) / STEPS for name, value in face.coefficients.items()}
        turned = {"headYaw": face.yaw_degrees, "headPitch": face.pitch_degrees}
        roll = _ROLL * round(face.roll_degrees / _ROLL)
        exact = Expression.nearest({**values, **turned, "headRoll": roll, "blush": round(STEPS * face.blush) / STEPS})
        if acting.gag:
            return replace(acting, expression=exact)
        shift = pose.head_shift[0], pose.head_shift[1] - 1.1 * (pose.squash - 1)
        pose = replace(
            pose,
            squash=1.0,
            lean_degrees=_LEAN * round(pose.lean_degrees / _LEAN),
            turn=(_TURN * round(pose.turn[0] / _TURN), _TURN * round(pose.turn[1] / _TURN)),
            head_shift=shift,
            left=_straight(pose.left),
            right=_straight(pose.right),
        )
        return replace(acting, expression=exact, pose=pose)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The block person at attention, or one of its gags."""
        pen = self.pen(choices, seed)
        if acting.gag:
            return DRAWN[acting.gag](Gag(pen, choices, acting, looks, build(choices)))
        stood = posture(build(choices), acting)
        return assembled(pen, stood, dress(pen, choices, stood, acting, looks))


def _straight(arm: Arm) -> Arm:
    """Nearly straight arms are straight, nearly bent ones at their full angle; one asked for nothing stays so."""
    if arm == Arm():
        return arm
    if arm.part is Part.HEAD and arm.layer is Layer.BESIDE:
        arm = replace(arm, at=(max(arm.at[0], _BESIDE), arm.at[1]))
    return replace(arm, bend=0.0 if abs(arm.bend) < 0.5 else (1.0 if arm.bend > 0 else -1.0))


BLOCKS = Blocks()
