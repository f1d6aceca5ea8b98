"""A small exam for a classifier: ten sentences an emotion, written for this project, met by no model before.

It tells whether the labels are in the order they claim, how well the model reads plain Korean, and how far to trust it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.emotion.taxonomy import LABEL_SETS
from pyojeong.reading.text.classifiers.keeper import Manner
from pyojeong.reading.text.classifiers.labels import Labels
from pyojeong.reading.text.classifiers.network import Floats

_FILE = Path(__file__).parent / "exam.tsv"
_EMOTIONS = tuple(Emotion)
#: Orders of more labels than this are only compared with the usual mistakes, not searched through.
_SEARCHED_LABELS = 10
#: Another order is believed when it is right at least this often …
_LIKELY_ACCURACY = 0.5
#: … and corrects so many more sentences than it spoils, in standard deviations of a coin (sign test).
_LIKELY_DEVIATIONS = 3.0
_TEMPERATURES = np.geomspace(0.1, 10, 81)


@dataclass(frozen=True, slots=True)
class Result:
    """How the exam went.

    Attributes:
        recall: Share of each emotion's sentences that were read right; None where no label speaks of the emotion.
        accuracy: Share of all right answers among the sentences whose emotion the labels can say.
        floor: What always answering the same emotion would reach.
        answered: How many sentences those are.
    """

    recall: Mapping[Emotion, float | None]
    accuracy: float
    floor: float
    answered: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "recall", MappingProxyType(dict(self.recall)))

    @property
    def above_floor(self) -> bool:
        """Whether the model is better than one answer for all, by two standard deviations of that floor."""
        deviation = (self.floor * (1 - self.floor) / max(self.answered, 1)) ** 0.5
        return bool(self.accuracy > self.floor + 2 * deviation)


@cache
def questions() -> tuple[tuple[Emotion, str], ...]:
    """The emotion and the sentence of each question."""
    rows = _FILE.read_text("utf-8").splitlines()[1:]
    return tuple((Emotion.of(emotion), text) for emotion, text in (row.split("\t") for row in rows))


def graded(chances: Floats, manner: Manner) -> Result:
    """The result of a model that gave the labels these chances (questions × labels)."""
    right = _right(chances, manner)
    recall: dict[Emotion, float | None] = {}
    for emotion in Emotion:
        own = np.array([asked is emotion for asked, _ in questions()])
        recall[emotion] = float(right[own].mean()) if emotion in manner.labels.known else None
    counted = _answerable(manner.labels)
    counts = Counter(asked for asked, _ in questions() if asked in manner.labels.known)
    floor = max(counts.values()) / counts.total()
    return Result(recall, float(right[counted].mean()), floor, int(counted.sum()))


def fitted(chances: Floats, manner: Manner) -> Manner:
    """The manner with the temperature under which the right answers are likeliest.

    Questions whose emotion no label can say are left out. Answers count as right but for one in N + 2 (Platt 1999,
    Advances in Large Margin Classifiers): without that a model that answers all would be trusted without limit.
    """
    counted = _answerable(manner.labels)
    told = manner.told(chances)[counted]
    known = [_EMOTIONS.index(emotion) for emotion in manner.labels.known]
    answers = np.array([known.index(_EMOTIONS.index(a)) for a, _ in questions() if a in manner.labels.known])
    doubt = 1 / (len(answers) + 2)

    def surprise(temperature: float) -> float:
        shares = replace(manner, temperature=temperature).shares(told)
        said = -np.log(np.maximum(shares[:, known], 1e-9))
        right = said[np.arange(len(answers)), answers]
        others = (said.sum(axis=1) - right) / (len(known) - 1)
        return float(((1 - doubt) * right + doubt * others).mean())

    return replace(manner, temperature=float(min(_TEMPERATURES.tolist(), key=surprise)))


def likelier_labels(chances: Floats, manner: Manner) -> Labels | None:
    """The labels in another order that the answers fit much better, None when the given order is not in doubt.

    Orders tried: every one of up to ten labels; for more, alphabetical order and the set's own order, which are what
    label encoders and hand-written lists give.
    """
    as_given = _right(chances, manner)
    for labels in _orders(chances, manner):
        other = _right(chances, replace(manner, labels=labels))
        corrected, spoiled = int((other & ~as_given).sum()), int((as_given & ~other).sum())
        convincing = corrected - spoiled >= _LIKELY_DEVIATIONS * (corrected + spoiled) ** 0.5
        if corrected and convincing and other[_answerable(labels)].mean() >= _LIKELY_ACCURACY:
            return labels
    return None


def answers_of_labels(chances: Floats) -> tuple[Emotion, ...]:
    """For each label the emotion whose sentences it answers to most, beside its usual chance."""
    asked = np.array([_EMOTIONS.index(emotion) for emotion, _ in questions()])
    means = np.stack([chances[asked == place].mean(axis=0) for place in range(len(_EMOTIONS))])
    return tuple(_EMOTIONS[place] for place in means.argmax(axis=0).tolist())


def _right(chances: Floats, manner: Manner) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether each question was answered right."""
    leading = manner.shares(manner.told(chances)).argmax(axis=1)
    asked = np.array([_EMOTIONS.index(emotion) for emotion, _ in questions()])
    return np.asarray(leading == asked)


def _answerable(labels: Labels) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([asked in labels.known for asked, _ in questions()])


def _orders(chances: Floats, manner: Manner) -> list[Labels]:
    """Other orders of the labels, the likeliest first."""
    labels = manner.labels
    if len(labels.names) <= _SEARCHED_LABELS:
        return [labels.in_order(_best_order(_points(chances, labels)))]
    alphabetical = sorted(range(len(labels.names)), key=lambda n: labels.names[n])
    orders = [alphabetical]
    known = LABEL_SETS.get(labels.source)
    if known is not None:
        place = {name: n for n, name in enumerate(labels.names)}
        orders += [[place[name] for name in known.labels]] if set(place) == set(known.labels) else []
    return [labels.in_order(order) for order in orders]


def _points(chances: Floats, labels: Labels) -> list[list[int]]:
    """How many questions output ``n`` would answer right with the meaning of label ``m`` (labels × labels)."""
    chosen = chances.argmax(axis=1)
    said = Counter((int(n), asked) for n, (asked, _) in zip(chosen, questions(), strict=True))
    return [[said[n, meant] if meant is not None else 0 for meant in labels.emotions] for n in range(len(labels.names))]


def _best_order(points: Sequence[Sequence[int]]) -> list[int]:
    """Which meaning each output takes so that the points add up to the most; every meaning is taken once.

    Subsets of the meanings, one output after the other: 2^n steps of n.

    >>> _best_order([[0, 5], [5, 4]])
    [1, 0]
    """
    best: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for row in points:
        longer: dict[int, tuple[int, list[int]]] = {}
        for taken, (total, order) in best.items():
            for meaning, gained in enumerate(row):
                bit = 1 << meaning
                if not taken & bit and total + gained > longer.get(taken | bit, (-1, []))[0]:
                    longer[taken | bit] = (total + gained, [*order, meaning])
        best = longer
    return next(iter(best.values()))[1]
