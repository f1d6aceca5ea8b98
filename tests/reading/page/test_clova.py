"""CLOVA OCR is asked in its documented words, by a small server that answers as it does."""

from __future__ import annotations

import base64
import http.server
import io
import json
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import PIL.Image
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.page.clova import MAX_SIDE_PX, Clova

from .conftest import written


class Service:
    """Answers every POST with ``answer``; keeps what it was asked."""

    def __init__(self) -> None:
        self.answer: Any = {}
        self.status = 200
        self.asked: dict[str, Any] = {}
        self.headers: dict[str, str] = {}
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                service.asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.headers = dict(self.headers)
                body = json.dumps(service.answer).encode()
                self.send_response(service.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def clova(self) -> Clova:
        return Clova(
            f"http://127.0.0.1:{self.server.server_address[1]}/custom/v1/1/general", "비밀 아님".encode().hex()
        )


@pytest.fixture
def service() -> Iterator[Service]:
    one = Service()
    yield one
    one.server.shutdown()
    one.server.server_close()


def found(text: str, left: float, top: float, *, last: bool = False, confidence: float = 0.98) -> dict[str, Any]:
    corners = [(left, top), (left + 50, top), (left + 50, top + 20), (left, top + 20)]
    return {
        "valueType": "ALL",
        "inferText": text,
        "inferConfidence": confidence,
        "type": "NORMAL",
        "lineBreak": last,
        "boundingPoly": {"vertices": [{"x": x, "y": y} for x, y in corners]},
    }


def test_a_page_is_asked_for_and_read(service: Service) -> None:
    fields = [found("오늘", 10, 10), found("속상했다.", 70, 10, last=True, confidence=0.61), found("끝", 10, 50)]
    service.answer = {"version": "V2", "images": [{"inferResult": "SUCCESS", "message": "SUCCESS", "fields": fields}]}
    large = Image(np.tile(written(), (4, 4, 1)))
    clova = service.clova()
    page = clova.read(large)
    assert (page.text, page.reader) == ("오늘 속상했다.\n끝", "CLOVA OCR")
    factor = max(large.size_wh) / MAX_SIDE_PX
    assert page.lines[0].words[0].box_xyxy == pytest.approx([side * factor for side in (10, 10, 60, 30)], rel=1e-3)
    assert page.lines[0].words[1].confidence == 0.61
    asked = service.asked
    assert (asked["version"], asked["lang"], service.headers["X-OCR-SECRET"]) == ("V2", "ko", clova.key)
    assert asked["requestId"] and asked["timestamp"] > 1_500_000_000_000
    sent = PIL.Image.open(io.BytesIO(base64.b64decode(asked["images"][0]["data"])))
    assert (sent.format, max(sent.size), asked["images"][0]["format"]) == ("JPEG", MAX_SIDE_PX, "jpg")


@pytest.mark.parametrize(
    ("status", "answer", "said"),
    [
        (401, {"code": "0002", "message": "Secret key validate failed."}, "Secret key validate failed."),
        (200, {"images": [{"inferResult": "FAILURE", "message": "too small"}]}, "too small"),
        (200, {"images": []}, "IndexError"),
        (200, {"images": [{"inferResult": "SUCCESS", "fields": [{"inferText": "가"}]}]}, "KeyError"),
        (200, [], "200"),
    ],
)
def test_refusals_are_said_with_their_words(service: Service, status: int, answer: object, said: str) -> None:
    service.status, service.answer = status, answer
    with pytest.raises(PyojeongError, match=said) as told:
        service.clova().read(Image(written()))
    assert told.value.kind == "clova"


def test_a_service_that_is_not_there_is_told() -> None:
    with pytest.raises(PyojeongError) as told:
        Clova("http://127.0.0.1:9/", "key").read(Image(written()))
    assert told.value.kind == "clova"


@pytest.mark.parametrize("url", ["http://example.com/v1", "ftp://example.com", "nonsense", ""])
def test_the_secret_is_sent_by_https_only(url: str) -> None:
    with pytest.raises(PyojeongError, match="PYOJEONG_CLOVA_URL"):
        Clova(url, "key")


def test_the_secret_is_never_shown() -> None:
    assert "토끼" not in repr(Clova("https://example.com/", "토끼"))
