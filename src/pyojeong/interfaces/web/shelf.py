"""Pictures and files in memory, each behind an address nobody can guess, until their owner puts them away."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass

PREFIX = "/studio/shelf"


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes a browser may fetch.

    Attributes:
        data: The file.
        media_type: For the Content-Type header.
        filename: Name to save under; None shows it in the page.
    """

    data: bytes
    media_type: str
    filename: str | None = None


class Shelf:
    """Items by address; safe to use from several threads.

    >>> shelf = Shelf()
    >>> address = shelf.put(Item(b"abc", "text/plain"))
    >>> shelf.at(address.rsplit("/", 1)[1]).data, len(shelf)
    (b'abc', 1)
    >>> shelf.take_away(address); len(shelf)
    0
    """

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}
        self._lock = threading.Lock()

    def put(self, item: Item) -> str:
        """The address of ``item``."""
        token = secrets.token_urlsafe(18)
        with self._lock:
            self._items[token] = item
        return f"{PREFIX}/{token}"

    def at(self, token: str) -> Item | None:
        """The item behind ``token``, or None when there is none any more."""
        with self._lock:
            return self._items.get(token)

    def take_away(self, address: str) -> None:
        """Forget the item at ``address``; nothing happens when it is gone already."""
        with self._lock:
            self._items.pop(address.rsplit("/", 1)[-1], None)

    def __len__(self) -> int:
        return len(self._items)


shelf = Shelf()
