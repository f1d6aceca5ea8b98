"""How far the next letter may slide under the one before, so that the white between them looks even."""

from __future__ import annotations

from functools import lru_cache

import skia

from pyojeong.stickers.lettering.glyphs import glyph
from pyojeong.stickers.lettering.voices import Voice

_BANDS = 12
_TOP, _BOTTOM = -0.66, 0.66
_STEP = 0.03
_MOST = 0.2
"""More would push a letter under the arm of ㅏ until it reads as its 받침 (looked at 라고, 자고, 가나)."""

Profile = tuple[tuple[float, float] | None, ...]
"""Left and right edge of the ink in each band from top to bottom; None where there is none."""


@lru_cache(maxsize=4096)
def tuck(voice: Voice, before: str, after: str) -> float:
    """What to take off the gap between two letters set edge to edge, in [0, 0.2] heights."""
    first, second = _profile(voice, before), _profile(voice, after)
    right = glyph(voice, before).box.width
    free = [
        right - edge[1] + near[0]
        for n, edge in enumerate(first)
        if edge is not None
        for near in second[max(0, n - 1) : n + 2]
        if near is not None
    ]
    return min([_MOST, *free])


@lru_cache(maxsize=4096)
def _profile(voice: Voice, character: str) -> Profile:
    edges: list[tuple[float, float] | None] = [None] * _BANDS
    for x, y in _points(glyph(voice, character).path):
        band = min(_BANDS - 1, max(0, int((y - _TOP) / (_BOTTOM - _TOP) * _BANDS)))
        low, high = edges[band] or (x, x)
        edges[band] = (min(low, x), max(high, x))
    return tuple(edges)


def _points(path: skia.Path) -> list[tuple[float, float]]:
    measure, found = skia.PathMeasure(path, True), []
    while True:
        count = max(2, int(measure.getLength() / _STEP))
        for n in range(count):
            place, _ = measure.getPosTan(measure.getLength() * n / count)
            found.append((place.x(), place.y()))
        if not measure.nextContour():
            return found
