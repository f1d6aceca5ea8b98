"""Gags at the desk: what work leaves of a person."""

from __future__ import annotations

from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Linear, Matrix, Point, Shape, Stop
from pyojeong.media.drawing.paths import arc, lines, oval, rounded, smooth
from pyojeong.performing.character.designs.person_gags import drawn, head_of, headed, tilt_of, where
from pyojeong.performing.character.designs.webtoon_parts import coloured
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.pens import Nodes

_X = 180.0
_PAPER = "#fbfaf5"
_WOOD = "#d9b483"
_SCREEN = "#3d4256"


def _desk(gag: Gag, top: float) -> Nodes:
    """A desk from its edge down."""
    plate = rounded(14, top, 332, 16, 5)
    front = lines([(34, top + 16), (326, top + 16), (326, GROUND), (34, GROUND)], closed=True)
    drawer = lines([(216, top + 30), (308, top + 30), (308, top + 58), (216, top + 58)], closed=True)
    knob = gag.pen.fill(oval((262, top + 44), (9, 3)), mixed(_WOOD, gag.pen.ink, 0.7), part="knob")
    wood = mixed(_WOOD, "#7a4a28", 0.22)
    return (
        *gag.pen.shape(front, wood, part="desk"),
        *gag.pen.line(drawer, width=0.7 * gag.pen.width, part="drawer"),
        *knob,
        *gag.pen.shape(plate, _WOOD, part="plate"),
    )


def _table(gag: Gag, top: float) -> Nodes:
    """A table one sees under."""
    legs = [rounded(x, top + 12, 13, GROUND - top - 12, 3) for x in (34, 313)]
    return (
        *gag.shapes(legs, mixed(_WOOD, "#7a4a28", 0.22), "leg"),
        *gag.pen.shape(rounded(14, top, 332, 15, 5), _WOOD, part="plate"),
    )


def _sheet(gag: Gag, x: float, y: float, turn: float, part: str, *, size: float = 1.0) -> Nodes:
    """A sheet of paper with lines of writing."""
    page = lines(
        [
            (x - 26 * size, y - 17 * size),
            (x + 26 * size, y - 17 * size),
            (x + 26 * size, y + 17 * size),
            (x - 26 * size, y + 17 * size),
        ],
        closed=True,
    )
    rows = [
        lines([(x - 18 * size, y + d * size), (x + w * size, y + d * size)]) for d, w in ((-8, 18), (0, 12), (8, 16))
    ]
    inked = gag.lines(rows, f"{part}-row", share=0.5, colour="#a9b0c4")
    return (
        Group(
            (*gag.pen.shape(page, _PAPER, width=0.8 * gag.pen.width, part=part), *inked),
            matrix=Matrix.turned(turn, (x, y)),
        ),
    )


def _tie(gag: Gag, x: float, y: float, size: float) -> Nodes:
    """A loosened tie, on whoever wears one."""
    if gag.choices.option("clothes") not in ("shirt", "suit", "blazer"):
        return ()
    blade = lines(
        [
            (x - 5 * size, y + 6),
            (x + 5 * size, y + 6),
            (x + 10 * size, y + 46 * size),
            (x + 1, y + 58 * size),
            (x - 8 * size, y + 46 * size),
        ],
        closed=True,
    )
    knot = lines(
        [(x - 8 * size, y - 6), (x + 8 * size, y - 6), (x + 5 * size, y + 8), (x - 5 * size, y + 8)], closed=True
    )
    return gag.shapes([blade, knot], gag.choices.colour("clothes-colour"), "tie", width=0.8 * gag.pen.width)


_Swaying = tuple[tuple[float, float, float], ...]
"""Right, down, and how much a point goes along with what sways."""


def _swayed(points: _Swaying, by: float) -> skia.Path:
    return smooth([(x, y + share * by) for x, y, share in points])


_SPIRIT: _Swaying = (
    (222, 150, 0),
    (236, 112, 1),
    (262, 56, 1),
    (300, 60, 1),
    (312, 104, 1),
    (286, 146, 0),
    (244, 182, 0),
    (196, 226, 0),
)


def _spirit(gag: Gag, mouth: Point) -> Nodes:
    """A small self that floats up from the mouth, asleep under a halo."""
    (x, y), rise = mouth, 4 * gag.swing()
    outline = [(a, b + share * rise) for a, b, share in _SPIRIT]
    tail = smooth([mouth, (x + 36, y + 14), *outline, (x + 22, y + 24)])
    stops = (Stop(0.0, "#cfe0ff", 0.35), Stop(0.5, "#eaf2ff", 0.94), Stop(1.0, "#f6faff", 0.97))
    at = 92 + rise
    asleep = [arc((a, at + d), (a + 5, at + d + 5), (a + 10, at + d)) for a, d in ((272, 0), (292, 0), (282, 14))]
    return (
        Shape(tail, fill=Linear(mouth, (288, 70), stops)),
        *gag.pen.line(tail, width=0.8 * gag.pen.width, colour="#7f97cf", part="soul"),
        *gag.lines(asleep, "soul-face", colour="#5f78b8"),
        *gag.lines([oval((286, 44 + rise), (20, 6))], "halo", share=1.3, colour="#f2c14e"),
    )


def soul(gag: Gag) -> Figure:
    """Slumped in the chair, head back; a small self floats up from the mouth."""
    manner = coloured(gag.choices)
    stood = gag.head((142.0, 186.0), (70.0, 72.0), tilt=-14.0, face=(-0.02, -0.16))
    hair, head, dress = head_of(gag, manner, stood)
    back = rounded(76, 150, 140, 150, 26)
    torso = smooth([(92, 250), (142, 238), (196, 250), (214, 300), (220, 352), (72, 352), (76, 300)])
    arms = [
        smooth([(x, 262), (x + s * 20, 292), (x + s * 22, 326), (x + s * 4, 326), (x - s * 4, 292)])
        for s, x in ((-1, 88), (1, 202))
    ]
    nodes = drawn(
        gag.pen.shape(back, _SCREEN, part="back"),
        hair,
        gag.pen.shape(torso, dress.torso, part="torso"),
        gag.shapes([oval((x, 331), (10, 9)) for x in (72, 216)], dress.skin, "hand"),
        gag.shapes(arms, dress.sleeve or dress.torso, "arm"),
        _tie(gag, 142, 256, 1.3),
        head,
        _spirit(gag, tilt_of(stood).of(where(gag, manner, stood).mouth)),
    )
    return headed(gag, manner, stood, dress, nodes, torso, back, body=Frame((144, 300), (66, 52)))


_SHEETS = ((60, 318, -14), (302, 318, 12), (112, 288, 10), (250, 284, -9), (180, 312, 4), (88, 320, 6), (268, 320, -5))
_TOP_SHEETS = ((182, 278, -12), (142, 320, -8), (222, 320, 9))
_FLYING = ((60, 92, -24, 1.0), (304, 140, 20, 1.0), (110, 40, 14, 0.8))
_HEAP: _Swaying = (
    (10, GROUND + 4, 0),
    (38, 292, 0),
    (84, 262, 0),
    (120, 246, 1),
    (172, 256, 1),
    (232, 240, 1),
    (284, 266, 0),
    (322, 296, 0),
    (350, GROUND + 4, 0),
)
_PALM: _Swaying = (
    (272, 198, 0),
    (268, 174, 1),
    (276, 168, 1),
    (283, 158, 1),
    (291, 158, 1),
    (298, 160, 1),
    (304, 168, 1),
    (309, 182, 1),
    (302, 198, 0),
)


def paperwork(gag: Gag) -> Figure:
    """A heap of documents with a head in it; only a hand asks for help."""
    manner, breath = coloured(gag.choices), gag.swing()
    stood = gag.head((_X - 6, 196.0 + 2 * breath), (66.0, 68.0), tilt=7.0)
    hair, head, dress = head_of(gag, manner, stood)
    heap = _swayed(_HEAP, 1.5 * breath)
    sheets: Nodes = ()
    flying: Nodes = ()
    for n, (x, y, turn) in enumerate(_SHEETS + _TOP_SHEETS):
        sheets += _sheet(gag, x, y, turn, f"sheet-{n}", size=1.15)
    for n, (x, y, turn, size) in enumerate(_FLYING):
        flying += _sheet(gag, x, y + 5 * gag.swing(1, 0.2 + 0.25 * n), turn, f"fly-{n}", size=size)
    arm = smooth([(268, 280), (276, 232), (280, 196), (298, 196), (300, 236), (300, 284)])
    nodes = drawn(
        flying,
        hair,
        gag.pen.shape(arm, dress.sleeve or dress.skin, part="arm"),
        gag.pen.shape(_swayed(_PALM, 3 * gag.swing(2)), dress.skin, part="palm"),
        head,
        gag.pen.shape(heap, "#e9e6dc", part="heap"),
        sheets,
    )
    return headed(gag, manner, stood, dress, nodes, heap, arm, body=Frame((_X, 296), (150, 40)))


_TOP = 252.0
"""Height of the desk one melts over."""
_SPILT_RIGHT: _Swaying = (
    (64, _TOP - 14, 0),
    (130, _TOP - 16, 0),
    (206, _TOP - 10, 0),
    (210, _TOP + 8, 0),
    (96, _TOP + 8, 0),
    (86, _TOP + 40, 1),
    (70, _TOP + 58, 1),
    (54, _TOP + 40, 1),
    (52, _TOP + 6, 0),
)
_SPILT_LEFT: _Swaying = (
    (226, _TOP - 10, 0),
    (286, _TOP - 14, 0),
    (316, _TOP, 0),
    (318, _TOP + 34, -1),
    (304, _TOP + 52, -1),
    (288, _TOP + 34, -1),
    (284, _TOP + 8, 0),
    (230, _TOP + 8, 0),
)
_HAND_RIGHT: _Swaying = (
    (69, _TOP + 52, 1),
    (54, _TOP + 60, 1),
    (58, _TOP + 80, 1),
    (70, _TOP + 88, 1),
    (82, _TOP + 80, 1),
    (86, _TOP + 60, 1),
)
_HAND_LEFT: _Swaying = (
    (288, _TOP + 50, -1),
    (290, _TOP + 72, -1),
    (302, _TOP + 80, -1),
    (316, _TOP + 70, -1),
    (320, _TOP + 50, -1),
)


_WEPT: _Swaying = (
    (92, _TOP + 2, 0),
    (150, _TOP - 6, 0),
    (236, _TOP + 1, 0),
    (244, _TOP + 10, 0),
    (214, _TOP + 12, 0),
    (208, _TOP + 46, 1),
    (198, _TOP + 58, 1),
    (188, _TOP + 46, 1),
    (184, _TOP + 13, 0),
    (130, _TOP + 13, 0),
    (100, _TOP + 12, 0),
)


def _wept(gag: Gag, drip: float) -> Nodes:
    """A pool of tears that runs over the edge, when there is something to weep about."""
    sides = ("mouthFrownLeft", "mouthFrownRight")
    if sum(gag.acting.expression[side] for side in sides) < 1.0:
        return ()
    shine = gag.lines([arc((132, _TOP + 2), (152, _TOP - 1), (176, _TOP + 2))], "wept-shine", colour="#ffffff")
    return (*gag.pen.shape(_swayed(_WEPT, drip), "#a8dcff", width=0.8 * gag.pen.width, part="wept"), *shine)


def melting(gag: Gag) -> Figure:
    """Cheek on the desk, arms running over its edge like something spilt."""
    manner, drip = coloured(gag.choices), 5 * gag.swing()
    stood = gag.head((160.0, 183.0), (70.0, 72.0), tilt=-64.0)
    hair, head, dress = head_of(gag, manner, stood, floor=_TOP)
    back = smooth([(196, 262), (214, 206), (262, 190), (312, 214), (330, 262)])
    arms = [_swayed(points, drip) for points in (_SPILT_RIGHT, _SPILT_LEFT)]
    hands = [_swayed(points, drip) for points in (_HAND_RIGHT, _HAND_LEFT)]
    cup = smooth([(30, _TOP - 44), (62, _TOP - 44), (58, _TOP - 2), (34, _TOP - 2)], ease=0.06)
    nodes = drawn(
        hair,
        gag.pen.shape(back, dress.torso, part="back"),
        _desk(gag, _TOP),
        gag.pen.shape(cup, "#f5efe2", part="cup"),
        head,
        gag.shapes(hands, dress.skin, "hand"),
        gag.shapes(arms, dress.sleeve or dress.skin, "arm"),
        _wept(gag, drip),
    )
    return headed(gag, manner, stood, dress, nodes, back, *arms, body=Frame((262, 236), (62, 40)))


_MIST = "#dfe8ff"
_ROBE: _Swaying = (
    (126, 178, 1),
    (_X, 170, 1),
    (234, 178, 1),
    (252, 232, 0),
    (244, 276, 0),
    (226, 306, -0.5),
    (236, 330, -0.5),
    (204, 322, -0.5),
    (178, 330, -0.5),
    (150, 312, -0.5),
    (122, 280, 0),
    (108, 232, 0),
)


def _keyboard(gag: Gag) -> Nodes:
    """A keyboard on a table, and the light of a screen over it."""
    board = lines([(104, 258), (256, 258), (266, 276), (94, 276)], closed=True)
    glow = Linear((_X, 260), (_X, 120), (Stop(0.0, "#bfe6ff", 0.55), Stop(1.0, "#bfe6ff", 0.0)))
    return (
        Shape(lines([(112, 260), (248, 260), (286, 110), (74, 110)], closed=True), fill=glow),
        *_table(gag, 272.0),
        *gag.pen.shape(board, "#e7e4dd", part="board"),
        *gag.lines([lines([(112, y), (248, y)]) for y in (264, 270)], "keys", share=0.7, colour="#9b9aa5"),
    )


def _typing(side: int, bob: float, tap: float) -> skia.Path:
    """One sleeve over the keys."""
    points = ((50, 196 + bob), (74, 226), (56, 250), (40, 254 + side * tap), (40, 240), (50, 226))
    return smooth([(_X + side * x, y) for x, y in points])


def ghost(gag: Gag) -> Figure:
    """Pale to the waist and nothing below; the light of a screen is on it, the fingers still type."""
    manner, bob, tap = coloured(gag.choices), 4 * gag.swing(), 3 * gag.swing(3)
    skin = mixed(gag.choices.colour("skin"), _MIST, 0.62)
    pale = replace(gag, choices=replace(gag.choices, chosen={**gag.choices.chosen, "skin": skin}))
    stood = pale.head((_X, 118.0 + bob), (68.0, 70.0), face=(0.0, 0.10))
    hair, head, dress = head_of(pale, manner, stood, floor=270.0)
    cloth, robe = mixed(dress.torso, _MIST, 0.45), _swayed(_ROBE, bob)
    arms = [_typing(side, bob, tap) for side in (-1, 1)]
    wisps = [
        smooth([(x, y + bob), (x - 9, y - 12 + bob), (x, y - 34 + bob), (x + 9, y - 12 + bob)])
        for x, y in ((66, 176), (294, 160))
    ]
    nodes = drawn(
        hair,
        gag.shapes(wisps, "#9fc4ff", "wisp", width=0.8 * gag.pen.width),
        (Group((*pale.pen.shape(robe, cloth, part="robe"), *_tie(pale, _X, 186 + bob, 0.9)), opacity=0.86),),
        head,
        _keyboard(gag),
        gag.shapes(arms, cloth, "arm"),
        gag.shapes([oval((_X + s * 38, 254 + s * tap), (11, 8)) for s in (-1, 1)], dress.skin, "hand"),
    )
    return headed(pale, manner, stood, dress, nodes, robe, *arms, body=Frame((_X, 222), (70, 50)))
