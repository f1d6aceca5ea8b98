"""How a person stops long work: every step asks a function that raises when it should end."""

from __future__ import annotations

import threading
from collections.abc import Callable

from pyojeong.errors import PyojeongError

Stop = Callable[[], None]
"""Called between steps; raises to end the work."""


def never() -> None:
    """Goes on."""


def when_set(event: threading.Event) -> Stop:
    """Ends the work once ``event`` is set.

    >>> event = threading.Event()
    >>> when_set(event)()
    >>> event.set(); when_set(event)()
    Traceback (most recent call last):
    pyojeong.errors.PyojeongError: 그만두었습니다.
    """

    def ask() -> None:
        if event.is_set():
            raise PyojeongError("그만두었습니다.", "Cancelled.", kind="cancelled")

    return ask
