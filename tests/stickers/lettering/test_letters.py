"""Letters as paths: every voice, what they lack, how they are spaced."""

from __future__ import annotations

from hashlib import sha256

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media.drawing.svg import path_data
from pyojeong.media.fonts import DisplayFont, display_font_path
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.lettering.gloss import gloss
from pyojeong.stickers.lettering.glyphs import HANDS, glyph, missing, voice_for
from pyojeong.stickers.lettering.kerning import tuck
from pyojeong.stickers.lettering.symbols import DRAWN, symbol
from pyojeong.stickers.lettering.voices import Voice

EVERYDAY = (
    "안녕하세요감사합니다미안해사랑해오늘도수고했어축하해대박헐뭐라고좋아싫어배고파졸려"
    "퇴근했습니다뿌듯쩔어ㅋㅋㅎㅎㅠㅠㄱㄴOKno100%!?~…"
)
PUBLISHED = {
    DisplayFont.BAGEL_FAT_ONE: "5c9db5a9c859b337de3b266f430ab03fc57d5d300d5e5e6362977bd72695583e",
    DisplayFont.JUA: "a1ad0976608d0dd6d298cb01de8431f20e9416b330dd8f58cb0e5f88cee39985",
    DisplayFont.GAEGU: "e48f58ff3e4163f5a8163de982556b0c4343e4e3b5584df2d14f79737fca60ae",
    DisplayFont.BLACK_HAN_SANS: "24b7f51ab85c91757f92a5767a4368b6bc68bf1cc667cd7d11278056bca7eaef",
}
"""SHA-256 of the files as published: they keep their names because they are unchanged."""


@pytest.mark.parametrize("voice", Voice)
def test_every_voice_writes_everyday_captions(voice: Voice) -> None:
    assert missing(voice, EVERYDAY) == ""


def test_the_plain_voice_has_every_syllable() -> None:
    assert missing(Voice.PLAIN, "".join(map(chr, range(0xAC00, 0xD7A4)))) == ""


def test_a_rare_syllable_changes_the_voice_of_the_whole_caption() -> None:
    assert voice_for("뷁이다", Voice.HAND) is Voice.PLAIN
    assert voice_for("별이다", Voice.HAND) is Voice.HAND


def test_what_no_font_draws_is_told_by_name() -> None:
    with pytest.raises(PyojeongError, match="🍕"):
        voice_for("먹자 🍕", Voice.ROUND)


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u3164", "\ud800"])
def test_what_has_no_ink_is_refused_by_its_number(character: str) -> None:
    with pytest.raises(PyojeongError, match=f"U\\+{ord(character):04X}|{character}"):
        voice_for(f"안녕{character}", Voice.PLAIN)


@pytest.mark.parametrize("voice", Voice)
def test_a_syllable_is_as_high_in_every_voice(voice: Voice) -> None:
    box = glyph(voice, "한").box
    assert box.height == pytest.approx(1.0, abs=0.01) and box.centre[1] == pytest.approx(0.0, abs=0.01)
    assert box.left == pytest.approx(0.0, abs=0.01)


def test_the_same_letter_is_drawn_differently_by_each_hand_but_stays_in_place() -> None:
    drawn = [glyph(Voice.ROUND, "ㅋ", hand, 0.01) for hand in range(1, HANDS + 1)]
    assert len({path_data(one.path) for one in drawn}) == HANDS
    plain = glyph(Voice.ROUND, "ㅋ").box
    assert all(abs(a - b) < 0.03 for one in drawn for a, b in zip(one.box, plain, strict=True))


@pytest.mark.parametrize("voice", Voice)
def test_light_falls_inside_letters_and_every_letter_can_be_lit(voice: Voice) -> None:
    for character in dict.fromkeys(EVERYDAY):
        drawn = glyph(voice, character, 1, 0.008)
        box = gloss(voice, character, 1, 0.008).computeTightBounds()
        assert drawn.box.grown(-0.02).holds(Box(box.left(), box.top(), box.right(), box.bottom())) or box.isEmpty()
    too_thin = voice in (Voice.HAND, Voice.PLAIN)
    assert (gloss(voice, "한").countPoints() == 0) == too_thin


@pytest.mark.parametrize("sign", sorted(DRAWN))
def test_drawn_signs_are_about_as_high_as_letters(sign: str) -> None:
    box = symbol(sign).computeTightBounds()
    assert box.left() == pytest.approx(0.0, abs=1e-4)
    assert -0.6 < box.top() < box.bottom() < 0.6


def test_open_sides_are_tucked_together_and_straight_ones_are_not() -> None:
    assert tuck(Voice.SOFT, "라", "고") > 0.1
    assert abs(tuck(Voice.SOFT, "이", "비")) < 0.01


@pytest.mark.parametrize("font", DisplayFont)
def test_fonts_are_as_published_and_have_their_licence_beside_them(font: DisplayFont) -> None:
    path = display_font_path(font)
    assert sha256(path.read_bytes()).hexdigest() == PUBLISHED[font]
    licence = path.with_name(path.name.split("-")[0] + "-OFL.txt").read_text("utf-8")
    assert licence.startswith("Copyright") and "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert path.stat().st_size <= 3 * 2**20
