"""JSON Schemas of what characters, plans and packs are written as."""

from __future__ import annotations

from typing import Any

from pyojeong.interfaces import caption_writers, characters, photo_characters, sticker_packs
from pyojeong.performing.character.character import FORMAT as CHARACTER_FORMAT
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.planning.plan import FORMAT as PLAN_FORMAT
from pyojeong.stickers.stores import known_stores

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def character_schema() -> Schema:
    """`pyojeong.character/1`; what may be chosen differs from design to design, see `designs_schema`."""
    return {**_head(CHARACTER_FORMAT), **_character()}


def designs_schema() -> Schema:
    """`pyojeong.designs/1`."""
    named = {"name": _TEXT, "ko": _TEXT, "en": _TEXT}
    number: Schema = {"type": "number"}
    colour: Schema = {"type": "string", "pattern": "^#[0-9a-f]{6}$"}
    slider = _closed({**named, "low": number, "high": number, "rest": number})
    swatch = _closed({**named, "rest": colour, "others": _list(colour)})
    choice = _closed({**named, "options": _list(_closed(named))})
    design = {
        **named,
        "about": _closed({"ko": _TEXT, "en": _TEXT}),
        "sliders": _list(slider),
        "swatches": _list(swatch),
        "choices": _list(choice),
        "gags": _list(_closed(named)),
    }
    top = {"format": {"const": characters.DESIGNS_FORMAT}, "designs": _list(_closed(design))}
    return {**_head(characters.DESIGNS_FORMAT), **_closed(top)}


def plan_schema() -> Schema:
    """`pyojeong.plan/1`."""
    item = _closed(
        {
            "moment": {"type": "string", "pattern": "^[a-z-]+$"},
            "caption": _TEXT,
            "voice": {"enum": [voice.value for voice in Voice]},
            "stressed": _TEXT,
            "text_model": {"type": ["string", "null"], "description": "The language model that wrote the caption."},
        },
        needed=("moment",),
    )
    top = {
        "format": {"const": PLAN_FORMAT},
        "title": {"type": "string", "minLength": 1},
        "author": _TEXT,
        "store": {"enum": list(known_stores())},
        "character": _character(),
        "wishes": _TEXT,
        "seed": {"type": "integer"},
        "items": {**_list(item), "minItems": 1},
    }
    return {**_head(PLAN_FORMAT), **_closed(top, needed=("format", "title", "store", "character", "items"))}


def drawn_pack_schema() -> Schema:
    """`pyojeong.drawn-pack/1`."""
    file = {
        "name": _TEXT,
        "bytes": {"type": "integer", "minimum": 1},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "how": {"type": "object"},
        "ssim": {"type": "number"},
        "delta_e": {"type": "number", "minimum": 0},
        "drawn": {"type": "boolean"},
    }
    texts = dict.fromkeys(("title", "store", "folder", "archive"), _TEXT)
    top = {"format": {"const": sticker_packs.FORMAT}, **texts, "files": _list(_closed(file)), "notices": _list(_TEXT)}
    return {**_head(sticker_packs.FORMAT), **_closed(top)}


def likeness_schema(expression: Schema) -> Schema:
    """`pyojeong.likeness/1`, given the schema of an expression."""
    value: Schema = {"type": ["number", "string"]}
    guess = {
        "name": _TEXT,
        "korean": _TEXT,
        "value": value,
        "certainty": {"type": "number", "minimum": 0, "maximum": 1},
        "asked": {"type": "boolean"},
        "alternatives": _list(value),
    }
    top = {
        "format": {"const": photo_characters.FORMAT},
        "character": _character(),
        "guesses": _list(_closed(guess)),
        "remarks": _list(_closed(dict.fromkeys(("code", "korean", "english"), _TEXT))),
        "expression": expression,
    }
    return {**_head(photo_characters.FORMAT), **_closed(top)}


def captions_schema() -> Schema:
    """`pyojeong.captions/1`."""
    top = {
        "format": {"const": caption_writers.FORMAT},
        "text": _TEXT,
        "voice": {"enum": [voice.value for voice in Voice]},
        "captions": _list(_TEXT),
        "by": _TEXT,
        "text_model": {"type": ["string", "null"]},
        "notices": _list(_TEXT),
    }
    return {**_head(caption_writers.FORMAT), **_closed(top)}


def _character() -> Schema:
    known = {
        "format": {"const": CHARACTER_FORMAT},
        "design": {"type": "string", "pattern": "^[a-z-]+$"},
        "name": _TEXT,
        "chosen": {"type": "object", "additionalProperties": {"type": ["number", "string"]}},
        "seed": {"type": "integer"},
        "drawn_from_photo": {"type": "boolean"},
    }
    return _closed(known, needed=("format", "design"))


def _head(title: str) -> Schema:
    return {"$schema": _DRAFT, "title": title}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _closed(properties: Schema, *, needed: tuple[str, ...] | None = None) -> Schema:
    names = list(properties) if needed is None else list(needed)
    return {"type": "object", "properties": properties, "required": names, "additionalProperties": False}
