"""Pens without lines: soft volume, and sheets of paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import skia

from pyojeong.media.drawing.colours import hex_of, mixed, rgb_of
from pyojeong.media.drawing.nodes import Grain, Group, Linear, Matrix, Paint, Radial, Shape, Stop, Stroke
from pyojeong.performing.character.figure import Figure
from pyojeong.performing.character.pens import Nodes, part_size

_LEAST_BLUR = 2.0
"""Skia blurs masks by less than two pixels at more than twice the cost."""
_SMALL_OPENING = 2.4
"""Half the width of the shade in an opening from which it is soft."""
_SOFT = 60.0
"""Size from which the softness of a shadow is seen (by eye at 360 pixels)."""


@dataclass(frozen=True, slots=True)
class SoftPen:
    """Round volumes in soft light from the upper left: no outline, a dark far side, a thin rim of light.

    Attributes:
        shadow: Colour of shade, mixed into every area's own.
        depth: How strong light and shade are, in [0, 1].
    """

    ink: str
    width: float
    shadow: str = "#5a2f7a"
    depth: float = 1.0

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A volume; a gradient is taken as it is, without light of its own."""
        if not isinstance(colour, str):
            return (Shape(path, fill=colour),)
        box, size = path.getBounds(), part_size(path)
        reach = max(box.width(), box.height())
        lit = box.left() + 0.36 * box.width(), box.top() + 0.24 * box.height()
        stops = (
            Stop(0.0, mixed(colour, "#ffffff", 0.34 * self.depth)),
            Stop(0.46, colour),
            Stop(1.0, _shaded(colour, self.shadow, 0.46 * self.depth)),
        )
        k = min(0.12 * size, 16.0)
        lights = self._far(path, colour, k), self._rim(path, colour, k)
        return Shape(path, fill=Radial(lit, 0.95 * reach, stops)), Group(lights, clip=path)

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """An even line with a faint light under it, as if pressed in."""
        wide = width or self.width
        pressed = Group((Shape(path, stroke=Stroke("#ffffff", wide, 0.30)),), matrix=Matrix.moved(0.0, 0.22 * wide))
        return pressed, Shape(path, stroke=Stroke(colour or self.ink, wide))

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """Shade inside the opening, under its upper edge."""
        k = max(0.2, min(0.8 * (width or self.width), 0.14 * part_size(path)))
        if k < _SMALL_OPENING:
            return (Group((Shape(path, stroke=Stroke(self.shadow, k, 0.45 * self.depth)),), clip=path),)
        shade = Shape(path, stroke=Stroke(self.shadow, k))
        under = Matrix.moved(0.0, 0.2 * k)
        return (Group((Group((shade,), matrix=under, blur=_LEAST_BLUR, opacity=0.6 * self.depth),), clip=path),)

    def _far(self, path: skia.Path, colour: str, k: float) -> Group:
        """Shade on the side away from the light; ``k`` is a unit of the part's own size."""
        shaded, soft = _shaded(colour, self.shadow, 0.75), 0.5 * k >= _LEAST_BLUR
        line = Shape(path, stroke=Stroke(shaded, max(0.2, 1.1 * k), 1.0 if soft else 0.35 * self.depth))
        matrix = Matrix.moved(-0.34 * k, -0.48 * k)
        if not soft:
            return Group((line,), matrix=matrix)
        return Group((line,), matrix=matrix, blur=0.5 * k, opacity=0.5 * self.depth)

    def _rim(self, path: skia.Path, colour: str, k: float) -> Group:
        """A thin rim of light above, and of what the ground throws back below."""
        box, light = path.getBounds(), mixed(colour, "#ffffff", 0.75)
        seen = 0.55 * self.depth
        stops = (
            Stop(0.0, light, seen),
            Stop(0.5, light, 0.3 * seen),
            Stop(1.0, mixed(colour, "#ffd9c0", 0.6), 0.5 * seen),
        )
        paint = Linear((box.centerX(), box.top()), (box.centerX(), box.bottom()), stops)
        line = Shape(path, stroke=Stroke(paint, max(0.2, 0.3 * k)))
        return Group((line,), matrix=Matrix.moved(0.1 * k, 0.1 * k))


@lru_cache(maxsize=1024)
def _shaded(colour: str, shadow: str, share: float) -> str:
    """``colour`` in shade: mostly darker, a little of the shadow's own; more of that turns greens to mud."""
    red, green, blue = (c * c / 255 for c in rgb_of(colour))
    return mixed(mixed(colour, hex_of((red, green, blue)), share), shadow, 0.3 * share)


@dataclass(frozen=True, slots=True)
class PaperPen:
    """Sheets cut from paper and laid on one another: a shadow under each, light on its cut, grain in it.

    Attributes:
        shadow: Colour of shadows.
        lift: How far a large sheet is above what is under it, in canvas units.
        grain: Strength of the grain, in [0, 1].
        seed: Which grain.
    """

    ink: str
    width: float
    shadow: str = "#3a2a4a"
    lift: float = 4.2
    grain: float = 0.34
    seed: int = 1

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A sheet: its cut edge shows as thin crescents, light above and dark below."""
        size = part_size(path)
        near = min(1.0, 0.30 + size / 130)
        tone = colour if isinstance(colour, str) else colour.stops[0].colour
        dark, light = mixed(tone, self.shadow, 0.5), mixed(tone, "#ffffff", 0.6)
        return (
            *self._shadow(path, size, self.lift * near),
            moved(path, dark, 0.5 * near, 0.9 * near),
            moved(path, light, -0.6 * near, -1.0 * near),
            Shape(path, fill=colour),
        )

    def on_paper(self, figure: Figure) -> Figure:
        """A whole figure of this paper, with its grain."""
        return replace(figure, node=Group((figure.node,), grain=Grain(strength=self.grain, seed=self.seed)))

    def _shadow(self, path: skia.Path, size: float, fall: float) -> Nodes:
        """Soft under what is larger than `_SOFT`; else two copies, which pass for a blur."""
        if size < _SOFT:
            return tuple(moved(path, self.shadow, 0.5 * far, far, opacity=0.2) for far in (1.25 * fall, 0.7 * fall))
        blur = max(_LEAST_BLUR, 0.62 * fall)
        return (
            Group((Shape(path, fill=self.shadow),), matrix=Matrix.moved(0.5 * fall, fall), blur=blur, opacity=0.42),
        )

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """A line drawn on the sheet."""
        return (Shape(path, stroke=Stroke(colour or self.ink, width or self.width)),)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area printed on the sheet."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """The shadow that a cut-out's upper edge throws on the sheet below."""
        k = max(0.2, min(0.7 * (width or self.width), 0.14 * part_size(path)))
        thrown = Group(
            (Shape(path, stroke=Stroke(self.shadow, 1.6 * k)),),
            matrix=Matrix.moved(0.3 * k, 0.7 * k),
            blur=0.5 * k,
            opacity=0.6,
        )
        return (Group((thrown,), clip=path),)


def moved(path: skia.Path, colour: str, right: float, down: float, *, opacity: float = 1.0) -> Group:
    """The same area elsewhere."""
    return Group((Shape(path, fill=colour, opacity=opacity),), matrix=Matrix.moved(right, down))
