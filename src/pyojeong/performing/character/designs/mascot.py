"""A peeled chestnut in its shell: round, sociable, with a sprout that shows what it feels before its face does."""

from __future__ import annotations

from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group
from pyojeong.media.drawing.paths import arc, mirrored_smooth, smooth
from pyojeong.performing.character.acting import Acting, Arm
from pyojeong.performing.character.assembling import Dress, assembled
from pyojeong.performing.character.build import Build, Posture, posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.mascot_gags import GAGS, gag_figure
from pyojeong.performing.character.face import FaceStyle, face_nodes
from pyojeong.performing.character.figure import Design, Figure, Frame
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Looks, Mouth
from pyojeong.performing.character.pens import InkPen, Nodes, Pen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import (
    CLOTHES,
    below_chin,
    EARS,
    GLASSES,
    HATS,
    TAILS,
    clothes,
    ears,
    glasses,
    hat,
    some,
    tail,
)

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.85, 1.12, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.85, 1.12, 1.0),
        Slider("tip", "머리 뾰족함", "Pointed head", 0.0, 1.0, 0.5),
        Slider("cheeks", "볼살", "Full cheeks", 0.0, 1.0, 0.4),
        Slider("belly", "몸집", "Size of the body", 0.85, 1.2, 1.0),
        Slider("limbs", "팔다리 굵기", "Thickness of limbs", 0.75, 1.25, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.75, 1.35, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.8, 1.2, 1.0),
        Slider("mouth", "입 크기", "Size of the mouth", 0.75, 1.3, 1.0),
        Slider("hat-size", "머리 장식 크기", "Size of what is on the head", 0.7, 1.4, 1.0),
    ),
    swatches=(
        Swatch("shell", "껍질", "Shell", "#a8623c", ("#7d4330", "#d08b52", "#6f8055", "#8d7bb5", "#d98a9c")),
        Swatch("flesh", "속살", "Flesh", "#ffe9b8", ("#fff3df", "#f6d6a8", "#ffe0d8", "#e9f0cf")),
        Swatch("body", "몸", "Body", "#e2b27a", ("#f1cfa0", "#c99462", "#f0b8a4", "#b9c48a")),
        Swatch("hat-colour", "머리 장식", "On the head", "#7fc25c", ("#4fae8a", "#f2b134", "#e8788a", "#8fb7ea")),
        Swatch("clothes-colour", "옷", "Clothes", "#6f9fe0", ("#e8788a", "#58b09c", "#f2b134", "#8d7bb5")),
        Swatch("blush", "볼", "Cheeks", "#ff9a82", ("#ff7aa2", "#f4a259", "#e58fd0")),
        Swatch("ink", "선", "Lines", "#47291d", ("#3a2a4a", "#22323f", "#1d1d22")),
    ),
    choices=(
        Choice("hat", "머리 장식", "On the head", some(HATS, "sprout", "none", *(o.name for o in HATS[2:]))),
        Choice("ears", "귀", "Ears", EARS),
        Choice("tail", "꼬리", "Tail", TAILS),
        Choice("glasses", "안경", "Glasses", GLASSES),
        Choice("clothes", "옷", "Clothes", CLOTHES),
        Choice(
            "hem",
            "껍질 모양",
            "How far the shell comes down",
            (
                Option("wave", "물결", "Wave"),
                Option("fringe", "앞머리", "Fringe"),
                Option("jagged", "깨진 껍질", "Cracked"),
                Option("hood", "두건", "Hood"),
                Option("bald", "알밤", "Peeled"),
            ),
        ),
    ),
)
_HEMS: dict[str, tuple[tuple[float, float], ...]] = {
    "wave": (
        (-1.05, 0.02),
        (-0.80, -0.20),
        (-0.55, -0.26),
        (-0.30, -0.40),
        (0.0, -0.30),
        (0.30, -0.40),
        (0.55, -0.26),
        (0.80, -0.20),
        (1.05, 0.02),
    ),
    "fringe": (
        (-1.05, 0.10),
        (-0.70, -0.18),
        (-0.36, -0.32),
        (0.10, -0.46),
        (0.44, -0.30),
        (0.78, -0.12),
        (1.05, 0.10),
    ),
    "hood": (
        (-0.86, 1.1),
        (-0.84, 0.30),
        (-0.70, -0.20),
        (-0.34, -0.46),
        (0.0, -0.52),
        (0.34, -0.46),
        (0.70, -0.20),
        (0.84, 0.30),
        (0.86, 1.1),
    ),
    "jagged": (
        (-1.05, -0.08),
        (-0.80, -0.30),
        (-0.60, -0.14),
        (-0.36, -0.42),
        (-0.10, -0.22),
        (0.16, -0.44),
        (0.42, -0.18),
        (0.62, -0.36),
        (0.84, -0.12),
        (1.05, -0.20),
    ),
}
"""Lower edge of the shell on the face, from left to right, in half sizes of the head."""


class Mascot(Design):
    """The chestnut."""

    name = "mascot"
    korean = "밤톨"
    english = "Chestnut"
    about = (
        "정이 많고 겁도 많아서 무슨 일이든 온몸으로 놀라고 온몸으로 기뻐합니다.",
        "Warm and easily startled: it is surprised and glad with its whole body.",
    )
    space = SPACE
    gags = GAGS

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Even brown lines."""
        return InkPen(choices.colour("ink"), 6.5)

    def temper(self, acting: Acting) -> Acting:
        """With its whole body: the sprout goes with the brows, gladness makes it taller and fright rounder."""
        face, pose = acting.expression, acting.pose
        lifted = max(face["browInnerUp"], face["browOuterUpLeft"], face["browOuterUpRight"])
        glad = (face["mouthSmileLeft"] + face["mouthSmileRight"]) / 2
        down = max(face["mouthFrownLeft"], face["mouthFrownRight"], face["browDownLeft"]) - glad
        startled = min(lifted, max(face["eyeWideLeft"], face["eyeWideRight"]))
        ears_ = pose.ears or max(-1.0, min(1.0, 0.5 * glad + 1.1 * startled - 0.9 * max(0.0, down - 0.3 * startled)))
        squash = max(0.5, min(1.6, pose.squash * (1 + 0.05 * glad + 0.06 * startled - 0.06 * max(0.0, down))))
        return replace(acting, pose=replace(pose, ears=ears_, squash=squash))

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The chestnut on its feet, or one of its gags."""
        pen = self.pen(choices, seed)
        stood = posture(build(choices), acting)
        figure = assembled(pen, stood, dress(pen, choices, stood, acting, looks))
        return gag_figure(pen, choices, acting, looks, stood, figure) if acting.gag else figure


MASCOT = Mascot()


def build(choices: Choices) -> Build:
    """Its sizes."""
    body, limbs = choices.number("belly"), choices.number("limbs")
    width, height = 116 * choices.number("width"), 97 * choices.number("height")
    bh = 50 * body
    return Build(
        head=Frame((180.0, 336 - 24 - bh * 1.62 - height * 0.72), (width, height)),
        body=Frame((180.0, 336 - 22 - bh * 0.90), (57 * body, bh)),
        arm=27 * limbs,
        leg=32 * limbs,
        foot=(21.0 * limbs**0.5, 13.5 * limbs**0.5),
        hand=17.5 * limbs**0.5,
        bones=(34.0 * body, 33.0 * body),
        rest=Arm((1.28, 0.42)),
    )


def layout(choices: Choices) -> Layout:
    """Its face at rest."""
    return Layout(
        eyes=(0.385 * choices.number("distance"), 0.13),
        eye_radius=0.118 * choices.number("eyes"),
        brows_above=0.30,
        mouth_down=0.44,
        mouth_size=0.26 * choices.number("mouth"),
    )


def head_path(choices: Choices, frame: Frame) -> skia.Path:
    """A chestnut's outline: round, broad below, a tip on top."""
    tip, full = choices.number("tip"), 0.05 * choices.number("cheeks")
    side = [(1.0, 0.14), (0.96 + full, 0.56), (0.70 + full, 0.87), (0.28, 0.99)]
    half = [(0.0, -1.0 - 0.12 * tip), (0.14, -0.97), (0.52, -0.84), (0.88, -0.42), *side]
    return mirrored_smooth(half, frame.centre, frame.half_size)


def dress(pen: Pen, choices: Choices, stood: Posture, acting: Acting, looks: Looks) -> Dress:
    """What makes it a chestnut."""
    head, flesh, shell = stood.upright_head, choices.colour("flesh"), choices.colour("shell")
    coat = choices.colour("body")
    outline, where = head_path(choices, head), places(stood, layout(choices))
    top = on_head(stood, 0.0, -1.0 - 0.11 * choices.number("tip"))
    stand, unit = acting.pose.ears, head.half_size[0] * choices.number("hat-size")
    worn = hat(pen, choices.option("hat"), top, unit, choices.colour("hat-colour"), stand=stand)
    eared = ears(pen, choices.option("ears"), head, shell, mixed(shell, flesh, 0.6), stand=stand)
    inner, over = clothes(
        pen, choices.option("clothes"), below_chin(build(choices), stood.body), choices.colour("clothes-colour")
    )
    style = replace(STYLE, blush_colour=choices.colour("blush"))
    return Dress(
        skin=coat,
        torso=coat,
        body=body_path(stood.body),
        head=outline,
        head_nodes=(
            *eared.nodes,
            *pen.shape(outline, flesh, part="head"),
            *_shell(pen, choices, stood, outline),
            *worn.nodes,
            *face_nodes(pen, where, style, acting, looks),
            *glasses(pen, choices.option("glasses"), where, choices.colour("ink")),
        ),
        eyes=where.eyes,
        eye_radius=where.eye_radius,
        mouth=where.mouth,
        behind=tail(pen, choices.option("tail"), stood.body, shell, flesh, size=1.5, stand=acting.pose.tail).nodes,
        on_body=inner,
        over_body=over,
        sole=mixed(shell, flesh, 0.9),
        crown=(*worn.areas, *eared.areas),
    )


STYLE = FaceStyle(rest=Mouth.SMILE)


def body_path(body: Frame) -> skia.Path:
    """A pear."""
    half = [(0.0, -1.0), (0.66, -0.70), (0.98, 0.10), (0.84, 0.70), (0.32, 0.95)]
    return mirrored_smooth(half, body.centre, body.half_size)


def _shell(pen: Pen, choices: Choices, stood: Posture, outline: skia.Path) -> Nodes:
    """The shell over the head: a hem that turns with the face, and a gloss."""
    kind, shell, head = choices.option("hem"), choices.colour("shell"), stood.upright_head
    if kind == "bald":
        return ()
    hem = [
        on_head(stood, x, y) if abs(x) < 1 else head.at(x, y + stood.face[1] / head.half_size[1])
        for x, y in _HEMS[kind]
    ]
    low = hem[0][1], hem[-1][1]
    rest = [(head.at(1.3, 0)[0], low[1]), head.at(1.3, -1.5), head.at(-1.3, -1.5), (head.at(-1.3, 0)[0], low[0])]
    area = smooth([*hem, *rest], ease=0.04 if kind == "jagged" else 1 / 6)
    gloss = arc(head.at(-0.62, -0.52), head.at(-0.50, -0.74), head.at(-0.24, -0.83))
    clipped = Group(
        (
            *pen.shape(area, shell, width=pen.width * 0.8, part="shell"),
            *pen.line(gloss, colour=mixed(shell, "#ffffff", 0.45), width=pen.width * 1.1, part="gloss"),
        ),
        clip=outline,
        name="shell",
    )
    return (clipped, *pen.line(outline, part="head"))
