"""Which occasions a sentence speaks of, by the stems of its words and by how it feels.

``cues.tsv`` was written for this project. A cue is a stem, or several that follow each other; one with ``~`` before it
is looked for in the bare letters, for what an analyser cannot know. Weight 1 names the occasion, 0.5 hints at it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyojeong.emotion import Feeling, Mood
from pyojeong.reading.text.words import word_stems
from pyojeong.stickers.captions.situation import Situation

_TABLE = Path(__file__).with_name("cues.tsv")
_BARE = "~"
#: A feeling that by itself is an occasion to send something: who is grateful thanks, who is worn out says so.
FELT: Mapping[Feeling, Situation] = {
    Feeling.GRATITUDE: Situation.THANKS,
    Feeling.GUILT: Situation.SORRY,
    Feeling.WEARINESS: Situation.TIRED,
    Feeling.SURPRISE: Situation.SURPRISED,
    Feeling.FONDNESS: Situation.LOVE,
    Feeling.BOREDOM: Situation.BORED,
    Feeling.PRIDE: Situation.PROUD,
    Feeling.RESPECT: Situation.PRAISE,
    Feeling.COMPASSION: Situation.CHEERING_UP,
    Feeling.RESOLVE: Situation.PROMISE,
    Feeling.SORROW: Situation.SULKY,
}
FELT_WEIGHT = 0.4
"""How much of a cue a felt occasion is, at probability 1: chosen on the first half of the test sentences."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """How much a sentence speaks of a situation, (0, 1], and the words that say so (none when it is only felt)."""

    weight: float
    words: tuple[str, ...] = ()


def occasions(sentence: str, mood: Mood) -> dict[Situation, Occasion]:
    """What ``sentence`` is about; several cues add up, to 1 at most.

    >>> from pyojeong.emotion import Emotion
    >>> found = occasions("배고픈데 아직도 회의 중이야", Mood.of(Emotion.ANGER))
    >>> sorted(found), found[Situation.HUNGRY].words
    ([<Situation.HUNGRY: 'hungry'>, <Situation.MEETING: 'meeting'>], ('배고픈',))
    """
    found: dict[Situation, Occasion] = {}
    for situation, weight, words in _named(sentence):
        before = found.get(situation, Occasion(0.0))
        found[situation] = Occasion(min(1.0, before.weight + weight), (*before.words, *words))
    for feeling, situation in FELT.items():
        felt = FELT_WEIGHT * mood.feelings.get(feeling, 0.0)
        if felt > 0.1 and situation not in found:  # fainter ones are noise of 44 calibrated chances
            found[situation] = Occasion(felt)
    return found


def _named(sentence: str) -> list[tuple[Situation, float, tuple[str, ...]]]:
    stems = word_stems(sentence)
    forms = [stem.form for stem in stems]
    bare = "".join(sentence.split())
    found: list[tuple[Situation, float, tuple[str, ...]]] = []
    for situation, cue, weight in _cues():
        if cue[0].startswith(_BARE):
            if cue[0][1:] in bare:
                found.append((situation, weight, (cue[0][1:],)))
        elif (at := _place(cue, forms)) >= 0:
            found.append((situation, weight, (sentence[stems[at].start : stems[at + len(cue) - 1].end],)))
    return found


def _place(cue: Sequence[str], forms: Sequence[str]) -> int:
    """Where ``cue`` begins among ``forms``; -1 when it does not stand there."""
    for at in range(len(forms) - len(cue) + 1):
        if list(forms[at : at + len(cue)]) == list(cue):
            return at
    return -1


@cache
def _cues() -> tuple[tuple[Situation, tuple[str, ...], float], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple((Situation.of(row["situation"]), tuple(row["cue"].split()), float(row["weight"])) for row in rows)
