"""The chestnut's build, its shell and its face."""

from __future__ import annotations

from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group
from pyojeong.media.drawing.paths import arc, mirrored_smooth, smooth
from pyojeong.performing.character.acting import Acting, Arm
from pyojeong.performing.character.assembling import Dress
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.face import FacePlaces, FaceStyle, face_nodes
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Looks, Mouth
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.wear import below_chin, clothes, ears, glasses, hat, tail

STYLE = FaceStyle(rest=Mouth.SMILE)
_PEAR = ((0.0, -1.0), (0.66, -0.70), (0.98, 0.10), (0.84, 0.70), (0.32, 0.95))
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


def face_parts(choices: Choices, stood: Posture) -> FacePlaces:
    """Where its features are, on the upright head."""
    return places(stood, layout(choices))


def dress(
    pen: Pen, choices: Choices, stood: Posture, acting: Acting, looks: Looks, *, outline: skia.Path | None = None
) -> Dress:
    """What makes it a chestnut; ``outline`` is another head than its own."""
    head, flesh, shell = stood.upright_head, choices.colour("flesh"), choices.colour("shell")
    coat = choices.colour("body")
    outline, where = outline or head_path(choices, head), face_parts(choices, stood)
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
        body=mirrored_smooth(_PEAR, stood.body.centre, stood.body.half_size),
        head=outline,
        head_nodes=(
            *eared.nodes,
            *pen.shape(outline, flesh, part="head"),
            *shell_nodes(pen, choices, stood, outline),
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


def shell_nodes(pen: Pen, choices: Choices, stood: Posture, outline: skia.Path) -> Nodes:
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
    return (clipped, *pen.edge(outline, part="head"))
