"""Shapes with round corners that everything is made of: heads, bodies, gears and blocks of hair."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import circle, oval, polar, rounded, united, without
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.space import Option

HEADS = (
    Option("square", "네모", "Square"),
    Option("circle", "동그라미", "Circle"),
    Option("triangle", "세모", "Triangle"),
    Option("hexagon", "육각형", "Hexagon"),
    Option("arch", "아치", "Arch"),
)


def polygon(points: Sequence[Point], radius: float) -> skia.Path:
    """A polygon whose corners are cut round ``radius`` before them, as far as its sides allow."""
    path, count = skia.Path(), len(points)
    for n, corner in enumerate(points):
        before, after = points[n - 1], points[(n + 1) % count]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        if n == 0:
            path.moveTo(*start)
        else:
            path.lineTo(*start)
        path.quadTo(*corner, *end)
    path.close()
    return path


def _towards(start: Point, end: Point, way: float) -> Point:
    """The point ``way`` from start to end, at most half way."""
    share = min(0.5, way / max(1e-6, math.dist(start, end)))
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def head_path(kind: str, head: Frame, corner: float) -> skia.Path:
    """A head's outline, upright; ``corner`` is how round its corners are, [0, 1].

    Raises:
        KeyError: When there is no head of that name.
    """
    (x, y), (w, h) = head.centre, head.half_size
    radius = (0.14 + 0.5 * corner) * min(w, h)
    if kind == "circle":
        return oval(head.centre, head.half_size)
    if kind == "square":
        return rounded(x - w, y - h, 2 * w, 2 * h, radius)
    if kind == "triangle":
        return polygon([head.at(0.0, -1.22), head.at(1.22, 1.0), head.at(-1.22, 1.0)], 1.5 * radius)
    if kind == "hexagon":
        ways = ((-0.56, -1.0), (0.56, -1.0), (1.08, 0.0), (0.56, 1.0), (-0.56, 1.0), (-1.08, 0.0))
        return polygon([head.at(*way) for way in ways], 0.8 * radius)
    if kind == "arch":
        return united(oval((x, y), (w, h)), rounded(x - w, y, 2 * w, h, 0.6 * radius))
    raise KeyError(kind)


def bar(start: Point, end: Point, width: float) -> skia.Path:
    """A bar with round ends."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = max(1e-6, math.hypot(dx, dy))
    ux, uy, half = dx / long, dy / long, width / 2
    side = (-uy * half, ux * half)
    corners = [(start[0] + side[0], start[1] + side[1]), (start[0] - side[0], start[1] - side[1])]
    corners += [(end[0] - side[0], end[1] - side[1]), (end[0] + side[0], end[1] + side[1])]
    return united(polygon(corners, 0.1), circle(start, half), circle(end, half))


def gear(centre: Point, radius: float, teeth: int, degrees: float) -> skia.Path:
    """A cogwheel with a hole."""
    points = []
    for n in range(teeth):
        for share, far in ((-0.30, 0.78), (-0.20, 1.0), (0.20, 1.0), (0.30, 0.78)):
            points.append(polar(centre, far * radius, degrees + 360 * (n + share) / teeth))
    return without(polygon(points, 0.06 * radius), circle(centre, 0.34 * radius))
