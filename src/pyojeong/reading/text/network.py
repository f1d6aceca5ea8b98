"""The word network as it reads (numpy): the same arithmetic `pyojeong.lab.text_network` learns with.

The first block's matrix meets one word at a time, so that all up to its gate is known of a word wherever it stands and
can be kept (`WordNetwork.by_word`); what is left for a sentence is one matrix, two gates and the pooling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.reading.text.grams import Words

Floats = NDArray[np.float32]
_NORM_EPSILON = np.float32(1e-5)  # torch.nn.LayerNorm's default
_ATTENTION_LIMIT = 15  # as `pyojeong.lab.text_network` clamps it
_SLICE = 6144
"""Numbers in one slice of a matrix. OpenBLAS wakes threads above 2^18 multiplications, and above 9216 when there is one
row; for one sentence that costs more than it saves: 26 µs in slices, 79 µs whole, and whole 0.6-6 ms at the 95th
percentile on a busy machine."""
_ROWS = 4  # OpenBLAS works on so many rows at once: 12 rows take less time than 11


@dataclass(frozen=True, slots=True)
class Block:
    """A gated block: layer norm (scale, shift: D) and a linear map of a row and its two neighbours.

    ``weight`` is the 3·D × 2·D matrix and ``bias`` has 2·D numbers; both are halved, because the gate is read as
    (tanh(half) + 1) / 2. All matrices are kept in slices of columns.
    """

    scale: Floats
    shift: Floats
    weight: Floats
    bias: Floats

    def normed(self, x: Floats) -> Floats:
        """Each row with mean 0 and variance 1, scaled and shifted."""
        width = np.float32(x.shape[1])
        centred = x - np.add.reduce(x, axis=1, keepdims=True) / width
        spread = np.sqrt(np.einsum("rd,rd->r", centred, centred)[:, None] / width + _NORM_EPSILON)
        centred /= spread
        centred *= self.scale
        centred += self.shift
        return np.asarray(centred)

    def mixed(self, x: Floats, follows: Floats) -> Floats:
        """The linear map of every row of ``x`` (W × D) and its neighbours, before the gate (W × 2·D).

        ``follows`` (W-1 × 1) is 1 where a row continues the sentence of the row before it, else 0.
        """
        width = x.shape[1]
        count = len(x)
        around = np.zeros((count + -count % _ROWS, 3 * width), np.float32)
        around[:count, width : 2 * width] = own = self.normed(x)
        np.multiply(own[:-1], follows, out=around[1:count, :width])
        np.multiply(own[1:], follows, out=around[: count - 1, 2 * width :])
        return _product(around, self.weight)[:count] + self.bias


@dataclass(frozen=True, slots=True)
class WordNetwork:
    """Weights of the word network.

    Attributes:
        widen: From gram vectors to words, 96 × D, the step of the 8-bit vectors folded in; its bias ``widen_bias`` D.
        first: The first gated block, its matrix D × 6·D: what a word says to the word after it, to itself and to the
            word before it.
        blocks: The other gated blocks, in order.
        attend: Weights (D) of the learned mean.
        head: 3·D × outputs, its bias ``head_bias``.
    """

    widen: Floats
    widen_bias: Floats
    first: Block
    blocks: tuple[Block, ...]
    attend: Floats
    head: Floats
    head_bias: Floats

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> WordNetwork:
        """The network kept in ``arrays`` under the names `pyojeong.lab.text_export` gives them."""

        def floats(name: str) -> Floats:
            return np.ascontiguousarray(arrays[name], dtype=np.float32)

        def block(number: int, *, apart: bool) -> Block:
            weight = floats(f"block{number}_weight") / 2
            if apart:
                weight = np.concatenate(np.split(weight, 3), axis=1)
            name = f"block{number}"
            return Block(floats(f"{name}_scale"), floats(f"{name}_shift"), _sliced(weight), floats(f"{name}_bias") / 2)

        count = sum(name.startswith("block") and name.endswith("weight") for name in arrays)
        return cls(
            widen=_sliced(floats("widen")),
            widen_bias=floats("widen_bias"),
            first=block(0, apart=True),
            blocks=tuple(block(number, apart=False) for number in range(1, count)),
            attend=floats("attend"),
            head=_sliced(floats("head")),
            head_bias=floats("head_bias"),
        )

    def by_word(self, summed: Floats, sizes: NDArray[np.int64]) -> Floats:
        """What is known of each word alone (W × 7·D): its vector, and what it says to the next, itself, the last.

        ``summed`` are the sums of its grams' vectors (W × 96), ``sizes`` their number.
        """
        vectors = _product(summed / np.sqrt(sizes, dtype=np.float32)[:, None], self.widen) + self.widen_bias
        return np.concatenate([vectors, _product(self.first.normed(vectors), self.first.weight)], axis=1)

    def logits(self, by_word: Floats, words: Words) -> Floats:
        """Outputs of every head side by side (sentences × outputs), from `by_word`; every sentence has a word."""
        width = len(self.attend)
        follows = np.ones((len(by_word) - 1, 1), np.float32)
        follows[words.starts[1:] - 1] = 0
        mixed = by_word[:, 3 * width : 5 * width] + self.first.bias
        mixed[1:] += by_word[:-1, width : 3 * width] * follows
        mixed[:-1] += by_word[1:, 5 * width :] * follows
        x = by_word[:, :width] + _gated(mixed)
        for block in self.blocks:
            x += _gated(block.mixed(x, follows))
        return _product(self._pooled(x, words), self.head) + self.head_bias

    def _pooled(self, x: Floats, words: Words) -> Floats:
        """Maximum, mean and learned mean of each sentence's words, side by side."""
        score = np.exp(np.minimum(np.maximum(x @ self.attend, -_ATTENTION_LIMIT), _ATTENTION_LIMIT))[:, None]
        sums = np.add.reduceat(np.concatenate([x, x * score, score], axis=1), words.starts, axis=0)
        width = x.shape[1]
        mean = sums[:, :width] / words.sizes[:, None].astype(np.float32)
        learned = sums[:, width:-1] / sums[:, -1:]
        return np.concatenate([np.maximum.reduceat(x, words.starts, axis=0), mean, learned], axis=1)


def _gated(mixed: Floats) -> Floats:
    """Value · (tanh(gate) + 1), both already halved: value times the logistic function of the whole gate."""
    half = mixed.shape[1] // 2
    change = np.tanh(mixed[:, half:])
    change += 1
    change *= mixed[:, :half]
    return np.asarray(change)


def _sliced(matrix: Floats) -> Floats:
    """The matrix in as few equal slices of columns as keep each within `_SLICE` (slices × rows × columns/slices)."""
    rows, columns = matrix.shape
    count = next(n for n in range(1, columns + 1) if columns % n == 0 and matrix.size <= n * _SLICE)
    return np.ascontiguousarray(matrix.reshape(rows, count, columns // count).transpose(1, 0, 2))


def _product(left: Floats, slices: Floats) -> Floats:
    """``left`` times the matrix kept in ``slices``."""
    return np.asarray(np.matmul(left, slices).transpose(1, 0, 2).reshape(len(left), -1))
