"""Loose jamo put together into syllables, and Latin letters that were meant as Hangul keys.

The keys are the standard two-set layout (KS X 5002); syllables are built as an input method does it: a consonant goes
to the end of the syllable before, unless a vowel follows and claims it.
"""

from __future__ import annotations

import re

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_JOINED_VOWELS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
_JOINED_FINALS = {
    **{"ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ"},
    **{"ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ"},
}
_KEYS = dict(
    zip(
        "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml",
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ",
        strict=True,
    )
)

_VOWEL = f"(?:{'|'.join(_JOINED_VOWELS)}|[{VOWELS}])"
_FINAL = f"(?:{'|'.join(_JOINED_FINALS)}|[ㄱ-ㅎ])(?![{VOWELS}])|[ㄱ-ㅎ](?=[ㄱ-ㅎ][{VOWELS}])"
SYLLABLE = re.compile(f"([{INITIALS}])({_VOWEL})({_FINAL})?")
"""An initial, a vowel and what may end the syllable."""
OPEN_SYLLABLE = re.compile(f"([가-힣])({_FINAL})")
"""A finished syllable and a loose consonant after it."""


def composed(jamo: str) -> str:
    """The syllable that a match of `SYLLABLE` spells, or the match itself where no such final exists.

    >>> composed("ㅅㅣ"), composed("ㅂㅏㄹ"), composed("ㄷㅚ"), composed("ㅇㅓㅂㅅ")
    ('시', '발', '되', '없')
    """
    parts = SYLLABLE.fullmatch(jamo)
    if parts is None:
        return jamo
    initial, vowel, final = parts.group(1), parts.group(2), parts.group(3) or ""
    final = _JOINED_FINALS.get(final, final)
    if final not in FINALS:
        return jamo
    return syllable(initial, _JOINED_VOWELS.get(vowel, vowel), final)


def closed(pair: str) -> str:
    """An open syllable closed by the loose consonant after it.

    >>> closed("벼ㅇ"), closed("병ㅅ")
    ('병', '병ㅅ')
    """
    code = ord(pair[0]) - 0xAC00
    final = _JOINED_FINALS.get(pair[1:], pair[1:])
    return chr(0xAC00 + code + FINALS.index(final)) if code % 28 == 0 and final in FINALS else pair


def syllable(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of three compatibility jamo (Unicode 3.12)."""
    return chr(0xAC00 + (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final))


def typed(keys: str) -> str:
    """What these Latin keys give on a Hangul keyboard, as loose jamo.

    >>> SYLLABLE.sub(lambda found: composed(found.group()), typed("dkssud"))
    '안녕'
    """
    return "".join(_KEYS.get(key) or _KEYS.get(key.lower(), key) for key in keys)
