"""Measuring a text model on rows it never learned from, with floors, per class, as one JSON-ready report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab import datasets
from pyojeong.lab.clear_rows import base_rates, clear_emotion
from pyojeong.lab.datasets import EMOTIONS, FEELINGS, Everyday
from pyojeong.lab.text_joining import f1_by_label
from pyojeong.lab.text_tasks import multi_hot
from pyojeong.reading.text.model import Readings, TextModel
from pyojeong.reading.text.spelling import spell

Floats = NDArray[np.float32]
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Outcome:
    """Emotion shares of some rows, what was right, and how certain the reader was."""

    shares: Floats
    emotion: NDArray[np.int64]
    second: NDArray[np.int64]
    certainty: Floats

    @property
    def right(self) -> NDArray[np.bool_]:
        """Whether the leading share is the labelled emotion."""
        return np.asarray(self.shares.argmax(axis=1) == self.emotion)


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


def polarity_report(model: TextModel, data: Path) -> dict[str, Any]:
    """Accuracy on the NSMC dev rows that nothing was fitted on (SHA-1 starts with 1)."""
    _, dev = datasets.nsmc(data)
    rows = [row for row in dev if datasets.digest(row.text)[0] == "1"]
    positive = np.array([row.positive for row in rows])
    said = read_all(model, [row.text for row in rows]).positive > 0.5
    floor = max(positive.mean(), 1 - positive.mean())
    return {"rows": len(rows), "accuracy": _round((said == positive).mean()), "floor": _round(floor)}


def feelings_report(model: TextModel, data: Path) -> tuple[dict[str, Any], dict[str, Any], Outcome]:
    """KOTE's held-out rows: 44 labels; their clear rows as eight emotions; and the outcome of those."""
    learn, held = datasets.kote(data)
    labels = multi_hot([row.labels for row in held], len(FEELINGS))
    readings = read_all(model, [row.text for row in held])
    named = readings.feelings >= model.naming.thresholds
    scores = f1_by_label(named, labels)
    feelings = {
        "rows": len(held),
        "macro_f1": _round(scores.mean()),
        "floor_answer_all": _round(f1_by_label(np.ones_like(named), labels).mean()),
        "micro_f1": _round(2 * (named & (labels > 0)).sum() / (named.sum() + labels.sum())),
        "named_a_row": _round(named.sum(axis=1).mean()),
        "f1": {str(f): _round(s) for f, s in zip(FEELINGS, scores, strict=True)},
    }
    rates = base_rates(learn)
    clear = [clear_emotion(row, rates) for row in held]
    told = np.array([n for n, emotion in enumerate(clear) if emotion is not None])
    truth = np.array([EMOTIONS.index(emotion) for emotion in clear if emotion is not None])
    outcome = Outcome(readings.shares[told], truth, np.full(len(truth), -1), readings.certainty[told])
    return feelings, emotion_report(outcome), outcome


def everyday_outcome(model: TextModel, rows: Sequence[Everyday]) -> Outcome:
    """The outcome of authored or annotated sentences."""
    readings = read_all(model, [row.text for row in rows])
    return Outcome(
        readings.shares,
        np.array([EMOTIONS.index(row.emotion) for row in rows]),
        np.array([-1 if row.second is None else EMOTIONS.index(row.second) for row in rows]),
        readings.certainty,
    )


def emotion_report(outcome: Outcome) -> dict[str, Any]:
    """Top-1, top-1 or fair second, top-2, macro-F1, F1 a class, and the majority floor."""
    order = np.argsort(-outcome.shares, axis=1, kind="stable")
    first = order[:, 0] == outcome.emotion
    either = first | (order[:, 0] == outcome.second)
    scores = [_f1(order[:, 0] == n, outcome.emotion == n) for n in range(len(EMOTIONS))]
    return {
        "rows": len(outcome.emotion),
        "top1": _round(first.mean()),
        "top1_or_second": _round(either.mean()),
        "top2": _round((first | (order[:, 1] == outcome.emotion)).mean()),
        "macro_f1": _round(np.mean(scores)),
        "floor_majority": _round(np.bincount(outcome.emotion).max() / len(outcome.emotion)),
        "f1": {str(e): _round(s) for e, s in zip(EMOTIONS, scores, strict=True)},
        "support": {str(e): int((outcome.emotion == n).sum()) for n, e in enumerate(EMOTIONS)},
    }


def trust_report(outcome: Outcome, *, unsure_below: float) -> dict[str, Any]:
    """How well certainty is calibrated, and what saying "모르겠어요" costs and saves."""
    sure = outcome.certainty >= unsure_below
    return {
        "rows": len(sure),
        "expected_calibration_error": _round(calibration_error(outcome.certainty, outcome.right)),
        "coverage": _round(sure.mean()),
        "accuracy_when_sure": _round(outcome.right[sure].mean()),
        "accuracy_when_unsure": _round(outcome.right[~sure].mean()) if (~sure).any() else None,
    }


def calibration_error(certainty: Floats, right: NDArray[np.bool_], *, bins: int = 10) -> float:
    """Mean gap between certainty and the rate of being right, over equal-width bins, weighted by their rows."""
    place = np.minimum((certainty * bins).astype(int), bins - 1)
    gaps = [abs(certainty[place == b].mean() - right[place == b].mean()) * (place == b).mean() for b in set(place)]
    return float(np.sum(gaps))


def _f1(said: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    return float(2 * (said & true).sum() / max(said.sum() + true.sum(), 1))


def _round(value: float | np.floating[Any]) -> float:
    return round(float(value), 4)
