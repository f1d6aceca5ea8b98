"""What the visitor's browser remembers in two cookies: language and theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pyojeong.interfaces.messages import language
from pyojeong.interfaces.web.words import Language

LANGUAGE_COOKIE, THEME_COOKIE = "pyojeong-language", "pyojeong-theme"


class Theme(str, Enum):
    """Light, dark, or as the system is."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The visitor's language and theme.

    >>> Preferences.from_cookies({"pyojeong-language": "en", "pyojeong-theme": "purple"})
    Preferences(language=<Language.ENGLISH: 'en'>, theme=<Theme.AUTO: 'auto'>)
    """

    language: Language
    theme: Theme = Theme.AUTO

    @classmethod
    def from_cookies(cls, cookies: Mapping[str, str]) -> Preferences:
        """What the cookies say; where they say nothing known, the server's language and the system's theme."""
        spoken, shade = cookies.get(LANGUAGE_COOKIE), cookies.get(THEME_COOKIE)
        return cls(
            Language(spoken if spoken in set(Language) else language()),
            Theme(shade) if shade in set(Theme) else Theme.AUTO,
        )
