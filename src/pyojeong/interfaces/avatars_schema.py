"""The published schema of what is said of an avatar."""

from __future__ import annotations

from typing import Any

from pyojeong.interfaces.avatars import FORMAT
from pyojeong.performing.avatar.avatar import Surface
from pyojeong.performing.avatar.cautions import Caution

Schema = dict[str, Any]


def built_avatar_schema() -> Schema:
    """`pyojeong.built-avatar/1`: what ``pyojeong avatar --json`` prints."""
    text: Schema = {"type": "string"}
    caution = {"code": {"enum": [caution.value for caution in Caution]}, "korean": text, "english": text}
    counts = {surface.value: {"type": "integer", "minimum": 0} for surface in Surface}
    properties: Schema = {
        "format": {"const": FORMAT},
        "hair": text,
        "cautions": {"type": "array", "items": _closed(caution)},
        "details": {"type": "object", "additionalProperties": {"type": ["number", "string"]}},
        "triangles": {"type": "object", "properties": counts, "additionalProperties": False},
        "output": text,
    }
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return {**head, **_closed(properties)}


def _closed(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
