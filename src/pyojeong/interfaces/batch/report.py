"""What a batch did, as a document: `pyojeong.batch/1`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORMAT = "pyojeong.batch/1"


@dataclass(frozen=True, slots=True)
class Report:
    """A finished batch.

    Attributes:
        task: ``text`` or ``face``.
        output: The table that was written.
        rows: Its rows below the heading.
        items: Rows of the input, or pictures.
        refused: Kind of reason → rows that have one instead of a reading.
        resumed: Items an earlier run had read already.
        seconds: What this run took.
        where: ``process``, ``processes`` or ``ray``.
        workers: How many worked at once.
        notices: What the person should know, each in Korean and English.
    """

    task: str
    output: Path
    rows: int
    items: int
    resumed: int
    seconds: float
    where: str
    workers: int
    refused: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[tuple[str, str], ...] = ()

    @property
    def read(self) -> int:
        """Rows with a reading."""
        return self.rows - sum(self.refused.values())

    @property
    def items_per_second(self) -> float:
        """Of this run alone."""
        return (self.items - self.resumed) / self.seconds if self.seconds > 0 else 0.0


def report_json(report: Report) -> dict[str, Any]:
    """The document."""
    return {
        "format": FORMAT,
        "task": report.task,
        "output": str(report.output),
        "items": report.items,
        "rows": report.rows,
        "read": report.read,
        "refused": dict(report.refused),
        "resumed_items": report.resumed,
        "seconds": round(report.seconds, 3),
        "items_per_second": round(report.items_per_second, 1),
        "where": report.where,
        "workers": report.workers,
    }
