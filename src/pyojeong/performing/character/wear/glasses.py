"""Glasses over a face."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.nodes import Group, Node, Point
from pyojeong.media.drawing.paths import arc, circle, lines, oval, rounded
from pyojeong.performing.character.face.style import FacePlaces
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option

GLASSES = (
    Option("none", "없음", "None"),
    Option("round", "동그란 안경", "Round"),
    Option("square", "네모 안경", "Square"),
    Option("half", "반무테 안경", "Half rim"),
    Option("sun", "선글라스", "Sunglasses"),
    Option("heart", "하트 안경", "Hearts"),
)


def glasses(pen: Pen, kind: str, places: FacePlaces, colour: str) -> Nodes:
    """Glasses on the upright head, around the eyes."""
    if kind == "none":
        return ()
    radius = _radius(places)
    (lx, ly), (rx, ry) = places.eyes
    bridge = arc((lx + radius * 0.95, ly), ((lx + rx) / 2, (ly + ry) / 2 - radius * 0.4), (rx - radius * 0.95, ry))
    drawn: list[Node] = list(pen.line(bridge, width=pen.width * 0.75, colour=colour, part="bridge"))
    for side, eye in ((-1, places.eyes[0]), (1, places.eyes[1])):
        drawn.extend(_glass(pen, kind, eye, radius, colour, side))
        hinge = eye[0] + side * radius * 0.95, eye[1] - radius * 0.2
        temple = lines([hinge, (hinge[0] + side * radius * 0.5, hinge[1] - radius * 0.1)])
        drawn.extend(pen.line(temple, width=pen.width * 0.75, colour=colour, part=f"temple{side}"))
    return (Group(tuple(drawn), name="glasses"),)


def _radius(places: FacePlaces) -> float:
    distance = places.eyes[1][0] - places.eyes[0][0]
    return min(places.eye_radius * 2.05, distance * 0.46)


def _glass(pen: Pen, kind: str, eye: Point, radius: float, colour: str, side: int) -> Nodes:
    shape, width = _outline(kind, eye, radius), pen.width * 0.75
    if kind in ("sun", "heart"):
        shine = arc(
            (eye[0] - radius * 0.55, eye[1] + radius * 0.1),
            (eye[0] - radius * 0.5, eye[1] - radius * 0.45),
            (eye[0] - radius * 0.05, eye[1] - radius * 0.5),
        )
        glass = pen.shape(shape, colour, width=width, part=f"glass{side}")
        return (*glass, *pen.line(shine, width=width * 0.8, colour="#ffffff", part=f"shine{side}"))
    tint = pen.fill(shape, "#ffffff", opacity=0.12, part=f"glass{side}")
    if kind == "half":
        low = arc(
            (eye[0] - radius, eye[1] - radius * 0.35),
            (eye[0], eye[1] - radius * 0.62),
            (eye[0] + radius, eye[1] - radius * 0.35),
        )
        return (*tint, *pen.line(low, width=pen.width, colour=colour, part=f"rim{side}"))
    return (*tint, *pen.line(shape, width=width, colour=colour, part=f"rim{side}"))


def _outline(kind: str, eye: Point, radius: float) -> skia.Path:
    (x, y), r = eye, radius
    if kind == "square":
        return rounded(x - r, y - 0.82 * r, 2 * r, 1.64 * r, 0.38 * r)
    if kind == "half":
        return oval((x, y), (r, 0.86 * r))
    if kind == "sun":
        return rounded(x - 1.08 * r, y - 0.72 * r, 2.16 * r, 1.5 * r, 0.66 * r)
    return heart_path((x, y), 1.12 * r) if kind == "heart" else circle((x, y), r)
