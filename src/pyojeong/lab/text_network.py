"""The word network as it learns (torch); `pyojeong.reading.text.network` is the same arithmetic in numpy.

Word vectors are scaled sums of hashed gram vectors (fastText; Bojanowski et al. 2017, TACL 5); two gated convolutions
(Dauphin et al. 2017, ICML) mix neighbours; maximum, mean and a learned weighted mean pool the sentence for every task.
Sentences lie end to end with an empty row between them: padding each to the longest costs twice the time on a CPU.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from pyojeong.reading.text.grams import WORD_BITS

TABLE_WIDTH = 96
WIDTH = 128
POOLED = 3 * WIDTH


@dataclass(frozen=True, slots=True)
class Page:
    """Sentences end to end.

    Attributes:
        words: Which word vector each word of the page has (N).
        rows: Row of each word in the spaced array (N); there is one empty row before, between and after sentences.
        sizes: Words in each sentence (S), at least one.
    """

    words: Tensor
    rows: Tensor
    sizes: Tensor


class GatedBlock(nn.Module):
    """x + a · sigmoid(b), where (a, b) is a linear map of three neighbouring rows of the normalised x."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(3 * width, 2 * width)

    def forward(self, x: Tensor, inked: Tensor) -> Tensor:
        """New features (R × width); rows where ``inked`` (R × 1) is 0 stay zero."""
        normed = functional.pad(self.norm(x) * inked, (0, 0, 1, 1))
        around = torch.cat([normed[:-2], normed[1:-1], normed[2:]], dim=1)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):  # a quarter less time a step
            mixed: Tensor = self.mix(around)
        value, gate = mixed.float().chunk(2, dim=1)
        changed: Tensor = x + value * torch.sigmoid(gate) * inked
        return changed


class WordNetwork(nn.Module):
    """Hashed word vectors, two gated blocks, one pooled vector (`POOLED`), one linear head a task."""

    def __init__(self, heads: Mapping[str, int], *, dropout: float) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.randn(2**WORD_BITS, TABLE_WIDTH) * 0.03)
        self.widen = nn.Linear(TABLE_WIDTH, WIDTH)
        self.blocks = nn.ModuleList([GatedBlock(WIDTH), GatedBlock(WIDTH)])
        self.attend = nn.Linear(WIDTH, 1, bias=False)
        self.heads = nn.ModuleDict({name: nn.Linear(POOLED, size) for name, size in heads.items()})
        self.dropout = dropout

    def words(self, rows: Tensor, grams: Tensor, starts: Tensor, sizes: Tensor) -> Tensor:
        """Word vectors (W × 96): each word's gram vectors ``rows[grams]`` summed, over the root of their number."""
        summed = functional.embedding_bag(grams, rows, starts, mode="sum")
        return summed / sizes.clamp(min=1).sqrt().unsqueeze(1)

    def pooled(self, vectors: Tensor, page: Page) -> Tensor:
        """Sentence vectors (S × POOLED) of a page whose words have ``vectors``."""
        told = self.widen(functional.dropout(vectors, self.dropout, self.training)[page.words])
        height = len(page.rows) + len(page.sizes) + 1
        x = told.new_zeros(height, WIDTH).index_copy(0, page.rows, told)
        inked = told.new_zeros(height, 1).index_fill(0, page.rows, 1.0)
        for block in self.blocks:
            x = block(x, inked)
        told = x[page.rows]
        parts = [
            torch.segment_reduce(told, "max", lengths=page.sizes, axis=0),
            torch.segment_reduce(told, "mean", lengths=page.sizes, axis=0),
            self._learned_mean(told, page.sizes),
        ]
        return functional.dropout(torch.cat(parts, dim=1), 3 * self.dropout, self.training)

    def _learned_mean(self, told: Tensor, sizes: Tensor) -> Tensor:
        score = torch.exp(self.attend(told).clamp(-15, 15))
        total = torch.segment_reduce(score, "sum", lengths=sizes, axis=0)
        return torch.segment_reduce(told * score, "sum", lengths=sizes, axis=0) / total
