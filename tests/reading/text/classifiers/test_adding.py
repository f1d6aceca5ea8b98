from __future__ import annotations

import json
from pathlib import Path

import onnx
import pytest

from pyojeong.emotion import Emotion
from pyojeong.emotion.taxonomy import KOTE
from pyojeong.errors import PyojeongError
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.classifiers import adding
from pyojeong.reading.text.classifiers.folder import Activation
from pyojeong.reading.text.classifiers.keeper import Manner
from pyojeong.reading.text.classifiers.labels import match_labels
from pyojeong.weights.card import load_card
from pyojeong.weights.store import SHIPPED, Stored, find, is_whole, stored
from tiny_classifiers import EIGHT, Tiny, Tokens, knowing_all


def _kept(folder: Path, home: Path, name: str = "tiny", *, labels: str | None = None) -> Stored:
    candidate = adding.examined(folder, labels=labels)
    return adding.kept(candidate, home, name=name, licence="MIT", source="made here")


@pytest.mark.parametrize("tokens", Tokens)
def test_a_model_is_kept_with_its_card_and_opened_again(tmp_path: Path, tokens: Tokens) -> None:
    home = tmp_path / "models"
    _kept(knowing_all(tokens=tokens).written(tmp_path / "source"), home)
    again = find("tiny", (home, SHIPPED))
    assert is_whole(again) and adding.is_classifier(again)
    assert again.card.measured["exam_80"]["accuracy"] == 1 and again.card.labels["logits"] == EIGHT
    assert sorted(path.name for path in home.iterdir()) == ["tiny", "tiny.json"]
    mood = TextReader(adding.opened_keeper(again)).read_sentence("축하 선물을 받고 기뻐서 소리를 질렀다")
    assert mood.leading is Emotion.JOY and 0.5 < mood.certainty < 1


def test_only_what_reading_needs_is_copied(tmp_path: Path) -> None:
    source = knowing_all().written(tmp_path / "source")
    for name in ("pytorch_model.bin", "modeling_evil.py", "training_args.bin", ".env"):
        (source / name).write_bytes(b"x")
    _kept(source, tmp_path / "models")
    copied = sorted(path.name for path in (tmp_path / "models" / "tiny").iterdir())
    assert copied == ["README.md", "config.json", "model.onnx", "reading.json", "tokenizer.json"]


@pytest.mark.parametrize("part", ["model.onnx", "reading.json", "tokenizer.json", "config.json"])
def test_a_changed_part_is_noticed(tmp_path: Path, part: str) -> None:
    model = _kept(knowing_all().written(tmp_path / "source"), tmp_path / "models")
    with (tmp_path / "models" / "tiny" / part).open("ab") as file:
        file.write(b" ")
    assert not is_whole(model)
    with pytest.raises(PyojeongError, match="pyojeong models remove tiny") as refused:
        adding.opened_keeper(model)
    assert refused.value.kind == "model-broken"


def test_a_permuted_order_is_refused_with_the_words_that_mend_it(tmp_path: Path) -> None:
    source = knowing_all(claimed=sorted(EIGHT)).written(tmp_path / "source")
    with pytest.raises(PyojeongError, match="라벨 순서") as refused:
        adding.examined(source)
    assert refused.value.kind == "labels-permuted"
    words = refused.value.korean.rpartition('--labels "')[2].rstrip('"')
    assert adding.examined(source, labels=words).result.accuracy == 1


def test_unnamed_labels_are_told(tmp_path: Path) -> None:
    source = knowing_all(claimed=[f"LABEL_{n}" for n in range(8)]).written(tmp_path / "source")
    with pytest.raises(PyojeongError, match="--labels"):
        adding.examined(source)
    assert adding.examined(source, labels=",".join(EIGHT)).result.accuracy == 1


def test_multi_label_sets_have_chances_of_their_own_unless_the_model_says_otherwise(tmp_path: Path) -> None:
    silent = {"problem_type": None}
    kote = Tiny(KOTE.labels, {"기뻐서": KOTE.labels.index("기쁨")}, config=silent).written(tmp_path / "kote")
    eight = knowing_all(config=silent).written(tmp_path / "eight")
    assert adding.examined(kote).manner.activation is Activation.SIGMOID
    assert adding.examined(eight).manner.activation is Activation.SOFTMAX


def test_nothing_is_left_when_copying_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    candidate = adding.examined(knowing_all().written(tmp_path / "source"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(adding, "save_card", full)
    with pytest.raises(OSError, match="space"):
        adding.kept(candidate, tmp_path / "models", name="tiny", licence="MIT", source="here")
    assert stored((tmp_path / "models",)) == []
    monkeypatch.undo()
    assert is_whole(adding.kept(candidate, tmp_path / "models", name="tiny", licence="MIT", source="here"))
    assert sorted(path.name for path in (tmp_path / "models").iterdir()) == ["tiny", "tiny.json"]


def test_arrays_beside_the_graph_come_along_under_the_usual_name_only(tmp_path: Path) -> None:
    source = knowing_all().written(tmp_path / "source")
    graph = onnx.load(source / "model.onnx")
    beside = {"save_as_external_data": True, "size_threshold": 1024}
    onnx.save(graph, source / "model.onnx", location="model.onnx.data", **beside)
    assert (tmp_path / "source" / "model.onnx.data").is_file()
    kept = _kept(source, tmp_path / "models", "usual")
    assert adding.opened_keeper(kept).moods(["기뻐서"])[0].leading is Emotion.JOY
    onnx.save(onnx.load(source / "model.onnx"), source / "model.onnx", location="weights.bin", **beside)
    with pytest.raises(PyojeongError, match=r"model\.onnx\.data"):
        _kept(source, tmp_path / "models", "odd")
    assert sorted(path.name for path in (tmp_path / "models").iterdir()) == ["usual", "usual.json"]


def test_a_removed_model_is_gone_and_others_stay(tmp_path: Path) -> None:
    source = knowing_all().written(tmp_path / "source")
    one, _ = (_kept(source, tmp_path / "models", name) for name in ("one", "two"))
    adding.removed(one, tmp_path / "models")
    assert sorted(path.name for path in (tmp_path / "models").iterdir()) == ["two", "two.json"]
    with pytest.raises(PyojeongError, match="지울 수 없습니다"):
        adding.removed(find("text-ko"), tmp_path / "models")


@pytest.mark.parametrize("name", ["", ".hidden", "a/b", "..", "a b", "x" * 65, "TEXT-KO", "tiny\n"])
def test_names_that_lead_elsewhere_or_are_taken_are_refused(name: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        adding.check_name(name, {"text-ko": find("text-ko")})
    assert refused.value.kind == "model-name"


def test_what_reads_no_text_is_not_opened() -> None:
    with pytest.raises(PyojeongError, match="글을 읽는 모델이 아닙니다"):
        adding.opened_keeper(find("face-coefficients"))


@pytest.mark.parametrize("file", ["../x.onnx", "/x.onnx", "a/../x.onnx", "a//x.onnx", "C:\\x.onnx", ""])
def test_a_card_never_points_out_of_its_folder(tmp_path: Path, file: str) -> None:
    _kept(knowing_all().written(tmp_path / "source"), tmp_path / "models")
    path = tmp_path / "models" / "tiny.json"
    document = json.loads(path.read_text("utf-8"))
    for spoiled in ({"file": file}, {"parts": {file: "0" * 64}}, {"parts": {"a": "short"}}):
        path.write_text(json.dumps(document | spoiled), "utf-8")
        with pytest.raises(PyojeongError, match=r"tiny\.json"):
            load_card(path)


def test_the_manner_survives_its_file() -> None:
    manner = Manner(match_labels(KOTE.labels), Activation.SIGMOID, 1.7)
    assert adding.manner_of_json(json.loads(json.dumps(adding.manner_json(manner)))) == manner


@pytest.mark.parametrize("change", [{"format": "x"}, {"emotions": ["joy"]}, {"temperature": "hot"}, {"activation": 1}])
def test_a_manner_that_does_not_fit_is_refused(change: dict[str, object]) -> None:
    document = adding.manner_json(Manner(match_labels(EIGHT), Activation.SOFTMAX)) | change
    with pytest.raises(PyojeongError, match=r"reading\.json"):
        adding.manner_of_json(document)
