"""The words that speak for a group: nouns and predicates by Kiwi, weighed by keyness instead of plain counts.

Keyness: log odds with an informative Dirichlet prior, as a z-score (Monroe, Colaresi and Quinn 2008, Political
Analysis 16(4)). Plain counts would show 영화 under every label of film reviews.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

_NOUNS = ("NNG", "NNP", "XR")
_PREDICATES = ("VV", "VA")
_PRIOR = 500.0  # rows' worth of belief that a word is as common in the group as everywhere
_LEAST = 4  # rows a word must be in
_PLAIN = frozenset(("하다", "되다", "있다", "보다", "같다", "이다", "않다", "그러다", "어떻다", "이렇다", "그렇다"))


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A word, how strongly it marks its group (z), and in how many of the group's rows it stands."""

    word: str
    z: float
    rows: int


def words_of(texts: Sequence[str], tell: Callable[[str], None]) -> list[frozenset[str]]:
    """The nouns of two or more syllables and the predicates (dictionary form) of every text."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)
    found = []
    for number, tokens in enumerate(kiwi.tokenize(texts), 1):
        found.append(frozenset(word for token in tokens if (word := _word(token.form, token.tag))))
        if number % 1000 == 0:
            tell(f"낱말을 나누는 중 {number:,}/{len(texts):,}")
    return found


def keyness(
    bags: Sequence[frozenset[str]], groups: Sequence[frozenset[str]], *, most: int = 40
) -> dict[str, list[KeyWord]]:
    """The ``most`` marking words of every group, strongest first.

    Args:
        bags: Words of each row.
        groups: Groups of each row, as many as ``bags``.
        most: Words a group.
    """
    everywhere = Counter(word for bag in bags for word in bag)
    total = sum(everywhere.values())
    inside: dict[str, Counter[str]] = {}
    for bag, names in zip(bags, groups, strict=True):
        for name in sorted(names):
            inside.setdefault(name, Counter()).update(bag)
    return {name: _marking(counts, everywhere, total, most) for name, counts in inside.items()}


def _marking(inside: Counter[str], everywhere: Mapping[str, int], total: int, most: int) -> list[KeyWord]:
    size = sum(inside.values())
    rest = total - size
    if not rest:
        return [KeyWord(word, float(np.sqrt(n)), n) for word, n in islice(inside.most_common(), most) if n >= _LEAST]
    weighed = []
    for word, count in inside.items():
        if count < _LEAST:
            continue
        prior = _PRIOR * everywhere[word] / total
        here, there = count + prior, everywhere[word] - count + prior
        odds = np.log(here / (size + _PRIOR - here)) - np.log(there / (rest + _PRIOR - there))
        weighed.append(KeyWord(word, float(odds / np.sqrt(1 / here + 1 / there)), count))
    strong = (word for word in sorted(weighed, key=lambda w: (-w.z, w.word)) if word.z > 1)
    return list(islice(strong, most))


def _word(form: str, tag: str) -> str:
    """The dictionary form of a noun or predicate; "" for everything else."""
    if tag in _NOUNS:
        return form if len(form) > 1 else ""
    if tag.split("-")[0] in _PREDICATES:
        word = f"{form}다"
        return "" if word in _PLAIN or len(word) < 2 else word
    return ""
