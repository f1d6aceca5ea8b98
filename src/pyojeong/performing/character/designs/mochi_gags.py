"""The rice cake's own gags: what only dough can do."""

from __future__ import annotations

from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point, Shape
from pyojeong.media.drawing.paths import (
    arc,
    circle,
    lines,
    oval,
    placed,
    rounded,
    smooth,
    stroked,
    tapered,
    united,
    without,
)
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.designs.mochi_body import MIDDLE, Mass, outline, sheen, sprinkles, topping
from pyojeong.performing.character.designs.mochi_face import face_style, face_where
from pyojeong.performing.character.face import face_nodes
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag, Gags
from pyojeong.performing.character.pens import Nodes
from pyojeong.performing.character.wear import glasses

GAGS: dict[str, tuple[str, str]] = {
    "split": ("둘로 나뉘기", "Splits in two"),
    "stretch": ("쭈욱 늘어나기", "Pulled long"),
    "ceiling": ("천장에 붙기", "Sticks to the ceiling"),
    "bite": ("한 입 베이기", "Somebody took a bite"),
    "balloon": ("풍선처럼 부풀기", "Swells like a balloon"),
    "melt": ("흘러내리기", "Runs over the edge"),
    "skewer": ("꼬치에 꿰이기", "On a skewer"),
}
_WOOD = "#c99a62"


def _lump(gag: Gag, area: skia.Path, frame: Frame, *, part: str = "mass") -> Nodes:
    """A piece of dough with its coating and light."""
    body = Mass(gag.stood(), frame, 0.0, 0.0, area)
    dough = gag.choices.colour("dough")
    coat = sprinkles(gag.pen, gag.choices, body)
    return (*gag.pen.shape(area, dough, part=part), *((Group(coat, clip=area),) if coat else ()), *sheen(body))


def _features(gag: Gag, stood: Posture) -> Nodes:
    where = face_where(gag.choices, stood)
    return (
        *face_nodes(gag.pen, where, face_style(gag.choices), gag.acting, gag.looks),
        *glasses(gag.pen, gag.choices.option("glasses"), where, gag.choices.colour("ink")),
    )


def _top(gag: Gag, at: Point, unit: float, *, turn: float = 0.0) -> Nodes:
    nodes, _ = topping(gag.pen, gag.choices, at, unit, gag.acting.pose.ears)
    return (Group(nodes, matrix=Matrix.turned(turn, at)),) if turn else nodes


def _shown(
    gag: Gag, stood: Posture, nodes: Nodes, *areas: skia.Path, hands: tuple[Point, Point] | None = None
) -> Figure:
    return gag.figure(stood, face_where(gag.choices, stood), nodes, *areas, hands=hands)


def _split(gag: Gag) -> Figure:
    """A big one and a little one, threads of dough between them: both feel the same."""
    hop = 6 * gag.swing(2)
    kind = gag.choices.option("shape")
    big = Frame((122, GROUND - 78 - max(0.0, hop)), (88, 74))
    small = Frame((276, GROUND - 50 - max(0.0, -hop)), (58, 47))
    areas = outline(kind, big, sag=0.3), outline(kind, small, sag=0.3)
    first, second = (gag.head(f.centre, f.half_size) for f in (big, small))
    threads = [
        tapered(
            arc(
                (big.at(0.9, y)),
                ((big.at(1, y)[0] + small.at(-1, y)[0]) / 2, GROUND - 40 + 40 * y),
                small.at(-0.9, y - 0.1),
            ),
            16,
            12,
        )
        for y in (0.2, 0.7)
    ]
    nodes: list[Node] = [*gag.shapes(threads, gag.choices.colour("dough"), "thread")]
    for n, (area, frame, stood) in enumerate(zip(areas, (big, small), (first, second), strict=True)):
        nodes += _lump(gag, area, frame, part=f"lump{n}")
        nodes += _top(gag, frame.at(0, -0.95), frame.half_size[0])
        nodes += _features(gag, stood)
    return _shown(gag, first, tuple(nodes), *areas, *threads)


def _stretch(gag: Gag) -> Figure:
    """Two hands pull it like taffy."""
    pull = 6 * gag.swing(2)
    y = GROUND - 118
    frame = Frame((MIDDLE, y), (96, 72))
    rope = [
        (30 - pull, y - 26),
        (84, y - 44),
        (MIDDLE - 60, y - 66),
        (MIDDLE, y - 72),
        (MIDDLE + 60, y - 66),
        (276, y - 44),
        (330 + pull, y - 26),
    ]
    under = [
        (330 + pull, y + 12),
        (280, y + 30),
        (MIDDLE + 66, y + 66),
        (MIDDLE, y + 78),
        (MIDDLE - 66, y + 66),
        (80, y + 30),
        (30 - pull, y + 12),
    ]
    area = smooth(rope + under)
    stood = gag.head((MIDDLE, y), (124, 76), face=(0.0, -0.02))
    nodes: list[Node] = [*_lump(gag, area, frame), *_top(gag, (MIDDLE, y - 68), 92), *_features(gag, stood)]
    for side in (-1, 1):
        nodes += _pinching(gag, (MIDDLE + side * (150 + pull), y - 7), side)
    return _shown(gag, stood, tuple(nodes), area, hands=((MIDDLE - 150, y - 7), (MIDDLE + 150, y - 7)))


def _pinching(gag: Gag, at: Point, side: int) -> Nodes:
    """A hand that pinches: thumb before the dough, fingers behind, a cuff at the canvas's edge."""
    x, y = at
    skin = "#ffd7bd"
    palm = smooth(
        [
            (x + side * 26, y - 20),
            (x + side * 4, y - 21),
            (x - side * 9, y - 11),
            (x + side * 2, y - 3),
            (x - side * 8, y + 6),
            (x + side * 4, y + 17),
            (x + side * 26, y + 17),
        ]
    )
    cuff = rounded(min(x + side * 20, x + side * 36), y - 22, 16, 42, 6)
    folds = [arc((x - side * 4, y - 9), (x + side * 6, y - 4), (x + side * 15, y - 5))]
    return (
        *gag.pen.shape(palm, skin, part=f"palm{side}"),
        *gag.lines(folds, "fold", share=0.5, colour="#c98f78"),
        *gag.pen.shape(cuff, "#7a9fd8", part=f"cuff{side}"),
    )


def _ceiling(gag: Gag) -> Figure:
    """Hanging from a beam, head down its own weight; threads hold it."""
    sway = 5 * gag.swing()
    beam = rounded(24, 26, 312, 20, 7)
    frame = Frame((MIDDLE + sway, 186), (98, 104))
    hang = [
        (88, 44),
        (124, 62),
        (104 + sway, 112),
        (78 + sway, 178),
        (86 + sway, 246),
        (128 + sway, 288),
        (MIDDLE + sway, 298),
    ]
    right = [(2 * MIDDLE + 2 * sway - x if x != 88 and x != 124 else 2 * MIDDLE - x, y) for x, y in reversed(hang[:-1])]
    area = smooth([*hang, *right])
    threads = [tapered(lines([(x, 44), (x + 0.5 * sway, 60 + 22 * (n % 2))]), 13, 6) for n, x in enumerate((56, 304))]
    drips = [circle((x + sway, y), r) for x, y, r in ((110, 316, 6), (250, 322, 4.5))]
    stood = gag.head((MIDDLE + sway, 190), (100, 118), face=(0.0, 0.02))
    dough = gag.choices.colour("dough")
    nodes = (
        *gag.shapes(threads, dough, "thread"),
        *_lump(gag, area, frame),
        *gag.shapes(drips, dough, "drip"),
        *gag.shapes([beam], _WOOD, "beam"),
        *_features(gag, stood),
    )
    return _shown(gag, stood, nodes, area, beam)


def _bite(gag: Gag) -> Figure:
    """A piece is missing and the filling shows."""
    frame = Frame((MIDDLE - 6, GROUND - 102), (122, 98))
    whole = outline(gag.choices.option("shape"), frame, sag=0.3)
    bites = [circle(frame.at(x, y), 33) for x, y in ((0.92, -0.62), (0.56, -0.90), (1.02, -0.16))]
    hollow = united(*bites)
    cut = without(whole, hollow)
    cake = without(
        whole, united(*(circle(frame.at(x, y), 24) for x, y in ((0.94, -0.66), (0.60, -0.94), (1.06, -0.18))))
    )
    core = without(placed(whole, Matrix.scaled(0.86, 0.84, frame.centre)), hollow)
    stood = gag.head(frame.centre, frame.half_size, face=(-0.14, 0.05))
    dough, filling = gag.choices.colour("dough"), gag.choices.colour("filling")
    edge = Group((*gag.pen.fill(cake, mixed(dough, "#ffffff", 0.45), part="rim"),))
    beans = Group((Shape(stroked(hollow, 34), fill=filling),), clip=core)
    crumbs = [circle(frame.at(x, y), r) for x, y, r in ((1.10, -0.74, 6.0), (1.24, -0.40, 4.0), (0.80, -1.06, 4.5))]
    nodes = (
        edge,
        *_lump(gag, cut, frame),
        beans,
        *gag.shapes(crumbs, dough, "crumb"),
        *_top(gag, frame.at(-0.1, -0.97), 118),
        *_features(gag, stood),
    )
    return _shown(gag, stood, nodes, cut)


def _balloon(gag: Gag) -> Figure:
    """Round, tight and off the ground, a knot and a string below."""
    rise, swell = 6 * gag.swing(), 1 + 0.02 * gag.swing(2)
    centre = (MIDDLE, 154.0 - rise)
    frame = Frame(centre, (126 * swell, 120 * swell))
    ball = oval(centre, frame.half_size)
    knot = smooth(
        [
            (MIDDLE - 7, centre[1] + 116),
            (MIDDLE + 7, centre[1] + 116),
            (MIDDLE + 15, centre[1] + 134),
            (MIDDLE - 15, centre[1] + 134),
        ]
    )
    string = arc((MIDDLE, centre[1] + 134), (MIDDLE + 26 * gag.swing(1, 0.2), 312), (MIDDLE - 8, GROUND))
    dough = gag.choices.colour("dough")
    stubs = [
        placed(
            oval((MIDDLE + s * 128 * swell, centre[1] + 22), (22, 14)),
            Matrix.turned(-s * 28, (MIDDLE + s * 128, centre[1] + 22)),
        )
        for s in (-1, 1)
    ]
    toes = [oval((MIDDLE + s * 50, centre[1] + 114), (18, 12)) for s in (-1, 1)]
    stood = gag.head(centre, frame.half_size, face=(0.0, -0.02))
    nodes = (
        *gag.lines([string], "string", share=0.5, colour=mixed(gag.pen.ink, "#ffffff", 0.35)),
        *gag.shapes(toes, gag.choices.colour("feet-colour"), "toe"),
        *gag.shapes([knot], dough, "knot"),
        *gag.shapes(stubs, dough, "stub"),
        *_lump(gag, ball, frame),
        *_top(gag, frame.at(0, -0.97), 112),
        *_features(gag, stood),
    )
    return _shown(gag, stood, nodes, ball, *stubs, knot)


def _melt(gag: Gag) -> Figure:
    """It runs over the edge of a table, long drops hanging down."""
    low = 6 * gag.swing()
    edge = GROUND - 92
    frame = Frame((MIDDLE, edge - 44), (136, 66))
    left = [
        (MIDDLE - 156, edge - 2),
        (MIDDLE - 132, edge - 40),
        (MIDDLE - 96, edge - 92),
        (MIDDLE - 40, edge - 116),
        (MIDDLE, edge - 119),
    ]
    right = [(2 * MIDDLE - x, y) for x, y in reversed(left[:-1])]
    hem = [
        (MIDDLE + 152, edge + 20),
        (MIDDLE + 134, edge + 34 + low),
        (MIDDLE + 112, edge + 16),
        (MIDDLE + 84, edge + 22),
        (MIDDLE + 70, edge + 62 - low),
        (MIDDLE + 50, edge + 24),
        (MIDDLE, edge + 18),
        (MIDDLE - 40, edge + 28),
        (MIDDLE - 62, edge + 72 + low),
        (MIDDLE - 84, edge + 26),
        (MIDDLE - 116, edge + 18),
        (MIDDLE - 138, edge + 44 - low),
        (MIDDLE - 154, edge + 18),
    ]
    area = smooth([*left, *right, *hem])
    table, leg = rounded(12, edge, 336, 24, 8), [rounded(x, edge + 16, 20, GROUND - edge - 16, 5) for x in (40, 300)]
    stood = gag.head((MIDDLE, edge - 46), (126, 72), face=(0.0, 0.04))
    nodes = (
        *gag.shapes(leg, mixed(_WOOD, gag.pen.ink, 0.2), "leg"),
        *gag.shapes([table], _WOOD, "table"),
        *_lump(gag, area, frame),
        *_top(gag, (MIDDLE - 4, edge - 114), 112, turn=-10),
        *_features(gag, stood),
    )
    return _shown(gag, stood, nodes, area, table)


def _skewer(gag: Gag) -> Figure:
    """Third of three on a stick."""
    turn = -16 + 4 * gag.swing()
    stick = lines([(MIDDLE, 40), (MIDDLE, GROUND - 4)])
    places = ((96, 64.0), (198, 66.0), (282, 42.0))
    tones = gag.choices.colour("blush"), gag.choices.colour("dough"), gag.choices.colour("coat-colour")
    balls = [oval((MIDDLE, y), (1.18 * r, r)) for y, r in places]
    stood = gag.head((MIDDLE, 198), (80, 66), face=(0.0, -0.06), tilt=0.0)
    nodes: list[Node] = [*gag.lines([stick], "stick", share=2.2, colour=_WOOD)]
    for n, (ball, tone) in enumerate(zip(balls, tones, strict=True)):
        area = tone if n == 1 else mixed(tone, "#ffffff", 0.25)
        nodes += gag.pen.shape(ball, area, part=f"ball{n}")
    body = Mass(stood, Frame((MIDDLE, 198), (78, 66)), 0.0, 0.0, balls[1])
    nodes += [*sheen(body), *_features(gag, stood)]
    whole = (Group(tuple(nodes), matrix=Matrix.turned(turn, (MIDDLE, 198))),)
    tilted = replace(stood, build=replace(stood.build, head=replace(stood.head, tilt_degrees=turn)))
    return _shown(gag, tilted, whole, *(placed(ball, Matrix.turned(turn, (MIDDLE, 198))) for ball in balls))


DRAWN: Gags = {
    "split": _split,
    "stretch": _stretch,
    "ceiling": _ceiling,
    "bite": _bite,
    "balloon": _balloon,
    "melt": _melt,
    "skewer": _skewer,
}
