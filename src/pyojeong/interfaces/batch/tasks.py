"""What is done with the items of a batch: the same functions in this process, in another, and on another machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import faces, wiring
from pyojeong.interfaces.batch.columns import (
    FACE_COLUMNS,
    TEXT_COLUMNS,
    CellRow,
    Column,
    face_cells,
    refused_cells,
    text_cells,
)
from pyojeong.interfaces.failures import person_error

ItemRows = list[CellRow]
"""The rows one item became: one for a piece of writing, one a face for a picture."""

TEXT, FACE = "text", "face"
BUG = "bug"
"""The kind of a row that failed by our fault."""

#: Name of a task → the columns of its rows.
_COLUMNS: Mapping[str, tuple[Column, ...]] = MappingProxyType({TEXT: TEXT_COLUMNS, FACE: FACE_COLUMNS})


@dataclass(frozen=True, slots=True)
class Task:
    """What is done, and with which model: small enough to be sent anywhere.

    Attributes:
        name: ``text`` or ``face``.
        model: The text model by name; the usual one when None.
    """

    name: str
    model: str | None = None

    def __post_init__(self) -> None:
        if self.name not in _COLUMNS:
            raise ValueError(f"task must be one of {', '.join(_COLUMNS)}, but got {self.name!r}")

    @property
    def columns(self) -> tuple[Column, ...]:
        """What it adds to a table."""
        return _COLUMNS[self.name]

    def done(self, items: Sequence[str]) -> list[ItemRows]:
        """What each item becomes; what cannot be read says why. Items that come again are read once."""
        read = _text_rows if self.name == TEXT else _picture_rows
        rows = {item: read(item, self) for item in dict.fromkeys(items)}
        return [rows[item] for item in items]


def _text_rows(text: str, task: Task) -> ItemRows:
    """One row."""
    try:
        return [text_cells(wiring.text_reader(task.model).read(text))]
    except Exception as failure:
        return [refused_cells(task.columns, _said(failure))]


def _picture_rows(path: str, task: Task) -> ItemRows:
    """A row a face, largest first."""
    try:
        readings = faces.read_faces(wiring.opened_image(path))
    except Exception as failure:
        return [refused_cells(task.columns, _said(failure))]
    return [face_cells(number, reading) for number, reading in enumerate(readings)]


def _said(failure: Exception) -> PyojeongError:
    """What stands in the row; a bug of ours is named there too, because one bad row must not end a night's work."""
    known = person_error(failure)
    if known is not None:
        return known
    name = f"{type(failure).__name__}: {failure}"
    return PyojeongError(
        f"표정 프로그램의 잘못으로 읽지 못했습니다({name}).", f"Pyojeong itself failed ({name}).", kind=BUG
    )
