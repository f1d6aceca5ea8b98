"""The block person's gags of machines: it loads, it whirs, it prints what it feels, it bows at a right angle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import arc, common, lines, outside, oval, placed, rounded
from pyojeong.performing.character.acting import Arm, Legs, Pose
from pyojeong.performing.character.acts.stances import both
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.blocks_gags import DRAWN as OF_PARTS
from pyojeong.performing.character.designs.blocks_gags import Drawn, ball, headed, limb, shoe
from pyojeong.performing.character.designs.blocks_parts import crowned, dress, face_parts
from pyojeong.performing.character.designs.blocks_shapes import bar, gear
from pyojeong.performing.character.face.symbols import drop, heart
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.pens import Nodes
from pyojeong.performing.character.signs import mean

_MIDDLE = 180.0
_PIXEL = 15.0


def _loading(gag: Gag) -> Figure:
    """Only the head has arrived; the rest is pixels, and a bar over the head counts."""
    pen, y = gag.pen, GROUND
    head = headed(gag, (_MIDDLE, 158))
    done = 3 + int(6 * gag.acting.phase)
    frame = rounded(66, 22, 228, 34, 10)
    cells = [rounded(74 + 24 * n, 29, 19, 20, 4) for n in range(9)]
    colours = (gag.choices.colour("clothes-colour"), gag.choices.colour("limbs-colour"), gag.choices.colour("shoes"))
    pixels: list[Node] = []
    for row in range(6):
        for column in range(-4, 5):
            if (3 * row * row + 7 * column * column + 5 * row * column + row) % 7 < row - 1:
                continue
            spread = 4 if row < 4 else 3
            if abs(column) > spread - (row == 0):
                continue
            colour = colours[0] if row < 4 and abs(column) < 4 else colours[1] if row < 5 else colours[2]
            place = _MIDDLE + (column - 0.5) * _PIXEL, 242 + row * _PIXEL
            pixels += pen.fill(rounded(*place, _PIXEL - 2, _PIXEL - 2, 1), colour, part=f"pixel{row}{column}")
    lit = [node for n, cell in enumerate(cells[:done]) for node in pen.fill(cell, colours[2], part=f"cell{n}")]
    unlit = [node for n, cell in enumerate(cells[done:]) for node in pen.fill(cell, "#d9dbe3", part=f"unlit{n}")]
    nodes = (
        *pixels,
        *head.nodes,
        *pen.fill(frame, pen.ink, part="bar"),
        *pen.fill(rounded(70, 26, 220, 26, 8), "#ffffff"),
        *lit,
        *unlit,
    )
    body = rounded(_MIDDLE - 60, 242, 120, 88, 4)
    return head.figure(nodes, frame, body, body=Frame((_MIDDLE, y - 50), (62, 44)))


def _gears(gag: Gag) -> Figure:
    """The lid is up and its thoughts can be seen turning."""
    pen, turn = gag.pen, 72.0 * gag.acting.phase
    acting = replace(gag.acting, gag="", pose=both(Arm((1.4, 0.2), bend=1.0)))
    stood = posture(gag.build, acting)
    parts = dress(pen, gag.choices, stood, acting, gag.looks)
    plain = assembled(pen, stood, parts)
    cut = stood.upright_head.at(0.0, -0.56)[1]
    back, over = crowned(pen, gag.choices, stood, acting, parts.head)
    above = lines([(-60, cut), (420, cut), (420, -120), (-60, -120)], closed=True)
    lid = common(parts.head, above)
    box = lid.getBounds()
    hinge = (box.right(), cut)
    raised = Matrix.turned(62, hinge)
    hair = (Group((*back.nodes, *over.nodes), clip=above),)
    skin, ink = gag.choices.colour("skin"), pen.ink
    cogs = [
        (gear((_MIDDLE + u, cut + v), r, teeth, start + pace * turn), gag.choices.colour(name))
        for u, v, r, teeth, start, pace, name in _COGS
    ]
    loose = gear((52, 118 + 5 * gag.swing()), 20, 8, 1.25 * turn)
    spring = [(292 + 9 * (n % 2), 96 - 9 * n + 4 * gag.swing()) for n in range(6)]
    nodes = (
        Group((*pen.shape(lid, skin, part="lid"), *hair), matrix=raised),
        *pen.fill(oval((box.centerX(), cut), (0.48 * box.width(), 11)), mixed(ink, skin, 0.2), part="hole"),
        *(node for n, (cog, colour) in enumerate(cogs) for node in pen.shape(cog, colour, part=f"cog{n}")),
        Group((plain.node,), clip=outside(above)),
        *pen.shape(loose, gag.choices.colour("limbs-colour"), part="loose"),
        *gag.lines([lines(spring)], "spring", share=0.7, colour=mixed(ink, "#ffffff", 0.3)),
    )
    areas = (plain.silhouette, placed(lid, raised), *(cog for cog, _ in cogs))
    found = gag.figure(stood, face_parts(gag.choices, stood), nodes, *areas)
    return replace(found, body=plain.body, hands=plain.hands, hair=plain.hair)


_COGS = (
    (-44, -22, 40.0, 10, 0.0, 1.0, "limbs-colour"),
    (20, -30, 30.0, 8, 20.0, -1.25, "shoes"),
    (-8, -76, 24.0, 8, 8.0, -1.25, "clothes-colour"),
)
"""Where each cogwheel is over the open head, its radius, teeth, first turn, pace and colour; every pace turns a
wheel by whole teeth in a cycle, so that films close."""


def _receipt(gag: Gag) -> Figure:
    """Asked how it feels, it prints the statement, itemised."""
    pen, out = gag.pen, 5 * gag.swing(2)
    acting = replace(gag.acting, gag="", pose=Pose(head_shift=(0.0, -0.05)))
    stood = posture(gag.build, acting)
    plain = assembled(pen, stood, dress(pen, gag.choices, stood, acting, gag.looks))
    x, y = plain.mouth
    top, low = y + 16, GROUND - 4 + 0.2 * out
    slot = bar((x - 42, top), (x + 42, top), 13)
    teeth = [(x + 36 - 12 * n, low - (8 if n % 2 else 0)) for n in range(7)]
    sheet = lines([(x - 36, top), (x + 36, top), *teeth], closed=True)
    rows: list[Node] = []
    grey = "#9aa0b5"
    for n, (long, sum_) in enumerate(((24, 12), (34, 9), (20, 12), (30, 15))):
        v = top + 26 + 15 * n + out
        rows += gag.lines(
            [lines([(x - 26, v), (x - 26 + long, v)]), lines([(x + 27 - sum_, v), (x + 27, v)])],
            f"row{n}",
            share=0.5,
            colour=grey,
        )
    v = top + 92 + out
    rows += gag.lines([lines([(x - 28, v), (x + 28, v)])], "rule", share=0.35)
    rows += _stamp(gag, (x, v + 28))
    nodes = (
        plain.node,
        *pen.fill(sheet, "#ffffff", part="sheet"),
        *gag.lines([sheet], "edge", share=0.3, colour="#c3c8d8"),
        Group(tuple(rows), clip=sheet),
        *pen.fill(slot, pen.ink, part="slot"),
    )
    found = gag.figure(stood, face_parts(gag.choices, stood), nodes, plain.silhouette, sheet)
    return replace(found, body=plain.body, hands=plain.hands, hair=plain.hair)


def _stamp(gag: Gag, place: Point) -> Nodes:
    """The total: a heart, a drop, a cross or a tick, by what is felt."""
    face, pen = gag.acting.expression, gag.pen
    if mean(face, "mouthSmile") > 0.3:
        return pen.fill(heart(place, 17), "#e4472e", part="stamp")
    (x, y), wide = place, gag.pen.width
    red = [lines([(x - 13, y - 13), (x + 13, y + 13)]), lines([(x + 13, y - 13), (x - 13, y + 13)])]
    tick = [lines([(x - 15, y), (x - 4, y + 11), (x + 16, y - 12)])]
    cross = mean(face, "browDown") > 0.3 or mean(face, "noseSneer") > 0.3
    if not cross and (mean(face, "mouthFrown") > 0.3 or face["browInnerUp"] > 0.4):
        return pen.fill(drop(place, 14), "#4aa8ec", part="stamp")
    return tuple(
        n
        for k, p in enumerate(red if cross else tick)
        for n in pen.line(p, width=wide, colour="#e4472e" if cross else "#2a9d6f", part=f"stamp{k}")
    )


def _right_angle(gag: Gag) -> Figure:
    """A bow of ninety degrees; the protractor agrees."""
    pen, y = gag.pen, GROUND
    coat = gag.choices.colour("clothes-colour")
    dip = 1.5 * gag.swing()
    head = headed(gag, (112, 178 + dip), size=0.86, tilt=-90)
    trunk = rounded(150, 138, 146, 80, 22)
    legs = [limb(gag, (268 + 18 * k, 214), (268 + 18 * k, y - 20), f"leg{k}") for k in (-1, 1)]
    feet = [shoe(gag, (262 + 22 * k, y - 9), f"shoe{k}") for k in (-1, 1)]
    sign = [lines([(228, y - 94), (228, y - 72), (250, y - 72)]), arc((204, y - 118), (196, y - 40), (236, y - 44))]
    arms = [*limb(gag, (226, 200), (214, 268), "arm"), *ball(gag, (212, 280), "hand")]
    grey = mixed(pen.ink, "#ffffff", 0.4)
    nodes = (
        *(node for leg in legs for node in leg),
        *(node for foot in feet for node in foot),
        *pen.shape(trunk, coat, part="trunk"),
        *arms,
        *gag.lines(sign[:1], "sign", share=0.55, colour=grey),
        *head.nodes,
    )
    return head.figure(nodes, trunk, body=Frame((262, 250), (46, 50)))


def _heart_out(gag: Gag) -> Figure:
    """It gives its heart away: there is a hole in its chest, and it holds what was in it."""
    pen, beat = gag.pen, 1 + 0.08 * gag.swing(2)
    acting = replace(
        gag.acting,
        gag="",
        pose=Pose(left=Arm((1.7, -0.35), bend=1.0), right=Arm((0.9, 0.3), bend=1.0), legs=Legs.KNEEL),
    )
    stood = posture(gag.build, acting)
    plain = assembled(pen, stood, dress(pen, gag.choices, stood, acting, gag.looks))
    hole = heart(stood.body.at(0.0, 0.18), 24)
    x, y = plain.hands[1]
    given = heart((x + 8, y - 46), 46 * beat)
    wire = arc(stood.body.at(0.24, 0.2), (x - 20, y + 40), (x + 8, y - 8))
    nodes = (
        plain.node,
        *pen.fill(hole, mixed(gag.choices.colour("clothes-colour"), pen.ink, 0.65), part="hole"),
        *gag.lines([wire], "wire", share=0.5, colour=pen.ink),
        *pen.shape(given, "#e4472e", part="given"),
        *pen.fill(oval((x - 8, y - 62), (8, 7)), "#ffffff", opacity=0.8, part="gleam"),
    )
    found = gag.figure(stood, face_parts(gag.choices, stood), nodes, plain.silhouette, given)
    return replace(found, body=plain.body, hands=plain.hands, hair=plain.hair)


DRAWN: Mapping[str, Drawn] = {
    **OF_PARTS,
    "loading": _loading,
    "gears": _gears,
    "receipt": _receipt,
    "right-angle": _right_angle,
    "heart-out": _heart_out,
}
"""How each gag is drawn."""
GAGS: dict[str, tuple[str, str]] = {
    "fall-apart": ("와르르 분해", "Falls apart"),
    "stack": ("차곡차곡 쌓기", "Stacks itself up"),
    "exploded": ("분해도", "An exploded view"),
    "puzzle": ("어긋난 퍼즐", "A puzzle put together wrong"),
    "cube": ("상자로 접히기", "Folds into a cube"),
    "loading": ("불러오는 중", "Loading"),
    "gears": ("톱니바퀴 튀어나옴", "Its gears come out"),
    "receipt": ("감정 명세서 출력", "Prints how it feels"),
    "right-angle": ("직각 인사", "Bows at a right angle"),
    "heart-out": ("심장 꺼내 주기", "Hands over its heart"),
}
