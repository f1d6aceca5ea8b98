"""What many designs wear: sprouts and other things on the head, ears, tails, glasses and clothes."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import arc, between, polar
from pyojeong.performing.character.pens import Nodes, Pen


def leaf_path(base: Point, length: float, degrees: float, *, breadth: float = 0.36) -> skia.Path:
    """A leaf from its stalk to its tip, ``degrees`` clockwise from up."""
    tip = polar(base, length, degrees - 90)
    left = polar(between(base, tip, 0.45), length * breadth, degrees + 180)
    right = polar(between(base, tip, 0.45), length * breadth, degrees)
    path = skia.Path()
    path.moveTo(*base)
    path.quadTo(*left, *tip)
    path.quadTo(*right, *base)
    path.close()
    return path


def sprout(pen: Pen, base: Point, size: float, colour: str, *, stand: float) -> tuple[Nodes, skia.Path]:
    """A stalk with two leaves that hang at ``stand`` -1 and stand up at 1; and the area it covers."""
    joint = base[0], base[1] - size * (0.42 + 0.16 * stand)
    spread = 62 - 34 * stand if stand > 0 else 62 - 56 * stand
    leaves = [leaf_path(joint, size * 1.25, side * spread, breadth=0.42) for side in (-1, 1)]
    nodes = list(pen.line(arc((base[0], base[1] + 6), between(base, joint, 0.5), joint), part="stalk"))
    for n, leaf in enumerate(leaves):
        nodes.extend(pen.shape(leaf, colour, part=f"leaf-{n}"))
        vein = arc(between(joint, _tip(leaf), 0.25), between(joint, _tip(leaf), 0.5), between(joint, _tip(leaf), 0.68))
        nodes.extend(pen.line(vein, width=pen.width * 0.4, colour=mixed(colour, pen.ink, 0.45), part=f"vein-{n}"))
    area = skia.Path(leaves[0])
    area.addPath(leaves[1])
    return tuple(nodes), area


def _tip(leaf: skia.Path) -> Point:
    point = leaf.getPoint(2)
    return point.x(), point.y()
