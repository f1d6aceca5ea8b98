"""What of a text can be drawn: an emoji no font here has would stand in the picture as an empty box, for good."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.media.typefaces import typeface_of

if TYPE_CHECKING:
    from pyojeong.performing.film.subtitles import Page


@lru_cache(maxsize=512)
def drawable(text: str, font: Path) -> str:
    r"""The text without letters the font lacks, and without what is no letter.

    >>> from pyojeong.media.fonts import FontWeight, font_path
    >>> drawable("안녕 😀!", font_path(FontWeight.BOLD)), drawable("😀\x07", font_path(FontWeight.BOLD))
    ('안녕 !', '')
    """
    has = typeface_of(font).unicharToGlyph
    return " ".join("".join(c for c in text if c.isprintable() and has(ord(c))).split())


@lru_cache(maxsize=64)
def drawable_page(page: Page, font: Path) -> Page:
    """The page with the words that can be drawn; without rows where there is none."""
    words = [[replace(word, text=drawable(word.text, font)) for word in row] for row in page.rows]
    rows = (tuple(word for word in row if word.text) for row in words)
    return replace(page, rows=tuple(row for row in rows if row), name=drawable(page.name, font))
