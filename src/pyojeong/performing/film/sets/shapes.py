"""Shapes before they are painted: curves, boxes, stems, and points in shares of a thing's size."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from pyojeong.performing.film.sets.layout import Layout

Points = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def placed(x: float, y: float, wide: float, high: float, shares: Points) -> list[tuple[float, float]]:
    """Points of something that stands at (x, y), written in shares of its width to the right and its height upwards.

    >>> placed(10.0, 20.0, 4.0, 2.0, ((0.5, 1.0),))
    [(12.0, 18.0)]
    """
    return [(x + wide * right, y - high * up) for right, up in shares]


def smooth(points: Points, *, closed: bool = True) -> skia.Path:
    """A curve through all points (Catmull-Rom)."""
    path, count = skia.Path(), len(points)

    def at(index: int) -> tuple[float, float]:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    path.moveTo(*points[0])
    for index in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (at(index + step) for step in (-1, 0, 1, 2))
        path.cubicTo(bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy)
    if closed:
        path.close()
    return path


def polygon(points: Points) -> skia.Path:
    """Straight lines through all points, closed."""
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], True)
    return path


def oval(x: float, y: float, half_wide: float, half_high: float) -> skia.Path:
    """An upright ellipse about its middle."""
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - half_wide, y - half_high, x + half_wide, y + half_high))
    return path


def box(left: float, top: float, right: float, bottom: float, *, round_by: float = 0.0) -> skia.Path:
    """A rectangle."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(left, top, right, bottom), round_by, round_by)
    return path


def band(layout: Layout, top: float, bottom: float) -> skia.Path:
    """From side to side between two heights, a little beyond where layers begin and end."""
    return box(layout.left - 9, top, layout.right + 9, bottom)


def whole(layout: Layout) -> skia.Path:
    """All of a layer."""
    return band(layout, layout.top - 9, layout.bottom + 9)


def bent(x: float, y: float, length: float, angle: float, bend: float, *, steps: int = 6) -> list[tuple[float, float]]:
    """Points of a stem from (x, y), ``angle`` in radians from upright, bending on its way."""
    points = [(x, y)]
    for step in range(steps):
        heading = angle + bend * (step + 0.5) / steps
        x, y = x + length / steps * math.sin(heading), y - length / steps * math.cos(heading)
        points.append((x, y))
    return points


def tapered(points: Points, first: float, last: float) -> skia.Path:
    """A stem about its points, ``first`` wide at its foot and ``last`` at its tip."""
    left, right, count = [], [], len(points) - 1
    for index, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, index - 1)], points[min(count, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        half = (first + (last - first) * index / count) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return smooth([*left, *reversed(right)])
