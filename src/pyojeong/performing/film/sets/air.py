"""Weather: what falls and floats, each bit a pure function of the time; much of it far, a little of it near."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import skia

from pyojeong.performing.film.screenplay import Weather
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import argb
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood

_AREA = 1280.0 * 720.0
_FAR, _NEAR = 0, 1


@dataclass(frozen=True, slots=True)
class Fall:
    """A kind of thing in the air; far first, near second. Counts are for a picture of 1280 × 720 units.

    Attributes:
        shapes: Stamps, taken in turn.
        inks: Colours, taken in turn.
        counts: How many.
        sizes: Smallest and largest.
        speeds: Units a second: to the right, down.
        swing: How far it sways to the sides.
        turning: Radians a second.
        alphas: How thick.
    """

    shapes: tuple[Stamp, ...]
    inks: tuple[str, ...]
    counts: tuple[int, int]
    sizes: tuple[tuple[float, float], tuple[float, float]]
    speeds: tuple[tuple[float, float], tuple[float, float]]
    swing: float
    turning: float
    alphas: tuple[float, float]


_FALLS = MappingProxyType(
    {
        Weather.SNOW: Fall(
            (Stamp.DAB, Stamp.DISC, Stamp.FLAKE),
            ("#ffffff", "#f2f8ff", "#e6f0ff"),
            (150, 16),
            ((4, 9), (11, 19)),
            ((10, 46), (18, 88)),
            16,
            0.6,
            (0.85, 0.85),
        ),
        Weather.PETALS: Fall(
            (Stamp.PETAL,),
            ("#ffd3df", "#ffc0d2", "#fff0f3", "#ff9fbc"),
            (120, 12),
            ((9, 16), (17, 25)),
            ((34, 40), (60, 70)),
            26,
            1.6,
            (0.92, 0.9),
        ),
        Weather.LEAVES: Fall(
            (Stamp.LEAF, Stamp.MAPLE, Stamp.LEAF),
            ("#e0692e", "#f0a83a", "#c9402e", "#d9b13e", "#9c6a35"),
            (48, 7),
            ((12, 19), (22, 32)),
            ((40, 46), (74, 84)),
            34,
            1.9,
            (0.95, 0.92),
        ),
    }
)


class Air:
    """The weather of one scene."""

    def __init__(self, layout: Layout, mood: Mood, window: skia.Path | None) -> None:
        self._layout, self._mood, self._window = layout, mood, window
        self._draw = _DRAWN.get(mood.weather)
        self._seeds = tuple(_seeds(layout, layer) for layer in ("far", "near"))

    def far(self, canvas: skia.Canvas, seconds: float) -> None:
        """What is behind the actors; indoors, what the window shows."""
        if self._draw is None:
            return
        canvas.save()
        if self._window is not None:
            canvas.clipPath(self._window, skia.ClipOp.kIntersect, True)
        self._draw(canvas, self._layout, self._mood, self._seeds[_FAR], seconds, _FAR)
        canvas.restore()

    def near(self, canvas: skia.Canvas, seconds: float) -> None:
        """What is before the actors; nothing indoors."""
        if self._draw is not None and self._window is None:
            self._draw(canvas, self._layout, self._mood, self._seeds[_NEAR], seconds, _NEAR)


_Chances = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def _seeds(layout: Layout, layer: str) -> _Chances:
    """Six chances in [0, 1) for each of up to 700 bits."""
    return np.random.default_rng([layout.seed & 0xFFFFFFFF, len(layer)]).random((700, 6))


def _count(layout: Layout, plain: int) -> int:
    return min(700, max(1, round(plain * layout.width * layout.height / _AREA)))


def _falling(canvas: skia.Canvas, layout: Layout, mood: Mood, chances: _Chances, seconds: float, layer: int) -> None:
    fall = _FALLS[mood.weather]
    count = _count(layout, fall.counts[layer])
    some, pad = chances[:count], 40.0
    low, high = fall.sizes[layer]
    right, down = fall.speeds[layer]
    pace = 0.75 + 0.5 * some[:, 2]
    sway = fall.swing * np.sin(seconds * (0.7 + some[:, 3]) + math.tau * some[:, 4])
    x = (some[:, 0] * (layout.width + 2 * pad) + right * pace * seconds + sway) % (layout.width + 2 * pad) - pad
    y = (some[:, 1] * (layout.height + 2 * pad) + down * pace * seconds) % (layout.height + 2 * pad) - pad
    sizes = low + (high - low) * some[:, 5]
    turns = math.tau * some[:, 4] + fall.turning * seconds * (some[:, 3] - 0.5) * 2
    colours = [argb(mood.ink(ink, near=0.9), fall.alphas[layer]) for ink in fall.inks]
    for number, shape in enumerate(fall.shapes):
        kinds = range(number, count, len(fall.shapes))
        stamp(canvas, shape, [Mark(x[n], y[n], sizes[n], turns[n], colours[n % len(colours)]) for n in kinds])


def _raining(canvas: skia.Canvas, layout: Layout, mood: Mood, chances: _Chances, seconds: float, layer: int) -> None:
    count = _count(layout, (150, 26)[layer])
    some, pad = chances[:count], 70.0
    length, speed, slant = ((24.0, 620.0, 0.16), (52.0, 1100.0, 0.18))[layer]
    y = (some[:, 1] * (layout.height + 2 * pad) + speed * (0.85 + 0.3 * some[:, 2]) * seconds) % (
        layout.height + 2 * pad
    ) - pad
    x = (some[:, 0] * (layout.width + 2 * pad) - slant * y) % (layout.width + 2 * pad) - pad
    long = length * (0.7 + 0.6 * some[:, 3])
    tips = np.stack([x, y, x - slant * long, y + long], axis=1)
    points = [skia.Point(float(a), float(b)) for row in tips for a, b in (row[:2], row[2:])]
    paint = skia.Paint(Color=argb(mood.ink("#e6f2ff", near=1.0), (0.5, 0.42)[layer]), AntiAlias=True)
    paint.setStrokeWidth((1.6, 2.6)[layer])
    canvas.drawPoints(skia.Canvas.PointMode.kLines_PointMode, points, paint)
    if layer == _FAR:
        _splashes(canvas, layout, mood, chances, seconds)


def _splashes(canvas: skia.Canvas, layout: Layout, mood: Mood, chances: _Chances, seconds: float) -> None:
    """Rings where drops meet the ground, each spreading and gone within half a second."""
    ink, marks = mood.ink("#f2f8ff", near=1.0), []
    for row in chances[-_count(layout, 26) :]:
        age = (seconds / 0.55 + row[2]) % 1.0
        turn = math.floor(seconds / 0.55 + row[2])
        x = (row[0] + 0.377 * turn) % 1.0 * layout.width
        y = layout.ground + (row[1] + 0.619 * turn) % 1.0 * (layout.height - layout.ground)
        marks.append(Mark(x, y, 5 + 12 * age, 0.0, argb(ink, 0.5 * (1 - age))))
    stamp(canvas, Stamp.RING, marks)


def _twinkling(canvas: skia.Canvas, layout: Layout, mood: Mood, chances: _Chances, seconds: float, layer: int) -> None:
    if layer == _NEAR:
        return
    ink = mood.ink("#fffbe2", near=1.0)
    points, sparks = [], []
    for number, row in enumerate(chances[: _count(layout, 120)]):
        shine = 0.45 + 0.55 * math.sin(seconds * (0.8 + 2 * row[2]) + math.tau * row[3]) ** 2
        x, y = row[0] * layout.width, row[1] ** 1.3 * layout.ground * 0.72
        points.append(Mark(x, y, 2.2 + 2.6 * row[4], 0.0, argb(ink, 0.9 * shine)))
        if number % 9 == 0:
            sparks.append(Mark(x, y, 12 + 16 * row[5], 0.0, argb(ink, 0.8 * shine)))
    stamp(canvas, Stamp.DISC, points)
    stamp(canvas, Stamp.SPARK, sparks)
    _shooting(canvas, layout, ink, chances, seconds)


def _shooting(canvas: skia.Canvas, layout: Layout, ink: str, chances: _Chances, seconds: float) -> None:
    """A star that falls within a second, once in nine."""
    turn, age = divmod(seconds + 9 * chances[0, 5], 9.0)
    if age > 0.9:
        return
    row = chances[int(turn) % len(chances)]
    x, y = (0.1 + 0.6 * row[0]) * layout.width + 330 * age, (0.06 + 0.16 * row[1]) * layout.ground + 120 * age
    paint = skia.Paint(Color=argb(ink, 0.8 * math.sin(math.pi * age / 0.9)), AntiAlias=True, StrokeWidth=2.6)
    canvas.drawLine(x - 90, y - 33, x, y, paint)


def _foggy(canvas: skia.Canvas, layout: Layout, mood: Mood, chances: _Chances, seconds: float, layer: int) -> None:
    """Banks of fog, wide and low; near ones only along the bottom."""
    ink = mood.ink("#f4f6f4", near=0.3)
    for row in chances[: (3, 1)[layer]]:
        wide, high = layout.width * (0.9 + 0.4 * row[2]), layout.height * ((0.2, 0.16)[layer] + 0.08 * row[3])
        lap = layout.width + wide
        x = (row[0] * lap + (10 + 10 * row[4]) * (1 + layer) * seconds) % lap - wide / 2
        y = (layout.ground - 40 + 90 * row[1], layout.height - 0.3 * high)[layer]
        _bank(canvas, (x, y), (wide, high), argb(ink, (0.5, 0.34)[layer]))


def _bank(canvas: skia.Canvas, at: tuple[float, float], size: tuple[float, float], colour: int) -> None:
    clear = colour & 0x00FFFFFF
    shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), 1.0, [colour, colour, clear], [0.0, 0.25, 1.0])
    canvas.save()
    canvas.translate(*at)
    canvas.scale(size[0] / 2, size[1] / 2)
    canvas.drawRect(skia.Rect.MakeLTRB(-1, -1, 1, 1), skia.Paint(Shader=shader))
    canvas.restore()


_DRAWN: dict[Weather, Callable[[skia.Canvas, Layout, Mood, _Chances, float, int], None]] = {
    Weather.SNOW: _falling,
    Weather.PETALS: _falling,
    Weather.LEAVES: _falling,
    Weather.RAIN: _raining,
    Weather.STARS: _twinkling,
    Weather.FOG: _foggy,
}
