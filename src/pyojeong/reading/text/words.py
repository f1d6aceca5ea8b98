"""The words of a Korean sentence that carry meaning, in their dictionary form, by Kiwi."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.reading.text.morphemes import morphemes

_MEANT = ("NN", "NR", "VV", "VA", "VX", "XR", "MAG", "IC", "SL", "SN")


@dataclass(frozen=True, slots=True)
class WordStem:
    """A noun, or the stem of a verb or adjective, and where it stands in the text it came from.

    >>> [stem.form for stem in word_stems("배고파서 밥을 먹었다")]
    ['배고프', '밥', '먹']
    """

    form: str
    start: int
    end: int


def word_stems(text: str) -> tuple[WordStem, ...]:
    """Nouns, verbs, adjectives, adverbs, interjections and numbers of ``text``, in order, without their endings."""
    found = morphemes(text)
    return tuple(WordStem(t.form, t.start, t.start + t.len) for t in found if t.tag.startswith(_MEANT))
