"""A syllable on its way from spelling to sound, with what the rules have to know of the word it stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from pyojeong.rig.pronunciation.hangul import join, split


class Boundary(str, Enum):
    """What lies before a syllable; the standard asks for it in articles 13 to 17, 24 and 29.

    ``INSIDE`` a morpheme; before a ``FORM`` without meaning of its own (particle, ending, suffix); before ``CONTENT``
    (the second half of a compound, what follows a prefix); a ``SPACE``; a ``PAUSE``, over which nothing is joined.
    """

    INSIDE = "inside"
    FORM = "form"
    CONTENT = "content"
    SPACE = "space"
    PAUSE = "pause"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable: as it is written, as it sounds so far, and its marks.

    Attributes:
        written: As spelled (numbers and letters: as they are read).
        onset: Beginning consonant, ``ㅇ`` for none.
        vowel: One of the 21.
        coda: Final consonant, simple or double, or empty.
        before: What lies before it.
        tag: Part of speech of its first morpheme, in the Sejong set (``NNG``, ``VV``, ``JKO``, ``SN`` …).
        stem: Last syllable of a verb's or adjective's stem, its end unchanged (감 in 감고, not 간 in 간다).
        adnominal: Ends in the -(으)ㄹ of article 27.
        genitive: The particle 의.
        settled: Of a word whose spelling the lexicon has settled; no sound is added to it by rule.

    >>> Syllable.of("값", before=Boundary.SPACE, tag="NNG").coda
    'ㅄ'
    """

    written: str
    onset: str
    vowel: str
    coda: str
    before: Boundary = Boundary.INSIDE
    tag: str = ""
    stem: bool = False
    adnominal: bool = False
    genitive: bool = False
    settled: bool = False

    @classmethod
    def of(
        cls,
        written: str,
        *,
        before: Boundary = Boundary.INSIDE,
        tag: str = "",
        stem: bool = False,
        adnominal: bool = False,
        genitive: bool = False,
    ) -> Syllable:
        """The syllable spelled ``written``, not yet changed by any rule."""
        return cls(written, *split(written), before, tag, stem, adnominal, genitive)

    @property
    def sound(self) -> str:
        """The syllable as it sounds so far, spelled in Hangul."""
        return join(self.onset, self.vowel, self.coda)

    @property
    def begins_word(self) -> bool:
        """Whether a space or a pause lies before it."""
        return self.before in (Boundary.SPACE, Boundary.PAUSE)

    @property
    def joined_to_form(self) -> bool:
        """Whether it continues the morpheme before it, or is a particle, ending or suffix to it."""
        return self.before in (Boundary.INSIDE, Boundary.FORM)

    def respelled(self, sound: str) -> Syllable:
        """The same syllable, settled to sound as ``sound`` is spelled."""
        onset, vowel, coda = split(sound)
        return replace(self, onset=onset, vowel=vowel, coda=coda, settled=True)

    def sounding(self, *, onset: str | None = None, vowel: str | None = None, coda: str | None = None) -> Syllable:
        """The same syllable with the sounds that are given."""
        return replace(
            self,
            onset=self.onset if onset is None else onset,
            vowel=self.vowel if vowel is None else vowel,
            coda=self.coda if coda is None else coda,
        )


Syllables = tuple[Syllable, ...]
Pair = tuple[Syllable, Syllable]
