"""What each sticker store wants: sizes, counts, bytes, names and declarations, each with where it was read."""

from pyojeong.stickers.stores.catalogue import find_store, known_stores
from pyojeong.stickers.stores.counting import check_count
from pyojeong.stickers.stores.specs import (
    Counts,
    Declaration,
    FileSpec,
    IconSpec,
    Motion,
    Part,
    Source,
    Standing,
    StickerFormat,
    Store,
    TitleRule,
)

__all__ = [
    "Counts",
    "Declaration",
    "FileSpec",
    "IconSpec",
    "Motion",
    "Part",
    "Source",
    "Standing",
    "StickerFormat",
    "Store",
    "TitleRule",
    "check_count",
    "find_store",
    "known_stores",
]
