"""Tails behind a body; they hang, rest or stand up with the mood."""

from __future__ import annotations

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import circle, placed, smooth, stroked
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear.worn import NOTHING, Worn

TAILS = (
    Option("none", "없음", "None"),
    Option("stub", "짧은 꼬리", "Stub"),
    Option("thin", "긴 꼬리", "Long and thin"),
    Option("bushy", "풍성한 꼬리", "Bushy"),
    Option("curl", "말린 꼬리", "Curled"),
    Option("puff", "솜 꼬리", "Puff"),
)
_LINES: dict[str, tuple[tuple[Point, ...], float]] = {
    "stub": (((0.80, 0.45), (1.15, 0.30), (1.35, 0.05)), 0.36),
    "thin": (((0.80, 0.50), (1.45, 0.62), (1.75, 0.10), (1.52, -0.55), (1.80, -0.95)), 0.24),
    "curl": (((0.82, 0.30), (1.30, 0.20), (1.52, -0.20), (1.22, -0.48), (1.00, -0.20), (1.22, -0.04)), 0.22),
}
"""Middle of a tail on the picture's right, in half sizes of the body, and its thickness in half widths of it."""
_BUSHY = (
    (0.7, 0.55),
    (1.25, 0.72),
    (1.95, 0.35),
    (2.05, -0.45),
    (1.72, -1.15),
    (1.42, -0.55),
    (1.22, 0.02),
    (0.8, 0.1),
)


def tail(pen: Pen, kind: str, body: Frame, colour: str, tip: str, *, size: float = 1.0, stand: float = 0.0) -> Worn:
    """A tail on the picture's right: -1 hangs, 1 stands; ``tip`` is the colour of a bushy tail's end."""
    if kind == "none":
        return NOTHING
    root = body.at(0.75, 0.4)
    matrix = Matrix.turned(-26 * stand, root) @ Matrix.scaled(size, size, root)
    if kind == "puff":
        area = placed(circle(body.at(1.0, 0.48), 0.34 * body.half_size[0]), matrix)
        return Worn(pen.shape(area, tip, part="tail"), (area,))
    if kind == "bushy":
        area = placed(smooth([body.at(*point) for point in _BUSHY]), matrix)
        end = placed(
            smooth([body.at(*p) for p in ((2.02, 0.0), (2.1, -0.5), (1.72, -1.3), (1.3, -0.5), (1.66, -0.35))]), matrix
        )
        nodes = (*pen.shape(area, colour, part="tail"), Group(pen.fill(end, tip, part="tail-tip"), clip=area))
        return Worn((*nodes, *pen.edge(area, part="tail")), (area,))
    points, thickness = _LINES[kind]
    line = smooth([body.at(*point) for point in points], closed=False)
    area = placed(stroked(line, thickness * body.half_size[0]), matrix)
    return Worn(pen.shape(area, colour, part="tail"), (area,))
