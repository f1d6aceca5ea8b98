"""What a server does by itself: again and again, whatever fails, until it ends."""

from __future__ import annotations

import asyncio
import logging

import pytest

from pyojeong.interfaces.sweeping import swept


def test_sweeps_go_on_whatever_one_of_them_fails_by_and_end_with_the_server(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []

    def broken() -> None:
        done.append("broken")
        raise OSError("a disk that is gone")

    async def run() -> int:
        async with swept(broken, lambda: done.append("other"), every_seconds=0.001):
            while done.count("other") < 3:
                await asyncio.sleep(0.001)
        ended = len(done)
        await asyncio.sleep(0.02)
        return ended

    ended = asyncio.run(asyncio.wait_for(run(), 30))
    assert done[:4] == ["broken", "other"] * 2
    assert len(done) - ended <= 1  # what a thread had begun
    assert {record.levelno for record in caplog.records} == {logging.ERROR}
