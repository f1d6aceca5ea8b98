"""A rabbit in soft volumes: nearly all head, its ears do what its arms are too short for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.media.drawing.colours import seen_on
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.acts import Act, Temper
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, dressed, enraged, joyful, startled
from pyojeong.performing.character.designs.rabbit_gags import GAGS, gag_figure
from pyojeong.performing.character.designs.rabbit_parts import (
    body_coat,
    body_path,
    build,
    ears_of,
    head_drawn,
    is_angry,
    is_calm,
    is_taken,
    left_to_arms,
    tail_nodes,
    worn,
)
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Pen
from pyojeong.performing.character.pens_volume import SoftPen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, some

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.85, 1.15, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.85, 1.12, 1.0),
        Slider("cheeks", "볼살", "Full cheeks", 0.0, 1.5, 0.5),
        Slider("ear-length", "귀 길이", "Length of the ears", 0.65, 1.2, 1.0),
        Slider("ear-width", "귀 너비", "Width of the ears", 0.7, 1.4, 1.0),
        Slider("eye-size", "눈 크기", "Size of the eyes", 0.75, 1.45, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.75, 1.15, 1.0),
        Slider("mouth", "입 크기", "Size of the mouth", 0.75, 1.5, 1.0),
        Slider("body", "몸집", "Size of the body", 0.8, 1.3, 1.0),
        Slider("feet", "발 크기", "Size of the feet", 0.75, 1.4, 1.0),
        Slider("tail", "꼬리 크기", "Size of the tail", 0.6, 1.8, 1.0),
        Slider("depth", "입체감", "Depth of light", 0.3, 1.1, 1.0),
    ),
    swatches=(
        Swatch("fur", "털", "Fur", "#f6c0cd", ("#d3c6f4", "#cfeade", "#fdeccb", "#e9dccf", "#cfe2f6", "#a99aa6")),
        Swatch("inside", "귓속과 코", "Ears within, nose", "#f48fa9", ("#f2a27c", "#a98be0", "#e77f8c")),
        Swatch("second", "무늬", "Markings", "#fff6f2", ("#e8a7b8", "#c9a58e", "#b9a7e0")),
        Swatch("blush", "볼", "Cheeks", "#ff8aa4", ("#ffa982", "#e59ad8")),
        Swatch("iris", "눈동자", "Eyes", "#c76a8e", ("#6a8ec7", "#7fae6a", "#c78a4a")),
        Swatch("top-colour", "장식", "Ornaments", "#9db7f2", ("#ff9db0", "#8fd0b5", "#ffcf70", "#c8a5f0")),
        Swatch("ink", "선", "Lines", "#6b2f4c", ("#4a3a6b", "#3a4a5c", "#5c3a2e")),
    ),
    choices=(
        Choice(
            "ears",
            "귀",
            "Ears",
            (
                Option("up", "쫑긋", "Upright"),
                Option("one-lop", "한쪽 접힘", "One folded"),
                Option("lop", "늘어짐", "Lop"),
            ),
        ),
        Choice(
            "markings",
            "무늬",
            "Markings",
            (
                Option("muzzle", "흰 주둥이", "Light muzzle"),
                Option("plain", "단색", "Plain"),
                Option("patch", "한쪽 눈", "One eye"),
                Option("bands", "두 눈", "Both eyes"),
                Option("brow", "눈썹 점", "Brow spots"),
                Option("cap", "모자 무늬", "Cap"),
            ),
        ),
        Choice(
            "eyes",
            "눈",
            "Eyes",
            (Option("gloss", "반짝", "Glossy"), Option("dot", "점", "Dots"), Option("button", "단추", "Buttons")),
        ),
        Choice(
            "top",
            "머리 장식",
            "Between the ears",
            (
                Option("none", "없음", "None"),
                Option("tuft", "솜털", "Tuft"),
                Option("flower", "꽃", "Flower"),
                Option("bow", "리본", "Bow"),
            ),
        ),
        Choice(
            "worn",
            "걸친 것",
            "Worn",
            (
                Option("none", "없음", "None"),
                Option("scarf", "목도리", "Scarf"),
                Option("carrot", "당근 목걸이", "Carrot"),
                Option("cape", "망토", "Cape"),
            ),
        ),
        Choice("glasses", "안경", "Glasses", some(GLASSES, "none", "square", "heart", "round")),
    ),
)
_READABLE = 2.2
"""Contrast of its lines, which all lie on fur: below it they are lost at 100 pixels (by eye)."""
_SHY = Temper(shyness=0.5, softness=0.45)
_ROUSED = Temper(energy=0.8)


class Rabbit(Design):
    """The rabbit."""

    name = "rabbit"
    korean = "말랑토"
    english = "Soft rabbit"
    about = (
        "수줍어서 긴 귀 뒤로 숨기 바쁘지만 화가 나면 아무도 말릴 수 없습니다.",
        "So shy that it lives behind its long ears, until it is angry, and then nobody can stop it.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(
        {
            "joy-strong": "copter",
            "sadness-strong": "wring",
            "anger-strong": "rage",
            "fear-strong": "hide",
            "sob": "wring",
            "heartbroken": "wring",
            "furious": "rage",
            "fighting-spirit": "rage",
            "excited": "copter",
            "off-work": "copter",
            "on-my-way": "copter",
            "shy": "hide",
            "scared": "hide",
            "embarrassed": "hide",
            "love": "heart",
            "big-heart": "heart",
            "miss-you": "heart",
            "sleeping": "blanket",
            "good-night": "blanket",
            "cold": "blanket",
            "full": "stack",
            "home": "stack",
            "exhausted": "stack",
        }
    )

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Soft light on round volumes."""
        ink = seen_on(choices.colour("ink"), choices.colour("fur"), _READABLE)
        return SoftPen(ink, 5.0, shadow="#8a3f7a", depth=min(1.0, 0.9 * choices.number("depth")))

    def temper(self, acting: Acting) -> Acting:
        """Shy until it is angry; its ears feel first."""
        glad, wide, cross = joyful(acting), startled(acting), enraged(acting)
        acted = acting if is_calm(acting) else (_ROUSED if is_angry(acting) else _SHY).acted(acting)
        ears = 0.7 * glad + wide + 0.5 * cross - 0.9 * max(0.0, -glad - 0.4 * cross) + 0.35 * acting.pose.ears
        return replace(acted, pose=replace(acted.pose, ears=max(-1.0, min(1.0, ears)), tail=max(-1.0, min(1.0, glad))))

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The rabbit; what arms are asked for at the head or far out, its ears do."""
        cast = Cast(self.pen(choices, seed), choices, acting, looks)
        if acting.gag:
            return gag_figure(cast)
        right, left = left_to_arms(acting.pose)
        stood = posture(build(choices), replace(acting, pose=replace(acting.pose, right=right, left=left)))
        body, head = body_path(stood.body), head_drawn(cast, stood)
        tail, _ = tail_nodes(cast, stood.body)
        dress = dressed(
            head,
            body,
            torso=choices.colour("fur"),
            limbs=choices.colour("fur"),
            sole=choices.colour("inside"),
            behind=tail,
            over_body=(*body_coat(cast, stood.body, body), *worn(cast, stood.body)),
        )
        figure = assembled(cast.pen, stood, dress)
        tips = [ear.tip for ear in ears_of(cast, stood.upright_head)]
        asked = zip((acting.pose.right, acting.pose.left), tips, figure.hands, strict=True)
        hands = [tip if is_taken(arm) and not acting.pose.prop else hand for arm, tip, hand in asked]
        return replace(figure, hands=(hands[0], hands[1])) if hands[0][0] < hands[1][0] else figure


RABBIT = Rabbit()
