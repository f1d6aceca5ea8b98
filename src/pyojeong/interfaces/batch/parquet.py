"""Parquet files, read and written by pyarrow, which the extra ``tables`` brings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.columns import Column, Kind
from pyojeong.interfaces.batch.decoding import file_state
from pyojeong.interfaces.batch.delimited import no_rows
from pyojeong.interfaces.batch.json_lines import as_text
from pyojeong.interfaces.batch.source import Row, changed, column_of
from pyojeong.weights.store import sha256_of

MAGIC = b"PAR1"
ROWS_AT_ONCE = 4_096


@dataclass(frozen=True, slots=True)
class ParquetTable:
    """A table with types of its own.

    Attributes:
        path: The file.
        columns: Its names.
        count: Its rows.
        digest: Hex SHA-256 of its bytes.
        state: Its size and time of change when it was looked at.
        column: Place of the column to read.
    """

    path: Path
    columns: tuple[str, ...]
    count: int
    digest: str
    state: tuple[int, int]
    column: int

    @property
    def notice(self) -> tuple[str, str] | None:
        """Nothing: the file says itself how it is written."""
        return None

    def rows(self) -> Iterator[Row]:
        """Every row, its values as Python has them.

        Raises:
            PyojeongError: When it is damaged; after the last, when it is no longer the file that was looked at.
        """
        with _damage_said(self.path), _arrow().ParquetFile(self.path) as file:
            for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
                for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    yield Row(cells, as_text(cells[self.column]))
        if file_state(self.path) != self.state:
            raise changed(str(self.path))


class ParquetWriter:
    """Rows as a Parquet file: the source's own types where it is Parquet too, else text, then the added columns'."""

    def __init__(self, path: Path, names: Sequence[str], added: Sequence[Column], source: object) -> None:
        import pyarrow

        own = len(names) - len(added)
        kept = list(_schema_of(source)) if isinstance(source, ParquetTable) else None
        fields = [kept[n] if kept else pyarrow.field(name, pyarrow.string()) for n, name in enumerate(names[:own])]
        types = {
            Kind.TEXT: pyarrow.string(),
            Kind.WHOLE: pyarrow.int32(),
            Kind.NUMBER: pyarrow.float64(),
            Kind.FLAG: pyarrow.bool_(),
        }
        fields += [pyarrow.field(name, types[column.kind]) for name, column in zip(names[own:], added, strict=True)]
        self._texts = 0 if kept else own
        self._schema = pyarrow.schema(fields)
        self._held: list[Sequence[object]] = []
        self._writer = _arrow().ParquetWriter(path, self._schema)

    def write(self, cells: Sequence[object]) -> None:
        """Add a row."""
        self._held.append((*map(_text_or_none, cells[: self._texts]), *map(_encodable, cells[self._texts :])))
        if len(self._held) >= ROWS_AT_ONCE:
            self._write_held()

    def close(self) -> None:
        """Write what is held, and the file's end."""
        self._write_held()
        self._writer.close()

    def _write_held(self) -> None:
        import pyarrow

        if self._held:
            columns = zip(*self._held, strict=True)
            arrays = [pyarrow.array(values, f.type) for values, f in zip(columns, self._schema, strict=True)]
            self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
            self._held.clear()


def open_parquet(path: Path, column: str) -> ParquetTable:
    """The table in a Parquet file.

    Raises:
        PyojeongError: When pyarrow is not there, the file is damaged or has no rows, or there is no such column.
    """
    check_arrow()
    state = file_state(path)
    with _damage_said(path), _arrow().ParquetFile(path) as file:
        columns, count = tuple(file.schema_arrow.names), file.metadata.num_rows
    if count == 0:
        raise no_rows(path)
    return ParquetTable(path, columns, count, sha256_of(path), state, column_of(columns, column, str(path)))


def check_arrow() -> None:
    """Returns when Parquet can be read and written.

    Raises:
        PyojeongError: When pyarrow is not installed, with how to.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as missing:
        raise PyojeongError(
            "Parquet에는 pyarrow가 있어야 합니다: pip install 'pyojeong[tables]'. CSV와 JSONL은 그대로 됩니다.",
            "Parquet needs pyarrow: pip install 'pyojeong[tables]'. CSV and JSONL work as they are.",
            kind="needs-extra",
        ) from missing


@contextmanager
def _damage_said(path: Path) -> Iterator[None]:
    import pyarrow

    try:
        yield
    except pyarrow.ArrowException as broken:
        raise PyojeongError(
            f"{path}은(는) 온전한 Parquet 파일이 아닙니다; 다시 만들거나 내려받아 주세요.",
            f"{path} is no whole Parquet file; make or fetch it again.",
            kind="not-a-table",
        ) from broken


def _arrow() -> Any:
    import pyarrow.parquet

    return pyarrow.parquet


def _schema_of(source: ParquetTable) -> Any:
    return _arrow().read_schema(source.path)


def _text_or_none(cell: object) -> str | None:
    if cell is None:
        return None
    return str(_encodable(cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False, default=str)))


def _encodable(cell: object) -> object:
    """Text with half a character in it, as file names and JSON may hold, spelled out; everything else as it is."""
    return cell.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(cell, str) else cell
