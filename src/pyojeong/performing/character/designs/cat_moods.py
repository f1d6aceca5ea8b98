"""The cat with opinions: what it does to cups, to you and to the night."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import (
    arc,
    circle,
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
from pyojeong.performing.character.designs.cat_parts import (
    body_coat,
    bottle_brush,
    build,
    coat,
    collar,
    paw,
    tail_nodes,
)
from pyojeong.performing.character.figure import Figure, Frame
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes


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


def push(cast: Cast) -> Figure:
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
        *paw(cast, (92, 240), part="paw-l"),
        *_cup(cast, (262 + nudge, 240), 14 + 2.4 * nudge),
        *pen.shape(reach, coat(choices, "paw"), part="reach"),
        tilted(stood, head.nodes),
        *drawn_lines(pen, fall, "fall", share=0.8),
    )
    areas = body, top, leg, other, reach, tail
    return gag_shown(cast, stood, head, nodes, areas, body=frame, hands=((92, 240), (228, 212)))


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


def back(cast: Cast) -> Figure:
    """It does not want to talk; its tail does."""
    pen, choices, acting = cast.pen, cast.choices, cast.acting
    made = build(choices)
    stood = headed(posture(made, acting), (150, 116), (84, 70))
    head = head_drawn(cast, stood)
    seat = Frame((150, 246), (84, 84))
    body = mirrored_smooth(
        [(0.0, -1.0), (0.42, -0.94), (0.56, -0.5), (0.78, 0.0), (1.0, 0.55), (0.94, 0.92), (0.4, 1.0)],
        seat.centre,
        seat.half_size,
    )
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


def _runs(cast: Cast) -> Nodes:
    """Two legs, six times each."""
    runs: list[Node] = []
    for hip in (112, 222):
        for n in range(6):
            turn = 18 + 29 * n + 20 * math.sin(2 * math.pi * (cast.acting.phase + n / 6))
            knee, foot = polar((hip, 258), 32, turn + 16), polar((hip, 258), 62, turn)
            leg = tapered(arc((hip, 258), knee, foot), 17, 20)
            runs.append(
                Group(cast.pen.shape(leg, coat(cast.choices, "paw"), part=f"leg-{n}"), opacity=(0.35, 0.5, 1.0)[n % 3])
            )
    return tuple(runs)


def zoomies(cast: Cast) -> Figure:
    """Three in the morning: a head before a smear of cat."""
    pen, choices = cast.pen, cast.choices
    bob = 5 * swing(cast, 2)
    stood = headed(posture(build(choices), cast.acting), (250, 156 + bob), (80, 65), tilt=9, face=(0.12, 0.0))
    head = head_drawn(cast, stood)
    fur = coat(choices, "body")
    smear = smooth(
        [
            (270, 196 + bob),
            (256, 262),
            (170, 274),
            (92, 262),
            (20, 274),
            (66, 244),
            (14, 232),
            (76, 216),
            (30, 196),
            (120, 188),
            (190, 168),
        ],
        ease=0.13,
    )
    wind = [lines([(12, y), (12 + w, y)]) for y, w in ((112, 88), (140, 128), (164, 64), (300, 40), (318, 60))]
    dust = [circle((36, 318), 16), circle((62, 326), 11), circle((14, 328), 9)]
    nodes: Nodes = (
        *drawn_lines(pen, wind, "wind", share=0.9),
        *several(pen, dust, "#ece7dd", "dust"),
        *_runs(cast),
        *pen.shape(smear, fur, part="smear"),
        *body_coat(cast, Frame((150, 226), (110, 44)), smear),
        tilted(stood, head.nodes),
    )
    return gag_shown(cast, stood, head, nodes, (smear,), body=Frame((150, 240), (120, 60)))


def _spiked(points: Sequence[Point], out: float) -> list[Point]:
    """Tufts along a line: between two points one that stands off to their left."""
    spiked: list[Point] = []
    for n, ((ax, ay), (bx, by)) in enumerate(pairwise(points)):
        length = math.hypot(bx - ax, by - ay) * (0.66 if n % 2 else 1.15)
        spiked += [
            (ax, ay),
            (ax + 0.62 * (bx - ax) + (by - ay) / length * out, ay + 0.62 * (by - ay) - (bx - ax) / length * out),
        ]
    return [*spiked, points[-1]]


_RIDGE: tuple[Point, ...] = (
    (118.0, 150.0),
    (140.0, 116.0),
    (166.0, 88.0),
    (196.0, 72.0),
    (228.0, 76.0),
    (254.0, 98.0),
    (272.0, 132.0),
    (284.0, 170.0),
)
"""Its back, from the neck to the tail."""
_UNDER: tuple[Point, ...] = (
    (296, 240),
    (304, 334),
    (274, 334),
    (268, 262),
    (254, 226),
    (248, 262),
    (250, 334),
    (222, 334),
    (218, 250),
    (206, 214),
    (186, 214),
    (176, 262),
    (178, 334),
    (150, 334),
    (148, 270),
    (128, 262),
)
"""Its legs from the tail to the chest, on tiptoe."""


def arch(cast: Cast) -> Figure:
    """On its toes, its back a bridge, every hair on end."""
    pen, choices = cast.pen, cast.choices
    shake = 1.5 * swing(cast, 4)
    stood = headed(posture(build(choices), cast.acting), (112 + shake, 196), (82, 67), tilt=-4)
    head = head_drawn(cast, stood)
    body = lines([*_spiked(_RIDGE, 19.0), *_UNDER], closed=True)
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
