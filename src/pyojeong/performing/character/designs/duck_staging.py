"""What the duck's gags are put on stage with."""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import (
    placed,
)
from pyojeong.performing.character.acting import Pose
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.designs.duck_parts import Scene, build, head_nodes, where
from pyojeong.performing.character.figure import Figure, Frame
from pyojeong.performing.character.pens import Nodes

MIDDLE = 180.0


def swing(scene: Scene, cycles: float = 1.0) -> float:
    """A sine of the phase; whole ``cycles`` keep a film closed."""
    return math.sin(2 * math.pi * cycles * scene.acting.phase)


def stood_as(scene: Scene, pose: Pose | None = None) -> Posture:
    """Where everything is without the gag, in ``pose`` where one is given."""
    return posture(build(scene.choices), replace(scene.acting, gag="", pose=pose or scene.acting.pose))


def head_at(scene: Scene, centre: Point, half: Point, *, tilt: float = 0.0) -> Posture:
    """A posture whose head is where the gag wants it."""
    stood = stood_as(scene, Pose(ears=scene.acting.pose.ears))
    share = half[0] / stood.head.half_size[0]
    face = stood.face[0] * share, stood.face[1] * share
    return replace(stood, build=replace(stood.build, head=Frame(centre, half, tilt)), face=face)


def shown(scene: Scene, stood: Posture, nodes: Nodes, *areas: skia.Path, body: Frame | None = None) -> Figure:
    """A figure that is a head and ``areas``."""
    head, spots = stood.head, where(scene.choices, stood)
    tilt = Matrix.turned(head.tilt_degrees, head.centre)
    _, _, skull = head_nodes(scene, stood, tufted=False)
    under = body or Frame(head.at(0.0, 1.0), head.half_size)
    return Figure(
        node=Group((Group(nodes, name=f"gag-{scene.acting.gag}"),)),
        head=head,
        body=under,
        eyes=(tilt.of(spots.eyes[0]), tilt.of(spots.eyes[1])),
        eye_radius=spots.eye_radius,
        mouth=tilt.of(spots.mouth),
        hands=(under.at(-1.1, 0.0), under.at(1.1, 0.0)),
        silhouette=heaped(placed(skull, tilt), *areas),
        ink=scene.pen.ink,
    )


def head_group(scene: Scene, stood: Posture, *, tufted: bool = True) -> Group:
    """The head with its tilt."""
    nodes, _, _ = head_nodes(scene, stood, tufted=tufted)
    return Group(nodes, matrix=Matrix.turned(stood.head.tilt_degrees, stood.head.centre))


def shapes(scene: Scene, paths: list[skia.Path], colour: str, name: str, *, share: float = 1.0) -> Nodes:
    """Areas of one colour."""
    wide = share * scene.pen.width
    return tuple(
        n for k, path in enumerate(paths) for n in scene.pen.shape(path, colour, width=wide, part=f"{name}{k}")
    )


def drawn_lines(
    scene: Scene, paths: list[skia.Path], name: str, *, share: float = 0.8, colour: str | None = None
) -> Nodes:
    """Lines of a share of the pen's width."""
    wide = share * scene.pen.width
    return tuple(
        n for k, p in enumerate(paths) for n in scene.pen.line(p, width=wide, colour=colour, part=f"{name}{k}")
    )


def moved_frame(frame: Frame, matrix: Matrix) -> Frame:
    """A frame after a shift and an even scaling."""
    (w, h), scale = frame.half_size, matrix.a
    return Frame(matrix.of(frame.centre), (w * scale, h * scale), frame.tilt_degrees)


def carried(figure: Figure, matrix: Matrix, nodes: Nodes, name: str, *areas: skia.Path) -> Figure:
    """A figure that stands in a gag, shifted and scaled evenly with it; ``areas`` are what the gag adds."""
    right, left = figure.hands
    return replace(
        figure,
        node=Group((Group(nodes, name=f"gag-{name}"),)),
        head=moved_frame(figure.head, matrix),
        body=moved_frame(figure.body, matrix),
        eyes=(matrix.of(figure.eyes[0]), matrix.of(figure.eyes[1])),
        eye_radius=abs(matrix.a) * figure.eye_radius,
        mouth=matrix.of(figure.mouth),
        hands=(matrix.of(right), matrix.of(left)),
        silhouette=heaped(placed(figure.silhouette, matrix), *areas),
    )


def shifted(points: tuple[Point, ...], x: float, y: float) -> list[Point]:
    """Points around (x, y)."""
    return [(x + right, y + down) for right, down in points]
