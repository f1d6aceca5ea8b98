"""The page 이모티콘, put together; and the addresses behind it where its pictures and files are fetched."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request, Response
from nicegui import Client, app, ui

from pyojeong.interfaces.sticker_packs import zipped
from pyojeong.interfaces.web.stickers import drafts, scene
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.visit import ADDRESS, PREFIX, visits
from pyojeong.interfaces.web.words import Language
from pyojeong.performing.character import DESIGNS, Character

_FOR_A_DAY = {"Cache-Control": "max-age=86400"}

router = APIRouter()


@router.get(PREFIX + "/designs/{name}.png", include_in_schema=False)
async def send_design(name: str) -> Response:
    """A design as it comes."""
    if name not in DESIGNS:
        return Response(status_code=404)
    shown = scene.Scene(Character(name), "joy")
    picture = await asyncio.to_thread(scene.still, shown, scene.THUMB_PX)
    return Response(picture, media_type="image/png", headers=_FOR_A_DAY)


@router.get(PREFIX + "/{key}/stage.{suffix}", include_in_schema=False)
async def send_stage(key: str, suffix: str) -> Response:
    """What stands on the stage: png (still), webp (moving) or svg; the address changes with what it shows."""
    if suffix not in scene.MEDIA_TYPES:
        return Response(status_code=404)
    return await visits.answer(key, lambda desk: scene.pictured(desk.scene, suffix), scene.MEDIA_TYPES[suffix])


@router.get(PREFIX + "/{key}/items/{number}.png", include_in_schema=False)
async def send_item(key: str, number: int) -> Response:
    """A sticker of the plan."""
    return await visits.answer(key, lambda desk: _item(desk, number), "image/png")


def _item(desk: StickerDesk, number: int) -> bytes | None:
    if desk.plan is None or not 1 <= number <= len(desk.plan.items):
        return None
    return scene.still(desk.item_scene(number), scene.THUMB_PX)


@router.get(PREFIX + "/{key}/pack.zip", include_in_schema=False)
async def send_pack(key: str) -> Response:
    """The drawn pack: what the store gets, and its declaration, alt texts and records beside it."""
    return await visits.answer(
        key, lambda desk: None if desk.written is None else zipped(desk.written), "application/zip"
    )


@router.get(PREFIX + "/{key}/report", include_in_schema=False)
async def send_report(key: str, language: str = "ko") -> Response:
    """What the check found, as a page of its own."""
    return await visits.answer(key, lambda desk: _report(desk, language), "text/html")


def _report(desk: StickerDesk, language: str) -> str | None:
    from pyojeong.stickers.preflight.report_page import report_html

    english = language == Language.ENGLISH.value
    return None if desk.report is None else report_html(desk.report, english=english)


@router.post(PREFIX + "/{key}/photo", include_in_schema=False)
async def receive_photo(key: str, request: Request) -> Response:
    """Look for what is somebody's own in the body, a picture file."""
    return await visits.receive(key, request, StickerDesk.meet_person)


@router.get(PREFIX + "/{key}/draft", include_in_schema=False)
async def send_draft(key: str) -> Response:
    """What the tab keeps over a reload."""
    return await visits.answer(key, lambda desk: drafts.written(desk.draft), "text/plain")


def stickers(request: Request, client: Client) -> None:
    """One tab's stickers."""
    visits.open(request, client)


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page(ADDRESS, title="이모티콘")(stickers)
    app.include_router(router)
