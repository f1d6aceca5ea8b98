"""The page 동화, put together; and the addresses behind it where its pictures, sounds and files are fetched."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse
from nicegui import Client, app, background_tasks, ui

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.frame import STATIC, Frame
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.story import drafts, faces
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.story.visit import PREFIX, Visit, visits

ADDRESS = "/story"
STYLE = "story.css"
_PRIVATE = {"Cache-Control": "no-store"}
_MEDIA_TYPES = {"mp4": "video/mp4", "srt": "application/x-subrip", "vtt": "text/vtt"}

router = APIRouter()


@router.get(PREFIX + "/{key}/still.jpg", include_in_schema=False)
async def send_still(key: str, at: float = 0.0) -> Response:
    """What is seen ``at`` seconds after the film's start."""
    desk = _desk(key)
    if desk is None or desk.staging is None:
        return Response(status_code=404)
    try:
        picture = await asyncio.to_thread(desk.still, at)
    except PyojeongError as failure:
        desk.fail(failure)
        return Response(status_code=422)
    return Response(picture, media_type="image/jpeg", headers=_PRIVATE)


@router.get(PREFIX + "/{key}/lines/{number}.wav", include_in_schema=False)
async def send_line(key: str, number: int) -> Response:
    """A line as it sounds."""
    desk = _desk(key)
    if desk is None:
        return Response(status_code=404)
    try:
        sound = await asyncio.to_thread(desk.heard, number)
    except PyojeongError as failure:
        desk.fail(failure)
        return Response(status_code=422)
    return Response(sound, media_type="audio/wav", headers=_PRIVATE)


@router.get(PREFIX + "/{key}/roles/{role:path}.png", include_in_schema=False)
async def send_role(key: str, role: str) -> Response:
    """Who plays a role."""
    desk = _desk(key)
    part = None if desk is None else desk.part_of(role)
    if desk is None or part is None:
        return Response(status_code=404)
    try:
        picture = await asyncio.to_thread(faces.face_of, desk.wardrobe, role, part)
    except PyojeongError as failure:
        desk.fail(failure)
        return Response(status_code=422)
    if picture is None:
        return Response(status_code=404)
    return Response(picture, media_type="image/png", headers=_PRIVATE)


@router.get(PREFIX + "/{key}/film.{suffix}", include_in_schema=False)
async def send_film(key: str, suffix: str) -> Response:
    """The film, or its subtitles."""
    desk = _desk(key)
    if desk is None or desk.made is None or suffix not in _MEDIA_TYPES:
        return Response(status_code=404)
    path: Path = desk.made.path.with_suffix(f".{suffix}")
    return FileResponse(path, media_type=_MEDIA_TYPES[suffix], headers=_PRIVATE)


@router.post(PREFIX + "/{key}/tale", include_in_schema=False)
async def receive_tale(key: str, request: Request, name: str = "") -> Response:
    """Read the body, a tale or a score called ``name``; the page shows the progress and tells what does not work."""
    desk = _desk(key)
    if desk is None:
        return Response(status_code=404)
    background_tasks.create(desk.take(await request.body(), name))
    return Response(status_code=202)


@router.post(PREFIX + "/{key}/brought/{role:path}", include_in_schema=False)
async def receive_actor(key: str, role: str, request: Request, name: str = "") -> Response:
    """Let the body play ``role``: a photo, a 3D head, or a character."""
    desk = _desk(key)
    if desk is None:
        return Response(status_code=404)
    background_tasks.create(desk.bring(role, await request.body(), name))
    return Response(status_code=202)


@router.get(PREFIX + "/{key}/draft", include_in_schema=False)
async def send_draft(key: str) -> Response:
    """What the tab keeps over a reload."""
    desk = _desk(key)
    if desk is None:
        return Response(status_code=404)
    draft = desk.draft
    kept = "" if draft is None else await asyncio.to_thread(drafts.written, draft)
    return PlainTextResponse(kept, headers=_PRIVATE)


def _desk(key: str) -> StoryDesk | None:
    visit = visits.get(key)
    return None if visit is None else visit.desk


def story(request: Request, client: Client) -> None:
    """One tab's tale."""
    key = secrets.token_urlsafe(18)
    visit = visits[key] = Visit(key, client)
    client.on_delete(lambda: visits.pop(key).leave())
    stamp = int((STATIC / STYLE).stat().st_mtime)
    ui.add_head_html(f'<link rel="stylesheet" href="/studio/static/{STYLE}?{stamp}">')
    Frame(ADDRESS, Preferences.from_cookies(request.cookies), visit.build)


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page(ADDRESS, title="동화")(story)
    app.include_router(router)
