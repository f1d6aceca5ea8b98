"""The scribbled person's build: potato head, tee, noodle limbs, and a face whose eyes never got the same size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Node, Point
from pyojeong.media.drawing.paths import arc, circle, curve, lines, oval, smooth
from pyojeong.performing.character.acting import Acting, Arm
from pyojeong.performing.character.assembling import Dress, heaped
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.doodle_hair import Hair, Scalp, hair
from pyojeong.performing.character.face import (
    Brows,
    Cheeks,
    Eyes,
    FacePlaces,
    FaceStyle,
    Nose,
    brow_nodes,
    cheek_nodes,
    eye_nodes,
    mouth_nodes,
    nose_nodes,
)
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.hands import Family
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Looks, Mouth
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.strokes import chance_of
from pyojeong.performing.character.wear import clothes, glasses

STYLE = FaceStyle(
    eyes=Eyes.DOT,
    brows=Brows.LINE,
    nose=Nose.HOOK,
    cheeks=Cheeks.HATCH,
    rest=Mouth.LINE,
    line=0.95,
    blush=0.35,
    shine=0.0,
    inside="#c8323c",
    tongue="#ff8d92",
    blush_colour="#ff5a5f",
)
HEADS: Mapping[str, tuple[Point, ...]] = MappingProxyType(
    {
        "potato": (
            *((0.04, -1.0), (0.48, -0.90), (0.76, -0.52), (0.84, -0.06), (1.0, 0.34), (0.94, 0.74), (0.56, 0.96)),
            *(
                (-0.04, 0.97),
                (-0.58, 0.99),
                (-0.96, 0.78),
                (-1.0, 0.38),
                (-0.83, -0.04),
                (-0.74, -0.52),
                (-0.42, -0.90),
            ),
        ),
        "egg": (
            *((0.0, -1.0), (0.46, -0.88), (0.80, -0.46), (0.97, 0.10), (0.92, 0.56), (0.60, 0.90)),
            *((0.0, 1.0), (-0.60, 0.92), (-0.95, 0.56), (-0.96, 0.10), (-0.82, -0.46), (-0.46, -0.90)),
        ),
        "jar": (
            *((0.0, -0.97), (0.60, -0.96), (0.86, -0.80), (0.90, -0.20), (0.93, 0.50), (0.84, 0.92), (0.40, 0.99)),
            *((-0.3, 0.97), (-0.82, 0.94), (-0.93, 0.62), (-0.90, 0.0), (-0.88, -0.74), (-0.62, -0.97)),
        ),
        "onion": (
            *((0.02, -1.10), (0.16, -0.86), (0.56, -0.62), (0.90, -0.14), (1.0, 0.30), (0.86, 0.74), (0.46, 0.97)),
            *((0.0, 0.99), (-0.48, 0.97), (-0.88, 0.74), (-1.0, 0.28), (-0.90, -0.16), (-0.56, -0.64), (-0.14, -0.86)),
        ),
        "peanut": (
            *((0.0, -1.0), (0.50, -0.92), (0.78, -0.58), (0.74, -0.20), (0.86, 0.14), (1.0, 0.50), (0.78, 0.88)),
            *((0.0, 1.0), (-0.80, 0.88), (-1.0, 0.50), (-0.86, 0.14), (-0.75, -0.20), (-0.80, -0.58), (-0.50, -0.92)),
        ),
    }
)
"""Heads, clockwise from the top, in half sizes; none of them is symmetric."""
HEAD_OPTIONS = (
    Option("potato", "감자", "Potato"),
    Option("egg", "달걀", "Egg"),
    Option("jar", "항아리", "Jar"),
    Option("onion", "양파", "Onion"),
    Option("peanut", "땅콩", "Peanut"),
)
BEARDS = (
    Option("none", "없음", "None"),
    Option("stubble", "까칠한 수염", "Stubble"),
    Option("moustache", "콧수염", "Moustache"),
    Option("goatee", "염소수염", "Goatee"),
    Option("full", "덥수룩한 수염", "Full beard"),
)
BOTTOMS = (
    Option("bare", "맨다리", "Bare legs"),
    Option("shorts", "반바지", "Shorts"),
    Option("trousers", "긴바지", "Trousers"),
)


def build(choices: Choices) -> Build:
    """Its sizes."""
    width, height = 102 * choices.number("face-width"), 89 * choices.number("face-length")
    long, legs, limbs = 44 * choices.number("torso"), choices.number("legs"), choices.number("limbs")
    foot = 30 * legs
    body = Frame((180.0, 336 - foot - 0.86 * long), (41 * choices.number("belly"), long))
    return Build(
        head=Frame((180.0, body.centre[1] - 0.80 * long - 0.72 * height), (width, height)),
        body=body,
        shoulder=(0.62, -0.62),
        arm=15.0 * limbs,
        bones=(40.0, 38.0),
        hand=15.5 * limbs**0.5,
        leg=13.5 * limbs,
        foot=(15.0 * limbs**0.5, 7.6 * limbs**0.5),
        hip=0.48,
        family=Family.MITTEN,
        rest=Arm((1.42, 0.62), bend=0.4),
        sleeve=0.30,
        paw=1.3,
    )


def layout(choices: Choices) -> Layout:
    """Its face at rest."""
    return Layout(
        eyes=(0.36 * choices.number("eye-distance"), -0.06),
        eye_radius=0.098 * choices.number("eye-size"),
        brows_above=0.27,
        mouth_down=0.46,
        mouth_size=0.27 * choices.number("mouth-size"),
        cheeks=(0.66, 0.30),
        cheek_size=(0.14, 0.11),
        nose_down=0.16,
    )


def head_path(choices: Choices, frame: Frame, seed: int) -> skia.Path:
    """A potato's outline; every seed grew a little differently."""
    chance = chance_of(f"{seed}:potato")
    grown = [
        (x + chance.uniform(-0.03, 0.03), y + chance.uniform(-0.02, 0.02)) for x, y in HEADS[choices.option("head")]
    ]
    return smooth([frame.at(x, y) for x, y in grown])


def body_path(body: Frame) -> skia.Path:
    """A tee: narrow shoulders, a hem that never hung straight."""
    half = ((-0.52, -0.98), (0.50, -0.98), (0.72, -0.60), (0.90, 0.30), (0.98, 0.84), (0.40, 0.90), (-0.94, 0.86))
    return smooth([body.at(x, y) for x, y in (*half, (-0.88, 0.30), (-0.70, -0.62))], ease=0.11)


def face_parts(choices: Choices, stood: Posture) -> FacePlaces:
    """Where its features are, on the upright head."""
    return places(stood, layout(choices))


def dress(
    pen: Pen,
    choices: Choices,
    stood: Posture,
    acting: Acting,
    looks: Looks,
    *,
    seed: int,
    outline: skia.Path | None = None,
) -> Dress:
    """What makes it a doodle; ``outline`` is another head than its own."""
    skin, shirt = choices.colour("skin"), choices.colour("clothes-colour")
    outline, where = outline or head_path(choices, stood.upright_head, seed), face_parts(choices, stood)
    back, top = _hair(pen, choices, stood, acting, outline)
    inner, over = _clothes(pen, choices, stood.body)
    return Dress(
        skin=skin,
        torso=shirt,
        body=body_path(stood.body),
        head=outline,
        head_nodes=(
            *_ears(pen, choices, stood),
            *pen.shape(outline, skin, part="head"),
            *beard(pen, choices.option("beard"), stood, choices.colour("beard-colour")),
            *top.nodes,
            *features(pen, choices, where, acting, looks),
        ),
        eyes=where.eyes,
        eye_radius=where.eye_radius,
        mouth=where.mouth,
        behind_head=back.nodes,
        on_body=(*inner, *_shorts(pen, choices, stood.body)),
        over_body=over,
        sleeve=shirt,
        trousers=choices.colour("second-colour") if choices.option("bottom") == "trousers" else skin,
        shoe=choices.colour("shoes"),
        sole=mixed(choices.colour("shoes"), pen.ink, 0.25),
        crown=(*back.areas, *top.areas),
        hair=heaped(*top.areas) if top.areas else None,
    )


def features(pen: Pen, choices: Choices, where: FacePlaces, acting: Acting, looks: Looks) -> Nodes:
    """Its face, one eye larger than the other, and its glasses."""
    style = replace(STYLE, blush_colour=choices.colour("blush"))
    unequal = choices.number("unequal")
    larger, smaller = (replace(where, eye_radius=where.eye_radius * (1 + s * unequal)) for s in (1, -1))
    return (
        *cheek_nodes(pen, where, style, acting, looks),
        *mouth_nodes(pen, where, style, acting, looks),
        *nose_nodes(pen, where, style, acting, looks),
        eye_nodes(pen, smaller, style, acting, looks)[0],
        eye_nodes(pen, larger, style, acting, looks)[1],
        *brow_nodes(pen, where, style, acting, looks),
        *glasses(pen, choices.option("glasses"), where, choices.colour("glasses-colour")),
    )


def _ears(pen: Pen, choices: Choices, stood: Posture) -> Nodes:
    """Two handles, and the curl in each."""
    head, size = stood.upright_head, choices.number("ears")
    w = head.half_size[0]
    drawn: list[Node] = []
    for side in (-1, 1):
        x, y = head.at(side * (0.86 + 0.05 * size) - 0.25 * stood.face[0] / w, 0.04)
        area = oval((x, y), (0.13 * size * w, 0.155 * size * w))
        curl = curve(
            (x + side * 0.02 * size * w, y - 0.06 * size * w),
            (x + side * 0.09 * size * w, y - 0.05 * size * w),
            (x + side * 0.08 * size * w, y + 0.05 * size * w),
            (x + side * 0.02 * size * w, y + 0.06 * size * w),
        )
        drawn.extend(pen.shape(area, choices.colour("skin"), part=f"ear{side}"))
        drawn.extend(pen.line(curl, width=0.55 * pen.width, part=f"curl{side}"))
    return tuple(drawn)


def _hair(pen: Pen, choices: Choices, stood: Posture, acting: Acting, outline: skia.Path) -> Hair:
    (w, h), head = stood.head.half_size, stood.upright_head
    turn = stood.face[0] / w, stood.face[1] / h
    volume, colour = choices.number("hair-volume"), choices.colour("hair-colour")
    return hair(Scalp(pen, head, outline, colour, volume, acting.pose.ears, turn), choices.option("hair-style"))


def beard(pen: Pen, kind: str, stood: Posture, colour: str) -> Nodes:
    """Hair on the lower face, in quick strokes."""
    if kind == "none":
        return ()

    def at(x: float, y: float) -> Point:
        return on_head(stood, x, y)

    fine = 0.6 * pen.width
    if kind == "stubble":
        ways = [(0.13 * n + 0.05 * (m % 2), 0.62 + 0.13 * m) for m in range(3) for n in range(-4, 5)]
        dots = [lines([at(x, y), at(x + 0.015, y + 0.045)]) for x, y in ways]
        return tuple(n for k, d in enumerate(dots) for n in pen.line(d, width=fine, colour=colour, part=f"stubble{k}"))
    if kind == "moustache":
        sides = [smooth([at(0.0, 0.29), at(s * 0.17, 0.27), at(s * 0.33, 0.37), at(s * 0.14, 0.37)]) for s in (-1, 1)]
        return tuple(n for k, m in enumerate(sides) for n in pen.shape(m, colour, width=fine, part=f"moustache{k}"))
    if kind == "goatee":
        tuft = lines([at(-0.16, 0.72), at(-0.07, 1.02), at(0.0, 0.88), at(0.08, 1.08), at(0.16, 0.72)], closed=True)
        return pen.shape(tuft, colour, width=fine, part="goatee")
    return _full_beard(pen, at, colour)


def _full_beard(pen: Pen, at: Callable[[float, float], Point], colour: str) -> Nodes:
    low = [(1.02, 0.30), (0.98, 0.72), (0.70, 0.92), (0.52, 1.10), (0.30, 0.98), (0.10, 1.16), (-0.14, 1.0)]
    low += [(-0.36, 1.12), (-0.58, 0.94), (-0.94, 0.78), (-1.02, 0.30)]
    high = [(-0.62, 0.40), (-0.38, 0.24), (-0.10, 0.28), (0.12, 0.28), (0.40, 0.24), (0.62, 0.40)]
    return pen.shape(smooth([at(*p) for p in (*low, *high)], ease=0.10), colour, part="beard")


def _clothes(pen: Pen, choices: Choices, body: Frame) -> tuple[Nodes, Nodes]:
    """What is on the tee."""
    kind, colour = choices.option("clothes"), choices.colour("print-colour")
    if kind == "plain":
        return (), ()
    if kind == "stripes":
        bands = [arc(body.at(-1.2, y), body.at(0.0, y + 0.12), body.at(1.2, y)) for y in (-0.2, 0.2, 0.6)]
        width = 0.17 * body.half_size[1]
        return tuple(n for k, b in enumerate(bands) for n in pen.line(b, width=width, colour=colour, part=f"s{k}")), ()
    if kind == "face":
        return _printed_face(pen, body, colour), ()
    low = Frame(body.at(0.0, 0.26), (body.half_size[0], 0.76 * body.half_size[1]), body.tilt_degrees)
    return clothes(pen, kind, low, colour)


def _printed_face(pen: Pen, body: Frame, colour: str) -> Nodes:
    """A smaller, equally bored face printed on the tee."""
    w = body.half_size[0]
    eyes = [circle(body.at(x, 0.02), 0.09 * w) for x in (-0.3, 0.3)]
    mouth = arc(body.at(-0.3, 0.34), body.at(0.0, 0.44), body.at(0.3, 0.30))
    dots = tuple(n for k, e in enumerate(eyes) for n in pen.fill(e, colour, part=f"print{k}"))
    return (*dots, *pen.line(mouth, width=0.6 * pen.width, colour=colour, part="print-mouth"))


def _shorts(pen: Pen, choices: Choices, body: Frame) -> Nodes:
    if choices.option("bottom") == "bare":
        return ()
    band = smooth(
        [body.at(x, y) for x, y in ((-1.3, 0.56), (0.0, 0.66), (1.3, 0.54), (1.3, 1.4), (-1.3, 1.4))], ease=0.05
    )
    return (Group(pen.shape(band, choices.colour("second-colour"), part="shorts")),)
