"""One prop: how it is drawn, where it belongs, and what the arms do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

import skia

from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import lines, oval, placed, rounded, smooth
from pyojeong.performing.character.acting import Arm, Hand, Layer, Part
from pyojeong.performing.character.pens import Nodes, Pen


class Held(Enum):
    """Where a prop belongs. `HAND` is the hand that does something; the character's left one when both or none do."""

    HAND = "hand"
    BOTH = "both"
    BESIDE = "beside"
    BEHIND = "behind"
    FRONT = "front"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Place:
    """A prop's own axes on the canvas: ``unit`` canvas units a step, mirrored when ``side`` is -1, turned clockwise."""

    origin: Point
    unit: float
    side: int = 1
    turn_degrees: float = 0.0

    @property
    def matrix(self) -> Matrix:
        """From the prop's axes to the canvas."""
        sized = Matrix(self.unit * self.side, 0.0, 0.0, self.unit, *self.origin)
        return Matrix.turned(self.turn_degrees, self.origin) @ sized

    def at(self, x: float, y: float) -> Point:
        """A point on the canvas.

        >>> Place((100, 50), 10, side=-1).at(1, 2)
        (90.0, 70.0)
        """
        return self.matrix.of((x, y))

    def smooth(self, *points: Point, closed: bool = True, ease: float = 1 / 6) -> skia.Path:
        """A curve through ``points``."""
        return placed(smooth(points, closed=closed, ease=ease), self.matrix)

    def lines(self, *points: Point, closed: bool = False) -> skia.Path:
        """Straight lines."""
        return placed(lines(points, closed=closed), self.matrix)

    def box(self, x: float, y: float, w: float, h: float, radius: float = 0.0) -> skia.Path:
        """A rectangle of half sizes ``w`` and ``h`` around (x, y)."""
        return placed(rounded(x - w, y - h, 2 * w, 2 * h, radius), self.matrix)

    def oval(self, x: float, y: float, w: float, h: float) -> skia.Path:
        """An ellipse around (x, y)."""
        return placed(oval((x, y), (w, h)), self.matrix)

    def path(self, path: skia.Path) -> skia.Path:
        """Any path in the prop's axes."""
        return placed(path, self.matrix)


ArmPair = tuple[Arm | None, Arm | None]
"""Of the right and the left arm, for arms that were asked for nothing; None leaves them at rest."""


@dataclass(frozen=True, slots=True)
class Prop:
    """A drawn thing.

    Attributes:
        name: As in `Pose.prop`.
        korean: What people call it.
        english: The same in English.
        held: Where it belongs.
        draw: Its nodes; the origin is where it is held, or stands.
        size: Canvas units of one of its units on a head of half width 112.
        arms: What resting arms do with it.
        offset: From the hand (or place), in its own units.
        hands_over: Whether the hands that hold it show before it.
    """

    name: str
    korean: str
    english: str
    held: Held
    draw: Callable[[Pen, Place], Nodes]
    size: float = 30.0
    arms: ArmPair = (None, None)
    offset: Point = (0.0, 0.0)
    hands_over: bool = True


def out(hand: Hand = Hand.FIST, *, x: float = 1.5, y: float = 0.0, bend: float = 0.6) -> Arm:
    """An arm that holds something out to its side, before the figure."""
    return Arm((x, y), Part.BODY, bend, hand, layer=Layer.FRONT)


def chest(*, x: float = 0.62, y: float = 0.35) -> Arm:
    """An arm that holds something before the chest."""
    return Arm((x, y), Part.BODY, 0.8, Hand.RELAXED, layer=Layer.FRONT)


def raised(hand: Hand = Hand.FIST, *, x: float = 1.22, y: float = -0.2) -> Arm:
    """An arm lifted beside the head."""
    return Arm((x, y), Part.HEAD, 0.6, hand)


HAND_OUT: ArmPair = (None, out())
BOTH_CHEST: ArmPair = (chest(), chest())


def shapes(pen: Pen, *parts: tuple[skia.Path, str] | tuple[skia.Path, str, float], fine: float = 0.85) -> Nodes:
    """Areas with their colours, each with an outline of ``fine`` (or its own share) of the pen's width."""
    drawn: list[object] = []
    for n, (path, colour, *share) in enumerate(parts):
        drawn.extend(pen.shape(path, colour, width=pen.width * (share[0] if share else fine), part=f"prop-{n}"))
    return tuple(drawn)  # type: ignore[arg-type]


def fills(pen: Pen, *parts: tuple[skia.Path, str]) -> Nodes:
    """Areas with their colours, without outlines."""
    return tuple(node for n, (path, colour) in enumerate(parts) for node in pen.fill(path, colour, part=f"inner-{n}"))


def strokes(pen: Pen, paths: Sequence[skia.Path], share: float = 0.6, colour: str | None = None) -> Nodes:
    """Lines of a share of the pen's width."""
    return tuple(
        node
        for n, p in enumerate(paths)
        for node in pen.line(p, width=pen.width * share, colour=colour, part=f"line-{n}")
    )
