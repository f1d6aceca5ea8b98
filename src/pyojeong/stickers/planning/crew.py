"""Files of a pack made by processes beside this one.

Not `multiprocessing`: its children import the caller's script again, so that a script without a ``__main__`` guard
starts itself over and over; ours import nothing but the package.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import MappingProxyType
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.media.damage import Damage
from pyojeong.stickers.packing.encoding import Encoded
from pyojeong.stickers.packing.pack import CaptionDrawn
from pyojeong.stickers.packing.writing import Job, encoded_here
from pyojeong.stickers.planning.plan import PackPlan

PAYS_FROM = 64
"""Work under which no process is started: a still counts 1, a film 10. Processor time on one of two busy cores: a still
of 360 px 0.07 s, a film of 20 frames 0.77 s, a worker until it can begin 0.7 s."""
_FILM = 10
_WORKER = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
    "from pyojeong.stickers.planning.worker import serve; serve()"
)
"""Ctrl-C is ours to hear."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def cores() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def encoded_beside(plan: PackPlan, jobs: Sequence[Job], *, workers: int) -> Iterator[Encoded]:
    """The file of each job, in order, made by ``workers`` processes; by this one where that would not pay.

    Raises:
        PyojeongError: What a worker could not make, in its words; or a worker that died.
    """
    if sum(_FILM if job.spec.motion else 1 for job in jobs) < PAYS_FROM:
        yield from encoded_here(jobs)
        return
    document = plan.to_dict()
    crew = _Crew(min(workers, len(jobs)))
    threads = ThreadPoolExecutor(crew.count)
    try:
        waiting: deque[Future[Encoded]] = deque(threads.submit(crew.made, document, job.name) for job in jobs)
        while waiting:
            yield waiting.popleft().result()
    finally:  # on Ctrl-C nobody waits for what is still in hand
        threads.shutdown(wait=False, cancel_futures=True)
        crew.dismiss()


class _Crew:
    """Processes, each in one thread's hand at a time."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._all = [_hired() for _ in range(count)]
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        for worker in self._all:
            self._idle.put(worker)

    def made(self, plan: dict[str, object], name: str) -> Encoded:
        """The file called ``name`` of the plan's pack."""
        worker = self._idle.get()
        try:
            return _answer(worker, {"plan": plan, "file": name})
        finally:
            self._idle.put(worker)

    def dismiss(self) -> None:
        """End every process."""
        for worker in self._all:
            worker.kill()
        for worker in self._all:
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                if pipe is not None:
                    pipe.close()


def _hired() -> subprocess.Popen[bytes]:
    environment = {**dict.fromkeys(_ONE_THREAD, "1"), **os.environ}
    return subprocess.Popen(
        [sys.executable, "-c", _WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )


def _answer(worker: subprocess.Popen[bytes], request: dict[str, object]) -> Encoded:
    if worker.stdin is None or worker.stdout is None:
        raise ValueError("worker must have been started with pipes, but has none")
    try:
        worker.stdin.write(json.dumps(request).encode("ascii") + b"\n")
        worker.stdin.flush()
        line = worker.stdout.readline()
    except (OSError, ValueError):  # its pipes are broken, or closed by `dismiss`
        line = b""
    if not line.endswith(b"\n"):
        raise PyojeongError(
            "그리던 프로세스가 멈췄습니다(메모리 부족일 수 있습니다). 같은 명령을 다시 하면 이어서 그립니다.",
            "A drawing process died, perhaps for want of memory; the same command goes on from there.",
            kind="worker-died",
        )
    answer = json.loads(line)
    if "error" in answer:
        raise PyojeongError(**answer["error"])
    return Encoded(
        base64.b64decode(answer["data"]),
        MappingProxyType(answer["how"]),
        Damage(**answer["damage"]),
        _caption(answer["caption"]),
    )


def _caption(told: Mapping[str, Any] | None) -> CaptionDrawn | None:
    """What the worker said of the words; JSON has lists where we have tuples."""
    if told is None:
        return None
    left, top, right, bottom = told["box"]
    return CaptionDrawn((left, top, right, bottom), told["height"], told["lacking"])
