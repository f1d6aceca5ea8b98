"""The written bank of captions.

``bank.tsv`` was written line by line for this project: no line is taken from a show, an advertisement or a person.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyojeong.emotion import Emotion, Feeling, Mood
from pyojeong.reading.text.words import word_stems
from pyojeong.stickers.captions.caption import Caption
from pyojeong.stickers.captions.cues import Occasion, occasions
from pyojeong.stickers.captions.likeness import Worded
from pyojeong.stickers.captions.situation import Situation
from pyojeong.stickers.captions.suggesting import Suggestion, Wish, chosen
from pyojeong.stickers.captions.voice import Voice

_TABLE = Path(__file__).with_name("bank.tsv")
LONGEST_SENTENCE = 400
"""Characters of a typed sentence that are looked at; an occasion is named early."""


class CaptionBank:
    """Captions, and which of them fit.

    >>> from pyojeong.emotion import Emotion, Mood
    >>> bank = CaptionBank.shipped()
    >>> joy = Mood.of(Emotion.JOY)
    >>> found = bank.suggest(joy, voice=Voice.BANMAL, sentence="드디어 퇴근이다! 집에 가자", count=3)
    >>> {Situation.LEAVING_WORK in one.caption.situations for one in found}, found[0].reason.korean
    ({True}, '‘퇴근’에서 퇴근 이야기로 읽었어요')
    """

    def __init__(self, captions: Iterable[Caption]) -> None:
        self.captions = tuple(captions)
        self._worded = tuple((caption, Worded(caption.text)) for caption in self.captions)

    @classmethod
    def shipped(cls) -> CaptionBank:
        """The bank that ships in the package, opened once a process."""
        return _shipped()

    def suggest(
        self,
        mood: Mood,
        *,
        voice: Voice,
        situation: Situation | None = None,
        sentence: str | None = None,
        count: int = 5,
        avoid: Iterable[str] = (),
    ) -> tuple[Suggestion, ...]:
        """The captions of ``voice`` that fit best, no two alike; fewer than ``count`` when there are no more.

        Args:
            mood: How it feels; the fit grows with every part of it.
            voice: How it speaks.
            situation: What it is about, when the person says so; what ``sentence`` speaks of then counts no more.
            sentence: What the person typed; what it is about and its words are looked for.
            count: How many are wanted, at least one.
            avoid: Captions that are there already: they and their likes are not given.

        Raises:
            ValueError: When ``count`` is less than one.
        """
        if count < 1:
            raise ValueError(f"count must be at least 1, but got {count}")
        typed = (sentence or "")[:LONGEST_SENTENCE]
        spoken = {situation: Occasion(1.0)} if situation else occasions(typed, mood)
        wish = Wish(mood, spoken, _stems(typed))
        candidates = (pair for pair in self._worded if pair[0].voice is voice)
        there = [Worded(text) for text in avoid]
        return tuple(chosen(candidates, wish, count=count, avoid=there))


def _stems(typed: str) -> frozenset[str]:
    return frozenset(stem.form for stem in word_stems(typed) if len(stem.form) > 1)


def _read() -> list[Caption]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Caption(
            row["text"],
            Emotion(row["emotion"]),
            tuple(Feeling.of(label) for label in row["feelings"].split(",")),
            tuple(Situation.of(name) for name in row["situations"].split(",") if name),
            Voice.of(row["voice"]),
        )
        for row in rows
    ]


@cache
def _shipped() -> CaptionBank:
    return CaptionBank(_read())
