"""The page 스튜디오, put together; and the two addresses behind it where photos come in and results go out."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from nicegui import Client, app, background_tasks, ui

from pyojeong.emotion import Score
from pyojeong.interfaces.web.frame import Frame
from pyojeong.interfaces.web.handoff import SentPhoto, handoff, photos
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.shelf import PREFIX, shelf
from pyojeong.interfaces.web.studio import sample
from pyojeong.interfaces.web.studio.bringing import perform_told, writing_of
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.history import Writing
from pyojeong.interfaces.web.studio.panels.details import DetailsPanel
from pyojeong.interfaces.web.studio.panels.edits import EditsPanel
from pyojeong.interfaces.web.studio.panels.feeling import FeelingPanel
from pyojeong.interfaces.web.studio.panels.finishing import FinishingPanel
from pyojeong.interfaces.web.studio.panels.stage import StagePanel
from pyojeong.interfaces.web.studio.panels.writing import WritingPanel
from pyojeong.interfaces.web.words import Words

PATIENCE_SECONDS = 1.5
"""A first visit waits this long for its result, so that the page arrives complete; then it shows that work goes on."""

router = APIRouter()
_desks: dict[str, Desk] = {}


@router.post("/studio/desks/{key}/photo", include_in_schema=False)
async def receive_photo(key: str, request: Request, name: str = "") -> Response:
    """Put the body, a picture file called ``name``, on the desk, in memory; the page tells when it cannot be opened."""
    desk = _desks.get(key)
    if desk is None:
        return Response(status_code=404)
    await desk.open_photo(await request.body(), PurePosixPath(name).stem)
    return Response(status_code=204)


@router.get(PREFIX + "/{token}", include_in_schema=False)
async def fetch(token: str) -> Response:
    """A result or a file; never cached, because the photo is somebody's face."""
    item = shelf.at(token)
    if item is None:
        return Response(status_code=404)
    headers = {"Cache-Control": "no-store"}
    if item.filename is not None:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(item.filename)}"
    return Response(item.data, media_type=item.media_type, headers=headers)


async def studio(request: Request, client: Client) -> None:
    """One visitor's studio."""
    desk, key = Desk(), secrets.token_urlsafe(18)
    _desks[key] = desk
    preferences = Preferences.from_cookies(request.cookies)
    desk.speak(preferences.language)
    client.on_delete(lambda: _cleared(key))
    brought = handoff.at(request.query_params.get("beat", ""))
    photo = photos.at(request.query_params.get("photo", ""))
    opening = background_tasks.create(_first_visit(desk, brought, photo))
    if sample.is_ready():
        await asyncio.wait({opening}, timeout=PATIENCE_SECONDS)
    Frame("/", preferences, lambda words: _build(desk, words, key))


def _build(desk: Desk, words: Words, key: str) -> None:
    desk.unwatch()
    desk.speak(words.language)
    with box("div", "studio"):
        with box("div", "studio-stage"):
            StagePanel(desk, words, f"/studio/desks/{key}/photo", lambda: _lay_sample(desk))
        with box("div", "studio-panels"):
            WritingPanel(desk, words)
            FeelingPanel(desk, words)
            DetailsPanel(desk, words)
            FinishingPanel(desk, words)
            EditsPanel(desk, words)


async def _first_visit(desk: Desk, brought: Score | None = None, photo: SentPhoto | None = None) -> None:
    """The sample sentence, or the beat another page sent, on the sample portrait or the photo one sent; no click."""
    if brought is not None:
        desk.writing = writing_of(brought)
    with _opening(desk):
        ready = await asyncio.to_thread(sample.sample)
        if not desk.text:
            desk.writing = Writing(ready.text, ready.score)
        if desk.photo is None:  # the visitor may have been faster
            desk.lay(ready.photo, ready.before, sample.PORTRAIT.stem)
        if brought is not None:
            perform_told(desk, brought)
    if photo is not None:
        await desk.open_photo(photo.data, photo.name)
        desk.choose_face(photo.face)
    await desk.easel.finished()


async def _lay_sample(desk: Desk) -> None:
    with _opening(desk):
        ready = await asyncio.to_thread(sample.sample)
        desk.lay(ready.photo, ready.before, sample.PORTRAIT.stem)


@contextmanager
def _opening(desk: Desk) -> Iterator[None]:
    """Shows that a photo is being opened; a broken installation is told, not hidden behind a spinner."""
    desk.opening = True
    desk.tell()
    try:
        yield
    except Exception as failure:
        desk.fail(failure)
    finally:
        desk.opening = False
        desk.tell()


def _cleared(key: str) -> None:
    _desks.pop(key).close()


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page("/", title="표정 스튜디오")(studio)
    app.include_router(router)
    app.on_startup(lambda: background_tasks.create(asyncio.to_thread(sample.sample), name="sample"))
