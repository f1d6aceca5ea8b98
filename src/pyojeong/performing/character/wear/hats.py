"""What sits or grows on top of a head."""

from __future__ import annotations

from collections.abc import Callable

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Node, Point
from pyojeong.media.drawing.paths import arc, between, circle, lines, oval, polar, rounded, smooth
from pyojeong.performing.character.pens import Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear.worn import NOTHING, Worn

HATS = (
    Option("none", "없음", "None"),
    Option("sprout", "새싹", "Sprout"),
    Option("flower", "꽃", "Flower"),
    Option("ribbon", "리본", "Ribbon"),
    Option("beret", "베레모", "Beret"),
    Option("beanie", "털모자", "Beanie"),
    Option("cap", "캡 모자", "Cap"),
    Option("crown", "왕관", "Crown"),
    Option("bread", "식빵", "Slice of bread"),
    Option("gat", "갓", "Gat"),
)


def hat(pen: Pen, kind: str, top: Point, unit: float, colour: str, *, stand: float = 0.0) -> Worn:
    """Something on the upright head.

    Args:
        pen: The design's.
        kind: Name of one of `HATS`.
        top: The head's highest point.
        unit: Half the head's width.
        colour: Its main colour.
        stand: -1 hangs, 1 stands up, for what grows.
    """
    return NOTHING if kind == "none" else _DRAWN[kind](pen, top, unit, colour, stand)


def leaf_path(base: Point, length: float, degrees: float, *, breadth: float = 0.36) -> skia.Path:
    """A leaf from its stalk to its tip, ``degrees`` clockwise from up."""
    tip = polar(base, length, degrees - 90)
    middle = between(base, tip, 0.45)
    path = skia.Path()
    path.moveTo(*base)
    path.quadTo(*polar(middle, length * breadth, degrees + 180), *tip)
    path.quadTo(*polar(middle, length * breadth, degrees), *base)
    path.close()
    return path


def _sprout(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    size = 0.23 * unit
    joint = top[0], top[1] - size * (0.46 + 0.16 * stand)
    spread = 58 - 34 * stand if stand > 0 else 58 - 56 * stand
    nodes: list[Node] = list(pen.line(lines([(top[0], top[1] + 6), joint]), part="stalk"))
    leaves = [leaf_path(joint, size * 1.5, side * spread, breadth=0.46) for side in (-1, 1)]
    for side, leaf in zip((-1, 1), leaves, strict=True):
        nodes.extend(pen.shape(leaf, colour, width=pen.width * 0.9, part=f"leaf{side}"))
        vein = lines([polar(joint, size * share, side * spread - 90) for share in (0.5, 1.0)])
        nodes.extend(pen.line(vein, width=pen.width * 0.42, colour=mixed(colour, pen.ink, 0.4), part=f"vein{side}"))
    return Worn(tuple(nodes), tuple(leaves))


def _flower(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    size = 0.11 * unit
    middle = top[0], top[1] - size * (2.0 + 0.8 * stand)
    petals = [circle(polar(middle, size * 1.12, 72 * n - 90 + 8 * stand), size * 0.86) for n in range(5)]
    nodes: list[Node] = list(pen.line(lines([(top[0], top[1] + 6), middle]), part="stalk"))
    for n, petal in enumerate(petals):
        nodes.extend(pen.shape(petal, colour, width=pen.width * 0.8, part=f"petal-{n}"))
    nodes.extend(pen.fill(circle(middle, size), colour, part="heart"))
    nodes.extend(pen.shape(circle(middle, size * 0.66), "#ffd75e", width=pen.width * 0.7, part="disc"))
    return Worn(tuple(nodes), tuple(petals))


def _ribbon(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    x, y = top[0] + 0.42 * unit, top[1] + 0.12 * unit
    w, h = 0.30 * unit, (0.17 + 0.04 * stand) * unit
    loops = [
        smooth(
            [
                (x, y),
                (x + s * 0.5 * w, y - h),
                (x + s * w, y - 0.8 * h),
                (x + s * w, y + 0.8 * h),
                (x + s * 0.5 * w, y + h),
            ]
        )
        for s in (-1, 1)
    ]
    nodes: list[Node] = []
    for n, loop in enumerate(loops):
        nodes.extend(pen.shape(loop, colour, part=f"loop-{n}"))
    knot = rounded(x - 0.075 * unit, y - 0.09 * unit, 0.15 * unit, 0.18 * unit, 0.06 * unit)
    return Worn((*nodes, *pen.shape(knot, mixed(colour, "#ffffff", 0.2), part="knot")), tuple(loops))


def _beret(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    x, y = top
    u = unit
    dome = smooth(
        [
            (x - 0.62 * u, y + 0.24 * u),
            (x - 0.70 * u, y + 0.02 * u),
            (x - 0.2 * u, y - 0.20 * u),
            (x + 0.45 * u, y - 0.14 * u),
            (x + 0.82 * u, y + 0.10 * u),
            (x + 0.62 * u, y + 0.24 * u),
            (x, y + 0.12 * u),
        ]
    )
    tip = lines([(x + 0.05 * u, y - 0.16 * u), (x + 0.08 * u, y - (0.28 + 0.05 * stand) * u)])
    return Worn((*pen.line(tip, part="tip"), *pen.shape(dome, colour, part="beret")), (dome,))


def _beanie(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    (x, y), u = top, unit
    dome = smooth(
        [
            (x - 0.78 * u, y + 0.36 * u),
            (x - 0.62 * u, y - 0.02 * u),
            (x, y - 0.22 * u),
            (x + 0.62 * u, y - 0.02 * u),
            (x + 0.78 * u, y + 0.36 * u),
            (x, y + 0.26 * u),
        ]
    )
    band = smooth(
        [
            (x - 0.86 * u, y + 0.42 * u),
            (x - 0.76 * u, y + 0.22 * u),
            (x, y + 0.06 * u),
            (x + 0.76 * u, y + 0.22 * u),
            (x + 0.86 * u, y + 0.42 * u),
            (x, y + 0.28 * u),
        ]
    )
    ball = circle((x, y - (0.30 + 0.03 * stand) * u), 0.15 * u)
    pale = mixed(colour, "#ffffff", 0.72)
    nodes = (
        *pen.shape(dome, colour, part="dome"),
        *pen.shape(band, pale, part="band"),
        *pen.shape(ball, pale, part="ball"),
    )
    return Worn(nodes, (dome, ball))


def _cap(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    (x, y), u = top, unit
    dome = smooth(
        [
            (x - 0.74 * u, y + 0.34 * u),
            (x - 0.60 * u, y - 0.02 * u),
            (x, y - 0.18 * u),
            (x + 0.60 * u, y - 0.02 * u),
            (x + 0.74 * u, y + 0.34 * u),
            (x, y + 0.24 * u),
        ]
    )
    brim = smooth(
        [
            (x + 0.10 * u, y + 0.24 * u),
            (x + 0.62 * u, y + 0.18 * u),
            (x + 1.12 * u, y + 0.36 * u),
            (x + 1.05 * u, y + 0.47 * u),
            (x + 0.5 * u, y + 0.38 * u),
        ]
    )
    button = circle((x, y - 0.18 * u), 0.06 * u)
    seam = arc((x, y - 0.16 * u), (x - 0.16 * u, y), (x - 0.16 * u, y + 0.24 * u))
    dark = mixed(colour, pen.ink, 0.3)
    nodes = (
        *pen.shape(button, dark, part="button"),
        *pen.shape(dome, colour, part="dome"),
        *pen.line(seam, width=pen.width * 0.45, part="seam"),
        *pen.shape(brim, dark, part="brim"),
    )
    return Worn(nodes, (dome, brim))


def _crown(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    (x, y), u = top, unit
    high = y - (0.32 + 0.04 * stand) * u
    points = [
        (x - 0.36 * u, y + 0.10 * u),
        (x - 0.44 * u, high),
        (x - 0.20 * u, y - 0.10 * u),
        (x, high - 0.06 * u),
        (x + 0.20 * u, y - 0.10 * u),
        (x + 0.44 * u, high),
        (x + 0.36 * u, y + 0.10 * u),
    ]
    body = lines(points, closed=True)
    nodes: list[Node] = list(pen.shape(body, "#ffcf4a", part="crown"))
    for n, (gx, gy) in enumerate(((0.0, -0.005), (-0.2, 0.02), (0.2, 0.02))):
        nodes.extend(
            pen.shape(circle((x + gx * u, y + gy * u), 0.05 * u), colour, width=pen.width * 0.5, part=f"gem-{n}")
        )
    return Worn(tuple(nodes), (body,))


def _bread(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    (x, y), u = (top[0], top[1] - 0.16 * unit), unit
    half = [
        (-0.34, 0.24),
        (-0.34, -0.02),
        (-0.42, -0.18),
        (-0.22, -0.30),
        (0.22, -0.30),
        (0.42, -0.18),
        (0.34, -0.02),
        (0.34, 0.24),
    ]
    crust = smooth([(x + a * u, y + b * u) for a, b in half], ease=0.12)
    crumb = smooth([(x + 0.8 * a * u, y + 0.8 * b * u) for a, b in half], ease=0.12)
    nodes = (
        *pen.shape(crust, "#d9964f", part="crust"),
        Group(pen.fill(crumb, "#ffe9bd", part="crumb")),
        *pen.fill(oval((x, y + 0.02 * u), (0.12 * u, 0.08 * u)), colour, part="butter"),
    )
    return Worn(nodes, (crust,))


def _gat(pen: Pen, top: Point, unit: float, colour: str, stand: float) -> Worn:
    """A scholar's horsehair hat: a narrow crown on a wide brim, hardly tinted by ``colour``."""
    (x, y), u = (top[0], top[1] + 0.10 * unit), unit
    black = mixed(colour, "#1d1a20", 0.88)
    crown = smooth(
        [
            (x - 0.46 * u, y),
            (x - 0.38 * u, y - (0.56 + 0.03 * stand) * u),
            (x, y - (0.62 + 0.03 * stand) * u),
            (x + 0.38 * u, y - (0.56 + 0.03 * stand) * u),
            (x + 0.46 * u, y),
            (x, y + 0.10 * u),
        ],
        ease=0.07,
    )
    brim = oval((x, y + 0.03 * u), (1.12 * u, 0.20 * u))
    band = arc((x - 0.45 * u, y - 0.07 * u), (x, y + 0.07 * u), (x + 0.45 * u, y - 0.07 * u))
    nodes = (
        *pen.shape(brim, black, part="brim"),
        *pen.shape(crown, black, part="crown"),
        *pen.line(band, width=pen.width * 0.6, colour=mixed(black, "#ffffff", 0.35), part="band"),
    )
    return Worn(nodes, (brim, crown))


_DRAWN: dict[str, Callable[[Pen, Point, float, str, float], Worn]] = {
    "sprout": _sprout,
    "flower": _flower,
    "ribbon": _ribbon,
    "beret": _beret,
    "beanie": _beanie,
    "cap": _cap,
    "crown": _crown,
    "bread": _bread,
    "gat": _gat,
}
