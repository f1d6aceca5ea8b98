"""The reader of drawn faces: trained on every design there is, measured with each left out, put into the package."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.lab.drawn_emotion_pictures import (
    ACTS_EACH,
    MEASURED_SET,
    MOMENTS_EACH,
    TRAINED_SETS,
    Drawings,
    all_designs,
    of_emoji,
)
from pyojeong.lab.drawn_emotion_training import (
    CLASSES,
    RIDGES,
    Moments,
    Rows,
    Sums,
    dictionaries_of,
    figures,
    moments_of,
    rows_of,
    shares_of,
    sharpness_of,
    solved,
    with_words,
)
from pyojeong.reading.drawn.reader import SHIPPED, Dictionary
from pyojeong.reading.drawn.view import GROUNDS, SIDES
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED as FILES
from pyojeong.weights.store import sha256_of

_LOG = logging.getLogger(__name__)
_LATE = 4
"""Every fourth character of a design, from the fourth, is left out to see how other characters of it are read."""
_FALSE_ALARMS = 0.05
"""Of legible stickers of unseen designs, that may be said to be read as something else."""
_EMOJI_WEIGHT = 4.0
"""Some 70 emoji of a set beside 288 drawings of a design."""


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """Rows of one origin: to learn from (with and without words) and to be measured on (as drawn, or with words).

    Attributes:
        name: The design, or the emoji set.
        moments: Of all rows.
        late: Of the rows of late characters.
        rows, worded, labels: Every picture as drawn and with words, on both grounds; labels of these rows.
        is_late: Which rows are of late characters.
    """

    name: str
    moments: Moments
    late: Moments
    rows: Rows
    worded: Rows
    labels: Any
    is_late: Any


def train_drawn_emotion(emoji: Path, work: Path, *, files: Path = FILES) -> str:
    """Draw what is missing, learn, measure, write model and card; what was measured, as JSON.

    Args:
        emoji: Folder of the emoji sets with its catalog.csv.
        work: Where drawings are kept.
        files: Where the model goes.
    """
    chance = np.random.default_rng(4)
    designs = all_designs(work)
    sets = [of_emoji(emoji, name) for name in TRAINED_SETS]
    dictionaries = dictionaries_of([*designs, *sets], chance)  # without labels: the designs left out are in it too
    _LOG.info("dictionary learned")
    learned = [_learned(one, dictionaries, chance, 1.0) for one in designs]
    extra = [_learned(one, dictionaries, chance, _EMOJI_WEIGHT) for one in sets]
    _LOG.info("features computed")
    ridge, scores = _best_ridge(learned, extra)
    labels = np.concatenate([one.labels for one in learned])[:: len(GROUNDS)]
    sharpness = sharpness_of(np.concatenate(scores), labels)
    plain = shares_of(np.concatenate(scores), sharpness)
    worded = shares_of(_worded_scores(learned, extra, ridge), sharpness)
    final = solved(_sum([*learned, *extra]), ridge)
    arrays = {
        **_dictionary_arrays(dictionaries),
        "centre": final.centre,
        "spread": final.spread,
        "weights": final.weights,
        "bias": final.bias,
        "sharpness": np.array(sharpness),
    }
    np.savez_compressed(files / f"{SHIPPED}.npz", **{k: np.asarray(v, np.float32) for k, v in arrays.items()})
    measured = {
        "ridge": ridge,
        "sharpness": round(sharpness, 2),
        "each_design_left_out": figures(plain, labels),
        "by_design": {
            one.name: figures(shares_of(left, sharpness), one.labels[:: len(GROUNDS)])["accuracy"]
            for one, left in zip(learned, scores, strict=True)
        },
        "each_design_left_out_the_eight_acts": _of_acts(designs, np.concatenate(scores), sharpness, labels),
        "other_characters_of_known_designs": _known(learned, extra, ridge, sharpness),
        "each_design_left_out_with_words": figures(worded, labels),
        "warn_from": _warn_from(np.concatenate([plain, worded]), np.concatenate([labels, labels])),
        "certainty": _reliability(plain, labels),
        MEASURED_SET: _measured_on(of_emoji(emoji, MEASURED_SET), dictionaries, final.scores, sharpness),
        **_without_their_style(learned, extra, ridge, sharpness),
    }
    _write_card(measured, designs, files)
    return json.dumps(measured, ensure_ascii=False, indent=2)


def _learned(
    one: Drawings, dictionaries: tuple[Dictionary, ...], chance: np.random.Generator, weight: float
) -> Learned:
    plain, labels = rows_of(one, dictionaries)
    words = replace(one, pictures=np.stack([with_words(picture, chance) for picture in one.pictures]))
    worded, _ = rows_of(words, dictionaries)
    is_late = np.repeat(np.arange(len(one.labels)) // ACTS_EACH % _LATE == _LATE - 1, len(GROUNDS))
    parts = [(rows[is_late], labels[is_late]) for rows in (plain, worded)]
    late = moments_of(*parts[0], weight) + moments_of(*parts[1], weight)
    early = moments_of(plain[~is_late], labels[~is_late], weight) + moments_of(
        worded[~is_late], labels[~is_late], weight
    )
    return Learned(one.name, early + late, late, plain, worded, labels, is_late)


def _sum(parts: Sequence[Learned]) -> Moments:
    total = parts[0].moments
    for part in parts[1:]:
        total = total + part.moments
    return total


def _best_ridge(learned: Sequence[Learned], extra: Sequence[Learned]) -> tuple[float, list[Sums]]:
    """The ridge that reads designs best which it has not seen, and the scores of each design left out."""
    everything = _sum([*learned, *extra])
    tried = {ridge: [solved(everything - one.moments, ridge).scores(one.rows) for one in learned] for ridge in RIDGES}
    labels = np.concatenate([one.labels for one in learned])[:: len(GROUNDS)]

    def right(ridge: float) -> float:
        shares = shares_of(np.concatenate(tried[ridge]), 10.0)
        return float((shares.argmax(1) == labels).mean())

    for ridge in RIDGES:
        _LOG.info("ridge %g: %.3f", ridge, right(ridge))
    best = max(RIDGES, key=right)
    return best, tried[best]


def _worded_scores(learned: Sequence[Learned], extra: Sequence[Learned], ridge: float) -> Sums:
    everything = _sum([*learned, *extra])
    return np.concatenate([solved(everything - one.moments, ridge).scores(one.worded) for one in learned])


def _reliability(shares: Sums, labels: Any) -> Sequence[Mapping[str, float]]:
    """How often the leading emotion is right, by how sure the reader is."""
    sure, right = shares.max(1), shares.argmax(1) == labels
    edges = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
    found = []
    for low, high in pairwise(edges):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            found.append({"from": low, "pictures": int(inside.sum()), "right": round(float(right[inside].mean()), 3)})
    return found


def _of_acts(designs: Sequence[Drawings], scores: Sums, sharpness: float, labels: Any) -> Mapping[str, object]:
    """The same for the acts of the eight emotions alone: what a moment is understood as is less clear."""
    plain = np.concatenate([np.arange(len(one.labels)) % ACTS_EACH < ACTS_EACH - MOMENTS_EACH for one in designs])
    return figures(shares_of(scores, sharpness)[plain], labels[plain])


def _known(
    learned: Sequence[Learned], extra: Sequence[Learned], ridge: float, sharpness: float
) -> Mapping[str, object]:
    """Late characters read by a model that has seen the early ones of every design, with and without words."""
    early = _sum([*learned, *extra])
    for one in learned:
        early = early - one.late
    model = solved(early, ridge)
    labels = np.concatenate([one.labels[one.is_late] for one in learned])[:: len(GROUNDS)]
    plain = model.scores(np.concatenate([one.rows[one.is_late] for one in learned]))
    worded = model.scores(np.concatenate([one.worded[one.is_late] for one in learned]))
    return {
        "as_drawn": figures(shares_of(plain, sharpness), labels),
        "with_words": figures(shares_of(worded, sharpness), labels),
    }


def _warn_from(shares: Sums, labels: Any) -> Mapping[str, float]:
    """The least certainty from which the label is among the first two in all but `_FALSE_ALARMS` of all pictures."""
    missed = ~(np.argsort(-shares, axis=1)[:, :2] == labels[:, None]).any(1)
    sure = shares.max(1)
    for certainty in np.arange(0.3, 0.96, 0.01):
        alarms = float((missed & (sure >= certainty)).mean())
        if alarms <= _FALSE_ALARMS:
            return {"certainty": round(float(certainty), 2), "false_alarms": round(alarms, 3)}
    raise ValueError("no certainty keeps false alarms low")


def _measured_on(
    one: Drawings, dictionaries: tuple[Dictionary, ...], scores: Any, sharpness: float
) -> Mapping[str, object]:
    rows, labels = rows_of(one, dictionaries)
    return figures(shares_of(scores(rows), sharpness), labels[:: len(GROUNDS)])


def _without_their_style(
    learned: Sequence[Learned], extra: Sequence[Learned], ridge: float, sharpness: float
) -> Mapping[str, object]:
    """Each emoji set read by a model that has seen our drawings only."""
    ours = solved(_sum(learned), ridge)
    return {
        f"{one.name}_by_our_drawings_only": figures(
            shares_of(ours.scores(one.rows), sharpness), one.labels[:: len(GROUNDS)]
        )
        for one in extra
    }


def _dictionary_arrays(dictionaries: tuple[Dictionary, ...]) -> dict[str, Rows]:
    return {
        f"{name}{side}": getattr(dictionary, name)
        for side, dictionary in zip(SIDES, dictionaries, strict=True)
        for name in ("mean", "white", "strokes")
    }


def _write_card(measured: Mapping[str, Any], designs: Sequence[Drawings], files: Path) -> None:
    from pyojeong.emotion import Emotion

    ours = Ingredient(
        "drawings of this package",
        "Apache-2.0",
        f"{sum(len(one.labels) for one in designs)} pictures of {len(designs)} designs "
        f"({', '.join(one.name for one in designs)}), characters at random, half again with syllables",
    )
    emoji = (
        Ingredient("Microsoft Fluent Emoji (flat)", "MIT", "faces with a label for one of seven emotions"),
        Ingredient("Noto Emoji", "Apache-2.0", "faces with a label for one of seven emotions"),
    )
    card = Card(
        name=SHIPPED,
        file=f"{SHIPPED}.npz",
        sha256=sha256_of(files / f"{SHIPPED}.npz"),
        task=f"A drawn figure of 100 px with alpha in; shares of {CLASSES} emotions out, on light and dark together.",
        licence="Apache-2.0",
        source="pyojeong-lab train drawn-emotion --emoji FOLDER",
        ingredients=(ours, *emoji),
        labels={"shares": tuple(emotion.value for emotion in Emotion)},
        measured=measured,
        weak=(
            "It knows the acts of our own designs; other drawing styles it reads worse (see openmoji_color).",
            "Emoji know no embarrassment; for other styles that emotion is not measured.",
        ),
    )
    save_card(card, files / f"{SHIPPED}.json")
