"""Houses of old Korea: thatch over clay, tiles over white walls, paper doors, courses of stone."""

from __future__ import annotations

import math
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import brushed, dabs, fading, flat, line, shade_below, stroke, wash, within
from pyojeong.performing.film.sets.pigments import SHADE, argb, lit, mix, tints
from pyojeong.performing.film.sets.shapes import Box, box, oval, placed, smooth
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp

CLAY, WOOD, PAPER, STRAW, TILE, STONE = "#d9ab72", "#7a4e35", "#fbf1d8", "#d8ad5c", "#57606e", "#9d978f"
_VINE = "#6d9350"

#: Outlines about the middle of the eaves, in shares of half the roof's width and of its height.
_STRAW_ROOF = (
    *((-1, 0), (-0.9, 0.46), (-0.56, 0.9), (0, 1), (0.56, 0.9), (0.9, 0.46), (1, 0)),
    *((0.5, -0.1), (0, -0.12), (-0.5, -0.1)),
)
_STRAW_RIDGE = ((-0.46, 0.9), (0, 1.05), (0.46, 0.9), (0, 0.93))
_SNOW_CAP = (
    *((-0.97, 0.22), (-0.6, 0.98), (0, 1.09), (0.6, 0.98), (0.97, 0.22)),
    *((0.6, 0.3), (0.25, 0.16), (-0.2, 0.28), (-0.6, 0.14)),
)


def lattice(
    canvas: skia.Canvas, area: Box, *, paper: str = PAPER, wood: str = WOOD, cells: tuple[int, int] = (3, 5)
) -> None:
    """A paper door: wooden bars over paper that glows a little."""
    left, top, right, bottom = area
    wash(canvas, box(*area), lit(paper, 0.3), mix(paper, "#e8c98c", 0.35))
    bar = max(1.6, (right - left) * 0.028)
    for step in range(1, cells[0]):
        x = left + (right - left) * step / cells[0]
        stroke(canvas, [(x, top), (x, bottom)], wood, bar, alpha=0.8)
    for step in range(1, cells[1]):
        y = top + (bottom - top) * step / cells[1]
        stroke(canvas, [(left, y), (right, y)], wood, bar, alpha=0.8)
    line(canvas, box(*area), lit(wood, -0.2), bar * 2.1)


def stones(canvas: skia.Canvas, dice: Random, area: Box, ink: str, *, row: float) -> None:
    """Rows of field stones in their dark joints, ``row`` high each."""
    left, top, right, bottom = area
    flat(canvas, box(*area, round_by=3), lit(ink, -0.35))
    y = top
    while y < bottom - 2:
        x = left - dice.uniform(0, row)
        while x < right:
            wide = row * dice.uniform(1.0, 2.0)
            a, b = max(left, x), min(right, x + wide)
            if b - a > 4:
                tint = lit(ink, dice.uniform(-0.2, 0.25))
                stone = box(a + 1, y + 1, b - 1, min(bottom, y + row) - 1, round_by=row * 0.35)
                wash(canvas, stone, lit(tint, 0.15), tint)
            x += wide
        y += row


def _clay_wall(canvas: skia.Canvas, dice: Random, area: Box, ink: str) -> None:
    _, top, _, bottom = area
    brushed(canvas, box(*area), ink, dice, size=(bottom - top) * 0.6)
    dabs(canvas, dice, area, (lit(ink, -0.25), lit(ink, 0.2)), count=24, size=(5, 12), alpha=0.35, loose=1.2)


def thatched(
    canvas: skia.Canvas,
    dice: Random,
    x: float,
    y: float,
    wide: float,
    *,
    warm: bool = False,
    gourds: bool = True,
    snow: str = "",
) -> None:
    """A cottage whose middle of the front stands at (x, y): clay walls, paper doors, a round roof of straw."""
    half, high = wide / 2, wide * 0.34
    top = y - high
    shade_below(canvas, x, y, half)
    stones(canvas, dice, (x - half * 0.95, y - high * 0.2, x + half * 0.95, y), STONE, row=high * 0.1)
    _clay_wall(canvas, dice, (x - half * 0.84, top, x + half * 0.84, y - high * 0.18), CLAY)
    _cottage_front(canvas, x, y, wide, warm=warm)
    fading(canvas, box(x - half * 0.9, top - high * 0.02, x + half * 0.9, top + high * 0.22), SHADE, 0.42)
    low, half_roof, high_roof = top + high * 0.14, half * 1.12, high * 1.02
    _straw_roof(canvas, dice, x, low, half_roof, high_roof)
    if snow:
        _snow_cap(canvas, dice, x, low, half_roof, high_roof, snow)
        return
    wash(canvas, smooth(placed(x, low, half_roof, high_roof, _STRAW_RIDGE)), lit(STRAW, 0.3), lit(STRAW, -0.2))
    if gourds:
        for share in (-0.45, 0.3):
            _gourd(canvas, dice, x + half * share, top - high * 0.36, wide * 0.035)


def _cottage_front(canvas: skia.Canvas, x: float, y: float, wide: float, *, warm: bool) -> None:
    """A door, two windows and the posts between."""
    half, high = wide / 2, wide * 0.34
    top = y - high
    for share, size in ((-0.5, 0.2), (0.06, 0.24), (0.56, 0.16)):
        left = x + half * (share - size / 2)
        deep = y - high * (0.2 if size > 0.18 else 0.42)
        lattice(canvas, (left, top + high * 0.2, left + half * size, deep), paper="#ffe09a" if warm else PAPER)
    for share in (-0.84, -0.3, 0.32, 0.84):
        px = x + half * share
        stroke(canvas, [(px, top), (px, y - high * 0.17)], lit(WOOD, 0.05), wide * 0.018)


def _gourd(canvas: skia.Canvas, dice: Random, x: float, y: float, size: float) -> None:
    """A white gourd on its vine over the thatch."""
    stroke(canvas, [(x - size * 4, y + size), (x, y - size), (x + size * 4, y + size * 1.4)], _VINE, 3)
    area = (x - size * 4, y - size, x + size * 4, y + size * 2)
    dabs(canvas, dice, area, tints(_VINE), count=9, size=(10, 17), shape=Stamp.LEAF, alpha=0.95, loose=2)
    for bump, up, radius in ((0, 0, size), (-0.1, 1.1, size * 0.66)):
        wash(canvas, oval(x + bump * size, y - up * size, radius, radius), "#fbf6d2", "#d4cf94")


def _straw_roof(canvas: skia.Canvas, dice: Random, x: float, low: float, half: float, high: float) -> None:
    """Round-shouldered, combed downwards, tied with ropes."""
    path = smooth(placed(x, low, half, high, _STRAW_ROOF))
    wash(canvas, path, lit(STRAW, 0.25), lit(STRAW, -0.25))
    with within(canvas, path):
        _combed(canvas, dice, x, low - high, half, high)
        _ropes(canvas, x, low - high, half, high)
        hem = [(x - half, low + 2), (x, low + high * 0.13), (x + half, low + 2)]
        stroke(canvas, hem, SHADE, high * 0.1, alpha=0.25)


def _combed(canvas: skia.Canvas, dice: Random, x: float, crest: float, half: float, high: float) -> None:
    """Straws running down from the crest, darker towards the eaves."""
    marks = []
    for _ in range(150):
        share = dice.uniform(-1, 1)
        down = dice.random()
        ink = argb(lit(STRAW, 0.2 - 0.4 * down + dice.uniform(-0.2, 0.2) - 0.12 * share), 0.55)
        px, py = x + share * half * (0.6 + 0.4 * down), crest + high * (0.05 + 1.05 * down)
        marks.append(Mark(px, py, half * dice.uniform(0.12, 0.26), math.pi / 2 - share * 0.7, ink))
    stamp(canvas, Stamp.DRY, marks)


def _ropes(canvas: skia.Canvas, x: float, crest: float, half: float, high: float) -> None:
    """Three ropes from side to side that hold the straw."""
    for share in (0.3, 0.56, 0.8):
        rope = [
            (x + side * half * (0.66 + 0.4 * share), crest + high * (share + 0.1 * (1 - abs(side)) - 0.08))
            for side in (-1, -0.5, 0, 0.5, 1)
        ]
        stroke(canvas, rope, lit(STRAW, -0.5), 2.2, alpha=0.6)


def _snow_cap(canvas: skia.Canvas, dice: Random, x: float, low: float, half: float, high: float, snow: str) -> None:
    cap = smooth(placed(x, low, half, high, _SNOW_CAP))
    brushed(canvas, cap, snow, dice, below=mix(snow, "#b8cbe8", 0.55), size=50)


def tiled_roof(
    canvas: skia.Canvas, dice: Random, x: float, low: float, half: float, high: float, *, ink: str = TILE
) -> None:
    """A roof of dark tiles whose eaves rise at both ends; ``low`` is the eaves' height in the middle."""
    crest, tip = low - high, low - high * 0.34
    path = skia.Path()
    path.moveTo(x - half, tip)
    path.quadTo(x - half * 0.62, low + high * 0.02, x, low)
    path.quadTo(x + half * 0.62, low + high * 0.02, x + half, tip)
    path.quadTo(x + half * 0.7, low - high * 0.52, x + half * 0.62, crest)
    path.quadTo(x, crest + high * 0.13, x - half * 0.62, crest)
    path.quadTo(x - half * 0.7, low - high * 0.52, x - half, tip)
    path.close()
    wash(canvas, path, lit(ink, 0.18), lit(ink, -0.2))
    with within(canvas, path):
        _tile_rows(canvas, dice, (x - half, crest, x + half, low), ink)
    side = x - half * 0.55, x + half * 0.55
    eaves = [(x - half, tip), (side[0], low - high * 0.06), (x, low), (side[1], low - high * 0.06), (x + half, tip)]
    stroke(canvas, eaves, lit(ink, -0.5), high * 0.075)
    stroke(canvas, [(px, py - high * 0.035) for px, py in eaves], lit(ink, 0.3), high * 0.022, alpha=0.8)
    ridge = [(x - half * 0.65, crest - high * 0.06), (x, crest + high * 0.05), (x + half * 0.65, crest - high * 0.06)]
    stroke(canvas, ridge, lit(ink, -0.35), high * 0.13)
    stroke(canvas, ridge, "#e9e4da", high * 0.035, alpha=0.8)
    for way_to in (-half, half):
        hip = [(x + way_to * 0.64, crest - high * 0.04), (x + way_to * 0.72, low - high * 0.5), (x + way_to, tip)]
        stroke(canvas, hip, lit(ink, -0.35), high * 0.07)


def _tile_rows(canvas: skia.Canvas, dice: Random, area: Box, ink: str) -> None:
    """Rows of tiles running down from the ridge, each with its shadow and its light."""
    left, crest, right, low = area
    x, half, high = (left + right) / 2, (right - left) / 2, low - crest
    count = max(12, int(half / 7))
    for number in range(-count, count + 1):
        way_to = half * number / count
        points = [(x + way_to * 0.62, crest - 4), (x + way_to * 0.76, low - high * 0.5)]
        points.append((x + way_to * 1.05, low + high * 0.1))
        stroke(canvas, points, lit(ink, -0.45), max(1.6, half * 0.014), alpha=0.65)
        light = [(px + half * 0.013, py) for px, py in points]
        stroke(canvas, light, lit(ink, 0.35), max(1.0, half * 0.007), alpha=0.5)
    size = (half * 0.08, half * 0.24)
    dabs(canvas, dice, area, tints(ink, spread=0.25), count=40, size=size, alpha=0.16, turn=1.5)


def tiled(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float) -> None:
    """A house with white walls, dark posts and a tiled roof; its front stands at (x, y)."""
    half, high = wide / 2, wide * 0.3
    shade_below(canvas, x, y, half)
    stones(canvas, dice, (x - half * 0.98, y - high * 0.22, x + half * 0.98, y), STONE, row=high * 0.12)
    top = y - high * 1.05
    wash(canvas, box(x - half * 0.86, top, x + half * 0.86, y - high * 0.2), "#f7efe0", "#e2d3ba")
    for share in (-0.62, -0.2, 0.2, 0.62):
        area = (x + half * (share - 0.14), top + high * 0.24, x + half * (share + 0.14), y - high * 0.22)
        lattice(canvas, area, cells=(4, 5))
    for share in (-0.86, -0.42, 0.0, 0.42, 0.86):
        px = x + half * share
        stroke(canvas, [(px, top), (px, y - high * 0.2)], WOOD, wide * 0.02)
    fading(canvas, box(x - half * 0.9, top - 4, x + half * 0.9, top + high * 0.3), SHADE, 0.5)
    tiled_roof(canvas, dice, x, top + high * 0.14, half * 1.24, high * 0.86)
