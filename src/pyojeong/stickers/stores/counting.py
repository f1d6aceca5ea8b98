"""How many stickers a store takes, told in one sentence wherever it is asked."""

from __future__ import annotations

from pyojeong.errors import PyojeongError
from pyojeong.stickers.stores.specs import Store


def check_count(store: Store, count: int) -> int:
    """``count``, when the store takes a pack of so many stickers.

    >>> from pyojeong.stickers.stores.catalogue import find_store
    >>> check_count(find_store("line"), 16)
    16

    Raises:
        PyojeongError: When it takes another number, with those it takes.
    """
    if store.counts.allows(count):
        return count
    raise PyojeongError(
        f"{store.korean}에는 스티커가 {store.counts}개여야 하는데 {count}개입니다.",
        f"{store.english} wants {store.counts} stickers, but got {count}.",
        kind="count",
    )
