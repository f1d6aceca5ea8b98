"""Houses of old Korea: thatch over clay, tiles over white walls, stone walls, jars, lattices and lanterns."""

from __future__ import annotations

import math
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    Box,
    box,
    brushed,
    dabs,
    flat,
    line,
    oval,
    smooth,
    stroke,
    wash,
    within,
)
from pyojeong.performing.film.sets.pigments import argb, lit, mix, tints
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp

CLAY, WOOD, PAPER, STRAW, TILE, STONE = "#d9ab72", "#7a4e35", "#fbf1d8", "#d8ad5c", "#57606e", "#9d978f"


def shade_below(canvas: skia.Canvas, x: float, y: float, half: float) -> None:
    """The shadow of something that stands at (x, y)."""
    flat(canvas, oval(x + half * 0.06, y + half * 0.02, half * 1.12, half * 0.14), "#2a2350", alpha=0.22)


def lattice(
    canvas: skia.Canvas, area: Box, *, paper: str = PAPER, wood: str = WOOD, cells: tuple[int, int] = (3, 5)
) -> None:
    """A paper door: wooden bars over paper that glows a little."""
    left, top, right, bottom = area
    wash(canvas, box(left, top, right, bottom), lit(paper, 0.3), mix(paper, "#e8c98c", 0.35))
    bar = max(1.6, (right - left) * 0.028)
    for step in range(1, cells[0]):
        x = left + (right - left) * step / cells[0]
        stroke(canvas, [(x, top), (x, bottom)], wood, bar, alpha=0.8)
    for step in range(1, cells[1]):
        y = top + (bottom - top) * step / cells[1]
        stroke(canvas, [(left, y), (right, y)], wood, bar, alpha=0.8)
    line(canvas, box(left, top, right, bottom), lit(wood, -0.2), bar * 2.1)


def _clay_wall(canvas: skia.Canvas, dice: Random, area: Box, ink: str) -> None:
    left, top, right, bottom = area
    wall = box(left, top, right, bottom)
    brushed(canvas, wall, ink, dice, size=(bottom - top) * 0.6)
    dabs(canvas, dice, area, (lit(ink, -0.25), lit(ink, 0.2)), count=24, size=(5, 12), alpha=0.35, loose=1.2)


def _stones(canvas: skia.Canvas, dice: Random, area: Box, ink: str, *, row: float) -> None:
    left, top, right, bottom = area
    flat(canvas, box(left, top, right, bottom, round_by=3), lit(ink, -0.35))
    y = top
    while y < bottom - 2:
        x = left - dice.uniform(0, row)
        while x < right:
            wide = row * dice.uniform(1.0, 2.0)
            a, b = max(left, x), min(right, x + wide)
            if b - a > 4:
                tint = lit(ink, dice.uniform(-0.2, 0.25))
                wash(
                    canvas,
                    box(a + 1, y + 1, b - 1, min(bottom, y + row) - 1, round_by=row * 0.35),
                    lit(tint, 0.15),
                    tint,
                )
            x += wide
        y += row


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
    shade_below(canvas, x, y, half)
    _stones(canvas, dice, (x - half * 0.95, y - high * 0.2, x + half * 0.95, y), STONE, row=high * 0.1)
    top = y - high
    _clay_wall(canvas, dice, (x - half * 0.84, top, x + half * 0.84, y - high * 0.18), CLAY)
    paper = "#ffe09a" if warm else PAPER
    doors = ((-0.5, 0.2), (0.06, 0.24), (0.56, 0.16))
    for share, size in doors:
        left = x + half * (share - size / 2)
        deep = y - high * (0.2 if size > 0.18 else 0.42)
        lattice(canvas, (left, top + high * 0.2, left + half * size, deep), paper=paper)
    for share in (-0.84, -0.3, 0.32, 0.84):
        px = x + half * share
        stroke(canvas, [(px, top), (px, y - high * 0.17)], lit(WOOD, 0.05), wide * 0.018)
    under = box(x - half * 0.9, top - high * 0.02, x + half * 0.9, top + high * 0.22)
    wash(canvas, under, "#2a2350", "#2a2350", alpha=(0.42, 0.0))
    _straw_roof(canvas, dice, x, top + high * 0.14, half * 1.12, high * 1.02, snow)
    if gourds and not snow:
        for share in (-0.45, 0.3):
            gx, gy, size = x + half * share, top - high * 0.36, wide * 0.035
            stroke(
                canvas, [(gx - size * 4, gy + size), (gx, gy - size), (gx + size * 4, gy + size * 1.4)], "#6d9350", 3
            )
            dabs(canvas, dice, (gx - size * 4, gy - size, gx + size * 4, gy + size * 2), tints("#6d9350"), count=9,
                size=(10, 17), shape=Stamp.LEAF, alpha=0.95, loose=2)  # fmt: skip
            for bump, radius in ((0, size), (-0.1, size * 0.66)):
                wash(canvas, oval(gx + bump * size, gy - (radius < size) * size * 1.1, radius, radius), "#fbf6d2",
                    "#d4cf94")  # fmt: skip


def _straw_roof(canvas: skia.Canvas, dice: Random, x: float, low: float, half: float, high: float, snow: str) -> None:
    """Round-shouldered, combed downwards, tied with ropes."""
    crest = low - high
    path = smooth([(x - half, low), (x - half * 0.9, low - high * 0.46),
        (x - half * 0.56, crest + high * 0.1), (x, crest), (x + half * 0.56, crest + high * 0.1),
        (x + half * 0.9, low - high * 0.46), (x + half, low), (x + half * 0.5, low + high * 0.1),
        (x, low + high * 0.12), (x - half * 0.5, low + high * 0.1)])  # fmt: skip
    wash(canvas, path, lit(STRAW, 0.25), lit(STRAW, -0.25))

    def straw() -> None:
        marks = []
        for _ in range(150):
            share = dice.uniform(-1, 1)
            down = dice.random()
            ink = argb(lit(STRAW, 0.2 - 0.4 * down + dice.uniform(-0.2, 0.2) - 0.12 * share), 0.55)
            marks.append(Mark(x + share * half * (0.6 + 0.4 * down), crest + high * (0.05 + 1.05 * down), half *
                dice.uniform(0.12, 0.26), math.pi / 2 - share * 0.7, ink))  # fmt: skip
        stamp(canvas, Stamp.DRY, marks)
        for share in (0.3, 0.56, 0.8):
            rope = [
                (x + side * half * (0.66 + 0.4 * share), crest + high * (share + 0.1 * (1 - abs(side)) - 0.08))
                for side in (-1, -0.5, 0, 0.5, 1)
            ]
            stroke(canvas, rope, lit(STRAW, -0.5), 2.2, alpha=0.6)
        stroke(canvas, [(x - half, low + 2), (x, low + high * 0.13), (x + half, low + 2)], "#2a2350", high * 0.1,
            alpha=0.25)  # fmt: skip

    within(canvas, path, straw)
    if snow:
        cap = smooth([(x - half * 0.97, low - high * 0.22), (x - half * 0.6, crest + high * 0.02),
            (x, crest - high * 0.09), (x + half * 0.6, crest + high * 0.02),
            (x + half * 0.97, low - high * 0.22), (x + half * 0.6, low - high * 0.3),
            (x + half * 0.25, low - high * 0.16), (x - half * 0.2, low - high * 0.28),
            (x - half * 0.6, low - high * 0.14)])  # fmt: skip
        brushed(canvas, cap, snow, dice, below=lit(mix(snow, "#b8cbe8", 0.55), 0), size=50)
    else:
        ridge = smooth([(x - half * 0.46, crest + high * 0.1), (x, crest - high * 0.05), (x + half * 0.46, crest +
            high * 0.1), (x, crest + high * 0.07)])  # fmt: skip
        wash(canvas, ridge, lit(STRAW, 0.3), lit(STRAW, -0.2))


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
    within(canvas, path, lambda: _tile_rows(canvas, dice, (x - half, crest, x + half, low), ink))
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


def tiled(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, *, warm: bool = False) -> None:
    """A house with white walls, dark posts and a tiled roof; its front stands at (x, y)."""
    half, high = wide / 2, wide * 0.3
    shade_below(canvas, x, y, half)
    _stones(canvas, dice, (x - half * 0.98, y - high * 0.22, x + half * 0.98, y), STONE, row=high * 0.12)
    top = y - high * 1.05
    wash(canvas, box(x - half * 0.86, top, x + half * 0.86, y - high * 0.2), "#f7efe0", "#e2d3ba")
    paper = "#ffdf98" if warm else PAPER
    for share in (-0.62, -0.2, 0.2, 0.62):
        lattice(
            canvas,
            (x + half * (share - 0.14), top + high * 0.24, x + half * (share + 0.14), y - high * 0.22),
            paper=paper,
            cells=(4, 5),
        )
    for share in (-0.86, -0.42, 0.0, 0.42, 0.86):
        px = x + half * share
        stroke(canvas, [(px, top), (px, y - high * 0.2)], WOOD, wide * 0.02)
    wash(canvas, box(x - half * 0.9, top - 4, x + half * 0.9, top + high * 0.3), "#2a2350", "#2a2350", alpha=(0.5, 0.0))
    tiled_roof(canvas, dice, x, top + high * 0.14, half * 1.24, high * 0.86)


def stone_wall(
    canvas: skia.Canvas,
    dice: Random,
    span: tuple[float, float],
    y: float,
    high: float,
    *,
    roof: bool = True,
    snow: str = "",
) -> None:
    """A low wall of field stones in clay over ``span`` from left to right, capped with tiles."""
    left, right = span
    flat(canvas, box(left, y - 2, right, y + high * 0.12, round_by=4), "#2a2350", alpha=0.18)
    _stones(canvas, dice, (left, y - high, right, y), "#b29c84", row=high * 0.26)
    if roof:
        cap = box(left - 8, y - high * 1.2, right + 8, y - high * 0.94, round_by=5)
        wash(canvas, cap, lit(TILE, 0.2), lit(TILE, -0.25))
        x = left
        while x < right:
            flat(canvas, oval(x, y - high * 0.97, 5, 6), lit(TILE, -0.3))
            x += 14
        if snow:
            brushed(canvas, box(left - 9, y - high * 1.34, right + 9, y - high * 1.1, round_by=9), snow, dice, size=30)


def jar(canvas: skia.Canvas, x: float, y: float, high: float, *, ink: str = "#7d4a33", snow: str = "") -> None:
    """An earthenware jar with its lid."""
    half = high * 0.42
    shade_below(canvas, x, y, half)
    body = smooth(
        [
            (x - half * 0.6, y),
            (x - half, y - high * 0.5),
            (x - half * 0.66, y - high * 0.84),
            (x + half * 0.66, y - high * 0.84),
            (x + half, y - high * 0.5),
            (x + half * 0.6, y),
        ]
    )
    wash(canvas, body, lit(ink, 0.2), lit(ink, -0.35))

    def shine() -> None:
        stroke(
            canvas,
            [(x - half * 0.55, y - high * 0.7), (x - half * 0.72, y - high * 0.45), (x - half * 0.5, y - high * 0.18)],
            "#ffe6c0",
            half * 0.16,
            alpha=0.5,
        )
        stroke(
            canvas,
            [(x - half, y - high * 0.56), (x, y - high * 0.5), (x + half, y - high * 0.56)],
            lit(ink, -0.4),
            2,
            alpha=0.6,
        )

    within(canvas, body, shine)
    lid = smooth([(x - half * 0.78, y - high * 0.84), (x - half * 0.4, y - high * 0.97), (x + half * 0.4, y - high *
        0.97), (x + half * 0.78, y - high * 0.84), (x, y - high * 0.78)])  # fmt: skip
    wash(canvas, lid, lit(ink, 0.3), lit(ink, -0.2))
    wash(canvas, oval(x, y - high, half * 0.16, half * 0.13), lit(ink, 0.3), ink)
    if snow:
        flat(canvas, smooth([(x - half * 0.8, y - high * 0.87), (x - half * 0.4, y - high * 1.1), (x + half * 0.4, y
            - high * 1.1), (x + half * 0.8, y - high * 0.87)]), snow)  # fmt: skip


def jars(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, *, snow: str = "") -> None:
    """A terrace of jars, the small ones before the large."""
    _stones(canvas, dice, (x - wide * 0.56, y - wide * 0.06, x + wide * 0.56, y + wide * 0.05), STONE, row=wide * 0.06)
    for share, size, back in (
        (-0.36, 0.42, 0.1),
        (0.0, 0.46, 0.1),
        (0.36, 0.4, 0.1),
        (-0.44, 0.24, 0),
        (-0.18, 0.28, 0),
        (0.12, 0.24, 0),
        (0.4, 0.26, 0),
    ):
        ink = lit("#7d4a33", dice.uniform(-0.18, 0.14))
        jar(canvas, x + share * wide, y - back * wide * 0.5, size * wide, ink=ink, snow=snow)


def fence(canvas: skia.Canvas, dice: Random, span: tuple[float, float], y: float, high: float) -> None:
    """Brushwood tied with straw, over ``span`` from left to right."""
    left, right = span
    x = left
    while x < right:
        top = y - high * dice.uniform(0.85, 1.12)
        stroke(
            canvas,
            [(x, y), (x + dice.uniform(-5, 5), top)],
            lit("#9b7448", dice.uniform(-0.25, 0.2)),
            dice.uniform(4, 7),
        )
        x += dice.uniform(6, 10)
    for share in (0.35, 0.75):
        stroke(
            canvas,
            [(left - 4, y - high * share), ((left + right) / 2, y - high * share + 3), (right + 4, y - high * share)],
            "#c9a260",
            5,
        )


def lantern(
    canvas: skia.Canvas, x: float, y: float, high: float, *, above: str = "#d8412f", below: str = "#2f5fa8"
) -> None:
    """A silk lantern in red over blue, hanging from (x, y)."""
    half, top = high * 0.28, y + high * 0.12
    stroke(canvas, [(x, y), (x, top)], "#4b3426", 2.2)
    body = smooth(
        [
            (x - half * 0.7, top),
            (x - half, top + high * 0.34),
            (x - half * 0.7, top + high * 0.68),
            (x + half * 0.7, top + high * 0.68),
            (x + half, top + high * 0.34),
            (x + half * 0.7, top),
        ]
    )
    wash(canvas, body, lit(above, 0.1), above)

    def silk() -> None:
        flat(canvas, box(x - half * 1.2, top + high * 0.36, x + half * 1.2, y + high), below)
        flat(canvas, oval(x, top + high * 0.35, half * 0.7, high * 0.32), "#ffe9a0", alpha=0.55)
        for share in (-0.5, 0, 0.5):
            stroke(
                canvas,
                [
                    (x + share * half * 1.1, top),
                    (x + share * half * 1.5, top + high * 0.34),
                    (x + share * half * 1.1, top + high * 0.68),
                ],
                "#3a1a20",
                1.4,
                alpha=0.35,
            )

    within(canvas, body, silk)
    for place in (top, top + high * 0.68):
        flat(canvas, box(x - half * 0.6, place - high * 0.045, x + half * 0.6, place + high * 0.03, round_by=2),
            "#4b3426")  # fmt: skip
    stroke(canvas, [(x, top + high * 0.7), (x, top + high * 1.0)], above, 3)
