"""Ears on top of a head; they hang, rest or stand up with the mood."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import oval, placed, smooth
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear.worn import NOTHING, Worn

EARS = (
    Option("none", "없음", "None"),
    Option("round", "동그란 귀", "Round"),
    Option("small", "작은 귀", "Small"),
    Option("cat", "뾰족 귀", "Pointed"),
    Option("rabbit", "긴 귀", "Long"),
    Option("floppy", "처진 귀", "Floppy"),
    Option("mouse", "큰 귀", "Large"),
)


@dataclass(frozen=True, slots=True)
class _Ear:
    """One kind of ear: its place on the head, its outline in half widths of the head, and how it moves.

    Attributes:
        at: Root, outward and down, in half sizes of the head.
        outline: Points from the root, outward and down, before it is turned.
        turn: Degrees outward at rest.
        moves: Degrees outward when it hangs; the same inward when it stands.
    """

    at: Point
    outline: tuple[Point, ...]
    turn: float
    moves: float


_ROUND = ((-0.20, 0.10), (-0.24, -0.16), (0.0, -0.34), (0.24, -0.16), (0.20, 0.10), (0.0, 0.16))
_CAT = ((-0.30, 0.14), (-0.22, -0.16), (-0.06, -0.44), (0.0, -0.485), (0.06, -0.44), (0.22, -0.16), (0.30, 0.14))
_LONG = ((-0.16, 0.10), (-0.22, -0.32), (-0.19, -0.72), (0.0, -0.92), (0.19, -0.72), (0.22, -0.32), (0.16, 0.10))
_FLOP = ((-0.16, -0.04), (-0.02, -0.18), (0.20, -0.12), (0.40, 0.14), (0.44, 0.48), (0.26, 0.64), (0.06, 0.44))
_KINDS = {
    "round": _Ear((0.72, -0.74), _ROUND, 30, 26),
    "small": _Ear((0.66, -0.80), tuple((0.72 * x, 0.72 * y) for x, y in _ROUND), 26, 22),
    "cat": _Ear((0.62, -0.72), _CAT, 24, 42),
    "rabbit": _Ear((0.34, -0.84), _LONG, 10, 60),
    "floppy": _Ear((0.66, -0.70), _FLOP, 0, 16),
    "mouse": _Ear((0.80, -0.72), tuple((1.6 * x, 1.6 * y) for x, y in _ROUND), 42, 22),
}
IN_FRONT = frozenset({"floppy"})
"""Ears that lie over the head; the others grow from behind it."""


def ears(pen: Pen, kind: str, head: Frame, colour: str, inner: str, *, size: float = 1.0, stand: float = 0.0) -> Worn:
    """Both ears on the upright head; ``stand`` -1 hangs, 1 stands up. See `IN_FRONT` for which go over the head."""
    if kind == "none":
        return NOTHING
    nodes: list[Group] = []
    areas: list[skia.Path] = []
    for side in (-1, 1):
        ear, hollow, matrix = _placed(_KINDS[kind], head, side, size, stand)
        areas.append(placed(ear, matrix))
        drawn: Nodes = pen.shape(areas[-1], colour, part=f"ear{side}")
        if kind not in IN_FRONT:
            drawn = (*drawn, Group(pen.fill(placed(hollow, matrix), inner, part=f"ear-inner{side}"), clip=areas[-1]))
            drawn = (*drawn, *pen.edge(areas[-1], part=f"ear{side}"))
        nodes.append(Group(drawn))
    return Worn(tuple(nodes), tuple(areas))


def _placed(ear: _Ear, head: Frame, side: int, size: float, stand: float) -> tuple[skia.Path, skia.Path, Matrix]:
    unit = head.half_size[0] * size
    root = head.at(ear.at[0] * side, ear.at[1])
    points = [(root[0] + x * unit * side, root[1] + y * unit) for x, y in ear.outline]
    tallest = min(y for _, y in ear.outline)
    centre = root[0], root[1] + 0.36 * tallest * unit
    hollow = (
        placed(smooth(points), Matrix.scaled(0.56, 0.62, centre))
        if tallest < -0.4
        else oval(centre, (0.13 * unit, 0.14 * unit))
    )
    return smooth(points), hollow, Matrix.turned(side * (ear.turn - ear.moves * stand), root)
