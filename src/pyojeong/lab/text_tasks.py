"""What the word network is asked: one task a label set, each with its rows as word numbers and its loss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from pyojeong.lab.text_cache import Ragged

Loss = Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Task:
    """Rows of one label set.

    Attributes:
        name: The head it trains.
        lines: Word numbers of each row.
        targets: What the loss compares with (N × outputs).
        loss: Mean loss of logits and targets.
        rows_per_step: How many rows each step draws.
        weight: Of its loss in the sum.
    """

    name: str
    lines: Ragged
    targets: NDArray[np.float32]
    loss: Loss
    rows_per_step: int
    weight: float

    def __post_init__(self) -> None:
        if len(self.lines) != len(self.targets):
            raise ValueError(
                f"task {self.name} must have a target a row, but got {len(self.lines)}, {len(self.targets)}"
            )

    @property
    def outputs(self) -> int:
        """How many numbers the head gives."""
        return int(self.targets.shape[1])


def soft_choice(logits: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy with targets that are distributions over the outputs."""
    return -(targets * functional.log_softmax(logits, dim=1)).sum(dim=1).mean()


def many_labels(logits: Tensor, targets: Tensor) -> Tensor:
    """Binary cross-entropy of every known label (not NaN), summed; a tenth of it, so that tasks weigh alike."""
    known = ~targets.isnan()
    loss = functional.binary_cross_entropy_with_logits(logits, targets.nan_to_num(), reduction="none")
    return (loss * known).sum(dim=1).mean() / 10


def squared(logits: Tensor, targets: Tensor) -> Tensor:
    """Half the mean squared error."""
    return functional.mse_loss(logits, targets) / 2


def distribution(labels: list[int], size: int, *, smoothing: float = 0.0) -> NDArray[np.float32]:
    """One-hot rows (N × size), with ``smoothing`` spread evenly."""
    out = np.full((len(labels), size), smoothing / size, np.float32)
    out[np.arange(len(labels)), labels] += 1 - smoothing
    return out


def multi_hot(labels: list[tuple[int, ...]], size: int) -> NDArray[np.float32]:
    """Rows of zeros and ones (N × size)."""
    out = np.zeros((len(labels), size), np.float32)
    for row, chosen in enumerate(labels):
        out[row, list(chosen)] = 1
    return out


def rating_curve(ratings: list[int]) -> NDArray[np.float32]:
    """Ratings 1-10 as distributions: 80 % on the rating, the rest on its neighbours (raters are not that exact)."""
    out = distribution([r - 1 for r in ratings], 10) * 0.8
    for shift in (-1, 1):
        near = np.clip(np.array(ratings) - 1 + shift, 0, 9)
        out[np.arange(len(ratings)), near] += 0.1
    return out.astype(np.float32)
