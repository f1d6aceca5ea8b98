"""Forms of lettering: how large each letter is and how it stands, as a function of its place in the line.

Lengths are in heights of a syllable, turns in degrees clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import NamedTuple


class Form(str, Enum):
    """How the letters of a caption stand."""

    PLAIN = "plain"
    ARC = "arc"
    DIP = "dip"
    SHAKE = "shake"
    BOUNCE = "bounce"
    GROW = "grow"
    SHRINK = "shrink"
    VERTICAL = "vertical"
    WAVE = "wave"
    TILTED = "tilted"
    WOBBLE = "wobble"

    @property
    def korean(self) -> str:
        """The Korean name shown to people."""
        return _KOREAN[self]


_KOREAN = dict(
    zip(
        Form,
        ("반듯", "무지개", "그릇", "부들부들", "통통", "점점 크게", "점점 작게", "세로", "물결", "기울임", "삐뚤"),
        strict=True,
    )
)


class Spot(NamedTuple):
    """Where a letter is before its form moves it: ``place`` runs from 0 to 1 along its line."""

    number: int
    place: float
    strength: float
    seed: int


class Stance(NamedTuple):
    """What the form does to one letter."""

    down: float = 0.0
    turn: float = 0.0


@lru_cache(maxsize=8192)
def dice(seed: int, number: int, what: int = 0) -> float:
    """A number in [-1, 1] that looks random and is always the same for the same arguments.

    >>> dice(1, 2) == dice(1, 2), dice(1, 2) == dice(1, 3)
    (True, False)
    """
    mixed = (seed * 0x9E3779B1 + number * 0x85EBCA77 + what * 0xC2B2AE3D + 0x27D4EB2F) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 12)) * 0x297A2D39) & 0xFFFFFFFF
    return (mixed ^ (mixed >> 15)) / 0x7FFFFFFF - 1.0


def _alternating(number: int) -> int:
    return 1 if number % 2 else -1


_SIZES: dict[Form, Callable[[Spot], float]] = {
    Form.SHAKE: lambda s: 1 + 0.13 * s.strength * dice(s.seed, s.number, 1),
    Form.BOUNCE: lambda s: 1 - 0.05 * s.strength * _alternating(s.number),
    Form.GROW: lambda s: 1 + 0.7 * s.strength * (s.place - 0.35),
    Form.SHRINK: lambda s: 1 + 0.55 * s.strength * (0.5 - s.place),
    Form.WOBBLE: lambda s: 1 + 0.1 * s.strength * dice(s.seed, s.number, 1),
}
_STANCES: dict[Form, Callable[[Spot], Stance]] = {
    Form.SHAKE: lambda s: Stance(
        0.12 * s.strength * dice(s.seed, s.number, 2),
        _alternating(s.number) * s.strength * (6 + 6 * abs(dice(s.seed, s.number, 3))),
    ),
    Form.BOUNCE: lambda s: Stance(
        0.1 * s.strength * _alternating(s.number), 6 * s.strength * _alternating(s.number + s.seed % 2)
    ),
    Form.GROW: lambda s: Stance(-0.06 * s.strength * s.place, -3 * s.strength),
    Form.SHRINK: lambda s: Stance(0.34 * s.strength * s.place**2, 13 * s.strength * s.place**1.5),
    Form.WAVE: lambda s: Stance(
        0.15 * s.strength * math.sin(2 * math.pi * (s.number / 4.5)),
        8 * s.strength * math.cos(2 * math.pi * (s.number / 4.5)),
    ),
    Form.WOBBLE: lambda s: Stance(
        0.07 * s.strength * dice(s.seed, s.number, 2), 6 * s.strength * dice(s.seed, s.number, 3)
    ),
}

TILT = -8.0
"""Degrees a tilted caption rises at full strength."""


def size_in(form: Form, spot: Spot) -> float:
    """How large the letter is, 1 being as set."""
    return _SIZES[form](spot) if form in _SIZES else 1.0


def stance_in(form: Form, spot: Spot) -> Stance:
    """How far down and how turned the letter is. Arcs and tilts are of the whole line: see `setting`."""
    return _STANCES[form](spot) if form in _STANCES else Stance()


def arc_span(count: int, strength: float) -> float:
    """Radians of the circle that a line of ``count`` letters spans: short words bend less, or they would fall over."""
    return math.radians(min(78.0, 17.0 * count)) * strength
