"""Where marks go: the places around a head, and which of them is free.

Places are chosen from the figure alone, never from the phase, so a mark does not jump while it moves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import skia
from numpy.typing import NDArray

from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.performing.character.figure import CANVAS, MARGIN, Figure, Frame

CELLS = 90
"""The canvas is looked at in a grid of this many cells a side: four units, less than the thinnest limb."""
EYE_CLEARANCE = 1.35
"""Nothing placed may come nearer to an eye than this many of its radii."""
_CELL = CANVAS / CELLS
_WEIGHTS = {"eye": 60.0, "mouth": 6.0, "hand": 14.0, "mark": 9.0}


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
    silhouette: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        figure, empty = self.figure, np.zeros((CELLS, CELLS), np.bool_)
        self.silhouette = area_cells(figure.silhouette)
        self.taken = {kind: empty.copy() for kind in _WEIGHTS}
        for kind, centres, radius in (
            ("eye", figure.eyes, figure.eye_radius * EYE_CLEARANCE),
            ("mouth", (figure.mouth,), figure.eye_radius),
            ("hand", figure.hands, 0.2 * figure.head.half_size[0]),
        ):
            for centre in centres:
                self.taken[kind] |= _disc_cells(centre, radius)

    @property
    def unit(self) -> float:
        """How large this head is beside the usual one; tiny heads still get readable marks."""
        width, height = self.figure.head.half_size
        return float(min(1.1, max(0.72, (width + height) / 208)))

    def seat(self, seat: Seat) -> Spot:
        """The best place for a piece, which is taken from now on."""
        tried = [self._tried(seat, n, place, share) for share in (1.0, 0.82, 0.66) for n, place in _places(seat)]
        _, spot = min(tried, key=lambda found: found[0])
        self.take(spot, seat.reach)
        return spot

    def take(self, spot: Spot, reach: Point) -> None:
        """Keep other marks off a piece's box."""
        self.taken["mark"][_box_cells(spot, reach)] = True

    def _tried(self, seat: Seat, order: int, place: Point, share: float) -> tuple[float, Spot]:
        size = seat.size * self.unit * share
        side = 1 if place[0] >= 0 else -1
        half = size * max(seat.reach[0], 0.3), size * max(seat.reach[1], 0.3)
        centre = _within_canvas(self.figure.head.at(*place), half)
        spot = Spot(centre, size, seat.turn_degrees, side)
        box = _box_cells(spot, seat.reach)
        cost = 0.09 * order + 1.6 * (1 - share) + (1 - seat.on_figure) * 4 * float(self.silhouette[box].mean())
        for kind, weight in _WEIGHTS.items():
            share_taken = float(self.taken[kind][box].mean())
            cost += weight * share_taken + (weight / 4 if share_taken else 0)
        moved = np.hypot(*np.subtract(centre, self.figure.head.at(*place))) / self.figure.head.half_size[0]
        return cost + 0.8 * float(moved), spot


def _places(seat: Seat) -> list[tuple[int, Point]]:
    wanted = list(seat.wanted)
    if seat.mirrored:
        wanted += [(-x, y) for x, y in seat.wanted if x]
    return list(enumerate(wanted))


def _within_canvas(centre: Point, half: Point) -> Point:
    x, y = centre
    low_x, low_y = MARGIN + half[0], MARGIN + half[1]
    return min(max(x, low_x), CANVAS - low_x), min(max(y, low_y), CANVAS - low_y)


def _box_cells(spot: Spot, reach: Point) -> tuple[slice, slice]:
    (x, y), w, h = spot.centre, reach[0] * spot.size, reach[1] * spot.size
    return _span(y - h, y + h), _span(x - w, x + w)


def _span(low: float, high: float) -> slice:
    start = min(CELLS - 1, max(0, int(low / _CELL)))
    return slice(start, max(start + 1, min(CELLS, int(high / _CELL) + 1)))


def _disc_cells(centre: Point, radius: float) -> NDArray[np.bool_]:
    y, x = (np.mgrid[0:CELLS, 0:CELLS] + 0.5) * _CELL
    return np.asarray(np.hypot(x - centre[0], y - centre[1]) <= radius + _CELL / 2, np.bool_)


def area_cells(*paths: skia.Path) -> NDArray[np.bool_]:
    """Which cells ``paths`` cover, rows first."""
    pixels = np.zeros((CELLS, CELLS, 4), np.uint8)
    with skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType) as canvas:
        canvas.scale(1 / _CELL, 1 / _CELL)
        for path in paths:
            canvas.drawPath(path, skia.Paint(Color=skia.ColorBLACK, AntiAlias=True))
    return np.asarray(pixels[..., 3] >= 128, np.bool_)
