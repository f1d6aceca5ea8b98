"""Measuring the face emotion model: per class, beside floors, calibration before and after, ways of looking."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.emotion.mood import PURE_VALENCE_AROUSAL
from pyojeong.emotion.taxonomy import FER2013, FERPLUS
from pyojeong.lab.face_emotion_data import VOTES, Flags, Floats, Numbers, Pictures
from pyojeong.lab.face_emotion_views import levelled
from pyojeong.lab.text_evaluation import calibration_error
from pyojeong.reading.face.aligning import Matrix
from pyojeong.reading.face.emotion_model import Answers, EmotionModel, Settings

_TEMPERATURES = np.geomspace(0.4, 4.0, 93)
_RIGHT_OFTEN = 0.5
"""Below the certainty at which half of the readings are right the reader would rather be silent."""


def chances(logits: Floats, temperature: float = 1.0) -> Floats:
    """Softmax of N×C logits over ``temperature``."""
    scaled = logits.astype(np.float64) / temperature
    weights = np.exp(scaled - scaled.max(1, keepdims=True))
    return np.asarray(weights / weights.sum(1, keepdims=True), np.float32)


def majority(pictures: Pictures) -> Numbers:
    """N indices of the feeling most voters named; -1 where none leads alone, or most saw no face or knew none."""
    votes = np.maximum(pictures.votes, 0)
    named = votes[:, :VOTES]
    leading = named.max(1)
    alone = (named == leading[:, None]).sum(1) == 1
    return np.where(alone & (leading > 0) & (leading >= votes.max(1)), named.argmax(1), -1)


def class_table(said: Numbers, truth: Numbers, labels: Sequence[str]) -> dict[str, Any]:
    """Precision, recall, F1, support and confusion of rows whose truth is known, with the majority class as floor.

    The confusion has a row for each true label and a column for each one said.
    """
    confusion = np.zeros((len(labels), len(labels)), np.int64)
    np.add.at(confusion, (truth, said), 1)
    hits, given, support = np.diag(confusion), confusion.sum(0), confusion.sum(1)
    precision, recall = hits / np.maximum(given, 1), hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(given + support, 1)
    rows = zip(labels, precision, recall, f1, support, strict=True)
    return {
        "rows": len(truth),
        "accuracy": _round(hits.sum() / len(truth)),
        "floor_majority": _round(support.max() / len(truth)),
        "macro_f1": _round(f1[support > 0].mean()),
        "classes": {
            name: {"precision": _round(p), "recall": _round(r), "f1": _round(f), "support": int(n)}
            for name, p, r, f, n in rows
        },
        "confusion": confusion.tolist(),
    }


def fitted(logits: Floats, pictures: Pictures) -> Settings:
    """Temperature, silence and the usual neutral face, fitted on held-out ``pictures``."""
    truth = majority(pictures)
    told = truth >= 0
    losses = [-_log_likelihood(chances(logits[told], t), truth[told]) for t in _TEMPERATURES]
    temperature = float(_TEMPERATURES[int(np.argmin(losses))])
    neutral = pictures.clear == FERPLUS.labels.index("neutral")
    usual = logits[neutral].mean(0) if neutral.any() else np.zeros(VOTES)
    shares = chances(logits[told], temperature)
    silent = unsure_below(shares.max(1), shares.argmax(1) == truth[told])
    return Settings(round(temperature, 3), silent, tuple(round(float(value), 4) for value in usual))


def unsure_below(certainty: Floats, right: Flags, *, near: float = 0.05) -> float:
    """The certainty below which less than half of the readings near it are right, in steps of a hundredth."""
    for level in np.arange(0.90, 0.15, -0.01):
        close = np.abs(certainty - level) <= near
        if close.sum() >= 20 and right[close].mean() < _RIGHT_OFTEN:
            return round(float(level), 2)
    return 0.2


def report(model: EmotionModel, pictures: Pictures, matrices: Matrix) -> dict[str, Any]:
    """Everything measured on ``pictures``, read as `FaceMoodReader.read_crops` does; other ways of looking beside."""
    logits, own_logits = both_views(model, pictures, matrices)
    said, own_said = logits.argmax(1), own_logits.argmax(1)
    clear, most = pictures.clear, majority(pictures)
    five = pictures.votes.max(1) > 5
    with_contempt = np.where(five & (pictures.votes.argmax(1) < VOTES), pictures.votes.argmax(1), -1)
    return {
        "votes_clear": class_table(said[clear >= 0], clear[clear >= 0], FERPLUS.labels),
        "votes_clear_with_contempt": _brief(said, with_contempt),
        "votes_majority_any": _brief(said, most),
        "own_label": class_table(own_said, pictures.own, FER2013.labels),
        "calibration": calibration(logits, most, model.settings),
        "valence_r": _round(valence_agreement(chances(logits, model.settings.temperature), pictures)),
        "ways_of_looking": ways(model, pictures, matrices),
    }


def both_views(model: EmotionModel, pictures: Pictures, matrices: Matrix) -> Answers:
    """The mean answer to each picture as it is and levelled, each with its mirror image."""
    flat, tipped = model.answers(pictures.pixels), model.answers(levelled(pictures.pixels, matrices))
    return Answers((flat.voted + tipped.voted) / 2, (flat.own + tipped.own) / 2)


def calibration(logits: Floats, truth: Numbers, settings: Settings) -> dict[str, Any]:
    """Expected calibration error on all rows with a leading vote, before and after, and what silence saves."""
    told = truth >= 0
    before, after = chances(logits[told]), chances(logits[told], settings.temperature)
    right = after.argmax(1) == truth[told]
    sure = after.max(1) >= settings.unsure_below
    return {
        "rows": int(told.sum()),
        "temperature": settings.temperature,
        "error_before": _round(calibration_error(before.max(1), right)),
        "error_after": _round(calibration_error(after.max(1), right)),
        "unsure_below": settings.unsure_below,
        "sure_share": _round(sure.mean()),
        "accuracy_when_sure": _rate(right[sure]),
        "accuracy_when_unsure": _rate(right[~sure]),
    }


def _rate(right: Flags) -> float | None:
    return _round(right.mean()) if len(right) else None


def ways(model: EmotionModel, pictures: Pictures, matrices: Matrix) -> dict[str, dict[str, float]]:
    """Both accuracies of each way of looking, on pictures that have a mesh."""
    meshed = ~np.isnan(matrices[:, 0, 0])
    some = pictures.chosen(meshed)
    level = levelled(some.pixels, matrices[meshed])
    flat, tipped = model.answers(some.pixels), model.answers(level)
    found = {
        "as it is": model.answers_one_way(some.pixels),
        "as it is, with mirror image": flat,
        "levelled": model.answers_one_way(level),
        "levelled, with mirror image": tipped,
        "both, with mirror images": Answers(flat.voted + tipped.voted, flat.own + tipped.own),
    }
    return {name: _accuracies(answers, some) for name, answers in found.items()}


def valence_agreement(shares: Floats, pictures: Pictures) -> float:
    """Pearson's r between the valence read and that of the voters' own shares."""
    told = pictures.shares.sum(1) > 0
    axis = np.array([_valence(label) for label in FERPLUS.labels])
    return float(np.corrcoef(shares[told] @ axis, pictures.shares[told] @ axis)[0, 1])


def _valence(label: str) -> float:
    emotion = FERPLUS.emotion_of(label)
    return PURE_VALENCE_AROUSAL[Emotion.NEUTRAL if emotion is None else emotion][0]


def _accuracies(answers: Answers, pictures: Pictures) -> dict[str, float]:
    clear = pictures.clear
    return {
        "votes_clear": _round((answers.voted.argmax(1) == clear)[clear >= 0].mean()),
        "own_label": _round((answers.own.argmax(1) == pictures.own).mean()),
    }


def _brief(said: Numbers, truth: Numbers) -> dict[str, Any]:
    told = truth >= 0
    return {"rows": int(told.sum()), "accuracy": _round((said[told] == truth[told]).mean())}


def _log_likelihood(shares: Floats, truth: Numbers) -> float:
    return float(np.log(np.maximum(shares[np.arange(len(truth)), truth], 1e-12)).mean())


def _round(value: float | np.floating[Any]) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("a measure must be a number; are there rows of every kind?")
    return round(number, 4)
