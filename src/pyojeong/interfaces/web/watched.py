"""Work that the screen watches, and the notices it leaves for the person."""

from __future__ import annotations

import logging
from collections.abc import Callable

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.failures import person_error

_LOG = logging.getLogger(__name__)


class Watched:
    """What one visitor works on; tells the screen after every change.

    Args:
        called: What the work is called in the log when it fails in a way nobody foresaw.

    Attributes:
        trouble: The last failure the person should know of, or None.
        told: Key of a sentence that says what happened, or None.
    """

    def __init__(self, called: str) -> None:
        self.trouble: Exception | None = None
        self.told: str | None = None
        self._called = called
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call ``watcher`` after every change."""
        self._watchers.append(watcher)

    def unwatch(self) -> None:
        """Forget every watcher: the screen goes or is built anew."""
        self._watchers.clear()

    def tell(self) -> None:
        """Call every watcher."""
        for watcher in list(self._watchers):
            watcher()

    def fail(self, failure: Exception | None) -> None:
        """Tell the person about ``failure``; None takes the notice away."""
        self.trouble = None if failure is None else person_error(failure) or failure
        if failure is not None and not isinstance(self.trouble, PyojeongError):
            _LOG.error("%s failed", self._called, exc_info=failure)
        self.tell()
