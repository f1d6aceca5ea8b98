"""One Kiwi for the process (Lee 2024, Korean Journal of Digital Humanities 1-1): 0.7 s and 300 MB to open.

Its dictionary of names of several words (films, actors) stays closed: with it opening takes 1.5 s and 490 MB, and the
names that 4 % of film comments hold become one noun, which nothing here asks for; sentences are cut alike.
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def kiwi() -> Any:
    """The process's Kiwi."""
    from kiwipiepy import Kiwi

    return Kiwi(load_multi_dict=False)


def readable(text: str) -> str:
    """``text`` with characters that no tokeniser expects as spaces: same length in Kiwi's eyes, so spans stay exact."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\n\t\u200d\ufe0f" else " " for c in text)
