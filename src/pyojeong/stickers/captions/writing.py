"""Who writes captions: one promise, and what happens when a writer fails."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from pyojeong.emotion import Mood
from pyojeong.errors import PyojeongError
from pyojeong.reading.text.gate import Gate
from pyojeong.stickers.captions.bank import CaptionBank
from pyojeong.stickers.captions.caption import LONGEST, syllables
from pyojeong.stickers.captions.voice import Voice

_BEFORE = re.compile(r"^\s*(?:(?:\d{1,2}|[a-zA-Z])[.):]\s+|[-*•·]\s+|(?:캡션|자막|문구|답)\s*\d*\s*[:：]\s*)+")
_QUOTES = "\"'“”‘’「」『』*`_ \t"
_KOREAN = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")


class CaptionWriter(Protocol):
    """Writes captions for a sentence and its mood."""

    @property
    def name(self) -> str:
        """Who wrote it, as shown to people."""

    def write(self, sentence: str, mood: Mood, voice: Voice, count: int) -> tuple[str, ...]:
        """At most ``count`` captions, different, polite, Korean, of at most `LONGEST` syllables; best first.

        Raises:
            PyojeongError: When the writer could not write one.
        """


@dataclass(frozen=True, slots=True)
class BankWriter:
    """The written bank as a writer; it always has an answer."""

    bank: CaptionBank
    name: str = "표정의 글귀"

    def write(self, sentence: str, mood: Mood, voice: Voice, count: int) -> tuple[str, ...]:
        """As `CaptionWriter.write`."""
        found = self.bank.suggest(mood, voice=voice, sentence=sentence, count=count)
        return tuple(one.caption.text for one in found)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, by whom, and what kept the writer that was asked from it (None when it wrote itself)."""

    lines: tuple[str, ...]
    by: str
    instead_of: PyojeongError | None = None


def write_captions(
    writer: CaptionWriter, bank: CaptionBank, sentence: str, mood: Mood, *, voice: Voice, count: int = 5
) -> Written:
    """What ``writer`` writes; when it cannot, what the bank has, saying so.

    Raises:
        ValueError: When ``count`` is less than one.
    """
    if count < 1:
        raise ValueError(f"count must be at least 1, but got {count}")
    try:
        return Written(writer.write(sentence, mood, voice, count), writer.name)
    except PyojeongError as failure:
        own = BankWriter(bank)
        return Written(own.write(sentence, mood, voice, count), own.name, failure)


def fitting_lines(answer: str, *, count: int) -> tuple[str, ...]:
    r"""The usable captions in what a language model answered: a line each, without numbers, bullets and quotes.

    Left out: lines without Korean, too long ones, ones the gate finds rude, and repeated ones.

    >>> fitting_lines('1. "퇴근이다!"\n2. 퇴근이다!\n- Go home\n3) 집이 부른다~', count=5)
    ('퇴근이다!', '집이 부른다~')
    """
    gate = Gate.shipped()
    lines: dict[str, None] = {}
    for raw in answer.splitlines():
        line = " ".join(_BEFORE.sub("", raw).strip(_QUOTES).split())
        if _is_caption(line) and gate.check(line).polite:
            lines[line] = None
    return tuple(lines)[:count]


def _is_caption(line: str) -> bool:
    return line.isprintable() and bool(_KOREAN.search(line)) and 0 < syllables(line) <= LONGEST
