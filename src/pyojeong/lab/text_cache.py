"""Texts as integer arrays, spelled once: every distinct word's grams, and every sentence's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pyojeong.reading.text.grams import word_grams, words_of
from pyojeong.reading.text.spelling import spell

LONGEST_LINE = 48
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different lengths, flat: row ``i`` is ``values[bounds[i]:bounds[i + 1]]``."""

    values: NDArray[np.int32]
    bounds: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def take(self, rows: NDArray[np.int64]) -> Ragged:
        """The chosen rows, in the order given."""
        sizes = self.bounds[rows + 1] - self.bounds[rows]
        bounds = np.concatenate([[0], np.cumsum(sizes)])
        places = np.arange(bounds[-1]) + np.repeat(self.bounds[rows] - bounds[:-1], sizes)
        return Ragged(self.values[places], bounds)


@dataclass(slots=True)
class Lexicon:
    """Distinct words in the order they were first met, with the grams of each."""

    index: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    def read(self, texts: Sequence[str]) -> Ragged:
        """Each text as word numbers (at most 48 a text); new words are added."""
        values: list[NDArray[np.int32]] = []
        sizes: list[NDArray[np.int64]] = []
        for at in range(0, len(texts), _CHUNK):
            numbers, counts = self._read_chunk(texts[at : at + _CHUNK])
            within = np.arange(len(numbers)) - np.repeat(np.cumsum(counts) - counts, counts)
            values.append(numbers[within < LONGEST_LINE])
            sizes.append(np.minimum(counts, LONGEST_LINE))
        bounds = np.concatenate([[0], np.cumsum(np.concatenate(sizes))])
        return Ragged(np.concatenate(values), bounds.astype(np.int64))

    def grams(self) -> Ragged:
        """The word grams of every word."""
        pages = [word_grams(self.words[at : at + _CHUNK]) for at in range(0, len(self.words), _CHUNK)]
        sizes = np.concatenate([page.sizes for page in pages])
        return Ragged(np.concatenate([page.ids for page in pages]), np.concatenate([[0], np.cumsum(sizes)]))

    def _read_chunk(self, texts: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        found = words_of([spell(text) for text in texts])
        for word in found.texts:
            if word not in self.index:
                self.index[word] = len(self.words)
                self.words.append(word)
        return np.array([self.index[word] for word in found.texts], np.int32), found.sizes
