"""``/api/character/…`` and ``/api/stickers/…``."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import jsonschema
import PIL.Image
import pytest

from pyojeong.interfaces import sticker_schemas
from pyojeong.performing.character import Character

BORI = Character("mascot", "보리").to_dict()


def test_designs_are_listed(client: Any) -> None:
    jsonschema.validate(client.get("/api/character/designs").json(), sticker_schemas.designs_schema())


def test_a_character_is_made(client: Any) -> None:
    made = client.post("/api/character/new", json={"name": "보리", "chosen": {"ears": "cat", "eyes": 1.1}})
    jsonschema.validate(made.json(), sticker_schemas.character_schema())
    assert made.json()["chosen"] == {"ears": "cat", "eyes": 1.1}
    assert client.post("/api/character/new", json={"design": "unicorn"}).json()["error"]["kind"] == "unknown-design"


@pytest.mark.parametrize("format", ["png", "webp", "gif"])
def test_a_character_is_drawn(client: Any, format: str) -> None:
    order = {"character": BORI, "moment": "off-work", "caption": "auto", "size": 64, "format": format}
    answer = client.post("/api/character/draw", json=order)
    assert answer.status_code == 200 and answer.headers["content-type"] == f"image/{format}"
    with PIL.Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.size == (64, 64)


def test_json_tells_what_is_shown(client: Any, word_reader: object) -> None:
    order = {"character": BORI, "text": "퇴근이라 기뻐.", "caption": "auto", "format": "svg", "as_json": True}
    told = client.post("/api/character/draw", json=order).json()
    assert told["emotion"] == "joy" and told["media_type"] == "image/svg+xml" and told["caption"] in told["alt"]["ko"]


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ({"moment": "moonwalk"}, "unknown-moment"),
        ({}, "what"),
        ({"emotion": "joy", "moment": "hello"}, "what"),
        ({"emotion": "joy", "format": "bmp"}, "unknown-format"),
        ({"emotion": "joy", "size": 5000}, "request"),
        ({"emotion": "joy", "sise": 50}, "request"),
        ({"emotion": "joy", "character": {"format": "x"}}, "bad-character"),
        ({"expression": {"jawOpen": 7.0}}, "expression"),
        ({"emotion": "joy", "voice": "opera"}, "unknown-voice"),
        ({"text": "가" * 60_000}, "text-too-long"),
    ],
)
def test_mistakes_are_told(client: Any, order: dict[str, object], kind: str) -> None:
    answer = client.post("/api/character/draw", json={"character": BORI, "size": 32, **order})
    assert 400 <= answer.status_code < 500 and answer.json()["error"]["kind"] == kind


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"size": 0}, "size: 16 이상"),
        ({"size": 99_999}, "size: 2048 이하"),
        ({"size": "big"}, "size: 정수"),
        ({"caption": "가" * 201}, "caption: 200자까지"),
        ({"caption": 3}, "caption: 글자"),
        ({"moving": "so"}, "moving: true나 false"),
        ({"character": []}, "character: 이름과 값의 묶음"),
        ({"expression": {"jawOpen": "x"}}, "expression.jawOpen: 수"),
        ({"sise": 1}, "sise: 그런 칸은 없습니다"),
    ],
)
def test_what_does_not_fit_a_field_is_told_in_korean(client: Any, body: dict[str, object], told: str) -> None:
    answer = client.post("/api/character/draw", json={"character": BORI, "emotion": "joy", **body})
    assert answer.status_code == 422 and told in answer.json()["error"]["message"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3"])
def test_a_body_that_is_none_is_told_in_korean(client: Any, content: bytes) -> None:
    answer = client.post("/api/character/draw", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422 and "보낸 내용: " in answer.json()["error"]["message"]


def test_an_answer_does_not_repeat_everything(client: Any) -> None:
    answer = client.post("/api/character/draw", json={"character": BORI, "emotion": "가" * 300_000})
    assert answer.status_code == 422 and len(answer.json()["error"]["message"]) <= 4000


def test_captions_are_suggested(client: Any, word_reader: object) -> None:
    told = client.post("/api/stickers/captions", json={"text": "퇴근이라 기뻐.", "count": 2}).json()
    jsonschema.validate(told, sticker_schemas.captions_schema())
    assert len(told["captions"]) == 2


def test_a_plan_becomes_a_pack(client: Any) -> None:
    wanted = {"character": BORI, "store": "whatsapp", "count": 3, "wishes": "친구용, 양자역학"}
    made = client.post("/api/stickers/plan", json=wanted).json()
    jsonschema.validate(made["plan"], sticker_schemas.plan_schema())
    assert "양자역학" in made["notices"][0]
    drawn = client.post("/api/stickers/pack", json=made["plan"])
    assert drawn.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(drawn.content)) as archive:
        names = set(archive.namelist())
    assert {"upload/01.webp", "upload/contents.json", "declaration.md", "provenance.json"} <= names


def test_a_plan_that_does_not_fit_is_refused(client: Any) -> None:
    made = client.post("/api/stickers/plan", json={"character": BORI, "store": "line", "count": 8}).json()["plan"]
    short = {**made, "items": made["items"][:7]}
    assert client.post("/api/stickers/pack", json=short).json()["error"]["kind"] == "count"
    assert client.post("/api/stickers/pack", json={**made, "store": "moon"}).json()["error"]["kind"] == "unknown-store"
    assert client.post("/api/stickers/pack", json={"format": "x"}).json()["error"]["kind"] == "bad-plan"
    many = client.post("/api/stickers/plan", json={"character": BORI, "store": "telegram", "count": 80})
    assert many.status_code == 422


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("character/draw", {"character": BORI, "moment": "\ud800"}),
        ("character/draw", {"character": BORI, "moment": "hello", "format": "\ud800"}),
        ("character/draw", {"character": {**BORI, "name": "\ud800"}, "moment": "hello"}),
        ("character/new", {"chosen": {"\ud800": "\ud800"}}),
        ("stickers/captions", {"text": "안녕 \ud800"}),
        ("stickers/plan", {"character": BORI, "store": "line", "title": "\ud800"}),
        ("stickers/pack", {"format": "pyojeong.plan/1", "title": "\ud800", "store": "discord", "character": BORI}),
        ("read/text", {"text": "안녕 \ud800"}),
    ],
)
def test_halves_of_letters_are_refused_and_not_our_fault(client: Any, address: str, body: dict[str, object]) -> None:
    answer = client.post(f"/api/{address}", content=json.dumps(body), headers={"content-type": "application/json"})
    assert answer.status_code == 422 and answer.json()["error"]["message"]
