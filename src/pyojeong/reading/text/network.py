"""The word network as it reads (numpy): the same arithmetic `pyojeong.lab.text_network` learns with.

Sentences lie end to end in one array with an empty row between them, so that a page is one pass without padding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.reading.text.grams import WordGrams

Floats = NDArray[np.float32]
_NORM_EPSILON = 1e-5  # torch.nn.LayerNorm's default
_SLICES = 16
"""Parts a block's matrix is kept in. OpenBLAS wakes threads above 2^18 multiplications, which for one sentence costs
more than it saves: 26 µs in slices, 79 µs whole, and whole 0.6-6 ms at the 95th percentile on a busy machine."""


@dataclass(frozen=True, slots=True)
class Block:
    """A gated block: layer norm (scale, shift: D) and a convolution over 3 words.

    ``weight`` is the 3·D × 2·D matrix in 16 slices of columns (16 × 3·D × 2·D/16); ``bias`` has 2·D numbers.
    """

    scale: Floats
    shift: Floats
    weight: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class WordNetwork:
    """Weights of the word network.

    Attributes:
        table: Gram vectors, 8-bit (2^17 × 96); their step is folded into ``widen``.
        widen: 96 × D, its bias ``widen_bias`` D.
        blocks: Gated blocks, in order.
        attend: Weights (D) of the learned mean; its bias cancels in the softmax.
        head: 3·D × outputs, its bias ``head_bias``.
    """

    table: NDArray[np.int8]
    widen: Floats
    widen_bias: Floats
    blocks: tuple[Block, ...]
    attend: Floats
    head: Floats
    head_bias: Floats

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> WordNetwork:
        """The network kept in ``arrays`` under the names `pyojeong.lab.text_export` gives them."""

        def floats(name: str) -> Floats:
            return np.ascontiguousarray(arrays[name], dtype=np.float32)

        count = sum(name.startswith("block") and name.endswith("weight") for name in arrays)
        return cls(
            table=np.ascontiguousarray(arrays["table"], dtype=np.int8),
            widen=floats("widen"),
            widen_bias=floats("widen_bias"),
            blocks=tuple(
                Block(
                    scale=floats(f"block{n}_scale"),
                    shift=floats(f"block{n}_shift"),
                    weight=_sliced(floats(f"block{n}_weight")),
                    bias=floats(f"block{n}_bias"),
                )
                for n in range(count)
            ),
            attend=floats("attend"),
            head=floats("head"),
            head_bias=floats("head_bias"),
        )

    def logits(self, grams: WordGrams, sentences: int) -> Floats:
        """Outputs of every head side by side (sentences × outputs).

        Raises:
            ValueError: When a sentence has no word.
        """
        words = np.bincount(grams.sentence, minlength=sentences)
        if not words.all():
            raise ValueError(f"every sentence must have a word, but sentence {int(np.argmin(words))} has none")
        rows = np.arange(len(grams.sentence)) + grams.sentence + 1
        inked = np.zeros((len(rows) + sentences + 1, 1), np.float32)
        inked[rows] = 1
        x = np.zeros((len(inked), self.widen.shape[1]), np.float32)
        x[rows] = self._words(grams) @ self.widen + self.widen_bias
        for block in self.blocks:
            x += _gated(block, x, inked) * inked
        return self._pooled(x, rows, words) @ self.head + self.head_bias

    def _words(self, grams: WordGrams) -> Floats:
        sizes = np.diff(grams.starts, append=len(grams.ids)).astype(np.float32)
        summed = np.add.reduceat(self.table[grams.ids].astype(np.float32), grams.starts, axis=0)
        return np.asarray(summed / np.sqrt(sizes)[:, None], np.float32)

    def _pooled(self, x: Floats, rows: NDArray[np.int64], words: NDArray[np.int64]) -> Floats:
        """Maximum, mean and learned mean of each sentence's words, side by side."""
        told = x[rows]
        starts = np.cumsum(words) - words
        score = told @ self.attend
        score = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), words))
        score /= np.repeat(np.add.reduceat(score, starts), words)
        highest = np.maximum.reduceat(told, starts, axis=0)
        mean = np.add.reduceat(told, starts, axis=0) / words[:, None].astype(np.float32)
        learned = np.add.reduceat(told * score[:, None], starts, axis=0)
        return np.concatenate([highest, mean, learned], axis=1)


def _gated(block: Block, x: Floats, inked: Floats) -> Floats:
    """The block's change of ``x``: value · sigmoid(gate)."""
    width = np.float32(x.shape[1])
    centred = x - np.add.reduce(x, axis=1, keepdims=True) / width
    spread = np.sqrt(np.einsum("rd,rd->r", centred, centred)[:, None] / width + np.float32(_NORM_EPSILON))
    normed = (centred / spread * block.scale + block.shift) * inked
    edge = np.zeros((1, x.shape[1]), np.float32)
    around = np.concatenate([edge, normed, edge])
    mixed = _product(np.concatenate([around[:-2], around[1:-1], around[2:]], axis=1), block.weight) + block.bias
    half = mixed.shape[1] // 2
    gate = (np.tanh(mixed[:, half:] / 2) + 1) / 2  # the logistic function, without overflow
    return np.asarray(mixed[:, :half] * gate, np.float32)


def _sliced(matrix: Floats) -> Floats:
    rows, columns = matrix.shape
    return np.ascontiguousarray(matrix.reshape(rows, _SLICES, columns // _SLICES).transpose(1, 0, 2))


def _product(left: Floats, slices: Floats) -> Floats:
    """``left`` times the matrix kept in ``slices``."""
    return np.asarray(np.matmul(left, slices).transpose(1, 0, 2).reshape(len(left), -1), np.float32)
