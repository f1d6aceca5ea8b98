"""Undersea: the dragon king's palace in blue light, corals, weed that sways, fish and bubbles."""

from __future__ import annotations

import math
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import dabs, flat, glow, stroke, wash
from pyojeong.performing.film.sets.flora import forked
from pyojeong.performing.film.sets.houses import tiled_roof
from pyojeong.performing.film.sets.land import ground, pebbles, ridge, rock
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Bubbles, Lights, spots_in
from pyojeong.performing.film.sets.pigments import argb, lit
from pyojeong.performing.film.sets.shapes import Points, bent, box, oval, placed, polygon, smooth, tapered, whole
from pyojeong.performing.film.sets.sheets import Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import mist, rays
from pyojeong.performing.film.sets.sprites import Swinging, Travelling, sprite
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood

_CORALS = ("#f0788a", "#f29a5c", "#e86aa8", "#f4c05e", "#b48ae0")


def _water(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    wash(canvas, whole(layout), "#6fd0dc", "#1f6a9c")
    area, inks = layout.across(layout.top, layout.ground), ("#8fe0e4", "#4fb4cc", "#a8ece6")
    dabs(canvas, dice, area, inks, count=50, size=(160, 360), alpha=0.12, loose=0.15)
    x, y, reach = layout.x(0.5 + dice.uniform(-0.15, 0.15)), layout.top - 260, layout.height * 1.25
    rays(canvas, x, y, reach, "#eafff4", dice, count=8, alpha=0.22, spread=1.0)
    ridge(canvas, layout, dice, layout.up(120), "#5cb0c4", rough=70, below="#4a9cba")


def _palace(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    x, y = layout.middle, layout.ground + 10
    half = min(250.0, layout.width * 0.3)
    glow(canvas, x, y - half * 0.5, half * 1.5, "#e6fff0", alpha=0.45)
    for share, size in ((-1.15, 0.5), (1.15, 0.5), (0.0, 1.0)):
        _pavilion(canvas, dice, x + share * half, y, half * size)
    mist(canvas, layout, y + 14, 110, "#7fd0d8", alpha=0.75)


def _pavilion(canvas: skia.Canvas, dice: Random, x: float, y: float, half: float) -> None:
    low = y - half * 0.42
    wash(canvas, box(x - half * 0.72, low - 4, x + half * 0.72, y), "#f4d8c4", "#e6b8b4")
    for number in range(6):
        px = x - half * 0.66 + half * 1.32 * number / 5
        stroke(canvas, [(px, low), (px, y)], "#d8605e", half * 0.05)
    wash(canvas, box(x - half * 0.74, low - half * 0.02, x + half * 0.74, low + half * 0.1), "#4fa898", "#3a8a84")
    flat(canvas, box(x - half * 0.12, low + half * 0.14, x + half * 0.12, y), "#8a3a4a")
    tiled_roof(canvas, dice, x, low + half * 0.05, half * 1.04, half * 0.3, ink="#4f86a8")
    upper = low - half * 0.34
    wash(canvas, box(x - half * 0.42, upper, x + half * 0.42, upper + half * 0.2), "#f4d8c4", "#e6b8b4")
    tiled_roof(canvas, dice, x, upper + half * 0.04, half * 0.72, half * 0.32, ink="#4f86a8")
    wash(canvas, oval(x, upper - half * 0.36, half * 0.08, half * 0.08), "#fff6c4", "#f2c04e")


def _reef(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 50
    for side in (-1, 1):
        for number in range(5):
            x = layout.x(0.5 + side * (0.5 - 0.055 * number))
            if number < 3:
                rock(canvas, dice, x, y + 6 * number, 190 - 44 * number, "#5f86a8")
            px, high = x + dice.uniform(-16, 16), dice.uniform(90, 190) * (1 - 0.1 * number)
            coral(canvas, dice, px, y - 30 + 12 * number, high, dice.choice(_CORALS))


def coral(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str) -> None:
    """A branching coral, a fan or a brain."""
    kind = dice.random()
    if kind < 0.55:
        _branching(canvas, dice, x, y, high, ink)
    elif kind < 0.8:
        _fan(canvas, x, y, high, ink)
    else:
        _brain(canvas, dice, x, y, high, ink)


def _branching(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str) -> None:
    def twig(stem: Points, level: int, way_to: float) -> Points:
        length = high * 0.3 * 0.85**level
        return bent(*stem[-1], length, way_to + dice.uniform(-0.25, 0.25), way_to * 0.3, steps=4)

    for stem, wide in forked(bent(x, y, high * 0.45, 0, 0), high * 0.12, twig, ways=(-0.55, 0.5), thinner=0.72):
        flat(canvas, tapered(stem, wide, wide * 0.8), ink)
        stroke(canvas, [(px - wide * 0.2, py) for px, py in stem], lit(ink, 0.4), wide * 0.22, alpha=0.7)
        flat(canvas, oval(*stem[-1], wide * 0.5, wide * 0.5), lit(ink, 0.25))


def _fan(canvas: skia.Canvas, x: float, y: float, high: float, ink: str) -> None:
    for step in range(-5, 6):
        stem = bent(x, y, high * (0.95 - 0.05 * abs(step)), step * 0.14, step * 0.06)
        flat(canvas, tapered(stem, high * 0.06, high * 0.035), lit(ink, 0.06 * (step % 3)))
        flat(canvas, oval(*stem[-1], high * 0.045, high * 0.045), lit(ink, 0.35))


def _brain(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str) -> None:
    dome = placed(x, y, high, high, ((-0.4, 0), (-0.34, 0.36), (0, 0.5), (0.34, 0.36), (0.4, 0)))
    wash(canvas, smooth(dome), lit(ink, 0.25), lit(ink, -0.15))
    marks = []
    for _ in range(18):
        px, py = x + dice.uniform(-0.3, 0.3) * high, y - dice.uniform(0.05, 0.42) * high
        marks.append(Mark(px, py, high * 0.1, 0, argb(lit(ink, -0.2), 0.6)))
    stamp(canvas, Stamp.RING, marks)


def _sand(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 48
    ground(canvas, layout, dice, "#d9dcb0", "#8fae9c", y=y, uneven=12)
    pebbles(canvas, dice, (layout.x(0.04), y + 20, layout.x(0.96), layout.height), "#a8b4b0", count=26)
    for _ in range(7):
        share = dice.choice((dice.uniform(0.03, 0.28), dice.uniform(0.72, 0.97)))
        py, size, turn = dice.uniform(y + 30, layout.height - 10), dice.uniform(22, 36), dice.uniform(0, 6)
        stamp(canvas, Stamp.FLOWER, [Mark(layout.x(share), py, size, turn, argb(dice.choice(_CORALS)))])
    for number in range(9):
        cx, cy = dice.uniform(layout.left, layout.right), y + (layout.bottom - y) * number / 9
        ripple = placed(cx, cy, 1, 1, ((-90, 0), (-30, 9), (40, -6), (110, 4)))
        stroke(canvas, ripple, "#fffbe0", 4, alpha=0.3)


def _near(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for side in (-1, 1):
        x, y = layout.x(0.5 + side * 0.5), layout.height * 0.86
        rock(canvas, dice, x, y + 30, 230, "#4a6f92")
        for number in range(3):
            px, high = x - side * (20 + 62 * number), dice.uniform(110, 200) - 24 * number
            coral(canvas, dice, px, y + 12 + 14 * number, high, dice.choice(_CORALS))


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        rock(canvas, dice, edge + side * 60, layout.bottom + 34, 200, "#35587a")
        for number in range(8):
            x, y, knot = edge + side * (24 + 24 * number), layout.bottom + 10, 24 - 1.6 * number
            points = [(x + 12 * math.sin(step * 1.1 + number), y - step * knot) for step in range(8)]
            flat(canvas, tapered(points, 16, 5), lit("#2f8a6a", dice.uniform(-0.25, 0.15)))


def weed(canvas: skia.Canvas, dice: Random) -> None:
    """Three ribbons of weed about their foot."""
    for dx, high, ink in ((-14, 210, "#3fa07a"), (12, 170, "#58b886"), (0, 250, "#2f8a6e")):
        points = [(dx + 11 * math.sin(step * 0.9 + dx), -high * step / 9) for step in range(10)]
        flat(canvas, tapered(points, 17, 5), ink)
        stroke(canvas, points, lit(ink, 0.35), 2, alpha=0.6)


def fish(canvas: skia.Canvas, dice: Random) -> None:
    """A striped fish looking to the right."""
    wash(canvas, polygon([(-22, 0), (-44, -16), (-40, 0), (-44, 16)]), "#f7a84e", "#e2703a")
    wash(canvas, smooth([(-26, 0), (-8, -18), (18, -13), (34, 0), (18, 13), (-8, 18)]), "#ffd07a", "#f08a4a")
    for dx in (-10, 6):
        stroke(canvas, [(dx, -14), (dx + 4, 0), (dx, 14)], "#fff6e2", 6)
    flat(canvas, oval(22, -4, 3.4, 3.8), "#2a2030")
    flat(canvas, smooth([(-2, 4), (8, 12), (-4, 16)]), "#f7b85e")


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    dice = layout.dice("fish")
    swim = (layout.height * 0.12, layout.height * 0.5)
    lanes = Travelling.lanes_of(dice, 7, y=swim, speed=(14, 34), size=(0.45, 0.95))
    feet = tuple((layout.x(share), layout.ground + 84) for share in (0.16, 0.225, 0.785, 0.85))
    light = spots_in(dice, (0, layout.height * 0.05, layout.width, layout.ground), 16)
    return (
        Swinging(sprite(mood, (-46, -256, 46, 6), weed, near=0.8), feet, degrees=5.0, period=4.6, depth=0.85),
        Travelling(layout, sprite(mood, (-46, -22, 38, 22), fish, near=0.8), lanes, bob=9, tilt=4.0, depth=0.5),
        Lights(light, mood.ink("#e6fff4", near=1.0), (10, 30), 20.0, 0.2, depth=0.3, least=0.1, peak=0.4),
        Bubbles(layout, mood.ink("#f0ffff", near=1.0)),
    )


UNDERSEA = Composition(
    (
        Sheet("water", 0.05, _water),
        Sheet("palace", 0.3, _palace),
        Sheet("reef", 0.6, _reef),
        Sheet("sand", 0.8, _sand),
        Sheet("near", 0.95, _near),
    ),
    hems=(Sheet("hem", 1.35, _hem),),
    movers=_movers,
    lamplit=True,
)
