"""Marks' lines and areas: the design's pen, with colours that stand off whatever lies under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from pyojeong.media.drawing.colours import contrast, hex_of, luminance, mixed, seen_on
from pyojeong.media.drawing.nodes import Drawing, Group, Node, Shape, Stroke
from pyojeong.media.drawing.sketching import sketched
from pyojeong.media.image import Pixels
from pyojeong.performing.character.figure import CANVAS
from pyojeong.performing.character.pens import Nodes, Pen

GROUNDS = ("#ffffff", "#1e1f24")
"""Light and dark chat rooms: the grounds no mark may vanish on."""
READABLE = 3.0
"""Contrast of a mark's colour with what lies under it: WCAG 2.2's minimum for graphics (1.4.11)."""
FAINTEST = 3.6
"""Width of an outline that is one pixel at 100 pixels: thinner ones are grey there, whatever their colour."""
_SAMPLES = 60


class Under:
    """What the marks will lie on: the figure in few pixels, sketched when first asked for."""

    def __init__(self, node: Node) -> None:
        """``node`` is all that is painted before the marks."""
        self._node = node
        self._sums: NDArray[np.int32] | None = None

    def colour(self, path: skia.Path) -> str | None:
        """The figure's mean colour within the box of ``path``; None where the bare ground prevails."""
        if self._sums is None:
            self._sums = _sums(sketched(Drawing(Group((self._node,)), (CANVAS, CANVAS)), _SAMPLES))
        box, scale, sums = path.computeTightBounds(), _SAMPLES / CANVAS, self._sums
        left, right = _cells(box.left() * scale, box.right() * scale)
        top, bottom = _cells(box.top() * scale, box.bottom() * scale)
        within = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        red, green, blue, solid = within.tolist()
        if solid < 0.4 * (bottom - top) * (right - left):
            return None
        return hex_of((red / solid, green / solid, blue / solid))


def _sums(pixels: Pixels) -> NDArray[np.int32]:
    """Of red, green, blue and number of the solid pixels above and left of each corner."""
    solid = pixels * (pixels[..., 3:] > 127)
    solid[..., 3] = solid[..., 3] > 0
    return np.asarray(cv2.integral(solid), np.int32)


def _cells(low: float, high: float) -> tuple[int, int]:
    start = min(_SAMPLES - 1, max(0, int(low)))
    return start, max(start + 1, min(_SAMPLES, int(np.ceil(high))))


@dataclass(frozen=True, slots=True)
class Brush:
    """A pen that knows what lies under it.

    Attributes:
        pen: The design's.
        under: The figure.
    """

    pen: Pen
    under: Under

    def line(self, path: skia.Path, colour: str, *, width: float = 0.8, part: str) -> Nodes:
        """A line ``width`` times the pen's in its own colour, edged where it would not be seen."""
        beneath = self.under.colour(path)
        grounds = GROUNDS if beneath is None else (beneath,)
        drawn = self.pen.line(path, width=self.thick(width), colour=colour, part=part)
        if all(contrast(colour, ground) >= READABLE for ground in grounds):
            return drawn
        return (self._edge(path, colour, self.thick(width)), *drawn)

    def shade(self, path: skia.Path, colour: str, *, width: float = 0.8, part: str) -> Nodes:
        """A line that belongs to what it lies on: darker or lighter there, without an edge.

        A third more than `READABLE`, because such lines are thin and lie in a shade of their own.
        """
        beneath = self.under.colour(path)
        seen = colour if beneath is None else seen_on(colour, beneath, 1.3 * READABLE)
        return self.pen.line(path, width=self.thick(width), colour=seen, part=part)

    def solid(self, path: skia.Path, colour: str, *, width: float = 0.6, part: str) -> Nodes:
        """An area with the style's outline; where that is faint, with one of its own in a tone of the ink."""
        drawn = self.pen.shape(path, colour, width=self.thick(width), part=part)
        paints = [stroke.paint for stroke in _strokes(drawn)]
        if any(isinstance(paint, str) and contrast(paint, colour) >= READABLE for paint in paints):
            return drawn
        return (*drawn, Shape(path, stroke=Stroke(self._tone(path, colour), max(FAINTEST, self.thick(width)))))

    def _tone(self, path: skia.Path, colour: str) -> str:
        """``colour`` with as little ink as stands off itself and what lies under it.

        A seventh more than `READABLE`, because what lies under it is known without its lines and shades.
        """
        grounds = {colour, self.under.colour(path) or colour}
        tones = [mixed(colour, self.pen.ink, share) for share in (0.6, 0.75, 0.9)]
        seen = (tone for tone in tones if min(contrast(tone, ground) for ground in grounds) >= 1.15 * READABLE)
        return next(seen, self.pen.ink)

    def light(self, path: skia.Path, colour: str, *, opacity: float = 1.0, part: str) -> Nodes:
        """An area inside a mark, without an outline."""
        return self.pen.fill(path, colour, opacity=opacity, part=part)

    def thick(self, share: float) -> float:
        """A line's width: thin pens draw marks a little bolder, so that they last at 100 pixels."""
        return max(2.2, share * max(5.0, self.pen.width))

    def _edge(self, path: skia.Path, colour: str, width: float) -> Shape:
        edge = GROUNDS[0] if luminance(colour) < 0.3 else mixed(self.pen.ink, "#000000", 0.3)
        return Shape(path, stroke=Stroke(edge, width + 4.5))


def _strokes(nodes: Nodes) -> Iterator[Stroke]:
    for node in nodes:
        if isinstance(node, Shape) and node.stroke is not None:
            yield node.stroke
        elif isinstance(node, Group):
            yield from _strokes(node.children)
