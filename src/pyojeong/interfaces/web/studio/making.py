"""Makes files to take home: in a thread, with progress, and stopped when the person changes their mind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pyojeong.interfaces import performance, wiring
from pyojeong.interfaces.finish import MEDIA_TYPES, Finish
from pyojeong.interfaces.performance import Rehearsal
from pyojeong.interfaces.web.job import Job
from pyojeong.interfaces.web.shelf import Item, shelf
from pyojeong.interfaces.web.studio.photo import OpenPhoto, Size
from pyojeong.performing.portrait.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is: ``part`` in [0, 1], or None while that cannot be said."""

    finish: Finish
    part: float | None = None


class Maker:
    """Makes one file at a time.

    Args:
        report: Called in the event loop with the progress, and None when there is nothing to report any more.
    """

    def __init__(self, report: Callable[[Progress | None], None]) -> None:
        self._report = report
        self._job = Job(self._tell)
        self._finish: Finish | None = None
        self._address = ""

    async def make(self, photo: OpenPhoto, recipe: Recipe, finish: Finish, *, stem: str = "pyojeong") -> str:
        """The address of the file, which is saved as ``stem`` and its ending.

        Raises:
            StoppedError: When `cancel` was called meanwhile.
            PyojeongError: When the file cannot be made.
        """
        self._finish = finish
        try:
            data = await self._job.done(lambda _, drawn: made(photo, recipe, finish, drawn))
        finally:
            self._report(None)
        shelf.take_away(self._address)
        item = Item(data, MEDIA_TYPES[finish.suffix], f"{stem}.{finish.suffix}")
        self._address = shelf.put(item)
        return self._address

    def cancel(self) -> None:
        """Stop at the next frame; a file that is ready by then is thrown away."""
        self._job.stop()

    def close(self) -> None:
        """Stop, and forget the last file."""
        self.cancel()
        shelf.take_away(self._address)

    def _tell(self) -> None:
        finish = self._finish
        if finish is not None:
            self._report(Progress(finish, None if finish.tempo is None else self._job.progress))


def made(photo: OpenPhoto, recipe: Recipe, finish: Finish, drawn: Callable[[float], None]) -> bytes:
    """The file's bytes; ``drawn`` is called with the share of frames that are done and may raise to stop."""
    if finish.tempo is None:
        image = photo.perform(recipe.flattened(), Size.FULL).image
        return wiring.picture_bytes(photo.staged(image, Size.FULL, finish.staging), finish.suffix)
    clip = performance.animate(Rehearsal(photo.image, photo.faces, recipe), finish.tempo, finish.staging)
    return wiring.clip_bytes(clip, finish.suffix, drawn)
