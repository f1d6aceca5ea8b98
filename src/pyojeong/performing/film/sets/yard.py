"""What stands and hangs about a house: stone walls, brushwood fences, earthenware jars, silk lanterns."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import brushed, flat, shade_below, stroke, wash, within
from pyojeong.performing.film.sets.houses import STONE, TILE, stones
from pyojeong.performing.film.sets.pigments import SHADE, lit
from pyojeong.performing.film.sets.shapes import box, oval, placed, smooth

_CORD, _EARTHEN = "#4b3426", "#7d4a33"

#: Outlines about a jar's foot, in shares of half its width and of its height.
_JAR = ((-0.6, 0), (-1, 0.5), (-0.66, 0.84), (0.66, 0.84), (1, 0.5), (0.6, 0))
_JAR_LIGHT = ((-0.55, 0.7), (-0.72, 0.45), (-0.5, 0.18))
_JAR_BELT = ((-1, 0.56), (0, 0.5), (1, 0.56))
_JAR_LID = ((-0.78, 0.84), (-0.4, 0.97), (0.4, 0.97), (0.78, 0.84), (0, 0.78))
_JAR_SNOW = ((-0.8, 0.87), (-0.4, 1.1), (0.4, 1.1), (0.8, 0.87))
#: Jars of a terrace, those behind first: share of its width from the middle, size, how far back.
_TERRACE = (
    *((-0.36, 0.42, 0.1), (0.0, 0.46, 0.1), (0.36, 0.4, 0.1)),
    *((-0.44, 0.24, 0), (-0.18, 0.28, 0), (0.12, 0.24, 0), (0.4, 0.26, 0)),
)
#: About the top of a lantern's silk, in shares of half its width and of its height.
_SILK = ((-0.7, 0), (-1, -0.34), (-0.7, -0.68), (0.7, -0.68), (1, -0.34), (0.7, 0))
_RIB = ((1.1, 0), (1.5, -0.34), (1.1, -0.68))


def stone_wall(
    canvas: skia.Canvas, dice: Random, span: tuple[float, float], y: float, high: float, *, snow: str = ""
) -> None:
    """A low wall of field stones in clay over ``span`` from left to right, capped with tiles."""
    left, right = span
    flat(canvas, box(left, y - 2, right, y + high * 0.12, round_by=4), SHADE, alpha=0.18)
    stones(canvas, dice, (left, y - high, right, y), "#b29c84", row=high * 0.26)
    cap = box(left - 8, y - high * 1.2, right + 8, y - high * 0.94, round_by=5)
    wash(canvas, cap, lit(TILE, 0.2), lit(TILE, -0.25))
    x = left
    while x < right:
        flat(canvas, oval(x, y - high * 0.97, 5, 6), lit(TILE, -0.3))
        x += 14
    if snow:
        brushed(canvas, box(left - 9, y - high * 1.34, right + 9, y - high * 1.1, round_by=9), snow, dice, size=30)


def fence(canvas: skia.Canvas, dice: Random, span: tuple[float, float], y: float, high: float) -> None:
    """Brushwood tied with straw, over ``span`` from left to right."""
    left, right = span
    x = left
    while x < right:
        top = y - high * dice.uniform(0.85, 1.12)
        twig = [(x, y), (x + dice.uniform(-5, 5), top)]
        stroke(canvas, twig, lit("#9b7448", dice.uniform(-0.25, 0.2)), dice.uniform(4, 7))
        x += dice.uniform(6, 10)
    for share in (0.35, 0.75):
        level = y - high * share
        stroke(canvas, [(left - 4, level), ((left + right) / 2, level + 3), (right + 4, level)], "#c9a260", 5)


def jar(canvas: skia.Canvas, x: float, y: float, high: float, *, ink: str = _EARTHEN, snow: str = "") -> None:
    """An earthenware jar with its lid."""
    half = high * 0.42
    shade_below(canvas, x, y, half)
    body = smooth(placed(x, y, half, high, _JAR))
    wash(canvas, body, lit(ink, 0.2), lit(ink, -0.35))
    with within(canvas, body):
        stroke(canvas, placed(x, y, half, high, _JAR_LIGHT), "#ffe6c0", half * 0.16, alpha=0.5)
        stroke(canvas, placed(x, y, half, high, _JAR_BELT), lit(ink, -0.4), 2, alpha=0.6)
    wash(canvas, smooth(placed(x, y, half, high, _JAR_LID)), lit(ink, 0.3), lit(ink, -0.2))
    wash(canvas, oval(x, y - high, half * 0.16, half * 0.13), lit(ink, 0.3), ink)
    if snow:
        flat(canvas, smooth(placed(x, y, half, high, _JAR_SNOW)), snow)


def jars(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, *, snow: str = "") -> None:
    """A terrace of jars, the small ones before the large."""
    stones(canvas, dice, (x - wide * 0.56, y - wide * 0.06, x + wide * 0.56, y + wide * 0.05), STONE, row=wide * 0.06)
    for share, size, back in _TERRACE:
        ink = lit(_EARTHEN, dice.uniform(-0.18, 0.14))
        jar(canvas, x + share * wide, y - back * wide * 0.5, size * wide, ink=ink, snow=snow)


def lantern(canvas: skia.Canvas, x: float, y: float, high: float) -> None:
    """A silk lantern in red over blue, hanging from (x, y)."""
    half, top, red = high * 0.28, y + high * 0.12, "#d8412f"
    stroke(canvas, [(x, y), (x, top)], _CORD, 2.2)
    body = smooth(placed(x, top, half, high, _SILK))
    wash(canvas, body, lit(red, 0.1), red)
    with within(canvas, body):
        flat(canvas, box(x - half * 1.2, top + high * 0.36, x + half * 1.2, y + high), "#2f5fa8")
        flat(canvas, oval(x, top + high * 0.35, half * 0.7, high * 0.32), "#ffe9a0", alpha=0.55)
        for share in (-0.5, 0, 0.5):
            stroke(canvas, placed(x, top, share * half, high, _RIB), "#3a1a20", 1.4, alpha=0.35)
    for place in (top, top + high * 0.68):
        rim = box(x - half * 0.6, place - high * 0.045, x + half * 0.6, place + high * 0.03, round_by=2)
        flat(canvas, rim, _CORD)
    stroke(canvas, [(x, top + high * 0.7), (x, top + high * 1.0)], red, 3)
