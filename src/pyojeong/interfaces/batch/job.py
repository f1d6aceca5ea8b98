"""A batch from its source to its table: read what is not read yet, keep each chunk, then write all in order."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyojeong import __version__
from pyojeong.interfaces import wiring
from pyojeong.interfaces.batch.columns import free_names, refused_cells
from pyojeong.interfaces.batch.pools import Chunk, Pool
from pyojeong.interfaces.batch.report import Report
from pyojeong.interfaces.batch.source import Advance, Source
from pyojeong.interfaces.batch.spool import Key, Spool, opened_spool
from pyojeong.interfaces.batch.tasks import FACE, Task
from pyojeong.interfaces.batch.writers import opened_table
from pyojeong.interfaces.messages import language

ROWS_IN_CHUNK = 128
"""About a tenth of a second of work: what a kill may cost, and what a request to a worker carries."""
CHARACTERS_IN_CHUNK = 50_000
PICTURES_IN_CHUNK = 4


@dataclass(frozen=True, slots=True)
class Job:
    """What to read, how, where to, and what of the order decides the result."""

    source: Source
    task: Task
    output: Path
    column: str = ""

    @property
    def key(self) -> Key:
        """An unfinished reading is taken up again only under the same key."""
        return {
            "input": self.source.digest,
            "task": self.task.name,
            "model": self.task.model,
            "column": self.column,
            "models": _models_digest(),
            "version": __version__,
            "language": language(),
        }


def run(job: Job, pool: Pool, advance: Advance) -> Report:
    """The table is written; ``advance`` was told of every chunk.

    Raises:
        PyojeongError: When the place cannot be written, the disk is full, or a worker keeps dying. What had been read
            is kept beside the output, as it is on Ctrl-C, and the same order goes on from there.
    """
    started = time.perf_counter()
    notices = [] if job.source.notice is None else [job.source.notice]
    with opened_spool(job.output, job.key) as spool:
        if spool.restarted:
            notices.append(_RESTARTED)
        resumed = spool.done
        _read_rest(job, pool, spool, advance)
        rows, refused = _write_table(job, spool)
        spool.remove()
    return Report(
        task=job.task.name,
        output=job.output,
        rows=rows,
        items=job.source.count,
        resumed=resumed,
        seconds=time.perf_counter() - started,
        where=pool.where,
        workers=pool.workers,
        refused=refused,
        notices=tuple(notices),
    )


_RESTARTED = (
    "앞서 하다 만 것과 입력이나 모델이 달라 처음부터 읽었습니다.",
    "The input or the models are not those of the unfinished run, so reading began anew.",
)


def _read_rest(job: Job, pool: Pool, spool: Spool, advance: Advance) -> None:
    advance(spool.done, job.source.count)
    rest = islice((row.item for row in job.source.rows()), spool.done, None)
    with closing(pool.results(job.task, _chunks(rest, job.task.name))) as results:
        for chunk in results:
            spool.append(chunk)
            advance(spool.done, job.source.count)


def _chunks(items: Iterator[str], task: str) -> Iterator[Chunk]:
    """Items a few together; fewer where they are long."""
    most = PICTURES_IN_CHUNK if task == FACE else ROWS_IN_CHUNK
    held: list[str] = []
    characters = 0
    for item in items:
        held.append(item)
        characters += len(item)
        if len(held) >= most or characters >= CHARACTERS_IN_CHUNK:
            yield held
            held, characters = [], 0
    if held:
        yield held


def _write_table(job: Job, spool: Spool) -> tuple[int, Counter[str]]:
    """Rows written, and how many of them have which kind of reason."""
    added = job.task.columns
    names = (*job.source.columns, *free_names(added, job.source.columns))
    kind_at = [column.name for column in added].index("reason_kind")
    rows, refused = 0, Counter[str]()
    with opened_table(job.output, names, added, job.source) as table:
        for row, read in zip(job.source.rows(), spool.items(), strict=True):
            for cells in read if row.problem is None else [refused_cells(added, row.problem)]:
                rows += 1
                table.write((*row.cells, *cells))
                if cells[kind_at] is not None:
                    refused[str(cells[kind_at])] += 1
    return rows, refused


def _models_digest() -> str:
    """Changes when any model does."""
    models = "".join(f"{model.card.name} {model.card.sha256}\n" for model in wiring.stored_models())
    return hashlib.sha256(models.encode("utf-8")).hexdigest()
