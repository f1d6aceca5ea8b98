"""Stage: red velvet, warm boards, a pale screen, a lectern, garlands, lamps along the edge."""

from __future__ import annotations

import math
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import across, brushed, dabs, flat, glow, lifted, stroke, wash
from pyojeong.performing.film.sets.indoors import Floor
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, spots_in
from pyojeong.performing.film.sets.pigments import lit, tints
from pyojeong.performing.film.sets.shapes import band, box, oval, placed, polygon, smooth, whole
from pyojeong.performing.film.sets.sheets import Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import rays
from pyojeong.performing.film.sets.sprites import Swinging, sprite
from pyojeong.performing.film.sets.tones import Mood

_VELVETS = ("#b8323e", "#a83248", "#8f3a6a", "#3f6a8c")
_GOLD = "#e2b54e"
_BOARDS = Floor(
    "#c98a58", "#8f5634", "#6a3c22", joints=12, apart=(78, 190), shown=0.45, width=2.6, tint="#b5764a", strokes=110
)
_LECTERN_TOP = ((-0.37, 0.72), (-0.31, 0.82), (0.31, 0.82), (0.37, 0.72), (0.33, 0.67), (-0.33, 0.67))
"""In shares of its height."""


def _velvet(layout: Layout) -> str:
    return str(layout.dice("velvet").choice(_VELVETS))


def _wall(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    wash(canvas, whole(layout), "#e8bf92", "#d69a70")
    x = layout.left
    while x < layout.right:
        panel = box(x + 6, layout.top - 9, x + 92, layout.ground + 20)
        across(canvas, panel, ("#e0b084", "#ecc69c", "#dba878"))
        x += 98
    area = layout.across(layout.top, layout.ground)
    dabs(canvas, dice, area, tints("#e3b68a"), count=80, size=(80, 200), alpha=0.16, turn=1.57)
    _screen(canvas, layout)
    _garlands(canvas, layout, dice)


def _screen(canvas: skia.Canvas, layout: Layout) -> None:
    """A pale board with bars of a chart and lines of writing, all faint."""
    x, half, high = layout.middle, min(310.0, layout.width * 0.34), min(300.0, layout.ground * 0.62)
    top = layout.ground * (0.34 if layout.tall else 0.15)
    frame = box(x - half - 14, top - 14, x + half + 14, top + high + 14, round_by=14)
    lifted(canvas, frame, by=7)
    wash(canvas, frame, "#8a5a3c", "#5f3a28")
    wash(canvas, box(x - half, top, x + half, top + high, round_by=7), "#fffdf2", "#f4e6ca")
    for share, up, ink in ((0.2, 0.66, "#f2b8a0"), (0.46, 0.5, "#f0d08a"), (0.7, 0.34, "#a8cfc0")):
        px = x - half * 0.84 + half * 1.5 * share
        flat(canvas, box(px - 26, top + high * up, px + 26, top + high * 0.82, round_by=5), ink, alpha=0.55)
    for down, right, wide, alpha in ((0.84, 0.85, 4, 1.0), (0.18, 0.2, 9, 0.7), (0.29, -0.15, 6, 0.6)):
        y = top + high * down
        stroke(canvas, [(x - half * 0.85, y), (x + half * right, y)], "#d9c6a2", wide, alpha=alpha)


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
    _BOARDS.paint(canvas, layout, dice, low)
    flat(canvas, band(layout, low, low + 7), "#fff0d0", alpha=0.4)
    glow(canvas, layout.middle, layout.height * 0.93, layout.width * 0.36, "#fff0c4", alpha=0.4)
    y, reach = layout.top - 120, layout.height * 1.02
    rays(canvas, layout.middle, y, reach, "#fff6d6", dice, count=3, alpha=0.16, spread=0.6)


def _curtains(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ink = _velvet(layout)
    for edge, side in layout.edges:
        for fold in range(6, -1, -1):
            _fold(canvas, layout, (edge, side), fold, ink)
        _sash(canvas, layout, edge, side)
    _valance(canvas, layout, ink)
    lectern(canvas, dice, layout.x(0.5 - 0.33 * dice.choice((-1, 1))), layout.ground + 128, 190)


def _deep(layout: Layout) -> float:
    """How far a curtain reaches into the picture."""
    return min(190.0, layout.width * 0.17)


def _fold(canvas: skia.Canvas, layout: Layout, at: tuple[float, int], fold: int, ink: str) -> None:
    """One fold of a curtain, the last ones farther in: gathered at the sash, wider below."""
    (edge, side), deep = at, _deep(layout)
    x = edge + side * fold * deep * 0.17
    wide, waist = side * deep * 0.3, -side * fold * deep * 0.05
    top, middle, low = layout.top - 30, layout.height * 0.5, layout.height * (0.9 - 0.012 * fold)
    outer = [(x, top), (x + wide, top), (x + wide + waist, middle), (x + wide * 1.15, low)]
    path = smooth([*outer, (x + wide * 0.5, low + 14), (x - wide * 0.1, low), (x + waist, middle)])
    lifted(canvas, path, by=2)
    inks = (lit(ink, -0.45), ink, lit(ink, 0.2), lit(ink, -0.35))
    across(canvas, path, inks if side > 0 else tuple(reversed(inks)))


def _sash(canvas: skia.Canvas, layout: Layout, edge: float, side: int) -> None:
    """A golden sash with its tassels."""
    deep, y = side * _deep(layout), layout.height * 0.5
    stroke(canvas, [(edge, y - 6), (edge + deep * 0.6, y + 12), (edge + deep * 1.12, y - 8)], _GOLD, 15)
    for number in range(6):
        x = edge + deep * (0.9 + 0.05 * number)
        stroke(canvas, [(x, y), (x + side * 2, y + 52)], lit(_GOLD, -0.1 + 0.05 * number), 5)


def _valance(canvas: skia.Canvas, layout: Layout, ink: str) -> None:
    """Swags of velvet over the whole width, hemmed with gold."""
    count = 9 if not layout.tall else 6
    span = (layout.right - layout.left) / count
    for number in range(count):
        _swag(canvas, layout, layout.left + span * number, span, ink)


def _swag(canvas: skia.Canvas, layout: Layout, left: float, span: float, ink: str) -> None:
    deep = min(120.0, layout.height * 0.125)
    path = skia.Path()
    path.moveTo(left - 3, layout.top - 40)
    path.lineTo(left - 3, deep * 0.42)
    path.quadTo(left + span / 2, deep * 1.5, left + span + 3, deep * 0.42)
    path.lineTo(left + span + 3, layout.top - 40)
    path.close()
    lifted(canvas, path, by=3)
    wash(canvas, path, lit(ink, -0.35), lit(ink, 0.08))
    for share in (0.25, 0.5, 0.75):
        below = (left + span * (0.5 + (share - 0.5) * 0.7), deep * 0.6)
        stroke(canvas, [(left + span * share, layout.top - 30), below], lit(ink, -0.4), 5, alpha=0.35)
    hem = ((0, -0.42), (0.25, -0.78), (0.5, -0.93), (0.75, -0.78), (1, -0.42))
    stroke(canvas, placed(left, 0, span, deep, hem), _GOLD, 9)


def lectern(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float) -> None:
    """A wooden stand with a microphone and a vase."""
    flat(canvas, oval(x, y, high * 0.4, high * 0.07), "#2a1420", alpha=0.3)
    body = polygon(placed(x, y, high, high, ((-0.3, 0.7), (0.3, 0.7), (0.24, 0), (-0.24, 0))))
    lifted(canvas, body, by=3)
    brushed(canvas, body, "#a5663c", dice, below="#74432a", size=40)
    flat(canvas, oval(x, y - high * 0.38, high * 0.11, high * 0.11), _GOLD)
    stroke(canvas, placed(x, y, high, high, ((-0.05, 0.38), (-0.01, 0.34), (0.06, 0.43))), "#8a4c2a", 4)
    wash(canvas, polygon(placed(x, y, high, high, _LECTERN_TOP)), "#c98a58", "#8a522f")
    stroke(canvas, placed(x, y, high, high, ((0.06, 0.8), (0.1, 0.98), (0.17, 1.04))), "#3a3440", 4)
    wash(canvas, oval(x + high * 0.19, y - high * 1.06, high * 0.045, high * 0.06), "#6a6478", "#2c2834")


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        for number in range(5):
            x, y = edge + side * (26 + 52 * number), layout.bottom - 4 + 6 * number
            neck = 18 - 6 * number
            shoulders = placed(x, y, 1, 1, ((-46, -40), (-36, neck), (36, neck), (46, -40)))
            flat(canvas, smooth(shoulders), lit("#3a2438", 0.06 * (number % 2)))
            flat(canvas, oval(x, y - 66 + 8 * number, 25, 28), lit("#2e1c30", 0.08 * (number % 3)))


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
