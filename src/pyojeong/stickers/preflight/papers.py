"""What a pack's maker wrote about it: its provenance log, its alt texts, a store's manifest. None of it is trusted.

A pack made elsewhere has none, and then nothing is known of intentions. Damaged papers count as none.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pyojeong.emotion.emotion import Emotion
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.packing.papers import FORMAT
from pyojeong.stickers.packing.reading import UPLOAD

PROVENANCE, ALT_TEXT = "provenance.json", "alt-text.csv"
CAPTION_BOX = "caption_box"
"""Parameter of a making: left, top, right, bottom of the words as shares [0, 1] of the drawing that was asked for."""
_MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written about one file.

    Attributes:
        sha256: Of the file when it was made; empty where unknown.
        moment, caption, alt: As written; ``alt`` in both languages.
        emotion: What it is meant to show.
        emoji: Its tags.
        photo: Whether pixels of a photo are in it; None where unknown.
        image_model, text_model: Models that took part; None when none is named.
        caption_box: Where the words are; see `CAPTION_BOX`.
    """

    sha256: str = ""
    moment: str = ""
    caption: str = ""
    alt: tuple[str, str] = ("", "")
    emotion: Emotion | None = None
    emoji: tuple[str, ...] = ()
    photo: bool | None = None
    image_model: str | None = None
    text_model: str | None = None
    caption_box: Box | None = None


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything written about a pack.

    Attributes:
        source: The name of the paper it was read from; empty for none.
        title: The pack's title.
        by_file: File → what is written about it.
    """

    source: str = ""
    title: str = ""
    by_file: Mapping[str, Paper] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, name: str) -> Paper:
        """What is written about a file; an empty `Paper` when nothing is."""
        return self.by_file.get(name, Paper())

    @property
    def knows_makings(self) -> bool:
        """Whether it is on record how the pictures came to be."""
        return self.source == PROVENANCE


def read_papers(place: Path) -> Papers:
    """The papers of a pack: inside its folder, or beside its archive or ``upload`` folder."""
    for folder in _folders(place):
        document = _json(folder / PROVENANCE)
        if document.get("format") == FORMAT:
            return _from_provenance(document)
        table = _text(folder / ALT_TEXT)
        if table:
            return _from_table(table)
    return Papers()


def _folders(place: Path) -> tuple[Path, ...]:
    if not place.is_dir():
        return (place.parent,)
    return (place, place.parent) if place.name == UPLOAD else (place,)


def _text(path: Path) -> str:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return ""
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _json(path: Path) -> Mapping[str, Any]:
    try:
        document = json.loads(_text(path) or "{}")
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _from_provenance(document: Mapping[str, Any]) -> Papers:
    stickers = {_word(entry.get("name")): entry for entry in _dicts(document.get("stickers"))}
    icon = document.get("icon")
    if isinstance(icon, dict):
        stickers.setdefault(_word(icon.get("name")), icon)
    papers = {
        _word(entry.get("name")): _paper(stickers[_word(entry.get("sticker"))], _word(entry.get("sha256")))
        for entry in _dicts(document.get("files"))
        if _word(entry.get("sticker")) in stickers
    }
    return Papers(PROVENANCE, _word(document.get("title")), MappingProxyType(papers))


def _paper(entry: Mapping[str, Any], sha256: str) -> Paper:
    making, alt = _dict(entry.get("making")), _dict(entry.get("alt"))
    emoji = entry.get("emoji")
    return Paper(
        sha256=sha256,
        moment=_word(entry.get("name")),
        caption=_word(entry.get("caption")),
        alt=(_word(alt.get("ko")), _word(alt.get("en"))),
        emotion=_emotion(entry.get("emotion")),
        emoji=tuple(map(_word, emoji)) if isinstance(emoji, list) else (),
        photo=making.get("photo") is True,
        image_model=_word(making.get("image_model")) or None,
        text_model=_word(making.get("text_model")) or None,
        caption_box=_box(_dict(making.get("parameters")).get(CAPTION_BOX)),
    )


def _from_table(table: str) -> Papers:
    try:
        rows = [row for row in csv.DictReader(io.StringIO(table)) if row.get("file")]
    except csv.Error:
        return Papers()
    papers = {
        row["file"]: Paper(
            moment=row.get("moment") or "",
            caption=row.get("caption") or "",
            alt=(row.get("alt_ko") or "", row.get("alt_en") or ""),
            emotion=_emotion(row.get("emotion")),
        )
        for row in rows
    }
    return Papers(ALT_TEXT if papers else "", "", MappingProxyType(papers))


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _emotion(value: object) -> Emotion | None:
    try:
        return Emotion.of(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _box(value: object) -> Box | None:
    if not isinstance(value, list) or len(value) != 4:
        return None
    if not all(isinstance(edge, int | float) and 0 <= edge <= 1 for edge in value):
        return None
    box = Box(*(float(edge) for edge in value))
    return box if box.left < box.right and box.top < box.bottom else None
