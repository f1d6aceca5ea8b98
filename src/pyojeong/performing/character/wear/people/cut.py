"""What a hair style is drawn from, in half sizes of the head: right and down from its middle."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.media.drawing.nodes import Point
from pyojeong.performing.character.wear.people.locks import Lock

Points = tuple[Point, ...]


def mirrored(half: Points) -> Points:
    """A symmetric line from its left half, which ends on or before the middle.

    >>> mirrored(((-1, 0), (0, -1)))
    ((-1, 0), (0, -1), (1, 0))
    """
    return (*half, *((-x, y) for x, y in reversed(half) if x))


def mirrored_locks(half: tuple[Lock, ...]) -> tuple[Lock, ...]:
    """The same for locks; an edge walked the other way takes the belly of the point it now comes from.

    >>> mirrored_locks(((-1, 0), (-0.5, 1, 0.3), (0, 0)))
    ((-1, 0), (-0.5, 1, 0.3), (0, 0), (0.5, 1), (1, 0, 0.3))
    """
    right: list[Lock] = []
    for n in range(len(half) - 1, -1, -1):
        x, y = half[n][:2]
        if not x:
            continue
        if n + 1 < len(half) and len(half[n + 1]) == 3:
            right.append((-x, y, half[n + 1][2]))  # type: ignore[misc]
        else:
            right.append((-x, y))
    return (*half, *right)


@dataclass(frozen=True, slots=True)
class Cut:
    """One style.

    Attributes:
        outer: Over the top, from the left end of the hem to its right end, ends not repeated in the hem.
        hem: The edge around the face, from left to right; first and last lie on the outer edge.
        backs: Masses behind head and body, closed, the lowest first.
        strands: Lines in the front hair, three points each.
        back_strands: The same in what falls behind.
        sweep: How far the hem is combed to the right.
        curl: Width of curls along every edge, in half widths of the head; 0 for straight hair.
        shaved: Areas of short stubble under the rest.
        smooth_hem: The hem is a soft line, not locks.
        ears: Whether the ears show.
        gloss: Whether light lies on it as a band.
        ease: Roundness of the outer edge.
        front: Tails that hang before the shoulders, closed.
        bound: Places of hair ties and their radius.
    """

    outer: Points = ()
    hem: tuple[Lock, ...] = ()
    backs: tuple[Points, ...] = ()
    strands: tuple[Points, ...] = ()
    back_strands: tuple[Points, ...] = ()
    sweep: float = 0.0
    curl: float = 0.0
    shaved: tuple[Points, ...] = ()
    smooth_hem: bool = False
    ears: bool = True
    gloss: bool = True
    ease: float = 1 / 6
    front: tuple[Points, ...] = ()
    bound: tuple[tuple[float, float, float], ...] = ()

    @property
    def edge(self) -> Points:
        """What of it a measured outline meets: its top, and what hangs."""
        return (*self.outer, *(point for mass in (*self.backs, *self.front) for point in mass))
