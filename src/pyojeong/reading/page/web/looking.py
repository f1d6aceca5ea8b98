"""What there is to see at a web address: the page's own pictures and a picture of the page."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Protocol

import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.page.stopping import Progress, Stop, never, untold
from pyojeong.reading.page.web.fetching import Fetched, Fetcher
from pyojeong.reading.page.web.pictures import LEAST_SIDE_PX, Mention, mentioned_pictures

_LOG = logging.getLogger(__name__)
MOST_PICTURES = 6
"""More are no choice any more (authored)."""
_TRIED = 2 * MOST_PICTURES
MOST_PIXELS = 8_000_000
"""Of each picture held for choosing; larger ones are reduced. All of them are 168 MB then, and not 1.3 GB."""
PICTURES_SECONDS = 30.0
"""After this no further picture of the page is asked for (authored): twelve slow ones would take four minutes."""
_PAGES = frozenset({"text/html", "application/xhtml+xml", "image/"})
_PAGE_WORDS = ("웹 페이지나 그림", "a web page or a picture")
_PICTURES = frozenset({"image/"})
#: Name in Content-Type → Python's codec, as browsers read it (WHATWG Encoding Standard); all are `bytes.decode`d in one
#: pass. Python knows stranger ones that a page could name: ``hex`` is no text, ``punycode`` takes hours.
_CHARSETS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "cp949", "windows-949"), "cp949"),
        **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "windows-1252"), "cp1252"),
        **dict.fromkeys(("utf-16", "utf-16le"), "utf-16-le"),
        "shift_jis": "cp932",
        "euc-jp": "euc_jp",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "gb18030": "gb18030",
        "big5": "big5hkscs",
    }
)
_PICTURE_WORDS = ("그림", "a picture")

Opener = Callable[[bytes], Image]


class Seen(str, Enum):
    """What a picture of a web page is."""

    MAIN = "main"
    SCREENSHOT = "screenshot"


@dataclass(frozen=True, slots=True, eq=False)
class WebPicture:
    """One picture.

    Attributes:
        image: Its pixels, reduced to `MOST_PIXELS` where others stand beside it.
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

    def look(self, written: str, *, stop: Stop = never, progress: Progress = untold) -> WebPage:
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
                notices[-1]
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
        until = time.monotonic() + PICTURES_SECONDS
        for number, mention in enumerate(mentions):
            stop()
            progress(0.2 + 0.4 * number / len(mentions))
            picture = self._picture(mention, stop)
            if picture is not None:
                found.append(picture)
            if len(found) == MOST_PICTURES or time.monotonic() > until:
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
        return WebPicture(reduced(image), Seen.MAIN, mention.address, mention.alternative)

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
        return WebPicture(reduced(image), Seen.SCREENSHOT, address), told


def reduced(image: Image) -> Image:
    """The picture at no more than `MOST_PIXELS`, its sides in proportion."""
    width, height = image.size_wh
    scale = math.sqrt(MOST_PIXELS / (width * height))
    if scale >= 1:
        return image
    import cv2

    size_wh = max(1, int(scale * width)), max(1, int(scale * height))
    return image.with_pixels(np.asarray(cv2.resize(image.pixels, size_wh, interpolation=cv2.INTER_AREA), np.uint8))


def _charset(page: Fetched) -> str:
    """The announced character set where it is one that pages are written in, else UTF-8."""
    return _CHARSETS.get(page.charset.lower(), "utf-8")
