"""The network that reads feelings in small grey faces: residual, two answers.

Source: He et al. 2016, arXiv 1512.03385. Squeezed excitation (Hu et al. 2018) took half as long again on a CPU.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from pyojeong.emotion.taxonomy import FER2013, FERPLUS

VOTED, OWN = len(FERPLUS.labels), len(FER2013.labels)


@dataclass(frozen=True, slots=True)
class Shape:
    """Channels of the first layer and of each stage, and the blocks a stage; every stage halves the picture."""

    stem: int = 16
    widths: tuple[int, ...] = (32, 64, 128, 256)
    blocks: tuple[int, ...] = (1, 2, 3, 2)
    dropout: float = 0.2


class Block(nn.Module):
    """Two 3×3 convolutions beside a shortcut."""

    def __init__(self, seen: int, shown: int, stride: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(seen, shown, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(shown)
        self.second = nn.Conv2d(shown, shown, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(shown)
        self.shortcut: nn.Conv2d | None = None
        if stride != 1 or seen != shown:
            self.shortcut = nn.Conv2d(seen, shown, 1, stride, bias=False)
            self.shortcut_norm = nn.BatchNorm2d(shown)

    def forward(self, seen: Tensor) -> Tensor:
        """N×C×H×W in, N×C'×H'×W' out."""
        shown = torch.relu(self.first_norm(self.first(seen)))
        shown = self.second_norm(self.second(shown))
        past = seen if self.shortcut is None else self.shortcut_norm(self.shortcut(seen))
        return torch.relu(shown + past)


class EmotionNetwork(nn.Module):
    """Standardised brightness N×1×48×48 → logits of FER+'s eight and of FER2013's seven."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, shape.stem, 3, 1, 1, bias=False)
        self.stem_norm = nn.BatchNorm2d(shape.stem)
        self.blocks = nn.ModuleList(_blocks(shape))
        self.dropout = nn.Dropout(shape.dropout)
        self.voted = nn.Linear(shape.widths[-1], VOTED)
        self.own = nn.Linear(shape.widths[-1], OWN)

    def forward(self, faces: Tensor) -> tuple[Tensor, Tensor]:
        """The logits of both answers."""
        shown = torch.relu(self.stem_norm(self.stem(faces)))
        for block in self.blocks:
            shown = block(shown)
        overall = self.dropout(shown.float().mean((2, 3)))
        return self.voted(overall), self.own(overall)


def _blocks(shape: Shape) -> Sequence[Block]:
    blocks, seen = [], shape.stem
    for width, count in zip(shape.widths, shape.blocks, strict=True):
        for number in range(count):
            blocks.append(Block(seen, width, 2 if number == 0 else 1))
            seen = width
    return blocks
