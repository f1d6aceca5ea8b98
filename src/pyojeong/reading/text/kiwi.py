"""One Kiwi for the process (Lee 2024, Korean Journal of Digital Humanities 1-1): a second and 200 MB to open."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def kiwi() -> Any:
    """The process's Kiwi."""
    from kiwipiepy import Kiwi

    return Kiwi()


def readable(text: str) -> str:
    """``text`` with characters that no tokeniser expects as spaces: same length in Kiwi's eyes, so spans stay exact."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\n\t\u200d\ufe0f" else " " for c in text)
