"""Fetching from the public internet and from nowhere else.

Every address, the first and each one redirected to, is parsed strictly, resolved once, checked, and connected to as it
was checked: a name that answers differently a moment later (DNS rebinding) changes nothing. Sizes are counted while
bytes arrive, packed and unpacked; one deadline covers everything from the first look-up to the last byte.
"""

from __future__ import annotations

import http.client
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web.address import WebAddress, joined
from pyojeong.reading.page.web.names import Resolver, Rule, checked_addresses, is_public, system_resolver
from pyojeong.reading.page.web.refusals import refusal
from pyojeong.reading.page.web.wire import Deadline, opened

USER_AGENT = "pyojeong/0.1 (reads one page for one person)"
CHUNK_BYTES = 65_536
_OK, _REDIRECTS = 200, (301, 302, 303, 307, 308)
#: Content-Encoding → zlib's window bits.
_PACKED: Mapping[str, int] = MappingProxyType({"gzip": 31, "x-gzip": 31, "deflate": 15})
_ANY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost (authored).

    Attributes:
        seconds: From the first look-up to the last byte.
        bytes: Of the body, as sent and unpacked.
        redirects: Followed at most.
    """

    seconds: float = 20.0
    bytes: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body that arrived whole.

    Attributes:
        address: Where it came from in the end.
        media_type: Lower case, without parameters.
        charset: As announced, or empty.
        data: The body, unpacked.
    """

    address: WebAddress
    media_type: str
    charset: str
    data: bytes


@lru_cache(maxsize=1)
def system_tls() -> ssl.SSLContext:
    """TLS with the system's certificates; they take a moment to load."""
    return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches within limits.

    The resolver, the rule and the ports are parameters of the code and of nothing else: no setting and no environment
    variable can open the way to private addresses.
    """

    limits: Limits = Limits()
    resolver: Resolver = system_resolver
    rule: Rule = is_public
    ports: frozenset[int] | None = None
    tls: Callable[[], ssl.SSLContext] = system_tls

    def fetch(
        self,
        written: str,
        *,
        media_types: frozenset[str] = _ANY,
        wanted: tuple[str, str] = ("", ""),
        stop: Stop = never,
    ) -> Fetched:
        """What is at an address.

        Args:
            written: The address.
            media_types: Those taken, e.g. ``text/html`` or a whole family ``image/``; any when empty.
            wanted: What they are called in a sentence, Korean and English.
            stop: Asked while waiting.

        Raises:
            PyojeongError: When it is not public, too large, too slow, of another type, or not there.
        """
        deadline = Deadline(self.limits.seconds, stop)
        address = WebAddress.parse(written, ports=self.ports)
        for _ in range(self.limits.redirects + 1):
            answer = self._answer(address, deadline)
            if isinstance(answer, str):
                address = WebAddress.parse(joined(str(address), answer), ports=self.ports)
                continue
            if media_types and not any(answer.media_type.startswith(kind) for kind in media_types):
                raise refusal("web-content", wanted=wanted[0], wanted_english=wanted[1], what=answer.media_type or "?")
            return answer
        raise refusal("web-redirects", what=self.limits.redirects)

    def _answer(self, address: WebAddress, deadline: Deadline) -> Fetched | str:
        """The body, or where else to look."""
        addresses = checked_addresses(
            address.host, address.port, resolver=self.resolver, rule=self.rule, seconds=deadline.left()
        )
        connection = http.client.HTTPConnection(address.host, address.port)
        wire = opened(address, addresses, deadline, self.tls)
        connection.sock = wire
        try:
            connection.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
            for name, value in _headers(address).items():
                connection.putheader(name, value)
            connection.endheaders()
            return self._taken(address, connection.getresponse())
        except (http.client.HTTPException, OSError, zlib.error) as failure:
            deadline.left()
            raise refusal("web-answer", what=type(failure).__name__) from failure
        finally:
            wire.hang_up()

    def _taken(self, address: WebAddress, response: http.client.HTTPResponse) -> Fetched | str:
        location = response.getheader("Location")
        if response.status in _REDIRECTS and location:
            return location
        if response.status != _OK:
            raise refusal("web-status", what=response.status)
        if (response.length or 0) > self.limits.bytes:
            raise self._too_large()
        sent = self._limited(iter(lambda: response.read(CHUNK_BYTES), b""))
        data = b"".join(self._limited(_unpacked(sent, response.getheader("Content-Encoding") or "identity")))
        if response.length:  # announced and not come; `read` with a size says nothing about it
            raise refusal("web-answer", what=f"{response.length} bytes missing")
        return Fetched(address, response.headers.get_content_type(), response.headers.get_content_charset() or "", data)

    def _limited(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        arrived = 0
        for chunk in chunks:
            arrived += len(chunk)
            if arrived > self.limits.bytes:
                raise self._too_large()
            yield chunk

    def _too_large(self) -> Exception:
        return refusal("web-too-large", what=f"{self.limits.bytes / 1e6:g}")


def _headers(address: WebAddress) -> dict[str, str]:
    return {
        "Host": address.netloc,
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,image/*;q=0.9,*/*;q=0.5",
        "Accept-Language": "ko,en;q=0.7",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _unpacked(sent: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The body in pieces of at most `CHUNK_BYTES`, so that a bomb is noticed before it has gone off.

    What follows the end of packed data is left out: zlib would gather it without limit.
    """
    packing = encoding.strip().lower()
    if packing == "identity":
        yield from sent
        return
    if packing not in _PACKED:
        raise refusal("web-answer", what=f"Content-Encoding: {packing}")
    unpacker = zlib.decompressobj(_PACKED[packing])
    for packed in sent:
        rest = b"" if unpacker.eof else packed
        while rest:
            yield unpacker.decompress(rest, CHUNK_BYTES)
            rest = unpacker.unconsumed_tail
    yield unpacker.flush()
    if not unpacker.eof:
        raise refusal("web-answer", what=f"{packing}: unexpected end")
