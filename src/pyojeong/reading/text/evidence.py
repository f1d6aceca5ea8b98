"""Which words decided: the linear member's weights for the leading emotion, placed in the original text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pyojeong.emotion import Evidence
from pyojeong.reading.text.linear import Floats
from pyojeong.reading.text.spelling import Spelled

#: Words that spoke less than this share of the strongest word's weight say nothing worth showing.
FAINT = 0.3
MOST_WORDS = 5
_CLOSING = "()[]{}<>\"'“”‘’「」『』.,·:;~-"


def deciding_words(weights: Floats, spans: Sequence[tuple[int, int]], line: Spelled, text: str) -> tuple[Evidence, ...]:
    """Up to five words of one sentence in text order, their weights divided by the strongest.

    Args:
        weights: How much each word speaks for the leading emotion (W).
        spans: Each word's place in ``line`` (W).
        line: The sentence as it was spelled.
        text: The sentence itself; evidence spans index it.
    """
    strongest = float(np.abs(weights).max(initial=0.0))
    if strongest <= 0:
        return ()
    found: list[Evidence] = []
    for word in np.argsort(-np.abs(weights), kind="stable").tolist():
        share = float(weights[word]) / strongest
        if abs(share) < FAINT or len(found) == MOST_WORDS:
            break
        start, end = original_span(spans[word], line, text)
        if text[start:end].strip(_CLOSING):
            found.append(Evidence(start, end, round(share, 4)))
    return tuple(sorted(found, key=lambda e: e.start))


def original_span(span: tuple[int, int], line: Spelled, text: str) -> tuple[int, int]:
    """Where a spelled word stands in the original text, with the rest of a shortened run and its invisible marks."""
    first, last = span
    start = int(line.origin[first])
    following = int(line.origin[last]) if last < len(line) else len(text)
    end = int(line.origin[last - 1]) + 1
    while end < following and not text[end].isspace():
        end += 1
    return start, end
