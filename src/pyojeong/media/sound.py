"""Sound as samples in memory."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Samples at a rate.

    Attributes:
        samples: float32 in [-1, 1] (louder is allowed until it is written): N for one channel, N×2 for left and right.
        rate: Samples a second.

    >>> Sound(np.zeros(24_000, np.float32), 24_000).seconds
    1.0
    """

    samples: Samples
    rate: int

    def __post_init__(self) -> None:
        if self.samples.dtype != np.float32 or self.samples.ndim not in (1, 2):
            raise ValueError(
                f"samples must be float32, N or N×2, but got {self.samples.dtype} of shape {self.samples.shape}"
            )
        if self.samples.ndim == 2 and self.samples.shape[1] != 2:
            raise ValueError(f"samples must have one channel or two, but got {self.samples.shape[1]}")
        if not self.rate > 0:
            raise ValueError(f"rate must be positive, but got {self.rate}")

    @property
    def seconds(self) -> float:
        """Length."""
        return len(self.samples) / self.rate

    @property
    def peak(self) -> float:
        """The largest absolute sample; 0 for silence."""
        return float(np.abs(self.samples).max()) if self.samples.size else 0.0

    @classmethod
    def silence(cls, seconds: float, rate: int) -> Sound:
        """One channel of nothing."""
        if not 0.0 <= seconds < math.inf:
            raise ValueError(f"seconds must be finite and >= 0, but got {seconds!r}")
        return cls(np.zeros(round(seconds * rate), np.float32), rate)
