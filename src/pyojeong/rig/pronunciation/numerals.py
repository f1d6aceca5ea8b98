"""Whole numbers in Korean words: Sino-Korean, native, digit by digit, and about how many."""

from __future__ import annotations

import re

DIGITS = "영일이삼사오육칠팔구"
_PLACES = ("", "십", "백", "천")
_GROUPS = ("", "만", "억", "조", "경", "해")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_NATIVE_ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_ABOUT = ("", "한두", "두세", "서너", "네다섯", "대여섯", "예닐곱", "일고여덟", "여덟아홉")
#: 육 after a consonant, where ㄴ is added (29: 공륙 [공뉵], 칠륙), and in 오륙.
_SIX_INSIDE = re.compile("(?<=[공영일삼오육칠팔])육")
#: Numbers of this many digits and more are said digit by digit.
LONGEST_SAID = 24


def sino(number: int) -> str:
    """``number`` in Sino-Korean words, without spaces.

    >>> sino(0), sino(16), sino(2026), sino(10_000), sino(123_456_789)
    ('영', '십육', '이천이십육', '만', '일억이천삼백사십오만육천칠백팔십구')
    """
    if number == 0:
        return "영"
    if number >= 10**LONGEST_SAID:
        return digits(str(number))
    words = ""
    for group, name in enumerate(_GROUPS):
        part = number // 10000**group % 10000
        if part:
            said = "" if part == 1 and name == "만" and number < 20000 else _below_ten_thousand(part)
            words = said + name + words
    return words


def _below_ten_thousand(number: int) -> str:
    words = ""
    for place, name in enumerate(_PLACES):
        digit = number // 10**place % 10
        if digit:
            words = ("" if digit == 1 and name else DIGITS[digit]) + name + words
    return words


def native(number: int) -> str:
    """``number`` from 1 to 99 in native words as they stand before a counter; others in Sino-Korean.

    >>> native(3), native(20), native(21), native(100)
    ('세', '스무', '스물한', '백')
    """
    if not 1 <= number <= 99:
        return sino(number)
    return "스무" if number == 20 else _NATIVE_TENS[number // 10] + _NATIVE_ONES[number % 10]


def native_ordinal(number: int) -> str:
    """What stands before 째: 첫번, 두번.

    >>> native_ordinal(1), native_ordinal(12), native_ordinal(21)
    ('첫', '열두', '스물한')
    """
    return "첫" if number == 1 else native(number)


def about(low: int) -> str | None:
    """``low`` or one more, as people say it; None where there is no word.

    >>> about(3), about(9)
    ('서너', None)
    """
    return _ABOUT[low] if 1 <= low < len(_ABOUT) else None


def digits(text: str, *, zero: str = "영") -> str:
    """Every digit of ``text`` by itself; what is no digit is left out.

    >>> digits("010-1234", zero="공"), digits("06236", zero="공")
    ('공일공일이삼사', '공륙이삼륙')
    """
    said = "".join((zero if d == "0" else DIGITS[int(d)]) for d in text if d.isdecimal() and d.isascii())
    return _SIX_INSIDE.sub("륙", said)


def month(number: int) -> str:
    """The name of a month, without 월 for numbers that name none.

    >>> month(6), month(10), month(11)
    ('유월', '시월', '십일월')
    """
    return {6: "유", 10: "시"}.get(number, sino(number)) + "월"
