"""A silhouette grown by a disc: how a rim is found from pixels, whatever it is a rim of."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pyojeong.media.drawing.colours import RGB
from pyojeong.media.image import Pixels

FAINTEST = 96
"""Alpha under which a pixel casts no rim: just over the shadows that sheets of paper throw on one another."""
_STEP = 2
"""Distances are told apart to a half of a pixel; finer ones are not seen."""
_REACH = 6.0
"""Largest radius grown at once, in pixels: the work rises with its square, so that larger ones take several turns."""


class _Ring(NamedTuple):
    """Neighbours at one distance, and what an alpha there is worth here."""

    neighbours: Pixels
    worth: Pixels


def lay_under(pixels: Pixels, before: Pixels) -> None:
    """Paint ``before`` under ``pixels``; both are H×W×4 with multiplied alpha."""
    near, seen = _around(before, pixels, 0), _around(before, before, 0)
    bare = cv2.bitwise_not(cv2.extractChannel(near, 3))
    cv2.add(near, cv2.multiply(seen, cv2.merge([bare] * 4), scale=1 / 255), dst=near)


def lay_edge_under(pixels: Pixels, radius: float, colour: RGB) -> None:
    """Paint ``colour`` under ``pixels`` (H×W×4, multiplied alpha), ``radius`` pixels beyond what they show."""
    near = _around(pixels, pixels, math.ceil(radius + 1))
    alpha = cv2.extractChannel(near, 3)
    edge = cv2.multiply(grown(alpha, radius), cv2.bitwise_not(alpha), scale=1 / 255)
    layers = [edge if channel == 255 else cv2.convertScaleAbs(edge, alpha=channel / 255) for channel in (*colour, 255)]
    cv2.add(near, cv2.merge(layers), dst=near)


def _around(shown: Pixels, pixels: Pixels, out: int) -> Pixels:
    """``pixels`` within the box of what ``shown`` shows and ``out`` pixels around it; one pixel where it is empty."""
    left, top, width, height = cv2.boundingRect(cv2.extractChannel(shown, 3))
    low, right = max(1, top + height + out), max(1, left + width + out)
    return pixels[max(0, top - out) : low, max(0, left - out) : right]


def grown(alpha: Pixels, radius: float) -> Pixels:
    """Alpha (H×W) of everything within ``radius`` pixels of what ``alpha`` shows, with smooth edges.

    A pixel that is half covered reaches half a pixel less far, so that the edge is as smooth as the silhouette's.
    """
    turns = max(1, math.ceil(radius / _REACH))
    _, seen = cv2.threshold(alpha, FAINTEST - 1, 0, cv2.THRESH_TOZERO)
    for _ in range(turns):
        seen = _grown_once(seen, radius / turns)
    return np.asarray(seen, np.uint8)


def _grown_once(seen: Pixels, radius: float) -> Pixels:
    within, *rings = _rings(radius)
    covered = cv2.LUT(cv2.dilate(seen, within.neighbours), within.worth)
    for ring in rings:
        cv2.max(covered, cv2.LUT(cv2.dilate(seen, ring.neighbours), ring.worth), dst=covered)
    return np.asarray(covered, np.uint8)


@lru_cache(maxsize=16)
def _rings(radius: float) -> tuple[_Ring, ...]:
    """All that covers a pixel whole however faint it is, and rings that cover it in part."""
    reach = math.ceil(radius + 1)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    far = np.hypot(x, y)
    rounded = np.maximum(np.round(far * _STEP) / _STEP, math.floor((radius - 1) * _STEP) / _STEP)
    return tuple(
        _Ring((rounded == distance).astype(np.uint8), _worth(radius - distance))
        for distance in np.unique(rounded[rounded < radius + 1])
    )


def _worth(over: float) -> Pixels:
    """What each alpha is worth ``over`` pixels inside the radius; nothing stays nothing."""
    alpha: NDArray[np.float64] = np.arange(256.0)
    return np.where(alpha == 0, 0.0, np.clip(alpha + 255 * over, 0, 255)).astype(np.uint8)
