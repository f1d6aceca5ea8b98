"""Strokes of the brush: washes from one colour to another, edges of cut paper, dabs within a shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from random import Random

import skia

from pyojeong.performing.film.sets.pigments import SHADE, argb, lit, mix, tints
from pyojeong.performing.film.sets.shapes import Box, Points, oval, smooth
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp


def flat(canvas: skia.Canvas, path: skia.Path, ink: str, *, alpha: float = 1.0) -> None:
    """One colour."""
    canvas.drawPath(path, skia.Paint(Color=argb(ink, alpha), AntiAlias=True))


def wash(canvas: skia.Canvas, path: skia.Path, above: str, below: str, *, alpha: tuple[float, float] = (1, 1)) -> None:
    """From one colour at the top of the shape to another at its bottom."""
    _blended(canvas, path, [argb(above, alpha[0]), argb(below, alpha[1])])


def fading(canvas: skia.Canvas, path: skia.Path, ink: str, first: float, last: float = 0.0) -> None:
    """One colour whose alpha goes from the top of the shape to its bottom."""
    wash(canvas, path, ink, ink, alpha=(first, last))


def shade_below(canvas: skia.Canvas, x: float, y: float, half: float) -> None:
    """The shadow of something that stands at (x, y)."""
    flat(canvas, oval(x + half * 0.06, y + half * 0.02, half * 1.12, half * 0.14), SHADE, alpha=0.22)


def across(canvas: skia.Canvas, path: skia.Path, inks: Sequence[str]) -> None:
    """From one colour at the left of the shape to others at its right."""
    _blended(canvas, path, [argb(ink) for ink in inks], to_the_right=True)


def down(canvas: skia.Canvas, path: skia.Path, inks: Sequence[str]) -> None:
    """From one colour at the top of the shape to others at its bottom."""
    _blended(canvas, path, [argb(ink) for ink in inks])


def _blended(canvas: skia.Canvas, path: skia.Path, colours: list[int], *, to_the_right: bool = False) -> None:
    bounds = path.getBounds()
    if to_the_right:
        ends = [skia.Point(bounds.left(), 0), skia.Point(bounds.right(), 0)]
    else:
        ends = [skia.Point(0, bounds.top()), skia.Point(0, bounds.bottom())]
    shader = skia.GradientShader.MakeLinear(ends, colours)
    canvas.drawPath(path, skia.Paint(Shader=shader, AntiAlias=True, Dither=True))


def glow(canvas: skia.Canvas, x: float, y: float, radius: float, ink: str, *, alpha: float) -> None:
    """Soft light about a point."""
    colours = [argb(ink, alpha), argb(ink, alpha * 0.4), argb(ink, 0.0)]
    shader = skia.GradientShader.MakeRadial(skia.Point(x, y), radius, colours, [0.0, 0.45, 1.0])
    canvas.drawCircle(x, y, radius, skia.Paint(Shader=shader, Dither=True))


def line(canvas: skia.Canvas, path: skia.Path, ink: str, width: float, *, alpha: float = 1.0) -> None:
    """The outline of a path, with round ends."""
    paint = skia.Paint(Color=argb(ink, alpha), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    canvas.drawPath(path, paint)


def stroke(canvas: skia.Canvas, points: Points, ink: str, width: float, *, alpha: float = 1.0) -> None:
    """A curved stroke through points."""
    line(canvas, smooth(points, closed=False), ink, width, alpha=alpha)


def lifted(canvas: skia.Canvas, path: skia.Path, *, by: float = 5.0, ink: str = "#1f1a3a", alpha: float = 0.07) -> None:
    """The soft shadow a sheet of cut paper leaves behind its edge; laid before the sheet itself."""
    for width in (3.2, 2.0, 0.9):
        line(canvas, path, ink, by * width, alpha=alpha)


def within(canvas: skia.Canvas, path: skia.Path) -> AbstractContextManager[None]:
    """What is drawn meanwhile is kept inside a shape."""
    return _clipped(canvas, path, skia.ClipOp.kIntersect)


def without(canvas: skia.Canvas, path: skia.Path) -> AbstractContextManager[None]:
    """What is drawn meanwhile is kept out of a shape."""
    return _clipped(canvas, path, skia.ClipOp.kDifference)


@contextmanager
def _clipped(canvas: skia.Canvas, path: skia.Path, how: skia.ClipOp) -> Iterator[None]:
    canvas.save()
    canvas.clipPath(path, how, True)
    yield
    canvas.restore()


def dabs(
    canvas: skia.Canvas,
    dice: Random,
    area: Box,
    inks: Sequence[str],
    *,
    count: int,
    size: tuple[float, float],
    shape: Stamp = Stamp.DRY,
    alpha: float = 0.3,
    turn: float = 0.0,
    loose: float = 0.25,
) -> None:
    """Marks thrown over a box: ``turn`` is the brush's direction and ``loose`` how far it strays, in radians."""
    left, top, right, bottom = area
    colours = [argb(ink, alpha) for ink in inks]
    stamp(
        canvas,
        shape,
        [
            Mark(
                dice.uniform(left, right),
                dice.uniform(top, bottom),
                dice.uniform(*size),
                turn + dice.uniform(-loose, loose),
                dice.choice(colours),
            )
            for _ in range(count)
        ],
    )


def brushed(
    canvas: skia.Canvas, path: skia.Path, ink: str, dice: Random, *, below: str | None = None, size: float = 60.0
) -> None:
    """A shape in gouache: a wash, strokes of neighbouring colours in it, and light along its upper edge."""
    under = below if below is not None else lit(ink, -0.14)
    wash(canvas, path, ink, under)
    bounds = path.getBounds()
    area = (bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
    count = int(min(260, max(6, 2.2 * bounds.width() * bounds.height() / (size * size))))
    inks = tints(mix(ink, under, 0.4))
    with within(canvas, path):
        dabs(canvas, dice, area, inks, count=count, size=(size * 0.6, size * 1.5), alpha=0.22)
        line(canvas, path, lit(ink, 0.45), 3.0, alpha=0.5)
