"""Morphemes of Korean text by Kiwi, and whether what one of them says is denied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pyojeong.reading.text.kiwi import kiwi, readable

_DENYING = frozenset({"않", "못하", "말"})
_DENYING_ADVERBS = frozenset({"안", "못"})
_REACH = 3
"""Morphemes within which a denial follows its verb: 울지는 않았다."""


def morphemes(text: str) -> Sequence[Any]:
    """Kiwi's tokens of ``text`` in order: ``form``, ``tag``, and ``start`` and ``len`` in characters."""
    found: Sequence[Any] = kiwi().tokenize(readable(text))
    return found


def is_denied(tokens: Sequence[Any], n: int) -> bool:
    """Whether the verb at ``n`` of `morphemes` is not done.

    >>> said = ("울지 않았다", "울지는 못했다", "안 울었다", "울었다", "울면서 말했다")
    >>> [is_denied(tokens, int(tokens[0].form == "안")) for tokens in map(morphemes, said)]
    [True, True, True, False, False]
    """
    if n and tokens[n - 1].tag == "MAG" and tokens[n - 1].form in _DENYING_ADVERBS:
        return True
    after = tokens[n + 1 : n + 1 + _REACH]
    held = any(token.form in ("지", "지도") for token in after)
    return held and any(
        (token.tag.startswith("V") and token.form in _DENYING)
        or (token.tag == "MAG" and token.form in _DENYING_ADVERBS)
        for token in after
    )
