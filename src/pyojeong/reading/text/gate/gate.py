"""Is a line fit to be put on a picture for others: rude words found by pattern, abuse by a learned model.

A diary is never stopped by it, and elsewhere it only asks to say it more kindly: the person decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from pyojeong.reading.text.gate.lexicon import Lexicon, lexicon
from pyojeong.reading.text.gate.traced import Span, Traced, merged
from pyojeong.reading.text.linear import LineTable
from pyojeong.reading.text.spelling import spell
from pyojeong.weights.store import arrays_of

SHIPPED = "gate-ko"
SURE = 0.7
"""Chance above which the model alone calls a line rude: 3 false alarms in 10,000 everyday lines (dev), as at 0.8."""
SUSPECTED = 0.4
"""Chance above which it does when korcen's word list agrees. The list alone stops 새끼 고양이 and 시방."""
LONGEST_LINE = 2_000
"""Longer texts are looked through in parts: patterns cost more than in proportion."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate thinks of a text.

    Attributes:
        rude: Where rude words stand, in order; empty when only the tone is rude.
        chance: That people would call the text abusive, [0, 1], as the learned model sees it.
        polite: Whether there is nothing to rephrase.
    """

    rude: tuple[Span, ...]
    chance: float
    polite: bool


class Gate:
    """Reads manners.

    >>> gate = Gate.shipped()
    >>> gate.check("시발점에서 다시 발표했다. 새끼 고양이가 귀여웠다.").polite
    True
    >>> found = gate.check("야 이 병.신아")
    >>> found.polite, found.rude
    (False, ((4, 7),))
    """

    def __init__(self, words: Lexicon, abuse: LineTable) -> None:
        self._words = words
        self._abuse = abuse

    @classmethod
    def shipped(cls) -> Gate:
        """The gate with the package's word lists and model, opened once a process."""
        return _shipped()

    def check(self, text: str) -> Verdict:
        """The verdict on ``text``; of a longer text than `LONGEST_LINE` on its parts."""
        parts = list(_parts(text))
        verdicts = [self._check(text[start:end]) for start, end in parts]
        rude = [(start + a, start + b) for (start, _), v in zip(parts, verdicts, strict=True) for a, b in v.rude]
        return Verdict(
            rude=merged(rude),
            chance=max((v.chance for v in verdicts), default=0.0),
            polite=all(v.polite for v in verdicts),
        )

    def _check(self, text: str) -> Verdict:
        forms = self._words.forms(text)
        rude = merged(span for form in forms for span in self._words.found(form))
        chance = self.chance(forms[0].text)
        suspected = chance > SURE or (chance > SUSPECTED and any(map(_listed, forms)))
        return Verdict(rude, chance, polite=not rude and not suspected)

    def chance(self, text: str) -> float:
        """The learned model's chance that ``text`` is abusive; `check` covers innocent words first."""
        line = spell(text)
        if not len(line):
            return 0.0
        return float((np.tanh(self._abuse.scores([line])[0] / 2) + 1) / 2)


def _parts(text: str) -> Iterator[Span]:
    """Stretches of at most `LONGEST_LINE` characters, cut after white space where there is some in their last half."""
    start = 0
    while start < len(text):
        end = min(start + LONGEST_LINE, len(text))
        if end < len(text):
            space = max(text.rfind(mark, start + LONGEST_LINE // 2, end) for mark in " \n")
            end = space + 1 if space >= 0 else end
        yield start, end
        start = end


@cache
def _shipped() -> Gate:
    arrays = arrays_of(SHIPPED)
    table = LineTable(arrays["weights"], float(arrays["step"]), float(arrays["bias"]))
    return Gate(lexicon(), table)


def _listed(form: Traced) -> bool:
    """Whether korcen's word list has something of the form."""
    from korcen import korcen

    return bool(korcen.check(form.text))
