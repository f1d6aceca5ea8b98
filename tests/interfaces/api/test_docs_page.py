"""The page that describes the API says what each field takes, as a client would write it."""

from __future__ import annotations

from typing import Any

from pyojeong.interfaces.api.docs_page import page


def described(**fields: Any) -> str:
    schema = {"properties": fields, "required": ["score"]}
    operation = {
        "summary": "영화",
        "description": "`<b>`",
        "requestBody": {"content": {"multipart/form-data": {"schema": schema}}},
    }
    told = {"title": "표정", "description": "설명"}
    return page({"info": told, "paths": {"/api/film": {"post": operation}}, "components": {"schemas": {}}})


def test_fields_are_told_by_what_they_take() -> None:
    file, text, none = {"type": "string", "format": "binary"}, {"type": "string"}, {"type": "null"}
    shown = described(
        score={"anyOf": [file, text]},
        files={"anyOf": [{"type": "array", "items": {"type": "string", "contentMediaType": "x/y"}}, none]},
        music={"type": "boolean", "default": True, "description": "음악"},
        title={"type": "string", "default": "", "description": "제목"},
    )
    assert "<code>score</code>*<td>file | string<td>" in shown
    assert "<code>files</code><td>file[]<td>" in shown
    assert "<code>music</code><td>boolean<td>음악 (true)" in shown
    assert "<code>title</code><td>string<td>제목\n" in shown and "&lt;b&gt;" in shown


def test_every_field_of_the_real_api_has_a_kind(client: Any) -> None:
    rows = [row.split("<td>") for row in client.get("/api/docs").text.split("<tr>")[1:]]
    kinds = {kind for _, _, kind, _ in rows}
    assert len(rows) > 50 and "" not in kinds and {"file", "file[]", "file | string"} <= kinds
