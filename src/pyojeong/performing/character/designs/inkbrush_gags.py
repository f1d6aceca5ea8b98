"""The tiger's own gags: what becomes of dignity."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import cos, radians, sin

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import (
    arc,
    circle,
    lines,
    mirrored_smooth,
    oval,
    placed,
    polar,
    smooth,
    stroked,
)
from pyojeong.performing.character.acting import Arm, Hand, Legs, Pose
from pyojeong.performing.character.acts.stances import both
from pyojeong.performing.character.assembling import Dress, assembled
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.designs.inkbrush_letters import written
from pyojeong.performing.character.designs.inkbrush_parts import dress, face_parts, face_style, seal
from pyojeong.performing.character.face import FacePlaces, face_nodes
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.hands import hand_at
from pyojeong.performing.character.pens import Nodes
from pyojeong.performing.character.strokes import chance_of

_MIDDLE = 180.0
Drawn = Callable[[Gag], Figure]


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A gag's head: where it is, what it is drawn with, and its face."""

    gag: Gag
    stood: Posture
    dressed: Dress
    where: FacePlaces

    @property
    def tilt(self) -> Matrix:
        """The head's."""
        return Matrix.turned(self.stood.head.tilt_degrees, self.stood.head.centre)

    @property
    def nodes(self) -> Nodes:
        """Head and face, tilted."""
        return (Group(self.dressed.head_nodes, matrix=self.tilt),)

    @property
    def area(self) -> skia.Path:
        """The tilted head's."""
        return placed(self.dressed.head, self.tilt)

    def figure(self, nodes: Nodes, *areas: skia.Path, body: Frame | None = None) -> Figure:
        """The whole."""
        return self.gag.figure(self.stood, self.where, nodes, self.area, *areas, body=body)


def painted_head(gag: Gag, centre: Point, half: Point, *, tilt: float = 0.0, face: Point = (0.0, 0.0)) -> Painted:
    """A head where the gag wants it."""
    stood = gag.head(centre, half, tilt=tilt, face=face)
    parts = dress(gag.pen, gag.choices, stood, gag.acting, gag.looks)
    return Painted(gag, stood, parts, face_parts(gag.choices, stood))


def paw(gag: Gag, place: Point, part: str, *, side: int = 1, turn: float = 0.0, hand: Hand = Hand.RELAXED) -> Nodes:
    """A paw with its toes."""
    build = gag.build
    shown = hand_at(hand, build.family, place, build.hand, side=side, forearm_degrees=0.0, turn_degrees=turn)
    (x, y), r = place, build.hand
    tilt = Matrix.turned(turn * side, place)
    toes = [placed(lines([(x + u * r, y - 0.85 * r), (x + u * r, y - 0.35 * r)]), tilt) for u in (-0.34, 0.34)]
    drawn = gag.pen.shape(shown.outline, gag.choices.colour("coat"), part=part)
    return (*drawn, *gag.lines(toes, part + "-toe", share=0.5))


def splatter(key: str, centre: Point, reach: Point, count: int, size: float) -> list[skia.Path]:
    """Drops of ink flung from ``centre``, larger near it."""
    chance = chance_of(key)
    drops = []
    for n in range(count):
        turn, far = radians(360 * n / count + chance.uniform(-14, 14)), chance.uniform(0.72, 1.0)
        r = size * (1.25 - far) * chance.uniform(1.2, 3.2)
        place = centre[0] + reach[0] * far * cos(turn), centre[1] + reach[1] * far * sin(turn)
        long = Matrix.turned(360 * n / count, place)
        drops.append(placed(oval(place, (1.5 * r, r)), long))
    return drops


def _standing(gag: Gag, pose: Pose, **changes: object) -> tuple[Posture, Figure]:
    """The tiger itself in a pose."""
    acting = replace(gag.acting, gag="", pose=pose)
    stood = posture(gag.build, acting)
    looks = replace(gag.looks, **changes) if changes else gag.looks  # type: ignore[arg-type]
    return stood, assembled(gag.pen, stood, dress(gag.pen, gag.choices, stood, acting, looks))


def _meow(gag: Gag) -> Figure:
    """All the air of the mountain goes in, and out comes a very small sound."""
    pen, shake = gag.pen, 2 * gag.swing(3)
    pose = both(Arm((1.45, 0.1), hand=Hand.OPEN, bend=0.8), legs=Legs.WIDE, ears=-0.6, head_shift=(-0.10, -0.02))
    acting = replace(gag.acting, gag="", pose=pose)
    narrow = replace(gag.build, head=replace(gag.build.head, centre=(162.0, gag.build.head.centre[1])))
    stood = posture(narrow, acting)
    plain = assembled(pen, stood, dress(pen, gag.choices, stood, acting, gag.looks))
    x, y = plain.mouth
    maw = smooth(
        [
            (x - 46, y - 18),
            (x, y - 26),
            (x + 46, y - 18),
            (x + 52, y + 20),
            (x + 26, y + 46 + shake),
            (x - 26, y + 46 + shake),
            (x - 52, y + 20),
        ]
    )
    tongue = smooth([(x - 28, y + 26), (x, y + 16), (x + 28, y + 26), (x + 20, y + 56), (x - 20, y + 56)])
    fangs = [lines([(x + s * 36, y - 22), (x + s * 20, y - 24), (x + s * 27, y + 4)], closed=True) for s in (-1, 1)]
    fangs += [lines([(x + s * 30, y + 44), (x + s * 17, y + 47), (x + s * 23, y + 24)], closed=True) for s in (-1, 1)]
    inside = (*pen.fill(tongue, "#e2868a", part="tongue"), *gag.shapes(fangs, "#fffdf6", "fang", width=0.4 * pen.width))
    roar = (*pen.fill(maw, "#6a2426", part="maw"), Group(inside, clip=maw), *pen.edge(maw, part="maw"))
    bubble = smooth(
        [(286, 96), (318, 74), (350, 96), (346, 130), (318, 142), (300, 138), (270, 150), (288, 122)], ease=0.14
    )
    sound = gag.lines(written("냥", (300, 86 + shake), (34, 40)), "sound", share=0.42)
    lit = (*pen.shape(bubble, "#ffffff", width=0.6 * pen.width, part="bubble"), *sound)
    found = gag.figure(stood, face_parts(gag.choices, stood), (plain.node, *roar, *lit), plain.silhouette, maw, bubble)
    return replace(found, body=plain.body, hands=plain.hands)


def _blot(gag: Gag) -> Figure:
    """Scattered: a blot with eyes."""
    pen, choices, wave = gag.pen, gag.choices, gag.swing()
    ink = choices.colour("stripes")
    centre = _MIDDLE, GROUND - 106.0
    blot = _spilt(centre, wave)
    drops = splatter("blot-drops", centre, (162, 122), 15, 7.0)
    drips = [
        stroked(lines([(centre[0] + x, centre[1] + 60), (centre[0] + x, GROUND - low)]), w) for x, low, w in _DRIPS
    ]
    stood = gag.head(centre, (98, 82))
    where = face_parts(choices, stood)
    pool = smooth([(x, GROUND + v) for x, v in _SHORE])
    holes = [oval(eye, (1.45 * where.eye_radius, 1.5 * where.eye_radius)) for eye in where.eyes]
    pale = mixed(choices.colour("coat"), "#ffffff", 0.3)
    snout = mirrored_smooth(
        [(0.0, -0.8), (0.7, -0.6), (1.0, 0.2), (0.6, 0.9)], (where.mouth[0], where.mouth[1] - 2), (50, 37)
    )
    nodes: list[Node] = [
        node for n, area in enumerate((pool, *drips, blot, *drops)) for node in pen.fill(area, ink, part=f"ink{n}")
    ]
    nodes += gag.lines(
        [arc((112, centre[1] - 58), (128, centre[1] - 82), (156, centre[1] - 86))],
        "gleam",
        share=0.8,
        colour=mixed(ink, "#ffffff", 0.55),
    )
    nodes += [node for n, hole in enumerate((*holes, snout)) for node in pen.fill(hole, pale, part=f"hole{n}")]
    style = replace(face_style(choices), brow_colour=pale)
    nodes += face_nodes(pen, where, style, gag.acting, gag.looks)
    return gag.figure(stood, where, tuple(nodes), blot, pool, *drips)


_SHORE = ((40, -4), (92, -26), (180, -34), (270, -24), (326, -6), (230, 3), (110, 4))
_DRIPS = ((-58, 26, 15), (20, 8, 19), (66, 40, 12))


def _spilt(centre: Point, wave: float) -> skia.Path:
    """A blot's ragged edge."""
    chance, points = chance_of("blot"), []
    for n in range(26):
        long = chance.uniform(1.04, 1.30) if n % 2 else chance.uniform(0.86, 0.94)
        place = polar((0.0, 0.0), long * (1 + 0.02 * wave * (n % 3)), 360 * n / 26 - 90)
        points.append((centre[0] + 116 * place[0], centre[1] + 98 * place[1]))
    return smooth(points)


def _rug(gag: Gag) -> Figure:
    """Flat on the floor: a rug with a face, seen from above."""
    pen, choices, ripple = gag.pen, gag.choices, 2 * gag.swing()
    coat, stripe = choices.colour("coat"), choices.colour("stripes")
    y = GROUND
    half = [(0.0, -206), (44, -200), (60, -176), (112, -196 - ripple), (146, -176), (138, -150), (98, -132), (92, -100)]
    half += [(112, -78), (160, -58 + ripple), (166, -28), (136, -12), (84, -32), (30, -26)]
    pelt = smooth([(_MIDDLE + u, y + v) for u, v in half] + [(_MIDDLE - u, y + v) for u, v in reversed(half[1:])])
    tail = stroked(
        smooth(
            [(_MIDDLE, y - 196), (_MIDDLE + 10, y - 232), (_MIDDLE + 44, y - 244), (_MIDDLE + 78, y - 232 + ripple)],
            closed=False,
        ),
        24,
    )
    ribs = [
        arc((_MIDDLE + s * 92, v), (_MIDDLE + s * 60, v - 8), (_MIDDLE + s * 34, v + 3))
        for s in (-1, 1)
        for v in (y - 158, y - 134, y - 110)
    ]
    spine = [lines([(_MIDDLE, y - 188), (_MIDDLE, y - 122)])]
    pads = [oval((_MIDDLE + s * u, y + v), (11, 8)) for s in (-1, 1) for u, v in ((126, -170), (144, -36))]
    drawn = painted_head(gag, (_MIDDLE, y - 62), (84, 62), face=(0.0, 0.02))
    hem = Matrix.scaled(0.93, 0.93, (_MIDDLE, y - 104))
    nodes = (
        *pen.shape(tail, coat, part="tail"),
        *pen.fill(
            stroked(arc((_MIDDLE + 58, y - 241), (_MIDDLE + 70, y - 238), (_MIDDLE + 78, y - 232 + ripple)), 20),
            stripe,
            part="tip",
        ),
        *pen.shape(pelt, coat, part="pelt"),
        *gag.lines([placed(pelt, hem)], "hem", share=0.3, colour=mixed(coat, pen.ink, 0.35)),
        *gag.lines([*ribs, *spine], "rib", share=1.2, colour=stripe),
        *(n for k, p in enumerate(pads) for n in pen.fill(p, mixed(coat, "#d98c86", 0.7), part=f"pad{k}")),
        *seal(pen, choices, (_MIDDLE + 66, y - 120), 24.0),
        *drawn.nodes,
    )
    return drawn.figure(nodes, pelt, tail, body=Frame((_MIDDLE, y - 100), (150, 90)))


def _loaf(gag: Gag) -> Figure:
    """Paws tucked in: a loaf in one stroke, on a cushion."""
    pen, choices, breath = gag.pen, gag.choices, 1 + 0.02 * gag.swing()
    coat, stripe = choices.colour("coat"), choices.colour("stripes")
    y = GROUND
    top = y - 132 * breath
    back = [(150, top + 14), (226, top), *((x, y + v) for x, v in _BACK)]
    loaf = smooth(back)
    cushion = smooth([(x, y + v) for x, v in _CUSHION], ease=0.12)
    ribs = [
        arc((x, top + dy), (x + 8, top + dy + 20), (x - 2, top + dy + 42)) for x, dy in ((222, 4), (250, 12), (278, 30))
    ]
    wrap = smooth([(304, y - 40), (268, y - 26), (220, y - 32), (196, y - 44)], closed=False)
    drawn = painted_head(gag, (136, y - 124), (92, 76), tilt=-4)
    red = choices.colour("neck-colour")
    knots = [circle((x, y - 14), 7) for x in (30, 338)]
    nodes = (
        *pen.shape(cushion, red, part="cushion"),
        *gag.shapes(knots, "#e7b84a", "knot", width=0.5 * pen.width),
        *pen.shape(loaf, coat, part="loaf"),
        *gag.lines(ribs, "rib", share=1.2, colour=stripe),
        *pen.shape(stroked(wrap, 22), coat, part="wrap"),
        *pen.fill(stroked(arc((210, y - 36), (202, y - 42), (196, y - 44)), 19), stripe, part="tip"),
        *drawn.nodes,
        *seal(pen, choices, (284, y - 56), 22.0),
    )
    return drawn.figure(nodes, loaf, cushion, body=Frame((190, y - 60), (130, 50)))


_BACK = ((292, -102), (312, -50), (300, -28), (196, -22), (92, -30), (98, -92))
_CUSHION = (
    *((44, -30), (92, -40), (270, -40), (326, -30), (340, -14)),
    *((322, 0), (180, 4), (40, 0), (26, -14)),
)


DRAWN: Mapping[str, Drawn] = {"meow": _meow, "blot": _blot, "rug": _rug, "loaf": _loaf}
"""How each of them is drawn."""
