"""What the duck does on purpose, or says it did: laying an egg, blowing its bill, leading others."""

from __future__ import annotations

from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import (
    arc,
    lines,
    mirrored_smooth,
    oval,
    placed,
    polar,
    smooth,
)
from pyojeong.performing.character.acting import Arm, Hand, Layer, Legs, Part, Pose
from pyojeong.performing.character.designs.duck_parts import Scene, assembled_duck
from pyojeong.performing.character.designs.duck_staging import (
    MIDDLE,
    carried,
    drawn_lines,
    shapes,
    shifted,
    stood_as,
    swing,
)
from pyojeong.performing.character.figure import GROUND, Figure

_UP = Arm((1.9, -0.5), Part.BODY, 0.1, Hand.OPEN)


_NEST = ((-124, -26), (-70, -38), (-22, -30), (30, -38), (80, -26), (62, -2), (-106, -2))
_FIST = Arm((0.92, 0.3), Part.BODY, 1.0, Hand.FIST, 0.0, Layer.FRONT)
_BLOWS = Pose(left=_FIST, right=_FIST, legs=Legs.WIDE, ears=1.0, tail=1.0)


def egg(scene: Scene) -> Figure:
    """Squatting over a nest, an egg rolling out; another is still in it."""
    hop = abs(swing(scene, 1))
    pose = Pose(left=_UP, right=_UP, legs=Legs.SIT, ears=1.0, tail=1.0)
    high = 54.0 + 10 * hop
    figure = assembled_duck(scene, stood_as(scene, replace(pose, legs=Legs.STAND)))
    lifted = Matrix.moved(-22, -high) @ Matrix.scaled(0.86, 0.86, (MIDDLE, GROUND))
    egg = _egg_path((MIDDLE - 22, GROUND - 44), 34, 0.0)
    rolled = _egg_path((300, GROUND - 30), 26, 70 * scene.acting.phase + 24)
    nest = smooth(shifted(_NEST, MIDDLE, GROUND))
    straw = [
        lines([(MIDDLE - 112 + 26 * n, GROUND - 30 + 7 * (n % 2)), (MIDDLE - 92 + 24 * n, GROUND - 8 - 5 * (n % 3))])
        for n in range(7)
    ]
    speed = [lines([(256 - 5 * n, GROUND - 46 + 13 * n), (272 - 5 * n, GROUND - 46 + 13 * n)]) for n in range(2)]
    pen = scene.pen
    nodes = (
        Group((figure.node,), matrix=lifted),
        *shapes(scene, [egg, rolled], "#fff8ea", "egg"),
        *drawn_lines(scene, speed, "speed", share=0.7),
        *pen.shape(nest, "#b98a4e", part="nest"),
        *drawn_lines(scene, straw, "straw", share=0.6, colour="#7a5628"),
    )
    return carried(figure, lifted, nodes, "egg", nest, rolled)


def _egg_path(centre: Point, size: float, degrees: float) -> skia.Path:
    half = ((0.0, -1.25), (0.5, -0.92), (0.92, -0.1), (0.9, 0.5), (0.5, 0.92), (0.0, 1.02))
    return placed(mirrored_smooth(half, centre, (size, size)), Matrix.turned(degrees, centre))


def _horn(mouth: Point, bell: Point, radius: float) -> skia.Path:
    """A horn from the mouth to its bell."""
    (x, y), (bx, by), r = mouth, bell, radius
    upper = [(x - 26, y - 24), (x + 40, y - 30), (x + 92, y - 42), (bx - 20, by - 0.75 * r), (bx, by - r)]
    lower = [(bx, by + r), (bx - 20, by + 0.75 * r), (x + 92, y + 16), (x + 40, y + 24), (x - 26, y + 22)]
    return smooth([*upper, (bx + 10, by), *lower])


def trumpet(scene: Scene) -> Figure:
    """The bill grown to a horn that blows everything away."""
    pen, blow = scene.pen, 0.5 + 0.5 * swing(scene, 2)
    stood = stood_as(scene, _BLOWS)
    figure = assembled_duck(scene, stood)
    mouth, bill = figure.mouth, scene.colour("bill-colour")
    small = Matrix.moved(-74, 30) @ Matrix.scaled(0.86, 0.86, (MIDDLE, GROUND))
    x, y = small.of(mouth)
    bell = x + 152 + 8 * blow, y - 26
    r = 66 + 8 * blow
    horn = _horn((x, y), bell, r)
    throat = oval(bell, (0.30 * r, 0.94 * r))
    inner = placed(oval(bell, (0.16 * r, 0.56 * r)), Matrix.moved(5, 0))
    waves = [
        arc(polar(bell, r * k, -28), polar(bell, r * 1.26 * k, 0), polar(bell, r * k, 28))
        for k in (1.0 + 0.1 * blow, 1.24 + 0.1 * blow)
    ]
    waves = [placed(w, Matrix.moved(-16, 0)) for w in waves]
    ringed = [arc((x + k, y - 34 - 0.1 * k), (x + k + 10, y - 4), (x + k, y + 22)) for k in (58, 74)]
    nodes = (
        Group((figure.node,), matrix=small),
        *pen.shape(horn, bill, part="horn"),
        *drawn_lines(scene, ringed, "ring", share=0.8),
        *pen.shape(throat, mixed(bill, pen.ink, 0.16), part="bell"),
        *pen.fill(inner, "#7c2436", part="throat"),
        *drawn_lines(scene, waves, "wave", share=1.0, colour="#e0463c"),
    )
    return carried(figure, small, nodes, "trumpet", horn)


def ducklings(scene: Scene) -> Figure:
    """It marches off; three small ones do exactly as it does."""
    nodes: list[Node] = []
    areas = []
    march = swing(scene, 2)
    for n, (x, size) in enumerate(((304, 0.34), (246, 0.40), (182, 0.46))):
        figure = assembled_duck(scene, stood_as(scene, _march(n % 2 == 0)))
        matrix = (
            Matrix.moved(x - MIDDLE, -3 * abs(march if n % 2 else 1 - abs(march)))
            @ Matrix.turned(5 * march * (-1) ** n, (MIDDLE, GROUND))
            @ Matrix.scaled(size, size, (MIDDLE, GROUND))
        )
        nodes.append(Group((figure.node,), matrix=matrix))
        areas.append(placed(figure.silhouette, matrix))
    lead = assembled_duck(scene, stood_as(scene, _march(True)))
    matrix = (
        Matrix.moved(-90, 0) @ Matrix.turned(5 * march, (MIDDLE, GROUND)) @ Matrix.scaled(0.74, 0.74, (MIDDLE, GROUND))
    )
    nodes.append(Group((lead.node,), matrix=matrix))
    return carried(lead, matrix, tuple(nodes), "ducklings", *areas)


def _march(first: bool) -> Pose:
    out = Arm((1.45, 0.35), Part.BODY, 0.4, Hand.OPEN)
    pose = Pose(left=out, right=out, legs=Legs.WALK, tail=0.8)
    return pose if first else pose.mirrored()
