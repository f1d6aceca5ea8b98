"""Clothes of people: colours of body, sleeves and legs, and what is drawn on them."""

from __future__ import annotations

from collections.abc import Callable

from pyojeong.media.drawing.colours import contrast, mixed
from pyojeong.media.drawing.paths import arc, rounded
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear.people import hanbok
from pyojeong.performing.character.wear.people.cloth import PALE, Cloth, Garment

GARMENTS = (
    Option("hoodie", "후드티", "Hoodie"),
    Option("tee", "티셔츠", "Tee"),
    Option("shirt", "셔츠와 넥타이", "Shirt and tie"),
    Option("knit", "니트", "Knit"),
    Option("hanbok", "한복 치마저고리", "Hanbok with a skirt"),
    Option("suit", "정장", "Suit"),
    Option("blazer", "교복 블레이저", "School blazer"),
    Option("apron", "앞치마", "Apron"),
    Option("dress", "원피스", "Dress"),
    Option("coat", "패딩", "Padded coat"),
    Option("baji", "한복 바지저고리", "Hanbok with trousers"),
    Option("dopo", "한복 도포", "Hanbok robe"),
)


def garment(pen: Pen, kind: str, body: Frame, colour: str, second: str) -> Garment:
    """Clothes on a body whose neck is at (0, -1) and whose hem is at (0, 1), in half sizes.

    Args:
        pen: The design's.
        kind: Name of one of `GARMENTS`.
        body: The body.
        colour: Main colour.
        second: Trousers, tie, ribbon, skirt.
    """
    return _DRAWN[kind](Cloth(pen, body, colour, second))


def _hoodie(c: Cloth) -> Garment:
    hood = c.smooth((-0.86, -0.92), (-0.5, -0.62), (0.0, -0.46), (0.5, -0.62), (0.86, -0.92), (0.6, -1.2), (-0.6, -1.2))
    pocket = c.smooth((-0.50, 0.34), (0.50, 0.34), (0.66, 0.80), (-0.66, 0.80), ease=0.04)
    cords: Nodes = ()
    for side in (-1, 1):
        cords += c.fine(c.lines((0.17 * side, -0.52), (0.21 * side, -0.10)), f"cord{side}", c.cord, 0.75)
    rib = c.bow((-1.1, 0.84), (0.0, 1.0), (1.1, 0.84), "rib")
    drawn = c.pen.shape(hood, mixed(c.colour, c.pen.ink, 0.12), width=0.75 * c.pen.width, part="hood")
    return Garment(c.colour, c.colour, c.second, (*c.fine(pocket, "pocket"), *rib, *drawn, *cords))


def _tee(c: Cloth) -> Garment:
    collar = c.bow((-0.42, -1.02), (0.0, -0.52), (0.42, -1.02), "collar", 1.1)
    sign = heart_path(c.body.at(0.0, 0.10), 0.27 * c.body.half_size[0])
    return Garment(c.colour, c.colour, c.second, (*collar, *c.pen.fill(sign, c.pale, part="sign")))


def _tie(c: Cloth, colour: str) -> Nodes:
    blade = c.lines((-0.10, -0.50), (0.10, -0.50), (0.20, 0.34), (0.0, 0.56), (-0.20, 0.34), closed=True)
    knot = c.lines((-0.17, -0.74), (0.17, -0.74), (0.10, -0.46), (-0.10, -0.46), closed=True)
    width = 0.6 * c.pen.width
    return (*c.pen.shape(blade, colour, width=width, part="tie"), *c.pen.shape(knot, colour, width=width, part="knot"))


def _collars(c: Cloth, colour: str) -> Nodes:
    nodes: Nodes = ()
    for side in (-1, 1):
        flap = c.lines(
            (0.04 * side, -0.74), (0.46 * side, -1.06), (0.62 * side, -0.74), (0.30 * side, -0.44), closed=True
        )
        nodes += c.pen.shape(flap, colour, width=0.6 * c.pen.width, part=f"collar{side}")
    return nodes


def _shirt(c: Cloth) -> Garment:
    shirt = mixed(c.colour, "#ffffff", 0.80)
    quiet = Cloth(c.pen, c.body, shirt, c.second)
    belt = quiet.fine(c.lines((-1.1, 0.86), (1.1, 0.86)), "belt", mixed(c.second, c.pen.ink, 0.5), 2.2)
    pocket = quiet.fine(c.lines((0.34, -0.12), (0.72, -0.12), (0.70, 0.26), (0.36, 0.26), closed=True), "pocket")
    return Garment(shirt, shirt, c.second, (*belt, *pocket, *_tie(c, c.colour), *_collars(c, shirt)))


def _knit(c: Cloth) -> Garment:
    nodes: Nodes = ()
    for row, y in enumerate((-0.36, 0.02, 0.40)):
        zigzag = c.lines(*((-1.0 + 0.25 * n, y + (0.10 if n % 2 else -0.06)) for n in range(9)))
        nodes += c.fine(zigzag, f"row-{row}", c.pale if row == 1 else None, 0.9 if row == 1 else 0.5)
    collar = c.smooth((-0.50, -1.1), (0.50, -1.1), (0.46, -0.62), (0.0, -0.52), (-0.46, -0.62), ease=0.1)
    nodes += c.pen.shape(collar, mixed(c.colour, "#ffffff", 0.14), width=0.7 * c.pen.width, part="collar")
    return Garment(c.colour, c.colour, c.second, (*nodes, *c.bow((-1.1, 0.80), (0.0, 0.96), (1.1, 0.80), "rib")))


def _suit(c: Cloth) -> Garment:
    return _jacket(c, c.second, c.colour, buttons=("#2a2430",))


def _blazer(c: Cloth) -> Garment:
    worn = _jacket(c, c.second, mixed(c.second, "#8b8f9e", 0.55), buttons=("#e8c35a", "#e8c35a"))
    badge = c.lines((0.50, -0.14), (0.78, -0.14), (0.76, 0.14), (0.64, 0.26), (0.52, 0.14), closed=True)
    return Garment(
        worn.torso,
        worn.sleeve,
        worn.legs,
        (*worn.on_body, *c.pen.shape(badge, "#e8c35a", width=0.45 * c.pen.width, part="badge")),
    )


def _jacket(c: Cloth, tie: str, legs: str, *, buttons: tuple[str, ...]) -> Garment:
    """A jacket over shirt and tie."""
    shirt = c.lines((-0.46, -1.1), (0.46, -1.1), (0.0, 0.32), closed=True)
    nodes: Nodes = (*c.pen.fill(shirt, PALE, part="shirt"), *_tie(c, tie if contrast(tie, PALE) > 1.5 else c.pen.ink))
    nodes += _collars(c, PALE)
    for side in (-1, 1):
        lapel = c.lines(
            (0.44 * side, -1.1),
            (0.0, 0.34),
            (0.42 * side, -0.10),
            (0.40 * side, -0.34),
            (0.66 * side, -0.44),
            (0.62 * side, -1.1),
            closed=True,
        )
        nodes += c.pen.shape(lapel, mixed(c.colour, c.pen.ink, 0.16), width=0.6 * c.pen.width, part=f"lapel{side}")
    nodes += c.fine(c.lines((0.0, 0.34), (0.02, 1.1)), "front", width=0.7)
    for n, colour in enumerate(buttons):
        nodes += c.disc((0.12, 0.50 + 0.26 * n), 0.075, mixed(colour, "#ffffff", 0.15), f"button-{n}")
    return Garment(c.colour, c.colour, legs, nodes)


def _apron(c: Cloth) -> Garment:
    sheet = c.smooth(
        (-0.44, -0.56),
        (0.44, -0.56),
        (0.56, 0.0),
        (0.86, 0.16),
        (0.80, 1.24),
        (0.0, 1.36),
        (-0.80, 1.24),
        (-0.86, 0.16),
        (-0.56, 0.0),
        ease=0.07,
    )
    straps: Nodes = ()
    for side in (-1, 1):
        straps += c.fine(
            c.lines((0.40 * side, -0.52), (0.46 * side, -1.1)), f"strap{side}", mixed(c.colour, c.pen.ink, 0.3), 1.3
        )
    x, y = c.body.at(0.0, 0.42)
    w = c.body.half_size[0]
    pocket = c.fine(rounded(x - 0.34 * w, y, 0.68 * w, 0.42 * w, 0.14 * w), "pocket")
    sign = c.pen.fill(heart_path(c.body.at(0.0, -0.14), 0.17 * w), c.pale, part="sign")
    body = mixed(c.second, "#ffffff", 0.76)
    return Garment(
        body, body, c.second, straps, (*c.pen.shape(sheet, c.colour, part="apron"), *pocket, *sign), (sheet,)
    )


def _dress(c: Cloth) -> Garment:
    skirt = c.smooth(
        (-0.70, -0.02),
        (0.0, 0.08),
        (0.70, -0.02),
        (1.16, 0.80),
        (1.30, 1.34),
        (0.66, 1.46),
        (0.0, 1.40),
        (-0.66, 1.46),
        (-1.30, 1.34),
        (-1.16, 0.80),
    )
    collar: Nodes = ()
    for side in (-1, 1):
        flap = c.smooth((0.02 * side, -0.74), (0.44 * side, -1.04), (0.66 * side, -0.72), (0.34 * side, -0.46))
        collar += c.pen.shape(flap, PALE, width=0.6 * c.pen.width, part=f"collar{side}")
    folds: Nodes = ()
    for n, x in enumerate((-0.46, 0.46)):
        folds += c.bow((0.8 * x, 0.24), (1.1 * x, 0.7), (1.5 * x, 1.26), f"fold-{n}", 0.45)
    sash = c.fine(arc(c.body.at(-0.76, 0.0), c.body.at(0.0, 0.14), c.body.at(0.76, 0.0)), "sash", c.second, 1.9)
    return Garment(
        c.colour, c.colour, None, collar, (*c.pen.shape(skirt, c.colour, part="skirt"), *folds, *sash), (skirt,)
    )


def _coat(c: Cloth) -> Garment:
    """Quilted and as wide as long; the collar stands up to the chin."""
    bag = c.smooth(
        (-0.74, -1.0),
        (0.74, -1.0),
        (1.12, -0.5),
        (1.20, 0.4),
        (1.22, 1.18),
        (0.0, 1.34),
        (-1.22, 1.18),
        (-1.20, 0.4),
        (-1.12, -0.5),
    )
    nodes: Nodes = c.pen.shape(bag, c.colour, part="coat")
    for n, y in enumerate((-0.42, 0.06, 0.54, 1.0)):
        nodes += c.bow((-1.16, y), (0.0, y + 0.16), (1.16, y), f"quilt-{n}", 0.6)
    nodes += c.fine(c.lines((0.0, -0.9), (0.0, 1.26)), "zip", c.pale, 0.9)
    collar = c.smooth((-0.76, -1.16), (0.76, -1.16), (0.72, -0.66), (0.0, -0.54), (-0.72, -0.66), ease=0.1)
    nodes += c.pen.shape(collar, mixed(c.colour, c.pen.ink, 0.16), width=0.8 * c.pen.width, part="collar")
    return Garment(c.colour, c.colour, c.second, (), nodes, (bag,))


_DRAWN: dict[str, Callable[[Cloth], Garment]] = {
    "hoodie": _hoodie,
    "tee": _tee,
    "shirt": _shirt,
    "knit": _knit,
    "hanbok": hanbok.chima,
    "suit": _suit,
    "blazer": _blazer,
    "apron": _apron,
    "dress": _dress,
    "coat": _coat,
    "baji": hanbok.baji,
    "dopo": hanbok.dopo,
}
