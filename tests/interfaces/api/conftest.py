"""The API, served to a client in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from pyojeong.interfaces.api import create_app
from pyojeong.interfaces.api.workers import Workers


class Client:
    """Sends one request after another; our failures come back as answers, as they do to a browser."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def request(self, method: str, path: str, **what: Any) -> httpx.Response:
        return asyncio.run(self._send(method, path, **what))

    def get(self, path: str, **what: Any) -> httpx.Response:
        return self.request("GET", path, **what)

    def post(self, path: str, **what: Any) -> httpx.Response:
        return self.request("POST", path, **what)

    async def _send(self, method: str, path: str, **what: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.request(method, path, **what)


@pytest.fixture
def client() -> Iterator[Client]:
    """A client of an API with one worker and one waiting place."""
    app = create_app(workers=Workers(1, waiting=1))
    yield Client(app)
    app.state.films.close()


@pytest.fixture
def narrow_client(fresh_settings: pytest.MonkeyPatch) -> Client:
    """A client of an API that takes up to 50 kB."""
    fresh_settings.setenv("PYOJEONG_MAX_UPLOAD_MEGABYTES", "0.05")
    return Client(create_app(workers=Workers(1)))
