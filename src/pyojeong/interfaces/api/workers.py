"""Heavy work off the event loop: a few jobs at once, a few more waiting, the rest sent away politely."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from pyojeong.processes import cores

RETRY_AFTER_SECONDS = 2
"""About the length of one job on a laptop."""

WAITING_PER_WORKER = 4

T = TypeVar("T")


class Workers:
    """A bounded pool of threads; the libraries that do the work release the interpreter lock.

    >>> async def one() -> int:
    ...     return await Workers(1).do(lambda: 42)
    >>> asyncio.run(one())
    42
    """

    def __init__(self, count: int | None = None, *, waiting: int | None = None) -> None:
        self.count = count or max(1, cores() // 2)
        self.places = self.count + (self.count * WAITING_PER_WORKER if waiting is None else waiting)
        self._pool = ThreadPoolExecutor(self.count, thread_name_prefix="pyojeong")
        self._lock = threading.Lock()
        self._taken = 0

    async def do(self, job: Callable[[], T]) -> T:
        """What ``job`` returns.

        Raises:
            HTTPException: 503 with Retry-After when every place is taken.
        """
        self._take_place()
        future = self._pool.submit(job)
        # On the thread's own future: when the client hangs up the job still runs, and still takes its place.
        future.add_done_callback(self._leave_place)
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """Take no more jobs."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _take_place(self) -> None:
        with self._lock:
            if self._taken >= self.places:
                raise HTTPException(503, "busy", {"Retry-After": str(RETRY_AFTER_SECONDS)})
            self._taken += 1

    def _leave_place(self, _: Future[T]) -> None:
        with self._lock:
            self._taken -= 1


def workers_of(request: Request) -> Workers:
    """The workers of the application that got ``request``."""
    found: Workers = request.app.state.workers
    return found


Hands = Annotated[Workers, Depends(workers_of)]
"""The workers, as a parameter of an endpoint."""
