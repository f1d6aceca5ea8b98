"""The pen of a flat comic: thin lines that run out in points, flat colours with one shade."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import hex_of, mixed, rgb_of
from pyojeong.media.drawing.nodes import Paint, Shape, Stroke
from pyojeong.media.drawing.paths import smooth
from pyojeong.performing.character.pens import Nodes, part_size, two_tones
from pyojeong.performing.character.strokes import contours

_LIGHT = (-0.13, -0.08)
"""Where the light comes from, as shares of a part's size."""
_POINT = 0.72
"""Width a line loses at its ends, over `_RUN` of its widths."""
_RUN = 2.4
_STEP = 8.0
"""Canvas units between the places a line is measured at."""
_LEAST = 15.0
"""Parts smaller than this, in canvas units, stay flat: a shade on a button looks like dirt."""


def deepened(colour: str, ink: str) -> str:
    """A colour in the shade: multiplied by itself, so that skin stays warm and cloth keeps its hue.

    >>> deepened("#ffdfc8", "#2b2a3d") != "#ffdfc8"
    True
    """
    own = hex_of(tuple(c * c / 255 for c in rgb_of(colour)))  # type: ignore[arg-type]
    return mixed(mixed(colour, own, 0.50), ink, 0.07)


def pointed(path: skia.Path, width: float) -> skia.Path:
    """The area of a line along every contour of ``path`` that runs out in points."""
    area = skia.Path()
    for measure, length, _ in contours(path):
        steps = max(4, round(length / _STEP))
        right, left = [], []
        for n in range(steps + 1):
            way = length * n / steps
            place, tangent = measure.getPosTan(min(way, length - 0.01))
            half = 0.5 * width * (1 - _POINT * (1 - min(1.0, min(way, length - way) / (_RUN * width))))
            x, y, dx, dy = place.x(), place.y(), -tangent.y() * half, tangent.x() * half
            right.append((x + dx, y + dy))
            left.append((x - dx, y - dy))
        area.addPath(smooth([*right, *reversed(left)]))
    return area


@dataclass(frozen=True, slots=True)
class CelPen:
    """Thin lines, thinnest at their ends, around flat colours with one shade each."""

    ink: str
    width: float

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A flat area with one shade away from the light and a thin outline."""
        line = Shape(path, stroke=Stroke(self.ink, width or self.width))
        size = part_size(path)
        if not isinstance(colour, str) or size < _LEAST:
            return Shape(path, fill=colour), line
        reach = min(size, 70.0)
        light = _LIGHT[0] * reach, _LIGHT[1] * reach
        return *two_tones(path, colour, deepened(colour, self.ink), light), line

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """A line that runs out in points; a closed one is even."""
        wide = width or self.width
        if path.isLastContourClosed():
            return (Shape(path, stroke=Stroke(colour or self.ink, wide)),)
        return (Shape(pointed(path, 1.25 * wide), fill=colour or self.ink),)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """An even outline."""
        return (Shape(path, stroke=Stroke(self.ink, width or self.width)),)
