"""Small readers of pages and lookers at web pages: quick and certain, so that the doors alone are on trial."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.page import Line, Page, Word
from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web.looking import Seen, WebPage, WebPicture


def line(*words: tuple[str, float], top: float = 10.0) -> Line:
    """Words of 60 pixels each, from the left."""
    return Line(
        tuple(
            Word(text, confidence, (10 + 70 * n, top, 70 + 70 * n, top + 20))
            for n, (text, confidence) in enumerate(words)
        )
    )


class FakeReader:
    """Reads two lines on every picture of more than one colour."""

    page = Page(
        (line(("오늘", 0.95), ("속상헸다.", 0.41)), line(("그래도", 0.9), ("기뻐.", 0.93), top=50.0)),
        (384, 384),
        "fake",
    )

    def read(self, image: Image, *, stop: Stop = never, progress: Callable[[float], None] = lambda share: None) -> Page:
        stop()
        progress(0.5)
        if (image.pixels == image.pixels[0, 0]).all():
            raise PyojeongError("글자를 찾지 못했습니다.", "No writing was found.", kind="no-writing")
        return Page(self.page.lines, image.size_wh, "fake")


class FakeLooker:
    """Finds a landscape without people, and a portrait."""

    def __init__(self, portrait: np.ndarray) -> None:
        self.asked: list[str] = []
        field = np.full((120, 200, 3), (60, 130, 60), np.uint8)
        address = "https://example.com/"
        self.page = WebPage(
            address,
            (
                WebPicture(Image(field), Seen.MAIN, address + "field.jpg", "들판"),
                WebPicture(Image(portrait), Seen.SCREENSHOT, address),
            ),
            (PyojeongError("주소를 보냈습니다.", "The address was sent.", kind="sent-elsewhere"),),
        )

    def look(
        self, written: str, *, stop: Stop = never, progress: Callable[[float], None] = lambda share: None
    ) -> WebPage:
        stop()
        progress(0.5)
        self.asked.append(written)
        return self.page
