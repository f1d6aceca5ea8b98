"""Where a drawing is: its silhouette, the rim around it, and its bounds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import skia

from pyojeong.media.drawing.nodes import Grain, Group, Matrix, Node, Shape, Stroke
from pyojeong.media.drawing.painting import skia_matrix

FAINT = 0.3
"""Shapes that show less than this cast no rim: shadows, blushes, tints."""


def solid_shapes(node: Node, *, shown: float = 1.0) -> Iterator[tuple[Shape, tuple[Matrix, ...]]]:
    """Every shape that makes the silhouette, with the maps around it, the outermost first.

    Blurred groups, faint shapes and what is clipped are left out: a clip cuts shading to a part that is drawn itself.
    """
    if isinstance(node, Shape):
        if (
            max(shown * node.opacity * (node.fill is not None), shown * (node.stroke.opacity if node.stroke else 0))
            >= FAINT
        ):
            yield node, ()
    elif isinstance(node, Group) and not node.blur and node.clip is None:
        around = () if node.matrix is None else (node.matrix,)
        for child in node.children:
            for shape, maps in solid_shapes(child, shown=shown * node.opacity):
                yield shape, around + maps


def rim(node: Node, width: float, colour: str) -> Group:
    """``node``'s silhouette grown by ``width`` in one colour: the die-cut edge of a sticker.

    Every part is painted again as a wider stroke. That is the grown union of all parts without computing the union,
    which costs more than the whole drawing, and it survives in SVG, which a blur does not.
    """
    return _rim(node, width, colour, 1.0)


def _rim(node: Node, width: float, colour: str, shown: float) -> Group:
    children: list[Node] = []
    for child in node.children if isinstance(node, Group) else (node,):
        if isinstance(child, Group) and not child.blur and child.clip is None:
            children.append(_rim(child, width, colour, shown * child.opacity))
        elif isinstance(child, Shape):
            children.extend(_grown(child, width, colour, shown))
    matrix = node.matrix if isinstance(node, Group) else None
    scale = 1.0 if matrix is None else max(1e-6, abs(matrix.a * matrix.d - matrix.b * matrix.c)) ** 0.5
    if scale != 1.0 and isinstance(node, Group):
        inner = _rim(replace(node, matrix=None), width / scale, colour, shown)
        return replace(inner, matrix=matrix)
    return Group(tuple(children), matrix=matrix)


def _grown(shape: Shape, width: float, colour: str, shown: float) -> Iterator[Shape]:
    stroke_seen = shape.stroke is not None and shape.stroke.opacity * shown >= FAINT
    fill_seen = shape.fill is not None and shape.opacity * shown >= FAINT
    line = shape.stroke.width if stroke_seen and shape.stroke else 0.0
    if fill_seen:
        yield Shape(shape.path, fill=colour, stroke=Stroke(colour, line + 2 * width))
    elif stroke_seen:
        yield Shape(shape.path, stroke=Stroke(colour, line + 2 * width))


def bounds(node: Node) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of everything that shows, faint and clipped parts too; zeros when there is nothing."""
    boxes = [box for box in _boxes(node, Matrix()) if box[2] > box[0] or box[3] > box[1]]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _boxes(node: Node, around: Matrix) -> Iterator[tuple[float, float, float, float]]:
    if isinstance(node, Group):
        inner = around if node.matrix is None else around @ node.matrix
        limit = None if node.clip is None or node.clip.isInverseFillType() else _box(node.clip, inner, 0.0)
        for child in node.children:
            for box in _boxes(child, inner):
                grown = (box[0] - 3 * node.blur, box[1] - 3 * node.blur, box[2] + 3 * node.blur, box[3] + 3 * node.blur)
                yield grown if limit is None else _within(grown, limit)
        return
    line = node.stroke.width / 2 if isinstance(node, Shape) and node.stroke else 0.0
    if not isinstance(node, Grain):
        yield _box(node.path, around, line)


def _box(path: skia.Path, matrix: Matrix, line: float) -> tuple[float, float, float, float]:
    placed = skia.Path()
    path.transform(skia_matrix(matrix), placed)
    box = placed.computeTightBounds()
    wide, high = line * math.hypot(matrix.a, matrix.c), line * math.hypot(matrix.b, matrix.d)
    return box.left() - wide, box.top() - high, box.right() + wide, box.bottom() + high


def _within(
    box: tuple[float, float, float, float], limit: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    left, top = min(max(box[0], limit[0]), limit[2]), min(max(box[1], limit[1]), limit[3])
    return left, top, max(left, min(box[2], limit[2])), max(top, min(box[3], limit[3]))
