"""Whether a verb tells that something is done.

What is wished (먹고 싶다), meant (먹으려고), asked for (먹어야 한다) or reported (먹었다고) is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_NOT_DONE = frozenset(
    {
        "어야",
        "아야",
        "여야",
        "면",
        "으면",
        "려고",
        "으려고",
        "러",
        "으러",
        "라고",
        "다고",
        "자고",
        "ᆫ다고",
        "는다고",
        "냐고",
        "으라고",
        "도록",
        "게",
        "거든",
        "어도",
        "아도",
        "더라도",
        "려면",
        "으려면",
        "지",
        "기",
        "ᆯ까",
        "을까",
    }
)
#: Endings of what is asked, bidden or meant to be done.
_NOT_DONE_AT_LAST = ("자", "을래", "ᆯ래", "을게", "ᆯ게", "으렴", "렴", "어라", "아라", "거라", "을까", "ᆯ까", "느냐", "니")
_AFTER = 3


def happens(tokens: Sequence[Any], n: int) -> bool:
    """Whether the verb at ``n``, or of the noun there, is done and not only spoken of."""
    verb = n
    if tokens[n].tag.startswith("NN"):
        verb = next(
            (m for m in range(n + 1, min(n + 6, len(tokens))) if tokens[m].tag.startswith(("VV", "XSV", "VA"))), n
        )
        if verb == n:
            return False
    for token in tokens[verb + 1 : verb + 1 + _AFTER]:
        if token.tag in ("EC", "ETN") and token.form in _NOT_DONE:
            return False
        if token.form in ("싶", "보이") or (token.tag == "ETM" and token.form in ("을", "ᆯ")):
            return False
        if token.tag == "EF":
            return token.form not in _NOT_DONE_AT_LAST
    return True
