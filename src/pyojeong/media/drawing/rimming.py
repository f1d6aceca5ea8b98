"""A silhouette grown by a disc: how a rim is found from pixels, whatever it is a rim of."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import cv2
import numpy as np

from pyojeong.media.drawing.colours import RGB
from pyojeong.media.image import Pixels

FAINTEST = 96
"""Alpha under which a pixel casts no rim: just over the shadows that sheets of paper throw on one another."""
_STEP = 2
"""Distances are told apart to a half of a pixel; finer ones are not seen."""
_REACH = 6.0
"""Largest radius grown at once, in pixels: the work rises with its square, so that larger ones take several turns."""


Kernel = Pixels
"""Which neighbours of a cell count, 1 each."""


class _Ring(NamedTuple):
    """Neighbours at one distance, and how far inside the radius they are, in alpha: in (-255, 255)."""

    neighbours: Kernel
    over: int


class _Disc(NamedTuple):
    """All that covers a pixel whole however faint it is, as boxes, and what covers it in part."""

    boxes: tuple[Kernel, ...]
    rings: tuple[_Ring, ...]


def lay_under(pixels: Pixels, before: Pixels) -> None:
    """Paint ``before`` under ``pixels``; both are H×W×4 with multiplied alpha."""
    box = shown(before, 0)
    near, seen = pixels[box], before[box]
    bare = cv2.bitwise_not(cv2.extractChannel(near, 3))
    cv2.add(near, cv2.multiply(seen, cv2.merge([bare] * 4), scale=1 / 255), dst=near)


def lay_edge_under(pixels: Pixels, radius: float, colour: RGB) -> None:
    """Paint ``colour`` under ``pixels`` (H×W×4, multiplied alpha), ``radius`` pixels beyond what they show."""
    near = pixels[shown(pixels, math.ceil(radius + 1))]
    alpha = cv2.extractChannel(near, 3)
    edge = cv2.multiply(grown(alpha, radius), cv2.bitwise_not(alpha), scale=1 / 255)
    layers = [edge if channel == 255 else cv2.convertScaleAbs(edge, alpha=channel / 255) for channel in (*colour, 255)]
    cv2.add(near, cv2.merge(layers), dst=near)


def shown(pixels: Pixels, out: int) -> tuple[slice, slice]:
    """Rows and columns of the box of what ``pixels`` show and ``out`` pixels around it; one pixel where it is empty."""
    left, top, width, height = cv2.boundingRect(cv2.extractChannel(pixels, 3))
    low, right = max(1, top + height + out), max(1, left + width + out)
    return slice(max(0, top - out), low), slice(max(0, left - out), right)


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
    """What each pixel is worth is found by adding and cutting off, at a tenth of what a table would cost."""
    disc = _disc(radius)
    covered = np.zeros_like(seen)
    for box in disc.boxes:
        cv2.max(covered, cv2.dilate(seen, box), dst=covered)
    cv2.threshold(covered, 0, 255, cv2.THRESH_BINARY, dst=covered)
    for ring in disc.rings:
        near = cv2.dilate(seen, ring.neighbours)
        if ring.over > 0:
            cv2.threshold(cv2.add(near, float(ring.over)), ring.over, 0, cv2.THRESH_TOZERO, dst=near)
        else:
            cv2.subtract(near, float(-ring.over), dst=near)
        cv2.max(covered, near, dst=covered)
    return np.asarray(covered, np.uint8)


@lru_cache(maxsize=64)
def _disc(radius: float) -> _Disc:
    """Of this radius in pixels."""
    reach = math.ceil(radius + 1)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    far = np.hypot(x, y)
    rounded = np.maximum(np.round(far * _STEP) / _STEP, math.floor((radius - 1) * _STEP) / _STEP)
    within, *rings = np.unique(rounded[rounded < radius + 1])
    return _Disc(
        _boxes((rounded == within).astype(np.uint8)),
        tuple(_Ring((rounded == far).astype(np.uint8), math.floor(255 * (radius - far))) for far in rings),
    )


def _boxes(kernel: Kernel) -> tuple[Kernel, ...]:
    """Centred boxes that make up a round ``kernel`` together: OpenCV looks through a box along its two sides."""
    middle = len(kernel) // 2
    half_widths = [int(row.sum()) // 2 for row in kernel[middle:]]
    lowest = {half: down for down, half in enumerate(half_widths) if kernel[middle + down].any()}
    return tuple(np.ones((2 * down + 1, 2 * half + 1), np.uint8) for half, down in lowest.items())
