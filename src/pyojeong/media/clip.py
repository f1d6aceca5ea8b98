"""A moving picture: frames of one size, drawn one at a time so that memory stays flat."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyojeong.media.image import Pixels


@dataclass(frozen=True, slots=True)
class Clip:
    """Frames as a pure function of their number, so any part can be drawn again.

    Attributes:
        frame: ``frame(i)`` gives frame i (uint8 H×W×3 or H×W×4, RGB or RGBA), 0 <= i < ``count``.
        count: How many frames.
        frames_per_second: Rate in frames a second.
        size_wh: Width and height of every frame in pixels.
    """

    frame: Callable[[int], Pixels]
    count: int
    frames_per_second: float
    size_wh: tuple[int, int]

    def __post_init__(self) -> None:
        if self.count < 1 or not 0 < self.frames_per_second < math.inf:
            raise ValueError(
                f"clip must have frames and a positive rate, but got {self.count} at {self.frames_per_second}"
            )
        if min(self.size_wh) < 1:
            raise ValueError(f"clip must be at least 1 px wide and high, but got {self.size_wh}")

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.count / self.frames_per_second

    def frames(self) -> Iterator[Pixels]:
        """Every frame in order, one at a time."""
        return (self.frame(i) for i in range(self.count))
