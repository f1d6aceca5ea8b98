"""Scores on their way from one page to another, each behind a word nobody can guess."""

from __future__ import annotations

import secrets
from collections import OrderedDict

from pyojeong.emotion import Score

MOST_WAITING = 64
"""The oldest is forgotten first; one is kept after it was fetched, because the page it went to may be reloaded."""


class Handoff:
    """Scores by word, in memory.

    >>> from pyojeong.emotion import Emotion, Mood
    >>> waiting = Handoff()
    >>> word = waiting.put(Score("", Mood.of(Emotion.JOY), ()))
    >>> waiting.at(word) is not None, waiting.at("guess") is None
    (True, True)
    """

    def __init__(self) -> None:
        self._scores: OrderedDict[str, Score] = OrderedDict()

    def put(self, score: Score) -> str:
        """The word for ``score``."""
        word = secrets.token_urlsafe(18)
        self._scores[word] = score
        while len(self._scores) > MOST_WAITING:
            self._scores.popitem(last=False)
        return word

    def at(self, word: str) -> Score | None:
        """The score for ``word``, or None when there is none any more."""
        return self._scores.get(word)


handoff = Handoff()
