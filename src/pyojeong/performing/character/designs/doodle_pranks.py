"""The doodle's gags on itself: it is drawn, erased, and lies about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import (
    arc,
    curve,
    lines,
    oval,
    placed,
    rounded,
    smooth,
)
from pyojeong.performing.character.acting import Arm, Hand, Layer, Pose
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.doodle_bodies import DRAWN as OF_THE_BODY
from pyojeong.performing.character.designs.doodle_gags import DRAWN as ON_PAPER
from pyojeong.performing.character.designs.doodle_gags import Drawn, doodled, noodle, paw
from pyojeong.performing.character.designs.doodle_parts import dress, face_parts
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.pens import Nodes

_MIDDLE = 180.0
_SKETCH = "#8fb4dd"


def _self_drawing(gag: Gag, seed: int) -> Figure:
    """Nobody finished it, so it draws its own legs; the rest is still a blue sketch."""
    pen, choices, stroke = gag.pen, gag.choices, 6 * gag.swing(3)
    pose = Pose(left=Arm((1.35, 0.70), hand=Hand.FIST, layer=Layer.FRONT), turn=(0.35, 0.45), lean_degrees=0.0)
    acting = replace(gag.acting, gag="", pose=pose)
    stood = posture(gag.build, acting)
    parts = dress(pen, choices, stood, acting, gag.looks, seed=seed)
    plain = assembled(pen, stood, parts)
    x, y = stood.body.at(0.0, 0.30)
    done = [(-40, y + 10), (x - 30, y + 6), (x - 8, y + 22), (x + 10, y + 8 + stroke), (x + 44, y + 20), (420, y + 12)]
    inked = smooth([*done, (420, -60), (-40, -60)], ease=0.08)
    sketch: list[Node] = []
    for n, leg in enumerate((-1, 1)):
        foot = x + leg * 22
        sketch += pen.line(
            curve((foot, y), (foot, y + 30), (foot, 316), (foot + leg * 16, 326)),
            width=2.6,
            colour=_SKETCH,
            part=f"s{n}",
        )
        sketch += pen.line(oval((foot + leg * 8, 326), (18, 9)), width=2.6, colour=_SKETCH, part=f"foot{n}")
    sketch += pen.line(parts.body, width=2.6, colour=_SKETCH, part="sketch")
    hand = plain.hands[1]
    tip = x + 16.0, y + 24 + stroke
    pencil = _pencil(gag, tip, (hand[0] + 22, hand[1] - 30))
    grip = paw(gag, hand, "grip", hand=Hand.FIST)
    nodes = (*sketch, Group((plain.node,), clip=inked), *pencil, *grip)
    found = gag.figure(stood, face_parts(choices, stood), nodes, plain.silhouette)
    return replace(found, body=plain.body, hands=plain.hands, hair=plain.hair)


def _pencil(gag: Gag, tip: Point, towards: Point) -> Nodes:
    """A long pencil with its point at ``tip``."""
    dx, dy = towards[0] - tip[0], towards[1] - tip[1]
    long = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / long, dy / long

    def at(along: float, across: float) -> Point:
        return tip[0] + ux * along - uy * across, tip[1] + uy * along + ux * across

    wood = lines([at(0, 0), at(26, -11), at(26, 11)], closed=True)
    stick = lines([at(26, -11), at(118, -11), at(118, 11), at(26, 11)], closed=True)
    rubber = lines([at(118, -11), at(138, -11), at(138, 11), at(118, 11)], closed=True)
    lead = lines([at(0, 0), at(10, -4.4), at(10, 4.4)], closed=True)
    nodes = gag.shapes([stick], "#63c974", "stick") + gag.shapes([wood], "#ffe3b3", "wood")
    nodes += gag.pen.fill(lead, gag.pen.ink, part="lead")
    edge = gag.lines([lines([at(28, 0), at(116, 0)])], "edge", share=0.5)
    return nodes + edge + gag.shapes([rubber], "#ff8fa3", "rubber")


def _eraser(gag: Gag, seed: int) -> Figure:
    """It would rather not have existed: an eraser is half through with it."""
    pen, rub = gag.pen, 12 * gag.swing(3)
    acting = replace(
        gag.acting, gag="", pose=Pose(left=Arm((1.9, -0.5), hand=Hand.OPEN), right=Arm((1.5, -0.3), hand=Hand.OPEN))
    )
    stood = posture(gag.build, acting)
    plain = assembled(pen, stood, dress(pen, gag.choices, stood, acting, gag.looks, seed=seed))
    top = stood.body.at(0.0, -0.30)[1]
    edge = [(-40, top + 54), (70, top + 48), (104, top + 30), (140, top + 34), (166, top + 4), (190, top + 4)]
    edge += [(206, top - 50), (246, top - 46), (262, top - 96), (420, top - 130)]
    left = lines([*edge, (420, -80), (-40, -80)], closed=True)
    smear = [
        curve((110 + 20 * n, 324 - 8 * n), (160 + 18 * n, 300), (190 + 12 * n, 262), (250 + 6 * n, 232))
        for n in range(3)
    ]
    place = 256.0 + rub, 244.0 - 0.6 * rub
    turn = Matrix.turned(-38, place)
    block = placed(rounded(place[0] - 58, place[1] - 32, 116, 64, 12), turn)
    band = placed(rounded(place[0] - 12, place[1] - 36, 74, 72, 6), turn)
    crumbs = [
        oval((x, y), (w, 4)) for x, y, w in ((84, 318, 9), (116, 330, 7), (150, 322, 10), (190, 331, 8), (212, 318, 6))
    ]
    curls = [arc((100, 300), (108, 292), (116, 300)), arc((168, 304), (176, 296), (186, 302))]
    nodes: Nodes = (
        Group((plain.node,), opacity=0.16),
        Group((plain.node,), clip=left),
        *gag.lines(smear, "smear", share=1.6, colour="#e4e4ea"),
        *gag.shapes(crumbs, "#c9c9d2", "crumb", width=0.45 * pen.width),
        *gag.lines(curls, "curl", share=0.5, colour="#7d7d88"),
        *pen.shape(block, "#fafafa", part="block"),
        *pen.shape(band, "#7cc4b0", part="band"),
    )
    found = gag.figure(stood, face_parts(gag.choices, stood), nodes, plain.silhouette, block)
    return replace(found, body=plain.body, hair=plain.hair)


def _lounge(gag: Gag, seed: int) -> Figure:
    """On its side on the floor, head in one hand, the other scratching its behind."""
    pen, choices, scratch = gag.pen, gag.choices, 5 * gag.swing(3)
    y = GROUND
    drawn = doodled(gag, gag.head((112, y - 128), (92, 80), tilt=-14, face=(0.02, 0.02)), seed)
    skin = choices.colour("skin")
    body = smooth(
        [
            (150, y - 74),
            (208, y - 86),
            (262, y - 78),
            (284, y - 44),
            (272, y - 8),
            (206, y - 4),
            (142, y - 8),
            (128, y - 44),
        ]
    )
    near = smooth([(262, y - 24), (300, y - 12), (346, y - 10)], closed=False)
    far = smooth([(262, y - 60), (298, y - 92 - scratch), (322, y - 44), (330, y - 22)], closed=False)
    elbow = smooth([(132, y - 30), (98, y - 8), (64, y - 8), (60, y - 64)], closed=False)
    reach = smooth([(176, y - 74), (212, y - 104), (262 + scratch, y - 84)], closed=False)
    nodes = (
        *noodle(gag, far, skin, "far"),
        *noodle(gag, near, skin, "near"),
        *gag.shapes([oval((348, y - 14), (8, 14)), oval((332, y - 16), (13, 8))], choices.colour("shoes"), "foot"),
        *pen.shape(body, choices.colour("clothes-colour"), part="body"),
        *noodle(gag, elbow, skin, "elbow"),
        *drawn.nodes,
        *paw(gag, (58, y - 76), "prop", hand=Hand.FIST, side=-1),
        *noodle(gag, reach, skin, "reach"),
        *paw(gag, (266 + scratch, y - 82), "scratch", turn=110),
        *gag.lines(
            [arc((286, y - 104), (296, y - 98), (298, y - 88)), arc((296, y - 112), (308, y - 104), (310, y - 92))],
            "itch",
            share=0.5,
        ),
    )
    return drawn.figure(nodes, body, body=Frame((206, y - 40), (112, 40)))


DRAWN: Mapping[str, Drawn] = {
    **ON_PAPER,
    "self-drawing": _self_drawing,
    "eraser": _eraser,
    "lounge": _lounge,
    **OF_THE_BODY,
}
GAGS: dict[str, tuple[str, str]] = {
    "tear-puddle": ("눈물 웅덩이에 눕기", "Lies in its own tears"),
    "soul": ("영혼 가출", "Its soul leaves"),
    "rainbow": ("무지개 토", "Throws up a rainbow"),
    "stick-run": ("막대 인간 도주", "Runs off as a stick man"),
    "balloon": ("머리 풍선", "Its head flies off like a balloon"),
    "self-drawing": ("셀프 그리기", "Draws itself"),
    "eraser": ("지우개로 지워지기", "Gets erased"),
    "lounge": ("드러누워 긁적", "Lies about and scratches"),
    "noodle-dance": ("흐물흐물 댄스", "Boneless dance"),
    "lid": ("뚜껑 열림", "Blows its lid"),
    "jaw-drop": ("턱 빠짐", "Its jaw hits the floor"),
}
