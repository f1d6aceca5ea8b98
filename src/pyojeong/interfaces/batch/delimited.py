"""CSV and TSV as people have them: commas, tabs, semicolons; quotes that mean something and quotes that do not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.decoding import LONGEST_LINE, TextFile, TextTable, text_file
from pyojeong.interfaces.batch.source import MOST_COLUMNS, Row, column_of

_DELIMITERS = (",", "\t", ";", "|")
_QUOTED = re.compile('"[^"]*"')


@dataclass(frozen=True, slots=True)
class Dialect:
    """What parts the cells, and whether quotes hold a cell together (`QUOTE_MINIMAL`) or are plain (`QUOTE_NONE`)."""

    delimiter: str
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL


@dataclass(frozen=True, slots=True)
class DelimitedTable(TextTable):
    """A table of text cells with a heading; blank lines are no rows.

    Attributes:
        dialect: How its cells are parted.
        columns: The heading.
        count: Rows below the heading.
        column: Place of the column to read.
    """

    dialect: Dialect
    columns: tuple[str, ...]
    count: int
    column: int

    def rows(self) -> Iterator[Row]:
        """Every row at the heading's width; one with more cells is not read, because a comma has cut its text."""
        width = len(self.columns)
        records = _records(self.text, self.dialect)
        next(records)
        for cells in records:
            if len(cells) > width:
                yield Row(tuple(cells[:width]), "", _too_wide(len(cells), width))
                continue
            padded = (*cells, *[""] * (width - len(cells)))
            yield Row(padded, padded[self.column])


def open_delimited(path: Path, column: str) -> DelimitedTable:
    """The table in a CSV or TSV file, looked through once.

    Raises:
        PyojeongError: When it is no table, has no rows or more than `MOST_COLUMNS` columns, leaves a quotation open,
            or has no such column.
    """
    text = text_file(path)
    dialect = _dialect_of(text)
    heading = next(_records(text, dialect), None)
    if heading is None:
        raise PyojeongError(f"{path}에 머리줄이 없습니다.", f"{path} has no heading.", kind="empty-file")
    if len(heading) > MOST_COLUMNS:
        raise _too_many(path, len(heading))
    columns = _named(heading)
    place = column_of(columns, column, str(path))
    count = sum(1 for _ in _records(text, dialect)) - 1
    if count == 0:
        raise no_rows(path)
    return DelimitedTable(text, dialect, columns, count, place)


def no_rows(path: Path) -> PyojeongError:
    """The refusal of a table without a row."""
    return PyojeongError(
        f"{path}에는 머리줄만 있고 읽을 행이 없습니다.", f"{path} has no rows to read.", kind="empty-table"
    )


def _dialect_of(text: TextFile) -> Dialect:
    heading = next((line for line in text.lines() if line.strip()), "")
    plain = _QUOTED.sub("", heading)
    delimiter = max(_DELIMITERS, key=plain.count) if text.path.suffix.lower() not in (".tsv", ".tab") else "\t"
    unquoted = Dialect(delimiter, csv.QUOTE_NONE)
    return unquoted if delimiter == "\t" and _swallows(text, unquoted) else Dialect(delimiter)


def _swallows(text: TextFile, plain: Dialect) -> bool:
    """Whether quotes read as quotes would swallow whole rows of a table whose lines are all of one width without.

    Corpora such as NSMC are written so: tabs part the cells and a quote is only a character.
    """
    lines = 0
    width = None
    for cells in _records(text, plain):
        width = width or len(cells)
        if len(cells) != width:
            return False
        lines += 1
    try:
        return sum(1 for _ in _records(text, Dialect(plain.delimiter))) != lines
    except PyojeongError:
        return True


def _records(text: TextFile, dialect: Dialect) -> Iterator[list[str]]:
    """The cells of every line or quoted group of lines that is not blank."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))  # a process-wide number: only ever raised
    feeder = _Feeder(text.lines())
    reader = csv.reader(feeder, delimiter=dialect.delimiter, quoting=dialect.quoting)
    try:
        for cells in reader:
            if feeder.ended:  # whole rows come before the reader asks for a line that is not there
                raise _open_quote(text.path, feeder.row_start)
            feeder.begin_row()
            if any(cells) or len(cells) > 1:
                yield cells
    except csv.Error as broken:
        raise _open_quote(text.path, feeder.row_start) from broken


class _Feeder:
    """Lines for the CSV reader; knows in which line the present row began, and whether the file has ended."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._number = 0
        self.row_start = 1
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self._number += 1
        return line

    def begin_row(self) -> None:
        self.row_start = self._number + 1


def _named(heading: list[str]) -> tuple[str, ...]:
    """The heading with a name for every column and no name twice.

    >>> _named([" 본문", "", "본문"])
    ('본문', 'column_2', '본문_2')
    """
    names: dict[str, None] = {}
    again: dict[str, int] = {}  # each name's last number: counted on from there, not anew from 2
    for place, cell in enumerate(heading, 1):
        name = wanted = cell.strip() or f"column_{place}"
        while name in names:
            again[wanted] = again.get(wanted, 1) + 1
            name = f"{wanted}_{again[wanted]}"
        names[name] = None
    return tuple(names)


def _too_many(path: Path, count: int) -> PyojeongError:
    return PyojeongError(
        f"{path}의 머리줄에 칸이 {count:,}개 있는데 {MOST_COLUMNS:,}개까지 읽습니다; 첫 줄이 칸 이름이어야 합니다.",
        f"The heading of {path} has {count:,} columns, but at most {MOST_COLUMNS:,} are read; name them there.",
        kind="not-a-table",
    )


def _too_wide(cells: int, width: int) -> PyojeongError:
    return PyojeongError(
        f"칸이 {cells}개인데 머리줄은 {width}개입니다; 쉼표가 든 글은 따옴표로 감싸 주세요.",
        f"The row has {cells} cells but the heading {width}; put text with commas into quotes.",
        kind="ragged-row",
    )


def _open_quote(path: Path, line: int) -> PyojeongError:
    return PyojeongError(
        f"{path}의 {line:,}번째 줄에서 연 따옴표가 닫히지 않았습니다; 그 줄을 고쳐 주세요.",
        f"The quotation opened in line {line:,} of {path} is never closed; mend that line.",
        kind="open-quote",
    )
