"""A figure of an old game, made of squares: brave, literal-minded, with as many lives as it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.media.drawing.nodes import Group, Shape
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.pixel_body import drawn
from pyojeong.performing.character.designs.pixel_gags import DRAWN, GAGS
from pyojeong.performing.character.designs.pixel_marks import signs_of
from pyojeong.performing.character.designs.pixel_sheet import (
    CELL,
    FLOOR,
    Sheet,
    box_mask,
    canvas_point,
    rim_nodes,
    sheet_nodes,
    squares,
)
from pyojeong.performing.character.designs.pixel_stand import Stood
from pyojeong.performing.character.designs.restaging import restaged
from pyojeong.performing.character.figure import Design, Figure, Frame
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.marks import MarksDrawn
from pyojeong.performing.character.pens import InkPen, Pen
from pyojeong.performing.character.space import Choice, Option, Slider, Space, Swatch

SPACE = Space(
    sliders=(
        Slider("width", "얼굴 너비", "Width of the head", -1.4, 1.4, 0.0),
        Slider("height", "얼굴 높이", "Height of the head", -2.4, 2.4, 0.0),
        Slider("body", "몸 길이", "Length of the body", 0.75, 1.25, 1.0),
        Slider("legs", "다리 길이", "Length of the legs", -1.4, 2.4, 0.0),
        Slider("arms", "팔 굵기", "Thickness of the arms", 1.6, 4.4, 3.0),
        Slider("eye-width", "눈 너비", "Width of the eyes", 2.0, 4.4, 3.0),
        Slider("eye-height", "눈 높이", "Height of the eyes", 3.0, 5.4, 4.0),
        Slider("distance", "눈 사이", "Distance of the eyes", 1.6, 4.4, 3.0),
        Slider("low", "얼굴 위치", "How low the face is", -1.4, 1.4, 0.0),
        Slider("hair-length", "앞머리 길이", "Length of the fringe", -1.4, 2.4, 0.0),
    ),
    swatches=(
        Swatch("skin", "피부", "Skin", "#ffd7a8", ("#f3b98a", "#c98a5a", "#8d5a3a", "#eaf0ff", "#b7ecd0")),
        Swatch(
            "hair", "머리카락", "Hair", "#7a4424", ("#2b2430", "#d9a13c", "#c2453a", "#6a4fc4", "#e6e2ea", "#3f8f6a")
        ),
        Swatch("shirt", "윗옷", "Shirt", "#3f7fe0", ("#e0564f", "#3fa66a", "#8a55c9", "#f2b134", "#49b9c9")),
        Swatch("trousers", "바지", "Trousers", "#6a4a3a", ("#2f3a66", "#4d4d57", "#8f5a2a", "#3a6b4c")),
        Swatch("accent", "포인트", "Accent", "#e8433f", ("#ffb52e", "#49c06a", "#4f6fe8", "#c55ad0")),
        Swatch("eye-colour", "눈", "Eyes", "#2a1f3d", ("#123a5a", "#4a1f1f", "#174a2a")),
        Swatch("iris", "눈동자", "Iris", "#5a6fd0", ("#3fa66a", "#a0602f", "#8a55c9")),
        Swatch("blush", "볼", "Cheeks", "#ff9a8a", ("#ff7fa6", "#f4a259")),
        Swatch("ink", "선", "Lines", "#2a1a33", ("#1b2a40", "#3a1f14", "#14141a")),
    ),
    choices=(
        Choice(
            "kind",
            "종류",
            "Kind",
            (
                Option("hero", "용사", "Hero"),
                Option("hood", "귀 달린 두건", "Eared hood"),
                Option("robot", "로봇", "Robot"),
                Option("ghost", "유령", "Ghost"),
                Option("jelly", "젤리", "Jelly"),
            ),
        ),
        Choice(
            "hair-style",
            "머리 모양",
            "Hair",
            (
                Option("short", "짧은 머리", "Short"),
                Option("parted", "가르마", "Parted"),
                Option("bob", "단발", "Bob"),
                Option("long", "긴 머리", "Long"),
                Option("spiky", "뾰족 머리", "Spiky"),
                Option("curly", "곱슬", "Curly"),
                Option("bun", "똥머리", "Bun"),
                Option("mohawk", "모히칸", "Mohawk"),
                Option("bald", "민머리", "Bald"),
            ),
        ),
        Choice(
            "outfit",
            "옷",
            "Outfit",
            (
                Option("tunic", "튜닉", "Tunic"),
                Option("stripes", "줄무늬", "Stripes"),
                Option("overalls", "멜빵바지", "Overalls"),
                Option("armour", "갑옷", "Armour"),
            ),
        ),
        Choice(
            "neck",
            "걸친 것",
            "Around the neck",
            (
                Option("scarf", "목도리", "Scarf"),
                Option("cape", "망토", "Cape"),
                Option("heart", "하트 배지", "Heart badge"),
                Option("none", "없음", "None"),
            ),
        ),
        Choice(
            "hat",
            "머리 장식",
            "On the head",
            (
                Option("none", "없음", "None"),
                Option("band", "머리띠", "Headband"),
                Option("crown", "왕관", "Crown"),
                Option("leaf", "새싹", "Sprout"),
                Option("star", "별", "Star"),
                Option("bow", "리본", "Bow"),
            ),
        ),
        Choice(
            "glasses",
            "안경",
            "Glasses",
            (
                Option("none", "없음", "None"),
                Option("square", "네모 안경", "Square"),
                Option("round", "색 안경테", "Coloured"),
                Option("sun", "선글라스", "Sunglasses"),
            ),
        ),
        Choice(
            "cheeks",
            "볼",
            "Cheeks",
            (
                Option("blush", "발그레", "Blush"),
                Option("freckles", "주근깨", "Freckles"),
                Option("none", "없음", "None"),
            ),
        ),
    ),
)

_OWN: dict[str, Act | str] = {
    "sadness-strong": restaged("sadness-strong", gag="game-over"),
    "joy-strong": restaged("joy-strong", gag="level-up"),
    "fear-strong": restaged("fear-strong", gag="glitch"),
    "embarrassment-strong": restaged("embarrassment-strong", gag="mosaic"),
    "neutral-strong": restaged("neutral-strong", gag="loading"),
    "surprise-strong": restaged("surprise-strong", gag="hit"),
    "sob": "game-over",
    "exhausted": "game-over",
    "hooray": "level-up",
    "victory": "level-up",
    "proud": "level-up",
    "zoning-out": "loading",
    "waiting": "loading",
    "thinking": "loading",
    "panic": "glitch",
    "busy": "glitch",
    "embarrassed": "mosaic",
    "speechless": "mosaic",
    "shocked": "hit",
    "tired": "hearts",
    "sick": "hearts",
    "broke": "hearts",
    "heartbroken": "hearts",
}
_STEP = CELL / 360.0


class Pixel(Design):
    """The game figure."""

    name = "pixel"
    korean = "픽셀 용사"
    english = "Pixel hero"
    about = (
        "무슨 일이든 게임처럼 받아들여 레벨이 오르고 하트가 닳고 가끔 렉이 걸립니다.",
        "Takes life for an old game: it levels up, loses hearts, loads, and now and then it glitches.",
    )
    space = SPACE
    gags = GAGS
    own_acts: Mapping[str, Act | str] = MappingProxyType(_OWN)

    def pen(self, choices: Choices, seed: int) -> Pen:
        """Of what others would draw with it; the figure itself is set square by square."""
        return InkPen(choices.colour("ink"), CELL)

    def temper(self, acting: Acting) -> Acting:
        """Everything in whole squares: leaning and squashing become shifts of the head, jumps whole steps."""
        pose = acting.pose
        over = max(-0.30, min(0.30, pose.lean_degrees / 30))
        low = max(-0.16, min(0.30, 1.1 * (1 - pose.squash)))
        square = replace(
            pose,
            lean_degrees=0.0,
            squash=1.0,
            lift=round(pose.lift / _STEP) * _STEP,
            shift=round(pose.shift / _STEP) * _STEP,
            head_shift=(pose.head_shift[0] + over, pose.head_shift[1] + low),
        )
        return replace(acting, pose=square, phase=int(acting.phase * 12) / 12)

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The figure, or one of its gags."""
        sheet, at = drawn(choices, replace(acting, gag=""), looks)
        if acting.gag:
            sheet, at = DRAWN[acting.gag](sheet, at, choices, acting)
        return figure_of(sheet, at, choices)

    def signs(self, choices: Choices, figure: Figure, acting: Acting) -> MarksDrawn:
        """Marks of squares."""
        return signs_of(choices, figure, acting)

    def rim(self, whole: Group) -> Group:
        """A white edge with corners, half a square wide."""
        return Group(rim_nodes(whole), name="edge")

    def ground(self, figure: Figure, acting: Acting) -> Group:
        """Two rows of shade under its feet."""
        half = max(2, 6 - round(8 * acting.pose.lift))
        middle = round((figure.body.centre[0] + acting.pose.shift * 360) / CELL)
        shade = squares(box_mask(middle - half, FLOOR, 2 * half, 1))
        return Group((Shape(shade, fill="#1e1f24", opacity=0.12),), name="shadow")


def figure_of(sheet: Sheet, at: Stood, choices: Choices) -> Figure:
    """The sheet as a figure that knows where its parts are."""
    spots, half = at.spots, choices.number("eye-width") / 2
    eyes = tuple(canvas_point(spots.middle + side * (spots.apart + half), spots.eyes + 0.5) for side in (-1, 1))
    head = Frame(canvas_point(at.middle, at.top + len(at.rows) / 2), (max(at.rows) * CELL, len(at.rows) * CELL / 2))
    body = Frame(canvas_point(at.body_middle, at.body_top + at.body[1] / 2), (at.body[0] * CELL, at.body[1] * CELL / 2))
    right, left = at.posture.arms
    return Figure(
        node=Group((sheet_nodes(sheet),)),
        head=head,
        body=body,
        eyes=(eyes[0], eyes[1]),
        eye_radius=(half + 0.5) * CELL,
        mouth=canvas_point(spots.middle, spots.mouth + 0.5),
        hands=(right.bones.hand, left.bones.hand),
        silhouette=squares(sheet.cells > 0),
        ink=choices.colour("ink"),
    )


PIXEL = Pixel()
