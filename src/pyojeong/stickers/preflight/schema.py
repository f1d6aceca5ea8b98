"""The JSON Schema of a check's document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyojeong.emotion.emotion import Emotion
from pyojeong.stickers.preflight.finding import FORMAT, Severity
from pyojeong.stickers.stores.specs import Standing

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_NATURAL: Schema = {"type": "integer", "minimum": 0}
_UNIT: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_EMOTIONS = [emotion.value for emotion in Emotion]


def sticker_check_schema() -> Schema:
    """``pyojeong.sticker-check/1``: what was found in a pack, and a row a file."""
    said = _closed({"korean": _TEXT, "english": _TEXT})
    top = {
        "format": {"const": FORMAT},
        "pack": _TEXT,
        "store": _TEXT,
        "passed": {"type": "boolean"},
        "counts": _closed({severity.value: _NATURAL for severity in Severity}),
        "provenance": _TEXT,
        "findings": {"type": "array", "items": _finding(said)},
        "stickers": {"type": "array", "items": _row()},
        "unchecked": {"type": "array", "items": said},
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT, **_closed(top)}


def _finding(said: Schema) -> Schema:
    standing: Schema = {"enum": [standing.value for standing in Standing]}
    source = _closed({**dict.fromkeys(("title", "address", "checked"), _TEXT), "standing": standing})
    return _closed(
        {
            "code": {"type": "string", "pattern": "^[a-z][a-z-]*$"},
            "severity": {"enum": [severity.value for severity in Severity]},
            "sticker": _TEXT,
            "others": {"type": "array", "items": _TEXT},
            "says": said,
            "mend": said,
            "measured": _TEXT,
            "limit": _TEXT,
            "source": {"anyOf": [source, {"type": "null"}]},
        }
    )


def _row() -> Schema:
    side: Schema = {"type": "integer", "minimum": 1}
    return _closed(
        {
            "name": _TEXT,
            "role": _TEXT,
            "bytes": _NATURAL,
            "size_wh": {"type": ["array", "null"], "items": side, "minItems": 2, "maxItems": 2},
            "frames": _NATURAL,
            "seconds": {"type": "number", "minimum": 0},
            "intended": {"enum": [*_EMOTIONS, None]},
            "read": {"type": "object", "properties": dict.fromkeys(_EMOTIONS, _UNIT), "additionalProperties": False},
            "certainty": _UNIT,
            "caption": _TEXT,
        }
    )


def _closed(properties: Mapping[str, Any]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
