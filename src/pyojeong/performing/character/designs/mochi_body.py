"""The rice cake's one mass: its outline, the nubs it has for arms, its feet and what lies on top."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point, Radial, Shape, Stop
from pyojeong.media.drawing.paths import along, arc, circle, lines, oval, placed, smooth, stroked, united
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Part
from pyojeong.performing.character.build import Build, Posture, Reach, posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family, hand_at
from pyojeong.performing.character.limbs import bones
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.wear import hat

MIDDLE = 180.0
_SHAPES: dict[str, tuple[Point, ...]] = {
    "dome": ((0, -1), (0.46, -0.93), (0.82, -0.58), (0.97, -0.02), (1.0, 0.48), (0.92, 0.84), (0.66, 0.98), (0.24, 1)),
    "cut": ((0, -0.95), (0.6, -0.94), (0.9, -0.74), (0.98, -0.2), (1.0, 0.4), (0.96, 0.8), (0.7, 0.98), (0.24, 1)),
    "bun": ((0, -0.9), (0.5, -0.82), (0.88, -0.46), (1.06, 0.1), (1.08, 0.5), (0.94, 0.86), (0.6, 0.99), (0.2, 1)),
    "drop": ((0, -1.16), (0.15, -1.02), (0.5, -0.7), (0.84, -0.2), (1.0, 0.34), (0.94, 0.8), (0.64, 0.98), (0.24, 1)),
}
_STANCES: dict[Legs, Point] = {
    Legs.STAND: (1.0, 1.0),
    Legs.WIDE: (1.10, 0.95),
    Legs.KNOCK: (0.94, 1.0),
    Legs.TIPTOE: (0.88, 1.16),
    Legs.JUMP: (0.90, 1.12),
    Legs.SIT: (1.12, 0.82),
    Legs.KNEEL: (1.06, 0.88),
    Legs.KICK: (1.0, 1.0),
    Legs.WALK: (1.02, 0.98),
    Legs.LIE: (1.24, 0.66),
}
"""Width and height it takes: dough has no knees, so it sits by sinking and jumps by growing long."""
_OUT = 1.20
"""Hands beside the mass are at least this many half sizes from its middle, so that they never lie on its edge."""
_PLAIN = frozenset({Hand.RELAXED, Hand.OPEN, Hand.FIST})
"""Hands that are the round end of a nub; the others have to be read and are drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Mass:
    """The dough at one moment.

    Attributes:
        stood: Places of face and arms.
        frame: The mass.
        shear: How far its top leans, in half widths.
        tilt: Of the face.
        outline: Without nubs.
    """

    stood: Posture
    frame: Frame
    shear: float
    tilt: float
    outline: skia.Path


def outline(kind: str, frame: Frame, *, shear: float = 0.0, sag: float = 0.0) -> skia.Path:
    """The dough's edge: flat below, its top leaning by ``shear`` half widths, ``sag`` widening its foot."""
    half = [(x * (1 + sag * 0.16 * max(0.0, y)), y) for x, y in _SHAPES[kind]]
    points = half + [(-x, y) for x, y in reversed(half) if x]
    return smooth([frame.at(x + shear * (1 - y) / 2, y) for x, y in points])


def mass(choices: Choices, acting: Acting) -> Mass:
    """Where the dough is and how it is pressed."""
    pose = acting.pose
    wide, high = _STANCES[pose.legs]
    w = 122 * choices.number("width") * wide * (1 + 0.10 * pose.bow)
    h = (
        99
        * choices.number("height")
        * high
        * (1 - 0.24 * pose.bow)
        * (1 - 0.35 * max(-0.3, min(0.3, pose.head_shift[1])))
    )
    swollen = 1 + 0.05 * acting.expression["cheekPuff"]
    roll = acting.expression.roll_degrees
    shear = 0.9 * pose.head_shift[0] + 0.011 * roll
    frame = Frame((MIDDLE, GROUND - 5 - h * swollen), (w * swollen, h * swollen))
    stood = posture(
        build(choices, frame, shear),
        replace(acting, pose=replace(pose, legs=Legs.STAND, bow=0.0, head_shift=(0.0, 0.0))),
    )
    stood = replace(
        stood,
        pose=pose,
        build=replace(stood.build, head=replace(stood.head, tilt_degrees=0.0)),
        face=(stood.face[0], stood.face[1] + 0.10 * pose.bow * h),
    )
    edge = outline(choices.option("shape"), frame, shear=shear, sag=choices.number("sag"))
    arms = stood.arms._replace(right=_held_off(stood.arms.right, frame), left=_held_off(stood.arms.left, frame))
    return Mass(replace(stood, arms=arms), frame, shear, 0.7 * roll, edge)


def build(choices: Choices, frame: Frame, shear: float) -> Build:
    """Its sizes: the head is the whole mass, the body its lower half."""
    (x, y), (w, h) = frame.centre, frame.half_size
    arm = choices.number("arms")
    return Build(
        head=Frame((x + 0.45 * shear * w, y), (w, h)),
        body=Frame((x, y + 0.62 * h), (0.92 * w, 0.38 * h)),
        shoulder=(0.98, -1.05),
        arm=34.0 * arm,
        bones=(30.0 * arm, 26.0 * arm),
        hand=18.0 * arm**0.5,
        stretch=1.35,
        rest=Arm((1.22, -0.15), Part.BODY, 0.2),
        family=Family.MITTEN,
    )


def _held_off(reach: Reach, frame: Frame) -> Reach:
    """A hand beside the mass, taken out of it."""
    if reach.arm.layer is Layer.FRONT:
        return reach
    (cx, cy), (w, h) = frame.centre, frame.half_size
    x, y = reach.bones.hand
    far = math.hypot((x - cx) / w, (y - cy) / h)
    if far >= _OUT:
        return reach
    out = _OUT / max(0.05, far)
    wanted = cx + (x - cx) * out, min(GROUND - 16, cy + (y - cy) * out)
    found = bones(reach.bones.shoulder, wanted, (40.0, 40.0), side=reach.side, bend=0.3, stretch=1.4)
    radius = 18.0
    turned = hand_at(
        reach.arm.hand,
        Family.MITTEN,
        found.hand,
        radius,
        side=reach.side,
        forearm_degrees=found.degrees,
        turn_degrees=reach.arm.turn_degrees,
    )
    return Reach(reach.arm, found, turned, reach.side)


def is_on_mass(body: Mass, reach: Reach) -> bool:
    """Whether a hand lies on the dough, where it is pressed out as a paw and has no arm at all."""
    return reach.arm.layer is Layer.FRONT and body.outline.contains(*reach.bones.hand)


def nub(body: Mass, reach: Reach) -> skia.Path:
    """An arm that grows out of the dough: broad at its root, round at its end."""
    build_ = body.stood.build
    (sx, sy), hand = reach.bones.shoulder, reach.bones.hand
    root = sx - reach.side * 0.14 * body.frame.half_size[0], sy
    by = (sx + hand[0]) / 2 + reach.side * 4, (sy + hand[1]) / 2 + 4
    thick = build_.arm
    area = dough_limb(arc(root, by, hand), 1.7 * thick, 1.1 * thick)
    return area if reach.arm.hand in _PLAIN else united(area, reach.glyph.outline)


def dough_limb(line: skia.Path, start_width: float, end_width: float, *, steps: int = 10) -> skia.Path:
    """The area a ball of dough covers along ``line`` while its width changes."""
    walked = along(line, steps)
    halves = [(start_width + (end_width - start_width) * n / steps) / 2 for n in range(steps + 1)]
    right = [(x - ty * half, y + tx * half) for ((x, y), (tx, ty)), half in zip(walked, halves, strict=True)]
    left = [(x + ty * half, y - tx * half) for ((x, y), (tx, ty)), half in zip(walked, halves, strict=True)]
    ends = circle(walked[0][0], halves[0]), circle(walked[-1][0], halves[-1])
    return united(lines(right + left[::-1], closed=True), *ends)


def paw(pen: Pen, body: Mass, reach: Reach, colour: str) -> Nodes:
    """A hand pressed out of the dough: a bump with a soft shade under it, nothing behind it to look like a sausage."""
    r, (x, y), side = body.stood.build.hand, reach.bones.hand, reach.side
    if reach.arm.hand in _PLAIN:
        area = placed(oval((x, y), (1.22 * r, 1.0 * r)), Matrix.turned(-side * 24, (x, y)))
    else:
        area = reach.glyph.outline
    under = Group(
        (Shape(placed(area, Matrix.moved(0, 4)), fill=mixed(colour, "#5a2f7a", 0.6)),), blur=5.0, opacity=0.55
    )
    return (
        Group((under,), clip=body.outline),
        *pen.shape(area, colour, part=f"paw{side}"),
        *glyph_details(pen, reach, colour),
    )


def glyph_details(pen: Pen, reach: Reach, colour: str) -> Nodes:
    """What a drawn hand has beside its outline."""
    if reach.arm.hand in _PLAIN:
        return ()
    shade, nodes = mixed(colour, "#5a3a6a", 0.5), list[Node]()
    for n, line in enumerate(reach.glyph.lines):
        nodes += pen.line(line, width=0.45 * pen.width, colour=shade, part=f"finger{n}")
    for over in reach.glyph.over:
        nodes += pen.shape(over, colour, part="over")
    if reach.glyph.heart is not None:
        nodes += pen.shape(reach.glyph.heart, "#ff5d7a", part="heart")
    return tuple(nodes)


def feet(choices: Choices, body: Mass, legs: Legs) -> tuple[skia.Path, ...]:
    """Two round feet, where the stance wants them."""
    w, r = body.frame.half_size[0], 15.0 * choices.number("feet")
    spread = {Legs.WIDE: 0.74, Legs.SIT: 0.62, Legs.KNOCK: 0.20, Legs.TIPTOE: 0.26, Legs.JUMP: 0.5}.get(legs, 0.42)
    half = (0.92 * r, 1.2 * r) if legs in (Legs.TIPTOE, Legs.JUMP, Legs.SIT) else (1.4 * r, r)
    low = GROUND - (8 if legs is not Legs.SIT else 16)
    if legs is Legs.LIE:
        return tuple(oval((MIDDLE + w * 0.98 + 4 * n, GROUND - 12 - 16 * n), (r, 0.9 * r)) for n in (0, 1))
    if legs in (Legs.KICK, Legs.WALK):
        lifted = MIDDLE + (1.04 if legs is Legs.KICK else 0.6) * w, GROUND - (34 if legs is Legs.KICK else 18)
        return oval((MIDDLE - 0.3 * w, low), half), placed(oval(lifted, half), Matrix.turned(-35, lifted))
    return tuple(oval((MIDDLE + s * spread * w, low), half) for s in (-1, 1))


def topping(pen: Pen, choices: Choices, top: Point, unit: float, stand: float) -> tuple[Nodes, tuple[skia.Path, ...]]:
    """What lies on it, and its area; sprouts and cream follow what it feels."""
    kind, colour, size = choices.option("top"), choices.colour("top-colour"), choices.number("top-size")
    u = 0.26 * unit * size
    if kind == "cream":
        return _cream(pen, top, u, colour, stand)
    if kind == "berry":
        return _berry(pen, top, u, stand)
    worn = hat(pen, kind, top, 0.92 * unit * size, colour, stand=stand)
    return worn.nodes, worn.areas


def _berry(pen: Pen, top: Point, u: float, stand: float) -> tuple[Nodes, tuple[skia.Path, ...]]:
    """A strawberry that tips over when it is not glad."""
    x, y = top
    berry = smooth(
        [
            (x, y - 1.1 * u),
            (x + 0.85 * u, y - 0.95 * u),
            (x + 0.6 * u, y + 0.1 * u),
            (x, y + 0.45 * u),
            (x - 0.6 * u, y + 0.1 * u),
            (x - 0.85 * u, y - 0.95 * u),
        ]
    )
    turn = Matrix.turned(16 * (1 - stand), (x, y))
    leaf = smooth(
        [
            (x - 0.8 * u, y - 1.0 * u),
            (x, y - 1.5 * u),
            (x + 0.8 * u, y - 1.0 * u),
            (x + 0.3 * u, y - 0.8 * u),
            (x, y - 0.6 * u),
            (x - 0.3 * u, y - 0.8 * u),
        ],
        ease=0.1,
    )
    seeds = tuple(
        n
        for p, q in ((-0.35, -0.5), (0.3, -0.6), (0, -0.15))
        for n in pen.fill(oval((x + p * u, y + q * u), (0.06 * u, 0.1 * u)), "#ffe9a8", part="seed")
    )
    return (
        Group(
            (*pen.shape(berry, "#ee4b5c", part="berry"), *seeds, *pen.shape(leaf, "#5fae54", part="leaf")),
            matrix=turn,
        ),
    ), (placed(berry, turn),)


def _cream(pen: Pen, top: Point, u: float, colour: str, stand: float) -> tuple[Nodes, tuple[skia.Path, ...]]:
    """Three turns of cream, higher when it is glad, sunk when it is not."""
    x, y = top
    rise = 1 + 0.35 * stand
    rings = [
        oval((x, y - 0.05 * u), (1.15 * u, 0.44 * u)),
        oval((x + 0.05 * u, y - 0.55 * u * rise), (0.82 * u, 0.40 * u)),
        oval((x - 0.02 * u, y - 1.0 * u * rise), (0.5 * u, 0.34 * u)),
    ]
    tip = smooth(
        [
            (x - 0.30 * u, y - 1.0 * u * rise),
            (x - 0.02 * u, y - 1.5 * u * rise),
            (x + 0.34 * u + 0.3 * u * (1 - stand), y - 1.7 * u * rise),
            (x + 0.32 * u, y - 1.0 * u * rise),
        ]
    )
    areas = (rings[0], rings[1], united(rings[2], tip))
    return tuple(n for k, ring in enumerate(areas) for n in pen.shape(ring, colour, part=f"cream{k}")), areas


_POWDER = ((-1.2, 0.62), (-0.7, 0.7), (-0.3, 0.6), (0.15, 0.71), (0.6, 0.6), (1.2, 0.66), (1.2, 1.3), (-1.2, 1.3))
_SEEDS = (
    *((-0.62, -0.52), (-0.2, -0.74), (0.3, -0.66), (0.66, -0.38), (-0.84, 0.05)),
    *((0.86, 0.1), (-0.5, 0.72), (0.56, 0.74), (0.1, 0.82)),
)


def sprinkles(pen: Pen, choices: Choices, body: Mass) -> Nodes:
    """What it is rolled in or wrapped with, inside its outline."""
    kind, frame, tone = choices.option("coat"), body.frame, choices.colour("coat-colour")
    if kind == "plain":
        return ()
    if kind == "powder":
        low = smooth([frame.at(x, y) for x, y in _POWDER])
        return pen.fill(low, tone, opacity=0.75, part="powder") + _dots(
            pen, frame, tone, ((-0.8, 0.5), (-0.5, 0.56), (0.42, 0.52), (0.78, 0.48), (0.05, 0.6))
        )
    if kind == "sesame":
        return _dots(pen, frame, tone, _SEEDS)
    if kind == "leaf":
        leaf = smooth(
            [
                frame.at(x, y)
                for x, y in ((-1.3, 0.52), (-0.5, 0.66), (0.0, 0.98), (0.5, 0.66), (1.3, 0.52), (1.3, 1.4), (-1.3, 1.4))
            ],
            ease=0.12,
        )
        veins = [lines([frame.at(0.0, 1.0), frame.at(s * 0.9, 0.74)]) for s in (-1, 1)]
        drawn = pen.shape(leaf, tone, part="leaf")
        return drawn + tuple(
            n for v in veins for n in pen.line(v, width=2.2, colour=mixed(tone, "#ffffff", 0.4), part="vein")
        )
    swirl = [arc(frame.at(-1.1, y), frame.at(0.1, y + 0.26), frame.at(1.1, y - 0.1)) for y in (-0.55, 0.75)]
    return tuple(Shape(stroked(line, 13.0), fill=tone, opacity=0.55) for line in swirl)


def _dots(pen: Pen, frame: Frame, tone: str, places: tuple[Point, ...]) -> Nodes:
    return tuple(
        node
        for x, y in places
        for node in pen.fill(
            placed(oval(frame.at(x, y), (2.6, 4.0)), Matrix.turned(70 * x + 40 * y, frame.at(x, y))), tone, part="dot"
        )
    )


def core(choices: Choices, body: Mass) -> Nodes:
    """The filling, seen faintly through the dough."""
    centre, tone = body.frame.at(0.0, 0.74), choices.colour("filling")
    half = 0.50 * body.frame.half_size[0]
    stops = Stop(0.0, tone, 0.24), Stop(0.6, tone, 0.12), Stop(1.0, tone, 0.0)
    return (Shape(circle(centre, half), fill=Radial(centre, half, stops)),)


def sheen(body: Mass) -> Nodes:
    """Light on wet dough."""
    at = body.frame.at(-0.56 + 0.7 * body.shear, -0.60)
    gleam = placed(oval(at, (21, 11)), Matrix.turned(-34, at))
    spot = circle(body.frame.at(-0.80 + 0.5 * body.shear, -0.26), 5.0)
    return Shape(gleam, fill="#ffffff", opacity=0.62), Shape(spot, fill="#ffffff", opacity=0.5)
