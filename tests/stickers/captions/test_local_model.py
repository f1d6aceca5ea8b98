"""A tiny causal model made here continues a list of captions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.errors import PyojeongError
from pyojeong.stickers.captions import CaptionBank, Voice, write_captions
from pyojeong.stickers.captions.local_model import LocalWriter

onnx = pytest.importorskip("onnx")
tokenizers = pytest.importorskip("tokenizers")

BANK = CaptionBank.shipped()
GLAD = Mood.of(Emotion.JOY)
PIECES = ("[UNK]", "-", "달빛", "야호", "병신", "go", "</s>")


def made(folder: Path, follows: Mapping[str, str], *, names: tuple[str, ...] = ("input_ids", "attention_mask")) -> Path:
    """A model whose next piece depends on the last one alone: ``follows`` says which."""
    folder.mkdir()
    number = {piece: at for at, piece in enumerate(PIECES)}
    rows = np.zeros((len(PIECES), len(PIECES)), np.float32)
    for piece, after in follows.items():
        rows[number[piece], number[after]] = 50.0
    helper = onnx.helper
    kind = onnx.TensorProto
    inputs = [helper.make_tensor_value_info(name, kind.INT64, ["rows", "places"]) for name in names]
    output = helper.make_tensor_value_info("logits", kind.FLOAT, ["rows", "places", len(PIECES)])
    node = helper.make_node("Gather", ["table", names[0]], ["logits"], axis=0)
    graph = helper.make_graph([node], "tiny", inputs, [output], [onnx.numpy_helper.from_array(rows, "table")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, folder / "model.onnx")
    tokens = tokenizers.Tokenizer(tokenizers.models.WordLevel(number, unk_token="[UNK]"))
    tokens.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokens.add_special_tokens(["</s>", "[UNK]"])
    tokens.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"eos_token_id": number["</s>"]}), "utf-8")
    return folder


def write(folder: Path) -> tuple[str, ...]:
    return LocalWriter(folder, BANK).write("오늘 퇴근", GLAD, Voice.BANMAL, 2)


def test_what_the_model_continues_with_is_the_caption(tmp_path: Path) -> None:
    folder = made(tmp_path / "tiny", {"-": "달빛", "달빛": "야호", "야호": "</s>"})
    assert write(folder) == ("달빛 야호",)
    written = write_captions(LocalWriter(folder, BANK), BANK, "오늘 퇴근", GLAD, voice=Voice.BANMAL, count=2)
    assert (written.by, written.instead_of) == ("tiny", None)


def test_the_same_request_gives_the_same_lines(tmp_path: Path) -> None:
    folder = made(tmp_path / "tiny", {"달빛": "</s>", "야호": "</s>"})
    assert write(folder) == write(folder)


@pytest.mark.parametrize("word", ["병신", "go"])
def test_what_may_not_stand_on_a_sticker_does_not(tmp_path: Path, word: str) -> None:
    folder = made(tmp_path / "tiny", {"-": word, word: "</s>"})
    written = write_captions(LocalWriter(folder, BANK), BANK, "오늘 퇴근", GLAD, voice=Voice.BANMAL, count=2)
    assert written.instead_of is not None and "tiny" in written.instead_of.korean and len(written.lines) == 2


def test_a_model_that_never_ends_is_stopped(tmp_path: Path) -> None:
    folder = made(tmp_path / "tiny", {"-": "야호", "야호": "야호"})
    with pytest.raises(PyojeongError, match="쓸 만한 글귀"):
        write(folder)


def test_a_model_of_another_kind_is_told(tmp_path: Path) -> None:
    folder = made(tmp_path / "tiny", {"-": "야호"}, names=("input_ids", "past_key_values"))
    with pytest.raises(PyojeongError, match="past_key_values"):
        write(folder)


@pytest.mark.parametrize(("part", "kind"), [("model.onnx", "model-broken"), ("tokenizer.json", "model-folder")])
def test_a_broken_part_is_told(tmp_path: Path, part: str, kind: str) -> None:
    folder = made(tmp_path / "tiny", {"-": "야호"})
    (folder / part).write_bytes(b"x")
    with pytest.raises(PyojeongError) as refused:
        write(folder)
    assert refused.value.kind == kind


def test_a_missing_folder_is_told_and_the_bank_answers(tmp_path: Path) -> None:
    written = write_captions(LocalWriter(tmp_path / "none", BANK), BANK, "퇴근", GLAD, voice=Voice.BANMAL, count=2)
    assert written.instead_of is not None and len(written.lines) == 2
