"""``/api/perform``: a photo and a feeling become the photo with that expression."""

from __future__ import annotations

import base64
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Header, UploadFile
from starlette.responses import JSONResponse, Response

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.api.uploads import Photo, check_length, only_fields, photo_of, written
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.encoding import encoded
from pyojeong.interfaces.finish import DEFAULT_FRAMES_PER_SECOND, KEEP_BACKGROUND, MEDIA_TYPES, Finish, Staging
from pyojeong.interfaces.order import Order, expression_from_json, undo_of
from pyojeong.performing.portrait.recipe import loads

MAX_FRAMES = 300
"""Longest clip the server draws: 15 s at 20 frames a second, some ten seconds of work."""

router = APIRouter(tags=["perform"])


async def expression_of(
    expression: Annotated[UploadFile | str | None, Form(description='{"mouthSmileLeft": 0.8, …}')] = None,
) -> str | None:
    """The JSON in the form field ``expression``."""
    return await written(expression, "expression")


async def recipe_of(
    recipe: Annotated[UploadFile | str | None, Form(description="pyojeong.recipe/1")] = None,
) -> str | None:
    """The JSON in the form field ``recipe``."""
    return await written(recipe, "recipe")


def order_of(
    expression: Annotated[str | None, Depends(expression_of)],
    recipe: Annotated[str | None, Depends(recipe_of)],
    emotion: Annotated[str | None, Form(description="슬픔:0.7, joy+sadness")] = None,
    text: Annotated[str | None, Form(description="한국어 글 · Korean text")] = None,
    several: Annotated[str | None, Form(description="0=joy,1=sadness:0.5")] = None,
    face: Annotated[int | None, Form(description="얼굴 번호; 0이 가장 큰 얼굴 · 0 is the largest")] = None,
    intensity: Annotated[float | None, Form(description="세기 0–1 · Strength")] = None,
    neutral_first: Annotated[bool, Form()] = False,
) -> Order:
    """What to perform: one of emotion, text, expression, several, or a recipe, or one on top of a recipe."""
    check_length(text)
    hand = None if expression is None else expression_from_json(expression, "expression")
    stack = None if recipe is None else loads(recipe)
    return Order(emotion, text, hand, several, face, intensity, undo_of(neutral_first=neutral_first), stack)


def finish_of(
    accept: Annotated[str, Header()] = "*/*",
    format: Annotated[str | None, Form(description="png, jpg, webp, tiff, gif, apng, mp4")] = None,
    background: Annotated[str, Form(description="배경: keep, none, 색 · or a colour")] = KEEP_BACKGROUND,
    mark: Annotated[bool | None, Form(description="눈에 보이는 작은 표시 · The small visible mark")] = None,
    seconds: Annotated[
        float | None, Form(description="초; png와 webp도 움직임 · Seconds; png and webp move, too")
    ] = None,
    fps: Annotated[float, Form(description="1초당 장수 · Frames a second")] = DEFAULT_FRAMES_PER_SECOND,
) -> Finish:
    """What kind of file comes back; without ``format`` the Accept header chooses, PNG otherwise."""
    suffix = format or next((s for s, media in MEDIA_TYPES.items() if media in accept), "png")
    staging = Staging(background, wiring.mark_wanted(mark))
    finish = Finish.of(suffix, staging, seconds=seconds, frames_per_second=fps)
    frames = 1.0 if finish.tempo is None else finish.tempo.seconds * finish.tempo.frames_per_second
    if frames > MAX_FRAMES:
        raise PyojeongError(
            f"서버는 {MAX_FRAMES}장까지 그리는데 {frames:.0f}장입니다; 길이나 1초당 장수를 줄여 주세요.",
            f"The server draws up to {MAX_FRAMES} frames, but this is {frames:.0f}; make it shorter.",
            kind="tempo",
        )
    return finish


@router.post(
    "/perform",
    summary="사진에 표정 짓기 · Give a photo an expression",
    response_class=Response,
    dependencies=[Depends(only_fields(photo_of, order_of, expression_of, recipe_of, finish_of))],
    responses={200: {"content": {"image/*": {}, "video/mp4": {}, "application/json": {}}}},
)
async def perform(
    photo: Annotated[Photo, Depends(photo_of)],
    order: Annotated[Order, Depends(order_of)],
    finish: Annotated[Finish, Depends(finish_of)],
    workers: Hands,
    accept: Annotated[str, Header()] = "*/*",
) -> Response:
    """The picture, as large as the photo; with ``Accept: application/json`` the document with the picture in base64."""
    data, told = await workers.do(lambda: encoded(order.rehearsed(photo.opened()), finish))
    media_type = MEDIA_TYPES[finish.suffix]
    if "application/json" in accept:
        return JSONResponse({**told, "media_type": media_type, "data_base64": base64.b64encode(data).decode("ascii")})
    headers = {"X-Pyojeong-Face": str(told["face"]), "X-Pyojeong-Faces-Found": str(told["faces_found"])}
    return Response(data, media_type=media_type, headers=headers)
