"""``/api/character/from-photo`` and ``/api/stickers/from-photo``: what becomes of a photo of a person."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from pyojeong.interfaces.api.uploads import Photo, only_fields, photo_of
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.caption_writers import voice_of
from pyojeong.interfaces.photo_characters import FIRST_PERSON_DESIGN, likeness_json, person_in, photo_pack_of
from pyojeong.interfaces.sticker_packs import zip_of
from pyojeong.stickers.packing import write_pack
from pyojeong.stickers.stores import find_store

router = APIRouter()


def wanted(
    design: Annotated[str, Form(description="디자인 · Design")] = FIRST_PERSON_DESIGN,
    name: Annotated[str, Form(max_length=80, description="이름 · Its name")] = "",
    seed: Annotated[int, Form(description="선의 우연 · Of the lines' small accidents")] = 0,
    face: Annotated[int | None, Form(description="얼굴 번호; 0이 가장 큰 얼굴 · 0 is the largest")] = None,
) -> dict[str, Any]:
    """How the person shall be drawn."""
    return {"design": design, "name": name, "seed": seed, "face": face}


def pack_wanted(
    store: Annotated[str, Form(description="telegram, line, …")],
    count: Annotated[int | None, Form(ge=1, le=40, description="몇 개 · How many")] = None,
    voice: Annotated[str, Form(description="말투 · How they speak")] = "banmal",
    title: Annotated[str | None, Form(max_length=80, description="제목 · Title")] = None,
    mark: Annotated[bool | None, Form(description="눈에 보이는 작은 표시 · The small visible mark")] = None,
    face: Annotated[int | None, Form(description="얼굴 번호; 0이 가장 큰 얼굴 · 0 is the largest")] = None,
) -> dict[str, Any]:
    """What pack it shall be."""
    return {"store": store, "count": count, "voice": voice_of(voice), "title": title, "label": mark, "face": face}


@router.post(
    "/character/from-photo",
    tags=["character"],
    summary="사진 속 사람을 캐릭터로 · A character after a photo",
    dependencies=[Depends(only_fields(photo_of, wanted))],
)
async def post_from_photo(
    photo: Annotated[Photo, Depends(photo_of)], how: Annotated[dict[str, Any], Depends(wanted)], workers: Hands
) -> dict[str, Any]:
    """`pyojeong.likeness/1`: the character, what of it is guessed, and the photo's expression; no photo is kept."""

    def drawn() -> dict[str, Any]:
        person = person_in(photo.opened(), face=how["face"])
        likeness = person.as_character(how["design"], name=how["name"], seed=how["seed"])
        return likeness_json(likeness, person.expression)

    return await workers.do(drawn)


@router.post(
    "/stickers/from-photo",
    tags=["stickers"],
    summary="내 사진으로 스티커 · Stickers of a photo",
    response_class=Response,
    responses={200: {"content": {"application/zip": {}}}},
    dependencies=[Depends(only_fields(photo_of, pack_wanted))],
)
async def post_photo_pack(
    photo: Annotated[Photo, Depends(photo_of)], what: Annotated[dict[str, Any], Depends(pack_wanted)], workers: Hands
) -> Response:
    """A ZIP of the pack: ``upload/`` for the store, sheets beside it; ``declaration.md`` has its rule on photos."""
    rules = find_store(what["store"])

    def made() -> bytes:
        pack, _ = photo_pack_of(photo.opened(), **what)
        return zip_of(lambda folder: write_pack(pack, rules, folder))

    return Response(await workers.do(made), media_type="application/zip")
