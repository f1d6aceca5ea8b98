"""A studio in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

SERVE = "from pyojeong.interfaces.web.app import run; run('127.0.0.1', {port})"


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(port: int, log: Path, settings: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A studio that answers at ``port``, until the block ends."""
    with log.open("a") as stream:
        server = subprocess.Popen(
            [sys.executable, "-c", SERVE.format(port=port)],
            stdout=stream,
            stderr=stream,
            env={**os.environ, **(settings or {})},
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}", server, log)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=30):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise RuntimeError(f"the studio did not start:\n{log.read_text()}")
