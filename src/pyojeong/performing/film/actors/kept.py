"""The pictures of an actor's last moments, and how one is laid on the canvas."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.actors.views import View

if TYPE_CHECKING:
    import skia

KEPT = 2
"""Of this moment, and of the one that stands still while a page turns."""


class KeptPictures:
    """What an actor showed last, by the moment and by the place it was drawn for."""

    def __init__(self) -> None:
        self._shown: deque[tuple[Moment, Hashable, skia.Image]] = deque(maxlen=KEPT)

    def of(self, moment: Moment, place: Hashable, made: Callable[[], skia.Image]) -> skia.Image:
        """The picture of ``moment`` for ``place``; ``made`` now when it is not there any more."""
        for kept, seen, image in self._shown:
            if seen == place and kept == moment:
                return image
        image = made()
        self._shown.append((moment, place, image))
        return image


def laid_down(canvas: skia.Canvas, image: skia.Image, view: View) -> None:
    """``image``, the picture of ``view``, put on the canvas pixel by pixel."""
    canvas.save()
    canvas.resetMatrix()
    canvas.drawImage(image, view.left, view.top)
    canvas.restore()
