"""Teaches the network of drawn faces: emotions, and beside them the signs they are read from.

The learning rate goes by processor time, not by epochs, so that a run ends when its seconds are spent, and one that was
stopped goes on where it was.
"""

from __future__ import annotations

import copy
import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from pyojeong.lab.drawn_emotion_lessons import Lessons
from pyojeong.lab.drawn_emotion_network import DrawnNetwork
from pyojeong.lab.drawn_emotion_views import Place, box_of, shown
from pyojeong.media.image import Pixels

log = logging.getLogger(__name__)
SIDE_PX = 80
HARD, PLAIN = 0.35, 0.85
"""Shares of views left as drawn: at first, and at the end."""
_KEPT_EVERY = 40.0
"""Seconds of processor time between two checkpoints."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything chosen about one training.

    Attributes:
        seconds: Of processor time.
        sides_px: From which share of the time lessons are how wide; small ones first cost less (Tan & Le 2021).
        sign_weight: Of the signs' loss beside the emotions'.
        averaging: How slowly the averaged weights follow.
    """

    seconds: float
    top_rate: float = 2e-3
    batch: int = 96
    sides_px: tuple[tuple[float, int], ...] = ((0.0, SIDE_PX),)
    decay: float = 0.02
    smoothing: float = 0.05
    sign_weight: float = 1.0
    averaging: float = 0.995
    seed: int = 20261120

    def rate(self, spent: float) -> float:
        """The learning rate after ``spent`` of the time: up in a line, down along a cosine."""
        warming = 0.06
        if spent < warming:
            return self.top_rate * max(0.05, spent / warming)
        return self.top_rate * (0.01 + 0.495 * (1 + math.cos(math.pi * min(1.0, (spent - warming) / (1 - warming)))))

    def side_px(self, spent: float) -> int:
        """How wide lessons are after ``spent`` of the time."""
        return [side for start, side in self.sides_px if spent >= start][-1]


class Class(Protocol):
    """Lessons of one origin, ready to be shown."""

    @property
    def lessons(self) -> Lessons:
        """What they are."""
        ...

    @property
    def share(self) -> float:
        """How much of every batch is theirs."""
        ...

    def view(self, row: int, side: int, chance: np.random.Generator) -> Pixels:
        """``side``×``side``×3: one way of seeing the lesson of that row."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Fresh:
    """Lessons that look different every time; ``plain_share`` of the views are as drawn."""

    lessons: Lessons
    share: float
    boxes: npt.NDArray[np.float64]
    plain_share: float

    @classmethod
    def of(cls, lessons: Lessons, share: float, *, plain_share: float = HARD) -> Fresh:
        """Lessons with the boxes of what is drawn."""
        return cls(lessons, share, np.array([box_of(picture) for picture in lessons.pictures]), plain_share)

    def view(self, row: int, side: int, chance: np.random.Generator) -> Pixels:
        """Made now."""
        lesson = np.asarray(self.lessons.pictures[row])
        head = Place(*map(float, self.lessons.heads[row] * lesson.shape[0]))
        return shown(lesson, Place(*self.boxes[row]), head, side, chance, plain_share=self.plain_share)


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """Lessons whose views were made once, some of each, for many trainings: making them costs as much as learning.

    Attributes:
        views: Of every lesson several, rounds×n×S×S×3.
    """

    lessons: Lessons
    share: float
    views: Pixels

    @classmethod
    def of(cls, lessons: Lessons, share: float, folder: Path, *, rounds: int, plain_share: float = HARD) -> Kept:
        """Views made once, then taken from ``folder``."""
        place = folder / f"{lessons.name}-{rounds}-{plain_share:.2f}.npy"
        if not place.is_file():
            fresh, chance = Fresh.of(lessons, share, plain_share=plain_share), np.random.default_rng(9)
            rows = [range(len(lessons.labels)) for _ in range(rounds)]
            views = np.stack([np.stack([fresh.view(row, SIDE_PX, chance) for row in each]) for each in rows])
            folder.mkdir(parents=True, exist_ok=True)
            np.save(place, views)
        return cls(lessons, share, np.load(place, mmap_mode="r"))

    def view(self, row: int, side: int, chance: np.random.Generator) -> Pixels:
        """One of those kept, perhaps mirrored; of `SIDE_PX` alone."""
        if side != SIDE_PX:
            raise ValueError(f"kept views are {SIDE_PX} px wide, but {side} px were asked for")
        view = np.asarray(self.views[chance.integers(len(self.views)), row])
        return view[:, ::-1] if chance.random() < 0.5 else view


@dataclass(slots=True, eq=False)
class Run:
    """A training under way: what a checkpoint holds."""

    network: DrawnNetwork
    averaged: DrawnNetwork
    optimizer: torch.optim.AdamW
    steps: int = 0
    seconds: float = 0.0

    def state(self) -> dict[str, Any]:
        """What `_restored` reads."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "averaged", "optimizer")}
        return {**parts, "steps": self.steps, "seconds": self.seconds}


def trained(
    classes: Sequence[Class], recipe: Recipe, place: Path, *, start: DrawnNetwork | None = None
) -> DrawnNetwork:
    """The averaged network; ``place`` keeps it, and what is under way, so that a finished run costs nothing."""
    run = _restored(recipe, place, start)
    chance = np.random.default_rng(recipe.seed + run.steps)
    while run.seconds < recipe.seconds:
        began, last = time.process_time(), run.seconds
        while run.seconds < min(recipe.seconds, last + _KEPT_EVERY):
            loss = _step(run, classes, recipe, chance)
            now = time.process_time()
            run.seconds, began = run.seconds + now - began, now
        log.info("%s: %d steps, %.0f s, loss %.3f", place.stem, run.steps, run.seconds, loss)
        place.parent.mkdir(parents=True, exist_ok=True)
        torch.save(run.state(), place)
    return run.averaged.eval()


def _restored(recipe: Recipe, place: Path, start: DrawnNetwork | None) -> Run:
    torch.manual_seed(recipe.seed)
    network = DrawnNetwork() if start is None else copy.deepcopy(start)
    network.train().to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # missing from torch's stubs
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.top_rate, weight_decay=recipe.decay)
    run = Run(network, copy.deepcopy(network).eval(), optimizer)
    if place.is_file():
        kept = torch.load(place, weights_only=True)
        for name in ("network", "averaged", "optimizer"):
            getattr(run, name).load_state_dict(kept[name])
        run.steps, run.seconds = kept["steps"], kept["seconds"]
    return run


def _step(run: Run, classes: Sequence[Class], recipe: Recipe, chance: np.random.Generator) -> float:
    spent = run.seconds / recipe.seconds
    for group in run.optimizer.param_groups:
        group["lr"] = recipe.rate(spent)
    pictures, labels, signs = batch_of(classes, recipe.batch, recipe.side_px(spent), chance)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, seen = run.network.both(pictures)
    loss = nn.functional.cross_entropy(scores.float(), labels, label_smoothing=recipe.smoothing)
    known = torch.isfinite(signs)
    apart = nn.functional.binary_cross_entropy_with_logits(seen.float(), signs.nan_to_num(), reduction="none")
    loss = loss + recipe.sign_weight * (apart * known).sum() / known.sum().clamp(min=1)
    run.optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(run.network.parameters(), 2.0)
    run.optimizer.step()
    run.steps += 1
    _follow(run, recipe)
    return float(loss.detach())


def _follow(run: Run, recipe: Recipe) -> None:
    """The averaged weights come nearer to the network's; early on they follow fast."""
    share = min(recipe.averaging, (1 + run.steps) / (10 + run.steps))
    with torch.no_grad():
        for mean, now in zip(run.averaged.state_dict().values(), run.network.state_dict().values(), strict=True):
            if mean.is_floating_point():
                mean.lerp_(now, 1 - share)
            else:
                mean.copy_(now)


def batch_of(
    classes: Sequence[Class], count: int, side: int, chance: np.random.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    """Views N×3×S×S, labels and signs of lessons by chance."""
    shares = np.array([one.share for one in classes])
    chosen = chance.choice(len(classes), count, p=shares / shares.sum())
    views, labels, signs = [], [], []
    for number in chosen:
        one = classes[number]
        row = int(chance.integers(len(one.lessons.labels)))
        views.append(one.view(row, side, chance))
        labels.append(one.lessons.labels[row])
        signs.append(one.lessons.signs[row])
    stacked = torch.from_numpy(np.stack(views)).permute(0, 3, 1, 2).float()
    pictures = stacked.contiguous(memory_format=torch.channels_last)
    return pictures, torch.tensor(np.array(labels)), torch.from_numpy(np.stack(signs))


def one_core() -> None:
    """Everything on one core, for a machine that others use too."""
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
