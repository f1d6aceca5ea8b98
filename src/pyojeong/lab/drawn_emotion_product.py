"""The reader of drawn faces: taught on faces by chance, then on our designs; measured on designs left out; shipped."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.lab.drawn_emotion_export import shipped
from pyojeong.lab.drawn_emotion_faces import faces_by_chance
from pyojeong.lab.drawn_emotion_lessons import Lessons, lessons_of
from pyojeong.lab.drawn_emotion_measuring import (
    Numbers,
    Shares,
    figures,
    logits_of,
    reliability,
    temperature_of,
    warning_across,
)
from pyojeong.lab.drawn_emotion_network import DrawnNetwork
from pyojeong.lab.drawn_emotion_pictures import (
    ACTS_EACH,
    MEASURED_SET,
    MOMENTS_EACH,
    TRAINED_SETS,
    Drawings,
    all_designs,
    emoji_lessons,
    of_emoji,
    worded,
)
from pyojeong.lab.drawn_emotion_training import HARD, PLAIN, SIDE_PX, Class, Fresh, Kept, Recipe, one_core, trained
from pyojeong.media.image import Pixels
from pyojeong.performing.character import DESIGNS
from pyojeong.reading.drawn.reader import softmax
from pyojeong.weights.store import SHIPPED as FILES

log = logging.getLogger(__name__)
FOLDS = 5
CHARACTERS = 60
"""Of each design to learn from; other ones than those it is measured on."""
FACES = 24_000
FACES_RECIPE = Recipe(180.0, sides_px=((0.0, 64), (0.6, SIDE_PX)))
HARD_RECIPE = Recipe(60.0, top_rate=1.5e-3, batch=64, seed=7)
PLAIN_RECIPE = Recipe(80.0, top_rate=1.5e-3, batch=64, seed=8)
PLAIN_ROUNDS = 2
"""Designs are learned from hard views first, then from views as a chat shows them."""
SHARE_OF_FACES, SHARE_OF_EMOJI = 0.35, 0.05
"""Of a batch, once designs are learned."""


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """What a network that never saw some designs says of them.

    Attributes:
        name: The design.
        plain, words: Logits of its pictures as drawn and with syllables beside them, n×8.
        labels: Of both.
    """

    name: str
    plain: Shares
    words: Shares
    labels: Numbers


def train_drawn_emotion(emoji: Path, work: Path, *, files: Path = FILES) -> str:
    """Draw what is missing, learn, measure, write model and card; what was measured, as JSON.

    Args:
        emoji: Folder of the emoji sets with its catalog.csv.
        work: Where drawings and checkpoints are kept; what lies there is not made again.
        files: Where the model goes.
    """
    one_core()
    designs, faces = all_designs(work / "measured"), faces_by_chance(work / "lessons", count=FACES)
    lessons = [lessons_of(design, work / "lessons", characters=CHARACTERS) for design in DESIGNS.values()]
    emoji_sets = [emoji_lessons(emoji, name) for name in TRAINED_SETS]
    school, words = school_of(faces, lessons, emoji_sets, work), worded(designs)
    left = []
    for fold in range(FOLDS):
        away = designs[fold::FOLDS]
        network = school.without(frozenset(one.name for one in away), f"fold{fold}")
        left += [_left_out(network, one, words[one.name]) for one in away]
    final = school.without(frozenset(), "final")
    temperature = temperature_of(_joined(left, "plain"), _labels(left))
    measured = {**measured_of(left, designs, temperature), **_on_emoji(emoji, school.began, final, temperature)}
    shipped(final, temperature, measured, lessons, len(faces.labels), files)
    return json.dumps(measured, ensure_ascii=False, indent=2)


def classes_of(
    designs: Sequence[Lessons], faces: Lessons, emoji: Sequence[Lessons], views: Path, *, plain_share: float
) -> list[Class]:
    """All of one training after the first, with their shares of a batch; their views are kept in ``views``."""
    ours, emojis = (1 - SHARE_OF_FACES - SHARE_OF_EMOJI) / len(designs), SHARE_OF_EMOJI / len(emoji)
    return [
        *(Kept.of(one, ours, views, rounds=4, plain_share=plain_share) for one in designs),
        Kept.of(faces, SHARE_OF_FACES, views, rounds=2, plain_share=plain_share),
        *(Kept.of(one, emojis, views, rounds=30, plain_share=plain_share) for one in emoji),
    ]


@dataclass(frozen=True, slots=True, eq=False)
class School:
    """What every training after the first has in common: where it begins, and its lessons, hard and plain."""

    began: DrawnNetwork
    hard: Sequence[Class]
    plain: Sequence[Class]
    work: Path

    def without(self, away: frozenset[str], name: str) -> DrawnNetwork:
        """A network taught on all lessons but those of ``away``, kept under ``name``."""
        hard, plain = ([one for one in some if one.lessons.name not in away] for some in (self.hard, self.plain))
        first = trained(hard, HARD_RECIPE, self.work / f"{name}.pt", start=self.began)
        return self._again(plain, first, name)

    def _again(self, plain: Sequence[Class], network: DrawnNetwork, name: str) -> DrawnNetwork:
        """Plain views learned in rounds, each with a rate that rises once more (Loshchilov & Hutter 2017)."""
        for number in range(PLAIN_ROUNDS):
            recipe = replace(PLAIN_RECIPE, seed=PLAIN_RECIPE.seed + number)
            network = trained(plain, recipe, self.work / f"{name}-plain{number}.pt", start=network)
        return network


def school_of(faces: Lessons, lessons: Sequence[Lessons], emoji: Sequence[Lessons], work: Path) -> School:
    """Faces by chance learned, everything else laid out."""
    began = trained([Fresh.of(faces, 1.0)], FACES_RECIPE, work / "faces.pt")
    hard, plain = (classes_of(lessons, faces, emoji, work / "views", plain_share=share) for share in (HARD, PLAIN))
    return School(began, hard, plain, work)


def _left_out(network: DrawnNetwork, one: Drawings, words: Pixels) -> Left:
    return Left(one.name, logits_of(network, one.pictures), logits_of(network, words), one.labels)


def _joined(left: Sequence[Left], which: str) -> Shares:
    return np.concatenate([getattr(one, which) for one in left])


def _labels(left: Sequence[Left]) -> Numbers:
    return np.concatenate([one.labels for one in left])


def measured_of(left: Sequence[Left], designs: Sequence[Drawings], temperature: float) -> dict[str, Any]:
    """All that is told of designs left out."""
    labels = _labels(left)
    plain, words = (softmax(_joined(left, which) / temperature) for which in ("plain", "words"))
    acts = np.concatenate([np.arange(len(one.labels)) % ACTS_EACH < ACTS_EACH - MOMENTS_EACH for one in left])
    by_design = {one.name: figures(softmax(one.plain / temperature), one.labels)["accuracy"] for one in left}
    parts = [
        (softmax(np.concatenate([one.plain, one.words]) / temperature), np.concatenate([one.labels, one.labels]))
        for one in left
    ]
    return {
        "temperature": round(temperature, 3),
        "designs_left_out": figures(plain, labels),
        "by_design": {one.name: by_design[one.name] for one in designs},
        "designs_left_out_the_eight_acts": figures(plain[acts], labels[acts]),
        "designs_left_out_with_words": figures(words, labels),
        "certainty": reliability(plain, labels),
        "certainty_with_words": reliability(words, labels),
        "warns": warning_across(parts),
    }


def _on_emoji(emoji: Path, began: DrawnNetwork, final: DrawnNetwork, temperature: float) -> dict[str, Any]:
    """A set that nobody learned from; and what faces by chance alone have taught."""

    def told(network: DrawnNetwork, one: Drawings) -> Mapping[str, object]:
        return figures(softmax(logits_of(network, one.pictures) / temperature), one.labels)

    names = (MEASURED_SET, *TRAINED_SETS)
    by_chance = {f"{name}_by_faces_by_chance_alone": told(began, of_emoji(emoji, name)) for name in names}
    return {MEASURED_SET: told(final, of_emoji(emoji, MEASURED_SET)), **by_chance}
