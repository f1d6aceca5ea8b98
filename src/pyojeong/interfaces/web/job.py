"""One piece of work in a thread: how far it is, and how a person stops it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

from pyojeong.reading.page.stopping import Progress, Stop, when_set

Result = TypeVar("Result")


class StoppedError(Exception):
    """The person does not want the work any more."""


class Job:
    """Does one piece of work at a time in a thread.

    Args:
        tell: Called in the event loop when work begins and whenever `progress` changes.

    Attributes:
        progress: Share in [0, 1] that is done; None while nothing is.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self.progress: float | None = None
        self._tell = tell
        self._stopped = threading.Event()

    async def done(self, work: Callable[[Stop, Progress], Result]) -> Result:
        """What ``work`` returns.

        Args:
            work: May ask between its steps whether to go on, and tell how far it is, which asks as well.

        Raises:
            StoppedError: When `stop` was called meanwhile, whatever came of the work.
        """
        self._stopped = stopped = threading.Event()
        stop, loop = when_set(stopped), asyncio.get_running_loop()

        def progress(share: float) -> None:
            stop()
            loop.call_soon_threadsafe(self._progressed, share)

        self.progress = 0.0
        self._tell()
        try:
            result = await asyncio.to_thread(work, stop, progress)
            stop()  # after the last step that asked, or in work that never asks
            return result
        except Exception as failure:
            if stopped.is_set():
                raise StoppedError from failure
            raise
        finally:
            self.progress = None

    def stop(self) -> None:
        """Stop the work at its next step; what it returns is not wanted either."""
        self._stopped.set()

    def _progressed(self, share: float) -> None:
        if self.progress is not None:  # else the work was abandoned before its last share arrived
            self.progress = share
            self._tell()
