"""Things to give, to celebrate with and to hug."""

from __future__ import annotations

from pyojeong.media.drawing.nodes import Node
from pyojeong.media.drawing.paths import circle, polar
from pyojeong.performing.character.acting import Arm, Hand, Layer, Part
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.props.prop import (
    BOTH_CHEST,
    HAND_OUT,
    Held,
    Place,
    Prop,
    chest,
    fills,
    out,
    raised,
    shapes,
    strokes,
)


def _gift(pen: Pen, at: Place) -> Nodes:
    box, lid = at.box(0, 0.25, 0.98, 0.7, 0.12), at.box(0, -0.5, 1.12, 0.26, 0.1)
    band = at.box(0, 0.1, 0.2, 0.9, 0.02)
    loops = [at.smooth((0.0, -0.76), (s * 0.55, -1.3), (s * 0.85, -0.98), (s * 0.5, -0.72)) for s in (-1, 1)]
    return shapes(
        pen, (box, "#8fc7f2"), (lid, "#a9d6f7"), (band, "#ff7a8a", 0.5), *((loop, "#ff7a8a", 0.75) for loop in loops)
    )


def _flower(pen: Pen, at: Place, x: float, y: float, colour: str) -> Nodes:
    petals = [(at.path(circle(polar((x, y), 0.25, 72 * n - 90), 0.21)), colour, 0.5) for n in range(5)]
    return (
        *shapes(pen, *petals),
        *fills(pen, (at.path(circle((x, y), 0.24)), colour)),
        *shapes(pen, (at.path(circle((x, y), 0.14)), "#ffd75e"), fine=0.4),
    )


def _bouquet(pen: Pen, at: Place) -> Nodes:
    paper = at.lines((-0.95, -0.75), (0.95, -0.75), (0.28, 0.75), (-0.28, 0.75), closed=True)
    leaves = at.smooth((-1.1, -0.8), (-0.75, -1.5), (0.0, -1.75), (0.75, -1.5), (1.1, -0.8), (0.0, -0.5))
    drawn: list[Node] = list(shapes(pen, (leaves, "#86c06a")))
    for x, y, colour in (
        (-0.55, -1.1, "#ff8fa8"),
        (0.55, -1.1, "#ffb45e"),
        (0.0, -1.5, "#ffffff"),
        (0.0, -0.92, "#ff6f86"),
    ):
        drawn.extend(_flower(pen, at, x, y, colour))
    bow = [(at.smooth((0.0, 0.35), (s * 0.42, 0.12), (s * 0.46, 0.6)), "#ff7a8a", 0.6) for s in (-1, 1)]
    return (*drawn, *shapes(pen, (paper, "#fdf1dc"), *bow))


def _heart(pen: Pen, at: Place) -> Nodes:
    shine = at.smooth((-0.66, -0.12), (-0.6, -0.42), (-0.36, -0.52), closed=False)
    return (
        *shapes(pen, (at.path(heart_path((0, 0), 1.0)), "#ff5d7a"), fine=1.0),
        *strokes(pen, [shine], 0.8, "#ffffff"),
    )


def _pillow(pen: Pen, at: Place) -> Nodes:
    cushion = at.smooth(
        (-1.35, -0.8), (0.0, -0.68), (1.35, -0.8), (1.22, 0.0), (1.35, 0.8), (0.0, 0.7), (-1.35, 0.8), (-1.22, 0.0)
    )
    folds = [at.lines((s * 1.2, y), (s * 0.92, y * 0.8)) for s in (-1, 1) for y in (-0.66, 0.66)]
    stripes = [at.smooth((x, -0.6), (x + 0.06, 0.0), (x, 0.6), closed=False) for x in (-0.45, 0.0, 0.45)]
    return (*shapes(pen, (cushion, "#cfe0ff")), *strokes(pen, stripes, 0.9, "#a9c4f5"), *strokes(pen, folds, 0.55))


def _popper(pen: Pen, at: Place) -> Nodes:
    cone = at.lines((-0.14, 0.75), (0.14, 0.75), (0.62, -0.55), (-0.62, -0.55), closed=True)
    stripes = [at.lines((-0.45, -0.1), (0.45, -0.35)), at.lines((-0.28, 0.35), (0.32, 0.1))]
    streams = [
        at.smooth((x, -0.7), (x * 2.0 + 0.1, -1.1), (x * 1.6, -1.5), (x * 2.6, -1.9), closed=False)
        for x in (-0.42, 0.02, 0.42)
    ]
    bits = [
        (at.box(x, y, 0.12, 0.09, 0.03), c)
        for x, y, c in (
            (-0.9, -1.2, "#ff7a8a"),
            (0.85, -1.35, "#6fc3ff"),
            (-0.35, -1.75, "#ffd75e"),
            (0.4, -2.0, "#9ad86a"),
            (1.2, -0.9, "#ffd75e"),
            (-1.2, -1.75, "#6fc3ff"),
        )
    ]
    return (
        *strokes(pen, streams, 0.7, "#ff9f43"),
        *shapes(pen, *((path, colour, 0.35) for path, colour in bits)),
        *shapes(pen, (cone, "#ffd75e")),
        *strokes(pen, stripes, 0.9, "#ff7a8a"),
        *shapes(pen, (at.oval(0, -0.55, 0.64, 0.2), "#fff3c4")),
    )


def _party_hat(pen: Pen, at: Place) -> Nodes:
    cone = at.lines((-0.72, 0.35), (0.72, 0.35), (0.0, -1.45), closed=True)
    dots = [
        (at.path(circle((x, y), 0.13)), c)
        for x, y, c in (
            (-0.25, 0.0, "#ffffff"),
            (0.28, 0.05, "#ffd75e"),
            (0.02, -0.45, "#ffffff"),
            (-0.02, -0.9, "#ffd75e"),
        )
    ]
    hem = at.smooth((-0.78, 0.36), (0.0, 0.52), (0.78, 0.36), closed=False)
    return (
        *shapes(pen, (cone, "#7aa7f5")),
        *fills(pen, *dots),
        *strokes(pen, [hem], 2.2),
        *strokes(pen, [hem], 1.1, "#ff8fa8"),
        *shapes(pen, (at.path(circle((0, -1.5), 0.26)), "#ff8fa8")),
    )


def _money(pen: Pen, at: Place) -> Nodes:
    drawn: list[Node] = []
    for turn in (-28, -4, 20):
        note = Place(at.origin, at.unit, at.side, at.turn_degrees + turn * at.side)
        drawn.extend(
            shapes(
                pen,
                (note.box(0, -0.75, 0.5, 0.95, 0.08), "#8fd18a", 0.7),
                (note.path(circle((0, -1.05), 0.24)), "#d9f2cf", 0.4),
            )
        )
        drawn.extend(strokes(pen, [note.lines((-0.28, -1.5), (0.28, -1.5))], 0.4))
    return tuple(drawn)


def _envelope(pen: Pen, at: Place) -> Nodes:
    sheet = at.box(0, -0.35, 1.0, 0.68, 0.1)
    flap = at.lines((-0.95, -0.98), (0.0, -0.25), (0.95, -0.98))
    seal = at.path(heart_path((0, -0.22), 0.26))
    return (*shapes(pen, (sheet, "#fff3dc")), *strokes(pen, [flap], 0.7), *shapes(pen, (seal, "#ff5d7a"), fine=0.5))


def _trophy(pen: Pen, at: Place) -> Nodes:
    cup = at.smooth((-0.72, -1.5), (0.72, -1.5), (0.66, -0.85), (0.3, -0.35), (-0.3, -0.35), (-0.66, -0.85), ease=0.12)
    ears = [
        at.smooth((s * 0.66, -1.3), (s * 1.15, -1.3), (s * 1.05, -0.8), (s * 0.5, -0.7), closed=False) for s in (-1, 1)
    ]
    stem, foot = at.box(0, -0.1, 0.13, 0.3, 0.03), at.box(0, 0.3, 0.58, 0.18, 0.06)
    star = at.lines(*(polar((0, -0.98), 0.34 if n % 2 == 0 else 0.15, 36 * n - 90) for n in range(10)), closed=True)
    return (
        *strokes(pen, ears, 2.0),
        *strokes(pen, ears, 0.75, "#ffcf4a"),
        *shapes(pen, (stem, "#e5ab2b"), (foot, "#9a6a3f"), (cup, "#ffcf4a")),
        *fills(pen, (star, "#fff6d8")),
    )


def _balloon(pen: Pen, at: Place) -> Nodes:
    string = at.smooth((0.0, 0.0), (0.15, -0.8), (-0.1, -1.5), (0.1, -2.1), closed=False)
    shine = at.smooth((-0.5, -3.05), (-0.42, -3.4), (-0.15, -3.6), closed=False)
    knot = at.lines((-0.14, -1.98), (0.14, -1.98), (0.0, -2.2), closed=True)
    return (
        *strokes(pen, [string], 0.6),
        *shapes(
            pen,
            (knot, "#ff6f6f", 0.7),
            (
                at.smooth((0.0, -2.1), (-0.66, -2.6), (-0.86, -3.25), (0.0, -4.0), (0.86, -3.25), (0.66, -2.6)),
                "#ff6f6f",
            ),
        ),
        *strokes(pen, [shine], 0.9, "#ffffff"),
    )


def _light_stick(pen: Pen, at: Place) -> Nodes:
    grip = at.box(0, 0.1, 0.2, 0.55, 0.1)
    rays = [at.lines(polar((0, -1.05), 0.95, a), polar((0, -1.05), 1.25, a)) for a in (-150, -110, -70, -30)]
    return (
        *shapes(
            pen,
            (grip, "#55606e"),
            (at.path(circle((0, -1.05), 0.66)), "#b8f0ff"),
            (at.path(heart_path((0, -1.02), 0.34)), "#ff7aa8", 0.45),
        ),
        *strokes(pen, rays, 0.7, "#ffc93c"),
    )


_WING = (
    (0.5, 0.1),
    (1.2, -1.0),
    (2.3, -1.5),
    (2.75, -1.1),
    (2.5, -0.72),
    (2.55, -0.2),
    (2.1, 0.0),
    (1.9, 0.42),
    (1.3, 0.5),
)


def _wings(pen: Pen, at: Place) -> Nodes:
    """On the back; the unit is half the body's width."""
    drawn: list[Node] = []
    for side in (-1, 1):
        wing = at.smooth(*((x * side, y) for x, y in _WING))
        feathers = [
            at.smooth((x * side, y), ((x - 0.35) * side, y - 0.04), ((x - 0.6) * side, y - 0.2), closed=False)
            for x, y in ((2.35, -0.62), (1.95, 0.02))
        ]
        drawn.extend((*shapes(pen, (wing, "#ffffff"), fine=1.0), *strokes(pen, feathers, 0.6, "#b9c6e6")))
    return tuple(drawn)


_HUG = Arm((0.8, 0.2), Part.BODY, 0.9, Hand.RELAXED, layer=Layer.FRONT)
GIFTS = (
    Prop("gift", "선물", "Gift", Held.BOTH, _gift, 34, BOTH_CHEST),
    Prop(
        "bouquet",
        "꽃다발",
        "Bouquet",
        Held.BOTH,
        _bouquet,
        37,
        (chest(x=0.34, y=0.45), chest(x=0.34, y=0.45)),
        (0.0, 0.25),
    ),
    Prop("heart", "하트", "Heart", Held.HAND, _heart, 28, (None, out(Hand.OPEN)), (0.0, -1.2), hands_over=False),
    Prop("big-heart", "큰 하트", "Big heart", Held.BOTH, _heart, 62, (_HUG, _HUG), (0.0, 0.1)),
    Prop("pillow", "베개", "Pillow", Held.BOTH, _pillow, 41, (_HUG, _HUG)),
    Prop("popper", "폭죽", "Party popper", Held.HAND, _popper, 42, (None, raised(y=0.15, x=1.28))),
    Prop("party-hat", "고깔모자", "Party hat", Held.HEAD, _party_hat, 34),
    Prop("money", "돈", "Money", Held.HAND, _money, 38, HAND_OUT),
    Prop("envelope", "편지", "Letter", Held.HAND, _envelope, 38, HAND_OUT),
    Prop("trophy", "트로피", "Trophy", Held.HAND, _trophy, 45, (None, raised(y=0.1, x=1.3))),
    Prop("balloon", "풍선", "Balloon", Held.HAND, _balloon, 38, (None, out(y=0.15))),
    Prop("wings", "날개", "Wings", Held.BEHIND, _wings, 62),
    Prop("light-stick", "응원봉", "Light stick", Held.HAND, _light_stick, 38, (None, raised(y=0.1, x=1.28))),
)
