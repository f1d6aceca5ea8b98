"""Teaches the emotion network: votes as soft targets, the other set's label beside, averaged weights kept.

The learning rate goes by the time spent, not by epochs: a run ends when its minutes are over, on whatever machine.
"""

from __future__ import annotations

import copy
import logging
import math
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from pyojeong.lab import face_emotion_data as faces
from pyojeong.lab.face_emotion_data import Floats, Numbers, Pictures
from pyojeong.lab.face_emotion_network import EmotionNetwork, Shape
from pyojeong.lab.face_emotion_sharing import EVERY_STEPS, Exchange, mean_of
from pyojeong.lab.face_emotion_views import Shaking, shaken
from pyojeong.media.image import Pixels
from pyojeong.reading.face.aligning import CROP_PX, Matrix
from pyojeong.reading.face.emotion_input import standardised

log = logging.getLogger(__name__)

JUDGED_EVERY = 4
"""Epochs between two looks at dev, which cost a tenth of an epoch."""
Viewed = tuple[Numbers, Tensor]
"""Rows and what the network sees of them, N×1×S×S."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything chosen about one training."""

    minutes: float = 70.0
    seed: int = 20261120
    batch: int = 128
    sides_px: tuple[tuple[float, int], ...] = ((0.0, 30), (0.4, 36), (0.75, CROP_PX))
    top_rate: float = 0.08
    warming: float = 0.05
    momentum: float = 0.9
    decay: float = 5e-4
    averaging: float = 0.998
    workers: int = 4
    own_weight: float = 1.0
    own_smoothing: float = 0.1
    shape: Shape = field(default_factory=Shape)
    shaking: Shaking = field(default_factory=Shaking)
    start: Path | None = None
    """Weights to begin from, as `torch.save` keeps them; noise where there are none."""

    def rate(self, spent: float) -> float:
        """The learning rate after ``spent`` of the time, in [0, 1]: up in a line, down along a cosine."""
        if spent < self.warming:
            return self.top_rate * max(0.02, spent / self.warming)
        return self.top_rate * 0.5 * (1 + math.cos(math.pi * min(1.0, (spent - self.warming) / (1 - self.warming))))

    def side_px(self, spent: float) -> int:
        """How wide pictures are shown after ``spent`` of the time: small first, which costs half as much or less.

        Source: progressive resizing, Tan & Le 2021, arXiv 2104.00298.
        """
        return [side for start, side in self.sides_px if spent >= start][-1]


@dataclass(slots=True, eq=False)
class Run:
    """A training under way: what a checkpoint holds."""

    recipe: Recipe
    exchange: Exchange
    network: EmotionNetwork
    averaged: EmotionNetwork
    optimizer: torch.optim.SGD
    epoch: int = 0
    steps: int = 0
    seconds: float = 0.0

    @property
    def spent(self) -> float:
        """The part of the minutes that is over."""
        return self.seconds / (60 * self.recipe.minutes)

    def state(self) -> dict[str, Any]:
        """What `restored` reads."""
        return {
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "steps": self.steps,
            "seconds": self.seconds,
        }


def started(recipe: Recipe, folder: Path, worker: int) -> Run:
    """A run before its first step; every worker starts from the same weights."""
    torch.manual_seed(recipe.seed)
    network = EmotionNetwork(recipe.shape)
    if recipe.start is not None:
        network.load_state_dict(torch.load(recipe.start, weights_only=True))
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # missing from torch's stubs
    decayed = [p for p in network.parameters() if p.ndim > 1]
    free = [p for p in network.parameters() if p.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": recipe.decay}, {"params": free, "weight_decay": 0.0}]
    optimizer = torch.optim.SGD(groups, lr=recipe.top_rate, momentum=recipe.momentum, nesterov=True)
    exchange = Exchange(folder, worker, recipe.workers)
    return Run(recipe, exchange, network, copy.deepcopy(network).eval(), optimizer)


def restored(recipe: Recipe, folder: Path, worker: int) -> Run:
    """The run whose checkpoint lies in ``folder``, or a fresh one."""
    run = started(recipe, folder, worker)
    path = checkpoint_of(folder, worker)
    if path.is_file():
        kept = torch.load(path, weights_only=True)
        run.network.load_state_dict(kept["network"])
        run.averaged.load_state_dict(kept["averaged"])
        run.optimizer.load_state_dict(kept["optimizer"])
        run.epoch, run.steps, run.seconds = kept["epoch"], kept["steps"], kept["seconds"]
    return run


def checkpoint_of(folder: Path, worker: int) -> Path:
    """Where a worker's run is kept."""
    return folder / f"checkpoint-{worker}.pt"


def joined(recipe: Recipe, folder: Path) -> tuple[EmotionNetwork, list[int]]:
    """The mean of the workers' averaged networks, and the epochs each of them learned.

    Raises:
        FileNotFoundError: When no worker has a checkpoint in ``folder``.
    """
    workers = [number for number in range(recipe.workers) if checkpoint_of(folder, number).is_file()]
    if not workers:
        raise FileNotFoundError(checkpoint_of(folder, 0))
    runs = [restored(recipe, folder, worker) for worker in workers]
    network = runs[0].averaged
    network.load_state_dict(mean_of([run.averaged.state_dict() for run in runs]))
    return network.eval(), [run.epoch for run in runs]


def train(pictures: Pictures, matrices: Matrix, recipe: Recipe, folder: Path, worker: int) -> Run:
    """A worker's run when its minutes are over; a checkpoint and a log line every epoch."""
    folder.mkdir(parents=True, exist_ok=True)
    run = restored(recipe, folder, worker)
    learn, held = faces.learned_from(pictures), faces.dev(pictures)
    material, judged = pictures.chosen(learn), pictures.chosen(held)
    while run.spent < 1:
        loss = one_epoch(run, material, matrices[learn])
        _keep(run, folder)
        log.info("worker %d, epoch %d, %.1f min, loss %.4f", worker, run.epoch, run.seconds / 60, loss)
        if worker == 0 and run.epoch % JUDGED_EVERY == 0:
            log.info("dev, as it is: %s", accuracy(joined(recipe, folder)[0], judged))
    return run


def one_epoch(run: Run, material: Pictures, matrices: Matrix) -> float:
    """The mean loss over every picture once, or over those the time allowed."""
    recipe, before, begun = run.recipe, run.seconds, time.monotonic()
    dice = np.random.default_rng((recipe.seed, run.exchange.worker, run.epoch))
    shares, trust, own = (torch.from_numpy(part) for part in (material.shares, material.trust, material.own))
    run.network.train()
    losses = []
    side_px = recipe.side_px(run.spent)

    def view(rows: Numbers) -> tuple[Numbers, Tensor]:
        shown = shaken(material.pixels[rows], matrices[rows], recipe.shaking, dice, side_px=side_px)
        return rows, torch.from_numpy(shown)[:, None].contiguous(memory_format=torch.channels_last)

    for rows, shown in _ahead(view, _batches(len(material.own), recipe.batch, dice)):
        for group in run.optimizer.param_groups:
            group["lr"] = recipe.rate(run.spent)
        with torch.autocast("cpu", torch.bfloat16):
            voted, labelled = run.network(shown)
        loss = _loss(voted.float(), labelled.float(), shares[rows], trust[rows], own[rows], recipe)
        run.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        run.optimizer.step()
        run.steps += 1
        if run.steps % EVERY_STEPS == 0:
            run.network.load_state_dict(run.exchange.traded(run.network.state_dict(), run.spent))
        _average(run)
        losses.append(loss.item())
        run.seconds = before + time.monotonic() - begun
        if run.spent >= 1:
            break
    run.epoch += 1
    return float(np.mean(losses))


def _batches(count: int, size: int, dice: np.random.Generator) -> list[Numbers]:
    order = dice.permutation(count)
    return [order[start : start + size] for start in range(0, count - size // 2, size)]


def _ahead(view: Callable[[Numbers], Viewed], batches: Sequence[Numbers]) -> Iterator[Viewed]:
    """Every batch viewed, the next one already while the last is learned from."""
    with ThreadPoolExecutor(1) as eyes:
        coming = eyes.submit(view, batches[0])
        for batch in batches[1:]:
            shown, coming = coming.result(), eyes.submit(view, batch)
            yield shown
        yield coming.result()


def _loss(voted: Tensor, labelled: Tensor, shares: Tensor, trust: Tensor, own: Tensor, recipe: Recipe) -> Tensor:
    """Cross entropy with the votes, weighed by how many named a feeling, and with the other set's smoothed label."""
    by_votes = -(shares * voted.log_softmax(1)).sum(1)
    beside = nn.functional.cross_entropy(labelled, own, label_smoothing=recipe.own_smoothing)
    return (by_votes * trust).mean() + recipe.own_weight * beside


@torch.no_grad()
def _average(run: Run) -> None:
    """Exponential moving average of the weights; the first steps count less of it."""
    keep = min(run.recipe.averaging, (1 + run.steps) / (10 + run.steps))
    for slow, fast in zip(run.averaged.state_dict().values(), run.network.state_dict().values(), strict=True):
        if slow.dtype.is_floating_point:
            slow.mul_(keep).add_(fast, alpha=1 - keep)
        else:
            slow.copy_(fast)


def _keep(run: Run, folder: Path) -> None:
    path = checkpoint_of(folder, run.exchange.worker)
    beside = path.with_suffix(".new")
    torch.save(run.state(), beside)
    beside.replace(path)


@torch.no_grad()
def logits(network: EmotionNetwork, pixels: Pixels, batch: int = 256) -> tuple[Floats, Floats]:
    """N×8 and N×7 logits of N×48×48 brightness."""
    network.eval()
    said: list[tuple[Tensor, Tensor]] = []
    for start in range(0, len(pixels), batch):
        shown = torch.from_numpy(standardised(np.asarray(pixels[start : start + batch], np.uint8)))[:, None]
        said.append(network(shown.contiguous(memory_format=torch.channels_last)))
    return torch.cat([v for v, _ in said]).numpy(), torch.cat([o for _, o in said]).numpy()


def accuracy(network: EmotionNetwork, judged: Pictures) -> str:
    """Both accuracies as a log line says them: clear votes, the other set's own label."""
    voted, labelled = logits(network, judged.pixels)
    clear = judged.clear
    by_votes = (voted.argmax(1) == clear)[clear >= 0].mean()
    return f"{by_votes:.4f}/{(labelled.argmax(1) == judged.own).mean():.4f}"
