"""The one error a person may see, and codes that speak: what is told without stopping."""

from __future__ import annotations

from enum import Enum


class PyojeongError(Exception):
    """Something the person can mend: a clear sentence in Korean and in English.

    Doors (`interfaces`) map it to exit code 2 or an HTTP 4xx; every other exception is a bug of ours.

    Args:
        korean: One sentence: what was expected, what came, what would work.
        english: The same sentence in English.
        kind: A stable word for machines, e.g. ``"no-face"``; it becomes ``error.kind`` in JSON.

    >>> str(PyojeongError("글이 비어 있습니다.", "The text is empty.", kind="empty-text"))
    '글이 비어 있습니다.'
    """

    def __init__(self, korean: str, english: str, *, kind: str = "input") -> None:
        super().__init__(korean)
        self.korean = korean
        self.english = english
        self.kind = kind


class Told(str, Enum):
    """Codes with a Korean and an English sentence; a member is written ``CODE = "code", korean, english``.

    >>> class Weather(Told):
    ...     RAIN = "rain", "비가 옵니다.", "It rains."
    >>> Weather("rain").korean, Weather.RAIN == "rain"
    ('비가 옵니다.', True)
    """

    korean: str
    english: str

    def __new__(cls, code: str, korean: str = "", english: str = "") -> Told:
        """The member whose value is ``code``; the sentences are left out where one is looked up."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.korean, member.english = korean, english
        return member
