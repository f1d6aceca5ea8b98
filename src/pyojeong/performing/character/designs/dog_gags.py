"""The dog's own gags: all heart, no plan."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import (
    arc,
    circle,
    lines,
    mirrored_smooth,
    oval,
    polar,
    rounded,
    smooth,
    stroked,
)
from pyojeong.performing.character.acting import Hand
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.animals import Cast, drawn_lines, gag_shown, headed, several, swing, tilted
from pyojeong.performing.character.designs.dog_face import head_drawn
from pyojeong.performing.character.designs.dog_parts import body_coat, build, neckwear, scribbled, tail_colour
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.hands import Family, hand_at, heart_path
from pyojeong.performing.character.pens import Nodes

GAGS: dict[str, tuple[str, str]] = {
    "rotor": ("꼬리콥터 이륙", "The tail rotor lifts off"),
    "dig": ("땅 파고 숨기", "Digs itself in"),
    "fetch": ("엉뚱한 것 물어 오기", "Brings the wrong thing"),
    "beg": ("촉촉한 눈으로 조르기", "Begs with puddle eyes"),
    "ring": ("꼬리잡기 도넛", "Chases its tail into a ring"),
    "melt": ("쓰다듬으면 녹기", "Melts when petted"),
    "lick": ("화면 핥기", "Licks the screen"),
    "howl": ("아우우 울기", "Howls"),
}
_MIDDLE = 180.0
_EARTH = "#a3704a"


def gag_figure(cast: Cast) -> Figure:
    """The figure of the cast's gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[cast.acting.gag](cast)


def _paw(cast: Cast, at: Point, *, half: Point = (23.0, 17.0), turn: float = 0.0, part: str) -> Group:
    (x, y), (w, h) = at, half
    toes = [lines([(x + s * 0.30 * w, y + 0.2 * h), (x + s * 0.34 * w, y + 0.84 * h)]) for s in (-1, 1)]
    nodes = cast.pen.shape(oval(at, half), cast.choices.colour("fur"), part=part)
    return Group((*nodes, *drawn_lines(cast.pen, toes, part + "-toe", share=0.5)), matrix=Matrix.turned(turn, at))


def _rotor(cast: Cast) -> Figure:
    """The tail turns so fast that the dog hangs under it."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    bob = 6 * swing(cast, 2)
    stood = headed(posture(build(choices), cast.acting), (122, 176 + bob), (86, 72), tilt=-8)
    head = head_drawn(cast, stood)
    frame = Frame((226, 208 + bob), (78, 52))
    body = mirrored_smooth([(0.0, -0.92), (0.6, -0.88), (1.0, -0.2), (0.9, 0.6), (0.4, 0.94),
        (0.0, 0.96)], frame.centre, frame.half_size)  # fmt: skip
    dangle = [stroked(arc((x, 240 + bob), (x + 4 + 5 * swing(cast, 2, 0.2 * n), 262 + bob),
        (x + 8 * swing(cast, 2, 0.1 * n), 284 + bob)), 27) for n, x in enumerate((178, 206, 256, 282))]  # fmt: skip
    mast, hub = [(288.0, 186 + bob), (306.0, 150 + bob), (298.0, 92 + bob)], (298.0, 88 + bob)
    disc = oval(hub, (58, 15))
    blades: list[Node] = []
    for n in range(4):
        turn = 2 * math.pi * (2 * cast.acting.phase + n / 4) + 0.5
        end = hub[0] + 60 * math.cos(turn), hub[1] + 15 * math.sin(turn)
        blades += pen.shape(
            stroked(lines([hub, end]), 14), tail_colour(choices), width=0.7 * pen.width, part=f"blade-{n}"
        )
    gust = [arc((232 + 130 * k, 60 + bob), (228 + 142 * k, 74 + bob), (234 + 128 * k, 96 + bob)) for k in (0, 1)]
    dust = [oval((x, GROUND - 4), (r, 0.6 * r)) for x, r in ((150, 14), (178, 19), (214, 17), (242, 12))]
    nodes: Nodes = (
        *(Group(pen.fill(d, "#d9cbb8", part="dust"), opacity=0.8) for d in dust),
        *several(pen, dangle[::2], mixed(fur, pen.ink, 0.12), "far-leg"),
        *pen.line(smooth(mast, closed=False), width=24, part="mast-edge"),
        *pen.line(smooth(mast, closed=False), width=15, colour=tail_colour(choices), part="mast"),
        *pen.shape(body, fur, part="torso"),
        *body_coat(cast, frame, body),
        *several(pen, dangle[1::2], fur, "near-leg"),
        Group(pen.fill(disc, tail_colour(choices), part="disc"), opacity=0.3),
        *blades,
        *drawn_lines(pen, gust, "gust"),
        tilted(stood, head.nodes),
    )
    return gag_shown(cast, stood, head, nodes, (body, disc, *dangle), body=frame)


def _dig(cast: Cast) -> Figure:
    """Only what could not be dug in looks out."""
    pen, choices = cast.pen, cast.choices
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 200 + 4 * swing(cast, 2)), (98, 82))
    head = head_drawn(cast, stood)
    hole = oval((_MIDDLE, 276), (134, 30))
    heap = smooth([(18, 330), (44, 286), (92, 268), (124, 286), (_MIDDLE, 278), (236, 288), (270, 266),
        (318, 288), (344, 330), (_MIDDLE, 338)])  # fmt: skip
    clods = [circle((x, y + 8 * swing(cast, 1, 0.2 * n)), r) for n, (x, y, r) in enumerate(((44, 176, 10),
        (26, 226, 7), (318, 170, 9), (336, 220, 11), (70, 140, 6), (296, 136, 6)))]  # fmt: skip
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


def _fetch(cast: Cast) -> Figure:
    """It was sent for a stick and has brought the whole sign, with the ground it stood in."""
    pen, choices = cast.pen, cast.choices
    stood = headed(posture(build(choices), cast.acting), (176, 168), (94, 79), tilt=3)
    head = head_drawn(cast, stood)
    frame = Frame((176, 276), (58, 48))
    body = mirrored_smooth([(0.0, -1.0), (0.66, -0.82), (0.94, -0.2), (1.04, 0.42), (0.80, 0.90),
        (0.26, 1.0)], frame.centre, frame.half_size)  # fmt: skip
    x, y = stood.head.at(0.0, 0.64)
    sway = 3 * swing(cast)
    pole = stroked(lines([(42, y + 26 - sway), (330, y - 8 + sway)]), 13)
    plate = circle((44, y + 24 - sway), 38)
    arrow = [
        lines([(24, y + 24 - sway), (62, y + 24 - sway)]),
        lines([(50, y + 12 - sway), (63, y + 24 - sway), (50, y + 36 - sway)]),
    ]
    clod = smooth([(310, y - 22 + sway), (340, y - 24 + sway), (352, y + 2 + sway), (338, y + 20 + sway),
        (312, y + 12 + sway)])  # fmt: skip
    crumbs = [circle((330 + 6 * n, y + 44 + 20 * n), 5 - n) for n in range(3)]
    lip = arc((x - 30, y + 2), (x, y - 10), (x + 30, y - 2))
    feet = [oval((176 + s * 34, GROUND - 12), (25, 14)) for s in (-1, 1)]
    think = [circle((292, 92), 6), circle((304, 70), 9), rounded(296, 10, 56, 46, 20)]
    nodes: Nodes = (
        *several(pen, feet, choices.colour("fur"), "foot"),
        *pen.shape(body, choices.colour("fur"), part="torso"),
        *body_coat(cast, frame, body),
        *neckwear(pen, choices, frame),
        tilted(stood, head.nodes),
        *pen.shape(pole, "#b9c2cc", part="pole"),
        *pen.shape(clod, _EARTH, part="clod"),
        *several(pen, crumbs, _EARTH, "crumb"),
        *pen.shape(plate, "#3f7fd0", part="plate"),
        *drawn_lines(pen, arrow, "arrow", share=1.1, colour="#ffffff"),
        *pen.line(lip, part="lip"),
        *several(pen, think, "#ffffff", "think"),
        *pen.line(lines([(308, 42), (340, 24)]), width=1.3 * pen.width, colour="#b5793f", part="stick"),
    )
    areas = body, pole, plate, clod, *feet
    return gag_shown(cast, stood, head, nodes, areas, body=frame)


def _beg(cast: Cast) -> Figure:
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


def _ring(cast: Cast) -> Figure:
    """Round and round: tail in its mouth, dog without an end."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    turn, centre, radius = 360 * cast.acting.phase, (_MIDDLE, 200.0), 96.0
    at = polar(centre, radius, turn + 214)
    stood = headed(posture(build(choices), cast.acting), at, (74, 62), tilt=turn - 6)
    head = head_drawn(cast, stood)
    ring = stroked(circle(centre, radius), 62)
    hollow = circle(centre, radius - 31)
    belly = stroked(circle(centre, radius - 14), 22)
    legs_ = [
        stroked(lines([polar(centre, radius + 20, turn + a), polar(centre, radius + 56, turn + a - 12)]), 26)
        for a in (-74, -42, 46, 84)
    ]
    bitten = stood.head.at(0.10, 0.66)
    ends = polar(centre, radius - 4, turn + 146), polar(centre, radius + 4, turn + 172)
    tail = stroked(arc(ends[0], ends[1], bitten), 17)
    whirl = [
        smooth([polar(centre, r, a + k) for k in range(0, 46, 15)], closed=False)
        for r, a in ((162, 0), (170, 96), (160, 268), (44, 60), (44, 240))
    ]
    nodes: Nodes = (
        *drawn_lines(pen, whirl, "whirl"),
        *several(pen, legs_, fur, "leg"),
        *pen.shape(ring, fur, part="torso"),
        scribbled(pen, belly, choices.colour("light"), ring, "belly"),
        *pen.line(hollow, part="hollow"),
        tilted(stood, head.nodes),
        *pen.shape(tail, tail_colour(choices), part="tail"),
    )
    return gag_shown(cast, stood, head, nodes, (ring, *legs_), body=Frame(centre, (128, 128)))


def _melt(cast: Cast) -> Figure:
    """A hand comes down, and there are no bones left."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    pat = 7 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 248 + 0.3 * pat), (116, 70), face=(0.0, 0.02))
    head = head_drawn(cast, stood)
    y = GROUND
    pool = smooth([(10, y - 4), (40, y - 30), (84, y - 52), (_MIDDLE, y - 74), (276, y - 52), (320, y - 30),
        (350, y - 4), (300, y + 2), (236, y - 3), (170, y + 4), (100, y - 2), (52, y + 3)])  # fmt: skip
    tail = stroked(smooth([(300, y - 34), (330, y - 52), (338, y - 86 + pat)], closed=False), 17)
    hand = hand_at(Hand.RELAXED, Family.FINGERS, (196, 148 + pat), 34, side=-1, forearm_degrees=232, turn_degrees=0)
    sleeve = lines(
        [(214, 132 + pat), (246, 90 + pat), (330, 20), (352, 58), (268, 128 + pat), (236, 160 + pat)], closed=True
    )
    hearts = [heart_path((x, h + 5 * swing(cast, 1, 0.3 * n)), r) for n, (x, h, r) in enumerate(((60, 150, 15),
        (96, 106, 10), (36, 104, 9)))]  # fmt: skip
    skin = "#f6cfae"
    nodes: Nodes = (
        *pen.shape(tail, tail_colour(choices), part="tail"),
        *pen.shape(pool, fur, part="torso"),
        tilted(stood, head.nodes),
        *pen.shape(hand.outline, skin, width=0.8 * pen.width, part="hand"),
        *drawn_lines(pen, list(hand.lines), "finger", share=0.5),
        *pen.shape(sleeve, "#6f8fc9", part="sleeve"),
        *several(pen, hearts, "#ff6d86", "heart"),
    )
    return gag_shown(
        cast, stood, head, nodes, (pool, tail, hand.outline, sleeve), body=Frame((_MIDDLE, 300), (160, 36))
    )


def _lick(cast: Cast) -> Figure:
    """So glad to see you that there is nothing to see but dog."""
    pen, choices = cast.pen, cast.choices
    near = 1 + 0.03 * swing(cast, 2)
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 164), (148 * near, 122 * near), face=(0.0, -0.06))
    head = head_drawn(cast, stood)
    x, y = stood.head.at(0.06, 0.50)
    aside = 16 * swing(cast)
    tongue = smooth([(x - 34, y), (x + 34, y), (x + 44 + 0.6 * aside, y + 60), (x + 24 + aside, y + 108),
        (x - 22 + aside, y + 108), (x - 46 + 0.6 * aside, y + 60)])  # fmt: skip
    crease = arc((x, y + 16), (x + 2, y + 50), (x + 0.8 * aside, y + 88))
    wet = [
        smooth(
            [(x - 58 + aside, 326), (x - 20 + aside, 332), (x + 30 + aside, 330), (x + 62 + aside, 322)], closed=False
        )
    ]
    splats = [
        oval((x + dx, dy), (r, 1.2 * r)) for dx, dy, r in ((-84, 300, 6), (88, 306, 7), (-104, 268, 4), (112, 276, 4))
    ]
    pink = choices.colour("tongue")
    nodes: Nodes = (
        tilted(stood, head.nodes),
        *pen.shape(tongue, pink, part="tongue"),
        *pen.line(crease, width=0.7 * pen.width, colour=mixed(pink, pen.ink, 0.35), part="crease"),
        *drawn_lines(pen, wet, "wet", share=1.2, colour="#9fd6ee"),
        *several(pen, splats, "#bfe6f5", "splat"),
    )
    return gag_shown(cast, stood, head, nodes, (tongue,), body=Frame((_MIDDLE, 220), (120, 100)))


def _howl(cast: Cast) -> Figure:
    """Its head thrown back, it tells the whole neighbourhood."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    stood = headed(posture(build(choices), cast.acting), (146, 150), (90, 75), tilt=-30, face=(-0.10, -0.16))
    head = head_drawn(cast, stood)
    frame = Frame((204, 260), (70, 72))
    body = mirrored_smooth([(0.0, -1.0), (0.5, -0.9), (0.74, -0.3), (1.0, 0.5), (0.86, 0.98),
        (0.3, 1.04)], frame.centre, frame.half_size)  # fmt: skip
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


_DRAWN: Mapping[str, Callable[[Cast], Figure]] = {
    "rotor": _rotor,
    "dig": _dig,
    "fetch": _fetch,
    "beg": _beg,
    "ring": _ring,
    "melt": _melt,
    "lick": _lick,
    "howl": _howl,
}
