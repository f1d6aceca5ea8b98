"""Chunks of a film drawn by processes beside this one, or by whatever other drawers there are.

A process that says nothing for `SILENCE` seconds is ended, and its chunk drawn by another: drawing 3D heads was seen to
hang.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from pyojeong.errors import PyojeongError
from pyojeong.processes import Worker, cores, granted

SILENCE = 90.0
"""Seconds without a frame after which a process is taken for dead; the slowest start seen took 12."""
_TRIES = 2
_WORKER = "pyojeong.performing.film.worker"


@dataclass(frozen=True, slots=True)
class Job:
    """A chunk to be drawn.

    Attributes:
        first: Number of its first frame in the film.
        past: One past its last.
        path: Where it is written.
    """

    first: int
    past: int
    path: Path


class Crew(Protocol):
    """Writes every job's chunk, as `draw` does."""

    def __call__(
        self,
        film: Mapping[str, object],
        jobs: Sequence[Job],
        *,
        workers: int,
        progress: Callable[[int], None] = ...,
    ) -> None:
        """See `draw`."""


class Drawer(Protocol):
    """Draws a chunk at a time, in a thread of its own."""

    def drawn(self, job: Job, told: Callable[[int], None], stopped: threading.Event) -> bool:
        """Whether the chunk is written; False when the drawer can draw no more, or was stopped.

        Args:
            job: What to draw.
            told: Takes how many of its frames are done.
            stopped: Set when nobody wants it any more.

        Raises:
            PyojeongError: When it cannot be drawn by anybody.
        """

    def end(self) -> None:
        """Nothing of it is left."""


def draw(
    film: Mapping[str, object],
    jobs: Sequence[Job],
    *,
    workers: int,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write every job's chunk.

    Args:
        film: The first line of every worker (see `worker`).
        jobs: What is missing, in the order wished for.
        workers: Processes at once; the cores there are when 0.
        progress: Told after every frame, and ten times a second, how many new frames there are in all; what it raises
            stops the drawing and reaches the caller, and every chunk that was finished stays.

    Raises:
        PyojeongError: What a process could not draw, in its words; or one that died twice over a chunk.
    """
    draw_by(lambda: _Process(film), jobs, drawers=workers or cores(), progress=progress)


def draw_by(
    hire: Callable[[], Drawer], jobs: Sequence[Job], *, drawers: int, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Write every job's chunk by ``drawers`` drawers at once; a chunk over which one ends is given to another.

    Args:
        hire: A new drawer.
        jobs: What is missing, in the order wished for.
        drawers: How many at once, where there are so many jobs.
        progress: As for `draw`.

    Raises:
        PyojeongError: What a drawer could not draw; or that two ended over one chunk.
    """
    drawing = _Drawing(hire, jobs)
    threads = [threading.Thread(target=drawing.work, daemon=True) for _ in range(min(drawers, len(jobs)))]
    for thread in threads:
        thread.start()
    try:
        while any(thread.is_alive() for thread in threads):
            drawing.hear(progress)
        drawing.hear(progress)
    finally:
        drawing.stop()
        for thread in threads:
            thread.join()
    if drawing.failure is not None:
        raise drawing.failure


class _Drawing:
    """What the threads share: jobs left, frames done, the first failure."""

    def __init__(self, hire: Callable[[], Drawer], jobs: Sequence[Job]) -> None:
        self.failure: Exception | None = None
        self._hire = hire
        self._left: SimpleQueue[tuple[Job, int]] = SimpleQueue()
        for job in jobs:
            self._left.put((job, 1))
        self._news: SimpleQueue[int] = SimpleQueue()
        self._frames = 0
        self._stopped = threading.Event()

    def hear(self, progress: Callable[[int], None]) -> None:
        """Tell the new frames of the next moment; that there are none, too: who wants it no more says so then."""
        with suppress(Empty):
            self._frames += self._news.get(timeout=0.1)
            while not self._news.empty():
                self._frames += self._news.get()
        progress(self._frames)

    def stop(self) -> None:
        """End every drawer at its next word."""
        self._stopped.set()

    def work(self) -> None:
        """Draw jobs until none is left: one thread with one drawer."""
        drawer: Drawer | None = None
        try:
            while not self._stopped.is_set():
                try:
                    job, number = self._left.get_nowait()
                except Empty:
                    return
                drawer = drawer or self._hire()
                if not self._drawn(drawer, job, number):
                    drawer.end()
                    drawer = None
        except Exception as failure:  # raised by whoever asked for the film: an excuse in a thread reaches nobody
            self._fail(failure)
        finally:
            if drawer is not None:
                drawer.end()

    def _drawn(self, drawer: Drawer, job: Job, number: int) -> bool:
        """Whether the drawer is still good after the job."""
        told = 0

        def tell(done: int) -> None:
            nonlocal told
            self._news.put(done - told)
            told = done

        if drawer.drawn(job, tell, self._stopped):
            return True
        tell(0)
        if self._stopped.is_set():
            return False
        if number == _TRIES:
            raise _died()
        self._left.put((job, number + 1))
        return False

    def _fail(self, failure: Exception) -> None:
        self.failure = self.failure or failure
        self._stopped.set()


class _Process:
    """A process, and the thread that reads its words."""

    def __init__(self, film: Mapping[str, object]) -> None:
        self._film: Mapping[str, object] | None = film
        self._worker = Worker(_WORKER)
        self._words: SimpleQueue[bytes] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def drawn(self, job: Job, told: Callable[[int], None], stopped: threading.Event) -> bool:
        """As the process says; False when it died or fell silent."""
        if not self._asked(job):
            return False
        waited = 0.0
        while not stopped.is_set() and waited < SILENCE:
            try:
                line = self._words.get(timeout=0.2)
            except Empty:
                waited += 0.2
                continue
            waited = 0.0
            if not line.endswith(b"\n"):
                return False
            answer = granted(json.loads(line))
            if "done" not in answer:
                return True
            told(int(answer["done"]))
        return False

    def end(self) -> None:
        """The process ended and its pipes closed."""
        self._worker.kill()
        self._reader.join()  # first: a pipe that is being read cannot be closed
        self._worker.end()

    def _asked(self, job: Job) -> bool:
        try:
            if self._film is not None:
                self._worker.tell(self._film)
                self._film = None
            self._worker.tell({"frames": [job.first, job.past], "path": str(job.path)})
        except OSError:
            return False
        return True

    def _read(self) -> None:
        while line := self._worker.line():
            self._words.put(line)
        self._words.put(b"")


def _died() -> PyojeongError:
    """That a chunk could not be drawn however often it was tried."""
    return PyojeongError(
        "그리던 프로세스가 두 번 멈췄습니다(메모리 부족일 수 있습니다). 다시 하면 남은 장면부터 이어서 그립니다.",
        "A drawing process died twice, perhaps for want of memory; doing the same again goes on from there.",
        kind="worker-died",
    )
