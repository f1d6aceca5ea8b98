"""The rice cake's pen: soft light with one blur on the mass and none on what is small."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Paint, Radial, Shape, Stop, Stroke
from pyojeong.performing.character.pens import Nodes, part_size
from pyojeong.performing.character.pens_volume import SoftPen

SMALL = 62.0
"""Size under which a blur is a pixel or two wide and costs as much as on the mass."""


@dataclass(frozen=True, slots=True)
class DoughPen(SoftPen):
    """Soft volumes: light from the upper left, a dark far side, a thin wet rim."""

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A volume; a gradient is taken as it is."""
        if not isinstance(colour, str):
            return (Shape(path, fill=colour),)
        box, size = path.getBounds(), part_size(path)
        lit = box.left() + 0.36 * box.width(), box.top() + 0.24 * box.height()
        stops = (
            Stop(0.0, mixed(colour, "#ffffff", 0.34 * self.depth)),
            Stop(0.48, colour),
            Stop(1.0, mixed(colour, self.shadow, 0.34 * self.depth)),
        )
        body = Shape(path, fill=Radial(lit, 0.95 * max(box.width(), box.height()), stops))
        if size < SMALL:
            return body, Group(self._small_edge(path, colour, max(0.1, min(0.09 * size, 4.0))), clip=path)
        k = min(0.12 * size, 16.0)
        far = Group(
            (Shape(path, stroke=Stroke(mixed(colour, self.shadow, 0.5), 1.2 * k)),),
            matrix=Matrix.moved(-0.34 * k, -0.48 * k),
            blur=0.5 * k,
            opacity=0.5,
        )
        wet = Group(
            (Shape(path, stroke=Stroke(mixed(colour, "#ffffff", 0.7), 0.24 * k, 0.55)),),
            matrix=Matrix.moved(0.1 * k, 0.12 * k),
        )
        return body, Group((far, wet), clip=path)

    def _small_edge(self, path: skia.Path, colour: str, k: float) -> Nodes:
        rim = Shape(path, stroke=Stroke(mixed(colour, self.shadow, 0.42), 1.1 * k, 0.5))
        light = Group((Shape(path, stroke=Stroke("#ffffff", 0.8 * k, 0.35)),), matrix=Matrix.moved(0.5 * k, 0.7 * k))
        return light, rim
