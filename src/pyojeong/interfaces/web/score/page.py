"""The page 감정 악보, put together; and the addresses behind it where texts come in and drafts go out."""

from __future__ import annotations

import asyncio
import secrets

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from nicegui import Client, app, background_tasks, ui

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.frame import Frame
from pyojeong.interfaces.web.handoff import scores, texts
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.score import drafts
from pyojeong.interfaces.web.score.components import Keeper
from pyojeong.interfaces.web.score.desk import ScoreDesk
from pyojeong.interfaces.web.score.panels.bar import BarPanel
from pyojeong.interfaces.web.score.panels.beat import BeatPanel
from pyojeong.interfaces.web.score.panels.keys import KeysPanel
from pyojeong.interfaces.web.score.panels.paper import PaperPanel
from pyojeong.interfaces.web.score.sample import sample
from pyojeong.interfaces.web.words import Words

ADDRESS = "/score"
PREFIX = "/studio/scores"
STYLE = "score.css"
PAUSE_MS, LONG_PAUSE_MS = 400, 3000
"""So long after a change the browser keeps the score; a novel takes half a second to write down."""
MANY_BEATS = 500

router = APIRouter()
_desks: dict[str, ScoreDesk] = {}


@router.post(PREFIX + "/{key}/file", include_in_schema=False)
async def receive_file(key: str, request: Request, name: str = "") -> Response:
    """Open the body, a text or a score called ``name``; the page shows the progress and tells what does not work."""
    desk = _desks.get(key)
    if desk is None:
        return Response(status_code=404)
    background_tasks.create(desk.take(await request.body(), name))
    return Response(status_code=202)


@router.get(PREFIX + "/{key}/draft", include_in_schema=False)
async def send_draft(key: str) -> Response:
    """What the browser keeps in its session."""
    desk = _desks.get(key)
    if desk is None:
        return Response(status_code=404)
    kept = await asyncio.to_thread(desk.draft)
    return PlainTextResponse(kept, headers={"Cache-Control": "no-store"})


@router.post(PREFIX + "/{key}/draft", include_in_schema=False)
async def receive_draft(key: str, request: Request, desk: str = "", composing: bool = False) -> Response:
    """Go on from the desk of before the reload with its history, or from the body when that desk is gone."""
    now, before = _desks.get(key), _desks.get(desk)
    if now is None:
        return Response(status_code=404)
    if before is not None and before.arrived:
        now.adopt(before)
    else:
        try:
            now.start_with(await asyncio.to_thread(drafts.opened, (await request.body()).decode("ascii", "replace")))
        except PyojeongError as broken:
            now.fail(broken)
            return Response(status_code=422)
    if now.sent is not None:
        background_tasks.create(now.read_sent())
    elif composing and not now.composing:
        now.compose(now.written)
    return Response(status_code=204)


def score(request: Request, client: Client) -> None:
    """One visitor's score."""
    desk, key = ScoreDesk(), secrets.token_urlsafe(18)
    _desks[key] = desk
    client.on_delete(lambda: _desks.pop(key).close())
    desk.sent = texts.at(request.query_params.get("text", "")) or scores.at(request.query_params.get("score", ""))
    Frame(ADDRESS, Preferences.from_cookies(request.cookies), lambda words: _build(desk, words, key), style=STYLE)


def _build(desk: ScoreDesk, words: Words, key: str) -> None:
    desk.unwatch()
    address, limit = f"{PREFIX}/{key}", settings().max_upload_megabytes
    with box("div", "score-page"):
        BarPanel(desk, words, address, limit)
        with box("div", "score-main"):
            paper = PaperPanel(desk, words, address)
        with box("div", "score-side"):
            BeatPanel(desk, words, paper.split)
            KeysPanel(words)
    _keep(desk, words, key, limit)


def _keep(desk: ScoreDesk, words: Words, key: str, limit: float) -> None:
    keeper = Keeper()
    keeper.props.update(desk=key, address=f"{PREFIX}/{key}", limit=limit, words=words.several("score-drop"))
    keeper.on("arrived", lambda event: _first_visit(desk, writing=bool(event.args)))
    keeper.on("refused", lambda event: desk.fail(upload_refusal(str(event.args))))
    keeper.on("undo", desk.undo, [])
    keeper.on("redo", desk.redo, [])

    def follow() -> None:
        many = desk.score is not None and len(desk.score.beats) > MANY_BEATS
        pause = LONG_PAUSE_MS if many else PAUSE_MS
        keeper.props.update(arrived=desk.arrived, composing=desk.composing, revision=desk.revision, pause=pause)

    desk.watch(follow)
    follow()


async def _first_visit(desk: ScoreDesk, *, writing: bool) -> None:
    """The example, without any click, unless somebody was writing."""
    if desk.arrived or await desk.read_sent():
        return
    if writing:
        desk.compose("")
        return
    try:
        desk.start_with(await asyncio.to_thread(sample))
    except Exception as failure:  # a broken installation is told, not hidden behind a spinner
        desk.fail(failure)


def register() -> None:
    """Make the page and its addresses known to NiceGUI."""
    ui.page(ADDRESS, title="감정 악보")(score)
    app.include_router(router)
