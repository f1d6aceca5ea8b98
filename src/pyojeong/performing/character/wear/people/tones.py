"""Colours that follow a skin's tone: shade, blush and lips stay warm and clear from the lightest to the darkest.

A fixed pink looks healthy on light skin and like chalk on dark skin, and a shade mixed with grey or black looks like
dirt on both. Each colour is therefore mixed from the skin itself towards a warm end of its own, one for light skin and
one for dark (found by looking at ten tones from ``#ffe6d6`` to ``#3b241b``, on white and in a dark chat room).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from pyojeong.media.drawing.colours import contrast, luminance, mixed
from pyojeong.media.drawing.nodes import checked_colour

_LIGHT, _DARK = 0.62, 0.06
"""Luminances of skin from which the light, and up to which the dark, ends are used."""

_SWALLOWS = 0.055
"""Luminance under which even black lines are hardly told from the skin: 2.1 to 1."""
_SEEN = 3.4
"""Contrast a face's lines need (by eye at 100 px)."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A skin's colour and what follows from it.

    >>> Tone("#ffdcc2").depth < Tone("#8a5a3c").depth < Tone("#4a2c20").depth
    True
    """

    skin: str

    def __post_init__(self) -> None:
        checked_colour(self.skin)

    @property
    def depth(self) -> float:
        """0 for light skin, 1 for dark; even steps for the eye, which sees the root of luminance."""
        return _depth(self.skin)

    def ink(self, wanted: str) -> str:
        """Lines on this skin: as ``wanted``, or darker when the skin would swallow them."""
        return wanted if contrast(wanted, self.drawn) >= _SEEN else mixed(wanted, "#0c0406", 0.85)

    @property
    def drawn(self) -> str:
        """The skin as it is painted: as it is, or so much lighter that the darkest line is seen on it."""
        return _painted(self.skin)

    @property
    def shade(self) -> str:
        """The side away from the light."""
        return self._towards("#e0705a", 0.30, "#3a0d14", 0.42)

    @property
    def blush(self) -> str:
        """Rosy cheeks."""
        return self._towards("#ff6f74", 0.82, "#d2343a", 0.66)

    @property
    def lip(self) -> str:
        """Lips."""
        return self._towards("#e0575f", 0.80, "#b02f48", 0.62)

    @property
    def line(self) -> str:
        """Fine lines on skin: nose, fold, knuckle."""
        return self._towards("#8a3f33", 0.62, "#1d0a0c", 0.68)

    @property
    def light(self) -> str:
        """Where the light falls."""
        return self._towards("#ffffff", 0.45, "#ffb98a", 0.34)

    @property
    def tongue(self) -> str:
        """The tongue, which hardly follows the tone."""
        return mixed("#f5858e", "#d9606c", self.depth)

    def _towards(self, light: str, share: float, dark: str, dark_share: float) -> str:
        return _towards(self.skin, light, share, dark, dark_share)


@lru_cache(maxsize=1024)
def _painted(skin: str) -> str:
    for step in range(20):
        lifted = mixed(skin, "#a8643c", step / 20)
        if luminance(lifted) >= _SWALLOWS:
            return lifted
    return "#a8643c"


@lru_cache(maxsize=1024)
def _depth(skin: str) -> float:
    light, dark = math.sqrt(_LIGHT), math.sqrt(_DARK)
    return max(0.0, min(1.0, (light - math.sqrt(luminance(skin))) / (light - dark)))


@lru_cache(maxsize=1024)
def _towards(skin: str, light: str, share: float, dark: str, dark_share: float) -> str:
    depth = _depth(skin)
    return mixed(_painted(skin), mixed(light, dark, depth), share + (dark_share - share) * depth)
