"""``/api/character/…``: designs, new characters, drawings of them."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from pyojeong.interfaces.api.uploads import Words, check_length
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.caption_writers import voice_of
from pyojeong.interfaces.characters import FIRST_DESIGN, designs_json, new_character
from pyojeong.interfaces.order import expression_from_json
from pyojeong.interfaces.sticker_orders import NO_CAPTION, STICKER_TYPES, StickerOrder, drawn_bytes, moves_as
from pyojeong.performing.character import Character

MOST_PIXELS = 2048
"""Side of the largest still the server draws; of what moves `FRAME_SIDE_MOST`."""

router = APIRouter(prefix="/character", tags=["character"])


class NewCharacter(BaseModel):
    """A character to be."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"name": "보리", "chosen": {"ears": "cat"}}]},
    )

    design: Words = Field(FIRST_DESIGN, description="디자인 · Design")
    name: Words = Field("", max_length=80, description="이름 · Its name")
    chosen: dict[str, float | str] = Field(default_factory=dict, description="고른 것 · What is chosen")
    seed: int | None = Field(None, description="우연의 번호 · By chance, the same one each time")


class Drawing(BaseModel):
    """A drawing of a character; exactly one of emotion, text, moment, expression."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "character": {"format": "pyojeong.character/1", "design": "mascot"},
                    "moment": "off-work",
                    "caption": "auto",
                }
            ]
        },
    )

    character: dict[str, Any] = Field(description="pyojeong.character/1")
    emotion: Words | None = Field(None, description="슬픔:0.7, joy+sadness")
    text: Words | None = Field(None, description="한국어 글 · Korean text")
    moment: Words | None = Field(None, description="순간의 이름 · Name of a moment")
    expression: dict[str, float] | None = Field(None, description='{"mouthSmileLeft": 0.8, …}')
    caption: Words = Field(NO_CAPTION, max_length=200, description="auto, none, 또는 글귀 · or the words")
    voice: Words = Field("banmal", description="반말, 존댓말, 사투리, 아재, 밈 · banmal, polite, dialect, uncle, meme")
    size: int = Field(360, ge=16, le=MOST_PIXELS, description="한 변의 픽셀 · Pixels of a side")
    format: Words = Field("png", description=", ".join(STICKER_TYPES))
    moving: bool = Field(False, description="webp와 png도 움직이기 · Let webp and png move")
    as_json: bool = Field(False, description="그림을 base64로 담은 JSON · JSON with the picture in base64")


@router.get("/designs", summary="캐릭터 디자인 · The designs")
async def get_designs() -> dict[str, Any]:
    """`pyojeong.designs/1`: every design, what can be chosen about it, and its gags."""
    return designs_json()


@router.post("/new", summary="캐릭터 만들기 · Make a character")
async def post_new(body: NewCharacter) -> Mapping[str, Any]:
    """`pyojeong.character/1`: as the design rests, or by chance where a seed is given."""
    return new_character(body.design, name=body.name, chosen=body.chosen, seed=body.seed).to_dict()


@router.post(
    "/draw",
    summary="캐릭터 그리기 · Draw a character",
    response_class=Response,
    responses={200: {"content": {"image/*": {}, "video/mp4": {}, "application/json": {}}}},
)
async def post_draw(body: Drawing, workers: Hands) -> Response:
    """The picture, still or moving; with ``as_json`` what it shows, in words, beside it."""
    check_length(body.text)
    moves = moves_as(body.format, moving=body.moving)
    hand = None if body.expression is None else expression_from_json(json.dumps(body.expression), "expression")
    order = StickerOrder(body.emotion, body.text, body.moment, hand, body.caption, voice_of(body.voice))

    def drawn() -> tuple[bytes, dict[str, Any], list[str]]:
        shown = order.shown(Character.from_dict(body.character), moves=moves)
        told = [korean for korean, _ in shown.notices]
        return drawn_bytes(shown.sticker, body.format, body.size), shown.sticker.to_dict(), told

    data, told, notices = await workers.do(drawn)
    media_type = STICKER_TYPES[body.format]
    if not body.as_json:
        return Response(data, media_type=media_type)
    picture = {"media_type": media_type, "data_base64": base64.b64encode(data).decode("ascii")}
    return JSONResponse({**told, **picture, "notices": notices})
