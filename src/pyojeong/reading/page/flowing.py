"""Lines as running text: a sentence that goes on in the next line stays one sentence."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import pairwise

from pyojeong.reading.page.page import BoxXyxy

PARAGRAPH_GAP = 1.7
"""A step to the next line this many times the usual one begins a paragraph (authored: a blank line is twice)."""


def flowing_text(lines: Sequence[tuple[str, BoxXyxy]]) -> str:
    r"""The lines, with their boxes, joined by spaces; a wider gap begins a new line; emptied lines are left out.

    >>> rows = [("오늘은 비가", (0, 0, 9, 10)), ("왔다.", (0, 20, 9, 30)), ("끝.", (0, 60, 9, 70)), ("", (0, 80, 9, 9))]
    >>> flowing_text(rows)
    '오늘은 비가 왔다.\n끝.'
    """
    said = [(text.strip(), box) for text, box in lines if text.strip()]
    steps = [below[1] - above[1] for (_, above), (_, below) in pairwise(said)]
    falling = [step for step in steps if step > 0]
    usual = statistics.median_low(falling) if falling else 0.0
    joined = said[0][0] if said else ""
    for (text, _), step in zip(said[1:], steps, strict=True):
        joined += ("\n" if usual and step > PARAGRAPH_GAP * usual else " ") + text
    return joined
