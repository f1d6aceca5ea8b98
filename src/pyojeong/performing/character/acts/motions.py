"""The motions acts are made of. Times follow the prototype's jump of 24 frames, found by looking at strips."""

from __future__ import annotations

import math

from pyojeong.performing.character.acting import Legs
from pyojeong.performing.character.motion import Channel, Motion, Switch, Track
from pyojeong.rig.timeline import Easing

C = Channel
_BEAT = tuple[float, float]


def track(channel: Channel, *beats: _BEAT, easing: Easing = Easing.EASE) -> Track:
    """A track through (phase, value), every segment eased alike.

    >>> track(Channel.LIFT, (0, 0), (0.5, 1), (1, 0)).at(0.5)
    1.0
    """
    return Track(channel, tuple((phase, float(value), easing) for phase, value in beats))


def swinging(channel: Channel, depth: float, times: int, *, lag: float = 0.0) -> Track:
    """A swing to both sides, ``times`` a cycle; ``lag`` in swings lets it follow another, starting from rest."""
    rest = 1.0 if channel in (C.SQUASH, C.MARKS) else 0.0
    count = 8 * times
    beats = [(0.0, rest)]
    for n in range(1, count):
        value = depth * math.sin(2 * math.pi * (times * n / count - lag))
        settle = min(1.0, 4 * n / count, 4 * (count - n) / count) if lag else 1.0
        beats.append((n / count, rest + value * settle))
    return track(channel, *beats, (1.0, rest), easing=Easing.LINEAR)


def bobbing(channel: Channel, depth: float, times: int) -> Track:
    """A dip to one side and back, ``times`` a cycle."""
    rest = 1.0 if channel in (C.SQUASH, C.MARKS) else 0.0
    beats = [(n / (2 * times), rest + (depth if n % 2 else 0.0)) for n in range(2 * times + 1)]
    return track(channel, *beats)


POP_MARKS = Track(
    C.MARKS,
    (
        (0, 1.0, Easing.LINEAR),
        (0.78, 1.0, Easing.LINEAR),
        (0.84, 0.0, Easing.EASE),
        (0.88, 0.0, Easing.LINEAR),
        (0.95, 1.25, Easing.EASE_OUT),
        (1, 1.0, Easing.EASE),
    ),
)
"""Marks go and pop in anew: nothing, a quarter too large, right."""

BREATHE = Motion("breathe", (swinging(C.SQUASH, 0.014, 1), swinging(C.EARS, 0.12, 1)), blinks=(0.55,))
WAVE = Motion(
    "wave",
    (
        swinging(C.LEFT_OUT, 0.16, 3),
        swinging(C.LEFT_TURN, 24, 3),
        swinging(C.ROLL, 4.5, 1),
        swinging(C.LEAN, 2.2, 1, lag=0.1),
        bobbing(C.SQUASH, -0.02, 3),
        POP_MARKS,
    ),
    blinks=(0.6,),
)
WAVE_BOTH = Motion(
    "wave-both",
    (
        swinging(C.LEFT_OUT, 0.15, 3),
        swinging(C.RIGHT_OUT, -0.15, 3),
        swinging(C.LEAN, 4.0, 3),
        bobbing(C.SQUASH, -0.04, 6),
        POP_MARKS,
    ),
)
NOD = Motion(
    "nod",
    (bobbing(C.HEAD_Y, 0.11, 2), bobbing(C.TURN_Y, 0.62, 2), bobbing(C.SQUASH, -0.025, 2), bobbing(C.EARS, -0.5, 2)),
)
SHAKE_HEAD = Motion(
    "shake-head", (swinging(C.TURN_X, 0.85, 3), swinging(C.HEAD_X, 0.05, 3), swinging(C.EARS, 0.4, 3, lag=0.15))
)
JUMP = Motion(
    "jump",
    (
        track(C.LIFT, (0, 0), (0.14, -0.16), (0.2, -0.4), (0.66, -0.4), (0.72, -0.3), (0.88, 0.02), (1, 0)),
        track(C.SQUASH, (0, 1), (0.14, 1.1), (0.22, 0.8), (0.32, 1.06), (0.4, 0.98), (0.6, 0.82), (0.72, 1.16), (1, 1)),
        track(C.TURN_Y, (0, 0), (0.14, 0.1), (0.22, 0.4), (0.32, -0.14), (0.42, 0), (0.6, 0.36), (0.74, -0.3), (1, 0)),
        track(
            C.LEFT_DOWN, (0, 0), (0.16, -0.1), (0.24, 0.7), (0.36, 0.5), (0.6, 1.0), (0.78, 0.1), (0.88, -0.1), (1, 0)
        ),
        track(
            C.RIGHT_DOWN, (0, 0), (0.16, -0.1), (0.24, 0.7), (0.36, 0.5), (0.6, 1.0), (0.78, 0.1), (0.88, -0.1), (1, 0)
        ),
        track(C.EARS, (0, 0), (0.14, 0.4), (0.22, -0.8), (0.34, 0.4), (0.45, 0), (0.6, -0.4), (0.74, -0.6), (1, 0)),
        POP_MARKS,
    ),
    switches=(Switch(0.18, 0.7, legs=Legs.STAND),),
)
SWAY = Motion(
    "sway",
    (
        swinging(C.LEAN, 5.5, 1),
        swinging(C.ROLL, -4, 1, lag=0.08),
        swinging(C.TAIL, 0.6, 2),
        bobbing(C.SQUASH, -0.03, 2),
    ),
    blinks=(0.3,),
)
TREMBLE = Motion("tremble", (swinging(C.SHIFT, 0.008, 8), swinging(C.EARS, 0.15, 4), swinging(C.SQUASH, 0.012, 4)))
SOB = Motion(
    "sob",
    (
        bobbing(C.SQUASH, -0.055, 4),
        bobbing(C.HEAD_Y, 0.045, 4),
        bobbing(C.JAW, -0.22, 4),
        swinging(C.ROLL, 4, 1),
        bobbing(C.EARS, -0.2, 4),
    ),
)
SIGH = Motion(
    "sigh",
    (
        track(C.SQUASH, (0, 1), (0.35, 0.965), (0.55, 0.965), (0.8, 1.03), (1, 1)),
        track(C.HEAD_Y, (0, 0), (0.35, 0.05), (0.55, 0.05), (0.8, -0.03), (1, 0)),
        track(C.TURN_Y, (0, 0), (0.4, 0.25), (0.6, 0.25), (0.82, -0.1), (1, 0)),
    ),
    blinks=(0.45,),
)
LAUGH = Motion(
    "laugh",
    (
        bobbing(C.SQUASH, -0.07, 5),
        bobbing(C.JAW, -0.3, 5),
        swinging(C.LEAN, 3.5, 1),
        bobbing(C.TURN_Y, -0.3, 5),
        bobbing(C.EARS, 0.5, 5),
    ),
)
ROLL_LAUGH = Motion(
    "roll-laugh",
    (swinging(C.LEAN, 13, 2), bobbing(C.SQUASH, -0.06, 6), bobbing(C.JAW, -0.3, 6), swinging(C.SHIFT, 0.03, 2)),
)
BOW = Motion(
    "bow",
    (
        track(C.BOW, (0, 0), (0.42, 0), (0.6, -1), (0.8, -1), (1, 0)),
        track(C.SQUASH, (0, 1), (0.42, 1), (0.6, 1.03), (0.8, 1.0), (0.94, 0.97), (1, 1)),
    ),
    blinks=(0.66,),
)
CLAP = Motion(
    "clap",
    (bobbing(C.LEFT_OUT, 0.42, 4), bobbing(C.RIGHT_OUT, 0.42, 4), bobbing(C.SQUASH, 0.03, 4), swinging(C.ROLL, 4, 2)),
)
SPIN = Motion(
    "spin",
    (
        track(C.TURN_X, (0, 0), (0.25, 1), (0.5, 0), (0.75, -1), (1, 0)),
        bobbing(C.LIFT, 0.05, 2),
        bobbing(C.SQUASH, 0.05, 4),
        swinging(C.LEAN, 9, 1),
    ),
    switches=(Switch(0.25, 0.75, mirrored=True),),
)
STOMP = Motion(
    "stomp",
    (
        bobbing(C.LIFT, 0.045, 4),
        bobbing(C.SQUASH, 0.05, 4),
        swinging(C.LEAN, 5, 2),
        bobbing(C.LEFT_DOWN, 0.3, 4),
        bobbing(C.RIGHT_DOWN, 0.3, 4),
    ),
)
POUND = Motion(
    "pound",
    (
        bobbing(C.LEFT_DOWN, 0.34, 3),
        bobbing(C.RIGHT_DOWN, 0.34, 3),
        bobbing(C.SQUASH, -0.035, 3),
        bobbing(C.TURN_Y, 0.3, 3),
    ),
)
PUMP = Motion(
    "pump",
    (
        bobbing(C.LEFT_DOWN, 0.45, 2),
        bobbing(C.SQUASH, -0.06, 2),
        bobbing(C.LIFT, 0.02, 2),
        bobbing(C.TURN_Y, 0.3, 2),
        POP_MARKS,
    ),
)
PUSH = Motion(
    "push",
    (
        track(C.SQUASH, (0, 1), (0.3, 1), (0.5, 0.93), (0.72, 1.05), (0.86, 0.99), (1, 1)),
        track(C.LEFT_OUT, (0, 0), (0.3, 0), (0.5, -0.3), (0.72, 0.12), (1, 0)),
        track(C.TURN_Y, (0, 0), (0.3, 0), (0.5, 0.3), (0.72, -0.2), (1, 0)),
        POP_MARKS,
    ),
    blinks=(0.46,),
)
START = Motion(
    "start",
    (
        track(C.LIFT, (0, 0), (0.12, -0.05), (0.3, -0.3), (0.8, -0.3), (0.9, 0.03), (1, 0)),
        track(C.SQUASH, (0, 1), (0.16, 0.92), (0.28, 1.03), (0.4, 1), (0.78, 0.9), (0.9, 1.13), (1, 1)),
        swinging(C.SHIFT, 0.006, 6),
        POP_MARKS,
    ),
)
HEARTBEAT = Motion(
    "heartbeat",
    (
        track(C.SQUASH, (0, 1), (0.1, 1.05), (0.22, 1), (0.32, 1.04), (0.46, 1), (1, 1)),
        swinging(C.ROLL, 5, 1),
        swinging(C.TAIL, 0.7, 3),
        POP_MARKS,
    ),
    blinks=(0.62,),
)
DOZE = Motion(
    "doze",
    (
        track(C.HEAD_Y, (0, 0), (0.5, 0.1), (0.72, 0.13), (0.8, -0.03), (1, 0)),
        track(C.TURN_Y, (0, 0), (0.5, 0.45), (0.72, 0.55), (0.8, -0.1), (1, 0)),
        track(C.ROLL, (0, 0), (0.6, 7), (0.72, 8), (0.8, -2), (1, 0)),
        swinging(C.SQUASH, 0.02, 1),
    ),
)
SLUMBER = Motion("slumber", (swinging(C.SQUASH, 0.035, 1), swinging(C.HEAD_Y, 0.02, 1), swinging(C.EARS, 0.2, 1)))
RUN = Motion(
    "run",
    (
        bobbing(C.LIFT, 0.03, 4),
        bobbing(C.SQUASH, -0.05, 4),
        swinging(C.LEAN, 2.5, 2),
        swinging(C.EARS, 0.4, 4, lag=0.1),
    ),
    switches=(Switch(0.25, 0.5, mirrored=False, legs=Legs.STAND), Switch(0.75, 1.0, legs=Legs.STAND)),
)
TYPE = Motion(
    "type",
    (swinging(C.LEFT_DOWN, 0.12, 4), swinging(C.RIGHT_DOWN, -0.12, 4), bobbing(C.HEAD_Y, 0.02, 4)),
    blinks=(0.5,),
)
CHEW = Motion(
    "chew",
    (bobbing(C.SQUASH, -0.025, 4), bobbing(C.HEAD_Y, 0.02, 4), bobbing(C.LEFT_DOWN, 0.12, 2), swinging(C.EARS, 0.3, 2)),
    switches=(Switch(0.13, 0.25, mouth="line"), Switch(0.38, 0.5, mouth="line"), Switch(0.63, 0.75, mouth="line")),
)
SIP = Motion(
    "sip",
    (
        track(C.LEFT_DOWN, (0, 0), (0.3, -0.28), (0.6, -0.28), (0.85, 0), (1, 0)),
        track(C.RIGHT_DOWN, (0, 0), (0.3, -0.28), (0.6, -0.28), (0.85, 0), (1, 0)),
        track(C.TURN_Y, (0, 0), (0.3, -0.3), (0.6, -0.3), (0.85, 0), (1, 0)),
        swinging(C.SQUASH, 0.015, 1),
    ),
)
DANCE = Motion(
    "dance",
    (
        swinging(C.LEAN, 9, 2),
        swinging(C.SHIFT, 0.035, 2),
        bobbing(C.SQUASH, -0.07, 4),
        swinging(C.ROLL, -7, 2),
        swinging(C.LEFT_DOWN, 0.3, 2),
        swinging(C.RIGHT_DOWN, -0.3, 2),
        swinging(C.TAIL, 0.8, 4),
    ),
    switches=(Switch(0.5, 1.0, mirrored=True),),
)
EXERCISE = Motion(
    "exercise",
    (
        bobbing(C.LEFT_DOWN, 0.8, 3),
        bobbing(C.RIGHT_DOWN, 0.8, 3),
        bobbing(C.SQUASH, -0.12, 3),
        bobbing(C.TURN_Y, 0.25, 3),
    ),
)
PEEK = Motion(
    "peek",
    (
        track(C.LEFT_DOWN, (0, 0), (0.4, 0), (0.52, 0.2), (0.82, 0.2), (1, 0)),
        track(C.TURN_X, (0, 0), (0.4, 0), (0.55, 0.3), (0.82, 0.3), (1, 0)),
        swinging(C.LEAN, 3, 1),
        swinging(C.SQUASH, 0.015, 2),
    ),
)
THINK = Motion(
    "think", (swinging(C.ROLL, 6, 1), swinging(C.TURN_X, 0.3, 1), bobbing(C.LEFT_DOWN, 0.05, 3)), blinks=(0.35, 0.85)
)
SHRINK = Motion(
    "shrink",
    (track(C.SQUASH, (0, 1), (0.3, 0.9), (0.6, 0.9), (1, 1)), swinging(C.SHIFT, 0.006, 6), swinging(C.ROLL, 4, 1)),
)
DRIFT = Motion("drift", (swinging(C.LEAN, 2.5, 1), swinging(C.ROLL, 3, 1), swinging(C.SQUASH, 0.012, 1)), blinks=(0.7,))
KISS = Motion(
    "kiss",
    (
        track(C.HEAD_Y, (0, 0), (0.3, -0.03), (0.5, 0.06), (0.7, 0), (1, 0)),
        track(C.SQUASH, (0, 1), (0.3, 0.96), (0.5, 1.05), (0.7, 1), (1, 1)),
        track(C.LEFT_OUT, (0, 0), (0.3, -0.1), (0.5, 0.25), (0.8, 0.1), (1, 0)),
        POP_MARKS,
    ),
)
