"""A small person with a large head and shining eyes: you as an emoticon, glad with all limbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import pi, sin
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Mark, Part, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, play
from pyojeong.performing.character.acts.faces import face
from pyojeong.performing.character.acts.stances import CHEEK, OUT, beside_head, both, one
from pyojeong.performing.character.acts.temper import Temper
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.chibi_gags import GAGS, gag_figure
from pyojeong.performing.character.designs.chibi_parts import MANNER, WIDTH, build
from pyojeong.performing.character.designs.person import person_dress
from pyojeong.performing.character.designs.person_space import person_space
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.motion import Motion
from pyojeong.performing.character.pens import InkPen, Pen
from pyojeong.performing.character.wear.people import Tone

HIGHEST = 0.80
"""Hands are raised no higher than this over the head's middle, in half heights: short arms look torn out."""
CLEAR = 1.42
"""Hands beside the head keep this far from its middle, in half sizes: nearer ones are lost behind the hair."""
_E, _M = Emotion, Mark


def _act(name: str, korean: str, english: str, emotion: Emotion, key: Acting, motion: Motion, *tags: str) -> Act:
    return Act(name, korean, english, emotion, 1.0 if name.endswith("strong") else 0.4, key, motion, tags=tags)


OWN_ACTS: Mapping[str, Act | str] = MappingProxyType(
    {
        "joy": _act(
            "joy",
            "기쁨",
            "glad",
            _E.JOY,
            play(
                face(_E.JOY, 0.7, jawOpen=0.4),
                one(beside_head(1.3, -0.5), Arm((1.3, 0.1), hand=Hand.FIST), legs=Legs.KICK, lean_degrees=-6),
                _M.SPARKLE,
                _M.BLUSH,
            ),
            motions.SWAY,
            "기뻐",
            "좋아",
            "행복",
        ),
        "disgust": _act(
            "disgust",
            "싫음",
            "put off",
            _E.DISGUST,
            play(
                face(_E.DISGUST, 0.6, browDown=0.7, eyeSquint=0.3, tongueOut=0.0),
                one(Arm((1.5, -0.5), hand=Hand.STOP), Arm((1.2, 0.2)), lean_degrees=-9, turn=(-0.7, 0.0)),
                _M.SCRIBBLE,
            ),
            motions.SHAKE_HEAD,
            "싫어",
            "별로",
            "으",
        ),
        "surprise": _act(
            "surprise",
            "놀람",
            "surprised",
            _E.SURPRISE,
            play(face(_E.SURPRISE, 0.6, mouthFunnel=0.5, eyeWide=0.35), both(CHEEK, legs=Legs.TIPTOE), _M.EXCLAIM),
            motions.PEEK,
            "어",
            "오",
            "놀람",
        ),
        "anger-strong": "big-head",
        "surprise-strong": "flipped",
        "embarrassment-strong": _act(
            "embarrassment-strong",
            "멘붕",
            "mortified",
            _E.EMBARRASSMENT,
            play(
                face(_E.EMBARRASSMENT, 1.0, mouthStretch=0.6, blush=1.0),
                both(CHEEK, legs=Legs.KNOCK, lean_degrees=5),
                _M.FLUSH,
                _M.STEAM,
                _M.DIZZY,
                eyes="swirl",
                mouth="wave",
            ),
            motions.SWAY,
            "멘붕",
            "창피",
        ),
        "fear-strong": "boxed",
        "neutral-strong": _act(
            "neutral-strong",
            "무념무상",
            "blank",
            _E.NEUTRAL,
            play(face(_E.NEUTRAL, 0.0, eyeBlink=0.3), both(OUT, legs=Legs.LIE), _M.DOTS, mouth="line"),
            motions.DRIFT,
            "무표정",
            "...",
        ),
        "exhausted": "melted",
        "tired": "melted",
        "bored": "rolled",
        "cold": "rolled",
        "home": "rolled",
        "love": "heart-hug",
        "big-heart": "heart-hug",
        "off-work": "rocket",
        "hurry": "rocket",
        "payday": "rocket",
        "shocked": "flipped",
        "furious": "big-head",
        "scared": "boxed",
        "embarrassed": "boxed",
    }
)


class Chibi(Design):
    """The small person."""

    name = "chibi"
    korean = "꼬마 나"
    english = "Little me"
    about = (
        "좋으면 펄쩍 뛰고 싫으면 드러눕는, 몸이 마음보다 먼저 나가는 사람입니다.",
        "Jumps for joy and lies down in protest: its body is faster than its thoughts.",
    )
    space = person_space()
    gags = GAGS
    own_acts = OWN_ACTS

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Even dark lines, darker on dark skin."""
        return InkPen(Tone(choices.colour("skin")).ink(choices.colour("ink")), WIDTH)

    def temper(self, acting: Acting) -> Acting:
        """With all limbs: every pose larger, the head thrown with it; a gag stands still and has its own wind."""
        if acting.gag:
            marks: dict[Mark, float] = {
                mark: strength for mark, strength in acting.marks.items() if mark is not Mark.SPEED
            }
            return replace(acting, pose=replace(acting.pose, lean_degrees=0.0, shift=0.0), marks=marks)
        bold = Temper(energy=0.5).acted(acting)
        thrown = 0.35 * bold.pose.lean_degrees
        moved = replace(bold.expression, roll_degrees=max(-30.0, min(30.0, bold.expression.roll_degrees + thrown)))
        return replace(bold, expression=moved, marks=acting.marks)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The person on its feet, or one of its gags."""
        pen, sizes = self.pen(choices, seed), build(choices)
        if acting.gag:
            return gag_figure(Gag(pen, choices, acting, looks, sizes))
        acting = _livelier(choices, acting)
        acting = replace(acting, pose=_clear(acting.pose))
        stood = posture(sizes, acting)
        sway = 0.05 * sin(2 * pi * acting.phase) - 0.008 * acting.pose.lean_degrees
        return assembled(pen, stood, person_dress(pen, choices, MANNER, sizes, stood, acting, looks, sway=sway))


def _livelier(choices: Choices, acting: Acting) -> Acting:
    """The same with the energy this person says it has."""
    energy = choices.number("energy")
    return Temper(energy=energy).acted(acting) if abs(energy) > 0.05 else acting


def _clear(pose: Pose) -> Pose:
    """Hands beside the head brought out of the hair."""
    return replace(pose, left=_cleared(pose.left), right=_cleared(pose.right))


def _cleared(arm: Arm) -> Arm:
    if arm.part is not Part.HEAD or arm.layer is not Layer.BESIDE:
        return arm
    out, down = arm.at[0], max(-HIGHEST, arm.at[1])
    wide = max(0.0, CLEAR**2 - down**2) ** 0.5
    return replace(arm, at=(max(out, wide), down))


CHIBI = Chibi()
