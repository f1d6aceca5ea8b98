"""Small signs that eyes can turn into: spiral, star, heart, cross and the won sign."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import lines, polar, smooth


def spiral(centre: Point, radius: float, *, turns: float = 2.1, start_degrees: float = 0.0, side: int = 1) -> skia.Path:
    """A line from the centre outward, clockwise for side 1."""
    count = 28
    steps = range(count + 1)
    points = [polar(centre, radius * n / count, start_degrees + side * 360 * turns * n / count) for n in steps]
    return smooth(points, closed=False)


def star(centre: Point, radius: float, *, points: int = 5, inner: float = 0.5) -> skia.Path:
    """A star standing on two of its points."""
    turn = 180 / points
    corners = [polar(centre, radius * (inner if n % 2 else 1), n * turn - 90) for n in range(2 * points)]
    return lines(corners, closed=True)


def heart(centre: Point, radius: float) -> skia.Path:
    """A full heart, about two radii wide."""
    x, y = centre
    r = radius
    path = skia.Path()
    path.moveTo(x, y + 0.96 * r)
    path.cubicTo(x - 0.55 * r, y + 0.55 * r, x - 1.08 * r, y + 0.12 * r, x - 1.06 * r, y - 0.36 * r)
    path.cubicTo(x - 1.04 * r, y - 0.98 * r, x - 0.30 * r, y - 1.12 * r, x, y - 0.48 * r)
    path.cubicTo(x + 0.30 * r, y - 1.12 * r, x + 1.04 * r, y - 0.98 * r, x + 1.06 * r, y - 0.36 * r)
    path.cubicTo(x + 1.08 * r, y + 0.12 * r, x + 0.55 * r, y + 0.55 * r, x, y + 0.96 * r)
    path.close()
    return path


def cross(centre: Point, radius: float) -> skia.Path:
    """Two strokes of an X."""
    x, y = centre
    path = lines([(x - radius, y - radius), (x + radius, y + radius)])
    path.addPath(lines([(x + radius, y - radius), (x - radius, y + radius)]))
    return path


def won(centre: Point, radius: float) -> skia.Path:
    """The strokes of ₩."""
    x, y = centre
    ends = ((-1.0, -0.85), (-0.52, 0.85), (0.0, -0.6), (0.52, 0.85), (1.0, -0.85))
    path = lines([(x + u * radius, y + v * radius) for u, v in ends])
    for v in (-0.16, 0.22):
        path.addPath(lines([(x - 1.15 * radius, y + v * radius), (x + 1.15 * radius, y + v * radius)]))
    return path


def drop(centre: Point, radius: float, degrees: float = 0.0) -> skia.Path:
    """A drop whose tip points up at 0 degrees."""
    turn = math.radians(degrees)
    s, c = math.sin(turn), math.cos(turn)
    half = ((0.0, -1.5), (0.42, -0.72), (0.92, 0.1), (0.78, 0.78), (0.0, 1.1))
    outline = [*half, *((-u, v) for u, v in reversed(half[1:-1]))]
    x, y = centre
    return smooth([(x + radius * (u * c - v * s), y + radius * (u * s + v * c)) for u, v in outline])
