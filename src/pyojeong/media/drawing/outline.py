"""Where a drawing is: the rim around it, and its bounds."""

from __future__ import annotations

import math
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
    found = _Extent()
    found.widen(node, _Around())
    return found.box or (0.0, 0.0, 0.0, 0.0)


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
        if group.matrix is None and group.clip is None and not group.blur and group.opacity == 1:
            return self
        inner = self.matrix if group.matrix is None else self.matrix @ group.matrix
        limit = self.limit
        if group.clip is not None and not group.clip.isInverseFillType():
            clip = _tight(group.clip, inner, 0.0)
            limit = clip if limit is None else _within(clip, limit)
        edge = 0.0 if group.blur or group.clip is not None else self.edge
        return _Around(inner, self.spread + 3 * group.blur, limit, self.shown * group.opacity, edge)

    def seen(self, shape: Shape) -> float:
        """How much of ``shape`` shows in here at most."""
        filled = shape.opacity if shape.fill is not None else 0.0
        return self.shown * max(filled, shape.stroke.opacity if shape.stroke else 0.0)


class _Extent:
    """The box of all leaves that were looked at; only those that may widen it are measured."""

    def __init__(self) -> None:
        self.box: Box | None = None
        self._covered = skia.Rect.MakeEmpty()

    def widen(self, node: Node, around: _Around) -> None:
        """Hold ``node`` as well."""
        if isinstance(node, Shape):
            self._add(node, around)
        elif isinstance(node, Rimmed):
            self.widen(node.node, around._replace(edge=node.width * scale_of(around.matrix)))
        elif isinstance(node, Group) and not self._hides(node, around):
            inner = around.within(node)
            for child in node.children:
                self.widen(child, inner)

    def _hides(self, group: Group, around: _Around) -> bool:
        """Whether a clip keeps all of ``group`` where something was seen: shading of a part that is drawn itself."""
        clip = group.clip
        if clip is None or clip.isInverseFillType():
            return False
        matrix = around.matrix if group.matrix is None else around.matrix @ group.matrix
        return bool(self._covered.contains(skia_matrix(matrix).mapRect(clip.getBounds())))

    def _add(self, shape: Shape, around: _Around) -> None:
        matrix, spread, limit, _, edge = around
        if limit is not None and self.box is not None and _holds(self.box, limit):
            return
        line = shape.stroke.width / 2 if shape.stroke else 0.0
        loose = skia_matrix(matrix).mapRect(shape.path.getBounds().makeOutset(line, line))  # holds handles of curves
        far = spread + edge
        if self._covered.contains(loose.makeOutset(far, far) if far else loose):
            return
        if edge and around.seen(shape) < FAINT:
            far = spread
        left, top, right, bottom = _tight(shape.path, matrix, line)
        box = left - far, top - far, right + far, bottom + far
        box = box if limit is None else _within(box, limit)
        if box[2] > box[0] or box[3] > box[1]:
            self.box = box if self.box is None else _joined(self.box, box)
            self._covered = skia.Rect.MakeLTRB(*self.box)


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
