"""``/api/stickers/…``: captions, plans and packs."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.api.uploads import Words, check_length
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.caption_writers import captions_json, voice_of
from pyojeong.interfaces.sticker_packs import pack_zip, plan_notices, planned
from pyojeong.performing.character import Character
from pyojeong.stickers.planning import PackPlan, check_plan

MOST_STICKERS = 40
"""Stickers of a pack the server draws: the largest of LINE; more belong on the command line."""

router = APIRouter(prefix="/stickers", tags=["stickers"])


class CaptionsWanted(BaseModel):
    """What a person wants to say."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": "드디어 퇴근이다!"}]})

    text: Words = Field(description="한국어 글 · Korean text")
    voice: Words = Field("banmal", description="반말, 존댓말, 사투리, 아재, 밈 · banmal, polite, dialect, uncle, meme")
    count: int = Field(5, ge=1, le=20, description="몇 개 · How many")


class PlanWanted(BaseModel):
    """A pack to be planned."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "character": {"format": "pyojeong.character/1", "design": "mascot"},
                    "store": "kakao",
                    "wishes": "회사원용, 퇴근 많이",
                }
            ]
        },
    )

    character: dict[str, Any] = Field(description="pyojeong.character/1")
    store: Words = Field(description="kakao, kakao-animated, ogq, line, …")
    count: int | None = Field(None, ge=1, le=MOST_STICKERS, description="몇 개 · How many")
    voice: Words = Field("banmal", description="말투 · How they speak")
    seed: int = Field(0, description="여러 계획 가운데 몇 번째 · Which of many plans")
    wishes: Words = Field("", max_length=400, description="바라는 것 · Wishes, in Korean")
    title: Words | None = Field(None, max_length=80, description="제목 · Title")
    author: Words = Field("", max_length=80, description="만든이 · Author")


class PlanToDraw(BaseModel):
    """A plan, as `/api/stickers/plan` gives it; checked as a plan, not here."""

    model_config = ConfigDict(extra="allow")

    format: Words = Field("", description="pyojeong.plan/1")
    title: Words = Field("", description="제목 · Title")
    author: Words = Field("", description="만든이 · Author")
    store: Words = Field("", description="kakao, kakao-animated, ogq, line, …")
    character: dict[str, Any] = Field(default_factory=dict, description="pyojeong.character/1")
    items: list[dict[str, Any]] = Field(
        default_factory=list,
        description='{"moment", "caption", "voice", "stressed", "text_model"}, 스티커마다 · for each sticker',
    )


@router.post("/captions", summary="어울리는 글귀 · Suggest captions")
async def post_captions(body: CaptionsWanted, workers: Hands) -> dict[str, Any]:
    """`pyojeong.captions/1`: the best first, and who wrote them."""
    check_length(body.text)
    voice = voice_of(body.voice)

    def suggested() -> dict[str, Any]:
        mood = wiring.text_reader().read(body.text).mood
        return captions_json(body.text, wiring.written_captions(body.text, mood, voice, count=body.count), voice)

    return await workers.do(suggested)


@router.post("/plan", summary="팩 짜기 · Plan a pack")
async def post_plan(body: PlanWanted, workers: Hands) -> dict[str, Any]:
    """`pyojeong.plan/1`: which moments, in which order, with which words; ``notices`` beside it."""
    voice, character = voice_of(body.voice), Character.from_dict(body.character)

    def made() -> dict[str, Any]:
        plan, notices = planned(
            body.store,
            character,
            count=body.count,
            voice=voice,
            seed=body.seed,
            wishes=body.wishes,
            title=body.title,
            author=body.author,
        )
        return {"plan": plan.to_dict(), "notices": [korean for korean, _ in (*notices, *plan_notices(plan))]}

    return await workers.do(made)


@router.post(
    "/pack",
    summary="팩 그리기 · Draw a pack",
    response_class=Response,
    responses={200: {"content": {"application/zip": {}}}},
)
async def post_pack(plan: PlanToDraw, workers: Hands) -> Response:
    """A ZIP of the pack that ``pyojeong.plan/1`` in the body asks for: ``upload/`` for the store, sheets beside it."""
    wanted = PackPlan.from_dict(plan.model_dump(exclude_unset=True))
    if len(wanted.items) > MOST_STICKERS:
        raise PyojeongError(
            f"서버는 {MOST_STICKERS}개까지 그리는데 {len(wanted.items)}개입니다; 명령줄을 쓰세요.",
            f"The server draws up to {MOST_STICKERS}, but this is {len(wanted.items)}; use the command line.",
            kind="count",
        )
    check_plan(wanted)
    data = await workers.do(lambda: pack_zip(wanted))
    return Response(data, media_type="application/zip")
