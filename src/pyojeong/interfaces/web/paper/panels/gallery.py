"""The pictures of a web page, and what may be done with the chosen one."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.paper.desk import PaperDesk
from pyojeong.interfaces.web.words import Words
from pyojeong.interfaces.webpages import FoundPage
from pyojeong.reading.page.web.looking import Seen


class GalleryPanel:
    """Small pictures to choose from; hidden until a web page was looked at."""

    def __init__(self, desk: PaperDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._built: FoundPage | None = None
        self._thumbs: list[Element] = []
        with box("section", "panel gallery", aria_labelledby="gallery-title") as self._panel:
            text("h2", words("paper-found"), id="gallery-title")
            self._row = box("div", "gallery-row", role="group", aria_labelledby="gallery-title")
            self._hint = text("p", words("paper-choose-face"), "hint")
            with box("div", "row"):
                self._studio = button(words("paper-to-studio"), self._to_studio, "tool strong", sign="sign-portrait")
                self._read = button(words("paper-read-this"), desk.read, sign="sign-paper")
        desk.watch(self.follow)
        self.follow()

    async def _to_studio(self) -> None:
        address = await self._desk.sent_to_studio()
        if address is not None:
            ui.navigate.to(address)

    def follow(self) -> None:
        """Show the pictures of the page that was looked at last."""
        desk = self._desk
        self._panel.set_visibility(desk.found is not None)
        if desk.found is not None and desk.found is not self._built:
            self._build(desk.found)
        for number, thumb in enumerate(self._thumbs):
            set_attribute(thumb, "aria-pressed", str(number == desk.chosen).lower())
        found = desk.found_picture
        several = found is not None and len(found.faces) > 1
        self._hint.set_visibility(several)
        usable = found is not None and bool(found.faces) and desk.work is None
        set_attribute(self._studio, "disabled", False if usable else "true")
        set_attribute(self._read, "disabled", False if desk.work is None else "true")

    def _build(self, found: FoundPage) -> None:
        self._built = found
        self._row.clear()
        self._thumbs = []
        with self._row:
            for number, (one, shown) in enumerate(zip(found.pictures, self._desk.gallery, strict=True)):
                is_main = one.picture.seen is Seen.MAIN
                name = self._words("paper-main", number=number + 1) if is_main else self._words("paper-screenshot")
                faces = self._words("paper-faces", count=len(one.faces)) if one.faces else self._words("paper-no-faces")
                thumb = box("button", "gallery-picture", type="button", title=one.picture.alternative or name)
                thumb.on("click", lambda _, chosen=number: self._desk.choose(chosen), [])
                self._thumbs.append(thumb)
                with thumb:
                    box("img", src=shown.address, alt="", loading="lazy")
                    text("span", name)
                    text("small", faces)
