"""How marks move within one cycle: pure functions of the phase, whole again at its end.

At phase 0 every mark is at its place and of full size, since a still is drawn there.
"""

from __future__ import annotations

import math


def swing(phase: float) -> float:
    """A swing in [-1, 1], 0 at phase 0.

    >>> swing(0.0), round(swing(0.25), 6)
    (0.0, 1.0)
    """
    return math.sin(2 * math.pi * phase)


def pulse(phase: float, depth: float, *, beats: int = 2) -> float:
    """A size around 1, 1 at phase 0, ``depth`` smaller or larger on the way.

    >>> pulse(0.0, 0.2), pulse(0.125, 0.2)
    (1.0, 1.2)
    """
    return 1.0 + depth * math.sin(2 * math.pi * beats * phase)


def reborn(phase: float) -> tuple[float, float]:
    """Travel in [0, 1] and size in [0, 1.15] of what runs off, vanishes, and pops up again where it started.

    >>> reborn(0.0)
    (0.0, 1.0)
    >>> reborn(0.74)[1] < 0.1
    True
    """
    if phase < 0.55:
        return (phase / 0.55) ** 1.5, 1.0
    if phase < 0.75:
        return 1.0, 1.0 - (phase - 0.55) / 0.2
    return 0.0, popped((phase - 0.75) / 0.25)


def popped(share: float) -> float:
    """Size of what pops in: nothing, a little too large, right.

    >>> popped(0.0), round(popped(1.0), 6), popped(0.6) > 1.1
    (0.0, 1.0, True)
    """
    if share <= 0.6:
        return 1.15 * share / 0.6
    return 1.15 - 0.15 * (share - 0.6) / 0.4


def step(phase: float, count: int) -> int:
    """Which of ``count`` drawings is shown: what jumps instead of gliding.

    >>> step(0.0, 3), step(0.99, 3)
    (0, 2)
    """
    return int(phase * count) % count
