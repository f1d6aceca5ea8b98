"""Arms of two bones: where the elbow is, and the area an arm covers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import between, part, stroked

_PREFERRED = (0.8, 0.6)
"""Elbows like to go outward and down; found by looking at arms hanging, raised, crossed and on hips."""
_SOFT = 0.35
"""Near the line on which an outward elbow changes sides the arm straightens, so that it never jumps in a film."""
_ROUNDNESS = 0.75
"""How much of an elbow's corner a curved arm keeps."""


@dataclass(frozen=True, slots=True)
class Bones:
    """An arm on the canvas."""

    shoulder: Point
    elbow: Point
    hand: Point

    @property
    def corner(self) -> Point:
        """The point that pulls the arm's curve."""
        return between(between(self.shoulder, self.hand, 0.5), self.elbow, 1 + _ROUNDNESS)

    @property
    def degrees(self) -> float:
        """Where the forearm points, clockwise from straight up.

        >>> Bones((0, 0), (0, -20), (0, -40)).degrees
        0.0
        """
        (x, y), (cx, cy) = self.hand, self.corner
        if math.hypot(x - cx, y - cy) < 1.0:
            cx, cy = self.shoulder
        return math.degrees(math.atan2(x - cx, cy - y))

    def line(self) -> skia.Path:
        """The arm's middle, from shoulder to hand."""
        path = skia.Path()
        path.moveTo(*self.shoulder)
        path.quadTo(*self.corner, *self.hand)
        return path

    def area(self, width: float, *, start: float = 0.0, end: float = 1.0) -> skia.Path:
        """What the arm covers between two shares of its length."""
        line = self.line()
        return stroked(line if (start, end) == (0.0, 1.0) else part(line, start, end), width)

    def length(self) -> float:
        """Of the curve."""
        return float(skia.PathMeasure(self.line(), False).getLength())


def bones(
    shoulder: Point, hand: Point, lengths: tuple[float, float], *, side: int, bend: float, stretch: float = 1.0
) -> Bones:
    """The arm that reaches for ``hand``, or as far towards it as its bones go.

    Args:
        shoulder: Where it hangs.
        hand: Where the hand shall be.
        lengths: Of upper arm and forearm.
        side: 1 for the character's left arm (right in the picture), -1 for the other.
        bend: How far the elbow leaves the straight line: 1 as far as the bones want, outward; -1 inward.
        stretch: How many times longer the bones may become; drawn arms do stretch.

    >>> bones((0, 0), (90, 0), (30, 30), side=1, bend=1).hand
    (60.0, 0.0)
    """
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    wanted = max(1e-6, math.hypot(dx, dy))
    longer = min(stretch, max(1.0, wanted / sum(lengths)))
    upper, fore = lengths[0] * longer, lengths[1] * longer
    distance = max(abs(upper - fore), min(wanted, upper + fore))
    ux, uy = dx / wanted, dy / wanted
    along = (upper**2 - fore**2 + distance**2) / (2 * distance)
    out = math.sqrt(max(0.0, upper**2 - along**2)) * bend * _outward((ux * side, uy))
    elbow = shoulder[0] + ux * along - uy * out * side, shoulder[1] + uy * along + ux * out * side
    return Bones(shoulder, elbow, (shoulder[0] + ux * distance, shoulder[1] + uy * distance))


def _outward(direction: Point) -> float:
    """Which side of a hand's direction is outward, in [-1, 1]; x of ``direction`` points away from the body."""
    liked = -direction[1] * _PREFERRED[0] + direction[0] * _PREFERRED[1]
    return max(-1.0, min(1.0, liked / _SOFT))
