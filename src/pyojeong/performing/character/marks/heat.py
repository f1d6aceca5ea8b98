"""Marks of temper: veins, steam, fire, a tangle of annoyance, bolts of shock."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import lines, polar, smooth
from pyojeong.performing.character.figure import CANVAS, GROUND, MARGIN, Figure
from pyojeong.performing.character.marks.brush import Brush
from pyojeong.performing.character.marks.spots import Spot
from pyojeong.performing.character.marks.turns import pulse, swing
from pyojeong.performing.character.pens import Nodes

RED = "#e0262b"
EMBER, FLAME, FLAME_HEART = "#e2402a", "#ff7a2f", "#ffd45e"
BOLT = "#ffd23f"


def vein(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """Four curved brackets around a gap, throbbing: closed, they would read as a star."""
    spot = spot.grown(pulse(phase, 0.12))
    nodes: Nodes = ()
    for n, (x, y) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        path = skia.Path()
        path.moveTo(*spot.at(0.26 * x, 0.98 * y))
        path.cubicTo(*spot.at(0.2 * x, 0.34 * y), *spot.at(0.34 * x, 0.2 * y), *spot.at(0.98 * x, 0.26 * y))
        nodes += brush.line(path, RED, width=1.12, part=f"mark-vein-{n}")
    return nodes


def steam(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A puff driven out sideways, and two strokes of the blast behind it."""
    out, size = 0.14 * swing(phase), pulse(phase, 0.09)
    cloud = spot.moved(0.2 + out, 0).grown(0.8 * size)
    path = skia.Path()
    path.moveTo(*cloud.at(-0.8, 0.16))
    path.cubicTo(*cloud.at(-1.0, -0.42), *cloud.at(-0.5, -0.72), *cloud.at(-0.22, -0.46))
    path.cubicTo(*cloud.at(-0.05, -1.0), *cloud.at(0.66, -0.95), *cloud.at(0.62, -0.4))
    path.cubicTo(*cloud.at(1.12, -0.4), *cloud.at(1.1, 0.42), *cloud.at(0.64, 0.4))
    path.cubicTo(*cloud.at(0.5, 0.82), *cloud.at(-0.1, 0.8), *cloud.at(-0.22, 0.5))
    path.cubicTo(*cloud.at(-0.5, 0.72), *cloud.at(-0.84, 0.56), *cloud.at(-0.8, 0.16))
    path.close()
    nodes: Nodes = ()
    for n, down in enumerate((-0.22, 0.26)):
        blast = lines([spot.at(-1.0, down * 0.8), spot.at(-0.62 + out, down)])
        nodes += brush.line(blast, brush.pen.ink, width=0.6, part=f"mark-steam-{spot.side}-{n}")
    return (*nodes, *brush.solid(path, "#ffffff", width=0.66, part=f"mark-steam-{spot.side}"))


def scribble(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A tangle of thread: what cannot be said and does not let go."""
    place = spot.moved(0, 0, turn_degrees=10 * swing(phase))
    points = []
    for n in range(46):
        angle = 2 * math.pi * n * 0.113
        wide, tall = 0.98 - 0.3 * (n * 0.618 % 1.0), 0.74 - 0.36 * (n * 0.382 % 1.0)
        u, v = wide * math.cos(angle), tall * math.sin(angle)
        tilt = 0.9 * (n // 9)
        points.append(place.at(u * math.cos(tilt) - v * math.sin(tilt), u * math.sin(tilt) + v * math.cos(tilt)))
    tail = [place.at(-0.72, 0.72), place.at(-0.98, 1.02)]
    return brush.line(smooth([*points, *tail], closed=False), "#3b3550", width=0.5, part="mark-scribble")


def fire(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Flames standing up around the figure from the ground: painted behind it."""
    outer = _flames(figure, phase, 1.0)
    inner: Nodes = ()
    for n, (share, colour) in enumerate(((0.86, FLAME), (0.56, FLAME_HEART))):
        inner += brush.light(_flames(figure, phase + 0.5 * n, share), colour, part=f"mark-fire-{n}")
    return (*brush.light(outer, EMBER, part="mark-fire"), Group(inner, clip=outer))


def _flames(figure: Figure, phase: float, share: float) -> skia.Path:
    """A row of tongues, tallest at the sides where the figure does not hide them."""
    middle = figure.body.centre[0]
    half = min(middle - MARGIN, CANVAS - MARGIN - middle) - 6
    half *= 0.86 + 0.14 * share
    top = figure.head.at(0, -1.0)[1]
    tongues, path = 7, skia.Path()
    wide = 2 * half / tongues
    path.moveTo(middle - 0.66 * half, GROUND + 6)
    for n in range(tongues):
        left = middle - half + n * wide
        edge = abs(n - (tongues - 1) / 2) / ((tongues - 1) / 2)
        height = (GROUND - max(MARGIN + 8, top + 14)) * share * (0.62 + 0.3 * (1 - edge))
        height *= 1 + 0.08 * swing(phase + 0.37 * n)
        tip: Point = left + wide * (0.5 + 0.22 * swing(phase + 0.29 * n)), GROUND + 6 - height
        valley = GROUND + 6 - height * 0.52
        path.cubicTo(left - 0.1 * wide, valley + 0.1 * height, left + 0.3 * wide, valley - 0.1 * height, *tip)
        last = n == tongues - 1
        end = (middle + 0.66 * half, GROUND + 6) if last else (left + wide, valley)
        path.cubicTo(tip[0] + 0.32 * wide, tip[1] + 0.3 * height, left + 0.8 * wide, valley - 0.16 * height, *end)
    path.quadTo(middle, GROUND + 18, middle - 0.66 * half, GROUND + 6)
    path.close()
    return path


def shock(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Spikes bursting from the head all around: painted behind the figure."""
    nodes: Nodes = ()
    grow = pulse(phase, 0.05, beats=3)
    for n in range(13):
        angle, long = -202 + 224 * n / 12, n % 2 == 0
        tip = _ray(figure, angle, (1.62 if long else 1.4) * grow)
        half = 5.6 if long else 4.4
        base = _ray(figure, angle - half, 1.16 * grow), _ray(figure, angle + half, 1.16 * grow)
        middle = (base[0][0] + base[1][0]) / 2, (base[0][1] + base[1][1]) / 2
        if math.dist(middle, tip) < 14:
            continue
        spike = lines([base[0], tip, base[1]], closed=True)
        nodes += brush.solid(spike, BOLT if long else RED, width=0.5, part=f"mark-shock-{n}")
    return nodes


def _ray(figure: Figure, degrees: float, reach: float) -> Point:
    """A place around the head, drawn in where the canvas ends."""
    x, y = polar((0.0, 0.0), reach, degrees)
    w, h = figure.head.half_size
    out = figure.head.at(x, y * (0.5 + 0.5 * w / h))
    low, high = MARGIN + 4, CANVAS - MARGIN - 4
    return min(max(out[0], low), high), min(max(out[1], low), high)
