"""Paths from points: smooth outlines, ovals, limbs, and what two paths have in common."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.painting import skia_matrix

_EASE = 1 / 6
"""Catmull-Rom splines as Bézier curves: handles of a sixth of the chord between the neighbours."""


def smooth(points: Sequence[Point], *, closed: bool = True, ease: float = _EASE) -> skia.Path:
    """A curve through every point."""
    path = skia.Path()
    curve = path.cubicTo
    around = [points[-1], *points, points[0], points[1 % len(points)]] if closed else [points[0], *points, points[-1]]
    path.moveTo(*points[0])
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(around, around[1:], around[2:], around[3:], strict=False):
        curve(bx + (cx - ax) * ease, by + (cy - ay) * ease, cx - (dx - bx) * ease, cy - (dy - by) * ease, cx, cy)
    if closed:
        path.close()
    return path


def mirrored_smooth(half: Sequence[Point], centre: Point, half_size: Point) -> skia.Path:
    """A closed symmetric outline: ``half`` runs from the top down the right side, in half sizes around ``centre``.

    The first and last points lie on the axis when their x is 0; else they are mirrored as well.
    """
    (x, y), (w, h) = centre, half_size
    right = [(x + u * w, y + v * h) for u, v in half]
    left = [(x - u * w, y + v * h) for u, v in reversed(half) if u]
    return smooth(right + left)


def lines(points: Sequence[Point], *, closed: bool = False) -> skia.Path:
    """Straight lines from point to point."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path


def arc(start: Point, by: Point, end: Point) -> skia.Path:
    """A quadratic curve pulled towards ``by``."""
    path = skia.Path()
    path.moveTo(*start)
    path.quadTo(*by, *end)
    return path


def curve(start: Point, first: Point, second: Point, end: Point) -> skia.Path:
    """A cubic curve."""
    path = skia.Path()
    path.moveTo(*start)
    path.cubicTo(*first, *second, *end)
    return path


def oval(centre: Point, half_size: Point) -> skia.Path:
    """An ellipse."""
    (x, y), (w, h) = centre, half_size
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - w, y - h, x + w, y + h))
    return path


def circle(centre: Point, radius: float) -> skia.Path:
    """A circle."""
    return oval(centre, (radius, radius))


def rounded(left: float, top: float, width: float, height: float, radius: float) -> skia.Path:
    """A rectangle with round corners."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(left, top, width, height), radius, radius)
    return path


def united(*paths: skia.Path) -> skia.Path:
    """All that lies in any of ``paths``."""
    builder = skia.OpBuilder()
    for path in paths:
        builder.add(path, skia.PathOp.kUnion_PathOp)
    return builder.resolve()


def common(path: skia.Path, other: skia.Path) -> skia.Path:
    """What lies in both."""
    return skia.Op(path, other, skia.PathOp.kIntersect_PathOp) or skia.Path()


def without(path: skia.Path, other: skia.Path) -> skia.Path:
    """``path`` less ``other``."""
    return skia.Op(path, other, skia.PathOp.kDifference_PathOp) or skia.Path()


def outside(path: skia.Path) -> skia.Path:
    """A clip that shows only what lies outside ``path``."""
    turned = skia.Path(path)
    turned.toggleInverseFillType()
    return turned


def placed(path: skia.Path, matrix: Matrix) -> skia.Path:
    """``path`` after ``matrix``."""
    moved = skia.Path()
    path.transform(skia_matrix(matrix), moved)
    return moved


def stroked(path: skia.Path, width: float) -> skia.Path:
    """The area a round pen of ``width`` covers along ``path``."""
    paint = skia.Paint(
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )
    covered = skia.Path()
    paint.getFillPath(path, covered)
    return covered


def tapered(path: skia.Path, start_width: float, end_width: float, *, steps: int = 14) -> skia.Path:
    """The area of a limb along the open ``path``, its width changing evenly, with round ends."""
    walked = along(path, steps)
    right, left = [], []
    for n, ((x, y), (tx, ty)) in enumerate(walked):
        half = (start_width + (end_width - start_width) * n / steps) / 2
        right.append((x - ty * half, y + tx * half))
        left.append((x + ty * half, y - tx * half))
    ends = circle(walked[0][0], start_width / 2), circle(walked[-1][0], end_width / 2)
    return united(smooth(right + left[::-1]), *ends)


def along(path: skia.Path, steps: int) -> list[tuple[Point, Point]]:
    """``steps`` + 1 places evenly along the first contour, each with the direction there (unit length)."""
    measure = skia.PathMeasure(path, False)
    length = measure.getLength()
    found = []
    for n in range(steps + 1):
        place, tangent = measure.getPosTan(length * n / steps)
        found.append(((place.x(), place.y()), (tangent.x(), tangent.y())))
    return found


def part(path: skia.Path, start: float, end: float) -> skia.Path:
    """The first contour between two shares of its length, in [0, 1]."""
    measure, piece = skia.PathMeasure(path, False), skia.Path()
    length = measure.getLength()
    measure.getSegment(length * start, length * end, piece, True)
    return piece


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point ``radius`` away from ``centre``, clockwise from the right."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def between(start: Point, end: Point, share: float) -> Point:
    """The point ``share`` of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
