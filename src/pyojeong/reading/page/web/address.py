"""Web addresses taken apart strictly: what two parsers could read differently is refused."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from pyojeong.reading.page.web.refusals import refusal

PORTS = {"http": (80, 8080), "https": (443, 8443)}
"""Where web servers are; a page has no business at a port of mail, shells or databases."""
LONGEST = 2000
_SHOWN = 80
_SAFE_IN_TARGET = "/%:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """One page's address.

    Attributes:
        scheme: ``http`` or ``https``.
        host: Name in ASCII and lower case, or an IP address without brackets.
        port: TCP port.
        target: Path and query as they go into the request line, ASCII.
    """

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def parse(cls, written: str, *, ports: frozenset[int] | None = None) -> WebAddress:
        """The address a person or a page wrote.

        Args:
            written: For example ``https://표정.kr/글?a=1``.
            ports: Those allowed; the usual ones of each scheme when None.

        >>> WebAddress.parse("HTTPS://Example.com/가?b=1#c")
        WebAddress(scheme='https', host='example.com', port=443, target='/%EA%B0%80?b=1')

        Raises:
            PyojeongError: When it is not http(s), names a user, or an unusual port.
        """
        if len(written) > LONGEST or any(c.isspace() or not c.isprintable() or c == "\\" for c in written):
            raise refusal("web-address", what=repr(written[:_SHOWN]))
        try:
            parts = urlsplit(written)
            host, port = parts.hostname or "", parts.port
        except ValueError as broken:
            raise refusal("web-address", what=repr(written[:_SHOWN])) from broken
        scheme = parts.scheme.lower()
        if scheme not in PORTS or not host or "%" in host:
            raise refusal("web-address", what=repr(written[:_SHOWN]))
        if "@" in parts.netloc:
            raise refusal("web-userinfo")
        chosen = PORTS[scheme][0] if port is None else port
        allowed = PORTS[scheme] if ports is None else sorted(ports)
        if chosen not in allowed:
            raise refusal("web-port", ports=", ".join(map(str, allowed)), what=chosen)
        target = quote(parts.path or "/", safe=_SAFE_IN_TARGET) + (
            f"?{quote(parts.query, safe=_SAFE_IN_TARGET)}" if parts.query else ""
        )
        return cls(scheme, _ascii(host, written), chosen, target)

    @property
    def netloc(self) -> str:
        """Host and, where it is not the scheme's own, port: the ``Host`` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme][0] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.target}"


def joined(base: str, link: str) -> str:
    """The address that ``link``, found at the address ``base``, leads to; whether it may be opened is for `parse`.

    >>> joined("https://example.com/a/", "../b.png")
    'https://example.com/b.png'

    Raises:
        PyojeongError: When the link is no address at all, such as ``//[``.
    """
    try:
        return urljoin(base, link)
    except ValueError as broken:
        raise refusal("web-address", what=repr(link[:_SHOWN])) from broken


def _ascii(host: str, written: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError as broken:
        raise refusal("web-address", what=repr(written[:_SHOWN])) from broken
