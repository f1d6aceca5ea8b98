"""The duck's pen: a thin line from a quick hand around flat colours in two tones."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Paint, Shape, Stroke
from pyojeong.performing.character.pens import Nodes, part_size, two_tones
from pyojeong.performing.character.strokes import Hand, hand_drawn

QUICK = Hand(sway=0.7, swell=0.24, taper=0.30, overshoot=3.0, step=13.0)
"""Steadier than a doodle: the line is thin, and a thin line that wanders looks broken at 100 pixels."""
_TWO_TONES = 26.0
"""Size from which an area has a second tone."""
_SWELLS = 64.0
"""Size from which a line swells and sways: on a foot nobody sees it, and it costs half a millisecond a line."""


@dataclass(frozen=True, slots=True)
class QuickPen:
    """Thin lines that swell a little; a darker tone on the side away from the light, no gradients.

    Attributes:
        seed: Which accidents.
    """

    ink: str
    width: float
    seed: int = 0

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """Two tones and a line."""
        return (*self.tones(path, colour), *self.line(path, width=width, part=part))

    def tones(self, path: skia.Path, colour: Paint) -> Nodes:
        """Two tones without a line, where something else comes between."""
        size = part_size(path)
        if not isinstance(colour, str) or size <= _TWO_TONES:
            return (Shape(path, fill=colour),)
        return two_tones(path, colour, mixed(colour, self.ink, 0.17), (-0.085 * size, -0.055 * size))

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """A line; short ones are even, with no room to swell, and so are feathers, whose tips would be lost."""
        wide = width or self.width
        if part_size(path) < _SWELLS or wide < 0.7 * self.width:
            return (Shape(path, stroke=Stroke(colour or self.ink, wide)),)
        if part.startswith("wing"):
            return (Shape(path, stroke=Stroke(colour or self.ink, wide)),)
        drawn = hand_drawn(path, 1.06 * wide, QUICK, f"{self.seed}:{part}")
        return (Shape(drawn, fill=colour or self.ink),)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """The line alone."""
        return self.line(path, width=width, part=part)
