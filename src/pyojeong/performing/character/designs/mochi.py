"""A rice cake: one soft mass, half asleep, that stretches, sinks and sticks by what it feels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import skia

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.nodes import Group, Matrix, Node
from pyojeong.media.drawing.paths import united
from pyojeong.performing.character.acting import Acting, Layer, Legs, Mark
from pyojeong.performing.character.acts import Act, motions
from pyojeong.performing.character.acts.act import play
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.stances import BELLY, CHEEK, CHEST, LIMP, OUT, both
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.mochi_body import (
    Mass,
    core,
    feet,
    glyph_details,
    is_on_mass,
    mass,
    nub,
    paw,
    sheen,
    sprinkles,
    topping,
)
from pyojeong.performing.character.designs.mochi_face import face_style, face_where
from pyojeong.performing.character.designs.mochi_gags import DRAWN, GAGS
from pyojeong.performing.character.designs.mochi_pen import DoughPen
from pyojeong.performing.character.designs.restaging import restaged
from pyojeong.performing.character.face import face_nodes
from pyojeong.performing.character.figure import Design, Figure
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.props.placing import prop_layers
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch
from pyojeong.performing.character.wear import GLASSES, HATS, glasses, some

SPACE = Space(
    sliders=(
        Slider("width", "너비", "Width", 0.86, 1.12, 1.0),
        Slider("height", "높이", "Height", 0.84, 1.14, 1.0),
        Slider("sag", "퍼진 정도", "How far it has sunk", 0.0, 1.0, 0.3),
        Slider("arms", "팔 크기", "Size of the arms", 0.75, 1.25, 1.0),
        Slider("feet", "발 크기", "Size of the feet", 0.6, 1.4, 1.0),
        Slider("eyes", "눈 크기", "Size of the eyes", 0.75, 1.4, 1.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 0.75, 1.25, 1.0),
        Slider("low", "얼굴 위치", "How low the face is", -0.14, 0.14, 0.0),
        Slider("mouth", "입 크기", "Size of the mouth", 0.75, 1.35, 1.0),
        Slider("top-size", "고명 크기", "Size of the topping", 0.7, 1.35, 1.0),
    ),
    swatches=(
        Swatch("dough", "반죽", "Dough", "#c6e3a2", ("#ffeedd", "#f7cfd8", "#d9cdf2", "#ffe2a3", "#b79a86", "#c3dff2")),
        Swatch("feet-colour", "발", "Feet", "#b3d191", ("#f0c9a8", "#ee9fb0", "#b8a5e0", "#e5b965", "#8a6c5a")),
        Swatch("top-colour", "고명", "Topping", "#6fbf58", ("#fff6e8", "#ff9db0", "#8fb7ea", "#f2b134", "#7b5140")),
        Swatch("coat-colour", "고물", "Coating", "#c99b5d", ("#4a3a33", "#7fae5e", "#ff8fa8", "#ffffff", "#9a7fd0")),
        Swatch("filling", "소", "Filling", "#7c3f3a", ("#f7d774", "#ff9db0", "#fff6e8", "#5d8a4a")),
        Swatch("blush", "볼", "Cheeks", "#ff9d8f", ("#ff8fb4", "#ffb866", "#d78fe0")),
        Swatch("ink", "눈코입", "Face", "#473049", ("#4a2f22", "#20343f", "#1d1d22")),
    ),
    choices=(
        Choice(
            "shape",
            "모양",
            "Shape",
            (
                Option("dome", "둥근 떡", "Dome"),
                Option("cut", "네모 떡", "Cut cake"),
                Option("bun", "납작한 떡", "Flat bun"),
                Option("drop", "물방울 떡", "Peaked"),
            ),
        ),
        Choice(
            "top",
            "고명",
            "On top",
            (
                HATS[1],
                Option("cream", "생크림", "Cream"),
                Option("berry", "딸기", "Strawberry"),
                *some(HATS, "flower", "ribbon", "crown", "none"),
            ),
        ),
        Choice(
            "coat",
            "고물",
            "Coating",
            (
                Option("plain", "없음", "None"),
                Option("powder", "콩가루", "Bean powder"),
                Option("sesame", "깨", "Sesame"),
                Option("leaf", "잎에 싼 떡", "In a leaf"),
                Option("swirl", "줄무늬", "Swirl"),
            ),
        ),
        Choice(
            "eye-kind",
            "눈 모양",
            "Eyes",
            (
                Option("gloss", "초롱초롱", "Glossy"),
                Option("dot", "점 눈", "Dots"),
                Option("half", "졸린 눈", "Sleepy"),
                Option("button", "단추 눈", "Buttons"),
            ),
        ),
        Choice(
            "cheeks",
            "볼 모양",
            "Cheeks",
            (
                Option("soft", "발그레", "Soft"),
                Option("round", "동그란 볼", "Round"),
                Option("hatch", "빗금", "Hatched"),
                Option("none", "없음", "None"),
            ),
        ),
        Choice("glasses", "안경", "Glasses", GLASSES),
    ),
)

_E = Emotion
_THING_WIDTH = 0.62
"""Of the dough's width: laptops and blankets as wide as it is would hide its face."""


_OWN: dict[str, Act | str] = {
    "sadness-strong": restaged(
        "sadness-strong",
        play(
            face(_E.SADNESS, 1.0, jawOpen=0.5, mouthStretch=0.4, eyeBlink=0.95),
            both(LIMP, ears=-1.0),
            Mark.STREAM,
            mouth="wail",
        ),
        gag="melt",
    ),
    "anger-strong": restaged(
        "anger-strong",
        play(
            face(_E.ANGER, 1.0, mouthStretch=0.7, mouthUpperUp=0.6, mouthLowerDown=0.6, jawOpen=0.3, cheekPuff=1.0),
            both(OUT, ears=1.0),
            Mark.FLUSH,
            Mark.STEAM,
            Mark.VEIN,
        ),
        motion=motions.TREMBLE,
        gag="balloon",
    ),
    "fear-strong": restaged(
        "fear-strong",
        play(face(_E.FEAR, 1.0, jawOpen=0.6, eyeWide=1.0), both(CHEEK, ears=1.0), Mark.PALE, Mark.SPLASH),
        gag="ceiling",
    ),
    "surprise-strong": restaged(
        "surprise-strong",
        play(face(_E.SURPRISE, 1.0, jawOpen=0.9, mouthFunnel=0.5, eyeWide=1.0), both(OUT, ears=1.0), Mark.SHOCK),
        gag="split",
    ),
    "embarrassment-strong": restaged(
        "embarrassment-strong",
        play(
            face(_E.EMBARRASSMENT, 1.0, mouthStretch=0.6, blush=1.0),
            both(OUT),
            Mark.FLUSH,
            Mark.SPLASH,
            eyes="swirl",
            mouth="wave",
        ),
        gag="stretch",
    ),
    "neutral-strong": restaged(
        "neutral-strong",
        play(rest(), both(BELLY, legs=Legs.SIT, ears=-0.3), Mark.DOTS, eyes="dot", mouth="line"),
    ),
    "anger": restaged(
        "anger",
        play(
            face(_E.ANGER, 0.8, cheekPuff=1.0, mouthPucker=0.3, eyeWide=0.0),
            both(BELLY, turn=(-0.35, 0.0), ears=0.4),
            Mark.PUFF,
            Mark.VEIN,
        ),
    ),
    "joy": restaged(
        "joy", play(face(_E.JOY, 0.7, jawOpen=0.2, headRoll=6.0), both(CHEST, ears=0.5), Mark.FLOWER, Mark.BLUSH)
    ),
    "exhausted": "melt",
    "hot": "melt",
    "full": "balloon",
    "sulk": "balloon",
    "scared": "ceiling",
    "panic": "split",
    "delicious": "bite",
    "heartbroken": "bite",
    "rolling": "skewer",
    "busy": "stretch",
    "zoning-out": "ceiling",
    "hug": "split",
}


class Mochi(Design):
    """The rice cake."""

    name = "mochi"
    korean = "말랑 찹쌀떡"
    english = "Mochi"
    about = (
        "느긋하고 졸음이 많으며 기분에 따라 늘어나고 퍼지고 들러붙는 순한 떡입니다.",
        "Drowsy and innocent: it stretches, sinks and sticks by what it feels, and means no harm.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(_OWN)

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Soft light, no outline."""
        return DoughPen(choices.colour("ink"), 5.6, shadow="#3f4f7a")

    def temper(self, acting: Acting) -> Acting:
        """Slow lids, and dough that says it first: long when startled, low when sad, high when glad."""
        face_, pose = acting.expression, acting.pose
        glad = sum(face_.both("mouthSmile")) / 2
        wide, sad = max(face_.both("eyeWide")), max(face_.both("mouthFrown")) - glad
        stretch = 0.05 * glad + 0.13 * wide - 0.12 * max(0.0, sad) * (1 - wide)
        squash = min(1.45, max(0.6, 1 + 1.5 * (pose.squash - 1) + (0.0 if acting.gag else stretch)))
        stand = max(-1.0, min(1.0, pose.ears + 0.4 * glad + 0.7 * wide - 0.7 * max(0.0, sad)))
        return replace(acting, pose=replace(pose, squash=squash, ears=stand, lean_degrees=0.6 * pose.lean_degrees))

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The rice cake, or one of its gags."""
        pen = self.pen(choices, seed)
        body = mass(choices, acting)
        if acting.gag:
            return DRAWN[acting.gag](Gag(pen, choices, acting, looks, body.stood.build))
        return _assembled(pen, choices, acting, looks, body)


def _assembled(pen: Pen, choices: Choices, acting: Acting, looks: Looks, body: Mass) -> Figure:
    """Everything on one mass: nubs grow out of it, paws are pressed out of it."""
    dough, prop = choices.colour("dough"), prop_layers(pen, _for_props(body))
    grown = [r for r in body.stood.arms if r.arm.layer is not Layer.BEHIND and not is_on_mass(body, r)]
    whole = united(body.outline, *(nub(body, reach) for reach in grown))
    hidden = [r for r in body.stood.arms if r.arm.layer is Layer.BEHIND]
    under = tuple(n for r in hidden for n in pen.shape(nub(body, r), dough, part="behind"))
    soles = feet(choices, body, acting.pose.legs)
    where = face_where(choices, body.stood)
    top, crown = topping(
        pen, choices, body.frame.at(body.shear, _peak(choices)), body.frame.half_size[0], acting.pose.ears
    )
    turn = Matrix.turned(body.tilt, body.stood.head.centre)
    features = _features(pen, choices, acting, looks, body)
    shown_feet = tuple(
        n for k, foot in enumerate(soles) for n in pen.shape(foot, choices.colour("feet-colour"), part=f"foot{k}")
    )
    layers: list[tuple[str, Nodes]] = [
        ("behind", (*prop.behind, *under, *(() if acting.pose.legs is Legs.SIT else shown_feet))),
        ("mass", _mass_nodes(pen, choices, body, whole)),
        ("feet", shown_feet if acting.pose.legs is Legs.SIT else ()),
        ("details", tuple(n for r in grown for n in glyph_details(pen, r, dough))),
        ("top", top),
        ("prop-under", prop.under_head),
        ("face", (Group(features, matrix=turn),)),
        ("paws", tuple(n for r in body.stood.arms if is_on_mass(body, r) for n in paw(pen, body, r, dough))),
        ("prop", (*prop.front, *_holding(pen, body, prop.hands, dough))),
    ]
    eyes, arms = where.eyes, body.stood.arms
    return Figure(
        node=Group(tuple(Group(nodes, name=name) for name, nodes in layers if nodes)),
        head=replace(body.stood.head, tilt_degrees=body.tilt),
        body=body.stood.body,
        eyes=(turn.of(eyes[0]), turn.of(eyes[1])),
        eye_radius=where.eye_radius,
        mouth=turn.of(where.mouth),
        hands=(arms.right.bones.hand, arms.left.bones.hand),
        silhouette=heaped(whole, *soles, *crown),
        ink=pen.ink,
    )


def _features(pen: Pen, choices: Choices, acting: Acting, looks: Looks, body: Mass) -> Nodes:
    """Face and glasses."""
    where = face_where(choices, body.stood)
    worn = glasses(pen, choices.option("glasses"), where, choices.colour("ink"))
    return (*face_nodes(pen, where, face_style(choices), acting, looks), *worn)


def _mass_nodes(pen: Pen, choices: Choices, body: Mass, whole: skia.Path) -> Nodes:
    """The dough with its filling, coating and sheen."""
    inside = Group((*core(choices, body), *sprinkles(pen, choices, body)), clip=body.outline)
    return (*pen.shape(whole, choices.colour("dough"), part="mass"), inside, *sheen(body))


def _for_props(body: Mass) -> Posture:
    """What things are measured by: a body half as wide, for they are made for somebody with a neck."""
    build, low = body.stood.build, body.stood.body
    slim = replace(low, half_size=(_THING_WIDTH * low.half_size[0], low.half_size[1]))
    return replace(body.stood, build=replace(build, body=slim))


def _holding(pen: Pen, body: Mass, sides: tuple[int, ...], dough: str) -> tuple[Node, ...]:
    """Paws before what they hold."""
    return tuple(n for r in body.stood.arms if r.side in sides for n in paw(pen, body, r, dough))


def _peak(choices: Choices) -> float:
    """Where the dough ends above, in half sizes."""
    return {"dome": -0.97, "cut": -0.92, "bun": -0.88, "drop": -1.10}[choices.option("shape")]


MOCHI = Mochi()
