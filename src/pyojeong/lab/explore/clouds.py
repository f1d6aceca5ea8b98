"""Word clouds as SVG: words set on a spiral around the middle, in letters that follow the page's colours.

Our own layout: the ``wordcloud`` package (1.9.6) looks for room from a word's ink and draws from its ascender line, so
that Korean words, which reach lower than that room, overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFont

from pyojeong.lab.explore.charts import ACCENT, colour_of
from pyojeong.lab.explore.words import KeyWord
from pyojeong.media.fonts import FontWeight, font_path

SIZE_WH = (380, 240)
STRONG = 12
"""So many words stand in the label's colour, the others in ink."""
_LEAST_PX, _MOST_PX = 12, 46
_GAP_PX = 2
_TURNS, _STEPS = 26, 2400

Boxes = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Placed:
    """A word, its size, and the rectangle of its ink: left, top, right, bottom; drawn from ``origin_xy`` (baseline)."""

    word: str
    size_px: int
    origin_xy: tuple[float, float]
    box_xyxy: tuple[float, float, float, float]


def cloud(name: str, words: Sequence[KeyWord]) -> str:
    """The words of one label, larger the more they mark it; "" when there are none."""
    if not words:
        return ""
    strong = {word.word for word in words[:STRONG]}
    colour = colour_of(name).replace(ACCENT, "var(--accent)")
    drawn = [_drawn(placed, colour if placed.word in strong else "var(--ink)") for placed in layout(words)]
    width, height = SIZE_WH
    return f'<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">{"".join(drawn)}</svg>'


def layout(words: Sequence[KeyWord]) -> list[Placed]:
    """Words that do not touch each other, strongest in the middle; those without room are left out."""
    strongest = max(word.z for word in words)
    placed: list[Placed] = []
    for word in words:
        size_px = _LEAST_PX + (_MOST_PX - _LEAST_PX) * (max(0.0, word.z) / strongest) ** 1.5
        found = None
        while found is None and size_px >= _LEAST_PX:
            found = _place(word.word, round(size_px), placed)
            size_px *= 0.86
        if found is not None:
            placed.append(found)
    return placed


def _place(word: str, size_px: int, placed: Sequence[Placed]) -> Placed | None:
    """The word at the first free point of the spiral."""
    left, top, right, bottom = _font(size_px).getbbox(word, anchor="ls")
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    origins = _spiral() - middle
    ink = np.array([left, top, right, bottom]) + np.tile(origins, 2)
    free = (ink[:, 0] >= 0) & (ink[:, 1] >= 0) & (ink[:, 2] <= SIZE_WH[0]) & (ink[:, 3] <= SIZE_WH[1])
    for other in placed:
        box = other.box_xyxy
        aside = (ink[:, 0] > box[2] + _GAP_PX) | (ink[:, 2] < box[0] - _GAP_PX)
        free &= aside | (ink[:, 1] > box[3] + _GAP_PX) | (ink[:, 3] < box[1] - _GAP_PX)
    if not free.any():
        return None
    at = int(free.argmax())
    x0, y0, x1, y1 = ink[at].tolist()
    return Placed(word, size_px, (float(origins[at, 0]), float(origins[at, 1])), (x0, y0, x1, y1))


@cache
def _spiral() -> Boxes:
    """Points from the middle outwards, as wide as the picture."""
    way = np.sqrt(np.linspace(0, 1, _STEPS))  # evenly over the area, not over the radius
    angle = way * _TURNS * 2 * np.pi
    centre = np.array(SIZE_WH) / 2
    return np.asarray(centre + np.stack([np.cos(angle), np.sin(angle)], 1) * way[:, None] * centre, np.float64)


@cache
def _font(size_px: int) -> Any:
    return ImageFont.truetype(str(font_path(FontWeight.BOLD)), size_px)


def _drawn(placed: Placed, colour: str) -> str:
    style = f"font:700 {placed.size_px}px NanumGothic,sans-serif;fill:{colour}"
    x, y = placed.origin_xy
    return f'<text x="{x:.1f}" y="{y:.1f}" style="{style}">{escape(placed.word)}</text>'
