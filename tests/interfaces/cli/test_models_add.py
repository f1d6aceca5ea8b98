"""``pyojeong models add`` and ``remove``, and reading with what was added through every door."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pyojeong.interfaces.schemas import models_schema
from pyojeong.interfaces.settings import settings
from tiny_classifiers import EIGHT, knowing_all

GLAD = "오늘 월급이 올랐다는 연락을 받고 기뻐서 소리를 질렀다"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return knowing_all().written(tmp_path / "My Model")


def _leading(said: Any) -> str:
    assert (said.code, said.err) == (0, "")
    shares = json.loads(said.out)["mood"]["shares"]
    return max(shares, key=lambda emotion: shares[emotion])


def test_a_model_is_added_listed_used_and_removed(pyojeong: Any, home: Path, folder: Path) -> None:
    said = pyojeong("models", "add", folder)
    assert (said.code, said.err) == (0, "")
    for words in ("기쁨", "100.0%", "바닥 12.5%", "MIT", "my-model"):
        assert words in said.out
    assert str(folder.parent) not in (home / "models" / "my-model.json").read_text("utf-8")
    assert "my-model: 온전합니다" in pyojeong("models", "verify").out
    assert "80문장 시험" in " ".join(pyojeong("models", "list").out.split())
    assert _leading(pyojeong("read", "text", "--model", "my-model", "--json", GLAD)) == "joy"
    assert pyojeong("models", "remove", "my-model").code == 0
    gone = pyojeong("read", "text", "--model", "my-model", GLAD)
    assert (gone.code, gone.err.count("\n")) == (2, 1) and "text-ko" in gone.err


def test_the_setting_names_the_reader_of_every_door(
    pyojeong: Any, home: Path, folder: Path, fresh_settings: pytest.MonkeyPatch
) -> None:
    from fastapi.testclient import TestClient

    import pyojeong as package
    from pyojeong.interfaces.api.app import create_app

    nonsense = "월급이 기뻐서"
    pyojeong("models", "add", folder, "--name", "mine")
    assert package.read_text(GLAD, model="mine").mood.intensity == pytest.approx(0.65, abs=0.02)
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        answer = client.post("/api/read/text", json={"text": nonsense, "model": "mine"})
        assert answer.status_code == 200 and answer.json()["mood"]["feelings"] == {}
        missing = client.post("/api/read/text", json={"text": nonsense, "model": "nothing"})
        assert missing.status_code == 422 and missing.json()["error"]["kind"] == "no-model"
    assert package.read_text(GLAD).mood.feelings != {}
    fresh_settings.setenv("PYOJEONG_TEXT_MODEL", "mine")
    settings.cache_clear()
    assert package.read_text(GLAD).mood.feelings == {}
    assert _leading(pyojeong("read", "text", "--json", GLAD)) == "joy"
    assert package.read_text(GLAD, model="text-ko").mood.feelings != {}


def test_a_model_of_the_same_name_is_opened_anew(pyojeong: Any, home: Path, folder: Path, tmp_path: Path) -> None:
    pyojeong("models", "add", folder, "--name", "mine")
    assert _leading(pyojeong("read", "text", "--model", "mine", "--json", GLAD)) == "joy"
    taken = pyojeong("models", "add", folder, "--name", "mine")
    assert (taken.code, taken.err.count("\n")) == (2, 1) and "이미 있습니다" in taken.err
    pyojeong("models", "remove", "mine")
    six = knowing_all(EIGHT[1:]).written(tmp_path / "six")
    pyojeong("models", "add", six, "--name", "mine")
    assert _leading(pyojeong("read", "text", "--model", "mine", "--json", GLAD)) != "joy"


def test_json_is_the_card(pyojeong: Any, home: Path, folder: Path) -> None:
    said = pyojeong("models", "add", folder, "--licence", "CC-BY-4.0", "--json")
    assert (said.code, said.err) == (0, "")
    document = json.loads(said.out)
    jsonschema.validate(document, models_schema())
    assert document["models"][0]["licence"] == "CC-BY-4.0"


@pytest.mark.parametrize(("licence", "said"), [("cc-by-nc-4.0", "상업적으로"), ("other", "허가를 알 수 없습니다")])
def test_a_licence_that_binds_is_said(pyojeong: Any, home: Path, folder: Path, licence: str, said: str) -> None:
    (folder / "README.md").write_text(f"---\nlicense: {licence}\n---\n", "utf-8")
    added = pyojeong("models", "add", folder)
    assert added.code == 0 and said in added.err and added.err.count("\n") == 1


def test_a_model_no_better_than_guessing_is_said(pyojeong: Any, home: Path, tmp_path: Path) -> None:
    blind = knowing_all().__class__(EIGHT, {"없는말": 0}).written(tmp_path / "blind")
    added = pyojeong("models", "add", blind)
    assert added.code == 0 and "찍기보다 낫지 않습니다" in added.err


def test_mistakes_are_one_line_and_keep_nothing(pyojeong: Any, home: Path, folder: Path, tmp_path: Path) -> None:
    permuted = knowing_all(claimed=sorted(EIGHT)).written(tmp_path / "permuted")
    for arguments, words in (
        ((tmp_path / "nowhere",), "폴더가 없습니다"),
        ((permuted,), "라벨 순서"),
        ((folder, "--labels", "kote"), "44개"),
        ((folder, "--name", "../out"), "모델 이름"),
        ((folder, "--name", "text-ko"), "이미 있습니다"),
    ):
        said = pyojeong("models", "add", *arguments)
        assert (said.code, said.err.count("\n"), words in said.err) == (2, 1, True), said
    assert not (home / "models").exists()
    shipped = pyojeong("models", "remove", "text-ko")
    assert shipped.code == 2 and "지울 수 없습니다" in shipped.err


def test_english(pyojeong: Any, home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYOJEONG_LANGUAGE", "en")
    said = pyojeong("models", "add", folder)
    assert "floor" in said.out and "Added" in said.out
