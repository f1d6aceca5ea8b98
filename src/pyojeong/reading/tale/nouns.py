"""Names a tokeniser does not know: words of a tale that take the particles of nouns again and again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from pyojeong.rig.pronunciation.hangul import is_syllable, split

#: Particles after a vowel and after a consonant; those in both lists fit any word.
_ANY = ("에게서", "에게", "한테", "께서는", "께서", "께", "의", "도", "만", "에게는", "처럼", "보고", "더러")
_VOWEL = ("가", "는", "를", "와", "와는", "야", "랑", "라고", *_ANY)
_CONSONANT = ("이", "은", "을", "과", "과는", "아", "이랑", "이라고", *_ANY)
#: Particles no verb's ending looks like.
_SURE = frozenset({"를", "을", "와", "과", "의", "에게", "에게서", "한테", "께", "께서", "에게는", "랑", "이랑"})
_SUBJECT = frozenset({"가", "이", "는", "은", "께서", "께서는", "도"})
WORD = re.compile(r"[가-힣]+(?:[-·][가-힣]+)*")
_LONGEST = 4
_SEEN = 2


def noun_words(told: Iterable[str]) -> frozenset[str]:
    """Words of two syllables or more that stand with two particles or more, one of them a noun's alone.

    >>> sorted(noun_words(["봄이와 할머니는 길을 갔다.", "봄이는 웃었다.", "봄이가 말했다.", "할머니를 불렀다."]))
    ['봄이', '할머니']
    """
    seen: dict[str, set[str]] = defaultdict(set)
    for sentence in told:
        for word in WORD.findall(sentence):
            for stem, particle in splits(word):
                seen[stem].add(particle)
    return frozenset(stem for stem, by in seen.items() if len(by) >= _SEEN and by & _SURE and by & _SUBJECT)


def splits(word: str) -> list[tuple[str, str]]:
    """How a word may be a noun with a particle that fits its last sound.

    >>> splits("여우는"), splits("호랑이이")
    ([('여우', '는')], [])
    """
    found = []
    for length in range(1, min(_LONGEST, len(word) - 2) + 1):
        stem, particle = word[:-length], word[-length:]
        if particle in (_CONSONANT if closed(stem) else _VOWEL):
            found.append((stem, particle))
    return found


def closed(word: str) -> bool:
    """Whether the last syllable ends in a consonant."""
    return is_syllable(word[-1]) and bool(split(word[-1])[2])
