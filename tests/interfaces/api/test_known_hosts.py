import asyncio
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from pyojeong.interfaces.api.known_hosts import KnownHosts

GUARDED = KnownHosts(PlainTextResponse("안녕"), ["studio.example"])


def _get(host: str) -> httpx.Response:
    async def sent() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(GUARDED), base_url="http://127.0.0.1") as client:
            return await client.get("/", headers={"host": host})

    return asyncio.run(sent())


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:8080", "192.168.0.7:8080", "Studio.example:80"])
def test_this_machine_is_answered(host: str) -> None:
    assert _get(host).text == "안녕"


@pytest.mark.parametrize("host", ["evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example", ""])
def test_another_name_is_refused(host: str) -> None:
    answer = _get(host)
    assert answer.status_code == 421
    assert answer.json()["error"]["kind"] == "unknown-host"
    assert "127.0.0.1" in answer.json()["error"]["message"]


def test_a_web_socket_by_another_name_is_closed() -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {"type": "websocket", "path": "/", "headers": [(b"host", b"evil.example")]}
    asyncio.run(GUARDED(scope, receive, send))
    assert [message["type"] for message in sent] == ["websocket.close"]
