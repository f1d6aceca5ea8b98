"""What every request meets: size limit, headers, failures in one form, a bounded number of jobs."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import Any

import jsonschema
import pytest
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from pyojeong import __version__
from pyojeong.interfaces.api.workers import Workers
from pyojeong.interfaces.schemas import models_schema


def test_health_says_the_version(client: Any) -> None:
    assert client.get("/api/health").json() == {"status": "ok", "version": __version__}


def test_the_api_is_described(client: Any) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    reading = {f"/api/read/{what}" for what in ("text", "face", "page", "manners")}
    drawing = {f"/api/character/{what}" for what in ("designs", "new", "draw", "from-photo")}
    packing = {f"/api/stickers/{what}" for what in ("captions", "plan", "pack", "from-photo")}
    film = "/api/story/film"
    telling = {"/api/story/cast", film, f"{film}/{{id}}", f"{film}/{{id}}/film.{{suffix}}"}
    others = {"/api/perform", "/api/avatar", "/api/health", "/api/models"}
    assert set(paths) == {*reading, *drawing, *packing, *telling, *others}
    assert all(verb["summary"] and verb["description"] for path in paths.values() for verb in path.values())


def test_the_description_is_a_page_that_loads_nothing(client: Any) -> None:
    answer = client.get("/api/docs")
    assert answer.headers["content-type"].startswith("text/html")
    for word in ("POST /api/perform", "neutral_first", "/api/health"):
        assert word in answer.text
    assert not any(word in answer.text for word in ("<script", "http://", "https://"))


@pytest.mark.parametrize(
    ("method", "path", "status", "kind"),
    [("GET", "/api/nose", 404, "not-found"), ("GET", "/api/perform", 405, "method")],
)
def test_wrong_addresses_answer_in_the_one_form(client: Any, method: str, path: str, status: int, kind: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.json()["error"]["kind"]) == (status, kind)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api", 404), ("GET", "/api/nothing", 404), ("POST", "/api/a/b", 404), ("DELETE", "/api/health", 405)],
)
def test_the_studio_behind_the_api_never_answers_for_it(client: Any, method: str, path: str, status: int) -> None:
    async def studio(scope: Scope, receive: Receive, send: Send) -> None:
        await HTMLResponse("studio")(scope, receive, send)

    client.app.mount("/", studio)
    answer = client.request(method, path)
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"kind", "message", "message_en"}
    assert answer.headers.get("Allow") == ("GET" if status == 405 else None)
    assert client.get("/anything").text == "studio"


def test_the_models_are_a_published_document(client: Any) -> None:
    jsonschema.validate(client.get("/api/models").json(), models_schema())


def test_browsers_are_told_to_be_strict_and_no_other_site_is_let_in(client: Any) -> None:
    headers = client.get("/api/health", headers={"Origin": "https://elsewhere.example"}).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert not [name for name in headers if name.startswith("access-control-")]
    assert client.post("/api/perform", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_bug_answers_500_without_a_word_about_itself(
    client: Any, word_reader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str) -> None:
        raise RuntimeError("secret path")

    monkeypatch.setattr(word_reader, "read", broken)
    answer = client.post("/api/read/text", json={"text": "속상해"})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (500, "internal")
    assert "secret" not in answer.text


def test_a_large_upload_is_refused_by_its_announced_length(narrow_client: Any) -> None:
    answer = narrow_client.post("/api/read/face", files={"image": b"x" * 60_000})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (413, "too-large")


def test_a_large_upload_that_hides_its_length_is_refused_while_it_arrives(narrow_client: Any) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n'
        for _ in range(100):
            yield b"x" * 10_000

    header = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = narrow_client.post("/api/read/face", content=body(), headers=header)
    assert (answer.status_code, answer.json()["error"]["kind"]) == (413, "too-large")


async def _crowd(workers: Workers) -> tuple[list[Any], int]:
    """Three jobs for two places: what became of the first two, and the status of the third."""
    gate = threading.Event()
    first, second = (asyncio.ensure_future(workers.do(gate.wait)) for _ in range(2))
    await asyncio.sleep(0.05)
    with pytest.raises(HTTPException) as refusal:
        await workers.do(gate.wait)
    gate.set()
    assert refusal.value.headers == {"Retry-After": "2"}
    return [await first, await second], refusal.value.status_code


def test_when_every_place_is_taken_the_next_is_asked_to_come_back() -> None:
    workers = Workers(1, waiting=1)
    assert asyncio.run(_crowd(workers)) == ([True, True], 503)
    assert asyncio.run(workers.do(lambda: 7)) == 7


def test_a_job_whose_client_left_still_takes_its_place() -> None:
    workers, gate = Workers(1, waiting=0), threading.Event()

    async def leave() -> None:
        task = asyncio.ensure_future(workers.do(gate.wait))
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        with pytest.raises(HTTPException):
            await workers.do(lambda: None)
        gate.set()

    asyncio.run(leave())
