from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.weights.card import Card, Ingredient, load_card, save_card
from pyojeong.weights.session import open_session
from pyojeong.weights.store import SHIPPED, arrays_of, find, is_whole, sha256_of, stored, verify


@pytest.fixture
def home(tmp_path: Path) -> Path:
    models = tmp_path / "models"
    models.mkdir()
    np.savez(models / "tiny.npz", a=np.arange(3))
    card = Card("tiny", "tiny.npz", sha256_of(models / "tiny.npz"), "t", "MIT", "s", (Ingredient("x", "CC0", "y"),))
    save_card(card, models / "tiny.json")
    return models


def test_every_shipped_model_is_whole_and_says_where_it_comes_from() -> None:
    shipped = [model for model in stored()]
    assert shipped
    for model in shipped:
        assert is_whole(model)
        assert model.card.licence and model.card.ingredients and model.card.measured


def test_a_card_survives_the_round_trip(home: Path) -> None:
    card = load_card(home / "tiny.json")
    save_card(card, home / "again.json")
    assert load_card(home / "again.json") == card


def test_a_model_of_ones_own_is_found_and_opened(home: Path) -> None:
    assert find("tiny", (home, SHIPPED)).folder == home
    assert arrays_of("tiny", (home,))["a"].tolist() == [0, 1, 2]


def test_a_changed_file_is_refused(home: Path) -> None:
    (home / "tiny.npz").write_bytes(b"something else")
    assert not is_whole(find("tiny", (home,)))
    with pytest.raises(PyojeongError, match=r"tiny\.npz") as refused:
        verify("tiny", (home,))
    assert refused.value.kind == "model-broken"


def test_an_unknown_name_lists_those_there_are(home: Path) -> None:
    with pytest.raises(PyojeongError, match="tiny"):
        find("nothing", (home, SHIPPED))


@pytest.mark.parametrize(
    "change", [{"format": "pyojeong.card/2"}, {"sha256": "short"}, {"file": "../x"}, {"colour": 1}]
)
def test_a_card_that_does_not_fit_is_refused(home: Path, change: dict[str, object]) -> None:
    document = json.loads((home / "tiny.json").read_text("utf-8")) | change
    (home / "tiny.json").write_text(json.dumps(document), "utf-8")
    with pytest.raises(PyojeongError, match="tiny"):
        load_card(home / "tiny.json")


def test_a_file_that_is_no_onnx_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "not.onnx").write_bytes(b"not a model")
    with pytest.raises(PyojeongError, match=r"not\.onnx"):
        open_session(tmp_path / "not.onnx")
    with pytest.raises(PyojeongError, match="missing"):
        open_session(tmp_path / "missing.onnx")
    with pytest.raises(ValueError, match="threads"):
        open_session(tmp_path / "not.onnx", threads=0)
