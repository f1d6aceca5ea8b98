from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.folder import Activation, ClassifierFolder, onnx_among, pieces_among
from pyojeong.reading.text.classifiers.licences import UNKNOWN, spdx_of
from tiny_classifiers import EIGHT, Tiny


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Tiny(EIGHT, {"기뻐": 0}).written(tmp_path / "model")


def _changed(folder: Path, **values: object) -> ClassifierFolder:
    config = json.loads((folder / "config.json").read_text("utf-8")) | values
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    return ClassifierFolder.opened(folder)


def test_a_whole_folder_says_what_it_holds(folder: Path) -> None:
    opened = ClassifierFolder.opened(folder)
    assert (opened.onnx, opened.pieces, opened.licence) == ("model.onnx", "tokenizer.json", "mit")
    assert (opened.label_names, opened.activation, opened.longest) == (EIGHT, Activation.SOFTMAX, 64)


def _remove(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def _write(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, "utf-8")


def _only_torch(folder: Path) -> None:
    (folder / "model.onnx").rename(folder / "pytorch_model.bin")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_remove("config.json"), "config.json이 없습니다"),
        (_remove("model.onnx"), "ONNX 파일"),
        (_only_torch, "pyojeong-lab export classifier"),
        (_remove("tokenizer.json"), "tokenizer.json, vocab.txt"),
        (_write("config.json", "{"), "config.json을"),
        (_write("config.json", "[]"), "JSON 객체"),
        (_write("config.json", "[" * 100_000), "config.json을"),
        (_write("config.json", '{"architectures": ["BertModel"]}'), "BertModel"),
        (_write("tokenizer_config.json", "nonsense"), "tokenizer_config.json"),
    ],
)
def test_each_missing_or_broken_part_is_said_in_one_sentence(
    folder: Path, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(folder)
    with pytest.raises(PyojeongError, match=said) as refused:
        ClassifierFolder.opened(folder)
    assert refused.value.kind == "model-folder"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="폴더가 없습니다"):
        ClassifierFolder.opened(tmp_path / "nowhere")


@pytest.mark.parametrize("labels", [None, {}, {"0": "기쁨", "2": "슬픔"}, {"a": "기쁨"}, [["x"]]])
def test_labels_that_leave_gaps_are_refused(folder: Path, labels: object) -> None:
    with pytest.raises(PyojeongError, match="id2label"):
        _ = _changed(folder, id2label=labels).label_names


def test_labels_stand_by_number_not_as_written(folder: Path) -> None:
    labels = {str(n): f"e{n}" for n in reversed(range(12))}
    assert _changed(folder, id2label=labels).label_names == tuple(f"e{n}" for n in range(12))


def test_how_logits_become_chances(folder: Path) -> None:
    assert _changed(folder, problem_type="multi_label_classification").activation is Activation.SIGMOID
    assert _changed(folder, problem_type=None).activation is None
    with pytest.raises(PyojeongError, match="회귀"):
        _ = _changed(folder, problem_type="regression").activation


def test_roberta_has_two_places_less_than_it_says(folder: Path) -> None:
    assert _changed(folder, model_type="roberta", max_position_embeddings=514).longest == 512
    assert _changed(folder, model_type="roberta", max_position_embeddings=130).longest == 128
    assert _changed(folder, model_type="bert", max_position_embeddings=None).longest == 512


def test_full_precision_comes_first_and_anything_else_is_found() -> None:
    both = ["onnx/model_quantized.onnx", "onnx/model.onnx", "onnx/model_fp16.onnx"]
    assert onnx_among(both, called="m") == "onnx/model.onnx"
    assert onnx_among(["onnx/model_q4.onnx"], called="m") == "onnx/model_q4.onnx"
    with pytest.raises(PyojeongError):
        onnx_among(["deep/down/model.onnx"], called="m")


def test_pieces_of_sentencepiece_come_before_their_list() -> None:
    assert pieces_among(["vocab.txt", "tokenizer_78b3253a26.model"]) == "tokenizer_78b3253a26.model"
    assert pieces_among(["vocab.txt", "spiece.model", "tokenizer.json"]) == "tokenizer.json"


@pytest.mark.parametrize(
    ("front", "licence"),
    [
        ("---\nlicense: cc-by-nc-sa-4.0\n---\n", "CC-BY-NC-SA-4.0"),
        ('---\ntags:\n- a\nlicense: "apache-2.0"\n---\nx', "Apache-2.0"),
        ("---\nlicense: other\n---\n", UNKNOWN),
        ("# license: mit\n", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_the_licence_is_that_of_the_front_matter(folder: Path, front: str, licence: str) -> None:
    (folder / "README.md").write_text(front, "utf-8")
    assert spdx_of(ClassifierFolder.opened(folder).licence) == licence
