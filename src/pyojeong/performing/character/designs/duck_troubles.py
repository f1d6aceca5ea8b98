"""What happens to the duck: water, a fright, frost and a fire."""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix
from pyojeong.media.drawing.paths import (
    arc,
    circle,
    lines,
    oval,
    placed,
    rounded,
    smooth,
    stroked,
    united,
)
from pyojeong.performing.character.acting import Arm, Hand, Layer, Legs, Part, Pose
from pyojeong.performing.character.designs.duck_parts import Scene, assembled_duck, tail_paths
from pyojeong.performing.character.designs.duck_staging import (
    MIDDLE,
    carried,
    drawn_lines,
    head_at,
    head_group,
    shapes,
    shifted,
    shown,
    stood_as,
    swing,
)
from pyojeong.performing.character.designs.duck_wings import feather
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.pens import Nodes

_WATER, _SKIN = "#6fb9ee", "#ffc9b8"


_HULL = ((-96, 30), (-84, -44), (-40, -96), (0, -108), (40, -96), (84, -44), (96, 30), (40, 54), (-40, 54))
_WEB = ((-8, 6), (-22, -20), (-8, -15), (0, -27), (8, -15), (22, -20), (8, 6))
_BLOCK = ((-122, 10), (0, 0), (124, 6), (128, 154), (126, 310), (0, 309), (-128, 310), (-130, 154))
_TRUNK = ((132, -16), (176, -58), (244, -62), (292, -24), (296, 20), (250, 54), (180, 50), (138, 22))
_BARE = {"plumage": "plain", "tuft": "none", "collar": "none", "body": _SKIN, "face": _SKIN, "band": _SKIN}


def dive(scene: Scene) -> Figure:
    """Tail and feet up, the face seen through the water, upside down."""
    kick, level = 12 * swing(scene, 2), 176.0
    centre = MIDDLE, level + 82
    stood = head_at(scene, centre, (86, 78), tilt=180.0)
    hull = smooth(shifted(_HULL, MIDDLE, level))
    tails = tail_paths(Frame((MIDDLE - 64, level - 124), (76, 76)), 0.9, 0.9)
    pen, feet = scene.pen, _kicking(scene, level, kick)
    top = [(10 + 42.5 * n, level + 7 * math.sin(1.7 * n + 2 * math.pi * scene.acting.phase)) for n in range(9)]
    water = smooth([*top, (350, GROUND), (10, GROUND)], ease=0.12)
    bubbles = [
        circle((MIDDLE + x, level + 20 + y - 8 * swing(scene)), r)
        for x, y, r in ((104, 40, 9), (122, 12, 6), (-112, 30, 7), (-100, 64, 4.5))
    ]
    nodes = (
        *feet,
        *shapes(scene, tails, scene.colour("cap"), "tail"),
        *pen.shape(hull, scene.colour("body"), part="hull"),
        head_group(scene, stood, tufted=True),
        *pen.fill(water, _WATER, opacity=0.46, part="water"),
        *drawn_lines(scene, [smooth(top, closed=False)], "level", colour=mixed(_WATER, pen.ink, 0.35)),
        *shapes(scene, bubbles, "#e6f5ff", "bubble", share=0.6),
    )
    return shown(scene, stood, nodes, hull, body=Frame((MIDDLE, level - 30), (90, 70)))


def _kicking(scene: Scene, level: float, kick: float) -> Nodes:
    """Feet in the air."""
    bill, pen = scene.colour("bill-colour"), scene.pen
    feet: Nodes = ()
    for side in (-1, 1):
        hip, ankle = (
            (MIDDLE + side * 34, level - 90),
            (MIDDLE + side * (58 + 0.4 * kick * side), level - 138 + side * kick),
        )
        feet += pen.shape(stroked(lines([hip, ankle]), 13), bill, part=f"leg{side}")
        web = smooth(shifted(_WEB, *ankle), ease=0.1)
        feet += pen.shape(web, bill, part=f"web{side}")
    return feet


def bald(scene: Scene) -> Figure:
    """Every feather in the air; goose bumps, knees together, wings for a fig leaf."""
    plain = {**_BARE, "wing": mixed(_SKIN, "#e89a86", 0.35)}
    bare = replace(scene, choices=replace(scene.choices, chosen={**scene.choices.chosen, **plain}))
    low = Arm((0.22, 0.62), Part.BODY, 0.9, Hand.RELAXED, 0.0, Layer.FRONT)
    figure = assembled_duck(bare, stood_as(scene, Pose(left=low, right=low, legs=Legs.KNOCK)))
    body = figure.body
    bumps = [
        arc(body.at(x, y), body.at(x + 0.06, y - 0.06), body.at(x + 0.12, y))
        for x, y in ((-0.56, 0.3), (-0.3, 0.78), (0.38, 0.8), (0.6, 0.2), (0.02, -0.1), (-0.2, 0.12))
    ]
    hairs = [
        arc(figure.head.at(x, -0.96), figure.head.at(x + 0.05, -1.2), figure.head.at(x + 0.18, -1.26))
        for x in (-0.1, 0.04)
    ]
    flown = _flown(scene)
    nodes = (
        *flown,
        figure.node,
        *drawn_lines(bare, bumps, "bump", share=0.5, colour="#c9705e"),
        *drawn_lines(bare, hairs, "hair", share=0.7),
    )
    return replace(figure, node=Group((Group(nodes, name="gag-bald"),)))


def _flown(scene: Scene) -> Nodes:
    """Feathers all around."""
    flown: Nodes = ()
    for n in range(11):
        turn = 360 * n / 11 + 11
        far = 1.0 + 0.14 * (n % 3) + 0.06 * swing(scene, 1)
        at = (
            MIDDLE + 130 * far * math.cos(math.radians(turn)),
            172 + 128 * far * math.sin(math.radians(turn)) + 4 * swing(scene, 2),
        )
        tone = scene.colour(("cap", "wing", "body")[n % 3])
        plume = placed(feather(0, 1.7, breadth=0.40), Matrix.turned(turn * 2.3, at) @ Matrix(22, 0, 0, 22, *at))
        flown += scene.pen.shape(plume, tone, width=0.8 * scene.pen.width, part=f"plume{n}")
    return flown


def ice(scene: Scene) -> Figure:
    """Caught in a block in the middle of a word."""
    figure = assembled_duck(scene, stood_as(scene))
    fit = Matrix.scaled(0.90, 0.90, (MIDDLE, GROUND - 12))
    left, top, right, low = 52.0, 26.0, 308.0, GROUND
    block = smooth(shifted(_BLOCK, MIDDLE, top), ease=0.04)
    shine = [
        lines([(left + 22, top + 70), (left + 58, top + 34)]),
        lines([(left + 22, top + 96), (left + 40, top + 78)]),
        lines([(right - 50, low - 30), (right - 22, low - 58)]),
    ]
    cracks = [lines([(right - 62, top + 8), (right - 50, top + 30), (right - 66, top + 44), (right - 54, top + 62)])]
    puddle = oval((MIDDLE, GROUND), (150 + 6 * swing(scene), 9))
    icicles = [
        lines(shifted(((16, 6), (24, 24 + 8 * (n % 2)), (34, 6)), left + 40 * n, top), closed=True) for n in range(6)
    ]
    pen = scene.pen
    nodes = (
        *pen.fill(puddle, "#bfe3f7", part="puddle"),
        *pen.fill(block, "#d8f1ff", part="ice-behind"),
        Group((figure.node,), matrix=fit),
        *pen.fill(block, "#9fd8fb", opacity=0.24, part="ice"),
        *shapes(scene, icicles, "#eefaff", "icicle", share=0.5),
        *drawn_lines(scene, shine, "shine", share=1.6, colour="#ffffff"),
        *drawn_lines(scene, cracks, "crack", share=0.6, colour="#5b9cc9"),
        *pen.line(block, colour="#4b86b8", part="ice"),
    )
    return carried(figure, fit, nodes, "ice", block)


def roast(scene: Scene) -> Figure:
    """Turning over a fire, golden brown and offended."""
    pen, y = scene.pen, 176.0
    brown = "#c9772f"
    cooked = {"plumage": "plain", "tuft": "none", "face": mixed(brown, "#ffd79a", 0.35), "body": brown}
    done = replace(scene, choices=replace(scene.choices, chosen={**scene.choices.chosen, **cooked}))
    stood = head_at(done, (112, y - 10), (74, 66), tilt=-8 + 6 * swing(scene))
    rod = rounded(14, y + 6, 332, 12, 5)
    posts = [lines([(x - 16, 150), (x, y + 18), (x, GROUND - 2)]) for x in (34, 328)] + [
        lines([(x + 16, 150), (x, y + 18)]) for x in (34, 328)
    ]
    trunk = smooth(shifted(_TRUNK, 0.0, y))
    legs_ = [stroked(lines([(272, y - 20 + 44 * n), (312, y - 34 + 66 * n)]), 20) for n in (0, 1)]
    caps = [stroked(lines([(308, y - 33 + 64 * n), (324, y - 40 + 76 * n)]), 13) for n in (0, 1)]
    gleam = [arc((192, y - 40), (226, y - 54), (262, y - 38))]
    nodes = (
        *drawn_lines(scene, posts, "post", share=2.0, colour="#7a4e2d"),
        *pen.shape(rod, "#a8adb8", part="rod"),
        *_campfire(scene),
        *shapes(scene, legs_, brown, "leg"),
        *shapes(scene, caps, "#fff8ea", "frill"),
        *pen.shape(trunk, brown, part="trunk"),
        *drawn_lines(scene, gleam, "gleam", share=1.6, colour="#ffdca0"),
        head_group(done, stood, tufted=False),
    )
    return shown(done, stood, nodes, trunk, united(*covered(posts)), body=Frame((216, y), (80, 56)))


def _campfire(scene: Scene) -> Nodes:
    """Flames that lick, on two logs."""
    pen, lick = scene.pen, 8 * swing(scene, 3)
    left = ((116, -4), (104, -34), (136, -54 - lick), (146, -34), (180, -78 + lick))
    right = ((208, -36), (228, -58 - lick), (252, -30), (240, -4))
    fire = smooth(shifted((*left, *right), 0.0, GROUND), ease=0.12)
    core = smooth(shifted(((140, -4), (146, -28), (180, -48 + lick), (212, -28), (220, -4)), 0.0, GROUND), ease=0.12)
    logs = [stroked(lines([(110, GROUND - 8 + 2 * n), (250, GROUND - 2 - 8 * n)]), 12) for n in (0, 1)]
    return (
        *pen.shape(fire, "#ff8a2a", part="fire"),
        *pen.fill(core, "#ffd84a", part="core"),
        *shapes(scene, logs, "#8a5a34", "log"),
    )


def covered(posts: list[skia.Path]) -> list[skia.Path]:
    """What posts cover."""
    return [stroked(post, 9.0) for post in posts]
