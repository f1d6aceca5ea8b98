"""A fox cut from paper: sly, vain, elegant; its tail says what it would never admit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Mark, Part
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.acts.act import play
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.stances import HANGING, OUT, at_head, both, one
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.fox_gags import DRAWN, GAGS
from pyojeong.performing.character.designs.fox_paper import CutPaper
from pyojeong.performing.character.designs.fox_parts import assembled_fox
from pyojeong.performing.character.designs.fox_stand import Scene, build
from pyojeong.performing.character.designs.restaging import restaged
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, HATS, some
from pyojeong.rig.expression import Expression

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", 0.88, 1.12, 1.0),
        Slider("height", "얼굴 높이", "Height of the head", 0.88, 1.12, 1.0),
        Slider("ears", "귀 크기", "Size of the ears", 0.75, 1.2, 1.0),
        Slider("slim", "몸 너비", "Width of the body", 0.82, 1.25, 1.0),
        Slider("tall", "몸 길이", "Length of the body", 0.88, 1.12, 1.0),
        Slider("tail", "꼬리 길이", "Length of the tail", 0.7, 1.15, 1.0),
        Slider("fluff", "꼬리 풍성함", "Fullness of the tail", 0.7, 1.3, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.78, 1.3, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.85, 1.18, 1.0),
        Slider("paws", "손발 크기", "Size of the paws", 0.75, 1.35, 1.0),
    ),
    swatches=(
        Swatch("coat", "털", "Coat", "#e8743b", ("#c9502e", "#d9a441", "#7d8aa0", "#8e6bb8", "#5f9e8f", "#e58fa0")),
        Swatch("white", "흰 종이", "White sheets", "#fff3e2", ("#ffffff", "#ffe2c4", "#e8eef7", "#f4e3f0")),
        Swatch("dark", "귀와 발", "Ears and paws", "#4a2a30", ("#2c3350", "#5a3a1f", "#203f3a", "#6b2440")),
        Swatch(
            "neck-colour", "목 장식", "At the neck", "#2f8f83", ("#c2374a", "#f2b632", "#5a5fc0", "#ffffff", "#3a2a3f")
        ),
        Swatch("iris", "눈동자", "Iris", "#d98a2b", ("#4f9a5a", "#4a80c9", "#8a5ac0")),
        Swatch("blush", "볼", "Cheeks", "#ff9d8a", ("#ff86a6", "#f7b267")),
        Swatch("ink", "눈코입", "Face", "#33202a", ("#1f2a3f", "#3f2415", "#1d1d22")),
    ),
    choices=(
        Choice(
            "markings",
            "무늬",
            "Markings",
            (
                Option("none", "없음", "None"),
                Option("blaze", "이마 줄", "Blaze"),
                Option("mask", "가면", "Mask"),
                Option("stars", "점 셋", "Three spots"),
            ),
        ),
        Choice(
            "neck",
            "목 장식",
            "At the neck",
            (
                Option("bow", "나비 리본", "Bow"),
                Option("cravat", "크라바트", "Cravat"),
                Option("collar", "옷깃", "Collar"),
                Option("none", "없음", "None"),
            ),
        ),
        Choice(
            "eye-kind",
            "눈 모양",
            "Eyes",
            (
                Option("gloss", "초롱초롱", "Glossy"),
                Option("half", "나른한 눈", "Half shut"),
                Option("dot", "점 눈", "Dots"),
                Option("line", "가는 눈", "Narrow"),
            ),
        ),
        Choice(
            "lashes",
            "속눈썹",
            "Lashes",
            (Option("two", "있음", "Long"), Option("none", "없음", "None")),
        ),
        Choice("hat", "모자", "Hat", some(HATS, "none", "beret", "flower", "crown", "ribbon")),
        Choice("glasses", "안경", "Glasses", GLASSES),
    ),
)

_E = Emotion
_ON_HIP = Arm((1.02, 0.22), Part.BODY, 1.0, Hand.RELAXED, 0.0, Layer.FRONT)
_LAUGHING = at_head(0.18, 0.92, Hand.RELAXED)
_OWN: dict[str, Act | str] = {
    "joy": restaged(
        "joy", play(face(_E.JOY, 0.7, jawOpen=0.25), one(_LAUGHING, _ON_HIP, lean_degrees=-3), Mark.SPARKLE, Mark.BLUSH)
    ),
    "joy-strong": restaged("joy-strong", gag="confetti"),
    "sadness-strong": restaged(
        "sadness-strong",
        play(face(_E.SADNESS, 1.0, jawOpen=0.5, mouthStretch=0.4, eyeBlink=0.95), both(OUT), Mark.STREAM, mouth="wail"),
        gag="crumpled",
    ),
    "fear-strong": restaged(
        "fear-strong", play(face(_E.FEAR, 1.0, eyeWide=1.0), both(OUT), Mark.PALE, Mark.SPLASH), gag="boat"
    ),
    "embarrassment-strong": restaged(
        "embarrassment-strong",
        play(face(_E.EMBARRASSMENT, 1.0, blush=1.0), both(OUT), Mark.FLUSH, Mark.SPLASH, eyes="swirl"),
        gag="curtain",
    ),
    "surprise-strong": restaged(
        "surprise-strong",
        play(face(_E.SURPRISE, 1.0, jawOpen=0.8, mouthFunnel=0.5, eyeWide=1.0), both(OUT), Mark.SHOCK),
        gag="torn",
    ),
    "neutral": restaged("neutral", play(rest(eyeSquint=0.3), one(_ON_HIP, turn=(0.3, -0.2), tail=-0.1), mouth="line")),
    "shy": "curtain",
    "embarrassed": "curtain",
    "scared": "boat",
    "reserved": "boat",
    "hurry": "plane",
    "on-my-way": "plane",
    "off-work": "plane",
    "heartbroken": "torn",
    "shocked": "torn",
    "broke": "crumpled",
    "exhausted": "crumpled",
    "sob": "crumpled",
    "congratulations": "confetti",
    "hooray": "confetti",
    "praying": "crane",
    "promise": "crane",
    "good-morning": "crane",
}


class Fox(Design):
    """The paper fox."""

    name = "fox"
    korean = "종이 여우"
    english = "Paper fox"
    about = (
        "우아한 척 새침하지만 속마음은 늘 꼬리가 먼저 말해 버리는 종이 여우입니다.",
        "Sly, vain and elegant on paper; its tail gives away what it would never admit.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(_OWN)

    def pen(self, choices: Choices, seed: int) -> CutPaper:
        """Cut paper."""
        return CutPaper(choices.colour("ink"), 5.4, seed=seed % 97 + 1)

    def temper(self, acting: Acting) -> Acting:
        """Composed: a hip out, a chin up, a smirk on one side, nothing so vulgar as a jump; the tail feels it all."""
        face_, pose = acting.expression, acting.pose
        glad = sum(face_.both("mouthSmile")) / 2
        sad = max(0.0, max(face_.both("mouthFrown")) - glad)
        cross = max(0.0, max(face_.both("browDown")) - face_["browInnerUp"] - glad)
        wide = max(face_.both("eyeWide"))
        tail = max(-1.0, min(1.0, pose.tail + 0.15 + 0.9 * glad + 0.9 * wide + 0.7 * cross - 1.6 * sad))
        ears = max(-1.0, min(1.0, pose.ears + 0.4 * glad + 0.7 * wide - 0.6 * sad - 0.4 * cross))
        if acting.gag:
            return replace(acting, pose=replace(pose, tail=tail, ears=ears))
        legs = (
            Legs.TIPTOE if pose.legs is Legs.JUMP else Legs.KNOCK if pose.legs is Legs.WIDE and not cross else pose.legs
        )
        calm = 1 - min(1.0, sad + wide + cross)
        elegant = replace(
            pose,
            tail=tail,
            ears=ears,
            legs=legs,
            lift=min(pose.lift, 0.03),
            lean_degrees=0.7 * pose.lean_degrees - 3.0 * calm,
            turn=(pose.turn[0], max(-1.0, pose.turn[1] - 0.12 * calm)),
        )
        if elegant.left == HANGING and not pose.prop:
            elegant = replace(elegant, left=_ON_HIP)
        return replace(acting, pose=elegant, expression=_smirking(face_, glad))

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The fox, or one of its gags."""
        pen = self.pen(choices, seed)
        scene = Scene(pen, choices, acting, looks)
        drawn = DRAWN[acting.gag](scene) if acting.gag else assembled_fox(scene, posture(build(choices), acting))
        return pen.on_paper(drawn)


def _smirking(face_: Expression, glad: float) -> Expression:
    """A small smile goes up at one end, and lids stay a little lower than others'."""
    values = face_.to_dict()
    if 0.05 < glad < 0.6:
        values["mouthSmileRight"] = 0.45 * values.get("mouthSmileRight", 0.0)
    if max(face_.both("eyeWide")) < 0.3 and max(face_.both("eyeBlink")) < 0.5 and face_["browInnerUp"] < 0.4:
        for side in ("Left", "Right"):
            values[f"eyeSquint{side}"] = max(values.get(f"eyeSquint{side}", 0.0), 0.30)
    return Expression.nearest(values)


FOX = Fox()
