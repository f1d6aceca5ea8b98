"""What lines and areas are drawn with. One geometry, several pens: the pen makes half of a style."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Paint, Point, Shape, Stroke
from pyojeong.media.drawing.paths import placed

if TYPE_CHECKING:
    import skia

Nodes = tuple[Node, ...]


class Pen(Protocol):
    """A style of line and area."""

    @property
    def ink(self) -> str:
        """Colour of its lines."""
        ...

    @property
    def width(self) -> float:
        """Of a main line, in canvas units."""
        ...

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A part of the figure: its area in ``colour`` with this style's edge.

        ``part`` names it, so that what is irregular about it stays the same from frame to frame.
        """
        ...

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """A line along ``path``."""
        ...

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """An area inside a part, without an edge."""
        ...

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """This style's edge of an opening in a part, drawn over what shows inside it; nothing where it has none."""
        ...


@dataclass(frozen=True, slots=True)
class InkPen:
    """Even lines with round ends around flat colours."""

    ink: str
    width: float

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A flat area with an even outline."""
        return (Shape(path, fill=colour, stroke=Stroke(self.ink, width or self.width)),)

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """An even line."""
        return (Shape(path, stroke=Stroke(colour or self.ink, width or self.width)),)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """An even outline."""
        return self.line(path, width=width, part=part)


@dataclass(frozen=True, slots=True)
class FlatPen:
    """Areas without outlines, shaded by their own shape: geometric, as printed in two tones.

    Attributes:
        shade: How much darker the side away from the light is, in [0, 1].
        light: Where the light comes from, right and down, as shares of a part's size.
    """

    ink: str
    width: float
    shade: float = 0.14
    light: Point = (-0.10, -0.07)

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A flat area with a darker edge away from the light; gradients stay as they are."""
        if not isinstance(colour, str):
            return (Shape(path, fill=colour),)
        size = part_size(path)
        return two_tones(
            path, colour, mixed(colour, self.ink, self.shade), (self.light[0] * size, self.light[1] * size)
        )

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """An even line."""
        return (Shape(path, stroke=Stroke(colour or self.ink, width or self.width)),)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """Nothing: areas end where they end."""
        return ()


def two_tones(path: skia.Path, colour: str, dark: str, light: Point) -> Nodes:
    """``path`` in ``colour``, and in ``dark`` where the same path moved by ``light`` does not cover it."""
    return Shape(path, fill=dark), Group((Shape(placed(path, Matrix.moved(*light)), fill=colour),), clip=path)


def part_size(path: skia.Path) -> float:
    """The geometric mean of a path's width and height."""
    box = path.getBounds()
    return math.sqrt(box.width() * box.height())
