"""What a voice has to make: the sounds of a line with what stands around them, before anything has a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyojeong.performing.voice.outcries import Cry, cries_of
from pyojeong.rig.phones import VOWEL_PARTS
from pyojeong.rig.pronunciation.hangul import split
from pyojeong.rig.speech import Role, SpokenWord, Stop

VOWELS = frozenset("ㅏㅓㅗㅜㅡㅣㅐㅔ")
SEVEN_CODAS = {
    **dict.fromkeys("ㄱㄲㅋㄳㄺ", "ㄱ"),
    **dict.fromkeys("ㄴㄵㄶ", "ㄴ"),
    **dict.fromkeys("ㄷㅅㅆㅈㅊㅌㅎ", "ㄷ"),
    **dict.fromkeys("ㄹㄼㄽㄾㅀ", "ㄹ"),
    **dict.fromkeys("ㅁㄻ", "ㅁ"),
    **dict.fromkeys("ㅂㅍㅄㄿ", "ㅂ"),
    "ㅇ": "ㅇ",
}


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
        Sounding(sound, role, number, place, cries.get(number))
        for number, word in enumerate(words)
        for place, syllable in enumerate(word.surface)
        for sound, role in _of_syllable(syllable)
    )


def _of_syllable(syllable: str) -> list[tuple[str, Role]]:
    onset, letter, coda = split(syllable)
    glide, vowel = VOWEL_PARTS[letter]
    made = [] if onset == "ㅇ" else [(onset, Role.ONSET)]
    if glide:
        made.append((glide, Role.GLIDE))
    made.append((vowel, Role.VOWEL))
    if coda:
        made.append((SEVEN_CODAS[coda], Role.CODA))
    return made


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
