"""Work of which only the newest wish counts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Wish = TypeVar("Wish")


class Latest(Generic[Wish]):
    """Does one wish at a time; of those that arrive meanwhile only the last is done, the others are dropped.

    Args:
        work: Does one wish. It may ask `superseded` between its steps and stop early.
    """

    def __init__(self, work: Callable[[Wish], Awaitable[None]]) -> None:
        self._work = work
        self._waiting: list[Wish] = []
        self._task: asyncio.Task[None] | None = None

    @property
    def superseded(self) -> bool:
        """Whether a newer wish waits."""
        return bool(self._waiting)

    @property
    def busy(self) -> bool:
        """Whether a wish is being done."""
        return self._task is not None and not self._task.done()

    def ask(self, wish: Wish) -> None:
        """Do ``wish`` next, instead of what waited."""
        self._waiting[:] = [wish]
        if not self.busy:
            self._task = asyncio.create_task(self._loop())

    async def finished(self) -> None:
        """Returns when nothing is left to do; raises what the work raised."""
        while self._task is not None and self.busy:
            await asyncio.shield(self._task)

    def stop(self) -> None:
        """Drop what waits and abandon what is being done."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    async def _loop(self) -> None:
        while self._waiting:
            await self._work(self._waiting.pop())
