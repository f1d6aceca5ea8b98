"""Told deeds: what a tale says somebody does, where no moment of a messenger shows it.

A deed takes the place of the messenger's moment of its name: 안아줘 asks for a hug with open arms, 껴안았다 is one.
What is done to another goes to the character's left, the picture's right; who faces the other way is mirrored.
Poses were found by looking at them on chibi, rabbit, fox and bear. A deed's face is what it cannot do without, shut
lids in sleep; it comes over whatever is felt, of drawn actors, photos and 3D heads alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Arm, Hand, Layer, Legs, Mark, Part, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, play
from pyojeong.performing.character.acts.faces import rest
from pyojeong.performing.character.acts.stances import (
    BELLY,
    CHEST,
    HELLO,
    LIMP,
    OUT,
    PRAYING,
    TEMPLE,
    at_head,
    beside_head,
    both,
    from_body,
    on_body,
    one,
)
from pyojeong.performing.character.motion import Channel, Motion
from pyojeong.rig.expression import HEAD_KEYS, Expression

_LOOK_AROUND = Motion(
    "look-around", (motions.swinging(Channel.TURN_X, 0.7, 1), motions.swinging(Channel.HEAD_X, 0.06, 1)), blinks=(0.5,)
)
_STROKE = Motion("stroke", (motions.bobbing(Channel.LEFT_OUT, 0.25, 3), motions.bobbing(Channel.SQUASH, -0.015, 3)))
_KNOCK = Motion("knock", (motions.bobbing(Channel.LEFT_OUT, -0.3, 3), motions.bobbing(Channel.SQUASH, -0.02, 3)))
_STEP = Motion("step", (motions.bobbing(Channel.SQUASH, -0.03, 2), motions.swinging(Channel.LEAN, 2.5, 1)))
_LEAP = Motion("leap", motions.JUMP.tracks)

_NEAR = Arm((1.5, -0.05), Part.BODY, 0.5, Hand.OPEN, 0.0, Layer.FRONT)
_FAR = Arm((-0.85, 0.05), Part.BODY, 0.8, Hand.OPEN, 0.0, Layer.FRONT)
"""Arms to the picture's right at the height of the chest: the near one before the body, the far one across it."""
_FISTS = from_body(1.3, -0.05, Hand.FIST, bend=0.9), from_body(1.15, 0.3, Hand.FIST, bend=0.9)
_PALMS_DOWN = from_body(1.35, 0.75, Hand.OPEN)
_SHOUTING = at_head(0.8, 0.86, Hand.OPEN)
_LAUGHS_PER_SECOND = 2.9
"""As the body's: five in a cycle of `motions.LAUGH`."""


def _deed(name: str, korean: str, pose: Pose, motion: Motion, *marks: Mark, seconds: float = 1.7, **face: float) -> Act:
    """A deed; what is felt meanwhile is the line's own."""
    return Act(name, korean, name, Emotion.NEUTRAL, 0.5, play(rest(**face), pose, *marks), motion, seconds)


def _with_others() -> tuple[Act, ...]:
    """Deeds done to somebody or with somebody."""
    towards = Pose(_NEAR, _FAR, turn=(0.3, 0.05))
    cradling = both(on_body(-0.3, 0.1, bend=0.9), turn=(0.0, 0.25))
    patting = one(from_body(2.1, -0.85, turn=20), lean_degrees=5, turn=(0.3, 0.1))
    whispering = one(at_head(0.72, 0.8, Hand.OPEN), turn=(0.35, 0.05), lean_degrees=5)
    kneeling = both(on_body(0.45, 0.55), legs=Legs.KNEEL, turn=(0.0, 0.2))
    begging = both(PRAYING, legs=Legs.KNEEL, turn=(0.1, -0.2), ears=-0.6)
    return (
        _deed(
            "hug", "안다", replace(towards, lean_degrees=6), motions.DRIFT, seconds=2.4, eyeBlink=1.0, mouthSmile=0.3
        ),
        _deed("cradle", "품에 안다", cradling, motions.DRIFT, seconds=2.4, eyeLookDown=0.5, headPitch=-6),
        _deed("pat", "쓰다듬다", patting, _STROKE),
        _deed("hold-hands", "손을 잡다", one(from_body(1.75, 0.35), turn=(0.15, 0.0)), motions.DRIFT, seconds=2.4),
        _deed("offer", "건네다", replace(towards, lean_degrees=3), motions.PUSH),
        _deed(
            "bow", "고개를 숙이다", both(LIMP, bow=0.45, turn=(0.0, 0.35)), motions.BREATHE, headPitch=-18, eyeBlink=0.8
        ),
        _deed("kneel", "무릎을 꿇다", kneeling, motions.BREATHE, headPitch=-8),
        _deed("begging", "빌다", begging, motions.TREMBLE, Mark.TEAR),
        _deed("nod", "끄덕이다", Pose(), motions.NOD),
        _deed("shake-head", "고개를 젓다", Pose(), motions.SHAKE_HEAD),
        _deed("wave", "손을 흔들다", one(HELLO), motions.WAVE),
        _deed("whisper", "속삭이다", whispering, motions.DRIFT),
        _deed("shout", "소리치다", both(_SHOUTING, turn=(0.0, -0.15)), motions.PUSH, jawOpen=0.6),
    )


def _on_the_way() -> tuple[Act, ...]:
    """Deeds of legs and eyes."""
    running = one(*_FISTS, legs=Legs.WALK, lean_degrees=11, ears=-0.4)
    hiding = both(at_head(0.5, 0.5), legs=Legs.SIT, squash=0.9, ears=-1.0, bow=0.2)
    knocking = one(from_body(1.75, -0.5, Hand.FIST, bend=0.6), lean_degrees=4, turn=(0.3, 0.0))
    picking = one(from_body(1.15, 1.1), LIMP, bow=0.5, lean_degrees=8, turn=(0.2, 0.4))
    pointing = one(from_body(1.95, -0.75, Hand.POINT, bend=0.1), turn=(0.3, -0.2))
    return (
        _deed("walk", "걷다", one(from_body(1.0, 0.55), LIMP, legs=Legs.WALK, lean_degrees=4), _STEP),
        _deed("run", "달리다", running, motions.RUN, Mark.SPEED, seconds=1.1),
        _deed("leap", "뛰어오르다", both(beside_head(1.15, 0.1), legs=Legs.JUMP, lift=0.1, ears=0.6), _LEAP),
        _deed(
            "fall",
            "넘어지다",
            both(_PALMS_DOWN, legs=Legs.SIT, lean_degrees=-12),
            motions.DRIFT,
            Mark.DIZZY,
            browInnerUp=0.6,
        ),
        _deed("sit", "앉다", both(on_body(0.5, 0.6), legs=Legs.SIT), motions.BREATHE),
        _deed("hide", "숨다", hiding, motions.TREMBLE),
        _deed("point", "가리키다", pointing, motions.DRIFT, eyeLookUp=0.35),
        _deed("knock", "두드리다", knocking, _KNOCK),
        _deed("pick-up", "줍다", picking, motions.BREATHE, eyeLookDown=0.6, headPitch=-12),
        _deed("look-up", "올려다보다", Pose(turn=(0.1, -0.45)), motions.BREATHE, eyeLookUp=0.7, headPitch=9),
        _deed("look-around", "둘러보다", Pose(), _LOOK_AROUND, seconds=2.6),
    )


def _at_home() -> tuple[Act, ...]:
    """Deeds of mouths and of the night; and ailing without a bed, which no road has."""
    sleeping = Pose(legs=Legs.SIT, lean_degrees=5, ears=-0.7, turn=(0.1, 0.3))
    ailing = one(TEMPLE, BELLY, bow=0.2, lean_degrees=5, ears=-0.7)
    return (
        _deed("bite", "먹다", both(at_head(0.14, 0.84), lean_degrees=-2), motions.CHEW, cheekPuff=0.5),
        _deed("drink", "마시다", both(at_head(0.16, 0.8), turn=(0.0, -0.3)), motions.SIP, headPitch=8, eyeBlink=0.8),
        _deed(
            "sleeping",
            "자다",
            sleeping,
            motions.SLUMBER,
            Mark.SLEEP,
            seconds=2.8,
            eyeBlink=1.0,
            headPitch=-12,
            headRoll=5,
        ),
        _deed(
            "singing",
            "노래하다",
            one(OUT, CHEST, lean_degrees=-4, turn=(0.0, -0.2)),
            motions.SWAY,
            Mark.NOTE,
            jawOpen=0.45,
        ),
        _deed("sick", "아프다", ailing, motions.SHRINK, Mark.PALE, Mark.SWEAT, eyeSquint=0.6, browInnerUp=0.6),
    )


DEEDS: Mapping[str, Act] = MappingProxyType({act.name: act for act in (*_with_others(), *_on_the_way(), *_at_home())})
"""Every deed by name."""
TOUCHING = frozenset({"hug", "hold-hands", "pat", "whisper"})
"""Deeds for which two stand near each other."""
LASTING = frozenset({"run", "walk", "leap", "pat"})
"""Deeds that go on as long as they are told; of all others the pose is held."""
MUTUAL = frozenset({"hug", "hold-hands"})
"""Deeds that the other does, too."""
_FACES: Mapping[str, Expression] = MappingProxyType(
    {
        **{name: act.key.expression for name, act in DEEDS.items()},
        "laugh": rest(jawOpen=0.6, cheekSquint=0.6),
        "giggle": rest(cheekSquint=0.7, eyeSquint=0.5),
        "sob": rest(eyeBlink=0.9, jawOpen=0.4),
        "praying": rest(eyeBlink=1.0),
    }
)
"""What an act's face cannot do without: of every deed, and of the moments a tale tells."""


def over(felt: Expression, act: str, *, share: float, since: float) -> Expression:
    """The felt face with what ``act`` asks of it, ``share`` of the way into it; who laughs laughs in bursts.

    >>> over(Expression({"jawOpen": 0.2}), "sleeping", share=1.0, since=2.0).to_dict()["eyeBlinkLeft"]
    1.0
    """
    asked = _FACES.get(act)
    if asked is None or share <= 0.0:
        return felt
    values = felt.to_dict()
    burst = 0.6 + 0.4 * math.sin(2 * math.pi * _LAUGHS_PER_SECOND * since) if act == "laugh" else 1.0
    for name, value in asked.to_dict().items():
        by = min(1.0, share) * value
        if name in HEAD_KEYS:
            values[name] = values.get(name, 0.0) + by
        else:
            values[name] = max(values.get(name, 0.0), by * (burst if name == "jawOpen" else 1.0))
    return Expression.nearest(values)
