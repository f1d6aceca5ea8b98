"""A classifier as a keeper of moods: chances of its labels become shares of the eight, and words left out tell why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pyojeong.emotion import Emotion, Evidence, Mood
from pyojeong.emotion.mood import PURE_VALENCE_AROUSAL
from pyojeong.reading.text.classifiers.folder import Activation
from pyojeong.reading.text.classifiers.labels import Labels
from pyojeong.reading.text.classifiers.network import ClassifierNetwork, Floats
from pyojeong.reading.text.classifiers.pieces import PieceCutter
from pyojeong.reading.text.evidence import deciding_words, original_span
from pyojeong.reading.text.grams import words_of
from pyojeong.reading.text.spelling import Spelled, spell

#: Each word left out is one more sentence to read; longer sentences show no words.
MOST_WORDS_LEFT_OUT = 32
#: A label of a multi-label model is named from the chance at which it was taught to be answered.
NAMED_FROM = 0.5
UNSURE_BELOW = 0.4
"""As the package's own model."""
#: A classifier says which emotion, not how strongly: a sentence without any neutral share has this intensity, the mean
#: of the 14,685 sentences of corpora/authored that are not neutral (levels 1, 2, 3 as thirds: 0.66).
_MIDDLE_INTENSITY = 0.66
_PURE = np.array([PURE_VALENCE_AROUSAL[emotion] for emotion in Emotion], np.float64)
_LEAST = 1e-30


@dataclass(frozen=True, slots=True)
class Manner:
    """How the logits of one model are understood.

    Attributes:
        labels: Its labels in its order.
        activation: One label of all, or each by itself.
        temperature: Divides the log shares, so that certainty says how often the leading emotion is right (Guo et al.
            2017, arXiv 1706.04599).
    """

    labels: Labels
    activation: Activation
    temperature: float = 1.0

    def __post_init__(self) -> None:
        if not 0.05 <= self.temperature <= 20:
            raise ValueError(f"temperature must be in [0.05, 20], but got {self.temperature!r}")

    def chances(self, logits: Floats) -> Floats:
        """The chance of each label (sentences × labels)."""
        if self.activation is Activation.SIGMOID:
            return np.asarray((np.tanh(logits / 2) + 1) / 2, np.float32)
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)

    def told(self, chances: Floats) -> Floats:
        """Log of how much each emotion is told, before the temperature; the least of all where no label speaks of it.

        Chances of one label among all add up within an emotion; of labels by themselves the likeliest counts, so that
        an emotion with many labels gains nothing by having many (sentences × 8).
        """
        told = np.zeros((len(chances), len(Emotion)), np.float32)
        for place, emotion in enumerate(Emotion):
            own = [n for n, meant in enumerate(self.labels.emotions) if meant is emotion]
            if own:
                picked = chances[:, own]
                told[:, place] = picked.max(axis=1) if self.activation is Activation.SIGMOID else picked.sum(axis=1)
        return np.asarray(np.log(np.maximum(told, _LEAST)), np.float32)

    def shares(self, told: Floats) -> Floats:
        """The shares of the eight: those the labels cannot say have none (sentences × 8)."""
        known = [emotion in self.labels.known for emotion in Emotion]
        scaled = np.where(known, told / self.temperature, -np.inf)
        raised = np.exp(scaled - scaled.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


class ClassifierKeeper:
    """Moods by a sequence classifier; one instance serves many threads."""

    def __init__(self, cutter: PieceCutter, network: ClassifierNetwork, manner: Manner) -> None:
        self._cutter = cutter
        self._network = network
        self.manner = manner

    @property
    def unsure_below(self) -> float:
        """As the package's own model: the certainty is calibrated alike."""
        return UNSURE_BELOW

    def chances(self, sentences: Sequence[str]) -> Floats:
        """The chance of each label in each sentence (sentences × labels)."""
        return self.manner.chances(self._network.logits(self._cutter.numbers(sentences)))

    def moods(self, sentences: Sequence[str]) -> list[Mood]:
        """Moods with the words that decided, each sentence by itself: the model was taught single sentences."""
        cut = [_Cut.of(sentence) for sentence in sentences]
        chances = self.chances([*sentences, *(shorter for one in cut for shorter in one.shorter)])
        told = self.manner.told(chances)
        shares = self.manner.shares(told[: len(sentences)])
        moods, at = [], len(sentences)
        for row, one in enumerate(cut):
            leading = int(shares[row].argmax())
            lead = _lead(told[[row, *range(at, at + len(one.shorter))]], leading)
            lost = lead[0] - lead[1:]
            moods.append(self._mood(shares[row], chances[row], one.evidence(lost)))
            at += len(one.shorter)
        return moods

    def _mood(self, shares: Floats, chances: Floats, evidence: tuple[Evidence, ...]) -> Mood:
        share = shares.astype(float) / float(shares.sum(dtype=float))
        intensity = _MIDDLE_INTENSITY * float(1 - share[-1])
        feelings = dict(zip(self.manner.labels.feelings, chances.astype(float).clip(0, 1).tolist(), strict=False))
        named = sorted((f for f, chance in feelings.items() if chance >= NAMED_FROM), key=lambda f: -feelings[f])
        placed = share @ _PURE
        if feelings:
            felt = np.array([(f.valence, f.arousal, chance) for f, chance in feelings.items()])
            placed = (placed + felt[:, 2] @ felt[:, :2] / max(felt[:, 2].sum(), _LEAST)) / 2
        certainty = float(share.max())
        return Mood(
            shares=dict(zip(Emotion, share.tolist(), strict=True)),
            intensity=intensity,
            feelings=feelings,
            named=tuple(named),
            valence=float(placed[0].clip(-1, 1)),
            arousal=float(placed[1].clip(-1, 1)),
            certainty=certainty,
            unsure=certainty < UNSURE_BELOW,
            evidence=evidence,
        )


def _lead(told: Floats, emotion: int) -> Floats:
    """How far the emotion lies before all others together, in log odds: a chance near 1 would hide what a word adds."""
    others = np.delete(told, emotion, axis=1)
    highest = others.max(axis=1)
    return np.asarray(told[:, emotion] - highest - np.log(np.exp(others - highest[:, None]).sum(axis=1)), np.float32)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A sentence, its words, and the sentence without each of them."""

    sentence: str
    line: Spelled
    spans: list[tuple[int, int]]
    shorter: list[str]

    @classmethod
    def of(cls, sentence: str) -> _Cut:
        """Words are those of the package's own model; one word alone has nothing beside it to be left out from."""
        line = spell(sentence)
        spans = words_of([line]).span
        if not 1 < len(spans) <= MOST_WORDS_LEFT_OUT:
            return cls(sentence, line, spans, [])
        places = [original_span(span, line, sentence) for span in spans]
        return cls(sentence, line, spans, [sentence[:start] + sentence[end:] for start, end in places])

    def evidence(self, lost: Floats) -> tuple[Evidence, ...]:
        """The words without which the leading emotion is told less (``lost``, a number a word left out)."""
        if self.shorter:
            return deciding_words(lost, self.spans, self.line, self.sentence)
        if len(self.spans) == 1:
            return deciding_words(np.ones(1, np.float32), self.spans, self.line, self.sentence)
        return ()
