"""A person scribbled on the edge of a notebook: potato head, coloured tee, bored to the bone and ashamed of nothing."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character.acting import Acting, Arm, Legs
from pyojeong.performing.character.acts.stances import HANGING, on_body
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.doodle_acts import OWN_ACTS
from pyojeong.performing.character.designs.doodle_hair import HAIR
from pyojeong.performing.character.designs.doodle_parts import BEARDS, BOTTOMS, HEAD_OPTIONS, build, dress
from pyojeong.performing.character.designs.doodle_pranks import DRAWN, GAGS
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Pen
from pyojeong.performing.character.pens_hand import WobblePen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.strokes import Hand
from pyojeong.performing.character.wear import CLOTHES, GLASSES, some
from pyojeong.rig.expression import Expression, mix

SPACE = Space(
    sliders=(
        Slider("face-width", "얼굴 너비", "Width of the head", 0.80, 1.16, 1.0),
        Slider("face-length", "얼굴 높이", "Height of the head", 0.82, 1.14, 1.0),
        Slider("eye-size", "눈 크기", "Size of the eyes", 0.7, 1.5, 1.0),
        Slider("eye-distance", "눈 사이", "Distance of the eyes", 0.75, 1.3, 1.0),
        Slider("unequal", "짝눈", "How unequal the eyes are", 0.0, 0.4, 0.13),
        Slider("mouth-size", "입 크기", "Size of the mouth", 0.7, 1.35, 1.0),
        Slider("ears", "귀 크기", "Size of the ears", 0.5, 1.8, 1.0),
        Slider("hair-volume", "머리숱", "How much hair", 0.6, 1.6, 1.0),
        Slider("torso", "몸통 길이", "Length of the body", 0.75, 1.25, 1.0),
        Slider("belly", "배 둘레", "Width of the body", 0.8, 1.5, 1.0),
        Slider("legs", "다리 길이", "Length of the legs", 0.7, 1.6, 1.0),
        Slider("limbs", "팔다리 굵기", "Thickness of limbs", 0.75, 1.6, 1.0),
        Slider("line", "펜 굵기", "Thickness of the pen", 3.8, 8.0, 5.6),
        Slider("wobble", "삐뚤빼뚤", "How careless the hand is", 0.2, 4.0, 2.0),
    ),
    swatches=(
        Swatch("skin", "피부", "Skin", "#ffffff", ("#ffe3cf", "#f2c39b", "#c98e62", "#8a5a3c", "#ffd84d", "#bfe3ff")),
        Swatch("clothes-colour", "티셔츠", "Tee", "#ffce3a", ("#ff7b6b", "#66c2a5", "#6f9fe8", "#c79bf0", "#ff9ec4")),
        Swatch("print-colour", "옷 무늬", "On the tee", "#e5484d", ("#ffffff", "#1f1d22", "#3b82f6", "#2f9e6e")),
        Swatch("hair-colour", "머리카락", "Hair", "#1f1d22", ("#5b3a29", "#a8662f", "#e2b04a", "#b23a48", "#8b8b94")),
        Swatch("beard-colour", "수염", "Beard", "#1f1d22", ("#5b3a29", "#a8662f", "#b23a48", "#8b8b94")),
        Swatch("glasses-colour", "안경", "Glasses", "#1f1d22", ("#e5484d", "#3b82f6", "#c9a24a")),
        Swatch("second-colour", "바지", "Bottoms", "#5f7fbf", ("#8c6bb1", "#3f3f46", "#e07a5f", "#7aa95c")),
        Swatch("shoes", "신발", "Shoes", "#ffffff", ("#e5484d", "#3f3f46", "#58a6ff", "#ffce3a")),
        Swatch("blush", "볼", "Cheeks", "#ff5a5f", ("#ff8fb1", "#f2853f", "#b36ae2")),
        Swatch("ink", "펜 색", "Pen", "#1f1d22", ("#27408b", "#7a1f2b", "#2d5a3d", "#4a3728")),
    ),
    choices=(
        Choice("hair-style", "머리", "Hair", HAIR),
        Choice("head", "얼굴형", "Head", HEAD_OPTIONS),
        Choice("glasses", "안경", "Glasses", GLASSES),
        Choice("beard", "수염", "Beard", BEARDS),
        Choice(
            "clothes",
            "티셔츠 무늬",
            "On the tee",
            (
                Option("plain", "무지", "Plain"),
                Option("stripes", "줄무늬", "Stripes"),
                Option("face", "얼굴 그림", "A face"),
                *some(CLOTHES, "tie", "bow-tie", "overalls", "apron", "scarf", "hanbok"),
            ),
        ),
        Choice("bottom", "바지", "Bottoms", BOTTOMS),
    ),
)
_SCRATCHING = on_body(0.42, 0.42, bend=1.0)
"""What its free hand does while the other one works."""
_BORED_BELOW = 0.30
"""Strongest movement of brows, eyes and mouth under which nothing is worth opening the eyes for."""


class Doodle(Design):
    """The scribbled person."""

    name = "doodle"
    korean = "낙서 인간"
    english = "Doodle"
    about = (
        "만사가 귀찮고 부끄러움을 모릅니다. 시시하면 하품하고, 일단 느끼면 종이가 찢어질 만큼 과장합니다.",
        "Bored by everything and ashamed of nothing; when it does feel, it overdoes it until the paper tears.",
    )
    space = SPACE
    gags = GAGS
    own_acts = OWN_ACTS

    def pen(self, choices: Choices, seed: int) -> Pen:
        """A felt pen in a careless hand."""
        return _pen(choices, seed, 0)

    def temper(self, acting: Acting) -> Acting:
        """Lids half down when little happens, everything overdone when much does, the free hand on the belly."""
        if acting.gag:
            return acting
        moved = _strength(acting.expression)
        pose = acting.pose
        if moved < _BORED_BELOW and acting.eyes is None:
            bored = Expression.nearest(dict(eyeBlinkLeft=0.34, eyeBlinkRight=0.34, mouthLeft=0.5))
            expression = mix({acting.expression: 1.0, bored: 1 - moved / _BORED_BELOW})
        else:
            expression = mix({acting.expression: 1.0 + 0.22 * moved})
        squash = max(0.5, min(1.6, 1 + 1.7 * (pose.squash - 1)))
        if pose.right == HANGING and pose.left != HANGING and pose.legs is not Legs.LIE and not pose.prop:
            pose = replace(pose, right=_SCRATCHING)
        lean = pose.lean_degrees * 1.4 - (3.0 if _slouches(pose.left, pose.right) else 0.0)
        return replace(acting, expression=expression, pose=replace(pose, squash=squash, lean_degrees=lean))

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The person on its feet, or one of its gags; drawn anew eight times a cycle, so that lines boil."""
        pen = _pen(choices, seed, int(8 * acting.phase))
        if acting.gag:
            return DRAWN[acting.gag](Gag(pen, choices, acting, looks, build(choices)), seed)
        stood = posture(build(choices), acting)
        return assembled(pen, stood, dress(pen, choices, stood, acting, looks, seed=seed))


def _pen(choices: Choices, seed: int, boil: int) -> WobblePen:
    wobble = choices.number("wobble")
    hand = Hand(sway=wobble, swell=0.10 + 0.05 * wobble, taper=0.4, overshoot=4 + 2.5 * wobble, step=8.0)
    return WobblePen(choices.colour("ink"), choices.number("line"), seed=seed, boil=boil, hand=hand)


def _strength(expression: Expression) -> float:
    """The strongest movement of the face."""
    return max(expression.coefficients.values(), default=0.0)


def _slouches(left: Arm, right: Arm) -> bool:
    """Whether it merely stands about."""
    return left == HANGING and right == HANGING


DOODLE = Doodle()
