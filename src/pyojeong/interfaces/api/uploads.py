"""What arrives: pictures with the name they had, texts, and documents; and fields that nobody reads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Annotated, Any, get_type_hints

from fastapi import File, Request, UploadFile
from fastapi.params import Form as FormField
from pydantic import AfterValidator

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.media import Image

MAX_CHARACTERS = 50_000
"""Some 3,500 sentences, seconds of work for one worker; longer texts belong on the command line."""


def _whole(text: str) -> str:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("글에 깨진 글자가 있습니다 · the text has a broken letter")
    return text


Words = Annotated[str, AfterValidator(_whole)]
"""A text of whole letters: JSON lets halves of them (lone surrogates) through, which no answer could repeat."""


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


async def written(document: UploadFile | str | None, field: str) -> str | None:
    """The text of a document that came as a form field or as a file.

    Raises:
        PyojeongError: When the file is not UTF-8.
    """
    if document is None or isinstance(document, str):
        return document
    try:
        return (await document.read()).decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise PyojeongError(
            f"{field} 칸에는 UTF-8로 쓴 JSON 파일이 와야 합니다.",
            f"The field {field} takes a JSON file in UTF-8.",
            kind="encoding",
        ) from broken


def only_fields(*readers: Callable[..., Any]) -> Callable[[Request], Awaitable[None]]:
    """A dependency that refuses form fields which none of ``readers`` takes: a misspelt one would do nothing."""
    known = [name for reader in readers for name in _form_fields(reader)]

    async def refuse_others(request: Request) -> None:
        for name in await request.form():
            if name not in known:
                raise PyojeongError(
                    f"{name!r} 칸은 없습니다; 쓸 수 있는 칸은 {', '.join(known)}입니다.",
                    f"There is no form field {name!r}; there are {', '.join(known)}.",
                    kind="field",
                )

    return refuse_others


def _form_fields(reader: Callable[..., Any]) -> list[str]:
    hints = get_type_hints(reader, include_extras=True)
    return [
        name
        for name, hint in hints.items()
        if any(isinstance(mark, FormField) for mark in getattr(hint, "__metadata__", ()))
    ]


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
