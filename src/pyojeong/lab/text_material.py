"""Everything the text model learns from, read and spelled once, with the folds its calibration is measured on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pyojeong.emotion import Emotion, Feeling
from pyojeong.lab import datasets
from pyojeong.lab.clear_rows import base_rates, clear_emotion
from pyojeong.lab.datasets import EMOTIONS, FEELINGS, Everyday, Felt
from pyojeong.lab.text_cache import Lexicon, Ragged
from pyojeong.lab.text_tasks import Task, distribution, many_labels, multi_hot, rating_curve, soft_choice

FOLDS = 4
#: Hands that each stand in one fold alone: their sentences are predicted by members that never met the hand. Forms of
#: plain words stand in none: they are practice, and too easy to fit certainty on.
LONE_HANDS = {
    **{"youth": 0, "adult": 1, "elder": 2, "tale": 3, "everyday": 2, "forms": -1},
    **{"comment_passages": 0, "diary_passages": 1, "hard": 2, "tale_passages": 3},
}
_SECOND_SHARE = 0.25
#: The feeling an authored sentence of each emotion surely names.
_CORE = {
    Emotion.JOY: Feeling.JOY,
    Emotion.SADNESS: Feeling.SADNESS,
    Emotion.ANGER: Feeling.ANGER,
    Emotion.FEAR: Feeling.WORRY,
    Emotion.EMBARRASSMENT: Feeling.FLUSTER,
    Emotion.SURPRISE: Feeling.SURPRISE,
    Emotion.DISGUST: Feeling.REVULSION,
    Emotion.NEUTRAL: Feeling.NONE,
}
_PLEASANT, _UNPLEASANT = 0.4, -0.4
INTENSITY = {1: 0.3, 2: 0.6, 3: 0.9}


@dataclass(frozen=True, slots=True)
class Reviews:
    """What the network is raised on before any emotion: reviews, translated comments, chat lines, insults."""

    tasks: tuple[Task, ...]
    dev: list[datasets.Polarity]
    dev_lines: Ragged
    learn: list[datasets.Polarity]
    rated: list[datasets.Rated]


@dataclass(frozen=True, slots=True)
class Feelings:
    """Rows that name feelings or emotions, and the fold each belongs to.

    Attributes:
        kote: KOTE's training rows, then their words, 44 labels, clear emotion (index or -1) and fold.
        everyday: Authored and annotated sentences, then their words, emotion index and fold.
    """

    kote: list[Felt]
    kote_lines: Ragged
    kote_labels: NDArray[np.float32]
    kote_clear: NDArray[np.int64]
    kote_fold: NDArray[np.int64]
    everyday: list[Everyday]
    everyday_lines: Ragged
    everyday_emotion: NDArray[np.int64]
    everyday_fold: NDArray[np.int64]


def reviews(data: Path, lexicon: Lexicon) -> Reviews:
    """The raising tasks and the NSMC dev rows."""
    learn, dev = datasets.nsmc(data)
    rated = datasets.rated_reviews(data, without={row.text for row in dev})
    (translated, _), topics = datasets.goemotions(data), datasets.chat_topics(data)
    insults = datasets.insults(data)
    read = lexicon.read
    ratings, signs = rating_curve([r.rating for r in rated]), distribution([int(r.positive) for r in learn], 2)
    labels = multi_hot([r.labels for r in translated], 28)
    tasks = (
        Task("rating", read([r.text for r in rated]), ratings, soft_choice, 640, 1.0),
        Task("polarity", read([r.text for r in learn]), signs, soft_choice, 160, 0.7),
        Task("goemotions", read([r.text for r in translated]), labels, many_labels, 96, 1.0),
        Task("topic", read([t for t, _ in topics]), distribution([n for _, n in topics], 3), soft_choice, 24, 0.1),
        Task("insult", read([t for t, _ in insults]), distribution([n for _, n in insults], 2), soft_choice, 16, 0.1),
    )
    return Reviews(tasks, dev, read([r.text for r in dev]), learn, rated)


def feelings(data: Path, corpora: Path, lexicon: Lexicon) -> Feelings:
    """KOTE's training rows and the everyday rows; a human line that is also an NSMC dev text is left out."""
    kote, _ = datasets.kote(data)
    _, dev = datasets.nsmc(data)
    held = {row.text.strip() for row in dev}
    everyday = [row for row in datasets.everyday_training(corpora) if row.text.strip() not in held]
    rates = base_rates(kote)
    clear = [clear_emotion(row, rates) for row in kote]
    return Feelings(
        kote=kote,
        kote_lines=lexicon.read([r.text for r in kote]),
        kote_labels=multi_hot([r.labels for r in kote], len(FEELINGS)),
        kote_clear=np.array([-1 if e is None else EMOTIONS.index(e) for e in clear]),
        kote_fold=np.array([_hashed_fold(r.text) for r in kote]),
        everyday=everyday,
        everyday_lines=lexicon.read([r.text for r in everyday]),
        everyday_emotion=np.array([EMOTIONS.index(r.emotion) for r in everyday]),
        everyday_fold=np.array([LONE_HANDS.get(r.hand, _hashed_fold(r.text)) for r in everyday]),
    )


def feeling_tasks(rows: Feelings, *, without_fold: int | None) -> list[Task]:
    """The three tasks of the second course on every fold but one, or on all."""
    kote = np.flatnonzero(rows.kote_fold != without_fold)
    everyday = np.flatnonzero(rows.everyday_fold != without_fold)
    told = kote[rows.kote_clear[kote] >= 0]
    some = rows.everyday_lines.take(everyday)
    emotions = np.concatenate([soft_emotions([rows.everyday[n] for n in everyday]), _one_hot(rows.kote_clear[told])])
    strengths = np.array([[INTENSITY[rows.everyday[n].intensity]] for n in everyday], np.float32)
    return [
        Task("feelings", rows.kote_lines.take(kote), rows.kote_labels[kote], many_labels, 64, 1.0),
        Task("feelings", some, known_feelings([rows.everyday[n] for n in everyday]), many_labels, 48, 0.5),
        Task("emotion", _both(some, rows.kote_lines.take(told)), emotions, soft_choice, 320, 1.5),
        Task("intensity", some, strengths, many_labels, 32, 1.0),
    ]


def soft_emotions(rows: list[Everyday]) -> NDArray[np.float32]:
    """Emotions as distributions: a quarter on the fair second emotion where there is one."""
    out = _one_hot(np.array([EMOTIONS.index(row.emotion) for row in rows]))
    for number, row in enumerate(rows):
        if row.second is not None and row.second is not row.emotion:
            out[number] *= 1 - _SECOND_SHARE
            out[number, EMOTIONS.index(row.second)] = _SECOND_SHARE
    return out


def known_feelings(rows: list[Everyday]) -> NDArray[np.float32]:
    """What a sentence's emotion says of the 44 feelings: its core one is there, those of opposite valence are not.

    The rest is unknown (NaN). Without this, feelings learned from comments alone see joy in every diary.
    """
    out = np.full((len(rows), len(FEELINGS)), np.nan, np.float32)
    valence = np.array([f.valence for f in FEELINGS])
    for number, row in enumerate(rows):
        meant = {row.emotion, row.second or row.emotion}
        own = [_CORE[emotion].valence for emotion in meant]
        if max(own) <= 0 and Emotion.SURPRISE not in meant:
            out[number, valence > _PLEASANT] = 0
        if min(own) >= 0 and Emotion.SURPRISE not in meant:
            out[number, valence < _UNPLEASANT] = 0
        out[number, FEELINGS.index(_CORE[row.emotion])] = 1
    return out


def _one_hot(labels: NDArray[np.int64]) -> NDArray[np.float32]:
    return distribution(labels.tolist(), len(EMOTIONS))


def _both(first: Ragged, second: Ragged) -> Ragged:
    bounds = np.concatenate([first.bounds, second.bounds[1:] + first.bounds[-1]])
    return Ragged(np.concatenate([first.values, second.values]), bounds)


def _hashed_fold(text: str) -> int:
    """Another digit than the one KOTE's cut uses."""
    return int(datasets.digest("fold " + text)[:6], 16) % FOLDS
