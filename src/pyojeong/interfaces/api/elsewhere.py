"""Addresses under ``/api`` where there is nothing: answered as JSON, before the studio behind them sends its page."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

from pyojeong.interfaces.api.failures import error_response

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")


class Elsewhere:
    """Answers 405 where one of ``routes`` takes another method, else 404."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self.routes = tuple(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One of the two refusals."""
        allowed = [method for method in METHODS if self._takes(scope, method)]
        if allowed:
            answer = error_response(405, "method", headers={"Allow": ", ".join(allowed)})
        else:
            answer = error_response(404, "not-found")
        await answer(scope, receive, send)

    def _takes(self, scope: Scope, method: str) -> bool:
        """Asked of each route by a full match: included routers do not tell their methods."""
        asked = {**scope, "method": method}
        return any(route.matches(asked)[0] is Match.FULL for route in self.routes)


def elsewhere(prefix: str, routes: Sequence[BaseRoute]) -> list[Route]:
    """The routes that catch every method at ``prefix`` and below that ``routes`` leave; never described."""
    answer = Elsewhere(routes)
    return [Route(prefix, answer), Route(f"{prefix}/{{rest:path}}", answer)]
