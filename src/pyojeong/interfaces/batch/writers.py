"""Tables of results as files: CSV, JSON Lines, Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from pyojeong.interfaces.batch.columns import Column
from pyojeong.interfaces.batch.delimited import DelimitedTable
from pyojeong.interfaces.batch.parquet import ParquetWriter, check_arrow
from pyojeong.interfaces.batch.source import Source
from pyojeong.interfaces.spreadsheets import kept_as_text
from pyojeong.media.writing import format_of, written_beside


class TableWriter(Protocol):
    """Takes rows one after another."""

    def write(self, cells: Sequence[object]) -> None:
        """Add a row."""

    def close(self) -> None:
        """The last row has come."""


class CsvWriter:
    """UTF-8 with a mark, so that Excel shows Hangul; rows end with CR LF (RFC 4180).

    The cells of a CSV stay as they came. Everything a spreadsheet has not seen before, such as names of pictures, the
    cells of a JSON Lines table and the words we add, is kept from running as formulas by an apostrophe.
    """

    def __init__(self, path: Path, names: Sequence[str], added: Sequence[Column], source: Source) -> None:
        self._as_they_came = len(names) - len(added) if isinstance(source, DelimitedTable) else 0
        self._stream = path.open("w", encoding="utf-8-sig", newline="", errors="backslashreplace")
        self._writer = csv.writer(self._stream, lineterminator="\r\n")
        self.write(names)

    def write(self, cells: Sequence[object]) -> None:
        """Add a row."""
        plain = [_plain(cell) for cell in cells]
        safe = map(kept_as_text, plain[self._as_they_came :])
        self._writer.writerow([*plain[: self._as_they_came], *safe])

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


class JsonLinesWriter:
    """An object a line, UTF-8."""

    def __init__(self, path: Path, names: Sequence[str], added: Sequence[Column], source: Source) -> None:
        self._names = tuple(names)
        self._stream = path.open("w", encoding="utf-8", newline="", errors="backslashreplace")

    def write(self, cells: Sequence[object]) -> None:
        """Add a row."""
        document = dict(zip(self._names, cells, strict=True))
        self._stream.write(json.dumps(document, ensure_ascii=False, default=str) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


_Writer = type[CsvWriter] | type[JsonLinesWriter] | type[ParquetWriter]
#: Ending → who writes it.
WRITERS: Mapping[str, _Writer] = MappingProxyType(
    {"csv": CsvWriter, "jsonl": JsonLinesWriter, "parquet": ParquetWriter}
)


def check_table_name(output: Path) -> None:
    """Returns when a table can be written under this name.

    Raises:
        PyojeongError: On an unknown format, or Parquet without pyarrow, before anything is read.
    """
    if _writer_of(output) is ParquetWriter:
        check_arrow()


@contextmanager
def opened_table(output: Path, names: Sequence[str], added: Sequence[Column], source: Source) -> Iterator[TableWriter]:
    """A writer of ``output``, which is there, whole, once the block is left well.

    Raises:
        PyojeongError: When the place cannot be written or the disk is full.
    """
    with written_beside(output) as beside:
        writer = _writer_of(output)(beside, names, added, source)
        try:
            yield writer
        finally:
            writer.close()


def _writer_of(output: Path) -> _Writer:
    return format_of(output.suffix, WRITERS, korean="읽은 것은", english="Tables")


def _plain(cell: object) -> object:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list | dict):
        return json.dumps(cell, ensure_ascii=False, default=str)
    return cell
