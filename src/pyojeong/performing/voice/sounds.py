"""What a voice has to make: the sounds of a line with what stands around them, before anything has a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyojeong.performing.voice.outcries import Cry, cries_of
from pyojeong.rig.phones import sounds_of
from pyojeong.rig.speech import Role, SpokenWord, Stop

VOWELS = frozenset("ㅏㅓㅗㅜㅡㅣㅐㅔ")
TENSE, STRONG, PLAIN = frozenset("ㄲㄸㅃㅆㅉ"), frozenset("ㅋㅌㅍㅊ"), frozenset("ㄱㄷㅂㅈ")
RAISING = STRONG | frozenset("ㅅㅎ")
"""Breathed consonants after which a phrase begins high (Jun 2000), as it does after tense ones."""


@dataclass(frozen=True, slots=True)
class Sounding:
    """One sound to be made.

    Attributes:
        sound: As in `pyojeong.rig.speech.Phone`.
        role: Where in its syllable.
        word: Number of its word in the line.
        syllable: Number of its syllable in the word.
        cry: What its word does, where it is not said.
    """

    sound: str
    role: Role
    word: int
    syllable: int
    cry: Cry | None = None

    @property
    def is_vowel(self) -> bool:
        """Whether the syllable rests on it."""
        return self.role is Role.VOWEL


def soundings(words: Sequence[SpokenWord]) -> tuple[Sounding, ...]:
    """Every sound of ``words`` in order.

    >>> [s.sound for s in soundings([SpokenWord("국화", 0, 2, "구콰")])]
    ['ㄱ', 'ㅜ', 'ㅋ', 'w', 'ㅏ']
    """
    cries = cries_of(words)
    return tuple(
        Sounding(made.sound, made.role, number, made.syllable, cries.get(number))
        for number, word in enumerate(words)
        for made in sounds_of(word.surface)
    )


def breath_groups(words: Sequence[SpokenWord]) -> tuple[tuple[range, Stop], ...]:
    """Stretches of words said in one breath, each with the stop after it.

    A stretch without a stop ends after `_LONGEST_BREATH` syllables: nobody reads further without taking air.
    """
    groups: list[tuple[range, Stop]] = []
    start, syllables = 0, 0
    for number, word in enumerate(words):
        syllables += len(word.surface)
        following = len(words[number + 1].surface) if number + 1 < len(words) else 0
        last = number + 1 == len(words)
        if word.stop is not Stop.NONE or last or syllables + following > _LONGEST_BREATH:
            groups.append((range(start, number + 1), word.stop))
            start, syllables = number + 1, 0
    return tuple(groups)


_LONGEST_BREATH = 18
"""Syllables. Read Korean pauses every 10 to 20 syllables; a choice inside that."""
