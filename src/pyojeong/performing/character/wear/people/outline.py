"""A hair's measured outline, and how far a drawn one goes to meet it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyojeong.media.drawing.nodes import Point

RAYS = 36
"""Directions of a measured outline: the first straight up, then every 10 degrees clockwise as the viewer sees it."""
_CENTRE_DOWN = 0.22
"""Height of the measured outline's middle, on the nose, in half heights of a drawn head under its own middle."""
_FARTHEST = 1.45
"""A drawn style gives up its kind beyond this; what a photo shows there is as often the background as hair."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Head and hair as measured.

    Attributes:
        radii: From the face's middle; unit: half the width of a face at the ears.
        share: How far a drawn outline goes to meet it, in [0, 1].
    """

    radii: tuple[float, ...]
    share: float = 0.5

    def __post_init__(self) -> None:
        if len(self.radii) != RAYS or min(self.radii) <= 0:
            raise ValueError(f"radii must be {RAYS} numbers > 0, but got {self.radii!r}")
        if not 0.0 <= self.share <= 1.0:
            raise ValueError(f"share must be in [0, 1], but got {self.share!r}")

    def at(self, degrees: float) -> float:
        """The radius ``degrees`` clockwise from up.

        >>> round(Outline(tuple(1 + n / 10 for n in range(36))).at(15), 3)
        1.15
        """
        place = degrees % 360 / (360 / RAYS)
        low = int(place) % RAYS
        return self.radii[low] + (self.radii[(low + 1) % RAYS] - self.radii[low]) * (place - int(place))


def pushed(points: Iterable[Point], outline: Outline | None, *, aspect: float = 1.0) -> tuple[Point, ...]:
    """Points of a drawn outline, in half sizes of its head, moved towards the measured one.

    Args:
        points: Right and down from the head's middle.
        outline: The measured one, or None: the points stay.
        aspect: Half the head's height over half its width.

    >>> far = Outline((1.2,) * 36, share=1.0)
    >>> [round(v, 3) for v in pushed([(0.0, -1.0)], far)[0]]
    [0.0, -0.98]
    """
    return tuple(points) if outline is None else tuple(_moved(point, outline, aspect) for point in points)


def _moved(point: Point, outline: Outline, aspect: float) -> Point:
    x, y = point[0], (point[1] - _CENTRE_DOWN) * aspect
    radius = math.hypot(x, y)
    if radius < 1e-6:
        return point
    wanted = outline.at(math.degrees(math.atan2(x, -y)))
    factor = max(1 / _FARTHEST, min(_FARTHEST, 1 + outline.share * (wanted / radius - 1)))
    return x * factor, y * factor / aspect + _CENTRE_DOWN


def fitted(drawn: Sequence[Point], outline: Outline, *, aspect: float = 1.0) -> tuple[float, float]:
    """How much more volume over the ears, and how much more length under them, the measured hair has than the drawn.

    Both are factors; 1 where nothing is to be said.
    """
    ratios: tuple[list[float], list[float]] = ([], [])
    for x, y in drawn:
        down = (y - _CENTRE_DOWN) * aspect
        radius = math.hypot(x, down)
        if radius > 0.5:
            ratios[down > 0].append(outline.at(math.degrees(math.atan2(x, -down))) / radius)
    volume, length = (sum(found) / len(found) if found else 1.0 for found in ratios)
    return volume, length
