"""From what a person asked for to a job that can run: every refusal that can come before the work comes here."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.batch.delimited import open_delimited
from pyojeong.interfaces.batch.job import PICTURES_IN_CHUNK, ROWS_IN_CHUNK, Job
from pyojeong.interfaces.batch.json_lines import open_json_lines
from pyojeong.interfaces.batch.parquet import MAGIC, open_parquet
from pyojeong.interfaces.batch.pictures import open_pictures
from pyojeong.interfaces.batch.pools import Pool, Processes, ThisProcess
from pyojeong.interfaces.batch.ray_pool import RayPool, ray_wanted
from pyojeong.interfaces.batch.source import Source
from pyojeong.interfaces.batch.tasks import FACE, TEXT, Task
from pyojeong.interfaces.batch.writers import check_table_name
from pyojeong.media.writing import refusal
from pyojeong.processes import cores

_JSON_SUFFIXES = (".jsonl", ".ndjson")
MOST_WORKERS = 256
"""Authored: more processes than any one machine of today has use for; a typing mistake should not start thousands."""


def table_job(table: Path, column: str, output: Path, *, model: str | None = None) -> Job:
    """Reads ``column`` of the table, whose content and ending say what it is.

    Raises:
        PyojeongError: On a file that is no table, a column or model that is not there, or an output that cannot be.
    """
    from pyojeong.interfaces.settings import settings

    _check_file(table)
    check_output(output, (table,))
    reader = model or settings().text_model
    if reader is not None:
        wiring.text_reader(reader)  # a name that is none is refused here and not in every row
    return Job(_table(table, column), Task(TEXT, reader), output, column)


def pictures_job(places: Sequence[Path], output: Path) -> Job:
    """Reads every face in pictures and folders of pictures.

    Raises:
        PyojeongError: When there is no picture, or on an output that cannot be.
    """
    check_output(output, [place for place in places if not place.is_dir()])
    return Job(open_pictures(places), Task(FACE), output)


def pool_for(job: Job, workers: int | None, *, on_ray: bool) -> Pool:
    """Who does it: a cluster where one is named or asked for, else ``workers`` processes, all cores when None.

    Raises:
        PyojeongError: On a number of workers that cannot be, or when there is no Ray.
    """
    if workers is not None and not 1 <= workers <= MOST_WORKERS:
        raise PyojeongError(
            f"--workers는 1–{MOST_WORKERS}인데 {workers}입니다.",
            f"--workers goes from 1 to {MOST_WORKERS}, but got {workers}.",
            kind="workers",
        )
    if on_ray or ray_wanted():
        return RayPool(workers)
    at_once = PICTURES_IN_CHUNK if job.task.name == FACE else ROWS_IN_CHUNK
    useful = min(workers or cores(), -(-job.source.count // at_once))
    return ThisProcess() if useful == 1 else Processes(useful)


def check_output(output: Path, inputs: Sequence[Path]) -> None:
    """Returns when a table may be written there.

    Raises:
        PyojeongError: On an unknown format, a folder, a place that is not there or not ours, and on the input itself.
    """
    check_table_name(output)
    folder = output.absolute().parent
    code = errno.EISDIR if output.is_dir() else errno.ENOENT if not folder.is_dir() else None
    if code is None and not os.access(folder, os.W_OK):
        code = errno.EACCES
    if code is not None:
        raise refusal(OSError(code, os.strerror(code)), output.absolute())
    if any(output.exists() and one.exists() and output.samefile(one) for one in inputs):
        raise PyojeongError(
            f"{output}은(는) 읽을 파일입니다; 덮어쓰지 않으니 다른 이름을 적어 주세요.",
            f"{output} is the input itself; give another name.",
            kind="same-file",
        )


def _table(path: Path, column: str) -> Source:
    with path.open("rb") as stream:
        head = stream.read(len(MAGIC))
    if head == MAGIC:
        return open_parquet(path, column)
    if path.suffix.lower() in _JSON_SUFFIXES:
        return open_json_lines(path, column)
    return open_delimited(path, column)


def _check_file(path: Path) -> None:
    if path.is_file():
        return
    if path.is_dir():
        korean = f"{path}은(는) 폴더입니다; 표 파일을 적어 주세요."
        raise PyojeongError(korean, f"{path} is a folder; give a table.", kind="directory")
    korean = f"{path} 파일이 없습니다; 이름과 폴더를 확인해 주세요."
    raise PyojeongError(korean, f"There is no file {path}; check its name and folder.", kind="missing-file")
