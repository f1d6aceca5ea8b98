"""Everything smooth that changes the skin's colours, gathered on the low grid and laid on in one pass."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.performing.portrait.blush import blush_gain
from pyojeong.performing.portrait.cleanup import smile_removal
from pyojeong.performing.portrait.coverage import blurred
from pyojeong.performing.portrait.low_grid import STRIP_ROWS, LowGrid, low_grid
from pyojeong.performing.portrait.palette import Palette
from pyojeong.performing.portrait.relight import Light, face_cover, fitted_light, relight_gain
from pyojeong.performing.portrait.stage import Box, Deformed, Map, Movement, SourceMesh
from pyojeong.performing.portrait.wrinkles import wrinkle_light

UNSEEN = 1.0 / 512
"""Gains this near to 1 change no 8-bit colour."""
DETAIL_CM = 0.22


@dataclass(frozen=True, slots=True, eq=False)
class SkinPhoto:
    """What the skin layers need of one photo.

    Attributes:
        grid: Of the photo's roi.
        light: Fitted to it.
        unsmiled: float32 grid H×W×3 to add so that the photographed smile's shading goes; None without a smile.
    """

    grid: LowGrid
    light: Light
    unsmiled: Map | None


def skin_photo(rgb: Map, mesh: SourceMesh) -> SkinPhoto:
    """The photo's light and the shading of its smile."""
    left, top, right, bottom = mesh.roi_xyxy
    grid = low_grid(mesh.roi_xyxy, mesh.scale)
    low = grid.reduced(rgb[top:bottom, left:right])
    unsmiled = smile_removal(low, mesh, grid) if mesh.traits.smile > 0.05 else None
    return SkinPhoto(grid, fitted_light(low, mesh, grid), unsmiled)


@dataclass(frozen=True, slots=True, eq=False)
class SkinLight:
    """New colour = old × gain + bias, both on the grid (H×W×3)."""

    grid: LowGrid
    gain: Map
    bias: Map

    def lay_on(self, skin: Map) -> None:
        """``skin`` (uint8 roi H×W×3) changed in place, strip by strip so that large photos need little memory."""
        left, top, right, bottom = self._touched()
        for row in range(top, bottom, STRIP_ROWS):
            box = (left, row, right, min(bottom, row + STRIP_ROWS))
            strip = skin[row : box[3], left:right]
            lit = cv2.multiply(strip, self.grid.enlarged(self.gain, box), dtype=cv2.CV_32F)
            skin[row : box[3], left:right] = cv2.add(lit, self.grid.enlarged(self.bias, box), dtype=cv2.CV_8U)

    def _touched(self) -> Box:
        """Roi pixels around everything that changes by half a grey level or more."""
        change = (np.abs(self.gain - 1) > UNSEEN).any(2) | (np.abs(self.bias) > 0.4).any(2)
        rows, columns = np.flatnonzero(change.any(1)), np.flatnonzero(change.any(0))
        if not rows.size:
            return 0, 0, 0, 0
        step, (width, height) = self.grid.step, self.grid.roi_wh
        left, top = int((columns[0] - 1) * step), int((rows[0] - 1) * step)
        right, bottom = int((columns[-1] + 2) * step) + 1, int((rows[-1] + 2) * step) + 1
        return max(0, left), max(0, top), min(width, right), min(height, bottom)


def skin_light(
    skin: Map, photo: SkinPhoto, mesh: SourceMesh, deformed: Deformed, movement: Movement, palette: Palette
) -> SkinLight:
    """The colours' change for one movement; ``skin`` is the moved, unshaded roi (uint8)."""
    grid = low_grid(deformed.roi_xyxy, mesh.scale)
    gain = np.repeat(relight_gain(photo.light, mesh, deformed, grid)[..., None], 3, 2)
    bias = np.zeros((*grid.shape, 3), np.float32)
    if photo.unsmiled is not None and movement.undo > 0:
        bias += _carried(photo, mesh, deformed, grid) * np.float32(min(1.0, movement.undo))
    folds = wrinkle_light(mesh, deformed, movement, grid)
    if folds is not None:
        gain *= _untinted(folds[0], palette)
        deeper = folds[1][..., None]
        low = grid.reduced(skin)
        bias -= deeper * (blurred(low, DETAIL_CM * grid.scale)) * gain
        gain *= 1 + deeper
    if movement.blush > 0:
        gain *= blush_gain(palette, deformed, grid, movement.blush)
    cover = face_cover(deformed, grid, 0.4)[..., None]
    return SkinLight(grid, 1 + (gain - 1) * cover, bias * cover)


def _untinted(gain: Map, palette: Palette) -> Map:
    """The same gain, equal on all channels in grey and sepia photos."""
    return gain if palette.tone is None else np.repeat(gain.mean(2, keepdims=True), 3, 2)


def _carried(photo: SkinPhoto, mesh: SourceMesh, deformed: Deformed, grid: LowGrid) -> Map:
    """The smile's removal moved with the skin."""
    assert_known = photo.unsmiled
    step = np.float32(photo.grid.step)
    x = (grid.picked(deformed.map_x) - np.float32(mesh.roi_xyxy[0]) + 0.5) / step - 0.5
    y = (grid.picked(deformed.map_y) - np.float32(mesh.roi_xyxy[1]) + 0.5) / step - 0.5
    return cv2.remap(assert_known, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
