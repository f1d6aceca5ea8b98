"""Clothes on a body without sleeves: the parts inside its outline, and what hangs over it."""

from __future__ import annotations

from collections.abc import Callable

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Node
from pyojeong.media.drawing.paths import arc, circle, lines, rounded, smooth
from pyojeong.performing.character.build import Build
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option

CLOTHES = (
    Option("none", "없음", "None"),
    Option("scarf", "목도리", "Scarf"),
    Option("tee", "줄무늬 티셔츠", "Striped tee"),
    Option("overalls", "멜빵바지", "Overalls"),
    Option("apron", "앞치마", "Apron"),
    Option("bow-tie", "나비넥타이", "Bow tie"),
    Option("tie", "넥타이", "Tie"),
    Option("hanbok", "한복", "Hanbok"),
    Option("bib", "턱받이", "Bib"),
)
Clothes = tuple[Nodes, Nodes]


def below_chin(rest: Build, body: Frame) -> Frame:
    """The part of a body that a head leaves free at rest, as a frame: `clothes` wants it where there is no neck."""
    chin = rest.head.centre[1] + rest.head.half_size[1]
    hidden = max(0.0, (chin - rest.body.centre[1]) / rest.body.half_size[1] + 0.78)
    (x, y), (w, h) = body.centre, body.half_size
    return Frame((x, y + 0.5 * hidden * h), (w, h * (1 - 0.5 * hidden)), body.tilt_degrees)


def clothes(pen: Pen, kind: str, body: Frame, colour: str) -> Clothes:
    """Nodes inside the body's outline, and nodes that hang over it."""
    return ((), ()) if kind == "none" else _DRAWN[kind](pen, body, colour)


def _fine(pen: Pen) -> float:
    return pen.width * 0.6


def _scarf(pen: Pen, body: Frame, colour: str) -> Clothes:
    end = smooth([body.at(x, y) for x, y in ((0.2, -0.5), (0.52, -0.52), (0.66, 0.1), (0.5, 0.24), (0.3, 0.14))])
    band = smooth(
        [
            body.at(x, y)
            for x, y in ((-0.85, -0.72), (0.0, -0.5), (0.85, -0.72), (0.82, -0.36), (0.0, -0.14), (-0.82, -0.36))
        ]
    )
    fringe = lines([body.at(0.36, 0.02), body.at(0.6, -0.02)])
    drawn = (*pen.shape(end, colour, part="scarf-end"), *pen.line(fringe, width=_fine(pen), part="fringe"))
    return (), (*drawn, *pen.shape(band, colour, part="scarf"))


def _tee(pen: Pen, body: Frame, colour: str) -> Clothes:
    shirt = smooth(
        [body.at(x, y) for x, y in ((-1.2, -1.1), (1.2, -1.1), (1.2, 0.4), (0.0, 0.52), (-1.2, 0.4))], ease=0.1
    )
    nodes: list[Node] = list(pen.fill(shirt, colour, part="tee"))
    for n, y in enumerate((-0.55, -0.12, 0.31)):
        stripe = arc(body.at(-1.1, y - 0.1), body.at(0.0, y + 0.12), body.at(1.1, y - 0.1))
        nodes.extend(
            pen.line(stripe, width=0.15 * body.half_size[1], colour=mixed(colour, "#ffffff", 0.75), part=f"stripe-{n}")
        )
    hem = arc(body.at(-1.1, 0.42), body.at(0.0, 0.62), body.at(1.1, 0.42))
    return (*nodes, *pen.line(hem, part="hem")), ()


def _overalls(pen: Pen, body: Frame, colour: str) -> Clothes:
    points = (
        (-1.2, 0.12),
        (-0.5, 0.1),
        (-0.46, -0.42),
        (0.46, -0.42),
        (0.5, 0.1),
        (1.2, 0.12),
        (1.2, 1.2),
        (-1.2, 1.2),
    )
    nodes = list(pen.shape(lines([body.at(x, y) for x, y in points], closed=True), colour, part="overalls"))
    for side in (-1, 1):
        strap = lines([body.at(0.36 * side, -0.36), body.at(0.62 * side, -1.1)])
        nodes.extend(pen.line(strap, width=0.2 * body.half_size[0], part=f"strap-edge{side}"))
        nodes.extend(pen.line(strap, width=0.2 * body.half_size[0] - pen.width, colour=colour, part=f"strap{side}"))
        nodes.extend(
            pen.fill(circle(body.at(0.36 * side, -0.3), 0.06 * body.half_size[0]), "#ffd75e", part=f"button{side}")
        )
    (x, y), w = body.at(0.0, 0.0), body.half_size[0]
    pocket = rounded(x - 0.2 * w, y - 0.08 * w, 0.4 * w, 0.3 * w, 0.1 * w)
    return (*nodes, *pen.line(pocket, width=_fine(pen), part="pocket")), ()


def _apron(pen: Pen, body: Frame, colour: str) -> Clothes:
    points = (
        (-0.42, -0.5),
        (0.42, -0.5),
        (0.5, 0.0),
        (0.78, 0.12),
        (0.68, 0.66),
        (0.0, 0.8),
        (-0.68, 0.66),
        (-0.78, 0.12),
        (-0.5, 0.0),
    )
    strap = arc(body.at(-0.4, -0.5), body.at(0.0, -1.2), body.at(0.4, -0.5))
    sheet = smooth([body.at(x, y) for x, y in points], ease=0.1)
    sign = heart_path(body.at(0.0, 0.18), 0.17 * body.half_size[0])
    nodes = (*pen.line(strap, width=_fine(pen), part="strap"), *pen.shape(sheet, colour, part="apron"))
    return (*nodes, *pen.fill(sign, mixed(colour, "#ffffff", 0.8), part="sign")), ()


def _bow_tie(pen: Pen, body: Frame, colour: str) -> Clothes:
    nodes: list[Node] = []
    for side in (-1, 1):
        loop = smooth([body.at(x * side, y) for x, y in ((0.0, -0.5), (0.36, -0.72), (0.44, -0.5), (0.36, -0.26))])
        nodes.extend(pen.shape(loop, colour, width=pen.width * 0.85, part=f"loop{side}"))
    knot = circle(body.at(0.0, -0.49), 0.12 * body.half_size[0])
    return (), (*nodes, *pen.shape(knot, mixed(colour, "#ffffff", 0.25), width=pen.width * 0.85, part="knot"))


def _tie(pen: Pen, body: Frame, colour: str) -> Clothes:
    blade = lines(
        [body.at(x, y) for x, y in ((-0.1, -0.5), (0.1, -0.5), (0.2, 0.22), (0.0, 0.42), (-0.2, 0.22))], closed=True
    )
    knot = lines([body.at(x, y) for x, y in ((-0.17, -0.76), (0.17, -0.76), (0.1, -0.48), (-0.1, -0.48))], closed=True)
    width = pen.width * 0.85
    return (), (
        *pen.shape(blade, colour, width=width, part="blade"),
        *pen.shape(knot, colour, width=width, part="knot"),
    )


def _hanbok(pen: Pen, body: Frame, colour: str) -> Clothes:
    """Jeogori over a skirt: crossed collar, long ribbon."""
    skirt = smooth([body.at(x, y) for x, y in ((-1.3, -0.08), (1.3, -0.08), (1.4, 1.3), (-1.4, 1.3))], ease=0.05)
    jacket = smooth(
        [body.at(x, y) for x, y in ((-1.3, -1.2), (1.3, -1.2), (1.3, -0.1), (0.0, 0.06), (-1.3, -0.1))], ease=0.05
    )
    pale = mixed(colour, "#ffffff", 0.72)
    nodes = [*pen.fill(skirt, colour, part="skirt"), *pen.shape(jacket, pale, part="jacket")]
    for side, end in ((-1, 0.14), (1, -0.1)):
        collar = lines([body.at(0.42 * side, -1.1), body.at(-end * side if side < 0 else end, -0.12)])
        nodes.extend(pen.line(collar, width=0.2 * body.half_size[0], part=f"collar-edge{side}"))
        nodes.extend(
            pen.line(collar, width=0.2 * body.half_size[0] - pen.width * 0.8, colour="#ffffff", part=f"collar{side}")
        )
    ribbon = smooth(
        [body.at(x, y) for x, y in ((0.06, -0.2), (0.24, -0.12), (0.34, 0.62), (0.14, 0.7), (0.08, 0.2))], ease=0.1
    )
    return (*nodes, *pen.shape(ribbon, mixed(colour, pen.ink, 0.3), width=_fine(pen), part="ribbon")), ()


def _bib(pen: Pen, body: Frame, colour: str) -> Clothes:
    sheet = smooth([body.at(x, y) for x, y in ((-0.5, -0.9), (0.5, -0.9), (0.58, -0.3), (0.0, 0.16), (-0.58, -0.3))])
    sign = heart_path(body.at(0.0, -0.34), 0.16 * body.half_size[0])
    return (), (*pen.shape(sheet, "#ffffff", part="bib"), *pen.fill(sign, colour, part="sign"))


_DRAWN: dict[str, Callable[[Pen, Frame, str], Clothes]] = {
    "scarf": _scarf,
    "tee": _tee,
    "overalls": _overalls,
    "apron": _apron,
    "bow-tie": _bow_tie,
    "tie": _tie,
    "hanbok": _hanbok,
    "bib": _bib,
}
