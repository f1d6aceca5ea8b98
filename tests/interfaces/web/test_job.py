"""One piece of work in a thread: how far it is, and that whoever stops it gets nothing of it."""

from __future__ import annotations

import asyncio
import threading

import pytest

from pyojeong.interfaces.web.job import Job, StoppedError
from pyojeong.reading.page.stopping import Progress, Stop


def test_work_tells_how_far_it_is_until_it_is_done() -> None:
    told: list[float | None] = []

    def work(stop: Stop, progress: Progress) -> str:
        stop()
        for share in (0.5, 1.0):
            progress(share)
        return threading.current_thread().name

    async def run() -> str:
        job = Job(lambda: told.append(job.progress))
        name = await job.done(work)
        assert job.progress is None
        return name

    assert asyncio.run(run()) != threading.main_thread().name
    assert told == [0.0, 0.5, 1.0]


@pytest.mark.parametrize("kind", ["asks", "tells", "neither", "fails"])
def test_stopped_work_gives_nothing(kind: str) -> None:
    begun, stopped, gone_on = threading.Event(), threading.Event(), threading.Event()

    def work(stop: Stop, progress: Progress) -> str:
        begun.set()
        assert stopped.wait(10)
        if kind == "asks":
            stop()
        if kind == "tells":
            progress(0.5)
        if kind == "fails":
            raise ConnectionError("the line was cut to end it")
        gone_on.set()
        return "a result nobody wants"

    async def run() -> None:
        job = Job(lambda: None)
        task = asyncio.create_task(job.done(work))
        await asyncio.to_thread(begun.wait, 10)
        job.stop()
        stopped.set()
        with pytest.raises(StoppedError):
            await task
        assert gone_on.is_set() == (kind == "neither")
        assert job.progress is None
        assert await job.done(lambda *_: "the next") == "the next"

    asyncio.run(run())


def test_what_fails_by_itself_says_why() -> None:
    async def run() -> None:
        job = Job(lambda: None)
        with pytest.raises(ZeroDivisionError):
            await job.done(lambda *_: 1 / 0)
        assert job.progress is None

    asyncio.run(run())


def test_work_whose_desk_was_left_tells_nothing_more() -> None:
    begun, left, over = threading.Event(), threading.Event(), threading.Event()
    told: list[float | None] = []

    def work(stop: Stop, progress: Progress) -> None:
        begun.set()
        assert left.wait(10)
        progress(0.5)
        over.set()

    async def run() -> None:
        job = Job(lambda: told.append(job.progress))
        task = asyncio.create_task(job.done(work))
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        left.set()
        assert await asyncio.to_thread(over.wait, 10)
        assert job.progress is None

    asyncio.run(run())
    assert told == [0.0]
