"""One line of the bank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from pyojeong.emotion import Emotion, Feeling
from pyojeong.stickers.captions.situation import Situation
from pyojeong.stickers.captions.voice import Voice

LONGEST = 18
"""Syllables a caption may have; more become unreadable at the size of a chat bubble (two lines of nine)."""
_SHORT, _MEDIUM = 4, 9
_SOUNDED = re.compile("[가-힣A-Za-z0-9]")
_LOUD = re.compile("[!]|ㅠㅠ|ㅋㅋ")
_LOUDER = 0.1


class Length(str, Enum):
    """How much room a caption takes: up to 4 syllables, up to 9 (a line), up to 18 (two lines)."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


def syllables(text: str) -> int:
    """How many sounds are read out: Hangul syllables, Latin letters and digits; bare jamo and marks are none.

    >>> syllables("ㅋㅋㅋ 배 아파!")
    3
    """
    return len(_SOUNDED.findall(text))


@dataclass(frozen=True, slots=True)
class Caption:
    """A line and when it is said.

    Attributes:
        text: One line, at most `LONGEST` syllables.
        emotion: The emotion the face wears.
        feelings: One or more; one of them is under ``emotion``.
        situations: Where it belongs; empty when it fits anywhere.
        voice: How it speaks.

    >>> caption = Caption("퇴근이다!", Emotion.JOY, (Feeling.JOY,), (Situation.LEAVING_WORK,), Voice.BANMAL)
    >>> caption.length.value, round(caption.intensity, 2)
    ('short', 0.95)
    """

    text: str
    emotion: Emotion
    feelings: tuple[Feeling, ...]
    situations: tuple[Situation, ...]
    voice: Voice

    def __post_init__(self) -> None:
        if not self.text.strip() or self.text != self.text.strip() or not self.text.isprintable():
            raise ValueError(f"caption must be one line without space around it, but got {self.text!r}")
        if not 0 < syllables(self.text) <= LONGEST:
            raise ValueError(f"caption must have 1 to {LONGEST} syllables, but got {self.text!r}")
        if self.emotion not in {feeling.emotion for feeling in self.feelings}:
            raise ValueError(f"a feeling of {self.text!r} must be under {self.emotion}, but got {self.feelings!r}")

    @property
    def length(self) -> Length:
        """Its length class."""
        count = syllables(self.text)
        return Length.SHORT if count <= _SHORT else Length.MEDIUM if count <= _MEDIUM else Length.LONG

    @property
    def intensity(self) -> float:
        """How strongly it speaks, [0, 1]: how far its feelings lie from calm, a little more when it shouts or cries.

        Derived, not authored: the larger of valence and arousal of its feelings, without sign, on average.
        """
        away = sum(max(abs(f.valence), abs(f.arousal)) for f in self.feelings) / len(self.feelings)
        return min(1.0, away + (_LOUDER if _LOUD.search(self.text) else 0.0))
