"""The voices captions speak in: which font, how tightly it is set, how much it is fattened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

import skia

from pyojeong.media.fonts import DisplayFont, FontWeight, display_font_path, font_path


class Voice(str, Enum):
    """How a caption sounds."""

    ROUND = "round"
    SOFT = "soft"
    HAND = "hand"
    SHOUT = "shout"
    PLAIN = "plain"

    @property
    def korean(self) -> str:
        """The Korean name shown to people."""
        return _CUTS[self].korean


@dataclass(frozen=True, slots=True)
class Cut:
    """How one voice is set; lengths in heights of the syllable 한, chosen by eye at 360 and 100 px.

    Attributes:
        korean: Its name.
        path: The font file.
        gap: Between the ink of two letters. Fonts set Hangul on equal squares; lettering sets it by the ink.
        space: Between the ink of two words.
        fattening: Width of a line of the fill's own paint around each letter; it rounds hard corners.
    """

    korean: str
    path: Path
    gap: float
    space: float
    fattening: float


_CUTS = {
    Voice.ROUND: Cut("통통", display_font_path(DisplayFont.BAGEL_FAT_ONE), 0.075, 0.34, 0.0),
    Voice.SOFT: Cut("둥글", display_font_path(DisplayFont.JUA), 0.1, 0.34, 0.03),
    Voice.HAND: Cut("손글씨", display_font_path(DisplayFont.GAEGU), 0.06, 0.4, 0.04),
    Voice.SHOUT: Cut("외침", display_font_path(DisplayFont.BLACK_HAN_SANS), 0.085, 0.32, 0.0),
    Voice.PLAIN: Cut("고딕", font_path(FontWeight.BOLD), 0.09, 0.36, 0.05),
}


def cut_of(voice: Voice) -> Cut:
    """How ``voice`` is set."""
    return _CUTS[voice]


@cache
def typeface(voice: Voice) -> skia.Typeface:
    """The opened font of a voice.

    Raises:
        FileNotFoundError: When the font file is not there.
    """
    path = _CUTS[voice].path
    opened = skia.FontMgr.New_Custom_Empty().makeFromFile(str(path))
    if opened is None:
        raise FileNotFoundError(f"font of the voice {voice.value!r} cannot be opened: {path}")
    return opened
