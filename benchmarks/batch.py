"""Reading a table: rows a second by one process and by one a core, beside a plain loop over `read_text`.

The rows are authored sentences, none twice. The loop reads and keeps nothing; the batch also looks the file through,
keeps every finished chunk on disk and writes the table; starting its processes counts. The ways take turns, so that a
busy machine slows all alike.

    python -m benchmarks.batch [ROWS]
"""

from __future__ import annotations

import csv
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyojeong
from pyojeong.processes import cores

CORPUS = Path(__file__).parents[1] / "corpora" / "authored"
ROWS, TURNS = 4_000, 2


def texts(rows: int) -> list[str]:
    """The first ``rows`` different sentences."""
    lines = (
        line.split("\t")[-1]
        for name in ("diary", "chat", "story", "tale", "youth", "elder", "adult")
        for line in (CORPUS / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    )
    return list(dict.fromkeys(lines))[:rows]


def ways_of(table: Path, rows: Sequence[str], folder: Path) -> dict[str, Callable[[], object]]:
    """Name → reads every row once."""
    output = folder / "out.csv"
    return {
        "loop over read_text": lambda: [pyojeong.read_text(text) for text in rows],
        "read_table, 1 worker": lambda: pyojeong.read_table(table, "text", output, workers=1),
        f"read_table, {cores()} workers": lambda: pyojeong.read_table(table, "text", output, workers=cores()),
    }


def measure(ways: Mapping[str, Callable[[], object]], rows: int) -> dict[str, float]:
    """Rows a second of each way, the median of `TURNS` turns."""
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(TURNS):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            rates[name].append(rows / (time.perf_counter() - started))
    return {name: statistics.median(found) for name, found in rates.items()}


def main() -> None:
    """Print the comparison."""
    rows = texts(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
    pyojeong.read_text("준비.")
    with tempfile.TemporaryDirectory() as name:
        table = Path(name) / "in.csv"
        with table.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([["text"], *([text] for text in rows)])
        rates = measure(ways_of(table, rows, Path(name)), len(rows))
    first = next(iter(rates.values()))
    for way, rate in rates.items():
        print(f"{way:24} {rate:7.0f} rows/s  {rate / first:4.2f}×")


if __name__ == "__main__":
    main()
