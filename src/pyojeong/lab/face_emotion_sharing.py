"""Several processes learn one network: each on its own draw of the pictures, their weights averaged again and again.

Local steps with averaging, nobody waiting for anybody: after Zhang, Choromanska & LeCun 2015 (Deep learning with
elastic averaging SGD, arXiv 1412.6651) and Stich 2019 (Local SGD, arXiv 1805.09767). On a busy machine single-threaded
processes learned about three times as much as threads, which meet at every layer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

Weights = Mapping[str, Tensor]

EVERY_STEPS = 25
FORGOTTEN = 0.05
"""Weights from a moment further off, in parts of the whole time, are another run's or a stopped worker's."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The folder through which worker number ``worker`` of ``workers`` shows its weights and sees the others'."""

    folder: Path
    worker: int
    workers: int

    def traded(self, own: Weights, spent: float) -> Weights:
        """The mean of ``own`` and of what the others last showed; ``own`` is shown to them.

        Args:
            own: Weights and running statistics.
            spent: Which part of the time is over.
        """
        shown = self._path(self.worker)
        beside = shown.with_suffix(".new")
        torch.save({"spent": spent, "weights": dict(own)}, beside)
        beside.replace(shown)
        others = [self._path(number) for number in range(self.workers) if number != self.worker]
        seen = [torch.load(path, weights_only=True) for path in others if path.is_file()]
        fresh = [other["weights"] for other in seen if abs(other["spent"] - spent) <= FORGOTTEN]
        return mean_of([own, *fresh])

    def _path(self, number: int) -> Path:
        return self.folder / f"shown-{number}.pt"


def mean_of(several: Sequence[Weights]) -> Weights:
    """Every tensor's mean; counters are the first one's."""
    first = several[0]
    return {
        name: torch.stack([weights[name] for weights in several]).mean(0) if tensor.is_floating_point() else tensor
        for name, tensor in first.items()
    }
