"""The page 이모티콘, put together; and the addresses behind it where its pictures and files are fetched."""

from __future__ import annotations

import asyncio
import secrets

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse
from nicegui import Client, app, background_tasks, ui

from pyojeong.interfaces.sticker_packs import zipped
from pyojeong.interfaces.web.frame import STATIC, Frame
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.stickers import drafts, scene
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.visit import PREFIX, Visit, visits
from pyojeong.interfaces.web.words import Language
from pyojeong.performing.character import DESIGNS, Character

ADDRESS = "/stickers"
STYLE = "stickers.css"
_PRIVATE = {"Cache-Control": "no-store"}
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
    desk = _desk(key)
    if desk is None or suffix not in scene.MEDIA_TYPES:
        return Response(status_code=404)
    picture = await asyncio.to_thread(scene.pictured, desk.scene, suffix)
    return Response(picture, media_type=scene.MEDIA_TYPES[suffix], headers=_PRIVATE)


@router.get(PREFIX + "/{key}/items/{number}.png", include_in_schema=False)
async def send_item(key: str, number: int) -> Response:
    """A sticker of the plan."""
    desk = _desk(key)
    if desk is None or desk.plan is None or not 1 <= number <= len(desk.plan.items):
        return Response(status_code=404)
    picture = await asyncio.to_thread(scene.still, desk.item_scene(number), scene.THUMB_PX)
    return Response(picture, media_type="image/png", headers=_PRIVATE)


@router.get(PREFIX + "/{key}/pack.zip", include_in_schema=False)
async def send_pack(key: str) -> Response:
    """The drawn pack: what the store gets, and its declaration, alt texts and records beside it."""
    desk = _desk(key)
    if desk is None or desk.written is None:
        return Response(status_code=404)
    data = await asyncio.to_thread(zipped, desk.written)
    return Response(data, media_type="application/zip", headers=_PRIVATE)


@router.get(PREFIX + "/{key}/report", include_in_schema=False)
async def send_report(key: str, language: str = "ko") -> Response:
    """What the check found, as a page of its own."""
    desk = _desk(key)
    if desk is None or desk.report is None:
        return Response(status_code=404)
    from pyojeong.stickers.preflight.report_page import report_html

    written = await asyncio.to_thread(report_html, desk.report, english=language == Language.ENGLISH.value)
    return HTMLResponse(written, headers=_PRIVATE)


@router.post(PREFIX + "/{key}/photo", include_in_schema=False)
async def receive_photo(key: str, request: Request) -> Response:
    """Look for what is somebody's own in the body, a picture file; the page tells what does not work."""
    desk = _desk(key)
    if desk is None:
        return Response(status_code=404)
    background_tasks.create(desk.meet_person(await request.body()))
    return Response(status_code=202)


@router.get(PREFIX + "/{key}/draft", include_in_schema=False)
async def send_draft(key: str) -> Response:
    """What the tab keeps over a reload."""
    desk = _desk(key)
    if desk is None:
        return Response(status_code=404)
    return PlainTextResponse(drafts.written(desk.draft), headers=_PRIVATE)


def _desk(key: str) -> StickerDesk | None:
    visit = visits.get(key)
    return None if visit is None else visit.desk


def stickers(request: Request, client: Client) -> None:
    """One tab's stickers."""
    key = secrets.token_urlsafe(18)
    visit = visits[key] = Visit(key, client)
    client.on_delete(lambda: visits.pop(key).leave())
    stamp = int((STATIC / STYLE).stat().st_mtime)
    ui.add_head_html(f'<link rel="stylesheet" href="/studio/static/{STYLE}?{stamp}">')
    Frame(ADDRESS, Preferences.from_cookies(request.cookies), visit.build)


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page(ADDRESS, title="이모티콘")(stickers)
    app.include_router(router)
