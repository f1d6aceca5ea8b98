"""Font files are opened without the system's fontconfig, which talks on stderr."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pyojeong.media.fonts import font_path
from pyojeong.media.typefaces import typeface_of

#: Warned of by every fontconfig: an element nobody knows.
STRANGE = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><odd/></fontconfig>'
PROGRAM = """
import skia
from pyojeong.performing.film import covers, subtitles
from pyojeong.performing.film.stamping import stamp_for

canvas = skia.Surface(160, 90).getCanvas()
covers.paint_title(canvas, "제목", 1.0, (160, 90))
covers.paint_credits(canvas, ("끝 글",), 2.0, (160, 90))
stamp_for((160, 90))(canvas)
word = subtitles.Word("말", 0.0, 1.0)
subtitles.paint_page(canvas, subtitles.Page(((word,),), 0.0, 1.0, "곰"), 0.5, (160, 90))
"""


def test_a_typeface_is_opened_once_and_knows_korean() -> None:
    face = typeface_of(font_path())
    assert face is typeface_of(font_path()) and all(face.unicharsToGlyphs([ord("가"), ord("힣")]))


def test_what_is_no_font_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"none")
    with pytest.raises(FileNotFoundError, match=r"a\.ttf"):
        typeface_of(tmp_path / "a.ttf")


def test_words_of_a_film_ask_no_fontconfig(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(STRANGE)
    environment = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "PATH": ""}
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=environment, check=True, timeout=120
    )
    assert "Fontconfig" not in said.stderr
