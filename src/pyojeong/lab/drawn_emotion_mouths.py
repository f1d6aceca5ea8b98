"""Mouths and brows of faces by chance; units as in `drawn_emotion_features`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import skia

from pyojeong.lab.drawn_emotion_features import Colour, Eye, Hand, Point, corners, curve, oval

_INSIDES: tuple[Colour, ...] = ((120, 30, 40), (90, 20, 30), (180, 60, 70), (60, 20, 25), (235, 90, 100))
_TONGUES: tuple[Colour, ...] = ((240, 120, 130), (250, 150, 150), (220, 90, 100))


@dataclass(frozen=True, slots=True)
class Mouth:
    """Where a mouth is: its middle, half its width, and its lean in half widths."""

    centre: Point
    half: float
    lean: float = 0.0

    def at(self, points: Sequence[Point]) -> list[Point]:
        """Points in half widths."""
        (x, y), h = self.centre, self.half
        return [(x + px * h, y + (py + self.lean * px) * h) for px, py in points]


def _curved(depth: float, *, wide: float = 1.0) -> Callable[[Hand, Mouth], None]:
    def draw(hand: Hand, mouth: Mouth) -> None:
        deep = depth * hand.chance.uniform(0.7, 1.3)
        points = [(-wide, -deep * 0.6), (-0.5 * wide, deep * 0.2), (0, deep * 0.45), (0.5 * wide, deep * 0.2)]
        hand.stroke(curve(mouth.at([*points, (wide, -deep * 0.6)])), width=1.15)

    return draw


def _omega(hand: Hand, mouth: Mouth) -> None:
    sides = [(-0.9, -0.1), (-0.75, 0.3), (-0.35, 0.4), (0, -0.1), (0.35, 0.4), (0.75, 0.3), (0.9, -0.1)]
    hand.stroke(curve(mouth.at(sides)))


def _line(hand: Hand, mouth: Mouth) -> None:
    hand.stroke(corners(mouth.at([(-0.8, 0), (0.8, 0)])), width=1.15)


def _speck(hand: Hand, mouth: Mouth) -> None:
    hand.stroke(corners(mouth.at([(-0.2, 0), (0.2, 0)])), width=1.2)


def _peak(hand: Hand, mouth: Mouth) -> None:
    hand.stroke(corners(mouth.at([(-0.8, 0.4), (0, -0.3), (0.8, 0.4)])), width=1.1)


def _wave(hand: Hand, mouth: Mouth) -> None:
    count, high = hand.chance.choice((4, 5, 6, 7)), hand.chance.uniform(0.12, 0.3)
    points = [(-1 + 2 * n / count, high * (-1) ** n) for n in range(count + 1)]
    hand.stroke((curve if hand.chance.random() < 0.7 else corners)(mouth.at(points)), width=1.05)


def _open(
    points: Sequence[Point], *, tongue: float | None = 0.5, teeth: bool = False, straight: bool = False
) -> Callable[[Hand, Mouth], None]:
    """An open mouth: its outline, where the tongue begins, and whether a row of teeth shows."""

    def draw(hand: Hand, mouth: Mouth) -> None:
        high = hand.chance.uniform(0.75, 1.3)
        shape = (corners if straight else curve)(mouth.at([(x, y * high) for x, y in points]), closed=True)
        hand.fill(shape, hand.ink if hand.chance.random() < 0.2 else hand.chance.choice(_INSIDES))
        hand.canvas.save()
        hand.canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
        top, bottom = min(y for _, y in points) * high, max(y for _, y in points) * high
        if tongue is not None and hand.chance.random() < 0.7:
            place = mouth.at([(hand.chance.uniform(-0.2, 0.2), bottom)])[0]
            hand.fill(oval(place, mouth.half * 0.6, mouth.half * tongue * (bottom - top)), hand.chance.choice(_TONGUES))
        if teeth or hand.chance.random() < 0.25:
            band = top + 0.22 * (bottom - top)
            hand.fill(corners(mouth.at([(-1.5, top), (1.5, top), (1.5, band), (-1.5, band)]), closed=True), hand.white)
        hand.canvas.restore()
        hand.stroke(shape)

    return draw


_D = ((-1, -0.3), (0, -0.2), (1, -0.3), (0.8, 0.45), (0, 0.9), (-0.8, 0.45))
_WAIL = ((-0.9, 0.65), (-0.75, -0.2), (0, -0.6), (0.75, -0.2), (0.9, 0.65), (0, 0.45))
_BOX = ((-0.8, -0.45), (0.8, -0.45), (1, 0.6), (-1, 0.6))
_ROUND = ((0, -0.7), (0.55, -0.35), (0.55, 0.35), (0, 0.7), (-0.55, 0.35), (-0.55, -0.35))
_TALL = ((0, -0.9), (0.5, -0.4), (0.6, 0.6), (0, 1.1), (-0.6, 0.6), (-0.5, -0.4))


def _small_o(hand: Hand, mouth: Mouth) -> None:
    size = hand.chance.uniform(0.22, 0.42) * mouth.half
    hand.fill(oval(mouth.centre, size, size * hand.chance.uniform(0.9, 1.5)), hand.chance.choice(_INSIDES), edge=1.0)


def _teeth(hand: Hand, mouth: Mouth) -> None:
    bend, high = hand.chance.uniform(-0.15, 0.25), hand.chance.uniform(0.25, 0.45)
    top = [(-1, bend - high), (0, -high), (1, bend - high)]
    shape = curve(mouth.at([*top, (1, bend + high), (0, high), (-1, bend + high)]), closed=True)
    hand.fill(shape, hand.white, edge=1.0)
    hand.canvas.save()
    hand.canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    if hand.chance.random() < 0.7:
        hand.stroke(curve(mouth.at([(-1.2, bend), (0, 0), (1.2, bend)])), width=0.7)
    for n in range(count := hand.chance.choice((3, 4, 5))):
        x = -1 + 2 * (n + 0.5) / count
        hand.stroke(corners(mouth.at([(x, -1), (x, 1)])), width=0.7)
    hand.canvas.restore()


def _grin(hand: Hand, mouth: Mouth) -> None:
    shape = curve(mouth.at([(-1, -0.35), (0, -0.15), (1, -0.35), (0.6, 0.35), (0, 0.5), (-0.6, 0.35)]), closed=True)
    hand.fill(shape, hand.white, edge=1.0)
    if hand.chance.random() < 0.5:
        hand.stroke(curve(mouth.at([(-0.85, 0), (0, 0.16), (0.85, 0)])), width=0.6)


def _tongue_out(bend: float) -> Callable[[Hand, Mouth], None]:
    """A line with a tongue under it: up at the corners it is cheek, down it is disgust."""

    def draw(hand: Hand, mouth: Mouth) -> None:
        x = hand.chance.uniform(-0.35, 0.35)
        tongue = mouth.at([(x - 0.3, 0.05), (x + 0.3, 0.05), (x + 0.28, 0.6), (x, 0.8), (x - 0.28, 0.6)])
        hand.fill(curve(tongue, closed=True), hand.chance.choice(_TONGUES), edge=0.8)
        hand.stroke(curve(mouth.at([(-0.9, -bend), (0, 0.1), (0.9, -bend)])), width=1.1)

    return draw


def _kiss(hand: Hand, mouth: Mouth) -> None:
    points = [(-0.15, -0.45), (0.2, -0.3), (0, 0), (0.2, 0.3), (-0.15, 0.45)]
    hand.stroke(curve(mouth.at(points)))


def _smirk(hand: Hand, mouth: Mouth) -> None:
    way = hand.chance.choice((-1, 1))
    hand.stroke(curve(mouth.at([(-0.9 * way, 0.12), (0, 0.12), (0.6 * way, -0.1), (0.95 * way, -0.45)])), width=1.1)


def _sneer(hand: Hand, mouth: Mouth) -> None:
    way = hand.chance.choice((-1, 1))
    hand.stroke(
        curve(mouth.at([(-0.9 * way, 0.35), (-0.2 * way, 0.0), (0.4 * way, -0.3), (0.95 * way, 0.0)])), width=1.1
    )


def _spill(hand: Hand, mouth: Mouth) -> None:
    _open(_ROUND, tongue=None)(hand, mouth)
    x, wide = hand.chance.uniform(-0.2, 0.2), hand.chance.uniform(0.35, 0.6)
    stream = [(x - wide * 0.7, 0), (x + wide * 0.7, 0), (x + wide, 1.6), (x, 2.0), (x - wide, 1.6)]
    hand.fill(
        curve(mouth.at(stream), closed=True),
        hand.chance.choice(((140, 190, 60), (110, 170, 90), (190, 200, 90))),
        edge=0.5,
    )


MOUTHS: Mapping[str, tuple[Callable[[Hand, Mouth], None], Mapping[str, float]]] = {
    "smile": (_curved(0.5), {"mouthSmile": 0.7}),
    "broad": (_curved(0.7, wide=1.4), {"mouthSmile": 1.0}),
    "omega": (_omega, {"mouthSmile": 0.4}),
    "laugh": (_open(_D), {"mouthSmile": 1.0, "jawOpen": 0.7}),
    "grin": (_grin, {"mouthSmile": 1.0, "jawOpen": 0.2}),
    "cheek": (_tongue_out(0.35), {"mouthSmile": 0.8, "tongueOut": 0.9}),
    "kiss": (_kiss, {"mouthPucker": 0.9}),
    "line": (_line, {}),
    "speck": (_speck, {}),
    "frown": (_curved(-0.5), {"mouthFrown": 0.8}),
    "pout": (_curved(-0.6, wide=0.5), {"mouthFrown": 0.6}),
    "peak": (_peak, {"mouthFrown": 0.7}),
    "wail": (_open(_WAIL), {"mouthFrown": 0.8, "jawOpen": 0.7}),
    "shout": (_open(_BOX, teeth=True, straight=True), {"mouthFrown": 0.4, "jawOpen": 0.7}),
    "teeth": (_teeth, {"mouthFrown": 0.3}),
    "wave": (_wave, {}),
    "small-o": (_small_o, {"jawOpen": 0.25, "mouthFunnel": 0.6}),
    "round": (_open(_ROUND), {"jawOpen": 0.8, "mouthFunnel": 0.7}),
    "tall": (_open(_TALL), {"jawOpen": 1.0, "mouthFunnel": 0.6}),
    "bleh": (_tongue_out(-0.35), {"mouthFrown": 0.6, "tongueOut": 0.9}),
    "smirk": (_smirk, {"mouthSmile": 0.35}),
    "sneer": (_sneer, {"mouthFrown": 0.4}),
    "spill": (_spill, {"jawOpen": 0.6}),
}
"""Kind → how it is drawn, and which of `SIGNS` it shows."""

BROWS: Mapping[str, tuple[Sequence[Point], Mapping[str, float]]] = {
    "flat": (((-0.9, 0.0), (0, -0.08), (0.9, 0.0)), {}),
    "raised": (((-0.8, -0.2), (0, -0.55), (0.8, -0.25)), {"browOuterUp": 1.0, "browInnerUp": 0.5}),
    "angry": (((-1.0, 0.45), (0, 0.0), (1.0, -0.45)), {"browDown": 1.0}),
    "sad": (((-1.0, -0.45), (0, -0.15), (1.0, 0.35)), {"browInnerUp": 1.0}),
    "knit": (((-1.0, 0.3), (-0.2, 0.0), (0.3, 0.12), (1.0, -0.1)), {"browDown": 0.7}),
}
"""Kind → points in radii of the eye, outward and down, and which of `SIGNS` it shows."""


def draw_brow(hand: Hand, eye: Eye, kind: str, *, gap: float, width: float) -> None:
    """A brow of a kind of `BROWS`, ``gap`` radii above the eye's middle."""
    points, _ = BROWS[kind]
    hand.stroke(curve(eye.at([(x, y * hand.chance.uniform(0.8, 1.3) - gap) for x, y in points])), width=width)
