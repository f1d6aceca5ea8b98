"""Palace: a hall on its stone terrace in red, green and blue, side galleries, a wide court of granite."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import brushed, dabs, fading, flat, lifted, stroke, wash
from pyojeong.performing.film.sets.flora import crown, pine
from pyojeong.performing.film.sets.houses import lattice, tiled_roof
from pyojeong.performing.film.sets.land import ridge
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds, Lights
from pyojeong.performing.film.sets.pigments import argb, lit, mix, tints
from pyojeong.performing.film.sets.shapes import band, box, oval, placed, polygon
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import auspicious, clouds, fair
from pyojeong.performing.film.sets.sprites import Swinging, sprite
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import lantern

_RED, _GREEN, _BLUE, _GOLD, _GRANITE = "#b5483a", "#3f8a74", "#3a6ea8", "#e8b94e", "#cfc8bb"
_SKY = fair(("#7fb6dc", "#b9dbe6", "#eeecd4", "#f9e2bc"), sides=(0.16, 0.84), high=0.78, radius=36)


def _mountains(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    middle = layout.middle + dice.uniform(-40, 40)
    y = layout.up(120)
    peak = [
        (layout.left - 60, y + 20),
        (layout.x(0.14), y - 50),
        (middle - 260, y - 20),
        (middle - 110, y - 160),
        (middle + 20, y - 214),
        (middle + 140, y - 140),
        (middle + 280, y - 40),
        (layout.x(0.88), y - 86),
        (layout.right + 60, y + 10),
    ]
    ridge(canvas, layout, dice, y, "#a9c2c8", points=peak, below="#dfe4d4")
    ridge(canvas, layout, dice, layout.up(90), "#9cbc96", rough=26, below="#cdd8b4")
    for share in (0.1, 0.9):
        auspicious(canvas, layout.x(share), layout.up(dice.uniform(170, 230)), 110, "#fdf6e6", "#c9a86a")


def _hall(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    x, y = layout.middle, layout.ground + 6
    half = min(330.0, layout.width * 0.37)
    for side in (-1, 1):
        _gallery(canvas, x + side * half * 0.9, x + side * (layout.width * 0.62), y)
    _terrace(canvas, dice, x, y + 34, half * 1.18)
    low = y - 26
    eaves = low - half * 0.42
    _front(canvas, x, low, half * 0.86, eaves)
    tiled_roof(canvas, dice, x, eaves + half * 0.06, half * 1.2, half * 0.3)
    upper = eaves - half * 0.27
    _dancheong(canvas, x, upper, half * 0.62, half * 0.12)
    tiled_roof(canvas, dice, x, upper - half * 0.06, half * 0.92, half * 0.36)
    for way_to in (-half, half):
        stroke(canvas, placed(x, upper, way_to, half, ((0.58, 0.43), (0.63, 0.5), (0.59, 0.55))), "#57606e", 9)
    plaque = box(x - 46, upper - half * 0.02, x + 46, upper + half * 0.1, round_by=3)
    wash(canvas, plaque, "#2c2a3a", "#1e1c2a")
    for dx in (-22, 22):
        flat(canvas, oval(x + dx, upper + half * 0.04, 11, 11), _GOLD)


def _front(canvas: skia.Canvas, x: float, low: float, half: float, eaves: float) -> None:
    """Red columns, lattices in green, painted brackets, shadow under the eaves."""
    wash(canvas, box(x - half, eaves, x + half, low), "#6e3a34", "#8a4c3e")
    bays = 7
    for bay in range(bays):
        left, right = x - half + 2 * half * bay / bays, x - half + 2 * half * (bay + 1) / bays
        lattice(canvas, (left + 7, eaves + half * 0.2, right - 7, low - 3), paper="#f4e6c4", wood=_GREEN, cells=(3, 6))
    for column in range(bays + 1):
        px = x - half + 2 * half * column / bays
        post = box(px - half * 0.026, eaves, px + half * 0.026, low)
        wash(canvas, post, lit(_RED, 0.05), lit(_RED, -0.1))
        flat(canvas, box(px - half * 0.036, low - 8, px + half * 0.036, low + 2), "#b9b2a6")
    _dancheong(canvas, x, eaves + half * 0.04, half, half * 0.14)
    fading(canvas, box(x - half * 1.05, eaves - 4, x + half * 1.05, eaves + half * 0.3), "#1c1430", 0.55)


def _dancheong(canvas: skia.Canvas, x: float, y: float, half: float, high: float) -> None:
    """A band of painted beams: green with lotus ends, red ground, white edges."""
    wash(canvas, box(x - half, y, x + half, y + high), lit(_GREEN, 0.1), _GREEN)
    count = max(8, int(half / 13))
    wide = half / count
    for number in range(count):
        cx = x - half + 2 * half * (number + 0.5) / count
        end, petal = ((_RED, "#f0a08a"), (_BLUE, "#9cc4e0"))[number % 2]
        flat(canvas, box(cx - wide * 0.7, y + high * 0.12, cx + wide * 0.7, y + high * 0.5, round_by=2), end)
        flat(canvas, oval(cx, y + high * 0.3, wide * 0.3, high * 0.14), _GOLD)
        flat(canvas, oval(cx, y + high * 0.78, wide * 0.5, high * 0.18), petal)
    for level in (0.0, 0.6, 1.0):
        stroke(canvas, [(x - half, y + high * level), (x + half, y + high * level)], "#f4ecd8", 1.8, alpha=0.8)


def _gallery(canvas: skia.Canvas, inner: float, outer: float, y: float) -> None:
    left, right = sorted((inner, outer))
    top = y - 96
    wash(canvas, box(left, top, right, y), "#f2e6d0", "#e0cdae")
    px = left + 10
    while px < right:
        wash(canvas, box(px - 5, top, px + 5, y), lit(_RED, 0.12), lit(_RED, -0.05))
        wash(canvas, box(px + 14, top + 30, px + 42, y - 16), lit(_GREEN, 0.35), lit(_GREEN, 0.2))
        px += 56
    wash(canvas, box(left, top, right, top + 24), lit(_GREEN, 0.1), lit(_GREEN, -0.2))
    roof = polygon([(left - 26, top + 6), (right + 26, top + 6), (right + 10, top - 46), (left - 10, top - 46)])
    wash(canvas, roof, "#6f7886", "#4c5462")
    px = left - 20
    while px < right + 20:
        stroke(canvas, [(px, top + 5), (px + 2, top - 44)], "#3f4654", 2, alpha=0.5)
        px += 11
    stroke(canvas, [(left - 14, top - 47), (right + 14, top - 47)], "#3f4654", 10)
    stroke(canvas, [(left - 14, top - 50), (right + 14, top - 50)], "#e9e4da", 2.6, alpha=0.8)


def _terrace(canvas: skia.Canvas, dice: Random, x: float, y: float, half: float) -> None:
    """Two courses of granite with rails and a middle stair."""
    for level, share in ((0, 1.12), (1, 0.98)):
        _course(canvas, dice, x, y - 32 * (level + 1), half * share, half * 0.2)
    for step in range(6):
        wide, top = half * (0.17 + 0.012 * step), y - 64 + 11 * step
        flat(canvas, box(x - wide, top, x + wide, top + 12), lit(_GRANITE, 0.3 - 0.06 * step))
        stroke(canvas, [(x - wide, top + 12), (x + wide, top + 12)], lit(_GRANITE, -0.3), 2, alpha=0.5)


def _course(canvas: skia.Canvas, dice: Random, x: float, top: float, half: float, gap: float) -> None:
    """A course of granite blocks with a rail on it that leaves ``gap`` on both sides of the middle."""
    left, right = x - half, x + half
    course = box(left, top, right, top + 34)
    lifted(canvas, course, by=2)
    brushed(canvas, course, lit(_GRANITE, 0.1), dice, below=lit(_GRANITE, -0.18), size=40)
    px = left
    while px < right:
        stroke(canvas, [(px, top + 3), (px, top + 33)], lit(_GRANITE, -0.35), 1.6, alpha=0.5)
        px += 46
    for step in range(int(half / 26) * 2 + 1):
        px = left + step * 26
        if abs(px - x) > gap and px < right:
            stroke(canvas, [(px, top), (px, top - 13)], lit(_GRANITE, -0.08), 6)
    for way_to in (-1, 1):
        stroke(canvas, [(x + way_to * gap, top - 13), (x + way_to * half, top - 13)], lit(_GRANITE, 0.2), 5)


def _court(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.ground + 38
    wash(canvas, band(layout, low, layout.bottom + 9), "#ddd2ba", "#bda98a")
    _slabs(canvas, layout, dice, low)
    _road(canvas, layout, low)
    area = layout.across(low, layout.bottom)
    dabs(canvas, dice, area, tints("#d0c2a6"), count=70, size=(70, 190), alpha=0.16, loose=0.08)
    for number in range(4):
        for way_to in (-1, 1):
            x, y = layout.middle + way_to * layout.width * (0.15 + 0.065 * number), low + 8 + 34 * number
            high = 26 + 8 * number
            rank = box(x - high * 0.26, y - high, x + high * 0.26, y, round_by=4)
            wash(canvas, rank, lit(_GRANITE, 0.2), lit(_GRANITE, -0.2))


def _slabs(canvas: skia.Canvas, layout: Layout, dice: Random, low: float) -> None:
    """Rows of granite slabs, larger towards us."""
    y, row = low, 0
    while y < layout.bottom:
        high = 15 + 8.5 * row
        x = layout.left - dice.uniform(0, 90)
        while x < layout.right:
            wide = (70 + 24 * row) * dice.uniform(0.8, 1.2)
            tint = lit(mix("#d9ceb6", "#b9a78a", row / 9), dice.uniform(-0.07, 0.1))
            wash(canvas, box(x + 2, y + 1.5, x + wide - 2, y + high - 1.5, round_by=5), lit(tint, 0.12), tint)
            x += wide
        y += high
        row += 1


def _road(canvas: skia.Canvas, layout: Layout, low: float) -> None:
    """The king's way to the hall."""
    far, near = layout.width * 0.1, layout.width * 0.3
    left, right = (
        [(layout.middle + way_to * far, low), (layout.middle + way_to * near, layout.bottom + 9)] for way_to in (-1, 1)
    )
    wash(canvas, polygon([*left, *reversed(right)]), "#f0e6d0", "#dbcaa8", alpha=(0.75, 0.75))
    for edge in (left, right):
        stroke(canvas, edge, "#a3927a", 4, alpha=0.5)


def _columns(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    """The gate we look out of: a red column at either side, a painted beam over us, a pine beyond."""
    low = layout.height * 0.87
    for x in (layout.x(0.0) + 6, layout.x(1.0) - 6):
        post = box(x - 34, layout.top - 9, x + 34, low)
        lifted(canvas, post, by=6)
        brushed(canvas, post, _RED, dice, below=lit(_RED, -0.18), size=60)
        fading(canvas, box(x + 14, layout.top - 9, x + 34, low), "#2a1030", 0.25, 0.25)
        foot = box(x - 52, low - 6, x + 52, low + 26, round_by=7)
        brushed(canvas, foot, _GRANITE, dice, below=lit(_GRANITE, -0.25), size=40)
    _beam(canvas, layout)
    pine(canvas, dice, layout.x(0.5 + dice.choice((-1, 1)) * 0.41), layout.ground + 84, min(330.0, layout.ground * 0.7))


def _beam(canvas: skia.Canvas, layout: Layout) -> None:
    low = layout.height * 0.05
    wash(canvas, band(layout, layout.top - 9, low), lit(_GREEN, -0.1), _GREEN)
    marks = []
    for number in range(int(layout.width / 64) + 3):
        x = layout.left + 64 * number
        flat(canvas, box(x - 22, layout.top - 9, x + 22, low * 0.62, round_by=3), (_RED, _BLUE)[number % 2])
        marks.append(Mark(x, low * 0.25, 26, 0, argb(_GOLD)))
    stamp(canvas, Stamp.FLOWER, marks)
    for level, ink in ((0.7, "#f4ecd8"), (1.0, "#22203a")):
        stroke(canvas, [(layout.left, low * level), (layout.right, low * level)], ink, 4)


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        for step in range(4):
            _peonies(canvas, dice, edge + side * (40 + 58 * step), layout.bottom + 6 + 12 * step)


def _peonies(canvas: skia.Canvas, dice: Random, x: float, y: float) -> None:
    crown(canvas, dice, (x, y - 40), (60, 46), "#5c8a56", shape=Stamp.LEAF, size=22)
    marks = []
    for ink in ("#e8607a", "#fff0f0", "#f2909c"):
        for _ in range(2):
            px, py, turn = x + dice.uniform(-44, 44), y - dice.uniform(30, 84), dice.uniform(0, 6)
            marks.append(Mark(px, py, 36, turn, argb(lit(ink, dice.uniform(-0.1, 0.2)))))
    stamp(canvas, Stamp.FLOWER, marks)
    stamp(canvas, Stamp.DISC, [Mark(m.x, m.y, 9, 0, argb("#f7c94e")) for m in marks])


def _lantern(canvas: skia.Canvas, dice: Random) -> None:
    lantern(canvas, 0, 0, 92)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    spots = tuple((layout.x(share), layout.height * 0.048) for share in (0.115, 0.205, 0.795, 0.885))
    lights = tuple((x, y + 44) for x, y in spots)
    return (
        Birds(layout, mood.ink("#5b5f74", near=0.3), layout.ground * 0.2, count=3, phase=layout.dice("birds").random()),
        Swinging(sprite(mood, (-36, -4, 36, 104), _lantern, near=0.9), spots, degrees=3.0, depth=0.95),
        Lights(lights, mood.ink("#ffd98a", near=1.0), (80, 110), 0.0, 0.8, depth=0.95, least=0.7, peak=0.4),
    )


PALACE = Composition(
    (
        Sheet("sky", 0.05, _SKY),
        Sheet("mountains", 0.15, _mountains),
        Sheet("hall", 0.4, _hall),
        Sheet("court", 0.8, _court),
        Sheet("columns", 0.95, _columns),
    ),
    hems=(Sheet("hem", 1.35, _hem),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
