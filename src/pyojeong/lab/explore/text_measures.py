"""What can be counted in a set of texts: labels, lengths, letters. Plain values; drawing is elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.explore.text_set import TextRow, TextSet

Counts = NDArray[np.int64]
Ratios = NDArray[np.float64]

CUT_SHARE = 0.9898
"""Share of rows the length cut keeps: the share earlier readers of this kind kept."""
SHORT_CHARACTERS = 3
"""Texts of at most so many letters carry a feeling only by luck (ㅋㅋㅋ, 굿)."""


@dataclass(frozen=True, slots=True, eq=False)
class Balance:
    """How often each label is given.

    Attributes:
        counts: Rows of each label, in label order.
        cardinality: Labels a row on average.
        most: The most labels of one row.
        unlabelled: Rows without any.
    """

    counts: Counts
    cardinality: float
    most: int
    unlabelled: int

    @property
    def ratio(self) -> float:
        """The commonest label over the rarest that occurs; 1 is even."""
        given = self.counts[self.counts > 0]
        return float(given.max() / given.min()) if given.size else 1.0

    @property
    def evenness(self) -> float:
        """Entropy of the labels over that of even labels: 1 even, 0 all the same."""
        shares = self.counts[self.counts > 0] / max(1, self.counts.sum())
        return float(-(shares * np.log(shares)).sum() / np.log(len(self.counts))) if len(self.counts) > 1 else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Lengths:
    """Lengths of every row, in characters and in words divided by spaces."""

    characters: Counts
    words: Counts


@dataclass(frozen=True, slots=True)
class Spread:
    """Order statistics of a length, and the length that keeps `CUT_SHARE` of the rows."""

    least: int
    median: int
    most: int
    cut: int
    kept: float


def balance(rows: Sequence[TextRow], labels: int) -> Balance:
    """The label balance of ``rows``."""
    each = np.array([len(set(row.labels)) for row in rows], np.int64)
    counts = np.bincount([label for row in rows for label in set(row.labels)], minlength=labels)
    return Balance(counts.astype(np.int64), float(each.mean()), int(each.max()), int((each == 0).sum()))


def cooccurrence(rows: Sequence[TextRow], labels: int) -> Counts:
    """Rows that have both labels, labels×labels; the diagonal holds rows of one label."""
    given = np.zeros((len(rows), labels), np.int64)
    for number, row in enumerate(rows):
        given[number, list(row.labels)] = 1
    return given.T @ given


def conditional(together: Counts) -> Ratios:
    """Of the rows with the label of a line, the share that also has that of the column; NaN on the diagonal.

    >>> conditional(np.array([[4, 1], [1, 2]])).tolist()
    [[nan, 0.25], [0.5, nan]]
    """
    shares = together / np.maximum(1, np.diag(together))[:, None]
    np.fill_diagonal(shares, np.nan)
    return np.asarray(shares, np.float64)


def lifts(together: Counts, rows: int) -> list[tuple[int, int, float]]:
    """Label pairs and how many times oftener than by chance they meet, highest first, among pairs met 10 times."""
    alone = np.diag(together).astype(np.float64)
    pairs = [
        (a, b, float(together[a, b] * rows / (alone[a] * alone[b])))
        for a in range(len(alone))
        for b in range(a + 1, len(alone))
        if together[a, b] >= 10
    ]
    return sorted(pairs, key=lambda pair: -pair[2])


def by_part(texts: TextSet) -> Counts:
    """Rows of each part (lines) with each label (columns)."""
    order = {part: number for number, part in enumerate(texts.parts)}
    table = np.zeros((len(order), len(texts.labels)), np.int64)
    for row in texts.rows:
        table[order[row.part], list(set(row.labels))] += 1
    return table


def seconds(rows: Sequence[TextRow], labels: int) -> Counts:
    """Rows of each first label (lines) that name each second one (columns)."""
    table = np.zeros((labels, labels), np.int64)
    for row in rows:
        if row.second is not None:
            table[row.labels[0], row.second] += 1
    return table


def strengths(rows: Sequence[TextRow], labels: int) -> Counts:
    """Rows of each label (lines) with strength 1, 2 and 3 (columns)."""
    table = np.zeros((labels, 3), np.int64)
    for row in rows:
        if row.strength is not None:
            table[row.labels[0], row.strength - 1] += 1
    return table


def lengths(rows: Sequence[TextRow]) -> Lengths:
    """Characters (spaces at the ends not counted) and words of every row."""
    texts = [row.text.strip() for row in rows]
    return Lengths(
        np.array([len(text) for text in texts], np.int64), np.array([len(text.split()) for text in texts], np.int64)
    )


def spread(values: Counts) -> Spread:
    """The order statistics of a length.

    >>> spread(np.arange(1, 10_001)).cut
    9898
    """
    ordered = np.sort(values)
    cut = int(ordered[int(np.ceil(CUT_SHARE * len(ordered))) - 1])
    return Spread(int(ordered[0]), int(np.median(ordered)), int(ordered[-1]), cut, float((ordered <= cut).mean()))


def far_out(values: Counts) -> int:
    """The length beyond which a row is extreme: the third quartile and three times the quartile range (Tukey 1977)."""
    first, third = np.percentile(values, [25, 75])
    return int(third + 3 * (third - first))


def hangul_share(text: str) -> float:
    """The part of the characters other than spaces that is Hangul, syllables or bare jamo; 0 for an empty text.

    >>> hangul_share("안녕 ok"), hangul_share("ㅋㅋ"), hangul_share(" ")
    (0.5, 1.0, 0.0)
    """
    letters = [letter for letter in text if not letter.isspace()]
    return sum("가" <= c <= "힣" or "ㄱ" <= c <= "ㆎ" for c in letters) / len(letters) if letters else 0.0
