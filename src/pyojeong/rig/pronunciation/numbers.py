"""Numbers in a line of Korean, read as people read them: counters, dates, times, telephone numbers, money, parts.

Readings never cross white space: 2026. 11. 20. is three words and stays three.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyojeong.rig.pronunciation.numerals import LONGEST_SAID, about, digits, month, native, native_ordinal, sino
from pyojeong.rig.pronunciation.units import (
    BEFORE,
    CURRENCIES,
    NATIVE_COUNTERS,
    NATIVE_UP_TO,
    SINO_COUNTERS,
    UNITS,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of a line and how it is said, in Hangul; a space parts words inside it, a comma is a pause.

    >>> Reading(0, 4, "이천이십육").spoken
    '이천이십육'
    """

    start: int
    end: int
    spoken: str


#: How what a pattern found is said; nothing where it is something else after all.
Reader = Callable[[re.Match[str]], Iterator[Reading]]
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = "|".join(re.escape(sign) for sign in sorted(UNITS, key=len, reverse=True))
_COUNTERS = tuple(sorted(NATIVE_COUNTERS, key=len, reverse=True))
#: Numbers after which 번 names one of a row (3번 출구) and does not count times.
_NUMBERED = re.compile(
    r"번\s?(?:출구|문제|버스|타자|국도|방|홀|선수|게이트|트랙|교향곡|염색체|척추|레인|창구|환자|후보|참가자|좌석|칸|채널)"
)
_LONGEST_COUNTER = 4
#: What is before a number before 번 that names one of a row: 2반 15번; 우리 반 3번 is three times.
_OF_A_ROW = re.compile(r"\d\s?[반조줄팀]\s?$")
#: 번 that ends what somebody or something is; so many times are said in native words up to `_TIMES`: 16번입니다.
_A_NUMBER = re.compile(r"\s?번(?:입니다|이에요|이야|이다|이고|인데|으로|을\s|이\s|[.,!?]|$)")
_TIMES = 10
_CODED = re.compile(r"(?:번호|암호|비번|코드)(?:은|는|이|가|을|를|:|：)?\s*$")
#: How far before a number is looked for what names it; the longest such word with its particle and spaces has less.
_BEFORE = 12
_MONTHS, _DAYS = 12, 31


def number_readings(line: str) -> tuple[Reading, ...]:
    """Every number of ``line`` with what belongs to it, in order.

    >>> [r.spoken for r in number_readings("2026. 11. 20. 3시 5분, 사과 3개와 3.5km, 010-1234-5678")]
    ['이천이십육년', '십일월', '이십일', '세', '오', '세', '삼쩜오킬로미터', '공일공, 일이삼사, 오륙칠팔']
    >>> [r.spoken for r in number_readings("1/2, 35%, 1,250원, 2~3명, 10월 6일")]
    ['이분의 일', '삼십오퍼센트', '천이백오십', '두세', '시', '육']
    """
    found: list[Reading] = []
    at = 0
    while match := _ANY_DIGIT.search(line, at):
        readings = _read_at(line, match.start())
        found.extend(readings)
        at = max(readings[-1].end, match.end())
    return tuple(found)


def _read_at(line: str, start: int) -> list[Reading]:
    for pattern, read in _PATTERNS:
        if (match := pattern.match(line, start)) and (readings := list(read(match))):
            return readings
    raise AssertionError("the last pattern takes every number")


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _sino(text: str) -> str:
    """A whole number as written: one too long for words is no int, either, and is said digit by digit."""
    bare = text.replace(",", "")
    return digits(bare) if len(bare) >= LONGEST_SAID else sino(int(bare))


def _decimal(text: str) -> str:
    """A number as written, said in Sino-Korean; zeros at the front are said, too."""
    whole, _, part = text.replace(",", "").partition(".")
    said = digits(whole, zero="공") if len(whole) > 1 and whole[0] == "0" else _sino(whole)
    return said + ("쩜" + digits(part) if part else "")


def _date(match: re.Match[str]) -> Iterator[Reading]:
    parts = (_sino(match[1]) + "년", month(_whole(match[2])), _sino(match[3]) + "일")
    ends = (match.start(2), match.start(3), match.end())
    starts = (match.start(1), *ends[:2])
    if " " not in match[0]:
        yield Reading(match.start(), match.end(), " ".join(parts))
        return
    for start, end, part in zip(starts, ends, parts, strict=True):
        yield Reading(start, start + len(match.string[start:end].rstrip()), part)


def _telephone(match: re.Match[str]) -> Iterator[Reading]:
    yield Reading(
        match.start(), match.end(), ", ".join(digits(p, zero="공") for p in re.split(r"[-.)]", match[0]) if p)
    )


def _time(match: re.Match[str]) -> Iterator[Reading]:
    hour, minute = int(match[1]), int(match[2])
    said = (native(hour) if 1 <= hour <= 12 else sino(hour)) + "시"
    if minute:
        said += f" {sino(minute)}분"
    if match[3] and int(match[3]):
        said += f" {sino(int(match[3]))}초"
    yield Reading(match.start(), match.end(), said)


def _ratio(match: re.Match[str]) -> Iterator[Reading]:
    yield Reading(match.start(), match.end(), f"{_decimal(match[1])} 대 {_decimal(match[2])}")


def _fraction(match: re.Match[str]) -> Iterator[Reading]:
    yield Reading(match.start(), match.end(), f"{_sino(match[2])}분의 {_sino(match[1])}")


def _day(match: re.Match[str]) -> Iterator[Reading]:
    """12/25까지, 7/30에: a date where it is one, and could not as well be a part of something."""
    first, second = int(match[1]), int(match[2])
    part = first < second <= _MONTHS and math.gcd(first, second) == 1 and match[3] == "에"
    if 1 <= first <= _MONTHS and 1 <= second <= _DAYS and not part:
        yield Reading(match.start(), match.end(2), f"{month(first)} {sino(second)}일")


def _score(match: re.Match[str]) -> Iterator[Reading]:
    """5대 3으로: both numbers in Sino-Korean."""
    for group in (1, 2):
        yield Reading(match.start(group), match.end(group), _sino(match[group]))


def _taken_away(match: re.Match[str]) -> Iterator[Reading]:
    """5-3=2."""
    yield Reading(match.start(), match.end(), f"{_decimal(match[1])} 빼기 {_decimal(match[2])}")


def _decades(match: re.Match[str]) -> Iterator[Reading]:
    """7080 노래: two decades that follow each other are said digit by digit."""
    if int(match[2]) == int(match[1]) + 1:
        yield Reading(match.start(), match.end(), digits(match[0], zero="공"))


def _code(match: re.Match[str]) -> Iterator[Reading]:
    """비밀번호는 1234: what names and does not count is said digit by digit."""
    if _is_after(_CODED, match.string, match.start()):
        yield Reading(match.start(), match.end(), digits(match[0], zero="공"))


def _first(match: re.Match[str]) -> Iterator[Reading]:
    """No.1: said in English."""
    yield Reading(match.start(), match.end(), _ENGLISH_NUMBERS[match[0]])


def _called(match: re.Match[str]) -> Iterator[Reading]:
    """119에 전화해: numbers everybody calls are said digit by digit."""
    yield Reading(match.start(), match.end(), digits(match[0]))


def _dimensions(match: re.Match[str]) -> Iterator[Reading]:
    """3D: said in English."""
    yield Reading(match.start(), match.end(), _ENGLISH_NUMBERS[match[1]] + "디")


def _offered(match: re.Match[str]) -> Iterator[Reading]:
    """1+1 행사: what shops give on top is said in English."""
    yield Reading(match.start(), match.end(), f"{_ENGLISH_NUMBERS[match[1]]}플러스원")


def _memorable(match: re.Match[str]) -> Iterator[Reading]:
    """3·1절, 6.25 전쟁: dates that became names are said digit by digit."""
    yield Reading(match.start(), match.end(), "".join(digits(p) for p in re.split(r"[·.‧]", match[0])))


def _range(match: re.Match[str]) -> Iterator[Reading]:
    low, high = match[1], match[2]
    if _value(high) < _value(low) and not set("~∼〜") & set(match[0]):
        yield Reading(match.start(), match.end(), f"{_decimal(low)} 대 {_decimal(high)}")
        return
    counter = _native_counter(match.string, match.end())
    word = about(int(low)) if len(low) == 1 and high == str(int(low) + 1) and counter else None
    if word is None:
        word = f"{_decimal(low)}에서 {_amount(high, match.string, match.end(), sino_first=True)}"
    unit = UNITS.get(match[3] or "", "")
    yield Reading(match.start(), match.end(), word + unit)


def _money(match: re.Match[str]) -> Iterator[Reading]:
    scale = match[3] or ""
    yield Reading(match.start(), match.end(), f"{_decimal(match[2])}{scale}{CURRENCIES[match[1]]}")


def _measured(match: re.Match[str]) -> Iterator[Reading]:
    before, unit = BEFORE.get(match[2], ""), UNITS[match[2]]
    said = f"{before} {_decimal(match[1])}{unit.removeprefix(before)}".strip()
    yield Reading(match.start(), match.end(), ("마이너스 " if match[0][0] in "-−" else "") + said)


def _month_name(match: re.Match[str]) -> Iterator[Reading]:
    name = month(int(match[1])).removesuffix("월")
    yield Reading(match.start(), match.end(1), name)


def _negative(match: re.Match[str]) -> Iterator[Reading]:
    yield Reading(match.start(), match.end(), "마이너스 " + _decimal(match[1]))


def _plain(match: re.Match[str]) -> Iterator[Reading]:
    yield Reading(match.start(), match.end(), _amount(match[0], match.string, match.end()))


def _amount(number: str, line: str, end: int, *, sino_first: bool = False) -> str:
    """``number`` as what follows it asks."""
    if "." in number or (len(number) > 1 and number[0] == "0") or len(number) >= LONGEST_SAID:
        return _decimal(number)
    value, counter = _whole(number), _native_counter(line, end)
    if counter == "번" and (
        _is_after(_OF_A_ROW, line, end - len(number)) or (value > _TIMES and _A_NUMBER.match(line, end))
    ):
        return _decimal(number)
    if counter is None or (sino_first and value > 20) or value > NATIVE_UP_TO.get(counter, 99):
        return _decimal(number)
    if counter == "번째":
        return native_ordinal(value)
    return native(value)


def _is_after(named: re.Pattern[str], line: str, start: int) -> bool:
    return named.search(line, max(0, start - _BEFORE), start) is not None


def _native_counter(line: str, end: int) -> str | None:
    """The native counter at ``end``, also after one space; None where there is none."""
    at = end + 1 if line[end : end + 1] == " " else end
    rest = line[at : at + _LONGEST_COUNTER + 2]
    if rest.startswith(SINO_COUNTERS) or _NUMBERED.match(line, at):
        return None
    counter = next((c for c in _COUNTERS if rest.startswith(c)), None)
    if counter is None:
        return None
    if counter == "대" and line[max(0, end - 2) : end] in ("10", "20", "30", "40", "50", "60", "70", "80", "90"):
        return None  # ages
    if counter in ("대", "장", "배", "집", "판", "통", "돌", "채", "달", "알") and at > end:
        following = rest[len(counter) : len(counter) + 1]
        return (
            counter
            if following in ("", " ", "를", "을", "가", "이", "의", "에", "도", "만", "씩", "나", "로", ".", ",")
            else None
        )
    return counter


_ENGLISH_NUMBERS = {"1": "원", "2": "투", "3": "쓰리", "4": "포"}
_YEAR, _TWO = r"(\d{4})", r"(\d{1,2})"
_ANY_DIGIT = re.compile(r"[₩￦$€£¥￥]\s?(?=\d)|(?<![\d\w가-힣])[-−](?=\d)|\d")
_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"{_YEAR}\.\s?{_TWO}\.\s?{_TWO}\.?(?!\d)"), _date),
    (re.compile(rf"{_YEAR}[-/]{_TWO}[-/]{_TWO}(?!\d)"), _date),
    (re.compile(r"(\d{4})[-~–](\d{4})()(?=\)|년)"), _range),
    (re.compile(r"(?:0\d{1,2}[-.)]\d{3,4}|1[5-9]\d\d|\+\d{1,3}-\d{1,2}-\d{3,4})-\d{4}(?!\d)"), _telephone),
    (re.compile(r"\d{2,4}-\d{2,4}-\d{4,6}(?!\d)"), _telephone),
    (
        re.compile(r"\d{1,2}[·‧]\d{1,2}(?=\D|$)|(?:3\.1|4\.19|5\.18|6\.25|8\.15)(?=\s?(?:절|운동|전쟁|혁명|광복))"),
        _memorable,
    ),
    (re.compile(r"(?<![\d,.])(?:112|119|911)(?=에|로|에서|\s?(?:구급|신고|대원|상황실))"), _called),
    (re.compile(r"(?<![\d,.])1\d{2,3}(?=(?:번)?(?:에|으?로)\s?(?:전화|신고|문의|연락|상담|물어|걸))"), _called),
    (re.compile(r"\d{3,}(?![\d,.]*\d|\s?(?:번|개|명|원|자리|회|년|월|일|건|만|억))"), _code),
    (re.compile(r"([1-9])0([1-9])0(?=\s?(?:세대|노래|가요|음악|콘서트|감성|여성|남성|직장인|청년|라이브))"), _decades),
    (re.compile(r"(?<=No\.)[1-4](?!\d)"), _first),
    (re.compile(r"(\d+)대\s?(\d+)(?=으로|로(?![가-힣])|\s?(?:비율|승|패)|이[다었에야]|[.,!?](?!\d)|$)"), _score),
    (re.compile(r"(\d+)[-−](\d+)(?==)"), _taken_away),
    (
        re.compile(r"(\d{1,2})/(\d{1,2})(?=(까지|부터|\s?\([월화수목금토일]\)|에(?!\s?(?:불과|해당|그치|이르|달))))"),
        _day,
    ),
    (re.compile(r"([234])D(?![A-Za-z])"), _dimensions),
    (re.compile(r"([12])\+1(?=\s?(?:행사|증정|상품|세일|이벤트|할인))"), _offered),
    (re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?!\d)"), _time),
    (re.compile(r"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?!\d)"), _ratio),
    (re.compile(r"(\d+)/(\d+)(?![\d/])"), _fraction),
    (re.compile(rf"({_NUMBER})[~∼〜–-]({_NUMBER})(?:({_UNIT})(?![A-Za-z]))?(?![\d-])"), _range),
    (re.compile(rf"([₩￦$€£¥￥])\s?({_NUMBER})(만|억|조)?"), _money),
    (re.compile(rf"[-−]?({_NUMBER})({_UNIT})(?![A-Za-z²³])"), _measured),
    (re.compile(r"(\d{1,2})(?=월)"), _month_name),
    (re.compile(rf"[-−]({_NUMBER})"), _negative),
    (re.compile(_NUMBER), _plain),
)
