"""What a pack's maker wrote about it: its provenance log, its alt texts, a store's manifest. None of it is trusted.

A pack made elsewhere has none, and then nothing is known of intentions. Damaged papers count as none.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pyojeong.emotion.emotion import Emotion
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.packing.on_disk import PackOnDisk
from pyojeong.stickers.packing.papers import FORMAT, unguarded
from pyojeong.stickers.packing.reading import ALT_TEXT, PROVENANCE


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
        caption_box: Where the words are, as shares [0, 1] of the drawing that was asked for.
        caption_height: Of their smallest letter, as a share of that drawing's height; None where nobody says.
        lacking: Letters their font lacks, so that another was taken; empty where none or unknown.
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
    caption_height: float | None = None
    lacking: str = ""


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


def read_papers(pack: PackOnDisk) -> Papers:
    """The papers of a pack: those in it, or a log beside it that speaks of its very files."""
    document = _json(pack.papers.get(PROVENANCE, b""))
    if document.get("format") == FORMAT:
        return _from_provenance(document)
    table = _text(pack.papers.get(ALT_TEXT, b""))
    if table:
        return _from_table(table)
    document = _json(pack.papers_beside.get(PROVENANCE, b""))
    return _from_provenance(document) if document.get("format") == FORMAT and _is_of(document, pack) else Papers()


def _is_of(document: Mapping[str, Any], pack: PackOnDisk) -> bool:
    """Whether a log names one file of the pack as it is: packs lie side by side in one folder of downloads."""
    told = {(_word(entry.get("name")), _word(entry.get("sha256"))) for entry in _dicts(document.get("files"))}
    return any((file.name, file.sha256) in told for file in pack.files)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _json(data: bytes) -> Mapping[str, Any]:
    try:
        document = json.loads(_text(data) or "{}")
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _from_provenance(document: Mapping[str, Any]) -> Papers:
    stickers = {_word(entry.get("name")): entry for entry in _dicts(document.get("stickers"))}
    icon = document.get("icon")
    if isinstance(icon, dict):
        stickers.setdefault(_word(icon.get("name")), icon)
    papers = {
        _word(entry.get("name")): _paper(stickers[_word(entry.get("sticker"))], entry)
        for entry in _dicts(document.get("files"))
        if _word(entry.get("sticker")) in stickers
    }
    return Papers(PROVENANCE, _word(document.get("title")), MappingProxyType(papers))


def _paper(entry: Mapping[str, Any], file: Mapping[str, Any]) -> Paper:
    making, alt, drawn = _dict(entry.get("making")), _dict(entry.get("alt")), _dict(file.get("caption"))
    emoji = entry.get("emoji")
    return Paper(
        sha256=_word(file.get("sha256")),
        moment=_word(entry.get("name")),
        caption=_word(entry.get("caption")),
        alt=(_word(alt.get("ko")), _word(alt.get("en"))),
        emotion=_emotion(entry.get("emotion")),
        emoji=tuple(map(_word, emoji)) if isinstance(emoji, list) else (),
        photo=making.get("photo") is True,
        image_model=_word(making.get("image_model")) or None,
        text_model=_word(making.get("text_model")) or None,
        caption_box=_box(drawn.get("box")),
        caption_height=_height(drawn.get("height")),
        lacking=_word(drawn.get("lacking")),
    )


def _from_table(table: str) -> Papers:
    try:
        rows = [row for row in csv.DictReader(io.StringIO(table)) if row.get("file")]
    except csv.Error:
        return Papers()
    papers = {
        row["file"]: Paper(
            moment=row.get("moment") or "",
            caption=unguarded(row.get("caption") or ""),
            alt=(unguarded(row.get("alt_ko") or ""), unguarded(row.get("alt_en") or "")),
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
    if not all(map(_is_share, value)):
        return None
    box = Box(*(float(edge) for edge in value))
    return box if box.left < box.right and box.top < box.bottom else None


def _height(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and _is_share(value) else None


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
