"""Signs and lone jamo in a line: those that are said aloud, and silence for all others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.rig.pronunciation.hangul import is_syllable, split
from pyojeong.rig.pronunciation.numbers import Reading

#: Signs that people say.
SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "&": "앤드",
        "+": "더하기",
        "＋": "더하기",
        "×": "곱하기",
        "÷": "나누기",
        "@": "골뱅이",
        "#": "샵",
        "%": "퍼센트",
        "℃": "도",
        "㈜": "주식회사",
        "№": "넘버",
        "™": "",
        "→": "",
    }
)
#: Lone jamo as people write them in messages. ㅠㅠ and ㅜㅜ are faces, not sounds.
_CHAT: Mapping[str, str] = MappingProxyType(
    {
        "ㅇㅋ": "오케이",
        "ㅇㅇ": "응",
        "ㄴㄴ": "노노",
        "ㄱㄱ": "고고",
        "ㄱㅅ": "감사",
        "ㅊㅋ": "추카",
        "ㅂㅂ": "바이바이",
        "ㅎㅇ": "하이",
        "ㅈㅅ": "죄송",
        "ㄷㄷ": "덜덜",
        "ㅅㄱ": "수고",
        "ㄹㅇ": "리얼",
        "ㅁㄹ": "몰라",
        "ㄲㅂ": "까비",
    }
)
_LAUGHTER = MappingProxyType({"ㅋ": "크", "ㅎ": "흐", "ㄱ": "그", "ㅍ": "프"})
#: Laughter longer than this is cut: nobody says thirty ㅋ.
LONGEST_LAUGHTER = 4
_NAMES = "기역 니은 디귿 리을 미음 비읍 시옷 이응 지읒 치읓 키읔 티읕 피읖 히읗 쌍기역 쌍디귿 쌍비읍 쌍시옷 쌍지읒"
_JAMO_NAMES = MappingProxyType(
    dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉ", _NAMES.split(), strict=True))
    | dict(zip("ㅏㅑㅓㅕㅗㅛㅣㅐㅔㅒㅖ", "아야어여오요이애에얘예", strict=True))
)
_JAMO_RUN = re.compile(r"[ㄱ-ㅎ]+|[ㅏ-ㅣ]+")
#: Faces made of letters and digits, which are not said, and addresses, of which only that they are one is.
_DRAWN_FACES = re.compile(
    r"\^[0oO_.]?\^|-[0oO_]-|[OoTt;ㅇㅋㅎㅠㅜㅡ]_[OoTt;ㅇㅋㅎㅠㅜㅡ]|ㅇㅅㅇ|(?<![A-Za-z])(?:OTL|orz)(?![A-Za-z])"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+@-]+", re.ASCII)
#: = between two words or numbers; a face and a rule across the page have none.
_EQUALS = re.compile(r"(?<=([\w℃%)]))\s?=\s?(?=[\w(])")
#: Digits and letters whose names end in a consonant.
_CLOSED = frozenset("013678LMNRlmnr")
#: ~ between two times or two days of the week: 9시~18시, 월~금.
_FROM_TO = re.compile(
    r"(?<=\d[시분초일월년층호세살원])\s?[~∼〜]\s?(?=\d)|(?<=[월화수목금토일])[~∼〜](?=[월화수목금토일](?:요일|에|은|\s|$))"
)
#: & between two letters is short: R&B.
_AND = re.compile(r"(?<=[A-Z])&(?=[A-Z])")
_FACES = frozenset("ㅠㅜㅡㅗㅛ")


def symbol_readings(line: str) -> tuple[Reading, ...]:
    """Every sign and lone jamo of ``line`` that is said, in order.

    >>> [r.spoken for r in symbol_readings("ㅋㅋㅋㅋㅋㅋ ㅇㅋ ㅠㅠ ♪ 너 & 나 ㄱ")]
    ['크크크크', '오케이', '앤드', '기역']
    """
    signs = [Reading(m.start(), m.end(), "앤") for m in _AND.finditer(line)]
    signs += [Reading(i, i + 1, SIGNS[c]) for i, c in enumerate(line) if SIGNS.get(c)]
    signs += [Reading(m.start(), m.end(), "은 " if _closed(m[1]) else "는 ") for m in _EQUALS.finditer(line)]
    signs += [Reading(m.start(), m.end(), "에서 ") for m in _FROM_TO.finditer(line)]
    runs = [Reading(m.start(), m.end(), said) for m in _JAMO_RUN.finditer(line) if (said := _said(m[0]))]
    faces = [Reading(m.start(), m.end(), "") for m in _DRAWN_FACES.finditer(line)]
    links = [Reading(m.start(), m.end(), "링크") for m in _ADDRESS.finditer(line)]
    return _apart(sorted(signs + runs + faces + links, key=lambda reading: (reading.start, -reading.end)))


def _closed(character: str) -> bool:
    """Whether what is said of ``character`` ends in a consonant."""
    return bool(split(character)[2]) if is_syllable(character) else character in _CLOSED


def _apart(readings: list[Reading]) -> tuple[Reading, ...]:
    """Of readings that lie over each other the first and longest."""
    kept: list[Reading] = []
    for reading in readings:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return tuple(kept)


def _said(run: str) -> str:
    if len(run) > 1 and run[0] in _FACES:
        return ""
    if run in _CHAT:
        return _CHAT[run]
    if len(run) == 1:
        return _LAUGHTER.get(run, "") if run in "ㅋㅎ" else _JAMO_NAMES.get(run, "")
    if set(run) <= set(_LAUGHTER):
        return "".join(_LAUGHTER[c] for c in run[:LONGEST_LAUGHTER])
    return "" if run[0] >= "ㅏ" else "".join(_JAMO_NAMES.get(c, "") for c in run)
