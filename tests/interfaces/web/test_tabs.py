"""What the addresses behind a page answer for a tab."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI, Request, Response
from fastapi.testclient import TestClient
from nicegui import core

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.tabs import Tab, Tabs
from pyojeong.interfaces.web.watched import Watched
from pyojeong.interfaces.web.words import Words


class Note(Watched):
    """A desk with one sentence on it."""

    def __init__(self) -> None:
        super().__init__("the test")
        self.written = "여기"

    def close(self) -> None:
        self.written = ""

    async def take(self, data: bytes) -> None:
        self.written = data.decode()


class NoteTab(Tab[Note]):
    """A tab without panels."""

    prefix, kept, css = "/notes", "notes", "notes"

    def _panels(self, words: Words, address: str) -> None:
        raise NotImplementedError

    def _reopen(self, draft: str) -> None:
        raise NotImplementedError


@pytest.fixture
def tabs() -> Tabs[Note]:
    made: Any = NoteTab
    return Tabs(made, address="/notes", style="")


def with_note(tabs: Tabs[Note]) -> Note:
    note = Note()
    tabs._tabs["mine"] = NoteTab(note, "mine", None, tabs)  # type: ignore[arg-type]
    return note


def answered(tabs: Tabs[Note], key: str, work: Callable[[Note], bytes | str | None]) -> Response:
    return asyncio.run(tabs.answer(key, work, "text/plain"))


def test_what_a_desk_makes_is_sent_and_kept_nowhere(tabs: Tabs[Note]) -> None:
    with_note(tabs)
    answer = answered(tabs, "mine", lambda note: note.written)
    assert (answer.status_code, bytes(answer.body).decode()) == (200, "여기")
    assert answer.headers["cache-control"] == "no-store"


def test_nobody_elses_key_opens_a_desk(tabs: Tabs[Note]) -> None:
    with_note(tabs)
    assert answered(tabs, "guess", lambda note: note.written).status_code == 404
    assert answered(tabs, "mine", lambda _: None).status_code == 404


def test_what_fails_is_told_on_the_page(tabs: Tabs[Note]) -> None:
    note = with_note(tabs)

    def fails(_: Note) -> bytes:
        raise PyojeongError("안 됩니다.", "No.", kind="no")

    assert answered(tabs, "mine", fails).status_code == 422
    assert isinstance(note.trouble, PyojeongError) and note.trouble.kind == "no"


def test_a_body_is_taken_by_the_desk_of_its_key_alone(tabs: Tabs[Note], monkeypatch: pytest.MonkeyPatch) -> None:
    note = with_note(tabs)
    app = FastAPI()

    @app.post("/notes/{key}")
    async def receive(key: str, request: Request) -> Response:
        monkeypatch.setattr(core, "loop", asyncio.get_running_loop())  # as NiceGUI does when it starts
        answer = await tabs.receive(key, request, Note.take)
        await asyncio.sleep(0)
        return answer

    with TestClient(app) as client:
        assert client.post("/notes/guess", content="저기").status_code == 404
        assert note.written == "여기"
        assert client.post("/notes/mine", content="저기").status_code == 202
    assert note.written == "저기"
