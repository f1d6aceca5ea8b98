"""The doodle's gags of the body: it dances without bones, blows its lid, drops its jaw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Linear, Matrix, Node, Point, Stop
from pyojeong.media.drawing.paths import (
    arc,
    circle,
    common,
    lines,
    outside,
    oval,
    placed,
    rounded,
    smooth,
    without,
)
from pyojeong.performing.character.acting import Arm, Hand, Legs
from pyojeong.performing.character.acts.stances import both
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.doodle_gags import Drawn, doodled, noodle, paw
from pyojeong.performing.character.designs.doodle_parts import dress, face_parts, features
from pyojeong.performing.character.face import FacePlaces
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.pens import Nodes

_MIDDLE = 180.0
_SKETCH = "#8fb4dd"


def _noodle_dance(gag: Gag, seed: int) -> Figure:
    """No bones were ever drawn in it."""
    pen, choices, s = gag.pen, gag.choices, gag.swing(2, 0.25)
    shirt = choices.colour("clothes-colour")
    drawn = doodled(gag, gag.head((_MIDDLE + 20 * s, 128), (98, 84), tilt=15 * s), seed)
    neck = _MIDDLE + 14 * s, 200.0
    hip = _MIDDLE + 18 * s, 282.0
    nodes = [node for k in (-1, 1) for node in _boneless(gag, neck[0], hip, s, k)]
    wide = 34 * choices.number("belly")
    sway = ((14, 196, 0.6), (-8, 226, 0.85), (-14, 246, 1.0), (18, 284, 1.1))
    edges = [[(_MIDDLE + x * s + k * share * wide, y) for x, y, share in sway] for k in (1, -1)]
    tee = smooth([*edges[0], *edges[1][::-1]])
    waves = [
        arc((30, 250), (44, 270), (30, 290)),
        arc((330, 250), (316, 270), (330, 290)),
        arc((16, 256), (28, 270), (16, 284)),
        arc((344, 256), (332, 270), (344, 284)),
    ]
    nodes += [*pen.shape(tee, shirt, part="tee"), *drawn.nodes, *gag.lines(waves, "wave", share=0.6)]
    return drawn.figure(tuple(nodes), tee, body=Frame((_MIDDLE, 250), (50, 40)))


def _boneless(gag: Gag, neck: float, hip: Point, s: float, k: int) -> Nodes:
    """An arm and a leg on side ``k``, swung by ``s``."""
    skin, x = gag.choices.colour("skin"), hip[0]
    arm = [(24, 214.0), (64, 232 - 26 * s * k), (84, 196.0), (118, 184 - 22 * s * k), (122, 140 - 18 * s * k)]
    leg = [(x + k * 16, 286.0), (x + k * 44, 300.0), (x + k * 20, 316.0), (x + k * 46 - 10 * s, 328.0)]
    foot = oval((x + k * 54 - 10 * s, 328), (16, 8))
    return (
        *noodle(gag, smooth(leg, closed=False), skin, f"leg{k}"),
        *gag.pen.shape(foot, gag.choices.colour("shoes"), part=f"foot{k}"),
        *noodle(gag, smooth([(neck + k * u, v) for u, v in arm], closed=False), skin, f"arm{k}"),
        *paw(gag, (neck + k * 122, 134 - 18 * s * k), f"hand{k}", hand=Hand.OPEN, side=k),
    )


def _lid(gag: Gag, seed: int) -> Figure:
    """Its lid flies off (뚜껑 열린다): what boils inside is seen."""
    pen, jump = gag.pen, 7 * abs(gag.swing(2))
    heated = mixed(gag.choices.colour("skin"), "#ff5a48", 0.55)
    choices = replace(gag.choices, chosen={**gag.choices.chosen, "skin": heated})
    fist = Arm((1.7, 0.1), hand=Hand.FIST, bend=1.0)
    acting = replace(gag.acting, gag="", pose=both(fist, legs=Legs.WIDE, ears=1.0))
    stood = posture(gag.build, acting)
    parts = dress(pen, choices, stood, acting, gag.looks, seed=seed)
    plain = assembled(pen, stood, parts)
    cut = stood.upright_head.at(0.0, -0.50)[1]
    above = lines([(-20, cut), (380, cut), (380, -80), (-20, -80)], closed=True)
    cap = common(parts.head, above)
    box = cap.getBounds()
    mouth = oval((box.centerX(), cut), (0.5 * box.width(), 13))
    boil = Linear((0, cut - 70), (0, cut + 10), (Stop(0.0, "#ffe14d"), Stop(0.55, "#ff8a3d"), Stop(1.0, "#d92f2f")))
    fire = _flames(box.centerX(), cut, 0.42 * box.width(), 62 + jump, gag.swing(3))
    raised = Matrix.moved(14, -46 - jump) @ Matrix.turned(15, (box.centerX(), cut))
    places = ((-1, 52, 96 - jump), (1, 306, 118 - jump), (-1, 26, 132), (1, 336, 150))
    puffs = [smooth([(x + s * u, y + v) for u, v in _PUFF]) for s, x, y in places]
    knob = circle((box.centerX(), box.top() - 6), 9)
    lid = (
        *pen.shape(cap, choices.colour("skin"), part="lid"),
        Group(parts.head_nodes, clip=cap),
        *pen.shape(knob, choices.colour("clothes-colour"), part="knob"),
    )
    nodes = (
        Group((plain.node,), clip=outside(above)),
        *pen.shape(mouth, "#8c1f2b", part="rim"),
        *pen.shape(fire, boil, width=0.8 * pen.width, part="fire"),
        Group(pen.edge(mouth, part="rim"), clip=lines([(-20, cut), (380, cut), (380, 400), (-20, 400)], closed=True)),
        *gag.shapes(puffs, "#ffffff", "steam", width=0.75 * pen.width),
        Group(lid, matrix=raised),
    )
    found = gag.figure(
        stood, face_parts(choices, stood), nodes, without(plain.silhouette, above), fire, placed(cap, raised)
    )
    return replace(found, body=plain.body, hands=plain.hands)


_PUFF = ((20, 0), (6, -20), (-16, -14), (-20, 8), (4, 14))


def _flames(x: float, y: float, half: float, tall: float, sway: float) -> skia.Path:
    """Three tongues out of an opening."""
    ways = (
        (-1.0, 0.0),
        (-0.95, 0.5),
        (-0.62, 0.28),
        (-0.30, 0.86),
        (-0.06, 0.42),
        (0.18, 1.0),
        (0.42, 0.40),
        (0.78, 0.66),
        (1.0, 0.0),
    )
    points = [(x + u * half + (5 * sway if v > 0.45 else 0), y - v * tall) for u, v in ways]
    return smooth([*points, (x + 0.5 * half, y + 8), (x - 0.5 * half, y + 8)], ease=0.10)


def _jaw_drop(gag: Gag, seed: int) -> Figure:
    """The jaw is on the floor, the eyes are out on springs."""
    pen, choices, bounce = gag.pen, gag.choices, gag.swing(2)
    skin = choices.colour("skin")
    stood = gag.head((_MIDDLE, 142), (100, 84), face=(0.0, -0.08))
    drawn = doodled(gag, stood, seed)
    upper = common(drawn.dressed.head, lines([(-20, 166), (380, 166), (380, -80), (-20, -80)], closed=True))
    y, jaw = GROUND, smooth([(_MIDDLE + u, GROUND + v) for u, v in _JAW], ease=0.12)
    throat = lines([(112, 160), (248, 160), (240, y - 40), (120, y - 40)], closed=True)
    tongue = smooth([(154, 226), (206, 226), *((_MIDDLE + u, y + v) for u, v in _TONGUE)], ease=0.14)
    teeth = [rounded(x, 164, 22, 17, 5) for x in (136, 159, 182, 205)]
    out = 20 + 4 * bounce
    (lx, ly), (rx, ry) = drawn.where.eyes
    popped = (lx - 16, ly - out), (rx + 16, ry - out)
    balls = [circle(place, 27.0) for place in popped]
    springs = [_spring(a, b) for a, b in zip(drawn.where.eyes, popped, strict=True)]
    where = replace(drawn.where, eyes=popped, eye_radius=1.25 * drawn.where.eye_radius, brows_above=36.0)
    hands = [(62.0, 250.0 + 4 * bounce), (298.0, 250.0 - 4 * bounce)]
    arms = [smooth([(150 + 30 * s, y - 20), (_MIDDLE + s * 104, y - 24), hands[s > 0]], closed=False) for s in (-1, 1)]
    nodes: list[Node] = []
    for s, arm in zip((-1, 1), arms, strict=True):
        nodes += [*noodle(gag, arm, skin, f"arm{s}"), *paw(gag, hands[s > 0], f"hand{s}", hand=Hand.OPEN, side=s)]
    nodes += [*pen.shape(throat, "#8c2f3b", part="throat"), *pen.shape(tongue, "#ff8d92", part="tongue")]
    nodes += gag.lines([lines([(_MIDDLE, 250), (_MIDDLE, y - 20)])], "furrow", share=0.5, colour="#d4606a")
    nodes += [*drawn.dressed.behind_head, *_bald_head(gag, drawn.dressed.head_nodes, upper)]
    nodes += [*gag.shapes(teeth, "#ffffff", "tooth", width=0.7 * pen.width), *pen.edge(upper, part="upper")]
    nodes += [
        *pen.shape(jaw, skin, part="jaw"),
        *gag.lines([arc((150, y - 22), (_MIDDLE, y - 14), (210, y - 22))], "chin", share=0.6),
    ]
    nodes += [*gag.lines(springs, "spring", share=0.6), *gag.shapes(balls, "#ffffff", "ball"), *_eyes_only(gag, where)]
    on_floor = Frame((_MIDDLE, y - 40), (84, 40))
    return gag.figure(stood, where, tuple(nodes), drawn.area, throat, jaw, *balls, body=on_floor)


_JAW = ((-88, -44), (-76, -54), (0, -48), (76, -54), (88, -44), (82, -8), (0, 2), (-82, -8))
_TONGUE = ((32, -30), (46, 2), (0, 8), (-46, 2), (-32, -30))


def _bald_head(gag: Gag, head_nodes: Nodes, upper: skia.Path) -> Nodes:
    """The upper head with its hair and without its face."""
    fill = gag.pen.fill(upper, gag.choices.colour("skin"), part="upper")
    shown = tuple(n for n in head_nodes if not (isinstance(n, Group) and n.name))
    keep = lines([(-20, 160), (380, 160), (380, -120), (-20, -120)], closed=True)
    return (*fill, Group(shown, clip=keep))


def _eyes_only(gag: Gag, where: FacePlaces) -> Nodes:
    """Eyes and brows."""
    nodes = features(gag.pen, gag.choices, where, gag.acting, gag.looks)
    return tuple(n for n in nodes if isinstance(n, Group) and n.name.endswith(("eye", "brow")))


def _spring(start: Point, end: Point) -> skia.Path:
    """A zigzag between two places."""
    (a, b), (u, v) = start, end
    points = [(a + (u - a) * n / 5 + (9 if n % 2 else -9), b + (v - b) * n / 5) for n in range(6)]
    return lines(points)


DRAWN: Mapping[str, Drawn] = {"noodle-dance": _noodle_dance, "lid": _lid, "jaw-drop": _jaw_drop}
"""How each of them is drawn."""
