"""Sky: a sea of clouds with curled heads, a rainbow, a palace far up, cranes."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import flat, line, stroke, wash
from pyojeong.performing.film.sets.houses import tiled_roof
from pyojeong.performing.film.sets.land import below_line, ridge_line
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, spots_in
from pyojeong.performing.film.sets.pigments import lit, mix
from pyojeong.performing.film.sets.shapes import box, oval, placed, polygon, smooth
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import auspicious, clouds, mist, rays, sky, sun
from pyojeong.performing.film.sets.sprites import Travelling, sprite
from pyojeong.performing.film.sets.stamps import Stamp
from pyojeong.performing.film.sets.tones import Mood

_CURL = (
    *((-0.95, -0.1), (-0.7, 0.62), (0.0, 0.92), (0.62, 0.55), (0.6, -0.06)),
    *((0.12, -0.3), (-0.25, -0.02), (-0.02, 0.3), (0.22, 0.14)),
)
"""In shares of a cloud's head."""


def _sky(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sky(canvas, layout, dice, ("#5f9fdc", "#9ccbee", "#d6e8f0", "#fbe6d6"))
    x, y = layout.x(0.5 - layout.side() * 0.3), layout.ground * 0.26
    rays(canvas, x, y, layout.height * 0.8, "#fff8d8", dice, count=9, alpha=0.16, spread=2.6)
    sun(canvas, x, y, 48)
    _rainbow(canvas, layout)


def _rainbow(canvas: skia.Canvas, layout: Layout) -> None:
    x, y = layout.x(0.5 + layout.side() * 0.16), layout.ground + 120
    for number, ink in enumerate(("#f4a0a0", "#f8c89a", "#f8eeb0", "#bfe6b8", "#a8d4f0", "#c4b8ec")):
        radius = min(430.0, layout.width * 0.42) - 13 * number
        line(canvas, oval(x, y, radius * 1.1, radius), ink, 14, alpha=0.34)


def _far(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = layout.side()
    _castle(canvas, dice, layout.x(0.5 + side * 0.3), layout.up(46), min(250.0, layout.width * 0.24))
    for share, up, wide in ((0.3, 26.0, 170.0), (0.2, 8.0, 150.0), (0.4, 4.0, 170.0), (0.47, 34.0, 120.0)):
        auspicious(canvas, layout.x(0.5 + side * share), layout.up(up), wide, "#ffffff", "#b9cbe8")
    for share in (0.1, 0.26, 0.4):
        y, wide = layout.up(dice.uniform(20, 90)), dice.uniform(100, 180)
        auspicious(canvas, layout.x(0.5 - side * share), y, wide, "#ffffff", "#b9cbe8")
    mist(canvas, layout, layout.ground + 10, 110, "#ffffff", alpha=0.7)


def _castle(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float) -> None:
    """A pavilion of two roofs, pale with distance."""
    half = wide / 2
    wash(canvas, box(x - half * 0.66, y - wide * 0.3, x + half * 0.66, y + 10), "#f7d9cc", "#fdf0e6")
    for number in range(6):
        px = x - half * 0.6 + half * 1.2 * number / 5
        stroke(canvas, [(px, y - wide * 0.28), (px, y + 6)], "#d98a80", 7)
    tiled_roof(canvas, dice, x, y - wide * 0.26, half, wide * 0.2, ink="#8fa4c8")
    wash(canvas, box(x - half * 0.4, y - wide * 0.56, x + half * 0.4, y - wide * 0.42), "#f7d9cc", "#fdf0e6")
    tiled_roof(canvas, dice, x, y - wide * 0.52, half * 0.74, wide * 0.22, ink="#8fa4c8")


def _sea(canvas: skia.Canvas, layout: Layout, dice: Random, y: float, ink: str, below: str, size: float) -> None:
    """Heads of cloud in a row from side to side, curled at their lit side."""
    path = below_line(layout, ridge_line(layout, dice, y, 14, steps=8), layout.bottom + 20)
    heads = []
    x = layout.left - size
    while x < layout.right + size:
        heads.append((x, y + dice.uniform(-0.12, 0.3) * size, size * dice.uniform(0.6, 1.0)))
        x += size * dice.uniform(0.7, 1.1)
    for cx, cy, radius in heads:
        flat(canvas, oval(cx, cy, radius * 1.05, radius * 0.98), mix(below, "#8fa6d0", 0.4), alpha=0.35)
    for cx, cy, radius in heads:
        wash(canvas, oval(cx, cy, radius, radius * 0.9), lit(ink, 0.5), mix(ink, below, 0.6))
    wash(canvas, path, ink, below)
    for number, (cx, cy, radius) in enumerate(heads):
        head = oval(cx, cy + radius * 0.2, radius * 0.86, radius * 0.76)
        wash(canvas, head, lit(ink, 0.4), mix(ink, below, 0.4), alpha=(0.95, 0.0))
        if number % 2 == 0:
            curl = placed(cx, cy, radius * 0.7, radius * 0.7, _CURL)
            stroke(canvas, curl, mix(below, "#7f9ad0", 0.5), 4.0, alpha=0.5)


def _middle(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    _sea(canvas, layout, dice, layout.ground + 30, "#fdf6f4", "#bccdee", 62)


def _floor(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 96
    _sea(canvas, layout, dice, y, "#fffdfa", "#c6d2f0", 84)
    for number in range(9):
        share = number / 9
        wide = 120 + 220 * share
        px, py = dice.uniform(layout.left, layout.right), y + 60 + (layout.bottom - y) * share
        flat(canvas, oval(px, py, wide, 10 + 12 * share), "#b5cbea", alpha=0.22)
        flat(canvas, oval(px - 20, py - 9, wide * 0.9, 8 + 9 * share), "#ffffff", alpha=0.6)


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        for x, y, wide in ((70, 10, 250), (180, 34, 190)):
            auspicious(canvas, edge + side * x, layout.bottom + y, wide, "#ffffff", "#a3badf")


def crane(canvas: skia.Canvas, dice: Random) -> None:
    """A crane in flight, black at the wing's edge and red on its crown."""
    stroke(canvas, [(-60, 6), (-34, 2), (0, 0)], "#4b4450", 4)
    wash(canvas, smooth([(-30, -4), (0, -11), (28, -4), (10, 8), (-20, 8)]), "#ffffff", "#d8e0ec")
    stroke(canvas, [(24, -3), (44, -9), (62, -4)], "#ffffff", 6)
    stroke(canvas, [(28, -1), (44, -6)], "#4b4450", 3)
    flat(canvas, oval(64, -5, 7, 6), "#ffffff")
    flat(canvas, oval(64, -10, 5, 3), "#e2403a")
    flat(canvas, polygon([(70, -6), (86, -2), (70, -2)]), "#8a7a5a")
    for lift, ink in ((0, "#ffffff"), (1, "#e4eaf4")):
        wing = smooth(
            [(12, -6), (2, -50 + 6 * lift), (-34, -74 + 14 * lift), (-58, -70 + 14 * lift), (-40, -44), (-20, -10)]
        )
        wash(canvas, wing, ink, lit(ink, -0.06))
    for number in range(5):
        stroke(canvas, [(-34 - 5 * number, -64 + 8 * number), (-58 + 4 * number, -70 + 13 * number)], "#3f3a4a", 5)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    dice = layout.dice("cranes")
    start = dice.random()
    lanes = tuple(
        (layout.ground * (0.3 + 0.08 * number), (start - 0.09 * number) % 1.0, 20.0, 0.75 - 0.12 * number)
        for number in range(3)
    )
    spots = spots_in(dice, (0, 0, layout.width, layout.ground), 16)
    return (
        Travelling(layout, sprite(mood, (-66, -80, 92, 14), crane, near=0.5), lanes, bob=9, tilt=3.0, depth=0.2),
        Lights(spots, mood.ink("#fffef0", near=1.0), (9, 22), 0.0, 0.3, Stamp.SPARK, 0.3, 0.0, 0.8),
    )


HEAVEN = Composition(
    (Sheet("sky", 0.05, _sky), Sheet("far", 0.25, _far), Sheet("middle", 0.5, _middle), Sheet("floor", 0.8, _floor)),
    hems=(Sheet("hem", 1.35, _hem),),
    movers=_movers,
    clouds=Clouds(clouds, speed=6.0),
    moon_at=(0.23, 0.77),
)
