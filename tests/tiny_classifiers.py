"""Tiny classifiers made on the spot: Hugging Face folders whose ONNX graph adds up a row of numbers a word piece."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

from pyojeong.reading.text.classifiers.exam import questions

EIGHT = ("기쁨", "슬픔", "분노", "불안", "당황", "놀람", "혐오", "중립")
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
ENOUGH = 6.0
"""How strongly a known piece speaks for its label."""


class Tokens(str, Enum):
    """The kinds of tokenizer files."""

    JSON = "tokenizer.json"
    VOCABULARY = "vocab.txt"
    PIECES = "spiece.model"


def words_of_exam() -> dict[str, str]:
    """Word of the exam → Korean name of the one emotion whose sentences hold it; words of several are left out."""
    told: dict[str, set[str]] = {}
    for emotion, text in questions():
        for word in text.split():
            told.setdefault(word, set()).add(emotion.korean)
    return {word: emotions.pop() for word, emotions in told.items() if len(emotions) == 1}


@dataclass(frozen=True)
class Tiny:
    """What to make.

    Attributes:
        labels: Names in the configuration, in its order.
        speaks: Word → the label it speaks for, by place.
        tokens: Kind of tokenizer.
        config: Laid over the configuration; None takes a key away.
        inputs: Names the graph asks for.
        shape: Of the inputs; strings are free.
        outputs: Name of the output.
    """

    labels: Sequence[str]
    speaks: Mapping[str, int]
    tokens: Tokens = Tokens.JSON
    config: Mapping[str, Any] = field(default_factory=dict)
    inputs: Sequence[str] = ("input_ids", "attention_mask")
    shape: Sequence[str | int] = ("sentences", "pieces")
    output: str = "logits"

    def written(self, folder: Path) -> Path:
        """The Hugging Face folder."""
        folder.mkdir(parents=True, exist_ok=True)
        numbers = _TOKENIZERS[self.tokens](folder, sorted(self.speaks))
        rows = np.zeros((max(numbers.values()) + 1, len(self.labels)), np.float32)
        for word, label in self.speaks.items():
            rows[numbers[word], label] = ENOUGH
        save(_graph(rows, self.inputs, list(self.shape), self.output), folder / "model.onnx")
        usual = {
            "architectures": ["BertForSequenceClassification"],
            "model_type": "bert",
            "id2label": {str(n): name for n, name in enumerate(self.labels)},
            "problem_type": "single_label_classification",
            "max_position_embeddings": 64,
            "pad_token_id": numbers["[PAD]"],
        }
        config = {key: value for key, value in {**usual, **self.config}.items() if value is not None}
        (folder / "config.json").write_text(json.dumps(config, ensure_ascii=False), "utf-8")
        (folder / "README.md").write_text("---\nlanguage: ko\nlicense: mit\n---\n# tiny\n", "utf-8")
        return folder


def knowing_all(labels: Sequence[str] = EIGHT, *, claimed: Sequence[str] | None = None, **changed: Any) -> Tiny:
    """A classifier that answers the exam well; ``claimed`` are the labels it says it has, in another order perhaps."""
    speaks = {word: labels.index(emotion) for word, emotion in words_of_exam().items() if emotion in labels}
    return Tiny(claimed or labels, speaks, **changed)


def _graph(rows: np.ndarray, inputs: Sequence[str], shape: list[str | int], output: str) -> Any:
    """Sum over the pieces that the mask lets through of each piece's row."""
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in inputs]
    nodes = [
        helper.make_node("Gather", ["rows", "input_ids"], ["gathered"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
        helper.make_node("Mul", ["gathered", "wide"], ["seen"]),
        helper.make_node("ReduceSum", ["seen", "middle"], [output], keepdims=0),
    ]
    kept = [
        numpy_helper.from_array(rows, "rows"),
        numpy_helper.from_array(np.array([2], np.int64), "last"),
        numpy_helper.from_array(np.array([1], np.int64), "middle"),
    ]
    answer = helper.make_tensor_value_info(output, TensorProto.FLOAT, [shape[0], rows.shape[1]])
    graph = helper.make_graph(nodes, "tiny", given, [answer], kept)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _json_tokenizer(folder: Path, words: Sequence[str]) -> dict[str, int]:
    """Words apart at spaces; ``[CLS]`` before and ``[SEP]`` after."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    numbers = {piece: n for n, piece in enumerate([*MARKS, *words])}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", numbers["[SEP]"]), ("[CLS]", numbers["[CLS]"]))
    tokenizer.enable_padding(length=128)  # as files of the hub often have it
    tokenizer.save(str(folder / "tokenizer.json"))
    return numbers


def _vocabulary(folder: Path, words: Sequence[str]) -> dict[str, int]:
    pieces = [*MARKS, *words]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    return {piece: n for n, piece in enumerate(pieces)}


def _sentence_pieces(folder: Path, words: Sequence[str]) -> dict[str, int]:
    """A SentencePiece model laid out as KoBERT's: [UNK] 0, [PAD] 1, [CLS] 2, [SEP] 3, [MASK] 4, then pieces."""
    from sentencepiece import SentencePieceProcessor, SentencePieceTrainer

    SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(words)] * 2),
        model_prefix=str(folder / "spiece"),
        model_type="word",
        vocab_size=len(words) + 5,
        hard_vocab_limit=False,
        unk_id=0,
        pad_id=1,
        bos_id=-1,
        eos_id=-1,
        unk_piece="[UNK]",
        pad_piece="[PAD]",
        control_symbols=["[CLS]", "[SEP]", "[MASK]"],
        max_sentence_length=1 << 20,
        minloglevel=2,
    )
    (folder / "spiece.vocab").unlink()
    model = SentencePieceProcessor(model_file=str(folder / "spiece.model"))
    numbers = {model.id_to_piece(n).removeprefix("▁"): n for n in range(len(model))}
    return {**numbers, **{word: numbers.get(word, 0) for word in words}}


_TOKENIZERS = {Tokens.JSON: _json_tokenizer, Tokens.VOCABULARY: _vocabulary, Tokens.PIECES: _sentence_pieces}
