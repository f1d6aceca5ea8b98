"""``/api/read/page``: a photograph of paper, or the address of a web page."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.api.uploads import Photo
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.pages import PageEye, page_json, read_page
from pyojeong.interfaces.webpages import look_at, webpage_json

router = APIRouter(prefix="/read", tags=["read"])
JSON = "application/json"
PICTURE = "jpg"
MEDIA_TYPE = "image/jpeg"
_FIELDS = ("image", "eye")


class WebAddressToRead(BaseModel):
    """A web page to look at."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"url": "https://example.com/"}]})

    url: str = Field(description="공개된 웹 주소 · A public web address")


_EYES = {"type": "string", "enum": [eye.value for eye in PageEye], "default": PageEye.HERE.value}
_FORM = {
    "type": "object",
    "properties": {"image": {"type": "string", "format": "binary"}, "eye": _EYES},
    "required": ["image"],
}
_BODY: Mapping[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": _FORM},
            JSON: {"schema": WebAddressToRead.model_json_schema()},
        },
    }
}


@router.post("/page", summary="종이나 웹 페이지 읽기 · Read a page of paper or of the web", openapi_extra=dict(_BODY))
async def post_page(request: Request, workers: Hands) -> dict[str, Any]:
    """An `image` becomes `pyojeong.page/1`: its lines; a `url` becomes `pyojeong.webpage/1`: its pictures with faces.

    Only public addresses are looked at. `eye=clova` sends the picture to the CLOVA OCR that the server's owner set up.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() == JSON:
        return await _web(await request.body(), workers)
    photo, eye = await _form(request)
    return await workers.do(lambda: page_json(read_page(photo.opened(), eye), photo.name))


async def _web(body: bytes, workers: Hands) -> dict[str, Any]:
    try:
        asked = WebAddressToRead.model_validate_json(body)
    except ValidationError as broken:
        raise RequestValidationError(broken.errors()) from broken
    return await workers.do(lambda: _seen(asked.url))


def _seen(url: str) -> dict[str, Any]:
    """The document, each picture with its file."""
    found = look_at(url)
    document = webpage_json(found)
    for entry, one in zip(document["pictures"], found.pictures, strict=True):
        data = wiring.picture_bytes(one.picture.image, PICTURE)
        entry.update(media_type=MEDIA_TYPE, data_base64=base64.b64encode(data).decode("ascii"))
    return document


async def _form(request: Request) -> tuple[Photo, PageEye]:
    async with request.form() as form:
        unknown = next((name for name in form if name not in _FIELDS), None)
        image, eye = form.get("image"), form.get("eye", PageEye.HERE.value)
        if unknown is not None or not isinstance(image, UploadFile) or eye not in set(PageEye):
            raise PyojeongError(
                "그림 파일을 image 칸에 보내 주세요; eye 칸은 here나 clova이고 다른 칸은 없습니다. "
                '웹 주소는 {"url": "…"} JSON으로 보냅니다.',
                "Send a picture file in the field image; the field eye is here or clova, and there is no other. "
                'A web address is sent as JSON, {"url": "…"}.',
                kind="field",
            )
        return Photo(await image.read(), (image.filename or "").rpartition("/")[2]), PageEye(str(eye))
