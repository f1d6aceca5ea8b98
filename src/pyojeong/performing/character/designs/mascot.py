"""A chestnut: round, sociable, with a sprout that shows what it feels before its face does."""

from __future__ import annotations

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group
from pyojeong.media.drawing.paths import mirrored_smooth, oval, smooth
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import Dress, assembled
from pyojeong.performing.character.build import Build, Posture, posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.face import FaceStyle, face_nodes
from pyojeong.performing.character.figure import Design, Figure, Frame
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import InkPen, Nodes, Pen
from pyojeong.performing.character.space import Slider, Space, Swatch
from pyojeong.performing.character.wear import sprout

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.85, 1.12, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.85, 1.12, 1.0),
        Slider("tip", "머리 뾰족함", "Pointed head", 0.0, 1.0, 0.5),
        Slider("body", "몸집", "Size of the body", 0.8, 1.2, 1.0),
        Slider("limbs", "팔다리 굵기", "Thickness of limbs", 0.75, 1.25, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.75, 1.35, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.8, 1.2, 1.0),
        Slider("mouth", "입 크기", "Size of the mouth", 0.75, 1.3, 1.0),
        Slider("sprout", "새싹 크기", "Size of the sprout", 0.6, 1.6, 1.0),
    ),
    swatches=(
        Swatch("shell", "껍질", "Shell", "#b06f45", ("#8a4b32", "#d08b52", "#6f7f55", "#8d7bb5", "#d98a9c")),
        Swatch("face", "얼굴", "Face", "#ffeed6", ("#fff6ea", "#f6dcbc", "#ffe3e0", "#eef3dc")),
        Swatch("leaf", "새싹", "Sprout", "#7fc25c", ("#4fae8a", "#f2b134", "#e8788a", "#8fb7ea")),
        Swatch("blush", "볼", "Cheeks", "#ff8f7e", ("#ff7aa2", "#f4a259", "#e58fd0")),
        Swatch("ink", "선", "Lines", "#47291d", ("#3a2a4a", "#22323f", "#1d1d22")),
    ),
)


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
    gags: dict[str, tuple[str, str]] = {}  # noqa: RUF012

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Even brown lines."""
        return InkPen(choices.colour("ink"), 6.5)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The chestnut on its feet."""
        pen = self.pen(choices, seed)
        stood = posture(build(choices), acting)
        return assembled(pen, stood, dress(pen, choices, stood, acting, looks))


MASCOT = Mascot()


def build(choices: Choices) -> Build:
    """Its sizes."""
    body, limbs = choices.number("body"), choices.number("limbs")
    width, height = 114 * choices.number("width"), 97 * choices.number("height")
    bh = 56 * body
    return Build(
        head=Frame((180.0, 336 - 44 - bh * 1.42 - height * 0.70), (width, height)),
        body=Frame((180.0, 336 - 14 - bh * 0.93), (62 * body, bh)),
        arm=29 * limbs,
        leg=35 * limbs,
        hand=18.5 * limbs**0.5,
        bones=(36.0 * body, 34.0 * body),
    )


def head_path(frame: Frame, tip: float) -> object:
    """A chestnut's outline: round, broad below, a tip on top."""
    half = [
        (0.0, -1.0 - 0.12 * tip),
        (0.14, -0.97),
        (0.52, -0.84),
        (0.88, -0.42),
        (1.0, 0.14),
        (0.95, 0.56),
        (0.70, 0.87),
        (0.28, 0.99),
    ]
    return mirrored_smooth(half, frame.centre, frame.half_size)


def dress(pen: Pen, choices: Choices, stood: Posture, acting: Acting, looks: Looks) -> Dress:
    """What makes it a chestnut."""
    shell, body = choices.colour("shell"), stood.body
    head = head_path(stood.upright_head, choices.number("tip"))
    layout = Layout(
        eyes=(0.385 * choices.number("distance"), 0.10),
        eye_radius=0.12 * choices.number("eyes"),
        mouth_size=0.27 * choices.number("mouth"),
    )
    where = places(stood, layout)
    top = on_head(stood, 0.0, -1.02 - 0.1 * choices.number("tip"))
    leaf, leaf_area = sprout(pen, top, 26 * choices.number("sprout"), choices.colour("leaf"), stand=acting.pose.ears)
    return Dress(
        skin=shell,
        torso=shell,
        body=mirrored_smooth(
            [(0.0, -1.0), (0.70, -0.66), (0.99, 0.10), (0.80, 0.72), (0.3, 0.95)], body.centre, body.half_size
        ),
        head=head,
        head_nodes=(
            *leaf,
            *pen.shape(head, shell, part="head"),
            Group(tuple(_mask(pen, choices, stood)), clip=head),
            *pen.line(head, part="head"),
            *face_nodes(pen, STYLE, where, acting.expression, looks),
        ),
        eyes=where.eyes,
        eye_radius=where.eye_radius,
        mouth=where.mouth,
        on_body=pen.fill(
            oval(body.at(0, 0.22), (body.half_size[0] * 0.6, body.half_size[1] * 0.62)), choices.colour("face")
        ),
        sole=mixed(shell, choices.colour("face"), 0.75),
        crown=(leaf_area,),
    )


STYLE = FaceStyle()


def _mask(pen: Pen, choices: Choices, stood: Posture) -> Nodes:
    """The pale side of the nut: all below a hem that dips between the eyes."""
    hem = [(-1.3, 0.05), (-0.82, -0.16), (-0.42, -0.42), (0.0, -0.26), (0.42, -0.42), (0.82, -0.16), (1.3, 0.05)]
    points = [on_head(stood, x, y) for x, y in hem[1:-1]]
    frame = stood.upright_head
    ends = frame.at(-1.3, 0.1), frame.at(1.3, 0.1)
    area = smooth([ends[0], *points, ends[1], frame.at(1.3, 1.4), frame.at(-1.3, 1.4)])
    return pen.fill(area, choices.colour("face"), part="mask")
