"""Forest: mist between pale trunks, big trees at both sides, moss, mushrooms and ferns."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import dabs, flat, stroke, wash
from pyojeong.performing.film.sets.flora import (
    BARK,
    birch,
    broadleaf,
    bush,
    corner_grass,
    crown,
    flowers,
    grass,
    pine,
    trunk,
)
from pyojeong.performing.film.sets.land import ground, pebbles, rock, way, wooded
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, spots_in
from pyojeong.performing.film.sets.pigments import lit
from pyojeong.performing.film.sets.shapes import bent, oval, placed, smooth, tapered
from pyojeong.performing.film.sets.sheets import Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import mist, rays, sky
from pyojeong.performing.film.sets.stamps import Stamp
from pyojeong.performing.film.sets.tones import Mood

_LEAVES = ("#7fae4f", "#6a9f54", "#93b84c", "#5b9460")
_BLOOMS = ("#fff3f0", "#f7c5d4", "#ffe08a", "#c9b8f0")


def _sky(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sky(canvas, layout, dice, ("#a9d3c4", "#d5ebc4", "#f8f6cf", "#eef3c4"))


def _air(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    wooded(canvas, layout, dice, layout.up(190), "#bcd8b4", rough=24, trees="#b0d0a6", high=60)
    for _ in range(int(layout.width / 42)):
        x = dice.uniform(layout.left, layout.right)
        wide = dice.uniform(5, 13)
        stem = bent(x, layout.ground + 20, layout.ground * 1.2, dice.uniform(-0.04, 0.04), dice.uniform(-0.04, 0.04))
        flat(canvas, tapered(stem, wide, wide * 0.6), "#a3c09c", alpha=0.55)
    mist(canvas, layout, layout.ground, 190, "#f6f6d6", alpha=0.9)


def _middle(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    high = min(layout.ground * 0.9, 560.0)
    for share in (0.22, 0.78, 0.34, 0.67, 0.03, 0.12, 0.28, 0.73, 0.89, 0.98):
        x = layout.x(share + dice.uniform(-0.025, 0.025))
        y = layout.ground + dice.uniform(2, 16)
        size = high * dice.uniform(0.7, 0.95) * (0.62 if 0.3 < share < 0.7 else 1.0)
        ink = lit(dice.choice(_LEAVES), 0.22)
        kind = dice.random()
        if kind < 0.55:
            broadleaf(canvas, dice, x, y, size, ink, bark="#8d7260")
        elif kind < 0.8:
            birch(canvas, dice, x, y, size * 1.05, lit(ink, 0.1))
        else:
            pine(canvas, dice, x, y, size, "#6f9a70")
    for _ in range(11):
        x = layout.x(dice.choice((dice.uniform(-0.02, 0.3), dice.uniform(0.7, 1.02))))
        bush(canvas, dice, x, layout.ground + 14, dice.uniform(70, 130), lit(dice.choice(_LEAVES), 0.12))
    mist(canvas, layout, layout.ground + 16, 90, "#f4f5d2", alpha=0.6)


def _floor(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ground(canvas, layout, dice, "#a9c266", "#547a40", fringe="#8fb456")
    way(canvas, layout, dice, "#cdb483", at=0.5 + dice.uniform(-0.05, 0.05), wide=0.56, verge="#6e9c48")
    top, low = layout.ground, layout.height
    for left, right in layout.margins(0.26):
        grass(canvas, dice, (left, top + 10, right, low), "#6e9c48", count=90, size=(12, 34))
        flowers(canvas, dice, (left, top + 24, right, low - 30), _BLOOMS, count=13, size=13)
    pebbles(canvas, dice, (layout.x(0.1), top + 30, layout.x(0.9), low), "#a59d8c", count=14)
    for share, size in ((0.1, 86), (0.9, 70)):
        x, y = layout.x(share + dice.uniform(-0.03, 0.03)), top + dice.uniform(46, 80)
        rock(canvas, dice, x, y, size, "#8d938a")
    for _ in range(6):
        share = dice.choice((dice.uniform(0.02, 0.26), dice.uniform(0.74, 0.98)))
        mushroom(canvas, layout.x(share), top + dice.uniform(30, 150), dice.uniform(14, 28), dice)


def mushroom(canvas: skia.Canvas, x: float, y: float, high: float, dice: Random) -> None:
    """A capped mushroom with spots."""
    ink = dice.choice(("#d8523c", "#e0913c", "#b86a4a"))
    stalk = placed(x, y, high, high, ((-0.18, 0), (-0.13, 0.6), (0.13, 0.6), (0.18, 0)))
    wash(canvas, smooth(stalk), "#fff4e0", "#d8c4a0")
    cap = placed(x, y, high, high, ((-0.55, 0.5), (-0.3, 0.95), (0.3, 0.95), (0.55, 0.5), (0, 0.42)))
    wash(canvas, smooth(cap), lit(ink, 0.25), lit(ink, -0.2))
    for px, py in placed(x, y, high, high, ((-0.2, 0.72), (0.14, 0.8), (0.3, 0.6), (-0.38, 0.56))):
        flat(canvas, oval(px, py, high * 0.07, high * 0.05), "#fff6e6", alpha=0.9)


def _near_trees(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in ((layout.x(0.0), 1), (layout.x(1.0), -1)):
        _old_tree(canvas, layout, dice, edge, side)
        for step in range(4):
            x, y = edge + side * (step * 62 - 34), layout.top + 16 + dice.uniform(-12, 30) - step * 5
            half, ink = (118 - 14 * step, 82 - 13 * step), lit(dice.choice(_LEAVES), -0.06)
            crown(canvas, dice, (x, y), half, ink, size=22, shape=Stamp.LEAF)
    x, y, reach = layout.x(0.16), layout.top - 60, layout.height * 0.95
    rays(canvas, x, y, reach, "#fff8cc", dice, count=5, alpha=0.22, spread=0.7)


def _old_tree(canvas: skia.Canvas, layout: Layout, dice: Random, edge: float, side: int) -> None:
    """A thick trunk on its roots, mossy, with one limb into the picture."""
    x, y = edge + side * dice.uniform(4, 30), layout.height * dice.uniform(0.8, 0.86)
    wide = dice.uniform(84, 112)
    roots = placed(x, y, wide, 1, ((-1.15, -20), (-0.42, 60), (0.42, 60), (1.15, -20), (0, -6)))
    flat(canvas, smooth(roots), lit(BARK, -0.2))
    trunk(canvas, dice, bent(x, y, y + 60, -0.03 * side, 0.12 * side), wide, wide * 0.7, BARK)
    area, moss = (x - wide * 0.5, y - 210, x + wide * 0.4, y), ("#86a552", "#6b8f45")
    dabs(canvas, dice, area, moss, count=46, size=(10, 24), shape=Stamp.SPLAT, alpha=0.75, loose=3)
    limb = bent(x + side * 10, y - 330, 190, side * 0.95, side * 0.35)
    flat(canvas, tapered(limb, 24, 8), lit(BARK, -0.1))
    for point, half in ((limb[-1], 46), (limb[-3], 34)):
        crown(canvas, dice, point, (half, half * 0.6), lit(dice.choice(_LEAVES), -0.04), shape=Stamp.LEAF)


def _ferns(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        for number in range(6):
            high = 190 - 22 * number + dice.uniform(-20, 20)
            fern(canvas, dice, edge + side * (20 + 26 * number), layout.bottom + 4, high, side * (0.22 + 0.1 * number))
        corner_grass(canvas, layout, dice, (edge, edge + side * 190), "#4c7a3e", count=24, size=(34, 62))


def fern(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, lean: float) -> None:
    """A frond that bows to one side."""
    ink = lit("#4f8a48", dice.uniform(-0.2, 0.15))
    points = bent(x, y, high, lean * 0.5, lean * 2.2, steps=14)
    stroke(canvas, points, lit(ink, -0.3), 3)
    for number, (px, py) in enumerate(points[2:]):
        long = high * 0.2 * (1 - number / 13)
        for side in (-1, 1):
            tx, ty = px + side * long, py - long * 0.35 + 4
            mx, my = (px + tx) / 2, (py + ty) / 2
            flat(canvas, smooth([(px, py - 3), (mx, my - 5), (tx, ty), (mx, my + 5)]), lit(ink, 0.14 * side))


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    dice = layout.dice("motes")
    spots = spots_in(dice, (0, layout.height * 0.2, layout.width, layout.height * 0.85), 22)
    return (Lights(spots, mood.ink("#fffad0", near=1.0), (8.0, 20.0), 26.0, 0.22),)


FOREST = Composition(
    (
        Sheet("sky", 0.1, _sky),
        Sheet("air", 0.1, _air),
        Sheet("middle", 0.4, _middle),
        Sheet("floor", 0.8, _floor),
        Sheet("near", 0.95, _near_trees),
    ),
    hems=(Sheet("ferns", 1.35, _ferns),),
    movers=_movers,
    moon_at=(0.4, 0.6),
)
