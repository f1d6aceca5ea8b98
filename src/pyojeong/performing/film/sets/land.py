"""Sky and land: washes of air, suns and moons, clouds, ridges one behind another, the ground actors stand on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    Box,
    box,
    brushed,
    dabs,
    flat,
    glow,
    lifted,
    line,
    oval,
    polygon,
    smooth,
    stroke,
    wash,
    within,
)
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import argb, lit, mix, tints
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp


def sky(canvas: skia.Canvas, layout: Layout, dice: Random, inks: Sequence[str]) -> None:
    """Air from the top of the picture to a little below the ground's beginning, brushed to the sides."""
    low = layout.ground + 40
    ends = [skia.Point(0, layout.top), skia.Point(0, low)]
    shader = skia.GradientShader.MakeLinear(ends, [argb(ink) for ink in inks])
    whole = skia.Rect.MakeLTRB(layout.left - 2, layout.top - 2, layout.right + 2, layout.bottom + 2)
    canvas.drawRect(whole, skia.Paint(Shader=shader, Dither=True))
    for number, (ink, after) in enumerate(zip(inks, [*inks[1:], inks[-1]], strict=True)):
        span = (low - layout.top) / len(inks)
        top = layout.top + number * span
        area = (layout.left, top, layout.right, top + span * 1.1)
        shades = (lit(mix(ink, after, 0.5), 0.16), mix(ink, after, 0.3), lit(mix(ink, after, 0.7), 0.06))
        dabs(canvas, dice, area, shades, count=26, size=(150, 380), alpha=0.09, loose=0.12)


def sun(canvas: skia.Canvas, x: float, y: float, radius: float, ink: str = "#fff1b8") -> None:
    """A disc in a wide glow."""
    glow(canvas, x, y, radius * 5.5, ink, alpha=0.5)
    glow(canvas, x, y, radius * 2.2, lit(ink, 0.5), alpha=0.6)
    flat(canvas, oval(x, y, radius, radius), lit(ink, 0.3))


def moon(canvas: skia.Canvas, dice: Random, x: float, y: float, radius: float, ink: str = "#fdf3cf") -> None:
    """A full moon with its hare's shadows."""
    glow(canvas, x, y, radius * 4.2, ink, alpha=0.42)
    glow(canvas, x, y, radius * 1.8, ink, alpha=0.5)
    disc = oval(x, y, radius, radius)
    wash(canvas, disc, lit(ink, 0.3), mix(ink, "#e9cf92", 0.5))

    def shadows() -> None:
        area = (x - radius, y - radius * 0.4, x + radius * 0.7, y + radius * 0.7)
        dabs(
            canvas,
            dice,
            area,
            ("#d9b878", "#e3c890"),
            count=10,
            size=(radius * 0.3, radius * 0.8),
            shape=Stamp.DAB,
            alpha=0.25,
            loose=3,
        )

    within(canvas, disc, shadows)


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
    within(canvas, path, lambda: dabs(canvas, dice, area, shades, count=24, size=(wide * 0.15, wide * 0.4), alpha=0.28))
    canvas.restore()


def clouds(canvas: skia.Canvas, layout: Layout, dice: Random, *, ink: str = "#ffffff", count: int = 5) -> None:
    """Clouds over the upper sky, none at the sides."""
    for number in range(count):
        x = layout.x((number + dice.uniform(0.25, 0.75)) / count * 0.8 + 0.1)
        y = layout.ground * dice.uniform(0.14, 0.5)
        cloud(canvas, dice, x, y, dice.uniform(110, 230) * (1.0 if number % 2 else 0.66), ink)


def auspicious(canvas: skia.Canvas, x: float, y: float, wide: float, ink: str, edge: str) -> None:
    """A cloud of folk painting: curled heads in rows and a trailing tail."""
    path = smooth(
        [
            (x - wide * 0.5, y),
            (x - wide * 0.36, y - wide * 0.12),
            (x, y - wide * 0.17),
            (x + wide * 0.36, y - wide * 0.12),
            (x + wide * 0.5, y),
            (x + wide * 0.2, y + wide * 0.05),
            (x - wide * 0.9, y + wide * 0.07),
        ]
    )
    heads = ((-0.3, -0.1, 0.13), (-0.08, -0.17, 0.16), (0.17, -0.13, 0.14), (0.36, -0.04, 0.1))
    wash(canvas, path, ink, mix(ink, edge, 0.3))
    for dx, dy, radius in heads:
        cx, cy, r = x + dx * wide, y + dy * wide, radius * wide
        wash(canvas, oval(cx, cy, r, r), lit(ink, 0.3), mix(ink, edge, 0.18))
        curl = [(cx + r * k * math.cos(a), cy + r * k * math.sin(a)) for k, a in ((0.96, 2.6),
            (0.96, 3.8), (0.96, 5.0), (0.9, 6.0), (0.74, 6.9), (0.5, 7.6), (0.3, 8.6), (0.26, 9.8))]  # fmt: skip
        stroke(canvas, curl, edge, max(1.8, wide * 0.012), alpha=0.75)


def ridge_line(layout: Layout, dice: Random, y: float, rough: float, *, steps: int = 9) -> list[tuple[float, float]]:
    """Points of a skyline about ``y``, from beyond the left to beyond the right."""
    span = layout.right - layout.left + 120
    return [
        (layout.left - 60 + span * step / steps, y + rough * dice.uniform(-1, 1) * (1 if step % 2 else 0.55))
        for step in range(steps + 1)
    ]


def ridge(
    canvas: skia.Canvas, layout: Layout, dice: Random, y: float, ink: str, *,
    rough: float = 40.0, below: str | None = None, steps: int = 9, low: float | None = None,
    points: Sequence[tuple[float, float]] = (),
) -> list[tuple[float, float]]:  # fmt: skip
    """Land from side to side below a skyline, as a sheet of painted paper; comes back with its skyline."""
    crest = list(points) or ridge_line(layout, dice, y, rough, steps=steps)
    foot = layout.ground + 60 if low is None else low
    path = smooth(crest, closed=False)
    path.lineTo(layout.right + 80, foot)
    path.lineTo(layout.left - 80, foot)
    path.close()
    lifted(canvas, path)
    brushed(canvas, path, ink, dice, below=below, size=90)
    return crest


def on_line(points: Sequence[tuple[float, float]], x: float) -> float:
    """Height of a skyline at ``x``."""
    for (ax, ay), (bx, by) in pairwise(points):
        if ax <= x <= bx:
            share = (x - ax) / (bx - ax)
            return ay + (by - ay) * (3 - 2 * share) * share * share
    return points[-1][1]


def far_trees(
    canvas: skia.Canvas, dice: Random, points: Sequence[tuple[float, float]], ink: str, *, high: float
) -> None:
    """A wood along a skyline: many small crowns of one colour."""
    marks = []
    x = points[0][0]
    while x < points[-1][0]:
        y = on_line(points, x)
        for _ in range(2):
            size = high * dice.uniform(0.6, 1.3)
            marks.append(Mark(x + dice.uniform(-6, 6), y - size * 0.2, size, dice.uniform(-0.4, 0.4), argb(lit(ink,
                dice.uniform(-0.2, 0.16)))))  # fmt: skip
        x += high * 0.55
    stamp(canvas, Stamp.DAB, marks)


def ground(
    canvas: skia.Canvas,
    layout: Layout,
    dice: Random,
    above: str,
    below: str,
    *,
    uneven: float = 5.0,
    y: float | None = None,
    fringe: str = "",
) -> None:
    """The plain actors stand on, down to the bottom, with grass along its beginning when it has a ``fringe``."""
    top = layout.ground if y is None else y
    crest = ridge_line(layout, dice, top, uneven, steps=7)
    path = smooth(crest, closed=False)
    path.lineTo(layout.right + 80, layout.bottom + 10)
    path.lineTo(layout.left - 80, layout.bottom + 10)
    path.close()
    lifted(canvas, path, by=4)
    wash(canvas, path, above, below)

    def strokes() -> None:
        for step in range(6):
            share = step / 6
            high = (layout.bottom - top) / 6
            area = (layout.left, top + share * (layout.bottom - top), layout.right, top + share * (layout.bottom -
                top) + high)  # fmt: skip
            inks = tints(mix(above, below, share), spread=0.15)
            dabs(canvas, dice, area, inks, count=42 - 4 * step, size=(50 + 130 * share, 110 + 230 * share),
                alpha=0.2, loose=0.1)  # fmt: skip
        _patches(canvas, layout, dice, top, (lit(above, 0.25), lit(below, -0.25)))
        line(canvas, smooth(crest, closed=False), lit(above, 0.5), 4, alpha=0.55)

    within(canvas, path, strokes)
    if fringe:
        _fringe(canvas, dice, crest, fringe)


def _fringe(canvas: skia.Canvas, dice: Random, crest: Sequence[tuple[float, float]], ink: str) -> None:
    """Tufts and small leaves where the plain begins, in clumps of one height."""
    marks, x = [], crest[0][0]
    while x < crest[-1][0]:
        clump, y = dice.uniform(7, 20), on_line(crest, x)
        for _ in range(dice.randint(3, 7)):
            size = clump * dice.uniform(0.7, 1.3)
            tint = argb(lit(ink, dice.uniform(-0.25, 0.25)), 0.95)
            marks.append(Mark(x, y + 3 - size * 0.28, size, dice.uniform(-0.2, 0.2), tint))
            x += clump * dice.uniform(0.25, 0.6)
        x += dice.choice((0, 0, 12, 34))
    stamp(canvas, Stamp.TUFT, marks)


def _patches(canvas: skia.Canvas, layout: Layout, dice: Random, top: float, inks: tuple[str, str]) -> None:
    """Broad flat pools of light and shadow, wider towards us: what makes a plain lie down."""
    for number in range(12):
        share = (number + dice.random()) / 12
        y = top + (layout.bottom - top) * share**1.3
        wide, high = (90 + 300 * share) * dice.uniform(0.7, 1.3), (5 + 20 * share)
        x = dice.uniform(layout.left, layout.right)
        points = [
            (x + wide * math.cos(a) * dice.uniform(0.8, 1.1), y + high * math.sin(a) * dice.uniform(0.8, 1.1))
            for a in (0, 0.8, 1.6, 2.3, 3.1, 3.9, 4.7, 5.5)
        ]
        flat(canvas, smooth(points), inks[number % 2], alpha=0.16)


def way(
    canvas: skia.Canvas, layout: Layout, dice: Random, ink: str, *, at: float = 0.5, wide: float = 0.5,
    top: float | None = None, verge: str = "",
) -> None:  # fmt: skip
    """A path that winds towards us, ``wide`` of the picture's width at the bottom; ``verge`` is the grass beside it."""
    start = layout.ground + 2 if top is None else top
    x, span, low = layout.x(at), layout.width * wide / 2, layout.bottom + 30
    side = dice.choice((-1, 1))
    rows = ((0.0, 0.05, 90.0), (0.08, 0.1, 52.0), (0.2, 0.22, -20.0), (0.42, 0.46, -34.0), (0.7, 0.76, 8.0), (1.0,
        1.02, 30.0))  # fmt: skip
    edges = [
        [(x + bend * bow + way_to * span * share, start + (low - start) * down) for down, share, bend in rows]
        for way_to, bow in ((-1, side), (1, side))
    ]
    path = smooth(_through(edges[0]), closed=False)
    for point in reversed(_through(edges[1])):
        path.lineTo(*point)
    path.close()
    line(canvas, path, lit(ink, -0.3), 9, alpha=0.2)
    brushed(canvas, path, lit(ink, 0.16), dice, below=ink, size=80)
    within(canvas, path, lambda: _worn(canvas, dice, edges, ink))
    pebbles(
        canvas, dice, (x - span * 0.5, start + (low - start) * 0.35, x + span * 0.5, low), lit(ink, -0.15), count=16
    )
    if verge:
        _verge(canvas, dice, edges, verge)


def _worn(canvas: skia.Canvas, dice: Random, edges: Sequence[Sequence[tuple[float, float]]], ink: str) -> None:
    """Darker borders and pale wheel tracks."""
    for edge in edges:
        stroke(canvas, edge, lit(ink, -0.28), 26, alpha=0.16)
        stroke(canvas, edge, lit(ink, -0.28), 12, alpha=0.2)
    middle = [((ax + bx) / 2, ay) for (ax, ay), (bx, _) in zip(*edges, strict=True)]
    for share in (0.45, -0.4):
        track = [(mx + share * (bx - mx), my) for (mx, my), (bx, _) in zip(middle, edges[1], strict=True)]
        stroke(canvas, track, lit(ink, 0.5), 14 + dice.uniform(0, 8), alpha=0.22)


def _verge(canvas: skia.Canvas, dice: Random, edges: Sequence[Sequence[tuple[float, float]]], ink: str) -> None:
    marks = []
    for edge in edges:
        points = _through(edge)
        for number, (x, y) in enumerate(points[1:]):
            for _ in range(3):
                size = (8 + 26 * number / len(points)) * dice.uniform(0.7, 1.3)
                tint = argb(lit(ink, dice.uniform(-0.25, 0.2)), 0.92)
                marks.append(Mark(x + dice.uniform(-0.5, 0.5) * size, y + dice.uniform(-6, 8), size,
                    dice.uniform(-0.25, 0.25), tint))  # fmt: skip
    marks.sort(key=lambda mark: mark.y)
    stamp(canvas, Stamp.TUFT, marks)


def _through(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points close together along the curve through a few."""
    measure = skia.PathMeasure(smooth(points, closed=False), False)
    length = measure.getLength()
    found = []
    for step in range(25):
        at = measure.getPosTan(length * step / 24)
        point = at[0] if isinstance(at, tuple) else at
        found.append((point.x(), point.y()))
    return found


def pebbles(canvas: skia.Canvas, dice: Random, area: Box, ink: str, *, count: int) -> None:
    """Small stones, flat on the ground."""
    left, top, right, bottom = area
    for y in sorted(dice.uniform(top, bottom) for _ in range(count)):
        x, size = dice.uniform(left, right), dice.uniform(4, 10) * (0.6 + 0.8 * (y - top) / max(1, bottom - top))
        flat(canvas, oval(x, y + size * 0.3, size * 1.1, size * 0.4), "#2a2350", alpha=0.16)
        wash(canvas, oval(x, y, size, size * 0.6), lit(ink, 0.3), lit(ink, -0.1))


def rock(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, ink: str = "#8d8a94") -> None:
    """A boulder standing at (x, y): a lit top, a shaded side, moss and cracks."""
    high = wide * dice.uniform(0.5, 0.72)
    outline = [(x - wide * 0.5, y), (x - wide * 0.46, y - high * 0.5),
        (x - wide * 0.22, y - high * dice.uniform(0.85, 1.0)),
        (x + wide * 0.16, y - high * dice.uniform(0.8, 1.0)), (x + wide * 0.45, y - high * 0.45),
        (x + wide * 0.52, y)]  # fmt: skip
    path = smooth([*outline, (x, y + high * 0.08)])
    flat(canvas, oval(x + wide * 0.04, y + 3, wide * 0.6, wide * 0.09), "#2a2350", alpha=0.2)
    lifted(canvas, path, by=3)
    wash(canvas, path, lit(ink, 0.22), lit(ink, -0.25))

    def facets() -> None:
        flat(canvas, polygon([(x + wide * 0.1, y - high), (x + wide * 0.6, y - high), (x + wide * 0.6, y + 9), (x +
            wide * 0.22, y + 9)]), lit(ink, -0.4), alpha=0.4)  # fmt: skip
        dabs(canvas, dice, (x - wide / 2, y - high, x + wide / 2, y), tints(ink), count=18, size=(wide * 0.15, wide *
            0.4), alpha=0.3, loose=1.0)  # fmt: skip
        dabs(canvas, dice, (x - wide * 0.4, y - high, x + wide * 0.1, y - high * 0.7), ("#8fa362", "#a8b878"),
            count=12, size=(wide * 0.07, wide * 0.16), shape=Stamp.SPLAT, alpha=0.55, loose=3)  # fmt: skip

    within(canvas, path, facets)


def mist(canvas: skia.Canvas, layout: Layout, y: float, high: float, ink: str, *, alpha: float = 0.75) -> None:
    """A bank of pale air from side to side, thickest at ``y``."""
    whole = box(layout.left - 9, y - high, layout.right + 9, y + high * 0.5)
    shader = skia.GradientShader.MakeLinear([skia.Point(0, y - high), skia.Point(0, y + high * 0.5)], [argb(ink, 0),
        argb(ink, alpha), argb(ink, 0)], [0, 0.67, 1])  # fmt: skip
    canvas.drawPath(whole, skia.Paint(Shader=shader, Dither=True))


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
        path = polygon([(x, y), *((x + reach * math.cos(angle + side * half), y + reach * math.sin(angle + side *
            half)) for side in (-1, 1))])  # fmt: skip
        shader = skia.GradientShader.MakeRadial(
            skia.Point(x, y), reach, [argb(ink, alpha), argb(ink, alpha * 0.6), argb(ink, 0)]
        )
        canvas.drawPath(path, skia.Paint(Shader=shader, AntiAlias=True))


def water(canvas: skia.Canvas, dice: Random, path: skia.Path, inks: Sequence[str]) -> None:
    """Water as bands of colour with pale strokes across."""
    bounds = path.getBounds()
    ends = [skia.Point(0, bounds.top()), skia.Point(0, bounds.bottom())]
    canvas.drawPath(
        path, skia.Paint(Shader=skia.GradientShader.MakeLinear(ends, [argb(ink) for ink in inks]), AntiAlias=True)
    )

    def strokes() -> None:
        for step in range(7):
            share = step / 7
            top = bounds.top() + share * bounds.height()
            area = (bounds.left(), top, bounds.right(), top + bounds.height() / 7)
            ink = mix(inks[0], inks[-1], share)
            dabs(canvas, dice, area, (lit(ink, 0.4), lit(ink, 0.2), lit(ink, -0.15)), count=22, size=(30 + 60 *
                share, 70 + 130 * share), alpha=0.26, loose=0.05)  # fmt: skip

    within(canvas, path, strokes)
