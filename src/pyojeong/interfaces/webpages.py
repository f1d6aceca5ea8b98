"""Web pages as pictures with their faces, and as documents: `pyojeong.webpage/1`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.messages import sentence
from pyojeong.media import Face
from pyojeong.reading.page.stopping import Progress, Stop, never, untold
from pyojeong.reading.page.web.looking import WebPicture

FORMAT = "pyojeong.webpage/1"
SCHEMES = ("http://", "https://")
_LOOKING = 0.8
"""Share of the work before faces are looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class FoundPicture:
    """A picture of a web page and the faces in it, largest first; none where nobody could be worked with."""

    picture: WebPicture
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FoundPage:
    """What a web page has to offer.

    Attributes:
        address: Where it is, after redirects.
        pictures: The page's own, then the screenshot; at least one.
        notices: What could not be had, and what was told to somebody else.
    """

    address: str
    pictures: tuple[FoundPicture, ...]
    notices: tuple[PyojeongError, ...]

    @property
    def chosen(self) -> int:
        """Number of the picture to begin with: the first with a face, else the first."""
        return next((number for number, one in enumerate(self.pictures) if one.faces), 0)

    def picture(self, number: int | None) -> FoundPicture:
        """The picture with this number, or the one to begin with.

        Raises:
            PyojeongError: When there is none with the number.
        """
        wanted = self.chosen if number is None else number
        if not 0 <= wanted < len(self.pictures):
            last = len(self.pictures) - 1
            raise PyojeongError(
                f"그림 번호는 0–{last} 가운데 하나여야 하는데 {wanted}입니다.",
                f"The picture's number must be one of 0–{last}, but got {wanted}.",
                kind="no-such-picture",
            )
        return self.pictures[wanted]


def is_web_address(written: str) -> bool:
    """Whether a person gave an address and not a file.

    >>> is_web_address("HTTPS://example.com"), is_web_address("photo.jpg")
    (True, False)
    """
    return written.strip().lower().startswith(SCHEMES)


def look_at(address: str, *, stop: Stop = never, progress: Progress = untold) -> FoundPage:
    """The pictures of a web page with their faces.

    Raises:
        PyojeongError: When the address is not public, does not answer, or shows nothing.
    """
    looker = wiring.web_looker()
    page = looker.look(address.strip(), stop=stop, progress=lambda share: progress(_LOOKING * share))
    found = []
    for number, picture in enumerate(page.pictures):
        stop()
        progress(_LOOKING + (1 - _LOOKING) * number / len(page.pictures))
        found.append(FoundPicture(picture, _faces_in(picture)))
    progress(1.0)
    return FoundPage(page.address, tuple(found), page.notices)


def _faces_in(picture: WebPicture) -> tuple[Face, ...]:
    try:
        return tuple(wiring.faces_of(picture.image))
    except PyojeongError as nobody:
        if nobody.kind != "no-face":
            raise
        return ()


def webpage_json(page: FoundPage) -> dict[str, Any]:
    """The document, without pixels; notices are in the language of the program."""
    return {
        "format": FORMAT,
        "address": page.address,
        "chosen": page.chosen,
        "pictures": [picture_json(number, one) for number, one in enumerate(page.pictures)],
        "notices": [sentence(notice) for notice in page.notices],
    }


def picture_json(number: int, found: FoundPicture) -> dict[str, Any]:
    """One picture; boxes in pixels to a tenth."""
    picture = found.picture
    return {
        "number": number,
        "kind": picture.seen.value,
        "address": picture.address,
        "alternative": picture.alternative,
        "size_wh": list(picture.image.size_wh),
        "faces": [
            {"box_xyxy": _tenths(face.box_xyxy), "confidence": round(face.confidence, 3)} for face in found.faces
        ],
    }


def _tenths(box_xyxy: Sequence[float]) -> list[float]:
    return [round(side, 1) for side in box_xyxy]
