"""What a batch reads: rows in a fixed order, counted beforehand, each with the item to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from pyojeong.errors import PyojeongError

Advance = Callable[[int, int], None]
"""Told how much of how much is done."""
MOST_COLUMNS = 1_000
"""Of one table (authored); more mean that the names are data and the file is no table."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the input.

    Attributes:
        cells: A value a column; numbers and the like only where the file itself has types.
        item: What the task is given: a text, or the path of a picture.
        problem: Why there is nothing to read, where the file is at fault.
    """

    cells: tuple[object, ...]
    item: str
    problem: PyojeongError | None = None


class Source(Protocol):
    """A table of writing or a folder of pictures, looked through once before anything is read."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of every row."""

    @property
    def count(self) -> int:
        """How many rows there are."""

    @property
    def digest(self) -> str:
        """Hex SHA-256 of all that decides what the rows are."""

    @property
    def notice(self) -> tuple[str, str] | None:
        """What the person should know about how it was read, in Korean and English."""

    def rows(self) -> Iterator[Row]:
        """Every row, in an order that never changes, without holding more than a few of them."""


def column_of(columns: tuple[str, ...], wanted: str, name: str) -> int:
    """The place of the column ``wanted``.

    >>> column_of(("번호", "본문"), "본문", "a.csv")
    1

    Raises:
        PyojeongError: When there is no such column; the sentence lists those there are.
    """
    if wanted in columns:
        return columns.index(wanted)
    there = ", ".join(columns[:_LISTED]) + (" …" if len(columns) > _LISTED else "")
    raise PyojeongError(
        f"{name}에 {wanted!r} 칸이 없습니다; 있는 칸: {there}. --column으로 고르세요.",
        f"{name} has no column {wanted!r}; there are: {there}. Choose one with --column.",
        kind="no-such-column",
    )


_LISTED = 40


def changed(name: str) -> PyojeongError:
    """The refusal of an input that is no longer what was looked through."""
    return PyojeongError(
        f"읽는 동안 {name}이(가) 바뀌었습니다; 다 쓴 뒤에 다시 해 주세요.",
        f"{name} changed while it was read; run again once it is finished.",
        kind="input-changed",
    )
