"""English spelling → Hangul by rule, for words nobody wrote down: letters to sounds, sounds by 외래어 표기법.

Letters to sounds is a list of spellings, tried longest first, over a word whose silent e has been taken off. It is
right often enough to be understood and far from a dictionary; the names of letters would be neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyojeong.rig.pronunciation.hangul import join

#: Spelling → sounds. Consonants are capitals or one of their own signs, vowels are jamo written in full.
_TABLE = (
    "all:ㅗl tion:Sㅕn sion:Sㅕn cian:Sㅕn ture:Cㅓ sure:Zㅓ ough:ㅗ augh:ㅗ eigh:ㅔㅣ "
    "igh:ㅏㅣ tch:C dge:J sch:sk que:k ght:t air:ㅔㅓ are:ㅔㅓ ear:ㅣㅓ eer:ㅣㅓ "
    "ire:ㅏㅣㅓ ore:ㅗㅓ our:ㅏㅜㅓ oor:ㅗㅓ ure:ㅠㅓ ous:ㅓs ee:ㅣ ea:ㅣ oo:ㅜ ou:ㅏㅜ ow:ㅗ "
    "oa:ㅗ oi:ㅗㅣ oy:ㅗㅣ ai:ㅔㅣ ay:ㅔㅣ au:ㅗ aw:ㅗ ey:ㅣ ie:ㅣ ew:ㅠ ui:ㅜ ue:ㅜ eu:ㅠ "
    "ar:ㅏ er:ㅓ ir:ㅓ or:ㅗ ur:ㅓ ph:f sh:S ch:C th:s wh:w ck:k ng:N nk:Nk "
    "qu:kw gh:g kn:n wr:r mb:m ll:l ss:s ff:f tt:t pp:p bb:b dd:d gg:g "
    "mm:m nn:n rr:r cc:k zz:z ce:sㅔ ci:sㅣ cy:sㅣ ge:Jㅔ gi:Jㅣ gy:Jㅣ a:ㅐ e:ㅔ "
    "i:ㅣ o:ㅗ u:ㅓ c:k j:J x:ks "
)
_PAIRS = (pair.partition(":") for pair in _TABLE.split())
_SPELLINGS = tuple((spelling, said) for spelling, _, said in _PAIRS)
_AT_THE_END = ("are", "ire", "ore", "ure", "all")
_LONG = {"a": "ㅔㅣ", "e": "ㅣ", "i": "ㅏㅣ", "o": "ㅗ", "u": "ㅠ", "y": "ㅏㅣ"}
_SILENT_E = re.compile(r"([aeiouy])([bcdfgklmnpqstvz]|th|ch|st|ng)e(s|d)?$")
_ONSETS = dict(zip("bdfghklmnprstvzSCJZN", "ㅂㄷㅍㄱㅎㅋㄹㅁㄴㅍㄹㅅㅌㅂㅈㅅㅊㅈㅈㅇ", strict=True))
_CODAS = {"k": "ㄱ", "t": "ㅅ", "p": "ㅂ", "m": "ㅁ", "n": "ㄴ", "N": "ㅇ", "l": "ㄹ", "b": "ㅂ", "g": "ㄱ", "d": "ㄷ"}
_STOPS = frozenset("ktp")
_Y = {"ㅏ": "ㅑ", "ㅐ": "ㅒ", "ㅓ": "ㅕ", "ㅔ": "ㅖ", "ㅗ": "ㅛ", "ㅜ": "ㅠ", "ㅣ": "ㅣ"}
_W = {"ㅏ": "ㅘ", "ㅐ": "ㅙ", "ㅓ": "ㅝ", "ㅔ": "ㅞ", "ㅗ": "ㅝ", "ㅜ": "ㅜ", "ㅣ": "ㅟ"}
_VOWELS = frozenset("ㅏㅐㅑㅓㅔㅕㅗㅛㅜㅠㅣ")


def hangul_of(word: str) -> str:
    """A guess at how Koreans say the English ``word`` (lower case); empty when it has no letter.

    >>> [hangul_of(w) for w in ("blanket", "spring", "moon", "cake", "shop", "dragon")]
    ['블랭켓', '스프링', '문', '케이크', '숍', '드래곤']
    """
    return "".join(_syllables(_sounds(re.sub(r"[^a-z]", "", word))))


def _sounds(word: str) -> list[str]:
    long_at = -1
    if match := _SILENT_E.search(word):
        long_at = match.start(1)
        kept = match[2].replace("c", "s") if match[2] == "c" else match[2]
        word = word[: match.start(2)] + ("J" if kept == "g" else kept) + (match[3] or "")
    sounds: list[str] = []
    at = 0
    while at < len(word):
        if at == long_at:
            sounds.extend(_LONG[word[at]])
            at += 1
            continue
        taken, said = _spelling_at(word, at)
        sounds.extend(said)
        at += taken
    return sounds


def _spelling_at(word: str, at: int) -> tuple[int, str]:
    letter = word[at]
    if letter == "y":
        if at == 0:
            return 1, "y"
        return 1, "ㅏㅣ" if at == len(word) - 1 and not re.search("[aeiou]", word[:at]) else "ㅣ"
    if letter == "e" and at == len(word) - 1 and at > 1:
        return 1, ""
    for spelling, said in _SPELLINGS:
        if word.startswith(spelling, at):
            if spelling in _AT_THE_END and at + 3 < len(word):
                continue
            if spelling == "ow" and at + 2 < len(word):
                said = "ㅏㅜ"
            if spelling[0] == "c" and spelling != "ch" and len(spelling) == 2 and spelling[1] in "eiy":
                return 1, "s"
            if spelling in ("ge", "gi", "gy"):
                return 1, "J" if at or spelling == "ge" else "g"
            return len(spelling), said
    return 1, letter


def _syllables(sounds: list[str]) -> Iterator[str]:
    at = 0
    while at < len(sounds):
        onset, glide, at = _onset(sounds, at)
        if at < len(sounds) and sounds[at] in _VOWELS:
            vowel = _glided(sounds[at], glide)
            coda, at = _coda(sounds, at + 1)
            yield join(onset or "ㅇ", vowel, coda)
        elif onset and sounds[at : at + 1] == ["l"]:
            yield join(onset, _filler(sounds[at - 1], last=False), "ㄹ")  # 블루, not 브루
            at += 0 if sounds[at + 1 : at + 2] and sounds[at + 1] in _VOWELS else 1
        elif onset:
            yield join(onset, _filler(sounds[at - 1], last=at == len(sounds)))
        elif glide:
            yield "우" if glide == "w" else "이"
        else:
            at += 1


def _onset(sounds: list[str], at: int) -> tuple[str, str, int]:
    """The consonant at ``at`` in Hangul, a glide after it, and where the vowel should be."""
    onset = glide = ""
    if at < len(sounds) and sounds[at] in _ONSETS:
        onset, glide, at = _ONSETS[sounds[at]], "y" if sounds[at] == "S" else "", at + 1
    if at < len(sounds) and sounds[at] in "wy" and (not onset or onset in "ㄱㅋㅎㅅ"):
        glide, at = sounds[at], at + 1
    return onset, glide, at


def _glided(vowel: str, glide: str) -> str:
    return _Y.get(vowel, vowel) if glide == "y" else _W.get(vowel, vowel) if glide == "w" else vowel


def _coda(sounds: list[str], at: int) -> tuple[str, int]:
    """The final consonant at ``at`` and what comes after it: ㄹㄹ for l between vowels."""
    if at >= len(sounds) or sounds[at] not in _CODAS:
        if at < len(sounds) and sounds[at] == "r" and not (at + 1 < len(sounds) and sounds[at + 1] in _VOWELS):
            return "", at + 1
        return "", at
    here, following = sounds[at], sounds[at + 1] if at + 1 < len(sounds) else ""
    if following in _VOWELS or following in ("w", "y"):
        return ("ㄹ", at) if here == "l" else ("ㅇ", at + 1) if here == "N" else ("", at)
    if here in "bdg" and following:
        return "", at
    if here in _STOPS and (sounds[at - 2 : at - 1] and sounds[at - 2] in _VOWELS):
        return "", at  # after a long vowel a stop has a syllable of its own: 케이크
    if here in _STOPS and following and following in "lrmn":
        return "", at
    if here in "dg" and not following:
        return ("", at)
    return _CODAS[here], at + 1


def _filler(consonant: str, *, last: bool) -> str:
    """The vowel that carries a consonant without one: 캐시, 슈림프, 브."""
    if consonant == "S":
        return "ㅣ" if last else "ㅠ"
    return "ㅣ" if consonant in "CJZ" else "ㅡ"
