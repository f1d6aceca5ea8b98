"""What is said and what is told: a tale in pieces, each a quotation, a thought or a sentence of the narrator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pyojeong.reading.text.sentences import Span, sentence_spans

#: Marks that close of themselves may span lines; straight ones are pairs within a line.
_SAID = re.compile(
    r"“(?:[^“”\"]|\"[^“”\"\n]*\")+”|「[^「」]{1,4000}」|『[^『』]{1,4000}』|«[^«»]{1,4000}»"  # closed
    r"|(?m:(?<=“)[^“”\n]{1,4000}(?=\n+“))"  # a paragraph of a long speech, whose mark is closed in a later one
    r"|[“\"][^“”\"\n]{1,4000}[\"”]"  # straight, or mixed by a keyboard
)
_THOUGHT = re.compile(r"‘[^‘’\n]{2,600}’|(?<![\w'])'[^'\n]{2,600}'(?![a-zA-Z'])")
_DASHED = re.compile(r"(?m)^[ \t]*[-–—―]\s*(?=\S)([^\n]+)$")
_DASHED_THEN_TOLD = re.compile(r"^(.+?)\s+[–—―]\s*(.+(?:다|요|죠)[.!?…]?)\s*$")
_SHOWN = re.compile("[^\\W_]|[\u2600-\u27bf\U0001f300-\U0001faff]")
_LINE = re.compile(r"[^\n]+")
_SPOKEN = re.compile(r"[.!?…~]|,$|[요다까야니라지네군]$")
_ENDED = re.compile(r"[.!?…~]\s*[’']$")
_UNENDED = re.compile(r"[^.!?…~\s][”’\"'」』]$")
#: A quotation without an end mark of at most this many characters is a word that is named, not said: "심청"이라는 아이.
_NAMED = 8
_NAMING = re.compile(
    r"\s*(?:이?라는\s*(?:뜻|이름|글|책|노래|제목|단어|간판|팻말|별명|곳|낱말|의미)|이?라고\s*(?:쓰|써|적|새겨|불리|불렸|불러|부르|이름)|이?란\s(?!생각|말|질문|대답|소리|외침))"
)
#: Quotations longer than this are felt sentence by sentence.
LONG_QUOTE = 70


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a tale.

    Attributes:
        start: First character, of a quotation its mark.
        end: One past the last.
        said: Whether it is a quotation or a thought.
        line: Number of its line in the text.
        whole: Number of the quotation it is part of, so that a long one keeps one speaker; -1 for what is told.
        thought: Whether it is only thought: ‘…’.
    """

    start: int
    end: int
    said: bool
    line: int
    whole: int = -1
    thought: bool = False


@dataclass(frozen=True, slots=True)
class _Quotation:
    start: int
    end: int
    thought: bool = False


def pieces_of(text: str) -> list[Piece]:
    """Quotations, thoughts and told sentences in order.

    >>> tale = '호랑이가 말했어요. "떡 하나 주면 안 잡아먹지." 어머니는 떨었어요.'
    >>> [(tale[p.start:p.end], p.said) for p in pieces_of(tale)]
    [('호랑이가 말했어요.', False), ('"떡 하나 주면 안 잡아먹지."', True), ('어머니는 떨었어요.', False)]
    >>> tale = '‘어디 숨을까?’ 토끼는 생각했다. 그는 ‘심청’이라는 이름을 몰랐다.'
    >>> [(tale[p.start:p.end], p.thought) for p in pieces_of(tale)]
    [('‘어디 숨을까?’', True), ('토끼는 생각했다.', False), ('그는 ‘심청’이라는 이름을 몰랐다.', False)]
    """
    pieces: list[Piece] = []
    lines = [found.start() for found in _LINE.finditer(text)]
    at, line = 0, 0
    quotations = _quotations(text)
    for number, quotation in enumerate([*quotations, _Quotation(len(text), len(text))]):
        for start, end in _sentences(text, at, quotation.start):
            line = _line_at(lines, start, line)
            pieces.append(Piece(start, end, False, line))
        if quotation.end > quotation.start:
            line = _line_at(lines, quotation.start, line)
            for start, end in _felt(text, quotation.start, quotation.end):
                pieces.append(Piece(start, end, True, line, number, quotation.thought))
            line = _line_at(lines, quotation.end - 1, line)
        at = quotation.end
    return pieces


def _line_at(starts: list[int], at: int, line: int) -> int:
    """Number of the line that holds ``at``, not before ``line``."""
    while line + 1 < len(starts) and starts[line + 1] <= at:
        line += 1
    return line


def _quotations(text: str) -> list[_Quotation]:
    """Where something is said or thought, in order, none within another."""
    found = [*_dashed(text), *_said(text), *_thoughts(text)]
    kept: list[_Quotation] = []
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return kept


def _dashed(text: str) -> Iterator[_Quotation]:
    for found in _DASHED.finditer(text):
        start, end = found.span(1)
        told = _DASHED_THEN_TOLD.match(text[start:end])
        yield _Quotation(start, start + told.end(1) if told else end)


def _said(text: str) -> Iterator[_Quotation]:
    for found in _SAID.finditer(text):
        inside = found.group().strip('“”"「」『』«» \n')
        named = len(inside) <= _NAMED and not _SPOKEN.search(inside)
        if inside and not named and not _NAMING.match(text, found.end()):
            opened = found.start() - (found.start() > 0 and text[found.start() - 1] == "“")
            yield _Quotation(opened, found.end())


def _thoughts(text: str) -> Iterator[_Quotation]:
    for found in _THOUGHT.finditer(text):
        if _ENDED.search(found.group()) and not _NAMING.match(text, found.end()):
            yield _Quotation(found.start(), found.end(), thought=True)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences between ``start`` and ``end``, without those that hold no letter and no emoji."""
    whole: list[Span] = []
    for a, b in sentence_spans(text[start:end]):
        if whole and _UNENDED.search(text[start + whole[-1][0] : start + whole[-1][1]]):
            whole[-1] = (whole[-1][0], b)  # a word in marks ends no sentence: ‘심청’ 이라는
        else:
            whole.append((a, b))
    for a, b in whole:
        if _SHOWN.search(text[start + a : start + b]):
            yield start + a, start + b


def _felt(text: str, start: int, end: int) -> Iterator[Span]:
    """A quotation whole, or in sentences when it is long; the first keeps the opening mark, the last the closing."""
    inside = sentence_spans(text[start + 1 : end - 1]) if end - start > LONG_QUOTE else []
    if len(inside) < 2:
        yield start, end
        return
    cuts = [start, *(start + 1 + a for a, _ in inside[1:]), end]
    for a, b in pairwise(cuts):
        yield a, a + len(text[a:b].rstrip())
