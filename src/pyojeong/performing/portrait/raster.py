"""Which triangle covers each cell of a grid, for many small triangles at once and without a loop over them."""

from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.stage import Floats, Ids

EMPTY = -1


def covered_cells(corners: Floats, size_wh: tuple[int, int]) -> tuple[Ids, Ids]:
    """(cell, triangle) numbers of every cell centre inside each of T×3×2 triangles, in the order of the triangles.

    Cell ``row * width + column`` has its centre at (column, row). Edges follow the half-open rule, so triangles that share
    an edge share no cell and leave none out.
    """
    width, height = size_wh
    by_height = np.argsort(corners[:, :, 1], axis=1)[..., None]
    (x0, y0), (x1, y1), (x2, y2) = np.take_along_axis(corners, by_height, 1).transpose(1, 2, 0)
    first = np.clip(np.ceil(y0), 0, height).astype(np.int64)
    rows = np.maximum(np.clip(np.ceil(y2), 0, height).astype(np.int64) - first, 0)
    owner, row = _counted(first, rows)
    at = row.astype(np.float64)
    long_side = _crossing(at, x0[owner], y0[owner], x2[owner], y2[owner])
    low = at < y1[owner]
    start, end = np.where(low, (x0[owner], y0[owner]), (x1[owner], y1[owner])), np.where(
        low, (x1[owner], y1[owner]), (x2[owner], y2[owner])
    )
    short_side = _crossing(at, *start, *end)
    left = np.clip(np.ceil(np.minimum(long_side, short_side)), 0, width).astype(np.int64)
    right = np.clip(np.ceil(np.maximum(long_side, short_side)), 0, width).astype(np.int64)
    span, column = _counted(left, right - left)
    return (row[span] * width + column).astype(np.int32), owner[span].astype(np.int32)


def painted(corners: Floats, size_wh: tuple[int, int]) -> Ids:
    """H×W triangle numbers, `EMPTY` where none is; later triangles lie over earlier ones."""
    cells, triangles = covered_cells(corners, size_wh)
    canvas = np.full(size_wh[0] * size_wh[1], EMPTY, np.int32)
    canvas[cells] = triangles
    return canvas.reshape(size_wh[::-1])


def _counted(first: Ids, counts: Ids) -> tuple[Ids, Ids]:
    """Owner and value of the runs ``first, first + 1, …`` of the given lengths, one after the other."""
    owner = np.repeat(np.arange(len(counts)), counts)
    start = np.cumsum(counts) - counts
    return owner, np.arange(len(owner)) - start[owner] + first[owner]


def _crossing(at: Floats, x0: Floats, y0: Floats, x1: Floats, y1: Floats) -> Floats:
    """X where the line from (x0, y0) to (x1, y1) crosses height ``at``; ``x0`` for a level line."""
    rise = y1 - y0
    slope = np.divide(x1 - x0, rise, out=np.zeros_like(rise), where=rise > 1e-12)
    return x0 + (at - y0) * slope


def affines(destination: Floats, source: Floats) -> Floats:
    """T×2×3 affine maps that take each T×3×2 ``destination`` triangle onto its ``source``; slivers keep their place."""
    d1, d2 = destination[:, 1] - destination[:, 0], destination[:, 2] - destination[:, 0]
    s1, s2 = source[:, 1] - source[:, 0], source[:, 2] - source[:, 0]
    area = d1[:, 0] * d2[:, 1] - d1[:, 1] * d2[:, 0]
    safe = np.where(np.abs(area) < 1e-9, 1e-9, area)[:, None]
    along_x = (s1 * d2[:, 1:] - s2 * d1[:, 1:]) / safe
    along_y = (s2 * d1[:, :1] - s1 * d2[:, :1]) / safe
    shift = source[:, 0] - along_x * destination[:, 0, :1] - along_y * destination[:, 0, 1:]
    return np.stack([along_x, along_y, shift], 2)


def signed_area(corners: Floats) -> Floats:
    """Twice the signed area of T×3×2 triangles."""
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])
