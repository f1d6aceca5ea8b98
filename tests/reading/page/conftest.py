"""Writing drawn with the font that comes along, and small servers that misbehave."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont
import pytest

from pyojeong.media.fonts import font_path
from pyojeong.reading.page.tesseract import INSTALL, LANGUAGE, languages
from pyojeong.reading.page.web.fetching import Fetcher, Limits
from pyojeong.reading.page.web.names import Address

Pixels = npt.NDArray[np.uint8]
SENTENCES = ("오늘 발표를 망쳐서 너무 속상했다.", "그래도 친구가 와 줘서 고마웠다.", "내일은 조금 더 나을 것이다.")
PAGE, INNER = "127.0.0.2", "127.0.0.1"
"""On Linux all of 127/8 is this machine: one address plays the public server, the other the private one."""


def written(lines: tuple[str, ...] = SENTENCES, *, letter_px: int = 40) -> Pixels:
    """White paper with ``lines``, uint8 H×W×3."""
    picture = PIL.Image.new("RGB", (letter_px * 22, letter_px * (2 * len(lines) + 2)), (250, 248, 244))
    draw = PIL.ImageDraw.Draw(picture)
    font = PIL.ImageFont.truetype(str(font_path()), letter_px)
    for number, line in enumerate(lines):
        draw.text((2 * letter_px, letter_px * (2 * number + 2)), line, font=font, fill=(30, 30, 40), anchor="ls")
    return np.asarray(picture, np.uint8)


@pytest.fixture(scope="session")
def tesseract_is_here() -> None:
    program = shutil.which("tesseract")
    if program is None or LANGUAGE not in languages(program):
        pytest.skip(f"Tesseract and its Korean model are not installed ({INSTALL})")


Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server of this machine; ``asked`` holds every path it was asked for, with the Host header."""

    port: int
    answers: dict[str, Answer]
    asked: list[tuple[str, str]] = field(default_factory=list)

    def url(self, path: str, host: str = "page.test") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def served(address: str, port: int = 0) -> Iterator[Site]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers.get("Host", "")))
            site.answers.get(self.path.partition("?")[0], lambda handler: handler.send_error(404))(self)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer((address, port), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    site = Site(server.server_address[1], {})
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    """The server that plays a public one."""
    with served(PAGE) as one:
        yield one


@pytest.fixture
def inner(site: Site) -> Iterator[Site]:
    """The server nobody may reach, at the same port of the private address."""
    with served(INNER, site.port) as one:
        one.answers["/secret"] = answer(b"<p>secret</p>")
        yield one


def answer(body: bytes, media_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    def send(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Type": media_type, "Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def redirect(target: str) -> Answer:
    return answer(b"", status=302, Location=target)


NAMES = {"page.test": [PAGE], "inner.test": [INNER], "both.test": [PAGE, INNER], "localhost": [INNER]}


def resolve(host: str, port: int) -> list[str]:
    """Test names; numbers are themselves."""
    if host in NAMES:
        return NAMES[host]
    if host.replace(".", "").isdigit() or ":" in host:
        from pyojeong.reading.page.web.names import system_resolver

        return system_resolver(host, port)
    raise OSError("no such name")


def only_page(address: Address) -> bool:
    """The address that plays the public internet."""
    return str(address) == PAGE


@pytest.fixture
def fetcher(site: Site) -> Fetcher:
    """Knows the test's names and no public address but one."""
    return Fetcher(
        limits=Limits(seconds=20.0, bytes=1_000_000), resolver=resolve, rule=only_page, ports=frozenset({site.port})
    )
