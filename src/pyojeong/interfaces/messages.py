"""The doors' sentences in the person's language.

The language is read here and not from `Settings`: ``--help`` needs it within 0.4 s and pydantic-settings costs 0.2 s.
"""

from __future__ import annotations

import os

from pyojeong.errors import PyojeongError

ENGLISH = "en"


def language() -> str:
    """``en`` when ``PYOJEONG_LANGUAGE`` says so, else ``ko``."""
    return ENGLISH if os.environ.get("PYOJEONG_LANGUAGE", "").strip().casefold() == ENGLISH else "ko"


def say(korean: str, english: str) -> str:
    """The sentence of the two that the person reads."""
    return english if language() == ENGLISH else korean


def sentence(error: PyojeongError) -> str:
    """What a person is told about ``error``, on one line."""
    return " ".join(say(error.korean, error.english).split())
