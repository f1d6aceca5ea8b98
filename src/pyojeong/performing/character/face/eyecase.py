"""One eye about to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pyojeong.media.drawing.nodes import Node, Point
from pyojeong.performing.character.face.forms import EyeForm
from pyojeong.performing.character.face.style import FaceStyle
from pyojeong.performing.character.pens import Pen


@dataclass(frozen=True, slots=True)
class EyeCase:
    """An eye's pen, style, form and place.

    Attributes:
        pen: What it is drawn with.
        style: How.
        form: How it is moved.
        centre: Its middle.
        radius: Half its width.
        phase: Where in its cycle the moment is, [0, 1).
    """

    pen: Pen
    style: FaceStyle
    form: EyeForm
    centre: Point
    radius: float
    phase: float

    @property
    def dark(self) -> str:
        """Colour of pupils."""
        return self.style.eye_colour or self.pen.ink

    @property
    def width(self) -> float:
        """Of the eye's main lines; thinner on small eyes, so that a lid never outweighs what it covers."""
        return min(self.pen.width * self.style.line, 0.42 * self.radius + 0.5)

    @property
    def part(self) -> str:
        """Its name for pens."""
        return f"eye{self.form.side}"

    def at(self, outward: float, down: float) -> Point:
        """A place in radii, outward from the middle of the face."""
        return self.centre[0] + self.form.side * outward * self.radius, self.centre[1] + down * self.radius

    def sized(self, factor: float) -> EyeCase:
        """The same eye in another size."""
        return replace(self, radius=self.radius * factor)

    def with_form(self, *, cover: float | None = None, slope: float | None = None) -> EyeCase:
        """The same eye under other lids."""
        form = self.form
        changed = form._replace(
            cover=form.cover if cover is None else cover, slope=form.slope if slope is None else slope
        )
        return replace(self, form=changed)


@dataclass(frozen=True, slots=True, eq=False)
class Ball:
    """An open eye before its lids.

    Attributes:
        nodes: What is seen.
        half_size: Half its width and height.
        lash: Weight of its upper edge, in the eye's main line; 0 when an uncovered eye has none.
    """

    nodes: tuple[Node, ...]
    half_size: Point
    lash: float = 0.0
