"""Land: ridges one behind another, the ground actors stand on, ways, stones and water."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import brushed, dabs, down, flat, lifted, line, stroke, wash, within
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import SHADE, argb, lit, mix, tints
from pyojeong.performing.film.sets.shapes import Box, Points, oval, placed, polygon, smooth
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp

#: A winding way's edges from its beginning to us: how far down, share of its width, how far it bows in units.
_WINDING = (
    *((0.0, 0.05, 90.0), (0.08, 0.1, 52.0), (0.2, 0.22, -20.0)),
    *((0.42, 0.46, -34.0), (0.7, 0.76, 8.0), (1.0, 1.02, 30.0)),
)


def ridge_line(layout: Layout, dice: Random, y: float, rough: float, *, steps: int = 9) -> list[tuple[float, float]]:
    """Points of a skyline about ``y``, from beyond the left to beyond the right."""
    span = layout.right - layout.left + 120
    return [
        (layout.left - 60 + span * step / steps, y + rough * dice.uniform(-1, 1) * (1 if step % 2 else 0.55))
        for step in range(steps + 1)
    ]


def ridge(
    canvas: skia.Canvas,
    layout: Layout,
    dice: Random,
    y: float,
    ink: str,
    *,
    rough: float = 40.0,
    below: str | None = None,
    steps: int = 9,
    points: Points = (),
) -> list[tuple[float, float]]:
    """Land from side to side below a skyline, as a sheet of painted paper; comes back with its skyline."""
    crest = list(points) or ridge_line(layout, dice, y, rough, steps=steps)
    path = below_line(layout, crest, layout.ground + 60)
    lifted(canvas, path)
    brushed(canvas, path, ink, dice, below=below, size=90)
    return crest


def below_line(layout: Layout, crest: Points, foot: float) -> skia.Path:
    """What lies below a skyline, down to ``foot``."""
    path = smooth(crest, closed=False)
    path.lineTo(layout.right + 80, foot)
    path.lineTo(layout.left - 80, foot)
    path.close()
    return path


def wooded(
    canvas: skia.Canvas,
    layout: Layout,
    dice: Random,
    y: float,
    ink: str,
    *,
    trees: str,
    high: float,
    rough: float,
    below: str | None = None,
) -> None:
    """A ridge with a wood along its skyline."""
    crest = ridge(canvas, layout, dice, y, ink, rough=rough, below=below)
    far_trees(canvas, dice, crest, trees, high=high)


def on_line(points: Points, x: float) -> float:
    """Height of a skyline at ``x``."""
    for (ax, ay), (bx, by) in pairwise(points):
        if ax <= x <= bx:
            share = (x - ax) / (bx - ax)
            return ay + (by - ay) * (3 - 2 * share) * share * share
    return points[-1][1]


def far_trees(canvas: skia.Canvas, dice: Random, points: Points, ink: str, *, high: float) -> None:
    """A wood along a skyline: many small crowns of one colour."""
    marks = []
    x = points[0][0]
    while x < points[-1][0]:
        y = on_line(points, x)
        for _ in range(2):
            size = high * dice.uniform(0.6, 1.3)
            px, turn = x + dice.uniform(-6, 6), dice.uniform(-0.4, 0.4)
            marks.append(Mark(px, y - size * 0.2, size, turn, argb(lit(ink, dice.uniform(-0.2, 0.16)))))
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
    path = below_line(layout, crest, layout.bottom + 10)
    lifted(canvas, path, by=4)
    wash(canvas, path, above, below)
    with within(canvas, path):
        _swept(canvas, layout, dice, top, (above, below))
        _patches(canvas, layout, dice, top, (lit(above, 0.25), lit(below, -0.25)))
        line(canvas, smooth(crest, closed=False), lit(above, 0.5), 4, alpha=0.55)
    if fringe:
        _fringe(canvas, dice, crest, fringe)


def _swept(canvas: skia.Canvas, layout: Layout, dice: Random, top: float, inks: tuple[str, str]) -> None:
    """Six rows of strokes from side to side, fewer and longer towards us."""
    deep = layout.bottom - top
    for step in range(6):
        share = step / 6
        area = layout.across(top + share * deep, top + share * deep + deep / 6)
        size = (50 + 130 * share, 110 + 230 * share)
        shades = tints(mix(*inks, share), spread=0.15)
        dabs(canvas, dice, area, shades, count=42 - 4 * step, size=size, alpha=0.2, loose=0.1)


def _fringe(canvas: skia.Canvas, dice: Random, crest: Points, ink: str) -> None:
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
    canvas: skia.Canvas,
    layout: Layout,
    dice: Random,
    ink: str,
    *,
    at: float = 0.5,
    wide: float = 0.5,
    top: float | None = None,
    verge: str = "",
) -> None:
    """A path that winds towards us, ``wide`` of the picture's width at the bottom; ``verge`` is the grass beside it."""
    start = layout.ground + 2 if top is None else top
    x, span, deep = layout.x(at), layout.width * wide / 2, layout.bottom + 30 - start
    side = dice.choice((-1, 1))
    edges = _edge(x, start, -span, deep, side), _edge(x, start, span, deep, side)
    path = _between(*edges)
    line(canvas, path, lit(ink, -0.3), 9, alpha=0.2)
    brushed(canvas, path, lit(ink, 0.16), dice, below=ink, size=80)
    with within(canvas, path):
        _worn(canvas, dice, edges, ink)
    stones = (x - span * 0.5, start + deep * 0.35, x + span * 0.5, start + deep)
    pebbles(canvas, dice, stones, lit(ink, -0.15), count=16)
    if verge:
        _verge(canvas, dice, edges, verge)


def _edge(x: float, y: float, span: float, deep: float, side: int) -> Points:
    """One edge of a way that begins at (x, y), bowing to ``side``."""
    return [(x + bow * side + span * share, y + deep * down) for down, share, bow in _WINDING]


def _between(left: Points, right: Points) -> skia.Path:
    """What lies between a way's edges."""
    path = smooth(_through(left), closed=False)
    for point in reversed(_through(right)):
        path.lineTo(*point)
    path.close()
    return path


def _worn(canvas: skia.Canvas, dice: Random, edges: tuple[Points, Points], ink: str) -> None:
    """Darker borders and pale wheel tracks."""
    for edge in edges:
        stroke(canvas, edge, lit(ink, -0.28), 26, alpha=0.16)
        stroke(canvas, edge, lit(ink, -0.28), 12, alpha=0.2)
    middle = [((ax + bx) / 2, ay) for (ax, ay), (bx, _) in zip(*edges, strict=True)]
    for share in (0.45, -0.4):
        track = [(mx + share * (bx - mx), my) for (mx, my), (bx, _) in zip(middle, edges[1], strict=True)]
        stroke(canvas, track, lit(ink, 0.5), 14 + dice.uniform(0, 8), alpha=0.22)


def _verge(canvas: skia.Canvas, dice: Random, edges: tuple[Points, Points], ink: str) -> None:
    """Tufts along both edges of a way, larger towards us."""
    marks = []
    for edge in edges:
        points = _through(edge)
        for number, (x, y) in enumerate(points[1:]):
            for _ in range(3):
                size = (8 + 26 * number / len(points)) * dice.uniform(0.7, 1.3)
                tint = argb(lit(ink, dice.uniform(-0.25, 0.2)), 0.92)
                px, py = x + dice.uniform(-0.5, 0.5) * size, y + dice.uniform(-6, 8)
                marks.append(Mark(px, py, size, dice.uniform(-0.25, 0.25), tint))
    marks.sort(key=lambda mark: mark.y)
    stamp(canvas, Stamp.TUFT, marks)


def _through(points: Points) -> list[tuple[float, float]]:
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
        flat(canvas, oval(x, y + size * 0.3, size * 1.1, size * 0.4), SHADE, alpha=0.16)
        wash(canvas, oval(x, y, size, size * 0.6), lit(ink, 0.3), lit(ink, -0.1))


def rock(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, ink: str = "#8d8a94") -> None:
    """A boulder standing at (x, y): a lit top, a shaded side, moss and cracks."""
    high = wide * dice.uniform(0.5, 0.72)
    left, right = dice.uniform(0.85, 1.0), dice.uniform(0.8, 1.0)
    outline = ((-0.5, 0), (-0.46, 0.5), (-0.22, left), (0.16, right), (0.45, 0.45), (0.52, 0), (0, -0.08))
    path = smooth(placed(x, y, wide, high, outline))
    flat(canvas, oval(x + wide * 0.04, y + 3, wide * 0.6, wide * 0.09), SHADE, alpha=0.2)
    lifted(canvas, path, by=3)
    wash(canvas, path, lit(ink, 0.22), lit(ink, -0.25))
    with within(canvas, path):
        _facets(canvas, dice, (x - wide / 2, y - high, x + wide / 2, y), ink)


def _facets(canvas: skia.Canvas, dice: Random, area: Box, ink: str) -> None:
    """A boulder's shaded side, its grain, and moss on the lit one."""
    left, top, right, low = area
    x, wide, high = (left + right) / 2, right - left, low - top
    slope = [(x + wide * 0.1, top), (x + wide * 0.6, top), (x + wide * 0.6, low + 9), (x + wide * 0.22, low + 9)]
    flat(canvas, polygon(slope), lit(ink, -0.4), alpha=0.4)
    dabs(canvas, dice, area, tints(ink), count=18, size=(wide * 0.15, wide * 0.4), alpha=0.3, loose=1.0)
    moss, size = (x - wide * 0.4, top, x + wide * 0.1, low - high * 0.7), (wide * 0.07, wide * 0.16)
    inks = ("#8fa362", "#a8b878")
    dabs(canvas, dice, moss, inks, count=12, size=size, shape=Stamp.SPLAT, alpha=0.55, loose=3)


def water(canvas: skia.Canvas, dice: Random, path: skia.Path, inks: Sequence[str]) -> None:
    """Water as bands of colour with pale strokes across."""
    bounds = path.getBounds()
    down(canvas, path, inks)
    with within(canvas, path):
        for step in range(7):
            share = step / 7
            top = bounds.top() + share * bounds.height()
            area = (bounds.left(), top, bounds.right(), top + bounds.height() / 7)
            ink, size = mix(inks[0], inks[-1], share), (30 + 60 * share, 70 + 130 * share)
            shades = (lit(ink, 0.4), lit(ink, 0.2), lit(ink, -0.15))
            dabs(canvas, dice, area, shades, count=22, size=size, alpha=0.26, loose=0.05)
