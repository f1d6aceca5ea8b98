"""Which triangle covers each cell of a grid, for many small triangles at once and without a loop over them."""

from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.stage import Floats, Ids, Map

EMPTY = -1
LEVEL_PX = np.float32(1e-20)
"""Lines that rise less are level: their slope would overflow."""


def covered_cells(corners: Floats, size_wh: tuple[int, int]) -> tuple[Ids, Ids]:
    """(cell, triangle) numbers of every cell centre inside each of T×3×2 triangles, in the order of the triangles.

    Cell ``row * width + column`` has its centre at (column, row). Edges follow the half-open rule, so triangles that
    share an edge share no cell and leave none out.
    """
    width, height = size_wh
    x0, y0, x1, y1, x2, y2 = _by_height(corners)
    first = np.clip(np.ceil(y0), 0, height).astype(np.int32)
    rows = np.maximum(np.clip(np.ceil(y2), 0, height).astype(np.int32) - first, 0)
    owner, row = _runs(first, rows)
    long_slope, low_slope, high_slope = _slope(x0, y0, x2, y2), _slope(x0, y0, x1, y1), _slope(x1, y1, x2, y2)
    height_at = row.astype(np.float32)
    low = height_at < y1[owner]
    start = np.where(low, owner, owner + len(x0))
    knee_x, knee_y = np.concatenate([x0, x1]), np.concatenate([y0, y1])
    short_side = knee_x[start] + (height_at - knee_y[start]) * np.concatenate([low_slope, high_slope])[start]
    long_side = x0[owner] + (height_at - y0[owner]) * long_slope[owner]
    left = np.clip(np.ceil(np.minimum(long_side, short_side)), 0, width).astype(np.int32)
    right = np.clip(np.ceil(np.maximum(long_side, short_side)), 0, width).astype(np.int32)
    span, cell = _runs(row * width + left, right - left)
    return cell, owner[span]


def painted(corners: Floats, size_wh: tuple[int, int]) -> Ids:
    """H×W triangle numbers, `EMPTY` where none is; later triangles lie over earlier ones."""
    cells, triangles = covered_cells(corners, size_wh)
    canvas = np.full(size_wh[0] * size_wh[1], EMPTY, np.int32)
    canvas[cells] = triangles
    return canvas.reshape(size_wh[::-1])


def _by_height(corners: Floats) -> tuple[Map, ...]:
    """x0, y0, x1, y1, x2, y2 of the corners with y0 <= y1 <= y2.

    Single precision: neighbours compute their common edge from the same two points in the same order, so they agree on
    it to the last bit all the same.
    """
    x0, y0, x1, y1, x2, y2 = np.ascontiguousarray(corners.reshape(-1, 6).T, np.float32)
    x0, y0, x1, y1 = _swapped(x0, y0, x1, y1)
    x1, y1, x2, y2 = _swapped(x1, y1, x2, y2)
    x0, y0, x1, y1 = _swapped(x0, y0, x1, y1)
    return x0, y0, x1, y1, x2, y2


def _swapped(x0: Map, y0: Map, x1: Map, y1: Map) -> tuple[Map, Map, Map, Map]:
    """Two points with the higher one (smaller y) first; of level ones the left one."""
    swap = (y0 > y1) | ((y0 == y1) & (x0 > x1))
    return np.where(swap, x1, x0), np.minimum(y0, y1), np.where(swap, x0, x1), np.maximum(y0, y1)


def _runs(first: Ids, counts: Ids) -> tuple[Ids, Ids]:
    """Owner and value of the runs ``first, first + 1, …`` of the given lengths, one after the other."""
    owner = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    ends = np.cumsum(counts, dtype=np.int32)
    offset = (first - ends + counts).astype(np.int32)
    return owner, np.arange(len(owner), dtype=np.int32) + offset[owner]


def _slope(x0: Map, y0: Map, x1: Map, y1: Map) -> Map:
    """Step in x a row of the line through two points; 0 for a level line, which crosses at most its first row."""
    rise = y1 - y0
    level = rise < LEVEL_PX
    return np.asarray(np.where(level, np.float32(0), (x1 - x0) / np.where(level, np.float32(1), rise)))


def affines(destination: Floats, source: Floats) -> Map:
    """float32 6×T: x = m0 x + m1 y + m2, y = m3 x + m4 y + m5 from each T×3×2 ``destination`` onto its ``source``."""
    (ax, ay), (bx, by) = (destination[:, 1] - destination[:, 0]).T, (destination[:, 2] - destination[:, 0]).T
    area = ax * by - ay * bx
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    rows = []
    for axis in (0, 1):
        origin = source[:, 0, axis]
        a, b = source[:, 1, axis] - origin, source[:, 2, axis] - origin
        along_x, along_y = (a * by - b * ay) / area, (b * ax - a * bx) / area
        rows += [along_x, along_y, origin - along_x * destination[:, 0, 0] - along_y * destination[:, 0, 1]]
    return np.asarray(np.stack(rows), np.float32)


def mapped(maps: Map, triangles: Ids, x: Map, y: Map) -> tuple[Map, Map]:
    """Where `affines` take the points (x, y), each through the map of its triangle."""
    a, b, c, d, e, f = (row[triangles] for row in maps)
    return a * x + b * y + c, d * x + e * y + f


def signed_area(corners: Floats) -> Floats:
    """Twice the signed area of T×3×2 triangles."""
    (ax, ay), (bx, by) = (corners[:, 1] - corners[:, 0]).T, (corners[:, 2] - corners[:, 0]).T
    return np.asarray(ax * by - ay * bx)
