"""The dog's body, coat and tail."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Point, Shape, Stroke
from pyojeong.media.drawing.paths import arc, circle, lines, mirrored_smooth, oval, placed, smooth, stroked, tapered
from pyojeong.performing.character.acting import Arm, Layer, Part
from pyojeong.performing.character.build import Build
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, inner, joyful
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family, heart_path
from pyojeong.performing.character.pens import Nodes, Pen

_BARREL = ((0.0, -1.0), (0.66, -0.82), (0.94, -0.2), (1.04, 0.42), (0.80, 0.90), (0.26, 1.0))
_PAWS_UP = Arm((0.40, -0.06), Part.BODY, 0.95, layer=Layer.FRONT)
"""A dog on two legs lets its paws hang before its chest."""


def build(choices: Choices) -> Build:
    """Its sizes: a large head, a short barrel, paws it has not grown into."""
    w, h = 98 * choices.number("width"), 82 * choices.number("height")
    stout, paws = choices.number("stout"), choices.number("paws")
    bw, bh = 60 * stout, 52 * choices.number("body")
    y = GROUND - 26 - 0.92 * bh
    return Build(
        head=Frame((180.0, y - bh - 0.62 * h), (w, h)),
        body=Frame((180.0, y), (bw, bh)),
        shoulder=(0.66, -0.40),
        arm=27.0 * paws**0.5,
        bones=(36.0, 34.0),
        hand=18.5 * paws,
        leg=31.0 * paws**0.5,
        foot=(25.0 * paws, 14.5 * paws),
        hip=0.5,
        family=Family.PAW,
        rest=_PAWS_UP,
    )


def body_path(frame: Frame) -> skia.Path:
    """The body's outline."""
    return mirrored_smooth(_BARREL, frame.centre, frame.half_size)


def scribbled(pen: Pen, area: skia.Path, colour: str, clip: skia.Path, part: str) -> Group:
    """A patch filled the way a child fills it: a zigzag over its colour."""
    box = area.getBounds()
    zigzag = [(box.left(), box.top())]
    for n in range(int(box.height() / 9) + 1):
        y = box.top() + 9 * n
        zigzag.append((box.right() if n % 2 == 0 else box.left(), y + 6))
    rub = Shape(lines(zigzag), stroke=Stroke(mixed(colour, "#ffffff", 0.28), 3.2, 0.7))
    return Group((Group((*pen.fill(area, colour, part=part), rub), clip=area),), clip=clip)


def tail_nodes(cast: Cast, body: Frame, stand: float) -> tuple[Nodes, skia.Path]:
    """The tail, wagged so hard in joy that it is in three places; and its area."""
    choices, pen = cast.choices, cast.pen
    root, long = body.at(0.70, 0.42), choices.number("tail-length")
    wag = max(0.0, joyful(cast.acting)) * (1 if choices.option("tail") != "stump" else 0.6)
    swing = 26 * wag * math.sin(2 * math.pi * 2 * cast.acting.phase)
    turn = -52 * max(stand, -0.6) + swing
    area = placed(_tail(choices, root, long), Matrix.turned(turn, root))
    nodes: Nodes = ()
    if wag > 0.25:
        for n, off in enumerate((-34, 34)):
            ghost = placed(_tail(choices, root, long), Matrix.turned(turn + off, root))
            nodes += (Group(pen.fill(ghost, choices.colour("fur"), part=f"ghost-{n}"), opacity=0.34),)
        reach = 66 * long
        for n in range(2):
            at = [Matrix.turned(turn + a, root).of((root[0] + reach + 9 * n, root[1])) for a in (-46, -24, -6)]
            nodes += pen.line(smooth(at, closed=False), width=0.6 * pen.width, part=f"wag-{n}")
    nodes += pen.shape(area, tail_colour(choices), part="tail")
    if choices.option("markings") in ("saddle", "socks", "mask"):
        box = area.getBounds()
        tip = circle((box.right() - 4, box.top() if stand > 0 else box.centerY()), 18 * long)
        nodes += (scribbled(pen, tip, choices.colour("light"), inner(area, pen.width), "tail-tip"),)
    return nodes, area


def _tail(choices: Choices, root: Point, long: float) -> skia.Path:
    """A tail that points to the picture's right."""
    (x, y), kind = root, choices.option("tail")
    if kind == "stump":
        return tapered(arc((x, y), (x + 16, y - 2), (x + 30 * long, y - 10)), 26, 22)
    if kind == "curl":
        points = [(x, y), (x + 34, y + 2), (x + 48, y - 26), (x + 26, y - 42), (x + 12, y - 24), (x + 26, y - 14)]
        return stroked(placed(smooth(points, closed=False), Matrix.scaled(long, long, root)), 17)
    if kind == "brush":
        points = [(x, y - 10), (x + 40, y - 30), (x + 78, y - 22), (x + 92, y - 6), (x + 76, y + 12), (x + 34, y + 12)]
        return placed(smooth(points), Matrix.scaled(long, long, root))
    return tapered(smooth([(x, y), (x + 32 * long, y + 4), (x + 64 * long, y - 12)], closed=False), 21, 13)


def tail_colour(choices: Choices) -> str:
    """Colour of tail and ears."""
    return choices.colour("patch" if choices.option("markings") in ("saddle", "spots", "patch") else "fur")


def body_coat(cast: Cast, frame: Frame, body: skia.Path) -> Nodes:
    """Belly and markings."""
    choices, pen, clip = cast.choices, cast.pen, inner(body, cast.pen.width)
    kind, patch, light = choices.option("markings"), choices.colour("patch"), choices.colour("light")
    belly = oval(frame.at(0.0, 0.30), (0.56 * frame.half_size[0], 0.62 * frame.half_size[1]))
    nodes: Nodes = (scribbled(pen, belly, light, clip, "belly"),)
    if kind == "saddle":
        for side in (-1, 1):
            flank = smooth([frame.at(side * x, y) for x, y in ((1.2, -1.0), (0.52, -0.9), (0.62, 0.1), (1.2, 0.5))])
            nodes += (scribbled(pen, flank, patch, clip, f"saddle{side}"),)
    elif kind == "spots":
        for n, (x, y, r) in enumerate(
            ((0.72, -0.1, 9), (-0.78, 0.3, 11), (0.62, 0.62, 7), (-0.5, -0.4, 7), (0.2, 0.8, 6))
        ):
            nodes += pen.fill(oval(frame.at(x, y), (r, 0.86 * r)), patch, part=f"spot-{n}")
    elif kind == "patch":
        spot = oval(frame.at(-0.84, 0.2), (22, 20))
        nodes += (scribbled(pen, spot, patch, clip, "spot"),)
    return nodes


def neckwear(pen: Pen, choices: Choices, frame: Frame) -> Nodes:
    """What it is proud to wear."""
    kind, colour = choices.option("neck"), choices.colour("neck-colour")
    if kind == "none":
        return ()
    left, dip, right = frame.at(-0.70, -0.66), frame.at(0.0, -0.24), frame.at(0.70, -0.66)
    if kind == "bandana":
        tip = frame.at(0.26, -0.02), frame.at(0.0, 0.26), frame.at(-0.26, -0.02)
        cloth = smooth([left, frame.at(0, -0.56), right, *tip], ease=0.08)
        dots = [circle(frame.at(x, y), 2.6) for x, y in ((-0.26, -0.34), (0.24, -0.34), (0.0, -0.16), (0.0, 0.08))]
        spots = tuple(n for k, d in enumerate(dots) for n in pen.fill(d, "#ffffff", part=f"dot-{k}"))
        return (*pen.shape(cloth, colour, width=0.8 * pen.width, part="bandana"), *spots)
    band = arc(left, dip, right)
    nodes: Nodes = (
        *pen.line(band, width=15, part="collar-edge"),
        *pen.line(band, width=9, colour=colour, part="collar"),
    )
    x, y = frame.at(0.0, -0.34)
    if kind == "tag":
        return (*nodes, *pen.shape(heart_path((x, y + 7), 10), "#f5c542", width=0.7 * pen.width, part="tag"))
    barrel = placed(oval((x, y + 9), (21, 13)), Matrix.turned(0, (x, y)))
    hoops = [lines([(x + s * 9, y - 2), (x + s * 9, y + 20)]) for s in (-1, 1)]
    drawn = (*pen.shape(barrel, "#c98a4b", width=0.8 * pen.width, part="keg"),)
    return (
        *nodes,
        *drawn,
        *(n for k, h in enumerate(hoops) for n in pen.line(h, width=0.5 * pen.width, part=f"hoop{k}")),
    )
