"""What the studio says, in Korean and in English."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from pyojeong.emotion import Emotion, Feeling
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.sentences import SENTENCES


class Language(str, Enum):
    """The two languages of the screen."""

    KOREAN = "ko"
    ENGLISH = "en"


class Named(Protocol):
    """What has a name in both languages."""

    @property
    def korean(self) -> str:
        """Its Korean name."""
        ...

    @property
    def english(self) -> str:
        """Its English name."""
        ...


class Words:
    """The studio's sentences in one language.

    >>> Words(Language.KOREAN)("undo"), Words(Language.ENGLISH).emotion(Emotion.JOY)
    ('되돌리기', 'joy')
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = 0 if language is Language.KOREAN else 1

    def __call__(self, key: str, **values: object) -> str:
        """The sentence ``key``, with ``{places}`` filled from ``values``."""
        return SENTENCES[key][self._column].format(**values) if values else SENTENCES[key][self._column]

    def either(self, pair: tuple[str, str]) -> str:
        """What is written in Korean and in English, in the language of the screen."""
        return pair[self._column]

    def name(self, named: Named) -> str:
        """What somebody or something is called."""
        return self.either((named.korean, named.english))

    def emotion(self, emotion: Emotion) -> str:
        """The emotion's name."""
        return self.either((emotion.korean, emotion.value))

    def feeling(self, feeling: Feeling) -> str:
        """The feeling's name; KOTE writes 안_내킴 with an underscore, people do not."""
        return str(feeling).replace("_", " ") if self.language is Language.KOREAN else feeling.english

    def face(self, number: int) -> str:
        """The face's name; numbers are those of the command line and of recipes."""
        return self("face-number" if number else "face-largest", number=number)

    def error(self, error: PyojeongError) -> str:
        """The error's sentence."""
        return self.name(error)

    def told(self, trouble: Exception) -> str:
        """What the person is told: the error's sentence, or that the fault is ours."""
        if isinstance(trouble, PyojeongError):
            return self.error(trouble)
        return self("ours", name=type(trouble).__name__)

    def several(self, *keys: str) -> dict[str, str]:
        """Sentence by key, for a component in the browser."""
        return {key: self(key) for key in keys}
