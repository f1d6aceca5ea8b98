"""What a design's own gag is drawn from: the moment, a head wherever the gag wants it, and the figure at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import pi, sin

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import placed
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.build import Build, Posture, posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.face import FacePlaces
from pyojeong.performing.character.figure import Figure, Frame
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen


@dataclass(frozen=True, slots=True, eq=False)
class Gag:
    """One moment of a gag.

    Attributes:
        pen: The design's.
        choices: What was chosen about it.
        acting: What is done; its ``gag`` names this one.
        looks: Kinds of eyes and mouth.
        build: The design's sizes.
    """

    pen: Pen
    choices: Choices
    acting: Acting
    looks: Looks
    build: Build

    def swing(self, cycles: float = 1.0, start: float = 0.0) -> float:
        """A sine of the phase, [-1, 1]; whole ``cycles`` keep a film closed."""
        return sin(2 * pi * (cycles * self.acting.phase + start))

    def stood(self) -> Posture:
        """The figure as it would stand without the gag."""
        return posture(self.build, replace(self.acting, gag=""))

    def head(self, centre: Point, half: Point, *, tilt: float = 0.0, face: Point = (0.0, 0.0)) -> Posture:
        """A posture whose head is where the gag wants it; its face shifted by shares of the half sizes."""
        stood = self.stood()
        shrunk = half[0] / stood.head.half_size[0], half[1] / stood.head.half_size[1]
        shift = stood.face[0] * shrunk[0] + face[0] * half[0], stood.face[1] * shrunk[1] + face[1] * half[1]
        return replace(stood, build=replace(stood.build, head=Frame(centre, half, tilt)), face=shift)

    def shapes(self, paths: Sequence[skia.Path], colour: str, part: str, *, width: float | None = None) -> Nodes:
        """Areas of one colour."""
        return tuple(
            node
            for n, path in enumerate(paths)
            for node in self.pen.shape(path, colour, width=width, part=f"{part}-{n}")
        )

    def lines(self, paths: Sequence[skia.Path], part: str, *, share: float = 1.0, colour: str | None = None) -> Nodes:
        """Lines of a share of the pen's width."""
        return tuple(
            node
            for n, path in enumerate(paths)
            for node in self.pen.line(path, width=share * self.pen.width, colour=colour, part=f"{part}-{n}")
        )

    def figure(
        self,
        stood: Posture,
        where: FacePlaces,
        nodes: Nodes,
        *areas: skia.Path,
        body: Frame | None = None,
        hands: tuple[Point, Point] | None = None,
        hair: skia.Path | None = None,
    ) -> Figure:
        """The figure; hands that are nowhere to be seen are told to be at the head's sides, the body under it.

        ``hair`` is upright, as in a `Dress`.
        """
        head = stood.head
        tilt = Matrix.turned(head.tilt_degrees, head.centre)
        (x, y), (w, h) = head.centre, head.half_size
        return Figure(
            node=Group((Group(nodes, name=f"gag-{self.acting.gag}"),)),
            head=head,
            body=body or Frame((x, y + 0.5 * h), (w, 0.5 * h)),
            eyes=(tilt.of(where.eyes[0]), tilt.of(where.eyes[1])),
            eye_radius=where.eye_radius,
            mouth=tilt.of(where.mouth),
            hands=hands or (head.at(-1.0, 0.6), head.at(1.0, 0.6)),
            silhouette=heaped(*areas),
            ink=self.pen.ink,
            hair=None if hair is None else placed(hair, tilt),
        )


Gags = dict[str, Callable[[Gag], Figure]]
"""How each gag of a design is drawn, by name."""
