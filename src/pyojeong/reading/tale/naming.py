"""How somebody is named in a told sentence: the nouns before a particle, with what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pyojeong.reading.tale.beings import is_nobody, singular
from pyojeong.reading.tale.words import words

ME, US = "나", "우리"
PRONOUNS = frozenset({"그", "그녀", "그이", "그들", "그녀들", "이들", "그것"})
_I = {"나": ME, "내": ME, "저": ME, "제": ME, "우리": US, "저희": US, "우리들": US}
I_SAYING = frozenset(_I)
_ORDINAL = re.compile(r"(?:^|\s)((?:첫|두|둘|세|셋|네|넷|다섯|여섯|일곱)\s?(?:번째|째)\s)$")
_SEVERAL = re.compile(rf"(?:^|\s)((?:{'|'.join(sorted(words('several')))})\s)$")
_ADJECTIVE = 2
"""Tokens of one: 붉+은."""
_WORDS_A_NAME = 3
_ONE = frozenset({"하나", "둘", "셋"})


def named(tokens: Sequence[Any], n: int, sentence: str) -> tuple[str, int] | None:
    """Who the nouns before token ``n`` name, as written, and where; None when they name nobody."""
    past = n
    if n >= 2 and tokens[n - 1].form in words("counters") and tokens[n - 2].tag in ("MM", "SN", "NR"):
        past = n - 2  # 토끼 한 마리가
    elif n >= 2 and tokens[n - 1].form in _ONE and tokens[n - 1].tag == "NR" and tokens[n - 2].tag.startswith("NN"):
        past = n - 1  # 등짐장수 하나가
    if past == 0:
        return None
    last = tokens[past - 1]
    end = last.start + last.len
    word_start = max(sentence.rfind(" ", 0, end), sentence.rfind("\n", 0, end)) + 1
    pronoun = _pronoun(sentence[word_start:end]) or (_pronoun(last.form) if last.tag == "NP" else "")
    if pronoun:
        return pronoun, word_start
    start = extended(tokens, word_start, end, sentence, sure=sentence[word_start:end] in words("beings"))
    name = " ".join(sentence[start:end].split())
    proper = len(name) == 1 and last.tag == "NNP"
    return None if not name or (is_nobody(name) and not proper) else (name, start)


def is_proper(tokens: Sequence[Any], n: int) -> bool:
    """Whether the noun before token ``n`` is a name only one bears: 지우가, 하람이는."""
    if n and tokens[n - 1].tag == "NNP":
        return True
    return n > 1 and tokens[n - 1].tag == "XSN" and tokens[n - 1].form == "이" and tokens[n - 2].tag == "NNP"


def trait_of(tokens: Sequence[Any], start: int, sentence: str) -> str:
    """The adjective right before a name, that may tell it from another of its kind: 붉은 수탉; empty for none."""
    before = sentence[:start]
    word_start = before.rstrip().rfind(" ") + 1
    word = [token for token in tokens if word_start <= token.start < start]
    adjective = bool(word) and before.endswith(" ") and word[0].tag.startswith("VA") and word[-1].tag == "ETM"
    return before[word_start:].strip() if adjective and len(word) == _ADJECTIVE else ""


def extended(tokens: Sequence[Any], word_start: int, end: int, sentence: str, *, sure: bool = False) -> int:
    """Where the name begins whose last word is at ``word_start:end``; ``end`` when that word holds no noun.

    A ``sure`` word is a noun whatever the tokeniser says.
    """
    past = next((n for n, token in enumerate(tokens) if token.start >= end), len(tokens))
    first = past
    while first > 0 and tokens[first - 1].start >= word_start and (sure or _names(tokens[first - 1])):
        first -= 1
    while first < past - 1 and tokens[first].tag == "XSN":
        first += 1  # of 첫번째
    if first == past:
        return end
    odd = [token for token in tokens[:first] if token.start >= word_start]
    if odd and all(t.tag in ("IC", "MM", "MAG", "NNB", "XPN", "NP") and t.len <= 1 for t in odd):
        first -= len(odd)  # the tokeniser cut it: 아+난시, 암+표상
    last_word = first
    while first > 0 and tokens[first - 1].start < word_start and _names(tokens[first - 1]):
        if not _joined(tokens, first, last_word, sentence):
            break
        first -= 1
    while first < last_word and tokens[first].tag == "XSN":
        first += 1
    start = int(tokens[first].start)
    found = _ORDINAL.search(sentence[:start]) or _SEVERAL.search(sentence[:start])
    return found.start(1) if found else start


def _names(token: Any) -> bool:
    return bool(token.tag.startswith(("NNG", "NNP", "XSN", "XPN", "SL", "SN", "NR")) or token.tag == "SO")


def _joined(tokens: Sequence[Any], first: int, last_word: int, sentence: str) -> bool:
    """Whether the noun before ``first`` belongs to the name: in the same word, or a word of its own that may."""
    token = tokens[first - 1]
    between = sentence[token.start + token.len : tokens[first].start]
    if not between:
        return True
    words_so_far = sentence[tokens[first].start : tokens[last_word].start].count(" ") + 1
    if between != " " or words_so_far >= _WORDS_A_NAME:
        return False
    return not (token.form in words("when") or token.tag in ("SN", "NR", "SO") or token.form in words("counters"))


def _pronoun(word: str) -> str:
    """Who a pronoun is in this sentence; empty for what is none."""
    if word in PRONOUNS:
        return word
    return _I.get(word) or _I.get(singular(word), "")
