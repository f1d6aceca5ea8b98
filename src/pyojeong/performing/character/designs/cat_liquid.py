"""The cat as a liquid: it takes the shape of whatever holds it, or of nothing."""

from __future__ import annotations

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.paths import (
    arc,
    common,
    lines,
    mirrored_smooth,
    oval,
    rounded,
    smooth,
    stroked,
    tapered,
    united,
)
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.animals import Cast, drawn_lines, gag_shown, headed, several, swing, tilted
from pyojeong.performing.character.designs.cat_face import head_drawn
from pyojeong.performing.character.designs.cat_parts import body_coat, build, coat, paw, tail_nodes
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.pens import Nodes

_MIDDLE = 180.0
_GLASS = "#cfeaf2"


def bowl(cast: Cast) -> Figure:
    """All of it fits into a goldfish bowl; only head and paws stand over the rim."""
    stood = headed(posture(build(cast.choices), cast.acting), (_MIDDLE, 116 + 2 * swing(cast)), (80, 66))
    head, pen = head_drawn(cast, stood), cast.pen
    glass = mirrored_smooth(
        [(0.0, -0.86), (0.60, -0.84), (0.66, -0.74), (1.0, -0.1), (0.86, 0.62), (0.46, 0.96), (0.0, 1.0)],
        (_MIDDLE, 238),
        (124, 98),
    )
    filled = mirrored_smooth(
        [(0.0, -1.0), (0.48, -0.9), (0.62, -0.66), (0.94, -0.08), (0.80, 0.58), (0.42, 0.90), (0.0, 0.93)],
        (_MIDDLE, 238),
        (124, 98),
    )
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
        *paw(cast, (112, 168), turn=-14, part="paw-l"),
        *paw(cast, (248, 168), turn=14, part="paw-r"),
        *pen.line(glass, width=0.9 * pen.width, colour=mixed(pen.ink, "#5aa0b8", 0.6), part="glass"),
        *drawn_lines(pen, gleams, "gleam", share=1.5, colour="#ffffff"),
    )
    return gag_shown(cast, stood, head, nodes, (glass, tail), body=Frame((_MIDDLE, 238), (124, 98)))


def loaf(cast: Cast) -> Figure:
    """Paws tucked in, risen in the middle."""
    swell = 1 + 0.03 * swing(cast)
    pen, choices = cast.pen, cast.choices
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 204 - 6 * (swell - 1)), (82, 67))
    head = head_drawn(cast, stood)
    frame = Frame((_MIDDLE, GROUND - 4 - 68 * swell), (138, 68 * swell))
    dough = mirrored_smooth(
        [(0.0, -1.0), (0.46, -0.98), (0.82, -0.66), (0.94, -0.1), (1.0, 0.5), (0.9, 0.94), (0.4, 1.0)],
        frame.centre,
        frame.half_size,
    )
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


def long(cast: Cast) -> Figure:
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


def box(cast: Cast) -> Figure:
    """If it fits, nothing can happen to it."""
    pen, choices = cast.pen, cast.choices
    duck = 5 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 154 + duck), (84, 68), face=(0.0, -0.02))
    head = head_drawn(cast, stood)
    card, dark = "#d9a76a", "#b98548"
    inside = lines([(70, 196), (290, 196), (300, 232), (60, 232)], closed=True)
    front = lines([(52, 218), (308, 218), (292, 334), (68, 334)], closed=True)
    flaps = [
        lines([(52, 218), (70, 196), (30, 178), (12, 202)], closed=True),
        lines([(308, 218), (290, 196), (330, 178), (348, 202)], closed=True),
    ]
    tape = lines([(166, 218), (194, 218), (193, 262), (167, 262)], closed=True)
    hole = rounded(146, 290, 68, 18, 9)
    paws = (*paw(cast, (112, 218), part="paw-l"), *paw(cast, (248, 218), part="paw-r"))
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


def spill(cast: Cast) -> Figure:
    """Poured out over the floor, with no wish to be wiped up."""
    pen, choices = cast.pen, cast.choices
    ooze = 5 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (132, 250), (84, 66), tilt=-10)
    head = head_drawn(cast, stood)
    y = GROUND
    pool = smooth(
        [
            (14, y - 6),
            (40, y - 34),
            (98, y - 70),
            (180, y - 84),
            (246, y - 70),
            (286, y - 40),
            (338 + ooze, y - 14),
            (346, y - 2),
            (290, y + 2),
            (222, y - 4),
            (150, y + 4),
            (70, y),
        ]
    )
    tail = tapered(smooth([(276, y - 40), (318, y - 60), (306, y - 104), (336, y - 118)], closed=False), 15, 12)
    frame = Frame((206, y - 40), (120, 44))
    nodes: Nodes = (
        *tail_nodes(cast, tail),
        *pen.shape(pool, coat(choices, "body"), part="pool"),
        *body_coat(cast, frame, pool),
        tilted(stood, head.nodes),
        *paw(cast, (56, y - 8), half=(20, 12), turn=-8, part="paw-l"),
        *paw(cast, (214, y - 10), half=(20, 12), turn=6, part="paw-r"),
    )
    return gag_shown(cast, stood, head, nodes, (pool, tail), body=frame, hands=((56, y - 8), (214, y - 10)))
