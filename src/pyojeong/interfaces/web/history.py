"""Where undo and redo lead: the states of some work in their order, of any kind of value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

State = TypeVar("State")


class History(Generic[State]):
    """States in their order, and the place among them where the visitor is.

    Args:
        start: The bottom, which undo leads back to.
        longest: How many states are kept; the oldest go first.

    >>> history = History("blank")
    >>> history.add("grey", key="slider"); history.add("black", key="slider")
    >>> history.undoable, history.back(), history.undoable, history.forth()
    (True, 'blank', False, 'black')
    """

    def __init__(self, start: State, *, longest: int | None = None) -> None:
        self._states = [start]
        self._place = 0
        self._open_key: str | None = None
        self._longest = longest

    @property
    def now(self) -> State:
        """Where the visitor is."""
        return self._states[self._place]

    @property
    def undoable(self) -> bool:
        """Whether there is a state before."""
        return self._place > 0

    @property
    def redoable(self) -> bool:
        """Whether there is a state after."""
        return self._place + 1 < len(self._states)

    def before(self, key: str | None) -> State:
        """The state the next step starts from: a slider's new value replaces the one it had a moment ago."""
        return self._states[self._place - 1] if key is not None and key == self._open_key else self.now

    def add(self, state: State, *, key: str | None) -> None:
        """Go on to ``state``; steps of one ``key`` that follow each other are one, and what was undone is gone."""
        if key is None or key != self._open_key:
            self._place += 1
        self._states[self._place :] = [state]
        self._open_key = key
        if self._longest is not None and len(self._states) > self._longest:
            self._states.pop(0)
            self._place -= 1

    def amend(self, state: State) -> None:
        """Change where the visitor is without a step."""
        self._states[self._place] = state

    def copied(self) -> History[State]:
        """The same states at the same place, which go on by themselves."""
        copy = History(self.now, longest=self._longest)
        copy._states, copy._place = list(self._states), self._place
        return copy

    def start_here(self) -> None:
        """Make this state the bottom: nothing before it can be brought back."""
        self._states, self._place, self._open_key = [self.now], 0, None

    def forget(self, gone: Callable[[State], bool]) -> None:
        """Lead to no state that is ``gone``; the one where the visitor is stays.

        >>> history = History(1)
        >>> for state in (2, 3, 4): history.add(state, key=None)
        >>> history.forget(lambda state: state % 2 == 0)
        >>> history.now, history.back(), history.back()
        (4, 3, 1)
        """
        before = [state for state in self._states[: self._place] if not gone(state)]
        after = [state for state in self._states[self._place + 1 :] if not gone(state)]
        self._states, self._place, self._open_key = [*before, self.now, *after], len(before), None

    def close_step(self) -> None:
        """The next step is one of its own, whatever its key."""
        self._open_key = None

    def back(self) -> State:
        """The state before; the same one at the bottom."""
        return self._go(-1)

    def forth(self) -> State:
        """The state that was taken back; the same one at the top."""
        return self._go(1)

    def _go(self, step: int) -> State:
        self._place = min(max(self._place + step, 0), len(self._states) - 1)
        self._open_key = None
        return self.now
