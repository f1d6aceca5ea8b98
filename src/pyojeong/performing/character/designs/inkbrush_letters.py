"""Syllables as a brush writes them: strokes in a box of side 1, for seals and for tails that write."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import circle, smooth

Stroke = tuple[Point, ...]
Ring = tuple[float, float, float]

_STROKES: Mapping[str, tuple[Stroke, ...]] = MappingProxyType(
    {
        "ㅋ": (((0.0, 0.05), (0.98, 0.0)), ((0.92, 0.0), (0.80, 1.0)), ((0.05, 0.5), (0.88, 0.44))),
        "ㅠ": (((0.0, 0.3), (1.0, 0.26)), ((0.32, 0.3), (0.22, 1.0)), ((0.68, 0.3), (0.74, 1.0))),
        "!": (((0.5, 0.0), (0.46, 0.66)), ((0.46, 0.9), (0.5, 0.98))),
        "흥": (((0.42, 0.0), (0.58, 0.04)), ((0.14, 0.15), (0.86, 0.13)), ((0.0, 0.54), (1.0, 0.51))),
        "헉": (
            *(((0.18, 0.0), (0.34, 0.05)), ((0.02, 0.17), (0.50, 0.15)), ((0.60, 0.32), (0.88, 0.30))),
            *(((0.88, 0.0), (0.88, 0.60)), ((0.22, 0.72), (0.84, 0.70), (0.80, 1.04))),
        ),
        "음": (
            ((0.0, 0.5), (1.0, 0.47)),
            ((0.26, 0.68), (0.26, 1.0), (0.76, 1.0)),
            ((0.26, 0.68), (0.76, 0.66), (0.76, 1.0)),
        ),
        "냥": (
            *(((0.10, 0.05), (0.10, 0.42), (0.48, 0.34)), ((0.66, 0.0), (0.66, 0.56))),
            *(((0.66, 0.18), (0.94, 0.16)), ((0.66, 0.36), (0.94, 0.34))),
        ),
        "범": (
            *(((0.10, 0.05), (0.10, 0.5)), ((0.46, 0.05), (0.46, 0.5)), ((0.10, 0.26), (0.46, 0.26))),
            *(((0.10, 0.5), (0.46, 0.5)), ((0.56, 0.26), (0.82, 0.26)), ((0.82, 0.0), (0.82, 0.56))),
            *(((0.24, 0.68), (0.24, 1.0), (0.82, 1.0)), ((0.24, 0.68), (0.82, 0.68), (0.82, 1.0))),
        ),
        "복": (
            *(((0.26, 0.0), (0.26, 0.3)), ((0.74, 0.0), (0.74, 0.3)), ((0.26, 0.15), (0.74, 0.15))),
            *(((0.26, 0.3), (0.74, 0.3)), ((0.5, 0.36), (0.5, 0.54)), ((0.05, 0.55), (0.95, 0.55))),
            ((0.20, 0.72), (0.80, 0.72), (0.76, 1.02)),
        ),
        "왕": (
            *(((0.30, 0.40), (0.30, 0.56)), ((0.04, 0.58), (0.60, 0.56)), ((0.80, 0.0), (0.80, 0.62))),
            ((0.80, 0.3), (0.98, 0.3)),
        ),
    }
)
_RINGS: Mapping[str, tuple[Ring, ...]] = MappingProxyType(
    {
        "흥": ((0.5, 0.31, 0.12), (0.5, 0.80, 0.17)),
        "헉": ((0.28, 0.38, 0.14),),
        "음": ((0.5, 0.19, 0.17),),
        "냥": ((0.5, 0.82, 0.18),),
        "왕": ((0.30, 0.18, 0.16), (0.5, 0.86, 0.16)),
    }
)
LETTERS = tuple(_STROKES)
"""What can be written."""


def written(letter: str, corner: Point, size: Point) -> list[skia.Path]:
    """The strokes of ``letter`` in the box whose upper left ``corner`` and ``size`` are given.

    Raises:
        KeyError: When it is none of `LETTERS`.
    """

    def at(x: float, y: float) -> Point:
        return corner[0] + x * size[0], corner[1] + y * size[1]

    strokes = [smooth([at(*point) for point in stroke], closed=False, ease=0.04) for stroke in _STROKES[letter]]
    rings = [circle(at(x, y), r * (size[0] + size[1]) / 2) for x, y, r in _RINGS.get(letter, ())]
    return strokes + rings
