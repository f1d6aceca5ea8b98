"""Upright rectangles in the units of a drawing: x right, y down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyojeong.media.drawing.nodes import Point


class Box(NamedTuple):
    """A rectangle; equal to the plain tuple that `drawing.outline.bounds` gives.

    >>> Box(0, 0, 4, 2).centre, Box(0, 0, 4, 2).meets(Box(4, 0, 5, 1)), Box(0, 0, 4, 2).meets(Box(3, 1, 5, 5))
    ((2.0, 1.0), False, True)
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Box:
        """With ``by`` more on every side; less where it is negative."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def moved(self, x: float, y: float) -> Box:
        """Shifted."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def meets(self, other: Box) -> bool:
        """Whether they share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Box, *, slack: float = 1e-6) -> bool:
        """Whether ``other`` lies inside."""
        across = self.left - slack <= other.left and other.right <= self.right + slack
        return across and self.top - slack <= other.top and other.bottom <= self.bottom + slack


def free_boxes(box: Box, avoid: Iterable[Box]) -> list[Box]:
    """The largest rectangles inside ``box`` that meet nothing of ``avoid``; empty when all is covered.

    >>> free_boxes(Box(0, 0, 10, 10), [Box(0, 4, 10, 6)])
    [Box(left=0, top=0, right=10, bottom=4), Box(left=0, top=6, right=10, bottom=10)]
    """
    free = [box]
    for hole in avoid:
        pieces: list[Box] = []
        for part in free:
            pieces.extend(_around(part, hole) if part.meets(hole) else (part,))
        free = [one for n, one in enumerate(pieces) if not _is_inside_another(n, one, pieces)]
    return free


def _around(part: Box, hole: Box) -> Iterable[Box]:
    if hole.top > part.top:
        yield part._replace(bottom=hole.top)
    if hole.bottom < part.bottom:
        yield part._replace(top=hole.bottom)
    if hole.left > part.left:
        yield part._replace(right=hole.left)
    if hole.right < part.right:
        yield part._replace(left=hole.right)


def _is_inside_another(number: int, one: Box, pieces: list[Box]) -> bool:
    return any(
        other.holds(one, slack=0.0) and (other != one or n < number) for n, other in enumerate(pieces) if n != number
    )
