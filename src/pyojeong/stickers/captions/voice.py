"""Five ways of speaking."""

from __future__ import annotations

from enum import Enum


class Voice(str, Enum):
    """Who the sticker talks like.

    >>> Voice.of("사투리") is Voice.of("Dialect") is Voice.DIALECT
    True
    """

    korean: str
    english: str

    def __new__(cls, value: str, korean: str, english: str) -> Voice:
        """A member whose value is its English word in small letters."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.korean = korean
        member.english = english
        return member

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def of(cls, name: str) -> Voice:
        """The voice called ``name``: its value in any case, or its Korean name.

        Raises:
            ValueError: When no voice has that name; the message lists those that exist.
        """
        wanted = name.strip().casefold()
        for voice in cls:
            if wanted in (voice.value, voice.korean):
                return voice
        names = ", ".join(f"{v.value}({v.korean})" for v in cls)
        raise ValueError(f"voice must be one of {names}, but got {name!r}")

    BANMAL = "banmal", "반말", "casual speech"
    POLITE = "polite", "존댓말", "polite speech"
    DIALECT = "dialect", "사투리", "regional dialects"
    UNCLE = "uncle", "아재", "uncle jokes"
    MEME = "meme", "밈", "memes"
