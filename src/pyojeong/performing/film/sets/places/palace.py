"""Palace: a hall on its stone terrace in red, green and blue, side galleries, a wide court of granite."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import box, brushed, dabs, flat, lifted, oval, polygon, stroke, wash
from pyojeong.performing.film.sets.flora import crown, pine
from pyojeong.performing.film.sets.houses import lattice, tiled_roof
from pyojeong.performing.film.sets.land import ridge
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds, Lights, Swinging, sprite
from pyojeong.performing.film.sets.pigments import argb, lit, mix, tints
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import auspicious, clouds, sky, sun
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import lantern

_RED, _GREEN, _BLUE, _GOLD, _GRANITE = "#b5483a", "#3f8a74", "#3a6ea8", "#e8b94e", "#cfc8bb"


def _sky(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sky(canvas, layout, dice, ("#7fb6dc", "#b9dbe6", "#eeecd4", "#f9e2bc"))
    sun(canvas, layout.x(dice.choice((0.16, 0.84))), layout.up(layout.ground * 0.78), 36)


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
        _gallery(canvas, dice, x + side * half * 0.9, x + side * (layout.width * 0.62), y)
    _terrace(canvas, dice, x, y + 34, half * 1.18)
    low = y - 26
    eaves = low - half * 0.42
    _front(canvas, x, low, half * 0.86, eaves)
    tiled_roof(canvas, dice, x, eaves + half * 0.06, half * 1.2, half * 0.3)
    upper = eaves - half * 0.27
    _dancheong(canvas, x, upper, half * 0.62, half * 0.12)
    tiled_roof(canvas, dice, x, upper - half * 0.06, half * 0.92, half * 0.36)
    for way_to in (-1, 1):
        stroke(
            canvas,
            [
                (x + way_to * half * 0.58, upper - half * 0.43),
                (x + way_to * half * 0.63, upper - half * 0.5),
                (x + way_to * half * 0.59, upper - half * 0.55),
            ],
            "#57606e",
            9,
        )
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
    wash(
        canvas,
        box(x - half * 1.05, eaves - 4, x + half * 1.05, eaves + half * 0.3),
        "#1c1430",
        "#1c1430",
        alpha=(0.55, 0.0),
    )


def _dancheong(canvas: skia.Canvas, x: float, y: float, half: float, high: float) -> None:
    """A band of painted beams: green with lotus ends, red ground, white edges."""
    wash(canvas, box(x - half, y, x + half, y + high), lit(_GREEN, 0.1), _GREEN)
    count = max(8, int(half / 13))
    for number in range(count):
        cx = x - half + 2 * half * (number + 0.5) / count
        wide = half / count
        flat(
            canvas,
            box(cx - wide * 0.7, y + high * 0.12, cx + wide * 0.7, y + high * 0.5, round_by=2),
            (_RED, _BLUE)[number % 2],
        )
        flat(canvas, oval(cx, y + high * 0.3, wide * 0.3, high * 0.14), _GOLD)
        flat(canvas, oval(cx, y + high * 0.78, wide * 0.5, high * 0.18), ("#f0a08a", "#9cc4e0")[number % 2])
    for level in (0.0, 0.6, 1.0):
        stroke(canvas, [(x - half, y + high * level), (x + half, y + high * level)], "#f4ecd8", 1.8, alpha=0.8)


def _gallery(canvas: skia.Canvas, dice: Random, inner: float, outer: float, y: float) -> None:
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
    del dice


def _terrace(canvas: skia.Canvas, dice: Random, x: float, y: float, half: float) -> None:
    """Two courses of granite with rails and a middle stair."""
    for level, share in ((0, 1.12), (1, 0.98)):
        top = y - 32 * (level + 1)
        course = box(x - half * share, top, x + half * share, top + 34)
        lifted(canvas, course, by=2)
        brushed(canvas, course, lit(_GRANITE, 0.1), dice, below=lit(_GRANITE, -0.18), size=40)
        px = x - half * share
        while px < x + half * share:
            stroke(canvas, [(px, top + 3), (px, top + 33)], lit(_GRANITE, -0.35), 1.6, alpha=0.5)
            px += 46
        for step in range(int(half * share / 26) * 2 + 1):
            rx = x - half * share + step * 26
            if abs(rx - x) > half * 0.2 and rx < x + half * share:
                stroke(canvas, [(rx, top), (rx, top - 13)], lit(_GRANITE, -0.08), 6)
        for way_to in (-1, 1):
            stroke(
                canvas,
                [(x + way_to * half * 0.2, top - 13), (x + way_to * half * share, top - 13)],
                lit(_GRANITE, 0.2),
                5,
            )
    for step in range(6):
        wide = half * (0.17 + 0.012 * step)
        flat(canvas, box(x - wide, y - 64 + 11 * step, x + wide, y - 52 + 11 * step), lit(_GRANITE, 0.3 - 0.06 * step))
        stroke(
            canvas, [(x - wide, y - 52 + 11 * step), (x + wide, y - 52 + 11 * step)], lit(_GRANITE, -0.3), 2, alpha=0.5
        )


def _court(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.ground + 38
    wash(canvas, box(layout.left - 9, low, layout.right + 9, layout.bottom + 9), "#ddd2ba", "#bda98a")
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
    span = (0.1, 0.3)
    road = polygon(
        [
            (layout.middle - layout.width * span[0], low),
            (layout.middle + layout.width * span[0], low),
            (layout.middle + layout.width * span[1], layout.bottom + 9),
            (layout.middle - layout.width * span[1], layout.bottom + 9),
        ]
    )
    wash(canvas, road, "#f0e6d0", "#dbcaa8", alpha=(0.75, 0.75))
    for way_to in (-1, 1):
        stroke(canvas, [(layout.middle + way_to * layout.width * span[0], low), (layout.middle + way_to *
            layout.width * span[1], layout.bottom + 9)], "#a3927a", 4, alpha=0.5)  # fmt: skip
    dabs(canvas, dice, (layout.left, low, layout.right, layout.bottom), tints("#d0c2a6"), count=70, size=(70, 190),
        alpha=0.16, loose=0.08)  # fmt: skip
    for number in range(4):
        for way_to in (-1, 1):
            rx, ry = layout.middle + way_to * layout.width * (0.15 + 0.065 * number), low + 8 + 34 * number
            high = 26 + 8 * number
            wash(
                canvas,
                box(rx - high * 0.26, ry - high, rx + high * 0.26, ry, round_by=4),
                lit(_GRANITE, 0.2),
                lit(_GRANITE, -0.2),
            )


def _columns(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    """The gate we look out of: a red column and a painted beam at either side, a pine and a stone beast."""
    for side, edge in ((1, layout.x(0.0)), (-1, layout.x(1.0))):
        x, low = edge + side * 6, layout.height * 0.87
        post = box(x - 34, layout.top - 9, x + 34, low)
        lifted(canvas, post, by=6)
        brushed(canvas, post, _RED, dice, below=lit(_RED, -0.18), size=60)
        wash(canvas, box(x + 14, layout.top - 9, x + 34, low), "#2a1030", "#2a1030", alpha=(0.25, 0.25))
        brushed(
            canvas,
            box(x - 52, low - 6, x + 52, low + 26, round_by=7),
            _GRANITE,
            dice,
            below=lit(_GRANITE, -0.25),
            size=40,
        )
    top = layout.height * 0.05
    wash(canvas, box(layout.left - 9, layout.top - 9, layout.right + 9, top), lit(_GREEN, -0.1), _GREEN)
    count = int(layout.width / 64)
    marks = []
    for number in range(count + 3):
        cx = layout.left + 64 * number
        flat(canvas, box(cx - 22, layout.top - 9, cx + 22, top * 0.62, round_by=3), (_RED, _BLUE)[number % 2])
        marks.append(Mark(cx, top * 0.25, 26, 0, argb(_GOLD)))
    stamp(canvas, Stamp.FLOWER, marks)
    for level, ink in ((0.7, "#f4ecd8"), (1.0, "#22203a")):
        stroke(canvas, [(layout.left, top * level), (layout.right, top * level)], ink, 4)
    pine(canvas, dice, layout.x(0.5 + dice.choice((-1, 1)) * 0.41), layout.ground + 84, min(330.0, layout.ground * 0.7))


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in ((layout.left, 1), (layout.right, -1)):
        for step in range(4):
            x, y = edge + side * (40 + 58 * step), layout.bottom + 6 + 12 * step
            crown(canvas, dice, (x, y - 40), (60, 46), "#5c8a56", shape=Stamp.LEAF, size=22)
            marks = [
                Mark(
                    x + dice.uniform(-44, 44),
                    y - dice.uniform(30, 84),
                    36,
                    dice.uniform(0, 6),
                    argb(lit(ink, dice.uniform(-0.1, 0.2))),
                )
                for ink in ("#e8607a", "#fff0f0", "#f2909c")
                for _ in range(2)
            ]
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
        Sheet("sky", 0.05, _sky),
        Sheet("mountains", 0.15, _mountains),
        Sheet("hall", 0.4, _hall),
        Sheet("court", 0.8, _court),
        Sheet("columns", 0.95, _columns),
    ),
    hems=(Sheet("hem", 1.35, _hem),),
    movers=_movers,
    clouds=Clouds(clouds),
)
