"""Lines as a hand draws them: outlines of strokes whose middle and width wander.

What wanders depends on a key alone, so that a part drawn again keeps its accidents.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, hypot, sin
from typing import NamedTuple

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import smooth

STEP = 7.0
"""Canvas units between the places a stroke is measured at; lines look the same as at 5 (by eye at 720 pixels)."""


_DRY = 22.0
"""Widths of a brush it draws until it leaves streaks."""
Place = tuple[float, float, float, float, float]
"""Where (x, y), in which direction (unit length), and how far along."""


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


class _Wave(NamedTuple):
    """Two sines of the way along a line, long and short: where each starts, and units of way to its radian."""

    start: float
    span: float
    short_start: float
    short_span: float

    @classmethod
    def of(cls, chance: random.Random) -> _Wave:
        return cls(*(chance.uniform(*ends) for ends in ((0, math.tau), (18, 34), (0, math.tau), (8, 14))))


def chance_of(key: str) -> random.Random:
    """The accidents of one key; the same on every machine."""
    return random.Random(key)


@lru_cache(maxsize=4096)
def _wandering(key: str, contour: int) -> tuple[_Wave, _Wave, Point]:
    """How the middle and the width of one contour wander, and where it slips, in [-0.5, 0.5]."""
    chance = chance_of(key)
    drawn = [
        (_Wave.of(chance), _Wave.of(chance), (chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5)))
        for _ in range(contour + 1)
    ]
    return drawn[-1]


@lru_cache(maxsize=4096)
def _held(key: str, contour: int) -> tuple[_Wave, _Wave, float]:
    """How the width and the middle of one contour wander, and the slant of the brush in radians."""
    chance = chance_of(key)
    drawn = [(_Wave.of(chance), _Wave.of(chance), math.radians(chance.uniform(32, 52))) for _ in range(contour + 1)]
    return drawn[-1]


def contours(path: skia.Path) -> Iterator[tuple[skia.PathMeasure, float, bool]]:
    """Each contour, its length, and whether it is closed; the measure is good until the next is asked for."""
    measure = skia.PathMeasure(path, False)
    while True:
        if measure.getLength() > 0.5:
            yield measure, measure.getLength(), measure.isClosed()
        if not measure.nextContour():
            return


class Strand(NamedTuple):
    """One line of several along the same path.

    Attributes:
        width: Of its middle, in canvas units.
        key: What its accidents depend on.
        shift: Right and down of the path, in canvas units.
    """

    width: float
    key: str
    shift: Point = (0.0, 0.0)


def hand_drawn(path: skia.Path, width: float, hand: Hand, key: str) -> skia.Path:
    """The area of a line along every contour of ``path``."""
    return hand_drawn_strands(path, hand, Strand(width, key))


def hand_drawn_strands(path: skia.Path, hand: Hand, *strands: Strand) -> skia.Path:
    """The area of several lines along every contour of ``path``."""
    return _hand_drawn(_written(path), hand, strands)


_KEPT = 1024
"""Lines that are kept of each kind, some 10 MB: between frames of a film two of three do not change."""


def _written(path: skia.Path) -> bytes:
    """``path`` as what is kept is found by: lines depend on nothing but its bytes, whatever was drawn before."""
    return bytes(path.serialize())


def _read(outline: bytes) -> skia.Path:
    path = skia.Path()
    path.readFromMemory(outline)
    return path


@lru_cache(maxsize=_KEPT)
def _hand_drawn(outline: bytes, hand: Hand, strands: tuple[Strand, ...]) -> skia.Path:
    area = skia.Path()
    for n, (measure, length, closed) in enumerate(contours(_read(outline))):
        whole = length + (min(hand.overshoot, 0.1 * length) if closed else 0.0)
        places = walk(measure, length, whole, closed=closed, step=hand.step)
        for strand in strands:
            _add_strand(area, places, (length, whole), hand, strand, n)
    return area


def _add_strand(
    area: skia.Path, places: list[Place], lengths: tuple[float, float], hand: Hand, strand: Strand, contour: int
) -> None:
    """One line along one contour; all in one loop, which runs for every point of every line of a figure."""
    width, key, (shift_x, shift_y) = strand
    (a, b, c, d), (e, f, g, h), (right, down) = _wandering(key, contour)
    (length, whole), sway = lengths, hand.sway * min(1.0, width / 4)
    half, calm, run, swell, taper = 0.5 * width, sway * min(1.0, length / 60), 2.4 * width, hand.swell, hand.taper
    shift_x, shift_y = shift_x + right * sway, shift_y + down * sway
    one: list[Point] = []
    other: list[Point] = []
    for x, y, tx, ty, way in places:
        off = calm * (0.7 * sin(way / b + a) + 0.3 * sin(way / d + c))
        thick = half * (1 + swell * (0.7 * sin(way / f + e) + 0.3 * sin(way / h + g)))
        end = way if way < whole - way else whole - way
        if end < run:
            thick *= 1 - taper * (1 - end / run)
        if way > length:
            off += sway * 1.4 * (way - length) / 9
        if thick < 0.3:
            thick = 0.3
        cx, cy, dx, dy = x - ty * off + shift_x, y + tx * off + shift_y, ty * thick, tx * thick
        one.append((cx - dx, cy + dy))
        other.append((cx + dx, cy - dy))
    _add_outline(area, one, other)


def brushed(path: skia.Path, width: float, key: str) -> skia.Path:
    """The area of a brush stroke: pressed down, drawn, lifted to a point; a ring swells where the brush turns."""
    return _brushed(_written(path), width, key)


@lru_cache(maxsize=_KEPT)
def _brushed(outline: bytes, width: float, key: str) -> skia.Path:
    area, half = skia.Path(), 0.5 * width
    for n, (measure, length, closed) in enumerate(contours(_read(outline))):
        (a, b, c, d), (e, f, g, h), slant = _held(key, n)
        whole, far = length * (1.03 if closed else 1.0), 0.10 * width * min(1.0, length / 80)
        one: list[Point] = []
        other: list[Point] = []
        for x, y, tx, ty, way in walk(measure, length, whole, closed=closed):
            share = way / whole
            pressure = _ring_pressure(atan2(ty, tx) - slant, share) if closed else _stroke_pressure(share)
            thick = half * pressure * (1 + 0.14 * (0.7 * sin(way / b + a) + 0.3 * sin(way / d + c)))
            if thick < 0.4:
                thick = 0.4
            off = far * (0.7 * sin(way / f + e) + 0.3 * sin(way / h + g))
            cx, cy, dx, dy = x - ty * off, y + tx * off, ty * thick, tx * thick
            one.append((cx - dx, cy + dy))
            other.append((cx + dx, cy - dy))
        _add_outline(area, one, other)
    return area


def _ring_pressure(angle: float, share: float) -> float:
    """Width of a flat brush held at a slant, ``share`` of its way along, thin where it sets down and lifts."""
    wide: float = 0.46 + 1.05 * abs(sin(angle)) ** 1.6
    if share < 0.125:
        wide *= 0.25 + 6 * share
    return wide * (0.12 + 7 * (1 - share)) if share > 1 - 0.88 / 7 else wide


def _stroke_pressure(share: float) -> float:
    """Width of a round brush along a stroke: it swells in the first quarter and is lifted from there on."""
    if share < 0.26:
        rise = share / 0.26
        return 0.50 + 0.90 * rise * rise * (3 - 2 * rise)
    lifted: float = ((share - 0.26) / 0.74) ** 1.9
    return 1.4 * max(0.10, 1 - lifted)


def dry_tail(path: skia.Path, width: float, key: str) -> tuple[tuple[skia.Path, float], ...]:
    """Streaks a drying brush leaves over the end of its longest contour: paths and their widths."""
    return _dry_tail(_written(path), width, key)


@lru_cache(maxsize=_KEPT)
def _dry_tail(outline: bytes, width: float, key: str) -> tuple[tuple[skia.Path, float], ...]:
    chance = chance_of(key + "dry")
    streaks = []
    for measure, length, closed in contours(_read(outline)):
        if length < _DRY * width:
            continue
        for n in range(4):
            start = length * (0.06 * chance.random() + (0.02 if closed else 0.84))
            end = min(length - 0.1, start + width * chance.uniform(2.0, 5.0))
            across = (n - 1.5) * 0.2 * width
            steps = [measure.getPosTan(start + (end - start) * m / 5) for m in range(6)]
            piece = smooth([(p.x() - t.y() * across, p.y() + t.x() * across) for p, t in steps], closed=False)
            streaks.append((piece, width * (0.06 + 0.05 * chance.random())))
    return tuple(streaks)


def walk(measure: skia.PathMeasure, length: float, whole: float, *, closed: bool, step: float = STEP) -> list[Place]:
    """Places every ``step`` units along a contour; a closed one goes on past its start."""
    count, found, at = max(5, round(whole / step)), [], measure.getPosTan
    for n in range(count + 1):
        way = whole * n / count
        place, tangent = at(way - length if closed and way > length else min(way, length - 0.01))
        found.append((place.x(), place.y(), tangent.x(), tangent.y(), way))
    return found


def _add_outline(area: skia.Path, one: list[Point], other: list[Point]) -> None:
    """A stroke between its two sides, with round ends: quadratic curves through the middles of its points."""
    ends = (one[0], other[0]), (one[-1], other[-1])
    other.reverse()
    outline, curve = one + other, area.quadTo
    (u, v), (x, y) = outline[0], outline[-1]
    area.moveTo((x + u) / 2, (y + v) / 2)
    for x, y in (*outline[1:], outline[0]):
        curve(u, v, (u + x) / 2, (v + y) / 2)
        u, v = x, y
    area.close()
    for (x, y), (u, v) in ends:
        area.addCircle((x + u) / 2, (y + v) / 2, hypot(x - u, y - v) / 2, skia.PathDirection.kCCW)
