"""How often a suggested caption fits a sentence it was not written for; run it with ``python``.

A caption fits when it belongs to one of the sentence's situations (``-``: to none) and wears one of its emotions.
``test_sentences.tsv`` is halved by the parity of the CRC-32 of the sentence: answers were only looked at on the first
half. ``other_hands.tsv`` are everyday sentences written by others for reading emotion, drawn by lot, fairy tales left
out; their situations were told before any answer was seen, and neither weights nor cues were changed after.
"""

from __future__ import annotations

import csv
import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyojeong.emotion import Emotion, Mood
from pyojeong.reading.text import TextReader
from pyojeong.stickers.captions import Caption, CaptionBank, Situation, Voice

TABLES = Path(__file__).parents[3] / "corpora" / "captions"
FIVE = 5


@dataclass(frozen=True)
class Question:
    """A sentence, and what a fitting caption must be."""

    sentence: str
    situations: frozenset[Situation]
    emotions: frozenset[Emotion]
    anywhere: bool

    def fits(self, caption: Caption) -> bool:
        about = self.situations & set(caption.situations) or (self.anywhere and not caption.situations)
        return bool(about) and caption.emotion in self.emotions

    @property
    def second_half(self) -> bool:
        return bool(zlib.crc32(self.sentence.encode()) % 2)


def questions(name: str = "test_sentences.tsv") -> list[Question]:
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Question(
            row["sentence"],
            frozenset(Situation(name) for name in row["situations"].split(",") if name != "-"),
            frozenset(Emotion(name) for name in row["emotions"].split(",")),
            "-" in row["situations"].split(","),
        )
        for row in rows
    ]


Chooser = Callable[[Question, Mood, Voice], Sequence[Caption]]


def by_sentence(question: Question, mood: Mood, voice: Voice) -> list[Caption]:
    found = CaptionBank.shipped().suggest(mood, voice=voice, sentence=question.sentence, count=FIVE)
    return [one.caption for one in found]


def by_emotion(question: Question, mood: Mood, voice: Voice) -> list[Caption]:
    """Any of the leading emotion, as a list of captions under eight headings would give."""
    pool = [c for c in CaptionBank.shipped().captions if c.voice is voice and c.emotion is mood.leading]
    return random.Random(question.sentence).sample(pool, min(FIVE, len(pool)))


def at_random(question: Question, mood: Mood, voice: Voice) -> list[Caption]:
    pool = [c for c in CaptionBank.shipped().captions if c.voice is voice]
    return random.Random(question.sentence).sample(pool, min(FIVE, len(pool)))


def hits(asked: Sequence[Question], choose: Chooser, voices: Sequence[Voice] = tuple(Voice)) -> tuple[float, float]:
    """Share of sentences whose first caption fits, and with a fitting one among five; over all voices."""
    reader = TextReader.shipped()
    first = five = 0
    for question in asked:
        mood = reader.read(question.sentence).mood
        for voice in voices:
            fit = [question.fits(caption) for caption in choose(question, mood, voice)]
            first += fit[0]
            five += any(fit)
    return first / len(asked) / len(voices), five / len(asked) / len(voices)


def main() -> None:
    own = questions()
    sets = {
        "first half": [question for question in own if not question.second_half],
        "second half": [question for question in own if question.second_half],
        "other hands": questions("other_hands.tsv"),
    }
    for name, asked in sets.items():
        for choose in (at_random, by_emotion, by_sentence):
            first, five = hits(asked, choose)
            print(f"{name} ({len(asked)}) {choose.__name__}: hit@1 {first:.3f}, hit@5 {five:.3f}")


if __name__ == "__main__":
    main()
