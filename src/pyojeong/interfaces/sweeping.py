"""What a server does by itself, also when nobody asks it anything: what has been kept long enough goes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

EVERY_SECONDS = 600.0
"""What is kept for an hour or a day outlives it by no more."""
_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def swept(*sweeps: Callable[[], None], every_seconds: float = EVERY_SECONDS) -> AsyncIterator[None]:
    """While this lasts every sweep is done again and again, at once first, in a thread."""
    task = asyncio.create_task(_sweep(sweeps, every_seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _sweep(sweeps: tuple[Callable[[], None], ...], every_seconds: float) -> None:
    while True:
        for sweep in sweeps:
            try:
                await asyncio.to_thread(sweep)
            except Exception:  # the next sweep may do better, and the others have their own to do
                _LOG.exception("what was kept long enough could not be removed")
        await asyncio.sleep(every_seconds)
