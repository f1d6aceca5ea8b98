"""Tables on disk, jobs over them, and their results as lists of dictionaries."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from pyojeong.interfaces.batch import job
from pyojeong.interfaces.batch.orders import table_job
from pyojeong.interfaces.batch.pools import Pool, ThisProcess
from pyojeong.interfaces.batch.report import Report

HEADING = ["번호", "본문"]
TEXTS = ["속상해.", "기뻐, 정말.", "", "hello", "너무\n화나.", '그가 "무서워"라고 했다.']


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """30 rows: sad, glad with a comma, empty, no Korean, two lines, quotes; again and again."""
    return write_csv(tmp_path / "in.csv", [[n, TEXTS[n % len(TEXTS)]] for n in range(30)])


def write_csv(path: Path, rows: Sequence[Sequence[object]], heading: Sequence[str] = HEADING) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([heading, *rows])
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


Run = Callable[..., Report]


@pytest.fixture
def run_table(word_reader: object) -> Run:
    """Reads a table with the reader of four words, in this process unless told otherwise."""

    def run(table: Path, output: Path, column: str = "본문", pool: Pool | None = None, watch: Any = None) -> Report:
        return job.run(table_job(table, column, output), pool or ThisProcess(), watch or (lambda done, of: None))

    return run
