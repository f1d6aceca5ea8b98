"""Marks of delight: sparkles, hearts, flowers, notes, confetti, clapping."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import arc, circle, lines, oval, placed, polar, united
from pyojeong.performing.character.figure import CANVAS, MARGIN, Figure
from pyojeong.performing.character.marks.brush import Brush
from pyojeong.performing.character.marks.spots import Spot
from pyojeong.performing.character.marks.turns import pulse, swing
from pyojeong.performing.character.pens import Nodes

GOLD, ROSE, PETAL, HEART_OF_FLOWER = "#ffc531", "#ff4468", "#ff9ab8", "#ffd75e"
PAPERS = ("#ff5f6d", "#ffc531", "#3fb984", "#4a9df0", "#a477e8")


def sparkle(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A star of four points that twinkles; small ones in other time than the large one."""
    late = 0.0 if spot.size > 15 else 0.5
    star = spot.grown(pulse(phase + late, 0.22))
    path = skia.Path()
    path.moveTo(*star.at(0, -1))
    for n in range(4):
        angle = math.radians(-90 + 90 * (n + 1))
        middle = math.radians(-45 + 90 * n)
        inner = star.at(0.17 * math.cos(middle), 0.17 * math.sin(middle))
        path.quadTo(*inner, *star.at(math.cos(angle), math.sin(angle)))
    path.close()
    return brush.solid(path, GOLD, width=0.55, part=f"mark-sparkle-{round(spot.size)}")


def heart_path(spot: Spot) -> skia.Path:
    """A heart one local unit wide each way."""
    path = skia.Path()
    path.moveTo(*spot.at(0, 0.92))
    path.cubicTo(*spot.at(-0.5, 0.5), *spot.at(-1, 0.14), *spot.at(-1, -0.34))
    path.cubicTo(*spot.at(-1, -0.98), *spot.at(-0.2, -1.02), *spot.at(0, -0.42))
    path.cubicTo(*spot.at(0.2, -1.02), *spot.at(1, -0.98), *spot.at(1, -0.34))
    path.cubicTo(*spot.at(1, 0.14), *spot.at(0.5, 0.5), *spot.at(0, 0.92))
    path.close()
    return path


def heart(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A heart that beats and rises a little."""
    place = spot.moved(0, -0.12 * swing(phase)).grown(pulse(phase, 0.1))
    glint = arc(place.at(-0.66, -0.28), place.at(-0.66, -0.6), place.at(-0.36, -0.64))
    name = f"mark-heart-{round(spot.size)}"
    shine = brush.pen.line(glint, colour="#ffffff", width=brush.thick(0.42), part=f"{name}-glint")
    return (*brush.solid(heart_path(place), ROSE, width=0.62, part=name), *shine)


def flower(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """Five petals that sway."""
    place = spot.moved(0, 0, turn_degrees=14 * swing(phase))
    petals = []
    for n in range(5):
        angle = -90 + 72 * n
        u, v = polar((0.0, 0.0), 0.56, angle)
        petals.append(circle(place.at(u, v), 0.42 * place.size))
    name = f"mark-flower-{round(spot.size)}"
    core = circle(place.centre, 0.3 * place.size)
    return (
        *brush.solid(united(*petals), PETAL, width=0.58, part=name),
        *brush.solid(core, HEART_OF_FLOWER, width=0.45, part=f"{name}-core"),
    )


def note(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """An eighth note that bobs."""
    place = spot.moved(0.08 * swing(phase), -0.1 * swing(2 * phase), turn_degrees=8 * swing(phase))
    head = placed(oval(place.at(-0.3, 0.66), (0.38 * place.size, 0.29 * place.size)), _tilted(place))
    stem = skia.Path()
    for n, corner in enumerate(((-0.06, 0.6), (-0.06, -0.95), (0.12, -0.95), (0.12, 0.66))):
        (stem.lineTo if n else stem.moveTo)(*_upright(place, corner))
    stem.close()
    flag = skia.Path()
    flag.moveTo(*_upright(place, (0.0, -0.95)))
    flag.cubicTo(*_upright(place, (0.2, -0.5)), *_upright(place, (0.85, -0.5)), *_upright(place, (0.6, 0.24)))
    flag.cubicTo(*_upright(place, (0.58, -0.18)), *_upright(place, (0.3, -0.24)), *_upright(place, (0.0, -0.34)))
    flag.close()
    whole = united(placed(head, Matrix()), stem, flag)
    colour = "#8463ff" if spot.size > 16 else "#f0569a"
    return brush.solid(whole, colour, width=0.5, part=f"mark-note-{round(spot.size)}")


def _upright(spot: Spot, place: Point) -> Point:
    """A local place that is not mirrored: letters and notes read one way only."""
    return spot.at(place[0] * spot.side, place[1])


def _tilted(spot: Spot) -> Matrix:
    centre = spot.at(-0.3, 0.66)
    wanted = _upright(spot, (-0.3, 0.66))
    return Matrix.moved(wanted[0] - centre[0], wanted[1] - centre[1]) @ Matrix.turned(-18, centre)


def confetti(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Paper falling: painted behind the figure; as much leaves below as comes in above."""
    nodes: Nodes = ()
    count = round(22 + 14 * strength)
    low, high = MARGIN + 12.0, 0.8 * CANVAS
    for n in range(count):
        x = MARGIN + 20 + (n * 0.5698403 % 1.0) * (CANVAS - 2 * MARGIN - 40)
        fallen = (n * 0.7548777 + 0.02 + phase) % 1.0
        y = low + fallen * (high - low)
        shown = min(1.0, 10 * fallen, 10 * (1 - fallen))
        if shown < 0.3:
            continue
        spin = 40 * n + 360 * phase * (1 if n % 2 else -1)
        spot = Spot((x + 5 * swing(phase + 0.3 * n), y), max(0.2, 10.5 * shown), spin)
        bit = [spot.at(-1, -0.55), spot.at(1, -0.55), spot.at(1, 0.55), spot.at(-1, 0.55)]
        path = circle(spot.centre, 0.72 * spot.size) if n % 4 == 3 else lines(bit, closed=True)
        nodes += brush.solid(path, PAPERS[n % len(PAPERS)], width=0.36, part=f"mark-confetti-{n}")
    return nodes


def clap(brush: Brush, figure: Figure, phase: float, strength: float) -> Nodes:
    """Short strokes that jump out on either side of the hands."""
    nodes: Nodes = ()
    (ax, ay), (bx, by) = figure.hands
    reach = 0.2 * figure.head.half_size[0]
    jump = 1.0 + 0.16 * swing(2 * phase)
    for side, (x, y) in ((-1, (ax, ay)), (1, (bx, by))):
        for n, angle in enumerate((-52, -14, 24)):
            degrees = angle if side > 0 else 180 - angle
            start = polar((x, y), 1.12 * reach * jump, degrees)
            end = polar((x, y), (1.72 if n == 1 else 1.6) * reach * jump, degrees)
            if any(math.dist(end, eye) < 1.7 * figure.eye_radius for eye in figure.eyes):
                continue
            stroke = lines([_kept(start), _kept(end)])
            nodes += brush.line(stroke, "#f08a1d", width=0.8, part=f"mark-clap-{side}-{n}")
    return nodes


def _kept(place: Point) -> Point:
    low, high = MARGIN + 6, CANVAS - MARGIN - 6
    return min(max(place[0], low), high), min(max(place[1], low), high)
