"""Expressions in time: keyframes with easing, natural blinks, and the arc neutral → expression → rest."""

from __future__ import annotations

import math
import random
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

from pyojeong.rig.expression import Expression

REST = Expression()

#: Seconds the lids take down, rest shut and take up again: VanderWerf, Brassinga, Reits, Aramideh & Ongerboer de Visser
#: 2003 (J. Neurophysiol. 89, 2784-2796) measured 92 ms down and 242 ms up for spontaneous blinks.
BLINK_DOWN_SECONDS, BLINK_SHUT_SECONDS, BLINK_UP_SECONDS = 0.09, 0.03, 0.24
BLINK_SECONDS = BLINK_DOWN_SECONDS + BLINK_SHUT_SECONDS + BLINK_UP_SECONDS
#: Mean seconds between blinks at rest: 17 a minute (Bentivoglio et al. 1997, Mov. Disord. 12, 1028-1034).
BLINK_INTERVAL_SECONDS = 3.5


class Easing(str, Enum):
    """How a movement gets from one key to the next."""

    LINEAR = "linear"
    EASE = "ease"
    EASE_OUT = "ease-out"
    OVERSHOOT = "overshoot"

    def __call__(self, share: float) -> float:
        """Progress at ``share`` of the way; both start at 0 and end at 1, only `OVERSHOOT` passes 1 between.

        >>> [round(easing(0.5), 3) for easing in Easing]
        [0.5, 0.5, 0.875, 1.088]
        """
        return _CURVES[self.value](min(1.0, max(0.0, share)))


def _overshoot(x: float) -> float:
    """Penner's back-out curve, overshoot 1.70158 (10 %)."""
    y = x - 1.0
    return 1.0 + 2.70158 * y**3 + 1.70158 * y**2


_CURVES: Mapping[str, Callable[[float], float]] = MappingProxyType(
    {
        "linear": lambda x: x,
        "ease": lambda x: x * x * (3.0 - 2.0 * x),
        "ease-out": lambda x: 1.0 - (1.0 - x) ** 3,
        "overshoot": _overshoot,
    }
)


@dataclass(frozen=True, slots=True)
class Key:
    """An expression reached at ``seconds``, coming from the key before by ``easing``."""

    seconds: float
    expression: Expression
    easing: Easing = Easing.EASE


@dataclass(frozen=True, slots=True)
class Timeline:
    """Keys in order of time, and the seconds at which a blink starts. ``at(t)`` is a pure function.

    >>> smile = Expression({"mouthSmileLeft": 1.0})
    >>> line = Timeline((Key(0.0, REST), Key(1.0, smile, Easing.LINEAR)))
    >>> line.at(0.25)["mouthSmileLeft"], line.at(9.0) == smile, line.seconds
    (0.25, True, 1.0)
    """

    keys: tuple[Key, ...]
    blinks: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.keys:
            raise ValueError("timeline must have at least one key, but got none")
        times = [key.seconds for key in self.keys]
        if times != sorted(times) or times[0] < 0:
            raise ValueError(f"keys must be in order from 0 on, but got seconds {times}")

    @property
    def seconds(self) -> float:
        """The last key's time."""
        return self.keys[-1].seconds

    def at(self, seconds: float) -> Expression:
        """The expression ``seconds`` after the start; before the first and after the last key those hold."""
        after = bisect_right([key.seconds for key in self.keys], seconds)
        if after == 0:
            return self._blinking(self.keys[0].expression, seconds)
        if after == len(self.keys):
            return self._blinking(self.keys[-1].expression, seconds)
        before, key = self.keys[after - 1], self.keys[after]
        share = key.easing((seconds - before.seconds) / (key.seconds - before.seconds))
        return self._blinking(between(before.expression, key.expression, share), seconds)

    def _blinking(self, expression: Expression, seconds: float) -> Expression:
        closed = max((_lid_closure(seconds - start) for start in self.blinks), default=0.0)
        if closed == 0.0:
            return expression
        lids = {name: max(expression[name], closed) for name in ("eyeBlinkLeft", "eyeBlinkRight")}
        wide = {name: expression[name] * (1.0 - closed) for name in ("eyeWideLeft", "eyeWideRight")}
        return replace(expression, coefficients={**expression.coefficients, **lids, **wide})


def between(one: Expression, other: Expression, share: float) -> Expression:
    """``one`` at share 0, ``other`` at share 1; slightly past either end is allowed and clipped.

    >>> between(REST, Expression({"jawOpen": 0.5}), 0.5)["jawOpen"]
    0.25
    """
    if one == other:
        return one
    here, there = one.to_dict(), other.to_dict()
    return Expression.nearest(
        {n: there.get(n, 0.0) * share + here.get(n, 0.0) * (1.0 - share) for n in {**here, **there}}
    )


def _lid_closure(seconds: float) -> float:
    """How far the lids are down, in [0, 1], ``seconds`` after a blink starts."""
    if not 0.0 <= seconds <= BLINK_SECONDS:
        return 0.0
    if seconds < BLINK_DOWN_SECONDS:
        return Easing.EASE(seconds / BLINK_DOWN_SECONDS)
    rising = (seconds - BLINK_DOWN_SECONDS - BLINK_SHUT_SECONDS) / BLINK_UP_SECONDS
    return 1.0 - Easing.EASE(rising)


def blink_times(
    seconds: float, *, seed: int = 0, interval_seconds: float = BLINK_INTERVAL_SECONDS
) -> tuple[float, ...]:
    """Starts of the blinks in ``seconds``, irregular as people's are, the same for the same seed.

    Gaps are log-normal around ``interval_seconds`` and never shorter than two blinks.

    >>> blink_times(10.0) == blink_times(10.0), blink_times(0.2)
    (True, ())
    """
    dice = random.Random(seed)
    starts: list[float] = []
    now = interval_seconds * dice.uniform(0.25, 0.75)
    while now + BLINK_SECONDS <= seconds:
        starts.append(round(now, 3))
        now += max(2 * BLINK_SECONDS, interval_seconds * math.exp(dice.gauss(0.0, 0.45) - 0.1))
    return tuple(starts)


def arc(
    expression: Expression,
    *,
    seconds: float = 3.0,
    start: Expression = REST,
    end: Expression = REST,
    seed: int = 0,
) -> Timeline:
    """Rest → a breath of anticipation → ``expression`` → held, alive → rest, with natural blinks.

    Onset takes .45 s and offset .7 s (spontaneous smiles rise in .4-.7 s and fall slower: Schmidt, Ambadar, Cohn & Reed
    2006, J. Nonverbal Behav. 30, 37-52), shortened together when ``seconds`` is below 2.

    Raises:
        ValueError: When ``seconds`` is below 0.5.
    """
    if not seconds >= 0.5:
        raise ValueError(f"seconds must be at least 0.5, but got {seconds!r}")
    pace = min(1.0, seconds / 2.0)
    still, onset, offset = 0.25 * pace, 0.45 * pace, 0.70 * pace
    peak, leave = still + onset, seconds - offset - 0.15 * pace
    breath = between(start, expression, 0.92)
    keys = [
        Key(0.0, start),
        Key(still, start),
        Key(peak, expression, Easing.EASE_OUT),
        Key((peak + leave) / 2, breath),
        Key(leave, expression),
        Key(leave + offset, end),
        Key(seconds, end),
    ]
    return Timeline(tuple(keys), _outside_onset(blink_times(seconds, seed=seed), still, peak))


def _outside_onset(blinks: tuple[float, ...], still: float, peak: float) -> tuple[float, ...]:
    """Blinks that do not hide the moment the expression arrives."""
    return tuple(b for b in blinks if b + BLINK_SECONDS <= still or b >= peak)
