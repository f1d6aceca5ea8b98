"""Finished films on the disk, so that who comes back finds theirs, also when the server was stopped in between."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.settings import settings
from pyojeong.media.writing import write_file

if TYPE_CHECKING:
    from pyojeong.stories.production import Made

KEPT_SECONDS = 24 * 3600.0
MOST = 100
"""Films, of ten megabytes each as people make them; the oldest go first."""
_NOTE, _UNFINISHED = "film.json", ".keeping-"
_FORMAT = 1
_LOG = logging.getLogger(__name__)


class KeptFilms:
    """Films by names nobody can guess; on the disk they are called otherwise, so that who looks there learns none.

    Args:
        folder: Where they lie; made when needed.
        clock: Seconds since 1970, as files have them.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder, self._clock = folder, clock

    def keep(self, name: str, made: Made, of: str) -> None:
        """Keep a film for its day; the files at hand stay, and are the same ones where the disk allows.

        Args:
            name: Under which it is found again.
            made: The film.
            of: The draft it was made of, as `drafts.written` writes it.

        Raises:
            OSError, PyojeongError: When there is no place for it.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self._folder))
        try:
            for file in (made.path, *made.subtitles):
                _shared(file, beside / file.name)
            write_file(beside / _NOTE, json.dumps(_noted(made, of), ensure_ascii=False).encode("utf-8"))
            self._seen_now(beside).rename(self._place(name))
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        self.sweep()

    def take(self, name: str, new_name: str, into: Path) -> tuple[Made, str] | None:
        """The film of that name, with its files in ``into``, and what it was made of; None when it is here no more.

        From now on it has another name and a new day: a copied tab with the old one finds nothing.
        """
        self.sweep()
        place = self._place(new_name)
        try:
            self._place(name).rename(place)
        except FileNotFoundError:
            return None
        try:
            self._seen_now(place)
            note = json.loads((place / _NOTE).read_text("utf-8"))
            for file in note["files"]:
                _shared(place / file, into / file)
            return _made(note, into), str(note["of"])
        except (OSError, ValueError, TypeError, LookupError):  # damaged, another version's, or just swept
            _LOG.warning("a kept film could not be opened again", exc_info=True)
            self.forget(new_name)
            return None

    def hold(self, name: str) -> None:
        """Let a film's day begin now, if it is here."""
        with suppress(FileNotFoundError):
            self._seen_now(self._place(name))

    def forget(self, name: str) -> None:
        """Remove the film of that name, if it is here."""
        shutil.rmtree(self._place(name), ignore_errors=True)

    def sweep(self) -> None:
        """Remove the films whose day is over, and the oldest of too many."""
        now = self._clock()
        aged = sorted(((now - at, path) for path, at in self._all()), key=lambda one: one[0])
        for number, (age, path) in enumerate(aged):
            if age >= KEPT_SECONDS or number >= MOST:
                shutil.rmtree(path, ignore_errors=True)

    def _all(self) -> Iterator[tuple[Path, float]]:
        """Every film, and when somebody last had it."""
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            try:
                yield path, path.stat().st_mtime
            except FileNotFoundError:  # another server was faster
                continue

    def _place(self, name: str) -> Path:
        return self._folder / hashlib.sha256(name.encode("utf-8")).hexdigest()[:40]

    def _seen_now(self, path: Path) -> Path:
        os.utime(path, (self._clock(),) * 2)
        return path


def kept_films() -> KeptFilms:
    """Those of this server."""
    return KeptFilms(settings().home / "stories" / "films")


def _shared(file: Path, place: Path) -> None:
    """The file at another place too; films and subtitles are replaced when they are made anew, never changed."""
    try:
        place.hardlink_to(file)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without links
        shutil.copyfile(file, place)


def _noted(made: Made, of: str) -> dict[str, Any]:
    from pyojeong.performing.film.screenplay_json import screenplay_to_json

    return {
        "format": _FORMAT,
        "files": [file.name for file in (made.path, *made.subtitles)],
        "of": of,
        "seconds": made.seconds,
        "drawn": made.drawn,
        "frames": made.frames,
        "drawn_scenes": made.drawn_scenes,
        "unsaid": [(beat, told.korean, told.english, told.kind) for beat, told in made.unsaid],
        "screenplay": screenplay_to_json(made.screenplay),
    }


def _made(note: dict[str, Any], folder: Path) -> Made:
    from pyojeong.performing.film.screenplay_json import screenplay_from_json
    from pyojeong.stories.production import Made

    if note["format"] != _FORMAT:
        raise ValueError(f"note must have format {_FORMAT}, but got {note['format']!r}")
    film, srt, vtt = (folder / str(file) for file in note["files"])
    return Made(
        path=film,
        subtitles=(srt, vtt),
        seconds=float(note["seconds"]),
        drawn=int(note["drawn"]),
        frames=int(note["frames"]),
        drawn_scenes=tuple(int(scene) for scene in note["drawn_scenes"]),
        unsaid=tuple((beat, PyojeongError(ko, en, kind=kind)) for beat, ko, en, kind in note["unsaid"]),
        screenplay=screenplay_from_json(note["screenplay"]),
    )
