"""Poses acts are made of: arms by what they mean, and bodies that hold them.

Places are in half sizes of head or body; they were found by looking at the first design and hold for others, since a
hand at a head stays at the head however large it is.
"""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character.acting import Arm, Hand, Layer, Legs, Part, Pose


def at_head(out: float, down: float, hand: Hand = Hand.RELAXED, *, bend: float = 0.6, turn: float = 0.0) -> Arm:
    """An arm with its hand on the head, before it."""
    return Arm((out, down), Part.HEAD, bend, hand, turn, Layer.FRONT)


def beside_head(out: float, down: float, hand: Hand = Hand.OPEN, *, bend: float = 0.4, turn: float = 0.0) -> Arm:
    """An arm with its hand beside or above the head."""
    return Arm((out, down), Part.HEAD, bend, hand, turn, Layer.BESIDE)


def on_body(out: float, down: float, hand: Hand = Hand.RELAXED, *, bend: float = 0.7, turn: float = 0.0) -> Arm:
    """An arm with its hand on the body."""
    return Arm((out, down), Part.BODY, bend, hand, turn, Layer.FRONT)


def from_body(out: float, down: float, hand: Hand = Hand.RELAXED, *, bend: float = 0.3, turn: float = 0.0) -> Arm:
    """An arm held away from the body."""
    return Arm((out, down), Part.BODY, bend, hand, turn, Layer.BESIDE)


HANGING = Arm()
LIMP = from_body(0.9, 0.95, bend=-0.1)
UP = beside_head(1.12, -0.62)
HIGH = beside_head(0.95, -1.05)
HELLO = beside_head(1.24, -0.12)
HIP = on_body(0.92, 0.3, Hand.FIST, bend=1.0)
CHEST = on_body(0.22, -0.15)
BELLY = on_body(0.34, 0.3)
CROSSED = on_body(-0.12, 0.02, bend=0.9)
BEHIND_BACK = Arm((0.3, 0.4), Part.BODY, 0.9, Hand.RELAXED, 0.0, Layer.BEHIND)
NAPE = Arm((0.98, -0.52), Part.HEAD, 1.0, Hand.RELAXED, 0.0, Layer.BEHIND)
CHEEK = at_head(0.72, 0.52, Hand.OPEN)
MOUTH = at_head(0.16, 0.72, Hand.OPEN)
CHIN = at_head(0.2, 0.86, Hand.RELAXED)
TEMPLE = at_head(0.8, -0.42, Hand.OPEN, bend=0.9)
EYE = at_head(0.4, 0.2, Hand.FIST)
SHRUG = from_body(1.75, -0.2, Hand.OPEN, bend=0.5, turn=30)
OUT = from_body(1.95, -0.35, Hand.OPEN, bend=0.1)
FIST_UP = beside_head(1.2, -0.3, Hand.FIST, bend=0.9)
THUMB_UP = beside_head(1.34, 0.5, Hand.THUMB, bend=0.7)
STOP_SIGN = beside_head(1.3, 0.4, Hand.STOP, bend=0.6)
POINTING = beside_head(1.2, 0.75, Hand.POINT, bend=0.2)
POINT_UP = beside_head(1.18, -0.2, Hand.POINT, bend=0.6)
PRAYING = on_body(0.1, -0.32, Hand.PRAY, bend=0.8)


def both(arm: Arm, **body: object) -> Pose:
    """Both arms alike."""
    return replace(Pose(left=arm, right=arm), **body)  # type: ignore[arg-type]


def one(left: Arm, right: Arm = HANGING, **body: object) -> Pose:
    """The character's left arm, on the picture's right, does something; the right one hangs unless told."""
    return replace(Pose(left=left, right=right), **body)  # type: ignore[arg-type]


def seated(pose: Pose) -> Pose:
    """The same, sitting."""
    return replace(pose, legs=Legs.SIT)
