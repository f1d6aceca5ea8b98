"""The block person's gags of parts: what can be put together can come apart, and exactly so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import arc, circle, lines, oval, placed, rounded
from pyojeong.performing.character.assembling import Dress
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.designs.blocks_parts import body_path, dress, face_parts, hand_colour
from pyojeong.performing.character.designs.blocks_shapes import bar
from pyojeong.performing.character.face import FacePlaces
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.pens import Nodes

_MIDDLE = 180.0
Drawn = Callable[[Gag], Figure]


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """A gag's head: where it is, what it is drawn with, and its face."""

    gag: Gag
    stood: Posture
    dressed: Dress
    where: FacePlaces

    @property
    def tilt(self) -> Matrix:
        """Its own."""
        return Matrix.turned(self.stood.head.tilt_degrees, self.stood.head.centre)

    @property
    def nodes(self) -> Nodes:
        """Head and face, tilted."""
        return (Group(self.dressed.head_nodes, matrix=self.tilt),)

    @property
    def area(self) -> skia.Path:
        """The tilted head's."""
        return placed(self.dressed.head, self.tilt)

    def figure(self, nodes: Nodes, *areas: skia.Path, body: Frame | None = None) -> Figure:
        """The whole."""
        return self.gag.figure(self.stood, self.where, nodes, self.area, *areas, body=body, hair=self.dressed.hair)


def headed(gag: Gag, centre: Point, *, size: float = 1.0, tilt: float = 0.0, outline: skia.Path | None = None) -> Head:
    """A head of its own proportions where the gag wants it."""
    w, h = gag.build.head.half_size
    stood = gag.head(centre, (w * size, h * size), tilt=tilt)
    parts = dress(gag.pen, gag.choices, stood, gag.acting, gag.looks, outline=outline)
    return Head(gag, stood, parts, face_parts(gag.choices, stood))


def trunk(gag: Gag, centre: Point, *, turn: float = 0.0, size: float = 1.0) -> skia.Path:
    """Its body, turned."""
    w, h = gag.build.body.half_size
    own = body_path(gag.choices.option("body"), Frame(centre, (w * size, h * size)), gag.choices.number("corner"))
    return placed(own, Matrix.turned(turn, centre))


def limb(gag: Gag, start: Point, end: Point, part: str) -> Nodes:
    """A bar of its limbs."""
    return gag.pen.shape(bar(start, end, gag.build.leg), gag.choices.colour("limbs-colour"), part=part)


def ball(gag: Gag, place: Point, part: str) -> Nodes:
    """A hand that is but a ball."""
    return gag.pen.shape(circle(place, gag.build.hand), hand_colour(gag.pen, gag.choices), part=part)


def shoe(gag: Gag, place: Point, part: str, *, turn: float = 0.0) -> Nodes:
    """A foot."""
    area = placed(oval(place, gag.build.foot), Matrix.turned(turn, place))
    return gag.pen.shape(area, gag.choices.colour("shoes"), part=part)


def _fall_apart(gag: Gag) -> Figure:
    """A heap of shapes on the floor, the head on top of it."""
    y, rock = GROUND, 2.5 * gag.swing()
    head = headed(gag, (164, y - 128), tilt=-15 + rock)
    body = trunk(gag, (232, y - 46), turn=97)
    coat = gag.choices.colour("clothes-colour")
    nodes = (
        *limb(gag, (30, y - 12), (98, y - 14), "a"),
        *limb(gag, (276, y - 14), (330, y - 40), "b"),
        *gag.pen.shape(body, coat, part="body"),
        *limb(gag, (104, y - 34), (160, y - 14), "c"),
        *head.nodes,
        *limb(gag, (70, y - 32), (120, y - 58), "d"),
        *ball(gag, (322, y - 74), "hand"),
        *ball(gag, (46, y - 44), "other"),
        *shoe(gag, (196, y - 10), "shoe"),
        *shoe(gag, (342, y - 12), "pair", turn=-62),
    )
    return head.figure(nodes, body, body=Frame((180, y - 40), (130, 40)))


def _stack(gag: Gag) -> Figure:
    """Its own parts, sorted and stacked, the head on top; it sways and is proud of it."""
    y, s = GROUND, gag.swing()
    coat, pen = gag.choices.colour("clothes-colour"), gag.pen
    levels = (0.0, 2.0 * s, 4.5 * s, 7.0 * s, 10.0 * s)
    x = [_MIDDLE + level for level in levels]
    body = trunk(gag, (x[2], y - 76), turn=180, size=0.86)
    head = headed(gag, (x[4], y - 222), size=0.92, tilt=1.6 * s)
    nodes = (
        *shoe(gag, (x[0] - 26, y - 9), "shoe"),
        *shoe(gag, (x[0] + 26, y - 9), "pair"),
        *limb(gag, (x[0] - 62, y - 26), (x[0] + 62, y - 26), "a"),
        *pen.shape(body, coat, part="body"),
        *limb(gag, (x[3] - 74, y - 128), (x[3] + 74, y - 128), "b"),
        *ball(gag, (x[3] - 60, y - 150), "hand"),
        *ball(gag, (x[3] + 60, y - 150), "other"),
        *head.nodes,
    )
    return head.figure(nodes, body, body=Frame((_MIDDLE, y - 60), (70, 60)))


def _exploded(gag: Gag) -> Figure:
    """An exploded view, as in the manual: all parts in their order, with dashed axes between them."""
    y, gap = GROUND, 7 * (1 + gag.swing(2, 0.25)) / 2
    pen, coat = gag.pen, gag.choices.colour("clothes-colour")
    head = headed(gag, (_MIDDLE, 106 - gap), size=0.94)
    body = trunk(gag, (_MIDDLE, y - 104), size=0.94)
    axes = [((_MIDDLE, 186), (_MIDDLE, 204)), ((_MIDDLE, 60), (_MIDDLE, 20))]
    axes += [((_MIDDLE + k * 66, 226), (_MIDDLE + k * 96, 226)) for k in (-1, 1)]
    axes += [((_MIDDLE + k * 26, 280), (_MIDDLE + k * 26, 292)) for k in (-1, 1)]
    grey = mixed(pen.ink, "#ffffff", 0.45)
    nodes: list[Node] = [node for n, axis in enumerate(axes) for node in _dashes(gag, *axis, grey, f"axis{n}")]
    nodes += pen.shape(body, coat, part="body")
    for k in (-1, 1):
        x = _MIDDLE + k * (104 + gap)
        nodes += limb(gag, (x, 212), (x + k * 16, 250), f"arm{k}")
        nodes += ball(gag, (x + k * (24 + gap), 284 + gap), f"hand{k}")
        nodes += limb(gag, (_MIDDLE + k * 26, y - 44 + 0.3 * gap), (_MIDDLE + k * 26, y - 38 + 0.3 * gap), f"leg{k}")
        nodes += shoe(gag, (_MIDDLE + k * 32, y - 9), f"shoe{k}")
    return head.figure((*nodes, *head.nodes), body, body=Frame((_MIDDLE, y - 104), (50, 44)))


def _dashes(gag: Gag, start: Point, end: Point, colour: str, part: str) -> Nodes:
    """A dashed line."""
    (a, b), (u, v) = start, end
    pieces = [
        lines([(a + (u - a) * t, b + (v - b) * t), (a + (u - a) * (t + 0.16), b + (v - b) * (t + 0.16))])
        for t in (0.0, 0.42, 0.84)
    ]
    return gag.lines(pieces, part, share=0.55, colour=colour)


def _puzzle(gag: Gag) -> Figure:
    """Four tiles that somebody has turned and not turned back."""
    pen, step = gag.pen, 4 * gag.swing()
    y, side = GROUND, 108.0
    middle = (_MIDDLE, 148.0)
    square = rounded(middle[0] - side, middle[1] - side, 2 * side, 2 * side, 30)
    w, h = gag.build.head.half_size
    stood = gag.head(middle, (side, side * h / w), face=(0.0, -0.20))
    parts = dress(pen, gag.choices, stood, gag.acting, gag.looks, outline=square)
    where = face_parts(gag.choices, stood)
    turns = ((-1, -1, 14 + step), (1, -1, -9.0), (-1, 1, -7.0), (1, 1, 90 + step))
    tiles: list[Node] = []
    for a, b, turn in turns:
        x, v = middle[0] + a * side / 2, middle[1] + b * side / 2
        tile = rounded(x - side / 2 + 2, v - side / 2 + 2, side - 4, side - 4, 15)
        away = Matrix.moved(a * 5, b * 5) @ Matrix.turned(turn, (x, v))
        backed = pen.shape(tile, gag.choices.colour("skin"), part=f"tile{a}{b}")
        tiles.append(Group((*backed, Group(parts.head_nodes, clip=tile)), matrix=away))
    legs = [node for k in (-1, 1) for node in limb(gag, (_MIDDLE + k * 40, 262), (_MIDDLE + k * 40, y - 20), f"leg{k}")]
    feet = [node for k in (-1, 1) for node in shoe(gag, (_MIDDLE + k * 46, y - 9), f"shoe{k}")]
    turned = [arc((300, 250), (326, 262), (330, 232)), lines([(320, 238), (331, 229), (338, 242)])]
    nodes = (*legs, *feet, *tiles, *gag.lines(turned, "turn", share=0.8))
    return gag.figure(stood, where, nodes, square, body=Frame((_MIDDLE, y - 50), (60, 40)))


def _cube(gag: Gag) -> Figure:
    """Folded into a cube: the safest shape there is."""
    pen, y = gag.pen, GROUND
    x = _MIDDLE - 26 + 2 * gag.swing(4)
    skin, band = gag.choices.colour("skin"), gag.choices.colour("clothes-colour")
    front = rounded(x - _SIDE, y - 4 - 2 * _SIDE, 2 * _SIDE, 2 * _SIDE, 9)
    top, low = y - 2 * _SIDE, y - 34
    roof = lines(
        [(x - _SIDE + 4, top - 2), *_edge(x - _SIDE, top), *_edge(x + _SIDE, top), (x + _SIDE - 2, top - 2)],
        closed=True,
    )
    flank = lines(
        [(x + _SIDE - 4, top), *_edge(x + _SIDE, top), *_edge(x + _SIDE, y - 6), (x + _SIDE - 4, y - 6)], closed=True
    )
    side = lines(
        [(x + _SIDE - 6, low), *_edge(x + _SIDE, low), *_edge(x + _SIDE, y - 6), (x + _SIDE - 6, y - 5)], closed=True
    )
    w, h = gag.build.head.half_size
    stood = gag.head((x, y - _SIDE - 4), (_SIDE, _SIDE * h / w))
    parts = dress(pen, gag.choices, stood, gag.acting, gag.looks, outline=front)
    nodes = (
        *pen.fill(roof, mixed(skin, "#ffffff", 0.38), part="roof"),
        *pen.fill(flank, mixed(skin, pen.ink, 0.30), part="flank"),
        Group(parts.head_nodes, clip=_above(low)),
        *pen.fill(rounded(x - _SIDE, low, 2 * _SIDE, 30, 8), band, part="low"),
        *pen.fill(side, mixed(band, pen.ink, 0.3), part="low-flank"),
    )
    ground = Frame((x + 20, y - 40), (112, 40))
    return gag.figure(stood, face_parts(gag.choices, stood), nodes, front, roof, flank, body=ground)


_SIDE, _DEEP = 100.0, 50.0


def _edge(x: float, y: float) -> tuple[Point]:
    """The far end of an edge that goes back from (x, y)."""
    return ((x + _DEEP, y - _DEEP),)


def _above(y: float) -> skia.Path:
    return lines([(-60, -60), (420, -60), (420, y), (-60, y)], closed=True)


DRAWN: Mapping[str, Drawn] = {
    "fall-apart": _fall_apart,
    "stack": _stack,
    "exploded": _exploded,
    "puzzle": _puzzle,
    "cube": _cube,
}
"""How each of them is drawn."""
