"""A set on the stage: sheets laid over each other by whole pixels, kept, and moved together by the camera.

Sampling a picture between its pixels costs seven milliseconds a 720p layer in Skia on one core, laying it by whole
pixels a tenth of that. So sheets are laid by whole pixels whenever one of them has moved by one, which is a few times
a second, and the laid picture alone is sampled every frame.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import skia

from pyojeong.media.image import Pixels
from pyojeong.performing.film.camera import Camera
from pyojeong.performing.film.sets.air import Air
from pyojeong.performing.film.sets.layout import ABOVE, SIDE, Layout
from pyojeong.performing.film.sets.rasters import Raster, Size
from pyojeong.performing.film.sets.sheets import Mover

REFERENCE = 0.8
"""Depth at which the laid picture moves as one; sheets of other depths move against it."""
#: How much of the sides the laid picture keeps; the rest lets sheets move against each other.
_KEPT = 0.5


@dataclass(slots=True, eq=False)
class _Laid:
    """Sheets as they were last laid."""

    offsets: tuple[int, ...]
    pixels: Pixels


class PaintedBackdrop:
    """Keeper of the set's promise made of painted sheets."""

    def __init__(
        self,
        layout: Layout,
        size: Size,
        sheets: tuple[Raster, ...],
        hems: tuple[Raster, ...],
        movers: tuple[Mover, ...],
        air: Air,
    ) -> None:
        self._layout, self._size = layout, size
        self._sheets, self._hems, self._movers, self._air = sheets, hems, movers, air
        self._laid: _Laid | None = None
        self._corner = math.floor(-layout.width * SIDE * _KEPT * size.grain), math.floor(layout.top * size.grain)
        self._shown = np.empty((size.height, size.width, 4), np.uint8)

    def behind(self, canvas: skia.Canvas, seconds: float, camera: Camera) -> None:
        """Paint the whole picture: sheets, what moves among them, and weather that is far."""
        size, near = self._size, self._near(camera)
        laid = self._lay(near, seconds)
        scale = size.grain / (size.unit * near.zoom)
        shift = near.right * REFERENCE * self._layout.width * size.grain
        left, top = self._corner
        x = self._layout.width / 2 * size.grain - left - size.width / 2 * scale + shift
        y = self._layout.height / 2 * size.grain - top - size.height / 2 * scale
        matrix = np.array([[scale, 0.0, x + (scale - 1) / 2], [0.0, scale, y + (scale - 1) / 2]])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        border = cv2.BORDER_REPLICATE
        cv2.warpAffine(laid, matrix, (size.width, size.height), self._shown, flags=flags, borderMode=border)
        canvas.drawImage(_opaque(self._shown), 0, 0)
        for mover in self._movers:
            self._moved(canvas, near, mover.depth)
            mover.draw(canvas, seconds)
            canvas.restore()
        self._moved(canvas, near, REFERENCE)
        self._air.far(canvas, seconds)
        canvas.restore()

    def before(self, canvas: skia.Canvas, seconds: float, camera: Camera) -> None:
        """Paint what frames the lower corners, and weather that is near."""
        near, linear = self._near(camera), skia.SamplingOptions(skia.FilterMode.kLinear)
        for hem in self._hems:
            self._moved(canvas, near, hem.depth)
            canvas.scale(1 / self._size.grain, 1 / self._size.grain)
            canvas.drawImage(hem.image, hem.left, hem.top, linear)
            canvas.restore()
        self._moved(canvas, near, 1.25)
        self._air.near(canvas, seconds)
        canvas.restore()

    def _near(self, camera: Camera) -> Camera:
        """The camera, held where no edge shows."""
        zoom = max(camera.zoom, 1 / (1 + 2 * ABOVE))
        room = SIDE * _KEPT + (1 - 1 / zoom) / 2
        return Camera(zoom, max(-room, min(room, camera.right)))

    def _moved(self, canvas: skia.Canvas, camera: Camera, depth: float) -> None:
        """Save the canvas and bring it to units of the layout at one depth."""
        layout, unit = self._layout, self._size.unit
        canvas.save()
        canvas.scale(unit, unit)
        canvas.translate(layout.width / 2, layout.height / 2)
        canvas.scale(camera.zoom, camera.zoom)
        canvas.translate(-layout.width / 2 - camera.right * depth * layout.width, -layout.height / 2)

    def _lay(self, camera: Camera, seconds: float) -> Pixels:
        """All sheets as one picture, the sides beyond the picture included."""
        pixels = self._layout.width * self._size.grain
        # One step of the camera for all sheets, so that they hop together: the farthest by a pixel, others by less.
        step = 1.0 / (pixels * REFERENCE)
        right = round(camera.right / step) * step
        limit = math.floor(pixels * SIDE * (1 - _KEPT)) - 1
        offsets = tuple(
            max(-limit, min(limit, round((REFERENCE - sheet.depth) * right * pixels)))
            + round(sheet.speed * seconds * self._size.grain)
            for sheet in self._sheets
        )
        if self._laid is None or self._laid.offsets != offsets:
            self._laid = _Laid(offsets, self._composed(offsets))
        return self._laid.pixels

    def _composed(self, offsets: tuple[int, ...]) -> Pixels:
        layout, grain = self._layout, self._size.grain
        left, top = self._corner
        wide = math.ceil(layout.width * (1 + 2 * SIDE * _KEPT) * grain)
        high = math.ceil(layout.height * (1 + 2 * ABOVE) * grain)
        pixels = np.empty((high, wide, 4), np.uint8)
        surface = skia.Surface(pixels, skia.kRGBA_8888_ColorType, skia.kOpaque_AlphaType)
        canvas = surface.getCanvas()
        canvas.translate(-left, -top)
        for sheet, offset in zip(self._sheets, offsets, strict=True):
            if not sheet.round:
                canvas.drawImage(sheet.image, sheet.left + offset, sheet.top)
                continue
            lap = sheet.image.width()
            first = (sheet.left + offset - left) % lap + left
            for place in (first - lap, first):
                canvas.drawImage(sheet.image, place, sheet.top)
        surface.flushAndSubmit()
        return pixels


def _opaque(pixels: Pixels) -> skia.Image:
    return skia.Image.fromarray(pixels, skia.kRGBA_8888_ColorType, skia.kOpaque_AlphaType, copy=False)
