"""A `Strip`: the frames of a short moving picture in memory, each with its own time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pyojeong.media.clip import Clip
from pyojeong.media.image import Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Frames that an encoder may look at more than once.

    Attributes:
        frames: uint8 H×W×4 RGBA each, all of one size.
        durations_ms: How long each is shown, in whole milliseconds.
        plays: How often players show all of it; 0 is for ever.
    """

    frames: tuple[Pixels, ...]
    durations_ms: tuple[int, ...]
    plays: int = 0

    def __post_init__(self) -> None:
        shapes = {frame.shape for frame in self.frames}
        if len(shapes) != 1 or len(next(iter(shapes))) != 3 or next(iter(shapes))[2] != 4:
            raise ValueError(f"frames must be H×W×4 of one size, but got {sorted(shapes)}")
        if len(self.durations_ms) != len(self.frames) or min(self.durations_ms) < 1 or self.plays < 0:
            raise ValueError(f"{len(self.frames)} frames need as many times, but got {self.durations_ms}")

    @property
    def size_wh(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.frames[0].shape[:2]
        return int(width), int(height)

    @property
    def milliseconds(self) -> int:
        """How long one play lasts."""
        return sum(self.durations_ms)

    def every(self, step: int) -> Strip:
        """Every ``step``-th frame from the first; each lasts as long as those it stands for, so the sum stays."""
        times = [sum(self.durations_ms[i : i + step]) for i in range(0, len(self.frames), step)]
        return Strip(self.frames[::step], tuple(times), self.plays)


def strip_of(
    clip: Clip, *, count: int | None = None, milliseconds: int | None = None, grain_ms: int = 1, plays: int = 0
) -> Strip:
    """``count`` frames of the clip at even distances, from its first, lasting ``milliseconds`` together.

    Args:
        clip: Drawn once a frame that is taken.
        count: At most ``clip.count``; None takes all.
        milliseconds: None keeps the clip's own length, to the nearest grain.
        grain_ms: Times are multiples of it (GIF counts in 10 ms).
        plays: See `Strip`.

    Raises:
        ValueError: When more frames are wanted than the clip has, or than the time holds.
    """
    taken = clip.count if count is None else count
    if not 1 <= taken <= clip.count:
        raise ValueError(f"1 to {clip.count} frames can be taken, but got {taken}")
    wanted = clip.seconds * 1000 if milliseconds is None else milliseconds
    frames = tuple(_rgba(clip.frame(i * clip.count // taken)) for i in range(taken))
    return Strip(frames, spread_times(round(wanted / grain_ms), taken, grain_ms), plays)


def spread_times(grains: int, count: int, grain_ms: int = 1) -> tuple[int, ...]:
    """``count`` times as even as they can be, with an exact sum of ``grains`` · ``grain_ms``.

    >>> spread_times(100, 3)
    (33, 33, 34)
    """
    if grains < count:
        raise ValueError(f"{count} frames need {count} grains of time, but got {grains}")
    edges = [i * grains // count for i in range(count + 1)]
    return tuple((after - before) * grain_ms for before, after in pairwise(edges))


def _rgba(pixels: Pixels) -> Pixels:
    if pixels.shape[2] == 4:
        return np.ascontiguousarray(pixels)
    return np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
