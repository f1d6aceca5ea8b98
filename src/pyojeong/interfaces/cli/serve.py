"""``pyojeong serve``."""

from __future__ import annotations

import errno
import socket

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.options import Host, Port
from pyojeong.interfaces.cli.screen import complain
from pyojeong.interfaces.messages import say

HERE = ("127.0.0.1", "localhost", "::1")


def serve(host: Host = "127.0.0.1", port: Port = 8080) -> None:
    """Open the studio in the browser of this machine."""
    check_free(host, port)
    complain(
        say(f"표정 스튜디오: {url_of(host, port)} (끝내기: Ctrl-C)", f"Studio: {url_of(host, port)} (Ctrl-C ends)")
    )
    if host not in HERE:
        complain(
            say(
                "주의: 이 컴퓨터 밖에서도 들어올 수 있는 주소입니다. 비밀번호가 없으니 믿는 망에서만 여세요.",
                "Note: other machines can reach this address. There is no password; open it on trusted networks only.",
            )
        )
    from pyojeong.interfaces.web.app import run

    run(host, port)


def url_of(host: str, port: int) -> str:
    """What the person types into the browser.

    >>> url_of("0.0.0.0", 8080), url_of("::1", 80)
    ('http://127.0.0.1:8080', 'http://[::1]:80')
    """
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def check_free(host: str, port: int) -> None:
    """Refuse an address nobody can listen on, before anything is loaded.

    Raises:
        PyojeongError: When the port is taken or not allowed, or the host is not this machine's.
    """
    if not 0 < port < 65536:
        korean = f"포트는 1–65535인데 {port}입니다; 예: --port 8080."
        raise PyojeongError(korean, f"Ports go from 1 to 65535, but got {port}; try --port 8080.", kind="port")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as refused:
        raise _refusal(refused, host, port) from refused


def _refusal(refused: OSError, host: str, port: int) -> PyojeongError:
    if refused.errno == errno.EADDRINUSE:
        return PyojeongError(
            f"{port}번 포트는 이미 쓰이고 있습니다; 다른 포트로 열어 주세요: pyojeong serve --port {port + 1} "
            f"또는 make start PORT={port + 1}.",
            f"Port {port} is already in use; try pyojeong serve --port {port + 1} or make start PORT={port + 1}.",
            kind="port",
        )
    if refused.errno == errno.EACCES:
        return PyojeongError(
            f"{port}번 포트를 열 권한이 없습니다; 1024 이상을 써 주세요: --port 8080.",
            f"No permission for port {port}; use one above 1023, such as --port 8080.",
            kind="port",
        )
    return PyojeongError(
        f"{host}은(는) 이 컴퓨터의 주소가 아닙니다; --host 127.0.0.1을 써 보세요.",
        f"{host} is no address of this machine; try --host 127.0.0.1.",
        kind="host",
    )
