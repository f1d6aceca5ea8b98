"""Picture files, alone and in folders, as the rows of a table."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.source import Row, changed

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".heif", ".avif"})
"""Files of a folder that are taken for pictures; others, such as notes and tables, are passed over."""
IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures in the order they were named; those of a folder by name, its folders among them.

    Attributes:
        places: Files and folders.
        count: How many pictures there are.
        digest: Hex SHA-256 of their names, sizes and times of change: reading every byte would take too long.
    """

    places: tuple[Path, ...]
    count: int
    digest: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The picture's name: within its folder, or as it was given."""
        return (IMAGE,)

    @property
    def notice(self) -> tuple[str, str] | None:
        """Nothing."""
        return None

    def rows(self) -> Iterator[Row]:
        """A row a picture.

        Raises:
            PyojeongError: After the last, when the pictures are no longer those that were looked through: rows and
                readings would be matched wrongly.
        """
        digest = hashlib.sha256()
        for name, path in _named(self.places):
            digest.update(_entry(name, path))
            yield Row((name,), str(path.absolute()))
        if digest.hexdigest() != self.digest:
            raise changed(", ".join(str(place) for place in self.places))


def open_pictures(places: Sequence[Path]) -> Pictures:
    """The pictures in ``places``, looked through once.

    Raises:
        PyojeongError: When there is none.
    """
    digest, count = hashlib.sha256(), 0
    for name, path in _named(places):
        count += 1
        digest.update(_entry(name, path))
    if count == 0:
        where = ", ".join(str(place) for place in places)
        raise PyojeongError(
            f"{where}에 사진이 없습니다; {', '.join(sorted(SUFFIXES))} 파일을 찾습니다.",
            f"There are no pictures in {where}; files that end in {', '.join(sorted(SUFFIXES))} are taken.",
            kind="no-pictures",
        )
    return Pictures(tuple(places), count, digest.hexdigest())


def _named(places: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Every picture and its name in the table; names of several folders begin with the folder's own."""
    for place in places:
        if place.is_dir():
            above = place if len(places) == 1 else place.parent
            yield from ((path.relative_to(above).as_posix(), path) for path in _inside(place))
        else:
            yield str(place), place


def _inside(folder: Path) -> Iterator[Path]:
    """Pictures below ``folder``, by name; linked folders are not followed, so that no circle is walked."""
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(Path(entry.path))
        elif Path(entry.name).suffix.lower() in SUFFIXES:
            yield Path(entry.path)


def _entry(name: str, path: Path) -> bytes:
    return f"{name}\0{_state(path)}\0".encode("utf-8", "surrogateescape")


def _state(path: Path) -> str:
    try:
        state = path.stat()
    except OSError:  # a dangling link or a file that is gone becomes a row that says so
        return "-"
    return f"{state.st_size}:{state.st_mtime_ns}"
