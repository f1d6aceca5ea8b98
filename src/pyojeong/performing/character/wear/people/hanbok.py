"""Hanbok: jeogori with skirt, with trousers, and the long robe of elders and kings."""

from __future__ import annotations

from pyojeong.media.drawing.colours import mixed
from pyojeong.performing.character.pens import Nodes
from pyojeong.performing.character.wear.people.cloth import PALE, Cloth, Garment


def _git(c: Cloth) -> Nodes:
    """The crossed collar."""
    nodes: Nodes = ()
    for side, low in ((-1, (0.16, -0.30)), (1, (-0.10, -0.22))):
        band = c.lines((0.40 * side, -1.06), low)
        nodes += c.pen.line(band, width=0.24 * c.body.half_size[0] + 0.5 * c.pen.width, part=f"git-edge{side}")
        nodes += c.pen.line(band, width=0.24 * c.body.half_size[0] - 0.5 * c.pen.width, colour=PALE, part=f"git{side}")
    return nodes


def _goreum(c: Cloth, low: float) -> Nodes:
    """The ribbon with its one loop; it ends at ``low`` half heights."""
    ribbon = c.smooth((0.02, -0.30), (0.26, -0.22), (0.40, low - 0.08), (0.16, low), (0.06, low - 0.5), ease=0.08)
    loop = c.smooth((0.02, -0.26), (-0.40, -0.42), (-0.44, -0.12), ease=0.12)
    nodes: Nodes = ()
    for n, path in enumerate((ribbon, loop)):
        nodes += c.pen.shape(path, c.second, width=0.7 * c.pen.width, part=f"goreum-{n}")
    return nodes


def chima(c: Cloth) -> Garment:
    """A jeogori over a wide skirt."""
    pale = mixed(c.colour, "#ffffff", 0.78)
    skirt = c.smooth(
        (-0.84, -0.22),
        (0.0, -0.14),
        (0.84, -0.22),
        (1.34, 0.84),
        (1.42, 1.52),
        (0.0, 1.66),
        (-1.42, 1.52),
        (-1.34, 0.84),
    )
    jacket = c.smooth((-0.92, -1.06), (0.92, -1.06), (0.98, -0.12), (0.0, 0.02), (-0.98, -0.12), ease=0.06)
    nodes: Nodes = c.pen.shape(skirt, c.colour, part="skirt")
    for n, x in enumerate((-0.5, 0.0, 0.5)):
        nodes += c.bow((0.8 * x, 0.06), (1.1 * x, 0.8), (1.5 * x, 1.46), f"fold-{n}", 0.45)
    nodes += (*c.pen.shape(jacket, pale, part="jacket"), *_git(c), *_goreum(c, 0.80))
    return Garment(pale, pale, None, (), nodes, (skirt, jacket))


def baji(c: Cloth) -> Garment:
    """A jeogori to the hips over trousers."""
    pale = mixed(c.colour, "#ffffff", 0.78)
    jacket = c.smooth(
        (-0.84, -1.06), (0.84, -1.06), (0.98, -0.3), (1.14, 0.56), (0.0, 0.72), (-1.14, 0.56), (-0.98, -0.3), ease=0.08
    )
    nodes: Nodes = c.pen.shape(jacket, pale, part="jacket")
    nodes += c.bow((0.06, -0.2), (0.34, 0.2), (0.42, 0.64), "overlap")
    return Garment(c.colour, pale, c.colour, (), (*nodes, *_git(c), *_goreum(c, 0.42)), (jacket,))


def dopo(c: Cloth) -> Garment:
    """A robe to the shins, tied with a cord whose tassels hang."""
    robe = c.smooth(
        (-0.84, -1.06),
        (0.84, -1.06),
        (1.0, -0.2),
        (1.22, 0.9),
        (1.30, 1.40),
        (0.0, 1.52),
        (-1.30, 1.40),
        (-1.22, 0.9),
        (-1.0, -0.2),
        ease=0.09,
    )
    nodes: Nodes = c.pen.shape(robe, c.colour, part="robe")
    nodes += c.bow((0.06, -0.2), (0.42, 0.6), (0.50, 1.46), "overlap")
    for side in (-1, 1):
        nodes += c.bow((0.84 * side, 0.3), (0.92 * side, 0.8), (1.0 * side, 1.36), f"fold{side}", 0.45)
    cord = mixed(c.second, PALE, 0.15)
    nodes += c.fine(c.lines((-1.02, -0.02), (1.02, -0.02)), "cord", cord, 1.9)
    for n, x in enumerate((-0.16, -0.02)):
        nodes += c.fine(c.lines((-0.06, 0.0), (x, 0.72)), f"tassel-{n}", cord, 1.3)
    return Garment(c.colour, c.colour, PALE, (), (*nodes, *_git(c)), (robe,))
