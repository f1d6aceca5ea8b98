"""Measuring a text model: what it says of rows, and the figures of it, as JSON-ready reports with floors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.datasets import EMOTIONS, Everyday
from pyojeong.lab.text_tables import Answers, as_json, by_class
from pyojeong.reading.text.model import Readings, TextModel
from pyojeong.reading.text.spelling import spell

Floats = NDArray[np.float32]
EMOTION_NAMES = tuple(e.korean for e in EMOTIONS)
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Outcome:
    """Emotion shares of some rows, what was right (index, and a fair second or -1), and how certain the reader was."""

    shares: Floats
    emotion: NDArray[np.int64]
    second: NDArray[np.int64]
    certainty: Floats

    @property
    def right(self) -> NDArray[np.bool_]:
        """Whether the leading share is the labelled emotion."""
        return np.asarray(self.shares.argmax(axis=1) == self.emotion)

    @property
    def answers(self) -> Answers:
        """The leading emotions beside the labelled ones."""
        return Answers.of_choices(EMOTION_NAMES, self.shares.argmax(axis=1), self.emotion)

    @property
    def by_share(self) -> Outcome:
        """The same, as certain as the leading share is large: certainty before it was calibrated."""
        return Outcome(self.shares, self.emotion, self.second, self.shares.max(axis=1))


def read_all(model: TextModel, texts: Sequence[str]) -> Readings:
    """Readings of all ``texts``, each taken as one sentence; words are those of the first page only."""
    parts = [model.read([spell(text) for text in texts[at : at + _AT_ONCE]]) for at in range(0, len(texts), _AT_ONCE)]
    return Readings(
        shares=np.concatenate([p.shares for p in parts]),
        feelings=np.concatenate([p.feelings for p in parts]),
        positive=np.concatenate([p.positive for p in parts]),
        intensity=np.concatenate([p.intensity for p in parts]),
        certainty=np.concatenate([p.certainty for p in parts]),
        words=parts[0].words,
        spoke=parts[0].spoke,
    )


def outcome_of(readings: Readings, rows: Sequence[Everyday]) -> Outcome:
    """The outcome of authored or annotated sentences."""
    return Outcome(
        readings.shares,
        np.array([EMOTIONS.index(row.emotion) for row in rows]),
        np.array([-1 if row.second is None else EMOTIONS.index(row.second) for row in rows]),
        readings.certainty,
    )


def emotion_report(outcome: Outcome) -> dict[str, Any]:
    """Top-1, top-1 or fair second, top-2, macro-F1, the majority floor, and every class."""
    order = np.argsort(-outcome.shares, axis=1, kind="stable")
    first = order[:, 0] == outcome.emotion
    either = first | (order[:, 0] == outcome.second)
    figures = by_class(outcome.answers)
    return {
        "rows": len(outcome.emotion),
        "top1": rounded(first.mean()),
        "top1_or_second": rounded(either.mean()),
        "top2": rounded((first | (order[:, 1] == outcome.emotion)).mean()),
        "macro_f1": rounded(np.mean([row.f1 for row in figures])),
        "floor_majority": rounded(np.bincount(outcome.emotion).max() / len(outcome.emotion)),
        "classes": as_json(figures),
    }


def strength_report(intensity: Floats, told: Floats) -> dict[str, float]:
    """Mean distance of the intensity that was read from the one told, and of always saying the mean one."""
    return {
        "mean_distance": rounded(np.abs(intensity - told).mean()),
        "floor": rounded(np.abs(told - told.mean()).mean()),
        "correlation": rounded(np.corrcoef(intensity, told)[0, 1]),
    }


def trust_report(outcome: Outcome, *, unsure_below: float) -> dict[str, Any]:
    """How well certainty is calibrated, before too, and what saying "모르겠어요" costs and saves."""
    sure = outcome.certainty >= unsure_below
    return {
        "rows": len(sure),
        "expected_calibration_error": rounded(calibration_error(outcome.certainty, outcome.right)),
        "by_leading_share": rounded(calibration_error(outcome.by_share.certainty, outcome.right)),
        "coverage": rounded(sure.mean()),
        "accuracy_when_sure": rounded(outcome.right[sure].mean()),
        "accuracy_when_unsure": rounded(outcome.right[~sure].mean()) if (~sure).any() else None,
    }


def calibration_error(certainty: Floats, right: NDArray[np.bool_], *, bins: int = 10) -> float:
    """Mean gap between certainty and the rate of being right, over equal-width bins, weighted by their rows."""
    place = np.minimum((certainty * bins).astype(int), bins - 1)
    gaps = [abs(certainty[place == b].mean() - right[place == b].mean()) * (place == b).mean() for b in set(place)]
    return float(np.sum(gaps))


def rounded(value: float | np.floating[Any]) -> float:
    """To four places, as reports keep figures."""
    return round(float(value), 4)
