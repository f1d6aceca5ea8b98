"""Marks on the syllables of a line, by Kiwi: what the pronunciation rules ask of the words they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyojeong.reading.text.morphemes import morphemes
from pyojeong.rig.pronunciation.hangul import is_syllable, split
from pyojeong.rig.pronunciation.syllable import Boundary, Syllable

#: Parts of speech without a meaning of their own: particles, endings, suffixes, the copula.
_FORMAL = ("J", "E", "XS", "VCP")
_STEMS = ("VV", "VA", "VX")
#: Kiwi is asked for stretches of at most this many characters: its time then grows with the line and no faster.
LONGEST_STRETCH = 400
#: Signs that are not heard between syllables: 집'이', 3·1.
_UNHEARD = frozenset("·'\"‘’“”「」『』()[]<>《》*_`^|\u200b\u200d\ufe0f")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as it is read out, in Hangul, spaces and stops.

    Attributes:
        text: What is read.
        generated: For each character the part of speech of a number (``SN``) or Latin word (``SL``) it was read from,
            or nothing.
    """

    text: str
    generated: tuple[str, ...]


def marked(spoken: Spoken) -> tuple[tuple[int, Syllable], ...]:
    """The syllables of a line with their marks, each with its place in ``spoken.text``."""
    found: list[tuple[int, Syllable]] = []
    before = Boundary.PAUSE
    tokens = _tokens_at(spoken.text)
    for place, character in enumerate(spoken.text):
        if is_syllable(character):
            found.append((place, _syllable(spoken, place, before, tokens)))
            before = Boundary.INSIDE
        elif character.isspace():
            before = before if before is Boundary.PAUSE else Boundary.SPACE
        elif character not in _UNHEARD:
            before = Boundary.PAUSE
    return tuple(found)


def _tokens_at(text: str) -> list[list[Any]]:
    """For every character the morphemes that lie over it; 해 is 하 and 어 at once."""
    over: list[list[Any]] = [[] for _ in text]
    for start, stretch in stretches(text):
        for token in morphemes(stretch):
            first = start + token.start
            for place in range(first, first + max(1, token.len)):
                if place < len(over):
                    over[place].append(_Token(token.form, token.tag, first, first + max(1, token.len)))
    return over


@dataclass(frozen=True, slots=True)
class _Token:
    form: str
    tag: str
    start: int
    end: int


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """``text`` in pieces of at most `LONGEST_STRETCH`, cut at sentence ends or spaces where there are some."""
    start = 0
    while start < len(text):
        end = min(len(text), start + LONGEST_STRETCH)
        if end < len(text):
            half = start + LONGEST_STRETCH // 2
            cut = max(text.rfind(mark, half, end) for mark in (". ", "? ", "! "))
            cut = cut + 1 if cut > 0 else text.rfind(" ", half, end)
            end = cut + 1 if cut > half else end
        yield start, text[start:end]
        start = end


def _syllable(spoken: Spoken, place: int, before: Boundary, tokens: list[list[_Token]]) -> Syllable:
    character, generated = spoken.text[place], spoken.generated[place]
    if generated:
        continues = before is Boundary.INSIDE and place > 0 and spoken.generated[place - 1] == generated
        edge = before if before is not Boundary.INSIDE or continues else Boundary.CONTENT
        return Syllable.of(character, before=edge, tag=generated, genitive=generated == "SN" and character == "의")
    over = tokens[place]
    tag = over[0].tag if over else ""
    if before is Boundary.INSIDE:
        before = _boundary(spoken, place, over)
    return Syllable.of(
        character,
        before=before,
        tag=tag,
        stem=any(_ends_stem(token, place, character) for token in over),
        adnominal=split(character)[2] == "ㄹ" and any(_adnominal(token, place) for token in over),
        genitive=character == "의" and any(token.tag == "JKG" for token in over),
    )


def _boundary(spoken: Spoken, place: int, over: list[_Token]) -> Boundary:
    if not over:
        return Boundary.CONTENT if spoken.generated[place - 1] else Boundary.INSIDE
    starting = next((token for token in over if token.start == place), None)
    if starting is None or any(token.start < place for token in over):
        return Boundary.INSIDE
    return Boundary.FORM if starting.tag.startswith(_FORMAL) else Boundary.CONTENT


def _ends_stem(token: _Token, place: int, character: str) -> bool:
    """Whether a stem ends here as it is spelled; 간다 has the stem 가, whose end is not 간."""
    return token.tag.startswith(_STEMS) and token.end - 1 == place and token.form[-1:] == character


def _adnominal(token: _Token, place: int) -> bool:
    """Whether the -(으)ㄹ of article 27 ends here: 할 것, and inside endings as in 할걸, 할수록."""
    if token.tag == "ETM":
        return token.end - 1 == place and token.form[-1:] in ("ᆯ", "을")
    if not token.tag.startswith("E") or len(token.form) < 2:
        return False
    return token.start == place and token.form[0] in ("ᆯ", "을")
