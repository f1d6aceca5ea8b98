"""Linear members: a weight for every hashed gram and output, 8-bit, summed over the grams a sentence holds.

They remember rare words that the network blurs, and their weights say which words decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.reading.text.grams import Words, line_grams
from pyojeong.reading.text.spelling import Spelled

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Scores from the summed 8-bit weights of word grams.

    Attributes:
        step: Value of one unit of each column (K).
        bias: Added to each output (K).
    """

    step: Floats
    bias: Floats

    def scores(self, by_word: Floats, words: Words) -> Floats:
        """Sum of the weights over the root of the number of grams, plus bias (sentences × K).

        ``by_word`` holds each word's number of grams, then the summed weights of its grams (W × 1 + K).
        """
        summed = np.add.reduceat(by_word, words.starts, axis=0)
        return np.asarray(summed[:, 1:] / np.sqrt(summed[:, :1]) * self.step + self.bias, np.float32)

    def spoke(self, by_word: Floats, chosen: NDArray[np.int64], *, among: int) -> Floats:
        """How much each word speaks for its ``chosen`` column beyond the mean of the first ``among`` (W).

        ``by_word`` is that of `scores`.
        """
        told = by_word[:, 1 : among + 1] * self.step[:among]
        return np.asarray(told[np.arange(len(told)), chosen] - told.sum(axis=1) / among, np.float32)


@dataclass(frozen=True, slots=True)
class LineTable:
    """One score from line grams: ``weights`` 8-bit (2^21), the value ``step`` of one unit, and ``bias``."""

    weights: NDArray[np.int8]
    step: float
    bias: float

    def scores(self, lines: Sequence[Spelled]) -> Floats:
        """Sum of the weights over the root of the number of grams, plus bias (sentences)."""
        grams = line_grams(lines)
        summed = np.add.reduceat(self.weights[grams.ids].astype(np.float32), grams.starts)
        return np.asarray(summed / np.sqrt(grams.sizes) * self.step + self.bias, np.float32)
