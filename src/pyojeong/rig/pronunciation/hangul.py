"""Hangul syllables and the jamo they are made of, and what the standard's tables say of single jamo.

Articles are those of 표준어 규정, 제2부 표준 발음법 (문화체육관광부 고시 제2017-13호).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST = 0xAC00

#: Article 8: only ㄱㄴㄷㄹㅁㅂㅇ are heard at the end of a syllable; articles 9 to 11 say what the others become.
NEUTRAL: Mapping[str, str] = MappingProxyType(
    {coda: "" for coda in CODAS[:1]}
    | dict.fromkeys("ㄱㄲㅋㄳㄺ", "ㄱ")
    | dict.fromkeys("ㄴㄵㄶ", "ㄴ")
    | dict.fromkeys("ㄷㅌㅅㅆㅈㅊㅎ", "ㄷ")
    | dict.fromkeys("ㄹㄼㄽㄾㅀ", "ㄹ")
    | dict.fromkeys("ㅁㄻ", "ㅁ")
    | dict.fromkeys("ㅂㅍㅄㄿ", "ㅂ")
    | {"ㅇ": "ㅇ"}
)
#: The two consonants of a double 받침.
PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ㄳ": ("ㄱ", "ㅅ"),
        "ㄵ": ("ㄴ", "ㅈ"),
        "ㄶ": ("ㄴ", "ㅎ"),
        "ㄺ": ("ㄹ", "ㄱ"),
        "ㄻ": ("ㄹ", "ㅁ"),
        "ㄼ": ("ㄹ", "ㅂ"),
        "ㄽ": ("ㄹ", "ㅅ"),
        "ㄾ": ("ㄹ", "ㅌ"),
        "ㄿ": ("ㄹ", "ㅍ"),
        "ㅀ": ("ㄹ", "ㅎ"),
        "ㅄ": ("ㅂ", "ㅅ"),
    }
)
TENSE: Mapping[str, str] = MappingProxyType(dict(zip("ㄱㄷㅂㅅㅈ", "ㄲㄸㅃㅆㅉ", strict=True)))
ASPIRATED: Mapping[str, str] = MappingProxyType(dict(zip("ㄱㄷㅂㅈ", "ㅋㅌㅍㅊ", strict=True)))
NASAL: Mapping[str, str] = MappingProxyType({"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"})
#: Vowels before which article 29 adds ㄴ.
IOTATED = frozenset("ㅣㅑㅕㅛㅠㅒㅖ")


def is_syllable(character: str) -> bool:
    """Whether ``character`` is one whole Hangul syllable.

    >>> is_syllable("값"), is_syllable("ㅋ"), is_syllable("A")
    (True, False, False)
    """
    return len(character) == 1 and "가" <= character <= "힣"


def split(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda of one syllable; the coda may be empty.

    >>> split("값"), split("아")
    (('ㄱ', 'ㅏ', 'ㅄ'), ('ㅇ', 'ㅏ', ''))

    Raises:
        ValueError: When ``syllable`` is no Hangul syllable.
    """
    if not is_syllable(syllable):
        raise ValueError(f"syllable must be one of 가–힣, but got {syllable!r}")
    code = ord(syllable) - _FIRST
    return ONSETS[code // 588], VOWELS[code % 588 // 28], CODAS[code % 28]


def join(onset: str, vowel: str, coda: str = "") -> str:
    """The syllable of ``onset``, ``vowel`` and ``coda``.

    >>> join("ㄱ", "ㅏ", "ㅄ")
    '값'
    """
    return chr(_FIRST + ONSETS.index(onset) * 588 + VOWELS.index(vowel) * 28 + CODAS.index(coda))
