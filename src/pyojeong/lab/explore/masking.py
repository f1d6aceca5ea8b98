"""Rude words on a page: seen to be there, not to be read."""

from __future__ import annotations

import re

from pyojeong.lab.explore.text_set import Manners
from pyojeong.reading.text.gate.lexicon import lexicon

MASK = "○"
LONGEST = 160
"""Characters of a quotation."""
_WORD = re.compile(r"\w+")


def masked(text: str, manners: Manners) -> str:
    """A quotation of at most `LONGEST` characters.

    >>> masked("정말 나쁜 말이다", Manners.OFFENSIVE)
    '정○ 나○ 말○○'
    >>> masked("시발점에서 만나", Manners.PLAIN)
    '시발점에서 만나'
    """
    line = " ".join(text.split())
    line = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    if manners is Manners.OFFENSIVE:
        return _WORD.sub(lambda word: word[0][0] + MASK * (len(word[0]) - 1), line)
    letters = list(line)
    words = lexicon()
    for start, end in (span for form in words.forms(line) for span in words.found(form)):
        letters[start + 1 : end] = MASK * (end - start - 1)
    return "".join(letters)
