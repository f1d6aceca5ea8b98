"""Village: cottages under a hill, a persimmon tree, jars, stone walls, smoke at supper time."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import flat, line, stroke, wash
from pyojeong.performing.film.sets.flora import BARK, broadleaf, bush, crown, flowers, grass, pine, trunk
from pyojeong.performing.film.sets.houses import thatched, tiled
from pyojeong.performing.film.sets.land import ground, pebbles, ridge, way, wooded
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds, Smoke
from pyojeong.performing.film.sets.pigments import SHADE, argb, lit
from pyojeong.performing.film.sets.shapes import bent, oval, placed, tapered
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, fair, mist
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import fence, jars, stone_wall

_SKY = fair(("#8fc6e4", "#bfe0e8", "#f3ecd0", "#fbe3bd"), sides=(0.22, 0.78), high=0.66, radius=34)


def _hills(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(170), "#a9c4c6", rough=54, below="#c8dac8")
    mist(canvas, layout, layout.up(70), 70, "#f4efd8", alpha=0.6)
    wooded(canvas, layout, dice, layout.up(96), "#9bbd8c", rough=34, below="#b9cf94", trees="#84ac7a", high=22)
    for share in (0.36, 0.46, 0.57, 0.65):
        thatched(canvas, dice, layout.x(share), layout.up(12) - dice.uniform(0, 18), dice.uniform(66, 88), gourds=False)
    mist(canvas, layout, layout.ground + 6, 60, "#f6efd4", alpha=0.7)


def _houses(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y, big = layout.ground, min(430.0, layout.width * 0.42)
    pine(canvas, dice, layout.x(0.33), y + 12, 210)
    broadleaf(canvas, dice, layout.x(0.7), y + 10, 220, "#8fb457")
    sides = [(0.13, thatched), (0.88, tiled if dice.random() < 0.6 else thatched)]
    if dice.random() < 0.5:
        sides = [(1 - share, house) for share, house in sides]
    for share, house in sides:
        house(canvas, dice, layout.x(share), y + 52, big * dice.uniform(0.88, 1.0))
    for share in (0.3, 0.69):
        bush(canvas, dice, layout.x(share), y + 40, 80, "#7aa552", bloom=dice.choice(("", "#f4a6bc", "#ffe27a")))


def _yard(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y, low = layout.ground + 44, layout.height
    ground(canvas, layout, dice, "#dcc38c", "#c39c63", y=y)
    way(canvas, layout, dice, "#e2c996", at=0.5, wide=0.6, top=y, verge="#8fa553")
    pebbles(canvas, dice, (layout.x(0.05), y + 20, layout.x(0.95), low), "#b8a58a", count=26)
    inks = ("#ff9db4", "#ffd45e", "#ffffff", "#e86a5a")
    for left, right in layout.margins(0.17):
        grass(canvas, dice, (left, y + 6, right, low), "#8fa553", count=60, size=(12, 30))
        flowers(canvas, dice, (left, y + 40, right, low - 20), inks, count=12, size=15)


def _yard_things(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 96
    near, far, side = (0.95, 0.04, -1) if dice.random() < 0.5 else (0.05, 0.96, 1)
    jars(canvas, dice, layout.x(far), y + 34, 180)
    persimmon(canvas, dice, layout.x(near), y + 40, min(layout.ground * 1.02, 520.0), side)
    left, right = sorted((layout.x(near) - side * 90, layout.x(near) + side * 110))
    if dice.random() < 0.5:
        fence(canvas, dice, (left, right), y + 64, 54)
    else:
        stone_wall(canvas, dice, (left, right), y + 66, 50)
    for _ in range(dice.randint(2, 3)):
        share = dice.choice((0.2, 0.25, 0.76, 0.8)) + dice.uniform(-0.03, 0.03)
        hen(canvas, layout.x(share), y + dice.uniform(-10, 40), 34, dice)


def persimmon(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, side: int) -> None:
    """A tree hung with orange fruit, leaning into the picture."""
    stem = bent(x, y, high * 0.62, 0.05 * side, 0.28 * side)
    trunk(canvas, dice, stem, high * 0.085, high * 0.04, lit(BARK, -0.1))
    tips = []
    for angle in (-0.9, -0.2, 0.6, 1.15):
        branch = bent(*stem[-2], high * 0.34, angle * side, 0.4 * side)
        flat(canvas, tapered(branch, high * 0.032, high * 0.01), lit(BARK, -0.15))
        tips.append(branch[-1])
    half, leaves = (high * 0.16, high * 0.11), ("#b7a53f", "#c78a3a", "#8fa04a")
    for tip in tips:
        crown(canvas, dice, tip, half, dice.choice(leaves), shape=Stamp.LEAF, size=17, thick=0.8)
    fruit, shine = [], []
    for tx, ty in tips:
        for _ in range(5):
            fx, fy = tx + dice.uniform(-0.17, 0.17) * high, ty + dice.uniform(-0.06, 0.15) * high
            fruit.append(Mark(fx, fy, 19, 0, argb(lit("#ee7a2e", dice.uniform(-0.12, 0.12)))))
            shine.append(Mark(fx - 4, fy - 4, 6, 0, argb("#ffe2b0", 0.9)))
    stamp(canvas, Stamp.DISC, fruit)
    stamp(canvas, Stamp.DISC, shine)


def hen(canvas: skia.Canvas, x: float, y: float, high: float, dice: Random) -> None:
    """A small hen pecking."""
    way_to = dice.choice((-1, 1))
    ink = dice.choice(("#fff4e0", "#d98a4a", "#8a5a3c"))
    flat(canvas, oval(x, y + 2, high * 0.5, high * 0.1), SHADE, alpha=0.2)
    for leg in (-0.08, 0.1):
        stroke(canvas, [(x + leg * high, y - high * 0.25), (x + leg * high, y)], "#e0912e", 2.4)
    wash(canvas, oval(x, y - high * 0.42, high * 0.42, high * 0.3), lit(ink, 0.2), lit(ink, -0.15))
    long = way_to * high
    tail = placed(x, y, long, high, ((-0.3, 0.5), (-0.6, 0.9)))
    flat(canvas, tapered(tail, high * 0.3, high * 0.1), lit(ink, -0.1))
    hx, hy = x + long * 0.38, y - high * 0.8
    flat(canvas, tapered([(x + long * 0.25, y - high * 0.5), (hx, hy)], high * 0.34, high * 0.24), ink)
    flat(canvas, oval(hx, hy, high * 0.15, high * 0.15), ink)
    for dx in (-0.08, 0.02, 0.1):
        flat(canvas, oval(hx + dx * high, hy - high * 0.16, high * 0.06, high * 0.08), "#d8362e")
    beak = placed(hx, hy, long, high, ((0.12, 0), (0.26, -0.05)))
    line(canvas, tapered(beak, high * 0.1, 1), "#eaa23a", 1)
    flat(canvas, oval(hx + long * 0.05, hy - high * 0.03, 1.8, 1.8), "#2a2020")


def _corners(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    inks = ("#ff8fae", "#ffd45e", "#fff6ee", "#f2684e")
    for left, right in layout.margins(0.13):
        grass(canvas, dice, (left, layout.height * 0.97, right, layout.bottom), "#7d9a45", count=30, size=(34, 70))
        flowers(canvas, dice, (left, layout.height * 0.94, right, layout.bottom), inks, count=9, size=30)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    smoke = mood.ink("#fdf8ea", near=0.4)
    return (
        Birds(layout, mood.ink("#5b5f74", near=0.3), layout.ground * 0.3, phase=layout.dice("birds").random()),
        Smoke(layout.x(0.405), layout.up(52), smoke, depth=0.3, size=40, high=130),
        Smoke(layout.x(0.6), layout.up(52), smoke, depth=0.3, size=34, high=110),
    )


VILLAGE = Composition(
    (
        Sheet("sky", 0.05, _SKY),
        Sheet("hills", 0.25, _hills),
        Sheet("houses", 0.55, _houses),
        Sheet("yard", 0.8, _yard),
        Sheet("things", 0.95, _yard_things),
    ),
    hems=(Sheet("corners", 1.35, _corners),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
