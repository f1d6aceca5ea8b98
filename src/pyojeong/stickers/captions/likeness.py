"""When two captions say the same: same first word, mostly the same words, or mostly the same letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pyojeong.reading.text.words import word_stems

MOST_WORDS = 0.4
"""Share of common stems (Jaccard) above which two captions are the same one said twice."""
MOST_PAIRS = 0.5
"""Share of common syllable pairs (Dice) above which they are."""
_SYLLABLE = re.compile("[가-힣A-Za-z0-9]")


@dataclass(frozen=True)
class Worded:
    """A text and its words, which are found once."""

    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its words."""
        return frozenset(stem.form for stem in word_stems(self.text))

    @cached_property
    def head(self) -> str:
        """Its first two syllables: what the eye reads first."""
        return bare(self.text)[:2]

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its pairs of neighbouring syllables."""
        letters = bare(self.text)
        return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def bare(text: str) -> str:
    """Only what is read out: no spaces, marks, bare jamo.

    >>> bare("ㅋㅋㅋ 배 아파!")
    '배아파'
    """
    return "".join(_SYLLABLE.findall(text))


def too_alike(one: Worded, other: Worded) -> bool:
    """Whether a person would wonder why both are shown."""
    if one.text == other.text or (one.head and one.head == other.head):
        return True
    either = one.stems | other.stems
    if either and len(one.stems & other.stems) / len(either) > MOST_WORDS:
        return True
    total = len(one.pairs) + len(other.pairs)
    return bool(total) and 2 * len(one.pairs & other.pairs) / total > MOST_PAIRS
