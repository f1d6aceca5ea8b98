"""The dog beside itself: its body takes any shape that joy asks for."""

from __future__ import annotations

import math

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Node, Point
from pyojeong.media.drawing.paths import arc, circle, lines, mirrored_smooth, oval, polar, smooth, stroked
from pyojeong.performing.character.acting import Hand
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.animals import Cast, drawn_lines, gag_shown, headed, several, swing, tilted
from pyojeong.performing.character.designs.dog_face import head_drawn
from pyojeong.performing.character.designs.dog_parts import body_coat, build, scribbled, tail_colour
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.hands import Family, hand_at, heart_path
from pyojeong.performing.character.pens import Nodes

_MIDDLE = 180.0


def _blades(cast: Cast, hub: Point) -> Nodes:
    """Four tails where there is one, on their way around ``hub``."""
    blades: list[Node] = []
    for n in range(4):
        turn = 2 * math.pi * (2 * cast.acting.phase + n / 4) + 0.5
        end = hub[0] + 60 * math.cos(turn), hub[1] + 15 * math.sin(turn)
        blades += cast.pen.shape(
            stroked(lines([hub, end]), 14), tail_colour(cast.choices), width=0.7 * cast.pen.width, part=f"blade-{n}"
        )
    return tuple(blades)


def rotor(cast: Cast) -> Figure:
    """The tail turns so fast that the dog hangs under it."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    bob = 6 * swing(cast, 2)
    stood = headed(posture(build(choices), cast.acting), (122, 176 + bob), (86, 72), tilt=-8)
    head = head_drawn(cast, stood)
    frame = Frame((226, 208 + bob), (78, 52))
    body = mirrored_smooth(
        [(0.0, -0.92), (0.6, -0.88), (1.0, -0.2), (0.9, 0.6), (0.4, 0.94), (0.0, 0.96)], frame.centre, frame.half_size
    )
    dangle = [
        stroked(
            arc(
                (x, 240 + bob),
                (x + 4 + 5 * swing(cast, 2, 0.2 * n), 262 + bob),
                (x + 8 * swing(cast, 2, 0.1 * n), 284 + bob),
            ),
            27,
        )
        for n, x in enumerate((178, 206, 256, 282))
    ]
    mast, hub = [(288.0, 186 + bob), (306.0, 150 + bob), (298.0, 92 + bob)], (298.0, 88 + bob)
    disc = oval(hub, (58, 15))
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
        *_blades(cast, hub),
        *drawn_lines(pen, gust, "gust"),
        tilted(stood, head.nodes),
    )
    return gag_shown(cast, stood, head, nodes, (body, disc, *dangle), body=frame)


def ring(cast: Cast) -> Figure:
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


_POOL: tuple[Point, ...] = (
    (10, GROUND - 4),
    (40, GROUND - 30),
    (84, GROUND - 52),
    (_MIDDLE, GROUND - 74),
    (276, GROUND - 52),
    (320, GROUND - 30),
    (350, GROUND - 4),
    (300, GROUND + 2),
    (236, GROUND - 3),
    (170, GROUND + 4),
    (100, GROUND - 2),
    (52, GROUND + 3),
)
"""What is left of it on the floor, from the left over the top."""


def melt(cast: Cast) -> Figure:
    """A hand comes down, and there are no bones left."""
    pen, choices, fur = cast.pen, cast.choices, cast.choices.colour("fur")
    pat = 7 * swing(cast)
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 248 + 0.3 * pat), (116, 70), face=(0.0, 0.02))
    head = head_drawn(cast, stood)
    pool = smooth(_POOL)
    tail = stroked(smooth([(300, GROUND - 34), (330, GROUND - 52), (338, GROUND - 86 + pat)], closed=False), 17)
    hand = hand_at(Hand.RELAXED, Family.FINGERS, (196, 148 + pat), 34, side=-1, forearm_degrees=232, turn_degrees=0)
    sleeve = lines(
        [(214, 132 + pat), (246, 90 + pat), (330, 20), (352, 58), (268, 128 + pat), (236, 160 + pat)], closed=True
    )
    hearts = [
        heart_path((x, h + 5 * swing(cast, 1, 0.3 * n)), r)
        for n, (x, h, r) in enumerate(((60, 150, 15), (96, 106, 10), (36, 104, 9)))
    ]
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


def lick(cast: Cast) -> Figure:
    """So glad to see you that there is nothing to see but dog."""
    pen, choices = cast.pen, cast.choices
    near = 1 + 0.03 * swing(cast, 2)
    stood = headed(posture(build(choices), cast.acting), (_MIDDLE, 164), (148 * near, 122 * near), face=(0.0, -0.06))
    head = head_drawn(cast, stood)
    x, y = stood.head.at(0.06, 0.50)
    aside = 16 * swing(cast)
    tongue = smooth(
        [
            (x - 34, y),
            (x + 34, y),
            (x + 44 + 0.6 * aside, y + 60),
            (x + 24 + aside, y + 108),
            (x - 22 + aside, y + 108),
            (x - 46 + 0.6 * aside, y + 60),
        ]
    )
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
