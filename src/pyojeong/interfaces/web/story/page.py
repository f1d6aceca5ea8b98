"""The page 동화, put together; and the addresses behind it where its pictures, sounds and files are fetched."""

from __future__ import annotations

import asyncio
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from nicegui import Client, app, ui

from pyojeong.interfaces.web.story import covers, drafts, faces
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.story.visit import ADDRESS, PLACES, PREFIX, TALES, visits
from pyojeong.performing.film.screenplay import Place
from pyojeong.stories.tales.tales import sample_tales

_FOR_A_DAY = {"Cache-Control": "max-age=86400"}
_MEDIA_TYPES = {"mp4": "video/mp4", "srt": "application/x-subrip", "vtt": "text/vtt"}

router = APIRouter()


@router.get(TALES + "/{name}.jpg", include_in_schema=False)
async def send_cover(name: str) -> Response:
    """A tale that came along, as a picture."""
    if name not in {tale.name for tale in sample_tales()}:
        return Response(status_code=404)
    picture = await asyncio.to_thread(covers.cover, name)
    return Response(picture, media_type="image/jpeg", headers=_FOR_A_DAY)


@router.get(PLACES + "/{name}.jpg", include_in_schema=False)
async def send_place(name: str) -> Response:
    """A place that is drawn, as a picture."""
    if name not in {place.value for place in Place}:
        return Response(status_code=404)
    picture = await asyncio.to_thread(covers.place_picture, Place(name))
    return Response(picture, media_type="image/jpeg", headers=_FOR_A_DAY)


@router.get(PREFIX + "/{key}/still.jpg", include_in_schema=False)
async def send_still(key: str, at: float = 0.0) -> Response:
    """What is seen ``at`` seconds after the film's start."""
    return await visits.answer(key, lambda desk: None if desk.staging is None else desk.still(at), "image/jpeg")


@router.get(PREFIX + "/{key}/lines/{number}.wav", include_in_schema=False)
async def send_line(key: str, number: int) -> Response:
    """A line as it sounds."""
    return await visits.answer(key, lambda desk: desk.heard(number), "audio/wav")


@router.get(PREFIX + "/{key}/roles/{role:path}.png", include_in_schema=False)
async def send_role(key: str, role: str) -> Response:
    """Who plays a role."""
    return await visits.answer(key, lambda desk: _face(desk, role), "image/png")


def _face(desk: StoryDesk, role: str) -> bytes | None:
    part = desk.part_of(role)
    return None if part is None else faces.face_of(desk.wardrobe, role, part)


@router.get(PREFIX + "/{key}/faces/{number}.png", include_in_schema=False)
async def send_face(key: str, number: int, role: str) -> Response:
    """A face of the photo that ``role`` is played from."""
    return await visits.answer(key, lambda desk: _thumb(desk, role, number), "image/png")


def _thumb(desk: StoryDesk, role: str, number: int) -> bytes | None:
    held = desk.held_of(role)
    thumbs = () if held is None or held.snapshot is None else held.snapshot.thumbs
    return thumbs[number] if 0 <= number < len(thumbs) else None


@router.get(PREFIX + "/{key}/film.{suffix}", include_in_schema=False)
async def send_film(key: str, suffix: str) -> Response:
    """The film, or its subtitles."""
    tab = visits.at(key)
    made = None if tab is None else tab.desk.made
    if made is None or suffix not in _MEDIA_TYPES:
        return Response(status_code=404)
    path: Path = made.path.with_suffix(f".{suffix}")
    return FileResponse(path, media_type=_MEDIA_TYPES[suffix], headers={"Cache-Control": "no-store"})


@router.post(PREFIX + "/{key}/tale", include_in_schema=False)
async def receive_tale(key: str, request: Request, name: str = "") -> Response:
    """Read the body, a tale or a score called ``name``."""
    return await visits.receive(key, request, lambda desk, data: desk.take(data, name))


@router.post(PREFIX + "/{key}/brought/{role:path}", include_in_schema=False)
async def receive_actor(key: str, role: str, request: Request, name: str = "") -> Response:
    """Let the body play ``role``: a photo, a 3D head, or a character."""
    return await visits.receive(key, request, lambda desk, data: desk.bring(role, data, name))


@router.post(PREFIX + "/{key}/heads/{role:path}", include_in_schema=False)
async def receive_head(key: str, role: str, request: Request, name: str = "") -> Response:
    """Let a 3D head play ``role``: the body, or built of the photo in it."""
    return await visits.receive(key, request, lambda desk, data: desk.bring_head(role, data, name))


@router.get(PREFIX + "/{key}/heads/{role:path}.glb", include_in_schema=False)
async def send_head(key: str, role: str) -> Response:
    """The 3D head that plays a role."""
    return await visits.answer(key, lambda desk: _head(desk, role), "model/gltf-binary")


def _head(desk: StoryDesk, role: str) -> bytes | None:
    path = desk.head_of(role)
    return None if path is None else path.read_bytes()


@router.get(PREFIX + "/{key}/draft", include_in_schema=False)
async def send_draft(key: str) -> Response:
    """What the tab keeps over a reload."""
    return await visits.answer(key, lambda desk: drafts.written(desk.draft) if desk.draft else "", "text/plain")


def story(request: Request, client: Client) -> None:
    """One tab's tale."""
    visits.open(request, client)


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page(ADDRESS, title="동화")(story)
    app.include_router(router)
