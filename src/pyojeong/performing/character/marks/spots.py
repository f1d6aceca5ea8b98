"""Where marks go: the places around a head, and which of them is free.

Places are chosen from the figure alone, never from the phase, so a mark does not jump while it moves.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.surfaces import surface_on
from pyojeong.performing.character.figure import CANVAS, MARGIN, Figure, Frame

CELLS = 90
"""The canvas is looked at in a grid of this many cells a side: four units, less than the thinnest limb."""
EYE_CLEARANCE = 1.35
"""Nothing placed may come nearer to an eye than this many of its radii."""
GROWN, LINE = 1.25, 5.0
"""A mark that pops in is a quarter larger; its outline and edge reach this far beyond it, in canvas units."""
SHARES = (1.0, 0.82, 0.66)
"""Sizes a piece may shrink to where there is little room; below two thirds it is lost at 100 pixels."""
_CELL = CANVAS / CELLS
_WEIGHTS = {"eye": 60.0, "mouth": 6.0, "hand": 14.0, "mark": 26.0}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for one piece of a mark, with axes of its own.

    Attributes:
        centre: On the canvas.
        size: Canvas units of one local unit; the piece reaches about 1 local unit each way.
        turn_degrees: Of the local axes, clockwise.
        side: 1 on the picture's right, -1 on its left: local x points outward from the head.
    """

    centre: Point
    size: float
    turn_degrees: float = 0.0
    side: int = 1

    def at(self, outward: float, down: float) -> Point:
        """A local place on the canvas.

        >>> Spot((10, 10), 2, side=-1).at(1, 2)
        (8.0, 14.0)
        """
        x, y = self.centre
        place = x + outward * self.size * self.side, y + down * self.size
        return Matrix.turned(self.turn_degrees * self.side, self.centre).of(place)

    def grown(self, factor: float) -> Spot:
        """The same place, the piece larger."""
        return Spot(self.centre, max(0.01, self.size * factor), self.turn_degrees, self.side)

    def moved(self, outward: float, down: float, *, turn_degrees: float = 0.0) -> Spot:
        """The piece shifted in local units, and turned further."""
        return Spot(self.at(outward, down), self.size, self.turn_degrees + turn_degrees, self.side)


@dataclass(frozen=True, slots=True)
class Seat:
    """What one piece asks of its place.

    Attributes:
        size: Half of its greater side, in canvas units for a head of the usual size.
        reach: Half width and half height it covers in local units, with all its movement.
        wanted: Places in half sizes of the head, the dearest first; mirrored ones are tried after them.
        mirrored: Whether the other side will do.
        on_figure: How gladly it lies on the figure: 0 not at all, 1 it does not mind.
        turn_degrees: Tilt away from the head.
    """

    size: float
    reach: tuple[float, float]
    wanted: tuple[Point, ...]
    mirrored: bool = True
    on_figure: float = 0.0
    turn_degrees: float = 0.0


@dataclass(frozen=True, slots=True)
class Seated:
    """A place that was found, said in half sizes of the head, so that a mark stays with a head that moves."""

    place: Point
    size: float
    turn_degrees: float
    side: int

    @classmethod
    def of(cls, spot: Spot, head: Frame) -> Seated:
        """``spot`` as seen from ``head``.

        >>> head = Frame((100, 100), (50, 40), 90.0)
        >>> Seated.of(Spot(head.at(1.2, -0.5), 10), head).place
        (1.2, -0.5)
        """
        x, y = Matrix.turned(-head.tilt_degrees, head.centre).of(spot.centre)
        place = (x - head.centre[0]) / head.half_size[0], (y - head.centre[1]) / head.half_size[1]
        return cls((round(place[0], 6), round(place[1], 6)), spot.size, spot.turn_degrees, spot.side)

    def spot(self, head: Frame) -> Spot:
        """The place on a canvas where the head is there."""
        return Spot(head.at(*self.place), self.size, self.turn_degrees, self.side)


@dataclass(slots=True)
class Room:
    """What is taken on one canvas; pieces are seated one after another."""

    figure: Figure
    taken: dict[str, NDArray[np.bool_]] = field(init=False)
    _sums: dict[str, NDArray[np.int32]] = field(init=False)

    def __post_init__(self) -> None:
        figure = self.figure
        eyes = [_disc_cells(eye, figure.eye_radius * EYE_CLEARANCE) for eye in figure.eyes]
        hands = [_disc_cells(hand, 0.2 * figure.head.half_size[0]) for hand in figure.hands]
        self.taken = {
            "figure": area_cells(figure.silhouette),
            "eye": eyes[0] | eyes[1],
            "hand": hands[0] | hands[1],
            "mouth": _disc_cells(figure.mouth, figure.eye_radius),
            "mark": np.zeros((CELLS, CELLS), np.bool_),
        }
        self._sums = {kind: _summed(cells) for kind, cells in self.taken.items()}

    @property
    def unit(self) -> float:
        """How large this head is beside the usual one; tiny heads still get readable marks."""
        width, height = self.figure.head.half_size
        return float(min(1.1, max(0.72, (width + height) / 208)))

    def seat(self, seat: Seat) -> Spot:
        """The best place for a piece, which is taken from now on."""
        wanted = [(n, side, self.figure.head.at(*place)) for n, side, place in _places(seat)]
        best: tuple[float, Spot] | None = None
        for share in SHARES:
            for n, side, centre in wanted:
                if best is None or _least_cost(n, share) < best[0]:
                    tried = self._tried(seat, n, side, centre, share)
                    best = tried if best is None or tried[0] < best[0] else best
        assert best is not None, "a seat wants a place"
        self.take(best[1], seat.reach)
        return best[1]

    def take(self, spot: Spot, reach: Point) -> None:
        """Keep other marks off a piece's box."""
        top, bottom, left, right = _box_cells(spot, reach)
        self.taken["mark"][top:bottom, left:right] = True
        self._sums["mark"] = _summed(self.taken["mark"])

    def _tried(self, seat: Seat, order: int, side: int, wanted: Point, share: float) -> tuple[float, Spot]:
        size = seat.size * self.unit * share
        half = size * GROWN * seat.reach[0] + LINE, size * GROWN * seat.reach[1] + LINE
        centre = _within_canvas(wanted, half)
        spot = Spot(centre, size, seat.turn_degrees, side)
        box = _box_cells(spot, seat.reach)
        cost = _least_cost(order, share) + (1 - seat.on_figure) * 4 * self._share("figure", box)
        for kind, weight in _WEIGHTS.items():
            share_taken = self._share(kind, box)
            cost += weight * share_taken + (weight / 4 if share_taken else 0)
        return cost + 0.8 * math.dist(centre, wanted) / self.figure.head.half_size[0], spot

    def _share(self, kind: str, box: tuple[int, int, int, int]) -> float:
        """How much of a box is taken, from four corners of a summed-area table."""
        (top, bottom, left, right), sums = box, self._sums[kind]
        count = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        return float(count) / ((bottom - top) * (right - left))


def _least_cost(order: int, share: float) -> float:
    """Of the ``order``-th place for a piece of this size, when nothing is in its way."""
    return 0.09 * order + 1.6 * (1 - share)


def _summed(cells: NDArray[np.bool_]) -> NDArray[np.int32]:
    return np.asarray(cv2.integral(cells.view(np.uint8)), np.int32)


def _places(seat: Seat) -> list[tuple[int, int, Point]]:
    """Rank, side and place of all that will do."""
    wanted = list(seat.wanted)
    if seat.mirrored:
        wanted += [(-x, y) for x, y in seat.wanted if x]
    return [(n, 1 if place[0] >= 0 else -1, place) for n, place in enumerate(wanted)]


def _within_canvas(centre: Point, half: Point) -> Point:
    x, y = centre
    low_x, low_y = MARGIN + half[0], MARGIN + half[1]
    return min(max(x, low_x), CANVAS - low_x), min(max(y, low_y), CANVAS - low_y)


def _box_cells(spot: Spot, reach: Point) -> tuple[int, int, int, int]:
    """Top, bottom, left and right cells of a piece; bottom and right are the first beyond it."""
    x, y, w, h = *spot.centre, reach[0] * spot.size, reach[1] * spot.size
    return *_span(y - h, y + h), *_span(x - w, x + w)


def _span(low: float, high: float) -> tuple[int, int]:
    start = min(CELLS - 1, max(0, int(low / _CELL)))
    return start, max(start + 1, min(CELLS, int(high / _CELL) + 1))


_MIDDLES = (np.arange(CELLS) + 0.5) * _CELL


def _disc_cells(centre: Point, radius: float) -> NDArray[np.bool_]:
    x, y = (_MIDDLES - centre[0]) ** 2, (_MIDDLES - centre[1]) ** 2
    return np.asarray(x[None, :] + y[:, None] <= (radius + _CELL / 2) ** 2, np.bool_)


def area_cells(*paths: skia.Path) -> NDArray[np.bool_]:
    """Which cells ``paths`` cover, rows first."""
    pixels = np.zeros((CELLS, CELLS, 4), np.uint8)
    with surface_on(pixels) as canvas:
        canvas.scale(1 / _CELL, 1 / _CELL)
        for path in paths:
            canvas.drawPath(path, skia.Paint(Color=skia.ColorBLACK, AntiAlias=True))
    return np.asarray(pixels[..., 3] >= 128, np.bool_)
