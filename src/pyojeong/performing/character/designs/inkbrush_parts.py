"""The tiger's build, its stripes, its tail that cannot keep a secret, its seal and its face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Node, Point
from pyojeong.media.drawing.paths import (
    along,
    arc,
    circle,
    curve,
    mirrored_smooth,
    oval,
    part,
    rounded,
    smooth,
    stroked,
)
from pyojeong.performing.character.acting import Acting, Arm, Layer, Legs
from pyojeong.performing.character.assembling import Dress
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.inkbrush_letters import written
from pyojeong.performing.character.face import Brows, Cheeks, Eyes, FacePlaces, FaceStyle, Nose, Teeth, face_nodes
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Looks, Mouth
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.signs import mean
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear import ears, glasses, hat
from pyojeong.rig.expression import Expression

STYLE = FaceStyle(
    eyes=Eyes.RING,
    brows=Brows.TAPERED,
    teeth=Teeth.FANG,
    nose=Nose.BEAN,
    cheeks=Cheeks.SOFT,
    rest=Mouth.OMEGA,
    line=0.78,
    blush=0.25,
    shine=0.8,
    inside="#7a2a2c",
    tongue="#e2868a",
    nose_colour="#3a2a26",
)
MARKINGS = (
    Option("king", "임금 왕", "King's sign"),
    Option("bars", "가로줄", "Bars"),
    Option("flame", "불꽃", "Flame"),
    Option("plum", "매화 점", "Plum blossom"),
    Option("none", "없음", "None"),
)
SEALS = (
    Option("tiger", "범", "Tiger"),
    Option("luck", "복", "Luck"),
    Option("king", "왕", "King"),
    Option("none", "없음", "None"),
)
_LETTER = {"tiger": "범", "luck": "복", "king": "왕"}
MANES = (
    Option("tufts", "볼 갈기", "Tufts at the cheeks"),
    Option("round", "둥근 얼굴", "Round"),
    Option("whiskers", "긴 수염", "Long beard"),
)
_TAILS: Mapping[str, tuple[Point, ...]] = MappingProxyType(
    {
        "calm": ((0.85, 0.72), (1.42, 0.74), (1.72, 0.24), (1.42, -0.30), (1.70, -0.86)),
        "glad": ((0.85, 0.70), (1.46, 0.62), (1.62, 0.0), (1.34, -0.52), (1.66, -0.92), (1.94, -0.58), (1.68, -0.36)),
        "sad": ((0.85, 0.80), (1.25, 0.94), (1.70, 0.92), (2.02, 0.98), (2.20, 0.86)),
        "cross": ((0.85, 0.66), (1.50, 0.62), (1.26, 0.12), (1.84, 0.02), (1.52, -0.48), (2.02, -0.72)),
        "afraid": ((0.85, 0.84), (1.20, 0.70), (1.34, 0.92), (1.56, 0.72), (1.74, 0.94), (1.94, 0.78)),
        "startled": ((0.85, 0.66), (1.28, 0.52), (1.40, -0.10), (1.42, -0.70), (1.40, -1.26)),
        "thinking": (
            (0.85, 0.72),
            (1.40, 0.70),
            (1.56, 0.20),
            (1.86, -0.24),
            (1.78, -0.74),
            (1.40, -0.76),
            (1.36, -0.46),
        ),
    }
)
"""The middle of the tail by what it gives away, in half sizes of the body."""
_KNIT: frozenset[str] = frozenset({"cross"})


def build(choices: Choices) -> Build:
    """Its sizes: it sits like a statue, forepaws on the ground before it."""
    width, height = 108 * choices.number("width"), 90 * choices.number("height")
    bulk, limbs = choices.number("bulk"), choices.number("limbs")
    bh = 58 * bulk
    return Build(
        head=Frame((180.0, 330 - 1.62 * bh - 0.72 * height), (width, height)),
        body=Frame((180.0, 330 - 0.94 * bh), (70 * bulk, bh)),
        shoulder=(0.50, -0.52),
        arm=31 * limbs,
        bones=(38.0 * bulk, 36.0 * bulk),
        hand=18.5 * limbs**0.5,
        leg=42 * limbs,
        foot=(25.0 * limbs**0.5, 14.0 * limbs**0.5),
        hip=0.74,
        family=Family.MITTEN,
        rest=Arm((0.27, 0.82), bend=0.3, layer=Layer.FRONT),
    )


def layout(choices: Choices) -> Layout:
    """Its face at rest."""
    return Layout(
        eyes=(0.385 * choices.number("distance"), -0.02),
        eye_radius=0.148 * choices.number("eyes"),
        brows_above=0.34,
        mouth_down=0.50,
        mouth_size=0.27 * choices.number("mouth"),
        cheeks=(0.68, 0.36),
        cheek_size=(0.17, 0.14),
        nose_down=0.27,
    )


def head_path(choices: Choices, frame: Frame) -> skia.Path:
    """Broad, with tufts of fur at the cheeks."""
    kind, tuft = choices.option("mane"), choices.number("tufts")
    top = [(0.0, -1.0), (0.52, -0.90), (0.88, -0.50), (0.99, 0.02)]
    if kind == "tufts":
        low = [(0.97, 0.24), (1.02 + 0.16 * tuft, 0.40), (0.97, 0.50), (0.98 + 0.13 * tuft, 0.70), (0.82, 0.80)]
    else:
        low = [(0.98, 0.42), (0.80, 0.78)]
    return mirrored_smooth([*top, *low, (0.30, 0.99)], frame.centre, frame.half_size)


def body_path(body: Frame) -> skia.Path:
    """Sitting: narrow chest, broad haunches."""
    half = [(0.42, -1.0), (0.66, -0.62), (0.86, 0.02), (1.04, 0.52), (0.94, 0.90), (0.40, 0.98)]
    return mirrored_smooth(half, body.centre, body.half_size)


def face_parts(choices: Choices, stood: Posture) -> FacePlaces:
    """Where its features are, on the upright head."""
    return places(stood, layout(choices))


def dress(
    pen: Pen, choices: Choices, stood: Posture, acting: Acting, looks: Looks, *, outline: skia.Path | None = None
) -> Dress:
    """What makes it a tiger; ``outline`` is another head than its own."""
    head, coat = stood.upright_head, choices.colour("coat")
    outline, where = outline or head_path(choices, head), face_parts(choices, stood)
    stripe, pale = choices.colour("stripes"), mixed(coat, "#ffffff", 0.6)
    eared = ears(pen, "round", head, coat, stripe, size=choices.number("ears"), stand=acting.pose.ears)
    top = on_head(stood, 0.0, -0.98)
    worn = hat(pen, choices.option("hat"), top, 0.82 * head.half_size[0], choices.colour("hat-colour"))
    return Dress(
        skin=coat,
        torso=coat,
        body=body_path(stood.body),
        head=outline,
        head_nodes=(
            *_neck(pen, choices, head),
            *eared.nodes,
            *pen.shape(outline, coat, part="head"),
            Group((*_cheek_stripes(pen, choices, stood), *forehead(pen, choices, stood)), clip=outline),
            *_muzzle(pen, choices, stood),
            *face_nodes(pen, where, face_style(choices), acting, looks),
            *_whiskers(pen, choices, stood),
            *glasses(pen, choices.option("glasses"), where, pen.ink),
            *worn.nodes,
        ),
        eyes=where.eyes,
        eye_radius=where.eye_radius,
        mouth=where.mouth,
        behind=_behind(pen, choices, stood, acting),
        on_body=body_marks(pen, choices, stood.body, pale),
        sole=mixed(coat, "#d98c86", 0.7),
        crown=(*eared.areas, *worn.areas),
    )


def face_style(choices: Choices) -> FaceStyle:
    """Its manner of face."""
    return replace(STYLE, white=choices.colour("eyes-colour"), blush_colour=choices.colour("blush"))


def mood(expression: Expression) -> str:
    """What the tail gives away, whatever the face pretends.

    >>> mood(Expression({"mouthSmileLeft": 0.6, "mouthSmileRight": 0.6}))
    'glad'
    """
    inner, wide = expression["browInnerUp"], mean(expression, "eyeWide")
    signs = {
        "glad": mean(expression, "mouthSmile"),
        "sad": 1.2 * mean(expression, "mouthFrown") + 0.3 * inner - mean(expression, "browDown"),
        "cross": 1.1 * mean(expression, "browDown") + 0.4 * mean(expression, "noseSneer"),
        "afraid": min(wide, inner) + mean(expression, "mouthStretch"),
        "startled": min(wide, mean(expression, "browOuterUp")) + 0.4 * expression["jawOpen"],
        "thinking": abs(expression["mouthLeft"] - expression["mouthRight"]) + 0.3 * expression["eyeLookUpLeft"],
    }
    kind = max(signs, key=lambda name: signs[name])
    return kind if signs[kind] > 0.24 else "calm"


def _behind(pen: Pen, choices: Choices, stood: Posture, acting: Acting) -> Nodes:
    """The tail; of one that lies down it curls over the back, where the canvas is free."""
    kind = mood(acting.expression)
    if acting.pose.legs is not Legs.LIE:
        return tail(pen, choices, stood.body, kind, acting.pose.tail)
    back = Frame(stood.body.at(-0.62, -0.5), (0.55 * stood.body.half_size[0], 1.1 * stood.body.half_size[1]))
    return tail(pen, choices, back, "calm" if kind in ("sad", "afraid") else kind, acting.pose.tail)


def tail(pen: Pen, choices: Choices, body: Frame, kind: str, stand: float) -> Nodes:
    """One thick stroke with bands and a dark end; ``stand`` lifts it."""
    size = choices.number("tail")
    root = _TAILS[kind][0]
    points = [
        body.at(root[0] + (x - root[0]) * size, root[1] + (y - root[1]) * size - 0.18 * stand * max(0.0, x - 1.0))
        for x, y in _TAILS[kind]
    ]
    points = [(x, min(y, GROUND - 10)) for x, y in points]
    line = smooth(points, closed=False, ease=0.05 if kind in _KNIT else 1 / 6)
    thick = (30 if kind == "startled" else 22) * (0.6 + 0.4 * size)
    nodes: list[Node] = list(pen.shape(stroked(line, thick), choices.colour("coat"), part="tail"))
    stripe = choices.colour("stripes")
    for n, ((x, y), (tx, ty)) in enumerate(along(line, 9)[2:8:2]):
        half = 0.42 * thick
        band = arc((x - ty * half, y + tx * half), (x + 3 * tx, y + 3 * ty), (x + ty * half, y - tx * half))
        nodes += pen.line(band, width=0.9 * pen.width, colour=stripe, part=f"band{n}")
    nodes += pen.fill(stroked(part(line, 0.86, 1.0), 0.86 * thick), stripe, part="tip")
    return tuple(nodes)


def body_marks(pen: Pen, choices: Choices, body: Frame, pale: str) -> Nodes:
    """Chest, stripes at the flanks, and the seal."""
    chest = smooth(
        [body.at(x, y) for x, y in ((0.0, -1.1), (0.40, -0.6), (0.44, 0.2), (0.0, 0.62), (-0.44, 0.2), (-0.40, -0.6))]
    )
    nodes: list[Node] = list(pen.fill(chest, pale, opacity=0.9, part="chest"))
    for s in (-1, 1):
        for n, (y, long) in enumerate(((-0.36, 0.30), (-0.02, 0.42), (0.34, 0.36))):
            mark = arc(
                body.at(s * 1.15, y - 0.06),
                body.at(s * (1.0 - 0.5 * long), y - 0.05),
                body.at(s * (0.98 - long), y + 0.10),
            )
            nodes += pen.line(mark, width=1.15 * pen.width, colour=choices.colour("stripes"), part=f"flank{s}{n}")
    return (*nodes, *seal(pen, choices, body.at(-0.74, 0.42), 0.38 * body.half_size[0]))


def seal(pen: Pen, choices: Choices, centre: Point, side: float) -> Nodes:
    """A red stamp with a syllable carved out of it."""
    kind = choices.option("seal")
    if kind == "none":
        return ()
    (x, y), r = centre, side / 2
    red = choices.colour("seal-colour")
    stamp = pen.fill(rounded(x - r, y - r, side, side, 0.18 * side), red, part="seal")
    carved = written(_LETTER[kind], (x - 0.62 * r, y - 0.62 * r), (1.24 * r, 1.24 * r))
    return (
        *stamp,
        *(n for k, p in enumerate(carved) for n in pen.line(p, width=0.10 * side, colour="#fff6ee", part=f"seal{k}")),
    )


def forehead(pen: Pen, choices: Choices, stood: Posture) -> Nodes:
    """What is painted over its brows."""
    kind, colour = choices.option("marking"), choices.colour("stripes")

    def at(x: float, y: float) -> Point:
        return on_head(stood, x, y)

    if kind == "none":
        return ()
    if kind == "plum":
        dots = [
            circle(at(0.11 * u, -0.66 + 0.12 * v), 6.5)
            for u, v in ((0, -1), (0.95, -0.3), (0.6, 0.8), (-0.6, 0.8), (-0.95, -0.3))
        ]
        return tuple(n for k, d in enumerate(dots) for n in pen.fill(d, choices.colour("seal-colour"), part=f"plum{k}"))
    if kind == "flame":
        ways = [
            curve(at(x, -0.98), at(x + 0.10, -0.82), at(x - 0.10, -0.70), at(0.6 * x, -0.50))
            for x in (-0.20, 0.0, 0.20)
        ]
    else:
        rows = ((-0.86, 0.17), (-0.70, 0.23), (-0.52, 0.19))
        ways = [arc(at(-w, y + 0.03), at(0.0, y - 0.05), at(w, y + 0.02)) for y, w in rows]
        if kind == "king":
            ways.append(arc(at(0.0, -0.90), at(0.012, -0.7), at(0.0, -0.50)))
    return tuple(
        n for k, w in enumerate(ways) for n in pen.line(w, width=1.05 * pen.width, colour=colour, part=f"king{k}")
    )


def _cheek_stripes(pen: Pen, choices: Choices, stood: Posture) -> Nodes:
    """Two wedges from either side, two from the top."""
    colour = choices.colour("stripes")
    nodes: list[Node] = []
    many = choices.number("stripe-length")
    for s in (-1, 1):
        rows = ((0.08, 0.26), (0.34, 0.20), (-0.20, 0.20))
        for n, (y, long) in enumerate(rows):
            ends = (
                on_head(stood, s * 1.08, y - 0.05),
                on_head(stood, s * 0.92, y),
                on_head(stood, s * (1.02 - long * many), y + 0.02),
            )
            nodes += pen.line(arc(*ends), width=1.2 * pen.width, colour=colour, part=f"cheek{s}{n}")
        top = arc(
            on_head(stood, s * 0.46, -0.98),
            on_head(stood, s * 0.46, -0.80),
            on_head(stood, s * 0.40, -0.86 + 0.20 * many),
        )
        nodes += pen.line(top, width=1.1 * pen.width, colour=colour, part=f"top{s}")
    return tuple(nodes)


def _muzzle(pen: Pen, choices: Choices, stood: Posture) -> Nodes:
    """Two pale cushions with dots; a tuft of chin hair on old gentlemen."""
    w = stood.head.half_size[0]
    pale = mixed(choices.colour("coat"), "#ffffff", 0.75)
    nodes: Nodes = ()
    for s in (-1, 1):
        nodes += pen.fill(
            oval(on_head(stood, s * 0.17, 0.46), (0.24 * w, 0.19 * w)), pale, opacity=0.9, part=f"muzzle{s}"
        )
        for n, (x, y) in enumerate(((0.25, 0.42), (0.32, 0.50), (0.23, 0.54))):
            nodes += pen.fill(circle(on_head(stood, s * x, y), 0.016 * w), pen.ink, part=f"dot{s}{n}")
    if choices.option("mane") == "whiskers":
        for n, x in enumerate((-0.10, 0.0, 0.10)):
            lock = curve(
                on_head(stood, x, 0.84),
                on_head(stood, 1.6 * x, 1.0),
                on_head(stood, 1.2 * x + 0.05, 1.10),
                on_head(stood, 2 * x, 1.26),
            )
            nodes += pen.line(lock, width=0.9 * pen.width, colour=mixed(pen.ink, "#ffffff", 0.25), part=f"lock{n}")
    return nodes


def _whiskers(pen: Pen, choices: Choices, stood: Posture) -> Nodes:
    """Three fine strokes at either side."""
    long = choices.number("whiskers")
    nodes: list[Node] = []
    for s in (-1, 1):
        for n, (y, rise) in enumerate(((0.40, -0.10), (0.49, 0.02), (0.58, 0.13))):
            hair = arc(
                on_head(stood, s * 0.44, y),
                on_head(stood, s * (0.44 + 0.3 * long), y + 0.2 * rise),
                on_head(stood, s * 0.46 + s * 0.5 * long, y + rise),
            )
            nodes += pen.line(hair, width=0.36 * pen.width, part=f"whisker{s}{n}")
    return tuple(nodes)


def _neck(pen: Pen, choices: Choices, head: Frame) -> Nodes:
    """A cord or a scarf under the chin; it goes with the head, so that it stays in every gag."""
    kind, colour = choices.option("neck"), choices.colour("neck-colour")
    if kind == "none":
        return ()
    if kind == "cord":
        cord = arc(head.at(-0.52, 0.84), head.at(0.0, 1.22), head.at(0.52, 0.84))
        bell = circle(head.at(0.0, 1.12), 0.10 * head.half_size[0])
        ring = pen.line(cord, width=1.5 * pen.width, colour=colour, part="cord")
        return (*ring, *pen.shape(bell, "#e7b84a", width=0.6 * pen.width, part="bell"))
    sides = ((-0.60, 0.72), (0.60, 0.72), (0.58, 0.98), (0.0, 1.20), (-0.58, 0.98))
    ends = ((0.22, 1.02), (0.40, 1.02), (0.50, 1.42), (0.28, 1.44))
    band, knot = (smooth([head.at(*p) for p in points], ease=0.12) for points in (sides, ends))
    thin = 0.8 * pen.width
    return (*pen.shape(knot, colour, width=thin, part="knot"), *pen.shape(band, colour, width=thin, part="band"))
