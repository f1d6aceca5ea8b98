"""What the drawn animals' designs share: a moment's cast, a drawn head, and a gag's figure put around it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import lines, oval, placed
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import Dress, heaped
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.face import Eyes, FacePlaces, FaceStyle
from pyojeong.performing.character.figure import Figure, Frame
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """What a moment of one animal is drawn from."""

    pen: Pen
    choices: Choices
    acting: Acting
    looks: Looks


@dataclass(frozen=True, slots=True, eq=False)
class HeadDrawn:
    """A head, upright.

    Attributes:
        nodes: Ears, head, markings, face and what it wears, the lowest first.
        outline: Of the head.
        crown: Areas of ears and hats beyond it.
        where: Places of its features.
        behind: What hangs behind the body.
    """

    nodes: Nodes
    outline: skia.Path
    crown: tuple[skia.Path, ...]
    where: FacePlaces
    behind: Nodes = ()


def swing(cast: Cast, times: int = 1, start: float = 0.0) -> float:
    """A wave in [-1, 1] that comes back ``times`` a cycle, ``start`` of a wave ahead."""
    return math.sin(2 * math.pi * (times * cast.acting.phase + start))


def headed(stood: Posture, centre: Point, half: Point, *, tilt: float = 0.0, face: Point = (0.0, 0.0)) -> Posture:
    """A posture whose head is where a gag wants it; its face shifted by shares of the half sizes."""
    shift = stood.face[0] + face[0] * half[0], stood.face[1] + face[1] * half[1]
    return replace(stood, build=replace(stood.build, head=Frame(centre, half, tilt)), face=shift)


def tilted(stood: Posture, nodes: Nodes) -> Group:
    """Upright nodes of a head, tilted with it."""
    return Group(nodes, matrix=Matrix.turned(stood.head.tilt_degrees, stood.head.centre))


def dressed(
    head: HeadDrawn,
    body: skia.Path,
    *,
    torso: str,
    limbs: str,
    sole: str,
    behind: Nodes = (),
    over_body: Nodes = (),
) -> Dress:
    """The animal as the shared anatomy needs it, in its fur: ``torso`` and ``limbs`` are colours."""
    return Dress(
        skin=limbs,
        torso=torso,
        body=body,
        head=head.outline,
        head_nodes=head.nodes,
        eyes=head.where.eyes,
        eye_radius=head.where.eye_radius,
        mouth=head.where.mouth,
        behind=behind,
        over_body=over_body,
        sole=sole,
        crown=head.crown,
    )


def paw_shown(pen: Pen, at: Point, half: Point, colour: str, *, turn: float = 0.0, toes: float, part: str) -> Group:
    """A paw seen from the front, with two lines of ``toes`` of the pen's width between its toes."""
    (x, y), (w, h) = at, half
    between = [lines([(x + s * 0.30 * w, y + 0.25 * h), (x + s * 0.32 * w, y + 0.86 * h)]) for s in (-1, 1)]
    nodes = pen.shape(oval(at, half), colour, part=part)
    return Group((*nodes, *drawn_lines(pen, between, part + "-toe", share=toes)), matrix=Matrix.turned(turn, at))


def gag_shown(
    cast: Cast,
    stood: Posture,
    head: HeadDrawn,
    nodes: Nodes,
    areas: tuple[skia.Path, ...],
    *,
    body: Frame | None = None,
    hands: tuple[Point, Point] | None = None,
) -> Figure:
    """A gag's figure; without hands of its own they are told to be at the sides of the head."""
    frame, where = stood.head, head.where
    tilt = Matrix.turned(frame.tilt_degrees, frame.centre)
    under = Frame(
        (frame.centre[0], frame.centre[1] + 0.6 * frame.half_size[1]), (frame.half_size[0], frame.half_size[1])
    )
    tops = tuple(placed(area, tilt) for area in (head.outline, *head.crown))
    return Figure(
        node=Group((Group(nodes, name=f"gag-{cast.acting.gag}"),)),
        head=frame,
        body=body or under,
        eyes=(tilt.of(where.eyes[0]), tilt.of(where.eyes[1])),
        eye_radius=where.eye_radius,
        mouth=tilt.of(where.mouth),
        hands=hands or (frame.at(-1.0, 0.7), frame.at(1.0, 0.7)),
        silhouette=heaped(*areas, *tops),
        ink=cast.pen.ink,
    )


def joyful(acting: Acting) -> float:
    """How broadly it smiles, less how it frowns, in [-1, 1]."""
    face = acting.expression
    smile, frown = (sum(face.both(stem)) / 2 for stem in ("mouthSmile", "mouthFrown"))
    return max(-1.0, min(1.0, smile - frown))


def startled(acting: Acting) -> float:
    """How far its eyes are torn open, in [0, 1]."""
    return max(acting.expression.both("eyeWide"))


def enraged(acting: Acting) -> float:
    """How far its brows are down, less how they are lifted, in [0, 1]."""
    face = acting.expression
    return max(0.0, max(face.both("browDown")) - face["browInnerUp"] - 0.5 * max(face.both("mouthSmile")))


def several(pen: Pen, paths: tuple[skia.Path, ...] | list[skia.Path], colour: str, part: str) -> Nodes:
    """Shapes of one colour, each with a name of its own."""
    return tuple(node for n, path in enumerate(paths) for node in pen.shape(path, colour, part=f"{part}-{n}"))


def drawn_lines(
    pen: Pen,
    paths: tuple[skia.Path, ...] | list[skia.Path],
    part: str,
    *,
    share: float = 0.6,
    colour: str | None = None,
) -> Nodes:
    """Lines of a share of the pen's width."""
    return tuple(
        node
        for n, path in enumerate(paths)
        for node in pen.line(path, width=share * pen.width, colour=colour, part=f"{part}-{n}")
    )


def inner(body: skia.Path, width: float) -> skia.Path:
    """The body less half of its outline, so that a coat does not eat the line."""
    box = body.getBounds()
    middle = box.centerX(), box.centerY()
    return placed(body, Matrix.scaled(1 - width / max(1.0, box.width()), 1 - width / max(1.0, box.height()), middle))


def turned(figure: Figure, degrees: float, about: Point, *, moved: Point = (0.0, 0.0)) -> Figure:
    """A whole figure turned clockwise and shifted, its places with it."""
    matrix = Matrix.moved(*moved) @ Matrix.turned(degrees, about)

    def framed(frame: Frame) -> Frame:
        return Frame(matrix.of(frame.centre), frame.half_size, frame.tilt_degrees + degrees)

    return replace(
        figure,
        node=Group((figure.node,), matrix=matrix),
        head=framed(figure.head),
        body=framed(figure.body),
        eyes=(matrix.of(figure.eyes[0]), matrix.of(figure.eyes[1])),
        mouth=matrix.of(figure.mouth),
        hands=(matrix.of(figure.hands[0]), matrix.of(figure.hands[1])),
        silhouette=placed(figure.silhouette, matrix),
    )


def ringed(manner: FaceStyle, pen: Pen, ink: str) -> FaceStyle:
    """The manner on fur that is too dark for ``ink``, so that ``pen`` has a light one: white balls with dark pupils."""
    return manner if pen.ink == ink else replace(manner, eyes=Eyes.RING, eye_colour=ink)
