"""One mouth about to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import smooth
from pyojeong.performing.character.face.forms import MouthForm
from pyojeong.performing.character.face.style import FaceStyle
from pyojeong.performing.character.pens import Nodes, Pen


@dataclass(frozen=True, slots=True)
class MouthCase:
    """A mouth's pen, style, form and place.

    Attributes:
        pen: What it is drawn with.
        style: How.
        form: How it is moved.
        centre: Its middle at rest.
        size: Half the width of a broad smile.
        phase: Where in its cycle the moment is, [0, 1).
    """

    pen: Pen
    style: FaceStyle
    form: MouthForm
    centre: Point
    size: float
    phase: float

    @property
    def width(self) -> float:
        """Of its main line; thinner on small mouths."""
        return min(self.pen.width * self.style.line, 0.17 * self.size + 1.0)

    @property
    def fine(self) -> float:
        """Of what lies around the mouth: dimples, the chin, teeth."""
        return 0.55 * self.width

    def with_form(self, form: MouthForm) -> MouthCase:
        """The same mouth, moved otherwise."""
        return replace(self, form=form)

    def at(self, right: float, down: float) -> Point:
        """A place in mouth sizes around the middle."""
        return self.centre[0] + (right + self.form.shift) * self.size, self.centre[1] + down * self.size

    def through(self, points: list[Point], *, closed: bool = False) -> skia.Path:
        """A smooth curve through places in mouth sizes."""
        return smooth([self.at(*point) for point in points], closed=closed)

    def bent(self, *points: Point) -> skia.Path:
        """Cubic curves from place to place, in mouth sizes: the start, then threes of control, control, end."""
        path = skia.Path()
        path.moveTo(*self.at(*points[0]))
        for n in range(1, len(points), 3):
            path.cubicTo(*self.at(*points[n]), *self.at(*points[n + 1]), *self.at(*points[n + 2]))
        return path

    def line(self, path: skia.Path, *, weight: float = 1.0, part: str = "mouth") -> Nodes:
        """The mouth's line."""
        return self.pen.line(path, width=weight * self.width, part=part)

    def fine_line(self, path: skia.Path, part: str) -> Nodes:
        """A thin line beside it."""
        return self.pen.line(path, width=self.fine, part=part)

    def hole(self, path: skia.Path, inside: Nodes, *, colour: str | None = None) -> Nodes:
        """An open mouth: its dark, what shows inside, its edge."""
        nodes = self.pen.fill(path, colour or self.style.inside, part="mouth")
        if inside:
            nodes += (Group(inside, clip=path),)
        if self.style.lip is not None:
            nodes += self.pen.line(path, width=1.9 * self.width, colour=self.style.lip, part="lip")
        return nodes + self.pen.edge(path, width=self.width, part="mouth")
