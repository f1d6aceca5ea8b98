"""Air above the land: washes of sky, suns and moons, clouds, mist and shafts of light."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from types import MappingProxyType

import skia

from pyojeong.performing.film.screenplay import Hour
from pyojeong.performing.film.sets.brushes import dabs, flat, glow, stroke, wash, within
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import argb, lit, mix
from pyojeong.performing.film.sets.shapes import band, box, oval, placed, polygon, smooth
from pyojeong.performing.film.sets.sheets import Painting
from pyojeong.performing.film.sets.stamps import Stamp

#: A cloud of folk painting about the middle of its foot, in shares of its width.
_CLOUD = ((-0.5, 0), (-0.36, 0.12), (0, 0.17), (0.36, 0.12), (0.5, 0), (0.2, -0.05), (-0.9, -0.07))
_HEADS = ((-0.3, -0.1, 0.13), (-0.08, -0.17, 0.16), (0.17, -0.13, 0.14), (0.36, -0.04, 0.1))
"""Its curled heads: middle and radius."""
_CURL = ((0.96, 2.6), (0.96, 3.8), (0.96, 5.0), (0.9, 6.0), (0.74, 6.9), (0.5, 7.6), (0.3, 8.6), (0.26, 9.8))
"""The curl in a head: share of its radius and angle in radians."""


def sky(canvas: skia.Canvas, layout: Layout, dice: Random, inks: Sequence[str]) -> None:
    """Air from the top of the picture to a little below the ground's beginning, brushed to the sides."""
    low = layout.ground + 40
    ends = [skia.Point(0, layout.top), skia.Point(0, low)]
    shader = skia.GradientShader.MakeLinear(ends, [argb(ink) for ink in inks])
    rect = skia.Rect.MakeLTRB(layout.left - 2, layout.top - 2, layout.right + 2, layout.bottom + 2)
    canvas.drawRect(rect, skia.Paint(Shader=shader, Dither=True))
    for number, (ink, after) in enumerate(zip(inks, [*inks[1:], inks[-1]], strict=True)):
        span = (low - layout.top) / len(inks)
        top = layout.top + number * span
        shades = (lit(mix(ink, after, 0.5), 0.16), mix(ink, after, 0.3), lit(mix(ink, after, 0.7), 0.06))
        dabs(
            canvas,
            dice,
            layout.across(top, top + span * 1.1),
            shades,
            count=26,
            size=(150, 380),
            alpha=0.09,
            loose=0.12,
        )


def sun(canvas: skia.Canvas, x: float, y: float, radius: float, ink: str = "#fff1b8") -> None:
    """A disc in a wide glow."""
    glow(canvas, x, y, radius * 5.5, ink, alpha=0.5)
    glow(canvas, x, y, radius * 2.2, lit(ink, 0.5), alpha=0.6)
    flat(canvas, oval(x, y, radius, radius), lit(ink, 0.3))


def fair(
    inks: Sequence[str], *, sides: tuple[float, float], high: float, radius: float, ink: str = "#fff1b8"
) -> Painting:
    """A sky by day: the sun stands over one of two shares of the width, ``high`` of the air above the ground."""

    def paint(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
        sky(canvas, layout, dice, inks)
        sun(canvas, layout.x(dice.choice(sides)), layout.up(layout.ground * high), radius, ink)

    return paint


_MOON = 46.0
"""Radius in units."""


def moon(canvas: skia.Canvas, dice: Random, x: float, y: float, radius: float, ink: str = "#fdf3cf") -> None:
    """A full moon with its hare's shadows."""
    glow(canvas, x, y, radius * 4.2, ink, alpha=0.42)
    glow(canvas, x, y, radius * 1.8, ink, alpha=0.5)
    disc = oval(x, y, radius, radius)
    wash(canvas, disc, lit(ink, 0.3), mix(ink, "#e9cf92", 0.5))
    with within(canvas, disc):
        area = (x - radius, y - radius * 0.4, x + radius * 0.7, y + radius * 0.7)
        inks, size = ("#d9b878", "#e3c890"), (radius * 0.3, radius * 0.8)
        dabs(canvas, dice, area, inks, count=10, size=size, shape=Stamp.DAB, alpha=0.25, loose=3)


_TWILIGHT = MappingProxyType(
    {
        Hour.DAWN: (("#3a568f", "#8ea8cf", "#f2c9c4", "#ffe9c6"), "#ffe2b0"),
        Hour.DUSK: (("#43407f", "#9a62a0", "#f2906c", "#ffca7e"), "#ffb066"),
    }
)
"""The sky from above to the ground, and its low sun."""
_NIGHT_SKY = ("#141b46", "#22326e", "#3d5490", "#6d7cae")
_LOW = 105.0
"""Units above the ground at which the sun rises and sets: half in the sea, behind hills with its glow over them."""


def heavens(hour: Hour, *, framed: bool) -> Painting | None:
    """The sky an hour has instead of the day's; None where light alone tells it.

    Args:
        hour: Of the day.
        framed: Whether the sky is seen through a window, which no weather darkens.
    """
    if hour not in _TWILIGHT and not (framed and hour is Hour.NIGHT):
        return None

    def paint(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
        if hour is Hour.NIGHT:
            sky(canvas, layout, dice, _NIGHT_SKY)
            return
        inks, ink = _TWILIGHT[hour]
        sky(canvas, layout, dice, inks)
        sun(canvas, layout.x(0.5 + 0.22 * layout.side("sun")), layout.up(_LOW), 46, ink)

    return paint


def moonlit(x: float, y: float) -> Painting:
    """A moon alone, at a place in units."""

    def paint(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
        moon(canvas, dice, x, y, _MOON)

    return paint


def cloud(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, ink: str = "#ffffff") -> None:
    """A flat-bottomed cloud of cut paper with soft shade below."""
    high, count = wide * 0.3, 6
    heads = [
        (x + wide * (-0.42 + 0.84 * step / (count - 1)), 0.16 + 0.17 * math.sin(math.pi * (step + 0.5) / count))
        for step in range(count)
    ]
    path = box(x - wide * 0.56, y - high * 0.34, x + wide * 0.56, y, round_by=high * 0.17)
    for cx, share in heads:
        radius = wide * share * dice.uniform(0.78, 1.08) * 0.75
        path.addCircle(cx, y - radius * 0.72, radius)
    path.setFillType(skia.PathFillType.kWinding)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(x - wide, y - wide, x + wide, y + 1), skia.ClipOp.kIntersect, True)
    wash(canvas, path, ink, mix(ink, lit(ink, -0.3), 0.5), alpha=(0.96, 0.86))
    shades = (lit(ink, 0.5), mix(ink, "#c9d4ea", 0.5))
    area = (x - wide * 0.5, y - high * 1.1, x + wide * 0.5, y)
    with within(canvas, path):
        dabs(canvas, dice, area, shades, count=24, size=(wide * 0.15, wide * 0.4), alpha=0.28)
    canvas.restore()


def clouds(canvas: skia.Canvas, layout: Layout, dice: Random, *, ink: str = "#ffffff", count: int = 5) -> None:
    """Clouds over the upper sky, none at the sides."""
    for number in range(count):
        x = layout.x((number + dice.uniform(0.25, 0.75)) / count * 0.8 + 0.1)
        y = layout.ground * dice.uniform(0.14, 0.5)
        cloud(canvas, dice, x, y, dice.uniform(110, 230) * (1.0 if number % 2 else 0.66), ink)


def auspicious(canvas: skia.Canvas, x: float, y: float, wide: float, ink: str, edge: str) -> None:
    """A cloud of folk painting: curled heads in rows and a trailing tail."""
    wash(canvas, smooth(placed(x, y, wide, wide, _CLOUD)), ink, mix(ink, edge, 0.3))
    for dx, dy, radius in _HEADS:
        cx, cy, r = x + dx * wide, y + dy * wide, radius * wide
        wash(canvas, oval(cx, cy, r, r), lit(ink, 0.3), mix(ink, edge, 0.18))
        curl = [(cx + r * share * math.cos(angle), cy + r * share * math.sin(angle)) for share, angle in _CURL]
        stroke(canvas, curl, edge, max(1.8, wide * 0.012), alpha=0.75)


def mist(canvas: skia.Canvas, layout: Layout, y: float, high: float, ink: str, *, alpha: float = 0.75) -> None:
    """A bank of pale air from side to side, thickest at ``y``."""
    top, bottom = y - high, y + high * 0.5
    colours = [argb(ink, 0), argb(ink, alpha), argb(ink, 0)]
    shader = skia.GradientShader.MakeLinear([skia.Point(0, top), skia.Point(0, bottom)], colours, [0, 0.67, 1])
    canvas.drawPath(band(layout, top, bottom), skia.Paint(Shader=shader, Dither=True))


def rays(
    canvas: skia.Canvas,
    x: float,
    y: float,
    reach: float,
    ink: str,
    dice: Random,
    *,
    count: int = 6,
    alpha: float = 0.2,
    spread: float = 0.9,
) -> None:
    """Shafts of light from a point, fanning down to the right or left."""
    for number in range(count):
        angle = math.pi / 2 + spread * (number / max(1, count - 1) - 0.5) + dice.uniform(-0.05, 0.05)
        half = dice.uniform(0.02, 0.05)
        tips = [angle + side * half for side in (-1, 1)]
        path = polygon([(x, y), *((x + reach * math.cos(tip), y + reach * math.sin(tip)) for tip in tips)])
        colours = [argb(ink, alpha), argb(ink, alpha * 0.6), argb(ink, 0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(x, y), reach, colours)
        canvas.drawPath(path, skia.Paint(Shader=shader, AntiAlias=True))
