"""Grain laid on what is painted: paper's noise as soft light, the same at every place of the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import cv2
import numpy as np
import skia

from pyojeong.media.drawing.nodes import Grain
from pyojeong.media.drawing.rimming import shown
from pyojeong.media.drawing.surfaces import surface_on
from pyojeong.media.image import Pixels

TILE = 256
"""Units after which grain repeats itself: a whole figure's width, so that nobody sees that it does."""
_STEPS, _MOST = 8, 4.0
"""Of a pixel's size in units, and the smallest size: tiles are a whole number of pixels, and none is over 8 MB."""
_GREY = (1 / 3, 1 / 3, 1 / 3, 0, 0)
_MIDDLE = 128


class _Tile(NamedTuple):
    """How far the noise is over and under its middle, in [0, 127]: S×S×4, nothing in alpha."""

    lighter: Pixels
    darker: Pixels


def lay_grain(pixels: Pixels, grain: Grain, scale: float) -> None:
    """Lay ``grain`` on ``pixels`` (H×W×4, multiplied alpha), ``scale`` pixels to a unit.

    Soft light as W3C's predecessors had it, d + (2s - 1)·(d - d²), which needs no case for dark and light.
    """
    tile = _tile(grain.scale, grain.seed, min(_MOST, max(1 / _STEPS, round(scale * _STEPS) / _STEPS)))
    rows, columns = shown(pixels, 0)
    for here, there in _windows(rows, columns, len(tile.lighter)):
        seen = pixels[here]
        room = cv2.multiply(seen, cv2.bitwise_not(seen), scale=4 * grain.strength / 255)  # a quarter of 255 at most
        up = cv2.multiply(room, tile.lighter[there], scale=1 / (4 * (_MIDDLE - 1)))
        down = cv2.multiply(room, tile.darker[there], scale=1 / (4 * (_MIDDLE - 1)))
        cv2.subtract(cv2.add(seen, up), down, dst=seen)


_Window = tuple[slice, slice]


def _windows(rows: slice, columns: slice, side: int) -> Iterator[tuple[_Window, _Window]]:
    """Where the picture and the tiles that are laid side by side over it meet."""
    for row, in_row in _spans(rows, side):
        for column, in_column in _spans(columns, side):
            yield (row, column), (in_row, in_column)


def _spans(whole: slice, side: int) -> Iterator[tuple[slice, slice]]:
    """``whole`` in pieces that cross no multiple of ``side``, each with its place within one.

    >>> list(_spans(slice(3, 12), 10))
    [(slice(3, 10, None), slice(3, 10, None)), (slice(10, 12, None), slice(0, 2, None))]
    """
    start = whole.start
    while start < whole.stop:
        end = min(whole.stop, (start // side + 1) * side)
        yield slice(start, end), slice(start % side, start % side + end - start)
        start = end


@lru_cache(maxsize=8)
def _tile(scale: float, seed: int, texels: float) -> _Tile:
    """Noise of two octaves, ``texels`` pixels to a unit; nobody changes it."""
    noise = skia.PerlinNoiseShader.MakeFractalNoise(0.8 / scale, 1 / scale, 2, float(seed), skia.ISize(TILE, TILE))
    grey = skia.ColorFilters.Matrix([*_GREY, *_GREY, *_GREY, 0, 0, 0, 0, 1])
    side = round(TILE * texels)
    pixels = np.zeros((side, side, 4), np.uint8)
    with surface_on(pixels) as canvas:
        canvas.scale(texels, texels)
        canvas.drawPaint(skia.Paint(Shader=noise, ColorFilter=grey))
    pixels[..., 3] = _MIDDLE
    middle = np.full_like(pixels, _MIDDLE)
    return _Tile(cv2.subtract(pixels, middle), np.minimum(cv2.subtract(middle, pixels), np.uint8(_MIDDLE - 1)))
