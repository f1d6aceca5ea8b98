"""Names become addresses once, and only public ones are used: the checked address is the one connected to."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LookupTimeout
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from pyojeong.reading.page.web.refusals import refusal

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""Host and port → IP addresses as text."""
Rule = Callable[[Address], bool]
"""Whether an address may be connected to."""

#: IANA special-purpose registries (RFC 6890 and its updates), where `ipaddress` of some Python says "global" or where
#: an IPv4 address hides in an IPv6 one: translation (RFC 6052, 8215), 6to4 (RFC 3056), Teredo (RFC 4380), site-local
#: (RFC 3879), relay anycast (RFC 7526), CGNAT (RFC 6598), protocol assignments (RFC 6890), documentation (RFC 9637),
#: SRv6 (RFC 9602).
_SPECIAL = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
)


def is_public(address: Address) -> bool:
    """Whether the address belongs to the public internet and to nothing closer.

    >>> [is_public(ip_address(one)) for one in ("8.8.8.8", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1")]
    [True, False, False, False]
    """
    closer = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    special = any(address in block for block in _SPECIAL if block.version == address.version)
    return address.is_global and not closer and not special


def system_resolver(host: str, port: int) -> list[str]:
    """What the system says the host's addresses are; also understands spellings such as ``0x7f.1``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def checked_addresses(
    host: str, port: int, *, resolver: Resolver = system_resolver, rule: Rule = is_public, seconds: float = 10.0
) -> list[Address]:
    """The host's addresses, every one of them allowed by ``rule``.

    One that is not refuses the whole host: a name that mixes public and private addresses is an attack or a mistake.

    Raises:
        PyojeongError: When there is none within ``seconds``, or one is not allowed.
    """
    # A look-up cannot be interrupted; the thread is left to end by itself.
    pool = ThreadPoolExecutor(1, thread_name_prefix="pyojeong-names")
    try:
        found = pool.submit(resolver, host, port).result(seconds)
    except (OSError, UnicodeError, LookupTimeout) as failure:
        raise refusal("web-unknown-host", what=host) from failure
    finally:
        pool.shutdown(wait=False)
    addresses = [ip_address(text) for text in dict.fromkeys(text.partition("%")[0] for text in found)]
    if not addresses:
        raise refusal("web-unknown-host", what=host)
    if not all(rule(address) for address in addresses):
        raise refusal("web-not-public", what=host)
    return addresses
