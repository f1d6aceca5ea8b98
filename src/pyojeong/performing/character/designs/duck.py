"""A duck: loud, indignant and always about to dance; its bill is its whole opinion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Legs, Mark, Part, Pose
from pyojeong.performing.character.acts import Act, Temper, motions
from pyojeong.performing.character.acts.act import play
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.stances import (
    HIP,
    OUT,
    POINTING,
    both,
    one,
)
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.duck_gags import DRAWN, GAGS
from pyojeong.performing.character.designs.duck_parts import Scene, assembled_duck, build
from pyojeong.performing.character.designs.duck_pen import QuickPen
from pyojeong.performing.character.designs.restaging import restaged
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, HATS, some
from pyojeong.rig.expression import Expression

SPACE = Space(
    sliders=(
        Slider("head", "머리 크기", "Size of the head", 0.86, 1.12, 1.0),
        Slider("neck", "목 길이", "Length of the neck", 0.2, 1.2, 0.5),
        Slider("stout", "몸집", "Stoutness", 0.82, 1.2, 1.0),
        Slider("bill", "부리 크기", "Size of the bill", 0.78, 1.3, 1.0),
        Slider("wings", "날개 크기", "Size of the wings", 0.8, 1.2, 1.0),
        Slider("feet", "발 크기", "Size of the feet", 0.75, 1.35, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.75, 1.3, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.85, 1.25, 1.0),
        Slider("tuft-size", "머리깃 길이", "Length of the tuft", 0.6, 1.5, 1.0),
        Slider("tail", "꼬리깃 길이", "Length of the tail", 0.6, 1.3, 1.0),
    ),
    swatches=(
        Swatch("face", "얼굴", "Face", "#fff4d9", ("#ffffff", "#ffe39a", "#e9dccb", "#d5ecec")),
        Swatch("cap", "머리깃", "Cap", "#1f9a86", ("#7a52b3", "#d9543f", "#3f6fd1", "#6b4a35", "#e79bb7")),
        Swatch("body", "몸", "Body", "#f3dfb4", ("#ffffff", "#ffd75e", "#c9b9a4", "#a9d3d6")),
        Swatch("wing", "날개", "Wings", "#c78f5c", ("#8a6a52", "#e9b64a", "#8fa6bd", "#d97f7a")),
        Swatch("band", "날개 무늬", "Band on the wing", "#4b5fd6", ("#e0564f", "#1f9a86", "#ffffff", "#7a3fb0")),
        Swatch("bill-colour", "부리와 발", "Bill and feet", "#f7941e", ("#ffc02e", "#ef6a52", "#e59a9a", "#8a8f98")),
        Swatch("collar-colour", "목 장식", "At the neck", "#ffffff", ("#e0564f", "#4b5fd6", "#ffd14a", "#35a06a")),
        Swatch("blush", "볼", "Cheeks", "#ff9a86", ("#ff7fa6", "#f4a259", "#d98fe0")),
        Swatch("ink", "선", "Lines", "#2d2230", ("#4a2a1c", "#17324a", "#1d1d22")),
    ),
    choices=(
        Choice(
            "plumage",
            "깃 무늬",
            "Plumage",
            (
                Option("cap", "모자 무늬", "Cap"),
                Option("hood", "두건 무늬", "Hood"),
                Option("stripe", "줄무늬", "Stripe"),
                Option("plain", "민무늬", "Plain"),
            ),
        ),
        Choice(
            "tuft",
            "머리깃",
            "Tuft",
            (
                Option("three", "세 가닥", "Three feathers"),
                Option("curl", "말린 깃", "Curl"),
                Option("mohawk", "모히칸", "Mohawk"),
                Option("none", "없음", "None"),
            ),
        ),
        Choice(
            "collar",
            "목 장식",
            "At the neck",
            (
                Option("ring", "흰 띠", "Ring"),
                Option("bow", "나비넥타이", "Bow tie"),
                Option("scarf", "목도리", "Scarf"),
                Option("none", "없음", "None"),
            ),
        ),
        Choice(
            "eye-kind",
            "눈 모양",
            "Eyes",
            (
                Option("ring", "흰자 있는 눈", "White eyes"),
                Option("dot", "점 눈", "Dots"),
                Option("gloss", "초롱초롱", "Glossy"),
                Option("half", "게슴츠레", "Half shut"),
            ),
        ),
        Choice(
            "cheeks",
            "볼 모양",
            "Cheeks",
            (Option("round", "동그란 볼", "Round"), Option("hatch", "빗금", "Hatched"), Option("none", "없음", "None")),
        ),
        Choice("hat", "모자", "Hat", some(HATS, "none", "beret", "cap", "crown", "flower", "bread")),
        Choice("glasses", "안경", "Glasses", GLASSES),
    ),
)

_E = Emotion
_LOUD = Temper(energy=0.5)
_OWN: dict[str, Act | str] = {
    "surprise-strong": restaged("surprise-strong", gag="egg"),
    "fear-strong": restaged(
        "fear-strong",
        play(face(_E.FEAR, 1.0, jawOpen=0.6, eyeWide=1.0), both(OUT), Mark.PALE, Mark.SPLASH),
        gag="bald",
    ),
    "anger-strong": restaged(
        "anger-strong", play(face(_E.ANGER, 1.0, eyeWide=0.0), both(HIP), Mark.FLUSH, Mark.STEAM), gag="trumpet"
    ),
    "embarrassment-strong": restaged(
        "embarrassment-strong",
        play(face(_E.EMBARRASSMENT, 1.0, blush=1.0), both(OUT), Mark.FLUSH, Mark.SPLASH, eyes="swirl", mouth="wave"),
        gag="dive",
    ),
    "neutral": restaged("neutral", play(rest(browOuterUp=0.5), Pose(turn=(0.3, -0.1)), mouth="line")),
    "anger": restaged(
        "anger",
        play(
            face(_E.ANGER, 0.85, eyeWide=0.0, jawOpen=0.45, mouthStretch=0.2),
            one(POINTING, HIP, lean_degrees=-6, ears=0.7, tail=1.0),
            Mark.VEIN,
            mouth="talk",
        ),
        motion=motions.STOMP,
    ),
    "cold": "ice",
    "speechless": "ice",
    "shocked": "egg",
    "surprised": "egg",
    "furious": "trumpet",
    "scolding": "trumpet",
    "embarrassed": "dive",
    "shy": "dive",
    "broke": "bald",
    "panic": "bald",
    "off-work": "ducklings",
    "on-my-way": "ducklings",
    "hot": "roast",
    "exhausted": "roast",
}


class Duck(Design):
    """The duck."""

    name = "duck"
    korean = "꽥꽥 오리"
    english = "Duck"
    about = (
        "목소리가 크고 억울한 일이 많으며 기분이 좋으면 참지 못하고 춤을 춥니다.",
        "Loud, forever indignant, and unable not to dance when things go well.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(_OWN)

    def pen(self, choices: Choices, seed: int) -> QuickPen:
        """A thin quick line."""
        return QuickPen(choices.colour("ink"), 4.6, seed)

    def temper(self, acting: Acting) -> Acting:
        """Everything louder: the bill opens wider, gladness dances, the rest is taken as an insult."""
        if acting.gag:
            return acting
        loud = _LOUD.acted(acting)
        glad = sum(acting.expression.both("mouthSmile")) / 2
        pose = loud.pose
        if glad > 0.5 and pose.legs in (Legs.STAND, Legs.TIPTOE) and not pose.prop:
            pose = _dancing(pose)
        sad = max(acting.expression.both("mouthFrown")) - glad
        stand = max(-1.0, min(1.0, pose.ears + 0.4 * glad - 0.6 * sad + 0.6 * max(acting.expression.both("eyeWide"))))
        tail = max(-1.0, min(1.0, pose.tail + 0.4 + 0.6 * glad - 1.2 * max(0.0, sad)))
        marks: dict[Mark, float] = {mark: strength for mark, strength in loud.marks.items() if mark is not Mark.BLUSH}
        face_ = _indignant(loud.expression, blush=0.7 * (Mark.BLUSH in loud.marks))
        return replace(loud, pose=replace(pose, ears=stand, tail=tail), expression=face_, marks=marks)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The duck on its feet, or one of its gags."""
        scene = Scene(self.pen(choices, seed), choices, acting, looks)
        if acting.gag:
            return DRAWN[acting.gag](scene)
        return assembled_duck(scene, posture(build(choices), acting))


def _dancing(pose: Pose) -> Pose:
    """A leg thrown up beside a raised wing; up on its toes while the wings are busy."""
    if Part.HEAD in (pose.left.part, pose.right.part):
        return replace(pose, legs=Legs.KICK, lean_degrees=pose.lean_degrees - 5, tail=max(pose.tail, 0.9))
    return replace(pose, legs=Legs.TIPTOE, tail=max(pose.tail, 0.9))


def _indignant(face_: Expression, *, blush: float) -> Expression:
    """A wider bill, brows down unless it is afraid, sad or laughing; it blushes on its cheeks, never on the bill."""
    values = face_.to_dict()
    values["blush"] = max(blush, face_.blush)
    values["jawOpen"] = min(1.0, 1.3 * values.get("jawOpen", 0.0))
    soft = max(face_["browInnerUp"], sum(face_.both("mouthSmile")) / 2, max(face_.both("browOuterUp")))
    for side in ("Left", "Right"):
        values[f"browDown{side}"] = max(face_[f"browDown{side}"], 0.30 * (1 - min(1.0, 2.2 * soft)))
    return Expression.nearest(values)


DUCK = Duck()
