"""A forward proxy for one browser: whatever a page asks for, only public addresses are reached.

The browser is told to send everything here, even what is meant for this machine, and to look up no name by itself. Each
host is resolved and checked as in `fetching`; the checked address is the one connected to.
"""

from __future__ import annotations

import select
import socket
import socketserver
import threading
from contextlib import suppress
from types import TracebackType

from pyojeong.errors import PyojeongError
from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web.address import WebAddress
from pyojeong.reading.page.web.names import Resolver, Rule, checked_addresses, is_public, system_resolver
from pyojeong.reading.page.web.wire import LOOK_SECONDS, Deadline, connected

HEAD_BYTES = 65_536
CHUNK_BYTES = 65_536
_END = b"\r\n\r\n"
_REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_ESTABLISHED = b"HTTP/1.1 200 Connection Established\r\n\r\n"
#: Headers between browser and proxy that the server does not get.
_OURS = (b"proxy-connection", b"connection", b"keep-alive", b"proxy-authorization")


class Gateway:
    """Listens on a port of this machine while the ``with`` block runs.

    Args:
        seconds: Everything through it ends after this.
        most_bytes: Of all answers together.
        resolver: As in `fetching.Fetcher`.
        rule: As in `fetching.Fetcher`.
        ports: As in `fetching.Fetcher`.
        stop: Asked while waiting.
    """

    def __init__(
        self,
        *,
        seconds: float,
        most_bytes: int,
        resolver: Resolver = system_resolver,
        rule: Rule = is_public,
        ports: frozenset[int] | None = None,
        stop: Stop = never,
    ) -> None:
        self._resolver, self._rule, self._ports = resolver, rule, ports
        self.deadline = Deadline(seconds, stop)
        self._left_bytes = most_bytes
        self._lock = threading.Lock()
        self.refused: list[str] = []
        gateway = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                gateway.serve(self.request)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Gateway:
        threading.Thread(target=self._server.serve_forever, name="pyojeong-gateway", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._left_bytes = 0  # ends what is still under way
        self._server.shutdown()
        self._server.server_close()

    def serve(self, browser: socket.socket) -> None:
        """Answer one connection of the browser."""
        try:
            head, rest = self._head(browser)
            method, target, _ = head.split(b"\r\n", 1)[0].decode("ascii").split(" ")
            if method == "CONNECT":
                server = self._connected(WebAddress.parse(f"https://{target}", ports=self._ports))
                first, answer = rest, _ESTABLISHED
            else:
                address = WebAddress.parse(target, ports=self._ports)
                server = self._connected(address)
                first, answer = forwarded(head, address, method) + rest, b""
        except (PyojeongError, OSError, ValueError) as failure:
            self.refused.append(str(failure))
            with suppress(OSError):
                browser.sendall(_REFUSED)
            return
        with server, suppress(OSError, PyojeongError):
            browser.sendall(answer)
            server.sendall(first)
            self._relay(browser, server)

    def _connected(self, address: WebAddress) -> socket.socket:
        addresses = checked_addresses(
            address.host, address.port, resolver=self._resolver, rule=self._rule, seconds=self.deadline.left()
        )
        return connected(addresses, address.port, self.deadline)

    def _head(self, browser: socket.socket) -> tuple[bytes, bytes]:
        arrived = b""
        while _END not in arrived:
            browser.settimeout(self.deadline.left())
            chunk = browser.recv(CHUNK_BYTES)
            arrived += chunk
            if not chunk or len(arrived) > HEAD_BYTES:
                raise ValueError("the request has no end")
        head, _, rest = arrived.partition(_END)
        return head, rest

    def _relay(self, browser: socket.socket, server: socket.socket) -> None:
        """Pass bytes both ways until one side ends, the time is up or the bytes are spent."""
        other = {browser: server, server: browser}
        while True:
            ready, _, _ = select.select(list(other), [], [], min(LOOK_SECONDS, self.deadline.left()))
            for side in ready:
                chunk = side.recv(CHUNK_BYTES)
                if not chunk or not self._spend(len(chunk)):
                    return
                other[side].settimeout(self.deadline.left())
                other[side].sendall(chunk)
            if not ready and not self._spend(0):
                return

    def _spend(self, count: int) -> bool:
        with self._lock:
            self._left_bytes -= count
            return self._left_bytes > 0


def forwarded(head: bytes, address: WebAddress, method: str) -> bytes:
    r"""The head of a plain request as the server gets it: its own path, its own ``Host``, one answer a connection.

    >>> page = WebAddress.parse("http://example.com/a")
    >>> forwarded(b"GET http://example.com/a HTTP/1.1\r\nHost: inner\r\nProxy-Connection: keep-alive", page, "GET")
    b'GET /a HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n'
    """
    kept = [
        line for line in head.split(b"\r\n")[1:] if line.partition(b":")[0].strip().lower() not in (*_OURS, b"host")
    ]
    first = [f"{method} {address.target} HTTP/1.1".encode(), f"Host: {address.netloc}".encode(), *kept]
    return b"\r\n".join([*first, b"Connection: close"]) + _END
