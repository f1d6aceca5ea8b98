"""A picture of a web page by the screenshotlayer service; the page's address leaves this machine, nothing else does.

Interface: screenshotlayer.com/documentation (``access_key``, ``url``, ``viewport``, ``format``; failures are JSON
``{"success": false, "error": {"code", "type", "info"}}``).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from urllib.parse import urlencode

from pyojeong.errors import PyojeongError
from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web.browser import WINDOW_WH
from pyojeong.reading.page.web.fetching import Fetcher

SERVICE = "https://api.screenshotlayer.com/api/capture"
SECONDS = 60.0
"""The service itself waits for the page."""


@dataclass(frozen=True, slots=True)
class Screenshotlayer:
    """The service, by key.

    Attributes:
        key: The person's ``access_key``; never shown.
        fetcher: Asks the service.
        service: Where it is.
    """

    key: str = field(repr=False)
    fetcher: Fetcher
    service: str = SERVICE

    @property
    def notice(self) -> PyojeongError:
        """That the address went there."""
        return PyojeongError(
            "페이지의 모습을 찍으려고 웹 주소를 screenshotlayer에 보냈습니다.",
            "The web address was sent to screenshotlayer to take a picture of the page.",
            kind="sent-elsewhere",
        )

    def screenshot(self, address: str, *, stop: Stop = never) -> bytes:
        """The page at ``address`` as a PNG.

        Raises:
            PyojeongError: When the service refuses; its own words are told.
        """
        width, height = WINDOW_WH
        asked = {"access_key": self.key, "url": address, "viewport": f"{width}x{height}", "format": "PNG"}
        answer = self.fetcher.fetch(f"{self.service}?{urlencode(asked)}", stop=stop)
        if answer.media_type.startswith("image/"):
            return answer.data
        said = _said(answer.data)
        raise PyojeongError(
            f"screenshotlayer가 거절했습니다({said}); PYOJEONG_SCREENSHOTLAYER_KEY와 남은 횟수를 확인해 주세요.",
            f"screenshotlayer refused ({said}); check PYOJEONG_SCREENSHOTLAYER_KEY and your quota.",
            kind="screenshotlayer",
        )


def _said(data: bytes) -> str:
    """The service's word for what went wrong.

    >>> _said(b'{"success": false, "error": {"code": 101, "type": "invalid_access_key"}}')
    'invalid_access_key'
    >>> _said(b"oops")
    '?'
    """
    try:
        document = json.loads(data)
    except ValueError:
        return "?"
    error = document.get("error") if isinstance(document, dict) else None
    return str(error.get("type", "?"))[:60] if isinstance(error, dict) else "?"
