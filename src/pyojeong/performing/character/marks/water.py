"""Marks of water: sweat, tears, drool and what they leave on the ground."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import arc, curve, lines, oval, placed, smooth
from pyojeong.performing.character.figure import CANVAS, GROUND, MARGIN, Figure
from pyojeong.performing.character.marks.brush import Brush
from pyojeong.performing.character.marks.spots import Spot
from pyojeong.performing.character.marks.turns import reborn, swing
from pyojeong.performing.character.pens import Nodes

WATER = "#4aa8ec"
PALE_WATER = "#b9e4ff"
GLINT = "#ffffff"


def drop_path(spot: Spot) -> skia.Path:
    """A drop whose tip points up in the spot's own axes."""
    path = skia.Path()
    path.moveTo(*spot.at(0, -1))
    path.cubicTo(*spot.at(0.18, -0.5), *spot.at(0.66, -0.1), *spot.at(0.62, 0.38))
    path.cubicTo(*spot.at(0.58, 0.82), *spot.at(0.3, 1), *spot.at(0, 1))
    path.cubicTo(*spot.at(-0.3, 1), *spot.at(-0.58, 0.82), *spot.at(-0.62, 0.38))
    path.cubicTo(*spot.at(-0.66, -0.1), *spot.at(-0.18, -0.5), *spot.at(0, -1))
    path.close()
    return path


def drop(brush: Brush, spot: Spot, part: str, *, width: float = 0.6) -> Nodes:
    """One drop with a glint."""
    glint = arc(spot.at(-0.34, 0.3), spot.at(-0.36, 0.66), spot.at(-0.06, 0.74))
    shine = brush.pen.line(glint, colour=GLINT, width=brush.thick(0.42), part=f"{part}-glint")
    return (*brush.solid(drop_path(spot), WATER, width=width, part=part), *shine)


def sweat(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """One large drop that runs down and is followed by the next."""
    travel, size = reborn(phase)
    return drop(brush, spot.moved(0, 0.55 * travel).grown(size), "mark-sweat")


def splash(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """Drops that fly off to one side, tips back to where they come from."""
    nodes: Nodes = ()
    for n, (angle, far, size) in enumerate(((-58, 0.5, 0.34), (-14, 0.62, 0.46), (30, 0.52, 0.34))):
        travel, grown = reborn((phase + 0.0 * n) % 1.0)
        out = far * (1 + 0.28 * travel)
        place = spot.at(-0.35 + out * math.cos(math.radians(angle)), out * 1.35 * math.sin(math.radians(angle)))
        one = Spot(place, spot.size * size * grown, (90 + angle) + 180, spot.side)
        nodes += drop(brush, one, f"mark-splash-{spot.side}-{n}", width=0.5)
    return nodes


def tears(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """A tear under one eye; under both when it is strong."""
    nodes: Nodes = ()
    sides = (1, -1) if strength > 0.9 else (1,)
    for side in sides:
        eye, radius = _eye(figure, side), figure.eye_radius
        size = max(13.0, 0.8 * radius)
        travel, grown = reborn((phase + (0 if side > 0 else 0.5)) % 1.0)
        start = eye[0] + side * 0.62 * radius, eye[1] + EYE_BOTTOM * radius + 1.25 * size
        spot = Spot(start, size * grown, -8.0, side)
        nodes += drop(brush, spot.moved(0, 0.9 * travel), f"mark-tear-{side}", width=0.55)
    return nodes


EYE_BOTTOM = 1.35
"""Where tears leave an eye, in its radii under its centre: eyes are a little taller than wide."""


def _eye(figure: Figure, side: int) -> Point:
    return figure.eyes[1] if side > 0 else figure.eyes[0]


def streams(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Bands of tears from both eyes down to the chin, running."""
    nodes: Nodes = ()
    radius = figure.eye_radius
    half = max(6.5, (0.5 + 0.3 * strength) * radius)
    for side in (1, -1):
        x, y = _eye(figure, side)
        chin = figure.head.at(_along(figure, (x, y)), 0.93)
        top, bottom = y + EYE_BOTTOM * radius, max(chin[1], y + 3.2 * radius)
        nodes += _band(
            brush, (x + 0.1 * side * radius, top), (chin[0] + side * 0.25 * radius, bottom), half, phase, side
        )
    return nodes


def _along(figure: Figure, place: Point) -> float:
    return (place[0] - figure.head.centre[0]) / figure.head.half_size[0]


def _band(brush: Brush, top: Point, bottom: Point, half: float, phase: float, side: int) -> Nodes:
    (x, y), (u, v) = top, bottom
    wave = [math.sin(2 * math.pi * (phase + n / 3)) * 0.12 * half for n in range(4)]
    left, right = [], []
    for n in range(4):
        share = n / 3
        middle, wide = x + (u - x) * share, half * (0.8 + 0.35 * share)
        left.append((middle - wide + wave[n], y + (v - y) * share))
        right.append((middle + wide + wave[n], y + (v - y) * share))
    end = (u + wave[3], v + 0.75 * half)
    path = smooth([*left, end, *right[::-1]], ease=0.13)
    shines: Nodes = ()
    for n, across in enumerate((-0.38, 0.34)):
        start = (phase + 0.45 * n) % 1.0
        low, high = y + (v - y) * (0.06 + 0.6 * start), y + (v - y) * (0.3 + 0.6 * start)
        ray = lines([(x + (u - x) * start + across * half, low), (x + (u - x) * start + across * half, high)])
        shines += brush.pen.line(ray, colour=GLINT, width=brush.thick(0.42), part=f"mark-stream-{side}-{n}")
    return (*brush.solid(path, PALE_WATER, width=0.5, part=f"mark-stream-{side}"), *shines)


def welling(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Beads of water standing in the outer corners, trembling; they may lie over the eyes they fill."""
    nodes: Nodes = ()
    radius = figure.eye_radius
    size = max(9.0, 0.62 * radius)
    for side in (1, -1):
        x, y = _eye(figure, side)
        tremble = 0.1 * swing(2 * phase)
        centre = x + side * 0.82 * radius, y + 0.98 * radius
        bead = oval(centre, (size * (1 + tremble), size * (0.86 - tremble)))
        glint = oval((centre[0] - 0.3 * size, centre[1] - 0.28 * size), (0.26 * size, 0.2 * size))
        rim = arc((x - side * radius, y + 0.7 * radius), (x, y + 1.7 * radius), (x + side * radius, y + 0.8 * radius))
        nodes += brush.pen.line(rim, colour=PALE_WATER, width=brush.thick(0.6), part=f"mark-welling-rim-{side}")
        nodes += brush.solid(bead, PALE_WATER, width=0.6, part=f"mark-welling-{side}")
        nodes += brush.light(glint, GLINT, part=f"mark-welling-glint-{side}")
    return nodes


def drool(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """A thread from the corner of the mouth that grows and shrinks, with a drop at its end."""
    radius = figure.eye_radius
    x, y = figure.mouth[0] + 0.85 * radius, figure.mouth[1] + 0.35 * radius
    long = max(18.0, 1.4 * radius) * (1.0 + 0.25 * swing(phase))
    wide = max(6.5, 0.42 * radius)
    path = skia.Path()
    path.moveTo(x - 0.55 * wide, y)
    path.cubicTo(x - 0.5 * wide, y + 0.6 * long, x - 1.15 * wide, y + 0.75 * long, x - wide, y + long)
    path.cubicTo(x - 0.8 * wide, y + long + 1.3 * wide, x + 0.8 * wide, y + long + 1.3 * wide, x + wide, y + long)
    path.cubicTo(x + 1.15 * wide, y + 0.75 * long, x + 0.5 * wide, y + 0.6 * long, x + 0.55 * wide, y)
    path.close()
    glint = oval((x - 0.3 * wide, y + long), (0.24 * wide, 0.34 * wide))
    return (
        *brush.solid(path, PALE_WATER, width=0.66, part="mark-drool"),
        *brush.light(glint, GLINT, part="drool-glint"),
    )


def puddle(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """What was wept, standing around the feet: painted behind the figure."""
    box = figure.silhouette.computeTightBounds()
    middle = min(max((box.left() + box.right()) / 2, MARGIN + 60), CANVAS - MARGIN - 60)
    width = min(0.66 * (box.right() - box.left()) + 26, middle - MARGIN - 4, CANVAS - MARGIN - 4 - middle)
    width *= 0.8 + 0.2 * strength
    centre, half = (middle, GROUND - 3), (width, 14.5)
    turn = 0.5 * swing(phase)
    rim = [
        (
            centre[0] + half[0] * (1 - 0.05 * (n % 2)) * math.cos(a),
            centre[1] + (half[1] - 1.4 * (n % 3) + turn) * math.sin(a),
        )
        for n, a in enumerate(math.radians(36 * k) for k in range(10))
    ]
    path = smooth(rim)
    ring = 0.35 + 0.5 * (phase % 1.0)
    ripple = placed(oval(centre, (half[0] * 0.8, half[1] * 0.62)), Matrix.scaled(ring, ring, centre))
    waves = brush.pen.line(ripple, colour=GLINT, width=brush.thick(0.4), part="mark-puddle-ring")
    return (*brush.solid(path, PALE_WATER, width=0.6, part="mark-puddle"), Group(waves, clip=path))


def rain(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Slanting rain behind the figure, between the canvas's top and its feet."""
    nodes: Nodes = ()
    low, high = MARGIN + 8.0, GROUND - 34.0
    for n in range(22):
        x = MARGIN + 20 + (n * 0.5698403 % 1.0) * (CANVAS - 2 * MARGIN - 30)
        y = low + ((n * 0.7548777 + phase * (1 + n % 2)) % 1.0) * (high - low)
        stroke = lines([(x, y), (x - 8, y + 30)])
        nodes += brush.line(stroke, "#3f86d8", width=0.85, part=f"mark-rain-{n}")
    return nodes


def puff(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A breath let out beside the mouth: a little cloud and the air that pushed it."""
    travel = 0.16 * swing(phase)
    cloud = spot.moved(0.22 + travel, 0.0).grown(0.74)
    path = skia.Path()
    path.moveTo(*cloud.at(-0.72, 0.1))
    path.cubicTo(*cloud.at(-0.8, -0.5), *cloud.at(-0.25, -0.62), *cloud.at(-0.08, -0.36))
    path.cubicTo(*cloud.at(0.1, -0.95), *cloud.at(0.95, -0.7), *cloud.at(0.72, -0.1))
    path.cubicTo(*cloud.at(1.1, 0.1), *cloud.at(0.85, 0.72), *cloud.at(0.36, 0.52))
    path.cubicTo(*cloud.at(0.1, 0.86), *cloud.at(-0.72, 0.72), *cloud.at(-0.72, 0.1))
    path.close()
    nodes: Nodes = brush.solid(path, "#ffffff", width=0.62, part="mark-puff")
    for n, down in enumerate((-0.24, 0.24)):
        air = curve(spot.at(-1, down * 0.5), spot.at(-0.85, down), spot.at(-0.75, down), spot.at(-0.6, down * 1.2))
        nodes += brush.line(air, brush.pen.ink, width=0.5, part=f"mark-puff-air-{n}")
    return nodes
