"""The block person's build: one shape a part, bars for limbs, a face that says one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import skia

from pyojeong.media.drawing.colours import luminance, mixed, seen_on
from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import circle, common, lines, oval, placed, rounded, without
from pyojeong.performing.character.acting import Acting, Arm
from pyojeong.performing.character.assembling import Dress, heaped
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.blocks_hair import top
from pyojeong.performing.character.designs.blocks_shapes import bar, head_path, polygon
from pyojeong.performing.character.face import Brows, Cheeks, Eyes, FacePlaces, FaceStyle, Teeth, face_nodes
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.hands import Family
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Looks, Mouth
from pyojeong.performing.character.pens import FlatPen, Nodes, Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear import clothes, glasses
from pyojeong.performing.character.wear.worn import Worn

STYLE = FaceStyle(
    eyes=Eyes.RING,
    brows=Brows.BLOCK,
    teeth=Teeth.BAND,
    cheeks=Cheeks.ROUND,
    rest=Mouth.SMILE,
    line=0.8,
    blush=0.35,
    shine=0.0,
    inside="#3a2340",
    tongue="#ff6b6b",
)
_EYES = {"ball": Eyes.RING, "dot": Eyes.DOT, "bar": Eyes.LINE, "half": Eyes.HALF}
EYES = (
    Option("ball", "흰자 눈", "Balls"),
    Option("dot", "점 눈", "Dots"),
    Option("bar", "막대 눈", "Bars"),
    Option("half", "반달 눈", "Half moons"),
)
BODIES = (
    Option("trapezium", "사다리꼴", "Trapezium"),
    Option("square", "네모", "Square"),
    Option("circle", "동그라미", "Circle"),
    Option("triangle", "세모", "Triangle"),
)
NOSES = (
    Option("none", "없음", "None"),
    Option("triangle", "세모 코", "Triangle"),
    Option("circle", "동그란 코", "Circle"),
)
_FACES: Mapping[str, tuple[Point, float, float]] = MappingProxyType(
    {
        "square": ((0.42, -0.06), 0.44, 0.155),
        "circle": ((0.40, -0.04), 0.46, 0.15),
        "triangle": ((0.36, 0.26), 0.70, 0.135),
        "hexagon": ((0.42, -0.08), 0.44, 0.15),
        "arch": ((0.41, -0.02), 0.46, 0.155),
    }
)
"""Where the eyes are on every head, how low the mouth, and how large the eyes."""
_TOLD = 2.2
"""Contrast of a face's lines with its skin, which nothing outlines; the least that told mouths at 100 pixels."""


def build(choices: Choices) -> Build:
    """Its sizes: everything stands exactly upright."""
    width, height = 94 * choices.number("face-width"), 84 * choices.number("face-length")
    bw, bh = 52 * choices.number("body-width"), 46 * choices.number("body-length")
    leg, limbs = 34 * choices.number("legs"), choices.number("limbs")
    body = Frame((180.0, 330 - leg - 0.90 * bh), (bw, bh))
    return Build(
        head=Frame((180.0, body.centre[1] - bh - height + 3), (width, height)),
        body=body,
        shoulder=(0.80, -0.62),
        arm=20.0 * limbs,
        bones=(34.0, 33.0),
        hand=14.5 * limbs**0.5,
        leg=21.0 * limbs,
        foot=(18.0 * limbs**0.5, 9.5 * limbs**0.5),
        hip=0.5,
        stretch=3.0,
        family=Family.MITTEN,
        rest=Arm((1.34, 0.66), bend=0.0),
        sleeve=0.86,
    )


def layout(choices: Choices) -> Layout:
    """Its face at rest."""
    (x, y), mouth, eye = _FACES[choices.option("head")]
    return Layout(
        eyes=(x * choices.number("eye-distance"), y),
        eye_radius=eye * choices.number("eye-size"),
        brows_above=0.31,
        mouth_down=mouth,
        mouth_size=0.28 * choices.number("mouth-size"),
        cheeks=(x + 0.30, mouth - 0.10),
        cheek_size=(0.10, 0.10),
        nose_down=None,
    )


def face_parts(choices: Choices, stood: Posture) -> FacePlaces:
    """Where its features are, on the upright head."""
    return places(stood, layout(choices))


def body_path(kind: str, body: Frame, corner: float) -> skia.Path:
    """A body's outline.

    Raises:
        KeyError: When there is no body of that name.
    """
    (x, y), (w, h) = body.centre, body.half_size
    radius = (0.16 + 0.4 * corner) * min(w, h)
    if kind == "circle":
        return circle((x, y), 1.04 * (w * h) ** 0.5)
    if kind == "square":
        return rounded(x - 0.92 * w, y - h, 1.84 * w, 2 * h, radius)
    low, high = {"trapezium": (1.12, 0.78), "triangle": (1.3, 0.30)}[kind]
    return polygon([body.at(-high, -1.0), body.at(high, -1.0), body.at(low, 1.0), body.at(-low, 1.0)], radius)


def dress(
    pen: Pen, choices: Choices, stood: Posture, acting: Acting, looks: Looks, *, outline: skia.Path | None = None
) -> Dress:
    """What makes it a block person; ``outline`` is another head than its own."""
    head, skin = stood.upright_head, choices.colour("skin")
    outline = outline or head_path(choices.option("head"), head, choices.number("corner"))
    where, limb = face_parts(choices, stood), choices.colour("limbs-colour")
    back, over = crowned(pen, choices, stood, acting, outline)
    inner, hung = clothes(pen, choices.option("clothes"), stood.body, choices.colour("second-colour"))
    return Dress(
        skin=hand_colour(pen, choices),
        torso=choices.colour("clothes-colour"),
        body=body_path(choices.option("body"), stood.body, choices.number("corner")),
        head=outline,
        head_nodes=(
            *_ears(pen, choices, head),
            *back.nodes,
            *pen.shape(outline, skin, part="head"),
            *beard(pen, choices, stood, outline),
            *over.nodes,
            *features(pen, choices, stood, acting, looks),
            *glasses(pen, choices.option("glasses"), where, choices.colour("glasses-colour")),
        ),
        eyes=where.eyes,
        eye_radius=where.eye_radius,
        mouth=where.mouth,
        on_body=inner,
        over_body=hung,
        sleeve=limb,
        trousers=limb,
        shoe=choices.colour("shoes"),
        sole=mixed(choices.colour("shoes"), pen.ink, 0.3),
        crown=(*back.areas, *over.areas),
        hair=heaped(*over.areas) if over.areas else None,
    )


def hand_colour(pen: Pen, choices: Choices) -> str:
    """Of its hands: a tone off its face, on which nothing else would tell them apart."""
    skin = choices.colour("skin")
    return mixed(skin, pen.ink, 0.18) if luminance(skin) > 0.3 else mixed(skin, "#ffffff", 0.30)


def crowned(pen: Pen, choices: Choices, stood: Posture, acting: Acting, outline: skia.Path) -> tuple[Worn, Worn]:
    """What is on top of it."""
    (w, h), colours = stood.head.half_size, (choices.colour("hair-colour"), choices.colour("shoes"))
    turn = stood.face[0] / w, stood.face[1] / h
    return top(
        pen,
        choices.option("hair-style"),
        stood.upright_head,
        outline,
        colours,
        volume=choices.number("hair-volume"),
        stand=acting.pose.ears,
        turn=turn,
    )


def face_style(choices: Choices) -> FaceStyle:
    """Its manner of face."""
    skin, eyes, ink = choices.colour("skin"), _EYES[choices.option("eyes")], choices.colour("ink")
    return replace(
        STYLE,
        eyes=eyes,
        eye_colour=ink if eyes is Eyes.RING else seen_on(ink, skin, _TOLD),
        blush_colour=choices.colour("blush"),
        brow_colour=seen_on(choices.colour("brow-colour"), skin, _TOLD),
    )


def features(pen: Pen, choices: Choices, stood: Posture, acting: Acting, looks: Looks) -> Nodes:
    """Nose and face."""
    where = face_parts(choices, stood)
    kind, unit = choices.option("nose"), where.eye_radius
    x, y = (where.eyes[0][0] + where.eyes[1][0]) / 2, 0.52 * where.eyes[0][1] + 0.48 * where.mouth[1]
    tone = mixed(choices.colour("skin"), pen.ink, 0.26)
    nose: Nodes = ()
    if kind == "triangle":
        nose = pen.fill(
            polygon([(x, y - 0.7 * unit), (x + 0.6 * unit, y + 0.4 * unit), (x - 0.6 * unit, y + 0.4 * unit)], 4.0),
            tone,
            part="nose",
        )
    elif kind == "circle":
        nose = pen.fill(circle((x, y), 0.46 * unit), tone, part="nose")
    if isinstance(pen, FlatPen):
        pen = replace(pen, ink=seen_on(pen.ink, choices.colour("skin"), _TOLD))
    return (*nose, *face_nodes(pen, where, face_style(choices), acting, looks))


def _ears(pen: Pen, choices: Choices, head: Frame) -> Nodes:
    """Half discs at the sides."""
    size = choices.number("ears")
    if size < 0.05 or choices.option("head") == "triangle":
        return ()
    out = 1.0 if choices.option("head") != "hexagon" else 1.06
    places = [circle(head.at(s * out, 0.08), 0.17 * size * head.half_size[0]) for s in (-1, 1)]
    tone = mixed(choices.colour("skin"), pen.ink, 0.10)
    return tuple(node for n, ear in enumerate(places) for node in pen.shape(ear, tone, part=f"ear{n}"))


def beard(pen: Pen, choices: Choices, stood: Posture, outline: skia.Path) -> Nodes:
    """A block of beard."""
    kind, colour, head = choices.option("beard"), choices.colour("beard-colour"), stood.upright_head
    mouth = layout(choices).mouth_down
    if kind == "none":
        return ()
    if kind == "moustache":
        sides = [
            bar(
                on_head(stood, 0.03 * s, mouth - 0.14), on_head(stood, 0.26 * s, mouth - 0.08), 0.14 * head.half_size[1]
            )
            for s in (-1, 1)
        ]
        return tuple(node for n, side in enumerate(sides) for node in pen.fill(side, colour, part=f"moustache{n}"))
    if kind == "goatee":
        x, y = on_head(stood, 0.0, mouth + 0.38)
        return pen.shape(rounded(x - 15, y - 14, 30, 38, 12), colour, part="goatee")
    high = [on_head(stood, x, mouth + y) for x, y in ((-1.6, -0.34), (-0.46, -0.22), (0.46, -0.22), (1.6, -0.34))]
    grown = placed(outline, Matrix.scaled(1.04, 1.06, head.centre)) if kind == "full" else outline
    area = common(grown, lines([*high, head.at(1.9, 2.0), head.at(-1.9, 2.0)], closed=True))
    if kind == "full":
        gap = oval(on_head(stood, 0.0, mouth + 0.02), (0.36 * head.half_size[0], 0.22 * head.half_size[1]))
        return pen.shape(without(area, gap), colour, part="beard")
    return pen.fill(area, mixed(choices.colour("skin"), colour, 0.32), part="stubble")
