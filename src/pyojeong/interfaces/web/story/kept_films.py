"""Finished films of visitors who left the page, until they come back: each in the folder it was made in."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyojeong.interfaces.web.story.folders import VisitorFolder
    from pyojeong.stories.production import Made

KEPT_SECONDS = 24 * 3600.0
MOST = 100
"""Films, of ten megabytes each as people make them; the oldest go first."""


@dataclass(frozen=True, slots=True)
class KeptFilm:
    """A film somebody may come back to.

    Attributes:
        folder: Where it lies, and nothing else.
        made: The film.
        of: The draft it was made of, as `drafts.written` writes it.
        until: Seconds of the clock.
    """

    folder: VisitorFolder
    made: Made
    of: str
    until: float


class KeptFilms:
    """The films of one server, by names nobody can guess.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._films: dict[str, KeptFilm] = {}

    def keep(self, name: str, folder: VisitorFolder, made: Made, of: str) -> None:
        """Hold on to a film; everything else in its folder goes."""
        films = {made.path, *made.subtitles}
        for path in Path(folder.name).iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif path not in films and not path.name.startswith("."):
                path.unlink(missing_ok=True)
        self._films[name] = KeptFilm(folder, made, of, self._clock() + KEPT_SECONDS)
        self.sweep()

    def take(self, name: str, into: Path) -> tuple[Made, str] | None:
        """The film of that name, moved to ``into``, and what it was made of; None when it is here no more."""
        self.sweep()
        kept = self._films.pop(name, None)
        if kept is None:
            return None
        path, *subtitles = (
            Path(shutil.move(file, into / file.name)) for file in (kept.made.path, *kept.made.subtitles)
        )
        kept.folder.cleanup()
        return replace(kept.made, path=path, subtitles=(subtitles[0], subtitles[1])), kept.of

    def sweep(self) -> None:
        """Remove the films whose time is over, and the oldest of too many."""
        now, names = self._clock(), list(self._films)
        over = [name for name, film in self._films.items() if film.until <= now]
        for name in dict.fromkeys((*over, *names[: max(0, len(names) - MOST)])):
            self._films.pop(name).folder.cleanup()


kept_films = KeptFilms()
