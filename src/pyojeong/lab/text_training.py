"""Training the word network: first the word table on Kiwi's meanings, then all label sets at once."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pyojeong.lab.text_cache import Ragged
from pyojeong.lab.text_network import POOLED, Page, WordNetwork
from pyojeong.lab.text_tasks import Task

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long and how fast to learn."""

    steps: int
    rate: float
    table_rate: float
    seed: int
    gram_dropout: float = 0.2
    word_dropout: float = 0.05
    average: float = 0.99  # of the weights, taken every eighth step


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the gram table taken out for one step: where they lie, and their values as a leaf for gradients."""

    index: Tensor
    values: Tensor


class RowAdam:
    """Adam (Kingma & Ba 2015) on the rows a step touched: a step meets a quarter of the 12.6 million numbers."""

    _DECAYS = (0.9, 0.98)

    def __init__(self, table: torch.nn.Parameter) -> None:
        self.table = table.data
        self.mean = torch.zeros_like(self.table)
        self.square = torch.zeros_like(self.table)

    def step(self, rows: Rows, rate: float) -> None:
        """Move the rows against their gradient. Moments start at the first gradient: no bias to correct."""
        gradient = rows.values.grad
        if gradient is None:
            raise ValueError("rows must have been used in a loss before a step")
        fresh = (self.square[rows.index].sum(dim=1, keepdim=True) == 0).to(gradient.dtype)
        first, second = self._DECAYS
        mean = torch.lerp(gradient, self.mean[rows.index], first * (1 - fresh))
        square = torch.lerp(gradient * gradient, self.square[rows.index], second * (1 - fresh))
        self.mean[rows.index] = mean
        self.square[rows.index] = square
        self.table[rows.index] = rows.values.detach() - rate * mean / (square.sqrt() + 1e-8)


def train(
    network: WordNetwork, tasks: Sequence[Task], grams: Ragged, recipe: Recipe, *, checkpoint: Path | None = None
) -> WordNetwork:
    """The network after ``recipe.steps`` steps, its small weights an exponential average of the path.

    Resumes from ``checkpoint`` when the file exists; writes it every 200 steps.
    """
    optimiser, table = _optimiser(network, recipe), RowAdam(network.table)
    average = [p.detach().clone() for p in _small(network)]
    first = _resume(network, optimiser, table, average, checkpoint)
    started = time.monotonic()
    network.train()
    for step, parts in enumerate(_batches(tasks, recipe, first), start=first):
        optimiser.param_groups[0]["lr"] = recipe.rate * _schedule(step, recipe.steps)
        used, loss = _loss(network, parts, grams, np.random.default_rng((recipe.seed, step)), recipe)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(_small(network), 1.0)
        optimiser.step()
        table.step(used, recipe.table_rate * _schedule(step, recipe.steps))
        if step % 8 == 7:
            keep = min(recipe.average, (step / 8 + 1) / (step / 8 + 10))
            torch._foreach_lerp_(average, [p.detach() for p in _small(network)], 1 - keep)
        if step % 50 == 0:
            log.info("step %d of %d, loss %.3f, %.0f s", step, recipe.steps, loss.item(), time.monotonic() - started)
        if checkpoint and step % 200 == 199:
            _save(network, optimiser, table, average, step + 1, checkpoint)
    with torch.no_grad():
        for parameter, mean in zip(_small(network), average, strict=True):
            parameter.copy_(mean)
    return network.eval()


def teach_meanings(
    network: WordNetwork, grams: Ragged, words: NDArray[np.int64], meanings: NDArray[np.float32], recipe: Recipe
) -> None:
    """Fit the gram table so that each of ``words`` sums to its meaning (unit vectors, len(words) × 96); in place."""
    table = RowAdam(network.table)
    rng = np.random.default_rng(recipe.seed)
    for step in range(recipe.steps):
        chosen = rng.integers(0, len(words), 8192)
        used, vectors = _word_vectors(network, words[chosen], grams, rng, recipe.gram_dropout)
        target = torch.from_numpy(meanings[chosen])
        loss = ((vectors - target) ** 2).sum(dim=1).mean()
        loss.backward()  # type: ignore[no-untyped-call]
        table.step(used, recipe.table_rate * _schedule(step, recipe.steps))
        if step % 50 == 0:
            cosine = torch.cosine_similarity(vectors, target).mean().item()
            log.info("meanings: step %d of %d, loss %.3f, cosine %.3f", step, recipe.steps, loss.item(), cosine)


def sentence_vectors(network: WordNetwork, lines: Ragged, grams: Ragged) -> NDArray[np.float32]:
    """Pooled vectors (N × POOLED) of every row."""
    network.eval()
    out = np.zeros((len(lines), POOLED), np.float32)
    order = np.argsort(np.diff(lines.bounds), kind="stable")
    rng = np.random.default_rng(0)
    with torch.no_grad():
        for at in range(0, len(order), 2048):
            rows = order[at : at + 2048]
            out[rows] = _forward(network, lines.take(rows), grams, rng, None)[1].numpy()
    return out


def _small(network: WordNetwork) -> list[torch.nn.Parameter]:
    """Every parameter but the gram table."""
    return [p for name, p in network.named_parameters() if name != "table"]


def _optimiser(network: WordNetwork, recipe: Recipe) -> torch.optim.Optimizer:
    return torch.optim.AdamW(_small(network), lr=recipe.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def _schedule(step: int, steps: int) -> float:
    """Warm up over a twentieth, then fall in a straight line to a twentieth."""
    warm = max(1, steps // 20)
    return min((step + 1) / warm, max(0.05, 1 - (step - warm) / (steps - warm)))


def _batches(tasks: Sequence[Task], recipe: Recipe, first: int) -> Iterator[list[tuple[Task, NDArray[np.int64]]]]:
    """For each step, the rows each task gives; every task walks its own shuffled rounds."""
    decks = [_rounds(len(task.lines), task.rows_per_step, (recipe.seed, n)) for n, task in enumerate(tasks)]
    for step in range(recipe.steps):
        parts = [(task, next(deck)) for task, deck in zip(tasks, decks, strict=True)]
        if step >= first:
            yield parts


def _rounds(count: int, size: int, seed: tuple[int, int]) -> Iterator[NDArray[np.int64]]:
    rng = np.random.default_rng(seed)
    deck = np.zeros(0, np.int64)
    while True:
        while len(deck) < size:
            deck = np.concatenate([deck, rng.permutation(count)])
        yield deck[:size]
        deck = deck[size:]


def _loss(
    network: WordNetwork,
    parts: list[tuple[Task, NDArray[np.int64]]],
    grams: Ragged,
    rng: np.random.Generator,
    recipe: Recipe,
) -> tuple[Rows, Tensor]:
    """The table rows that were used, and the weighted sum of every task's loss."""
    lines = _joined([task.lines.take(rows) for task, rows in parts])
    used, features = _forward(network, lines, grams, rng, recipe)
    total = features.new_zeros(())
    at = 0
    for task, rows in parts:
        logits = network.heads[task.name](features[at : at + len(rows)])
        total = total + task.weight * task.loss(logits, torch.from_numpy(task.targets[rows]))
        at += len(rows)
    return used, total


def _joined(parts: list[Ragged]) -> Ragged:
    sizes = np.concatenate([np.diff(part.bounds) for part in parts])
    return Ragged(np.concatenate([part.values for part in parts]), np.concatenate([[0], np.cumsum(sizes)]))


def _forward(
    network: WordNetwork, lines: Ragged, grams: Ragged, rng: np.random.Generator, recipe: Recipe | None
) -> tuple[Rows, Tensor]:
    """Table rows and sentence vectors; each distinct word is summed once.

    With a recipe, words and grams are dropped at random.
    """
    words, sizes = lines.values, np.diff(lines.bounds)
    if recipe:
        owner = np.repeat(np.arange(len(sizes)), sizes)
        kept = (rng.random(len(words)) >= recipe.word_dropout) | (sizes[owner] <= 2)
        kept[lines.bounds[:-1]] = True
        words, sizes = words[kept], np.bincount(owner[kept], minlength=len(sizes))
    distinct, inverse = np.unique(words, return_inverse=True)
    used, vectors = _word_vectors(
        network, distinct.astype(np.int64), grams, rng, recipe.gram_dropout if recipe else 0.0
    )
    rows = np.arange(len(words)) + np.repeat(np.arange(len(sizes)), sizes) + 1
    page = Page(*(torch.from_numpy(a) for a in (inverse, rows, sizes.astype(np.int64))))
    return used, network.pooled(vectors, page)


def _word_vectors(
    network: WordNetwork, words: NDArray[np.int64], grams: Ragged, rng: np.random.Generator, drop: float
) -> tuple[Rows, Tensor]:
    taken = grams.take(words)
    values, sizes = taken.values, np.diff(taken.bounds)
    if drop:
        kept = rng.random(len(values), np.float32) >= drop
        sizes = np.add.reduceat(kept, taken.bounds[:-1], dtype=np.int64)
        values = values[kept]
    met = np.zeros(len(network.table), bool)
    met[values] = True
    index = np.flatnonzero(met)
    place = np.cumsum(met) - 1
    used = Rows(torch.from_numpy(index), network.table.detach()[index].requires_grad_(drop > 0))
    starts = torch.from_numpy(np.cumsum(sizes) - sizes)
    counts = torch.from_numpy(sizes.astype(np.float32))
    return used, network.words(used.values, torch.from_numpy(place[values]), starts, counts)


def _resume(
    network: WordNetwork,
    optimiser: torch.optim.Optimizer,
    table: RowAdam,
    average: list[Tensor],
    checkpoint: Path | None,
) -> int:
    if checkpoint is None or not checkpoint.exists():
        return 0
    kept = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(kept["network"])
    optimiser.load_state_dict(kept["optimiser"])
    table.mean, table.square = kept["mean"], kept["square"]
    for mean, saved in zip(average, kept["average"], strict=True):
        mean.copy_(saved)
    return int(kept["step"])


def _save(
    network: WordNetwork,
    optimiser: torch.optim.Optimizer,
    table: RowAdam,
    average: list[Tensor],
    step: int,
    checkpoint: Path,
) -> None:
    kept = {
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "mean": table.mean,
        "square": table.square,
        "average": average,
        "step": step,
    }
    part = checkpoint.with_suffix(".part")
    torch.save(kept, part)
    part.replace(checkpoint)
