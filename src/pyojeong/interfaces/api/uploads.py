"""Uploaded pictures: their bytes and the name they had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Annotated

from fastapi import File, UploadFile

from pyojeong.interfaces import wiring
from pyojeong.media import Image


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
