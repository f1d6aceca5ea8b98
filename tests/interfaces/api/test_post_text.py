"""``POST /api/read/text``."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from pyojeong.emotion import score_json
from pyojeong.interfaces.api.uploads import MAX_CHARACTERS


@pytest.fixture(autouse=True)
def _reader(word_reader: object) -> None:
    """Every test here reads words."""


def test_the_answer_is_a_score(client: Any) -> None:
    answer = client.post("/api/read/text", json={"text": "속상해. 기뻐."})
    jsonschema.validate(answer.json(), score_json.json_schema())
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"text": "hello"}, 422, "no-korean"),
        ({"text": ""}, 422, "no-korean"),
        ({"text": "속" * (MAX_CHARACTERS + 1)}, 413, "text-too-long"),
        ({"text": 5}, 422, "request"),
        ({"words": "속상해"}, 422, "request"),
        ({}, 422, "request"),
    ],
)
def test_bad_text_has_its_status_and_both_languages(client: Any, body: Any, status: int, kind: str) -> None:
    answer = client.post("/api/read/text", json=body)
    error = answer.json()["error"]
    assert (answer.status_code, error["kind"]) == (status, kind)
    assert error["message"] and error["message_en"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_body_that_is_no_json_is_refused(client: Any, content: bytes) -> None:
    answer = client.post("/api/read/text", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["kind"] == "request"
