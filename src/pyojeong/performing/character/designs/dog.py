"""A dog in wax crayon: clumsy, loud, and loyal beyond reason."""

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
from pyojeong.performing.character.designs.dog_face import head_drawn
from pyojeong.performing.character.designs.dog_gags import GAGS, gag_figure
from pyojeong.performing.character.designs.dog_parts import body_coat, body_path, build, neckwear, tail_nodes
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens_hand import CrayonPen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, HATS, some

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.85, 1.12, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.85, 1.15, 1.0),
        Slider("jowls", "볼살", "Jowls", 0.0, 1.5, 0.6),
        Slider("ear-size", "귀 크기", "Size of the ears", 0.6, 1.25, 0.92),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.7, 1.4, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.8, 1.3, 1.0),
        Slider("snout", "주둥이 너비", "Width of the snout", 0.75, 1.25, 1.0),
        Slider("nose-size", "코 크기", "Size of the nose", 0.6, 1.5, 1.0),
        Slider("mouth", "입 크기", "Size of the mouth", 0.75, 1.3, 1.0),
        Slider("tongue-length", "혀 길이", "Length of the tongue", 0.5, 1.8, 1.0),
        Slider("stout", "몸통 굵기", "Girth", 0.8, 1.35, 1.0),
        Slider("body", "몸길이", "Length of the body", 0.8, 1.2, 1.0),
        Slider("paws", "발 크기", "Size of the paws", 0.75, 1.3, 1.0),
        Slider("tail-length", "꼬리 길이", "Length of the tail", 0.6, 1.4, 1.0),
    ),
    swatches=(
        Swatch("fur", "털", "Fur", "#f0b566", ("#fff4e0", "#c98a4e", "#8d8a94", "#5d4436", "#f7d9a8")),
        Swatch("patch", "무늬", "Markings", "#a9653a", ("#4a3a38", "#6f6a78", "#d98a4a", "#2f2c33")),
        Swatch("light", "주둥이와 배", "Snout and belly", "#fff1d6", ("#ffffff", "#f4cfa0", "#e9dcc8")),
        Swatch("nose", "코", "Nose", "#3a2a2c", ("#7a4a44", "#1f1c22", "#c77a78")),
        Swatch("tongue", "혀", "Tongue", "#ff8d92", ("#f26d7d", "#ffa9a0", "#9a86c9")),
        Swatch("neck-colour", "목에 두른 것", "At the neck", "#e8504a", ("#3f8fd0", "#3da57a", "#f0b03c", "#8a66c0")),
        Swatch("ink", "선", "Lines", "#4a2c22", ("#2f2c3a", "#23405a", "#5a3a5e")),
    ),
    choices=(
        Choice(
            "ears",
            "귀",
            "Ears",
            (
                Option("floppy", "처진 귀", "Floppy"),
                Option("spaniel", "곱슬 귀", "Spaniel's"),
                Option("button", "접힌 귀", "Folded"),
                Option("prick", "선 귀", "Pricked"),
            ),
        ),
        Choice(
            "markings",
            "무늬",
            "Markings",
            (
                Option("patch", "눈 점박이", "Patch on an eye"),
                Option("saddle", "안장", "Saddle"),
                Option("mask", "가면", "Mask"),
                Option("socks", "흰 줄", "Blaze"),
                Option("plain", "단색", "Plain"),
                Option("spots", "얼룩", "Spots"),
            ),
        ),
        Choice(
            "tail",
            "꼬리",
            "Tail",
            (
                Option("whip", "긴 꼬리", "Whip"),
                Option("curl", "말린 꼬리", "Curled"),
                Option("brush", "붓 꼬리", "Brush"),
                Option("stump", "짧은 꼬리", "Stump"),
            ),
        ),
        Choice(
            "neck",
            "목에 두른 것",
            "At the neck",
            (
                Option("bandana", "손수건", "Bandana"),
                Option("tag", "이름표", "Tag"),
                Option("none", "없음", "None"),
                Option("keg", "구조견 통", "Keg"),
            ),
        ),
        Choice("glasses", "안경", "Glasses", some(GLASSES, "none", "round", "square", "sun", "half")),
        Choice("hat", "머리 장식", "On the head", some(HATS, "none", "flower", "beanie", "crown", "ribbon")),
    ),
)
_HONEST = {Mark.VEIN: Mark.PUFF, Mark.DOTS: Mark.QUESTION, Mark.FLOWER: Mark.NOTE, Mark.SCRIBBLE: Mark.SWEAT}
"""Signs it has no use for: it does not sulk, it does not understand."""


class Dog(Design):
    """The dog."""

    name = "dog"
    korean = "크레멍"
    english = "Crayon dog"
    about = (
        "덤벙거리지만 한결같아서 무슨 일에든 온몸으로 달려들고 귀와 혀와 꼬리가 먼저 대답합니다.",
        "Clumsy and utterly loyal: it throws its whole body into everything, and ears, tongue and tail answer first.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(
        {
            "joy-strong": "rotor",
            "fear-strong": "dig",
            "sadness-strong": "howl",
            "embarrassment-strong": "ring",
            "excited": "rotor",
            "hooray": "rotor",
            "gift": "fetch",
            "on-my-way": "fetch",
            "please": "beg",
            "begging": "beg",
            "pretty-please": "beg",
            "hungry": "beg",
            "panic": "ring",
            "busy": "ring",
            "bored": "ring",
            "good-job": "melt",
            "relaxed": "melt",
            "moved": "melt",
            "welcome": "lick",
            "love": "lick",
            "kiss": "lick",
            "lonely": "howl",
            "sob": "howl",
            "shy": "dig",
        }
    )

    def pen(self, choices: Choices, seed: int) -> CrayonPen:
        """A wax crayon."""
        return CrayonPen(choices.colour("ink"), 7.0, seed=seed)

    def temper(self, acting: Acting) -> Acting:
        """With its whole heart: higher, wider, further, never quite straight, and glad before anything else."""
        glad, wide, cross = joyful(acting), startled(acting), enraged(acting)
        ears = 0.9 * glad + 0.8 * wide - 0.3 * cross - 0.3 * (glad < -0.2)
        tail = acting.pose.tail or max(-1.0, min(1.0, 1.1 * glad + 0.5 * cross - 0.3 * wide))
        marks = {_HONEST.get(mark, mark): strength for mark, strength in acting.marks.items()}
        pose = replace(acting.pose, ears=max(-1.0, min(1.0, ears + 0.3 * acting.pose.ears)), tail=tail)
        return replace(acting, pose=pose if acting.gag else _clumsy(pose, glad), marks=marks)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The dog on two legs, its paws before its chest, or one of its gags."""
        pen = self.pen(choices, seed)
        cast = Cast(pen, choices, acting, looks)
        return pen.on_paper(gag_figure(cast) if acting.gag else _standing(cast))


def _standing(cast: Cast) -> Figure:
    """On two legs, its paws before its chest."""
    choices, acting = cast.choices, cast.acting
    stood = posture(build(choices), acting)
    body, head = body_path(stood.body), head_drawn(cast, stood)
    tail, _ = tail_nodes(cast, stood.body, acting.pose.tail)
    neck = () if acting.pose.legs is Legs.LIE else neckwear(cast.pen, choices, stood.body)
    dress = dressed(
        head,
        body,
        torso=choices.colour("fur"),
        limbs=choices.colour("fur"),
        sole="#e58f86",
        behind=tail,
        over_body=(*body_coat(cast, stood.body, body), *neck),
    )
    return assembled(cast.pen, stood, dress)


_AT_SIDES = Arm((1.08, 0.72))


def _clumsy(pose: Pose, glad: float) -> Pose:
    """It jumps where others stand, stumbles where they lean, and points with an open paw."""
    legs = Legs.WIDE if pose.legs is Legs.STAND and glad > 0.35 else pose.legs
    left, right = (
        _AT_SIDES
        if pose.bow > 0.3 and arm == Arm()
        else replace(arm, hand=Hand.OPEN)
        if arm.hand is Hand.POINT
        else arm
        for arm in (pose.left, pose.right)
    )
    lean = pose.lean_degrees * 1.6 + (4.0 if glad > 0.35 and not pose.lean_degrees else 0.0)
    squash = max(0.5, min(1.6, 1 + 1.4 * (pose.squash - 1) + 0.04 * glad))
    return replace(
        pose, legs=legs, left=left, right=right, lean_degrees=lean, squash=squash, lift=min(1.0, 1.3 * pose.lift)
    )


DOG = Dog()
