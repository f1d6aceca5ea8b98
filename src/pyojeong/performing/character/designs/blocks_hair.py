"""Hair in blocks: caps cut off the head's own shape by a straight line, circles and bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import circle, common, lines, oval, placed, polar
from pyojeong.performing.character.designs.blocks_shapes import bar, polygon
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear.people import HAIR_STYLES
from pyojeong.performing.character.wear.worn import Worn

TOPS = (
    Option("antenna", "안테나", "Antenna"),
    Option("propeller", "프로펠러", "Propeller"),
    *HAIR_STYLES,
)
"""What is on top: machines' things first, then every style a person can have."""
Points = tuple[Point, ...]
_STRAIGHT = ((-1.5, 0.0), (1.5, 0.0))
_SLANT = ((-1.5, -0.30), (1.5, 0.12))
_CENTRE = ((-1.5, 0.62), (-0.78, 0.30), (0.0, -0.62), (0.78, 0.30), (1.5, 0.62))
_SIDES = ((-1.5, 0.52), (-0.86, 0.52), (-0.70, -0.8), (0.70, -0.8), (0.86, 0.52), (1.5, 0.52))


@dataclass(frozen=True, slots=True)
class _Cut:
    """One style, in half sizes of the head.

    Attributes:
        hem: Lower edge on the forehead, from left to right, or empty for none.
        down: How far the hem's zero lies over (-) or under the middle.
        low: How far hair falls behind the head, or None.
        ends: How the falling hair ends: a straight block, scallops or curls.
        extra: What is added: a name of `_EXTRAS`, or empty.
    """

    hem: Points = ()
    down: float = -0.4
    low: float | None = None
    ends: str = "block"
    extra: str = ""


_CUTS: Mapping[str, _Cut] = {
    "antenna": _Cut(extra="antenna"),
    "propeller": _Cut(extra="propeller"),
    "fringe": _Cut(_STRAIGHT, -0.28),
    "bald": _Cut(),
    "receding": _Cut(_SIDES, -0.55),
    "buzz": _Cut(_STRAIGHT, -0.58),
    "short-straight": _Cut(((-1.5, 0.2), (-0.6, 0.0), (0.6, 0.0), (1.5, 0.2)), -0.46),
    "short-curly": _Cut(_STRAIGHT, -0.46, extra="curls"),
    "side-part": _Cut(_SLANT, -0.55),
    "quiff": _Cut(_STRAIGHT, -0.56, extra="quiff"),
    "two-block": _Cut(((-1.5, -0.8), (-0.72, -0.8), (-0.62, 0.0), (0.62, 0.0), (0.72, -0.8), (1.5, -0.8)), -0.34),
    "mohawk": _Cut(extra="mohawk"),
    "afro": _Cut(_STRAIGHT, -0.44, extra="afro"),
    "bob": _Cut(_CENTRE, -0.26, 0.74),
    "bob-fringe": _Cut(_STRAIGHT, -0.30, 0.74),
    "medium": _Cut(_SLANT, -0.52, 1.10),
    "long-straight": _Cut(_CENTRE, -0.26, 1.62),
    "long-fringe": _Cut(_STRAIGHT, -0.30, 1.62),
    "long-wavy": _Cut(_SLANT, -0.52, 1.50, "scallops"),
    "long-curly": _Cut(_CENTRE, -0.30, 1.30, "curls", "curls"),
    "tied": _Cut(_STRAIGHT, -0.52, extra="tail"),
    "bun": _Cut(_STRAIGHT, -0.52, extra="bun"),
    "pigtails": _Cut(_CENTRE, -0.30, extra="pigtails"),
    "braids": _Cut(_CENTRE, -0.30, extra="braids"),
    "topknot": _Cut(_STRAIGHT, -0.52, extra="bun"),
}


def top(
    pen: Pen,
    kind: str,
    head: Frame,
    outline: skia.Path,
    colours: tuple[str, str],
    *,
    volume: float,
    stand: float,
    turn: Point,
) -> tuple[Worn, Worn]:
    """What stands behind the head, and what lies over it.

    Args:
        pen: The design's.
        kind: Name of one of `TOPS`.
        head: Upright.
        outline: The head's.
        colours: Of the hair, and of a machine's parts.
        volume: How far it stands off, about 1.
        stand: -1 hangs, 1 stands up.
        turn: The face's shift in half sizes of the head.
    """
    cut = _CUTS[kind]
    hair, part = colours
    dark = mixed(hair, pen.ink, 0.22)
    back = _fall(cut, head, volume) if cut.low is not None else ()
    behind, over = _extras(cut.extra, head, volume, stand)
    if cut.extra in ("antenna", "propeller"):
        return _machine(pen, cut.extra, head, part, stand, volume), Worn()
    backs = _drawn(pen, back, dark, "back").nodes + _drawn(pen, behind, hair, "behind").nodes
    cap = (_cap(cut, head, outline, volume, turn),) if cut.hem else ()
    shown = mixed(hair, "#c9a58f", 0.4) if kind == "buzz" else hair
    return Worn(backs, (*back, *behind)), _drawn(pen, (*cap, *over), shown, "hair")


def _drawn(pen: Pen, areas: tuple[skia.Path, ...], colour: str, part: str) -> Worn:
    nodes: Nodes = tuple(node for n, area in enumerate(areas) for node in pen.shape(area, colour, part=f"{part}{n}"))
    return Worn(nodes, areas)


def _cap(cut: _Cut, head: Frame, outline: skia.Path, volume: float, turn: Point) -> skia.Path:
    """The head's own shape, a little larger, above the hem."""
    grown = placed(outline, Matrix.scaled(1 + 0.07 * volume, 1 + 0.09 * volume, head.at(0.0, 0.15)))
    last = len(cut.hem) - 1
    hem = [
        head.at(x + (0.5 * turn[0] if 0 < n < last else 0.0), cut.down + y + 0.4 * turn[1])
        for n, (x, y) in enumerate(cut.hem)
    ]
    return common(grown, lines([*hem, head.at(1.9, -2.4), head.at(-1.9, -2.4)], closed=True))


def _fall(cut: _Cut, head: Frame, volume: float) -> tuple[skia.Path, ...]:
    """What hangs down behind the head."""
    assert cut.low is not None
    out, high = 1.02 + 0.13 * volume, -0.45
    block = polygon([head.at(s * out, y) for s, y in ((-1, high), (1, high), (1, cut.low), (-1, cut.low))], 26.0)
    if cut.ends == "block":
        return (block,)
    size = 0.26 * head.half_size[0] * volume
    rows = (0.1, 0.5, 0.9, 1.3) if cut.ends == "curls" else (0.2, 0.7, 1.2)
    rounds = tuple(circle(head.at(s * out, y), size) for y in rows for s in (-1, 1) if y < cut.low)
    return (*rounds, block)


def _extras(kind: str, head: Frame, volume: float, stand: float) -> tuple[tuple[skia.Path, ...], tuple[skia.Path, ...]]:
    """Areas behind the head and over it."""
    w = head.half_size[0]
    if kind == "bun":
        return (circle(head.at(0.0, -1.16 - 0.05 * stand), 0.32 * volume * w),), ()
    if kind == "afro":
        return (oval(head.at(0.0, -0.34), (1.30 * volume * w, 1.12 * volume * head.half_size[1])),), ()
    if kind == "curls":
        turns = [-90 + 19 * n for n in range(-6, 7)]
        places = [polar((0.0, 0.0), 1.0, turn) for turn in turns]
        return tuple(circle(head.at(0.98 * x, 0.98 * y), 0.21 * volume * w) for x, y in places), ()
    if kind == "pigtails":
        tips = [(s * 1.30, 0.36 - 0.4 * stand) for s in (-1, 1)]
        return tuple(oval(head.at(*tip), (0.26 * volume * w, 0.44 * volume * w)) for tip in tips), ()
    if kind == "braids":
        steps = [(s * (1.12 + 0.04 * n), 0.24 + (0.34 - 0.16 * stand) * n) for s in (-1, 1) for n in range(4)]
        return tuple(circle(head.at(*step), 0.20 * volume * w) for step in steps), ()
    if kind == "tail":
        return (bar(head.at(0.7, -0.7), head.at(1.36, 0.1 - 0.7 * stand), 0.46 * volume * w),), ()
    if kind == "mohawk":
        fins = [
            polygon([head.at(x - 0.2, -0.86), head.at(x + 0.2, -0.86), head.at(1.25 * x, -1.30 - 0.14 * stand)], 6.0)
            for x in (-0.36, 0.0, 0.36)
        ]
        return tuple(placed(fin, Matrix.scaled(volume, volume, head.at(0.0, -0.9))) for fin in fins), ()
    if kind == "quiff":
        return (), (
            polygon(
                [
                    head.at(-0.92, -0.60),
                    head.at(-0.80, -1.06 - 0.22 * volume),
                    head.at(0.70, -1.18 - 0.34 * volume),
                    head.at(0.98, -0.66),
                ],
                30.0,
            ),
        )
    return (), ()


def _machine(pen: Pen, kind: str, head: Frame, colour: str, stand: float, volume: float) -> Worn:
    """An antenna that droops with the mood, or a propeller."""
    root = head.at(0.0, -0.94)
    if kind == "antenna":
        long = (0.36 + 0.10 * stand) * head.half_size[1] * volume
        tip = polar(root, long + 8, -90 + 58 * max(0.0, -stand))
        ball = circle(tip, 12.0 * volume)
        rod = bar(root, tip, 7.0)
        return Worn((*pen.fill(rod, pen.ink, part="rod"), *pen.shape(ball, colour, part="ball")), (rod, ball))
    hub = head.at(0.0, -1.14 - 0.06 * stand)
    blades = [oval((hub[0] + s * 30 * volume, hub[1]), (30 * volume, 8 + 3 * stand)) for s in (-1, 1)]
    rod, cap = bar(root, hub, 8.0), circle(hub, 9.0)
    nodes: Nodes = pen.fill(rod, pen.ink, part="rod")
    for n, blade in enumerate(blades):
        nodes += pen.shape(blade, colour, part=f"blade{n}")
    return Worn((*nodes, *pen.fill(cap, pen.ink, part="hub")), (rod, *blades))
