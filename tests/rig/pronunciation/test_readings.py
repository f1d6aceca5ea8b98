"""Numbers, Latin letters and signs read out."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.rig.pronunciation import numbers
from pyojeong.rig.pronunciation.english import hangul_of
from pyojeong.rig.pronunciation.hangul import is_syllable
from pyojeong.rig.pronunciation.letters import letter_readings, spoken_latin
from pyojeong.rig.pronunciation.numbers import number_readings
from pyojeong.rig.pronunciation.numerals import native, sino
from pyojeong.rig.pronunciation.symbols import symbol_readings


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        ("2026. 11. 20.", "이천이십육년/십일월/이십일"),
        ("2026-11-20", "이천이십육년 십일월 이십일"),
        ("3시 30분", "세/삼십"),
        ("15시", "십오"),
        ("24시간", "이십사"),
        ("6월 10월", "유/시"),
        ("10:30", "열시 삼십분"),
        ("3:2로", "삼 대 이"),
        ("010-1234-5678", "공일공, 일이삼사, 오륙칠팔"),
        ("1588-1234", "일오팔팔, 일이삼사"),
        ("1,250원", "천이백오십"),
        ("$30", "삼십달러"),
        ("3.14", "삼쩜일사"),
        ("0.5", "영쩜오"),
        ("1/2", "이분의 일"),
        ("35%", "삼십오퍼센트"),
        ("5kg", "오킬로그램"),
        ("-5℃", "마이너스 오도"),
        ("3개", "세"),
        ("3 개", "세"),
        ("3개월", "삼"),
        ("20살", "스무"),
        ("21번째", "스물한"),
        ("1번째", "첫"),
        ("3번 출구", "삼"),
        ("3번 읽었다", "세"),
        ("20대", "이십"),
        ("3~4명", "서너"),
        ("30분이", "삼십"),
        ("1994~5년", "천구백구십사에서오"),
        ("(1899-1931)", "천팔백구십구에서천구백삼십일"),
        ("시즌 4시작", "사"),
        ("10~20%", "십에서이십퍼센트"),
        ("3·1절", "삼일"),
        ("3층", "삼"),
        ("100명", "백"),
        ("119에 전화", "일일구"),
        ("119명", "백십구"),
        ("3D 영화", "쓰리디"),
        ("1+1 행사", "원플러스원"),
        ("12345", "만이천삼백사십오"),
        ("007", "공공칠"),
    ],
)
def test_numbers_are_read_as_people_read_them(line: str, spoken: str) -> None:
    assert "/".join(reading.spoken for reading in number_readings(line)).replace("서 ", "서") == spoken


@dataclass(frozen=True)
class Counted:
    """A pattern that keeps how many characters each search was shown."""

    pattern: re.Pattern[str]
    seen: list[int]

    def search(self, line: str, start: int, end: int) -> re.Match[str] | None:
        self.seen.append(end - start)
        return self.pattern.search(line, start, end)


@pytest.mark.parametrize(("name", "part"), [("_OF_A_ROW", "3번 "), ("_CODED", "전화번호는 123 ")])
def test_of_a_long_line_only_what_is_near_a_number_is_searched(
    monkeypatch: pytest.MonkeyPatch, name: str, part: str
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(numbers, name, Counted(getattr(numbers, name), seen))
    assert len(number_readings(part * 200)) == len(seen) == 200
    assert max(seen) <= 12


@pytest.mark.parametrize("around", ["{}", "{}개", "3~{}명", "{}~3", "1/{}", "5대 {}", "{},000원", "{}.5", "1:{}"])
def test_a_number_too_long_for_words_is_said_digit_by_digit(around: str) -> None:
    said = "".join(reading.spoken for reading in number_readings(around.format("123" * 2000)))
    assert "일이삼" * 2000 in said.replace(" ", "")


@given(st.integers(0, 10**15))
def test_a_whole_number_is_said_without_spaces(number: int) -> None:
    assert all(map(is_syllable, sino(number)))


@given(st.integers(1, 98))
def test_native_numbers_differ(number: int) -> None:
    assert native(number) != native(number + 1)


def _assert_in_order_and_sayable(line: str) -> None:
    for readings in (number_readings(line), letter_readings(line), symbol_readings(line)):
        at = 0
        for reading in readings:
            assert at <= reading.start < reading.end <= len(line)
            assert " " not in line[reading.start : reading.end] or "\n" not in line[reading.start : reading.end]
            assert all(is_syllable(c) or c in " ," for c in reading.spoken)
            at = reading.end


@given(st.text(max_size=60))
def test_readings_are_in_order_inside_the_line_and_sayable(line: str) -> None:
    _assert_in_order_and_sayable(line)


@given(st.text("0123456789.,:/~- 년월일시개", max_size=40))
def test_readings_of_numbers_are_in_order_inside_the_line_and_sayable(line: str) -> None:
    _assert_in_order_and_sayable(line)


@pytest.mark.parametrize(
    ("word", "spoken"),
    [("AI", "에이아이"), ("KTX", "케이티엑스"), ("YouTube", "유튜브"), ("hello", "헬로"), ("Wi-Fi", "와이파이")],
)
def test_latin_words(word: str, spoken: str) -> None:
    assert spoken_latin(word) == spoken


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        ("blanket", "블랭켓"),
        ("strong", "스트롱"),
        ("grape", "그레이프"),
        ("pin", "핀"),
        ("lamp", "램프"),
        ("kite", "카이트"),
    ],
)
def test_unknown_english_is_guessed_from_its_spelling(word: str, spoken: str) -> None:
    assert hangul_of(word) == spoken


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_any_lower_case_word_can_be_said(word: str) -> None:
    assert all(map(is_syllable, hangul_of(word)))
    assert spoken_latin(word)


def test_faces_are_silent_and_laughter_is_short() -> None:
    assert "".join(r.spoken for r in symbol_readings("ㅠㅠ ㅜㅜ ♪ 😀 ^^ ^0^ -_- ㅋ_ㅋ OTL")) == ""
    assert [r.spoken for r in symbol_readings("ㅋ" * 30)] == ["크크크크"]
