"""A photo on somebody's desk: full size and preview size, with the work on each of its faces kept."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from pyojeong.interfaces import wiring
from pyojeong.interfaces.finish import KEEP_BACKGROUND, Staging
from pyojeong.media import Face, Image
from pyojeong.performing.portrait.ensemble import together
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression

if TYPE_CHECKING:
    from pyojeong.performing.portrait import PortraitPerformer

PREVIEW_SIDE_PX = 512
Parts = Mapping[int, tuple[Expression, Undo]]
"""Face number → what it performs and how much of the photo's own goes first, as `Recipe.flattened` gives it."""


class Size(str, Enum):
    """At which size a photo is performed."""

    PREVIEW = "preview"
    FULL = "full"


class Take(NamedTuple):
    """A performed photo, and how long that took on the wall clock when it was drawn."""

    image: Image
    milliseconds: float


class OpenPhoto:
    """One photo and its faces; every method may be called from any thread, one at a time works on the photo.

    Args:
        image: The photo at its own size.
        faces: Its faces, largest first; at least one.
    """

    def __init__(self, image: Image, faces: list[Face]) -> None:
        from pyojeong.performing.portrait.animation import fitted

        self.image = image
        self.faces = faces
        numbered = dict(enumerate(faces))
        self._scenes = {Size.PREVIEW: fitted(image, numbered, PREVIEW_SIDE_PX), Size.FULL: (image, numbered)}
        self._performers: dict[tuple[Size, int], PortraitPerformer] = {}
        self._last: tuple[object, Take] | None = None
        self._lock = threading.Lock()

    @classmethod
    def opened(cls, data: bytes) -> OpenPhoto:
        """The photo in a file's bytes.

        Raises:
            PyojeongError: When it is no picture, too large, or nobody's face is in it.
        """
        image = wiring.opened_image(data)
        return cls(image, list(wiring.faces_of(image)))

    def source(self, size: Size) -> Image:
        """The photo itself at ``size``."""
        return self._scenes[size][0]

    @property
    def preview_is_full(self) -> bool:
        """Whether the photo is so small that its preview is the whole of it."""
        return self.source(Size.PREVIEW).size_wh == self.image.size_wh

    def perform(self, parts: Parts, size: Size) -> Take:
        """The photo with every face in ``parts`` doing its part; pixels outside their masks stay as they are."""
        key = (size, frozenset((n, *part) for n, part in parts.items()))
        with self._lock:
            if self._last is None or self._last[0] != key:
                started = time.perf_counter()
                image = self._performed(parts, size)
                self._last = (key, Take(image, 1000 * (time.perf_counter() - started)))
            return self._last[1]

    def staged(self, image: Image, size: Size, staging: Staging) -> Image:
        """The performed ``image`` with background and mark; the photo itself stays unmarked."""
        photo, faces = self._scenes[size]
        if image is photo and staging.background == KEEP_BACKGROUND:
            return image
        boxes = [face.box_xyxy for face in faces.values()]
        return wiring.staged(
            image,
            background=staging.background,
            visible_mark=staging.visible_mark,
            avoiding=boxes,
            language=staging.mark_language,
        )

    def _performed(self, parts: Parts, size: Size) -> Image:
        acts = (self._performer(size, n).performance(expression, undo=undo) for n, (expression, undo) in parts.items())
        return together(self.source(size), acts)

    def _performer(self, size: Size, number: int) -> PortraitPerformer:
        if (size, number) not in self._performers:
            image, faces = self._scenes[size]
            self._performers[size, number] = wiring.portrait_performer(image, faces[number])
        return self._performers[size, number]


def changed_pixels(one: Image, other: Image) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where two pictures of one size differ in colour, bool H×W.

    >>> grey = Image(np.zeros((1, 2, 3), np.uint8))
    >>> changed_pixels(grey, grey.with_pixels(np.array([[[0, 0, 0], [0, 9, 0]]], np.uint8))).tolist()
    [[False, True]]
    """
    import cv2

    difference = cv2.absdiff(np.ascontiguousarray(one.rgb), np.ascontiguousarray(other.rgb))
    return np.asarray(cv2.inRange(difference, (0, 0, 0), (0, 0, 0)) == 0)
