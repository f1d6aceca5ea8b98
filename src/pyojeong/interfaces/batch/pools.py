"""Who does a task on chunks of items: this process, or processes beside it. Results come in the order of the chunks."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Protocol

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.tasks import ItemRows, Task
from pyojeong.processes import Worker

Chunk = Sequence[str]

AHEAD = 3
"""Chunks in hand a worker: one at work, one waiting, one finished whose turn has not come. Memory stays flat."""
_WORKER = "pyojeong.interfaces.batch.worker"


class Pool(Protocol):
    """Does a task on every chunk."""

    @property
    def where(self) -> str:
        """``process``, ``processes`` or ``ray``."""

    @property
    def workers(self) -> int:
        """How many work at once."""

    def results(self, task: Task, chunks: Iterable[Chunk]) -> Generator[list[ItemRows], None, None]:
        """What each chunk became, in order; chunks are taken only as fast as they are worked off."""


class ThisProcess:
    """Does the work itself."""

    where = "process"
    workers = 1

    def results(self, task: Task, chunks: Iterable[Chunk]) -> Generator[list[ItemRows], None, None]:
        """One after another."""
        yield from (task.done(chunk) for chunk in chunks)


class Processes:
    """Interpreters of our own on this machine."""

    where = "processes"

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def results(self, task: Task, chunks: Iterable[Chunk]) -> Generator[list[ItemRows], None, None]:
        """As they come, in order."""
        with _crew(self.workers) as crew, ThreadPoolExecutor(self.workers) as threads:
            waiting: deque[Future[list[ItemRows]]] = deque()
            try:
                for chunk in chunks:
                    waiting.append(threads.submit(crew.work, task, chunk))
                    if len(waiting) >= AHEAD * self.workers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:  # on Ctrl-C nobody waits for what is still in hand
                threads.shutdown(wait=False, cancel_futures=True)
                crew.dismiss()


class _Crew:
    """The processes, each in one thread's hand at a time."""

    def __init__(self, workers: int) -> None:
        self._dismissed = False
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._all: list[Worker] = []
        for _ in range(workers):
            self._idle.append(self._hire())

    def work(self, task: Task, chunk: Chunk) -> list[ItemRows]:
        """What the chunk became; a worker that dies over it, for want of memory perhaps, is replaced once."""
        for _ in range(2):
            with self._lock:
                worker = self._idle.pop() if self._idle else self._hire()
            answer = _asked(worker, task, chunk)
            if answer is not None:
                with self._lock:
                    self._idle.append(worker)
                return answer
            if self._dismissed:
                break
        raise PyojeongError(
            "일하던 프로세스가 두 번 죽었습니다(메모리 부족일 수 있습니다); --workers를 줄여 다시 하면 이어서 합니다.",
            "A worker process died twice, perhaps for want of memory; run again with fewer --workers to go on.",
            kind="worker-died",
        )

    def dismiss(self) -> None:
        """End every process."""
        self._dismissed = True
        for worker in self._all:
            worker.end()

    def _hire(self) -> Worker:
        worker = Worker(_WORKER)
        self._all.append(worker)
        return worker


@contextmanager
def _crew(workers: int) -> Iterator[_Crew]:
    crew = _Crew(workers)
    try:
        yield crew
    finally:
        crew.dismiss()


def _asked(worker: Worker, task: Task, chunk: Chunk) -> list[ItemRows] | None:
    """The worker's answer; None when it died."""
    try:
        worker.tell({"task": task.name, "model": task.model, "items": list(chunk)})
        line = worker.line()
    except (OSError, ValueError):  # its pipes are broken, or closed by `dismiss`
        return None
    if not line.endswith(b"\n"):
        return None
    rows: list[ItemRows] = json.loads(line)
    return rows
