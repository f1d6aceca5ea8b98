"""The chestnut's own gags: each redraws the whole figure, its face still says what is felt."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import arc, circle, common, lines, mirrored_smooth, oval, placed, polar, smooth
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.mascot_parts import build, dress, face_parts, head_path
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.wear import hat

GAGS: dict[str, tuple[str, str]] = {
    "puddle": ("녹아내리기", "Melts into a puddle"),
    "roll": ("데굴데굴", "Rolls like a ball"),
    "pancake": ("납작해지기", "Flat as a pancake"),
    "inflate": ("빵빵해지기", "Puffs up"),
    "burr": ("밤송이 속에 숨기", "Hides in its burr"),
    "split": ("쩍 갈라지기", "Splits in two"),
    "roasted": ("군밤 되기", "Gets roasted"),
}
_MIDDLE = 180.0


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """What a gag is drawn from."""

    pen: Pen
    choices: Choices
    acting: Acting
    looks: Looks

    def head(self, centre: Point, half: Point, *, tilt: float = 0.0, face: Point = (0.0, 0.0)) -> Posture:
        """A posture whose head is where the gag wants it; its face shifted by shares of the half sizes."""
        stood = posture(build(self.choices), self.acting)
        frame = Frame(centre, half, tilt)
        shift = stood.face[0] + face[0] * half[0], stood.face[1] + face[1] * half[1]
        return replace(stood, build=replace(stood.build, head=frame), face=shift)

    def topped(self, stood: Posture, top: Point, stand: float) -> Nodes:
        """What is on its head, at ``top``."""
        unit = 0.9 * build(self.choices).head.half_size[0] * self.choices.number("hat-size")
        return hat(
            self.pen, self.choices.option("hat"), top, unit, self.choices.colour("hat-colour"), stand=stand
        ).nodes


def gag_figure(pen: Pen, choices: Choices, acting: Acting, looks: Looks) -> Figure:
    """The figure of ``acting.gag``.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[acting.gag](_Scene(pen, choices, acting, looks))


def _figure(scene: _Scene, stood: Posture, nodes: Nodes, areas: tuple[skia.Path, ...]) -> Figure:
    """A figure that is all head; its hands are nowhere to be seen, so they are told to be at its sides."""
    where, head = face_parts(scene.choices, stood), stood.head
    tilt = Matrix.turned(head.tilt_degrees, head.centre)
    return Figure(
        node=Group((Group(nodes, name=f"gag-{scene.acting.gag}"),)),
        head=head,
        body=Frame(
            (head.centre[0], head.centre[1] + 0.5 * head.half_size[1]), (head.half_size[0], 0.5 * head.half_size[1])
        ),
        eyes=(tilt.of(where.eyes[0]), tilt.of(where.eyes[1])),
        eye_radius=where.eye_radius,
        mouth=tilt.of(where.mouth),
        hands=(head.at(-1.0, 0.6), head.at(1.0, 0.6)),
        silhouette=heaped(*areas),
        ink=scene.pen.ink,
    )


def _faced(scene: _Scene, stood: Posture, outline: skia.Path) -> Nodes:
    """Head, shell and face in one outline, upright."""
    parts = dress(scene.pen, scene.choices, stood, scene.acting, scene.looks, outline=outline)
    return parts.head_nodes


def _several(pen: Pen, paths: Sequence[skia.Path], colour: str, part: str) -> Nodes:
    """Shapes of one colour."""
    return tuple(node for n, path in enumerate(paths) for node in pen.shape(path, colour, part=f"{part}-{n}"))


def _lined(pen: Pen, paths: Sequence[skia.Path], share: float, part: str, colour: str | None = None) -> Nodes:
    """Lines of a share of the pen's width."""
    wide = pen.width * share
    return tuple(n for i, p in enumerate(paths) for n in pen.line(p, width=wide, colour=colour, part=f"{part}-{i}"))


def _swing(scene: _Scene, size: float) -> float:
    """Once to and fro in a cycle."""
    return size * math.sin(2 * math.pi * scene.acting.phase)


_MELTED: tuple[tuple[float, float, float], ...] = (
    *((-160, -8, 0), (-116, -22, 0), (-88, -62, 1), (-44, -102, 0), (0, -112, -1), (46, -100, 0), (86, -60, -1)),
    *((118, -24, 0), (162, -8, 0), (138, 6, 0), (64, 3, 0), (0, 7, 0), (-68, 3, 0), (-136, 6, 0)),
)
"""Edge of the puddle from its middle on the ground: right, down, and how much it sways."""


def _puddle(scene: _Scene) -> Figure:
    """Melted: a wide puddle with a face, the shell sliding off."""
    sway = _swing(scene, 3)
    stood = scene.head((_MIDDLE, GROUND - 52), (128, 62), face=(0.0, 0.06))
    outline = smooth([(_MIDDLE + x, GROUND + y + share * sway) for x, y, share in _MELTED])
    splash = [oval((x, GROUND - 2), (w, 5)) for x, w in ((8, 7), (352, 6))]
    drops = _several(scene.pen, splash, scene.choices.colour("flesh"), "splash")
    return _figure(scene, stood, (*drops, *_faced(scene, stood, outline)), (outline,))


def _roll(scene: _Scene) -> Figure:
    """Arms and legs drawn in: a ball that turns once a cycle, with the wind behind it."""
    turn = 360.0 * scene.acting.phase - 22.0
    centre, radius = (_MIDDLE, GROUND - 112.0), 112.0
    stood = scene.head(centre, (radius, radius), tilt=turn)
    outline = circle(centre, radius)
    feet = [oval((centre[0] + s * 52, centre[1] + radius + 2), (22, 14)) for s in (-1, 1)]
    wind = [lines([(22 + 10 * n, GROUND - 60 - 52 * n), (50 + 6 * n, GROUND - 60 - 52 * n)]) for n in range(3)]
    ball = (*_several(scene.pen, feet, scene.choices.colour("body"), "foot"), *_faced(scene, stood, outline))
    nodes = (*_lined(scene.pen, wind, 0.8, "wind"), Group(ball, matrix=Matrix.turned(turn, centre)))
    return _figure(scene, stood, nodes, (outline,))


def _pancake(scene: _Scene) -> Figure:
    """Run over: a thin disc on the ground, limbs stretched out."""
    centre, half = (_MIDDLE, GROUND - 32), (152, 36)
    stood = scene.head(centre, half, face=(0.0, -0.04))
    outline = mirrored_smooth([(0.0, -1.0), (0.62, -0.86), (1.0, 0.0), (0.72, 0.82)], centre, half)
    limbs = [oval((_MIDDLE + s * x, y), (26, 11)) for s in (-1, 1) for x, y in ((138, GROUND - 8), (62, GROUND + 3))]
    stubs = _several(scene.pen, limbs, scene.choices.colour("body"), "limb")
    return _figure(scene, stood, (*stubs, *_faced(scene, stood, outline)), (outline, *limbs))


def _inflate(scene: _Scene) -> Figure:
    """So full that it is a balloon with stubs; it swells once a cycle."""
    swell = 1 + _swing(scene, 0.025)
    centre, half = (_MIDDLE, GROUND - 142 * swell), (150 * swell, 136 * swell)
    stood = scene.head(centre, half, face=(0.0, -0.02))
    outline = mirrored_smooth([(0.0, -1.0), (0.70, -0.72), (1.0, 0.0), (0.74, 0.74), (0.25, 1.0)], centre, half)
    stubs = [
        placed(oval((centre[0] + s * x, y), (22, 15)), Matrix.turned(s * t, (centre[0] + s * x, y)))
        for s in (-1, 1)
        for x, y, t in ((half[0] + 2, centre[1] + 30, -34.0), (46, GROUND - 6, 0.0))
    ]
    limbs = _several(scene.pen, stubs, scene.choices.colour("body"), "stub")
    return _figure(scene, stood, (*limbs, *_faced(scene, stood, outline)), (outline, *stubs))


def _burr_path(centre: Point, radius: float, spikes: int, shake: float) -> skia.Path:
    """A ball of spikes of three lengths."""
    longer = (1.0, 0.93, 1.06)
    points = [
        polar(centre, radius * (longer[n // 2 % 3] if n % 2 == 0 else 0.84), 360 * n / (2 * spikes) - 90 + shake)
        for n in range(2 * spikes)
    ]
    return lines(points, closed=True)


_OPENING = ((0.0, -0.74), (0.62, -0.62), (0.88, -0.02), (0.62, 0.50), (0.0, 0.62))
"""Where the burr gapes, in half sizes of the head."""
_LIP = ((-1.34, 0.35), (-0.82, 0.45), (-0.41, 0.35), (0.0, 0.45), (0.41, 0.35), (0.82, 0.45), (1.34, 0.35), (0.0, 1.5))
"""The burr's lower lip, before the chin."""
_WITHIN = ((0.0, -0.98), (0.88, -0.5), (1.0, 0.2), (0.6, 0.95))
"""The head inside it."""


def _burr(scene: _Scene) -> Figure:
    """Only the eyes look out of the burr."""
    pen, centre, half = scene.pen, (_MIDDLE, GROUND - 122.0), (112.0, 98.0)
    stood = scene.head(centre, half, face=(0.0, -0.06))
    green = mixed(scene.choices.colour("hat-colour"), "#8a7a2a", 0.45)
    ball = _burr_path(centre, 138.0, 30, 1.6 * math.sin(4 * math.pi * scene.acting.phase))
    opening = mirrored_smooth(_OPENING, centre, half)
    lip = smooth([stood.upright_head.at(*place) for place in _LIP])
    inside = (
        *_faced(scene, stood, mirrored_smooth(_WITHIN, centre, half)),
        *pen.fill(lip, green, part="lip"),
        *pen.edge(lip, part="lip"),
    )
    nodes = (
        *pen.shape(ball, green, part="burr"),
        *_quills(pen, centre, mixed(green, "#ffffff", 0.35)),
        *pen.shape(opening, mixed(pen.ink, green, 0.25), part="opening"),
        Group(inside, clip=opening),
        *pen.edge(opening, part="opening"),
    )
    return _figure(scene, stood, nodes, (ball,))


def _quills(pen: Pen, centre: Point, colour: str) -> Nodes:
    """Single spikes on the burr's face, pointing outward."""
    drawn: list[Node] = []
    for ring, count, start in ((108.0, 16, 8.0), (124.0, 20, 0.0)):
        for n in range(count):
            turn = start + 360 * n / count
            spike = lines([polar(centre, ring, turn), polar(centre, ring + 14, turn + 4)])
            drawn.extend(pen.line(spike, width=pen.width * 0.55, colour=colour, part=f"quill-{ring}-{n}"))
    return tuple(drawn)


_CRACK = (
    (0.0, -1.6),
    (0.0, -1.0),
    (-0.12, -0.72),
    (0.10, -0.44),
    (-0.10, -0.14),
    (0.12, 0.14),
    (-0.08, 0.42),
    (0.10, 0.70),
    (0.0, 1.0),
    (0.0, 1.6),
)
"""Where it cracks, in half sizes of the head, from above its top to below its chin."""


def _split(scene: _Scene) -> Figure:
    """Cracked down the middle: the halves lean apart and show the flesh between them."""
    gape = 9 + 2.5 * math.sin(2 * math.pi * scene.acting.phase)
    stood = posture(build(scene.choices), replace(scene.acting, gag=""))
    head, pen, coat = stood.upright_head, scene.pen, scene.choices.colour("body")
    plain = dress(pen, scene.choices, stood, scene.acting, scene.looks)
    seam = [head.at(*place) for place in _CRACK]
    feet = [oval((_MIDDLE + s * 26, GROUND - 13), (22, 14)) for s in (-1, 1)]
    core = circle(head.centre, 0.7 * head.half_size[1])
    nodes: list[Node] = [*_several(pen, feet, coat, "foot"), *pen.shape(plain.body, coat, part="body")]
    nodes += pen.shape(core, scene.choices.colour("flesh"), part="core")
    for side in (-1, 1):
        half = lines([*seam, head.at(side * 2, 1.6), head.at(side * 2, -1.6)], closed=True)
        edge = common(plain.head, half)
        moved = Matrix.turned(side * gape, head.at(0, 0.92)) @ Matrix.moved(side * 5.0, 0.0)
        shown = Group(plain.head_nodes, clip=half)
        backing = pen.shape(edge, scene.choices.colour("flesh"), part=f"half{side}")
        nodes.append(Group((*backing, shown, *pen.edge(edge, part=f"half{side}")), matrix=moved))
    return _figure(scene, stood, tuple(nodes), (plain.head, plain.body, *feet))


_BAG = ((-116, -92), (-68, -82), (0, -92), (68, -82), (116, -92), (102, 0), (-102, 0))
"""A paper bag around the middle of the ground."""
_PAPER = "#e8cfa4"


def _roasted(scene: _Scene) -> Figure:
    """Dark from the fire, a cross burst open on its shell, in a paper bag."""
    pen, choices = scene.pen, scene.choices
    flesh, shell = mixed(choices.colour("flesh"), "#d98f3c", 0.42), mixed(choices.colour("shell"), "#2a1a14", 0.5)
    warm = replace(scene, choices=replace(choices, chosen={**choices.chosen, "flesh": flesh, "shell": shell}))
    stood = warm.head((_MIDDLE, GROUND - 166 + _swing(scene, 3)), (112, 96), face=(0.0, -0.10))
    head = stood.upright_head
    outline = head_path(choices, head)
    burst = [lines([head.at(s * 0.16, -0.88), head.at(-s * 0.16, -0.62)]) for s in (-1, 1)]
    bag = smooth([(_MIDDLE + x, GROUND + y) for x, y in _BAG], ease=0.05)
    folds = [arc((_MIDDLE + s * 84, 270), (_MIDDLE + s * 76, 296), (_MIDDLE + s * 82, 326)) for s in (-1, 1)]
    crumb = _lined(pen, burst, 1.6, "burst", flesh)
    paper = (*pen.shape(bag, _PAPER, part="bag"), *_lined(pen, folds, 0.5, "fold", mixed(_PAPER, pen.ink, 0.4)))
    return _figure(warm, stood, (*_faced(warm, stood, outline), *crumb, *paper), (outline, bag))


_DRAWN: Mapping[str, Callable[[_Scene], Figure]] = {
    "puddle": _puddle,
    "roll": _roll,
    "pancake": _pancake,
    "inflate": _inflate,
    "burr": _burr,
    "split": _split,
    "roasted": _roasted,
}
