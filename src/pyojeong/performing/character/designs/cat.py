"""A cat in thin ink: it pours, it sits like a vase, and it is not impressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.performing.character.acting import Acting, Arm, Hand, Legs, Mark, Pose
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, dressed, enraged, joyful, startled
from pyojeong.performing.character.designs.cat_face import head_drawn
from pyojeong.performing.character.designs.cat_gags import GAGS, gag_figure
from pyojeong.performing.character.designs.cat_parts import (
    body_coat,
    body_path,
    build,
    coat,
    collar,
    is_fluffed,
    tail_area,
    tail_nodes,
)
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Pen
from pyojeong.performing.character.pens_hand import WobblePen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.strokes import Hand as Stroke
from pyojeong.performing.character.wear import GLASSES, HATS, some
from pyojeong.rig.expression import Expression

_STEADY = Stroke(sway=0.5, swell=0.34, taper=0.72, overshoot=3.0, step=9.0)
"""A practised hand: it hardly sways, it presses and lifts."""
SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.85, 1.15, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.85, 1.15, 1.0),
        Slider("ears", "귀 크기", "Size of the ears", 0.6, 1.5, 1.0),
        Slider("tufts", "볼털", "Tufts on the cheeks", 0.0, 1.4, 0.5),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.7, 1.3, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.85, 1.2, 1.0),
        Slider("aloof", "거만함", "Heaviness of the lids", 0.0, 1.5, 1.0),
        Slider("whiskers", "수염 길이", "Length of the whiskers", 0.0, 1.6, 1.0),
        Slider("length", "몸길이", "Length of the body", 0.78, 1.12, 1.0),
        Slider("plump", "몸통 굵기", "Girth", 0.85, 1.35, 1.0),
        Slider("tail-length", "꼬리 길이", "Length of the tail", 0.6, 1.3, 1.0),
        Slider("line", "선 굵기", "Weight of lines", 3.0, 6.0, 4.2),
    ),
    swatches=(
        Swatch("fur", "털", "Fur", "#fffdf7", ("#f3d9b1", "#c9c6cf", "#e9a765", "#5b5a68")),
        Swatch("patch", "무늬", "Markings", "#44465a", ("#e08a3c", "#8a8794", "#7a4a34", "#2b2b33")),
        Swatch("second", "둘째 무늬", "Second markings", "#e79a4b", ("#c9753a", "#a7a4b0", "#f0c27a")),
        Swatch("eyes-colour", "눈", "Eyes", "#d8d35a", ("#8fd0c6", "#f2b84b", "#a5d06a", "#9db9f0")),
        Swatch("pink", "코와 귓속", "Nose and ears within", "#f2a7a4", ("#d9838f", "#c98a74", "#f7c0b0")),
        Swatch("collar-colour", "목걸이", "Collar", "#e2574c", ("#3f8fd0", "#3da57a", "#f0b03c", "#8a66c0")),
        Swatch("hat-colour", "머리 장식", "On the head", "#e2574c", ("#3f8fd0", "#3da57a", "#f0b03c")),
        Swatch("ink", "선", "Lines", "#2a2832", ("#4a2f27", "#23364a", "#5a3a5e")),
    ),
    choices=(
        Choice(
            "markings",
            "무늬",
            "Markings",
            (
                Option("cow", "젖소", "Patches"),
                Option("tuxedo", "턱시도", "Tuxedo"),
                Option("tabby", "줄무늬", "Tabby"),
                Option("points", "샴", "Points"),
                Option("socks", "가면", "Masked"),
                Option("solid", "단색", "Plain"),
                Option("calico", "삼색", "Calico"),
            ),
        ),
        Choice(
            "pupils",
            "눈동자",
            "Pupils",
            (Option("slit", "세로", "Slits"), Option("round", "동그라미", "Round"), Option("dot", "점", "Dots")),
        ),
        Choice(
            "lashes",
            "속눈썹",
            "Lashes",
            (Option("none", "없음", "None"), Option("few", "두 올", "Two"), Option("many", "세 올", "Three")),
        ),
        Choice(
            "tail",
            "꼬리",
            "Tail",
            (Option("slim", "날씬", "Slim"), Option("plume", "풍성", "Plume"), Option("bob", "짧은 꼬리", "Bobtail")),
        ),
        Choice(
            "collar",
            "목걸이",
            "Collar",
            (
                Option("bell", "방울", "Bell"),
                Option("none", "없음", "None"),
                Option("bow", "리본", "Bow"),
                Option("tie", "넥타이", "Tie"),
            ),
        ),
        Choice("glasses", "안경", "Glasses", some(GLASSES, "none", "round", "sun", "square", "half")),
        Choice("hat", "머리 장식", "On the head", some(HATS, "none", "flower", "beret", "crown", "ribbon")),
    ),
)
_TIRED_OF = {Mark.CONFETTI: Mark.NOTE, Mark.FLOWER: Mark.NOTE, Mark.SPARKLE: Mark.PUFF, Mark.CLAP: Mark.DOTS}
"""Signs that are beneath it, and what it lets be seen instead."""
_FACED = frozenset({Mark.BLUSH, Mark.FLUSH, Mark.PALE, Mark.GREEN, Mark.GLOOM, Mark.TEAR, Mark.STREAM, Mark.WELLING})
"""Signs on a face: there is none on a nape."""


class Cat(Design):
    """The cat."""

    name = "cat"
    korean = "먹냥"
    english = "Ink cat"
    about = (
        "도도하고 비꼬기를 좋아해서 반쯤 감은 눈으로 한 발만 들어 대답하고 속마음은 꼬리로 들킵니다.",
        "Aloof and sarcastic: it answers with half-closed eyes and a single paw, and its tail gives it away.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(
        {
            "joy-strong": "zoomies",
            "sadness-strong": "spill",
            "anger-strong": "arch",
            "fear-strong": "box",
            "neutral-strong": "loaf",
            "no": "push",
            "annoyed": "push",
            "sulk": "back",
            "hurry": "zoomies",
            "excited": "zoomies",
            "relaxed": "bowl",
            "home": "bowl",
            "sleepy": "loaf",
            "zoning-out": "loaf",
            "bored": "long",
            "exhausted": "spill",
            "shy": "box",
            "furious": "arch",
        }
    )

    def pen(self, choices: Choices, seed: int) -> Pen:
        """A fine pen in a practised hand."""
        return WobblePen(choices.colour("ink"), choices.number("line"), seed=seed, hand=_STEADY, slip=(0.0, 0.0))

    def temper(self, acting: Acting) -> Acting:
        """With as little as will do: a smirk, one paw, eyes elsewhere; ears and tail say the rest."""
        glad, wide, cross = joyful(acting), startled(acting), enraged(acting)
        pose = acting.pose
        ears = (
            pose.ears if wide > 0.6 else max(-1.0, min(1.0, 0.25 + 0.3 * glad - 1.25 * cross - 0.5 * max(0.0, -glad)))
        )
        tail = pose.tail or max(-1.0, min(1.0, 0.9 * glad + wide + 0.9 * cross - 0.2 * (glad < -0.2)))
        marks = {_TIRED_OF.get(mark, mark): strength for mark, strength in acting.marks.items()}
        if acting.gag == "back":
            marks = {mark: strength for mark, strength in marks.items() if mark not in _FACED}
        changed = replace(pose, ears=max(-1.0, min(1.0, ears)), tail=tail)
        if not acting.gag:
            changed = _lazy(changed)
        return replace(acting, expression=_smirking(acting.expression), pose=changed, marks=marks)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The cat, sitting where others stand, or one of its gags."""
        cast = Cast(self.pen(choices, seed), choices, acting, looks)
        if acting.gag:
            return gag_figure(cast)
        pose = acting.pose
        stood = posture(build(choices, pose.legs, bow=pose.bow), acting)
        body, head = body_path(stood.body, pose.legs), head_drawn(cast, stood)
        neck = () if pose.legs is Legs.LIE else collar(cast.pen, choices, stood.body)
        tail = tail_area(choices, stood.body, pose.tail, fluffed=is_fluffed(acting), phase=acting.phase)
        dress = dressed(
            head,
            body,
            torso=coat(choices, "body"),
            limbs=coat(choices, "paw"),
            sole=choices.colour("pink"),
            behind=tail_nodes(cast, tail),
            over_body=(*body_coat(cast, stood.body, body), *neck),
        )
        return assembled(cast.pen, stood, dress)


_SMIRK = ("mouthSmileRight", "cheekSquintRight", "browOuterUpLeft", "jawOpen")


def _smirking(expression: Expression) -> Expression:
    """Smiles are one-sided, brows of calm faces too."""
    values = {name: 0.0 for name in _SMIRK} | expression.to_dict()
    smile = values["mouthSmileRight"]
    if smile > 0.15 and values["jawOpen"] < 0.4:
        values["mouthSmileRight"] *= 0.55
        values["cheekSquintRight"] *= 0.5
        values["browOuterUpLeft"] = min(1.0, values["browOuterUpLeft"] + 0.35 * smile)
    return Expression.nearest(values)


def _lazy(pose: Pose) -> Pose:
    """Gestures of two alike paws are made with one while it sits; a fist on the hip is beneath it."""
    left, right = pose.left, pose.right
    if pose.legs is Legs.STAND and left == right != Arm() and left.hand is not Hand.PRAY and not pose.prop:
        right = Arm()
    return replace(pose, left=left, right=right)


CAT = Cat()
