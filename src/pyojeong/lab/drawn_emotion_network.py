"""The network that reads drawn faces: small convolutions, the strongest answer anywhere beside the mean."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_lessons import SIGNS

CLASSES = len(Emotion)


def _block(inside: int, outside: int, stride: int = 1, side: int = 3) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inside, outside, side, stride, side // 2, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True)
    )


class _Added(nn.Module):
    """Two convolutions added to what comes in."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.way = nn.Sequential(
            _block(width, width), nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width)
        )

    def forward(self, maps: Tensor) -> Tensor:
        return nn.functional.relu(maps + self.way(maps))


class DrawnNetwork(nn.Module):
    """N×3×S×S levels in [0, 255] → N×8 scores of emotions; `both` also gives N×25 logits of signs.

    A face is small on a sticker and may be anywhere: the largest answer finds it, the mean tells of the whole figure.
    """

    def __init__(self, width: int = 16) -> None:
        super().__init__()
        self.maps = nn.Sequential(
            _block(3, width, 2, 5),
            _block(width, 2 * width, 2),
            _block(2 * width, 2 * width),
            _block(2 * width, 4 * width, 2),
            _Added(4 * width),
            _block(4 * width, 10 * width, 2),
            _Added(10 * width),
        )
        self.drop = nn.Dropout(0.2)
        self.emotions = nn.Linear(20 * width, CLASSES)
        self.signs = nn.Linear(20 * width, len(SIGNS))

    def both(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of emotions, logits of signs."""
        maps = self.maps((pictures - 128.0) / 64.0)
        found = self.drop(torch.cat([maps.mean((2, 3)), maps.amax((2, 3))], 1))
        return self.emotions(found), self.signs(found)

    def forward(self, pictures: Tensor) -> Tensor:
        """Scores of emotions."""
        return self.both(pictures)[0]
