"""What a strong feeling adds to any place: embers for anger, motes for joy, soft rounds for embarrassment."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.emotion import Emotion
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import GOLDEN, PLASTIC, Lights
from pyojeong.performing.film.sets.pigments import argb
from pyojeong.performing.film.sets.sheets import Mover
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood

_FROM = 0.6
"""Strength from which a feeling shows beyond its light."""


@dataclass(frozen=True, slots=True)
class Rising:
    """Bits that rise and go out.

    Attributes:
        layout: Of the picture.
        inks: Colours, taken in turn.
        count: How many.
        size: Largest.
        shape: Stamp.
        depth: As of a sheet.
        speed: Of the rise, pictures a second.
    """

    layout: Layout
    inks: tuple[str, ...]
    count: int = 36
    size: float = 7.0
    shape: Stamp = Stamp.DISC
    depth: float = 0.7
    speed: float = 0.11

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """In one batch, thinner towards the top."""
        marks = []
        for number in range(self.count):
            own, other = (number * GOLDEN) % 1.0, (number * PLASTIC + 0.3) % 1.0
            age = (seconds * self.speed * (0.7 + 0.6 * own) + other) % 1.0
            x = self.layout.x((own + 0.03 * ((seconds * 0.4 * other) % 1.0)) % 1.0)
            alpha = 0.85 * (1 - age) * min(1.0, 8 * age)
            size = self.size * (0.4 + 0.6 * other)
            y, ink = self.layout.height * (1.02 - 0.9 * age), self.inks[number % len(self.inks)]
            marks.append(Mark(x, y, size, 0.0, argb(ink, alpha)))
        stamp(canvas, self.shape, marks)


def omens(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    """Nothing below a strength that calls for it."""
    if mood.strength < _FROM:
        return ()
    if mood.tone is Emotion.ANGER:
        return (Rising(layout, ("#ffb13d", "#ff6a2a", "#ffd88a")),)
    if mood.tone is Emotion.JOY:
        return (Rising(layout, ("#fff6c4", "#ffe08a"), count=26, size=16.0, shape=Stamp.GLOW, speed=0.05),)
    if mood.tone is Emotion.EMBARRASSMENT:
        spots = tuple(
            (layout.x((0.07 + n * GOLDEN) % 1.0), layout.height * (0.08 + 0.5 * ((n * PLASTIC) % 1.0)))
            for n in range(14)
        )
        return (Lights(spots, "#ffd6e2", (40.0, 110.0), 22.0, 0.12, Stamp.DISC, 0.3, 0.35, 0.28),)
    return ()
