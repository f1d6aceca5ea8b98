"""Rows that are most typical of their label, and rows whose label other rows would not have given.

A plain reader (log-count ratios of hashed letter grams, Wang and Manning 2012) reads every row after learning from the
other four fifths. Rows it finds clearest are typical; rows it contradicts most are worth a second look (confident
learning, Northcutt et al. 2021). It judges letters, not meaning: a doubt is a question, not an error found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.datasets import digest
from pyojeong.lab.explore.text_set import TextRow

_FEATURES = 1 << 18
_FOLDS = 5
_SMOOTHING = 1.0
_GRAMS = (2, 4)

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the plain reader thinks of rows it had not seen.

    Attributes:
        support: Rows×labels: evidence for each label, 0 when there is none either way.
        right: Share of the rows whose strongest label is one of their own.
        floor: The same for always answering the commonest label.
    """

    support: Scores
    right: float
    floor: float


@dataclass(frozen=True, slots=True)
class Quoted:
    """A row by number, one of its labels, and how strongly the reader is for it (or, negative, against it)."""

    row: int
    label: int
    margin: float
    instead: int


def read_unseen(rows: Sequence[TextRow], labels: int) -> Reading:
    """Every row read by a reader that did not learn from it or from a copy of it."""
    from sklearn.feature_extraction.text import HashingVectorizer

    vectorizer = HashingVectorizer(
        analyzer="char_wb", ngram_range=_GRAMS, n_features=_FEATURES, binary=True, norm=None, alternate_sign=False
    )
    grams = vectorizer.transform([row.text for row in rows])
    given = np.zeros((len(rows), labels))
    for number, row in enumerate(rows):
        given[number, list(row.labels)] = 1
    folds = np.array([int(digest(row.text.strip())[:8], 16) % _FOLDS for row in rows])
    support = np.zeros((len(rows), labels))
    for fold in range(_FOLDS):
        if (folds == fold).any() and (folds != fold).any():
            support[folds == fold] = _scores(grams[folds != fold], given[folds != fold], grams[folds == fold])
    right = given[np.arange(len(rows)), support.argmax(1)].mean()
    return Reading(support, float(right), float(given.mean(0).max()))


def typical(rows: Sequence[TextRow], reading: Reading, label: int, *, most: int) -> list[Quoted]:
    """The rows with ``label`` the reader is surest of, surest first."""
    return sorted(_quoted(rows, reading, label), key=lambda quoted: -quoted.margin)[:most]


def doubtful(rows: Sequence[TextRow], reading: Reading, label: int, *, most: int) -> list[Quoted]:
    """The rows with ``label`` for which the reader would have said something else, most doubtful first."""
    contradicted = (quoted for quoted in _quoted(rows, reading, label) if quoted.margin < 0)
    return sorted(contradicted, key=lambda quoted: quoted.margin)[:most]


def _quoted(rows: Sequence[TextRow], reading: Reading, label: int) -> list[Quoted]:
    found = []
    for number, row in enumerate(rows):
        if label in row.labels:
            others = reading.support[number].copy()
            others[list(row.labels)] = -np.inf
            instead = int(others.argmax())
            strongest = others[instead] if np.isfinite(others[instead]) else 0.0
            found.append(Quoted(number, label, float(reading.support[number, label] - strongest), instead))
    return found


def _scores(learn: Any, given: Scores, read: Any) -> Scores:
    """Rows×labels of summed log-count ratios over the root of the row's grams, plus the label's own log odds."""
    inside = np.asarray(learn.T @ given) + _SMOOTHING
    outside = np.asarray(learn.sum(0)).reshape(-1, 1) - inside + 2 * _SMOOTHING
    ratios = np.log(inside / inside.sum(0)) - np.log(outside / outside.sum(0))
    grams = np.maximum(1.0, np.asarray(read.sum(1)))
    share = np.clip(given.mean(0), 1e-6, 1 - 1e-6)
    return np.asarray((read @ ratios) / np.sqrt(grams) + np.log(share / (1 - share)), np.float64)
