"""The network that tells hair: a small U-Net over a levelled face, made for one processor core."""

from __future__ import annotations

import itertools

import torch
from torch import Tensor, nn

SIDE_PX = 160
CHANNELS = ("red", "green", "blue", "person", "seen", "oval")
"""RGB in [-1, 1]; the person's matte, what the photo shows, and the face's oval, in [0, 1]."""


def _block(inside: int, outside: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride, 1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True)
    )


class HairNetwork(nn.Module):
    """N×6×160×160 → N×1×160×160 logits; halves four times and comes back over sums of both ways."""

    def __init__(self, widths: tuple[int, ...] = (12, 24, 40, 64, 80)) -> None:
        super().__init__()
        self.stem = _block(len(CHANNELS), widths[0], 2)
        pairs = list(itertools.pairwise(widths))
        self.down = nn.ModuleList(nn.Sequential(_block(a, b, 2), _block(b, b)) for a, b in pairs)
        self.lateral = nn.ModuleList(nn.Conv2d(b, a, 1) for a, b in pairs)
        self.up = nn.ModuleList(_block(a, a) for a, _ in pairs)
        self.fine = _block(widths[0] + len(CHANNELS), 8)
        self.answer = nn.Conv2d(8, 1, 3, 1, 1)

    def forward(self, pictures: Tensor) -> Tensor:
        """Logits of hair at every pixel."""
        ways = [self.stem(pictures)]
        for step in self.down:
            ways.append(step(ways[-1]))
        deep = ways.pop()
        for lateral, block in zip(reversed(self.lateral), reversed(self.up), strict=True):
            deep = block(_doubled(lateral(deep)) + ways.pop())
        logits: Tensor = self.answer(self.fine(torch.cat([_doubled(deep), pictures], 1)))
        return logits


def _doubled(maps: Tensor) -> Tensor:
    return nn.functional.interpolate(maps, scale_factor=2.0, mode="bilinear", align_corners=False)
