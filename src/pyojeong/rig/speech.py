"""What is said and when: the one timing that every voice fills, and mouths, subtitles and heads read.

A line is words as written, each with its sound in Hangul (궁무리 for 국물이). A voice says when each sound of it
begins and ends. Nothing that moves or shows text looks at the audio.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Stop(str, Enum):
    """What follows a word: nothing, or a mark at which a reader stops."""

    NONE = ""
    COMMA = ","
    PERIOD = "."
    QUESTION = "?"
    EXCLAMATION = "!"
    ELLIPSIS = "…"

    def __str__(self) -> str:
        return self.value


class Role(str, Enum):
    """Where in its syllable a sound stands."""

    ONSET = "onset"
    GLIDE = "glide"
    VOWEL = "vowel"
    CODA = "coda"


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One 어절 as it is written and as it sounds.

    Attributes:
        written: As in the text, with its punctuation: ``"국물이,"``.
        start: Its first character in the line.
        end: One past its last.
        surface: Hangul syllables as they sound, without spaces: ``"궁무리"``; empty where nothing is said (``"♪"``).
        stop: The stop after it.

    >>> SpokenWord("국물이", 0, 3, "궁무리").surface
    '궁무리'
    """

    written: str
    start: int
    end: int
    surface: str
    stop: Stop = Stop.NONE

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"word must satisfy 0 <= start < end, but got {self.start}:{self.end}")
        if not all("가" <= syllable <= "힣" for syllable in self.surface):
            raise ValueError(f"surface must be Hangul syllables alone, but got {self.surface!r}")


@dataclass(frozen=True, slots=True)
class Phone:
    """One sound: a jamo of the surface form, with its time.

    Attributes:
        sound: A consonant (``ㄱ`` … ``ㅎ``), a simple vowel (``ㅏㅓㅗㅜㅡㅣㅐㅔ``), or a glide, ``j`` or ``w``:
            ㅑ is j, ㅏ; ㅘ is w, ㅏ; ㅚ is w, ㅔ; ㅟ is w, ㅣ; ㅢ is ㅡ (as a glide), ㅣ.
        role: Where in the syllable.
        word: Number of the word in its utterance.
        syllable: Number of the syllable in the word's surface.
        start: Seconds from the start of the utterance.
        end: Seconds, not before ``start``.
    """

    sound: str
    role: Role
    word: int
    syllable: int
    start: float
    end: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.start <= self.end:
            raise ValueError(f"phone must satisfy 0 <= start <= end, but got {self.start}–{self.end}")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line said: words, sounds in order of time, and its whole length with the silence around them.

    >>> words = (SpokenWord("아", 0, 1, "아"),)
    >>> said = Utterance(words, (Phone("ㅏ", Role.VOWEL, 0, 0, 0.1, 0.3),), 0.5)
    >>> said.word_seconds
    ((0.1, 0.3),)
    """

    words: tuple[SpokenWord, ...]
    phones: tuple[Phone, ...]
    seconds: float

    def __post_init__(self) -> None:
        if any(later.start < sooner.start for sooner, later in zip(self.phones, self.phones[1:], strict=False)):
            raise ValueError("phones must be in order of time")
        if self.phones and self.phones[-1].end > self.seconds + 1e-6:
            raise ValueError(f"utterance must hold its phones, but {self.phones[-1].end} is past {self.seconds}")
        if any(not 0 <= phone.word < len(self.words) for phone in self.phones):
            raise ValueError("every phone must belong to a word of the utterance")

    @property
    def word_seconds(self) -> tuple[tuple[float, float] | None, ...]:
        """Start and end of every word; None for one of which nothing is said."""
        spans: list[tuple[float, float] | None] = [None] * len(self.words)
        for phone in self.phones:
            known = spans[phone.word]
            spans[phone.word] = (known[0], phone.end) if known else (phone.start, phone.end)
        return tuple(spans)

    def later(self, seconds: float) -> Utterance:
        """The same, with ``seconds`` of silence before it."""
        moved = tuple(
            Phone(p.sound, p.role, p.word, p.syllable, p.start + seconds, p.end + seconds) for p in self.phones
        )
        return Utterance(self.words, moved, self.seconds + seconds)


def silent(words: Sequence[SpokenWord], seconds: float) -> Utterance:
    """A line of which nothing is heard for ``seconds``."""
    return Utterance(tuple(words), (), seconds)
