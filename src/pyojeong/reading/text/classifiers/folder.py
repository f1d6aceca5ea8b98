"""A Hugging Face folder of a sequence classifier, read without running anything of it: JSON, text and ONNX only."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pyojeong.errors import PyojeongError

#: ONNX files in the order they are looked for. Full precision first: what 8 bits cost is not known beforehand.
ONNX_NAMES = (
    "model.onnx",
    "onnx/model.onnx",
    "model_int8.onnx",
    "onnx/model_int8.onnx",
    "model_quantized.onnx",
    "onnx/model_quantized.onnx",
)
TORCH_NAMES = ("model.safetensors", "pytorch_model.bin", "model.safetensors.index.json")
_TOKENIZER, _VOCABULARY = "tokenizer.json", "vocab.txt"
#: Everything else that may count; whatever is not named here is neither downloaded nor copied.
SMALL_NAMES = (
    "config.json",
    _TOKENIZER,
    "tokenizer_config.json",
    "special_tokens_map.json",
    _VOCABULARY,
    "README.md",
    "LICENSE",
    "LICENSE.txt",
    "LICENSE.md",
    "NOTICE",
)
_PIECES_SUFFIX = ".model"
_LARGEST_SMALL_FILE = 64 << 20
#: Position tables of these begin after the padding index (fairseq), so two places of them are no places of words.
_SHIFTED_POSITIONS = frozenset({"roberta", "xlm-roberta", "camembert"})
_USUAL_LONGEST = 512


class Activation(str, Enum):
    """How logits become chances: one label of all, or each label by itself."""

    SOFTMAX = "softmax"
    SIGMOID = "sigmoid"


@dataclass(frozen=True, slots=True)
class ClassifierFolder:
    """What a folder says of its classifier.

    Attributes:
        path: The folder.
        config: ``config.json``.
        tokenizer_config: ``tokenizer_config.json`` over ``special_tokens_map.json``; empty where there is none.
        onnx: The ONNX file, relative to the folder.
        pieces: The file words are cut up by, relative to the folder: ``tokenizer.json``, ``*.model`` or ``vocab.txt``.
    """

    path: Path
    config: Mapping[str, Any]
    tokenizer_config: Mapping[str, Any]
    onnx: str
    pieces: str

    @classmethod
    def opened(cls, path: Path) -> ClassifierFolder:
        """The classifier in ``path``.

        Raises:
            PyojeongError: ``model-folder`` when a part is missing or broken; one sentence says which, and what to do.
        """
        if not path.is_dir():
            raise _refusal(f"{path} 폴더가 없습니다.", f"There is no folder {path}.")
        config = _json(path / "config.json")
        if config is None:
            raise _refusal(f"{path}에 config.json이 없습니다.", f"There is no config.json in {path}.")
        names = [str(file.relative_to(path).as_posix()) for file in (*path.glob("*"), *path.glob("onnx/*"))]
        special = _json(path / "special_tokens_map.json") or {}
        tokenizer_config = {**special, **(_json(path / "tokenizer_config.json") or {})}
        _refuse_headless(config, path)
        return cls(
            path,
            MappingProxyType(config),
            MappingProxyType(tokenizer_config),
            onnx_among(names, called=str(path)),
            pieces_among(names),
        )

    @property
    def label_names(self) -> tuple[str, ...]:
        """The labels in the model's order.

        Raises:
            PyojeongError: When the configuration has none, or its numbers leave gaps.
        """
        named = self.config.get("id2label")
        try:
            by_number = {int(number): str(label) for number, label in dict(named or {}).items()}
        except (TypeError, ValueError):
            by_number = {}
        if not by_number or sorted(by_number) != list(range(len(by_number))):
            raise _refusal(
                "config.json의 id2label에 0부터 이어지는 라벨이 없습니다; 분류 모델의 설정인지 확인해 주세요.",
                "id2label of config.json has no labels numbered from 0; is it the configuration of a classifier?",
            )
        return tuple(by_number[number] for number in range(len(by_number)))

    @property
    def activation(self) -> Activation | None:
        """As ``problem_type`` says, None where it says nothing.

        Raises:
            PyojeongError: For regression, which names no emotion.
        """
        said = self.config.get("problem_type")
        if said == "regression":
            raise _refusal("회귀 모델은 감정을 고르지 못합니다.", "A regression model does not choose among emotions.")
        if said is None:
            return None
        return Activation.SIGMOID if said == "multi_label_classification" else Activation.SOFTMAX

    @property
    def longest(self) -> int:
        """Most pieces of a text the model has places for, its marks included."""
        places = self.config.get("max_position_embeddings")
        if not isinstance(places, int) or places < 8:
            return _USUAL_LONGEST
        shift = 2 if self.config.get("model_type") in _SHIFTED_POSITIONS else 0
        return min(places - shift, _USUAL_LONGEST)

    @property
    def licence(self) -> str | None:
        """What the front matter of ``README.md`` says, None where it says nothing."""
        readme = self.path / "README.md"
        text = _text(readme) if readme.is_file() else ""
        front = re.match(r"---\s*\n(.*?)\n---", text, re.DOTALL)
        found = re.search(r"^license:[ \t]*[\"']?([^\s\"'#\[\]]+)", front.group(1), re.MULTILINE) if front else None
        return found.group(1) if found else None

    def files(self) -> list[str]:
        """Every file that reading needs, and those that tell its licence, relative to the folder."""
        wanted = [name for name in SMALL_NAMES if (self.path / name).is_file()]
        weights = [*_beside(self.path, self.onnx), self.onnx]
        return sorted({*wanted, *weights, self.pieces})


def onnx_among(names: Sequence[str], *, called: str) -> str:
    """Which of the files ``names`` of the model ``called`` so is opened.

    Raises:
        PyojeongError: When there is none; where PyTorch weights are, it says how to convert them.
    """
    others = sorted(name for name in names if re.fullmatch(r"(onnx/)?[^/]+\.onnx", name))
    found = [name for name in ONNX_NAMES if name in names] or others
    if found:
        return found[0]
    if any(name in names for name in TORCH_NAMES):
        raise _refusal(
            f"PyTorch 가중치만 있습니다; 먼저 이렇게 바꿔 주세요: pyojeong-lab export classifier {called} -o OUT",
            f"There are only PyTorch weights; convert them first: pyojeong-lab export classifier {called} -o OUT",
        )
    raise _refusal(f"{called}에 ONNX 파일(model.onnx)이 없습니다.", f"There is no ONNX file (model.onnx) in {called}.")


def pieces_among(names: Sequence[str]) -> str:
    """Which of the files cuts up words: ``tokenizer.json``, else a SentencePiece model, else ``vocab.txt``.

    A SentencePiece model comes before ``vocab.txt``: where both lie together (monologg/kobert) the latter only lists
    the former's pieces.
    """
    models = sorted(name for name in names if name.endswith(_PIECES_SUFFIX) and "/" not in name)
    for found in (_TOKENIZER, *models, _VOCABULARY):
        if found in names:
            return found
    raise _refusal(
        "토크나이저 파일이 없습니다: tokenizer.json, vocab.txt, *.model 가운데 하나가 필요합니다.",
        "There is no tokenizer: tokenizer.json, vocab.txt or *.model is needed.",
    )


def _refuse_headless(config: Mapping[str, Any], path: Path) -> None:
    """A pretrained model without a head for classes answers nothing worth reading."""
    said = config.get("architectures") or []
    if said and not any("ForSequenceClassification" in str(name) for name in said):
        raise _refusal(
            f"{path}는 문장 분류 모델이 아니라 {said[0]}입니다; 감정 분류로 미세조정한 모델이 필요합니다.",
            f"{path} is a {said[0]}, no sequence classifier; a model fine-tuned on emotions is needed.",
        )


def _beside(folder: Path, onnx: str) -> list[str]:
    """Weights kept outside the ONNX file, under the names exporters give them."""
    return [name for name in weights_beside(onnx) if (folder / name).is_file()]


def weights_beside(onnx: str) -> tuple[str, ...]:
    """Names under which exporters keep the large arrays of ``onnx``: of the exporter of torch, and of Optimum."""
    return f"{onnx}.data", f"{onnx}_data"


def _json(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    try:
        document = json.loads(_text(path))
    except (ValueError, RecursionError) as broken:  # the latter where brackets are nested a thousand deep
        raise _refusal(
            f"{path.name}을(를) 읽을 수 없습니다: {broken}.", f"Cannot read {path.name}: {broken}."
        ) from broken
    if not isinstance(document, dict):
        raise _refusal(f"{path.name}은(는) JSON 객체여야 합니다.", f"{path.name} must be a JSON object.")
    return document


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST_SMALL_FILE:
        raise _refusal(f"{path.name}이(가) 너무 큽니다.", f"{path.name} is too large.")
    return path.read_text("utf-8", errors="replace")


def _refusal(korean: str, english: str) -> PyojeongError:
    return PyojeongError(korean, english, kind="model-folder")
