"""Texts that are written twice, word for word or nearly.

Near copies: MinHash over hashed three-letter shingles with bands (Broder 1997; Leskovec et al., Mining of Massive
Datasets, ch. 3), every candidate checked by its true Jaccard similarity.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.explore.text_set import TextRow

NEAR = 0.8
"""Jaccard similarity of shingles from which two texts count as nearly the same."""
SHINGLE = 3
_BANDS, _LINES = 8, 4  # a pair at 0.8 is met with 1 - (1 - 0.8⁴)⁸ = 0.985
_LEAST_LETTERS = 8  # shorter texts have too few shingles to be nearly anything
_FULLEST = 60  # of a bucket only so many are compared with each other: boilerplate would cost its square
_MARKS = re.compile(r"[\W_]")
_SIGNS = ("So", "Sk")
_SEED = 7

Signatures = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Copies:
    """Groups of row indices.

    Attributes:
        exact: Rows of one text after normalising, each group two or more.
        near: Pairs of rows, first of their exact groups, that are nearly the same.
    """

    exact: tuple[tuple[int, ...], ...]
    near: tuple[tuple[int, int], ...]

    @property
    def surplus(self) -> int:
        """Rows that would go if every text stood once."""
        return sum(len(group) - 1 for group in self.exact)


def normalised(text: str) -> str:
    """The text without spaces, punctuation and letter case; of punctuation only, the punctuation.

    Emoji and ^^ stay: without them 집에 왔다😀 and 집에 왔다😢 would be copies with different labels.

    >>> normalised("정말, 좋아요!!"), normalised("…?!"), normalised("왔다 😢") == normalised("왔다 😀")
    ('정말좋아요', '...?!', False)
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _MARKS.sub(_kept_sign, plain) or plain.strip()


def _kept_sign(mark: re.Match[str]) -> str:
    return mark[0] if unicodedata.category(mark[0]) in _SIGNS else ""


def copies(texts: Sequence[str]) -> Copies:
    """Every exact group and every near pair."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        places[normalised(text)].append(number)
    alone = {text: group[0] for text, group in places.items() if len(text) >= _LEAST_LETTERS}
    pairs = _near(list(alone))
    first = list(alone.values())
    return Copies(
        tuple(tuple(group) for group in places.values() if len(group) > 1),
        tuple((first[a], first[b]) for a, b in pairs),
    )


def quarrels(rows: Sequence[TextRow], groups: Iterable[Sequence[int]]) -> list[tuple[int, ...]]:
    """Groups of copies that do not all have the same labels."""
    return [tuple(group) for group in groups if len({frozenset(rows[n].labels) for n in group}) > 1]


def across(rows: Sequence[TextRow], groups: Iterable[Sequence[int]]) -> list[tuple[int, ...]]:
    """Groups of copies that lie in more than one part."""
    return [tuple(group) for group in groups if len({rows[n].part for n in group}) > 1]


def _near(texts: Sequence[str]) -> list[tuple[int, int]]:
    if len(texts) < 2:
        return []
    bags = [np.unique(_shingles(text)) for text in texts]
    found = {pair for pair in _candidates(_signatures(bags)) if _jaccard(bags[pair[0]], bags[pair[1]]) >= NEAR}
    return sorted(found)


def _shingles(text: str) -> NDArray[np.uint64]:
    grams = (text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1))
    return np.array([zlib.crc32(gram.encode("utf-8", "surrogatepass")) for gram in grams], np.uint64)


def _signatures(bags: Sequence[NDArray[np.uint64]]) -> Signatures:
    """N×32 least hashes, by multiply-shift hashing (Dietzfelbinger et al. 1997)."""
    starts = np.concatenate(([0], np.cumsum([len(bag) for bag in bags])[:-1]))
    every = np.concatenate(bags)
    generator = np.random.default_rng(_SEED)
    factors = generator.integers(0, 1 << 63, _BANDS * _LINES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    offsets = generator.integers(0, 1 << 63, _BANDS * _LINES, dtype=np.uint64)
    with np.errstate(over="ignore"):
        columns = [
            np.minimum.reduceat((every * factor + offset) >> np.uint64(32), starts)
            for factor, offset in zip(factors, offsets, strict=True)
        ]
    return np.stack(columns, axis=1)


def _candidates(signatures: Signatures) -> Iterable[tuple[int, int]]:
    for band in range(_BANDS):
        keys = np.ascontiguousarray(signatures[:, band * _LINES : (band + 1) * _LINES])
        order = np.lexsort(keys.T)
        new = np.any(keys[order][1:] != keys[order][:-1], axis=1)
        for bucket in np.split(order, np.flatnonzero(new) + 1):
            members = sorted(bucket[:_FULLEST].tolist())
            yield from ((a, b) for i, a in enumerate(members) for b in members[i + 1 :])


def _jaccard(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common)
