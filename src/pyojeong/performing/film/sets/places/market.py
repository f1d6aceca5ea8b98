"""Market: tiled shops in a row, awnings of many colours, lanterns on a rope, baskets, pots and silk."""

from __future__ import annotations

import math
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    box,
    brushed,
    dabs,
    flat,
    lifted,
    line,
    oval,
    polygon,
    shade_below,
    smooth,
    stroke,
    wash,
)
from pyojeong.performing.film.sets.flora import broadleaf
from pyojeong.performing.film.sets.houses import lattice, thatched, tiled_roof
from pyojeong.performing.film.sets.land import ground, pebbles, ridge, way
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, Swinging, sprite
from pyojeong.performing.film.sets.pigments import argb, lit
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, mist, sky, sun
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import jar, lantern

_CLOTHS = ("#e0604e", "#f0b848", "#4f9aa8", "#7fae5c", "#b078b8", "#e88aa4")
_FRUITS = ("#e2503c", "#f29a3a", "#f7cf4e", "#8fb84e", "#b85a8a")


def _sky(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sky(canvas, layout, dice, ("#8ac2e2", "#bfdfe6", "#f4ecd0", "#fbe0b8"))
    sun(canvas, layout.x(dice.choice((0.3, 0.7))), layout.up(layout.ground * 0.7), 32)


def _street(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(150), "#a9c6c8", rough=44, below="#d4dfcc")
    for share, wide in ((0.4, 120), (0.5, 100), (0.6, 124)):
        thatched(canvas, dice, layout.x(share), layout.up(2), wide, gourds=False)
    for share in (0.3, 0.7):
        broadleaf(canvas, dice, layout.x(share), layout.up(-6), 180, "#9cbf6a", bark="#8d7260")
    mist(canvas, layout, layout.ground + 10, 70, "#f8eed2", alpha=0.75)


def _shops(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 54
    half = min(220.0, layout.width * 0.2)
    for share in (0.09, 0.91):
        x = layout.x(share)
        top = y - 210
        wash(canvas, box(x - half, top, x + half, y), "#f4e6cc", "#d9c09a")
        for number in range(4):
            lattice(
                canvas,
                (x - half + 2 * half * number / 4 + 7, top + 40, x - half + 2 * half * (number + 1) / 4 - 7, y - 80),
            )
        for number in range(5):
            stroke(canvas, [(x - half + half * number / 2, top), (x - half + half * number / 2, y)], "#7a4e35", 11)
        wash(canvas, box(x - half, top, x + half, top + 66), "#2a2350", "#2a2350", alpha=(0.5, 0.0))
        tiled_roof(canvas, dice, x, top + 22, half * 1.22, 130)
        banner(canvas, x + (1 if share < 0.5 else -1) * half * 0.86, top + 36, dice)


def banner(canvas: skia.Canvas, x: float, y: float, dice: Random) -> None:
    """A long cloth that says by a drawing what is sold."""
    ink = dice.choice(_CLOTHS)
    cloth = polygon([(x - 21, y), (x + 21, y), (x + 21, y + 110), (x, y + 98), (x - 21, y + 110)])
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
    dabs(
        canvas,
        dice,
        (layout.left, y, layout.right, layout.bottom),
        ("#c49a64", "#f0dab0"),
        count=40,
        size=(16, 34),
        shape=Stamp.SPLAT,
        alpha=0.2,
        loose=3,
    )


def _stalls(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 112
    inks = list(_CLOTHS)
    dice.shuffle(inks)
    wide = min(280.0, layout.width * 0.26)
    for number, (share, down, size) in enumerate(
        ((0.25, -34, 0.62), (0.76, -34, 0.62), (0.07, 16, 1.0), (0.93, 16, 1.0))
    ):
        stall(canvas, dice, layout.x(share), y + down, wide * size, inks[number])
    for share in (0.2, 0.235, 0.8):
        jar(
            canvas,
            layout.x(share),
            y + 26 + dice.uniform(-8, 8),
            dice.uniform(46, 76),
            ink=lit("#7d4a33", dice.uniform(-0.1, 0.2)),
        )


def stall(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, ink: str) -> None:
    """A table of goods under a striped awning on two poles."""
    half, high = wide / 2, wide * 0.86
    shade_below(canvas, x, y, half)
    for dx in (-0.94, 0.94):
        stroke(canvas, [(x + dx * half, y), (x + dx * half, y - high)], "#8a6040", wide * 0.03)
    front = box(x - half, y - high * 0.34, x + half, y - 3)
    brushed(canvas, front, "#b0794a", dice, below="#83532f", size=wide * 0.2)
    for number in range(1, 6):
        stroke(
            canvas,
            [(x - half + wide * number / 6, y - high * 0.33), (x - half + wide * number / 6, y - 4)],
            "#6d4428",
            2,
            alpha=0.6,
        )
    wash(
        canvas,
        box(x - half * 1.04, y - high * 0.38, x + half * 1.04, y - high * 0.33, round_by=3),
        "#d9a468",
        "#a8703f",
    )
    for number in range(4):
        bx = x - half * 0.74 + half * 0.5 * number
        goods(canvas, dice, bx, y - high * 0.37, wide * 0.1)
    _awning(canvas, x, y - high, half * 1.12, high * 0.24, ink)


def goods(canvas: skia.Canvas, dice: Random, x: float, y: float, size: float) -> None:
    """A basket heaped with fruit, or a pile of silk."""
    if dice.random() < 0.26:
        for number in range(4):
            ink = dice.choice(_CLOTHS)
            wash(
                canvas,
                box(x - size, y - size * 0.4 * (number + 1), x + size, y - size * 0.4 * number, round_by=size * 0.18),
                lit(ink, 0.3),
                ink,
            )
        return
    ink, marks = dice.choice(_FRUITS), []
    for row in range(3):
        for column in range(4 - row):
            marks.append(
                Mark(
                    x + (column - (3 - row) / 2) * size * 0.5,
                    y - size * (0.5 + 0.36 * row),
                    size * 0.58,
                    0,
                    argb(lit(ink, dice.uniform(-0.15, 0.15))),
                )
            )
    stamp(canvas, Stamp.DISC, marks)
    stamp(
        canvas,
        Stamp.DISC,
        [Mark(m.x - size * 0.1, m.y - size * 0.12, size * 0.16, 0, argb("#fff6e0", 0.8)) for m in marks],
    )
    bowl = smooth(
        [(x - size * 1.05, y - size * 0.5), (x + size * 1.05, y - size * 0.5), (x + size * 0.7, y), (x - size * 0.7, y)]
    )
    wash(canvas, bowl, "#dcb06c", "#a87840")
    for level in (0.15, 0.32):
        stroke(
            canvas, [(x - size * 0.8, y - size * level), (x + size * 0.8, y - size * level)], "#8a5f30", 1.8, alpha=0.6
        )


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
    for edge, side in ((layout.left, 1), (layout.right, -1)):
        for number, size in ((0, 62), (1, 50)):
            goods(canvas, dice, edge + side * (60 + 120 * number), layout.bottom + 10 + 14 * number, size)


def _rope(layout: Layout) -> tuple[tuple[float, float], ...]:
    top = layout.height * (0.1 if not layout.tall else 0.2)
    return tuple(
        (layout.x(share), top + 56 * math.sin(math.pi * (share * 2 % 1.0)))
        for share in (0.06, 0.16, 0.25, 0.35, 0.44, 0.56, 0.65, 0.75, 0.84, 0.94)
    )


def _ropes(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    top = layout.height * (0.1 if not layout.tall else 0.2)
    points = [(layout.x(step / 24), top + 56 * math.sin(math.pi * (step / 12 % 1.0))) for step in range(-2, 27)]
    stroke(canvas, points, "#6a4430", 3)
    del dice


def _lantern(canvas: skia.Canvas, dice: Random) -> None:
    lantern(canvas, 0, 0, 76)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    spots = _rope(layout)
    lights = tuple((x, y + 36) for x, y in spots)
    return (
        Swinging(sprite(mood, (-30, -4, 30, 86), _lantern, near=0.9), spots, degrees=4.0, depth=0.7),
        Lights(lights, mood.ink("#ffdf9a", near=1.0), (60, 90), 0.0, 0.8, depth=0.7, least=0.7, peak=0.35),
    )


MARKET = Composition(
    (
        Sheet("sky", 0.05, _sky),
        Sheet("street", 0.25, _street),
        Sheet("shops", 0.55, _shops),
        Sheet("ropes", 0.7, _ropes),
        Sheet("square", 0.8, _square),
        Sheet("stalls", 0.92, _stalls),
    ),
    hems=(Sheet("hem", 1.35, _hem),),
    movers=_movers,
    clouds=Clouds(clouds),
)
