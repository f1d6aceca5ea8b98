"""Rude words by pattern, and the innocent words that look like them.

Both lists (``rude.tsv``, ``clean.tsv``) were written for this project; the rude ones are matched, never shown. Innocent
words are covered before anything is looked for, so that 시발점, 새끼손가락 or 18층 find nothing.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyojeong.reading.text.gate.forms import plain_forms
from pyojeong.reading.text.gate.traced import Span, Traced

_HERE = Path(__file__).parent
_COVER = "○"
"""Stands where an innocent word stood: no letter, so that nothing is joined across it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled patterns."""

    rude: re.Pattern[str]
    clean: re.Pattern[str]

    def forms(self, text: str) -> list[Traced]:
        """`plain_forms` of ``text`` with innocent words covered: what rude words are looked for in."""
        return [self.covered(form) for form in plain_forms(text)]

    def covered(self, form: Traced) -> Traced:
        """The form with innocent words covered."""
        return form.replaced(self.clean, lambda found: _COVER * len(found))

    def found(self, form: Traced) -> list[Span]:
        """Where, in the original, a covered form holds a rude word."""
        return [form.original(*match.span()) for match in self.rude.finditer(form.text) if match.group()]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package."""
    return Lexicon(_union("rude.tsv"), _union("clean.tsv"))


def _union(name: str) -> re.Pattern[str]:
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        patterns = [row["pattern"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
