"""Market: tiled shops in a row, awnings of many colours, lanterns on a rope, baskets, pots and silk."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import brushed, dabs, fading, flat, lifted, line, shade_below, stroke, wash
from pyojeong.performing.film.sets.flora import broadleaf
from pyojeong.performing.film.sets.houses import lattice, thatched, tiled_roof
from pyojeong.performing.film.sets.land import ground, pebbles, ridge, way
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights
from pyojeong.performing.film.sets.pigments import SHADE, argb, lit
from pyojeong.performing.film.sets.shapes import Box, box, oval, placed, polygon, smooth
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, fair, mist
from pyojeong.performing.film.sets.sprites import Swinging, sprite
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import jar, lantern

_CLOTHS = ("#e0604e", "#f0b848", "#4f9aa8", "#7fae5c", "#b078b8", "#e88aa4")
_FRUITS = ("#e2503c", "#f29a3a", "#f7cf4e", "#8fb84e", "#b85a8a")
_SKY = fair(("#8ac2e2", "#bfdfe6", "#f4ecd0", "#fbe0b8"), sides=(0.3, 0.7), high=0.7, radius=32)


def _street(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(150), "#a9c6c8", rough=44, below="#d4dfcc")
    for share, wide in ((0.4, 120), (0.5, 100), (0.6, 124)):
        thatched(canvas, dice, layout.x(share), layout.up(2), wide, gourds=False)
    for share in (0.3, 0.7):
        broadleaf(canvas, dice, layout.x(share), layout.up(-6), 180, "#9cbf6a", bark="#8d7260")
    mist(canvas, layout, layout.ground + 10, 70, "#f8eed2", alpha=0.75)


def _shops(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y, half = layout.ground + 54, min(220.0, layout.width * 0.2)
    for share, way_in in ((0.09, 1), (0.91, -1)):
        x, top = layout.x(share), y - 210
        _front(canvas, (x - half, top, x + half, y))
        tiled_roof(canvas, dice, x, top + 22, half * 1.22, 130)
        banner(canvas, x + way_in * half * 0.86, top + 36, dice)


def _front(canvas: skia.Canvas, area: Box) -> None:
    """A shop's wall with four lattices between posts, in the shadow of its eaves."""
    left, top, right, low = area
    half = (right - left) / 2
    wash(canvas, box(*area), "#f4e6cc", "#d9c09a")
    for bay in range(4):
        lattice(canvas, (left + half * bay / 2 + 7, top + 40, left + half * (bay + 1) / 2 - 7, low - 80))
    for number in range(5):
        x = left + half * number / 2
        stroke(canvas, [(x, top), (x, low)], "#7a4e35", 11)
    fading(canvas, box(left, top, right, top + 66), SHADE, 0.5)


def banner(canvas: skia.Canvas, x: float, y: float, dice: Random) -> None:
    """A long cloth that says by a drawing what is sold."""
    ink = dice.choice(_CLOTHS)
    cloth = polygon(placed(x, y, 1, 1, ((-21, 0), (21, 0), (21, -110), (0, -98), (-21, -110))))
    lifted(canvas, cloth, by=2)
    wash(canvas, cloth, lit(ink, 0.2), lit(ink, -0.1))
    flat(canvas, oval(x, y + 34, 15, 15), "#fff6e2")
    marks = [Mark(x, y + 34, 20, 0.2, argb(lit(ink, -0.2)))]
    stamp(canvas, dice.choice((Stamp.FLOWER, Stamp.MAPLE, Stamp.TUFT)), marks)
    for level in (62, 74):
        stroke(canvas, [(x - 9, y + level), (x + 9, y + level)], "#fff6e2", 4, alpha=0.8)
    stroke(canvas, [(x - 26, y), (x + 26, y)], "#6a4430", 6)


def _square(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 44
    ground(canvas, layout, dice, "#e0c490", "#b98e58", y=y)
    way(canvas, layout, dice, "#e6cd9c", at=0.5, wide=0.7, top=y)
    pebbles(canvas, dice, (layout.x(0.05), y + 20, layout.x(0.95), layout.height), "#b8a58a", count=26)
    area, inks = layout.across(y, layout.bottom), ("#c49a64", "#f0dab0")
    dabs(canvas, dice, area, inks, count=40, size=(16, 34), shape=Stamp.SPLAT, alpha=0.2, loose=3)


def _stalls(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 112
    inks = list(_CLOTHS)
    dice.shuffle(inks)
    wide = min(280.0, layout.width * 0.26)
    spots = ((0.25, -34, 0.62), (0.76, -34, 0.62), (0.07, 16, 1.0), (0.93, 16, 1.0))
    for (share, down, size), ink in zip(spots, inks, strict=False):
        stall(canvas, dice, layout.x(share), y + down, wide * size, ink)
    for share in (0.2, 0.235, 0.8):
        py, high = y + 26 + dice.uniform(-8, 8), dice.uniform(46, 76)
        jar(canvas, layout.x(share), py, high, ink=lit("#7d4a33", dice.uniform(-0.1, 0.2)))


def stall(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, ink: str) -> None:
    """A table of goods under a striped awning on two poles."""
    half, high = wide / 2, wide * 0.86
    shade_below(canvas, x, y, half)
    for dx in (-0.94, 0.94):
        stroke(canvas, [(x + dx * half, y), (x + dx * half, y - high)], "#8a6040", wide * 0.03)
    front = box(x - half, y - high * 0.34, x + half, y - 3)
    brushed(canvas, front, "#b0794a", dice, below="#83532f", size=wide * 0.2)
    for number in range(1, 6):
        px = x - half + wide * number / 6
        stroke(canvas, [(px, y - high * 0.33), (px, y - 4)], "#6d4428", 2, alpha=0.6)
    board = box(x - half * 1.04, y - high * 0.38, x + half * 1.04, y - high * 0.33, round_by=3)
    wash(canvas, board, "#d9a468", "#a8703f")
    for number in range(4):
        goods(canvas, dice, x - half * 0.74 + half * 0.5 * number, y - high * 0.37, wide * 0.1)
    _awning(canvas, x, y - high, half * 1.12, high * 0.24, ink)


def goods(canvas: skia.Canvas, dice: Random, x: float, y: float, size: float) -> None:
    """A basket heaped with fruit, or a pile of silk."""
    if dice.random() < 0.26:
        _silks(canvas, dice, x, y, size)
    else:
        _basket(canvas, dice, x, y, size)


def _silks(canvas: skia.Canvas, dice: Random, x: float, y: float, size: float) -> None:
    for number in range(4):
        ink, low = dice.choice(_CLOTHS), y - size * 0.4 * number
        bolt = box(x - size, y - size * 0.4 * (number + 1), x + size, low, round_by=size * 0.18)
        wash(canvas, bolt, lit(ink, 0.3), ink)


def _basket(canvas: skia.Canvas, dice: Random, x: float, y: float, size: float) -> None:
    ink, heap = dice.choice(_FRUITS), []
    for row in range(3):
        for column in range(4 - row):
            px, py = x + (column - (3 - row) / 2) * size * 0.5, y - size * (0.5 + 0.36 * row)
            heap.append(Mark(px, py, size * 0.58, 0, argb(lit(ink, dice.uniform(-0.15, 0.15)))))
    stamp(canvas, Stamp.DISC, heap)
    shine = argb("#fff6e0", 0.8)
    stamp(canvas, Stamp.DISC, [Mark(m.x - size * 0.1, m.y - size * 0.12, size * 0.16, 0, shine) for m in heap])
    bowl = placed(x, y, size, size, ((-1.05, 0.5), (1.05, 0.5), (0.7, 0), (-0.7, 0)))
    wash(canvas, smooth(bowl), "#dcb06c", "#a87840")
    for level in (0.15, 0.32):
        weave = [(x - size * 0.8, y - size * level), (x + size * 0.8, y - size * level)]
        stroke(canvas, weave, "#8a5f30", 1.8, alpha=0.6)


def _awning(canvas: skia.Canvas, x: float, y: float, half: float, high: float, ink: str) -> None:
    stripes = 8
    for number in range(stripes):
        a, b = -1 + 2 * number / stripes, -1 + 2 * (number + 1) / stripes
        cloth = skia.Path()
        cloth.moveTo(x + a * half * 0.86, y - high * 0.5)
        cloth.lineTo(x + b * half * 0.86, y - high * 0.5)
        cloth.lineTo(x + b * half, y + high * 0.5)
        cloth.quadTo(x + (a + b) / 2 * half, y + high * 0.86, x + a * half, y + high * 0.5)
        cloth.close()
        wash(canvas, cloth, lit("#fff4e0" if number % 2 else ink, 0.15), "#ecd8b4" if number % 2 else lit(ink, -0.12))
    line(canvas, polygon([(x - half * 0.86, y - high * 0.5), (x + half * 0.86, y - high * 0.5)]), lit(ink, -0.35), 5)


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        for number, size in ((0, 62), (1, 50)):
            goods(canvas, dice, edge + side * (60 + 120 * number), layout.bottom + 10 + 14 * number, size)


def _rope(layout: Layout, shares: Sequence[float]) -> list[tuple[float, float]]:
    """Points at shares of the width on a rope that hangs in two bows."""
    top = layout.height * (0.1 if not layout.tall else 0.2)
    return [(layout.x(share), top + 56 * math.sin(math.pi * (share * 2 % 1.0))) for share in shares]


def _ropes(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    stroke(canvas, _rope(layout, [step / 24 for step in range(-2, 27)]), "#6a4430", 3)


def _lantern(canvas: skia.Canvas, dice: Random) -> None:
    lantern(canvas, 0, 0, 76)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    spots = tuple(_rope(layout, (0.06, 0.16, 0.25, 0.35, 0.44, 0.56, 0.65, 0.75, 0.84, 0.94)))
    lights = tuple((x, y + 36) for x, y in spots)
    return (
        Swinging(sprite(mood, (-30, -4, 30, 86), _lantern, near=0.9), spots, degrees=4.0, depth=0.7),
        Lights(lights, mood.ink("#ffdf9a", near=1.0), (60, 90), 0.0, 0.8, depth=0.7, least=0.7, peak=0.35),
    )


MARKET = Composition(
    (
        Sheet("sky", 0.05, _SKY),
        Sheet("street", 0.25, _street),
        Sheet("shops", 0.55, _shops),
        Sheet("ropes", 0.7, _ropes),
        Sheet("square", 0.8, _square),
        Sheet("stalls", 0.92, _stalls),
    ),
    hems=(Sheet("hem", 1.35, _hem),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
