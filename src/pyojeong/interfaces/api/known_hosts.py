"""Only requests that name this machine are answered.

A page elsewhere may point its own name at 127.0.0.1 after it has loaded (DNS rebinding); to the browser this server is
then that page's own, and the page may read its answers. The ``Host`` header still tells the name that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from pyojeong.interfaces.api.failures import error_response

THIS_MACHINE = "localhost"


class KnownHosts:
    """Refuses requests whose ``Host`` is neither an IP address, ``localhost`` nor one of ``names``."""

    def __init__(self, app: ASGIApp, names: Iterable[str] = ()) -> None:
        self.app = app
        self.names = frozenset(name.lower() for name in (*names, THIS_MACHINE))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 421, or close the web socket, when the request was meant for another host."""
        if scope["type"] == "lifespan" or self._known(host_name(Headers(scope=scope).get("host", ""))):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            await error_response(421, "unknown-host")(scope, receive, send)

    def _known(self, name: str) -> bool:
        return name in self.names or _is_address(name)


def host_name(header: str) -> str:
    """The host in a ``Host`` header, without port and brackets, in lower case.

    >>> host_name("LocalHost:8080"), host_name("[::1]:8080"), host_name("::1")
    ('localhost', '::1', '::1')
    """
    if header.startswith("["):
        return header[1:].partition("]")[0]
    name, _, port = header.partition(":")
    return header if ":" in port else name.lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
