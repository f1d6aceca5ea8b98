"""Stage: red velvet, warm boards, a pale screen, a lectern, garlands, lamps along the edge."""

from __future__ import annotations

import math
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    across,
    box,
    brushed,
    dabs,
    flat,
    glow,
    lifted,
    oval,
    polygon,
    smooth,
    stroke,
    wash,
)
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, Swinging, spots_in, sprite
from pyojeong.performing.film.sets.pigments import lit, tints
from pyojeong.performing.film.sets.sheets import Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import rays
from pyojeong.performing.film.sets.tones import Mood

_VELVETS = ("#b8323e", "#a83248", "#8f3a6a", "#3f6a8c")


def _velvet(layout: Layout) -> str:
    return str(layout.dice("velvet").choice(_VELVETS))


def _wall(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    whole = box(layout.left - 9, layout.top - 9, layout.right + 9, layout.bottom + 9)
    wash(canvas, whole, "#e8bf92", "#d69a70")
    x = layout.left
    while x < layout.right:
        panel = box(x + 6, layout.top - 9, x + 92, layout.ground + 20)
        across(canvas, panel, ("#e0b084", "#ecc69c", "#dba878"))
        x += 98
    dabs(
        canvas,
        dice,
        (layout.left, layout.top, layout.right, layout.ground),
        tints("#e3b68a"),
        count=80,
        size=(80, 200),
        alpha=0.16,
        turn=1.57,
    )
    _screen(canvas, layout)
    _garlands(canvas, layout, dice)


def _screen(canvas: skia.Canvas, layout: Layout) -> None:
    half, high = min(310.0, layout.width * 0.34), min(300.0, layout.ground * 0.62)
    top = layout.ground * (0.34 if layout.tall else 0.15)
    x = layout.middle
    frame = box(x - half - 14, top - 14, x + half + 14, top + high + 14, round_by=14)
    lifted(canvas, frame, by=7)
    wash(canvas, frame, "#8a5a3c", "#5f3a28")
    board = box(x - half, top, x + half, top + high, round_by=7)
    wash(canvas, board, "#fffdf2", "#f4e6ca")
    ink = "#d9c6a2"
    for number, share in enumerate((0.2, 0.46, 0.7)):
        bar = box(
            x - half * 0.84 + half * 1.5 * share - 26,
            top + high * (0.66 - 0.16 * number),
            x - half * 0.84 + half * 1.5 * share + 26,
            top + high * 0.82,
            round_by=5,
        )
        flat(canvas, bar, ("#f2b8a0", "#f0d08a", "#a8cfc0")[number], alpha=0.55)
    stroke(canvas, [(x - half * 0.85, top + high * 0.84), (x + half * 0.85, top + high * 0.84)], ink, 4)
    stroke(canvas, [(x - half * 0.85, top + high * 0.18), (x + half * 0.2, top + high * 0.18)], ink, 9, alpha=0.7)
    stroke(canvas, [(x - half * 0.85, top + high * 0.29), (x - half * 0.15, top + high * 0.29)], ink, 6, alpha=0.6)


def _garlands(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    inks = ["#f2685a", "#f7c94e", "#6fb6c8", "#8fc26a", "#e58ab8"]
    dice.shuffle(inks)
    y = layout.height * 0.12
    sag = [
        (layout.left + (layout.right - layout.left) * step / 24, y + 40 * abs(math.sin(math.pi * step / 8)))
        for step in range(25)
    ]
    stroke(canvas, sag, "#8a5a3c", 2.4)
    for number, (x, py) in enumerate(sag[:-1]):
        flat(canvas, polygon([(x + 6, py + 2), (x + 44, py + 4), (x + 25, py + 42)]), lit(inks[number % 5], 0.1))


def _boards(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.ground + 24
    floor = box(layout.left - 9, low, layout.right + 9, layout.bottom + 9)
    wash(canvas, floor, "#c98a58", "#8f5634")
    for number in range(-12, 13):
        far, near = layout.middle + number * 78, layout.middle + number * 190
        stroke(canvas, [(far, low), (near, layout.bottom + 10)], "#6a3c22", 2.6, alpha=0.45)
    dabs(
        canvas,
        dice,
        (layout.left, low, layout.right, layout.bottom),
        tints("#b5764a", spread=0.2),
        count=110,
        size=(80, 230),
        alpha=0.2,
        loose=0.08,
    )
    flat(canvas, box(layout.left - 9, low, layout.right + 9, low + 7), "#fff0d0", alpha=0.4)
    glow(canvas, layout.middle, layout.height * 0.93, layout.width * 0.36, "#fff0c4", alpha=0.4)
    rays(
        canvas, layout.middle, layout.top - 120, layout.height * 1.02, "#fff6d6", dice, count=3, alpha=0.16, spread=0.6
    )


def _curtains(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ink = _velvet(layout)
    deep = min(190.0, layout.width * 0.17)
    for side, edge in ((1, layout.left), (-1, layout.right)):
        for fold in range(6, -1, -1):
            x = edge + side * fold * deep * 0.17
            wide = side * deep * 0.3
            waist = -side * fold * deep * 0.05
            low = layout.height * (0.9 - 0.012 * fold)
            path = smooth(
                [
                    (x, layout.top - 30),
                    (x + wide, layout.top - 30),
                    (x + wide + waist, layout.height * 0.5),
                    (x + wide * 1.15, low),
                    (x + wide * 0.5, low + 14),
                    (x - wide * 0.1, low),
                    (x + waist, layout.height * 0.5),
                ]
            )
            lifted(canvas, path, by=2)
            inks = (lit(ink, -0.45), ink, lit(ink, 0.2), lit(ink, -0.35))
            across(canvas, path, inks if side > 0 else tuple(reversed(inks)))
        band = layout.height * 0.5
        stroke(
            canvas,
            [(edge, band - 6), (edge + side * deep * 0.6, band + 12), (edge + side * deep * 1.12, band - 8)],
            "#e2b54e",
            15,
        )
        for number in range(6):
            x = edge + side * deep * (0.9 + 0.05 * number)
            stroke(canvas, [(x, band), (x + side * 2, band + 52)], lit("#e2b54e", -0.1 + 0.05 * number), 5)
    _valance(canvas, layout, ink)
    lectern(canvas, dice, layout.x(0.5 - 0.33 * dice.choice((-1, 1))), layout.ground + 128, 190)


def _valance(canvas: skia.Canvas, layout: Layout, ink: str) -> None:
    count = 9 if not layout.tall else 6
    span = (layout.right - layout.left) / count
    deep = min(120.0, layout.height * 0.125)
    for number in range(count):
        left = layout.left + span * number
        path = skia.Path()
        path.moveTo(left - 3, layout.top - 40)
        path.lineTo(left - 3, deep * 0.42)
        path.quadTo(left + span / 2, deep * 1.5, left + span + 3, deep * 0.42)
        path.lineTo(left + span + 3, layout.top - 40)
        path.close()
        lifted(canvas, path, by=3)
        wash(canvas, path, lit(ink, -0.35), lit(ink, 0.08))
        for share in (0.25, 0.5, 0.75):
            stroke(
                canvas,
                [(left + span * share, layout.top - 30), (left + span * (0.5 + (share - 0.5) * 0.7), deep * 0.6)],
                lit(ink, -0.4),
                5,
                alpha=0.35,
            )
        hem = [
            (left, deep * 0.42),
            (left + span * 0.25, deep * 0.78),
            (left + span * 0.5, deep * 0.93),
            (left + span * 0.75, deep * 0.78),
            (left + span, deep * 0.42),
        ]
        stroke(canvas, hem, "#e2b54e", 9)


def lectern(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float) -> None:
    """A wooden stand with a microphone and a vase."""
    flat(canvas, oval(x, y, high * 0.4, high * 0.07), "#2a1420", alpha=0.3)
    body = polygon(
        [(x - high * 0.3, y - high * 0.7), (x + high * 0.3, y - high * 0.7), (x + high * 0.24, y), (x - high * 0.24, y)]
    )
    lifted(canvas, body, by=3)
    brushed(canvas, body, "#a5663c", dice, below="#74432a", size=40)
    flat(canvas, oval(x, y - high * 0.38, high * 0.11, high * 0.11), "#e2b54e")
    stroke(
        canvas,
        [(x - high * 0.05, y - high * 0.38), (x - high * 0.01, y - high * 0.34), (x + high * 0.06, y - high * 0.43)],
        "#8a4c2a",
        4,
    )
    top = polygon(
        [
            (x - high * 0.37, y - high * 0.72),
            (x - high * 0.31, y - high * 0.82),
            (x + high * 0.31, y - high * 0.82),
            (x + high * 0.37, y - high * 0.72),
            (x + high * 0.33, y - high * 0.67),
            (x - high * 0.33, y - high * 0.67),
        ]
    )
    wash(canvas, top, "#c98a58", "#8a522f")
    stroke(
        canvas,
        [(x + high * 0.06, y - high * 0.8), (x + high * 0.1, y - high * 0.98), (x + high * 0.17, y - high * 1.04)],
        "#3a3440",
        4,
    )
    wash(canvas, oval(x + high * 0.19, y - high * 1.06, high * 0.045, high * 0.06), "#6a6478", "#2c2834")


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in ((layout.left, 1), (layout.right, -1)):
        for number in range(5):
            x, y = edge + side * (26 + 52 * number), layout.bottom - 4 + 6 * number
            head = oval(x, y - 66 + 8 * number, 25, 28)
            flat(
                canvas,
                smooth(
                    [(x - 46, y + 40), (x - 36, y - 18 + 6 * number), (x + 36, y - 18 + 6 * number), (x + 46, y + 40)]
                ),
                lit("#3a2438", 0.06 * (number % 2)),
            )
            flat(canvas, head, lit("#2e1c30", 0.08 * (number % 3)))


def bulb(canvas: skia.Canvas, dice: Random) -> None:
    """A lamp on its cord."""
    stroke(canvas, [(0, 0), (0, 26)], "#4b3426", 3)
    wash(canvas, polygon([(-9, 24), (9, 24), (22, 46), (-22, 46)]), "#8a5a3c", "#5a3626")
    wash(canvas, oval(0, 50, 11, 11), "#fffbe0", "#ffd47a")


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    dice = layout.dice("lamps")
    spots = tuple((layout.x(share), layout.height * 0.1) for share in (0.22, 0.36, 0.64, 0.78))
    lights = tuple((x, y + 50) for x, y in spots)
    motes = spots_in(dice, (layout.x(0.2), layout.height * 0.1, layout.x(0.8), layout.height * 0.8), 18)
    return (
        Swinging(sprite(mood, (-26, -4, 26, 64), bulb, near=0.7), spots, degrees=1.6, depth=0.5),
        Lights(lights, mood.ink("#ffe9a8", near=1.0), (90, 130), 0.0, 0.5, depth=0.5, least=0.75, peak=0.6),
        Lights(motes, mood.ink("#fff6d8", near=1.0), (4, 10), 40.0, 0.2, depth=0.7, least=0.0, peak=0.7),
    )


STAGE = Composition(
    (Sheet("wall", 0.25, _wall), Sheet("boards", 0.8, _boards), Sheet("curtains", 0.95, _curtains)),
    hems=(Sheet("hem", 1.35, _hem),),
    movers=_movers,
    lamplit=True,
)
