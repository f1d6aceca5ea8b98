from __future__ import annotations

from typing import Any


def test_rude_words_are_pointed_at_and_nothing_is_refused(client: Any) -> None:
    answer = client.post("/api/read/manners", json={"text": "아 진짜 시1발"})
    assert answer.status_code == 200
    assert answer.json()["polite"] is False and answer.json()["rude"] == [[5, 8]]


def test_tricky_clean_words_pass(client: Any) -> None:
    body = client.post("/api/read/manners", json={"text": "시발점은 18층 개나리 앞이다"}).json()
    assert body["polite"] is True and body["rude"] == [] and 0 <= body["chance"] < 0.4


def test_unknown_fields_are_refused(client: Any) -> None:
    assert client.post("/api/read/manners", json={"text": "안녕", "mode": "x"}).status_code == 422
