"""Which pictures a web page shows as its own."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from pyojeong.reading.page.web.address import WebAddress

NAMED = ("og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src")
"""Metadata that names a page's main picture (Open Graph protocol, ogp.me; X cards)."""
LAZY = ("src", "data-src", "data-original")
LEAST_SIDE_PX = 100
"""Announced smaller ones are buttons."""
_UNKNOWN_PX = 300


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

    >>> page = WebAddress.parse("https://example.com/a/")
    >>> html = '<img src="i.gif" width=16><img src="b.png" width=640><meta property="og:image" content="/main.jpg">'
    >>> [one.address for one in mentioned_pictures(html, page)]
    ['https://example.com/main.jpg', 'https://example.com/a/b.png']
    """
    seen = _Seen()
    seen.feed(html)
    seen.close()
    base = page if not seen.base else WebAddress.parse(page.joined(seen.base))
    by_size = sorted(seen.shown, key=lambda one: -one[0])
    mentions: dict[str, Mention] = {}
    for link, alternative in [(link, "") for link in seen.named] + [(link, words) for _, link, words in by_size]:
        address = base.joined(link.strip())
        if address.startswith(("http://", "https://")):
            mentions.setdefault(address, Mention(address, alternative))
    return list(mentions.values())


class _Seen(HTMLParser):
    """Collects while reading; broken HTML is read as far as it goes."""

    def __init__(self) -> None:
        super().__init__()
        self.named: list[str] = []
        self.shown: list[tuple[int, str, str]] = []
        self.base = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        known = {name: value or "" for name, value in attrs}
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
    return min(int(digits), 100_000) if digits.isascii() and digits.isdecimal() else 0
