"""Snow: a white valley, spruces under their load, a cottage with smoke, bare persimmons and a snowman."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import brushed, dabs, flat, lifted, stroke, wash
from pyojeong.performing.film.sets.flora import forked, spruce
from pyojeong.performing.film.sets.houses import thatched
from pyojeong.performing.film.sets.land import ground, ridge, way
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, Smoke, spots_in
from pyojeong.performing.film.sets.pigments import argb, lit
from pyojeong.performing.film.sets.shapes import Points, bent, oval, placed, polygon, smooth, tapered
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, fair, mist
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import jars, stone_wall

_SNOW, _SHADE = "#fbfdff", "#c3d4ea"
_SKY = fair(("#9dbbd6", "#c2d6e4", "#e4e6e6", "#f8e6da"), sides=(0.24, 0.74), high=0.55, radius=30, ink="#fff2dc")


def _hills(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(190), "#d3deeb", rough=70, below="#b9cadf")
    ridge(canvas, layout, dice, layout.up(110), "#e6edf5", rough=36, below="#c9d8e8")
    x = layout.left
    while x < layout.right:
        if not layout.x(0.44) < x < layout.x(0.56):
            high = dice.uniform(44, 92)
            spruce(canvas, dice, x, layout.up(66) + dice.uniform(-10, 22), high, "#8fabb4", snow="#f2f7fc")
        x += dice.uniform(22, 52)
    mist(canvas, layout, layout.up(30), 70, "#f4f6f8", alpha=0.7)
    ridge(canvas, layout, dice, layout.up(34), "#f4f8fc", rough=14, below="#d9e4f0")


def _home(layout: Layout) -> tuple[float, float, int]:
    """Where the cottage stands, how wide it is, and on which side it stands."""
    side = layout.side("home")
    return layout.x(0.5 + side * 0.37), min(400.0, layout.width * 0.42), side


def _woods(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    x, wide, side = _home(layout)
    thatched(canvas, dice, x, layout.ground + 48, wide, snow=_SNOW, warm=True)
    for share, high in ((-0.47, 400), (-0.37, 330), (-0.27, 240), (-0.19, 170), (0.2, 190)):
        x = layout.x(0.5 + side * (share + dice.uniform(-0.015, 0.015)))
        spruce(canvas, dice, x, layout.ground + 36, high * dice.uniform(0.9, 1.1), "#5d8a86", snow=_SNOW)


def _floor(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 30
    ground(canvas, layout, dice, "#fbfdff", "#cfdff0", y=y, uneven=9)
    way(canvas, layout, dice, "#dbe6f2", at=0.5, wide=0.5, top=y)
    area = layout.across(y, layout.bottom)
    dabs(canvas, dice, area, ("#ffffff", "#b5cae4"), count=40, size=(120, 300), alpha=0.2, loose=0.1)
    steps = [(0.5 + 0.04 * (-1) ** n + 0.05 * (n / 9), y + 30 + (layout.height - y) * (n / 9) ** 1.4) for n in range(8)]
    for number, (share, py) in enumerate(steps):
        flat(canvas, oval(layout.x(share), py, 6 + 1.8 * number, 2.5 + 0.8 * number), "#a3bada", alpha=0.6)
    for share in (0.06, 0.19, 0.82, 0.93):
        x, py = layout.x(share + dice.uniform(-0.03, 0.03)), layout.ground + dice.uniform(110, 190)
        drift = smooth(placed(x, py, 1, 1, ((-110, -16), (-50, 16), (30, 22), (120, -16), (0, -26))))
        wash(canvas, drift, "#ffffff", _SHADE)


def _things(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = layout.side("home")
    edge = layout.x(0.5 + side * 0.46)
    jars(canvas, dice, edge, layout.ground + 116, 170, snow=_SNOW)
    bare_tree(canvas, dice, layout.x(0.5 - side * 0.49), layout.height * 0.86, min(540.0, layout.height * 0.75), side)
    snowman(canvas, layout.x(0.5 - side * 0.3), layout.ground + 120, 120)
    ends = sorted((layout.x(0.5 - side * 0.6), layout.x(0.5 - side * 0.38)))
    stone_wall(canvas, dice, (ends[0], ends[1]), layout.ground + 150, 46, snow=_SNOW)


def bare_tree(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, side: int) -> None:
    """Black boughs with snow along them and a few red fruits left for the magpies."""

    def bough(stem: Points, forking: int, way_to: float) -> Points:
        angle = side * 0.3 + way_to + dice.uniform(-0.2, 0.2)
        return bent(*stem[-1 - (way_to > 0)], high * 0.3 * 0.76**forking, angle, way_to * 0.4, steps=4)

    trunk = bent(x, y, high * 0.55, 0.04 * side, 0.3 * side, steps=5)
    stems = forked(trunk, high * 0.07, bough, ways=(-0.65, 0.5), thinner=0.55)
    for stem, wide in stems:
        flat(canvas, tapered(stem, wide, wide * 0.45), "#5c4a4e")
        load = [(px - wide * 0.1, py - wide * 0.36) for px, py in stem]
        stroke(canvas, load, _SNOW, max(2.0, wide * 0.34), alpha=0.95)
    fruit = [Mark(stem[-1][0], stem[-1][1] + 9, 15, 0, argb("#e2592c")) for stem, _ in stems[-7:-1:2]]
    stamp(canvas, Stamp.DISC, fruit)
    stamp(canvas, Stamp.PUFF, [Mark(m.x, m.y - 6, 14, 0, argb(_SNOW)) for m in fruit])


def snowman(canvas: skia.Canvas, x: float, y: float, high: float) -> None:
    """Two balls, a straw hat's worth of charm, a red scarf."""
    flat(canvas, oval(x + 4, y, high * 0.42, high * 0.08), "#7f9cc4", alpha=0.5)
    for cy, radius in ((0.3, 0.31), (0.74, 0.225)):
        ball = oval(x, y - cy * high, radius * high, radius * high)
        lifted(canvas, ball, by=2)
        wash(canvas, ball, "#ffffff", "#bccfe8")
    head = y - 0.74 * high
    _snow_face(canvas, x, head, high)
    stroke(canvas, placed(x, head, high, high, ((-0.2, -0.17), (0, -0.23), (0.2, -0.17))), "#d0402e", 12)
    stroke(canvas, placed(x, head, high, high, ((0.12, -0.2), (0.17, -0.42))), "#d0402e", 11)
    for way_to in (-1, 1):
        arm = bent(x + way_to * 0.27 * high, y - 0.4 * high, 0.34 * high, way_to * 1.0, way_to * 0.2)
        stroke(canvas, arm, "#6b4a3a", 4)
        stroke(canvas, [arm[-2], (arm[-2][0] + way_to * 4, arm[-2][1] - 14)], "#6b4a3a", 3)
    hat = placed(x, head, high, high, ((-0.24, 0.13), (-0.1, 0.2), (0, 0.34), (0.1, 0.2), (0.24, 0.13)))
    brushed(canvas, smooth(hat), "#d9a95c", Random("hat"), size=20)


def _snow_face(canvas: skia.Canvas, x: float, y: float, high: float) -> None:
    for dx in (-0.08, 0.08):
        flat(canvas, oval(x + dx * high, y - 0.03 * high, 3.4, 3.8), "#3a3340")
        flat(canvas, oval(x + dx * 1.8 * high, y + 0.05 * high, 6, 3.6), "#f7a8a8", alpha=0.7)
    flat(canvas, polygon([(x, y), (x + 20, y + 6), (x, y + 8)]), "#ee8a3c")
    stroke(canvas, placed(x, y, 1, high, ((-9, -0.09), (0, -0.12), (9, -0.09))), "#3a3340", 2.2)


def _corners(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        low = layout.bottom
        for number in range(7):
            x, high = edge + side * (40 + 24 * number), dice.uniform(90, 150)
            reed = bent(x, low - 20, high, side * 0.1, side * dice.uniform(0.2, 0.7))
            stroke(canvas, reed, lit("#a08a66", dice.uniform(-0.2, 0.2)), 3)
            stroke(canvas, reed[-3:], _SNOW, 5, alpha=0.9)
        drift = smooth(placed(edge, low, side, 1, ((-60, -60), (-20, 130), (110, 84), (230, 20), (300, -50))))
        lifted(canvas, drift, by=3)
        wash(canvas, drift, "#ffffff", "#bfd2ea")


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    x, house, side = _home(layout)
    dice = layout.dice("glints")
    area = (0, layout.ground + 50, layout.width, layout.height)
    windows = tuple((x + house / 2 * share, layout.ground + 8) for share in (-0.5, 0.06))
    chimney, white = (x - side * house * 0.16, layout.ground + 48 - house * 0.62), mood.ink("#ffffff", near=1.0)
    return (
        Smoke(*chimney, mood.ink("#ffffff", near=0.5), depth=0.55, size=64, high=190),
        Lights(windows, mood.ink("#ffcf7a", near=1.0), (110, 140), 0.0, 0.7, Stamp.GLOW, 0.55, 0.7, 0.5),
        Lights(spots_in(dice, area, 26), white, (7, 15), 0.0, 0.3, Stamp.SPARK, 0.8, 0.0, 0.95),
    )


SNOW = Composition(
    (
        Sheet("sky", 0.05, _SKY),
        Sheet("hills", 0.25, _hills),
        Sheet("woods", 0.55, _woods),
        Sheet("floor", 0.8, _floor),
        Sheet("things", 0.95, _things),
    ),
    hems=(Sheet("corners", 1.35, _corners),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
