"""A Hugging Face classifier with PyTorch weights becomes a folder the product reads: ONNX, 8 bits where that is fair.

Weights are loaded by transformers without remote code, and by torch without running what a pickle asks for.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.exam import questions
from pyojeong.reading.text.classifiers.folder import SMALL_NAMES, ClassifierFolder, pieces_among
from pyojeong.reading.text.classifiers.network import ClassifierNetwork
from pyojeong.reading.text.classifiers.pieces import cutter_of

Floats = NDArray[np.float32]
ONNX = "model.onnx"
#: Largest difference between 32-bit logits of torch and of ONNX, as a share of the largest: sums differ in order only.
_SAME_WITHIN = 1e-3
#: 8 bits are kept when this share of the exam's sentences keeps its leading label; else full precision is.
_FAIR_AGREEMENT = 0.95
_OPSET = 17
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        folder: Where.
        bits: 8 or 32: the weights of the matrices.
        difference: Largest difference of a logit in 32 bits from torch.
        agreement: Share of the exam's sentences whose leading label is the same in 8 bits.
        megabytes: Size of the ONNX file.
    """

    folder: Path
    bits: int
    difference: float
    agreement: float
    megabytes: float

    def __str__(self) -> str:
        """One line for the person who exported it."""
        kept = "8비트로 줄였고" if self.bits == 8 else "8비트가 원래와 달라 32비트로 두었고"
        return (
            f"{self.folder}: {self.megabytes:.1f} MB, {kept}(첫 라벨이 같은 문장 {self.agreement:.0%}), "
            f"torch와의 차이 {self.difference:.1e}. 이제: pyojeong models add {self.folder}"
        )


def export_classifier(source: str, out: Path) -> Exported:
    """The classifier at ``source``, a folder or a hub id, as a folder ``out`` that `pyojeong models add` takes.

    Raises:
        PyojeongError: When ``out`` is there already, the source is no classifier, or ONNX does not say what torch says.
    """
    if out.exists():
        raise PyojeongError(
            f"{out}이(가) 이미 있습니다; 다른 곳을 적어 주세요.",
            f"{out} is there already; choose another place.",
            kind="exists",
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".export-") as beside:
        written = Path(beside) / "model"
        model = _opened(source, written)
        whole = _as_onnx(model, written / ONNX)
        folder = ClassifierFolder.opened(written)
        rows = cutter_of(folder).numbers([text for _, text in questions()])
        by_torch, by_onnx = _torch_logits(model, rows), _onnx_logits(folder, rows)
        difference = float(np.abs(by_torch - by_onnx).max())
        if difference > _SAME_WITHIN * float(np.abs(by_torch).max()):
            raise PyojeongError(
                f"ONNX와 torch의 답이 다릅니다(차이 {difference:.2g}); 이 모델은 내보낼 수 없습니다.",
                f"ONNX and torch differ by {difference:.2g}; this model cannot be exported.",
                kind="export",
            )
        agreement, bits = _quantised(whole, folder, rows, by_torch)
        size = whole.stat().st_size / 1e6
        written.rename(out)
    return Exported(out, bits, difference, agreement, size)


def _opened(source: str, written: Path) -> Any:
    """The model, its configuration and small files saved to ``written``.

    Raises:
        PyojeongError: When transformers cannot open it.
    """
    from transformers import AutoConfig, AutoModelForSequenceClassification

    folder = _source_folder(source)
    try:
        config = AutoConfig.from_pretrained(folder, trust_remote_code=False)
        model = AutoModelForSequenceClassification.from_pretrained(
            folder, config=config, trust_remote_code=False, attn_implementation="eager", dtype=torch.float32
        )
    except (OSError, ValueError, KeyError) as broken:
        said = " ".join(str(broken).split())[:300]
        raise PyojeongError(
            f"{source}을(를) 분류 모델로 열 수 없습니다: {said}",
            f"{source} does not open as a classifier: {said}",
            kind="model-folder",
        ) from broken
    written.mkdir()
    names = [file.name for file in folder.iterdir()]
    pieces = pieces_among(names)
    for name in {*SMALL_NAMES, pieces} & set(names):
        shutil.copyfile(folder / name, written / name)
    return model.eval()


def _source_folder(source: str) -> Path:
    """The local folder, else what the hub has: weights and small files, no code."""
    if Path(source).is_dir():
        return Path(source)
    from huggingface_hub import snapshot_download

    patterns = [*SMALL_NAMES, "*.model", "*.safetensors", "*.safetensors.index.json", "pytorch_model.bin"]
    return Path(snapshot_download(source, allow_patterns=patterns))


class _Logits(nn.Module):
    """A model that takes its inputs by place and gives logits alone."""

    def __init__(self, model: Any, names: list[str]) -> None:
        super().__init__()
        self.model = model
        self.names = names

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        """The logits (sentences × labels)."""
        logits: torch.Tensor = self.model(**dict(zip(self.names, inputs, strict=True)), return_dict=True).logits
        return logits


def _as_onnx(model: Any, path: Path) -> Path:
    """``path`` with the model in 32 bits; sentences and pieces may be any number."""
    names = ["input_ids", "attention_mask"]
    example = torch.ones(2, 12, dtype=torch.long)
    axes = {name: {0: "sentences", 1: "pieces"} for name in names}
    # What tracing warns of, fixed branches and indices, would show as a difference from torch: lengths vary there.
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Logits(model, names).eval(),
            (example, example),
            str(path),
            input_names=names,
            output_names=["logits"],
            dynamic_axes={**axes, "logits": {0: "sentences"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    return path


def _torch_logits(model: Any, rows: list[list[int]]) -> Floats:
    """One sentence at a time, so that no padding can hide a difference."""
    with torch.inference_mode():
        found = [model(input_ids=torch.tensor([row])).logits[0].numpy() for row in rows]
    return np.asarray(found, np.float32)


def _onnx_logits(folder: ClassifierFolder, rows: list[list[int]]) -> Floats:
    labels, padding = len(folder.label_names), cutter_of(folder).padding
    return ClassifierNetwork(folder.path / folder.onnx, labels=labels, padding=padding).logits(rows)


def _quantised(whole: Path, folder: ClassifierFolder, rows: list[list[int]], by_torch: Floats) -> tuple[float, int]:
    """Puts 8-bit weights in the place of ``whole`` when they are fair; the agreement, and the bits kept."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    packed = whole.with_name("packed.onnx")
    quantize_dynamic(str(whole), str(packed), weight_type=QuantType.QInt8, per_channel=True)
    network = ClassifierNetwork(packed, labels=by_torch.shape[1], padding=cutter_of(folder).padding)
    agreement = float((network.logits(rows).argmax(axis=1) == by_torch.argmax(axis=1)).mean())
    if agreement < _FAIR_AGREEMENT:
        _log.warning("8 bits change %.0f %% of the leading labels: full precision is kept", 100 * (1 - agreement))
        packed.unlink()
        return agreement, 32
    packed.replace(whole)
    return agreement, 8
