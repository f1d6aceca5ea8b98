"""What is known of each word, worked out once: most words of a text have been met before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
MOST_WORDS = 8192
"""Words kept; 3.8 KB each."""


class WordMemory:
    """Rows of numbers for words, from ``work_out`` (words → one row each); safe to share between threads.

    Words are kept in two halves: when the newer half is full it becomes the older, and what was only in the older is
    forgotten. That keeps what was met lately, without a lock and without a list of turns.
    """

    def __init__(self, work_out: Callable[[Sequence[str]], Floats], *, most: int = MOST_WORDS) -> None:
        self._work_out = work_out
        self._half = most // 2
        self._newer: dict[str, Floats] = {}
        self._older: dict[str, Floats] = {}

    def __len__(self) -> int:
        return len(self._newer) + len(self._older)

    def rows(self, words: Sequence[str]) -> Floats:
        """The row of every word, in order (W × columns)."""
        newer = self._newer
        found = [newer.get(word) for word in words]
        if any(row is None for row in found):
            fresh = self._learned([word for word, row in zip(words, found, strict=True) if row is None])
            found = [fresh[word] if row is None else row for word, row in zip(words, found, strict=True)]
        return np.concatenate(found).reshape(len(words), -1)  # type: ignore[arg-type]

    def _learned(self, missing: Sequence[str]) -> dict[str, Floats]:
        """Rows of words that the newer half does not hold; it holds them from now on."""
        older = self._older
        fresh = {word: older[word] for word in missing if word in older}
        unknown = list(dict.fromkeys(word for word in missing if word not in fresh))
        if unknown:
            fresh.update(zip(unknown, self._work_out(unknown).copy(), strict=True))
        if len(self._newer) + len(fresh) > self._half:
            self._newer, self._older = {}, self._newer
        self._newer.update(list(fresh.items())[: self._half])
        return fresh
