"""A connection to one checked address, with one time limit for all that happens on it."""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web.address import WebAddress
from pyojeong.reading.page.web.names import Address
from pyojeong.reading.page.web.refusals import refusal

LOOK_SECONDS = 0.5
"""How often a waiting read asks whether it should stop."""


class Deadline:
    """A moment that does not move, however the other side drips.

    Args:
        seconds: From now.
        stop: Asked whenever time is looked at.
    """

    def __init__(self, seconds: float, stop: Stop = never) -> None:
        self.seconds = seconds
        self._until = time.monotonic() + seconds
        self._stop = stop

    def left(self) -> float:
        """Seconds left, always > 0.

        Raises:
            PyojeongError: When the time is up or the person stopped.
        """
        self._stop()
        left = self._until - time.monotonic()
        if left <= 0:
            raise refusal("web-too-slow", what=f"{self.seconds:g}")
        return left


class Wire:
    """A socket that keeps a `Deadline`, with what `http.client` asks of a socket.

    A timeout of the socket alone would start anew with every byte.
    """

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._socket = plain
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send everything."""
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """A buffered reader; ``mode`` is always ``rb``."""
        return io.BufferedReader(_Arriving(self._socket, self._deadline))

    def close(self) -> None:
        """Nothing yet: `http.client` closes before the body is read. See `hang_up`."""

    def hang_up(self) -> None:
        """End the connection."""
        self._socket.close()


class _Arriving(io.RawIOBase):
    """The bytes that arrive at a socket."""

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._socket = plain
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            self._socket.settimeout(min(LOOK_SECONDS, self._deadline.left()))
            try:
                return self._socket.recv_into(buffer)
            except TimeoutError:
                continue


def connected(addresses: Sequence[Address], port: int, deadline: Deadline) -> socket.socket:
    """A TCP connection to the first of ``addresses`` that answers; no name is looked up here.

    Raises:
        OSError: When none does.
    """
    failure: OSError | None = None
    for address in addresses:
        try:
            return socket.create_connection((str(address), port), timeout=deadline.left() / len(addresses))
        except OSError as refused:
            failure = refused
    raise failure or OSError("no address")


def opened(
    page: WebAddress, addresses: Sequence[Address], deadline: Deadline, tls: Callable[[], ssl.SSLContext]
) -> Wire:
    """A wire to ``page``'s server at one of the checked ``addresses``; TLS is proven for the name.

    Raises:
        PyojeongError: When there is no connection, in time, to a server that proves its name.
    """
    try:
        plain = connected(addresses, page.port, deadline)
    except OSError as failure:
        deadline.left()
        raise refusal("web-unreachable", what=page.host) from failure
    if page.scheme == "http":
        return Wire(plain, deadline)
    try:
        plain.settimeout(deadline.left())
        return Wire(tls().wrap_socket(plain, server_hostname=page.host), deadline)
    except (OSError, PyojeongError) as failure:
        plain.close()
        deadline.left()
        kind = "web-certificate" if isinstance(failure, ssl.SSLCertVerificationError) else "web-unreachable"
        raise refusal(kind, what=page.host) from failure
