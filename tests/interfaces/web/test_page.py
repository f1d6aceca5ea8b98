"""The two addresses behind the page: photos come in, results go out."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.shelf import Item, shelf
from pyojeong.interfaces.web.studio import page, sample
from pyojeong.interfaces.web.studio.desk import Desk


def asked(method: str, address: str, content: bytes | None = None) -> httpx.Response:
    """The answer of the page's addresses alone."""
    application = FastAPI()
    application.include_router(page.router)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(application)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.request(method, address, content=content)

    return asyncio.run(ask())


def test_what_is_on_the_shelf_is_fetched_and_not_cached() -> None:
    address = shelf.put(Item(b"picture", "image/png"))
    answer = asked("GET", address)
    assert (answer.content, answer.headers["content-type"]) == (b"picture", "image/png")
    assert answer.headers["cache-control"] == "no-store"
    assert "content-disposition" not in answer.headers
    shelf.take_away(address)
    assert asked("GET", address).status_code == 404


def test_a_file_is_saved_under_its_name() -> None:
    address = shelf.put(Item(b"file", "video/mp4", "a-슬픔.mp4"))
    said = asked("GET", address).headers["content-disposition"]
    assert said == "attachment; filename*=UTF-8''a-%EC%8A%AC%ED%94%94.mp4"
    shelf.take_away(address)


def test_nobody_can_put_a_photo_on_a_desk_that_is_not_theirs() -> None:
    assert asked("POST", "/studio/desks/guess/photo", b"x").status_code == 404


def test_a_photo_reaches_its_desk(
    pictures: Path, monkeypatch: pytest.MonkeyPatch, bad_picture: tuple[str, str]
) -> None:
    desk = Desk()
    monkeypatch.setitem(page._desks, "mine", desk)
    answer = asked("POST", "/studio/desks/mine/photo", (pictures / bad_picture[0]).read_bytes())
    assert answer.status_code == 204
    assert isinstance(desk.trouble, PyojeongError)
    assert desk.trouble.kind == bad_picture[1]


@pytest.mark.usefixtures("word_reader")
def test_the_first_visit_is_performed_without_a_click() -> None:
    sample.sample.cache_clear()
    desk = Desk()
    asyncio.run(page._first_visit(desk))
    assert desk.trouble is None
    assert desk.text == sample.SAMPLE_TEXTS[0]
    assert desk.shown is not None
    assert desk.shown.changed_share > 0.01
    assert desk.beat is None
    assert not desk.history.undoable
    sample.sample.cache_clear()
