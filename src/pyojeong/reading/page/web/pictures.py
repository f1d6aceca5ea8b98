"""Which pictures a web page shows as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

from pyojeong.errors import PyojeongError
from pyojeong.reading.page.web.address import WebAddress, joined

NAMED = ("og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src")
"""Metadata that names a page's main picture (Open Graph protocol, ogp.me; X cards)."""
LAZY = ("src", "data-src", "data-original")
LEAST_SIDE_PX = 100
"""Announced smaller ones are buttons."""
MOST_TAGS = 2_000
LONGEST_TAG = 4_096
"""Characters. Addresses are at most 2,000 long; Python refuses to read numbers of more than 4,300 digits."""
_UNKNOWN_PX = 300
_MOST_DIGITS = 6

# Not `html.parser`: 80 KB of "<!--" keep it busy for a minute (CVE-2025-6069). Each of these looks at a character a
# few times at most, whatever is written.
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(meta|link|base|img)(?=[\s/])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?""")


@dataclass(frozen=True, slots=True)
class Mention:
    """A picture a page mentions.

    Attributes:
        address: Where it is.
        alternative: What the page says it shows, or empty.
    """

    address: str
    alternative: str = ""


def mentioned_pictures(html: str, page: WebAddress) -> list[Mention]:
    """The pictures of a page, the ones it names as its own first, then the largest announced; each once.

    Broken HTML is read as far as it goes.

    >>> page = WebAddress.parse("https://example.com/a/")
    >>> html = '<img src="i.gif" width=16><img src="b.png" width=640><meta property="og:image" content="/main.jpg">'
    >>> [one.address for one in mentioned_pictures(html, page)]
    ['https://example.com/main.jpg', 'https://example.com/a/b.png']
    """
    seen = _Seen()
    for tag, attributes in _tags(_UNSEEN.sub(" ", html)):
        seen.look(tag, attributes)
    base = _led_to(str(page), seen.base) or str(page)
    by_size = sorted(seen.shown, key=lambda one: -one[0])
    mentions: dict[str, Mention] = {}
    for link, alternative in [(link, "") for link in seen.named] + [(link, words) for _, link, words in by_size]:
        address = _led_to(base, link.strip())
        if address is not None and address.startswith(("http://", "https://")):
            mentions.setdefault(address, Mention(address, alternative))
    return list(mentions.values())


def _led_to(base: str, link: str) -> str | None:
    try:
        return joined(base, link)
    except PyojeongError:  # a page may hold any nonsense; what leads nowhere is no picture
        return None


def _tags(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Names, in lower case, and attributes of the tags that matter, of each name the first value."""
    for tag in islice(_TAG.finditer(html), MOST_TAGS):
        known: dict[str, str] = {}
        at, end = tag.end(), tag.end() + LONGEST_TAG
        while found := _ATTRIBUTE.match(html, at, end):
            at = found.end()
            known.setdefault(found[1].lower(), unescape(next(filter(None, found.groups()[1:]), "")))
        yield tag[1].lower(), known


class _Seen:
    """What the tags looked at so far tell."""

    def __init__(self) -> None:
        self.named: list[str] = []
        self.shown: list[tuple[int, str, str]] = []
        self.base = ""

    def look(self, tag: str, known: dict[str, str]) -> None:
        """Look at one tag."""
        if tag == "meta" and (known.get("property") or known.get("name")) in NAMED and known.get("content"):
            self.named.append(known["content"])
        elif tag == "link" and known.get("rel") == "image_src" and known.get("href"):
            self.named.append(known["href"])
        elif tag == "base" and known.get("href", "").startswith(("http://", "https://", "/")):
            self.base = self.base or known["href"]
        elif tag == "img":
            self._show(known)

    def _show(self, known: dict[str, str]) -> None:
        link = next((known[name] for name in LAZY if known.get(name) and not known[name].startswith("data:")), "")
        width, height = _pixels(known.get("width", "")), _pixels(known.get("height", ""))
        if link and min(width or _UNKNOWN_PX, height or _UNKNOWN_PX) >= LEAST_SIDE_PX:
            area = (width or height or _UNKNOWN_PX) * (height or width or _UNKNOWN_PX)
            self.shown.append((area, link, known.get("alt", "").strip()))


def _pixels(written: str) -> int:
    digits = written.strip().lower().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else 0
