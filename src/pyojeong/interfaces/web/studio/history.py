"""What undo and redo walk through: everything one step of a visitor's work may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyojeong.emotion import Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.studio.look import Look
from pyojeong.performing.portrait.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written and how it was read.

    Attributes:
        text: What the person wrote.
        score: Its reading, or None.
        unreadable: Why it has no reading, or None.
        beat: Number of the beat that is performed, None for the whole text.
    """

    text: str = ""
    score: Score | None = None
    unreadable: PyojeongError | None = None
    beat: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The work at one moment.

    Attributes:
        recipe: Every edit so far.
        looks: Face number → how that face is set; faces nobody touched are absent.
        writing: What was written by then.
        face: Whose step led here.
    """

    recipe: Recipe = field(default_factory=Recipe)
    looks: Mapping[int, Look] = field(default_factory=dict)
    writing: Writing = field(default_factory=Writing)
    face: int = 0


class History:
    """Moments in their order, and the place among them where the visitor is.

    >>> history = History(Moment())
    >>> history.add(Moment(face=1), key="slider"); history.add(Moment(face=2), key="slider")
    >>> history.undoable, history.back().face, history.undoable, history.forth().face
    (True, 0, False, 2)
    """

    def __init__(self, start: Moment) -> None:
        self._moments = [start]
        self._place = 0
        self._open_key: str | None = None

    @property
    def now(self) -> Moment:
        """Where the visitor is."""
        return self._moments[self._place]

    @property
    def undoable(self) -> bool:
        """Whether there is a moment before."""
        return self._place > 0

    @property
    def redoable(self) -> bool:
        """Whether there is a moment after."""
        return self._place + 1 < len(self._moments)

    def before(self, key: str | None) -> Moment:
        """The moment the next step starts from: a slider's new value replaces the one it had a moment ago."""
        return self._moments[self._place - 1] if key is not None and key == self._open_key else self.now

    def add(self, moment: Moment, *, key: str | None) -> None:
        """Go on to ``moment``; steps of one ``key`` that follow each other are one, and what was undone is gone."""
        if key is None or key != self._open_key:
            self._place += 1
        self._moments[self._place :] = [moment]
        self._open_key = key

    def amend(self, moment: Moment) -> None:
        """Change where the visitor is without a step."""
        self._moments[self._place] = moment

    def start_here(self) -> None:
        """Make this moment the bottom: nothing before it can be brought back."""
        self._moments, self._place, self._open_key = [self.now], 0, None

    def close_step(self) -> None:
        """The next step is one of its own, whatever its key."""
        self._open_key = None

    def back(self) -> Moment:
        """The moment before; the same one at the bottom."""
        return self._go(-1)

    def forth(self) -> Moment:
        """The moment that was taken back; the same one at the top."""
        return self._go(1)

    def _go(self, step: int) -> Moment:
        self._place = min(max(self._place + step, 0), len(self._moments) - 1)
        self._open_key = None
        return self.now
