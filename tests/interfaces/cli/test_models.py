"""``pyojeong models``: what is listed, and what is said of a file that changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pyojeong.interfaces.schemas import models_schema, verification_schema
from pyojeong.weights.card import Card, save_card
from pyojeong.weights.store import sha256_of


@pytest.fixture
def home(tmp_path: Path, fresh_settings: pytest.MonkeyPatch) -> Path:
    """A home with one model of the person's own."""
    (tmp_path / "models").mkdir()
    file = tmp_path / "models" / "mine.npz"
    file.write_bytes(b"numbers")
    card = Card("mine", "mine.npz", sha256_of(file), "글 → 기분", "CC0-1.0", "made here", measured={"accuracy": 0.9})
    save_card(card, tmp_path / "models" / "mine.json")
    fresh_settings.setenv("PYOJEONG_HOME", str(tmp_path))
    return tmp_path


def test_models_are_listed_with_task_licence_and_quality(pyojeong: Any, home: Path) -> None:
    for words in ("mine", "CC0-1.0", "accuracy 0.9"):
        assert words in pyojeong("models", "list").out
    document = json.loads(pyojeong("models", "list", "--json").out)
    jsonschema.validate(document, models_schema())
    assert "mine" in [model["name"] for model in document["models"]]


def test_whole_files_are_well(pyojeong: Any, home: Path) -> None:
    said = pyojeong("models", "verify", "--json")
    assert (said.code, said.err) == (0, "")
    document = json.loads(said.out)
    jsonschema.validate(document, verification_schema())
    assert all(model["whole"] for model in document["models"])


def test_the_models_that_come_along_have_figures_in_the_persons_language(
    pyojeong: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    korean = " ".join(pyojeong("models", "list").out.split())
    for words in ("한국어 문장", "일상 문장 1 맞힘", "얼굴 그물", "상관 r 평균", "%"):
        assert words in korean
    monkeypatch.setenv("PYOJEONG_LANGUAGE", "en")
    assert "mean r" in " ".join(pyojeong("models", "list").out.split())


def test_a_changed_file_is_named(pyojeong: Any, home: Path) -> None:
    (home / "models" / "mine.npz").write_bytes(b"other numbers")
    said = pyojeong("models", "verify")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "mine" in said.err


def test_tasks_and_figures_of_every_shipped_model_are_in_korean(pyojeong: Any) -> None:
    listed = " ".join(pyojeong("models", "list").out.split())
    for words in ("얼굴 사진 → 여덟", "표가 뚜렷한", "욕설이나 비하", "새로 쓴 문장에서", "고운 말을 잘못 막음"):
        assert words in listed
    assert "logits" not in listed and "chance" not in listed


def test_a_missing_text_model_is_told_with_those_that_read_text(pyojeong: Any, home: Path) -> None:
    said = pyojeong("read", "text", "기뻐", "--model", "yours")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "text-ko" in said.err
    assert "face-emotion" not in said.err and "gate-ko" not in said.err and "mine" not in said.err
