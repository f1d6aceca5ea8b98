"""Things of home, of work and of the road."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.nodes import Node
from pyojeong.media.drawing.paths import circle, polar
from pyojeong.performing.character.acting import Arm, Hand, Layer, Part
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.props.prop import (
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


def _phone(pen: Pen, at: Place) -> Nodes:
    back, lens = at.box(0, -0.3, 0.55, 1.0, 0.2), at.box(-0.2, -0.95, 0.2, 0.2, 0.08)
    return (
        *shapes(pen, (back, "#5c6474"), (lens, "#3a404c", 0.4)),
        *fills(pen, (at.path(circle((-0.2, -0.95), 0.1)), "#aee3ff")),
    )


def _blanket(pen: Pen, at: Place) -> Nodes:
    """Over the body up to the chin; the origin is the middle of its lower edge, its unit half the body's width."""
    at = Place(at.at(0.0, -1.0), at.unit, at.side, at.turn_degrees)
    sheet = at.smooth(
        (-1.5, -0.45),
        (0.0, -0.62),
        (1.5, -0.45),
        (1.9, 0.35),
        (1.98, 0.98),
        (0.0, 1.04),
        (-1.98, 0.98),
        (-1.9, 0.35),
        ease=0.13,
    )
    fold = at.smooth(
        (-1.52, -0.45), (0.0, -0.62), (1.52, -0.45), (1.62, -0.12), (0.0, -0.26), (-1.62, -0.12), ease=0.13
    )
    stars = [
        (
            at.lines(*(polar((x, y), 0.15 if n % 2 == 0 else 0.065, 36 * n - 90) for n in range(10)), closed=True),
            "#fff1b8",
        )
        for x, y in ((-1.1, 0.35), (-0.35, 0.55), (0.4, 0.3), (1.15, 0.55))
    ]
    return (*shapes(pen, (sheet, "#8fa8e8"), fine=1.0), *fills(pen, *stars), *shapes(pen, (fold, "#f4f6ff"), fine=1.0))


def _umbrella(pen: Pen, at: Place) -> Nodes:
    stick = at.lines((0.0, 0.5), (0.0, -3.0))
    canopy = at.path(_canopy())
    ribs = [at.smooth((0.0, -4.3), (x, -3.6), (x * 1.25, -2.95), closed=False) for x in (-0.75, 0.75)]
    tip = at.lines((0.0, -4.3), (0.0, -4.6))
    return (*strokes(pen, [stick, tip], 1.1), *shapes(pen, (canopy, "#7aa7f5"), fine=1.0), *strokes(pen, ribs, 0.55))


def _canopy() -> skia.Path:
    path = skia.Path()
    path.moveTo(-2.6, -2.9)
    path.cubicTo(-2.4, -4.75, 2.4, -4.75, 2.6, -2.9)
    for start, end in ((2.6, 0.87), (0.87, -0.87), (-0.87, -2.6)):
        path.quadTo((start + end) / 2, -3.35, end, -2.9)
    path.close()
    return path


def _book(pen: Pen, at: Place) -> Nodes:
    cover = at.lines((-1.3, -0.75), (0.0, -0.6), (1.3, -0.75), (1.3, 0.75), (0.0, 0.9), (-1.3, 0.75), closed=True)
    spine = at.lines((0.0, -0.6), (0.0, 0.9))
    label = at.box(0.62, -0.08, 0.36, 0.24, 0.06)
    return (*shapes(pen, (cover, "#e0776b")), *strokes(pen, [spine], 0.7), *shapes(pen, (label, "#fff3dc"), fine=0.45))


def _pencil(pen: Pen, at: Place) -> Nodes:
    wood = at.lines((-0.2, -1.1), (0.2, -1.1), (0.0, -1.7), closed=True)
    shaft, end = at.box(0, -0.1, 0.2, 1.0, 0.03), at.box(0, 1.02, 0.22, 0.2, 0.1)
    lead = at.lines((-0.07, -1.49), (0.07, -1.49), (0.0, -1.7), closed=True)
    return (*shapes(pen, (wood, "#ffe2b5"), (shaft, "#ffcf4a"), (end, "#ff8fa8")), *fills(pen, (lead, pen.ink)))


def _sign(pen: Pen, at: Place) -> Nodes:
    board = at.box(0, 0, 2.1, 1.05, 0.22)
    inner = at.box(0, 0, 1.9, 0.85, 0.14)
    return (*shapes(pen, (board, "#e3b173"), fine=1.0), *shapes(pen, (inner, "#fffaf0"), fine=0.45))


def _laptop(pen: Pen, at: Place) -> Nodes:
    """Seen from behind, standing before the figure."""
    lid, base = at.box(0, -0.62, 1.3, 0.82, 0.16), at.box(0, 0.26, 1.6, 0.13, 0.1)
    return (
        *shapes(pen, (lid, "#c9d1de"), (base, "#aeb8c9"), fine=0.95),
        *fills(pen, (at.path(circle((0, -0.62), 0.2)), "#ffffff")),
    )


def _tissue(pen: Pen, at: Place) -> Nodes:
    sheet = at.smooth(
        (-0.75, -0.95), (-0.1, -0.72), (0.6, -1.0), (0.62, -0.2), (0.85, 0.6), (0.1, 0.42), (-0.6, 0.68), (-0.55, -0.1)
    )
    folds = [
        at.smooth((-0.15, -0.55), (-0.05, -0.1), (-0.2, 0.2), closed=False),
        at.smooth((0.3, -0.5), (0.32, -0.1), (0.45, 0.2), closed=False),
    ]
    return (*shapes(pen, (sheet, "#ffffff")), *strokes(pen, folds, 0.45, "#b9c6d6"))


def _megaphone(pen: Pen, at: Place) -> Nodes:
    """Points outward."""
    horn = at.lines((-0.1, -0.3), (1.35, -0.95), (1.35, 0.95), (-0.1, 0.3), closed=True)
    rear, mouth = at.box(-0.35, 0.0, 0.32, 0.34, 0.12), at.oval(1.35, 0.0, 0.24, 0.95)
    grip = at.box(-0.05, 0.5, 0.16, 0.4, 0.1)
    waves = [at.smooth(*(polar((1.2, 0.0), r, a) for a in (-28, 0, 28)), closed=False) for r in (0.85, 1.25)]
    return (
        *shapes(pen, (grip, "#d7dde8"), (rear, "#d7dde8"), (horn, "#ff6f6f"), (mouth, "#ffd9d9")),
        *strokes(pen, waves, 0.7, "#ff9f43"),
    )


def _clock(pen: Pen, at: Place) -> Nodes:
    feet = [(at.path(circle((x, 0.72), 0.17)), "#8d97a8", 0.7) for x in (-0.5, 0.5)]
    bells = [(at.path(circle((x, -0.8), 0.32)), "#ffcf4a", 0.8) for x in (-0.55, 0.55)]
    hands = [at.lines((0.0, 0.0), (0.0, -0.52)), at.lines((0.0, 0.0), (0.34, 0.14))]
    return (
        *shapes(
            pen,
            *feet,
            *bells,
            (at.path(circle((0, 0), 0.92)), "#ff7a6b"),
            (at.path(circle((0, 0), 0.66)), "#ffffff", 0.5),
        ),
        *strokes(pen, hands, 0.75),
    )


def _suitcase(pen: Pen, at: Place) -> Nodes:
    """Stands on the ground: the origin is the middle of its lower edge."""
    handle = at.lines((-0.34, -2.1), (-0.34, -2.75), (0.34, -2.75), (0.34, -2.1))
    wheels = [(at.path(circle((x, -0.08), 0.16)), "#55606e", 0.7) for x in (-0.55, 0.55)]
    ribs = [at.lines((x, -1.95), (x, -0.45)) for x in (-0.4, 0.0, 0.4)]
    return (
        *strokes(pen, [handle], 1.0),
        *shapes(pen, *wheels, (at.box(0, -1.18, 0.86, 1.0, 0.22), "#58b8a6"), fine=0.95),
        *strokes(pen, ribs, 0.5),
    )


def _dumbbell(pen: Pen, at: Place) -> Nodes:
    bar = at.box(0, 0, 1.05, 0.13, 0.06)
    plates = [
        (at.box(s * x, 0, 0.16, h, 0.09), c)
        for s in (-1, 1)
        for x, h, c in ((1.18, 0.48, "#6d7686"), (0.82, 0.72, "#8791a3"))
    ]
    return shapes(pen, (bar, "#c9d1de"), *plates)


def _microphone(pen: Pen, at: Place) -> Nodes:
    grip = at.lines((-0.2, -0.6), (0.2, -0.6), (0.13, 0.75), (-0.13, 0.75), closed=True)
    head = at.path(circle((0, -1.0), 0.48))
    mesh = [at.smooth((-0.4, -1.0), (0.0, -0.86), (0.4, -1.0), closed=False), at.lines((0.0, -1.42), (0.0, -0.6))]
    return (*shapes(pen, (grip, "#4a5160"), (head, "#c9d1de")), *strokes(pen, mesh, 0.4))


def _magnifier(pen: Pen, at: Place) -> Nodes:
    handle = at.lines((0.0, 0.6), (0.0, -0.5))
    glass = at.path(circle((0, -1.2), 0.74))
    shine = at.smooth((-0.42, -1.2), (-0.36, -1.5), (-0.1, -1.62), closed=False)
    return (
        *strokes(pen, [handle], 2.6),
        *strokes(pen, [handle], 1.0, "#b9855a"),
        *pen.fill(glass, "#d9f2ff", opacity=0.55, part="glass"),
        *strokes(pen, [glass], 1.7),
        *strokes(pen, [glass], 0.5, "#c9d1de"),
        *strokes(pen, [shine], 0.8, "#ffffff"),
    )


def _flag(pen: Pen, at: Place) -> Nodes:
    pole = at.lines((0.0, 0.7), (0.0, -2.4))
    cloth = at.lines((0.0, -2.35), (1.8, -1.8), (0.0, -1.2), closed=True)
    sign = at.path(heart_path((0.58, -1.8), 0.26))
    return (*strokes(pen, [pole], 1.3), *shapes(pen, (cloth, "#ffcf4a")), *fills(pen, (sign, "#ff5d7a")))


def _broom(pen: Pen, at: Place) -> Nodes:
    """Stands beside the hand, bristles down."""
    stick = at.lines((0.0, -2.2), (0.0, 1.0))
    brush = at.lines((-0.3, 0.9), (0.3, 0.9), (0.7, 2.0), (-0.7, 2.0), closed=True)
    straws = [at.lines((x * 0.5, 1.15), (x, 1.85)) for x in (-0.32, 0.0, 0.32)]
    return (
        *strokes(pen, [stick], 1.6),
        *strokes(pen, [stick], 0.6, "#c98d52"),
        *shapes(pen, (brush, "#f2c14e")),
        *strokes(pen, straws, 0.45),
    )


def _bath(pen: Pen, at: Place) -> Nodes:
    """A tub before the figure; the origin is the middle of its lower edge, its unit half the body's width."""
    tub = at.smooth((-2.0, -1.25), (2.0, -1.25), (1.85, -0.5), (1.5, 0.0), (-1.5, 0.0), (-1.85, -0.5), ease=0.12)
    edge = at.box(0, -1.25, 2.1, 0.16, 0.15)
    bubbles: list[Node] = []
    for n, (x, y, r) in enumerate(
        ((-1.3, -1.55, 0.3), (-0.75, -1.65, 0.38), (0.9, -1.6, 0.36), (1.4, -1.5, 0.26), (0.4, -1.52, 0.25))
    ):
        bubbles.extend(pen.shape(at.path(circle((x, y), r)), "#ffffff", width=pen.width * 0.7, part=f"bubble-{n}"))
    return (*bubbles, *shapes(pen, (tub, "#e8f1fb"), (edge, "#ffffff"), fine=1.0))


def _bag(pen: Pen, at: Place) -> Nodes:
    """Hangs from the hand."""
    handle = at.smooth((-0.42, 0.55), (-0.34, -0.05), (0.34, -0.05), (0.42, 0.55), closed=False)
    bag = at.smooth((-0.95, 0.5), (0.95, 0.5), (1.08, 1.75), (-1.08, 1.75), ease=0.08)
    clasp = at.box(0, 0.95, 0.18, 0.16, 0.06)
    seam = at.lines((-0.98, 0.92), (0.98, 0.92))
    return (
        *strokes(pen, [handle], 1.1),
        *shapes(pen, (bag, "#b9855a")),
        *strokes(pen, [seam], 0.5),
        *shapes(pen, (clasp, "#ffd75e"), fine=0.5),
    )


def _wallet(pen: Pen, at: Place) -> Nodes:
    """Open and empty: a moth flies out."""
    back, front = at.box(0, -0.45, 0.9, 0.55, 0.12), at.box(0, -0.05, 0.95, 0.5, 0.14)
    wings = [(at.oval(s * 0.2 + 0.35, -1.5, 0.2, 0.26), "#e9e4f5", 0.5) for s in (-1, 1)]
    trail = at.smooth((-0.2, -1.05), (0.0, -1.2), (0.1, -1.1), closed=False)
    return (
        *shapes(pen, (back, "#7d5a3c"), (front, "#a8744a")),
        *fills(pen, (at.path(circle((0.62, -0.05), 0.12)), "#ffd75e")),
        *shapes(pen, *wings),
        *strokes(pen, [trail], 0.45),
    )


def _fan(pen: Pen, at: Place) -> Nodes:
    grip = at.lines((0.0, 0.6), (0.0, -0.5))
    disc = at.path(circle((0, -1.25), 0.86))
    ribs = [at.lines((0.0, -0.6), polar((0, -1.25), 0.8, a)) for a in (-150, -120, -90, -60, -30)]
    return (
        *strokes(pen, [grip], 2.4),
        *strokes(pen, [grip], 0.9, "#c98d52"),
        *shapes(pen, (disc, "#a8e0d0")),
        *strokes(pen, ribs, 0.4, "#5aa893"),
    )


def _thermometer(pen: Pen, at: Place) -> Nodes:
    tube, red = at.box(0, -0.75, 0.22, 0.95, 0.22), at.box(0, -0.35, 0.08, 0.6, 0.07)
    marks = [at.lines((0.08, y), (0.2, y)) for y in (-1.2, -0.9, -0.6)]
    return (
        *shapes(pen, (tube, "#ffffff"), (at.path(circle((0, 0.3), 0.34)), "#ff5d5d")),
        *fills(pen, (red, "#ff5d5d")),
        *strokes(pen, marks, 0.35),
    )


_TYPING = Arm((0.62, 0.45), Part.BODY, 0.7, Hand.RELAXED, layer=Layer.FRONT)
_HOLD_SIGN = Arm((1.3, 0.42), Part.BODY, 0.5, Hand.RELAXED, layer=Layer.FRONT)
THINGS = (
    Prop("phone", "휴대 전화", "Phone", Held.HAND, _phone, 36, HAND_OUT),
    Prop("blanket", "이불", "Blanket", Held.FRONT, _blanket, 58),
    Prop(
        "umbrella",
        "우산",
        "Umbrella",
        Held.HAND,
        _umbrella,
        42,
        (None, Arm((0.98, 0.66), Part.HEAD, 0.7, Hand.FIST, -14.0, Layer.FRONT)),
    ),
    Prop("book", "책", "Book", Held.BOTH, _book, 34, (chest(x=0.9, y=0.4), chest(x=0.9, y=0.4))),
    Prop("pencil", "연필", "Pencil", Held.HAND, _pencil, 36, HAND_OUT),
    Prop("sign", "팻말", "Sign board", Held.BOTH, _sign, 44, (_HOLD_SIGN, _HOLD_SIGN)),
    Prop("laptop", "노트북", "Laptop", Held.FRONT, _laptop, 38, (_TYPING, _TYPING)),
    Prop("tissue", "휴지", "Tissue", Held.HAND, _tissue, 34, HAND_OUT),
    Prop(
        "megaphone",
        "확성기",
        "Megaphone",
        Held.HAND,
        _megaphone,
        39,
        (None, Arm((1.12, 0.5), Part.HEAD, 0.7, Hand.FIST)),
    ),
    Prop("clock", "알람 시계", "Alarm clock", Held.HAND, _clock, 36, HAND_OUT, (0.0, -0.5)),
    Prop("suitcase", "여행 가방", "Suitcase", Held.BESIDE, _suitcase, 34, (None, out(Hand.RELAXED, x=1.35, y=0.15))),
    Prop("dumbbell", "아령", "Dumbbell", Held.HAND, _dumbbell, 38, (None, raised(y=0.05))),
    Prop(
        "microphone",
        "마이크",
        "Microphone",
        Held.HAND,
        _microphone,
        36,
        (None, Arm((0.62, 0.82), Part.HEAD, 0.9, Hand.FIST, layer=Layer.FRONT)),
    ),
    Prop("magnifier", "돋보기", "Magnifying glass", Held.HAND, _magnifier, 39, HAND_OUT),
    Prop("flag", "깃발", "Flag", Held.HAND, _flag, 36, (None, raised(y=0.2))),
    Prop("broom", "빗자루", "Broom", Held.HAND, _broom, 34, (None, out(y=-0.1))),
    Prop("bag", "가방", "Bag", Held.HAND, _bag, 34, (None, Arm((1.3, 0.1), Part.BODY, 0.3, Hand.FIST))),
    Prop("wallet", "빈 지갑", "Empty wallet", Held.HAND, _wallet, 38, HAND_OUT),
    Prop("fan", "부채", "Fan", Held.HAND, _fan, 36, HAND_OUT),
    Prop("thermometer", "체온계", "Thermometer", Held.HAND, _thermometer, 32, HAND_OUT),
    Prop("bath", "욕조", "Bath", Held.FRONT, _bath, 58),
)
