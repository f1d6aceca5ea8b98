"""The brightness of a crop as the emotion model wants it, the same in training and in use."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

LEAST_SPREAD = 8.0
"""Spread of brightness (of 255) below which a crop is not stretched further: there is nothing but noise in it."""


def standardised(grey: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """…×H×W float32: every picture of mean 0 and spread 1, so that exposure and contrast do not count.

    >>> standardised(np.array([[100, 140], [100, 140]], np.uint8)).tolist()
    [[-1.0, 1.0], [-1.0, 1.0]]
    """
    bright = grey.astype(np.float32)
    mean = bright.mean((-2, -1), keepdims=True)
    spread = np.maximum(bright.std((-2, -1), keepdims=True), LEAST_SPREAD)
    return np.asarray((bright - mean) / spread, np.float32)
