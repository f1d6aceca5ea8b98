"""A line of Korean becomes words with their sound: numbers, letters, signs read out, then the standard's rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyojeong.reading.text.marking import Spoken, marked
from pyojeong.reading.text.stops import stop_after, stop_at_line_end
from pyojeong.rig.pronunciation import Joining, pronounced
from pyojeong.rig.pronunciation.letters import letter_readings
from pyojeong.rig.pronunciation.lexicon import Lexicon
from pyojeong.rig.pronunciation.numbers import Reading, number_readings
from pyojeong.rig.pronunciation.symbols import symbol_readings
from pyojeong.rig.speech import SpokenWord, Stop

_WORD = re.compile(r"\S+")
_HANGUL = "가-힣\u1100-\u11ff"
#: Marks in what is written without a space at which a reader stops all the same: 음...글쎄, 좋아요~영화는.
_STOPS_INSIDE = re.compile(
    rf"(?:(?<=[{_HANGUL}])(?:[!?,…‥⋯—―]+|\.{{2,}}[!?]*)|(?<=[다요까죠네지야])[.~]+)(?=[{_HANGUL}ㄱ-ㅣ])"
)


def spoken_words(
    text: str, *, joining: Joining = Joining.SOFT, lexicon: Lexicon | None = None
) -> tuple[SpokenWord, ...]:
    """Every word of ``text`` between white space, with its sound and the stop after it.

    A word written to the next without a space ends at a mark between them (음...글쎄). One of which nothing is said (a
    face, a dash) has an empty surface. Latin words, numbers, units and everyday signs are read out; sounds change
    across spaces as ``joining`` says.

    >>> [(word.written, word.surface, str(word.stop)) for word in spoken_words("국물이 3시에 식었네? ^^")]
    [('국물이', '궁무리', ''), ('3시에', '세시에', ''), ('식었네?', '시건네', '?'), ('^^', '', '')]

    Args:
        text: Of any length; the time it takes grows with it and no faster.
        joining: How far sounds change across spaces; a reader of stories joins softly.
        lexicon: Words the rules cannot tell; None takes the shipped ones.
    """
    line, words = _composed(text)
    spoken, spans = _read_out(line, [(word.start, word.end) for word in words])
    syllables = marked(spoken)
    sounds = pronounced(tuple(s for _, s in syllables), joining=joining, lexicon=lexicon)
    surfaces = [""] * len(words)
    at = 0
    for (place, _), sound in zip(syllables, sounds, strict=True):
        while place >= spans[at][1]:
            at += 1
        surfaces[at] += sound.sound
    return tuple(
        SpokenWord(word.written, word.first, word.last, surface, _stop(text, line, word))
        for word, surface in zip(words, surfaces, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """A word as written, where it stands in the text, and where in the composed line."""

    written: str
    first: int
    last: int
    start: int
    end: int


def _composed(text: str) -> tuple[str, list[_Written]]:
    """``text`` with whole syllables (NFC), a space between words, and its words; decomposed Hangul keeps its places."""
    words: list[_Written] = []
    parts: list[str] = []
    length = 0
    for first, last in _word_spans(text):
        whole = unicodedata.normalize("NFC", text[first:last])
        words.append(_Written(text[first:last], first, last, length, length + len(whole)))
        parts.append(whole)
        length += len(whole) + 1
    return " ".join(parts), words


def _word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each word between white space, or between marks inside of it, begins and ends."""
    for match in _WORD.finditer(text):
        cuts = [found.end() for found in _STOPS_INSIDE.finditer(text, match.start(), match.end())]
        yield from pairwise((match.start(), *cuts, match.end()))


def _read_out(line: str, words: Sequence[tuple[int, int]]) -> tuple[Spoken, list[tuple[int, int]]]:
    """``line`` with every reading in its place, and where its words now lie."""
    pieces: list[str] = []
    generated: list[str] = []
    moved: list[int] = []  # where every character of the line went

    def put(text: str, tag: str) -> None:
        pieces.append(text)
        generated.extend([tag] * len(text))

    at = 0
    for reading, tag in _readings(line):
        for place in range(at, reading.start):
            moved.append(len(generated))
            put(line[place], "")
        moved.extend([len(generated)] * (reading.end - reading.start))
        put(reading.spoken, tag)
        at = reading.end
    for place in range(at, len(line)):
        moved.append(len(generated))
        put(line[place], "")
    moved.append(len(generated))
    spans = [(moved[start], moved[end]) for start, end in words]
    return Spoken("".join(pieces), tuple(generated)), spans


def _readings(line: str) -> list[tuple[Reading, str]]:
    """What is read out otherwise than it is written, in order, none over another; a number takes its unit with it."""
    found = [(r, "SN") for r in number_readings(line)]
    found += [(r, "SL") for r in letter_readings(line)]
    found += [(r, "SW") for r in symbol_readings(line)]
    kept: list[tuple[Reading, str]] = []
    for reading, tag in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        if not kept or reading.start >= kept[-1][0].end:
            kept.append((reading, tag))
    return kept


def _stop(text: str, line: str, word: _Written) -> Stop:
    """The stop by its marks; where it has none and its line ends, that of the line."""
    marked = stop_after(line[word.start : word.end], last=word.end == len(line))
    if marked is not Stop.NONE or word.end == len(line):
        return marked
    return stop_at_line_end(text, word.last)
