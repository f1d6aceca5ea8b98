"""Everything smooth that changes the skin's colours, gathered on the low grid and laid on in one pass."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.low_grid import LowGrid, low_grid
from pyojeong.performing.portrait.drawing.palette import Palette
from pyojeong.performing.portrait.mesh.topology import OVAL
from pyojeong.performing.portrait.skin.blush import apple_gain, blush_gain, lifted_cheeks
from pyojeong.performing.portrait.skin.cleanup import ShadeRemoval, smile_removal
from pyojeong.performing.portrait.skin.furrows import furrow_removal
from pyojeong.performing.portrait.skin.relight import Light, face_cover, fitted_light, relight_change
from pyojeong.performing.portrait.skin.wrinkles import Creases, creases
from pyojeong.performing.portrait.stage import Deformed, Map, SourceMesh
from pyojeong.performing.portrait.take import Take

DETAIL_CM = 0.22
STRIP_ROWS = 384
"""Rows of pixels lit at a time: at 48 megapixels strips of 96 cells added 240 MB to the peak."""


@dataclass(frozen=True, slots=True, eq=False)
class SkinPhoto:
    """What the skin layers need of one photo.

    Attributes:
        grid: Of the photo's roi.
        light: Fitted to it.
        unsmiled: What takes the photographed smile's shading off; None without a smile.
        unknit: What takes the photographed frown lines off; None where the brows are not knit or a bridge of
            glasses lies between them, which is as dark as a frown line.
    """

    grid: LowGrid
    light: Light
    unsmiled: ShadeRemoval | None
    unknit: ShadeRemoval | None = None


def skin_photo(rgb: Pixels, mesh: SourceMesh) -> SkinPhoto:
    """The photo's light and the shading of its smile and its scowl."""
    left, top, right, bottom = mesh.roi_xyxy
    grid = low_grid(mesh.roi_xyxy, mesh.scale)
    low = grid.reduced(rgb[top:bottom, left:right])
    unsmiled = smile_removal(low, mesh, grid) if mesh.traits.smile > 0.05 else None
    knit = max(mesh.traits.brows.knit_cm) > 0 and not mesh.traits.glasses
    unknit = furrow_removal(low, mesh, grid) if knit else None
    return SkinPhoto(grid, fitted_light(low, mesh, grid), unsmiled, unknit)


@dataclass(frozen=True, slots=True, eq=False)
class SkinLight:
    """New colour = old × gain + bias.

    Attributes:
        grid: Over the part of the moved roi that may change.
        gain: H×W×3.
        bias: H×W×3, or None when nothing is added.
    """

    grid: LowGrid
    gain: Map
    bias: Map | None

    def lay_on(self, skin: Pixels) -> None:
        """``skin`` (uint8 roi H×W×3) changed in place, strip by strip so that large photos need little memory."""
        skin = skin[self.grid.slices]
        rows, columns = self.grid.shape
        at_once = max(1, STRIP_ROWS // self.grid.step)
        for row in range(0, rows, at_once):
            cells = (0, row, columns, min(rows, row + at_once))
            x0, y0, x1, y1 = self.grid.pixels(cells)
            strip = skin[y0:y1, x0:x1]
            gain = self.grid.enlarged(self.gain, cells)
            if self.bias is None:
                skin[y0:y1, x0:x1] = cv2.multiply(strip, gain, dtype=cv2.CV_8U)
                continue
            lit = cv2.multiply(strip, gain, dtype=cv2.CV_32F)
            skin[y0:y1, x0:x1] = cv2.add(lit, self.grid.enlarged(self.bias, cells), dtype=cv2.CV_8U)


def skin_light(skin: Pixels, take: Take, photo: SkinPhoto) -> SkinLight:
    """The colours' change for one movement; ``skin`` is the moved, unshaded roi (uint8)."""
    mesh, deformed, movement, palette = take.mesh, take.deformed, take.movement, take.palette
    grid = low_grid(deformed.roi_xyxy, mesh.scale).around(deformed.coarse_px[list(OVAL)])
    broad = grid.broader()
    cover = face_cover(deformed, broad)
    change = relight_change(photo.light, mesh, deformed, broad)[..., None]
    gain = np.repeat(1 + change, 3, 2)
    if movement.blush > 0:
        gain *= blush_gain(palette, deformed, broad, movement.blush)
    lifted = lifted_cheeks(movement)
    if max(lifted) > 0:
        gain *= apple_gain(palette, deformed, broad, lifted)
    gain = grid.refined_from(np.asarray(1 + (gain - 1) * cover[..., None], np.float32), broad)
    cover = grid.refined_from(cover, broad)[..., None]
    bias = None
    for removal, undone in ((photo.unsmiled, movement.undo), (photo.unknit, movement.unknit)):
        if removal is not None and undone > 0:
            share = np.float32(min(1, undone)) * cover
            flat, change = _carried(removal, photo.grid, mesh, deformed, grid)
            change *= gain * share
            bias = change if bias is None else bias + change
            gain = gain * (1 - flat * share)
    folds = creases(mesh, deformed, movement, grid)
    if folds is not None:
        gain, bias = _folded(gain, bias, folds, skin, grid, cover, palette)
    return SkinLight(grid, gain, bias)


def _folded(
    gain: Map, bias: Map | None, folds: Creases, skin: Pixels, grid: LowGrid, cover: Map, palette: Palette
) -> tuple[Map, Map]:
    """(gain, bias) with the creases' shade, and with the skin's own detail deepened around them.

    Deepening by m: colour + m (colour - its local mean) = (1 + m) colour - m mean.
    """
    deeper = folds.deepening[..., None] * cover
    shade = folds.shade(tinted=palette.tone is None)
    shade -= 1
    shade *= cover
    shade += 1
    shade *= gain
    own = _local_mean(skin, grid)
    own *= shade
    own *= deeper
    deeper += 1
    shade *= deeper
    return shade, -own if bias is None else bias - own


def _local_mean(skin: Pixels, grid: LowGrid) -> Map:
    """Colours blurred by about `DETAIL_CM`, by a box of a broader grid: twenty times as fast as a gaussian."""
    factor = max(1, round(1.6 * DETAIL_CM * grid.scale))
    broad = LowGrid(grid.roi_wh, grid.step * factor, grid.scale / factor, grid.origin_xy)
    return grid.refined_from(cv2.blur(broad.reduced(skin), (3, 3)), broad)


def _carried(
    removal: ShadeRemoval, source: LowGrid, mesh: SourceMesh, deformed: Deformed, grid: LowGrid
) -> tuple[Map, Map]:
    """A removal moved with the skin: (H×W×1 detail to take away, H×W×3 to add)."""
    step = np.float32(source.step)
    x = (grid.picked(deformed.map_x) - np.float32(mesh.roi_xyxy[0]) + 0.5) / step - 0.5
    y = (grid.picked(deformed.map_y) - np.float32(mesh.roi_xyxy[1]) + 0.5) / step - 0.5
    flat, change = (
        cv2.remap(field, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        for field in (1 - removal.gain, removal.bias)
    )
    return np.asarray(flat[..., None], np.float32), np.asarray(change, np.float32)
