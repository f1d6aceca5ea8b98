"""Font files opened for Skia, without asking the system for its fonts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import skia


@cache
def typeface_of(path: Path) -> skia.Typeface:
    """The typeface in a font file, opened once.

    ``skia.Typeface.MakeFromFile`` reads the system's fontconfig first and prints what it dislikes there; an empty
    manager does not, and draws the same pixels.

    Raises:
        FileNotFoundError: When no typeface can be read there.
    """
    import skia

    opened = skia.FontMgr.New_Custom_Empty().makeFromFile(str(path))
    if opened is None:
        raise FileNotFoundError(f"no typeface can be read from {path}")
    return opened
