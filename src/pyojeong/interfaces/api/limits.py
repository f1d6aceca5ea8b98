"""What every request passes through: a limit on its size, and headers that keep browsers strict."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pyojeong.interfaces.api.failures import error_response

API_PREFIX = "/api"

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ON_THE_API = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""The API answers with data, never with a page; the studio sets its own policy."""


class SizeLimit:
    """Refuses bodies above ``max_bytes``: by their announced length, or while they arrive."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 at once when the announced length is too large; else count what arrives."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > self.max_bytes:
            await error_response(413, "too-large")(scope, receive, send)
            return
        await self.app(scope, self._counted(receive), send)

    def _counted(self, receive: Receive) -> Receive:
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self.max_bytes:
                raise HTTPException(413, "too-large")
            return message

        return counted


class StrictHeaders:
    """Adds security headers, and refuses to work for other sites' pages.

    A page anywhere may post a form to this machine; it could not read the answer, but it could keep the machine busy.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers added to the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        on_the_api = scope["path"].startswith(API_PREFIX)
        if on_the_api and Headers(scope=scope).get("sec-fetch-site") == "cross-site":
            await error_response(403, "cross-site")(scope, receive, send)
            return

        async def stricter(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**EVERYWHERE, **(ON_THE_API if on_the_api else {})}.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, stricter)
