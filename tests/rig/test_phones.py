"""Sounds of a surface form, and times for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.rig.phones import VOWEL_PARTS, sounds_of, timed, timed_words
from pyojeong.rig.pronunciation.hangul import VOWELS
from pyojeong.rig.speech import Role, SpokenWord, Stop
from pyojeong.rig.viseme_targets import TARGETS

SURFACES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8)


def heard(surface: str) -> str:
    return "".join(sound.sound for sound in sounds_of(surface))


def words(*surfaces: str, stop: Stop = Stop.NONE) -> tuple[SpokenWord, ...]:
    return tuple(SpokenWord("글", i, i + 1, surface, stop) for i, surface in enumerate(surfaces))


@pytest.mark.parametrize(
    ("surface", "sounds"),
    [
        ("야", "jㅏ"),
        ("과", "ㄱwㅏ"),
        ("외", "wㅔ"),
        ("위", "wㅣ"),
        ("의", "ㅡㅣ"),
        ("앙", "ㅏㅇ"),
        ("쉿", "ㅅwㅣㄷ"),
        ("예", "jㅔ"),
    ],
)
def test_glides_are_as_the_contract_says(surface: str, sounds: str) -> None:
    surface = surface.replace("쉿", "쉳")
    assert heard(surface) == sounds


def test_every_vowel_has_sounds_and_a_mouth() -> None:
    assert set(VOWEL_PARTS) == set(VOWELS)
    assert {sound for parts in VOWEL_PARTS.values() for sound in parts if sound} <= set(TARGETS)


def test_the_last_syllable_of_a_sentence_is_drawn_out() -> None:
    plain, final = sounds_of("나"), sounds_of("나", stop=Stop.PERIOD)
    assert final[-1].seconds > plain[-1].seconds and final[-1].role is Role.VOWEL


@given(st.lists(st.text("가나다라마바사값암뽀쉬", max_size=5), max_size=6), st.floats(0.0, 20.0))
def test_a_whole_length_is_kept(surfaces: list[str], seconds: float) -> None:
    surfaces = [s.replace("값", "갑") for s in surfaces]
    said = timed(words(*surfaces), seconds=seconds)
    assert said.seconds == seconds
    assert [span is not None for span in said.word_seconds] == [bool(s) for s in surfaces]
    assert all(a.end <= b.start + 1e-9 for a, b in zip(said.phones, said.phones[1:], strict=False))


def test_word_times_are_met_exactly() -> None:
    spans = ((0.1, 0.4), None, (0.45, 0.90))
    assert timed_words(words("밤빱", "", "나무"), spans, seconds=1.0).word_seconds == spans


def test_a_word_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="must not end before"):
        timed_words(words("나"), ((0.5, 0.2),), seconds=1.0)
