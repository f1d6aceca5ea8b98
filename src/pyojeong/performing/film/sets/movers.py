"""What moves of itself in a place: lights, water, birds, smoke, bubbles. All are functions of the time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import skia

from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import argb
from pyojeong.performing.film.sets.shapes import Box
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp

GOLDEN, PLASTIC = 0.618034, 0.754877
"""Fractions of the golden ratio and of the plastic number: multiples of them, modulo 1, spread evenly."""


@dataclass(frozen=True, slots=True)
class Lights:
    """Points of light that wax and wane, wandering a little.

    Attributes:
        spots: Where.
        ink: Colour, already in the scene's light.
        size: Smallest and largest.
        wander: How far they roam.
        pace: Waxings a second.
        shape: Stamp.
        depth: As of a sheet.
        least: Share of their light that always stays.
        peak: Alpha at the brightest.
    """

    spots: tuple[tuple[float, float], ...]
    ink: str
    size: tuple[float, float] = (10.0, 26.0)
    wander: float = 0.0
    pace: float = 0.4
    shape: Stamp = Stamp.GLOW
    depth: float = 0.7
    least: float = 0.15
    peak: float = 0.95

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """All of them in one batch."""
        marks = []
        for number, (x, y) in enumerate(self.spots):
            own = (number * GOLDEN) % 1.0
            wave = 0.5 + 0.5 * math.sin(math.tau * (self.pace * (0.7 + 0.6 * own) * seconds + own))
            shine = self.least + (1 - self.least) * wave
            dx = self.wander * math.sin(seconds * (0.31 + 0.3 * own) + 9 * own)
            dy = 0.6 * self.wander * math.sin(seconds * (0.43 + 0.2 * own) + 17 * own)
            size = self.size[0] + (self.size[1] - self.size[0]) * own
            marks.append(Mark(x + dx, y + dy, size, 0.0, argb(self.ink, self.peak * shine)))
        stamp(canvas, self.shape, marks)


@dataclass(frozen=True, slots=True)
class Glitter:
    """Light on water: short strokes that come and go, drifting.

    Attributes:
        area: Of the water.
        ink: Colour, in the scene's light.
        count: How many at once.
        size: At the area's top and bottom.
        seed: Of their places.
        depth: As of a sheet.
        drift: Units a second to the right.
        alpha: At the brightest.
    """

    area: Box
    ink: str
    count: int = 60
    size: tuple[float, float] = (22.0, 60.0)
    seed: int = 0
    depth: float = 0.5
    drift: float = 6.0
    alpha: float = 0.6

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """Strokes; each has a new place every time it comes."""
        left, top, right, bottom = self.area
        groups: tuple[list[skia.Point], ...] = ([], [], [])
        for number in range(self.count):
            life = 1.6 + 1.4 * ((number * PLASTIC) % 1.0)
            turn, age = divmod(seconds / life + number * GOLDEN, 1.0)
            x, y = (number * 0.819 + turn * 0.324 + self.seed * 0.1) % 1.0, (number * 0.6711 + turn * 0.413) % 1.0
            half = (self.size[0] + (self.size[1] - self.size[0]) * y) / 2
            shine = math.sin(math.pi * age) ** 2
            px, py = left + (right - left) * x + self.drift * (age - 0.5) * life, top + (bottom - top) * y
            half *= 0.4 + 0.6 * shine
            groups[min(2, int(3 * shine))].extend((skia.Point(px - half, py), skia.Point(px + half, py)))
        paint = skia.Paint(AntiAlias=True, StrokeCap=skia.Paint.kRound_Cap)
        for number, points in enumerate(groups):
            paint.setColor(argb(self.ink, self.alpha * (0.3, 0.65, 1.0)[number]))
            paint.setStrokeWidth((1.6, 2.4, 3.2)[number])
            canvas.drawPoints(skia.Canvas.PointMode.kLines_PointMode, points, paint)


@dataclass(frozen=True, slots=True)
class Waves:
    """Lines of foam that roll along and come nearer and go.

    Attributes:
        left: Where they begin.
        right: Where they end.
        rows: Height of each in the picture.
        ink: Colour, in the scene's light.
        depth: As of a sheet.
        swell: How far they rise and fall.
        width: Of the foam.
    """

    left: float
    right: float
    rows: tuple[float, ...]
    ink: str
    depth: float = 0.6
    swell: float = 6.0
    width: float = 5.0

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """One curve a row."""
        for number, y in enumerate(self.rows):
            path, phase = skia.Path(), seconds * (0.5 + 0.13 * number) + 2.1 * number
            rise = self.swell * math.sin(seconds * 0.7 + 1.3 * number)
            steps = 26
            for step in range(steps + 1):
                x = self.left + (self.right - self.left) * step / steps
                dy = self.swell * (0.5 * math.sin(0.021 * x + phase) + 0.4 * math.sin(0.037 * x - 0.7 * phase))
                path.lineTo(x, y + rise + dy) if step else path.moveTo(x, y + rise + dy)
            shine = 0.45 + 0.3 * math.sin(seconds * 0.7 + 1.3 * number + 1)
            paint = skia.Paint(Color=argb(self.ink, shine), AntiAlias=True, Style=skia.Paint.kStroke_Style)
            paint.setStrokeWidth(self.width * (0.5 + 0.5 * (number + 1) / len(self.rows)))
            canvas.drawPath(path, paint)


@dataclass(frozen=True, slots=True)
class Birds:
    """A few birds far away, crossing the sky in a loose line and coming again.

    Attributes:
        layout: Of the picture.
        ink: Colour, in the scene's light.
        y: About which they fly.
        count: How many.
        speed: Units a second, to the left when below 0.
        size: Span of a wing.
        depth: As of a sheet.
        phase: Share of the crossing at the start.
    """

    layout: Layout
    ink: str
    y: float
    count: int = 4
    speed: float = 26.0
    size: float = 13.0
    depth: float = 0.15
    phase: float = 0.2

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """Wings as two arcs that beat and glide."""
        lap = self.layout.width + 600
        path = skia.Path()
        for number in range(self.count):
            x = (self.phase * lap + self.speed * seconds - 46 * number) % lap - 300
            y = self.y + 22 * math.sin(number * 2.2) + 9 * math.sin(seconds * 0.6 + number)
            beat = math.sin(seconds * 7.0 + number * 1.7) * (0.55 + 0.45 * math.sin(seconds * 0.9 + number))
            size = self.size * (1 - 0.1 * (number % 3))
            for side in (-1, 1):
                path.moveTo(x, y)
                path.quadTo(
                    x + side * size * 0.5, y - size * (0.5 + 0.35 * beat), x + side * size, y - size * 0.5 * beat
                )
        paint = skia.Paint(Color=argb(self.ink, 0.85), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=3)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        canvas.drawPath(path, paint)


@dataclass(frozen=True, slots=True)
class Smoke:
    """Puffs that rise from a chimney and thin out.

    Attributes:
        x: Of the chimney's mouth.
        y: Of it.
        ink: Colour, in the scene's light.
        high: How far they rise.
        depth: As of a sheet.
        size: Of a puff at its largest.
    """

    x: float
    y: float
    ink: str
    high: float = 150.0
    depth: float = 0.5
    size: float = 56.0

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """Nine puffs on their way."""
        marks = []
        for number in range(9):
            age = (seconds / 7.0 + number / 9) % 1.0
            x = self.x + 30 * age + 9 * math.sin(5 * age + number + 0.4 * seconds)
            size = self.size * (0.25 + 0.75 * age)
            alpha = 0.62 * (1 - age) * min(1, 6 * age)
            marks.append(Mark(x, self.y - self.high * age, size, 0.0, argb(self.ink, alpha)))
        stamp(canvas, Stamp.PUFF, marks)


@dataclass(frozen=True, slots=True)
class Bubbles:
    """Rings that rise through water.

    Attributes:
        layout: Of the picture.
        ink: Colour, in the scene's light.
        count: How many.
        depth: As of a sheet.
    """

    layout: Layout
    ink: str
    count: int = 34
    depth: float = 0.7

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """In four columns and between them."""
        rings, shines = [], []
        for number in range(self.count):
            own, other = (number * number * GOLDEN + 0.1) % 1.0, (number * PLASTIC) % 1.0
            y = self.layout.height * (1.05 - ((seconds * (0.05 + 0.06 * other) + own) % 1.0) * 1.15)
            column = (0.06, 0.2, 0.82, 0.95)[number % 4] + 0.05 * (other - 0.5)
            x = self.layout.x(column) + 9 * math.sin(seconds * (1 + own) + 7 * other)
            size = 7 + 17 * other
            rings.append(Mark(x, y, size, 0.0, argb(self.ink, 0.75)))
            shines.append(Mark(x - size * 0.16, y - size * 0.18, size * 0.22, 0.0, argb(self.ink, 0.9)))
        stamp(canvas, Stamp.RING, rings)
        stamp(canvas, Stamp.DISC, shines)


def spots_in(
    dice: Random, area: Box, count: int, *, keep_clear: tuple[float, float] | None = None
) -> tuple[tuple[float, float], ...]:
    """Points over a box, none between two heights' middle where actors stand when ``keep_clear`` names its sides."""
    found: list[tuple[float, float]] = []
    while len(found) < count:
        x, y = dice.uniform(area[0], area[2]), dice.uniform(area[1], area[3])
        if keep_clear is None or not keep_clear[0] < x < keep_clear[1]:
            found.append((x, y))
    return tuple(found)
