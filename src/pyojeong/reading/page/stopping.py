"""How a person follows and stops long work: every step tells one function how far it is and asks another to go on."""

from __future__ import annotations

import threading
from collections.abc import Callable

from pyojeong.errors import PyojeongError

Stop = Callable[[], None]
"""Called between steps; raises to end the work."""
Progress = Callable[[float], None]
"""Told the share that is done, in [0, 1]."""


def never() -> None:
    """Goes on."""


def untold(share: float) -> None:
    """Keeps how far it is to itself."""


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
