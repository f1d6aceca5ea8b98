"""Where a drawing is: the rim around it, and its bounds."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Node, Rimmed, Shape, Stroke
from pyojeong.media.drawing.painting import skia_matrix

FAINT = 0.3
"""Shapes that show less than this cast no rim: shadows, blushes, tints."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class _Solid(NamedTuple):
    """A path that is seen, and the map of everything around it.

    Attributes:
        clear: Whether its area is seen and what lies under it shows through.
        line: Width of its line; 0 for none.
    """

    path: skia.Path
    matrix: Matrix
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
            found.append(_Solid(node.path, around, clear, line))
    elif isinstance(node, Group) and not node.blur and node.clip is None:
        inner = around if node.matrix is None else around @ node.matrix
        for child in node.children:
            _solids(child, inner, shown * node.opacity, found)
    return found


def rim(rimmed: Rimmed) -> Group:
    """The edge of ``rimmed`` as shapes: every part once more, as a wider line.

    That is the grown union of all parts without computing the union, which costs more than the whole drawing. Painters
    of pixels grow pixels instead; a document has no pixels.
    """
    groups: dict[Matrix, list[Node]] = {}
    for solid in _solids(rimmed.node, Matrix(), 1.0, []):
        stroke = Stroke(rimmed.colour, solid.line + 2 * rimmed.width / scale_of(solid.matrix))
        shape = Shape(solid.path, fill=rimmed.colour if solid.clear else None, stroke=stroke)
        groups.setdefault(solid.matrix, []).append(shape)
    return Group(tuple(Group(tuple(shapes), matrix=matrix) for matrix, shapes in groups.items()), name="edge")


def scale_of(matrix: Matrix) -> float:
    """How much longer lengths become, on the mean.

    >>> scale_of(Matrix.scaled(2.0, 8.0, (0, 0)))
    4.0
    """
    return math.sqrt(max(1e-6, abs(matrix.a * matrix.d - matrix.b * matrix.c)))


def bounds(node: Node) -> Box:
    """Left, top, right, bottom of everything that shows, faint and clipped parts too; zeros when there is nothing."""
    whole: Box | None = None
    for leaf in _leaves(node, _Around(), []):
        if whole is None or not _holds(whole, leaf.box(_loose)):
            box = leaf.box(_tight)
            if box[2] > box[0] or box[3] > box[1]:
                whole = box if whole is None else _joined(whole, box)
    return whole or (0.0, 0.0, 0.0, 0.0)


class _Leaf(NamedTuple):
    """A path, the map of everything around it, half its line's width, how far it is spread, and its clips' box."""

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


class _Around(NamedTuple):
    """What lies around a node.

    Attributes:
        matrix: The map of everything around it.
        spread: How far blurs spread it.
        limit: Its clips' box.
        shown: Opacity of everything around it.
        edge: Width of the rim its parts cast.
    """

    matrix: Matrix = Matrix()
    spread: float = 0.0
    limit: Box | None = None
    shown: float = 1.0
    edge: float = 0.0

    def within(self, group: Group) -> _Around:
        """The same for what lies in ``group``."""
        inner = self.matrix if group.matrix is None else self.matrix @ group.matrix
        limit = self.limit
        if group.clip is not None and not group.clip.isInverseFillType():
            clip = _tight(group.clip, inner, 0.0)
            limit = clip if limit is None else _within(clip, limit)
        edge = 0.0 if group.blur or group.clip is not None else self.edge
        return _Around(inner, self.spread + 3 * group.blur, limit, self.shown * group.opacity, edge)

    def leaf(self, shape: Shape) -> _Leaf:
        """A shape in here."""
        seen = max(shape.opacity if shape.fill is not None else 0.0, shape.stroke.opacity if shape.stroke else 0.0)
        edge = self.edge if seen * self.shown >= FAINT else 0.0
        line = shape.stroke.width / 2 if shape.stroke else 0.0
        return _Leaf(shape.path, self.matrix, line, self.spread + edge, self.limit)


def _leaves(node: Node, around: _Around, found: list[_Leaf]) -> list[_Leaf]:
    """``found`` and all shapes in ``node``."""
    if isinstance(node, Shape):
        found.append(around.leaf(node))
    elif isinstance(node, Rimmed):
        _leaves(node.node, around._replace(edge=node.width * scale_of(around.matrix)), found)
    elif isinstance(node, Group):
        inner = around.within(node)
        for child in node.children:
            _leaves(child, inner, found)
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
