"""What changes through a line, as numbers a thousand times a second: the grid all curves share, drawn and smoothed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Curve = npt.NDArray[np.float64]

GRID = 1000
"""Points a second of every curve of a voice."""


def moments(seconds: float) -> Curve:
    """The time of every point of a line of ``seconds``, its end included.

    >>> moments(0.003).tolist()
    [0.0, 0.001, 0.002, 0.003]
    """
    return np.asarray(np.arange(round(seconds * GRID) + 1) / GRID)


def drawn(times: Curve, knots: Sequence[tuple[float, float]]) -> Curve:
    """A curve of straight lines through ``knots`` of (seconds, value).

    >>> drawn(moments(0.002), [(0.0, 0.0), (0.002, 1.0)]).round(3).tolist()
    [0.0, 0.5, 1.0]
    """
    at = np.maximum.accumulate(np.array([time for time, _ in knots]) + np.arange(len(knots)) * 1e-7)
    return np.asarray(np.interp(times, at, [value for _, value in knots]))


def smoothed(curve: Curve, points: float) -> Curve:
    """``curve`` under a Gaussian of ``points`` standard deviation; its ends are held."""
    reach = int(np.ceil(3 * points))
    window = np.exp(-0.5 * (np.arange(-reach, reach + 1) / points) ** 2)
    held = np.concatenate([np.full(reach, curve[0]), curve, np.full(reach, curve[-1])])
    return np.asarray(np.convolve(held, window / window.sum(), "valid"))
