"""What gags of people are put together from: a dressed head by itself, and a whole figure carried elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import atan2, degrees, hypot

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Node
from pyojeong.media.drawing.paths import lines, placed
from pyojeong.performing.character.acting import Pose
from pyojeong.performing.character.assembling import Dress, assembled
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.designs.person import person_dress
from pyojeong.performing.character.designs.person_face import Manner, layout_of
from pyojeong.performing.character.face import FacePlaces
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.layout import places
from pyojeong.performing.character.pens import Nodes


def head_of(
    gag: Gag, manner: Manner, stood: Posture, *, sway: float = 0.0, floor: float = GROUND - 3.0
) -> tuple[Nodes, Nodes, Dress]:
    """What falls behind the head down to ``floor``; head, face and hair; and all that was dressed for them."""
    dress = person_dress(gag.pen, gag.choices, manner, gag.build, stood, gag.acting, gag.looks, sway=sway)
    tilt = tilt_of(stood)
    fallen = Group(dress.behind_head, matrix=tilt, name="gag-hair")
    behind = (Group((fallen,), clip=_above(floor)),) if dress.behind_head else ()
    return behind, (Group(dress.head_nodes, matrix=tilt, name="gag-head"),), dress


def _above(floor: float) -> skia.Path:
    return lines([(-400.0, -400.0), (800.0, -400.0), (800.0, floor), (-400.0, floor)], closed=True)


def tilt_of(stood: Posture) -> Matrix:
    """The head's tilt."""
    return Matrix.turned(stood.head.tilt_degrees, stood.head.centre)


def where(gag: Gag, manner: Manner, stood: Posture) -> FacePlaces:
    """Where the features are, upright."""
    return places(stood, layout_of(gag.choices, manner))


def headed(
    gag: Gag, manner: Manner, stood: Posture, dress: Dress, nodes: Nodes, *areas: skia.Path, body: Frame | None = None
) -> Figure:
    """A figure that is a dressed head among ``nodes``, which hold it already, and ``areas`` of other things."""
    figure = gag.figure(stood, where(gag, manner, stood), nodes, dress.head, *dress.crown, *areas, body=body)
    return figure if dress.hair is None else replace(figure, hair=placed(dress.hair, tilt_of(stood)))


def whole(gag: Gag, manner: Manner, pose: Pose, *, sway: float = 0.0) -> Figure:
    """The whole figure in another pose."""
    stood = posture(gag.build, replace(gag.acting, pose=pose, gag=""))
    dress = person_dress(gag.pen, gag.choices, manner, gag.build, stood, gag.acting, gag.looks, sway=sway)
    return assembled(gag.pen, stood, dress)


def carried(figure: Figure, matrix: Matrix, *, behind: Nodes = (), front: Nodes = ()) -> Figure:
    """The figure after ``matrix``, between other things that stay."""
    return replace(
        figure,
        node=Group((*behind, Group((figure.node,), matrix=matrix), *front)),
        head=_moved(figure.head, matrix),
        body=_moved(figure.body, matrix),
        eyes=(matrix.of(figure.eyes[0]), matrix.of(figure.eyes[1])),
        eye_radius=figure.eye_radius * hypot(matrix.a, matrix.b),
        mouth=matrix.of(figure.mouth),
        hands=(matrix.of(figure.hands[0]), matrix.of(figure.hands[1])),
        silhouette=placed(figure.silhouette, matrix),
        hair=None if figure.hair is None else placed(figure.hair, matrix),
    )


def _moved(frame: Frame, matrix: Matrix) -> Frame:
    (w, h), (a, b, c, d, _, _) = frame.half_size, matrix
    return Frame(matrix.of(frame.centre), (w * hypot(a, b), h * hypot(c, d)), frame.tilt_degrees + degrees(atan2(b, a)))


def drawn(*layers: Nodes) -> tuple[Node, ...]:
    """Layers as one, the lowest first."""
    return tuple(node for layer in layers for node in layer)


Drawn = Callable[[Gag], Figure]
