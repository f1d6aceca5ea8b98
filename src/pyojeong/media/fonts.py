"""Where the bundled Korean font is: NanumGothic (SIL OFL 1.1), in the files of ``koreanize-matplotlib``."""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path


class FontWeight(str, Enum):
    """The cuts there are; values are file names."""

    LIGHT = "NanumGothicLight.ttf"
    REGULAR = "NanumGothic.ttf"
    BOLD = "NanumGothicBold.ttf"


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
