"""Hair of people: what falls behind the head, and what frames the face."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Point, Shape
from pyojeong.media.drawing.paths import arc, circle, outside, placed, smooth
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.wear.people.cut import Cut, Points
from pyojeong.performing.character.wear.people.hair_cuts import CUTS
from pyojeong.performing.character.wear.people.locks import BELLY, Lock, curled, locks_on, through
from pyojeong.performing.character.wear.people.outline import BULK, EARS_DOWN, SKULL, Shaping, pushed
from pyojeong.performing.character.wear.worn import NOTHING, Worn

_STUBBLE = 0.52
"""How much hair colour shows in shaved and cropped hair."""
_NIGHT = 0.035
"""Luminance under which lines in hair are lighter than the hair: black lines in black hair are not seen."""


@dataclass(frozen=True, slots=True)
class Hair:
    """How one head of hair differs from its style as drawn.

    Attributes:
        style: Name of one of `HAIR_STYLES`.
        colour: Of the hair.
        skin: Of the head, which shows through stubble.
        volume: How far it stands off the head, about 1.
        length: Of what hangs under the ears, about 1.
        fringe: How far the hem on the forehead comes down, [-1, 1], 0 as drawn.
        is_mirrored: The parting is on the picture's right.
        outline: How its outline differs from the style's: bulges, or a measured outline to go to meet.
        tie: Colour of bands.
    """

    style: str
    colour: str
    skin: str
    volume: float = 1.0
    length: float = 1.0
    fringe: float = 0.0
    is_mirrored: bool = False
    outline: Shaping | None = None
    tie: str = "#f2728c"

    @property
    def cut(self) -> Cut:
        """Its style."""
        return CUTS[self.style]

    @property
    def is_night(self) -> bool:
        """Whether it is too dark for dark lines."""
        return luminance(self.colour) < _NIGHT


def hair_of(pen: Pen, hair: Hair, head: Frame, *, turn: Point = (0.0, 0.0), sway: float = 0.0) -> tuple[Worn, Worn]:
    """What falls behind the upright head, and what frames the face.

    Args:
        pen: The design's.
        hair: What it is.
        head: Upright.
        turn: The face's shift (`Posture.face`): the hem goes with it half way.
        sway: How far hanging hair swings to the right, in half widths.
    """
    drawing = _Drawing(pen, hair, head, turn, sway)
    return drawing.back(), drawing.front()


@dataclass(frozen=True, slots=True)
class _Drawing:
    pen: Pen
    hair: Hair
    head: Frame
    turn: Point
    sway: float

    def back(self) -> Worn:
        """Everything behind head and body."""
        cut, pen = self.hair.cut, self.pen
        areas = tuple(self._closed(points) for points in cut.backs)
        dark = self._deep(0.20) if not cut.bound or cut.front else self.hair.colour
        nodes: Nodes = ()
        for n, area in enumerate(areas):
            nodes += pen.shape(area, dark, part=f"hair-back-{n}")
        lines: Nodes = ()
        for n, strand in enumerate(cut.back_strands):
            lines += self._strand(strand, f"hair-back-line-{n}")
        if lines:
            nodes += (Group(lines, clip=heaped(*areas)),)
        return Worn(nodes, areas) if areas else NOTHING

    def front(self) -> Worn:
        """Stubble, the cap with its locks, tails before the shoulders, bands."""
        cut, pen = self.hair.cut, self.pen
        nodes: Nodes = ()
        for n, points in enumerate(cut.shaved):
            nodes += pen.fill(self._closed(points), self._stubble, part=f"shaved-{n}")
        areas = []
        if cut.hem:
            cap = self._cap()
            areas.append(cap)
            nodes += self._capped(cap)
        for n, points in enumerate(cut.front):
            tail = self._closed(points)
            areas.append(tail)
            nodes += pen.shape(tail, self.hair.colour, part=f"tail-{n}") + self._plaits(n)
        for n, (x, y, r) in enumerate(cut.bound):
            place = self.at(*pushed(((self._side * x, y),), self.hair.outline)[0])
            band = circle(place, r * self.head.half_size[0])
            nodes += pen.shape(band, self.hair.tie, width=0.8 * pen.width, part=f"tie-{n}")
            areas.append(band)
        return Worn(nodes, tuple(areas))

    def _capped(self, cap: skia.Path) -> Nodes:
        """The cap, its shade along the hem, its light and its lines."""
        cut, pen = self.hair.cut, self.pen
        if cut.smooth_hem:
            (left, high, *_), (right, low, *_) = cut.hem[0], cut.hem[-1]
            over = smooth(self._turned(((left, high), *cut.outer, (right, low))), closed=False)
            return (*pen.fill(cap, self._stubble, part="hair"), *pen.line(over, part="hair"))
        w, h = self.head.half_size
        lit = placed(cap, Matrix.moved(-0.05 * w, -0.11 * h))
        inside: Nodes = (Group((Shape(cap, fill=self._deep(0.24)),), clip=outside(lit)),)
        inside += self._gloss() if cut.gloss else ()
        for n, strand in enumerate(cut.strands):
            inside += self._strand(strand, f"hair-line-{n}")
        filled = pen.fill(cap, self.hair.colour, part="hair")
        return (*filled, Group(inside, clip=cap), *pen.edge(cap, part="hair"))

    def _gloss(self) -> Nodes:
        """Light on the crown: a long stroke and a short one, or a few on curls."""
        light = mixed(
            self.hair.colour, "#ffffff" if self.hair.is_night else mixed(self.hair.colour, "#fff2d8", 0.9), 0.34
        )
        strokes = [((-0.72, -0.44), (-0.58, -0.80), (-0.16, -0.90)), ((0.02, -0.93), (0.10, -0.935), (0.18, -0.92))]
        if self.hair.cut.curl:
            strokes = [((-0.66, -0.78), (-0.5, -0.98), (-0.32, -0.98)), ((0.1, -1.06), (0.24, -1.1), (0.36, -1.0))]
        drawn: Nodes = ()
        for n, stroke in enumerate(strokes):
            a, b, c = self._turned(stroke)
            drawn += self.pen.line(arc(a, b, c), width=1.35 * self.pen.width, colour=light, part=f"gloss-{n}")
        return drawn

    def _cap(self) -> skia.Path:
        cut = self.hair.cut
        hem = self._hem(cut.hem)
        path = skia.Path()
        path.moveTo(*hem[0][0])
        if cut.smooth_hem:
            through(path, [place for place, _ in hem[1:]])
        else:
            locks_on(path, hem[1:], sweep=self._side * cut.sweep)
        outer = [self.at(*point) for point in self._stood_off(cut.outer)]
        through(path, [*(outer if self._side < 0 else outer[::-1]), hem[0][0]], ease=cut.ease)
        path.close()
        return curled(path, cut.curl * self.head.half_size[0]) if cut.curl else path

    def _hem(self, locks: tuple[Lock, ...]) -> list[tuple[Point, float]]:
        """Places and bellies from left to right; mirrored, an edge keeps its belly."""
        bellies = [lock[2] if len(lock) == 3 else BELLY for lock in locks]
        points = [(lock[0], lock[1]) for lock in locks]
        if self._side < 0:
            points, bellies = [(-x, y) for x, y in reversed(points)], [0.0, *reversed(bellies[1:])]
        found = []
        for n, (point, belly) in enumerate(zip(points, bellies, strict=True)):
            (x, y) = self._stood_off((point,), is_placed=True)[0]
            free = max(0.0, 1 - abs(x)) ** 0.5 * (y < 0.2)
            y += 0.16 * self.hair.fringe * free
            px, py = self.at(x, y)
            inner = 0.5 * free * (n not in (0, len(points) - 1))
            found.append(((px + inner * self.turn[0], py + inner * self.turn[1]), belly))
        return found

    def _stood_off(self, points: Points, *, is_placed: bool = False) -> Points:
        """Points with the hair's own volume and length, met with what was measured."""
        side = 1.0 if is_placed else self._side
        moved = [(side * x, y) for x, y in _grown(points, self.hair, sway=self.sway * side)]
        return tuple(
            _between(point, met, _outer(point))
            for point, met in zip(moved, pushed(moved, self.hair.outline), strict=True)
        )

    def _closed(self, points: Points) -> skia.Path:
        placed_ = [self.at(*point) for point in self._stood_off(points)]
        area = smooth(placed_)
        return curled(area, 1.1 * self.hair.cut.curl * self.head.half_size[0]) if self.hair.cut.curl else area

    def _plaits(self, tail: int) -> Nodes:
        """The crossings of a braid."""
        nodes: Nodes = ()
        side = -1 if tail == 0 else 1
        for n, y in enumerate((1.02, 1.22, 1.42)):
            a, b = self._turned(((1.16 * side, y - 0.1), (0.8 * side, y + 0.06)))
            nodes += self.pen.line(
                arc(a, ((a[0] + b[0]) / 2, b[1] + 2), b),
                width=0.5 * self.pen.width,
                colour=self._fine,
                part=f"plait-{tail}{n}",
            )
        return nodes

    def _strand(self, points: Points, part: str) -> Nodes:
        a, b, c = self._turned(points)
        return self.pen.line(arc(a, b, c), width=0.5 * self.pen.width, colour=self._fine, part=part)

    def _turned(self, points: Points) -> list[Point]:
        return [self.at(*point) for point in self._stood_off(points)]

    def at(self, x: float, y: float) -> Point:
        """A place on the canvas."""
        return self.head.at(x, y)

    @property
    def _side(self) -> float:
        return -1.0 if self.hair.is_mirrored else 1.0

    @property
    def _stubble(self) -> str:
        return mixed(self.hair.skin, self.hair.colour, _STUBBLE)

    @property
    def _fine(self) -> str:
        """Lines within the hair."""
        return mixed(self.hair.colour, "#ffffff", 0.20) if self.hair.is_night else self._deep(0.58)

    def _deep(self, share: float) -> str:
        return mixed(self.hair.colour, self.pen.ink, share)


def _grown(points: Points, hair: Hair, *, sway: float = 0.0) -> list[Point]:
    """Points of the style with the hair's own volume and length."""
    moved = []
    for x, y in points:
        radius = (x * x + min(0.0, y) ** 2) ** 0.5
        if radius > SKULL:
            grown = (SKULL + (radius - SKULL) * hair.volume**BULK) / radius
            x, y = x * grown, y * grown if y < 0 else y
        if y > EARS_DOWN:
            y = EARS_DOWN + (y - EARS_DOWN) * hair.length
            x += sway * max(0.0, y - 0.9) ** 1.4
        moved.append((x, y))
    return moved


def outer_edge(hair: Hair) -> Points:
    """Its edge from one end of the hem over the top to the other and what hangs, in half sizes; bulges left out."""
    side = -1.0 if hair.is_mirrored else 1.0
    return tuple((side * x, y) for x, y in _grown(hair.cut.edge, hair))


def _outer(point: Point) -> float:
    """How far a point belongs to the outer edge, which alone is shaped, in [0, 1]: hair on the face stays."""
    return max(0.0, min(1.0, max(abs(point[0]) - 0.86, -0.80 - point[1]) / 0.12))


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
