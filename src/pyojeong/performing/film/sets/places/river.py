"""River: a willow, reeds and lotus, a stone bridge far away, ducks going by."""

from __future__ import annotations

import math
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import dabs, flat, stroke, wash, within
from pyojeong.performing.film.sets.flora import broadleaf, bush, flowers, grass, reeds, willow
from pyojeong.performing.film.sets.land import ground, pebbles, ridge, rock, water, way, wooded
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Glitter
from pyojeong.performing.film.sets.pigments import lit, tints
from pyojeong.performing.film.sets.shapes import band, box, oval, placed, polygon, smooth
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, fair, mist
from pyojeong.performing.film.sets.sprites import Travelling, sprite
from pyojeong.performing.film.sets.tones import Mood

_BLOOMS = ("#ffffff", "#ffd85e", "#a9b8f4", "#f4a6c0")
_SKY = fair(("#8cc4e0", "#bfe0e4", "#eef0d6", "#f8ecc8"), sides=(0.22, 0.78), high=0.6, radius=34)


def _bank(layout: Layout) -> float:
    return layout.ground + 84


def _far(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(170), "#a3c3cf", rough=56, below="#c6dad8")
    mist(canvas, layout, layout.up(90), 60, "#f4f2dc", alpha=0.6)
    wooded(canvas, layout, dice, layout.up(106), "#9cc48e", rough=24, below="#b4d096", trees="#84b07c", high=24)
    for share in (0.08, 0.22, 0.34, 0.7, 0.83, 0.94):
        x, high = layout.x(share + dice.uniform(-0.03, 0.03)), dice.uniform(80, 130)
        broadleaf(canvas, dice, x, layout.up(52), high, lit("#8fba66", 0.15), bark="#8d7260")
    top = layout.up(58)
    water(canvas, dice, band(layout, top, layout.bottom + 9), ("#c3e2dc", "#86c3cc", "#5aa6b8", "#4a96aa"))
    flat(canvas, box(layout.left, top - 4, layout.right, top + 3), "#7fa35c")
    for _ in range(24):
        x, y = dice.uniform(layout.left, layout.right), top + dice.uniform(4, 34)
        flat(canvas, oval(x, y, dice.uniform(30, 80), dice.uniform(3, 8)), "#7fae86", alpha=0.25)
    bridge(canvas, dice, layout.x(0.5 - layout.side() * 0.22), top + 22, 270)


def bridge(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float) -> None:
    """An arch of stone and its likeness in the water."""
    half, high = wide / 2, wide * 0.26
    wash(canvas, _arch(x, y, half, -high), lit("#b0a698", -0.2), "#8d8478", alpha=(0.3, 0.3))
    arch, area, stones = _arch(x, y, half, high), (x - half, y - high * 1.2, x + half, y), tints("#a39a8c", spread=0.25)
    wash(canvas, arch, lit("#b0a698", 0.2), "#8d8478")
    with within(canvas, arch):
        dabs(canvas, dice, area, stones, count=60, size=(14, 30), alpha=0.5)
    rail = [(x + half * (step / 5 - 1), y - high * 1.12 * (1 - (step / 5 - 1) ** 2) - 14) for step in range(11)]
    stroke(canvas, rail, "#948a7e", 5)
    for px, py in rail:
        stroke(canvas, [(px, py - 5), (px, py + 12)], "#9f9588", 5)


def _arch(x: float, y: float, half: float, high: float) -> skia.Path:
    """Upwards, or downwards where ``high`` is below 0."""
    path = skia.Path()
    path.moveTo(x - half, y)
    path.quadTo(x, y - high * 2.1, x + half, y)
    path.lineTo(x + half * 0.5, y)
    path.quadTo(x, y - high * 1.5, x - half * 0.5, y)
    path.close()
    return path


def _trees(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = layout.side()
    x, y = layout.x(0.5 + side * 0.42), _bank(layout) + 10
    knoll = smooth(placed(x, y, side, 1, ((-260, -30), (-120, 22), (20, 50), (200, 60), (260, -60))))
    wash(canvas, knoll, "#a5c468", "#7ea24e")
    willow(canvas, dice, x + side * 30, y - 34, min(520.0, layout.ground * 0.98))
    reeds(canvas, dice, x - side * 190, y + 14, 120, "#8ba552", count=14)


def _shore(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side, y = layout.side(), _bank(layout)
    for _ in range(16):
        share = 0.5 - side * dice.uniform(0.16, 0.5)
        lotus_leaf(canvas, dice, layout.x(share), y - dice.uniform(8, 62), dice.uniform(22, 46))
    for share in (0.24, 0.33, 0.44):
        lotus(canvas, layout.x(0.5 - side * share), y - dice.uniform(30, 64), dice.uniform(20, 28))
    ground(canvas, layout, dice, "#b5cb6e", "#7ba04c", y=y, uneven=9)
    way(canvas, layout, dice, "#d6c08e", at=0.5, wide=0.58, top=y + 30, verge="#87a94e")
    for left, right in layout.margins(0.26):
        grass(canvas, dice, (left, y, right, layout.height), "#86aa4c", count=80, size=(16, 40))
        flowers(canvas, dice, (left, y + 20, right, layout.height - 20), _BLOOMS, count=16, size=15)
    grass(canvas, dice, layout.across(y - 4, y + 8), "#8fb052", count=90, size=(14, 22))
    pebbles(canvas, dice, (layout.x(0.08), y + 30, layout.x(0.92), layout.height), "#a8a294", count=14)
    edge = layout.x(0.5 - side * 0.47)
    reeds(canvas, dice, edge, y + 40, 210, "#7f9c4c", count=20)
    rock(canvas, dice, edge + side * 70, y + 56, 96)
    bush(canvas, dice, layout.x(0.5 + side * 0.3), y + 40, 70, "#7ea552", bloom="#f6b0c4")


def lotus_leaf(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float) -> None:
    """A round leaf lying on the water."""
    ink = lit("#5f9c62", dice.uniform(-0.15, 0.2))
    flat(canvas, oval(x, y + 4, wide, wide * 0.36), "#1f4a5a", alpha=0.25)
    wash(canvas, oval(x, y, wide, wide * 0.36), lit(ink, 0.25), lit(ink, -0.1))
    for step in range(8):
        angle = math.tau * step / 8
        tip = (x + 0.85 * wide * math.cos(angle), y + 0.3 * wide * math.sin(angle))
        stroke(canvas, [(x, y), tip], lit(ink, 0.4), 1.3, alpha=0.6)


def lotus(canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    """A pink lotus opening above the water."""
    stroke(canvas, [(x, y + size * 1.4), (x, y)], "#5f9c62", 4)
    for lean in (-1.1, 1.1, -0.6, 0.6, 0.0):
        tip, waist = (x + lean * size, y - size * (1.5 - 0.6 * abs(lean))), x + lean * size * 0.5
        petal = [(x, y + 2), (waist - size * 0.3, y - size * 0.7), tip, (waist + size * 0.3, y - size * 0.6)]
        wash(canvas, smooth(petal), "#f48fae", "#fff0f0")
    flat(canvas, oval(x, y - 1, size * 0.24, size * 0.16), "#f7d45e")


def _corners(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        reeds(canvas, dice, edge + side * 50, layout.bottom + 10, 210, "#5d8244", count=16)
        reeds(canvas, dice, edge + side * 130, layout.bottom + 10, 120, "#6b9048", count=12)


def duck(canvas: skia.Canvas, dice: Random) -> None:
    """A mandarin duck about its waterline."""
    flat(canvas, oval(0, 4, 46, 5), "#ffffff", alpha=0.4)
    body = [(-44, -16), (-30, 4), (10, 6), (36, -4), (30, -20), (0, -22), (-26, -14)]
    wash(canvas, smooth(body), "#d98a4a", "#9a5a34")
    wash(canvas, smooth([(-34, -18), (-14, -34), (4, -16), (-12, -8)]), "#f2a44c", "#c46a30")
    wash(canvas, oval(28, -30, 15, 14), "#4f8a6a", "#2f5a4c")
    flat(canvas, smooth([(22, -36), (34, -38), (38, -28), (28, -28)]), "#fff6e2")
    flat(canvas, polygon([(40, -32), (54, -27), (40, -25)]), "#e2502e")
    flat(canvas, oval(32, -32, 2.4, 2.6), "#20202a")


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    bank, dice, light = _bank(layout), layout.dice("ducks"), mood.ink("#ffffff", near=0.9)
    start = dice.random()
    lanes = ((bank - 72, start, 9.0, 0.5), (bank - 66, start - 0.05, 9.0, 0.42), (bank - 78, start + 0.5, -7.0, 0.4))
    area = (0, layout.up(50), layout.width, bank - 10)
    return (
        Glitter(area, light, count=42, size=(14, 60), depth=0.3, seed=layout.seed % 97),
        Travelling(layout, sprite(mood, (-50, -46, 58, 12), duck, near=0.7), lanes, bob=1.5, tilt=1.5, depth=0.3),
    )


RIVER = Composition(
    (Sheet("sky", 0.05, _SKY), Sheet("far", 0.28, _far), Sheet("trees", 0.65, _trees), Sheet("shore", 0.8, _shore)),
    hems=(Sheet("corners", 1.35, _corners),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
