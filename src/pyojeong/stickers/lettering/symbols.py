"""Signs that display fonts lack, drawn here: hearts, stars, notes and dots.

Paths are in heights of the syllable 한, its middle at y 0, ink from x 0.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from pyojeong.media.drawing.nodes import Matrix
from pyojeong.media.drawing.paths import circle, curve, lines, oval, placed, stroked, united, without

_LINE = 0.17


def _heart() -> skia.Path:
    path = skia.Path()
    path.moveTo(0.46, 0.4)
    path.cubicTo(0.2, 0.22, 0.0, 0.06, 0.0, -0.14)
    path.cubicTo(0.0, -0.42, 0.36, -0.46, 0.46, -0.2)
    path.cubicTo(0.56, -0.46, 0.92, -0.42, 0.92, -0.14)
    path.cubicTo(0.92, 0.06, 0.72, 0.22, 0.46, 0.4)
    path.close()
    return path


def _star() -> skia.Path:
    points = []
    for n in range(10):
        far = 0.47 if n % 2 == 0 else 0.23
        angle = math.radians(36 * n - 90)
        points.append((0.45 + far * math.cos(angle), far * math.sin(angle)))
    plain = lines(points, closed=True)
    return united(plain, stroked(plain, 0.08))


def _hollow(path: skia.Path) -> skia.Path:
    inner = without(path, stroked(path, 0.22))
    return without(path, inner)


def _note() -> skia.Path:
    head = placed(oval((0.18, 0.3), (0.18, 0.14)), Matrix.turned(-18, (0.18, 0.3)))
    stem = stroked(lines([(0.32, 0.26), (0.32, -0.4)]), 0.09)
    flag = stroked(curve((0.32, -0.4), (0.4, -0.2), (0.6, -0.2), (0.54, 0.04)), 0.1)
    return united(head, stem, flag)


def _dots(count: int, x: float, y: float) -> skia.Path:
    path = skia.Path()
    for n in range(count):
        path.addPath(circle((0.1 + n * x, y), 0.1))
    return path


def _plus_minus() -> dict[str, Callable[[], skia.Path]]:
    across = [(0.0, 0.0), (0.46, 0.0)]
    return {
        "♥": _heart,
        "♡": lambda: _hollow(_heart()),
        "★": _star,
        "☆": lambda: _hollow(_star()),
        "♪": _note,
        "…": lambda: _dots(3, 0.29, 0.36),
        "·": lambda: _dots(1, 0.0, 0.0),
        "~": lambda: stroked(curve((0.08, 0.06), (0.26, -0.24), (0.42, 0.3), (0.64, -0.04)), _LINE),
        "-": lambda: stroked(lines(across), _LINE),
        "+": lambda: united(stroked(lines(across), _LINE), stroked(lines([(0.23, -0.23), (0.23, 0.23)]), _LINE)),
        "^": lambda: stroked(lines([(0.0, -0.06), (0.2, -0.34), (0.4, -0.06)]), _LINE),
    }


_SYMBOLS = _plus_minus()
DRAWN = frozenset(_SYMBOLS)
"""What is drawn here, whatever the font has."""


def symbol(character: str) -> skia.Path:
    """The drawn sign, starting at x 0."""
    path = _SYMBOLS[character]()
    return placed(path, Matrix.moved(-path.computeTightBounds().left(), 0.0))
