"""Words whose sound their spelling does not tell: compounds that tense or add ㄴ (articles 15, 20, 26, 28, 29).

The lexicon respells them before the rules run, syllable for syllable and with the *underlying* final consonant
(깻잎 as 깻닢, not 깬닙), so that what follows still links as it should: 깻잎을 is 깬니플.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pyojeong.rig.pronunciation.syllable import Boundary, Syllable, Syllables


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Spelling → respelling of the same number of syllables.

    >>> Lexicon({"눈동자": "눈똥자"}).longest
    3
    """

    entries: Mapping[str, str]

    def __post_init__(self) -> None:
        uneven = [word for word, sound in self.entries.items() if len(word) != len(sound)]
        if uneven:
            raise ValueError(f"respelling must have as many syllables as its word, but got {uneven!r}")

    @property
    def longest(self) -> int:
        """Syllables of the longest entry."""
        return max(map(len, self.entries), default=0)

    def respelled(self, syllables: Syllables) -> Syllables:
        """``syllables`` with every word of the lexicon respelled, the longest first.

        A word is found where a morpheme begins, and never across a space, a particle or an ending: 물가 is found in
        물가를, not in 물가 깊다. Words of two syllables must end where a morpheme ends (대가 is not found in 대가족);
        longer ones are found anywhere in a morpheme (손가락 in 새끼손가락).
        """
        if not self.entries:
            return syllables
        found = list(syllables)
        longest, at = self.longest, 0
        while at < len(found):
            length = self._found_at(found, at, longest)
            if not length:
                at += 1
                continue
            word = "".join(s.written for s in found[at : at + length])
            for i, sound in enumerate(self.entries[word]):
                found[at + i] = found[at + i].respelled(sound)
            at += length
        return tuple(found)

    def _found_at(self, syllables: list[Syllable], at: int, longest: int) -> int:
        end = at + 1
        while end < len(syllables) and end - at < longest and _continues(syllables[end]):
            end += 1
        text = "".join(s.written for s in syllables[at:end])
        begins = at == 0 or syllables[at].before is not Boundary.INSIDE
        for length in range(len(text), 2, -1):
            if text[:length] in self.entries:
                return length
        return 2 if begins and text[:2] in self.entries and _morpheme_ends(syllables, at + 2) else 0


def _morpheme_ends(syllables: list[Syllable], end: int) -> bool:
    return end >= len(syllables) or syllables[end].before is not Boundary.INSIDE


def _continues(syllable: Syllable) -> bool:
    if syllable.before is Boundary.FORM:
        return syllable.tag.startswith(("XS", "XR"))
    return not syllable.begins_word


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon of the package (``lexicon.tsv``: word, respelling, article), opened once a process."""
    lines = files("pyojeong.rig.pronunciation").joinpath("lexicon.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return Lexicon(MappingProxyType({row[0]: row[1] for row in rows}))
