"""Word lists beside the code: which of their names a text speaks of, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from pyojeong.reading.tale.words import lists_in
from pyojeong.reading.text.words import word_stems


def stems_of(text: str) -> tuple[str, ...]:
    """Words of meaning without endings."""
    return tuple(stem.form for stem in word_stems(text))


def spoken_of(stems: Iterable[str], listed: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Names of the list → how much the words speak of each."""
    said = tuple(stems)
    return {name: sum(words.get(stem, 0.0) for stem in said) for name, words in listed.items()}


@cache
def listed(name: str) -> Mapping[str, Mapping[str, float]]:
    """The list in ``name``.txt: name → stem → weight."""
    return {
        key: {word.rstrip("*"): 2.0 if word.endswith("*") else 1.0 for word in found}
        for key, found in lists_in(__package__, name).items()
    }
