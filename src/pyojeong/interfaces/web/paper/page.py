"""The page 종이 읽기, put together; and the address behind it where pictures come in."""

from __future__ import annotations

import asyncio
import secrets

from fastapi import APIRouter, Request, Response
from nicegui import Client, app, background_tasks, ui

from pyojeong.interfaces.web.frame import Frame
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.paper.desk import PaperDesk
from pyojeong.interfaces.web.paper.panels.gallery import GalleryPanel
from pyojeong.interfaces.web.paper.panels.lines import LinesPanel
from pyojeong.interfaces.web.paper.panels.sheet import SheetPanel
from pyojeong.interfaces.web.paper.panels.source import SourcePanel
from pyojeong.interfaces.web.paper.sample import sample_page
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.words import Words

ADDRESS = "/paper"
PREFIX = "/studio/papers"
STYLE = "paper.css"

router = APIRouter()
_desks: dict[str, PaperDesk] = {}


@router.post(PREFIX + "/{key}/picture", include_in_schema=False)
async def receive_picture(key: str, request: Request) -> Response:
    """Open and read the body, a picture file, in memory; the page shows the progress and tells what does not work."""
    desk = _desks.get(key)
    if desk is None:
        return Response(status_code=404)
    background_tasks.create(desk.open_picture(await request.body()))
    return Response(status_code=202)


def paper(request: Request, client: Client) -> None:
    """One visitor's paper."""
    desk, key = PaperDesk(), secrets.token_urlsafe(18)
    _desks[key] = desk
    client.on_delete(lambda: _desks.pop(key).close())
    Frame(ADDRESS, Preferences.from_cookies(request.cookies), lambda words: _build(desk, words, key), style=STYLE)


def _build(desk: PaperDesk, words: Words, key: str) -> None:
    desk.unwatch()

    def choose_line(line: int) -> None:
        sheet.chosen_line = line
        lines.choose(line)
        sheet.follow()

    async def lay_sample() -> None:
        await desk.lay(await asyncio.to_thread(sample_page))

    with box("div", "paper-page"):
        with box("div", "paper-side"):
            sheet = SheetPanel(desk, words, f"{PREFIX}/{key}/picture", choose_line, lay_sample)
        with box("div", "paper-side"):
            SourcePanel(desk, words)
            GalleryPanel(desk, words)
            lines = LinesPanel(desk, words, choose_line)


def register() -> None:
    """Make the page and its address known to NiceGUI."""
    ui.page(ADDRESS, title="종이 읽기")(paper)
    app.include_router(router)
