"""One visitor's paper: a picture, its lines as they were read and corrected, or the pictures of a web page.

Knows nothing of the screen.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import Enum

from pyojeong.interfaces import wiring
from pyojeong.interfaces.pages import PageEye, read_page
from pyojeong.interfaces.web.handoff import SentPhoto, photos, texts
from pyojeong.interfaces.web.shelf import shelf
from pyojeong.interfaces.web.studio.easel import SCREEN_SIDE_PX, screen_item
from pyojeong.interfaces.web.working import Working
from pyojeong.interfaces.webpages import FoundPage, FoundPicture, look_at
from pyojeong.media import Image
from pyojeong.reading.page import Page
from pyojeong.reading.page.flowing import flowing_text


class Work(str, Enum):
    """What is being done."""

    OPENING = "opening"
    READING = "reading"
    LOOKING = "looking"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on the shelf.

    Attributes:
        address: Where the browser fetches it.
        size_wh: Of the picture itself; it may be reduced for the screen.
    """

    address: str
    size_wh: tuple[int, int]


class PaperDesk(Working[Work]):
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        picture: The picture that is read or chosen from.
        shown: The same for the browser.
        page: What was read in it; None before.
        written: A text for each line, as the person left it.
        eye: Who reads.
        found: The web page that was looked at, or None.
        gallery: Its pictures for the browser.
        chosen: Number of the chosen picture of the web page.
        face: Number of the chosen face in it.
    """

    def __init__(self) -> None:
        super().__init__("the paper page", stopped="paper-stopped")
        self.picture: Image | None = None
        self.shown: Shown | None = None
        self.page: Page | None = None
        self.written: list[str] = []
        self.eye = PageEye.HERE
        self.found: FoundPage | None = None
        self.gallery: tuple[Shown, ...] = ()
        self.chosen = 0
        self.face = 0

    def close(self) -> None:
        """Stop all work and forget pictures and text."""
        self.cancel()
        self.unwatch()
        self._clear()

    @property
    def found_picture(self) -> FoundPicture | None:
        """The chosen picture of the web page, or None."""
        return None if self.found is None else self.found.pictures[self.chosen]

    @property
    def text(self) -> str:
        """The corrected lines, one under the other, without emptied ones."""
        return "\n".join(line.strip() for line in self.written if line.strip())

    @property
    def flowing(self) -> str:
        """The corrected lines as running text, as a person wrote sentences across lines."""
        lines = () if self.page is None else self.page.lines
        return flowing_text([(text, line.box_xyxy) for text, line in zip(self.written, lines, strict=True)])

    async def open_picture(self, data: bytes) -> None:
        """Take a picture file and read it."""
        image = await self._worked(Work.OPENING, lambda stop, progress: wiring.opened_image(data))
        if image is not None:
            self._clear()
            await self._lay(image)
            await self.read()

    async def lay(self, image: Image) -> None:
        """Take a picture and read it."""
        self._clear()
        await self._lay(image)
        await self.read()

    async def read(self) -> None:
        """Read the picture, anew when it was read before."""
        image, eye = self.picture, self.eye
        if image is None:
            return
        page = await self._worked(
            Work.READING, lambda stop, progress: read_page(image, eye, stop=stop, progress=progress)
        )
        if page is not None:
            self.page, self.told = page, "paper-sent" if eye is PageEye.CLOVA else None
            self.restore()

    async def look(self, address: str) -> None:
        """Look at a web page and show its pictures."""
        found = await self._worked(Work.LOOKING, lambda stop, progress: look_at(address, stop=stop, progress=progress))
        if found is None:
            return
        self._clear()
        gallery = [await asyncio.to_thread(_shelved, one.picture.image) for one in found.pictures]
        self.found, self.gallery = found, tuple(gallery)
        self.choose(found.chosen)
        if found.notices:
            self.fail(found.notices[-1])

    def choose(self, number: int) -> None:
        """Turn to another picture of the web page."""
        if self.found is None or not 0 <= number < len(self.found.pictures):
            return
        self.chosen, self.face = number, 0
        self.picture, self.shown = self.found.pictures[number].picture.image, self.gallery[number]
        self.page, self.written, self.told = None, [], None
        self.tell()

    def choose_face(self, number: int) -> None:
        """Choose the face for the studio."""
        found = self.found_picture
        if found is not None and 0 <= number < len(found.faces):
            self.face = number
            self.tell()

    def write(self, line: int, text: str) -> None:
        """Correct one line."""
        if 0 <= line < len(self.written):
            self.written[line] = text
            self.tell()

    def restore(self) -> None:
        """Every line as it was read."""
        self.written = [] if self.page is None else [line.text for line in self.page.lines]
        self.tell()

    def read_by(self, eye: PageEye) -> None:
        """Let ``eye`` read from now on."""
        self.eye = eye
        self.tell()

    def sent_to_score(self) -> str:
        """The address of the score page that begins with the corrected text."""
        return f"/score?text={texts.put(self.flowing)}"

    async def sent_to_studio(self) -> str | None:
        """The address of the studio that begins with the chosen face; None when there is none."""
        found = self.found_picture
        if found is None or not found.faces:
            return None
        data = await asyncio.to_thread(wiring.picture_bytes, found.picture.image, "png")
        return f"/?photo={photos.put(SentPhoto(data, found.picture.alternative[:40], self.face))}"

    async def _lay(self, image: Image) -> None:
        self.picture = image
        self.shown = await asyncio.to_thread(_shelved, image)
        self.gallery = (self.shown,)
        self.tell()

    def _clear(self) -> None:
        for shown in self.gallery:
            shelf.take_away(shown.address)
        self.picture = self.shown = self.page = self.found = None
        self.gallery, self.written, self.told = (), [], None


def _shelved(image: Image) -> Shown:
    return Shown(shelf.put(screen_item(image, SCREEN_SIDE_PX)), image.size_wh)
