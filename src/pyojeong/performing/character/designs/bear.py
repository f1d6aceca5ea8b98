"""A bear cut from paper: slow, huge, small-faced, and home from the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.performing.character.acting import Acting, Arm, Layer, Mark, Part, Pose
from pyojeong.performing.character.acts import Act, Temper
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, enraged, joyful, startled
from pyojeong.performing.character.designs.bear_figure import standing
from pyojeong.performing.character.designs.bear_gags import GAGS, gag_figure
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens_volume import PaperPen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, HATS, some

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.85, 1.25, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.88, 1.2, 1.0),
        Slider("ears", "귀 크기", "Size of the ears", 0.65, 1.5, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.75, 1.5, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.8, 1.4, 1.0),
        Slider("snout", "주둥이 너비", "Width of the snout", 0.75, 1.3, 1.0),
        Slider("nose-size", "코 크기", "Size of the nose", 0.7, 1.5, 1.0),
        Slider("girth", "덩치", "Girth", 0.78, 1.15, 1.0),
        Slider("body", "키", "Height of the body", 0.82, 1.08, 1.0),
        Slider("limbs", "팔다리 굵기", "Thickness of limbs", 0.78, 1.2, 1.0),
        Slider("tail", "꼬리 크기", "Size of the tail", 0.6, 1.8, 1.0),
    ),
    swatches=(
        Swatch("fur", "털", "Fur", "#a8704a", ("#5a4a52", "#d9a66c", "#f3ece0", "#7a8894", "#c98a86")),
        Swatch("light", "주둥이와 가슴", "Snout and chest", "#f4dcb4", ("#fff6e6", "#e8c190", "#d9cfc4")),
        Swatch("nose", "코", "Nose", "#4a2c2a", ("#2b2430", "#8a4a44")),
        Swatch("cloth", "옷", "Clothes", "#3f6fa8", ("#c8453f", "#3f8f6a", "#e0a030", "#7a5aa8")),
        Swatch("blush", "볼", "Cheeks", "#e8826a", ("#f2a07a", "#e58fa8")),
        Swatch("ink", "선", "Lines", "#3a2226", ("#22323f", "#2b2430", "#5a3a28")),
    ),
    choices=(
        Choice(
            "chest",
            "가슴",
            "Chest",
            (
                Option("moon", "반달", "Crescent"),
                Option("belly", "배", "Belly"),
                Option("plain", "없음", "Plain"),
                Option("patches", "기운 자국", "Patches"),
            ),
        ),
        Choice(
            "top",
            "머리카락",
            "Hair",
            (
                Option("strands", "빗어 넘긴 세 가닥", "Three strands"),
                Option("none", "없음", "None"),
                Option("tuft", "더벅머리", "Tuft"),
                Option("perm", "뽀글머리", "Perm"),
            ),
        ),
        Choice(
            "worn",
            "차림",
            "Worn",
            (
                Option("tie", "넥타이", "Tie"),
                Option("none", "없음", "None"),
                Option("lanyard", "사원증", "Badge"),
                Option("towel", "수건", "Towel"),
                Option("vest", "조끼", "Vest"),
            ),
        ),
        Choice(
            "moustache",
            "콧수염",
            "Moustache",
            (
                Option("none", "없음", "None"),
                Option("raised", "올린 수염", "Raised"),
                Option("drooping", "처진 수염", "Drooping"),
            ),
        ),
        Choice("glasses", "안경", "Glasses", some(GLASSES, "none", "half", "square", "round")),
        Choice("hat", "모자", "Hat", some(HATS, "none", "beanie", "cap", "sprout")),
    ),
)
_SLOW = Temper(energy=-0.5, softness=0.45)
_GRAVE = Temper(energy=-0.4)
_REACH = 1.4
"""How far out it holds a hand at most, in half widths of so broad a body."""
_TOGETHER = 0.44
"""How far apart its hands are around a thing, in half widths of the body."""
_HANGS = Arm((1.0, 0.62))
_FATHERLY = {Mark.NOTE: Mark.FLOWER, Mark.FIRE: Mark.STEAM, Mark.SPARKLE: Mark.FLOWER}
"""Signs that are too young for it."""


class Bear(Design):
    """The bear."""

    name = "bear"
    korean = "종이곰 부장"
    english = "Paper bear"
    about = (
        "덩치는 산만 하고 말은 느리지만 퇴근길에 통닭을 사 오는 푸근한 아버지 같습니다.",
        "Big as a hill and slow of speech, warm as a father who brings home dinner after a long day at the office.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(
        {
            "joy-strong": "drum",
            "sadness-strong": "rug",
            "fear-strong": "timber",
            "embarrassment-strong": "honey",
            "neutral-strong": "commute",
            "laugh": "drum",
            "full": "drum",
            "hooray": "drum",
            "exhausted": "rug",
            "home": "rug",
            "bored": "rug",
            "shocked": "timber",
            "sleeping": "bag",
            "good-night": "bag",
            "cold": "bag",
            "sick": "bag",
            "sleepy": "bag",
            "delicious": "honey",
            "hungry": "honey",
            "to-work": "commute",
            "busy": "commute",
            "hug": "hug",
            "love": "hug",
            "well-done-today": "hug",
            "miss-you": "hug",
        }
    )

    def pen(self, choices: Choices, seed: int) -> PaperPen:
        """Sheets of coloured paper."""
        return PaperPen(choices.colour("ink"), 4.6, seed=seed % 97 + 1)

    def temper(self, acting: Acting) -> Acting:
        """Slowly, close to the body, and more with the brows than with the arms."""
        glad, wide, cross = joyful(acting), startled(acting), enraged(acting)
        acted = (_SLOW if cross < 0.6 else _GRAVE).acted(acting)
        marks = {_FATHERLY.get(mark, mark): strength for mark, strength in acted.marks.items()}
        ears = max(-1.0, min(1.0, 0.4 * glad + 1.2 * wide - 0.4 * cross))
        face = acting.expression if max(wide, cross) > 0.7 else acted.expression
        left, right = (_near(arm, acted.pose) for arm in (acted.pose.left, acted.pose.right))
        pose = replace(acted.pose, ears=ears, tail=glad, left=left, right=right)
        return replace(acted, expression=face, marks=marks, pose=pose)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The bear on its feet, or one of its gags."""
        pen = self.pen(choices, seed)
        cast = Cast(pen, choices, acting, looks)
        return pen.on_paper(gag_figure(cast) if acting.gag else standing(cast))


def _near(arm: Arm, pose: Pose) -> Arm:
    """An arm that does not reach beyond `_REACH`; both hands hold a thing together, and bowing they hang."""
    if pose.bow > 0.3 and not pose.prop:
        return _HANGS
    if arm.part is not Part.BODY:
        return arm
    most = _TOGETHER if pose.prop and arm.layer is Layer.FRONT and 0 < arm.at[0] < 1 else _REACH
    return replace(arm, at=(max(-most, min(most, arm.at[0])), arm.at[1]))


BEAR = Bear()
