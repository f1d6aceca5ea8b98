"""Marks of movement: trembling, dizziness, speed."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import lines, oval, part, smooth
from pyojeong.performing.character.figure import CANVAS, GROUND, MARGIN, Figure
from pyojeong.performing.character.marks.brush import Brush
from pyojeong.performing.character.marks.heat import steam
from pyojeong.performing.character.marks.spots import Spot
from pyojeong.performing.character.marks.turns import pulse, step
from pyojeong.performing.character.pens import Nodes

STAR = "#ffc531"


def shiver(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """Two wavy strokes beside the figure that jump from side to side."""
    nodes: Nodes = ()
    flip = 1 if step(4 * phase % 1.0, 2) == 0 else -1
    for n, out in enumerate((-0.34, 0.34)):
        tall = 0.95 if n == 0 else 0.7
        points = [spot.at(out + 0.15 * flip * (-1) ** k, -tall + 2 * tall * k / 6) for k in range(7)]
        stroke = smooth(points, closed=False)
        nodes += brush.line(stroke, "#5f73c9", width=0.78, part=f"mark-shiver-{spot.side}-{n}")
    return nodes


def dizzy(brush: Brush, figure: Figure, phase: float, strength: float) -> tuple[Nodes, Nodes]:
    """Stars circling over the head: those behind it first, then those before it."""
    behind: Nodes = ()
    front: Nodes = ()
    centre, half = _halo(figure)
    ring = oval(centre, half)
    behind += brush.line(part(ring, 0.5, 1.0), "#8a6a2a", width=0.4, part="mark-dizzy-back")
    front += brush.line(part(ring, 0.0, 0.5), "#8a6a2a", width=0.4, part="mark-dizzy-ring")
    for n in range(4):
        angle = 2 * math.pi * (phase / 2 + n / 4) + 0.5
        place = centre[0] + half[0] * math.cos(angle), centre[1] + half[1] * math.sin(angle)
        size = 17 + 3.0 * math.sin(angle)
        star = brush.solid(_star(place, size, 40 * math.sin(angle)), STAR, width=0.5, part=f"mark-dizzy-{n}")
        if math.sin(angle) < 0:
            behind += star
        else:
            front += star
    return behind, front


def _halo(figure: Figure) -> tuple[Point, Point]:
    """Where stars circle: round the top of the head, clear of the eyes and the canvas's edge."""
    head = figure.head
    x, y = head.at(0, -1.0)
    half = 0.74 * head.half_size[0], 0.15 * head.half_size[1]
    star = 21.0
    top = MARGIN + star + half[1]
    limit = min(eye[1] for eye in figure.eyes) - 1.5 * figure.eye_radius - star - half[1]
    low, high = MARGIN + star + half[0], CANVAS - MARGIN - star - half[0]
    return (min(max(x, low), high), max(top, min(y, limit))), half


def _star(centre: Point, size: float, turn: float) -> skia.Path:
    points = []
    for n in range(10):
        radius = size if n % 2 == 0 else 0.46 * size
        angle = math.radians(turn - 90 + 36 * n)
        points.append((centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)))
    return lines(points, closed=True)


def speed(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Strokes of the wind beside the figure and dust at its heels: painted behind it."""
    box = figure.silhouette.computeTightBounds()
    nodes: Nodes = ()
    for n in range(5):
        y = figure.head.centre[1] + (GROUND - 34 - figure.head.centre[1]) * n / 4
        shake = 0.16 * math.sin(2 * math.pi * (phase + 0.31 * n))
        end = max(MARGIN + 34, box.left() + 24 - 10 * (n % 2))
        start = max(MARGIN + 6, end - (58 + 26 * (n % 2)) * (1 + shake))
        nodes += brush.line(lines([(start, y), (end, y)]), "#6f86c9", width=0.8, part=f"mark-speed-{n}")
    size = 22 * pulse(phase, 0.12)
    heel = Spot((max(MARGIN + 1.2 * size + 6, box.left() + 4), GROUND - 0.75 * size), size, 0.0, -1)
    return (*nodes, *steam(brush, heel, phase, strength))
