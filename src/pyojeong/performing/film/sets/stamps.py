"""Brush marks: small shapes cut once from noise and curves, stamped by the thousand in any colour."""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import skia

_CELL = 64
_COLUMNS = 4


class Stamp(IntEnum):
    """A mark in the atlas."""

    DAB = 0
    LEAF = 1
    DRY = 2
    BLADE = 3
    GLOW = 4
    PETAL = 5
    NEEDLES = 6
    FLOWER = 7
    SPLAT = 8
    FLAKE = 9
    SPARK = 10
    PUFF = 11
    MAPLE = 12
    RING = 13
    DISC = 14
    TUFT = 15


class Mark(NamedTuple):
    """One stamping: middle, size across, turn in radians, colour as Skia's number."""

    x: float
    y: float
    size: float
    turn: float
    colour: int


def stamp(canvas: skia.Canvas, shape: Stamp, marks: Iterable[Mark]) -> None:
    """Leave all ``marks`` of one shape, in order, in one batch."""
    half, scale = _CELL / 2, 1.0 / _CELL
    placed, colours = [], []
    for x, y, size, turn, colour in marks:
        placed.append(skia.RSXform.MakeFromRadians(size * scale, turn, x, y, half, half))
        colours.append(colour)
    if placed:
        cell = _cell(shape)
        linear = skia.SamplingOptions(skia.FilterMode.kLinear)
        canvas.drawAtlas(_atlas(), placed, [cell] * len(placed), colours, skia.BlendMode.kModulate, linear)


@lru_cache(maxsize=32)
def _cell(shape: Stamp) -> skia.Rect:
    row, column = divmod(int(shape), _COLUMNS)
    return skia.Rect.MakeXYWH(column * _CELL, row * _CELL, _CELL, _CELL)


@lru_cache(maxsize=1)
def _atlas() -> skia.Image:
    rows = math.ceil(len(Stamp) / _COLUMNS)
    surface = skia.Surface(_COLUMNS * _CELL, rows * _CELL)
    canvas = surface.getCanvas()
    for shape in Stamp:
        cell = _cell(shape)
        canvas.save()
        canvas.clipRect(cell)
        canvas.translate(cell.centerX(), cell.centerY())
        canvas.scale(_CELL / 2 - 2, _CELL / 2 - 2)
        _DRAWN[shape](canvas)
        canvas.restore()
    return _roughened(surface.makeImageSnapshot())


def _roughened(image: skia.Image) -> skia.Image:
    """Marks of a brush with a paper's tooth in them; soft and round ones stay smooth."""
    pixels = image.toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.float32)
    noise = np.random.default_rng(11).random((pixels.shape[0] // 2, pixels.shape[1] // 2))
    tooth = np.repeat(np.repeat(noise, 2, 0), 2, 1)
    for shape in (Stamp.DAB, Stamp.DRY, Stamp.LEAF, Stamp.SPLAT, Stamp.PETAL, Stamp.TUFT):
        cell = _cell(shape)
        area = np.s_[int(cell.top()) : int(cell.bottom()), int(cell.left()) : int(cell.right())]
        pixels[..., 3][area] *= 0.72 + 0.28 * (tooth[area] > 0.3)
    return skia.Image.fromarray(pixels.astype(np.uint8), skia.kRGBA_8888_ColorType)


def _white(*, alpha: float = 1.0, width: float = 0.0) -> skia.Paint:
    paint = skia.Paint(Color=0xFFFFFFFF, AntiAlias=True, Alphaf=alpha)
    if width:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
    return paint


def _soft(canvas: skia.Canvas, stops: list[float]) -> None:
    colours = [skia.Color(255, 255, 255, round(255 * stop)) for stop in stops]
    shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), 1.0, colours)
    canvas.drawRect(skia.Rect.MakeLTRB(-1.1, -1.1, 1.1, 1.1), skia.Paint(Shader=shader))


def _lens(canvas: skia.Canvas, wide: float, *, vein: bool = False) -> None:
    path = skia.Path()
    path.moveTo(-0.95, 0)
    path.cubicTo(-0.4, -wide, 0.5, -wide, 0.95, 0)
    path.cubicTo(0.5, wide, -0.4, wide, -0.95, 0)
    canvas.drawPath(path, _white())
    if vein:
        line = _white(alpha=0.35, width=0.06)
        line.setBlendMode(skia.BlendMode.kDstOut)
        canvas.drawLine(-0.8, 0, 0.7, 0, line)


def _dab(canvas: skia.Canvas) -> None:
    path = skia.Path()
    for step in range(15):
        angle = math.tau * step / 14
        radius = 0.8 + 0.14 * math.sin(3 * angle + 1) + 0.05 * math.sin(7 * angle)
        point = skia.Point(radius * math.cos(angle), 0.82 * radius * math.sin(angle))
        path.lineTo(point) if step else path.moveTo(point)
    canvas.drawPath(path, _white(alpha=0.95))


def _dry(canvas: skia.Canvas) -> None:
    for hair in range(13):
        y = -0.42 + 0.07 * hair
        start, end = -0.9 + 0.25 * abs(math.sin(5.1 * hair)), 0.92 - 0.5 * abs(math.sin(2.3 * hair + 1))
        canvas.drawLine(start, y, end, y + 0.05 * math.sin(hair), _white(alpha=0.8, width=0.085))


def _blade(canvas: skia.Canvas) -> None:
    path = skia.Path()
    path.moveTo(-0.13, 0.95)
    path.quadTo(-0.05, -0.1, 0.3, -0.95)
    path.quadTo(0.14, 0.0, 0.13, 0.95)
    canvas.drawPath(path, _white())


def _needles(canvas: skia.Canvas) -> None:
    for needle in range(9):
        angle = math.radians(-150 + 15 * needle)
        canvas.drawLine(0, 0.5, 0.95 * math.cos(angle), 0.5 + 1.3 * math.sin(angle), _white(alpha=0.9, width=0.1))


def _flower(canvas: skia.Canvas) -> None:
    for petal in range(5):
        angle = math.tau * petal / 5 - math.pi / 2
        canvas.drawCircle(0.52 * math.cos(angle), 0.52 * math.sin(angle), 0.42, _white())
    hole = _white(alpha=0.4)
    hole.setBlendMode(skia.BlendMode.kDstOut)
    canvas.drawCircle(0, 0, 0.24, hole)


def _splat(canvas: skia.Canvas) -> None:
    for spot in range(12):
        angle, far = 2.4 * spot, 0.15 + 0.065 * spot
        canvas.drawCircle(far * math.cos(angle), far * math.sin(angle), 0.06 + 0.1 * abs(math.sin(spot)), _white())


def _flake(canvas: skia.Canvas) -> None:
    for arm in range(3):
        angle = math.pi * arm / 3
        x, y = 0.85 * math.cos(angle), 0.85 * math.sin(angle)
        canvas.drawLine(-x, -y, x, y, _white(width=0.16))
        for side in (-1, 1):
            cx, cy = 0.5 * side * x / 0.85, 0.5 * side * y / 0.85
            for turn in (0.8, -0.8):
                tip = angle + turn + (math.pi if side < 0 else 0)
                canvas.drawLine(cx, cy, cx + 0.34 * math.cos(tip), cy + 0.34 * math.sin(tip), _white(width=0.12))


def _spark(canvas: skia.Canvas) -> None:
    path = skia.Path()
    for step in range(8):
        angle, radius = math.tau * step / 8, 0.98 if step % 2 == 0 else 0.16
        point = skia.Point(radius * math.cos(angle), radius * math.sin(angle))
        path.lineTo(point) if step else path.moveTo(point)
    canvas.drawPath(path, _white())


def _maple(canvas: skia.Canvas) -> None:
    path = skia.Path()
    for step in range(10):
        angle, radius = math.radians(-90 + 36 * step), (0.95, 0.4)[step % 2]
        point = skia.Point(radius * math.cos(angle), radius * math.sin(angle))
        path.lineTo(point) if step else path.moveTo(point)
    path.close()
    canvas.drawPath(path, _white())
    canvas.drawLine(0, 0.3, 0.1, 0.98, _white(width=0.1))


def _tuft(canvas: skia.Canvas) -> None:
    for blade in range(6):
        lean = -0.7 + 0.28 * blade
        path = skia.Path()
        path.moveTo(0.12 * lean - 0.08, 0.9)
        path.quadTo(0.3 * lean, 0.0, lean, -0.8 + 0.5 * abs(lean))
        path.quadTo(0.5 * lean, 0.1, 0.12 * lean + 0.1, 0.9)
        canvas.drawPath(path, _white())


_DRAWN = {
    Stamp.DAB: _dab,
    Stamp.LEAF: lambda canvas: _lens(canvas, 0.62, vein=True),
    Stamp.DRY: _dry,
    Stamp.BLADE: _blade,
    Stamp.GLOW: lambda canvas: _soft(canvas, [1.0, 0.45, 0.14, 0.0]),
    Stamp.PETAL: lambda canvas: _lens(canvas, 0.8),
    Stamp.NEEDLES: _needles,
    Stamp.FLOWER: _flower,
    Stamp.SPLAT: _splat,
    Stamp.FLAKE: _flake,
    Stamp.SPARK: _spark,
    Stamp.PUFF: lambda canvas: _soft(canvas, [0.9, 0.8, 0.4, 0.0]),
    Stamp.MAPLE: _maple,
    Stamp.RING: lambda canvas: canvas.drawCircle(0, 0, 0.82, _white(width=0.12)),
    Stamp.DISC: lambda canvas: canvas.drawCircle(0, 0, 0.95, _white()),
    Stamp.TUFT: _tuft,
}
