"""``/api/docs``: the description of the API as one plain page; the usual ones load scripts from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #8886; margin-top: 1.5rem; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; } h2 code { font-size: 1rem; }
table { border-collapse: collapse; }
caption, td { text-align: left; padding: .15rem 1rem .15rem 0; vertical-align: top; }
"""

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """The page."""
    return HTMLResponse(page(request.app.openapi()), headers={"Content-Security-Policy": PAGE_POLICY})


def page(description: Mapping[str, Any]) -> str:
    """The HTML of an OpenAPI document."""
    title = escape(description["info"]["title"])
    paragraphs = description["info"]["description"].strip().split("\n\n")
    return "\n".join(
        [
            '<!doctype html><html lang="ko"><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title} API</title><style>{_STYLE}</style>",
            f"<h1>{title} API</h1>",
            *(f"<p>{_plain(paragraph)}</p>" for paragraph in paragraphs),
            '<p><a href="openapi.json">openapi.json</a></p>',
            *_sections(description),
        ]
    )


def _sections(description: Mapping[str, Any]) -> Iterator[str]:
    for path, verbs in description["paths"].items():
        for verb, operation in verbs.items():
            yield f"<section><h2><code>{verb.upper()} {escape(path)}</code></h2>"
            yield f"<p><b>{escape(operation['summary'])}</b><br>{_plain(operation['description'])}</p>"
            yield from _fields(operation, description["components"]["schemas"])
            yield "</section>"


def _fields(operation: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[str]:
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        named = content["schema"].get("$ref", "").rpartition("/")[2]
        schema = schemas[named] if named else content["schema"]
        yield f"<table><caption><code>{escape(kind)}</code></caption>"
        for name, field in schema["properties"].items():
            needed = "*" if name in schema.get("required", ()) else ""
            yield f"<tr><td><code>{escape(name)}</code>{needed}<td>{_type(field)}<td>{escape(_told(field))}"
        yield "</table>"


def _plain(text: str) -> str:
    """Text for people, without the marks of Markdown."""
    return escape(text.replace("`", ""))


def _type(field: Mapping[str, Any]) -> str:
    """What a field takes: one kind, or either of several."""
    return escape(" | ".join(dict.fromkeys(_kind(part) for part in field.get("anyOf", [field]) if _kind(part))))


def _kind(part: Mapping[str, Any]) -> str:
    kind: str = part.get("type", "")
    if "contentMediaType" in part or part.get("format") == "binary":
        return "file"
    if kind == "array":
        return f"{_kind(part.get('items', {}))}[]"
    return "" if kind == "null" else kind


def _told(field: Mapping[str, Any]) -> str:
    default = field.get("default")
    told: str = field.get("description", "")
    return told if default in (None, "", {}, []) else f"{told} ({json.dumps(default, ensure_ascii=False)})"
