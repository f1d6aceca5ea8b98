"""``POST /api/read/page``: a picture of writing, or the address of a web page."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import jsonschema
import PIL.Image
import pytest

from pyojeong.interfaces.schemas import page_schema, webpage_schema

from ..page_doubles import FakeLooker, FakeReader


def test_a_picture_becomes_lines(client: Any, pictures: Path, page_reader: FakeReader) -> None:
    answer = client.post("/api/read/page", files={"image": ("일기.png", (pictures / "portrait.png").read_bytes())})
    document = answer.json()
    jsonschema.validate(document, page_schema())
    assert (answer.status_code, document["image"], document["text"]) == (200, "일기.png", page_reader.page.text)


def test_an_address_becomes_pictures_with_faces(client: Any, looker: FakeLooker) -> None:
    answer = client.post("/api/read/page", json={"url": "https://example.com/a"})
    document = answer.json()
    jsonschema.validate(document, webpage_schema())
    assert (answer.status_code, looker.asked) == (200, ["https://example.com/a"])
    assert [len(one["faces"]) for one in document["pictures"]] == [0, 1]
    assert document["chosen"] == 1
    first = document["pictures"][0]
    with PIL.Image.open(io.BytesIO(base64.b64decode(first["data_base64"]))) as picture:
        assert [*picture.size] == first["size_wh"]


@pytest.mark.parametrize(
    ("url", "kind", "status"),
    [
        ("http://127.0.0.1:8080/api/health", "web-not-public", 403),
        ("http://localhost/", "web-not-public", 403),
        ("http://169.254.169.254/latest/meta-data", "web-not-public", 403),
        ("http://[::ffff:10.0.0.1]/", "web-not-public", 403),
        ("file:///etc/passwd", "web-address", 422),
        ("https://a@b.example/", "web-userinfo", 422),
        ("", "web-address", 422),
    ],
)
def test_addresses_that_are_not_public_are_refused(client: Any, url: str, kind: str, status: int) -> None:
    answer = client.post("/api/read/page", json={"url": url})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (status, kind)


@pytest.mark.parametrize(
    "what",
    [
        {"json": {"url": 3}},
        {"json": {"url": "https://example.com", "more": 1}},
        {"json": ["https://example.com"]},
        {"content": b"{", "headers": {"Content-Type": "application/json"}},
        {"data": {"image": "no file"}},
        {"data": {"eye": "here"}},
        {"files": {"picture": b"x"}},
        {"files": {"image": b"x"}, "data": {"eye": "nobody"}},
        {},
    ],
)
def test_other_bodies_are_refused_in_one_sentence(client: Any, what: dict[str, Any]) -> None:
    answer = client.post("/api/read/page", **what)
    assert answer.status_code == 422
    assert set(answer.json()["error"]) == {"kind", "message", "message_en"}


def test_bad_pictures_have_their_own_refusals(client: Any, pictures: Path, page_reader: FakeReader) -> None:
    for name, status in (("letter.jpg", 415), ("truncated.png", 422), ("hundred-megapixels.png", 413)):
        answer = client.post("/api/read/page", files={"image": (pictures / name).read_bytes()})
        assert answer.status_code == status, name


def test_clova_is_used_only_where_it_is_set_up(client: Any, pictures: Path, fresh_settings: Any) -> None:
    fresh_settings.delenv("PYOJEONG_CLOVA_URL", raising=False)
    picture = (pictures / "portrait.png").read_bytes()
    answer = client.post("/api/read/page", files={"image": picture}, data={"eye": "clova"})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (501, "no-clova")


def test_both_bodies_are_described(client: Any) -> None:
    described = client.get("/api/openapi.json").json()["paths"]["/api/read/page"]["post"]
    assert set(described["requestBody"]["content"]) == {"multipart/form-data", "application/json"}
