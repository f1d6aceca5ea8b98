"""Subtitles: every word, in order, in rows that fit, lit as it is said."""

from __future__ import annotations

import itertools
import re

import numpy as np
import skia
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.film.screenplay import Turn
from pyojeong.performing.film.subtitle_files import srt, vtt
from pyojeong.performing.film.subtitles import ROWS, letters_of, pages_of, paint_page
from pyojeong.rig.speech import Phone, Role, SpokenWord, Utterance

from .plays import TEXT, turn


def _line(words: list[str]) -> Turn:
    spoken, phones, at = [], [], 0
    for number, word in enumerate(words):
        spoken.append(SpokenWord(word, at, at + len(word), "가"))
        phones.append(Phone("ㅏ", Role.VOWEL, number, 0, 0.3 * number, 0.3 * number + 0.2))
        at += len(word) + 1
    said = Utterance(tuple(spoken), tuple(phones), 0.3 * len(words) + 0.3)
    return Turn(0, "", " ".join(words), 1.0, said, Mood.of(Emotion.NEUTRAL))


@given(st.lists(st.text("가나다라마", min_size=1, max_size=9), min_size=1, max_size=40), st.integers(8, 24))
def test_every_word_is_shown_once_in_rows_that_fit(words: list[str], letters: int) -> None:
    pages = pages_of(_line(words), letters=letters)
    assert [word.text for page in pages for row in page.rows for word in row] == words
    for page in pages:
        assert 1 <= len(page.rows) <= ROWS
        for row in page.rows:
            assert len(" ".join(word.text for word in row)) <= letters or len(row) == 1


@given(st.lists(st.text("가나다", min_size=1, max_size=9), min_size=1, max_size=40))
def test_pages_follow_each_other_without_gap(words: list[str]) -> None:
    line = _line(words)
    pages = pages_of(line)
    assert pages[0].start == line.start and pages[-1].end == line.end
    assert all(sooner.end == later.start for sooner, later in itertools.pairwise(pages))


def test_quotation_marks_are_left_out_and_nothing_said_is_shown_beside_its_neighbour() -> None:
    words = (SpokenWord('"안녕"', 0, 4, "안녕"), SpokenWord("♪", 5, 6, ""))
    said = Utterance(words, (Phone("ㅏ", Role.VOWEL, 0, 0, 0.1, 0.4),), 0.6)
    (page,) = pages_of(Turn(0, "", '"안녕" ♪', 0.0, said, Mood.of(Emotion.JOY)))
    assert [(word.text, word.start, word.end) for word in page.rows[0]] == [("안녕", 0.1, 0.4), ("♪", 0.4, 0.4)]


def test_what_steers_a_screen_is_in_no_file_and_an_emoji_is() -> None:
    line = _line(["가\x1b[2J", "\x07", "나\x00다", "👩\u200d🚀", "\ud800라"])
    pages = pages_of(line, name="곰\n\n9\x1b")
    assert [word.text for page in pages for row in page.rows for word in row] == ["가[2J", "나다", "👩\u200d🚀", "라"]
    assert {page.name for page in pages} == {"곰9"}
    for text in (srt(pages), vtt(pages)):
        assert "\x1b" not in text and "\x07" not in text and "👩\u200d🚀" in text
        text.encode()


def test_a_line_of_nothing_but_controls_has_no_page() -> None:
    assert pages_of(_line(["\x07", "\x1b"])) == ()


def test_files_hold_every_word_and_rising_times() -> None:
    pages = [page for number in range(3) for page in pages_of(turn(number, "곰", 4.0 * number), name="곰")]
    text = srt(pages)
    assert text.count("-->") == 3 and text.count(TEXT) == 3
    clocks = re.findall(r"\d\d:\d\d:\d\d,\d{3}", text)
    assert clocks == sorted(clocks)
    web = vtt(pages)
    assert web.startswith("WEBVTT\n\n") and web.count("<v 곰>") == 3
    assert web.count("<00:") == 9


def test_a_word_is_lit_from_left_to_right_while_it_is_said() -> None:
    (page,) = pages_of(turn(0, "곰", 0.0))

    def lit(seconds: float) -> int:
        pixels = np.zeros((180, 320, 4), np.uint8)
        surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
        paint_page(surface.getCanvas(), page, seconds, (320, 180))
        surface.flushAndSubmit()
        red, _, blue = (pixels[..., n].astype(int) for n in range(3))
        return int(((red - blue) > 90).sum())

    amounts = [lit(seconds) for seconds in (0.0, 0.3, 0.6, 1.0, 1.5, 1.8)]
    assert amounts[0] == 0 and amounts == sorted(amounts) and amounts[-1] > 3 * amounts[1] > 0


def test_tall_pictures_have_shorter_rows() -> None:
    assert letters_of((720, 1280)) < letters_of((1280, 720))
