"""The published schemas of tales and films."""

from __future__ import annotations

from typing import Any

from pyojeong.emotion import score_json
from pyojeong.interfaces import film_jobs
from pyojeong.interfaces.stories import FILM_FORMAT, TALE_FORMAT
from pyojeong.stories.cast import FORMAT as CAST_FORMAT

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_NATURAL: Schema = {"type": "integer", "minimum": 0}


def cast_schema() -> Schema:
    """`pyojeong.cast/1`: what ``CAST.toml`` holds."""
    part = {
        "character": _TEXT,
        "photo": _TEXT,
        "face": {"type": "integer", "minimum": 0},
        "avatar": _TEXT,
        "unseen": {"type": "boolean"},
        "voice": _TEXT,
        "pitch": {"type": "number", "minimum": -12, "maximum": 12},
        "pace": {"type": "number", "minimum": 0.5, "maximum": 2},
        "shown": _TEXT,
        "chosen": {"type": "object", "additionalProperties": {"type": ["number", "string"]}},
    }
    one = {"type": "object", "properties": part, "additionalProperties": False}
    top = {"format": {"const": CAST_FORMAT}, "narrator": one, "role": {"type": "object", "additionalProperties": one}}
    return {**_head(CAST_FORMAT), **_closed(top), "required": ["format"]}


def tale_schema() -> Schema:
    """`pyojeong.tale/1`: a tale that was read and cast."""
    score, cast = (_bare(schema) for schema in (score_json.json_schema(), cast_schema()))
    top = {
        "format": {"const": TALE_FORMAT},
        "title": _TEXT,
        "roles": {"type": "array", "items": _TEXT},
        "score": {"$ref": "#/$defs/score"},
        "cast": cast,
    }
    return {**_head(TALE_FORMAT), **_closed(top), "$defs": {**score.pop("$defs"), "score": score}}


def film_schema() -> Schema:
    """`pyojeong.film/1`: a film that was made."""
    unsaid = _closed({"beat": _NATURAL, "message": _TEXT, "message_en": _TEXT})
    top = {
        "format": {"const": FILM_FORMAT},
        "output": _TEXT,
        "subtitles": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2},
        "title": _TEXT,
        "size_wh": {"type": "array", "items": {"type": "integer", "minimum": 2}, "minItems": 2, "maxItems": 2},
        "frames_per_second": {"type": "integer", "minimum": 1},
        "seconds": {"type": "number", "minimum": 0},
        "frames": _NATURAL,
        "drawn": _NATURAL,
        "scenes": _NATURAL,
        "drawn_scene_count": _NATURAL,
        "unsaid": {"type": "array", "items": unsaid},
    }
    return {**_head(FILM_FORMAT), **_closed(top)}


def film_job_schema() -> Schema:
    """`pyojeong.film-job/1`: how far a film on the server is."""
    stage = _closed({"name": {"enum": ["speaking", "drawing", "joining"]}, "done": _NATURAL, "of": _NATURAL})
    error = _closed({"kind": _TEXT, "message": _TEXT, "message_en": _TEXT})
    top = {
        "format": {"const": film_jobs.FORMAT},
        "id": _TEXT,
        "state": {"enum": [state.value for state in film_jobs.State]},
        "stage": {"anyOf": [stage, {"type": "null"}]},
        "film": {"anyOf": [_bare(film_schema()), {"type": "null"}]},
        "error": {"anyOf": [error, {"type": "null"}]},
    }
    return {**_head(film_jobs.FORMAT), **_closed(top)}


def _closed(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _head(name: str) -> Schema:
    return {"$schema": _DRAFT, "title": name}


def _bare(schema: Schema) -> Schema:
    return {name: value for name, value in schema.items() if name not in ("$schema", "$id", "title")}
