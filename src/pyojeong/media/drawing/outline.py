"""Where a drawing is: the rim around it, and its bounds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Node, Shape, Stroke
from pyojeong.media.drawing.painting import skia_matrix

FAINT = 0.3
"""Shapes that show less than this cast no rim: shadows, blushes, tints."""
_COVERS = 6
"""Largest areas that others are looked for within: head, body, hair, limbs."""
_INNER = 3.0
"""Units an area's pixels are taken to end before its edge; `skia.Region` rounds to whole ones."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class _Solid(NamedTuple):
    """A path that is seen, and the map of everything around it.

    Attributes:
        filled: Whether its area is seen.
        clear: Whether what lies under its area shows through.
        line: Width of its line; 0 for none.
    """

    path: skia.Path
    matrix: Matrix
    filled: bool
    clear: bool
    line: float


def _solids(node: Node, around: Matrix, shown: float, found: list[_Solid]) -> list[_Solid]:
    """``found`` and every shape that makes the silhouette.

    Blurred groups, faint shapes and what is clipped are left out: a clip cuts shading to a part that is drawn itself.
    """
    if isinstance(node, Shape):
        line = node.stroke.width if node.stroke is not None and node.stroke.opacity * shown >= FAINT else 0.0
        filled = node.fill is not None and node.opacity * shown >= FAINT
        if filled or line:
            clear = filled and (node.opacity * shown < 1 or not isinstance(node.fill, str))
            found.append(_Solid(node.path, around, filled, clear, line))
    elif isinstance(node, Group) and not node.blur and node.clip is None:
        inner = around if node.matrix is None else around @ node.matrix
        for child in node.children:
            _solids(child, inner, shown * node.opacity, found)
    return found


def rim(node: Node, width: float, colour: str) -> Group:
    """``node``'s silhouette grown by ``width`` in one colour: the die-cut edge of a sticker.

    Every part is painted again as a wider stroke. That is the grown union of all parts without computing the union,
    which costs more than the whole drawing, and it survives in SVG, which a blur does not. Parts that lie well within
    larger ones, as those of a face do, add nothing and are left out; so is the area of all but the largest parts where
    they hide it themselves.
    """
    groups: dict[Matrix, list[Node]] = {}
    for solid, is_large in _outermost(_solids(node, Matrix(), 1.0, []), width):
        stroke = Stroke(colour, solid.line + 2 * width / _scale(solid.matrix))
        fill = colour if solid.clear or (solid.filled and is_large) else None
        groups.setdefault(solid.matrix, []).append(Shape(solid.path, fill=fill, stroke=stroke))
    return Group(tuple(Group(tuple(shapes), matrix=matrix) for matrix, shapes in groups.items()))


def _scale(matrix: Matrix) -> float:
    return math.sqrt(max(1e-6, abs(matrix.a * matrix.d - matrix.b * matrix.c)))


def _outermost(solids: list[_Solid], width: float) -> Iterator[tuple[_Solid, bool]]:
    """``solids`` less those that stay within the largest areas even when grown by ``width``, and which those are."""
    boxes = [_loose(solid.path, solid.matrix, solid.line / 2) for solid in solids]
    sizes = [solid.filled * _size(box) for solid, box in zip(solids, boxes, strict=True)]
    largest = sorted(range(len(solids)), key=lambda n: -sizes[n])[:_COVERS]
    covered, reach = skia.Region(), width + _INNER
    for n in largest:
        covered.op(_pixels(solids[n]), skia.Region.kUnion_Op)
    for n, (left, top, right, bottom) in enumerate(boxes):
        grown = skia.Rect(left - reach, top - reach, right + reach, bottom + reach).roundOut()
        if n in largest or not covered.contains(grown):
            yield solids[n], n in largest


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _pixels(solid: _Solid) -> skia.Region:
    """What an area covers, in whole units; nothing where it is only a line."""
    pixels = skia.Region()
    if solid.filled:
        placed = skia.Path()
        solid.path.transform(skia_matrix(solid.matrix), placed)
        pixels.setPath(placed, skia.Region(placed.getBounds().roundOut()))
    return pixels


def bounds(node: Node) -> Box:
    """Left, top, right, bottom of everything that shows, faint and clipped parts too; zeros when there is nothing."""
    whole: Box | None = None
    for leaf in _leaves(node, Matrix(), 0.0, None, []):
        if whole is None or not _holds(whole, leaf.box(_loose)):
            box = leaf.box(_tight)
            if box[2] > box[0] or box[3] > box[1]:
                whole = box if whole is None else _joined(whole, box)
    return whole or (0.0, 0.0, 0.0, 0.0)


class _Leaf(NamedTuple):
    """A path, the map of everything around it, half its line's width, how far blurs spread it, and its clips' box."""

    path: skia.Path
    matrix: Matrix
    line: float
    spread: float
    limit: Box | None

    def box(self, measure: Callable[[skia.Path, Matrix, float], Box]) -> Box:
        """What shows of it."""
        left, top, right, bottom = measure(self.path, self.matrix, self.line)
        spread = left - self.spread, top - self.spread, right + self.spread, bottom + self.spread
        return spread if self.limit is None else _within(spread, self.limit)


def _leaves(node: Node, around: Matrix, spread: float, limit: Box | None, found: list[_Leaf]) -> list[_Leaf]:
    """``found`` and all shapes in ``node``."""
    if isinstance(node, Shape):
        found.append(_Leaf(node.path, around, node.stroke.width / 2 if node.stroke else 0.0, spread, limit))
    elif isinstance(node, Group):
        inner = around if node.matrix is None else around @ node.matrix
        if node.clip is not None and not node.clip.isInverseFillType():
            clip = _tight(node.clip, inner, 0.0)
            limit = clip if limit is None else _within(clip, limit)
        for child in node.children:
            _leaves(child, inner, spread + 3 * node.blur, limit, found)
    return found


def _loose(path: skia.Path, matrix: Matrix, line: float) -> Box:
    """A box that holds the placed path and a line of half width ``line``, handles of curves too: quickly found."""
    box = skia_matrix(matrix).mapRect(path.getBounds().makeOutset(line, line))
    return box.left(), box.top(), box.right(), box.bottom()


def _tight(path: skia.Path, matrix: Matrix, line: float) -> Box:
    """The least box that holds them."""
    placed = skia.Path()
    path.transform(skia_matrix(matrix), placed)
    box = placed.computeTightBounds()
    wide, high = line * math.hypot(matrix.a, matrix.c), line * math.hypot(matrix.b, matrix.d)
    return box.left() - wide, box.top() - high, box.right() + wide, box.bottom() + high


def _holds(box: Box, other: Box) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]


def _joined(box: Box, other: Box) -> Box:
    return min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])


def _within(box: Box, limit: Box) -> Box:
    left, top = min(max(box[0], limit[0]), limit[2]), min(max(box[1], limit[1]), limit[3])
    return left, top, max(left, min(box[2], limit[2])), max(top, min(box[3], limit[3]))
