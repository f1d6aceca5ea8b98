"""Where the Korean fonts are, all under SIL OFL 1.1.

NanumGothic, for reading, lies in the files of ``koreanize-matplotlib``. The display faces, for captions, lie in
``font_files`` beside their licences, byte for byte as their makers publish them; none reserves its name.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_FOLDER = Path(__file__).parent / "font_files"


class FontWeight(str, Enum):
    """The cuts of NanumGothic there are; values are file names."""

    LIGHT = "NanumGothicLight.ttf"
    REGULAR = "NanumGothic.ttf"
    BOLD = "NanumGothicBold.ttf"


class DisplayFont(str, Enum):
    """Faces for captions; values are file names. None has all 11,172 syllables."""

    BAGEL_FAT_ONE = "BagelFatOne-Regular.ttf"
    """Fat and round: 2,783 syllables (JAMO)."""
    JUA = "Jua-Regular.ttf"
    """A sign-painter's round brush: 2,367 syllables."""
    GAEGU = "Gaegu-Bold.ttf"
    """A felt pen: 2,350 syllables (JIKJI)."""
    BLACK_HAN_SANS = "BlackHanSans-Regular.ttf"
    """Heavy and square, to shout with: 2,581 syllables (ZESSTYPE)."""


@cache
def font_path(weight: FontWeight = FontWeight.REGULAR) -> Path:
    """The font file of one weight.

    The package is located, not imported: importing it would load matplotlib and change its settings.

    >>> font_path().name
    'NanumGothic.ttf'
    """
    spec = find_spec("koreanize_matplotlib")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("koreanize-matplotlib, which carries the Korean font, is not installed")
    return Path(folders[0]) / "fonts" / weight.value


def display_font_path(font: DisplayFont) -> Path:
    """The font file of one display face.

    >>> display_font_path(DisplayFont.JUA).name
    'Jua-Regular.ttf'
    """
    return _FOLDER / font.value
