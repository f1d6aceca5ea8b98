"""Chunks of a film drawn by processes beside this one.

Not `multiprocessing`: its children import the caller's script again, so that a script without a ``__main__`` guard
starts itself over and over; ours import nothing but the package. A process that says nothing for `SILENCE` seconds is
ended, and its chunk drawn by another: drawing 3D heads was seen to hang.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from pyojeong.errors import PyojeongError

SILENCE = 90.0
"""Seconds without a frame after which a process is taken for dead; the slowest start seen took 12."""
_TRIES = 2
_WORKER = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
    "from pyojeong.performing.film.worker import serve; serve()"
)
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "LP_NUM_THREADS")


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
        progress: Told after every frame how many new frames there are in all; what it raises stops the drawing and
            reaches the caller, and every chunk that was finished stays.

    Raises:
        PyojeongError: What a process could not draw, in its words; or one that died twice over a chunk.
    """
    drawing = _Drawing(film, jobs)
    threads = [
        threading.Thread(target=drawing.work, daemon=True)
        for _ in range(min(workers or os.cpu_count() or 1, len(jobs)))
    ]
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

    def __init__(self, film: Mapping[str, object], jobs: Sequence[Job]) -> None:
        self.failure: PyojeongError | None = None
        self._film = film
        self._left: SimpleQueue[tuple[Job, int]] = SimpleQueue()
        for job in jobs:
            self._left.put((job, 1))
        self._news: SimpleQueue[int] = SimpleQueue()
        self._frames = 0
        self._stopped = threading.Event()

    def hear(self, progress: Callable[[int], None]) -> None:
        """Tell the new frames of the next moment."""
        try:
            self._frames += self._news.get(timeout=0.1)
            while not self._news.empty():
                self._frames += self._news.get()
        except Empty:
            return
        progress(self._frames)

    def stop(self) -> None:
        """End every process at its next word."""
        self._stopped.set()

    def work(self) -> None:
        """Draw jobs until none is left: one thread with one process in its hand."""
        hand: _Hand | None = None
        try:
            while not self._stopped.is_set():
                try:
                    job, number = self._left.get_nowait()
                except Empty:
                    return
                hand = hand or _Hand(self._film)
                if not self._drawn(hand, job, number):
                    hand.end()
                    hand = None
        finally:
            if hand is not None:
                hand.end()

    def _drawn(self, hand: _Hand, job: Job, number: int) -> bool:
        """Whether the process is still good after the job."""
        told = 0
        for answer in hand.answers(job, self._stopped):
            if "done" in answer:
                self._news.put(int(answer["done"]) - told)
                told = int(answer["done"])
            elif "error" in answer:
                self._fail(PyojeongError(**answer["error"]))
                return True
            else:
                return True
        self._news.put(-told)
        if self._stopped.is_set():
            return False
        if number < _TRIES:
            self._left.put((job, number + 1))
        else:
            self._fail(died())
        return False

    def _fail(self, failure: PyojeongError) -> None:
        self.failure = self.failure or failure
        self._stopped.set()


class _Hand:
    """One process and the thread that reads its words."""

    def __init__(self, film: Mapping[str, object]) -> None:
        environment = {**dict.fromkeys(_ONE_THREAD, "1"), **os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self._words: SimpleQueue[bytes] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._send(film)

    def answers(self, job: Job, stopped: threading.Event) -> Any:
        """The answers to one job, one after another; ends without a last one when the process died or fell silent."""
        if not self._send({"frames": [job.first, job.past], "path": str(job.path)}):
            return
        waited = 0.0
        while not stopped.is_set() and waited < SILENCE:
            try:
                line = self._words.get(timeout=0.2)
            except Empty:
                waited += 0.2
                continue
            waited = 0.0
            if not line.endswith(b"\n"):
                return
            yield json.loads(line)

    def end(self) -> None:
        """The process ended and its pipes closed."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _send(self, document: Mapping[str, object]) -> bool:
        if self._process.stdin is None:
            raise ValueError("worker must have been started with pipes, but has none")
        try:
            self._process.stdin.write(json.dumps(document).encode("ascii") + b"\n")
            self._process.stdin.flush()
        except OSError:
            return False
        return True

    def _read(self) -> None:
        if self._process.stdout is None:
            raise ValueError("worker must have been started with pipes, but has none")
        for line in self._process.stdout:
            self._words.put(line)
        self._words.put(b"")


def died() -> PyojeongError:
    """That a chunk could not be drawn however often it was tried."""
    return PyojeongError(
        "그리던 프로세스가 두 번 멈췄습니다(메모리 부족일 수 있습니다). 다시 하면 남은 장면부터 이어서 그립니다.",
        "A drawing process died twice, perhaps for want of memory; doing the same again goes on from there.",
        kind="worker-died",
    )
