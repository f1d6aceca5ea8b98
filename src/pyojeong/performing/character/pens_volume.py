"""Pens without lines: soft volume, and sheets of paper."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import hex_of, mixed, rgb_of
from pyojeong.media.drawing.nodes import Grain, Group, Matrix, Node, Paint, Radial, Shape, Stop, Stroke
from pyojeong.performing.character.pens import Nodes, part_size


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
            Stop(1.0, self._shaded(colour, 0.46 * self.depth)),
        )
        k = min(0.12 * size, 16.0)
        far = self._glow(path, self._shaded(colour, 0.75), 1.1 * k, 0.5 * k, (-0.34 * k, -0.48 * k), 0.5)
        rim = self._glow(path, mixed(colour, "#ffffff", 0.75), 0.30 * k, 0.15 * k, (0.12 * k, 0.14 * k), 0.7)
        bounce = self._glow(path, mixed(colour, "#ffd9c0", 0.6), 0.20 * k, 0.12 * k, (-0.02 * k, -0.10 * k), 0.4)
        return Shape(path, fill=Radial(lit, 0.95 * reach, stops)), Group((far, rim, bounce), clip=path)

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
        return (Group((self._glow(path, self.shadow, 1.0 * k, 0.4 * k, (0.0, 0.2 * k), 0.55),), clip=path),)

    def _shaded(self, colour: str, share: float) -> str:
        """``colour`` in shade: mostly darker, a little of the shadow's own; more of that turns greens to mud."""
        red, green, blue = (c * c / 255 for c in rgb_of(colour))
        return mixed(mixed(colour, hex_of((red, green, blue)), share), self.shadow, 0.3 * share)

    def _glow(
        self, path: skia.Path, colour: str, width: float, blur: float, off: tuple[float, float], seen: float
    ) -> Group:
        line = Shape(path, stroke=Stroke(colour, max(0.2, width)))
        return Group((line,), matrix=Matrix.moved(*off), blur=blur, opacity=seen * self.depth)


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
        """A sheet."""
        size = part_size(path)
        near = min(1.0, 0.30 + size / 130)
        fall = self.lift * near
        under = Group(
            (Shape(path, fill=self.shadow),), matrix=Matrix.moved(0.5 * fall, fall), blur=0.62 * fall, opacity=0.42
        )
        nodes: list[Node] = [under, Shape(path, fill=colour)]
        if size > 30:
            nodes.append(Grain(path, strength=self.grain, seed=self.seed))
        tone = colour if isinstance(colour, str) else colour.stops[0].colour
        light = Group((Shape(path, stroke=Stroke(mixed(tone, "#ffffff", 0.6), 1.7 * near, 0.75)),))
        dark = Group((Shape(path, stroke=Stroke(mixed(tone, self.shadow, 0.5), 1.5 * near, 0.45)),))
        moved = (
            Group(light.children, matrix=Matrix.moved(1.2 * near, 1.6 * near)),
            Group(dark.children, matrix=Matrix.moved(-0.6 * near, -1.0 * near)),
        )
        return (*nodes, Group(moved, clip=path))

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
            (Shape(path, stroke=Stroke(self.shadow, 1.6 * k)),), matrix=Matrix.moved(0.3 * k, 0.7 * k), blur=0.5 * k,
            opacity=0.6,
        )  # fmt: skip
        return (Group((thrown,), clip=path),)
