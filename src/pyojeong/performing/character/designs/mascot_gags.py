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
from pyojeong.performing.character.designs.mascot_parts import build, dress, face_parts
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


def _puddle(scene: _Scene) -> Figure:
    """Melted: a wide puddle with a face, the shell sliding off."""
    sway = 3 * math.sin(2 * math.pi * scene.acting.phase)
    stood = scene.head((_MIDDLE, GROUND - 52), (128, 62), face=(0.0, 0.06))
    y = GROUND
    drops = (
        (20, y - 8),
        (64, y - 22),
        (92, y - 62 + sway),
        (136, y - 102),
        (_MIDDLE, y - 112 - sway),
        (226, y - 100),
        (266, y - 60 - sway),
        (298, y - 24),
        (342, y - 8),
        (318, y + 6),
        (244, y + 3),
        (_MIDDLE, y + 7),
        (112, y + 3),
        (44, y + 6),
    )
    outline = smooth(drops)
    splash = [oval((x, y - 2), (w, 5)) for x, w in ((8, 7), (352, 6))]
    nodes = [
        node
        for n, drop in enumerate(splash)
        for node in scene.pen.shape(drop, scene.choices.colour("flesh"), part=f"splash-{n}")
    ]
    return _figure(scene, stood, (*nodes, *_faced(scene, stood, outline)), (outline,))


def _roll(scene: _Scene) -> Figure:
    """Arms and legs drawn in: a ball that turns once a cycle, with the wind behind it."""
    turn = 360.0 * scene.acting.phase - 22.0
    centre, radius = (_MIDDLE, GROUND - 112.0), 112.0
    stood = scene.head(centre, (radius, radius), tilt=turn)
    outline = circle(centre, radius)
    feet = [oval((centre[0] + s * 52, centre[1] + radius + 2), (22, 14)) for s in (-1, 1)]
    tilt = Matrix.turned(turn, centre)
    body: list[Node] = []
    for n, foot in enumerate(feet):
        body.extend(scene.pen.shape(foot, scene.choices.colour("body"), part=f"foot-{n}"))
    wind = [lines([(22 + 10 * n, GROUND - 60 - 52 * n), (50 + 6 * n, GROUND - 60 - 52 * n)]) for n in range(3)]
    streaks = [
        node
        for n, line in enumerate(wind)
        for node in scene.pen.line(line, width=scene.pen.width * 0.8, part=f"wind-{n}")
    ]
    nodes = (*streaks, Group((*body, *_faced(scene, stood, outline)), matrix=tilt))
    return _figure(scene, stood, nodes, (outline,))


def _pancake(scene: _Scene) -> Figure:
    """Run over: a thin disc on the ground, limbs stretched out."""
    stood = scene.head((_MIDDLE, GROUND - 32), (152, 36), face=(0.0, -0.04))
    outline = mirrored_smooth([(0.0, -1.0), (0.62, -0.86), (1.0, 0.0), (0.72, 0.82)], (_MIDDLE, GROUND - 32), (152, 36))
    limbs = [oval((_MIDDLE + s * x, y), (26, 11)) for s in (-1, 1) for x, y in ((138, GROUND - 8), (62, GROUND + 3))]
    nodes = [
        node
        for n, limb in enumerate(limbs)
        for node in scene.pen.shape(limb, scene.choices.colour("body"), part=f"limb-{n}")
    ]
    return _figure(scene, stood, (*nodes, *_faced(scene, stood, outline)), (outline, *limbs))


def _inflate(scene: _Scene) -> Figure:
    """So full that it is a balloon with stubs; it swells once a cycle."""
    swell = 1 + 0.025 * math.sin(2 * math.pi * scene.acting.phase)
    centre, half = (_MIDDLE, GROUND - 142 * swell), (150 * swell, 136 * swell)
    stood = scene.head(centre, half, face=(0.0, -0.02))
    outline = mirrored_smooth([(0.0, -1.0), (0.70, -0.72), (1.0, 0.0), (0.74, 0.74), (0.25, 1.0)], centre, half)
    stubs = [
        placed(oval((centre[0] + s * x, y), (22, 15)), Matrix.turned(s * t, (centre[0] + s * x, y)))
        for s in (-1, 1)
        for x, y, t in ((half[0] + 2, centre[1] + 30, -34.0), (46, GROUND - 6, 0.0))
    ]
    nodes = [
        node
        for n, stub in enumerate(stubs)
        for node in scene.pen.shape(stub, scene.choices.colour("body"), part=f"stub-{n}")
    ]
    return _figure(scene, stood, (*nodes, *_faced(scene, stood, outline)), (outline, *stubs))


def _burr_path(centre: Point, radius: float, spikes: int, shake: float) -> skia.Path:
    """A ball of spikes of three lengths."""
    longer = (1.0, 0.93, 1.06)
    points = [
        polar(centre, radius * (longer[n // 2 % 3] if n % 2 == 0 else 0.84), 360 * n / (2 * spikes) - 90 + shake)
        for n in range(2 * spikes)
    ]
    return lines(points, closed=True)


def _burr(scene: _Scene) -> Figure:
    """Only the eyes look out of the burr."""
    shake = 1.6 * math.sin(4 * math.pi * scene.acting.phase)
    centre, half = (_MIDDLE, GROUND - 122.0), (112.0, 98.0)
    stood = scene.head(centre, half, face=(0.0, -0.06))
    green = mixed(scene.choices.colour("hat-colour"), "#8a7a2a", 0.45)
    ball = _burr_path(centre, 138.0, 30, shake)
    mouth = mirrored_smooth([(0.0, -0.74), (0.62, -0.62), (0.88, -0.02), (0.62, 0.50), (0.0, 0.62)], centre, half)
    front = smooth(
        [
            centre_at(centre, x, y)
            for x, y in (
                (-150, 34),
                (-92, 44),
                (-46, 34),
                (0, 44),
                (46, 34),
                (92, 44),
                (150, 34),
                (96, 120),
                (0, 142),
                (-96, 120),
            )
        ]
    )
    pen = scene.pen
    nodes: list[Node] = [*pen.shape(ball, green, part="burr"), *_quills(pen, centre, mixed(green, "#ffffff", 0.35))]
    nodes += [*pen.shape(mouth, mixed(pen.ink, green, 0.25), part="opening")]
    nodes += [
        Group(
            _faced(scene, stood, mirrored_smooth([(0.0, -0.98), (0.88, -0.5), (1.0, 0.2), (0.6, 0.95)], centre, half)),
            clip=mouth,
        )
    ]
    nodes += [
        *pen.edge(mouth, part="opening"),
        Group((*pen.fill(front, green, part="front"), *pen.edge(front, part="front")), clip=mouth),
    ]
    return _figure(scene, stood, (*nodes, *pen.edge(mouth, part="opening")), (ball,))


def centre_at(centre: Point, right: float, down: float) -> Point:
    """A point from ``centre`` on."""
    return centre[0] + right, centre[1] + down


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


def _several(pen: Pen, paths: Sequence[skia.Path], colour: str, part: str) -> Nodes:
    """Shapes of one colour."""
    return tuple(node for n, path in enumerate(paths) for node in pen.shape(path, colour, part=f"{part}-{n}"))


def _roasted(scene: _Scene) -> Figure:
    """Dark from the fire, a cross burst open on its shell, in a paper bag."""
    choices = scene.choices
    toasted = replace(
        choices,
        chosen={
            **choices.chosen,
            "flesh": mixed(choices.colour("flesh"), "#d98f3c", 0.42),
            "shell": mixed(choices.colour("shell"), "#2a1a14", 0.5),
        },
    )
    warm = replace(scene, choices=toasted)
    bob = 3 * math.sin(2 * math.pi * scene.acting.phase)
    stood = warm.head((_MIDDLE, GROUND - 166 + bob), (112, 96), face=(0.0, -0.10))
    outline = mirrored_smooth(
        [(0.0, -1.06), (0.52, -0.84), (0.88, -0.42), (1.0, 0.14), (0.95, 0.56), (0.7, 0.87), (0.28, 0.99)],
        stood.head.centre,
        (112, 96),
    )
    head = stood.upright_head
    burst = [lines([head.at(-0.16, -0.88), head.at(0.16, -0.62)]), lines([head.at(0.16, -0.88), head.at(-0.16, -0.62)])]
    pen = scene.pen
    crumbs = [
        node
        for n, line in enumerate(burst)
        for node in pen.line(line, width=pen.width * 1.6, colour=toasted.colour("flesh"), part=f"burst-{n}")
    ]
    bag = smooth(
        [
            (64, GROUND - 92),
            (112, GROUND - 82),
            (_MIDDLE, GROUND - 92),
            (248, GROUND - 82),
            (296, GROUND - 92),
            (282, GROUND),
            (78, GROUND),
        ],
        ease=0.05,
    )
    folds = [
        arc((96, GROUND - 66), (104, GROUND - 40), (98, GROUND - 10)),
        arc((264, GROUND - 66), (256, GROUND - 40), (262, GROUND - 10)),
    ]
    paper = "#e8cfa4"
    drawn = (*_faced(warm, stood, outline), *crumbs, *pen.shape(bag, paper, part="bag"))
    lined = [
        node
        for n, fold in enumerate(folds)
        for node in pen.line(fold, width=pen.width * 0.5, colour=mixed(paper, pen.ink, 0.4), part=f"fold-{n}")
    ]
    return _figure(warm, stood, (*drawn, *lined), (outline, bag))


_DRAWN: Mapping[str, Callable[[_Scene], Figure]] = {
    "puddle": _puddle,
    "roll": _roll,
    "pancake": _pancake,
    "inflate": _inflate,
    "burr": _burr,
    "split": _split,
    "roasted": _roasted,
}
