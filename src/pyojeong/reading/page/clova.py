"""Lines of text by Naver CLOVA OCR; the picture leaves this machine.

Interface: CLOVA OCR General API V2 (api.ncloud-docs.com): POST JSON to the domain's own Invoke URL with the header
``X-OCR-SECRET``; answers hold ``images[0].fields`` with ``inferText``, ``inferConfidence``, ``boundingPoly.vertices``
and ``lineBreak``.
"""

from __future__ import annotations

import base64
import http.client
import json
import ssl
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.page.page import Line, Page, Word
from pyojeong.reading.page.stopping import Progress, Stop, never, untold

READER = "CLOVA OCR"
MAX_SIDE_PX = 1960
"""The service's documented best: letters stay readable and the upload small."""
SECONDS = 30.0
MOST_BYTES = 10_000_000
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_OK = 200


@dataclass(frozen=True, slots=True)
class Clova:
    """The service, by address and key.

    Attributes:
        url: The domain's Invoke URL; https, or http to this machine.
        key: The domain's secret; never shown.
    """

    url: str
    key: str = field(repr=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if not parts.hostname or not (
            parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        ):
            raise PyojeongError(
                "PYOJEONG_CLOVA_URL은 CLOVA OCR의 https:// Invoke URL이어야 합니다.",
                "PYOJEONG_CLOVA_URL must be the https:// Invoke URL of CLOVA OCR.",
                kind="settings",
            )

    def read(self, image: Image, *, stop: Stop = never, progress: Progress = untold) -> Page:
        """The page in ``image``, as the service reads it.

        Raises:
            PyojeongError: When the service cannot be reached or refuses.
        """
        stop()
        progress(0.1)
        data, scale = _jpeg(image)
        answer = self._asked(json.dumps(request(data, uuid.uuid4().hex, int(1000 * time.time()))).encode())
        stop()
        progress(1.0)
        return Page(lines_of_answer(answer, 1 / scale, image.size_wh), image.size_wh, READER)

    def _asked(self, body: bytes) -> Mapping[str, Any]:
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        connection = (
            http.client.HTTPSConnection(host, parts.port, timeout=SECONDS, context=ssl.create_default_context())
            if parts.scheme == "https"
            else http.client.HTTPConnection(host, parts.port, timeout=SECONDS)
        )
        try:
            headers = {"Content-Type": "application/json", "X-OCR-SECRET": self.key}
            connection.request("POST", parts.path + (f"?{parts.query}" if parts.query else ""), body, headers)
            response = connection.getresponse()
            document = json.loads(response.read(MOST_BYTES))
        except (OSError, http.client.HTTPException, ValueError) as failure:
            raise _refusal(type(failure).__name__) from failure
        finally:
            connection.close()
        if response.status != _OK or not isinstance(document, dict):
            said = document.get("message") if isinstance(document, dict) else None
            raise _refusal(f"{response.status} {said or ''}".strip())
        return document


def request(jpeg: bytes, request_id: str, timestamp_ms: int) -> dict[str, Any]:
    """The body of a request for one picture."""
    picture = {"format": "jpg", "name": "page", "data": base64.b64encode(jpeg).decode("ascii")}
    return {"version": "V2", "requestId": request_id, "timestamp": timestamp_ms, "lang": "ko", "images": [picture]}


def lines_of_answer(answer: Mapping[str, Any], scale: float, size_wh: tuple[int, int]) -> tuple[Line, ...]:
    """The lines of an answer, boxes multiplied by ``scale`` and kept within ``size_wh``.

    >>> corners = [{"x": 1, "y": 2}, {"x": 9, "y": 2}, {"x": 9, "y": 6}, {"x": 1, "y": 6}]
    >>> one = {"inferText": "안녕", "inferConfidence": 0.9, "boundingPoly": {"vertices": corners}, "lineBreak": True}
    >>> lines_of_answer({"images": [{"inferResult": "SUCCESS", "fields": [one, one]}]}, 2.0, (40, 40))[1].box_xyxy
    (2.0, 4.0, 18.0, 12.0)

    Raises:
        PyojeongError: When the service could not read, or answers in another form.
    """
    try:
        picture = answer["images"][0]
        if picture["inferResult"] != "SUCCESS":
            raise _refusal(str(picture.get("message", picture["inferResult"])))
        fields = picture.get("fields", [])
        return tuple(Line(tuple(words)) for words in _rows(fields, scale, size_wh) if words)
    except (KeyError, IndexError, TypeError, ValueError) as failure:
        raise _refusal(type(failure).__name__) from failure


def _rows(fields: Sequence[Mapping[str, Any]], scale: float, size_wh: tuple[int, int]) -> list[list[Word]]:
    rows: list[list[Word]] = [[]]
    for one in fields:
        corners = one["boundingPoly"]["vertices"]
        x = [min(max(scale * float(corner.get("x", 0)), 0.0), size_wh[0]) for corner in corners]
        y = [min(max(scale * float(corner.get("y", 0)), 0.0), size_wh[1]) for corner in corners]
        confidence = min(max(float(one["inferConfidence"]), 0.0), 1.0)
        box = min(x), min(y), max(x), max(y)
        rows[-1].extend(Word(text, confidence, box) for text in str(one["inferText"]).split())
        if one.get("lineBreak"):
            rows.append([])
    return rows


def _jpeg(image: Image) -> tuple[bytes, float]:
    """The picture as a JPEG without metadata, and by how much it was scaled."""
    import cv2
    import numpy as np

    from pyojeong.media.saving import on_white

    pixels = np.ascontiguousarray(on_white(image.pixels))
    scale = min(1.0, MAX_SIDE_PX / max(image.size_wh))
    little = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else pixels
    _, data = cv2.imencode(".jpg", cv2.cvtColor(little, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 92])
    return bytes(data), scale


def _refusal(said: str) -> PyojeongError:
    return PyojeongError(
        f"CLOVA OCR이 읽지 못했습니다({said[:120]}); PYOJEONG_CLOVA_URL과 PYOJEONG_CLOVA_KEY를 확인해 주세요.",
        f"CLOVA OCR could not read ({said[:120]}); check PYOJEONG_CLOVA_URL and PYOJEONG_CLOVA_KEY.",
        kind="clova",
    )
