"""A Ray cluster as the pool: Ray Data maps chunks over actors that hold the reader. The extra ``scale`` brings it."""

from __future__ import annotations

import json
import logging
import os
import socket
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.pools import Chunk
from pyojeong.interfaces.batch.tasks import ItemRows, Task

ADDRESS_VARIABLE = "RAY_ADDRESS"
CHUNKS_AT_ONCE = 512
"""Chunks in Ray's object store at once; a million rows go through in a few such turns, and memory stays flat."""
KNOCK_SECONDS = 5.0


def ray_wanted() -> bool:
    """Whether the environment names a cluster."""
    return bool(os.environ.get(ADDRESS_VARIABLE))


class RayPool:
    """Actors on the cluster that ``RAY_ADDRESS`` names; without one, on a Ray of this machine's own.

    Raises:
        PyojeongError: When Ray is not installed, or nobody answers at the address.
    """

    where = "ray"

    def __init__(self, workers: int | None) -> None:
        self._ray = connected_ray()
        there = int(self._ray.cluster_resources().get("CPU", 1))
        self.workers = max(1, min(workers or there, there))

    def results(self, task: Task, chunks: Iterable[Chunk]) -> Generator[list[ItemRows], None, None]:
        """Turn after turn of `CHUNKS_AT_ONCE`, in order."""
        waiting = iter(chunks)
        while turn := list(islice(waiting, CHUNKS_AT_ONCE)):
            yield from self._turn(task, turn)

    def _turn(self, task: Task, chunks: list[Chunk]) -> Iterator[list[ItemRows]]:
        import pyarrow
        import ray.data

        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.execution_options.preserve_order = True
        blocks = [self._ray.put(pyarrow.table({"items": [json.dumps(list(chunk))]})) for chunk in chunks]
        actors = ray.data.ActorPoolStrategy(size=min(self.workers, len(chunks)))
        mapped = ray.data.from_arrow_refs(blocks).map_batches(
            ReadingActor, fn_constructor_args=(task,), batch_size=1, compute=actors, batch_format="numpy"
        )
        for row in mapped.iter_rows():
            rows: list[ItemRows] = json.loads(row["rows"])
            yield rows


class ReadingActor:
    """Lives on a worker of the cluster and keeps its reader between chunks."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """The rows of every chunk, as JSON: a chunk of pictures has as many rows as faces, known only now."""
        return {"rows": [json.dumps(self._task.done(json.loads(items))) for items in batch["items"]]}


def connected_ray() -> Any:
    """Ray, connected to the cluster that ``RAY_ADDRESS`` names; without one, to a Ray of this machine's own.

    Raises:
        PyojeongError: When Ray is not installed, or nobody answers at the address.
    """
    ray = _ray()
    _connect(ray)
    return ray


def _ray() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as missing:
        raise PyojeongError(
            "Ray로 나누어 일하려면 Ray가 있어야 합니다: pip install 'pyojeong[scale]'. "
            "RAY_ADDRESS와 --ray 없이는 이 컴퓨터의 모든 코어로 합니다.",
            "Working on a cluster needs Ray: pip install 'pyojeong[scale]'. Without RAY_ADDRESS and --ray, every core "
            "of this machine is used.",
            kind="needs-extra",
        ) from missing
    return ray


def _connect(ray: Any) -> None:
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    if ray.is_initialized():
        return
    try:
        _knock(os.environ.get(ADDRESS_VARIABLE, ""))
        ray.init(log_to_driver=False, logging_level=logging.ERROR)
    except (OSError, ValueError, RuntimeError) as refused:
        address = os.environ.get(ADDRESS_VARIABLE, "")
        raise PyojeongError(
            f"Ray에 이어지지 않습니다(RAY_ADDRESS={address!r}); 주소를 확인하거나 지우고 다시 해 주세요.",
            f"Ray does not answer (RAY_ADDRESS={address!r}); check the address, or unset it and try again.",
            kind="no-cluster",
        ) from refused


def _knock(address: str) -> None:
    """Returns when somebody listens at ``host:port``; Ray itself would wait a minute, and print to our stderr.

    Raises:
        OSError: When nobody does.
    """
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if host and port.isdigit():
        socket.create_connection((host, int(port)), timeout=KNOCK_SECONDS).close()
