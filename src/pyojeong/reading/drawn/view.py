"""A sticker as the reader sees it: what is drawn, cut out, on a light and on a dark chat window, in two sizes."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.damage import DARK, laid_on
from pyojeong.media.image import Pixels

GROUNDS = ((255, 255, 255), DARK)
SIDES = (64, 32)
"""Strokes are seen at the larger size, the figure's shape at the smaller."""
PATCH, STRIDE = 6, 2
GRID = 3
"""Cells a side in which what is found is summed up."""
_SOLID = 60
_STEADY = 10.0
"""Levels² added to a patch's variance, so that flat patches stay small (Coates, Lee & Ng 2011 use 10)."""

Plane = npt.NDArray[np.float32]
_ROWS_AND_COLUMNS: Any = (0, 1)  # numpy types this argument too narrowly


def cut_out(picture: Pixels) -> Pixels:
    """The square around what is drawn of an H×W×4 picture; the picture itself where nothing is."""
    solid = picture[:, :, 3] > _SOLID
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    if not len(rows):
        return picture
    part = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    side = max(part.shape[:2])
    canvas = np.zeros((side, side, 4), np.uint8)
    top, left = (side - part.shape[0]) // 2, (side - part.shape[1]) // 2
    canvas[top : top + part.shape[0], left : left + part.shape[1]] = part
    return canvas


def seen_on(picture: Pixels, ground: tuple[int, int, int], side: int) -> Plane:
    """``side``×``side``×3 levels of a cut-out picture on a ground."""
    laid = laid_on(picture, ground)
    way = cv2.INTER_AREA if laid.shape[0] > side else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(laid, (side, side), interpolation=way), np.float32)


def patches_of(seen: Plane) -> Plane:
    """Every patch, rows from the top: n×(PATCH·PATCH·3), each with mean 0 and about unit variance."""
    windows = np.lib.stride_tricks.sliding_window_view(seen, (PATCH, PATCH), axis=_ROWS_AND_COLUMNS)[::STRIDE, ::STRIDE]
    flat = windows.reshape(-1, 3 * PATCH * PATCH)
    centred = flat - flat.mean(1, keepdims=True)
    return np.asarray(centred / np.sqrt(centred.var(1, keepdims=True) + _STEADY), np.float32)


def pooled(found: Plane) -> Plane:
    """Sums of n×k answers of patches over `GRID`×`GRID` cells, as one row of GRID·GRID·k.

    >>> pooled(np.ones((36, 2), np.float32)).reshape(3, 3, 2)[..., 0].tolist()
    [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]]
    """
    side = round(len(found) ** 0.5)
    plane = found.reshape(side, side, -1)
    edges = [round(side * n / GRID) for n in range(GRID + 1)]
    cells = [
        plane[edges[row] : edges[row + 1], edges[column] : edges[column + 1]].sum((0, 1))
        for row in range(GRID)
        for column in range(GRID)
    ]
    return np.asarray(np.concatenate(cells), np.float32)
