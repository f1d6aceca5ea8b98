"""The cat's own gags: a liquid with opinions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import pairwise

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import (
    arc,
    circle,
    common,
    lines,
    mirrored_smooth,
    oval,
    placed,
    polar,
    rounded,
    smooth,
    stroked,
    tapered,
    united,
)
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.animals import (
    Cast,
    drawn_lines,
    enraged,
    gag_shown,
    headed,
    joyful,
    several,
    startled,
    swing,
    tilted,
)
from pyojeong.performing.character.designs.cat_face import ear_path, ear_points, head_drawn, skull
from pyojeong.performing.character.designs.cat_parts import body_coat, bottle_brush, build, coat, collar, tail_nodes
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes

GAGS: dict[str, tuple[str, str]] = {
    "bowl": ("어항에 담기기", "Fills a bowl like liquid"),
    "push": ("컵 밀어 떨어뜨리기", "Pushes a cup off the table"),
    "loaf": ("식빵 굽기", "Bakes a loaf"),
    "long": ("길어지기", "Grows long"),
    "back": ("등 돌리고 꼬리로 말하기", "Turns its back, the tail talks"),
    "zoomies": ("우다다", "Zoomies"),
    "box": ("상자 속에 숨기", "Hides in a box"),
    "arch": ("털 곤두세우기", "Bristles"),
    "spill": ("엎질러지기", "Spills over the floor"),
}
_MIDDLE = 180.0
_GLASS = "#cfeaf2"


def gag_figure(cast: Cast) -> Figure:
    """The figure of the cast's gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[cast.acting.gag](cast)


def _paw(cast: Cast, at: Point, *, half: Point = (17.0, 13.0), turn: float = 0.0, part: str) -> Nodes:
    """A paw seen from the front, with two lines between its toes."""
    (x, y), (w, h) = at, half
    toes = [lines([(x + s * 0.30 * w, y + 0.25 * h), (x + s * 0.32 * w, y + 0.86 * h)]) for s in (-1, 1)]
    matrix = Matrix.turned(turn, at)
    nodes = cast.pen.shape(oval(at, half), coat(cast.choices, "paw"), part=part)
    return (Group((*nodes, *drawn_lines(cast.pen, toes, part + "-toe", share=0.7)), matrix=matrix),)


def _bowl(cast: Cast) -> Figure:
    """All of it fits into a goldfish bowl; only head and paws stand over the rim."""
    stood = headed(posture(build(cast.choices), cast.acting), (_MIDDLE, 116 + 2 * swing(cast)), (80, 66))
    head, pen = head_drawn(cast, stood), cast.pen
    glass = mirrored_smooth(
        [(0.0, -0.86), (0.60, -0.84), (0.66, -0.74), (1.0, -0.1), (0.86, 0.62), (0.46, 0.96), (0.0, 1.0)],
        (_MIDDLE, 238), (124, 98),
    )  # fmt: skip
    filled = mirrored_smooth(
        [(0.0, -1.0), (0.48, -0.9), (0.62, -0.66), (0.94, -0.08), (0.80, 0.58), (0.42, 0.90), (0.0, 0.93)],
        (_MIDDLE, 238), (124, 98),
    )  # fmt: skip
    frame = Frame((_MIDDLE, 250), (100, 80))
    swirl = arc((118, 268), (180, 318), (240, 262)), arc((146, 262), (182, 290), (214, 256))
    tail = tapered(smooth([(232, 170), (286, 150), (300, 104), (276, 78), (296, 50)], closed=False), 15, 12)
    gleams = arc((82, 262), (72, 218), (98, 184)), arc((96, 286), (92, 280), (90, 276))
    nodes: Nodes = (
        *tail_nodes(cast, tail),
        *pen.fill(glass, _GLASS, part="glass"),
        *pen.shape(filled, coat(cast.choices, "body"), part="liquid"),
        *body_coat(cast, frame, filled),
        *drawn_lines(pen, swirl, "swirl", share=0.7),
        tilted(stood, head.nodes),
        *_paw(cast, (112, 168), turn=-14, part="paw-l"),
        *_paw(cast, (248, 168), turn=14, part="paw-r"),
        *pen.line(glass, width=0.9 * pen.width, colour=mixed(pen.ink, "#5aa0b8", 0.6), part="glass"),
        *drawn_lines(pen, gleams, "gleam", share=1.5, colour="#ffffff"),
    )
    return gag_shown(cast, stood, head, nodes, (glass, tail), body=Frame((_MIDDLE, 238), (124, 98)))


def _cup(cast: Cast, place: Point, turn: float) -> Nodes:
    """A mug about to fall, and what slops out of it."""
    x, y = place
    mug = rounded(x - 20, y - 40, 40, 40, 7)
    handle = arc((x + 18, y - 32), (x + 40, y - 22), (x + 18, y - 10))
    drops = [oval((x + 34 + 12 * n, y - 52 + 9 * n), (4.5, 6)) for n in range(2)]
    drawn = (
        *cast.pen.line(handle, width=1.4 * cast.pen.width, part="handle"),
        *cast.pen.shape(mug, "#f08a7a", part="mug"),
    )
    return (Group(drawn, matrix=Matrix.turned(turn, (x + 20, y))), *several(cast.pen, drops, "#8ec8e8", "slop"))


def _push(cast: Cast) -> Figure:
    """It looks at you while the cup goes over the edge."""
    pen, choices = cast.pen, cast.choices
    nudge = 5 + 5 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (122, 134), (82, 67), tilt=-7)
    head = head_drawn(cast, stood)
    frame = Frame((120, 246), (58, 84))
    body = mirrored_smooth(
        [(0.0, -1.0), (0.5, -0.9), (0.66, -0.4), (0.9, 0.3), (0.9, 1.0)], frame.centre, frame.half_size
    )
    reach = stroked(smooth([(140, 206), (178, 224), (224 + nudge, 212)], closed=False), 22)
    top, leg = rounded(24, 240, 256, 17, 6), rounded(60, 256, 18, 80, 3)
    other = rounded(226, 256, 18, 80, 3)
    wood = "#e3b77e"
    tail = tapered(smooth([(76, 250), (34, 214), (48, 158), (22, 118), (38, 84)], closed=False), 15, 12)
    fall = lines([(318, 258), (318, 284)]), lines([(334, 250), (334, 268)])
    nodes: Nodes = (
        *tail_nodes(cast, tail),
        *pen.shape(body, coat(choices, "body"), part="torso"),
        *body_coat(cast, frame, body),
        *collar(pen, choices, frame),
        *several(pen, [leg, other], wood, "leg"),
        *pen.shape(top, wood, part="table"),
        *_paw(cast, (92, 240), part="paw-l"),
        *_cup(cast, (262 + nudge, 240), 14 + 2.4 * nudge),
        *pen.shape(reach, coat(choices, "paw"), part="reach"),
        tilted(stood, head.nodes),
        *drawn_lines(pen, fall, "fall", share=0.8),
    )
    areas = body, top, leg, other, reach, tail
    return gag_shown(cast, stood, head, nodes, areas, body=frame, hands=((92, 240), (228, 212)))


def _loaf(cast: Cast) -> Figure:
    """Paws tucked in, risen in the middle."""
    swell = 1 + 0.03 * swing(cast)
    pen, choices = cast.pen, cast.choices
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 204 - 6 * (swell - 1)), (82, 67))
    head = head_drawn(cast, stood)
    frame = Frame((_MIDDLE, GROUND - 4 - 68 * swell), (138, 68 * swell))
    dough = mirrored_smooth(
        [(0.0, -1.0), (0.46, -0.98), (0.82, -0.66), (0.94, -0.1), (1.0, 0.5), (0.9, 0.94), (0.4, 1.0)],
        frame.centre, frame.half_size,
    )  # fmt: skip
    tail = tapered(smooth([(306, 318), (250, 334), (190, 322), (146, 330)], closed=False), 20, 14)
    warm = [smooth([(x, 92), (x + 7, 78), (x - 5, 64), (x + 4, 48)], closed=False) for x in (34, 322)]
    nodes: Nodes = (
        *pen.shape(dough, coat(choices, "body"), part="dough"),
        *body_coat(cast, frame, dough),
        tilted(stood, head.nodes),
        *tail_nodes(cast, tail),
        *drawn_lines(pen, warm, "warm", colour=mixed(pen.ink, "#ffffff", 0.45)),
    )
    return gag_shown(cast, stood, head, nodes, (dough, tail), body=frame)


def _long(cast: Cast) -> Figure:
    """Picked up under the arms it has no end."""
    pen, choices = cast.pen, cast.choices
    sway = 12 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 84), (74, 60))
    head = head_drawn(cast, stood)
    spine = smooth([(_MIDDLE, 118), (176 + 0.4 * sway, 190), (182 + sway, 262), (180 + sway, 300)], closed=False)
    feet = [oval((180 + sway + s * 21, 331), (15, 20)) for s in (-1, 1)]
    arms = [stroked(lines([(_MIDDLE + s * 22, 152), (_MIDDLE + s * 66, 134)]), 22) for s in (-1, 1)]
    noodle = united(tapered(spine, 54, 66), *feet, *arms)
    frame = Frame((180 + 0.5 * sway, 226), (34, 112))
    tail = tapered(smooth([(204 + sway, 310), (240, 336), (264, 310), (252, 276)], closed=False), 14, 11)
    nodes: Nodes = (
        *tail_nodes(cast, tail),
        *pen.shape(noodle, coat(choices, "body"), part="noodle"),
        *body_coat(cast, Frame(frame.centre, (36, 112)), common(noodle, rounded(130, 150, 100, 160, 10))),
        *drawn_lines(pen, [lines([(180 + sway, 318), (180 + sway, 340)])], "gap", share=0.8),
        tilted(stood, head.nodes),
    )
    return gag_shown(cast, stood, head, nodes, (noodle, tail), body=frame, hands=((114, 134), (246, 134)))


def _talking_tail(cast: Cast) -> skia.Path:
    """What the tail says: a heart, an exclamation, lightning, nothing more, or a question."""
    x, y = 288.0, 170.0 + 4 * swing(cast)
    glad = joyful(cast.acting)
    root = [(222.0, 312.0), (284.0, 320.0)]
    if startled(cast.acting) > 0.5:
        return united(
            bottle_brush(smooth([*root, (x, 250), (x, y - 60)], closed=False), 44), circle((x - 64, y - 90), 1)
        )
    if enraged(cast.acting) > 0.3:
        return stroked(lines([*root, (x + 26, 262), (x - 18, 224), (x + 26, 190), (x - 14, 150), (x + 22, 112)]), 15)
    if glad > 0.25:
        bow = placed(heart_path((x, y - 20), 46), Matrix.turned(6, (x, y)))
        return united(stroked(bow, 14), stroked(smooth([*root, (x + 4, 280), (x, y + 26)], closed=False), 15))
    if glad < -0.2:
        return tapered(smooth([(222, 308), (268, 304), (300, 322), (340, 326)], closed=False), 17, 13)
    hook = smooth([*root, (x + 8, 270), (x, 212), (x + 34, 168), (x + 2, 126), (x - 32, 152)], closed=False)
    return tapered(hook, 17, 13)


def _back(cast: Cast) -> Figure:
    """It does not want to talk; its tail does."""
    pen, choices, acting = cast.pen, cast.choices, cast.acting
    made = build(choices)
    stood = headed(posture(made, acting), (150, 116), (84, 70))
    head = head_drawn(cast, stood)
    seat = Frame((150, 246), (84, 84))
    body = mirrored_smooth(
        [(0.0, -1.0), (0.42, -0.94), (0.56, -0.5), (0.78, 0.0), (1.0, 0.55), (0.94, 0.92), (0.4, 1.0)],
        seat.centre, seat.half_size,
    )  # fmt: skip
    own = skull(choices, stood.upright_head)
    ears = [
        ear_path(ear_points(choices, stood.upright_head, s, acting.pose.ears), stood.upright_head, s) for s in (-1, 1)
    ]
    whole, tail = united(own, *ears), _talking_tail(cast)
    dark, ear = coat(choices, "tail"), coat(choices, "ear")
    neck = [lines([(150 + 13 * n, 160 - abs(n)), (150 + 15 * n, 172 - abs(n))]) for n in (-1, 0, 1)]
    spine = arc((150, 214), (146, 250), (150, 288))
    huff = arc((40, 150), (26, 146), (16, 150)), arc((44, 166), (30, 168), (22, 174))
    nodes: Nodes = (
        *pen.shape(body, coat(choices, "body"), part="torso"),
        *body_coat(cast, seat, body),
        *drawn_lines(pen, [spine], "spine", share=0.7),
        *pen.fill(whole, choices.colour("fur"), part="nape"),
        Group(tuple(n for e in ears for n in pen.fill(e, ear, part="ear-back")), clip=whole),
        *pen.line(whole, part="nape"),
        *drawn_lines(pen, neck, "neck", share=0.7),
        *pen.shape(tail, dark, part="tail"),
        *(drawn_lines(pen, huff, "huff", share=0.8) if joyful(acting) < 0.25 else ()),
    )
    return gag_shown(cast, stood, head, nodes, (body, tail), body=seat)


def _zoomies(cast: Cast) -> Figure:
    """Three in the morning: a head before a smear of cat."""
    pen, choices = cast.pen, cast.choices
    bob = 5 * swing(cast, 2)
    stood = headed(posture(build(choices), cast.acting), (250, 156 + bob), (80, 65), tilt=9, face=(0.12, 0.0))
    head = head_drawn(cast, stood)
    fur = coat(choices, "body")
    smear = smooth([(270, 196 + bob), (256, 262), (170, 274), (92, 262), (20, 274), (66, 244), (14, 232),
        (76, 216), (30, 196), (120, 188), (190, 168)], ease=0.13)  # fmt: skip
    runs: list[Node] = []
    for hip in (112, 222):
        for n in range(6):
            turn = 18 + 29 * n + 20 * math.sin(2 * math.pi * (cast.acting.phase + n / 6))
            knee, foot = polar((hip, 258), 32, turn + 16), polar((hip, 258), 62, turn)
            leg = tapered(arc((hip, 258), knee, foot), 17, 20)
            runs.append(Group(pen.shape(leg, coat(choices, "paw"), part=f"leg-{n}"), opacity=(0.35, 0.5, 1.0)[n % 3]))
    wind = [lines([(12, y), (12 + w, y)]) for y, w in ((112, 88), (140, 128), (164, 64), (300, 40), (318, 60))]
    dust = [circle((36, 318), 16), circle((62, 326), 11), circle((14, 328), 9)]
    nodes: Nodes = (
        *drawn_lines(pen, wind, "wind", share=0.9),
        *several(pen, dust, "#ece7dd", "dust"),
        *runs,
        *pen.shape(smear, fur, part="smear"),
        *body_coat(cast, Frame((150, 226), (110, 44)), smear),
        tilted(stood, head.nodes),
    )
    return gag_shown(cast, stood, head, nodes, (smear,), body=Frame((150, 240), (120, 60)))


def _box(cast: Cast) -> Figure:
    """If it fits, nothing can happen to it."""
    pen, choices = cast.pen, cast.choices
    duck = 5 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 154 + duck), (84, 68), face=(0.0, -0.02))
    head = head_drawn(cast, stood)
    card, dark = "#d9a76a", "#b98548"
    inside = lines([(70, 196), (290, 196), (300, 232), (60, 232)], closed=True)
    front = lines([(52, 218), (308, 218), (292, 334), (68, 334)], closed=True)
    flaps = [lines([(52, 218), (70, 196), (30, 178), (12, 202)], closed=True), lines([(308, 218), (290, 196),
        (330, 178), (348, 202)], closed=True)]  # fmt: skip
    tape = lines([(166, 218), (194, 218), (193, 262), (167, 262)], closed=True)
    hole = rounded(146, 290, 68, 18, 9)
    paws = (*_paw(cast, (112, 218), part="paw-l"), *_paw(cast, (248, 218), part="paw-r"))
    nodes: Nodes = (
        *pen.shape(inside, dark, part="inside"),
        *several(pen, flaps, mixed(card, "#ffffff", 0.18), "flap"),
        tilted(stood, head.nodes),
        *pen.shape(front, card, part="front"),
        *pen.fill(tape, mixed(card, "#ffffff", 0.4), part="tape"),
        *pen.shape(hole, "#4a3424", width=0.8 * pen.width, part="hole"),
        *paws,
    )
    return gag_shown(
        cast, stood, head, nodes, (front, *flaps), body=Frame((_MIDDLE, 276), (120, 58)), hands=((112, 218), (248, 218))
    )


def _spiked(points: list[Point], out: float) -> list[Point]:
    """Tufts along a line: between two points one that stands off to their left."""
    spiked: list[Point] = []
    for n, ((ax, ay), (bx, by)) in enumerate(pairwise(points)):
        length = math.hypot(bx - ax, by - ay) * (0.66 if n % 2 else 1.15)
        spiked += [
            (ax, ay),
            (ax + 0.62 * (bx - ax) + (by - ay) / length * out, ay + 0.62 * (by - ay) - (bx - ax) / length * out),
        ]
    return [*spiked, points[-1]]


def _arch(cast: Cast) -> Figure:
    """On its toes, its back a bridge, every hair on end."""
    pen, choices = cast.pen, cast.choices
    shake = 1.5 * swing(cast, 4)
    stood = headed(posture(build(choices), cast.acting), (112 + shake, 196), (82, 67), tilt=-4)
    head = head_drawn(cast, stood)
    back = [
        (118.0, 150.0),
        (140.0, 116.0),
        (166.0, 88.0),
        (196.0, 72.0),
        (228.0, 76.0),
        (254.0, 98.0),
        (272.0, 132.0),
        (284.0, 170.0),
    ]
    legs_ = [(296, 240), (304, 334), (274, 334), (268, 262), (254, 226), (248, 262), (250, 334), (222, 334),
        (218, 250), (206, 214), (186, 214), (176, 262), (178, 334), (150, 334), (148, 270),
        (128, 262)]  # fmt: skip
    body = lines([*_spiked(back, 19.0), *legs_], closed=True)
    behind = lines([(138, 250), (118, 334), (92, 334), (110, 250)], closed=True)
    feet = [oval((x, 333), (17, 8)) for x in (102, 162, 234, 286)]
    tail = bottle_brush(smooth([(280, 168), (318, 140), (312, 84), (330, 34)], closed=False), 40)
    frame = Frame((212, 190), (86, 110))
    nodes: Nodes = (
        *tail_nodes(cast, tail),
        *pen.shape(behind, coat(choices, "paw"), part="far"),
        *pen.shape(body, coat(choices, "body"), part="bridge"),
        *body_coat(cast, frame, body),
        *several(pen, feet, coat(choices, "paw"), "foot"),
        tilted(stood, head.nodes),
    )
    return gag_shown(cast, stood, head, nodes, (body, behind, tail, *feet), body=frame)


def _spill(cast: Cast) -> Figure:
    """Poured out over the floor, with no wish to be wiped up."""
    pen, choices = cast.pen, cast.choices
    ooze = 5 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (132, 250), (84, 66), tilt=-10)
    head = head_drawn(cast, stood)
    y = GROUND
    pool = smooth(
        [(14, y - 6), (40, y - 34), (98, y - 70), (180, y - 84), (246, y - 70), (286, y - 40),
            (338 + ooze, y - 14), (346, y - 2), (290, y + 2), (222, y - 4), (150, y + 4), (70, y)]
    )  # fmt: skip
    tail = tapered(smooth([(276, y - 40), (318, y - 60), (306, y - 104), (336, y - 118)], closed=False), 15, 12)
    frame = Frame((206, y - 40), (120, 44))
    nodes: Nodes = (
        *tail_nodes(cast, tail),
        *pen.shape(pool, coat(choices, "body"), part="pool"),
        *body_coat(cast, frame, pool),
        tilted(stood, head.nodes),
        *_paw(cast, (56, y - 8), half=(20, 12), turn=-8, part="paw-l"),
        *_paw(cast, (214, y - 10), half=(20, 12), turn=6, part="paw-r"),
    )
    return gag_shown(cast, stood, head, nodes, (pool, tail), body=frame, hands=((56, y - 8), (214, y - 10)))


_DRAWN: Mapping[str, Callable[[Cast], Figure]] = {
    "bowl": _bowl,
    "push": _push,
    "loaf": _loaf,
    "long": _long,
    "back": _back,
    "zoomies": _zoomies,
    "box": _box,
    "arch": _arch,
    "spill": _spill,
}
