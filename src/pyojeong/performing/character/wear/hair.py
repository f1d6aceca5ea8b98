"""Hair of people: what falls behind the head, and what frames the face."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import arc, polar, smooth
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear.worn import Worn

HAIR = (
    Option("short", "짧은 머리", "Short"),
    Option("none", "민머리", "Bald"),
    Option("bowl", "바가지 머리", "Bowl cut"),
    Option("bob", "단발", "Bob"),
    Option("long", "긴 머리", "Long"),
    Option("ponytail", "포니테일", "Ponytail"),
    Option("buns", "양갈래 당고", "Two buns"),
    Option("braids", "양갈래", "Pigtails"),
    Option("curly", "곱슬머리", "Curly"),
    Option("spiky", "삐죽 머리", "Spiky"),
    Option("parted", "가르마", "Parted"),
)
Points = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Style:
    """One kind, in half sizes of the head.

    Attributes:
        hem: Lower edge on the forehead, from left to right; it turns with the face.
        outer: Over the top, from the right temple to the left.
        back: Outlines behind the head.
        ease: Roundness of the hem's corners, 1/6 is smooth.
    """

    hem: Points
    outer: Points
    back: tuple[Points, ...] = ()
    ease: float = 1 / 6


_OUTER: Points = (
    (1.05, 0.14),
    (1.09, -0.34),
    (0.82, -0.90),
    (0.30, -1.13),
    (-0.30, -1.13),
    (-0.82, -0.90),
    (-1.09, -0.34),
    (-1.05, 0.14),
)
_SPIKES: Points = (
    (1.04, 0.10),
    (1.16, -0.40),
    (1.02, -0.52),
    (1.04, -0.98),
    (0.70, -0.96),
    (0.52, -1.34),
    (0.22, -1.10),
    (-0.08, -1.42),
    (-0.30, -1.10),
    (-0.66, -1.26),
    (-0.72, -0.94),
    (-1.08, -0.92),
    (-1.02, -0.50),
    (-1.16, -0.38),
    (-1.04, 0.10),
)
_SWEPT: Points = (
    (-1.05, 0.14),
    (-0.86, -0.20),
    (-0.56, -0.30),
    (-0.10, -0.42),
    (0.34, -0.54),
    (0.60, -0.40),
    (0.86, -0.18),
    (1.05, 0.14),
)
_STRAIGHT: Points = (
    (-1.05, 0.18),
    (-0.88, -0.10),
    (-0.50, -0.18),
    (-0.16, -0.16),
    (0.16, -0.19),
    (0.52, -0.16),
    (0.88, -0.10),
    (1.05, 0.18),
)
_LOCKS: Points = (
    (-1.05, 0.34),
    (-0.86, 0.02),
    (-0.66, -0.24),
    (-0.46, -0.12),
    (-0.22, -0.34),
    (0.06, -0.14),
    (0.30, -0.36),
    (0.54, -0.14),
    (0.74, -0.26),
    (0.88, 0.02),
    (1.05, 0.34),
)
_PART: Points = (
    (-1.05, 0.36),
    (-0.90, -0.02),
    (-0.62, -0.30),
    (-0.20, -0.58),
    (0.10, -0.80),
    (0.36, -0.52),
    (0.70, -0.26),
    (0.92, 0.02),
    (1.05, 0.36),
)
_ROUND: Points = (
    (-1.06, -0.6),
    (0.0, -1.12),
    (1.06, -0.6),
    (1.20, 0.10),
    (1.22, 0.66),
    (0.86, 0.98),
    (0.0, 0.80),
    (-0.86, 0.98),
    (-1.22, 0.66),
    (-1.20, 0.10),
)
_FALL: Points = (
    (-1.02, -0.6),
    (0.0, -1.12),
    (1.02, -0.6),
    (1.18, 0.20),
    (1.26, 1.10),
    (1.12, 1.74),
    (0.46, 1.62),
    (0.0, 1.70),
    (-0.46, 1.62),
    (-1.12, 1.74),
    (-1.26, 1.10),
    (-1.18, 0.20),
)
_NAPE: Points = (
    (-0.96, -0.5),
    (0.0, -1.0),
    (0.96, -0.5),
    (1.06, 0.20),
    (0.80, 0.72),
    (0.0, 0.86),
    (-0.80, 0.72),
    (-1.06, 0.20),
)
_TAIL: Points = ((0.60, -1.04), (1.16, -1.10), (1.62, -0.60), (1.66, 0.10), (1.40, 0.66), (1.24, 0.10), (1.06, -0.50))
_BRAID: Points = ((0.92, 0.14), (1.26, 0.10), (1.46, 0.58), (1.40, 1.10), (1.16, 1.34), (1.02, 0.94), (0.98, 0.50))


def _ring(centre: Point, radius: float) -> Points:
    """A round outline."""
    return tuple(polar(centre, radius, 36 * n) for n in range(10))


def _mirrored(points: Points) -> Points:
    return tuple((-x, y) for x, y in points)


_CURLS: Points = tuple(
    polar((0.0, -0.08), radius, 18 - 216 * (n + shift) / 9)
    for n in range(9)
    for radius, shift in ((1.06, 0.0), (1.24, 0.28), (1.24, 0.72))
)
_KINDS = {
    "short": _Style(_SWEPT, _OUTER),
    "bowl": _Style(_STRAIGHT, _OUTER, (_NAPE,)),
    "bob": _Style(_LOCKS, _OUTER, (_ROUND,)),
    "long": _Style(_LOCKS, _OUTER, (_FALL,)),
    "ponytail": _Style(_SWEPT, _OUTER, (_TAIL,)),
    "buns": _Style(_STRAIGHT, _OUTER, (_ring((-0.74, -1.02), 0.36), _ring((0.74, -1.02), 0.36))),
    "braids": _Style(_PART, _OUTER, (_BRAID, _mirrored(_BRAID))),
    "curly": _Style(_LOCKS, _CURLS, (_NAPE,)),
    "spiky": _Style(_LOCKS, _SPIKES, ease=0.04),
    "parted": _Style(_PART, _OUTER, (_NAPE,)),
}


def hair(
    pen: Pen, kind: str, head: Frame, colour: str, *, turn: Point = (0.0, 0.0), volume: float = 1.0
) -> tuple[Worn, Worn]:
    """What falls behind the upright head, and what frames the face, in this order.

    Args:
        pen: The design's.
        kind: Name of one of `HAIR`.
        head: Upright.
        colour: Of the hair.
        turn: The face's shift (`Posture.face`): the fringe goes with it half way.
        volume: How far hair stands off the head, about 1.
    """
    if kind == "none":
        return Worn(), Worn()
    style = _KINDS[kind]
    behind = [smooth([head.at(x * volume, y * volume) for x, y in points]) for points in style.back]
    dark = mixed(colour, pen.ink, 0.22)
    back = tuple(
        node
        for n, path in enumerate(behind)
        for node in pen.shape(path, dark if n == 0 and kind in _DARK else colour, part=f"hair-back-{n}")
    )
    front = _front(style, head, turn, volume)
    gloss = arc(head.at(-0.62, -0.62), head.at(-0.40, -0.88), head.at(-0.04, -0.92))
    nodes: Nodes = (
        *pen.shape(front, colour, part="hair"),
        *pen.line(gloss, width=pen.width * 1.1, colour=mixed(colour, "#ffffff", 0.32), part="hair-gloss"),
    )
    return Worn(back, tuple(behind)), Worn(nodes, (front,))


_DARK = frozenset({"bob", "long", "bowl", "parted", "curly"})
"""Hair whose back lies in the head's shade."""


def _front(style: _Style, head: Frame, turn: Point, volume: float) -> skia.Path:
    """The cap of hair: along the hem, then back over the top."""
    dx, dy = 0.5 * turn[0], 0.5 * turn[1]
    last = len(style.hem) - 1
    hem = []
    for n, (x, y) in enumerate(style.hem):
        px, py = head.at(x, y)
        inner = n not in (0, last)
        hem.append((px + dx * inner, py + dy))
    outer = [head.at(x * (1 + 0.5 * (volume - 1)), y * volume if y < 0 else y) for x, y in style.outer[1:-1]]
    return smooth([*hem, *outer], ease=style.ease)
