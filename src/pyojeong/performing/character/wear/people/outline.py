"""A hair's measured outline, and how far a drawn one goes to meet it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pyojeong.media.drawing.nodes import Point

RAYS = 36
"""Directions of a measured outline: the first straight up, then every 10 degrees clockwise as the viewer sees it."""
_CROWN, _CHIN = 1.75, 1.15
"""Of a bare head, above and below the measured middle on the nose: about 13 and 8.5 cm, the half width being 7.4."""
_MIDDLE = 0.22
"""Height of that middle on a drawn head, in half heights under the head's own."""
_BESIDE = 0.77
"""Of what stands off beside the head. Drawn heads are flat: a centimetre is 112 / 67 times as wide on them as it is
high, so that hair drawn as wide as measured looks like a cape; the mean of both ways is between (root of 67 / 112)."""
_FARTHEST = 1.45
"""A drawn style gives up its kind beyond this; what a photo shows there is as often the background as hair."""
SKULL = 0.94
"""Hair stands off the head from here, in half sizes."""
EARS_DOWN = 0.25
"""Height from which length is counted, in half heights."""
BULK = 1.7
"""How fast hair grows with its volume: a fifth more volume stands off by a third more (by eye)."""


BULGES: tuple[tuple[str, float], ...] = (
    ("low-left", -130.0),
    ("side-left", -96.0),
    ("temple-left", -64.0),
    ("top-left", -32.0),
    ("top", 0.0),
    ("top-right", 32.0),
    ("temple-right", 64.0),
    ("side-right", 96.0),
    ("low-right", 130.0),
)
"""Where an outline may bulge: a name, and degrees clockwise from up as the viewer sees it."""
_TURNS = (-180.0, *(degrees for _, degrees in BULGES), 180.0)
MOST_BULGE = 0.35
_NEAR_DEGREES = 22.0
"""How far from a direction a style must have an edge for a bulge to mean anything there."""


class Shaping(Protocol):
    """How much further out than drawn hair goes in some direction."""

    def factor(self, x: float, y: float) -> float:
        """Of the distance of a place right and down from the middle of the face, in half sizes of a drawn head."""


@dataclass(frozen=True, slots=True)
class Bulges:
    """How an outline differs from its style as drawn, one share for each of `BULGES`; 0 is as drawn.

    >>> round(Bulges((0.0, 0.0, 0.0, 0.0, 0.2, 0.0, 0.0, 0.0, 0.0)).factor(0.0, -1.0), 3)
    1.2
    """

    shares: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.shares) != len(BULGES) or max(map(abs, self.shares)) > MOST_BULGE:
            raise ValueError(f"shares must be {len(BULGES)} numbers within ±{MOST_BULGE}, but got {self.shares!r}")

    def factor(self, x: float, y: float) -> float:
        """1 and the share in this direction; nothing straight down, where length is chosen."""
        turn, shares = math.degrees(math.atan2(x, -y)), (0.0, *self.shares, 0.0)
        n = bisect_right(_TURNS, turn, 1, len(_TURNS) - 1)
        before, after = _TURNS[n - 1], _TURNS[n]
        return 1 + shares[n - 1] + (shares[n] - shares[n - 1]) * (turn - before) / (after - before)


@dataclass(frozen=True, slots=True)
class Outline:
    """Head and hair as measured.

    Attributes:
        radii: From the middle of the face; unit: half the width of a face at the ears.
        share: How far a drawn outline goes to meet it, in [0, 1].
    """

    radii: tuple[float, ...]
    share: float = 0.5
    _rays: tuple[tuple[float, float], ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        if len(self.radii) != RAYS or min(self.radii) <= 0:
            raise ValueError(f"radii must be {RAYS} numbers > 0, but got {self.radii!r}")
        if not 0.0 <= self.share <= 1.0:
            raise ValueError(f"share must be in [0, 1], but got {self.share!r}")
        rays = sorted(_polar(*_on_drawn(n, radius)) for n, radius in enumerate(self.radii))
        object.__setattr__(self, "_rays", ((rays[-1][0] - 360, rays[-1][1]), *rays, (rays[0][0] + 360, rays[0][1])))

    def factor(self, x: float, y: float) -> float:
        """How far a drawn place goes to meet the outline."""
        to_x, to_y = _met((x, y + _MIDDLE), self)
        wanted = math.hypot(to_x, to_y - _MIDDLE) / math.hypot(x, y)
        return max(1 / _FARTHEST, min(_FARTHEST, 1 + self.share * (wanted - 1)))

    def at(self, degrees: float) -> float:
        """The radius ``degrees`` clockwise from up, in half sizes of a drawn head around the middle of its face.

        >>> bald = Outline((1.75,) + (1.0,) * 35)
        >>> round(bald.at(0), 2), round(bald.at(90), 2)
        (1.22, 1.0)
        """
        turn = degrees % 360
        n = bisect_right(self._rays, (turn, math.inf))
        (before, low), (after, high) = self._rays[n - 1], self._rays[n]
        return low + (high - low) * (turn - before) / max(1e-9, after - before)


def _on_drawn(ray: int, radius: float) -> Point:
    """A measured place on a drawn head, right and down from the middle of its face: heads are drawn flatter."""
    turn = math.radians(360 / RAYS * ray)
    x, up = radius * math.sin(turn), radius * math.cos(turn)
    x -= math.copysign((1 - _BESIDE) * max(0.0, abs(x) - 1), x)
    return x, -up / _CROWN * (1 + _MIDDLE) if up > 0 else -up / _CHIN * (1 - _MIDDLE)


def _polar(x: float, y: float) -> Point:
    """Degrees clockwise from up in [0, 360), and distance."""
    return math.degrees(math.atan2(x, -y)) % 360, math.hypot(x, y)


def _met(point: Point, outline: Outline) -> Point:
    """Where the measured outline is, in the direction of ``point``."""
    x, y = point[0], point[1] - _MIDDLE
    turn, radius = _polar(x, y)
    factor = outline.at(turn) / max(1e-6, radius)
    return x * factor, y * factor + _MIDDLE


def pushed(points: Iterable[Point], shaping: Shaping | None) -> tuple[Point, ...]:
    """Points of a drawn outline, right and down in half sizes of its head, where ``shaping`` takes them.

    >>> pushed([(0.0, -1.1)], None)
    ((0.0, -1.1),)
    >>> round(pushed([(0.0, -1.1)], Outline((2.0,) * 36, share=1.0))[0][1], 2)
    -1.17
    """
    return tuple(points) if shaping is None else tuple(_moved(point, shaping) for point in points)


def _moved(point: Point, shaping: Shaping) -> Point:
    x, y = point[0], point[1] - _MIDDLE
    if math.hypot(x, y) < 1e-6:
        return point
    factor = shaping.factor(x, y)
    return x * factor, y * factor + _MIDDLE


def bulging(drawn: Sequence[Point], outline: Outline) -> tuple[float, ...]:
    """The shares of `Bulges` with which an edge through ``drawn`` meets ``outline`` by its share; 0 where it has none.

    >>> bulging([(0.0, -1.18)], Outline((2.0,) * 36, share=1.0))
    (0.0, 0.0, 0.0, 0.0, -0.004, 0.0, 0.0, 0.0, 0.0)
    """
    return tuple(_bulge(at, drawn, outline) for _, at in BULGES)


def _bulge(degrees: float, drawn: Sequence[Point], outline: Outline) -> float:
    reach = 0.0
    for x, y in drawn:
        turn, radius = _polar(x, y - _MIDDLE)
        if abs((turn - degrees + 180) % 360 - 180) <= _NEAR_DEGREES:
            reach = max(reach, radius)
    if not reach:
        return 0.0
    wanted = outline.share * (outline.at(degrees) / reach - 1)
    return round(max(-MOST_BULGE, min(MOST_BULGE, wanted)), 3)
