"""The dog's head: ears that fly, a great snout, unequal eyes and a tongue that is never in."""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import contrast, mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import arc, circle, lines, mirrored_smooth, oval, placed, smooth
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, HeadDrawn, inner, joyful, ringed
from pyojeong.performing.character.designs.dog_parts import scribbled, tail_colour
from pyojeong.performing.character.face import FacePlaces, FaceStyle, Teeth, brow_nodes, eye_nodes, mouth_nodes
from pyojeong.performing.character.face.features import cheek_nodes
from pyojeong.performing.character.face.style import Brows, Cheeks
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Mouth
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.pens_hand import CrayonPen
from pyojeong.performing.character.wear import glasses, hat

_EARS: dict[str, tuple[tuple[Point, ...], Point, tuple[float, float, float]]] = {
    "floppy": (
        ((-0.14, -0.06), (-0.24, 0.36), (-0.24, 0.78), (0.0, 1.0), (0.24, 0.76), (0.22, 0.30), (0.14, -0.08)),
        (0.60, -0.70),
        (6, 24, 118),
    ),
    "spaniel": (
        (
            (-0.16, -0.06),
            (-0.34, 0.40),
            (-0.42, 0.86),
            (-0.2, 1.12),
            (0.0, 1.02),
            (0.2, 1.14),
            (0.42, 0.84),
            (0.32, 0.36),
            (0.16, -0.08),
        ),
        (0.70, -0.60),
        (10, 22, 104),
    ),
    "button": (
        ((-0.30, 0.08), (-0.16, -0.26), (0.06, -0.36), (0.30, -0.10), (0.40, 0.30), (0.16, 0.42), (-0.04, 0.16)),
        (0.62, -0.70),
        (-16, 6, 50),
    ),
    "prick": (
        ((-0.26, 0.10), (-0.14, -0.40), (0.0, -0.66), (0.14, -0.40), (0.26, 0.10)),
        (0.56, -0.72),
        (-70, -22, -6),
    ),
}
"""Outline of an ear in half widths of the head, its root, and its turn outward when it hangs, rests and flies."""


def style(choices: Choices) -> FaceStyle:
    """How its face is drawn."""
    return FaceStyle(
        teeth=Teeth.BAND,
        brows=Brows.ACTIVE,
        cheeks=Cheeks.HATCH,
        line=0.82,
        blush=0.0,
        shine=1.1,
        tongue=choices.colour("tongue"),
        nose_colour=choices.colour("nose"),
        blush_colour="#ff7d74",
        inside="#7a2b34",
    )


def layout(choices: Choices) -> Layout:
    """Its face at rest: eyes over the snout, the mouth on it."""
    return Layout(
        eyes=(0.36 * choices.number("distance"), -0.12),
        eye_radius=0.105 * choices.number("eyes"),
        brows_above=0.26,
        mouth_down=0.56,
        mouth_size=0.27 * choices.number("mouth"),
        cheeks=(0.74, 0.22),
        cheek_size=(0.13, 0.10),
        nose_down=0.22,
    )


def skull(choices: Choices, head: Frame) -> skia.Path:
    """Narrow on top, jowls below."""
    jowls = 0.14 * choices.number("jowls")
    half = [(0.0, -0.96), (0.44, -0.90), (0.78, -0.54), (0.84, -0.08), (0.88 + jowls, 0.36), (0.84 + jowls, 0.70)]
    return mirrored_smooth([*half, (0.54, 0.96), (0.16, 1.0)], head.centre, head.half_size)


def ear_paths(cast: Cast, head: Frame, *, stand: float | None = None) -> list[skia.Path]:
    """Both ears: they hang in sorrow and fly in joy."""
    choices = cast.choices
    outline, root, turns = _EARS[choices.option("ears")]
    lifted = cast.acting.pose.ears if stand is None else stand
    low, high, share = (turns[0], turns[1], lifted + 1) if lifted < 0 else (turns[1], turns[2], lifted)
    flap = 9 * max(0.0, lifted) * math.sin(2 * math.pi * 2 * cast.acting.phase)
    unit, paths = head.half_size[0] * choices.number("ear-size"), []
    for side in (-1, 1):
        x, y = head.at(root[0] * side, root[1])
        shape = smooth([(x + side * u * unit, y + v * unit) for u, v in outline])
        turn = low + (high - low) * share + flap
        paths.append(placed(shape, Matrix.turned(-side * turn, (x, y))))
    return paths


def head_drawn(cast: Cast, stood: Posture, *, outline: skia.Path | None = None, big_eyes: float = 1.0) -> HeadDrawn:
    """The head, upright; ``outline`` is another skull than its own."""
    pen, choices, acting, looks = cast.pen, cast.choices, cast.acting, cast.looks
    head, manner, where = stood.upright_head, style(choices), places(stood, layout(choices))
    where = replace(where, eye_radius=where.eye_radius * big_eyes)
    own = outline or skull(choices, head)
    ears = ear_paths(cast, head)
    eared = tuple(n for k, ear in enumerate(ears) for n in pen.shape(ear, _ear_colour(choices, k), part=f"ear-{k}"))
    behind = choices.option("ears") == "prick"
    worn = hat(
        pen, choices.option("hat"), on_head(stood, 0.0, -0.92), 0.8 * head.half_size[0], choices.colour("neck-colour")
    )
    nodes: Nodes = (
        *(eared if behind else ()),
        *pen.shape(own, choices.colour("fur"), part="head"),
        *_mask(cast, stood, own),
        *_snout(cast, stood, own),
        *cheek_nodes(pen, where, manner, acting, looks),
        *_tongue(cast, where, manner, under=True),
        *mouth_nodes(pen, where, manner, acting, looks),
        *_tongue(cast, where, manner, under=False),
        *_nose(cast, where, stood, manner),
        *_eyes(cast, where, manner),
        *(() if behind else eared),
        *worn.nodes,
        *glasses(pen, choices.option("glasses"), where, choices.colour("ink")),
    )
    return HeadDrawn(nodes, own, (*ears, *worn.areas), where)


def _ear_colour(choices: Choices, which: int) -> str:
    if choices.option("markings") in ("patch", "spots"):
        return (
            choices.colour("patch" if which == 1 else "fur")
            if choices.option("markings") == "patch"
            else choices.colour("patch")
        )
    return mixed(tail_colour(choices), choices.colour("patch"), 0.5)


_HOOD: tuple[Point, ...] = (
    (-1.1, -1.2),
    (1.1, -1.2),
    (1.1, -0.1),
    (0.6, -0.42),
    (0.16, -0.46),
    (0.0, -0.1),
    (-0.16, -0.46),
    (-0.6, -0.42),
    (-1.1, -0.1),
)
"""What a mask covers, between its notches over the eyes."""
_DOTS = ((-0.56, -0.56, 8), (-0.2, -0.72, 6), (0.30, -0.62, 9), (0.70, -0.30, 6), (-0.74, 0.02, 7))


def _mask(cast: Cast, stood: Posture, own: skia.Path) -> Nodes:
    """Markings of the face, turned with it."""
    pen, choices, kind = cast.pen, cast.choices, cast.choices.option("markings")
    clip, patch, unit = inner(own, pen.width), choices.colour("patch"), stood.head.half_size[0]

    def area(*points: Point) -> skia.Path:
        return smooth([on_head(stood, x, y) if abs(x) < 1 else stood.upright_head.at(x, y) for x, y in points])

    if kind == "patch":
        return (
            scribbled(pen, oval(on_head(stood, 0.40, -0.14), (0.27 * unit, 0.29 * unit)), patch, clip, "eye-patch"),
        )
    if kind == "saddle":
        sides = [
            area((s * 0.14, -1.1), (s * 0.20, -0.3), (s * 0.50, 0.12), (s * 1.1, 0.2), (s * 1.1, -1.1)) for s in (-1, 1)
        ]
        return tuple(scribbled(pen, side, patch, clip, f"mask{n}") for n, side in enumerate(sides))
    if kind == "mask":
        return (scribbled(pen, area(*_HOOD), patch, clip, "mask"),)
    if kind == "spots":
        return tuple(
            n
            for k, (x, y, r) in enumerate(_DOTS)
            for n in pen.fill(circle(on_head(stood, x, y), r), patch, part=f"dot-{k}")
        )
    if kind == "socks":
        blaze = area((-0.10, -1.1), (0.10, -1.1), (0.14, -0.3), (0.26, 0.3), (-0.26, 0.3), (-0.14, -0.3))
        return (scribbled(pen, blaze, choices.colour("light"), clip, "blaze"),)
    return ()


_SNOUT = (
    (0.0, -0.42),
    (0.30, -0.30),
    (0.54, 0.0),
    (0.50, 0.30),
    (0.2, 0.44),
    (-0.2, 0.44),
    (-0.50, 0.30),
    (-0.54, 0.0),
    (-0.30, -0.30),
)
"""Half widths of the head around its middle."""


def _snout(cast: Cast, stood: Posture, own: skia.Path) -> Nodes:
    """The light snout, its whisker dots, and the line from nose to mouth."""
    unit, wide = stood.head.half_size[0], cast.choices.number("snout")
    x, y = on_head(stood, 0.0, 0.50)
    area = smooth([(x + u * wide * unit, y + v * unit) for u, v in _SNOUT])
    nodes: Nodes = (scribbled(cast.pen, area, cast.choices.colour("light"), inner(own, cast.pen.width), "snout"),)
    for side in (-1, 1):
        for u, v in ((0.30, 0.02), (0.38, 0.12), (0.28, 0.18)):
            nodes += cast.pen.fill(circle((x + side * u * wide * unit, y + v * unit), 1.9), cast.pen.ink, opacity=0.7)
    return nodes


def _nose(cast: Cast, where: FacePlaces, stood: Posture, manner: FaceStyle) -> Nodes:
    """A great wet nose."""
    assert where.nose is not None
    (x, y), k = where.nose, 0.155 * stood.head.half_size[0] * cast.choices.number("nose-size")
    sneer = sum(cast.acting.expression.both("noseSneer"))
    y -= 0.22 * k * sneer
    ball = smooth(
        [
            (x - k, y - 0.34 * k),
            (x, y - 0.74 * k),
            (x + k, y - 0.34 * k),
            (x + 0.55 * k, y + 0.44 * k),
            (x, y + 0.74 * k),
            (x - 0.55 * k, y + 0.44 * k),
        ]
    )
    stem = lines([(x, y + 0.7 * k), (x, max(y + 0.9 * k, where.mouth[1] - 0.06 * k))])
    gleam = oval((x - 0.34 * k, y - 0.32 * k), (0.26 * k, 0.16 * k))
    nodes = (
        *cast.pen.line(stem, width=0.6 * cast.pen.width, part="stem"),
        *cast.pen.fill(ball, manner.nose_colour, part="nose"),
        *cast.pen.line(ball, width=0.5 * cast.pen.width, part="nose"),
        *cast.pen.fill(gleam, "#ffffff", opacity=0.85, part="gleam"),
    )
    for n in range(round(2 * min(1.0, sneer / 2))):
        fold = arc(
            (x - 0.8 * k, y - (1.0 + 0.4 * n) * k), (x, y - (1.3 + 0.4 * n) * k), (x + 0.8 * k, y - (1.0 + 0.4 * n) * k)
        )
        nodes += cast.pen.line(fold, width=0.5 * cast.pen.width, part=f"fold-{n}")
    return nodes


def _tongue(cast: Cast, where: FacePlaces, manner: FaceStyle, *, under: bool) -> Nodes:
    """The tongue hangs out of a mouth that rests or is glad: from under a closed lip, over an open one."""
    kind, glad = cast.looks.mouth, joyful(cast.acting)
    if kind not in ((Mouth.OMEGA, Mouth.SMILE) if under else (Mouth.LAUGH,)):
        return ()
    (x, y), size = where.mouth, where.mouth_size
    open_ = cast.acting.expression["jawOpen"] if not under else 0.0
    w, long = 0.24 * size + 4, size * (0.62 + 0.55 * max(0.0, glad)) * cast.choices.number("tongue-length")
    x, y = x + 0.26 * size, y + (0.10 if under else 0.10 + 0.62 * open_) * size
    sway = 2.5 * math.sin(2 * math.pi * 2 * cast.acting.phase)
    shape = smooth(
        [
            (x - w, y),
            (x + w, y),
            (x + 1.12 * w + sway, y + 0.62 * long),
            (x + 0.2 * w + sway, y + long),
            (x - 1.0 * w + sway, y + 0.66 * long),
        ]
    )
    crease = lines([(x, y + 0.14 * long), (x + 0.5 * sway, y + 0.62 * long)])
    return (
        *cast.pen.fill(shape, manner.tongue, part="tongue"),
        *cast.pen.line(shape, width=0.6 * cast.pen.width, part="tongue"),
        *cast.pen.line(
            crease, width=0.4 * cast.pen.width, colour=mixed(manner.tongue, cast.pen.ink, 0.4), part="crease"
        ),
    )


def _eyes(cast: Cast, where: FacePlaces, manner: FaceStyle) -> Nodes:
    """Unequal eyes, as a child draws them, and brows."""
    nodes: list[Group] = []
    for n, size in enumerate((1.12, 0.92)):
        pen, own = _seen(cast, n), replace(where, eye_radius=where.eye_radius * size)
        side = ("right", "left")[n]
        drawn = (
            *eye_nodes(pen, own, ringed(manner, pen, cast.pen.ink), cast.acting, cast.looks),
            *brow_nodes(pen, own, manner, cast.acting, cast.looks),
        )
        nodes += [node for node in drawn if isinstance(node, Group) and node.name.startswith(side)]
    return tuple(nodes)


def _seen(cast: Cast, which: int) -> Pen:
    """The pen, in a lighter ink where the fur around an eye is too dark for its own."""
    kind, choices = cast.choices.option("markings"), cast.choices
    dark = kind == "saddle" or (kind == "patch" and which == 1)
    fur = choices.colour("patch" if dark else "fur")
    if contrast(choices.colour("ink"), fur) >= 2.2:
        return cast.pen
    assert isinstance(cast.pen, CrayonPen)
    return replace(cast.pen, ink=mixed(fur, "#ffffff", 0.85))
