"""Draws what a desk asks for, newest wish first, and shelves it where the browser fetches it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import cv2

from pyojeong.interfaces.finish import Staging
from pyojeong.interfaces.web.latest import Latest
from pyojeong.interfaces.web.shelf import Item, shelf
from pyojeong.interfaces.web.studio.photo import OpenPhoto, Parts, Size, changed_pixels
from pyojeong.media import Image

SCREEN_SIDE_PX = 1600
"""Larger results are reduced for the screen until somebody zooms in; downloads never are."""
SCREEN_QUALITY = 90
PAUSE_SECONDS = 0.12
ADDRESSES_KEPT = 4
"""A browser may still be fetching a result when the next is ready."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What shall be seen: a photo, who performs what, how it is finished, and whether the person let go."""

    photo: OpenPhoto
    parts: Parts
    staging: Staging
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """A result on the shelf.

    Attributes:
        address: Where the browser fetches it.
        size: Preview or full.
        changed_share: Share of pixels that the expression changed.
        milliseconds: Wall-clock time the performance took, without encoding.
    """

    address: str
    size: Size
    changed_share: float
    milliseconds: float


class Easel:
    """Draws scenes in a thread, one at a time; of waiting scenes only the newest is drawn.

    Args:
        show: Called with every result, and None when drawing starts.
        fail: Called with what went wrong.
    """

    def __init__(self, show: Callable[[Shown | None], None], fail: Callable[[Exception], None]) -> None:
        self._show = show
        self._fail = fail
        self._latest: Latest[Scene] = Latest(self._draw)
        self._addresses: deque[str] = deque()
        self._photo: OpenPhoto | None = None
        self.sharp = False
        self.busy = False

    def draw(self, scene: Scene) -> None:
        """Show ``scene`` as soon as possible: at preview size first, then in full once the person let go."""
        self._photo = scene.photo
        self._latest.ask(scene)
        self.busy = True
        self._show(None)

    async def finished(self) -> None:
        """Returns when the newest scene is on the shelf."""
        await self._latest.finished()

    def close(self) -> None:
        """Stop drawing and clear the shelf."""
        self._latest.stop()
        self._keep_newest(0)

    async def _draw(self, scene: Scene) -> None:
        try:
            if not (scene.settled and scene.photo.preview_is_full):
                await self._draw_at(Size.PREVIEW, scene)
            if scene.settled and not await self._goes_on():
                await self._draw_at(Size.FULL, scene)
        except Exception as failure:  # told to the person by the desk, which knows their language
            self.busy = self._latest.superseded
            self._fail(failure)

    async def _draw_at(self, size: Size, scene: Scene) -> None:
        facts, item = await asyncio.to_thread(self._drawn, scene, size)
        other_photo = scene.photo is not self._photo
        if other_photo or (size is Size.FULL and self._latest.superseded):
            return
        self._addresses.append(shelf.put(item))
        self._keep_newest(ADDRESSES_KEPT)
        self.busy = self._latest.superseded or (scene.settled and size is Size.PREVIEW)
        self._show(Shown(self._addresses[-1], *facts))

    async def _goes_on(self) -> bool:
        """Whether the person moves on within a moment: a key held down would else draw every step in full."""
        await asyncio.sleep(PAUSE_SECONDS)
        return self._latest.superseded

    def _drawn(self, scene: Scene, size: Size) -> tuple[tuple[Size, float, float], Item]:
        image, milliseconds = scene.photo.perform(scene.parts, size)
        share = float(changed_pixels(scene.photo.source(size), image).mean())
        staged = scene.photo.staged(image, size, scene.staging)
        return (size, share, milliseconds), screen_item(staged, None if self.sharp else SCREEN_SIDE_PX)

    def _keep_newest(self, count: int) -> None:
        while len(self._addresses) > count:
            shelf.take_away(self._addresses.popleft())


def screen_item(image: Image, longest_side_px: int | None) -> Item:
    """The picture for the screen: sRGB, JPEG or (with transparency) WebP, no longer than ``longest_side_px``."""
    from pyojeong.media.colour import to_srgb
    from pyojeong.media.saving import save_image

    shown = to_srgb(_reduced(image, longest_side_px))
    word = "jpeg" if shown.alpha is None else "webp"
    return Item(save_image(shown, None, format=word, quality=SCREEN_QUALITY), f"image/{word}")


def _reduced(image: Image, longest_side_px: int | None) -> Image:
    width, height = image.size_wh
    factor = 1.0 if longest_side_px is None else longest_side_px / max(width, height)
    if factor >= 1.0:
        return image
    size_wh = (max(1, round(width * factor)), max(1, round(height * factor)))
    return image.with_pixels(cv2.resize(image.pixels, size_wh, interpolation=cv2.INTER_AREA))
