"""Sheets as pixels: painted once, toothed like paper, brought into the scene's light, cut to what can be seen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia

from pyojeong.media.drawing.surfaces import surface_on
from pyojeong.media.image import Pixels
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import argb
from pyojeong.performing.film.sets.sheets import Clouds, Sheet
from pyojeong.performing.film.sets.tones import Mood

FINEST = 1440
"""Lines above which sheets are no finer: paint is soft, and a 2160p set of full sheets would take 300 MB."""
_TILE = 256


@dataclass(frozen=True, slots=True)
class Size:
    """Of the picture.

    Attributes:
        width: In pixels.
        height: In pixels.
        unit: Pixels a unit of the layout.
        grain: The sheets' own pixels a unit.
    """

    width: int
    height: int
    unit: float
    grain: float

    @staticmethod
    def of(layout: Layout, size_wh: tuple[int, int]) -> Size:
        """For a picture of pixels; sheets are as fine as it up to `FINEST` lines on its smaller side."""
        unit = size_wh[0] / layout.width
        return Size(*size_wh, unit, unit * min(1.0, FINEST / min(size_wh)))

    def corner(self, layout: Layout) -> tuple[int, int]:
        """Where layers begin, in the sheets' own pixels from the picture's upper left corner."""
        return math.floor(layout.left * self.grain), math.floor(layout.top * self.grain)


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """A painted sheet.

    Attributes:
        image: Premultiplied pixels.
        left: Of the image, in its pixels from the picture's left edge.
        top: From the picture's top edge.
        depth: As of the sheet.
        speed: Units a second to the right, for what drifts.
        round: Whether it comes in again on the other side.
        covered: Rows from the picture's top, first and past, that it covers from side to side.
    """

    image: skia.Image
    left: int
    top: int
    depth: float
    speed: float = 0.0
    round: bool = False
    covered: tuple[int, int] = (0, 0)


def sheet_raster(sheet: Sheet, layout: Layout, size: Size, mood: Mood) -> Raster:
    """One sheet, cut to what is painted."""
    pixels = _painted(sheet, layout, size, mood)
    left, top = size.corner(layout)
    return _cut(pixels, left, top, sheet.depth)


def hem_rasters(sheet: Sheet, layout: Layout, size: Size, mood: Mood) -> tuple[Raster, ...]:
    """The two corners of a hem, apart: the empty middle would cost as much to sample as they do."""
    pixels = _painted(sheet, layout, size, mood)
    left, top = size.corner(layout)
    half = pixels.shape[1] // 2
    corners = ((pixels[:, :half], left), (pixels[:, half:], left + half))
    return tuple(_cut(corner, place, top, sheet.depth) for corner, place in corners if corner[..., 3].any())


def cloud_raster(clouds: Clouds, layout: Layout, size: Size, mood: Mood) -> Raster:
    """Clouds over a lap a little wider than the picture, so that none is seen twice."""
    sheet = Sheet("clouds", clouds.depth, clouds.paint)
    pixels = _painted(sheet, layout, size, mood)
    left, top = size.corner(layout)
    rows = np.flatnonzero(pixels[..., 3].any(axis=1))
    first, past = (int(rows[0]), int(rows[-1]) + 1) if len(rows) else (0, 1)
    return Raster(_image(pixels[first:past]), left, top + first, clouds.depth, clouds.speed, True)


def hidden_cut(sheets: list[Raster]) -> tuple[Raster, ...]:
    """Sheets without the rows that nearer ones cover from side to side wherever the camera goes."""
    shown: list[Raster] = []
    lowest = 1 << 30
    for sheet in reversed(sheets):
        high = min(sheet.image.height(), lowest - sheet.top)
        if high > 0:
            image = sheet.image
            if high < image.height():
                image = _image(np.ascontiguousarray(_pixels(image)[:high]))
            shown.append(Raster(image, sheet.left, sheet.top, sheet.depth, sheet.speed, sheet.round, sheet.covered))
        first, past = sheet.covered
        if past - first > 0 and past >= lowest:
            lowest = min(lowest, first)
        elif past - first > 0 and lowest == 1 << 30:
            lowest = first
    return tuple(reversed(shown))


def _painted(sheet: Sheet, layout: Layout, size: Size, mood: Mood) -> Pixels:
    left, top = size.corner(layout)
    wide = math.ceil(layout.right * size.grain) - left
    high = math.ceil(layout.bottom * size.grain) - top
    info = skia.ImageInfo.Make(wide, high, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    raw = skia.Surface.MakeRaster(info)
    canvas = raw.getCanvas()
    canvas.translate(-left, -top)
    canvas.scale(size.grain, size.grain)
    sheet.paint(canvas, layout, layout.dice(sheet.name))
    _tooth(canvas, layout, size)
    pixels = np.zeros((high, wide, 4), np.uint8)
    lit = surface_on(pixels)
    onto = lit.getCanvas()
    near = min(1.0, max(0.0, sheet.depth))
    image = raw.makeImageSnapshot()
    onto.drawImage(image, 0, 0, skia.SamplingOptions(), skia.Paint(ColorFilter=mood.filter(near)))
    onto.translate(-left, -top)
    onto.scale(size.grain, size.grain)
    _lights(onto, layout, mood, near)
    lit.flushAndSubmit()
    return pixels


def _tooth(canvas: skia.Canvas, layout: Layout, size: Size) -> None:
    """Paper's tooth and pools of pigment over whatever is painted."""
    for tile, scale, alpha in ((_grain_tile(), 1.0, 0.55), (_pool_tile(), 4.0, 0.6)):
        grow = scale * max(1.0, size.grain) / size.grain
        matrix = skia.Matrix.Scale(grow, grow)
        linear = skia.SamplingOptions(skia.FilterMode.kLinear)
        shader = tile.makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, linear, matrix)
        paint = skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcATop, Alphaf=alpha)
        canvas.drawRect(_whole(layout), paint)


def _lights(canvas: skia.Canvas, layout: Layout, mood: Mood, near: float) -> None:
    """The bright heart of the picture, where faces are, and its edges: the same places on every sheet."""
    centre = skia.Point(layout.middle, layout.height * (0.40 if layout.tall else 0.46))
    reach = 0.62 * max(layout.width, layout.height * 0.7)
    strength = max(mood.strength, 0.35)
    light = mood.light
    lamps = [(light.heart, light.heart_alpha * strength * (1 - 0.55 * near), light.edge, light.edge_alpha * strength)]
    lamps += [(air.heart, air.heart_alpha * (1 - 0.6 * near), air.edge, air.edge_alpha) for air in mood.airs]
    for heart, heart_alpha, edge, edge_alpha in lamps:
        colours = [argb(heart, heart_alpha), argb(heart, 0.45 * heart_alpha), argb(heart, 0.0)]
        _radial(canvas, layout, centre, reach, colours, [0.0, 0.45, 1.0])
        colours = [argb(edge, 0.0), argb(edge, 0.0), argb(edge, 0.5 * edge_alpha), argb(edge, edge_alpha)]
        _radial(canvas, layout, centre, reach * 1.35, colours, [0.0, 0.42, 0.75, 1.0])


def _radial(
    canvas: skia.Canvas, layout: Layout, centre: skia.Point, reach: float, colours: list[int], stops: list[float]
) -> None:
    shader = skia.GradientShader.MakeRadial(centre, reach, colours, stops)
    paint = skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcATop, Dither=True)
    canvas.drawRect(_whole(layout), paint)


def _whole(layout: Layout) -> skia.Rect:
    return skia.Rect.MakeLTRB(layout.left - 9, layout.top - 9, layout.right + 9, layout.bottom + 9)


@lru_cache(maxsize=1)
def _grain_tile() -> skia.Image:
    """Fine speckle, light and dark."""
    noise = np.random.default_rng(3).normal(0.0, 1.0, (_TILE, _TILE))
    noise = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1)) / 1.7
    return _speckle(noise * 0.055)


@lru_cache(maxsize=1)
def _pool_tile() -> skia.Image:
    """Broad soft spots as of watercolour, seamless: noise cut to its low frequencies."""
    noise = np.fft.rfft2(np.random.default_rng(5).normal(0.0, 1.0, (_TILE, _TILE)))
    fy, fx = np.fft.fftfreq(_TILE)[:, None] * _TILE, np.fft.rfftfreq(_TILE)[None, :] * _TILE
    far = np.hypot(fx, fy)
    noise *= np.where(far > 0, np.maximum(far, 1.0) ** -1.1, 0.0) * (far < 60)
    field = np.fft.irfft2(noise, (_TILE, _TILE))
    return _speckle(field / field.std() * 0.045)


def _speckle(field: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> skia.Image:
    """White where the field is above 0, ink where it is below, as strongly as it is far from it."""
    alpha = np.clip(np.abs(field) * 255, 0, 255)
    rgb = np.where(field[..., None] > 0, np.array([255.0, 252.0, 240.0]), np.array([40.0, 28.0, 60.0]))
    return skia.Image.fromarray(np.dstack([rgb, alpha]).astype(np.uint8), skia.kRGBA_8888_ColorType)


def _cut(pixels: Pixels, left: int, top: int, depth: float) -> Raster:
    """The part of a sheet that is painted, and which rows it covers wholly."""
    alpha = pixels[..., 3]
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not len(rows):
        return Raster(_image(pixels[:1, :1]), left, top, depth)
    full = alpha.min(axis=1) == 255
    past = len(full) if full[-1] else 0
    first = past
    while first > 0 and full[first - 1]:
        first -= 1
    a, b, c, d = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    image = _image(np.ascontiguousarray(pixels[a:b, c:d]))
    return Raster(image, left + c, top + a, depth, covered=(top + first, top + past) if past else (0, 0))


def _image(pixels: Pixels) -> skia.Image:
    """A copy of premultiplied pixels; opaque ones are marked so, because laying them is copying."""
    kind = skia.kOpaque_AlphaType if pixels[..., 3].min() == 255 else skia.kPremul_AlphaType
    return skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kRGBA_8888_ColorType, kind)


def _pixels(image: skia.Image) -> Pixels:
    found: Pixels = image.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    return found
