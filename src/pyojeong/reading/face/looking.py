"""Where to look: reduced copies, tiles, quarter turns, and one rectangle a face. Geometry only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from pyojeong.media.face import Points
from pyojeong.media.image import Pixels
from pyojeong.reading.face.mediapipe_models import Detection

OVERLAP = 0.3
"""Neighbouring tiles share this part of their side, so that a face up to that size lies whole in one of them."""

SAME_FACE_IOU = 0.35


def reduced(rgb: Pixels, longest_px: int) -> tuple[Pixels, float]:
    """A copy whose longer side is at most ``longest_px``, and how many pixels of ``rgb`` one of its pixels is."""
    height, width = rgb.shape[:2]
    factor = max(height, width) / longest_px
    if factor <= 1:
        return rgb, 1.0
    size_wh = (max(1, round(width / factor)), max(1, round(height / factor)))
    return np.asarray(cv2.resize(rgb, size_wh, interpolation=cv2.INTER_AREA), np.uint8), factor


def tiles(size_wh: tuple[int, int], side_px: int) -> Iterator[tuple[int, int, int, int]]:
    """Overlapping squares (left, top, right, bottom) that cover the picture; cut at its far edges only if smaller.

    >>> list(tiles((100, 50), 60))
    [(0, 0, 60, 50), (40, 0, 100, 50)]
    """
    width, height = size_wh
    for top in _starts(height, side_px):
        for left in _starts(width, side_px):
            yield left, top, min(width, left + side_px), min(height, top + side_px)


def _starts(length: int, side_px: int) -> list[int]:
    if length <= side_px:
        return [0]
    count = int(np.ceil((length - side_px) / (side_px * (1 - OVERLAP)))) + 1
    return [round(i * (length - side_px) / (count - 1)) for i in range(count)]


def square_crop(rgb: Pixels, centre_xy: tuple[float, float], side_px: float) -> tuple[Pixels, tuple[int, int]]:
    """A square around a point, black where it leaves the picture, and the picture pixel of its left top corner."""
    side = max(2, round(side_px))
    left, top = round(centre_xy[0] - side / 2), round(centre_xy[1] - side / 2)
    height, width = rgb.shape[:2]
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + side), min(height, top + side)
    crop = np.zeros((side, side, 3), np.uint8)
    if x1 > x0 and y1 > y0:
        crop[y0 - top : y1 - top, x0 - left : x1 - left] = rgb[y0:y1, x0:x1]
    return crop, (left, top)


def turned_back(points_xy: Points, turns: int, size_wh: tuple[int, int]) -> Points:
    """Points of ``numpy.rot90(picture, turns)`` in the pixels of the picture of ``size_wh``; N×2.

    >>> turned_back(np.array([[0.0, 0.0]]), 1, (10, 4)).tolist()  # the left top was the right top
    [[10.0, 0.0]]
    """
    width, height = size_wh
    x, y = points_xy[:, 0], points_xy[:, 1]
    pairs = {0: (x, y), 1: (width - y, x), 2: (width - x, height - y), 3: (y, height - x)}
    return np.stack(pairs[turns % 4], axis=1)


def moved(found: Detection, scale: float, offset_xy: tuple[float, float]) -> Detection:
    """The rectangle seen in a part: times ``scale``, then shifted.

    >>> moved(Detection((1, 2, 3, 4), 0.5), 2, (10, 0)).box_xyxy
    (12, 4, 16, 8)
    """
    left, top, right, bottom = (value * scale for value in found.box_xyxy)
    dx, dy = offset_xy
    return Detection((left + dx, top + dy, right + dx, bottom + dy), found.score, found.detector)


def overlap(a: Sequence[float], b: Sequence[float]) -> float:
    """Intersection over union of two boxes, left, top, right, bottom.

    >>> overlap((0, 0, 2, 2), (1, 0, 3, 2))
    0.3333333333333333
    """
    both = _shared(a, b)
    total = _area(a) + _area(b) - both
    return both / total if total > 0 else 0.0


def covered(a: Sequence[float], b: Sequence[float]) -> float:
    """Which part of the smaller box lies in the larger.

    >>> covered((0, 0, 2, 2), (1, 0, 9, 9))
    0.5
    """
    smaller = min(_area(a), _area(b))
    return _shared(a, b) / smaller if smaller > 0 else 0.0


def _area(box: Sequence[float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shared(a: Sequence[float], b: Sequence[float]) -> float:
    wide = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    high = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    return wide * high


def one_each(found: Sequence[Detection]) -> list[Detection]:
    """The best rectangle of every face: non-maximum suppression, best score first."""
    kept: list[Detection] = []
    for candidate in sorted(found, key=lambda d: -d.score):
        if all(overlap(candidate.box_xyxy, k.box_xyxy) < SAME_FACE_IOU for k in kept):
            kept.append(candidate)
    return kept
