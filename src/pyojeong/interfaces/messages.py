"""The doors' sentences in the person's language.

The language is read here and not from `Settings`: ``--help`` needs it within 0.4 s and pydantic-settings costs 0.2 s.
"""

from __future__ import annotations

import os
import unicodedata

from pyojeong.errors import PyojeongError

ENGLISH = "en"
MOST = 4000
"""Characters of a sentence: more than any list of what there is has; only what was sent back is longer."""
_HEAD, _TAIL = 3000, 900
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}
"""Unicode's pictures of C0 and DEL; C1 has none."""


def language() -> str:
    """``en`` when ``PYOJEONG_LANGUAGE`` says so, else ``ko``."""
    return ENGLISH if os.environ.get("PYOJEONG_LANGUAGE", "").strip().casefold() == ENGLISH else "ko"


def say(korean: str, english: str) -> str:
    """The sentence of the two that the person reads."""
    return english if language() == ENGLISH else korean


def sentence(error: PyojeongError) -> str:
    """What a person is told about ``error``, on one line."""
    return readable(" ".join(say(error.korean, error.english).split()))


def error_json(error: PyojeongError) -> dict[str, str]:
    """What a program is told about ``error``."""
    return {"kind": error.kind, "message": readable(error.korean), "message_en": readable(error.english)}


def pictured(text: str) -> str:
    r"""``text`` with the picture of each control character in its place, so that every other keeps its own.

    >>> pictured("가\x1b[2J나\n")
    '가␛[2J나\n'
    """
    return text.translate(_PICTURES)


def readable(said: str) -> str:
    r"""``said`` as it may be shown: what it repeats of somebody's file neither floods a screen nor steers a terminal.

    >>> readable("a\x1b[31m.png"), len(readable("가" * 1_000_000))
    ('a\\x1b[31m.png', 3903)
    """
    if len(said) > MOST:
        said = f"{said[:_HEAD]} … {said[-_TAIL:]}"
    return "".join(c if c == "\n" or unicodedata.category(c) != "Cc" else f"\\x{ord(c):02x}" for c in said)
