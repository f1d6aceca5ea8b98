"""The dry one's own gags, most of them about being tired: each redraws the whole figure, its face still says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import arc, circle, lines, oval, rounded, smooth
from pyojeong.performing.character.acting import Arm, Hand, Legs, Pose
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.person_gags import Drawn, carried, drawn, head_of, headed, whole
from pyojeong.performing.character.designs.webtoon_office import ghost, melting, paperwork, soul
from pyojeong.performing.character.designs.webtoon_parts import coloured
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.pens import Nodes

GAGS: dict[str, tuple[str, str]] = {
    "soul": ("영혼 가출", "The soul leaves"),
    "paperwork": ("서류 더미 되기", "Becomes a heap of paperwork"),
    "stone": ("돌이 되기", "Turns to stone"),
    "desk": ("책상에 녹기", "Melts over the desk"),
    "ghost": ("키보드 앞 유령", "A ghost at the keyboard"),
    "chair": ("의자 돌리기", "Spins on the chair"),
    "unplugged": ("방전", "Out of battery"),
}
_X = 180.0
_SCREEN = "#3d4256"
_GREYS = {
    "skin": 0.88,
    "hair-colour": 0.88,
    "brow-colour": 0.85,
    "clothes-colour": 0.9,
    "second-colour": 0.9,
    "shoes": 0.85,
    "iris": 0.9,
    "hat-colour": 0.9,
    "beard-colour": 0.88,
    "glasses-colour": 0.8,
}
"""How far each colour turns to grey stone."""


def _petrified(choices: Choices) -> Choices:
    """Everything in stone."""
    return replace(
        choices,
        chosen={
            **choices.chosen,
            **{name: mixed(choices.colour(name), "#a3a5ab", share) for name, share in _GREYS.items()},
        },
    )


def _stone(gag: Gag) -> Figure:
    """A statue of itself on a plinth, cracked, a pigeon on its head."""
    grey = replace(gag, choices=_petrified(gag.choices))
    manner = coloured(grey.choices)
    reach = Arm((1.5, -0.1), hand=Hand.OPEN, bend=0.4)
    statue = whole(grey, manner, Pose(left=reach, right=Arm((1.3, 0.8)), legs=Legs.STAND))
    small = Matrix.moved(0, -34) @ Matrix.scaled(0.90, 0.90, (_X, GROUND))
    plinth = lines([(104, GROUND - 34), (256, GROUND - 34), (272, GROUND), (88, GROUND)], closed=True)
    head = statue.head
    cracks = [
        lines([head.at(x, y) for x, y in ((0.30, -0.98), (0.18, -0.62), (0.36, -0.40), (0.22, -0.08))]),
        lines([statue.body.at(x, y) for x, y in ((-0.9, -0.3), (-0.4, -0.16), (-0.52, 0.14), (-0.1, 0.30))]),
        lines([statue.body.at(x, y) for x, y in ((0.8, 0.7), (0.36, 0.56), (0.42, 0.30))]),
    ]
    cracked = (Group(gag.lines(cracks, "crack", share=1.1), matrix=small),)
    rubble = gag.shapes(
        [
            lines([(x, GROUND), (x + 6, GROUND - 11), (x + 18, GROUND - 8), (x + 21, GROUND)], closed=True)
            for x in (58, 282)
        ],
        "#a8aab0",
        "rubble",
    )
    perch = small.of((head.centre[0] + 4.0, statue.silhouette.getBounds().top() + 3.0))
    dust = gag.pen.fill(oval((_X, GROUND + 1), (120, 6)), "#8d9097", opacity=0.3)
    base = gag.pen.shape(plinth, "#8f9299", part="plinth")
    return carried(statue, small, behind=drawn(dust, base), front=drawn(cracked, rubble, _pigeon(gag, perch)))


def _pigeon(gag: Gag, at: Point) -> Nodes:
    """Somebody who does not mind."""
    x, y = at
    nod = 1.5 * gag.swing(2)
    body = smooth([(x - 30, y - 12), (x - 12, y - 22), (x + 10, y - 24), (x + 16, y - 10), (x + 4, y), (x - 14, y - 2)])
    head = circle((x + 15, y - 29 + nod), 9)
    beak = lines([(x + 22, y - 31 + nod), (x + 31, y - 27 + nod), (x + 22, y - 25 + nod)], closed=True)
    feet = gag.lines([lines([(x + d, y - 2), (x + d, y + 5)]) for d in (-5, 4)], "claw", colour="#d9735c")
    eye = gag.pen.fill(circle((x + 17, y - 31 + nod), 1.9), gag.pen.ink, part="bird-eye")
    wing = gag.lines([arc((x - 20, y - 12), (x - 6, y - 4), (x + 6, y - 12))], "wing", share=0.8)
    return (
        *feet,
        *gag.shapes([body], "#8fa0b8", "bird"),
        *wing,
        *gag.shapes([beak], "#f2b45c", "beak"),
        *gag.shapes([head], "#7e90ad", "bird-head"),
        *eye,
    )


def _chair(gag: Gag) -> Figure:
    """Feet off the floor, round and round; the room is a few streaks."""
    manner = coloured(gag.choices)
    arms = Arm((1.95, -0.62), hand=Hand.OPEN, bend=0.1)
    rider = whole(gag, manner, Pose(left=arms, right=arms, legs=Legs.SIT), sway=0.3)
    up = Matrix.moved(0, -56) @ Matrix.turned(6 * gag.swing() - 7, (_X, 300))
    (x, y), (_, h) = rider.body.centre, rider.body.half_size
    back = rounded(x - 56, y - 1.15 * h, 112, 2.1 * h, 26)
    seat = rounded(x - 64, y + 0.78 * h, 128, 20, 10)
    stool = (
        Group(
            (
                *gag.pen.shape(back, _SCREEN, part="back"),
                *gag.pen.shape(seat, mixed(_SCREEN, "#ffffff", 0.14), part="seat"),
            ),
            matrix=up,
        ),
    )
    pole = gag.shapes([rounded(172, 270, 16, 46, 4)], "#9a9ba6", "pole")
    foot = gag.shapes(
        [smooth([(110, 322), (_X, 304), (250, 322), (250, 330), (_X, 316), (110, 330)], ease=0.08)], "#6b6d7a", "star"
    )
    wheels = gag.shapes([circle((at, 329), 7) for at in (112, _X, 248)], "#3d4256", "wheel")
    turns = gag.lines(
        [
            arc((26, 190), (36, 262), (106, 292)),
            arc((334, 190), (324, 262), (254, 292)),
            arc((46, 158), (34, 176), (32, 196)),
        ],
        "turn",
        share=1.2,
        colour="#8fa3c9",
    )
    return carried(rider, up, behind=drawn(foot, wheels, pole, stool), front=turns)


def _unplugged(gag: Gag) -> Figure:
    """Flat on the floor, a plug pulled out, the battery red."""
    manner = coloured(gag.choices)
    stood = gag.head((104.0, GROUND - 62.0), (66.0, 62.0), tilt=-16.0, face=(0.0, 0.08))
    hair, head, dress = head_of(gag, manner, stood)
    y = GROUND
    body = smooth([(140, y - 44), (200, y - 54), (262, y - 42), (268, y - 8), (200, y), (140, y)])
    leg = smooth([(250, y - 38), (318, y - 30), (336, y - 14), (320, y - 2), (250, y - 4)])
    shoe = oval((336, y - 16), (11, 15))
    arm = smooth([(150, y - 24), (196, y - 20), (232, y - 12), (232, y + 2), (192, y + 2), (150, y - 2)])
    hand = oval((238, y - 5), (12, 9))
    blink = 0.5 + 0.5 * gag.swing(2)
    cell = rounded(214, 196, 88, 44, 9)
    tip = rounded(303, 209, 9, 18, 3)
    charge = rounded(221, 203, 15, 30, 4)
    cord = smooth([(268, y - 18), (300, y - 60), (262, y - 92), (300, y - 116), (332, y - 84)], closed=False)
    plug = [rounded(320, y - 84, 24, 20, 5)]
    pins = [lines([(x, y - 64), (x, y - 54)]) for x in (327, 337)]
    nodes = drawn(
        hair,
        gag.lines([cord], "cord", share=1.2),
        gag.shapes(plug, "#e7e4dd", "plug"),
        gag.lines(pins, "pin"),
        gag.shapes([shoe], gag.choices.colour("shoes"), "shoe"),
        gag.pen.shape(leg, dress.trousers or dress.skin, part="leg"),
        gag.pen.shape(body, dress.torso, part="body"),
        head,
        gag.shapes([hand], dress.skin, "hand"),
        gag.shapes([arm], dress.sleeve or dress.skin, "arm"),
        gag.shapes([tip, cell], "#f4f5f8", "cell"),
        gag.pen.fill(charge, "#f2493d", opacity=0.45 + 0.55 * blink),
    )
    return headed(gag, manner, stood, dress, nodes, body, leg, body=Frame((206, y - 26), (66, 26)))


_DRAWN: Mapping[str, Drawn] = MappingProxyType(
    {
        "soul": soul,
        "paperwork": paperwork,
        "stone": _stone,
        "desk": melting,
        "ghost": ghost,
        "chair": _chair,
        "unplugged": _unplugged,
    }
)


def gag_figure(gag: Gag) -> Figure:
    """The figure of the gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[gag.acting.gag](gag)
