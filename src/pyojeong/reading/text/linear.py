"""Linear members: a weight for every hashed gram and output, 8-bit, summed over the grams a sentence holds.

They remember rare words that the network blurs, and their weights say which words decided.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.reading.text.grams import WordGrams, line_grams
from pyojeong.reading.text.spelling import Spelled

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Scores from word grams.

    Attributes:
        weights: 8-bit (2^17 × K).
        step: Value of one unit of each column (K).
        bias: Added to each output (K).
    """

    weights: NDArray[np.int8]
    step: Floats
    bias: Floats

    def by_word(self, grams: WordGrams) -> Floats:
        """The summed weights of each word's grams, in units of `step` (W × K)."""
        return np.add.reduceat(self.weights[grams.ids], grams.starts, axis=0, dtype=np.float32)

    def scores(self, words: Floats, grams: WordGrams, sentences: int) -> Floats:
        """Sum of the weights over the root of the number of grams, plus bias (sentences × K), from `by_word`."""
        starts = np.searchsorted(grams.sentence, np.arange(sentences))
        counts = np.bincount(np.repeat(grams.sentence, _sizes(grams)), minlength=sentences)
        summed = np.add.reduceat(words, starts, axis=0)
        return np.asarray(summed / np.sqrt(counts)[:, None] * self.step + self.bias, np.float32)

    def spoke(self, words: Floats, chosen: NDArray[np.int64], *, among: int) -> Floats:
        """How much each word speaks for its ``chosen`` column beyond the mean of the first ``among`` (W)."""
        told = words[:, :among] * self.step[:among]
        return np.asarray(told[np.arange(len(told)), chosen] - told.mean(axis=1), np.float32)


@dataclass(frozen=True, slots=True)
class LineTable:
    """One score from line grams: ``weights`` 8-bit (2^21), the value ``step`` of one unit, and ``bias``."""

    weights: NDArray[np.int8]
    step: float
    bias: float

    def score(self, line: Spelled) -> float:
        """Sum of the weights over the root of the number of grams, plus bias."""
        ids = line_grams(line)
        return float(self.weights[ids].sum(dtype=np.int64)) * self.step / float(np.sqrt(len(ids))) + self.bias


def _sizes(grams: WordGrams) -> NDArray[np.int64]:
    return np.diff(grams.starts, append=len(grams.ids))
