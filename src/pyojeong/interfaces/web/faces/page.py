"""The page 얼굴 읽기, put together; and the addresses behind it where pictures and frames come in."""

from __future__ import annotations

import secrets
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from nicegui import Client, app, background_tasks, ui

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.python import sample_portrait
from pyojeong.interfaces.web.faces.desk import FacesDesk
from pyojeong.interfaces.web.faces.live import MOST_FRAME_BYTES, Frame, Turns
from pyojeong.interfaces.web.faces.panels.gap import GapPanel
from pyojeong.interfaces.web.faces.panels.neutral import NeutralPanel
from pyojeong.interfaces.web.faces.panels.reading import ReadingPanel
from pyojeong.interfaces.web.faces.panels.viewer import ViewerPanel
from pyojeong.interfaces.web.faces.shown import faces_shown, reading_shown
from pyojeong.interfaces.web.frame import Frame as PageFrame
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.words import Words

ADDRESS = "/faces"
PREFIX = "/studio/faces"
STYLE = "faces.css"

router = APIRouter()
_desks: dict[str, FacesDesk] = {}
_words: dict[str, Words] = {}
_turns = Turns()


@router.post(PREFIX + "/{key}/picture", include_in_schema=False)
async def receive_picture(key: str, request: Request) -> Response:
    """Open and read the body, a picture file, in memory; the page shows the progress and tells what does not work."""
    desk = _desks.get(key)
    if desk is None:
        return Response(status_code=404)
    background_tasks.create(desk.open_picture(await request.body()))
    return Response(status_code=202)


@router.post(PREFIX + "/{key}/frame", include_in_schema=False)
async def receive_frame(key: str, request: Request) -> Response:
    """What the body, one frame of the webcam, shows, as JSON; 204 when a newer frame came first."""
    desk = _desks.get(key)
    if desk is None:
        return Response(status_code=404)
    data = await request.body()
    if len(data) > MOST_FRAME_BYTES:
        return Response(status_code=413)
    try:
        frame = await desk.see(data)
    except PyojeongError as failure:
        desk.fail(failure)
        return Response(status_code=422)
    if frame is None:
        return Response(status_code=204)
    return JSONResponse(_frame_shown(frame, _words[key]), headers={"Cache-Control": "no-store"})


def _frame_shown(frame: Frame, words: Words) -> dict[str, Any]:
    boxes = {number: reading.face.box_xyxy for number, reading in frame.readings.items()}
    outlines = faces_shown(boxes, frame.image.size_wh, lambda number: words("face-number", number=number))
    readings = (reading_shown(reading, words) for reading in frame.readings.values())
    faces = [{**outline, **reading} for outline, reading in zip(outlines, readings, strict=True)]
    return {"faces": faces, "milliseconds": round(frame.milliseconds, 1)}


def opened_desk(words: Words) -> tuple[str, FacesDesk]:
    """A new visitor's key, to which pictures and frames are posted, and their desk."""
    desk, key = FacesDesk(_turns), secrets.token_urlsafe(18)
    _desks[key], _words[key] = desk, words
    return key, desk


def faces(request: Request, client: Client) -> None:
    """One visitor's faces."""
    preferences = Preferences.from_cookies(request.cookies)
    key, desk = opened_desk(Words(preferences.language))
    client.on_delete(lambda: _cleared(key))
    background_tasks.create(_first_visit(desk))
    PageFrame(ADDRESS, preferences, lambda words: _build(desk, words, key), style=STYLE)


def _build(desk: FacesDesk, words: Words, key: str) -> None:
    desk.unwatch()
    desk.stop_live()  # the camera goes with the page that is built anew
    _words[key] = words
    with box("div", "faces-page"):
        with box("div", "faces-side faces-view"):
            ViewerPanel(desk, words, f"{PREFIX}/{key}", lambda: _lay_sample(desk))
        with box("div", "faces-side faces-reading"):
            ReadingPanel(desk, words)
        NeutralPanel(desk, words)
        GapPanel(desk, words)


async def _first_visit(desk: FacesDesk) -> None:
    """The sample portrait read, without a click; never the camera."""
    await desk.recall_neutral()
    if desk.photo is None and not desk.is_live:  # the visitor may have been faster
        await _lay_sample(desk)


async def _lay_sample(desk: FacesDesk) -> None:
    await desk.lay(wiring.opened_image(sample_portrait()))


def _cleared(key: str) -> None:
    _words.pop(key)
    _desks.pop(key).close()


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page(ADDRESS, title="얼굴 읽기")(faces)
    app.include_router(router)
