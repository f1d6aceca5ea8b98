"""The doodle's own gags: paper and felt pen obey no laws of nature, and neither does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import arc, circle, lines, oval, placed, polar, smooth, stroked
from pyojeong.performing.character.acting import Arm, Hand, Layer, Legs, Pose
from pyojeong.performing.character.acts.stances import LIMP, both
from pyojeong.performing.character.assembling import Dress, assembled
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.designs.doodle_parts import dress, face_parts, features
from pyojeong.performing.character.face import FacePlaces
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.hands import hand_at
from pyojeong.performing.character.looks import Eye, Looks, Mouth
from pyojeong.performing.character.pens import Nodes

WATER, PALE = "#5bb3f0", "#bfe6ff"
RAINBOW = ("#ff5a5f", "#ff9f40", "#ffe14d", "#63c974", "#4fa8f0", "#9a6cf0")
_MIDDLE = 180.0


@dataclass(frozen=True, slots=True, eq=False)
class Doodled:
    """A gag's head: where it is, what it is drawn with, and its face.

    Attributes:
        gag: The gag.
        stood: The posture.
        dressed: Its parts.
        where: Its features.
    """

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
        """Hair, head and face, tilted."""
        return (Group((*self.dressed.behind_head, *self.dressed.head_nodes), matrix=self.tilt),)

    @property
    def area(self) -> skia.Path:
        """The tilted head's."""
        return placed(self.dressed.head, self.tilt)

    @property
    def eyes(self) -> tuple[Point, Point]:
        """Where they are on the canvas."""
        return self.tilt.of(self.where.eyes[0]), self.tilt.of(self.where.eyes[1])

    @property
    def mouth(self) -> Point:
        """Where it is on the canvas."""
        return self.tilt.of(self.where.mouth)

    def figure(self, nodes: Nodes, *areas: skia.Path, body: Frame | None = None) -> Figure:
        """The whole; ``body`` where it is not under the head."""
        return self.gag.figure(self.stood, self.where, nodes, self.area, *areas, body=body, hair=self.dressed.hair)


def doodled(gag: Gag, stood: Posture, seed: int, *, outline: skia.Path | None = None) -> Doodled:
    """A head and all that is on it."""
    dressed = dress(gag.pen, gag.choices, stood, gag.acting, gag.looks, seed=seed, outline=outline)
    return Doodled(gag, stood, dressed, face_parts(gag.choices, stood))


def noodle(gag: Gag, path: skia.Path, colour: str, part: str, *, thick: float | None = None) -> Nodes:
    """An arm or leg along ``path``."""
    return gag.pen.shape(stroked(path, thick or gag.build.arm), colour, part=part)


def paw(gag: Gag, place: Point, part: str, *, hand: Hand = Hand.RELAXED, side: int = 1, turn: float = 0.0) -> Nodes:
    """A hand at ``place``."""
    build = gag.build
    shown = hand_at(hand, build.family, place, build.hand, side=side, forearm_degrees=0.0, turn_degrees=turn)
    skin = gag.choices.colour("skin")
    folds = gag.lines(shown.lines, part + "-fold", share=0.55)
    return (*gag.pen.shape(shown.outline, skin, part=part), *folds)


def _tear_puddle(gag: Gag, seed: int) -> Figure:
    """Flat on the floor in what it wept; the puddle creeps."""
    pen, choices, swell = gag.pen, gag.choices, 3 * gag.swing()
    drawn = doodled(gag, gag.head((128, GROUND - 92), (100, 82), tilt=-9, face=(-0.03, 0.05)), seed)
    y = GROUND
    ends = (14 - swell, y - 10), (348 + swell, y - 6)
    back = [(60, y - 34), (160, y - 40), (262, y - 36), (330, y - 24)]
    puddle = smooth([ends[0], *back, ends[1], (280, y + 7), (190, y + 3), (120, y + 8), (44, y + 4)])
    shine = [arc((34, y - 8), (60, y - 1), (92, y - 2)), arc((300, y - 20), (322, y - 16), (332, y - 8))]
    body = smooth(
        [(170, y - 74), (226, y - 88), (276, y - 70), (292, y - 36), (282, y - 16), (226, y - 12), (166, y - 18)]
    )
    legs = [
        smooth([(276, y - 30), (306, y - 26), (330, y - 34 - 3 * gag.swing(2))], closed=False),
        smooth([(268, y - 20), (300, y - 12), (334, y - 14)], closed=False),
    ]
    skin = choices.colour("skin")
    streams = [_stream(eye, (eye[0] + s * 8 - 4, y - 16)) for s, eye in zip((-1, 1), drawn.eyes, strict=True)]
    arm = smooth([(178, y - 40), (190, y - 16), (216, y - 6)], closed=False)
    nodes: list[Node] = [
        *pen.shape(puddle, PALE, part="puddle"),
        *gag.lines(shine, "shine", share=0.7, colour="#ffffff"),
    ]
    for n, leg in enumerate(legs):
        nodes += noodle(gag, leg, skin, f"leg{n}")
    nodes += [*pen.shape(body, choices.colour("clothes-colour"), part="body"), *drawn.nodes]
    nodes += [*gag.shapes(streams, PALE, "stream", width=0.7 * pen.width)]
    nodes += [*noodle(gag, arm, skin, "arm"), *paw(gag, (220, y - 5), "hand", turn=80)]
    return drawn.figure(tuple(nodes), body, puddle)


def _stream(top: Point, bottom: Point) -> skia.Path:
    """A band of tears that widens on its way down."""
    (x, y), (u, v) = (top[0], top[1] + 10), bottom
    return smooth([(x - 6, y), (x + 6, y), (u + 11, v - 8), (u + 18, v + 6), (u - 16, v + 6), (u - 9, v - 8)], ease=0.1)


def _soul(gag: Gag, seed: int) -> Figure:
    """The body sits there emptied; what feels has left by the mouth and carries the face away."""
    pen = gag.pen
    empty = Looks(Eye.BLANK, Eye.BLANK, Mouth.ROUND)
    slumped = replace(gag.acting, gag="", pose=replace(both(LIMP), legs=Legs.SIT, ears=-1.0))
    stood = posture(gag.build, slumped)
    shell = assembled(pen, stood, dress(pen, gag.choices, stood, slumped, empty, seed=seed))
    small = Matrix.moved(-48, 0) @ Matrix.scaled(0.80, 0.80, (_MIDDLE, GROUND))
    mouth = small.of(shell.mouth)
    bob = 6 * gag.swing()
    drawn = doodled(gag, gag.head((262.0, 92.0 + bob), (62, 54), tilt=8), seed)
    rising = [(206, 150), (196, 98), (218, 48), (264, 30), (314, 52), (330, 102), (308, 146), (262, 172)]
    below = [(mouth[0] + u, mouth[1] + v) for u, v in ((66, 14), (6, 8), (-3, -4), (42, -6))]
    ghost = smooth([*((x, y + bob) for x, y in rising), *below])
    halo = oval((268, 18 + bob), (34, 9))
    arms = [
        arc((206, 122 + bob), (184, 130 + bob), (186, 108 + bob)),
        arc((324, 118 + bob), (346, 112 + bob), (340, 92 + bob)),
    ]
    face = Group(_only_face(drawn), matrix=drawn.tilt)
    lit = pen.line(halo, width=0.8 * pen.width, colour="#f2b632", part="halo")
    nodes = (
        Group((shell.node,), matrix=small),
        *pen.shape(ghost, "#e3f0ff", part="ghost"),
        *gag.lines(arms, "arm"),
        face,
        *lit,
    )
    seated = Frame(small.of(shell.body.centre), shell.body.half_size)
    return drawn.figure(nodes, placed(shell.silhouette, small), ghost, body=seated)


def _only_face(drawn: Doodled) -> Nodes:
    """The features without head, ears and hair."""
    gag = drawn.gag
    return features(gag.pen, gag.choices, drawn.where, gag.acting, gag.looks)


def _rainbow(gag: Gag, seed: int) -> Figure:
    """What it could not stomach comes out in all colours."""
    pen, wave = gag.pen, 4 * gag.swing(2)
    pose = Pose(
        left=Arm((0.98, 0.42), hand=Hand.OPEN, bend=0.9, layer=Layer.BESIDE),
        right=Arm((0.98, 0.42), hand=Hand.OPEN, bend=0.9, layer=Layer.BESIDE),
        legs=Legs.WIDE,
        ears=-0.4,
    )
    acting = replace(gag.acting, gag="", pose=pose)
    stood = posture(gag.build, acting)
    plain = assembled(pen, stood, dress(pen, gag.choices, stood, acting, gag.looks, seed=seed))
    x, y = plain.mouth
    top, low = y + 2, GROUND - 6
    gape = smooth(
        [(x - 36, top - 2), (x - 22, top - 18), (x, top - 22), (x + 22, top - 18), (x + 36, top - 2), (x, top + 8)]
    )
    edge = [(x - 31, top), (x - 34, top + 50 + wave), (x - 40, low - 34), (x - 84, low - 6), (x - 104, low + 6)]
    edge += [
        (x, low + 12),
        (x + 108, low + 5),
        (x + 86, low - 8),
        (x + 40, low - 34),
        (x + 34, top + 50 - wave),
        (x + 31, top),
    ]
    flood = smooth(edge, ease=0.14)
    bands = tuple(_band(x, top, low, n, wave, gag) for n in range(6))
    stars = [_star(*place) for place in ((x - 66, low - 46, 11), (x + 74, low - 62, 13), (x + 60, top + 34, 9))]
    nodes = (
        plain.node,
        *pen.shape(gape, "#8c2f3b", part="gape"),
        Group(pen.fill(flood, RAINBOW[0], part="flood"), name="flood"),
        Group(bands, clip=flood),
        *pen.edge(flood, part="flood"),
        *gag.shapes(stars, "#ffe14d", "star", width=0.6 * pen.width),
    )
    found = gag.figure(stood, face_parts(gag.choices, stood), nodes, plain.silhouette, flood)
    return replace(found, body=plain.body, hair=plain.hair)


def _band(x: float, top: float, low: float, n: int, wave: float, gag: Gag) -> Node:
    """One colour of the rainbow, wide at the floor."""
    a, b = (x + (k - 3) * 11.0 for k in (n, n + 1))
    u, v = (x + (k - 3) * 37.0 for k in (n, n + 1))
    path = skia.Path()
    path.moveTo(a, top - 10)
    path.cubicTo(a - 0.4 * wave, low - 40, a + wave, low - 20, u, low + 16)
    path.lineTo(v, low + 16)
    path.cubicTo(b + wave, low - 20, b - 0.4 * wave, low - 40, b, top - 10)
    path.close()
    return Group(gag.pen.fill(path, RAINBOW[n], part=f"band{n}"))


def _star(x: float, y: float, size: float) -> skia.Path:
    """Four points."""
    return lines([polar((x, y), size * (0.36 if n % 2 else 1.0), 45 * n - 90) for n in range(8)], closed=True)


def _stick_run(gag: Gag, seed: int) -> Figure:
    """It left its outline behind and runs as a stick man, which is faster to draw."""
    pen, choices, step = gag.pen, gag.choices, gag.swing(2)
    hop = abs(step) * 7
    drawn = doodled(gag, gag.head((238, 142 - hop), (64, 57), tilt=10, face=(0.05, 0.0)), seed)
    neck, hip = (226.0, 196.0 - hop), (204.0, 262.0 - hop)
    limbs = [
        lines([neck, hip]),
        lines([(222, 214 - hop), (258 + 10 * step, 232), (288, 206 + 12 * step)]),
        lines([(222, 214 - hop), (184 - 8 * step, 212), (166, 240 - 10 * step)]),
        lines([hip, (250, 270 - 10 * step), (246 + 14 * step, 322), (266 + 14 * step, 322)]),
        lines([hip, (176, 292), (140, 276 - 14 * step), (134, 290 - 14 * step)]),
    ]
    stood = posture(gag.build, replace(gag.acting, gag="", pose=Pose()))
    left = dress(pen, choices, stood, gag.acting, gag.looks, seed=seed)
    ghost = Matrix.moved(-96, 30) @ Matrix.scaled(0.72, 0.72, (_MIDDLE, GROUND))
    dashes = [dash for area in (left.head, left.body) for dash in _dashed(placed(area, ghost))]
    winds = [lines([(x, y), (x - long, y)]) for x, y, long in ((150, 132, 44), (138, 160, 30), (196, 228, 40))]
    dust = [_cloud(x, y, r) for x, y, r in ((110, GROUND - 14, 20), (70, GROUND - 10, 14), (140, GROUND - 26, 12))]
    drops = [_drop(168, 108, 12, 62), _drop(178, 76, 9, 48)]
    nodes = (
        *gag.lines(dashes, "dash", share=0.6, colour="#8b8b94"),
        *gag.lines(winds, "wind", share=0.8),
        *gag.shapes(dust, "#ffffff", "dust", width=0.8 * pen.width),
        *gag.lines(limbs, "limb", share=1.35),
        *drawn.nodes,
        *gag.shapes(drops, WATER, "drop", width=0.6 * pen.width),
    )
    return drawn.figure(nodes, *(stroked(limb, 12) for limb in limbs))


def _dashed(path: skia.Path) -> list[skia.Path]:
    """``path`` in short strokes."""
    measure, found = skia.PathMeasure(path, False), []
    length = measure.getLength()
    count = max(6, int(length / 22))
    for n in range(count):
        piece = skia.Path()
        measure.getSegment(length * n / count, length * (n + 0.55) / count, piece, True)
        found.append(piece)
    return found


def _cloud(x: float, y: float, r: float) -> skia.Path:
    """A puff of dust."""
    bumps = [polar((x, y), r * (1.0 if n % 2 else 0.72), 36 * n) for n in range(10)]
    return smooth([(a, y + 0.7 * (b - y)) for a, b in bumps])


def _drop(x: float, y: float, r: float, degrees: float) -> skia.Path:
    """A drop that flies away from where its tip points."""
    half = [(0.0, -1.6), (0.66, 0.0), (0.5, 0.8), (0.0, 1.05), (-0.5, 0.8), (-0.66, 0.0)]
    return placed(smooth([(x + r * u, y + r * v) for u, v in half]), Matrix.turned(degrees, (x, y)))


def _balloon(gag: Gag, seed: int) -> Figure:
    """The head has come loose and lets its air out."""
    pen, choices, sway = gag.pen, gag.choices, gag.swing()
    stretched = 1 + 0.05 * gag.swing(2)
    centre = 236.0 + 8 * sway, 116.0 + 6 * gag.swing(1, 0.25)
    drawn = doodled(gag, gag.head(centre, (94 * stretched, 82 / stretched), tilt=26 + 6 * sway), seed)
    tail = drawn.stood.head.at(-0.16, 1.0)
    knot = smooth(
        [tail, (tail[0] - 18, tail[1] + 12), (tail[0] - 6, tail[1] + 26), (tail[0] + 9, tail[1] + 16)], ease=0.08
    )
    puffs = [_cloud(tail[0] - 14 + 26 * n, tail[1] + 44 + 9 * (n % 2), 17 - 3 * n) for n in range(3)]
    acting = replace(
        gag.acting, gag="", pose=Pose(left=Arm((1.7, -0.9), hand=Hand.OPEN), right=Arm((1.7, -0.9), hand=Hand.OPEN))
    )
    stood = posture(gag.build, acting)
    plain = dress(pen, choices, stood, acting, gag.looks, seed=seed)
    rest = replace(plain, head=circle((_MIDDLE, 900), 1), head_nodes=(), behind_head=(), crown=())
    body = assembled(pen, stood, rest)
    aside = Matrix.moved(-92, 0) @ Matrix.turned(-5, (_MIDDLE, GROUND))
    neck = aside.of(stood.body.at(0.0, -0.98))
    hole = oval(neck, (15, 5))
    trail = smooth(
        [neck, (neck[0] - 4, neck[1] - 40), (60, 130), (34, 78), (74, 52), (98, 96), (74, 150), (130, 190), tail],
        closed=False,
    )
    nodes = (
        *gag.lines(_dashed(trail), "trail", share=0.5, colour="#8b8b94"),
        Group((body.node,), matrix=aside),
        *pen.shape(hole, "#4a4a52", width=0.7 * pen.width, part="hole"),
        *gag.shapes(puffs, "#ffffff", "puff", width=0.75 * pen.width),
        *pen.shape(knot, choices.colour("skin"), part="knot"),
        *drawn.nodes,
    )
    left_behind = Frame(aside.of(stood.body.centre), stood.body.half_size)
    return drawn.figure(nodes, placed(plain.body, aside), knot, body=left_behind)


Drawn = Callable[[Gag, int], Figure]
DRAWN: Mapping[str, Drawn] = {
    "tear-puddle": _tear_puddle,
    "soul": _soul,
    "rainbow": _rainbow,
    "stick-run": _stick_run,
    "balloon": _balloon,
}
"""How each of them is drawn."""
