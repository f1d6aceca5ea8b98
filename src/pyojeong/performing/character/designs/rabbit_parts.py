"""The rabbit's ears, which are its hands, its head and its small body."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Point, Radial, Stop
from pyojeong.media.drawing.paths import along, circle, curve, lines, mirrored_smooth, oval, part, smooth, united
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Part, Pose
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, HeadDrawn
from pyojeong.performing.character.face import Brows, Cheeks, Eyes, FacePlaces, FaceStyle, Teeth, face_nodes
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family, hand_at
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.wear import glasses

_TUCKED = Arm((0.34, 0.10), Part.BODY, 0.9, layer=Layer.FRONT)
_FAR_OUT = 1.5
"""A hand farther out than this, in half widths of the body, is beyond short arms: an ear does it."""
_EGG = ((0.0, -0.96), (0.40, -0.88), (0.76, -0.46), (0.96, 0.10), (1.0, 0.46), (0.80, 0.84), (0.34, 1.0))
_PEAR = ((0.0, -1.0), (0.62, -0.74), (0.98, 0.16), (0.88, 0.76), (0.30, 1.0))


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """One ear at one moment, on the upright head.

    Attributes:
        side: 1 on the picture's right.
        line: Its middle, from root to tip.
        in_front: Whether it lies over the face.
        hand: What its tip shows.
        turn_degrees: Of the hand.
    """

    side: int
    line: skia.Path
    in_front: bool = False
    hand: Hand = Hand.RELAXED
    turn_degrees: float = 0.0

    @property
    def tip(self) -> Point:
        """Where it ends."""
        return along(self.line, 1)[-1][0]


def build(choices: Choices) -> Build:
    """Its sizes: nearly all head."""
    w, h = 88 * choices.number("width"), 76 * choices.number("height")
    small = choices.number("body")
    bw, bh = 42 * small, 38 * small
    y = GROUND - 16 - 0.9 * bh
    return Build(
        head=Frame((180.0, y - bh - 0.70 * h), (w, h)),
        body=Frame((180.0, y), (bw, bh)),
        shoulder=(0.62, -0.34),
        arm=17.0,
        bones=(20.0, 19.0),
        hand=11.0,
        leg=21.0,
        foot=(21.0 * choices.number("feet"), 10.5),
        hip=0.5,
        family=Family.MITTEN,
        stretch=2.6,
        rest=_TUCKED,
    )


def style(choices: Choices) -> FaceStyle:
    """How its face is drawn."""
    return FaceStyle(
        eyes={"gloss": Eyes.GLOSS, "dot": Eyes.DOT, "button": Eyes.BUTTON}[choices.option("eyes")],
        brows=Brows.ACTIVE,
        teeth=Teeth.BUCK,
        cheeks=Cheeks.SOFT,
        line=0.9,
        blush=0.55,
        iris=choices.colour("iris"),
        blush_colour=choices.colour("blush"),
        inside="#a23a5a",
        tongue="#ff8fa6",
    )


def layout(choices: Choices) -> Layout:
    """Its face at rest: low, wide and small."""
    return Layout(
        eyes=(0.46 * choices.number("distance"), 0.20),
        eye_radius=0.115 * choices.number("eye-size"),
        brows_above=0.30,
        mouth_down=0.52,
        mouth_size=0.18 * choices.number("mouth"),
        cheeks=(0.70, 0.48),
        cheek_size=(0.20, 0.17),
        nose_down=0.34,
    )


def skull(frame: Frame, choices: Choices) -> skia.Path:
    """The head's outline; full cheeks make it broad below."""
    full = 0.10 * choices.number("cheeks")
    half = [(x * (1 + full) if y > 0.3 else x, y) for x, y in _EGG]
    return mirrored_smooth(half, frame.centre, frame.half_size)


def body_path(frame: Frame) -> skia.Path:
    """The body's outline."""
    return mirrored_smooth(_PEAR, frame.centre, frame.half_size)


def is_taken(arm: Arm) -> bool:
    """Whether an ear does what this arm was asked for."""
    return arm.part is Part.HEAD or (arm.layer is Layer.BESIDE and abs(arm.at[0]) > _FAR_OUT)


def left_to_arms(pose: Pose) -> tuple[Arm, Arm]:
    """What is left to the right and left arm."""
    right, left = (Arm() if is_taken(arm) and not pose.prop else arm for arm in (pose.right, pose.left))
    return right, left


def ears_of(cast: Cast, head: Frame) -> tuple[Ear, Ear]:
    """Both ears, the right one (left in the picture) first: resting with the mood, or doing what arms would do."""
    pose = cast.acting.pose
    right, left = (_ear(cast, head, arm, side) for arm, side in ((pose.right, -1), (pose.left, 1)))
    return right, left


def _ear(cast: Cast, head: Frame, arm: Arm, side: int) -> Ear:
    if cast.acting.pose.prop or not is_taken(arm):
        return Ear(side, resting(cast, head, side))
    out, down = arm.at
    if arm.part is Part.BODY:
        out, down = 1.62, 0.1 + 0.6 * down
    front = arm.layer is Layer.FRONT
    if down < -0.3 and not front:
        out, down = 1.12 * out, down - 0.55
    root, end = _root(head, side), head.at(side * out, down)
    w, h = head.half_size
    if front:
        first = root[0] + side * 0.95 * w, root[1] - 0.80 * h
        second = head.centre[0] + side * 1.62 * w, end[1] + 0.34 * h
    elif down < -0.3:
        first = root[0] + side * 0.30 * w, root[1] - 0.5 * h
        second = (root[0] + end[0]) / 2, (first[1] + end[1]) / 2
    else:
        first = root[0] + side * 0.30 * w, root[1] - 0.95 * h
        second = head.centre[0] + side * max(1.25, 0.9 + 0.4 * out) * w, min(end[1] - 0.2 * h, root[1])
    return Ear(side, curve(root, first, second, end), front, arm.hand, arm.turn_degrees)


def _root(head: Frame, side: int) -> Point:
    return head.at(0.32 * side, -0.76)


_HANG = ((0.32, -0.76), (0.74, -1.30), (1.34, -0.86), (1.42, -0.10), (1.28, 0.60))
_REST = ((0.32, -0.76), (0.42, -1.26), (0.56, -1.80), (0.92, -2.12), (1.30, -1.98))
_UP = ((0.30, -0.76), (0.36, -1.28), (0.42, -1.80), (0.48, -2.24), (0.52, -2.56))


def resting(cast: Cast, head: Frame, side: int) -> skia.Path:
    """An ear that hangs at -1, rests at 0 with a bent tip, and stands at 1."""
    kind, stand = cast.choices.option("ears"), cast.acting.pose.ears
    if kind == "lop":
        stand = 0.5 * stand - 0.5
    elif kind == "one-lop" and side > 0:
        stand = 0.6 * stand - 0.4
    low, high, share = (_HANG, _REST, stand + 1) if stand < 0 else (_REST, _UP, stand)
    long, sway = cast.choices.number("ear-length"), 0.03 * math.sin(2 * math.pi * cast.acting.phase)
    x0, y0 = low[0]
    points = []
    for n, (a, b) in enumerate(zip(low, high, strict=True)):
        x, y = (p + (q - p) * share for p, q in zip(a, b, strict=True))
        points.append(head.at(side * (x0 + (x - x0) * long + sway * n), y0 + (y - y0) * long))
    return smooth(points, closed=False)


def ear_area(line: skia.Path, width: float, *, start: float = 0.0, end: float = 1.0) -> skia.Path:
    """What an ear covers: slim at its root, broad before its round tip."""
    piece = line if (start, end) == (0.0, 1.0) else part(line, start, end)
    steps = 12
    right, left = [], []
    for n, ((x, y), (tx, ty)) in enumerate(along(piece, steps)):
        half = width / 2 * (0.66 + 0.40 * math.sin(math.pi * (n / steps) ** 1.25))
        right.append((x - ty * half, y + tx * half))
        left.append((x + ty * half, y - tx * half))
    ((x, y), (tx, ty)), half = along(piece, steps)[-1], width / 2
    cap = (x + tx * 0.62 * half, y + ty * 0.62 * half)
    return smooth([*right, cap, *left[::-1]])


def ear_nodes(cast: Cast, ear: Ear) -> tuple[Nodes, skia.Path]:
    """One ear with its pink inside and the hand its tip makes; and its area."""
    pen, choices = cast.pen, cast.choices
    width = 40 * choices.number("ear-width")
    area = ear_area(ear.line, width)
    nodes: Nodes = ()
    if ear.hand is Hand.RELAXED:
        nodes += pen.shape(area, choices.colour("fur"), part=f"ear{ear.side}")
        nodes += _inside(pen, choices, ear.line, width)
        return nodes, area
    (x, y), (tx, ty) = along(ear.line, 1)[-1]
    degrees = math.degrees(math.atan2(tx, -ty))
    made = hand_at(
        ear.hand,
        Family.MITTEN,
        (x, y),
        0.46 * width,
        side=ear.side,
        forearm_degrees=degrees,
        turn_degrees=ear.turn_degrees,
    )
    whole = united(area, made.outline)
    nodes += pen.shape(whole, choices.colour("fur"), part=f"ear{ear.side}")
    nodes += _inside(pen, choices, part(ear.line, 0.0, 0.82), width)
    shade = mixed(choices.colour("fur"), pen.ink, 0.45)
    for n, line in enumerate(made.lines):
        nodes += pen.line(line, width=0.5 * pen.width, colour=shade, part=f"finger{ear.side}{n}")
    for n, over in enumerate(made.over):
        nodes += pen.shape(over, choices.colour("fur"), part=f"thumb{ear.side}{n}")
    if made.heart is not None:
        nodes += pen.shape(made.heart, "#ff5d7a", part=f"heart{ear.side}")
    return nodes, whole


def _inside(pen: Pen, choices: Choices, line: skia.Path, width: float) -> Nodes:
    return pen.fill(ear_area(line, 0.46 * width, start=0.14, end=0.90), choices.colour("inside"), part="inside")


def head_drawn(
    cast: Cast, stood: Posture, *, ears: tuple[Ear, ...] | None = None, outline: skia.Path | None = None
) -> HeadDrawn:
    """The head, upright, with its ears before and behind it; ``ears`` are others than its own."""
    pen, choices = cast.pen, cast.choices
    head, where = stood.upright_head, places(stood, layout(choices))
    own, shown = outline or skull(head, choices), ears if ears is not None else ears_of(cast, head)
    drawn = [(ear, *ear_nodes(cast, ear)) for ear in shown]
    nodes: Nodes = (
        *(node for ear, made, _ in drawn if not ear.in_front for node in made),
        *pen.shape(own, choices.colour("fur"), part="head"),
        Group(_coat(cast, stood, where), clip=own),
        *_topknot(cast, stood),
        *face_nodes(pen, where, style(choices), cast.acting, cast.looks),
        *_nose(cast, where),
        *glasses(pen, choices.option("glasses"), where, choices.colour("ink")),
        *(node for ear, made, _ in drawn if ear.in_front for node in made),
    )
    return HeadDrawn(nodes, own, tuple(area for _, _, area in drawn), where)


def _coat(cast: Cast, stood: Posture, where: FacePlaces) -> Nodes:
    """Markings of the face: soft spots of a second colour."""
    kind, unit, second = cast.choices.option("markings"), stood.head.half_size[0], cast.choices.colour("second")

    def soft(at: Point, radius: float) -> Nodes:
        return cast.pen.fill(
            circle(at, radius), Radial(at, radius, (Stop(0.0, second), Stop(0.72, second), Stop(1.0, second, 0.0)))
        )

    if kind == "muzzle":
        return soft(on_head(stood, 0.0, 0.50), 0.36 * unit)
    if kind == "patch":
        return soft(where.eyes[1], 0.34 * unit)
    if kind == "bands":
        return soft(where.eyes[0], 0.30 * unit) + soft(where.eyes[1], 0.30 * unit)
    if kind == "brow":
        return tuple(n for x in (-0.28, 0.28) for n in soft(on_head(stood, x, -0.22), 0.11 * unit))
    return soft(stood.upright_head.at(0.0, -1.0), 0.66 * unit) if kind == "cap" else ()


def _nose(cast: Cast, where: FacePlaces) -> Nodes:
    """A pink button that twitches."""
    assert where.nose is not None
    (x, y), k = where.nose, 0.34 * where.eye_radius + 2.4
    y -= 0.3 * k * sum(cast.acting.expression.both("noseSneer")) + 0.4 * math.sin(8 * math.pi * cast.acting.phase)
    heart = smooth([(x - k, y - 0.5 * k), (x, y - 0.62 * k), (x + k, y - 0.5 * k), (x, y + 0.72 * k)], ease=0.2)
    return cast.pen.fill(heart, cast.choices.colour("inside"), part="nose")


def _topknot(cast: Cast, stood: Posture) -> Nodes:
    """What grows or sits between the ears."""
    kind, pen = cast.choices.option("top"), cast.pen
    x, y = on_head(stood, 0.0, -0.92)
    colour = cast.choices.colour("top-colour")
    if kind == "tuft":
        lumps = [oval((x + d, y - r * 0.3), (r, r)) for d, r in ((-12, 11), (12, 11), (0, 15))]
        return pen.shape(united(*lumps), mixed(cast.choices.colour("fur"), "#ffffff", 0.4), part="tuft")
    if kind == "bow":
        wings = [
            smooth([(x, y), (x + s * 26, y - 15), (x + s * 31, y + 2), (x + s * 24, y + 15)], ease=0.14)
            for s in (-1, 1)
        ]
        made = tuple(n for k, wing in enumerate(wings) for n in pen.shape(wing, colour, part=f"wing-{k}"))
        return (*made, *pen.shape(oval((x, y), (8, 9)), colour, part="knot"))
    if kind == "flower":
        petals = [
            circle((x + 10 * math.cos(1.257 * n - 1.57), y + 10 * math.sin(1.257 * n - 1.57)), 8.5) for n in range(5)
        ]
        made = tuple(n for k, petal in enumerate(petals) for n in pen.shape(petal, colour, part=f"petal-{k}"))
        return (*made, *pen.shape(circle((x, y), 6), "#ffd86b", part="heart"))
    return ()


def tail_nodes(cast: Cast, body: Frame) -> tuple[Nodes, skia.Path]:
    """A puff; and its area."""
    size = cast.choices.number("tail") * body.half_size[0]
    area = circle(body.at(0.98, 0.42 - 0.2 * cast.acting.pose.tail), 0.36 * size)
    return cast.pen.shape(area, mixed(cast.choices.colour("fur"), "#ffffff", 0.55), part="tail"), area


_CAPE = ((-0.5, -0.9), (0.5, -0.9), (1.06, 0.2), (0.5, 0.42), (0.0, 0.30), (-0.5, 0.42), (-1.06, 0.2))
_SCARF = ((-0.8, -0.74), (0.0, -0.56), (0.8, -0.74), (0.84, -0.36), (0.0, -0.10), (-0.84, -0.36))


def worn(cast: Cast, body: Frame) -> Nodes:
    """What hangs around its neck."""
    kind, pen, colour = cast.choices.option("worn"), cast.pen, cast.choices.colour("top-colour")
    if kind == "none":
        return ()
    if kind == "cape":
        cape = smooth([body.at(x, y) for x, y in _CAPE])
        button = circle(body.at(0.0, -0.44), 4.6)
        return (*pen.shape(cape, colour, part="cape"), *pen.shape(button, "#fff3d0", part="button"))
    x, y = body.at(0.0, -0.42)
    if kind == "carrot":
        root = lines([(x - 8, y), (x + 8, y), (x, y + 26)], closed=True)
        leaf = [oval((x + d, y - 6), (4, 8)) for d in (-5, 0, 5)]
        green = tuple(n for k, one in enumerate(leaf) for n in pen.shape(one, "#7cc47a", part=f"leaf-{k}"))
        return (*green, *pen.shape(root, "#ff9a4d", part="carrot"))
    scarf = smooth([body.at(x, y) for x, y in _SCARF])
    end = smooth([body.at(a, b) for a, b in ((0.2, -0.3), (0.6, -0.4), (0.66, 0.34), (0.3, 0.36))])
    return (*pen.shape(end, colour, part="scarf-end"), *pen.shape(scarf, colour, part="scarf"))


def body_coat(cast: Cast, frame: Frame, body: skia.Path) -> Nodes:
    """A light belly."""
    belly = oval(frame.at(0.0, 0.34), (0.56 * frame.half_size[0], 0.56 * frame.half_size[1]))
    light = mixed(cast.choices.colour("fur"), "#ffffff", 0.6)
    return (Group(cast.pen.fill(belly, light, opacity=0.8, part="belly"), clip=body),)


def is_calm(acting: Acting) -> bool:
    """Whether its face does nothing to speak of."""
    return max(acting.expression.to_dict().values(), default=0.0) < 0.15


def is_angry(acting: Acting) -> bool:
    """Whether it has had enough."""
    face = acting.expression
    return max(face.both("browDown")) > 0.75 and face["browInnerUp"] < 0.3 and max(face.both("mouthSmile")) < 0.3
