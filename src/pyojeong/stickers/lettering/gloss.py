"""Where light catches letters: short pen strokes inside the edges that face up and left.

Found by walking the outline. Insetting letters by boolean operations fails on some: Skia gives up on their curves.
"""

from __future__ import annotations

from functools import lru_cache

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import smooth
from pyojeong.stickers.lettering.glyphs import glyph
from pyojeong.stickers.lettering.voices import Voice

PEN = 0.042
"""Width of the strokes, in heights of a syllable like all lengths here."""
_INSIDE = 0.062
_THICK = 0.135
"""Parts of letters thinner than this catch no light: it would lie on their far edge."""
_STEP = 0.035
_LIGHT = (0.45, 0.89)
"""Where the light goes: down, a little to the right."""
_FACING = 0.62
_SHORTEST = 3


@lru_cache(maxsize=4096)
def gloss(voice: Voice, character: str, hand: int = 0, unsteadiness: float = 0.0) -> skia.Path:
    """Open lines to be stroked `PEN` wide on the letter, in its own coordinates."""
    path = glyph(voice, character, hand, unsteadiness).path
    lines, measure = skia.Path(), skia.PathMeasure(path, True)
    while True:
        for run in _runs(_lit_points(path, measure)):
            lines.addPath(smooth(run, closed=False))
        if not measure.nextContour():
            return lines


def _lit_points(path: skia.Path, measure: skia.PathMeasure) -> list[Point | None]:
    """Places just inside one contour where light falls, None where it does not; from a dark one on if there is any."""
    count = max(4, int(measure.getLength() / _STEP))
    found = [_lit(path, *measure.getPosTan(measure.getLength() * n / count)) for n in range(count)]
    dark = next((n for n, point in enumerate(found) if point is None), 0)
    return found[dark:] + found[:dark]


def _lit(path: skia.Path, place: skia.Point, tangent: skia.Point) -> Point | None:
    x, y, across, down = place.x(), place.y(), -tangent.y(), tangent.x()
    if not path.contains(x + 0.02 * across, y + 0.02 * down):
        across, down = -across, -down
    if across * _LIGHT[0] + down * _LIGHT[1] < _FACING or not path.contains(x + _THICK * across, y + _THICK * down):
        return None
    x, y = x + _INSIDE * across, y + _INSIDE * down
    ends = ((x + way * tangent.x(), y + way * tangent.y()) for way in (_INSIDE, -_INSIDE))
    return (x, y) if all(path.contains(*end) for end in ends) else None  # corners stay dark


def _runs(points: list[Point | None]) -> list[list[Point]]:
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) >= _SHORTEST]
