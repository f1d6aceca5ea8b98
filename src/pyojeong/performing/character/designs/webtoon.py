"""A dry office worker in a flat comic: three heads tall, half-shut eyes, few words and fewer gestures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import pi, sin
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Mark, Part, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, play
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.stances import BEHIND_BACK, CROSSED, HANGING, TEMPLE, at_head, both, one
from pyojeong.performing.character.acts.temper import Temper
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.person import person_dress
from pyojeong.performing.character.designs.person_space import person_space
from pyojeong.performing.character.designs.webtoon_gags import GAGS, gag_figure
from pyojeong.performing.character.designs.webtoon_parts import WIDTH, build, coloured
from pyojeong.performing.character.designs.webtoon_pen import CelPen
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.motion import Motion
from pyojeong.performing.character.pens import Pen
from pyojeong.performing.character.wear.people import Tone
from pyojeong.rig.expression import Expression

_LIDS = {"eyeBlink": 0.08, "eyeSquint": 0.22}
"""How far the lids hang while nothing pulls the eyes open; what the face does comes on top of it."""
_STARTLED = 0.3
"""Widening that lifts them wholly."""
_E, _M = Emotion, Mark


def _act(name: str, korean: str, english: str, emotion: Emotion, key: Acting, motion: Motion, *tags: str) -> Act:
    return Act(name, korean, english, emotion, 1.0 if name.endswith("strong") else 0.4, key, motion, tags=tags)


OWN_ACTS: Mapping[str, Act | str] = MappingProxyType(
    {
        "joy": _act(
            "joy",
            "기쁨",
            "content",
            _E.JOY,
            play(
                rest(mouthSmile=0.75, cheekSquint=0.3, eyeBlink=0.9),
                one(Arm((1.55, -0.35), hand=Hand.THUMB, bend=0.7), BEHIND_BACK),
                _M.SPARKLE,
            ),
            motions.SWAY,
            "기뻐",
            "좋아",
            "만족",
        ),
        "sadness-strong": (
            _act(
                "sadness-strong",
                "펑펑 욺",
                "sobbing",
                _E.SADNESS,
                play(
                    face(_E.SADNESS, 1.0, jawOpen=0.5, mouthStretch=0.4, eyeBlink=0.95),
                    None,
                    _M.SPLASH,
                    _M.PUDDLE,
                    _M.GLOOM,
                    mouth="wail",
                ),
                motions.SOB,
                "엉엉",
                "눈물",
                "ㅠㅠ",
            ).played("desk")
        ),
        "anger": _act(
            "anger",
            "화남",
            "cross",
            _E.ANGER,
            play(
                face(_E.ANGER, 0.7, eyeWide=0.0, eyeBlink=0.2), one(CROSSED, CROSSED, turn=(0.1, 0.1)), _M.VEIN, _M.DOTS
            ),
            motions.BREATHE,
            "화나",
            "짜증",
        ),
        "joy-strong": "chair",
        "surprise-strong": "stone",
        "embarrassment-strong": "paperwork",
        "fear-strong": _act(
            "fear-strong",
            "공포",
            "terrified",
            _E.FEAR,
            play(
                face(_E.FEAR, 1.0, jawOpen=0.55, eyeWide=1.0, mouthStretch=0.8),
                both(TEMPLE, legs=Legs.KNOCK, squash=0.95),
                _M.PALE,
                _M.SHIVER,
                _M.SPLASH,
            ),
            motions.TREMBLE,
            "무서워",
            "공포",
        ),
        "fear": _act(
            "fear",
            "불안",
            "uneasy",
            _E.FEAR,
            play(
                face(_E.FEAR, 0.6, jawOpen=0.0, mouthStretch=0.5, eyeWide=0.4, eyeLookOut=0.0),
                both(at_head(0.2, 0.84, Hand.FIST), legs=Legs.KNOCK),
                _M.SWEAT,
                _M.SHIVER,
            ),
            motions.TREMBLE,
            "불안",
            "걱정",
        ),
        "surprise": _act(
            "surprise",
            "놀람",
            "surprised",
            _E.SURPRISE,
            play(
                face(_E.SURPRISE, 0.7, mouthFunnel=0.6, eyeWide=0.75),
                one(Arm((1.3, 0.1), hand=Hand.OPEN), Arm((1.2, 0.86)), lean_degrees=-7, head_shift=(0.0, -0.06)),
                _M.EXCLAIM,
            ),
            motions.PEEK,
            "어",
            "오",
        ),
        "neutral-strong": "ghost",
        "disgust-strong": _act(
            "disgust-strong",
            "질색",
            "revolted",
            _E.DISGUST,
            play(
                face(_E.DISGUST, 1.0, eyeBlink=0.95, eyeSquint=0.8, tongueOut=0.9, jawOpen=0.3),
                one(Arm((1.7, -0.35), hand=Hand.STOP), Arm((1.9, 0.1), hand=Hand.STOP), lean_degrees=-12),
                _M.GREEN,
                _M.GLOOM,
            ),
            motions.SHAKE_HEAD,
            "우웩",
            "질색",
        ),
        "tired": "desk",
        "exhausted": "soul",
        "working": "ghost",
        "busy": "paperwork",
        "off-work": "chair",
        "bored": "chair",
        "zoning-out": "ghost",
        "speechless": "stone",
        "shocked": "stone",
        "sleepy": "desk",
        "well-done-today": "soul",
        "broke": "unplugged",
        "sick": "unplugged",
        "home": "unplugged",
    }
)


class Webtoon(Design):
    """The dry one."""

    name = "webtoon"
    korean = "무표정 직장인"
    english = "Deadpan"
    about = (
        "말수도 몸짓도 아끼며 표정 없이 웃기는 직장인, 지치면 돌이 되거나 영혼이 나갑니다.",
        "Sparing with words and gestures, funny with a straight face; worn out, it turns to stone or its soul leaves.",
    )
    space = person_space(
        {
            "skin": "#f5d0b0",
            "hair-colour": "#37313a",
            "brow-colour": "#2e2830",
            "clothes-colour": "#5b7fb8",
            "second-colour": "#4a4d5e",
            "shoes": "#4a3b38",
            "iris": "#3b2c28",
            "ink": "#2b2a3d",
            "beard-colour": "#4a4048",
        },
        hair_style="side-part",
        clothes="shirt",
    )
    gags = GAGS
    own_acts = OWN_ACTS

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Thin lines that run out in points, darker on dark skin."""
        return CelPen(Tone(choices.colour("skin")).ink(choices.colour("ink")), WIDTH)

    def temper(self, acting: Acting) -> Acting:
        """Sparing: half the movement, lids at half mast, nothing leaves the ground; a gag has a soul of its own."""
        if acting.gag:
            still = replace(acting.pose, lean_degrees=0.0, shift=0.0, lift=0.0)
            marks: dict[Mark, float] = {
                mark: strength for mark, strength in acting.marks.items() if mark is not Mark.SOUL
            }
            return replace(acting, expression=_lidded(acting.expression), pose=still, marks=marks)
        spare = Temper(energy=-0.45).acted(acting)
        pose = replace(spare.pose, lean_degrees=0.6 * spare.pose.lean_degrees, ears=0.0)
        return replace(spare, expression=_lidded(_held_in(acting.expression)), pose=pose, marks=acting.marks)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The person on its feet, or one of its gags."""
        pen, sizes = self.pen(choices, seed), build(choices)
        if acting.gag:
            return gag_figure(Gag(pen, choices, acting, looks, sizes))
        energy = choices.number("energy")
        acting = Temper(energy=energy).acted(acting) if abs(energy) > 0.05 else acting
        acting = replace(acting, pose=_clear(acting.pose))
        stood = posture(sizes, acting)
        sway = 0.02 * sin(2 * pi * acting.phase)
        return assembled(
            pen, stood, person_dress(pen, choices, coloured(choices), sizes, stood, acting, looks, sway=sway)
        )


_HELD_IN = {"jawOpen": 0.62, "mouthSmileLeft": 0.78, "mouthSmileRight": 0.78}
"""Shares of movements a straight face lets through: a laugh stays a laugh, but a dry one."""


def _held_in(expression: Expression) -> Expression:
    values = expression.to_dict()
    return Expression.nearest({name: value * _HELD_IN.get(name, 1.0) for name, value in values.items()})


def _lidded(expression: Expression) -> Expression:
    """The same with heavy lids, unless it is startled, and a smile that stays below the eyes."""
    values = expression.to_dict()
    for side in ("Left", "Right"):
        calm = max(0.0, 1 - values.get("eyeWide" + side, 0.0) / _STARTLED)
        for stem, hung in _LIDS.items():
            moved = values.get(stem + side, 0.0)
            values[stem + side] = moved + calm * hung * (1 - moved)
        values["cheekSquint" + side] = 0.6 * values.get("cheekSquint" + side, 0.0)
    return Expression.nearest(values)


def _clear(pose: Pose) -> Pose:
    """Hands beside the head kept beside it: a long arm would cross a small head."""
    return replace(pose, left=_cleared(pose.left), right=_cleared(pose.right))


def _cleared(arm: Arm) -> Arm:
    if arm == HANGING or arm.part is not Part.HEAD or arm.layer is not Layer.BESIDE:
        return arm
    return replace(arm, at=(max(1.5, 1.25 * arm.at[0]), arm.at[1]))


WEBTOON = Webtoon()
