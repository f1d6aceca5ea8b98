"""The fox's paper: crisp sheets with a fold, a cut edge that catches light, and a shadow without a blur."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Paint, Point, Shape, Stroke
from pyojeong.media.drawing.paths import lines
from pyojeong.performing.character.pens import Nodes, part_size
from pyojeong.performing.character.pens_volume import PaperPen, moved

FALLS = ((1.0, 0.13), (0.66, 0.13), (0.34, 0.13))
"""A shadow as three copies, nearer and nearer: it passes for a blur at a tenth of the cost."""


@dataclass(frozen=True, slots=True)
class CutPaper(PaperPen):
    """Sheets of coloured paper."""

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A sheet over its shadow."""
        size = part_size(path)
        near = min(1.0, 0.34 + size / 120)
        tone = colour if isinstance(colour, str) else colour.stops[0].colour
        dark, light = mixed(tone, self.shadow, 0.45), mixed(tone, "#ffffff", 0.62)
        return (
            *(
                moved(path, self.shadow, 0.55 * self.lift * far * near, self.lift * far * near, opacity=seen)
                for far, seen in FALLS
            ),
            moved(path, dark, 0.5 * near, 0.7 * near),
            moved(path, light, -0.8 * near, -1.1 * near),
            Shape(path, fill=colour),
        )

    def folded(
        self, path: skia.Path, ridge: tuple[Point, Point], *, right: bool = True, strength: float = 0.13
    ) -> Nodes:
        """The side of a sheet that lies beyond a fold in the shade, and the fold itself."""
        (ax, ay), (bx, by) = ridge
        far = 400.0 if right else -400.0
        shade = lines(
            [(ax, ay - 200), (ax, ay), (bx, by), (bx, by + 200), (bx + far, by + 200), (ax + far, ay - 200)],
            closed=True,
        )
        crease = Shape(lines([ridge[0], ridge[1]]), stroke=Stroke("#ffffff", 1.3, 0.45))
        return (Group((Shape(shade, fill=self.shadow, opacity=strength), crease), clip=path),)
