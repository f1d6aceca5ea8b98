"""Files of a pack made by processes beside this one."""

from __future__ import annotations

import base64
import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import MappingProxyType
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.media.damage import Damage
from pyojeong.processes import Worker, granted
from pyojeong.stickers.packing.encoding import Encoded
from pyojeong.stickers.packing.pack import CaptionDrawn
from pyojeong.stickers.packing.writing import Job, encoded_here
from pyojeong.stickers.planning.plan import PackPlan

PAYS_FROM = 64
"""Work under which no process is started: a still counts 1, a film 10. Processor time on one of two busy cores: a still
of 360 px 0.07 s, a film of 20 frames 0.77 s, a worker until it can begin 0.7 s."""
_FILM = 10
_WORKER = "pyojeong.stickers.planning.worker"


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
        self._all = [Worker(_WORKER) for _ in range(count)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
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
            worker.end()


def _answer(worker: Worker, request: dict[str, object]) -> Encoded:
    try:
        worker.tell(request)
        line = worker.line()
    except (OSError, ValueError):  # its pipes are broken, or closed by `dismiss`
        line = b""
    if not line.endswith(b"\n"):
        raise PyojeongError(
            "그리던 프로세스가 멈췄습니다(메모리 부족일 수 있습니다). 같은 명령을 다시 하면 이어서 그립니다.",
            "A drawing process died, perhaps for want of memory; the same command goes on from there.",
            kind="worker-died",
        )
    answer = granted(json.loads(line))
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
