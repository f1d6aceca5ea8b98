"""The stores there are, read from ``stores.json`` and checked at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.stickers.stores.specs import (
    Counts,
    Declaration,
    FileSpec,
    IconSpec,
    Motion,
    Part,
    Size,
    Source,
    Standing,
    StickerFormat,
    Store,
    TitleRule,
)

FORMAT = "pyojeong.stores/1"
_FILE = Path(__file__).with_name("stores.json")


@cache
def known_stores() -> Mapping[str, Store]:
    """Every store by its name, in the order of the file."""
    return read_stores(json.loads(_FILE.read_text(encoding="utf-8")))


def find_store(name: str) -> Store:
    """The store called ``name``.

    Raises:
        PyojeongError: When there is none; the sentence lists those there are.

    >>> find_store("kakao").counts.choices
    (32,)
    """
    found = known_stores().get(name.strip().lower())
    if found is None:
        names = ", ".join(known_stores())
        raise PyojeongError(
            f"{name!r}라는 상점을 모릅니다. {names} 가운데 골라 주세요.",
            f"There is no store called {name!r}; choose one of {names}.",
            kind="unknown-store",
        )
    return found


def read_stores(document: Mapping[str, Any]) -> Mapping[str, Store]:
    """The stores of a ``pyojeong.stores/1`` document.

    Raises:
        ValueError: When the document is of another version or a rule contradicts itself or has no source.
    """
    if document.get("format") != FORMAT:
        raise ValueError(f"stores must be written as {FORMAT}, but got {document.get('format')!r}")
    sources = {
        key: Source(**{**entry, "standing": Standing(entry["standing"])}) for key, entry in document["sources"].items()
    }
    stores = [_store(entry, sources) for entry in document["stores"]]
    by_name = {store.name: store for store in stores}
    if len(by_name) != len(stores):
        raise ValueError("two stores have one name")
    return MappingProxyType(by_name)


def _store(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Store:
    title = entry.get("title")
    return Store(
        name=entry["name"],
        korean=entry["korean"],
        english=entry["english"],
        parts=tuple(_part(part) for part in entry["parts"]),
        declaration=Declaration(**entry["declaration"]),
        sources=MappingProxyType({subject: sources[key] for subject, key in entry["sources"].items()}),
        icons=tuple(_icon(icon) for icon in entry.get("icons", ())),
        emoji=_pair(entry.get("emoji")),
        zip_bytes_max=entry.get("zip_bytes_max"),
        title=TitleRule(**title) if title else None,
        manifest=entry.get("manifest"),
        caution=(entry["caution"]["korean"], entry["caution"]["english"]) if "caution" in entry else None,
    )


def _icon(entry: Mapping[str, Any]) -> IconSpec:
    return IconSpec(entry["role"], entry["name"], _file(entry["file"]), entry.get("optional", False))


def _part(entry: Mapping[str, Any]) -> Part:
    counts = entry["counts"]
    choices = counts["choices"] if "choices" in counts else range(counts["from"], counts["to"] + 1)
    return Part(entry["names"], Counts(tuple(choices)), _file(entry["file"]))


def _file(entry: Mapping[str, Any]) -> FileSpec:
    words = dict(entry)
    motion = words.pop("motion", None)
    words["format"] = StickerFormat(words["format"])
    words["draw_wh"], words["max_wh"] = tuple(words["draw_wh"]), tuple(words["max_wh"])
    return FileSpec(**words, motion=_motion(motion) if motion else None)


def _motion(entry: Mapping[str, Any]) -> Motion:
    words = dict(entry)
    words["frames"] = tuple(words["frames"])
    return Motion(**{**words, "plays": _pair(words.get("plays"))})


def _pair(values: list[int] | None) -> Size | None:
    return (values[0], values[1]) if values else None
