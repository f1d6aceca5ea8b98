"""Edges of hair: pointed locks, curls, and lines through points that go on from where a path stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import along

Lock = tuple[float, float] | tuple[float, float, float]
"""A point, and how far the edge that leads to it bellies out downward, in its own length; `BELLY` when not said."""
BELLY = 0.13


def locks_on(path: skia.Path, hem: Sequence[tuple[Point, float]], *, sweep: float = 0.0) -> None:
    """Goes on from where ``path`` stands along tips and notches, every one a corner.

    Args:
        path: Is changed.
        hem: Where each edge ends, and its belly.
        sweep: How far all edges are combed to the right, in their own lengths.
    """
    last = path.getPoint(path.countPoints() - 1)
    x, y = last.x(), last.y()
    for (bx, by), belly in hem:
        dx, dy = bx - x, by - y
        side = 1.0 if dx >= 0 else -1.0
        comb = sweep * math.hypot(dx, dy)
        path.quadTo((x + bx) / 2 - side * dy * belly + comb, (y + by) / 2 + side * dx * belly, bx, by)
        x, y = bx, by


def through(path: skia.Path, points: Sequence[Point], ease: float = 1 / 6) -> None:
    """Goes on from where ``path`` stands as a curve through ``points``."""
    last = path.getPoint(path.countPoints() - 1)
    every = [(last.x(), last.y()), *points]
    for n in range(len(every) - 1):
        (ax, ay), (bx, by) = every[max(0, n - 1)], every[n]
        (cx, cy), (dx, dy) = every[n + 1], every[min(len(every) - 1, n + 2)]
        path.cubicTo(bx + (cx - ax) * ease, by + (cy - ay) * ease, cx - (dx - bx) * ease, cy - (dy - by) * ease, cx, cy)


def curled(path: skia.Path, size: float, *, deep: float = 0.42) -> skia.Path:
    """The closed ``path`` with its edge in curls ``size`` wide that belly outward; every third one is larger."""
    length = skia.PathMeasure(path, False).getLength()
    count = max(5, round(length / size))
    places = along(path, count)[:-1]
    box = path.computeTightBounds()
    turned = sum(
        (a[0][0] - box.centerX()) * (b[0][1] - box.centerY()) - (b[0][0] - box.centerX()) * (a[0][1] - box.centerY())
        for a, b in zip(places, places[1:] + places[:1], strict=True)
    )
    side = -1.0 if turned > 0 else 1.0
    edge = skia.Path()
    edge.moveTo(*places[0][0])
    for n in range(count):
        (ax, ay), (bx, by) = places[n][0], places[(n + 1) % count][0]
        out = side * deep * (1.0, 1.25, 0.9)[n % 3]
        dx, dy = bx - ax, by - ay
        nx, ny = -dy * out * 1.5, dx * out * 1.5
        edge.cubicTo(ax + nx - 0.12 * dx, ay + ny - 0.12 * dy, bx + nx + 0.12 * dx, by + ny + 0.12 * dy, bx, by)
    edge.close()
    return edge
