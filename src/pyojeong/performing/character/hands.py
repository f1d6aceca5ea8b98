"""Drawn hands: one outline and its inner lines for every `Hand`, in three families.

A hand is drawn once for a palm of radius 1 around the origin, its forearm coming from below (y is down), outward being
right, and then placed. Thumbs are always at a side: a single finger in the middle of a fist is an insult.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

import skia

from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import (
    arc,
    circle,
    lines,
    mirrored_smooth,
    oval,
    placed,
    polar,
    rounded,
    smooth,
    stroked,
    united,
    without,
)
from pyojeong.performing.character.acting import Hand


class Family(Enum):
    """How fingers are built: reach beyond the palm's middle, and thickness, in palm radii."""

    MITTEN = (1.22, 0.70)
    FINGERS = (1.72, 0.60)
    PAW = (1.06, 0.76)

    @property
    def reach(self) -> float:
        """From the palm's middle to a finger's end, less its round tip."""
        return self.value[0]

    @property
    def thickness(self) -> float:
        """Of a finger."""
        return self.value[1]


UPRIGHT = frozenset({Hand.THUMB, Hand.STOP, Hand.PRAY, Hand.PINCH_HEART, Hand.OK})
"""Hands that mean nothing unless they stand up: only `Arm.turn_degrees` turns them, not the forearm."""


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """A hand.

    Attributes:
        outline: Palm and fingers as one area.
        lines: Inner lines, finer than the outline.
        over: Parts with an outline of their own, over the rest.
        heart: A small heart that the fingers make, or None.
    """

    outline: skia.Path
    lines: tuple[skia.Path, ...] = ()
    over: tuple[skia.Path, ...] = ()
    heart: skia.Path | None = None

    def placed(self, matrix: Matrix) -> Glyph:
        """The hand after ``matrix``."""
        return Glyph(
            placed(self.outline, matrix),
            tuple(placed(line, matrix) for line in self.lines),
            tuple(placed(part, matrix) for part in self.over),
            None if self.heart is None else placed(self.heart, matrix),
        )


def hand_at(
    hand: Hand, family: Family, centre: Point, radius: float, *, side: int, forearm_degrees: float, turn_degrees: float
) -> Glyph:
    """A hand on the canvas: ``forearm_degrees`` clockwise from up, ``turn_degrees`` outward positive."""
    turn = turn_degrees * side + (0.0 if hand in UPRIGHT else forearm_degrees)
    sized = Matrix(radius * side, 0.0, 0.0, radius, *centre)
    return glyph(hand, family).placed(Matrix.turned(turn, centre) @ sized)


@cache
def glyph(hand: Hand, family: Family) -> Glyph:
    """The hand of palm radius 1 at the origin, pointing up, outward to the right."""
    return _DRAWN[hand](family)


def _finger(family: Family, degrees: float, *, base: Point = (0.0, 0.0), longer: float = 1.0) -> skia.Path:
    """A finger ``degrees`` clockwise from up."""
    return stroked(lines([base, polar(base, family.reach * longer, degrees - 90)]), family.thickness)


def _fist_outline() -> skia.Path:
    return rounded(-1.02, -0.95, 2.04, 1.92, 0.82)


def _knuckles(*places: float, low: float = -0.42, high: float = 0.10) -> tuple[skia.Path, ...]:
    """Short upright lines between folded fingers."""
    return tuple(arc((x, low), (x + 0.12, (low + high) / 2), (x, high)) for x in places)


def _toes(*places: float, low: float = -0.96, high: float = -0.42) -> tuple[skia.Path, ...]:
    """Short lines between the toes of a paw."""
    return tuple(lines([(x, low), (0.9 * x, high)]) for x in places)


def _relaxed(family: Family) -> Glyph:
    if family is Family.PAW:
        return Glyph(oval((0, 0), (1.04, 0.98)), _toes(-0.33, 0.33))
    if family is Family.MITTEN:
        return Glyph(oval((0, 0), (1.0, 1.02)))
    palm = mirrored_smooth([(0.0, -1.22), (0.62, -1.05), (0.9, -0.2), (0.72, 0.75), (0.3, 0.98)], (0, 0), (1, 1))
    thumb = _finger(family, -52, base=(-0.2, 0.25), longer=0.58)
    return Glyph(united(palm, thumb), (lines([(-0.16, -1.0), (-0.14, -0.62)]), lines([(0.3, -1.0), (0.26, -0.62)])))


def _open(family: Family) -> Glyph:
    if family is Family.PAW:
        toes = [circle(polar((0.0, 0.1), 0.78, degrees - 90), 0.44) for degrees in (-46, 0, 46)]
        return Glyph(united(oval((0, 0.12), (1.0, 0.92)), *toes), _toes(-0.40, 0.40, low=-0.62, high=-0.24))
    fan = [_finger(family, degrees) for degrees in (-26, 6, 38)]
    thumb = _finger(family, -84, base=(0.0, 0.15), longer=0.88)
    return Glyph(united(oval((0, 0.1), (0.94, 0.98)), *fan, thumb))


def _fist(family: Family) -> Glyph:
    if family is not Family.FINGERS:
        return Glyph(_fist_outline(), _knuckles(-0.3, 0.34))
    thumb = stroked(lines([(-0.62, 0.42), (0.18, 0.34)]), 0.52)
    return Glyph(_fist_outline(), _knuckles(-0.45, 0.05, 0.55, low=-0.62, high=-0.05), (thumb,))


def _thumb(family: Family) -> Glyph:
    """The thumb rises at the inner side, three folded fingers lie across the outer."""
    bent = stroked(smooth([(-0.30, 0.1), (-0.52, -0.7), (-0.60, -1.42)], closed=False), family.thickness * 1.06)
    fold = united(rounded(-1.02, -0.62, 2.04, 1.66, 0.62), bent)
    bands = tuple(arc((0.24, y), (0.7, y + 0.06), (1.0, y)) for y in (-0.16, 0.24, 0.62))
    return Glyph(fold, bands)


def _point(family: Family) -> Glyph:
    index = _finger(family, -2, base=(-0.5, -0.2), longer=1.25)
    thumb = stroked(lines([(-0.66, 0.34), (0.1, 0.2)]), 0.5)
    return Glyph(united(_fist_outline(), index), _knuckles(0.12, 0.56, low=-0.72, high=-0.2), (thumb,))


def _two(family: Family) -> Glyph:
    pair = [_finger(family, degrees, base=(x, -0.1), longer=1.25) for x, degrees in ((-0.36, -20), (0.2, 18))]
    thumb = stroked(lines([(-0.6, 0.46), (0.28, 0.2)]), 0.5)
    return Glyph(united(_fist_outline(), *pair), _knuckles(0.62, low=-0.62, high=-0.1), (thumb,))


def heart_path(centre: Point, radius: float) -> skia.Path:
    """A heart standing on its tip."""
    (x, y), r = centre, radius
    path = skia.Path()
    path.moveTo(x, y + r * 0.95)
    path.cubicTo(x - r * 1.5, y - r * 0.1, x - r * 0.8, y - r * 1.15, x, y - r * 0.38)
    path.cubicTo(x + r * 0.8, y - r * 1.15, x + r * 1.5, y - r * 0.1, x, y + r * 0.95)
    path.close()
    return path


def _pinch_heart(family: Family) -> Glyph:
    """Index finger and thumb cross at the top; a heart floats over them."""
    thumb = stroked(lines([(-0.62, 0.1), (0.16, -1.16)]), 0.58)
    index = stroked(lines([(0.58, 0.0), (-0.16, -1.20)]), 0.58)
    bands = tuple(arc((0.1, y), (0.56, y + 0.06), (0.9, y)) for y in (0.1, 0.48))
    return Glyph(united(rounded(-0.95, -0.6, 1.9, 1.6, 0.7), thumb), bands, (index,), heart_path((0.0, -2.25), 0.62))


def _ok(family: Family) -> Glyph:
    """Thumb and index make a ring at the inner side, three fingers fan out."""
    ring = stroked(circle((-0.66, -0.72), 0.50), 0.42)
    fan = [_finger(family, degrees, base=(0.25, 0.0), longer=1.05) for degrees in (2, 26, 52)]
    whole = united(oval((0.12, 0.2), (0.86, 0.84)), *fan, ring)
    return Glyph(without(whole, circle((-0.66, -0.72), 0.29)))


def _pray(family: Family) -> Glyph:
    """A flat hand leaning on the other, its inner edge straight."""
    flat = smooth([(-0.72, -1.5), (-0.1, -1.42), (0.42, -0.6), (0.62, 0.5), (0.1, 1.0), (-0.7, 0.95), (-0.82, 0.0)])
    return Glyph(flat, (arc((-0.28, 0.5), (0.05, 0.2), (0.1, -0.3)),))


def _stop(family: Family) -> Glyph:
    places = (-0.56, 0.0, 0.56)
    row = [
        stroked(lines([(x, 0.0), (x, -family.reach * h)]), 0.62) for x, h in zip(places, (0.82, 0.92, 0.8), strict=True)
    ]
    thumb = _finger(family, -64, base=(-0.1, 0.35), longer=0.85)
    gaps = tuple(lines([(x, -0.85), (x, -0.42)]) for x in (-0.28, 0.28))
    return Glyph(united(rounded(-0.9, -0.6, 1.8, 1.6, 0.6), *row, thumb), gaps)


_DRAWN = {
    Hand.RELAXED: _relaxed,
    Hand.OPEN: _open,
    Hand.FIST: _fist,
    Hand.THUMB: _thumb,
    Hand.POINT: _point,
    Hand.TWO: _two,
    Hand.PINCH_HEART: _pinch_heart,
    Hand.OK: _ok,
    Hand.PRAY: _pray,
    Hand.STOP: _stop,
}
