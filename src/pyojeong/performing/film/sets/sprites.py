"""Things painted once and moved as they are: hanging ones that swing, others that cross the picture."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import skia

from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.shapes import Box
from pyojeong.performing.film.sets.tones import Mood

_SPRITE_GRAIN = 2.0
"""Pixels a unit of them: sharp to 1440 lines, and halved well at 720."""


@dataclass(frozen=True, slots=True, eq=False)
class Sprite:
    """Something painted once, about a point of its own.

    Attributes:
        image: Pixels.
        left: Of the image from the point, in units.
        top: Of the image from the point.
    """

    image: skia.Image
    left: float
    top: float

    def draw(self, canvas: skia.Canvas) -> None:
        """With its point at the canvas's origin."""
        linear = skia.SamplingOptions(skia.FilterMode.kLinear)
        canvas.translate(self.left, self.top)
        canvas.scale(1 / _SPRITE_GRAIN, 1 / _SPRITE_GRAIN)
        canvas.drawImage(self.image, 0, 0, linear)


def sprite(mood: Mood, area: Box, paint: Callable[[skia.Canvas, Random], None], *, near: float = 0.6) -> Sprite:
    """What ``paint`` draws about the origin within ``area``, in the scene's light."""
    left, top, right, bottom = area
    grain = _SPRITE_GRAIN
    surface = skia.Surface(math.ceil((right - left) * grain), math.ceil((bottom - top) * grain))
    canvas = surface.getCanvas()
    canvas.saveLayer(None, skia.Paint(ColorFilter=mood.filter(near)))
    canvas.scale(grain, grain)
    canvas.translate(-left, -top)
    paint(canvas, Random("sprite"))
    canvas.restore()
    return Sprite(surface.makeImageSnapshot(), left, top)


@dataclass(frozen=True, slots=True, eq=False)
class Swinging:
    """Things that hang or stand and swing about their points.

    Attributes:
        sprite: What.
        spots: Points they hang from.
        degrees: How far they swing.
        period: Seconds a swing.
        depth: As of a sheet.
    """

    sprite: Sprite
    spots: tuple[tuple[float, float], ...]
    degrees: float = 4.0
    period: float = 3.4
    depth: float = 0.7

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """Each with a swing of its own."""
        for number, (x, y) in enumerate(self.spots):
            phase = math.tau * (seconds / (self.period * (1 + 0.13 * (number % 3))) + 0.37 * number)
            canvas.save()
            canvas.translate(x, y)
            canvas.rotate(self.degrees * (math.sin(phase) + 0.3 * math.sin(2.3 * phase)))
            self.sprite.draw(canvas)
            canvas.restore()


@dataclass(frozen=True, slots=True, eq=False)
class Travelling:
    """Things that cross the picture and come again: boats, fish, butterflies, cranes.

    Attributes:
        layout: Of the picture.
        sprite: What, looking to the right.
        lanes: For each: height, share of the crossing at the start, units a second (below 0: to the left), size.
        bob: How far they go up and down.
        flutter: Beats a second in which the thing is narrowed as by wings; 0 for none.
        depth: As of a sheet.
        tilt: Degrees it rocks.
    """

    layout: Layout
    sprite: Sprite
    lanes: tuple[tuple[float, float, float, float], ...]
    bob: float = 5.0
    flutter: float = 0.0
    depth: float = 0.5
    tilt: float = 0.0

    @staticmethod
    def lanes_of(
        dice: Random, count: int, *, y: tuple[float, float], speed: tuple[float, float], size: tuple[float, float]
    ) -> tuple[tuple[float, float, float, float], ...]:
        """Lanes by chance, each to the right or to the left."""
        return tuple(
            (dice.uniform(*y), dice.random(), dice.choice((-1, 1)) * dice.uniform(*speed), dice.uniform(*size))
            for _ in range(count)
        )

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """Each in its lane."""
        lap = self.layout.width + 400
        for number, (lane, start, speed, size) in enumerate(self.lanes):
            x = (start * lap + speed * seconds) % lap - 200
            y = lane + self.bob * (math.sin(0.9 * seconds + 2 * number) + 0.5 * math.sin(1.7 * seconds + number))
            wide = 1.0 if not self.flutter else 0.25 + 0.75 * abs(math.cos(math.pi * self.flutter * seconds + number))
            canvas.save()
            canvas.translate(x, y)
            canvas.rotate(self.tilt * math.sin(1.1 * seconds + number))
            canvas.scale(size * wide * (1 if speed >= 0 else -1), size)
            self.sprite.draw(canvas)
            canvas.restore()
