"""Cloth: what is worn at one moment, and a pen that draws it in half sizes of a body."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import arc, circle, lines, smooth
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes, Pen

PALE = "#fffaf2"
"""Linings, collars and paper-white shirts."""


@dataclass(frozen=True, slots=True, eq=False)
class Garment:
    """What somebody wears at one moment.

    Attributes:
        torso: Colour of the body.
        sleeve: Colour of the sleeves.
        legs: Colour of the legs, or None: bare.
        on_body: Inside the body's outline.
        over_body: Beyond it.
        areas: What it adds to the silhouette.
    """

    torso: str
    sleeve: str
    legs: str | None
    on_body: Nodes = ()
    over_body: Nodes = ()
    areas: tuple[skia.Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Cloth:
    """A pen over a body, with the colours chosen."""

    pen: Pen
    body: Frame
    colour: str
    second: str

    def smooth(self, *points: Point, ease: float = 1 / 6) -> skia.Path:
        """An area in half sizes of the body."""
        return smooth([self.body.at(*point) for point in points], ease=ease)

    def lines(self, *points: Point, closed: bool = False) -> skia.Path:
        """Straight lines in half sizes of the body."""
        return lines([self.body.at(*point) for point in points], closed=closed)

    def fine(self, path: skia.Path, part: str, colour: str | None = None, width: float = 0.55) -> Nodes:
        """An inner line that is seen on the cloth."""
        return self.pen.line(path, width=width * self.pen.width, colour=colour or self.seam, part=part)

    def bow(self, start: Point, by: Point, end: Point, part: str, width: float = 0.55) -> Nodes:
        """A curved seam."""
        return self.fine(arc(self.body.at(*start), self.body.at(*by), self.body.at(*end)), part, width=width)

    def disc(self, at: Point, radius: float, colour: str, part: str) -> Nodes:
        """A button."""
        return self.pen.fill(circle(self.body.at(*at), radius * self.body.half_size[0]), colour, part=part)

    @property
    def cord(self) -> str:
        """Cords, which stand off the cloth."""
        return PALE if luminance(self.colour) < 0.5 else mixed(self.colour, self.pen.ink, 0.75)

    @property
    def seam(self) -> str:
        """Seams: darker than the cloth, or lighter where it is nearly black."""
        return (
            mixed(self.colour, "#ffffff", 0.28)
            if luminance(self.colour) < 0.03
            else mixed(self.colour, self.pen.ink, 0.62)
        )

    @property
    def pale(self) -> str:
        """A light companion."""
        return mixed(self.colour, "#ffffff", 0.72)
