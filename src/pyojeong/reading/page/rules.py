"""Rules and rims that were read as letters: the grey edge of a photographed page looks like a long ``ㅣ``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyojeong.reading.page.page import Line

_RULES = re.compile(r"[|¦│┃ㅣ_\-–—―]+")
_RIM = re.compile(r"[|¦│┃ㅣ_]+")
_FACE = re.compile(r"-_+-")
"""A face people write, not a rule."""


def without_rules(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines without those made of rules alone, and without a rim before the first word.

    A dash before the first word stays: it is how lists are written.

    >>> from pyojeong.reading.page.page import Word
    >>> def line(*words):
    ...     return Line(tuple(Word(word, 0.5, (40.0 * n, 0.0, 40.0 * n + 20, 20.0)) for n, word in enumerate(words)))
    >>> read = [line("|"), line("ㅣ", "오늘은", "비"), line("-", "우산"), line("_", "--"), line("-_-"), line("ㅡㅡ")]
    >>> [one.text for one in without_rules(read)]
    ['오늘은 비', '- 우산', '-_-', 'ㅡㅡ']
    """
    return tuple(_without_rim(line) for line in lines if not _is_rule(line))


def _is_rule(line: Line) -> bool:
    return all(_RULES.fullmatch(word.text) and not _FACE.fullmatch(word.text) for word in line.words)


def _without_rim(line: Line) -> Line:
    first, *rest = line.words
    return Line(tuple(rest)) if rest and _RIM.fullmatch(first.text) else line
