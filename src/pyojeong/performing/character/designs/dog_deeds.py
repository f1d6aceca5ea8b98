"""What the dog does for you, and what it makes of it."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import arc, circle, lines, mirrored_smooth, oval, rounded, smooth, stroked
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.animals import (
    Cast,
    drawn_lines,
    gag_shown,
    headed,
    paw_shown,
    several,
    swing,
    tilted,
)
from pyojeong.performing.character.designs.dog_face import head_drawn
from pyojeong.performing.character.designs.dog_parts import body_coat, build, neckwear, tail_colour
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.pens import Nodes

_MIDDLE = 180.0
_EARTH = "#a3704a"


def _paw(cast: Cast, at: Point, *, half: Point = (23.0, 17.0), turn: float = 0.0, part: str) -> Group:
    return paw_shown(cast.pen, at, half, cast.choices.colour("fur"), turn=turn, toes=0.5, part=part)


def dig(cast: Cast) -> Figure:
    """Only what could not be dug in looks out."""
    pen, choices = cast.pen, cast.choices
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 200 + 4 * swing(cast, 2)), (98, 82))
    head = head_drawn(cast, stood)
    hole = oval((_MIDDLE, 276), (134, 30))
    heap = smooth(
        [
            (18, 330),
            (44, 286),
            (92, 268),
            (124, 286),
            (_MIDDLE, 278),
            (236, 288),
            (270, 266),
            (318, 288),
            (344, 330),
            (_MIDDLE, 338),
        ]
    )
    clods = [
        circle((x, y + 8 * swing(cast, 1, 0.2 * n)), r)
        for n, (x, y, r) in enumerate(
            ((44, 176, 10), (26, 226, 7), (318, 170, 9), (336, 220, 11), (70, 140, 6), (296, 136, 6))
        )
    ]
    crumbs = [smooth([(146, 122), (166, 106), (196, 108), (212, 122), (182, 130)])]
    nodes: Nodes = (
        *pen.shape(hole, mixed(_EARTH, "#2a1a10", 0.6), part="hole"),
        *several(pen, clods, _EARTH, "clod"),
        tilted(stood, head.nodes),
        *several(pen, crumbs, _EARTH, "crumb"),
        *pen.shape(heap, _EARTH, part="heap"),
        _paw(cast, (96, 282), turn=-8, part="paw-l"),
        _paw(cast, (264, 282), turn=8, part="paw-r"),
    )
    return gag_shown(
        cast, stood, head, nodes, (heap,), body=Frame((_MIDDLE, 300), (150, 40)), hands=((96, 282), (264, 282))
    )


def _wanted(cast: Cast) -> Nodes:
    """What it was sent for, in its thoughts."""
    think = [circle((292, 92), 6), circle((304, 70), 9), rounded(296, 10, 56, 46, 20)]
    stick = lines([(308, 42), (340, 24)])
    return (
        *several(cast.pen, think, "#ffffff", "think"),
        *cast.pen.line(stick, width=1.3 * cast.pen.width, colour="#b5793f", part="stick"),
    )


def _sign(cast: Cast, y: float) -> tuple[Nodes, tuple[skia.Path, ...]]:
    """A signpost held across at ``y`` with the earth at its foot, and its areas."""
    pen, sway = cast.pen, 3 * swing(cast)
    pole = stroked(lines([(42, y + 26 - sway), (330, y - 8 + sway)]), 13)
    plate = circle((44, y + 24 - sway), 38)
    arrow = [
        lines([(24, y + 24 - sway), (62, y + 24 - sway)]),
        lines([(50, y + 12 - sway), (63, y + 24 - sway), (50, y + 36 - sway)]),
    ]
    clod = smooth(
        [(310, y - 22 + sway), (340, y - 24 + sway), (352, y + 2 + sway), (338, y + 20 + sway), (312, y + 12 + sway)]
    )
    crumbs = [circle((330 + 6 * n, y + 44 + 20 * n), 5 - n) for n in range(3)]
    nodes = (
        *pen.shape(pole, "#b9c2cc", part="pole"),
        *pen.shape(clod, _EARTH, part="clod"),
        *several(pen, crumbs, _EARTH, "crumb"),
        *pen.shape(plate, "#3f7fd0", part="plate"),
        *drawn_lines(pen, arrow, "arrow", share=1.1, colour="#ffffff"),
    )
    return nodes, (pole, plate, clod)


def fetch(cast: Cast) -> Figure:
    """It was sent for a stick and has brought the whole sign, with the ground it stood in."""
    pen, choices = cast.pen, cast.choices
    stood = headed(posture(build(choices), cast.acting), (176, 168), (94, 79), tilt=3)
    head = head_drawn(cast, stood)
    frame = Frame((176, 276), (58, 48))
    body = mirrored_smooth(
        [(0.0, -1.0), (0.66, -0.82), (0.94, -0.2), (1.04, 0.42), (0.80, 0.90), (0.26, 1.0)],
        frame.centre,
        frame.half_size,
    )
    x, y = stood.head.at(0.0, 0.64)
    sign, sign_areas = _sign(cast, y)
    lip = arc((x - 30, y + 2), (x, y - 10), (x + 30, y - 2))
    feet = [oval((176 + s * 34, GROUND - 12), (25, 14)) for s in (-1, 1)]
    nodes: Nodes = (
        *several(pen, feet, choices.colour("fur"), "foot"),
        *pen.shape(body, choices.colour("fur"), part="torso"),
        *body_coat(cast, frame, body),
        *neckwear(pen, choices, frame),
        tilted(stood, head.nodes),
        *sign,
        *pen.line(lip, part="lip"),
        *_wanted(cast),
    )
    areas = body, *sign_areas, *feet
    return gag_shown(cast, stood, head, nodes, areas, body=frame)


def beg(cast: Cast) -> Figure:
    """Flat on the floor, eyes like puddles, an empty bowl."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 222), (104, 84), face=(0.0, -0.02))
    frame = Frame((_MIDDLE, 176), (74, 60))
    head = head_drawn(cast, stood, big_eyes=1.75)
    rear = oval(frame.centre, frame.half_size)
    tail = stroked(smooth([(222, 134), (246, 104 + 4 * swing(cast, 2)), (240, 74)], closed=False), 20)
    bowl = lines([(122, 300), (238, 300), (250, 336), (110, 336)], closed=True)
    rim = oval((_MIDDLE, 300), (58, 9))
    bone = [lines([(168, 319), (192, 319)]), *(circle((x, y), 3) for x in (166, 194) for y in (316, 322))]
    nodes: Nodes = (
        *pen.shape(tail, tail_colour(choices), part="tail"),
        *pen.shape(rear, fur, part="torso"),
        _paw(cast, (74, 314), half=(30, 19), turn=-6, part="paw-l"),
        _paw(cast, (286, 314), half=(30, 19), turn=6, part="paw-r"),
        tilted(stood, head.nodes),
        *pen.shape(bowl, choices.colour("neck-colour"), part="bowl"),
        *pen.shape(rim, mixed(choices.colour("neck-colour"), pen.ink, 0.55), part="rim"),
        *drawn_lines(pen, bone, "bone", share=0.7, colour="#ffffff"),
    )
    areas = rear, tail, bowl
    return gag_shown(
        cast, stood, head, nodes, areas, body=Frame((_MIDDLE, 270), (100, 60)), hands=((74, 314), (286, 314))
    )


def howl(cast: Cast) -> Figure:
    """Its head thrown back, it tells the whole neighbourhood."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    stood = headed(posture(build(choices), cast.acting), (146, 150), (90, 75), tilt=-30, face=(-0.10, -0.16))
    head = head_drawn(cast, stood)
    frame = Frame((204, 260), (70, 72))
    body = mirrored_smooth(
        [(0.0, -1.0), (0.5, -0.9), (0.74, -0.3), (1.0, 0.5), (0.86, 0.98), (0.3, 1.04)], frame.centre, frame.half_size
    )
    chest = [stroked(lines([(x, 250), (x - 4, GROUND - 16)]), 26) for x in (168, 202)]
    feet = [oval((x, GROUND - 11), (23, 13)) for x in (160, 196)]
    tail = stroked(smooth([(262, 310), (300, 318), (330, 300)], closed=False), 19)
    waves = [arc((58 - 20 * n, 108 - 14 * n), (38 - 22 * n, 66 - 6 * n), (74 - 8 * n, 34 - 10 * n)) for n in range(3)]
    nodes: Nodes = (
        *pen.shape(tail, tail_colour(choices), part="tail"),
        *pen.shape(body, fur, part="torso"),
        *body_coat(cast, frame, body),
        *several(pen, chest, fur, "foreleg"),
        *several(pen, feet, fur, "foot"),
        *neckwear(pen, choices, Frame((190, 262), (56, 66))),
        tilted(stood, head.nodes),
        *drawn_lines(pen, waves, "wave", share=0.8),
    )
    return gag_shown(cast, stood, head, nodes, (body, tail, *chest, *feet), body=frame)
