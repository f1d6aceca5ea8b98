from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.network import ClassifierNetwork
from tiny_classifiers import EIGHT, ENOUGH, Tiny

A, B = 5, 6
WORDS = {"가": 0, "나": 1}


def _network(folder: Path, **changed: Any) -> ClassifierNetwork:
    path = Tiny(EIGHT, WORDS, **changed).written(folder) / "model.onnx"
    return ClassifierNetwork(path, labels=len(EIGHT), padding=A)  # padding that would speak were it not masked


def test_rows_of_any_length_come_back_in_their_order_without_their_padding(tmp_path: Path) -> None:
    rows = [[A] * n + [B] * (n % 3) for n in (1, 60, 2, 33, 1, 7)] * 20
    logits = _network(tmp_path).logits(rows)
    assert logits[:, 0].tolist() == [ENOUGH * row.count(A) for row in rows]
    assert logits[:, 1].tolist() == [ENOUGH * row.count(B) for row in rows]


def test_only_the_inputs_that_are_asked_for_are_given(tmp_path: Path) -> None:
    every = ("input_ids", "attention_mask", "token_type_ids", "position_ids")
    assert _network(tmp_path, inputs=every).logits([[A, B]]).argmax() == 0


@pytest.mark.parametrize("shape", [("sentences", 16), (1, "pieces"), (1, 16)])
def test_fixed_shapes_are_filled_up(tmp_path: Path, shape: tuple[str | int, str | int]) -> None:
    logits = _network(tmp_path, shape=shape).logits([[A], [B, B], [A] * 16])
    assert logits[:, :2].tolist() == [[ENOUGH, 0], [0, 2 * ENOUGH], [16 * ENOUGH, 0]]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"inputs": ("input_ids", "attention_mask", "pixel_values")}, "pixel_values"),
        ({"shape": (4, "pieces")}, "4문장씩만"),
        ({"labels": EIGHT[:3]}, "라벨 8개"),
    ],
)
def test_what_is_no_text_classifier_is_refused_in_a_sentence(
    tmp_path: Path, changed: dict[str, Any], said: str
) -> None:
    tiny = Tiny(**{"labels": EIGHT, "speaks": WORDS, **changed})
    path = tiny.written(tmp_path) / "model.onnx"
    with pytest.raises(PyojeongError, match=said) as refused:
        ClassifierNetwork(path, labels=len(EIGHT), padding=0).logits([[A]])
    assert refused.value.kind == "model-inputs"


def test_pieces_the_model_does_not_have_are_told_as_a_wrong_tokenizer(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="토크나이저와 모델이 짝이"):
        _network(tmp_path).logits([[9999]])


def test_an_output_of_another_name_is_found_by_its_width(tmp_path: Path) -> None:
    assert np.isfinite(_network(tmp_path, output="scores").logits([[A]])).all()
