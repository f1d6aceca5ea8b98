"""The page 이모티콘, put together; and the addresses behind it where its pictures and files are fetched."""

from __future__ import annotations

import asyncio
import secrets

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from nicegui import Client, app, background_tasks, ui

from pyojeong.interfaces.sticker_packs import zipped
from pyojeong.interfaces.web.frame import STATIC, Frame
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.stickers import scene
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.panels.making import MakingPanel
from pyojeong.interfaces.web.stickers.panels.planning import PlanningPanel
from pyojeong.interfaces.web.stickers.panels.shaping import ShapingPanel
from pyojeong.interfaces.web.stickers.panels.stage import StagePanel
from pyojeong.interfaces.web.stickers.panels.who import WhoPanel
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.performing.character import DESIGNS, Character

ADDRESS = "/stickers"
PREFIX = "/studio/stickers"
STYLE = "stickers.css"
_PRIVATE = {"Cache-Control": "no-store"}
_FOR_A_DAY = {"Cache-Control": "max-age=86400"}

router = APIRouter()
_desks: dict[str, StickerDesk] = {}


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
    desk = _desks.get(key)
    if desk is None or suffix not in scene.MEDIA_TYPES:
        return Response(status_code=404)
    picture = await asyncio.to_thread(scene.pictured, desk.scene, suffix)
    return Response(picture, media_type=scene.MEDIA_TYPES[suffix], headers=_PRIVATE)


@router.get(PREFIX + "/{key}/items/{number}.png", include_in_schema=False)
async def send_item(key: str, number: int) -> Response:
    """A sticker of the plan."""
    desk = _desks.get(key)
    if desk is None or desk.plan is None or not 1 <= number <= len(desk.plan.items):
        return Response(status_code=404)
    picture = await asyncio.to_thread(scene.still, desk.item_scene(number), scene.THUMB_PX)
    return Response(picture, media_type="image/png", headers=_PRIVATE)


@router.get(PREFIX + "/{key}/pack.zip", include_in_schema=False)
async def send_pack(key: str) -> Response:
    """The drawn pack: what the store gets, and its declaration, alt texts and records beside it."""
    desk = _desks.get(key)
    if desk is None or desk.written is None:
        return Response(status_code=404)
    data = await asyncio.to_thread(zipped, desk.written)
    return Response(data, media_type="application/zip", headers=_PRIVATE)


@router.get(PREFIX + "/{key}/report", include_in_schema=False)
async def send_report(key: str, language: str = "ko") -> Response:
    """What the check found, as a page of its own."""
    desk = _desks.get(key)
    if desk is None or desk.report is None:
        return Response(status_code=404)
    from pyojeong.stickers.preflight.report_page import report_html

    written = await asyncio.to_thread(report_html, desk.report, english=language == Language.ENGLISH.value)
    return HTMLResponse(written, headers=_PRIVATE)


@router.post(PREFIX + "/{key}/photo", include_in_schema=False)
async def receive_photo(key: str, request: Request) -> Response:
    """Look for what is somebody's own in the body, a picture file; the page tells what does not work."""
    desk = _desks.get(key)
    if desk is None:
        return Response(status_code=404)
    background_tasks.create(desk.meet_person(await request.body()))
    return Response(status_code=202)


def stickers(request: Request, client: Client) -> None:
    """One visitor's stickers."""
    desk, key = StickerDesk(), secrets.token_urlsafe(18)
    _desks[key] = desk
    client.on_delete(lambda: _desks.pop(key).close())
    stamp = int((STATIC / STYLE).stat().st_mtime)
    ui.add_head_html(f'<link rel="stylesheet" href="/studio/static/{STYLE}?{stamp}">')
    Frame(ADDRESS, Preferences.from_cookies(request.cookies), lambda words: _build(desk, words, f"{PREFIX}/{key}"))


def _build(desk: StickerDesk, words: Words, address: str) -> None:
    desk.unwatch()
    with box("div", "stickers"):
        with box("div", "stickers-stage"):
            StagePanel(desk, words, address)
        with box("div", "stickers-panels"):
            WhoPanel(desk, words, address)
            ShapingPanel(desk, words)
            PlanningPanel(desk, words, address)
            MakingPanel(desk, words, address)


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page(ADDRESS, title="이모티콘")(stickers)
    app.include_router(router)
