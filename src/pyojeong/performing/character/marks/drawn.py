"""A figure's marks, drawn: what lies behind it and what lies before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pyojeong.media.drawing.nodes import Group, Node
from pyojeong.performing.character.acting import Acting, Mark
from pyojeong.performing.character.figure import Figure
from pyojeong.performing.character.marks import heat, joys, stirs, tints, water, words
from pyojeong.performing.character.marks.brush import Brush, Under
from pyojeong.performing.character.marks.spots import Room, Seat, Seated, Spot
from pyojeong.performing.character.pens import Nodes, Pen

REST_STRENGTH = 0.8
"""Strength at which a mark has its usual size; 1 is a quarter larger, as it is when it pops in."""


@dataclass(frozen=True, slots=True)
class MarksDrawn:
    """Marks in the figure's own coordinates, before it is squashed, leaned and fitted.

    Attributes:
        behind: Painted before the figure.
        front: Painted after it.
    """

    behind: tuple[Node, ...] = ()
    front: tuple[Node, ...] = ()


Seating = Mapping[Mark, tuple[Seated, ...]]
PieceDrawer = Callable[[Brush, Spot, float, float], Nodes]
FigureDrawer = Callable[[Brush, Figure, float, float], Nodes]

_HIGH = ((0.98, -0.98), (0.82, -1.16), (1.16, -0.72), (1.22, -0.4), (1.24, 0.0))
_TEMPLE = ((0.86, -0.5), (0.98, -0.3), (0.72, -0.68), (1.04, -0.1), (1.1, 0.2))
_SIDE = ((1.3, 0.05), (1.34, 0.3), (1.3, -0.25), (1.3, 0.55), (1.25, -0.55))


def _pair(seat: Seat) -> tuple[Seat, Seat]:
    """One piece on either side, neither of which may go to the other's."""
    left = tuple((-x, y) for x, y in seat.wanted)
    right_seat = Seat(seat.size, seat.reach, seat.wanted, False, seat.on_figure, seat.turn_degrees)
    return right_seat, Seat(seat.size, seat.reach, left, False, seat.on_figure, seat.turn_degrees)


def _scattered(*sizes: float, reach: tuple[float, float], on_figure: float = 0.1) -> tuple[Seat, ...]:
    """Pieces of falling size around the head, each with its own dearest place."""
    around = ((1.06, -1.0), (-1.08, -0.9), (1.26, -0.3), (-1.3, -0.2), (-0.62, -1.25), (1.3, 0.35))
    return tuple(
        Seat(size, reach, around[n:] + around[:n], mirrored=False, on_figure=on_figure) for n, size in enumerate(sizes)
    )


PIECES: Mapping[Mark, tuple[PieceDrawer, tuple[Seat, ...]]] = {
    Mark.VEIN: (heat.vein, (Seat(28, (1.2, 1.2), ((0.74, -0.74), (0.9, -0.8), (0.56, -0.82)), on_figure=0.85),)),
    Mark.SWEAT: (water.sweat, (Seat(28, (0.82, 1.46), _TEMPLE, on_figure=0.75, turn_degrees=-16),)),
    Mark.SPLASH: (
        water.splash,
        _pair(
            Seat(
                38, (0.86, 1.02), ((1.24, -0.6), (1.24, -0.35), (1.24, -0.85), (1.24, 0.0), (1.24, 0.35)), on_figure=0.3
            )
        ),
    ),
    Mark.STEAM: (
        heat.steam,
        _pair(Seat(33, (1.14, 0.7), ((1.3, -0.5), (1.3, -0.75), (1.3, -0.2), (1.3, 0.15), (1.3, 0.45)), on_figure=0.3)),
    ),
    Mark.QUESTION: (words.question, (Seat(38, (0.76, 0.98), _HIGH, on_figure=0.15, turn_degrees=10),)),
    Mark.EXCLAIM: (words.exclaim, (Seat(38, (0.5, 1.1), _HIGH, on_figure=0.15, turn_degrees=14),)),
    Mark.LIGHT_BULB: (
        words.light_bulb,
        (Seat(32, (1.12, 1.45), ((0.9, -1.06), (1.12, -0.8), (0.3, -1.3)), on_figure=0.15),),
    ),
    Mark.SOUL: (words.soul, (Seat(44, (0.74, 1.1), ((0.98, -0.86), (1.12, -0.6)), on_figure=0.2),)),
    Mark.SLEEP: (words.sleep, (Seat(42, (1.04, 0.98), ((1.08, -0.84), (1.16, -0.5), (1.2, -0.1)), on_figure=0.1),)),
    Mark.DOTS: (words.dots, (Seat(36, (1.0, 0.9), ((1.1, -0.92), (1.2, -0.6), (1.2, -0.1)), on_figure=0.1),)),
    Mark.SCRIBBLE: (heat.scribble, (Seat(33, (1.1, 1.12), ((0.7, -1.2), (1.05, -0.9), (1.2, -0.5)), on_figure=0.1),)),
    Mark.PUFF: (water.puff, (Seat(36, (1.04, 0.52), ((1.12, 0.62), (1.2, 0.4), (1.2, 0.8)), on_figure=0.2),)),
    Mark.GLOW: (words.glow, (Seat(24, (1.16, 1.08), _HIGH, on_figure=0.1),)),
    Mark.SHIVER: (stirs.shiver, _pair(Seat(31, (0.56, 1.0), _SIDE, on_figure=0.0))),
    Mark.SPARKLE: (joys.sparkle, _scattered(30, 20, 16, reach=(1.16, 1.16))),
    Mark.HEART: (joys.heart, _scattered(28, 19, 14, reach=(1.05, 1.06))),
    Mark.FLOWER: (joys.flower, _scattered(27, 20, 15, reach=(0.94, 0.94))),
    Mark.NOTE: (joys.note, _scattered(31, 23, reach=(0.7, 1.04))),
    Mark.SNOW: (words.snow, _scattered(22, 16, 13, 13, reach=(1.12, 1.28))),
}
"""Marks that look for a place; the small ones of several take what the large ones left."""

BEHIND: Mapping[Mark, FigureDrawer] = {
    Mark.FIRE: heat.fire,
    Mark.SHOCK: heat.shock,
    Mark.CONFETTI: joys.confetti,
    Mark.RAIN: water.rain,
    Mark.SPEED: stirs.speed,
    Mark.PUDDLE: water.puddle,
}
ON_FACE: Mapping[Mark, FigureDrawer] = {
    Mark.GLOOM: tints.gloom,
    Mark.WELLING: water.welling,
    Mark.STREAM: water.streams,
    Mark.TEAR: water.tears,
    Mark.DROOL: water.drool,
    Mark.CLAP: joys.clap,
}
_ORDER = (Mark.SLEEP, Mark.LIGHT_BULB, Mark.SOUL, Mark.DOTS, Mark.QUESTION, Mark.EXCLAIM, Mark.VEIN, Mark.STEAM)


def mark_nodes(pen: Pen, figure: Figure, acting: Acting, *, seating: Seating | None = None) -> MarksDrawn:
    """The marks of ``acting`` beside and on ``figure``, drawn with the design's pen.

    Args:
        pen: The design's.
        figure: What they belong to.
        acting: Which marks, how strong, and the phase they are in.
        seating: Where they sit, in a film; found for this figure when nothing is given. Places depend on the figure
            and on which marks there are, never on phase or strength.
    """
    if not acting.marks:
        return MarksDrawn()
    tinted = _tints(pen, figure, acting.marks)
    brush = Brush(pen, Under(Group((figure.node, *tinted))))
    behind = _behind(brush, figure, acting)
    front: Nodes = tinted + _on_face(brush, figure, acting)
    if Mark.DIZZY in acting.marks:
        back, before = stirs.dizzy(brush, figure, acting.phase, acting.marks[Mark.DIZZY])
        behind, front = behind + back, front + before
    seating = seating_of(figure, acting.marks) if seating is None else seating
    return MarksDrawn(behind, front + _pieces(brush, figure, acting, seating))


def _tints(pen: Pen, figure: Figure, marks: Mapping[Mark, float]) -> Nodes:
    nodes: Nodes = ()
    for mark in tints.TINTS:
        if mark in marks:
            nodes += tints.tint(mark, figure, marks[mark])
    if Mark.GLOOM in marks:
        nodes += tints.gloom_shade(figure)
    if Mark.BLUSH in marks:
        nodes += tints.blush(Brush(pen, Under(figure.node)), figure, marks[Mark.BLUSH])
    return nodes


def _behind(brush: Brush, figure: Figure, acting: Acting) -> Nodes:
    nodes: Nodes = ()
    for mark, draw in BEHIND.items():
        if mark in acting.marks:
            nodes += (Group(draw(brush, figure, acting.phase, acting.marks[mark]), name=mark.value),)
    return nodes


def _on_face(brush: Brush, figure: Figure, acting: Acting) -> Nodes:
    nodes: Nodes = ()
    for mark, draw in ON_FACE.items():
        if mark in acting.marks:
            nodes += (Group(draw(brush, figure, acting.phase, acting.marks[mark]), name=mark.value),)
    return nodes


def _pieces(brush: Brush, figure: Figure, acting: Acting, seating: Seating) -> Nodes:
    drawn: Nodes = ()
    for mark, places in seating.items():
        if mark in acting.marks:
            draw, strength = PIECES[mark][0], acting.marks[mark]
            pieces: Nodes = ()
            for seated in places:
                spot = seated.spot(figure.head).grown(strength / REST_STRENGTH)
                pieces += draw(brush, spot, acting.phase, strength)
            drawn += (Group(pieces, name=mark.value),)
    return drawn


def seating_of(figure: Figure, marks: Iterable[Mark]) -> Seating:
    """Where the marks that look for a place sit beside ``figure``; a film asks once, at its key pose."""
    asked = set(marks) & PIECES.keys()
    wanted = [mark for mark in (*_ORDER, *PIECES) if mark in asked]
    room, found = Room(figure), {}
    for mark in dict.fromkeys(wanted):
        found[mark] = tuple(Seated.of(room.seat(seat), figure.head) for seat in PIECES[mark][1])
    return found
