"""The addresses behind the score page: texts come in, drafts go out, and nobody reaches another's desk."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import httpx
import pytest
from fastapi import FastAPI

from pyojeong.emotion import Emotion, Mood, Score, SetBy
from pyojeong.emotion.score_editing import excerpt, with_expression, with_mood
from pyojeong.interfaces.web.handoff import MOST_WAITING, Handoff
from pyojeong.interfaces.web.score import page
from pyojeong.interfaces.web.score.desk import ScoreDesk
from pyojeong.interfaces.web.score.sample import sample
from pyojeong.interfaces.web.studio.bringing import perform_told, writing_of
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.look import Origin

TEXT = "발표를 망쳐서 속상해. 그래도 친구가 와서 기뻐."

pytestmark = pytest.mark.usefixtures("word_reader")


def visited(work: Callable[[httpx.AsyncClient], Awaitable[None]]) -> None:
    application = FastAPI()
    application.include_router(page.router)

    async def run() -> None:
        transport = httpx.ASGITransport(application)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            await work(client)

    asyncio.run(run())


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch) -> ScoreDesk:
    desk = ScoreDesk()
    asyncio.run(desk.take(TEXT.encode()))
    monkeypatch.setattr(page, "_desks", {"mine": desk, "new": ScoreDesk()})
    return desk


def new() -> ScoreDesk:
    return page._desks["new"]


@pytest.mark.parametrize(("method", "what"), [("POST", "file"), ("GET", "draft"), ("POST", "draft")])
def test_nobody_reaches_a_desk_that_is_not_theirs(mine: ScoreDesk, method: str, what: str) -> None:
    async def work(client: httpx.AsyncClient) -> None:
        answer = await client.request(method, f"{page.PREFIX}/guess/{what}")
        assert answer.status_code == 404

    visited(work)


def test_a_draft_is_sent_uncached_and_taken_back_when_the_old_desk_is_gone(mine: ScoreDesk) -> None:
    mine.feel(Emotion.FEAR)

    async def work(client: httpx.AsyncClient) -> None:
        answer = await client.get(f"{page.PREFIX}/mine/draft")
        assert answer.headers["cache-control"] == "no-store"
        again = await client.post(f"{page.PREFIX}/new/draft?desk=gone", content=answer.text)
        assert again.status_code == 204

    visited(work)
    assert new().beat is not None and new().beat.mood.leading is Emotion.FEAR
    assert not new().history.undoable


def test_a_reload_finds_its_history_and_what_was_being_written(mine: ScoreDesk) -> None:
    mine.feel(Emotion.FEAR)

    async def work(client: httpx.AsyncClient) -> None:
        await client.post(f"{page.PREFIX}/new/draft?desk=mine&composing=1", content="")

    visited(work)
    assert new().composing and new().history.undoable


def test_a_broken_draft_is_told(mine: ScoreDesk) -> None:
    async def work(client: httpx.AsyncClient) -> None:
        answer = await client.post(f"{page.PREFIX}/new/draft?desk=gone", content="글".encode())
        assert answer.status_code == 422

    visited(work)
    assert new().trouble is not None


def test_the_first_visit_shows_the_example_and_a_writer_keeps_writing() -> None:
    sample.cache_clear()
    fresh, writing = ScoreDesk(), ScoreDesk()
    asyncio.run(page._first_visit(fresh, writing=False))
    asyncio.run(page._first_visit(writing, writing=True))
    assert fresh.score is not None and fresh.arrived and not fresh.composing
    assert writing.composing and writing.score is None
    sample.cache_clear()


def test_scores_wait_for_the_page_they_were_sent_to() -> None:
    waiting = Handoff()
    score = Score("", Mood.of(Emotion.JOY), ())
    first = waiting.put(score)
    assert waiting.at(first) is score
    for _ in range(MOST_WAITING):
        waiting.put(score)
    assert waiting.at(first) is None


def test_the_studio_performs_a_read_beat_as_read_and_a_set_one_as_chosen(mine: ScoreDesk) -> None:
    assert mine.score is not None
    read, told = excerpt(mine.score, 0), excerpt(with_mood(mine.score, 0, Mood.told(Emotion.ANGER, intensity=0.5)), 0)
    assert writing_of(read).score is read
    beside = writing_of(told).score
    assert beside is not None and (beside.mood.leading, beside.beats[0].set_by) == (Emotion.SADNESS, SetBy.READER)
    desk = Desk()
    desk.writing = writing_of(told)
    perform_told(desk, told)
    assert (desk.look.origin, desk.look.emotion, desk.history.undoable) == (Origin.OWN, Emotion.ANGER, False)
    held = with_expression(told, 0, {"jawOpen": 0.75})
    perform_told(desk, held)
    assert desk.look.origin is Origin.HAND and desk.expression["jawOpen"] == 0.75
    untouched = Desk()
    perform_told(untouched, read)
    assert untouched.look.origin is Origin.PHOTO
