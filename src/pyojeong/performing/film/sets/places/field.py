"""Field: terraces of rice and barley, a zelkova on the hill, a scarecrow, cosmos along the path."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import dabs, flat, stroke, wash, within
from pyojeong.performing.film.sets.flora import broadleaf, bush, flowers, grass
from pyojeong.performing.film.sets.land import ground, ridge, way, wooded
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds
from pyojeong.performing.film.sets.pigments import argb, lit, tints
from pyojeong.performing.film.sets.shapes import bent, oval, placed, polygon, smooth, tapered
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, fair, mist
from pyojeong.performing.film.sets.sprites import Travelling, sprite
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood

_BLOOMS = ("#ff8fb0", "#ffffff", "#f25f8a", "#ffb8cc")
_PETAL = ((0, 0), (-0.3, 0.6), (-0.24, 1), (0, 0.93), (0.24, 1), (0.3, 0.6))
_STRAW_HAT = ((-0.24, 0.06), (-0.1, 0.13), (0, 0.24), (0.1, 0.13), (0.24, 0.06), (0, 0.04))
_COAT = (
    *((-0.34, 0.62), (0.34, 0.64), (0.34, 0.5), (0.16, 0.48)),
    *((0.22, 0.16), (-0.2, 0.15), (-0.15, 0.47), (-0.34, 0.48)),
)
"""A scarecrow's coat from its foot, in shares of its height."""
_SKY = fair(("#6fb4e6", "#a5d4ee", "#d7ebe6", "#fdf0cf"), sides=(0.18, 0.82), high=0.72, radius=38)


def _terraces(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(150), "#9dbfcf", rough=50, below="#bcd4d4")
    wooded(canvas, layout, dice, layout.up(104), "#8fbf86", rough=26, below="#a9cc8a", trees="#7aac78", high=20)
    mist(canvas, layout, layout.up(64), 50, "#f6f3d6", alpha=0.5)
    inks = ["#d8c65a", "#a9c95c", "#e6d078", "#8fbf5a", "#c9d468"]
    dice.shuffle(inks)
    for number, ink in enumerate(inks):
        y = layout.up(74 - 20 * number)
        ridge(canvas, layout, dice, y, ink, rough=8, steps=5, below=lit(ink, -0.1))
        marks = []
        for _ in range(150):
            px, py, turn = dice.uniform(layout.left, layout.right), y + dice.uniform(0, 22), dice.uniform(-0.2, 0.2)
            marks.append(Mark(px, py, 12 + 2 * number, turn, argb(lit(ink, dice.uniform(-0.25, 0.25)), 0.7)))
        stamp(canvas, Stamp.TUFT, marks)


def _hill(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side, y = dice.choice((-1, 1)), layout.ground
    x = layout.x(0.5 + side * 0.36)
    knoll = smooth(placed(x, y, 1, 1, ((-340, -60), (-180, 26), (0, 62), (180, 26), (340, -60))))
    area, greens = (x - 340, y - 60, x + 340, y + 50), tints("#93c058")
    wash(canvas, knoll, "#a4cc62", "#7fb04c")
    with within(canvas, knoll):
        dabs(canvas, dice, area, greens, count=60, size=(50, 120), alpha=0.25)
    broadleaf(canvas, dice, x, y - 50, min(370.0, y * 0.8), "#7fb24c")
    scarecrow(canvas, dice, layout.x(0.5 - side * 0.3), y + 36, 170)
    for share in (0.36, 0.44):
        haystack(canvas, dice, layout.x(0.5 - side * share), y + 30, 90)
    for share in (0.2, 0.48):
        bush(canvas, dice, layout.x(0.5 + side * share), y + 30, 90, "#86b552")


def haystack(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float) -> None:
    """Sheaves piled into a cone."""
    cone = ((-0.5, 0), (-0.4, 0.5), (0, 1), (0.4, 0.5), (0.5, 0))
    path = smooth([*placed(x, y, high, high, cone), (x, y + 6)])
    area, straws = (x - high * 0.5, y - high, x + high * 0.5, y), tints("#d9ad5c", spread=0.25)
    wash(canvas, path, "#f0d080", "#bb8c44")
    with within(canvas, path):
        dabs(canvas, dice, area, straws, count=50, size=(20, 44), alpha=0.5, turn=1.57)
    stroke(canvas, placed(x, y, high, high, ((-0.3, 0.62), (0, 0.56), (0.3, 0.62))), "#9c7038", 4)


def scarecrow(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float) -> None:
    """Arms of a pole, a patched coat, a straw hat and a friendly face."""
    coat, patch = dice.choice((("#4f78b0", "#f2c84e"), ("#b8584a", "#8fc0d8"), ("#6f9a5c", "#f4d9a0")))
    stroke(canvas, [(x, y), (x, y - high * 0.8)], "#8a6240", 7)
    stroke(canvas, [(x - high * 0.4, y - high * 0.56), (x + high * 0.4, y - high * 0.58)], "#8a6240", 6)
    wash(canvas, polygon(placed(x, y, high, high, _COAT)), lit(coat, 0.2), lit(coat, -0.15))
    flat(canvas, polygon(placed(x, y, 1, high, ((-14, 0.36), (8, 0.35), (7, 0.25), (-13, 0.26)))), patch)
    for way_to in (-1, 1):
        cuff = (x + way_to * high * 0.36, y - high * 0.6, x + way_to * high * 0.42, y - high * 0.5)
        dabs(canvas, dice, cuff, ("#e6c270", "#c99a4a"), count=8, size=(16, 24), alpha=0.9, loose=0.8)
    head = y - high * 0.78
    wash(canvas, oval(x, head, high * 0.12, high * 0.125), "#fbe7bf", "#e6c48c")
    for dx in (-0.045, 0.045):
        flat(canvas, oval(x + dx * high, head, 2.6, 3.2), "#4b3426")
    stroke(canvas, [(x - 7, head + 8), (x, head + 11), (x + 7, head + 8)], "#4b3426", 2)
    wash(canvas, smooth(placed(x, head, high, high, _STRAW_HAT)), "#f0cf82", "#c79a4e")


def _meadow(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y, inks = layout.ground + 26, (*_BLOOMS, "#ffd85e", "#b9a2f0")
    ground(canvas, layout, dice, "#b4cf62", "#74a244", y=y, fringe="#9cc254")
    way(canvas, layout, dice, "#dcc48e", at=0.5, wide=0.52, top=y, verge="#84b04a")
    for left, right in layout.margins(0.27):
        grass(canvas, dice, (left, y + 6, right, layout.height), "#83b14a", count=130, size=(12, 40))
        flowers(canvas, dice, (left, y + 20, right, layout.height - 20), inks, count=34, size=16)


def _cosmos(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        for number in range(11):
            x, high = (
                edge + side * (24 + 21 * number) + dice.uniform(-8, 8),
                (230 - 17 * number) * dice.uniform(0.75, 1),
            )
            stem = bent(x, layout.bottom + 6, high, side * 0.05, side * dice.uniform(-0.1, 0.5))
            flat(canvas, tapered(stem, 4, 2), lit("#6c9c4a", dice.uniform(-0.2, 0.2)))
            leaves = [
                Mark(px + dice.uniform(-9, 9), py, 26, dice.uniform(-1, 1), argb("#7fae52", 0.85))
                for px, py in stem[1:-1]
            ]
            stamp(canvas, Stamp.NEEDLES, leaves)
            bloom(canvas, *stem[-1], dice.uniform(17, 25), dice.choice(_BLOOMS), dice)


def bloom(canvas: skia.Canvas, x: float, y: float, radius: float, ink: str, dice: Random) -> None:
    """An eight-petalled flower seen from a little below."""
    turn, petal = dice.uniform(0, 45), smooth(placed(0, 0, radius, radius, _PETAL))
    for number in range(8):
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(1, 0.86)
        canvas.rotate(turn + 45 * number)
        wash(canvas, petal, lit(ink, 0.2), lit(ink, -0.12))
        canvas.restore()
    wash(canvas, oval(x, y, radius * 0.25, radius * 0.22), "#ffd85e", "#e09a2e")


def butterfly(canvas: skia.Canvas, dice: Random) -> None:
    """Wings about the origin."""
    for side in (-1, 1):
        wash(canvas, smooth([(0, 0), (side * 8, -16), (side * 20, -17), (side * 18, -3)]), "#fff3a8", "#f7b84a")
        wash(canvas, smooth([(0, 0), (side * 16, 2), (side * 14, 13), (side * 5, 11)]), "#ffe08a", "#ee9a3a")
    stroke(canvas, [(0, -9), (0, 9)], "#5a3a2a", 3)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    dice, wings = layout.dice("wings"), sprite(mood, (-24, -22, 24, 18), butterfly, near=0.9)
    lanes = Travelling.lanes_of(dice, 4, y=(layout.ground - 30, layout.ground + 120), speed=(14, 26), size=(0.6, 0.9))
    return (
        Birds(layout, mood.ink("#55607a", near=0.3), layout.ground * 0.34, phase=dice.random()),
        Travelling(layout, wings, lanes, bob=20, flutter=2.3, depth=0.85),
    )


FIELD = Composition(
    (
        Sheet("sky", 0.05, _SKY),
        Sheet("terraces", 0.25, _terraces),
        Sheet("hill", 0.5, _hill),
        Sheet("meadow", 0.8, _meadow),
    ),
    hems=(Sheet("cosmos", 1.35, _cosmos),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
