"""A small picture of the face's surroundings: everything smooth is computed on it and enlarged once.

Gains, blush and wrinkles hold nothing finer than a millimetre; at full resolution they would cost ten times the warp.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.performing.portrait.stage import Box, Floats, Map

LONGEST_SIDE = 400
"""About 16 grid points a centimetre: a crow's foot .07 cm wide is still one point."""
STRIP_ROWS = 512


@dataclass(frozen=True, slots=True)
class LowGrid:
    """Every ``step``-th pixel of a box of ``roi_wh`` pixels.

    Attributes:
        roi_wh: Pixels across and down.
        step: Pixels from one grid point to the next, >= 1.
        scale: Grid points a canonical centimetre.
    """

    roi_wh: tuple[int, int]
    step: float
    scale: float

    @property
    def size_wh(self) -> tuple[int, int]:
        """Grid points across and down."""
        return int(np.ceil(self.roi_wh[0] / self.step)), int(np.ceil(self.roi_wh[1] / self.step))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.size_wh[1], self.size_wh[0]

    def local(self, points_px: Floats) -> Floats:
        """N×2 grid coordinates of N×2 roi pixels."""
        return np.asarray((points_px + 0.5) / self.step - 0.5)

    def reduced(self, picture: Map) -> Map:
        """float32 mean colours of a roi picture on the grid."""
        if self.step == 1.0:
            return np.asarray(picture, np.float32)
        to_roi = np.array([[self.step, 0, 0.5 * self.step - 0.5], [0, self.step, 0.5 * self.step - 0.5]])
        half = int(self.step)
        soft = cv2.blur(picture, (half, half)) if half > 1 else picture
        if half > 1 and half % 2 == 0:
            to_roi[:, 2] += 0.5
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(
            cv2.warpAffine(soft, to_roi, self.size_wh, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.float32
        )

    def picked(self, field: Map) -> Map:
        """A smooth roi field (such as a map) read at the grid points."""
        to_roi = np.array([[self.step, 0, 0.5 * self.step - 0.5], [0, self.step, 0.5 * self.step - 0.5]])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return cv2.warpAffine(field, to_roi, self.size_wh, flags=flags, borderMode=cv2.BORDER_REPLICATE)

    def enlarged(self, low: Map, box: Box) -> Map:
        """``low`` at the roi pixels of ``box``."""
        left, top, right, bottom = box
        at = np.array([(left + 0.5) / self.step - 0.5, (top + 0.5) / self.step - 0.5])
        to_grid = np.array([[1 / self.step, 0, at[0]], [0, 1 / self.step, at[1]]])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return cv2.warpAffine(low, to_grid, (right - left, bottom - top), flags=flags, borderMode=cv2.BORDER_REPLICATE)


def low_grid(roi_xyxy: Box, scale: float) -> LowGrid:
    """The grid of a roi in which a canonical centimetre has ``scale`` pixels."""
    width, height = roi_xyxy[2] - roi_xyxy[0], roi_xyxy[3] - roi_xyxy[1]
    step = max(1.0, max(width, height) / LONGEST_SIDE)
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
