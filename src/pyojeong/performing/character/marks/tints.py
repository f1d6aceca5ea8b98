"""What colours a face: blush on the cheeks, a flush or a pallor from the forehead down, the gloom over the brow."""

from __future__ import annotations

import math
from collections.abc import Iterator

import skia

from pyojeong.media.drawing.nodes import Group, Linear, Matrix, Node, Radial, Shape, Stop
from pyojeong.media.drawing.paths import circle, common, lines, outside, oval, placed, smooth, united, without
from pyojeong.performing.character.acting import Mark
from pyojeong.performing.character.figure import Figure
from pyojeong.performing.character.marks.brush import Brush
from pyojeong.performing.character.marks.turns import swing
from pyojeong.performing.character.pens import Nodes

TINTS = {Mark.FLUSH: "#f2493d", Mark.PALE: "#6f86c9", Mark.GREEN: "#96b81f"}
BLUSH = "#ff6f7d"
BLUSH_LINE = "#e0405a"
GLOOM = "#4a4f8f"
_CORNER = 2.6
"""Exponent of the rounded square a head's field is taken for: between an ellipse and a box."""


def head_area(figure: Figure) -> skia.Path:
    """The head without what stands off it, cut where the silhouette ends."""
    points = []
    for n in range(28):
        angle = 2 * math.pi * n / 28
        c, s = math.cos(angle), math.sin(angle)
        points.append(
            figure.head.at(
                math.copysign(abs(c) ** (2 / _CORNER), c) * 0.97, math.copysign(abs(s) ** (2 / _CORNER), s) * 0.97
            )
        )
    return common(smooth(points), figure.silhouette)


def without_eyes(figure: Figure, area: skia.Path) -> skia.Path:
    """``area`` less the eyes, which keep their own colours."""
    radius = figure.eye_radius
    for eye in figure.eyes:
        area = without(area, oval(eye, (1.05 * radius, 1.2 * radius)))
    return area


def tint(mark: Mark, figure: Figure, strength: float) -> Nodes:
    """The whole face coloured, strongest at the forehead; eyes, brows and hair over the face stay as they are."""
    deep = 0.45 + 0.25 * strength
    stops = (Stop(0.0, TINTS[mark], deep), Stop(0.45, TINTS[mark], 0.72 * deep), Stop(1.0, TINTS[mark], 0.0))
    coloured = _shaded(figure, 0.95, stops)
    return coloured if figure.hair is None else (Group(coloured, clip=outside(figure.hair)),)


def gloom_shade(figure: Figure) -> Nodes:
    """The shade that hangs over the brow under the lines of `gloom`."""
    return _shaded(figure, 0.15, (Stop(0.0, GLOOM, 0.62), Stop(1.0, GLOOM, 0.0)))


def _shaded(figure: Figure, down: float, stops: tuple[Stop, ...]) -> Nodes:
    """A gradient over the head from its top, and the features it must not dull painted once more.

    A design that names no eyes gets holes instead, which show as halos around narrow eyes.
    """
    features = tuple(_features(figure.node))
    area = head_area(figure)
    if not any(name.endswith("eye") for name, _ in features):
        area = without_eyes(figure, area)
    hands = united(*(circle(hand, 0.24 * figure.head.half_size[0]) for hand in figure.hands))
    again = tuple(Group((node,), clip=outside(hands)) for _, node in features)
    return (Shape(area, fill=Linear(figure.head.at(0, -1), figure.head.at(0, down), stops)), *again)


def _features(node: Node) -> Iterator[tuple[str, Node]]:
    """Groups that are named for a brow or an eye, with their names, within the maps and clips around them."""
    if not isinstance(node, Group):
        return
    if node.name.endswith(("brow", "eye")):
        yield node.name, node
        return
    for child in node.children:
        for name, found in _features(child):
            plain = node.matrix is None and node.clip is None
            yield name, found if plain else Group((found,), matrix=node.matrix, clip=node.clip)


def blush(brush: Brush, figure: Figure, strength: float) -> Nodes:
    """Two soft cheeks with three strokes on each."""
    nodes: Nodes = ()
    area = without_eyes(figure, head_area(figure))
    radius = max(9.0, 0.185 * figure.head.half_size[0] * (0.8 + 0.35 * strength))
    for side in (1, -1):
        eye = figure.eyes[1] if side > 0 else figure.eyes[0]
        down = eye[1] + 1.15 * figure.eye_radius + 0.62 * radius
        centre = eye[0] + side * 0.35 * radius, down
        paint = Radial(centre, radius, (Stop(0.0, BLUSH, 0.85), Stop(0.55, BLUSH, 0.6), Stop(1.0, BLUSH, 0.0)))
        flat = placed(oval(centre, (radius, radius)), Matrix.scaled(1.0, 0.66, centre))
        nodes += (Shape(flat, fill=paint),)
        for n in (-1, 0, 1):
            x = centre[0] + n * 0.42 * radius
            stroke = lines([(x + 0.13 * radius, down - 0.27 * radius), (x - 0.13 * radius, down + 0.27 * radius)])
            nodes += brush.pen.line(stroke, colour=BLUSH_LINE, width=brush.thick(0.45), part=f"mark-blush-{side}-{n}")
    return (Group(nodes, clip=area, name="blush"),)


def gloom(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Lines of shadow that fall over the brow."""
    area = without_eyes(figure, head_area(figure))
    head = figure.head
    eye_top = min(eye[1] for eye in figure.eyes) - 1.55 * figure.eye_radius
    limit = max(-0.72, (eye_top - head.centre[1]) / head.half_size[1])
    count, strokes = 5, skia.Path()
    for n in range(count):
        across = 0.06 + 0.15 * n
        start = -0.9 * math.sqrt(max(0.2, 1 - (across / 0.97) ** 2.6))
        reach = (limit - start) * (0.72 if n % 2 else 0.98) * (1 + 0.08 * swing(phase + n / count))
        end = max(start + 0.12, min(limit, start + reach))
        strokes.addPath(lines([head.at(across, start), head.at(across, end)]))
    nodes = brush.shade(strokes, GLOOM, width=0.66, part="mark-gloom")
    return (Group(nodes, clip=area, name="gloom"),)
