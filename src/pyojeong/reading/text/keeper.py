"""What a reader of text needs of a model, and the model that ships with the package as such a keeper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pyojeong.emotion import Mood
from pyojeong.reading.text.evidence import deciding_words
from pyojeong.reading.text.model import TextModel
from pyojeong.reading.text.moods import sentence_mood
from pyojeong.reading.text.spelling import spell


class MoodKeeper(Protocol):
    """Sentences become moods."""

    @property
    def unsure_below(self) -> float:
        """The certainty below which a mood is unsure."""

    def moods(self, sentences: Sequence[str]) -> list[Mood]:
        """The mood of each of these consecutive sentences of one text: a keeper may look at neighbours.

        Every sentence holds a character that is not white space. Evidence counts from the sentence's own start.
        """


class EmbeddedKeeper:
    """The package's own model."""

    def __init__(self, model: TextModel) -> None:
        self._model = model

    @property
    def unsure_below(self) -> float:
        """As the model's file says."""
        return self._model.naming.unsure_below

    def moods(self, sentences: Sequence[str]) -> list[Mood]:
        """Moods with the words that decided, each sentence read among its neighbours."""
        lines = [spell(sentence) for sentence in sentences]
        readings = self._model.read_together(lines)
        moods = []
        for row, (sentence, line) in enumerate(zip(sentences, lines, strict=True)):
            part = readings.words.of(row)
            evidence = deciding_words(readings.spoke[part], readings.words.span[part], line, sentence)
            moods.append(sentence_mood(readings, row, evidence, naming=self._model.naming))
        return moods
