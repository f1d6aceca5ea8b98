"""Named hair styles and what each measures: a photo's hair is likened to all of them, the nearest come first.

The names are what drawings are kept under; the profiles are centimetres and shares of `HairMeasures`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from types import MappingProxyType

from pyojeong.reading.face.traits.hair_shape import HairMeasures
from pyojeong.reading.face.traits.parts import Parting

#: One standard deviation of each measure within a style: of photos of the same style, about what 90 labelled ones show.
SPREAD = HairMeasures(
    below_eyes_cm=2.5, top_cm=1.0, side_cm=0.9, jaw_cm=1.2, cover=0.18, fringe=0.18, hairline_cm=1.0, curl=0.08
)
FAR = 3.0
"""Deviations beyond which a measure counts no further: one wrong measure must not decide."""
TEMPERATURE = 2.0
"""Shares are flattened by it: the likeliest of three is right for a third to a half of the faces only."""
SHOWN = 3
"""How many styles are told."""
_PARTED, _UNPARTED = 0.8, -1.2
"""Log odds of a parting among styles that have one: partings are seldom told wrongly, often missed."""


@dataclass(frozen=True, slots=True)
class HairStyle:
    """A style's name and profile; ``parted`` styles ask for a parting at a side."""

    name: str
    korean: str
    usual: HairMeasures
    parted: bool = False
    rarity: float = 0.0


def _style(name: str, korean: str, *usual: float, parted: bool = False, rarity: float = 0.0) -> HairStyle:
    return HairStyle(name, korean, HairMeasures(*usual), parted, rarity)


#: Below the eyes, top, side, beside the jaw, cover, fringe, bare forehead, curl.
HAIR_STYLES: Mapping[str, HairStyle] = MappingProxyType(
    {
        style.name: style
        for style in (
            _style("bald", "민머리", -6.0, -1.5, -0.5, 0.0, 0.03, 0.0, 11.0, 0.1),
            _style("receding", "이마가 넓은 머리", -3.5, 1.0, -0.4, 0.0, 0.25, 0.0, 6.0, 0.28, rarity=0.7),
            _style("buzz", "삭발에 가까운 머리", -2.1, 1.5, -0.45, 0.0, 0.55, 0.05, 4.6, 0.31),
            _style("short-straight", "짧은 생머리", -1.2, 3.0, -0.3, 0.0, 0.72, 0.06, 3.9, 0.33, rarity=-0.6),
            _style("short-curly", "짧은 곱슬머리", 1.5, 3.0, 0.5, 0.05, 0.75, 0.17, 3.6, 0.42),
            _style("side-part", "가르마 머리", -0.5, 2.7, -0.1, 0.0, 0.85, 0.2, 3.2, 0.25, parted=True),
            _style("fringe", "앞머리 있는 짧은 머리", 0.5, 3.5, 0.3, 0.05, 0.85, 0.45, 2.4, 0.3),
            _style("quiff", "올린 머리", 0.3, 3.5, -0.3, 0.0, 0.62, 0.08, 4.2, 0.3),
            _style("two-block", "투블록", -1.0, 3.0, -0.4, 0.0, 0.85, 0.45, 2.6, 0.3, rarity=0.7),
            _style("mohawk", "모히칸", -2.0, 4.6, -0.6, 0.0, 0.5, 0.05, 4.5, 0.4, rarity=3.0),
            _style("afro", "아프로", 7.0, 6.0, 5.0, 2.2, 0.95, 0.22, 2.7, 0.58),
            _style("bob", "단발", 8.0, 3.0, 1.9, 0.9, 0.78, 0.25, 3.5, 0.2),
            _style("bob-fringe", "앞머리 있는 단발", 10.3, 2.7, 2.3, 2.0, 0.85, 0.63, 1.9, 0.17),
            _style("medium", "어깨에 닿는 머리", 9.8, 2.9, 1.9, 2.0, 0.78, 0.12, 3.7, 0.17),
            _style("long-straight", "긴 생머리", 11.8, 2.9, 2.6, 4.5, 0.8, 0.25, 3.6, 0.2),
            _style("long-fringe", "앞머리 있는 긴 머리", 11.8, 2.8, 2.5, 4.3, 0.88, 0.65, 1.9, 0.2),
            _style("long-wavy", "긴 웨이브 머리", 11.5, 3.0, 3.3, 4.0, 0.7, 0.15, 4.2, 0.27),
            _style("long-curly", "긴 곱슬머리", 12.5, 3.7, 3.9, 5.0, 0.75, 0.18, 3.8, 0.42),
            _style("tied", "묶은 머리", 2.5, 1.9, 0.4, 0.0, 0.72, 0.12, 3.6, 0.3, rarity=0.6),
            _style("bun", "올림머리", 2.8, 3.8, 0.8, 0.05, 0.7, 0.08, 3.8, 0.27, rarity=1.0),
        )
    }
)


def nearest_styles(measures: HairMeasures, parting: Parting) -> dict[str, float]:
    """Shares of the `SHOWN` nearest styles, the nearest first, summing to 1.

    >>> list(nearest_styles(HAIR_STYLES["bob"].usual, Parting.NONE))[0]
    'bob'
    """
    fits = {name: _fit(measures, parting, style) for name, style in HAIR_STYLES.items()}
    best = sorted(fits, key=lambda name: -fits[name])[:SHOWN]
    weights = [math.exp((fits[name] - fits[best[0]]) / TEMPERATURE) for name in best]
    return {name: weight / sum(weights) for name, weight in zip(best, weights, strict=True)}


def _fit(measures: HairMeasures, parting: Parting, style: HairStyle) -> float:
    """Log likelihood up to a constant."""
    apart = 0.0
    for seen, usual, spread in zip(astuple(measures), astuple(style.usual), astuple(SPREAD), strict=True):
        apart += min(FAR, abs(seen - usual) / spread) ** 2 / 2
    parted = (_PARTED if parting in (Parting.LEFT, Parting.RIGHT) else _UNPARTED) if style.parted else 0.0
    return parted - apart - style.rarity
