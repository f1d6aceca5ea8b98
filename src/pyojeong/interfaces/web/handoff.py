"""Scores, texts and photos on their way from one page to another, each behind a word nobody can guess."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from typing import Generic, NamedTuple, TypeVar

from pyojeong.emotion import Score

MOST_WAITING = 64
"""The oldest is forgotten first; one is kept after it was fetched, because the page it went to may be reloaded."""
MOST_SCORES = 8
"""Whole tales."""
MOST_PHOTOS = 8
"""Some twenty megabytes each."""

Thing = TypeVar("Thing")


class Handoff(Generic[Thing]):
    """Things by word, in memory.

    Args:
        most: How many wait.

    >>> waiting = Handoff[str]()
    >>> word = waiting.put("오늘")
    >>> waiting.at(word), waiting.at("guess") is None
    ('오늘', True)
    """

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._things: OrderedDict[str, Thing] = OrderedDict()
        self._most = most

    def put(self, thing: Thing) -> str:
        """The word for ``thing``."""
        word = secrets.token_urlsafe(18)
        self._things[word] = thing
        while len(self._things) > self._most:
            self._things.popitem(last=False)
        return word

    def at(self, word: str) -> Thing | None:
        """The thing for ``word``, or None when there is none any more."""
        return self._things.get(word)


class SentPhoto(NamedTuple):
    """A picture file for the studio, the name of what is made of it, and the number of the face to begin with."""

    data: bytes
    name: str
    face: int


handoff: Handoff[Score] = Handoff()
texts: Handoff[str] = Handoff()
scores: Handoff[Score] = Handoff(MOST_SCORES)
photos: Handoff[SentPhoto] = Handoff(MOST_PHOTOS)
