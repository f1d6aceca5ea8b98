"""The published JSON Schemas (draft 2020-12). ``python -m pyojeong.interfaces.schemas docs/schemas`` writes them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pyojeong.emotion import score_json
from pyojeong.interfaces import faces, models, pages, performance, sticker_schemas, story_schemas, webpages
from pyojeong.interfaces.avatars_schema import built_avatar_schema
from pyojeong.interfaces.batch import report
from pyojeong.performing.portrait import Undo, recipe
from pyojeong.reading.page.web.looking import Seen
from pyojeong.rig import ARKIT_NAMES
from pyojeong.rig.expression import HEAD_KEYS, MAX_HEAD_DEGREES
from pyojeong.stickers.preflight.schema import sticker_check_schema
from pyojeong.weights import card

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_UNIT: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_DEGREES: Schema = {"type": "number", "minimum": -MAX_HEAD_DEGREES, "maximum": MAX_HEAD_DEGREES}
_TEXT: Schema = {"type": "string"}
_NATURAL: Schema = {"type": "integer", "minimum": 0}
_BOX: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}
_SIZE: Schema = {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 2, "maxItems": 2}


def expression_schema() -> Schema:
    """An expression: ARKit names in [0, 1], head rotation in degrees, blush."""
    numbers = {**dict.fromkeys((*ARKIT_NAMES, "blush"), _UNIT), **dict.fromkeys(HEAD_KEYS, _DEGREES)}
    return {"type": "object", "properties": numbers, "additionalProperties": False}


def performance_schema() -> Schema:
    """`pyojeong.performance/1`: the top level speaks of the first face, ``acts`` of every one."""
    score = _without_head(score_json.json_schema())
    act = {
        "face": _NATURAL,
        "mask_box_xyxy": {"type": ["array", "null"], "items": _NATURAL, "minItems": 4, "maxItems": 4},
        "expression": {"$ref": "#/$defs/expression"},
        "mood": {"anyOf": [{"$ref": "#/$defs/mood"}, {"type": "null"}]},
        "score": {"anyOf": [{"$ref": "#/$defs/score"}, {"type": "null"}]},
    }
    top = {
        "format": {"const": performance.FORMAT},
        "output": {"type": "string"},
        "size_wh": _SIZE,
        **act,
        "seconds": {"type": "number", "minimum": 0},
        "faces_found": {"type": "integer", "minimum": 1},
        "acts": {"type": "array", "items": _closed(act), "minItems": 1},
        "notices": {"type": "array", "items": {"type": "string"}},
    }
    definitions = {**score.pop("$defs"), "score": score, "expression": expression_schema()}
    return {**_head(performance.FORMAT), **_closed(top), "$defs": definitions}


def faces_schema() -> Schema:
    """`pyojeong.faces/1`: every face, largest first; mood and expression are null where nobody looked."""
    number: Schema = {"type": "number"}
    face = {
        "box_xyxy": {"type": "array", "items": number, "minItems": 4, "maxItems": 4},
        "pose_degrees": _closed(dict.fromkeys(("yaw", "pitch", "roll"), number)),
        "confidence": _UNIT,
        "mood": {"anyOf": [{"$ref": "#/$defs/mood"}, {"type": "null"}]},
        "expression": {"anyOf": [{"$ref": "#/$defs/expression"}, {"type": "null"}]},
    }
    top = {
        "format": {"const": faces.FORMAT},
        "image": {"type": "string"},
        "size_wh": _SIZE,
        "faces": {"type": "array", "items": _closed(face)},
    }
    definitions = {"mood": score_json.mood_schema(), "expression": expression_schema()}
    return {**_head(faces.FORMAT), **_closed(top), "$defs": definitions}


def page_schema() -> Schema:
    """`pyojeong.page/1`: the lines of a page in reading order, each with its words."""
    stretch = {"text": _TEXT, "confidence": _UNIT, "box_xyxy": _BOX}
    line = {**stretch, "words": {"type": "array", "items": _closed(stretch), "minItems": 1}}
    top = {
        "format": {"const": pages.FORMAT},
        "image": _TEXT,
        "size_wh": _SIZE,
        "reader": _TEXT,
        "preparation": _TEXT,
        "confidence": _UNIT,
        "text": _TEXT,
        "lines": {"type": "array", "items": _closed(line)},
    }
    return {**_head(pages.FORMAT), **_closed(top)}


def webpage_schema() -> Schema:
    """`pyojeong.webpage/1`: the pictures of a web page; over REST each has its file too."""
    picture = {
        "number": _NATURAL,
        "kind": {"enum": [seen.value for seen in Seen]},
        "address": _TEXT,
        "alternative": _TEXT,
        "size_wh": _SIZE,
        "faces": {"type": "array", "items": _closed({"box_xyxy": _BOX, "confidence": _UNIT})},
    }
    one = _closed(picture)
    one["properties"] = {**picture, "media_type": _TEXT, "data_base64": _TEXT}
    top = {
        "format": {"const": webpages.FORMAT},
        "address": _TEXT,
        "chosen": _NATURAL,
        "pictures": {"type": "array", "items": one, "minItems": 1},
        "notices": {"type": "array", "items": _TEXT},
    }
    return {**_head(webpages.FORMAT), **_closed(top)}


def recipe_schema() -> Schema:
    """`pyojeong.recipe/1`: edits of one photo, oldest first."""
    edit = {
        "face": _NATURAL,
        "movements": {"$ref": "#/$defs/expression"},
        "undo": {"enum": [undo.value for undo in Undo]},
        "note": {"type": "string"},
    }
    edits = {"type": "array", "items": {**_closed(edit), "required": ["face", "movements"]}}
    top = _closed({"format": {"const": recipe.FORMAT}, "edits": edits})
    return {**_head(recipe.FORMAT), **top, "$defs": {"expression": expression_schema()}}


def batch_schema() -> Schema:
    """`pyojeong.batch/1`: what became of the rows of a table, or of the pictures of a folder."""
    number: Schema = {"type": "number", "minimum": 0}
    top = {
        "format": {"const": report.FORMAT},
        "task": {"enum": ["text", "face"]},
        "output": _TEXT,
        **dict.fromkeys(("items", "rows", "read"), _NATURAL),
        "refused": {"type": "object", "additionalProperties": _NATURAL},
        "resumed_items": _NATURAL,
        **dict.fromkeys(("seconds", "items_per_second"), number),
        "where": {"enum": ["process", "processes", "ray"]},
        "workers": {"type": "integer", "minimum": 1},
    }
    return {**_head(report.FORMAT), **_closed(top)}


def models_schema() -> Schema:
    """`pyojeong.models/1`: the card of every model; what ``measured`` holds differs from model to model."""
    texts = ("name", "file", "task", "licence", "source")
    sha256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    one = {
        "format": {"const": card.FORMAT},
        **dict.fromkeys(texts, _TEXT),
        "sha256": sha256,
        "ingredients": {"type": "array", "items": _closed(dict.fromkeys(("name", "licence", "used"), _TEXT))},
        "labels": {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}},
        "measured": {"type": "object"},
        "weak": {"type": "array", "items": _TEXT},
        "parts": {"type": "object", "additionalProperties": sha256},
    }
    top = {"format": {"const": models.FORMAT}, "models": {"type": "array", "items": _closed(one)}}
    return {**_head(models.FORMAT), **_closed(top)}


def verification_schema() -> Schema:
    """`pyojeong.verification/1`: whether each model's file is the one its card describes."""
    one = _closed({"name": _TEXT, "whole": {"type": "boolean"}})
    top = {"format": {"const": models.VERIFICATION_FORMAT}, "models": {"type": "array", "items": one}}
    return {**_head(models.VERIFICATION_FORMAT), **_closed(top)}


def _head(title: str) -> Schema:
    return {"$schema": _DRAFT, "title": title}


def _without_head(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in ("$schema", "title")}


def _closed(properties: Mapping[str, Any]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


#: File name → what it holds.
SCHEMAS: Mapping[str, Callable[[], Schema]] = MappingProxyType(
    {
        "pyojeong.score-1.schema.json": score_json.json_schema,
        "pyojeong.performance-1.schema.json": performance_schema,
        "pyojeong.faces-1.schema.json": faces_schema,
        "pyojeong.page-1.schema.json": page_schema,
        "pyojeong.webpage-1.schema.json": webpage_schema,
        "pyojeong.recipe-1.schema.json": recipe_schema,
        "pyojeong.batch-1.schema.json": batch_schema,
        "pyojeong.models-1.schema.json": models_schema,
        "pyojeong.verification-1.schema.json": verification_schema,
        "pyojeong.character-1.schema.json": sticker_schemas.character_schema,
        "pyojeong.designs-1.schema.json": sticker_schemas.designs_schema,
        "pyojeong.plan-1.schema.json": sticker_schemas.plan_schema,
        "pyojeong.drawn-pack-1.schema.json": sticker_schemas.drawn_pack_schema,
        "pyojeong.captions-1.schema.json": sticker_schemas.captions_schema,
        "pyojeong.likeness-1.schema.json": lambda: sticker_schemas.likeness_schema(expression_schema()),
        "pyojeong.sticker-check-1.schema.json": sticker_check_schema,
        "pyojeong.built-avatar-1.schema.json": built_avatar_schema,
        "pyojeong.cast-1.schema.json": story_schemas.cast_schema,
        "pyojeong.tale-1.schema.json": story_schemas.tale_schema,
        "pyojeong.film-1.schema.json": story_schemas.film_schema,
        "pyojeong.film-job-1.schema.json": story_schemas.film_job_schema,
    }
)


def written(schema: Schema) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def publish(folder: Path) -> None:
    """Write every schema into ``folder``."""
    for name, schema in SCHEMAS.items():
        (folder / name).write_text(written(schema()), encoding="utf-8")


if __name__ == "__main__":
    publish(Path(sys.argv[1]))
