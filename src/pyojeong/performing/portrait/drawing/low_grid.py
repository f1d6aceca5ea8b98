"""A small picture of the face's surroundings: everything smooth is computed on it and enlarged once.

Gains, blush and wrinkles hold nothing finer than a millimetre; at full resolution they would cost ten times the warp.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.stage import Box, Floats, Map

LONGEST_SIDE = 400
"""About 14 grid points a centimetre: a crow's foot .07 cm wide is still one point."""
BROAD_SIDE = 110
"""For what has no edges at all: relighting, blush, the cover of the face."""


@dataclass(frozen=True, slots=True)
class LowGrid:
    """Cells of ``step``×``step`` pixels over a roi or a part of it; the last row and column may hang over its edge.

    A whole number of pixels a cell keeps enlarging a plain ``cv2.resize``, three times as fast as an affine warp.

    Attributes:
        roi_wh: Pixels across and down.
        step: Pixels a cell, >= 1.
        scale: Cells a canonical centimetre.
        origin_xy: Roi pixel of its left upper corner.
    """

    roi_wh: tuple[int, int]
    step: int
    scale: float
    origin_xy: tuple[int, int] = (0, 0)

    @property
    def slices(self) -> tuple[slice, slice]:
        """(rows, columns) of the roi it lies over."""
        (x, y), (width, height) = self.origin_xy, self.roi_wh
        return slice(y, y + height), slice(x, x + width)

    @property
    def size_wh(self) -> tuple[int, int]:
        """Cells across and down."""
        return -(-self.roi_wh[0] // self.step), -(-self.roi_wh[1] // self.step)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.size_wh[1], self.size_wh[0]

    def local(self, points_px: Floats) -> Floats:
        """N×2 grid coordinates of N×2 roi pixels."""
        return np.asarray((points_px - np.array(self.origin_xy) + 0.5) / self.step - 0.5)

    def broader(self) -> LowGrid:
        """A grid for what has no edges: a multiple of this one's cells, at most `BROAD_SIDE` a side."""
        factor = max(1, -(-max(self.size_wh) // BROAD_SIDE))
        return LowGrid(self.roi_wh, self.step * factor, self.scale / factor, self.origin_xy)

    def reduced(self, picture: Pixels) -> Map:
        """float32 mean colours of a roi picture in each cell."""
        picture = picture[self.slices]
        if self.step == 1:
            return np.asarray(picture, np.float32)
        width, height = self.roi_wh[0] // self.step, self.roi_wh[1] // self.step
        whole = picture[: height * self.step, : width * self.step]
        cells = cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA)
        rows, columns = self.shape
        edge = cv2.copyMakeBorder(cells, 0, rows - height, 0, columns - width, cv2.BORDER_REPLICATE)
        return np.asarray(edge, np.float32)

    def picked(self, field: Map) -> Map:
        """A smooth roi field (such as a map) read near the middle of each cell."""
        rows, columns = self.shape
        down = np.minimum(np.arange(rows) * self.step + self.step // 2, self.roi_wh[1] - 1)
        across = np.minimum(np.arange(columns) * self.step + self.step // 2, self.roi_wh[0] - 1)
        return np.ascontiguousarray(field[down + self.origin_xy[1]][:, across + self.origin_xy[0]])

    def refined_from(self, broad: Map, grid: LowGrid) -> Map:
        """Values of the broader ``grid`` on this one."""
        factor = grid.step // self.step
        if factor == 1:
            return broad
        size = (grid.size_wh[0] * factor, grid.size_wh[1] * factor)
        rows, columns = self.shape
        return np.asarray(cv2.resize(broad, size, interpolation=cv2.INTER_LINEAR)[:rows, :columns], np.float32)

    def around(self, points_px: Floats) -> LowGrid:
        """The part of this grid that holds N×2 roi pixels."""
        low = np.clip(np.floor(self.local(points_px.min(0))).astype(int), 0, np.array(self.size_wh) - 1)
        high = np.clip(np.ceil(self.local(points_px.max(0))).astype(int) + 1, low + 1, self.size_wh)
        x0, y0, x1, y1 = self.pixels((int(low[0]), int(low[1]), int(high[0]), int(high[1])))
        origin = (self.origin_xy[0] + x0, self.origin_xy[1] + y0)
        return LowGrid((x1 - x0, y1 - y0), self.step, self.scale, origin)

    def pixels(self, cells: Box) -> Box:
        """Pixels of a box of cells, counted from the grid's own corner."""
        s, (width, height) = self.step, self.roi_wh
        return cells[0] * s, cells[1] * s, min(cells[2] * s, width), min(cells[3] * s, height)

    def enlarged(self, low: Map, cells: Box) -> Map:
        """``low`` (H×W or H×W×C) at the pixels of a box of cells."""
        if self.step == 1:
            return low[cells[1] : cells[3], cells[0] : cells[2]]
        rows, columns = self.shape
        left, top = max(0, cells[0] - 1), max(0, cells[1] - 1)
        part = low[top : min(rows, cells[3] + 1), left : min(columns, cells[2] + 1)]
        size = (part.shape[1] * self.step, part.shape[0] * self.step)
        large = cv2.resize(part, size, interpolation=cv2.INTER_LINEAR)
        x0, y0, x1, y1 = self.pixels(cells)
        dx, dy = left * self.step, top * self.step
        return np.asarray(large[y0 - dy : y1 - dy, x0 - dx : x1 - dx], np.float32)


def low_grid(roi_xyxy: Box, scale: float) -> LowGrid:
    """The grid of a roi in which a canonical centimetre has ``scale`` pixels."""
    width, height = roi_xyxy[2] - roi_xyxy[0], roi_xyxy[3] - roi_xyxy[1]
    step = max(1, -(-max(width, height) // LONGEST_SIDE))
    return LowGrid((width, height), step, scale / step)


def splatted(points: Floats, weights: Floats, shape: tuple[int, int]) -> Map:
    """float32 canvas with N weights spread over the four grid points around each of N×2 coordinates."""
    rows, columns = shape
    whole = np.floor(points).astype(np.int64)
    part = points - whole
    canvas = np.zeros(rows * columns, np.float64)
    for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
        share = (part[:, 0] if dx else 1 - part[:, 0]) * (part[:, 1] if dy else 1 - part[:, 1])
        x, y = whole[:, 0] + dx, whole[:, 1] + dy
        inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
        canvas += np.bincount((y * columns + x)[inside], (share * weights)[inside], rows * columns)
    return canvas.reshape(rows, columns).astype(np.float32)
