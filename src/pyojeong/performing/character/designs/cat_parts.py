"""The cat's body, coat, tail and what it wears."""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import along, arc, circle, lines, mirrored_smooth, oval, smooth, tapered
from pyojeong.performing.character.acting import Acting, Arm, Layer, Legs, Part
from pyojeong.performing.character.build import Build
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, enraged, inner, paw_shown, startled
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family
from pyojeong.performing.character.pens import Nodes, Pen

SEATED = frozenset({Legs.STAND, Legs.SIT, Legs.KNOCK, Legs.KNEEL})
"""What others do standing, a cat does sitting like a vase."""
_SINKS = {Legs.SIT: 0.62, Legs.KNEEL: 0.72}
"""How much of a leg's length `posture` lowers a body, which a body that is on the ground already does not."""
_VASE = ((0.0, -1.0), (0.40, -0.92), (0.50, -0.52), (0.66, 0.02), (0.96, 0.52), (0.98, 0.84), (0.66, 0.99), (0.2, 1.0))
_NOODLE = ((0.0, -1.0), (0.52, -0.94), (0.66, -0.5), (0.76, 0.2), (0.92, 0.62), (0.78, 0.94), (0.3, 1.0))
_PAWS_DOWN = Arm((0.25, 0.93), Part.BODY, 0.12, layer=Layer.FRONT)
_HANGS = Arm((1.15, 0.25), Part.BODY, 0.3)

TAIL_LINES: dict[int, tuple[Point, ...]] = {
    -1: ((0.62, 0.86), (1.25, 0.96), (1.85, 0.90), (2.25, 0.96), (2.5, 0.84)),
    0: ((0.62, 0.82), (1.40, 0.86), (1.72, 0.36), (1.40, -0.10), (1.78, -0.46)),
    1: ((0.62, 0.80), (1.36, 0.74), (1.52, 0.06), (1.44, -0.62), (1.86, -0.92)),
}
"""Middle of the tail that hangs, rests and stands, in half sizes of the body."""


def build(choices: Choices, legs: Legs = Legs.STAND, *, bow: float = 0.0) -> Build:
    """Its sizes: seated, a vase with its paws before it; on two legs, a noodle; bowing, its back comes down."""
    w, h = 86 * choices.number("width"), 70 * choices.number("height")
    long, plump = choices.number("length") * (1 - 0.42 * bow), choices.number("plump")
    if legs not in SEATED:
        bw, bh = 43 * plump, 70 * long
        y = GROUND - 36 - 0.9 * bh
        return Build(
            head=Frame((180.0, y - bh - 0.50 * h), (w, h)),
            body=Frame((180.0, y), (bw, bh)),
            shoulder=(0.56, -0.60),
            arm=19.0,
            bones=(44.0, 42.0),
            hand=13.0,
            leg=22.0,
            foot=(17.0, 10.5),
            hip=0.5,
            family=Family.PAW,
            rest=_HANGS,
        )
    bw, bh = 57 * plump, 80 * long
    sinks = _SINKS.get(legs, 0.0)
    y = (GROUND - 7 - bh - sinks * (GROUND - 0.72 * bh)) / (1 - sinks)
    return Build(
        head=Frame((180.0, y - bh - 0.50 * h), (w, h)),
        body=Frame((180.0, y), (bw, bh)),
        shoulder=(0.40, -0.50),
        arm=20.0,
        bones=(46.0, 44.0),
        hand=13.5,
        leg=20.0,
        foot=(17.0, 9.5),
        hip=0.74,
        family=Family.PAW,
        rest=_PAWS_DOWN,
    )


def body_path(frame: Frame, legs: Legs) -> skia.Path:
    """The body's outline."""
    return mirrored_smooth(_VASE if legs in SEATED else _NOODLE, frame.centre, frame.half_size)


def coat(choices: Choices, part: str) -> str:
    """Colour of ``ear``, ``tail``, ``paw`` or ``body``."""
    dark = {
        "cow": ("ear", "tail"),
        "tuxedo": ("ear", "tail", "body"),
        "points": ("ear", "tail", "paw"),
        "socks": ("ear", "tail", "body"),
    }
    kind = choices.option("markings")
    if kind == "tabby" and part in ("ear", "tail"):
        return mixed(choices.colour("fur"), choices.colour("patch"), 0.35)
    if kind == "calico" and part in ("ear", "tail"):
        return choices.colour("second")
    return choices.colour("patch" if part in dark.get(kind, ()) else "fur")


def tail_area(choices: Choices, body: Frame, stand: float, *, fluffed: bool, phase: float = 0.0) -> skia.Path:
    """The tail from hanging, -1, to standing, 1; a fluffed one is a bottle brush."""
    low, high = (-1, 0) if stand < 0 else (0, 1)
    share = stand - low
    longer = choices.number("tail-length")
    root = TAIL_LINES[low][0]
    sway = 0.08 * math.sin(2 * math.pi * phase)
    points = []
    for n, (a, b) in enumerate(zip(TAIL_LINES[low], TAIL_LINES[high], strict=True)):
        x, y = (p + (q - p) * share for p, q in zip(a, b, strict=True))
        points.append(body.at(root[0] + (x - root[0]) * longer + sway * n / 4, root[1] + (y - root[1]) * longer))
    kind = choices.option("tail")
    line = smooth(points[: 3 if kind == "bob" else 5], closed=False)
    if fluffed:
        return bottle_brush(line, 38.0)
    if kind == "plume":
        return tapered(line, 13.0, 30.0)
    return tapered(line, 22.0, 26.0) if kind == "bob" else tapered(line, 15.0, 12.0)


def bottle_brush(line: skia.Path, width: float, *, steps: int = 22) -> skia.Path:
    """The area of a tail whose hair stands on end."""
    right, left = [], []
    walked = along(line, steps)
    for n, ((x, y), (tx, ty)) in enumerate(walked):
        share = n / steps
        half = width / 2 * (0.45 + 0.9 * math.sin(math.pi * min(0.92, 0.16 + 0.8 * share))) * (1.12 if n % 2 else 0.74)
        lean = 6.0 if n % 2 else 0.0
        right.append((x - ty * half + tx * lean, y + tx * half + ty * lean))
        left.append((x + ty * half + tx * lean, y - tx * half + ty * lean))
    (x, y), (tx, ty) = walked[-1]
    return lines([*right, (x + 9 * tx, y + 9 * ty), *left[::-1]], closed=True)


def is_fluffed(acting: Acting) -> bool:
    """Whether its hair stands on end."""
    return startled(acting) > 0.7 or enraged(acting) > 0.75


def tail_nodes(cast: Cast, area: skia.Path) -> Nodes:
    """The tail with its rings or tip."""
    pen, choices, kind = cast.pen, cast.choices, cast.choices.option("markings")
    base = coat(choices, "tail")
    nodes: Nodes = pen.fill(area, base, part="tail")
    box = area.getBounds()
    if kind == "tabby":
        rings = [
            arc((box.left() - 5, y), (box.centerX(), y + 9), (box.right() + 5, y - 4))
            for y in range(int(box.top()) + 10, int(box.bottom()), 17)
        ]
        bands = tuple(
            node for ring in rings for node in pen.line(ring, width=6.0, colour=choices.colour("patch"), part="ring")
        )
        nodes += (Group(bands, clip=area),)
    elif kind in ("tuxedo", "cow", "socks"):
        tip = circle((box.right(), box.top()), 22.0)
        nodes += (Group(pen.fill(tip, choices.colour("fur"), part="tail-tip"), clip=area),)
    return nodes + pen.line(area, part="tail")


def body_coat(cast: Cast, frame: Frame, body: skia.Path) -> Nodes:
    """Markings on the body."""
    choices, pen, kind = cast.choices, cast.pen, cast.choices.option("markings")
    patch, fur = choices.colour("patch"), choices.colour("fur")
    drawn: Nodes = ()
    if kind in ("tuxedo", "socks"):
        bib = smooth(
            [frame.at(x, y) for x, y in ((-0.34, -1.0), (0.34, -1.0), (0.40, -0.3), (0.0, 0.22), (-0.40, -0.3))]
        )
        drawn = pen.fill(bib, fur, part="bib") if kind == "tuxedo" else ()
    elif kind == "cow":
        spot = smooth([frame.at(x, y) for x, y in ((1.2, -0.2), (0.5, -0.06), (0.36, 0.34), (0.66, 0.62), (1.2, 0.62))])
        hip = smooth([frame.at(x, y) for x, y in ((-1.2, 0.5), (-0.72, 0.46), (-0.52, 0.74), (-0.7, 1.1), (-1.2, 1.1))])
        drawn = pen.fill(spot, patch, part="spot") + pen.fill(hip, patch, part="spot-low")
    elif kind == "calico":
        for n, (colour, points) in enumerate(
            (
                (patch, ((1.2, -0.1), (0.5, 0.0), (0.40, 0.34), (0.72, 0.56), (1.2, 0.5))),
                (choices.colour("second"), ((-1.2, 0.2), (-0.6, 0.22), (-0.42, 0.6), (-0.7, 0.86), (-1.2, 0.8))),
            )
        ):
            drawn += pen.fill(smooth([frame.at(*p) for p in points]), colour, part=f"spot-{n}")
    elif kind == "tabby":
        stripes = [
            arc(frame.at(s * 1.05, y), frame.at(s * 0.72, y + 0.02), frame.at(s * 0.50, y - 0.10))
            for s in (-1, 1)
            for y in (-0.08, 0.20, 0.48, 0.74)
        ]
        for n, stripe in enumerate(stripes):
            drawn += pen.line(stripe, width=6.0, colour=patch, part=f"stripe-{n}")
    return (Group(drawn, clip=inner(body, cast.pen.width)),) if drawn else ()


def paw(cast: Cast, at: Point, *, half: Point = (17.0, 13.0), turn: float = 0.0, part: str) -> Nodes:
    """A paw seen from the front."""
    return (paw_shown(cast.pen, at, half, coat(cast.choices, "paw"), turn=turn, toes=0.7, part=part),)


def collar(pen: Pen, choices: Choices, frame: Frame) -> Nodes:
    """What it condescends to wear around its neck."""
    kind, colour = choices.option("collar"), choices.colour("collar-colour")
    if kind == "none":
        return ()
    ends = frame.at(-0.49, -0.60), frame.at(0.49, -0.60)
    dip = frame.at(0.0, -0.42)
    nodes = pen.line(arc(ends[0], dip, ends[1]), width=10.5, part="collar-edge")
    nodes += pen.line(arc(ends[0], dip, ends[1]), width=10.5 - 1.6 * pen.width, colour=colour, part="collar")
    x, y = frame.at(0.0, -0.44)
    if kind == "bell":
        slit = lines([(x, y + 3), (x, y + 8)])
        return (
            *nodes,
            *pen.shape(circle((x, y), 9.0), "#f5c542", width=0.85 * pen.width, part="bell"),
            *pen.line(slit, width=0.6 * pen.width, part="bell-slit"),
        )
    if kind == "bow":
        wings = [
            smooth([(x, y), (x + s * 21, y - 12), (x + s * 24, y + 1), (x + s * 19, y + 12)], ease=0.12)
            for s in (-1, 1)
        ]
        drawn = tuple(n for k, wing in enumerate(wings) for n in pen.shape(wing, colour, part=f"bow-{k}"))
        return (*nodes, *drawn, *pen.shape(oval((x, y), (6, 7)), colour, part="knot"))
    tie = lines([(x - 6, y - 2), (x + 6, y - 2), (x + 11, y + 44), (x, y + 56), (x - 11, y + 44)], closed=True)
    return (*nodes, *pen.shape(tie, colour, width=0.85 * pen.width, part="tie"))


def recoloured(choices: Choices, **colours: str) -> Choices:
    """The same choices in other colours."""
    return replace(choices, chosen={**choices.chosen, **colours})
