"""Lines as a hand draws them: outlines of strokes whose middle and width wander.

What wanders depends on a key alone, so that a part drawn again keeps its accidents.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from math import sin

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import smooth

STEP = 7.0
"""Canvas units between the places a stroke is measured at; lines look the same as at 5 (by eye at 720 pixels)."""


Place = tuple[Point, Point, float]
"""Where, in which direction (unit length), and how far along."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How a hand draws a line.

    Attributes:
        sway: How far the middle leaves the path, in canvas units.
        swell: How much the width varies, in [0, 1].
        taper: Width lost at each end, in [0, 1].
        overshoot: How far a closed line runs past its start.
        step: Canvas units between the places its strokes are measured at: a calm hand needs fewer.
    """

    sway: float = 2.0
    swell: float = 0.20
    taper: float = 0.40
    overshoot: float = 9.0
    step: float = STEP


CARELESS = Hand()
"""The hand that scribbles beside a lecture (by eye)."""


@dataclass(frozen=True, slots=True)
class _Wave:
    """Two sines of the way along a line, long and short."""

    long: Point
    short: Point

    @classmethod
    def of(cls, chance: random.Random) -> _Wave:
        return cls(*((chance.uniform(0, math.tau), chance.uniform(*span)) for span in ((18, 34), (8, 14))))

    def along(self, places: list[Place]) -> list[float]:
        """Its height at each of ``places``, in [-1, 1]."""
        (start, span), (short_start, short_span) = self.long, self.short
        return [0.7 * sin(way / span + start) + 0.3 * sin(way / short_span + short_start) for _, _, way in places]


def chance_of(key: str) -> random.Random:
    """The accidents of one key; the same on every machine."""
    return random.Random(key)


def contours(path: skia.Path) -> Iterator[tuple[skia.PathMeasure, float, bool]]:
    """Each contour, its length, and whether it is closed; the measure is good until the next is asked for."""
    measure = skia.PathMeasure(path, False)
    while True:
        if measure.getLength() > 0.5:
            yield measure, measure.getLength(), measure.isClosed()
        if not measure.nextContour():
            return


def hand_drawn(path: skia.Path, width: float, hand: Hand, key: str) -> skia.Path:
    """The area of a line along every contour of ``path``."""
    chance, area = chance_of(key), skia.Path()
    sway = hand.sway * min(1.0, width / 4)
    for measure, length, closed in contours(path):
        middle, thick = _Wave.of(chance), _Wave.of(chance)
        slip = chance.uniform(-0.5, 0.5) * sway, chance.uniform(-0.5, 0.5) * sway
        over = min(hand.overshoot, 0.1 * length) if closed else 0.0
        places = walk(measure, length, length + over, closed=closed, step=hand.step)
        calm = min(1.0, length / 60)
        halves, offs = [], []
        for (_, _, way), thickness, height in zip(places, thick.along(places), middle.along(places), strict=True):
            ends = min(1.0, min(way, length + over - way) / (2.4 * width))
            halves.append(max(0.3, 0.5 * width * (1 + hand.swell * thickness) * (1 - hand.taper * (1 - ends))))
            offs.append(sway * (calm * height + 1.4 * max(0.0, way - length) / 9))
        _add_stroke(area, places, offs, halves, slip)
    return area


def brushed(path: skia.Path, width: float, key: str) -> skia.Path:
    """The area of a brush stroke: pressed down, drawn, lifted to a point; a ring swells where the brush turns."""
    chance, area = chance_of(key), skia.Path()
    for measure, length, closed in contours(path):
        thick, middle = _Wave.of(chance), _Wave.of(chance)
        slant = math.radians(chance.uniform(32, 52))
        places = walk(measure, length, length * (1.03 if closed else 1.0), closed=closed)
        whole = places[-1][2]
        halves = [
            max(0.4, 0.5 * width * _pressure(tangent, slant, way / whole, closed=closed) * (1 + 0.14 * thickness))
            for (_, tangent, way), thickness in zip(places, thick.along(places), strict=True)
        ]
        far = 0.10 * width * min(1.0, length / 80)
        _add_stroke(area, places, [far * height for height in middle.along(places)], halves, (0.0, 0.0))
    return area


def _pressure(tangent: Point, slant: float, share: float, *, closed: bool) -> float:
    """Width at a ``share`` of a brush's way, where it moves along ``tangent``."""
    return _ring_pressure(math.atan2(tangent[1], tangent[0]) - slant, share) if closed else _stroke_pressure(share)


def _ring_pressure(angle: float, share: float) -> float:
    """Width of a flat brush held at a slant, thin where it sets down and lifts."""
    wide = 0.46 + 1.05 * math.pow(abs(math.sin(angle)), 1.6)
    return wide * min(1.0, 0.25 + 6 * share) * min(1.0, 0.12 + 7 * max(0.0, 1 - share))


def _stroke_pressure(share: float) -> float:
    """Width of a round brush along a stroke: it swells in the first quarter and is lifted from there on."""
    rise, fall = min(1.0, share / 0.26), max(0.0, (share - 0.26) / 0.74)
    return (0.50 + 0.90 * rise * rise * (3 - 2 * rise)) * max(0.10, 1 - math.pow(fall, 1.9))


def dry_tail(path: skia.Path, width: float, key: str) -> list[tuple[skia.Path, float]]:
    """Streaks a drying brush leaves over the end of its longest contour: paths and their widths."""
    chance = chance_of(key + "dry")
    streaks = []
    for measure, length, closed in contours(path):
        if length < 22 * width:
            continue
        for n in range(4):
            start = length * (0.06 * chance.random() + (0.02 if closed else 0.84))
            end = min(length - 0.1, start + width * chance.uniform(2.0, 5.0))
            across = (n - 1.5) * 0.2 * width
            steps = [measure.getPosTan(start + (end - start) * m / 5) for m in range(6)]
            piece = smooth([(p.x() - t.y() * across, p.y() + t.x() * across) for p, t in steps], closed=False)
            streaks.append((piece, width * (0.06 + 0.05 * chance.random())))
    return streaks


def walk(measure: skia.PathMeasure, length: float, whole: float, *, closed: bool, step: float = STEP) -> list[Place]:
    """Places every ``step`` units along a contour; a closed one goes on past its start."""
    count = max(5, round(whole / step))
    found = []
    for n in range(count + 1):
        way = whole * n / count
        at = way - length if closed and way > length else min(way, length - 0.01)
        place, tangent = measure.getPosTan(max(0.0, at))
        found.append(((place.x(), place.y()), (tangent.x(), tangent.y()), way))
    return found


def _add_stroke(area: skia.Path, places: list[Place], offs: list[float], halves: list[float], slip: Point) -> None:
    """The outline of one stroke with round ends, as quadratic curves through the middles of its measured points."""
    right, left = [], []
    for ((x, y), (tx, ty), _), shift, thick in zip(places, offs, halves, strict=True):
        cx, cy = x - ty * shift + slip[0], y + tx * shift + slip[1]
        right.append((cx - ty * thick, cy + tx * thick))
        left.append((cx + ty * thick, cy - tx * thick))
    outline = right + left[::-1]
    (x, y), (u, v) = outline[-1], outline[0]
    area.moveTo((x + u) / 2, (y + v) / 2)
    curve = area.quadTo
    for (x, y), (u, v) in zip(outline, outline[1:] + outline[:1], strict=True):
        curve(x, y, (x + u) / 2, (y + v) / 2)
    area.close()
    for a, b in ((right[0], left[0]), (right[-1], left[-1])):
        area.addCircle(*_middle(a, b), math.dist(a, b) / 2, skia.PathDirection.kCCW)


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
