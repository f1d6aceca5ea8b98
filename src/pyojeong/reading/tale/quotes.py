"""What is said and what is told: a tale in pieces, each a quotation or a sentence of the narrator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyojeong.reading.text.sentences import Span, sentence_spans

_QUOTED = re.compile(r"“[^“”]{1,600}”|\"[^\"\n]{1,600}\"|「[^「」]{1,600}」|『[^『』]{1,600}』|«[^«»]{1,600}»")
_DASHED = re.compile(r"^[ \t]*[-–—―]\s*(?=\S)(.+)$")
_LINE = re.compile(r"[^\n]+")
_SPOKEN = re.compile(r"[.!?…~]|[요다까야니라지네군]$")
#: A quotation without an end mark of at most this many characters is a word that is named, not said: "심청"이라는 아이.
_NAMED = 8
#: Quotations longer than this are felt sentence by sentence.
LONG_QUOTE = 70


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a tale.

    Attributes:
        start: First character, of a quotation its mark.
        end: One past the last.
        said: Whether it is a quotation.
        line: Number of its line in the text.
        whole: Number of the quotation it is part of, so that a long one keeps one speaker; -1 for what is told.
    """

    start: int
    end: int
    said: bool
    line: int
    whole: int = -1


def pieces_of(text: str) -> list[Piece]:
    """Quotations and told sentences in order.

    >>> tale = '호랑이가 말했어요. "떡 하나 주면 안 잡아먹지." 어머니는 떨었어요.'
    >>> [(tale[p.start:p.end], p.said) for p in pieces_of(tale)]
    [('호랑이가 말했어요.', False), ('"떡 하나 주면 안 잡아먹지."', True), ('어머니는 떨었어요.', False)]
    """
    pieces: list[Piece] = []
    quotes = 0
    for number, found in enumerate(_LINE.finditer(text)):
        at = found.start()
        for start, end in (*_quotations(text, found.span()), (found.end(), found.end())):
            pieces.extend(Piece(a, b, False, number) for a, b in _sentences(text, at, start))
            if end > start:
                pieces.extend(Piece(a, b, True, number, quotes) for a, b in _felt(text, start, end))
                quotes += 1
            at = end
    return pieces


def _quotations(text: str, line: Span) -> Iterator[Span]:
    """Where something is said in a line."""
    dashed = _DASHED.match(text[line[0] : line[1]])
    if dashed:
        yield line[0] + dashed.start(1), line[0] + dashed.end(1)
        return
    for found in _QUOTED.finditer(text, *line):
        inside = found.group()[1:-1].strip()
        if len(inside) > _NAMED or _SPOKEN.search(inside):
            yield found.span()


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences between ``start`` and ``end``, without those that hold no letter."""
    for a, b in sentence_spans(text[start:end]):
        if any(character.isalnum() for character in text[start + a : start + b]):
            yield start + a, start + b


def _felt(text: str, start: int, end: int) -> Iterator[Span]:
    """A quotation whole, or in sentences when it is long; the first keeps the opening mark, the last the closing."""
    if end - start <= LONG_QUOTE:
        yield start, end
        return
    inside = [(start + 1 + a, start + 1 + b) for a, b in sentence_spans(text[start + 1 : end - 1])]
    if not inside:
        yield start, end
        return
    for number, (a, b) in enumerate(inside):
        yield (start if number == 0 else a), (end if number == len(inside) - 1 else b)
