"""Latin letters in a line of Korean: acronyms by their letters' names, words as Koreans say them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyojeong.rig.pronunciation.english import hangul_of
from pyojeong.rig.pronunciation.numbers import Reading

_NAMES = "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 브이 더블유 엑스 와이 제트"
#: Names of the letters by 표준국어대사전.
LETTER_NAMES: Mapping[str, str] = MappingProxyType(
    dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _NAMES.split(), strict=True)) | {"C": "씨", "R": "알"}  # as they are said
)
#: Words in capitals up to this length are said letter by letter when the dictionary does not know them.
LONGEST_ACRONYM = 5
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+|-[A-Za-z]+)*")
_NUMBER_SIGN = re.compile(r"(?<![A-Za-z])No\.(?=\s?\d)")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+(?:['’][a-z]+)?")
_VOWELS = frozenset("aeiouyAEIOUY")


def letter_readings(line: str) -> tuple[Reading, ...]:
    """Every Latin word of ``line`` with its Korean sound.

    >>> [r.spoken for r in letter_readings("AI가 YouTube에서 TV를 보며 hello, snorble")]
    ['에이아이', '유튜브', '티브이', '헬로', '스노블']
    """
    numbered = [Reading(m.start(), m.end(), "넘버") for m in _NUMBER_SIGN.finditer(line)]
    taken = {reading.start for reading in numbered}
    words = [Reading(m.start(), m.end(), spoken_latin(m[0])) for m in _WORD.finditer(line) if m.start() not in taken]
    return tuple(sorted(numbered + words, key=lambda reading: reading.start))


def spoken_latin(word: str) -> str:
    """The Korean sound of one Latin word.

    >>> spoken_latin("OK"), spoken_latin("KTX"), spoken_latin("iPhone"), spoken_latin("x")
    ('오케이', '케이티엑스', '아이폰', '엑스')
    """
    if len(word) == 1 and word.isupper():
        return spelled(word)
    known = english_words().get(word.lower())
    if known:
        return known
    parts = _PARTS.findall(word)
    if "-" in word and (joined := english_words().get(word.lower().replace("-", ""))):
        return joined
    if len(parts) > 1:
        return "".join(spoken_latin(part) for part in parts)
    if _by_letters(word):
        return spelled(word)
    return hangul_of(word.lower()) or spelled(word)


def spelled(word: str) -> str:
    """``word`` letter by letter.

    >>> spelled("abc")
    '에이비씨'
    """
    return "".join(LETTER_NAMES[letter] for letter in word.upper() if letter in LETTER_NAMES)


def _by_letters(word: str) -> bool:
    if len(word) == 1 or not _VOWELS.intersection(word):
        return True
    return word.isupper() and len(word) <= LONGEST_ACRONYM


@cache
def english_words() -> Mapping[str, str]:
    """Everyday English in Korean, lower case → Hangul (``english.tsv``), opened once a process."""
    lines = files("pyojeong.rig.pronunciation").joinpath("english.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({word: said for word, said in pairs})
