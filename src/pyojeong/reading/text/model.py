"""The text model: spelled sentences become calibrated numbers. Network and linear members, joined by one affine map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pyojeong.emotion import Emotion, Feeling
from pyojeong.reading.text.context import among_neighbours
from pyojeong.reading.text.grams import Words, word_grams, words_of
from pyojeong.reading.text.linear import Floats, LineTable, WordTable
from pyojeong.reading.text.memory import WordMemory
from pyojeong.reading.text.network import WordNetwork
from pyojeong.reading.text.spelling import Spelled

EMOTIONS = tuple(Emotion)
FEELINGS = tuple(Feeling)
#: Columns of the joined outputs: eight emotions, 44 feelings, polarity, intensity.
EMOTION_COLUMNS = slice(0, 8)
FEELING_COLUMNS = slice(8, 52)
POLARITY_COLUMN = 52
INTENSITY_COLUMN = 53
OUTPUTS = 54


@dataclass(frozen=True, slots=True)
class Readings:
    """What the model reads in S sentences; every number lies in [0, 1].

    Attributes:
        shares: Calibrated emotions in `Emotion` order, each row summing to 1 (S × 8).
        feelings: Calibrated feelings in `Feeling` order (S × 44).
        positive: Probability that the writer is pleased rather than displeased (S).
        intensity: Strength (S).
        certainty: Probability that the leading emotion is right (S).
        words: The words the sentences were read by.
        spoke: How much each word speaks for its sentence's leading emotion (words).
    """

    shares: Floats
    feelings: Floats
    positive: Floats
    intensity: Floats
    certainty: Floats
    words: Words
    spoke: Floats


@dataclass(frozen=True, slots=True)
class Naming:
    """When a feeling is named (probability above its threshold, 44) and below which certainty the reader is unsure."""

    thresholds: Floats
    unsure_below: float


@dataclass(frozen=True, slots=True)
class TextModel:
    """The members and what joins them.

    Attributes:
        tables: Gram vectors of the network and gram weights of the linear member side by side, 8-bit: one gather of
            both (2^17 × 96 + 53).
        network: Gives M columns.
        words: Linear scores of emotions and feelings, in the order of the first 52 outputs, then intensity.
        polarity: Linear score of polarity.
        join: Affine map of (network, words, polarity) to `OUTPUTS` columns, its bias ``join_bias``.
        trust: Weights of what certainty is told by: everything the members say, the odds of the leading share and its
            lead before the second (M + 54 + 2), its bias ``trust_bias``.
        naming: Thresholds of what is said in words.
    """

    tables: NDArray[np.int8]
    network: WordNetwork
    words: WordTable
    polarity: LineTable
    join: Floats
    join_bias: Floats
    trust: Floats
    trust_bias: float
    naming: Naming
    memory: WordMemory = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "memory", WordMemory(self._alone))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> TextModel:
        """The model kept in ``arrays``, as `pyojeong.lab.text_export` writes them."""

        def floats(name: str) -> Floats:
            return np.ascontiguousarray(arrays[name], dtype=np.float32)

        def bytes_(name: str) -> NDArray[np.int8]:
            return np.ascontiguousarray(arrays[name], dtype=np.int8)

        return cls(
            tables=np.concatenate([bytes_("table"), bytes_("words_weights")], axis=1),
            network=WordNetwork.from_arrays(arrays),
            words=WordTable(floats("words_step"), floats("words_bias")),
            polarity=LineTable(bytes_("line_weights"), floats("line_step").item(), floats("line_bias").item()),
            join=floats("join"),
            join_bias=floats("join_bias"),
            trust=floats("trust"),
            trust_bias=floats("trust_bias").item(),
            naming=Naming(floats("thresholds"), floats("unsure_below").item()),
        )

    def members(self, lines: list[Spelled]) -> tuple[Words, Floats, Floats]:
        """The words, the linear member's sums by word, and side by side what every member says (S × M + 54).

        Raises:
            ValueError: When a sentence has no word.
        """
        words = words_of(lines)
        if not words.sizes.all():
            raise ValueError(f"every sentence must have a word, but sentence {int(words.sizes.argmin())} has none")
        known = self.memory.rows(words.texts)
        of_network = known.shape[1] - 1 - len(self.words.step)
        by_word = known[:, of_network:]
        said = [
            self.network.logits(known[:, :of_network], words),
            self.words.scores(by_word, words),
            self.polarity.scores(lines)[:, None],
        ]
        return words, by_word, np.concatenate(said, axis=1)

    def read(self, lines: list[Spelled]) -> Readings:
        """The readings of sentences that each have at least one word, each by itself."""
        words, by_word, said = self.members(lines)
        return self._readings(words, by_word, said, said @ self.join + self.join_bias)

    def read_together(self, lines: list[Spelled]) -> Readings:
        """The readings of consecutive sentences of one text: their emotions are read among their neighbours."""
        words, by_word, said = self.members(lines)
        joined = said @ self.join + self.join_bias
        emotion = joined[:, EMOTION_COLUMNS]
        joined[:, EMOTION_COLUMNS] = among_neighbours(emotion, softmax(emotion))
        return self._readings(words, by_word, said, joined)

    def _readings(self, words: Words, by_word: Floats, said: Floats, joined: Floats) -> Readings:
        shares = softmax(joined[:, EMOTION_COLUMNS])
        chances = sigmoid(joined[:, FEELING_COLUMNS.start :])
        leading = shares.argmax(axis=1).repeat(words.sizes)
        return Readings(
            shares=shares,
            feelings=chances[:, :44],
            positive=chances[:, 44],
            intensity=chances[:, 45],
            certainty=sigmoid(trust_features(said, joined[:, EMOTION_COLUMNS]) @ self.trust + self.trust_bias),
            words=words,
            spoke=self.words.spoke(by_word, leading, among=len(EMOTIONS)),
        )

    def _alone(self, words: Sequence[str]) -> Floats:
        """What the network knows of each word by itself; its number of grams and their summed linear weights."""
        grams = word_grams(words)
        summed = np.add.reduceat(self.tables[grams.ids].astype(np.float32), grams.starts, axis=0)
        width = self.tables.shape[1] - len(self.words.step)
        known = self.network.by_word(summed[:, :width], grams.sizes)
        return np.concatenate([known, grams.sizes[:, None], summed[:, width:]], axis=1, dtype=np.float32)


def trust_features(said: Floats, emotion: Floats) -> Floats:
    """What certainty is told by (S × M + 2): what the members say, the leading emotion's odds, its lead in logits.

    ``emotion`` are the joined logits of the eight emotions.
    """
    ranked = np.sort(emotion, axis=1)
    others = np.log(np.exp(ranked[:, :-1] - ranked[:, -2:-1]).sum(axis=1)) + ranked[:, -2]
    lead = ranked[:, -1]
    return np.column_stack([said, lead - others, lead - ranked[:, -2]])


def softmax(scores: Floats) -> Floats:
    """Each row as shares that sum to 1."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Each number as a chance."""
    return np.asarray((np.tanh(scores / 2) + 1) / 2, np.float32)
