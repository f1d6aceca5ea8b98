"""JSON Lines: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.decoding import TextFile, TextTable, text_file
from pyojeong.interfaces.batch.delimited import no_rows
from pyojeong.interfaces.batch.source import MOST_COLUMNS, Row, column_of


@dataclass(frozen=True, slots=True)
class JsonLines(TextTable):
    """A table whose columns are the names that occur, in the order they first do.

    Attributes:
        columns: Every name.
        count: Lines that are not blank.
        column: Place of the column to read.
    """

    columns: tuple[str, ...]
    count: int
    column: int

    def rows(self) -> Iterator[Row]:
        """A row a line; a line that is no object is a row without cells."""
        for document in _documents(self.text):
            if document is None:
                yield Row((None,) * len(self.columns), "", _broken())
                continue
            cells = tuple(document.get(name) for name in self.columns)
            yield Row(cells, as_text(cells[self.column]))


def open_json_lines(path: Path, column: str) -> JsonLines:
    """The table in a JSON Lines file, looked through once.

    Raises:
        PyojeongError: When it is no text, no line is an object, or no object has such a name.
    """
    text = text_file(path)
    names: dict[str, None] = {}
    count = 0
    for document in _documents(text):
        count += 1
        names.update(dict.fromkeys(document or ()))
        if len(names) > MOST_COLUMNS:
            raise _no_table(path)
    if count == 0:
        raise no_rows(path)
    if not names:
        raise _no_table(path)
    return JsonLines(text, tuple(names), count, column_of(tuple(names), column, str(path)))


def as_text(cell: object) -> str:
    """What is read of a cell: nothing of an empty one.

    >>> as_text(None), as_text("글"), as_text(3)
    ('', '글', '3')
    """
    return "" if cell is None else str(cell)


def _documents(text: TextFile) -> Iterator[dict[str, object] | None]:
    """The object of every line that is not blank; None where there is none."""
    for line in text.lines():
        if line.strip():
            yield _object(line)


def _object(line: str) -> dict[str, object] | None:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def _broken() -> PyojeongError:
    return PyojeongError("줄이 JSON 객체가 아닙니다.", "The line is no JSON object.", kind="broken-line")


def _no_table(path: Path) -> PyojeongError:
    return PyojeongError(
        f'{path}은(는) JSONL 표가 아닙니다; 줄마다 {{"본문": "…"}} 같은 객체가 하나씩 있어야 합니다.',
        f'{path} is no JSON Lines table; every line must be an object such as {{"text": "…"}}.',
        kind="not-a-table",
    )
