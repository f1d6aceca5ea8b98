"""A person's own CSV or TSV as a set of texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.lab.explore.text_set import TextRow, TextSet

SUFFIXES = (".csv", ".tsv")
UNLABELLED = "라벨 없음"
MOST_LABELS = 60
"""More different values than this are no label: most likely a number or a date was named by mistake."""
_WHOLE = "전체"


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that hold the text, its label and the part it belongs to; "" where there is none."""

    text: str
    label: str = ""
    part: str = ""


def own_text_set(path: Path, columns: Columns) -> TextSet:
    """The rows of a table with a heading line; UTF-8, or CP949 as Korean spreadsheets write it.

    Raises:
        PyojeongError: When the file is no such table, or has no such column.
    """
    header, rows = _table(path)
    for column in (columns.text, columns.label, columns.part):
        if column and column not in header:
            raise _refusal(
                f"{path.name}에 {column!r} 열이 없습니다. 있는 열: {', '.join(header)}",
                f"{path.name} has no column {column!r}; it has {', '.join(header)}.",
                "no-column",
            )
    values = [row[header.index(columns.label)].strip() if columns.label else UNLABELLED for row in rows]
    labels = tuple(sorted({value or UNLABELLED for value in values}))
    if len(labels) > MOST_LABELS:
        raise _refusal(
            f"{columns.label!r} 열에 서로 다른 값이 {len(labels)}가지라 라벨로 볼 수 없습니다({MOST_LABELS}가지까지). "
            "--label에 라벨 열을 알려 주세요.",
            f"Column {columns.label!r} has {len(labels)} different values, too many for labels (up to {MOST_LABELS}).",
            "not-labels",
        )
    text, part = header.index(columns.text), header.index(columns.part) if columns.part else None
    return TextSet(
        path.name,
        path.stem,
        f"{path.name} 파일의 {columns.text!r} 열을 글로 읽었습니다.",
        "표를 준 사람의 것",
        labels,
        tuple(
            TextRow(row[text], (labels.index(value or UNLABELLED),), _WHOLE if part is None else row[part])
            for row, value in zip(rows, values, strict=True)
        ),
    )


def _table(path: Path) -> tuple[list[str], list[list[str]]]:
    """The heading and the rows, all of one width."""
    text = _decoded(path)
    separator = "\t" if path.suffix.lower() == ".tsv" else ","
    try:
        lines = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True) if row]
    except csv.Error as broken:
        raise _refusal(
            f"{path.name}을 표로 읽을 수 없습니다({broken}). 따옴표가 닫혔는지 보고 CSV로 다시 저장해 주세요.",
            f"{path.name} cannot be read as a table ({broken}); check its quotes and save it again as CSV.",
            "broken-table",
        ) from broken
    if len(lines) < 2:
        raise _refusal(
            f"{path.name}에 읽을 줄이 없습니다. 첫 줄은 열 이름, 그다음 줄부터 글이어야 합니다.",
            f"{path.name} has no rows; the first line names the columns, texts follow.",
            "empty-set",
        )
    _check_width(path, lines)
    return lines[0], lines[1:]


def _check_width(path: Path, lines: Sequence[Sequence[str]]) -> None:
    wide = len(lines[0])
    wrong = next((number for number, line in enumerate(lines, 1) if len(line) != wide), None)
    if wrong is not None:
        raise _refusal(
            f"{path.name}의 {wrong}번째 줄은 칸이 {len(lines[wrong - 1])}개인데 열 이름은 {wide}개입니다. "
            "쉼표가 든 글은 따옴표로 감싸 다시 저장해 주세요.",
            f"Row {wrong} of {path.name} has {len(lines[wrong - 1])} fields where the heading has {wide}; quote texts.",
            "broken-table",
        )


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refusal(
        f"{path.name}의 글자를 읽을 수 없습니다. UTF-8 또는 CP949로 저장해 주세요.",
        f"{path.name} is neither UTF-8 nor CP949 text; save it as one of them.",
        "broken-table",
    )


def _refusal(korean: str, english: str, kind: str) -> PyojeongError:
    return PyojeongError(korean, english, kind=kind)
