"""How long a stage of work still lasts, from how long it lasted."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

SURE = 0.03
"""Share of a stage that must be done before the rest is guessed: processes have started by then."""


class Pace:
    """Follows one stage after another.

    Args:
        clock: Seconds that only grow.

    >>> seconds = iter([0.0, 10.0, 30.0])
    >>> pace = Pace(lambda: next(seconds))
    >>> for done in (20, 20, 40):
    ...     pace.told("drawing", done, 100)
    >>> pace.left_seconds  # 20 more took 30 seconds
    90.0
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage: Hashable = None
        self._begun, self._first = 0.0, 0
        self.left_seconds: float | None = None

    def told(self, stage: Hashable, done: int, whole: int) -> None:
        """Hear how much of a stage is done."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._begun, self._first = stage, now, done
        grown = done - self._first
        sure = grown > 0 and grown >= SURE * (whole - self._first)
        self.left_seconds = (now - self._begun) * (whole - done) / grown if sure else None
