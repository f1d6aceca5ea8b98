"""Breaking and tidying: words stay whole, nothing is stranded, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.stickers.lettering.breaking import best_breaking, breakings, ending_marks, pleasing, tidied

words = st.lists(st.text("가나다라마바사ㅋ!~", min_size=1, max_size=6), min_size=1, max_size=7)


@given(words)
def test_every_breaking_keeps_every_word_whole_and_in_order(some: list[str]) -> None:
    text = tidied(" ".join(some)) if len(" ".join(some)) <= 60 else "가 나"
    for lines in breakings(text):
        assert " ".join(lines) == text
        assert len(lines) <= 3


def test_breakings_are_all_there_are() -> None:
    assert len(list(breakings("a b c d"))) == 1 + 3 + 3


def test_one_syllable_is_not_left_on_a_line_of_its_own() -> None:
    lines = best_breaking("오늘 정말 수고 많았어 너", lambda lines: 1 / max(map(len, lines)))
    assert min(len(line) for line in lines) > 1


def test_balanced_lines_please_more_than_ragged_ones() -> None:
    assert pleasing(("가나다라", "마바사아")) > pleasing(("가나다라마바", "사아")) > pleasing(("가나다라마바사", "아"))


def test_a_word_longer_than_the_box_breaks_inside_and_loses_nothing() -> None:
    lines = best_breaking("아무것도하기싫다고오", lambda lines: 30 / max(map(len, lines)), least=5.0)
    assert len(lines) == 2 and "".join(lines) == "아무것도하기싫다고오"


def test_a_word_that_fits_is_not_broken() -> None:
    assert best_breaking("아무것도하기싫다고오", lambda lines: 30 / max(map(len, lines)), least=2.0) == (
        "아무것도하기싫다고오",
    )


def test_the_writers_own_breaks_hold() -> None:
    assert list(breakings(tidied("안녕\n  반가워 친구야"))) == [("안녕", "반가워 친구야")]
    assert list(breakings("가\n나\n다\n라")) == [("가", "나", "다 라")]


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("헐....", "헐…"),
        ("뭐라고 ？！", "뭐라고?!"),
        ("보고싶어～", "보고싶어~"),
        ("고마워💕", "고마워♥"),
        ("잘\u200b자", "잘자"),
        ("ㅋㅋㅋ  대박", "ㅋㅋㅋ 대박"),
    ],
)
def test_tidying(typed: str, set_as: str) -> None:
    assert tidied(typed) == set_as


@pytest.mark.parametrize("empty", ["", "  \n ", "\u200b"])
def test_an_empty_caption_is_told(empty: str) -> None:
    with pytest.raises(PyojeongError, match="비어"):
        tidied(empty)


def test_a_caption_of_a_novel_is_told_with_its_length() -> None:
    with pytest.raises(PyojeongError, match="61자"):
        tidied("가" * 61)


def test_marks_alone_are_no_ending() -> None:
    assert ending_marks("!!!") == "" and ending_marks("야!!!") == "!!!"
