"""Where a figure and its words go on a canvas of any shape."""

from __future__ import annotations

from collections.abc import Sequence

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.outline import bounds
from pyojeong.performing.character.figure import CANVAS, MARGIN, Figure
from pyojeong.performing.character.stage import Edge, Scene
from pyojeong.stickers.lettering import Box
from pyojeong.stickers.lettering.placing import settled as settled_in

_AROUND_EYES = 2.1
"""Radii of an eye beside and above its centre that belong to the face: lid, lashes and brow."""
_BROWS = 3.0
_UNDER_MOUTH = 0.3
"""Half heights of the head under the mouth's middle: room for a mouth that is open."""


def canvas_of(size_wh: tuple[int, int]) -> Point:
    """The canvas in the designs' units: the shorter side is theirs, the longer one in proportion.

    >>> canvas_of((740, 640)), canvas_of((100, 100))
    ((416.25, 360.0), (360.0, 360.0))
    """
    share = CANVAS / min(size_wh)
    return size_wh[0] * share, size_wh[1] * share


def centring(canvas: Point) -> Matrix:
    """From the designs' square to the middle of ``canvas``."""
    return Matrix.moved((canvas[0] - CANVAS) / 2, (canvas[1] - CANVAS) / 2)


def around(boxes: Sequence[Box]) -> Box:
    """The least box that holds all of ``boxes``.

    >>> around([Box(0, 0, 1, 1), Box(2, -1, 3, 0)])
    Box(left=0, top=-1, right=3, bottom=1)
    """
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def figure_box(scene: Scene, edge: Edge) -> Box:
    """All that must stay on the canvas."""
    return Box(*bounds(Group(scene.shown(edge))))


def face_box(figure: Figure) -> Box:
    """Eyes, brows and mouth: what nothing may cover."""
    eyes, radius, (_, mouth) = figure.eyes, figure.eye_radius, figure.mouth
    xs, ys = sorted(x for x, _ in eyes), sorted(y for _, y in eyes)
    left, right = min(xs[0], figure.mouth[0]), max(xs[1], figure.mouth[0])
    low = mouth + _UNDER_MOUTH * figure.head.half_size[1]
    return Box(
        left - _AROUND_EYES * radius,
        min(ys[0], mouth) - _BROWS * radius,
        right + _AROUND_EYES * radius,
        max(low, ys[1] + _AROUND_EYES * radius),
    )


def within(box: Box, limit: Box) -> Box:
    """The part of ``box`` that lies in ``limit``, at least one unit wide and high."""
    left, top = min(max(box.left, limit.left), limit.right - 1), min(max(box.top, limit.top), limit.bottom - 1)
    right, bottom = max(left + 1, min(box.right, limit.right)), max(top + 1, min(box.bottom, limit.bottom))
    return Box(left, top, right, bottom)


def settled(figure: Box, canvas: Point) -> Matrix:
    """The least shift and scaling that brings ``figure`` onto ``canvas``, its margin free.

    >>> settled(Box(100, 100, 200, 300), (360, 360)) == Matrix()
    True
    """
    return settled_in(figure, Box(0.0, 0.0, *canvas).grown(-MARGIN))
