"""What arrives: pictures with the name they had, and texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Annotated

from fastapi import File, UploadFile

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.media import Image

MAX_CHARACTERS = 50_000
"""Some 3,500 sentences, seconds of work for one worker; longer texts belong on the command line."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file as it arrived; ``name`` is for messages only."""

    data: bytes
    name: str

    def opened(self) -> Image:
        """The picture.

        Raises:
            PyojeongError: When it cannot be opened.
        """
        return replace(wiring.opened_image(self.data), name=self.name)


async def photo_of(image: Annotated[UploadFile, File(description="사진 · A photo")]) -> Photo:
    """The photo in the form field ``image``; its size was limited on the way in."""
    return Photo(await image.read(), PurePosixPath(image.filename or "").name)


def check_length(text: str | None) -> None:
    """Refuse a text longer than `MAX_CHARACTERS`.

    Raises:
        PyojeongError: When it is.
    """
    if text is not None and len(text) > MAX_CHARACTERS:
        raise PyojeongError(
            f"서버는 한 번에 {MAX_CHARACTERS:,}자까지 읽는데 {len(text):,}자입니다; 나누어 보내 주세요.",
            f"The server reads up to {MAX_CHARACTERS:,} characters at once, but got {len(text):,}; split it.",
            kind="text-too-long",
        )
