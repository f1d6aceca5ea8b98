"""Every set the shipped text model is measured on: figures for its card, answers and outcomes to tabulate and draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.emotion.taxonomy import GOEMOTIONS
from pyojeong.lab import datasets
from pyojeong.lab.clear_rows import base_rates, clear_emotion
from pyojeong.lab.datasets import EMOTIONS, FEELINGS, Felt, Hard
from pyojeong.lab.text_evaluation import (
    Outcome,
    emotion_report,
    outcome_of,
    read_all,
    rounded,
    strength_report,
    trust_report,
)
from pyojeong.lab.text_material import INTENSITY
from pyojeong.lab.text_tables import Answers, as_json, as_markdown, by_class
from pyojeong.lab.text_tasks import multi_hot
from pyojeong.reading.text.model import TextModel
from pyojeong.reading.text.spelling import spell

#: Every set's key in reports and file names, and how tables and pictures call it.
TITLES: Mapping[str, str] = {
    "nsmc_dev": "NSMC dev",
    "kote_held_out": "KOTE 44",
    "kote_held_out_clear": "KOTE 또렷한 댓글",
    "goemotions_dev_and_test": "GoEmotions 번역",
    "everyday_test": "일상 문장 시험 1",
    "everyday_test_2": "일상 문장 시험 2",
}


@dataclass(frozen=True, slots=True)
class Findings:
    """What was measured.

    Attributes:
        report: JSON-ready, by set.
        answers: What was said and true, by set.
        outcomes: Emotion outcomes of the sets that certainty is judged on, by set.
    """

    report: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Answers] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    @property
    def tables(self) -> str:
        """Every per-class table as one Markdown page."""
        return "\n".join(as_markdown(TITLES[key], by_class(some)) for key, some in self.answers.items())


def measure(model: TextModel, data: Path, corpora: Path, *, tests: bool) -> Findings:
    """Figures on NSMC dev, KOTE held out and GoEmotions held out; with ``tests`` the everyday ones and the groups."""
    found = Findings()
    _polarity(found, model, data)
    _feelings(found, model, data)
    _translated(found, model, data)
    if tests:
        for key, rows in (
            ("everyday_test", datasets.everyday_test(corpora)),
            ("everyday_test_2", datasets.second_everyday_test(corpora)),
        ):
            _judged(found, key, outcome_of(read_all(model, [row.text for row in rows]), rows))
        found.report["groups"] = groups_report(model, datasets.hard_groups(corpora))
    found.report["certainty"] = {
        name: trust_report(some, unsure_below=model.naming.unsure_below) for name, some in found.outcomes.items()
    }
    return found


def groups_report(model: TextModel, rows: list[Hard]) -> dict[str, Any]:
    """For each kind of difficulty: emotions of the sentences alone, and how near the intensity comes."""
    report = {}
    for group in dict.fromkeys(row.group for row in rows):
        some = [row.sentence for row in rows if row.group == group]
        readings = read_all(model, [row.text for row in some])
        told = np.array([INTENSITY[row.intensity] for row in some], np.float32)
        strength = strength_report(readings.intensity, told)
        report[group] = {**emotion_report(outcome_of(readings, some)), "strength": strength}
    beside = [row for row in rows if row.group == "context"]
    if beside:
        report["context, among neighbours"] = emotion_report(_among(model, beside))
    return report


def _among(model: TextModel, rows: list[Hard]) -> Outcome:
    """The outcome of sentences read between the ones before and after them."""
    pages = [[text for text in (row.before, row.sentence.text, row.after) if text] for row in rows]
    read = [model.read_together([spell(text) for text in page]) for page in pages]
    place = [int(bool(row.before)) for row in rows]
    shares = np.stack([readings.shares[at] for readings, at in zip(read, place, strict=True)])
    certainty = np.array([readings.certainty[at] for readings, at in zip(read, place, strict=True)])
    emotion = np.array([EMOTIONS.index(row.sentence.emotion) for row in rows])
    second = np.array([-1 if row.sentence.second is None else EMOTIONS.index(row.sentence.second) for row in rows])
    return Outcome(shares, emotion, second, certainty)


def _polarity(found: Findings, model: TextModel, data: Path) -> None:
    """NSMC dev rows that nothing was fitted on (SHA-1 starts with 1)."""
    _, dev = datasets.nsmc(data)
    rows = [row for row in dev if datasets.digest(row.text)[0] == "1"]
    positive = np.array([int(row.positive) for row in rows])
    said = (read_all(model, [row.text for row in rows]).positive > 0.5).astype(int)
    answers = Answers.of_choices(("부정", "긍정"), said, positive)
    found.answers["nsmc_dev"] = answers
    found.report["nsmc_dev"] = {
        "rows": len(rows),
        "accuracy": rounded((said == positive).mean()),
        "floor": rounded(max(positive.mean(), 1 - positive.mean())),
        "classes": as_json(by_class(answers)),
    }


def _feelings(found: Findings, model: TextModel, data: Path) -> None:
    """KOTE's held-out rows: 44 labels, and their clear rows as eight emotions."""
    learn, held = datasets.kote(data)
    labels = multi_hot([row.labels for row in held], len(FEELINGS)) > 0
    readings = read_all(model, [row.text for row in held])
    answers = Answers(tuple(str(f) for f in FEELINGS), readings.feelings >= model.naming.thresholds, labels)
    found.answers["kote_held_out"] = answers
    figures = by_class(answers)
    found.report["kote_held_out"] = {
        "rows": len(held),
        "macro_f1": rounded(np.mean([row.f1 for row in figures])),
        "floor_answer_all": rounded(np.mean([row.floor for row in figures])),
        "micro_f1": rounded(2 * (answers.said & labels).sum() / (answers.said.sum() + labels.sum())),
        "named_a_row": rounded(answers.said.sum(axis=1).mean()),
        "classes": as_json(figures),
    }
    rates = base_rates(learn)
    clear = [clear_emotion(row, rates) for row in held]
    told = np.array([n for n, emotion in enumerate(clear) if emotion is not None])
    truth = np.array([EMOTIONS.index(emotion) for emotion in clear if emotion is not None])
    outcome = Outcome(readings.shares[told], truth, _no_second(truth), readings.certainty[told])
    _judged(found, "kote_held_out_clear", outcome)


def _translated(found: Findings, model: TextModel, data: Path) -> None:
    """GoEmotions' dev and test rows whose labels all speak of one of the eight emotions."""
    _, held = datasets.goemotions(data)
    one = [(row, emotions[0]) for row in held if len(emotions := _meant(row)) == 1]
    readings = read_all(model, [row.text for row, _ in one])
    truth = np.array([emotion for _, emotion in one])
    outcome = Outcome(readings.shares, truth, _no_second(truth), readings.certainty)
    found.report["goemotions_dev_and_test"] = emotion_report(outcome)
    found.answers["goemotions_dev_and_test"] = outcome.answers


def _meant(row: Felt) -> list[int]:
    """The distinct emotions that the labels of a GoEmotions row speak of (`taxonomy.GOEMOTIONS`)."""
    meant = (GOEMOTIONS.emotion_of(GOEMOTIONS.labels[label]) for label in row.labels)
    return sorted({EMOTIONS.index(emotion) for emotion in meant if emotion is not None})


def _judged(found: Findings, key: str, outcome: Outcome) -> None:
    found.outcomes[key] = outcome
    found.answers[key] = outcome.answers
    found.report[key] = emotion_report(outcome)


def _no_second(truth: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.full(len(truth), -1)
