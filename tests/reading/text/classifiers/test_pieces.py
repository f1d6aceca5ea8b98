from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.folder import ClassifierFolder
from pyojeong.reading.text.classifiers.pieces import cutter_of
from tiny_classifiers import EIGHT, Tiny, Tokens

WORDS = {"너무": 0, "기뻐": 0, "슬퍼": 1, "1": 2, ",": 2, "café": 3, "cafe": 3}


def _written(folder: Path, tokens: Tokens, **config: Any) -> ClassifierFolder:
    return ClassifierFolder.opened(Tiny(EIGHT, WORDS, tokens=tokens, config=config).written(folder))


@pytest.mark.parametrize("tokens", Tokens)
def test_every_kind_puts_its_marks_around_known_pieces(tmp_path: Path, tokens: Tokens) -> None:
    cutter = cutter_of(_written(tmp_path, tokens))
    glad, sad, nothing = cutter.numbers(["너무 기뻐", "너무 슬퍼", ""])
    assert len(glad) == len(sad) == 4 and len(nothing) == 2
    assert glad[:2] == sad[:2] and glad[2] != sad[2] and glad[3] == sad[3] == nothing[1]
    assert cutter.padding == (1 if tokens is Tokens.PIECES else 0)


@pytest.mark.parametrize("tokens", Tokens)
def test_long_texts_end_with_the_mark_and_odd_ones_are_taken(tmp_path: Path, tokens: Tokens) -> None:
    cutter = cutter_of(_written(tmp_path, tokens))
    long, odd = cutter.numbers(["너무 " * 500, "\ud800 \x00 🎉 ​ 너무"])
    assert len(long) == 64 and long[-1] == odd[-1]
    assert long[1] in odd


def test_a_vocabulary_of_syllables_is_not_taken_apart_by_lower_casing(tmp_path: Path) -> None:
    folder = _written(tmp_path, Tokens.VOCABULARY)
    glad = cutter_of(folder).numbers(["기뻐"])[0]
    (tmp_path / "tokenizer_config.json").write_text('{"do_lower_case": true}', "utf-8")
    assert cutter_of(ClassifierFolder.opened(tmp_path)).numbers(["기뻐"])[0] != glad


def test_special_tokens_may_have_other_names(tmp_path: Path) -> None:
    _written(tmp_path, Tokens.VOCABULARY)
    renamed = (tmp_path / "vocab.txt").read_text("utf-8").replace("[CLS]", "<s>")
    (tmp_path / "vocab.txt").write_text(renamed, "utf-8")
    with pytest.raises(PyojeongError, match="CLS"):
        cutter_of(ClassifierFolder.opened(tmp_path))
    (tmp_path / "special_tokens_map.json").write_text(json.dumps({"cls_token": {"content": "<s>"}}), "utf-8")
    assert cutter_of(ClassifierFolder.opened(tmp_path)).numbers(["기뻐"])[0][0] == 2


def test_a_line_separator_is_a_piece_and_no_new_line(tmp_path: Path) -> None:
    folder = _written(tmp_path, Tokens.VOCABULARY)
    before = cutter_of(folder).numbers(["슬퍼"])[0][1]
    pieces = (tmp_path / "vocab.txt").read_text("utf-8").split("\n")
    pieces.insert(5, "\u2028")
    (tmp_path / "vocab.txt").write_text("\n".join(pieces), "utf-8", newline="\n")
    assert cutter_of(folder).numbers(["슬퍼"])[0][1] == before + 1


def test_sentencepiece_as_kobert_was_taught(tmp_path: Path) -> None:
    cutter = cutter_of(_written(tmp_path, Tokens.PIECES))
    assert cutter.numbers(["  너무\n 기뻐 "]) == cutter.numbers(["너무 기뻐"])
    assert cutter.numbers(["너무 café"]) == cutter.numbers(["너무 cafe"])  # accents go unless keep_accents
    (tmp_path / "tokenizer_config.json").write_text('{"keep_accents": true}', "utf-8")
    keeping = cutter_of(ClassifierFolder.opened(tmp_path))
    assert keeping.numbers(["너무 café"]) != keeping.numbers(["너무 cafe"])


def test_numbers_of_a_list_beside_the_pieces_count(tmp_path: Path) -> None:
    _written(tmp_path, Tokens.PIECES)
    pieces = ["[UNK]", "[PAD]", "[CLS]", "[SEP]", "[MASK]", "unused", "▁슬퍼", "▁기뻐", "▁너무"]
    (tmp_path / "vocab.txt").write_text("\n".join(pieces), "utf-8")
    assert cutter_of(ClassifierFolder.opened(tmp_path)).numbers(["너무 기뻐"]) == [[2, 8, 7, 3]]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match=r"xlm-roberta.*tokenizer\.json"):
        cutter_of(_written(tmp_path / "a", Tokens.PIECES, model_type="xlm-roberta"))
    for tokens in Tokens:
        folder = _written(tmp_path / tokens.name, tokens)
        (folder.path / tokens.value).write_bytes(b"nonsense")
        with pytest.raises(PyojeongError, match=tokens.value.replace(".", r"\.")) as refused:
            cutter_of(folder)
        assert refused.value.kind == "model-folder"
    (folder.path / "spiece.model").unlink()
    (folder.path / "vocab.txt").write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n▁너무\n", "utf-8")
    with pytest.raises(PyojeongError, match="SentencePiece"):
        cutter_of(ClassifierFolder.opened(folder.path))
