"""Signs of comics around faces by chance; units as in `drawn_emotion_features`."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import skia

from pyojeong.lab.drawn_emotion_features import (
    Colour,
    Eye,
    Hand,
    Point,
    corners,
    curve,
    heart_points,
    oval,
    star_points,
)

_WATERS: tuple[Colour, ...] = ((90, 170, 240), (120, 200, 250), (60, 140, 220), (170, 220, 255))
_REDS: tuple[Colour, ...] = ((230, 60, 60), (200, 30, 50), (255, 90, 80))
_PINKS: tuple[Colour, ...] = ((255, 140, 150), (250, 110, 120), (255, 170, 160), (235, 100, 90))
_GAY: tuple[Colour, ...] = ((255, 90, 120), (255, 200, 60), (90, 200, 160), (120, 150, 250), (255, 150, 60))


def _moved(points: Sequence[Point], place: Point, size: float) -> list[Point]:
    return [(place[0] + x * size, place[1] + y * size) for x, y in points]


def _beside(hand: Hand, *, high: tuple[float, float] = (-1.2, -0.5)) -> Point:
    """Somewhere beside the upper head."""
    return hand.chance.choice((-1, 1)) * hand.chance.uniform(0.85, 1.3), hand.chance.uniform(*high)


def drop(hand: Hand, place: Point, size: float, tilt: float = 0.0) -> None:
    """A drop of water with its tip up."""
    points = [(0, -1.3), (0.45, -0.2), (0.55, 0.35), (0, 0.85), (-0.55, 0.35), (-0.45, -0.2)]
    turned = [(x * math.cos(tilt) - y * math.sin(tilt), x * math.sin(tilt) + y * math.cos(tilt)) for x, y in points]
    edge = hand.chance.choice((0.0, 0.6, 0.9))
    hand.fill(curve(_moved(turned, place, size), closed=True), hand.chance.choice(_WATERS), edge=edge)


def _sweat(hand: Hand) -> None:
    way = hand.chance.choice((-1, 1))
    count = hand.chance.choice((1, 1, 1, 2, 3))
    for n in range(count):
        place = (
            way * (0.72 + 0.2 * n + hand.chance.uniform(-0.1, 0.15)),
            -0.55 + 0.3 * n + hand.chance.uniform(-0.2, 0.2),
        )
        drop(hand, place, hand.chance.uniform(0.13, 0.28), way * hand.chance.uniform(0, 0.5))


def _splash(hand: Hand) -> None:
    for side in (-1, 1):
        for n in range(hand.chance.choice((2, 3))):
            turn = side * (0.6 + 0.45 * n)
            place = math.sin(turn) * 1.25, -math.cos(turn) * 1.2
            drop(hand, place, hand.chance.uniform(0.1, 0.18), turn)


def _vein(hand: Hand) -> None:
    place = hand.chance.choice((_beside(hand), (hand.chance.uniform(-0.6, 0.6), -0.75)))
    size, colour = hand.chance.uniform(0.16, 0.32), hand.chance.choice((*_REDS, hand.ink))
    for n in range(4):
        a = math.pi / 2 * n + math.pi / 4
        arc = [(0.25, 0.9), (0.32, 0.32), (0.9, 0.25)]
        turned = [(x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a)) for x, y in arc]
        hand.stroke(curve(_moved(turned, place, size)), colour=colour, width=1.3)


def _steam(hand: Hand) -> None:
    for side in (-1, 1):
        x, y, size = (
            side * hand.chance.uniform(0.85, 1.2),
            hand.chance.uniform(-1.1, -0.3),
            hand.chance.uniform(0.1, 0.2),
        )
        for n in range(3):
            hand.fill(oval((x + side * 0.16 * n, y - 0.1 * n), size, size), (240, 240, 245), edge=0.6)


def _fire(hand: Hand) -> None:
    for n in range(hand.chance.choice((3, 5))):
        x, size = -1 + 2 * (n + 0.5) / 5, hand.chance.uniform(0.5, 0.9)
        flame = [(0, -1), (0.3, -0.2), (0.35, 0.3), (0, 0.6), (-0.35, 0.3), (-0.3, -0.2)]
        hand.fill(
            curve(_moved(flame, (x, -1.05), size), closed=True), hand.chance.choice(((255, 120, 30), (250, 70, 30)))
        )
        hand.fill(curve(_moved(flame, (x, -0.95), size * 0.5), closed=True), (255, 210, 60))


def _tears(hand: Hand, eyes: Sequence[Eye]) -> None:
    kind, colour = hand.chance.choice(("stream", "drop", "drop", "pool", "fly")), hand.chance.choice(_WATERS)
    for eye in eyes if hand.chance.random() < 0.75 else eyes[:1]:
        (x, y), r = eye.centre, eye.radius
        if kind == "stream":
            wide, far = r * hand.chance.uniform(0.3, 0.8), hand.chance.uniform(0.4, 1.1)
            flow = [
                (x - wide, y + r * 0.3),
                (x + wide, y + r * 0.3),
                (x + wide * 1.2, y + far),
                (x - wide * 1.2, y + far),
            ]
            hand.fill(corners(flow, closed=True), colour, edge=hand.chance.choice((0.0, 0.5)))
        elif kind == "drop":
            drop(hand, (x + eye.side * r * 0.5, y + r * hand.chance.uniform(1.2, 2.2)), hand.chance.uniform(0.09, 0.2))
        elif kind == "pool":
            hand.fill(oval((x, y + r * 0.75), r * 0.9, r * 0.4), colour, edge=0.5)
        else:
            for n in (0, 1):
                drop(hand, (x + eye.side * (r * 1.6 + 0.22 * n), y - 0.1 + 0.2 * n), 0.12, eye.side * 0.9)


def _blush(hand: Hand, eyes: Sequence[Eye]) -> None:
    colour, kind = hand.chance.choice(_PINKS), hand.chance.choice(("oval", "oval", "lines", "bridge"))
    down, size = hand.chance.uniform(0.25, 0.4), hand.chance.uniform(0.12, 0.24)
    for eye in eyes:
        place = eye.centre[0] + eye.side * 0.15, eye.centre[1] + down
        if kind != "lines":
            hand.fill(oval(place, size, size * 0.65), colour, opacity=hand.chance.uniform(0.45, 1.0))
        if kind == "lines" or hand.chance.random() < 0.2:
            for n in (-1, 0, 1):
                x = place[0] + n * 0.1
                hand.stroke(
                    corners([(x + 0.05, place[1] - 0.09), (x - 0.05, place[1] + 0.09)]), colour=colour, width=0.8
                )
    if kind == "bridge":
        hand.fill(oval((0, eyes[0].centre[1] + down * 0.8), 0.75, 0.16), colour, opacity=0.5)


def _gloom(hand: Hand) -> None:
    left = hand.chance.uniform(-0.7, 0.1)
    colour = hand.chance.choice((hand.ink, (90, 90, 160), (70, 70, 110)))
    for n in range(hand.chance.choice((3, 4, 5, 6))):
        x = left + 0.15 * n
        hand.stroke(corners([(x, -1.0), (x, -0.6 + hand.chance.uniform(-0.15, 0.15))]), colour=colour, width=0.6)


def _cheer(hand: Hand) -> None:
    kind, colours = hand.chance.choice(("heart", "heart", "star", "note", "confetti", "flower")), _GAY
    for _ in range(hand.chance.choice((1, 2, 3, 6) if kind != "confetti" else (8, 12))):
        place, size = _beside(hand, high=(-1.3, 0.6)), hand.chance.uniform(0.1, 0.26)
        colour = hand.chance.choice(colours)
        if kind == "heart":
            hand.fill(curve(_moved(heart_points(1.0), place, size), closed=True), hand.chance.choice(_REDS + _PINKS))
        elif kind == "star":
            points = star_points(hand.chance.choice((4, 5)), 1.0, 0.35)
            hand.fill(corners(_moved(points, place, size), closed=True), hand.chance.choice(((255, 215, 70), colour)))
        elif kind == "note":
            hand.fill(oval(place, size * 0.5, size * 0.4), colour)
            hand.stroke(corners(_moved([(0.45, 0), (0.45, -1.5), (1.1, -1.2)], place, size)), colour=colour)
        elif kind == "confetti":
            spot = hand.chance.uniform(-1.4, 1.4), hand.chance.uniform(-1.4, -0.4)
            hand.fill(
                corners(_moved([(-0.3, -0.2), (0.3, -0.3), (0.3, 0.2), (-0.3, 0.3)], spot, 0.22), closed=True), colour
            )
        else:
            for n in range(5):
                a = n * 1.2566
                hand.fill(
                    oval(
                        (place[0] + math.sin(a) * size * 0.6, place[1] - math.cos(a) * size * 0.6),
                        size * 0.4,
                        size * 0.4,
                    ),
                    colour,
                )
            hand.fill(oval(place, size * 0.3, size * 0.3), (255, 230, 120))


def _exclaim(hand: Hand) -> None:
    place, size = _beside(hand, high=(-1.3, -0.8)), hand.chance.uniform(0.25, 0.45)
    colour = hand.chance.choice((*_REDS, hand.ink, (250, 160, 40)))
    for n in range(hand.chance.choice((1, 1, 2))):
        x = place[0] + n * size * 0.5
        bar = _moved([(-0.2, -1), (0.2, -1), (0.1, 0.3), (-0.1, 0.3)], (x, place[1]), size)
        hand.fill(corners(bar, closed=True), colour)
        hand.fill(oval((x, place[1] + 0.65 * size), size * 0.15, size * 0.15), colour)


def _shock(hand: Hand) -> None:
    colour, count = hand.chance.choice((hand.ink, (250, 190, 40), *_REDS)), hand.chance.choice((3, 5, 9))
    for n in range(count):
        a = (n - (count - 1) / 2) * hand.chance.uniform(0.28, 0.34)
        rays = [(math.sin(a) * r, -math.cos(a) * r) for r in (1.2, hand.chance.uniform(1.4, 1.6))]
        hand.stroke(corners(rays), colour=colour, width=1.2)


def _question(hand: Hand) -> None:
    place, size = _beside(hand, high=(-1.3, -0.8)), hand.chance.uniform(0.25, 0.4)
    hook = [(-0.45, -0.6), (0, -1), (0.45, -0.6), (0, -0.1), (0, 0.25)]
    hand.stroke(curve(_moved(hook, place, size)), width=1.6)
    hand.fill(oval((place[0], place[1] + 0.6 * size), size * 0.15, size * 0.15))


def _dots(hand: Hand) -> None:
    x, y = _beside(hand)
    if hand.chance.random() < 0.5:
        hand.fill(oval((x, y), 0.36, 0.2), (250, 250, 250), edge=0.8)
    for n in (-1, 0, 1):
        hand.fill(oval((x + 0.16 * n, y), 0.05, 0.05))


def _scribble(hand: Hand) -> None:
    place, size = _beside(hand), hand.chance.uniform(0.15, 0.3)
    path = [(hand.chance.uniform(-1, 1), hand.chance.uniform(-1, 1)) for _ in range(9)]
    hand.stroke(curve(_moved(path, place, size)), width=0.8)


def _shiver(hand: Hand) -> None:
    colour = hand.chance.choice((hand.ink, (90, 130, 230)))
    for side in (-1, 1):
        for n in range(hand.chance.choice((1, 2))):
            x = side * (1.12 + 0.15 * n)
            points = [(x + 0.06 * (-1) ** k, -0.2 + 0.15 * k) for k in range(hand.chance.choice((4, 6)))]
            hand.stroke((curve if n else corners)(points), colour=colour, width=0.8)


def _sleep(hand: Hand) -> None:
    x, y = _beside(hand, high=(-1.2, -0.8))
    for n, size in enumerate((0.12, 0.17, 0.22)):
        z = _moved([(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)], (x + 0.2 * n, y - 0.2 * n), size)
        hand.stroke(corners(z), width=0.9)


MARKS: Mapping[str, tuple[Callable[[Hand], None], str]] = {
    "sweat": (_sweat, "sweat"),
    "splash": (_splash, "sweat"),
    "vein": (_vein, "rage"),
    "steam": (_steam, "rage"),
    "fire": (_fire, "rage"),
    "gloom": (_gloom, "pale"),
    "cheer": (_cheer, "cheer"),
    "exclaim": (_exclaim, "exclaim"),
    "shock": (_shock, "exclaim"),
    "question": (_question, "puzzled"),
    "dots": (_dots, "puzzled"),
    "scribble": (_scribble, "puzzled"),
    "shiver": (_shiver, "trembling"),
    "sleep": (_sleep, ""),
}
"""Kind → how it is drawn, and which of `SIGNS` it is."""
EYE_MARKS: Mapping[str, tuple[Callable[[Hand, Sequence[Eye]], None], str]] = {
    "tears": (_tears, "tears"),
    "blush": (_blush, "blush"),
}


def tint(hand: Hand, face: skia.Path, colour: Colour, *, from_top: bool) -> None:
    """The face in another colour: pale or blue from above, red or green all over."""
    box = face.getBounds()
    strong, weak = skia.Color(*colour, 210), skia.Color(*colour, 0 if from_top else 150)
    shade = skia.GradientShader.MakeLinear(
        [skia.Point(0, box.top()), skia.Point(0, box.bottom() - 0.3 * box.height())], [strong, weak]
    )
    hand.canvas.drawPath(face, skia.Paint(AntiAlias=True, Shader=shade))
