"""What lines and areas are drawn with. One geometry, several pens: the pen makes half of a style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyojeong.media.drawing.nodes import Node, Paint, Shape, Stroke

if TYPE_CHECKING:
    import skia

Nodes = tuple[Node, ...]


class Pen(Protocol):
    """A style of line and area.

    Attributes:
        ink: Colour of its lines.
        width: Of a main line, in canvas units.
    """

    ink: str
    width: float

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
