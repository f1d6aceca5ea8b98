"""What there is to see at a web address: the page's own pictures and a picture of the page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web.fetching import Fetched, Fetcher
from pyojeong.reading.page.web.pictures import LEAST_SIDE_PX, Mention, mentioned_pictures

_LOG = logging.getLogger(__name__)
MOST_PICTURES = 6
"""More are no choice any more (authored)."""
_TRIED = 2 * MOST_PICTURES
_PAGES = frozenset({"text/html", "application/xhtml+xml", "image/"})
_PAGE_WORDS = ("웹 페이지나 그림", "a web page or a picture")
_PICTURES = frozenset({"image/"})
_PICTURE_WORDS = ("그림", "a picture")

Progress = Callable[[float], None]
Opener = Callable[[bytes], Image]


class Seen(str, Enum):
    """What a picture of a web page is."""

    MAIN = "main"
    SCREENSHOT = "screenshot"


@dataclass(frozen=True, slots=True, eq=False)
class WebPicture:
    """One picture.

    Attributes:
        image: Its pixels.
        seen: Whether the page shows it or it shows the page.
        address: Where it came from; the page's own for a screenshot.
        alternative: What the page says it shows, or empty.
    """

    image: Image
    seen: Seen
    address: str
    alternative: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class WebPage:
    """What was found.

    Attributes:
        address: The page's, after redirects.
        pictures: The page's own in the order it names them, then the screenshot; at least one.
        notices: What could not be had, for the person.
    """

    address: str
    pictures: tuple[WebPicture, ...]
    notices: tuple[PyojeongError, ...] = ()


class Photographer(Protocol):
    """Takes a picture of a page."""

    @property
    def notice(self) -> PyojeongError | None:
        """What the person should know of its having been asked, or None."""
        ...

    def screenshot(self, address: str, *, stop: Stop = never) -> bytes:
        """A picture file."""
        ...


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks at web pages.

    Attributes:
        fetcher: Fetches pages and their pictures.
        opener: Decodes a picture file; refuses what is no picture or too large.
        photographer: Takes screenshots; None where there is neither Chromium nor a key.
    """

    fetcher: Fetcher
    opener: Opener
    photographer: Photographer | None = None

    def look(self, written: str, *, stop: Stop = never, progress: Progress = lambda share: None) -> WebPage:
        """Everything to see at the address ``written``.

        Raises:
            PyojeongError: When the address cannot be fetched or nothing on the page is a picture.
        """
        page = self.fetcher.fetch(written, media_types=_PAGES, wanted=_PAGE_WORDS, stop=stop)
        address = str(page.address)
        if page.media_type.startswith("image/"):
            return WebPage(address, (WebPicture(self.opener(page.data), Seen.MAIN, address),))
        progress(0.2)
        pictures = self._own_pictures(page, stop, progress)
        shot, notices = self._screenshot(address, stop)
        progress(1.0)
        if shot is not None:
            pictures.append(shot)
        if not pictures:
            raise (
                notices[0]
                if notices
                else PyojeongError(
                    "이 페이지에는 쓸 만한 그림이 없습니다; 그림 파일의 주소를 주거나 Chromium을 설치해 주세요.",
                    "This page has no picture to use; give the address of a picture, or install Chromium.",
                    kind="web-no-picture",
                )
            )
        return WebPage(address, tuple(pictures), notices)

    def _own_pictures(self, page: Fetched, stop: Stop, progress: Progress) -> list[WebPicture]:
        mentions = mentioned_pictures(page.data.decode(_charset(page), "replace"), page.address)[:_TRIED]
        found: list[WebPicture] = []
        for number, mention in enumerate(mentions):
            stop()
            progress(0.2 + 0.4 * number / len(mentions))
            picture = self._picture(mention, stop)
            if picture is not None:
                found.append(picture)
            if len(found) == MOST_PICTURES:
                break
        return found

    def _picture(self, mention: Mention, stop: Stop) -> WebPicture | None:
        """The picture, or None: a page may mention what is gone, private, an icon or a drawing."""
        try:
            fetched = self.fetcher.fetch(mention.address, media_types=_PICTURES, wanted=_PICTURE_WORDS, stop=stop)
            image = self.opener(fetched.data)
        except PyojeongError as refused:
            stop()
            _LOG.info("a picture of the page is left out: %s", refused.english)
            return None
        if min(image.size_wh) < LEAST_SIDE_PX:
            return None
        return WebPicture(image, Seen.MAIN, mention.address, mention.alternative)

    def _screenshot(self, address: str, stop: Stop) -> tuple[WebPicture | None, tuple[PyojeongError, ...]]:
        if self.photographer is None:
            return None, ()
        notice = self.photographer.notice
        told = () if notice is None else (notice,)
        try:
            image = self.opener(self.photographer.screenshot(address, stop=stop))
        except PyojeongError as refused:
            stop()
            return None, (*told, refused)
        return WebPicture(image, Seen.SCREENSHOT, address), told


def _charset(page: Fetched) -> str:
    """The announced character set when Python knows it, else UTF-8."""
    import codecs

    try:
        return codecs.lookup(page.charset or "utf-8").name
    except LookupError:
        return "utf-8"
