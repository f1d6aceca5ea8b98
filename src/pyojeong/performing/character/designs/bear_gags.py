"""The bear's own gags: what a large body is good for after work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import arc, circle, lines, mirrored_smooth, oval, rounded, smooth, stroked
from pyojeong.performing.character.acting import Arm, Legs, Pose
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.designs.animals import (
    Cast,
    drawn_lines,
    gag_shown,
    headed,
    several,
    swing,
    tilted,
    turned,
)
from pyojeong.performing.character.designs.bear_figure import standing
from pyojeong.performing.character.designs.bear_parts import body_coat, body_path, build, head_drawn, paw, shade, worn
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.pens import Nodes

GAGS: dict[str, tuple[str, str]] = {
    "bag": ("침낭 겨울잠", "Hibernates in a sleeping bag"),
    "rug": ("곰 깔개 되기", "Becomes a rug"),
    "honey": ("꿀단지에 머리 끼기", "Its head is stuck in a honey jar"),
    "hug": ("화면 가득 안아 주기", "Hugs you"),
    "drum": ("배 두드리기", "Drums on its belly"),
    "timber": ("나무처럼 쓰러지기", "Falls like a tree"),
    "commute": ("만원 지하철", "Rush hour"),
}
_MIDDLE = 180.0
_AMBER = "#f0a020"


def gag_figure(cast: Cast) -> Figure:
    """The figure of the cast's gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[cast.acting.gag](cast)


def _stood(cast: Cast, centre: Point, half: Point, *, tilt: float = 0.0, face: Point = (0.0, 0.0)) -> Posture:
    return headed(posture(build(cast.choices), cast.acting), centre, half, tilt=tilt, face=face)


def _bag(cast: Cast) -> Figure:
    """Zipped up until spring."""
    pen, cloth = cast.pen, cast.choices.colour("cloth")
    breath = 1 + 0.02 * swing(cast)
    half = [(0.0, -1.0), (0.56, -0.92), (0.94, -0.5), (1.0, 0.0), (0.84, 0.7), (0.56, 0.98), (0.0, 1.02)]
    outer = mirrored_smooth(half, (_MIDDLE, 180), (112 * breath, 152))
    opening = oval((_MIDDLE, 118), (84, 74))
    stood = _stood(cast, (_MIDDLE, 120), (78, 66), face=(0.0, 0.02))
    head = head_drawn(cast, stood)
    lining = mixed(cloth, "#ffffff", 0.6)
    quilts = [arc((66, y), (_MIDDLE, y + 26), (294, y)) for y in (212, 250, 286)]
    zip_ = [lines([(_MIDDLE, 196), (_MIDDLE, 322)])]
    teeth = [lines([(174, y), (186, y)]) for y in range(204, 322, 9)]
    pull = rounded(173, 206, 14, 22, 5)
    pillow = smooth([(52, 78), (_MIDDLE, 26), (308, 78), (318, 146), (_MIDDLE, 120), (42, 146)], ease=0.12)
    nodes: Nodes = (
        *pen.shape(pillow, "#f6efe2", part="pillow"),
        *pen.shape(outer, cloth, part="bag"),
        Group(drawn_lines(pen, quilts, "quilt", share=1.2, colour=mixed(cloth, "#1a1430", 0.3)), clip=outer),
        *drawn_lines(pen, zip_, "zip", share=1.4, colour=mixed(cloth, "#1a1430", 0.45)),
        *drawn_lines(pen, teeth, "tooth", share=0.6, colour="#e8e2d2"),
        *pen.shape(opening, lining, part="lining"),
        tilted(stood, head.nodes),
        *pen.shape(pull, "#f0c24a", part="pull"),
    )
    return gag_shown(cast, stood, head, nodes, (outer, pillow), body=Frame((_MIDDLE, 240), (104, 90)))


_HIDE: tuple[Point, ...] = (
    (_MIDDLE, 168),
    (236, 172),
    (288, 150),
    (334, 152),
    (346, 178),
    (318, 204),
    (300, 226),
    (316, 262),
    (346, 290),
    (338, 318),
    (296, 322),
    (252, 300),
    (_MIDDLE, 306),
    (108, 300),
    (64, 322),
    (22, 318),
    (14, 290),
    (44, 262),
    (60, 226),
    (42, 204),
    (14, 178),
    (26, 152),
    (72, 150),
    (124, 172),
)
"""Round a bear that lies flat, from the nape."""
_STITCHES = (
    (96, 186, 14, 2),
    (126, 190, 14, 0),
    (222, 190, 14, 0),
    (252, 187, 14, -3),
    (80, 284, 13, -5),
    (268, 279, 13, 5),
)
"""On its hide: where each begins, and where it goes."""


def _rug(cast: Cast) -> Figure:
    """Spread over the living-room floor; please step on the back."""
    pen, fur = cast.pen, cast.choices.colour("fur")
    flat = 2 * swing(cast)
    hide = smooth(_HIDE)
    felt = stroked(hide, 20)
    stood = _stood(cast, (_MIDDLE, 248 + flat), (92, 76), face=(0.0, 0.02))
    head = head_drawn(cast, stood)
    stitches = [lines([(x, y), (x + dx, y + dy)]) for x, y, dx, dy in _STITCHES]
    pads = [circle((x, y), 11) for x, y in ((44, 172), (316, 172), (48, 300), (312, 300))]
    nodes: Nodes = (
        *pen.shape(felt, cast.choices.colour("cloth"), part="felt"),
        *pen.shape(hide, fur, part="hide"),
        *(n for k, pad in enumerate(pads) for n in pen.fill(pad, cast.choices.colour("light"), part=f"pad-{k}")),
        *drawn_lines(pen, stitches, "stitch", share=0.7, colour=mixed(fur, "#ffffff", 0.5)),
        tilted(stood, head.nodes),
    )
    return gag_shown(
        cast, stood, head, nodes, (hide, felt), body=Frame((_MIDDLE, 240), (150, 70)), hands=((44, 172), (316, 172))
    )


_JAR = ((110, 52), (250, 52), (284, 92), (288, 150), (268, 192), (_MIDDLE, 202), (92, 192), (72, 150), (76, 92))
_LEVEL: tuple[Point, ...] = (
    (78, 98),
    (116, 88),
    (156, 102),
    (204, 90),
    (246, 102),
    (282, 96),
    (288, 150),
    (268, 192),
    (_MIDDLE, 202),
    (92, 192),
    (72, 150),
)
"""What is left in it, upside down."""


def _jar(cast: Cast, jar: skia.Path) -> Nodes:
    """Glass, what is left of the honey, and the jar's foot, which is up."""
    pen = cast.pen
    gleams = arc((94, 160), (84, 124), (98, 92)), arc((108, 176), (104, 172), (102, 168))
    base = rounded(106, 22, 148, 30, 10)
    return (
        Group(pen.fill(smooth(_LEVEL, ease=0.13), _AMBER, part="honey"), opacity=0.26),
        Group(pen.fill(jar, "#eaf6fb", part="glass"), opacity=0.14),
        *pen.line(jar, width=3.0, colour=mixed(_AMBER, "#6a3a10", 0.4), part="glass"),
        *drawn_lines(pen, gleams, "gleam", share=1.6, colour="#ffffff"),
        *pen.shape(base, "#d9b26a", part="base"),
    )


def _honey(cast: Cast) -> Figure:
    """One lick too deep; from inside it looks worse."""
    pen, choices = cast.pen, cast.choices
    wobble = 4 * swing(cast, 2)
    frame = Frame((_MIDDLE, 252), (104, 84))
    body = body_path(frame)
    feet = [oval((_MIDDLE + s * 62, GROUND - 15), (36, 18)) for s in (-1, 1)]
    stood = _stood(cast, (_MIDDLE, 122), (78, 64), tilt=0.8 * wobble, face=(0.0, 0.04))
    head = head_drawn(cast, stood)
    jar = smooth(_JAR)
    drips = [
        smooth([(x - 9, 190), (x + 9, 190), (x + 10, 190 + long), (x, 200 + long), (x - 10, 190 + long)])
        for x, long in ((128, 26), (168, 44 + wobble), (222, 20))
    ]
    arms = [
        stroked(arc((_MIDDLE + s * 76, 224), (_MIDDLE + s * 132, 214), (_MIDDLE + s * 112, 150)), 40) for s in (-1, 1)
    ]
    nodes: Nodes = (
        *several(pen, feet, shade(choices), "foot"),
        *pen.shape(body, choices.colour("fur"), part="torso"),
        *body_coat(cast, frame),
        *worn(cast, frame),
        *several(pen, arms, choices.colour("fur"), "arm"),
        tilted(stood, (*head.nodes, *_jar(cast, jar))),
        *several(pen, drips, _AMBER, "drip"),
        *paw(cast, (66, 148), 24, pads=False, part="paw-l"),
        *paw(cast, (294, 148), 24, pads=False, part="paw-r"),
    )
    areas = body, jar, *feet, *arms
    return gag_shown(cast, stood, head, nodes, areas, body=frame, hands=((66, 148), (294, 148)))


def _hug(cast: Cast) -> Figure:
    """There is room for everybody."""
    pen, choices = cast.pen, cast.choices
    press = 4 * swing(cast)
    frame = Frame((_MIDDLE, 276), (168, 130))
    chest = mirrored_smooth(
        [(0.0, -1.0), (0.5, -0.92), (0.86, -0.5), (1.0, 0.1), (0.98, 0.45), (0.0, 0.46)], frame.centre, frame.half_size
    )
    stood = _stood(cast, (_MIDDLE, 122), (112, 92))
    head = head_drawn(cast, stood)
    arms = [
        stroked(
            smooth(
                [(_MIDDLE + s * 112, 250), (_MIDDLE + s * (146 + press), 276), (_MIDDLE + s * (128 + press), 206)],
                closed=False,
            ),
            62,
        )
        for s in (-1, 1)
    ]
    nodes: Nodes = (
        *pen.shape(chest, choices.colour("fur"), part="torso"),
        Group(
            (*body_coat(cast, Frame((_MIDDLE, 268), (120, 96))), *worn(cast, Frame((_MIDDLE, 282), (120, 96)))),
            clip=chest,
        ),
        tilted(stood, head.nodes),
        *several(pen, arms, choices.colour("fur"), "arm"),
        *paw(cast, (54 - press, 198), 47, pads=True, part="paw-l"),
        *paw(cast, (306 + press, 198), 47, pads=True, part="paw-r"),
    )
    return gag_shown(cast, stood, head, nodes, (chest, *arms), body=frame, hands=((54, 198), (306, 198)))


def _booms() -> list[skia.Path]:
    """Two arcs on either side of a belly that was struck."""
    return [
        arc((_MIDDLE + s * (84 + 14 * n), 200), (_MIDDLE + s * (98 + 15 * n), 230), (_MIDDLE + s * (88 + 14 * n), 262))
        for n in (3, 4)
        for s in (-1, 1)
    ]


def _drum(cast: Cast) -> Figure:
    """Well eaten: the belly gives a low note."""
    pen, choices = cast.pen, cast.choices
    beat = swing(cast, 2)
    frame = Frame((_MIDDLE, 236), (126, 92))
    body = body_path(frame)
    stood = _stood(cast, (_MIDDLE, 110), (80, 66), tilt=-4 + 2 * beat, face=(0.0, -0.06))
    head = head_drawn(cast, stood)
    belly = circle((_MIDDLE, 244), 72 + 2 * beat)
    soles = [oval((_MIDDLE + s * 98, GROUND - 24), (34, 27)) for s in (-1, 1)]
    arms = [
        stroked(
            arc(
                (_MIDDLE + s * 84, 186),
                (_MIDDLE + s * 134, 196 - 12 * s * beat),
                (_MIDDLE + s * 60, 216 - 14 * s * beat),
            ),
            38,
        )
        for s in (-1, 1)
    ]
    pads = [oval((_MIDDLE + s * 98, GROUND - 20), (17, 13)) for s in (-1, 1)]
    nodes: Nodes = (
        *pen.shape(body, choices.colour("fur"), part="torso"),
        *worn(cast, Frame((_MIDDLE, 246), (126, 100))),
        *pen.shape(belly, choices.colour("light"), part="drum"),
        *pen.line(circle((_MIDDLE, 262), 3.4), width=2.4, colour=shade(choices, 0.4), part="navel"),
        *several(pen, soles, shade(choices), "sole"),
        *(n for k, pad in enumerate(pads) for n in pen.fill(pad, choices.colour("light"), part=f"pad-{k}")),
        *several(pen, arms, choices.colour("fur"), "arm"),
        *paw(cast, (118, 218 + 14 * beat), 25, pads=False, part="paw-l"),
        *paw(cast, (242, 218 - 14 * beat), 25, pads=False, part="paw-r"),
        tilted(stood, head.nodes),
        *drawn_lines(pen, _booms(), "boom", share=1.1, colour=choices.colour("cloth")),
    )
    return gag_shown(cast, stood, head, nodes, (body, *soles, *arms), body=frame, hands=((118, 218), (242, 218)))


def _timber(cast: Cast) -> Figure:
    """As stiff as a board, and as slow."""
    pen = cast.pen
    stiff = replace(
        cast.acting, gag="", pose=Pose(legs=Legs.STAND, left=_STIFF, right=_STIFF, ears=cast.acting.pose.ears)
    )
    fallen = turned(
        standing(replace(cast, acting=stiff)), 58 + 3 * swing(cast), (_MIDDLE, GROUND), moved=(-96.0, -34.0)
    )
    sweep = [
        smooth([(40 + 22 * n, 96 + 26 * n), (96 + 16 * n, 52 + 22 * n), (168 + 8 * n, 40 + 20 * n)], closed=False)
        for n in range(3)
    ]
    dust = [oval((x, GROUND - 6), (r, 0.62 * r)) for x, r in ((42, 20), (70, 14), (318, 18), (342, 12))]
    extra = (
        *several(pen, dust, "#e4d8c4", "dust"),
        *drawn_lines(pen, sweep, "sweep", share=1.1, colour=shade(cast.choices, 0.3)),
    )
    return replace(fallen, node=Group((Group((*extra, fallen.node), name="gag-timber"),)))


_STIFF = Arm((0.86, 0.66), bend=0.0)


def _commute(cast: Cast) -> Figure:
    """Pressed against the door of the seven-forty train."""
    pen, fur = cast.pen, cast.choices.colour("fur")
    rock = 3 * swing(cast, 2)
    wall, pane = rounded(14, 12, 332, 326, 26), rounded(56, 44, 248, 212, 30)
    stood = _stood(cast, (_MIDDLE + rock, 138), (110, 82), face=(0.0, 0.02))
    outline = mirrored_smooth(
        [(0.0, -1.0), (0.5, -0.94), (0.86, -0.62), (1.0, 0.0), (1.02, 0.5), (0.74, 0.92), (0.3, 1.0)],
        stood.head.centre,
        (110, 82),
    )
    head = head_drawn(cast, stood, outline=outline)
    mass = rounded(58 + rock, 176, 244, 100, 40)
    fog = [oval((_MIDDLE + rock, 214), (48, 15)), oval((104, 92), (18, 9))]
    gleam = [lines([(78, 150), (150, 60)]), lines([(94, 168), (186, 56)])]
    split, rail = [lines([(_MIDDLE, 262), (_MIDDLE, 334)])], rounded(40, 284, 112, 12, 6)
    other = rounded(208, 284, 112, 12, 6)
    steel = "#c9d3dc"
    inside = (
        *pen.fill(pane, "#56606e", part="dark"),
        *pen.shape(mass, fur, part="torso"),
        *worn(cast, Frame((_MIDDLE + rock, 262), (120, 84))),
        tilted(stood, head.nodes),
        *paw(cast, (88 + rock, 220), 27, pads=True, part="paw-l"),
        *paw(cast, (272 + rock, 220), 27, pads=True, part="paw-r"),
        *(Group(pen.fill(f, "#ffffff", part="fog"), opacity=0.34, blur=3.0) for f in fog),
        Group(drawn_lines(pen, gleam, "gleam", share=2.0, colour="#ffffff"), opacity=0.30),
    )
    nodes: Nodes = (
        *pen.shape(wall, steel, part="door"),
        Group(inside, clip=pane),
        *pen.line(pane, width=9, colour="#3a4450", part="seal"),
        *drawn_lines(pen, split, "split", share=1.0, colour="#8b98a6"),
        *several(pen, [rail, other], "#f2c53d", "rail"),
    )
    return gag_shown(
        cast, stood, head, nodes, (wall,), body=Frame((_MIDDLE, 230), (110, 60)), hands=((88, 220), (272, 220))
    )


_DRAWN: Mapping[str, Callable[[Cast], Figure]] = {
    "bag": _bag,
    "rug": _rug,
    "honey": _honey,
    "hug": _hug,
    "drum": _drum,
    "timber": _timber,
    "commute": _commute,
}
