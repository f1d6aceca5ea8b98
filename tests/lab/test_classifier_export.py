"""Tiny random ELECTRA, BERT and RoBERTa from transformers, exported, added and read as a person would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.classifiers import adding
from tiny_classifiers import EIGHT, MARKS, words_of_exam

pytestmark = pytest.mark.lab
torch = pytest.importorskip("torch", reason="needs the lab extra")
transformers = pytest.importorskip("transformers", reason="needs the lab extra")

SMALL = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
WORDS = [*MARKS, *sorted(words_of_exam())]
NAMES = dict(enumerate(EIGHT))


def _random(kind: str, **changed: Any) -> Any:
    """A random classifier whose head is loud enough for its answers to differ from sentence to sentence."""
    torch.manual_seed(3)
    config = getattr(transformers, f"{kind}Config")(vocab_size=len(WORDS), id2label=NAMES, **{**SMALL, **changed})
    model = getattr(transformers, f"{kind}ForSequenceClassification")(config).eval()
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if weights.dim() > 1:
                weights.normal_(0, 0.5 if "embeddings" in name else 0.25)
    return model


def _source(folder: Path, model: Any) -> Path:
    model.save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", "utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false}', "utf-8")
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("Electra", {"embedding_size": 16, "max_position_embeddings": 64}),
        ("Bert", {"max_position_embeddings": 64}),
        ("Roberta", {"max_position_embeddings": 66, "pad_token_id": 0, "type_vocab_size": 1}),
    ],
)
def test_what_transformers_made_is_exported_added_and_read(tmp_path: Path, kind: str, changed: dict[str, Any]) -> None:
    from pyojeong.lab.classifier_export import export_classifier

    model = _random(kind, **changed)
    exported = export_classifier(str(_source(tmp_path / "torch", model)), tmp_path / "out" / "onnx")
    assert exported.difference < 1e-3 and exported.bits in (8, 32) and exported.agreement > 0.5
    assert sorted(p.name for p in exported.folder.iterdir()) == [
        "README.md",
        "config.json",
        "model.onnx",
        "tokenizer_config.json",
        "vocab.txt",
    ]
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["onnx"]
    stored = adding.kept(
        adding.examined(exported.folder), tmp_path / "models", name="tiny", licence="Apache-2.0", source="here"
    )
    keeper = adding.opened_keeper(stored)
    sentences = ["너무 행복했어 정말", "눈물이 났다 " * 40, "ㅋㅋ"]
    assert _same_answers(model, keeper, sentences) >= 2
    score = TextReader(keeper).read(
        "선물 상자를 여는 순간 입꼬리가 저절로 올라갔다.\n아무도 내 생일을 기억하지 못해서 서럽고 외로웠어."
    )
    assert len(score.beats) == 2 and all(beat.mood.evidence for beat in score.beats)


def _same_answers(model: Any, keeper: Any, sentences: list[str]) -> int:
    """In how many sentences torch, given the product's pieces, has the same leading label as the product."""
    rows = keeper._cutter.numbers(sentences)
    with torch.inference_mode():
        torchs = [int(model(input_ids=torch.tensor([row])).logits.argmax()) for row in rows]
    return int((keeper.chances(sentences).argmax(axis=1) == np.array(torchs)).sum())


def test_the_pieces_are_those_of_transformers(tmp_path: Path) -> None:
    from pyojeong.reading.text.classifiers.folder import ClassifierFolder
    from pyojeong.reading.text.classifiers.pieces import cutter_of

    source = _source(tmp_path, _random("Bert", max_position_embeddings=64))
    (source / "model.onnx").write_bytes(b"")
    ours = cutter_of(ClassifierFolder.opened(source))
    theirs = transformers.BertTokenizer.from_pretrained(str(source))
    sentences = ["아무도 내 생일을 기억하지 못해서, 서럽고 외로웠어!", "", "GOOD 漢字 123 너무"]
    assert ours.numbers(sentences) == [theirs(sentence)["input_ids"] for sentence in sentences]


def test_what_is_no_classifier_or_in_the_way_is_refused(tmp_path: Path) -> None:
    from pyojeong.lab.classifier_export import export_classifier

    (tmp_path / "empty").mkdir()
    with pytest.raises(PyojeongError, match="분류 모델로 열 수 없습니다"):
        export_classifier(str(tmp_path / "empty"), tmp_path / "out")
    with pytest.raises(PyojeongError, match="이미 있습니다"):
        export_classifier(str(tmp_path / "empty"), tmp_path / "empty")
    assert [p.name for p in tmp_path.iterdir()] == ["empty"]


def test_code_of_the_folder_is_never_run(tmp_path: Path) -> None:
    from pyojeong.lab.classifier_export import export_classifier

    source = _source(tmp_path / "evil", _random("Bert", max_position_embeddings=64))
    config = json.loads((source / "config.json").read_text("utf-8"))
    config |= {
        "model_type": "evil",
        "auto_map": {"AutoConfig": "evil.C", "AutoModelForSequenceClassification": "evil.M"},
    }
    (source / "config.json").write_text(json.dumps(config), "utf-8")
    (source / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')", "utf-8")
    with pytest.raises(PyojeongError):
        export_classifier(str(source), tmp_path / "out")
    assert not (tmp_path / "ran").exists()
