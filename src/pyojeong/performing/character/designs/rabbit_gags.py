"""The rabbit's own gags: what two long ears are good for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Linear, Node, Point, Shape, Stop
from pyojeong.media.drawing.paths import arc, circle, curve, lines, mirrored_smooth, oval, polar, smooth, united
from pyojeong.performing.character.acting import Hand
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.designs.animals import Cast, drawn_lines, gag_shown, headed, several, swing, tilted
from pyojeong.performing.character.designs.cat_parts import recoloured
from pyojeong.performing.character.designs.rabbit_parts import (
    Ear,
    body_coat,
    body_path,
    build,
    ear_area,
    head_drawn,
    tail_nodes,
)
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.pens import Nodes

GAGS: dict[str, tuple[str, str]] = {
    "wring": ("귀 짜서 눈물 빼기", "Wrings its tears out of its ears"),
    "blanket": ("귀 이불 덮기", "Sleeps under its ears"),
    "copter": ("귀콥터", "Flies by its ears"),
    "hide": ("귀 뒤에 숨기", "Hides behind its ears"),
    "rage": ("당근 분노", "Carrot rage"),
    "stack": ("팬케이크 되기", "Becomes a stack of pancakes"),
    "heart": ("귀 하트", "Makes a heart of its ears"),
}
_MIDDLE = 180.0
_WATER = "#8fd0f2"


def gag_figure(cast: Cast) -> Figure:
    """The figure of the cast's gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[cast.acting.gag](cast)


def _trunk(
    cast: Cast, at: Point, *, size: float = 1.0, feet: bool = True
) -> tuple[Nodes, tuple[skia.Path, ...], Frame]:
    """The small body with its feet, standing at ``at``; its areas and its frame."""
    x, y = at
    frame = Frame((x, y - 46 * size), (42 * size, 38 * size))
    body, fur = body_path(frame), cast.choices.colour("fur")
    soles = [oval((x + s * 22 * size, y - 10 * size), (21 * size, 11 * size)) for s in (-1, 1)] if feet else []
    tail, puff = tail_nodes(cast, frame)
    nodes = (
        *tail,
        *several(cast.pen, soles, fur, "foot"),
        *cast.pen.shape(body, fur, part="torso"),
        *body_coat(cast, frame, body),
    )
    return nodes, (body, puff, *soles), frame


def _stood(
    cast: Cast, centre: Point, *, half: Point = (90.0, 78.0), tilt: float = 0.0, face: Point = (0.0, 0.0)
) -> Posture:
    return headed(posture(build(cast.choices), cast.acting), centre, half, tilt=tilt, face=face)


def _rope(strain: float) -> skia.Path:
    """Both ears twisted into one, from fist to fist."""
    return smooth(
        [
            (62, 92 + strain),
            (110, 70),
            (150, 92),
            (_MIDDLE, 72),
            (210, 92),
            (250, 70),
            (298, 92 - strain),
            (296, 112 - strain),
            (250, 102),
            (210, 118),
            (_MIDDLE, 104),
            (150, 118),
            (110, 102),
            (64, 112 + strain),
        ]
    )


def _wring(cast: Cast) -> Figure:
    """Its ears are soaked: twisted over its head they give back what it cried."""
    pen, fur = cast.pen, cast.choices.colour("fur")
    trunk, areas, frame = _trunk(cast, (_MIDDLE, GROUND))
    strain = 3 * swing(cast, 2)
    stood = _stood(cast, (_MIDDLE, 216))
    roots = [
        Ear(s, curve((_MIDDLE + s * 34, 168), (_MIDDLE + s * 66, 120), (_MIDDLE + s * 74, 96), (_MIDDLE + s * 22, 92)))
        for s in (-1, 1)
    ]
    head = head_drawn(cast, stood, ears=tuple(roots))
    rope = _rope(strain)
    twists = [arc((94 + 27 * n, 76), (88 + 27 * n, 94), (106 + 27 * n, 110)) for n in range(7)]
    fists = [circle((x, y), 17) for x, y in ((62, 102 + strain), (298, 102 - strain))]
    falls: list[skia.Path] = []
    for n, (x, long) in enumerate(((128, 44), (156, 70), (204, 62), (232, 40))):
        low = 108 + long + 6 * swing(cast, 2, 0.25 * n)
        falls.append(smooth([(x - 5, 108), (x + 5, 108), (x + 7, low), (x, low + 10), (x - 7, low)]))
    pool = oval((_MIDDLE, GROUND + 1), (138, 11))
    nodes: Nodes = (
        *pen.shape(pool, _WATER, part="pool"),
        *trunk,
        tilted(stood, head.nodes),
        *several(pen, falls, _WATER, "fall"),
        *pen.shape(rope, fur, part="rope"),
        *drawn_lines(pen, twists, "twist", share=1.1, colour=cast.choices.colour("inside")),
        *several(pen, fists, fur, "fist"),
    )
    return gag_shown(cast, stood, head, nodes, (*areas, rope, *fists), body=frame, hands=((62, 102), (298, 102)))


def _blanket(cast: Cast) -> Figure:
    """Rolled into its own ears, warm to the chin."""
    pen, choices = cast.pen, cast.choices
    breath = 3 * swing(cast)
    stood = _stood(cast, (_MIDDLE, 150), half=(98, 82), face=(0.0, 0.04))
    bundle = mirrored_smooth(
        [(0.0, -1.0), (0.5, -0.95), (0.92, -0.5), (1.0, 0.2), (0.84, 0.86), (0.3, 1.0)],
        (_MIDDLE, 258),
        (112, 76 + breath),
    )
    over = [
        Ear(
            s,
            curve(
                (_MIDDLE + s * 40, 96),
                (_MIDDLE + s * 168, 40),
                (_MIDDLE + s * 196, 236),
                (_MIDDLE - s * 34, 288 + 10 * s),
            ),
        )
        for s in (-1, 1)
    ]
    head = head_drawn(cast, stood, ears=())
    broad = [ear_area(ear.line, 84) for ear in over]
    toes = [oval((_MIDDLE + s * 26, GROUND - 4), (19, 11)) for s in (-1, 1)]
    wraps: list[Node] = []
    for ear, area in zip(over, broad, strict=True):
        wraps += pen.shape(area, choices.colour("fur"), part=f"wrap{ear.side}")
        inner = ear_area(ear.line, 38, start=0.3, end=0.93)
        wraps += pen.fill(inner, choices.colour("inside"), opacity=0.85, part="inside")
    nodes: Nodes = (
        *several(pen, toes, choices.colour("fur"), "toe"),
        *pen.shape(bundle, mixed(choices.colour("fur"), "#ffffff", 0.4), part="bundle"),
        tilted(stood, head.nodes),
        *wraps,
    )
    return gag_shown(cast, stood, head, nodes, (bundle, *broad), body=Frame((_MIDDLE, 262), (110, 70)))


def _copter(cast: Cast) -> Figure:
    """Ears out, and up it goes."""
    pen, choices = cast.pen, cast.choices
    bob = 6 * swing(cast, 2)
    trunk, areas, frame = _trunk(cast, (_MIDDLE + 4, 300 + bob), size=0.95)
    stood = _stood(cast, (_MIDDLE, 186 + bob), half=(88, 75), tilt=4)
    turn = 4 * math.pi * cast.acting.phase
    reach = 92 + 56 * abs(math.cos(turn + 0.35))
    hub = (_MIDDLE - 6, 100 + bob)
    blades = [
        Ear(
            s,
            curve(
                (_MIDDLE + s * 14, 118 + bob),
                (hub[0] + s * 8, 84 + bob),
                (hub[0] + s * 0.6 * reach, 70 + bob - s * 6),
                (hub[0] + s * reach, 62 + bob + s * 10 * math.sin(turn)),
            ),
        )
        for s in (-1, 1)
    ]
    head = head_drawn(cast, stood, ears=tuple(blades))
    disc = oval((hub[0], 72 + bob), (164, 24))
    sweep = [
        arc((26, 88 + bob), (20, 70 + bob), (44, 56 + bob)),
        arc((330, 88 + bob), (336, 70 + bob), (312, 56 + bob)),
    ]
    downwash = [
        smooth([(x, 312), (x + d, 322), (x + 2 * d, 334)], closed=False)
        for x, d in ((120, -14), (146, -8), (216, 8), (242, 14))
    ]
    nodes: Nodes = (
        Group(pen.fill(disc, choices.colour("inside"), part="disc"), opacity=0.28),
        *trunk,
        tilted(stood, head.nodes),
        *drawn_lines(pen, [*sweep, *downwash], "air", colour=mixed(choices.colour("fur"), pen.ink, 0.4)),
    )
    return gag_shown(cast, stood, head, nodes, (*areas, disc), body=frame)


def _hide(cast: Cast) -> Figure:
    """Both ears pulled over its face; it looks out between them."""
    tremble = 2 * swing(cast, 4)
    trunk, areas, frame = _trunk(cast, (_MIDDLE, GROUND), size=1.05)
    stood = _stood(cast, (_MIDDLE + 0.5 * tremble, 196), half=(92, 80), face=(0.0, 0.0))
    curtains = tuple(
        Ear(
            s,
            curve(
                (_MIDDLE + s * 24, 128),
                (_MIDDLE + s * 92, 40),
                (_MIDDLE + s * 128, 150 + tremble),
                (_MIDDLE + s * 66, 292),
            ),
            in_front=True,
        )
        for s in (-1, 1)
    )
    wide = replace(
        cast, choices=replace(cast.choices, chosen={**cast.choices.chosen, "ear-width": 1.35, "distance": 0.8})
    )
    head = head_drawn(wide, stood, ears=curtains)
    nodes: Nodes = (*trunk, tilted(stood, head.nodes))
    return gag_shown(cast, stood, head, nodes, areas, body=frame, hands=((112, 288), (248, 288)))


def _rage(cast: Cast) -> Figure:
    """Nobody takes its carrot twice."""
    pen, choices = cast.pen, cast.choices
    quake = 2.5 * swing(cast, 5)
    angry = replace(
        cast, choices=recoloured(choices, fur=mixed(choices.colour("fur"), "#8a2846", 0.42), iris="#ff3b3b")
    )
    trunk, areas, frame = _trunk(angry, (_MIDDLE, GROUND), size=1.1)
    stood = _stood(cast, (_MIDDLE + quake, 200), half=(100, 84), face=(0.0, 0.02))
    horns = (
        Ear(-1, smooth([(150, 136), (112, 96), (92, 52), (118, 20)], closed=False)),
        Ear(1, curve((212, 138), (262, 74), (316, 90), (306, 150)), hand=Hand.FIST),
    )
    head = head_drawn(angry, stood, ears=horns)
    flame = [
        polar((_MIDDLE, 206), (158, 118, 148, 112)[n % 4] + 6 * swing(cast, 3, 0.17 * n), 360 * n / 24 - 90)
        for n in range(24)
    ]
    aura = lines([(x, min(y, GROUND)) for x, y in flame], closed=True)
    dark = Linear((0, 60), (0, 340), (Stop(0.0, "#7a2a8c", 0.95), Stop(1.0, "#2a1038", 0.9)))
    carrot = smooth([(286, 128), (322, 124), (330, 96), (318, 30), (306, 12), (296, 32), (284, 98)])
    notches = [arc((290, y), (298, y + 4), (306, y + 2)) for y in (52, 78, 104)]
    leaves = [smooth([(300 + d, 128), (292 + 2 * d, 160), (302 + 2 * d, 176), (308 + d, 150)]) for d in (-10, 2, 14)]
    glow = [Shape(circle(eye, 24), fill="#ff2b3f", opacity=0.25) for eye in head.where.eyes]
    nodes: Nodes = (
        *pen.fill(aura, dark, part="aura"),
        *trunk,
        tilted(stood, head.nodes),
        Group(tuple(glow), blur=5.0),
        *several(pen, leaves, "#5fae62", "leaf"),
        *pen.shape(carrot, "#ff8a3c", part="carrot"),
        *drawn_lines(pen, notches, "notch", share=0.7, colour="#c9602a"),
        *pen.shape(circle((306, 132), 18), angry.choices.colour("fur"), part="grip"),
    )
    return gag_shown(cast, stood, head, nodes, (*areas, aura, carrot), body=frame, hands=((110, 280), (306, 132)))


_SYRUP: tuple[Point, ...] = (
    (112, 156),
    (150, 136),
    (_MIDDLE + 10, 134),
    (232, 140),
    (262, 160),
    (254, 182),
    (240, 164),
    (222, 166),
    (214, 190),
    (204, 166),
    (164, 162),
    (150, 178),
    (140, 162),
    (124, 172),
)
"""Over the topmost, with its drips."""


def _stack(cast: Cast) -> Figure:
    """Three pancakes, and the top one looks at you."""
    pen, fur = cast.pen, cast.choices.colour("fur")
    wobble = 4 * swing(cast)
    stood = _stood(cast, (_MIDDLE + wobble, 190), half=(126, 56), face=(0.0, -0.10))
    top = mirrored_smooth(
        [(0.0, -1.0), (0.6, -0.88), (1.0, 0.0), (0.86, 0.66), (0.4, 0.94), (0.0, 1.0)], stood.head.centre, (126, 56)
    )
    droops = (
        Ear(-1, curve((112 + wobble, 160), (24, 130), (26, 230), (48, 284))),
        Ear(1, curve((248 + wobble, 160), (336, 130), (334, 230), (312, 284))),
    )
    head = head_drawn(cast, stood, ears=droops, outline=top)
    tones = ("#eab36a", "#f2c684")
    cakes = [oval((_MIDDLE + 0.5 * wobble * (n - 1), 296 - 34 * n), (118 - 4 * n, 28)) for n in range(2)]
    rims = [oval((_MIDDLE + 0.5 * wobble * (n - 1), 304 - 34 * n), (118 - 4 * n, 28)) for n in range(2)]
    plate, foot = oval((_MIDDLE, 320), (160, 17)), oval((_MIDDLE, 330), (70, 8))
    syrup = smooth(_SYRUP)
    butter = smooth([(156, 138), (_MIDDLE, 128), (206, 138), (204, 152), (_MIDDLE, 162), (158, 152)], ease=0.08)
    steam = [smooth([(x, 104), (x + 8, 90), (x - 6, 74), (x + 4, 58)], closed=False) for x in (130, _MIDDLE, 230)]
    layers: list[Node] = []
    for n, (rim, cake) in enumerate(zip(rims, cakes, strict=True)):
        layers += pen.shape(rim, "#c98243", part=f"rim-{n}")
        layers += pen.shape(cake, tones[n], part=f"cake-{n}")
    nodes: Nodes = (
        *pen.shape(foot, "#cfdcec", part="foot"),
        *pen.shape(plate, "#eef4fb", part="plate"),
        *layers,
        tilted(stood, head.nodes),
        Group((Group(pen.shape(syrup, "#b8651f", part="syrup"), opacity=0.92),), clip=top),
        *pen.shape(butter, "#ffe27a", part="butter"),
        *drawn_lines(pen, steam, "steam", share=0.8, colour=mixed(fur, pen.ink, 0.3)),
    )
    return gag_shown(cast, stood, head, nodes, (plate, top, *cakes), body=Frame((_MIDDLE, 280), (118, 44)))


def _heart(cast: Cast) -> Figure:
    """What its mouth dares not say."""
    beat = 1 + 0.05 * swing(cast)
    trunk, areas, frame = _trunk(cast, (_MIDDLE, GROUND))
    stood = _stood(cast, (_MIDDLE, 222), half=(88, 76))
    bows = tuple(
        Ear(
            s,
            smooth(
                [
                    (_MIDDLE + s * 26 * k, y)
                    for k, y in (
                        (1.0, 168),
                        (2.2 * beat, 116),
                        (2.9 * beat, 74),
                        (1.9 * beat, 40),
                        (0.75, 50),
                        (0.28, 84),
                    )
                ],
                closed=False,
            ),
        )
        for s in (-1, 1)
    )
    head = head_drawn(cast, stood, ears=bows)
    centre = smooth([(_MIDDLE, 134), (148, 98), (152, 76), (_MIDDLE, 92), (208, 76), (212, 98)])
    nodes: Nodes = (
        Group(cast.pen.fill(centre, "#ff8aa6", part="glow"), blur=9.0, opacity=0.36),
        *trunk,
        tilted(stood, head.nodes),
    )
    return gag_shown(cast, stood, head, nodes, (united(*areas),), body=frame)


_DRAWN: Mapping[str, Callable[[Cast], Figure]] = {
    "wring": _wring,
    "blanket": _blanket,
    "copter": _copter,
    "hide": _hide,
    "rage": _rage,
    "stack": _stack,
    "heart": _heart,
}
