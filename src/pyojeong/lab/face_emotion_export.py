"""The emotion network as a small ONNX file: norms folded into weights, weights in 8 bits a channel, numbers beside.

Weights only: what is computed stays in 32 bits, and ONNX Runtime unpacks the weights once, when it opens the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from pyojeong.lab.face_emotion_network import OWN, VOTED, Block, EmotionNetwork
from pyojeong.reading.face.aligning import CROP_PX
from pyojeong.reading.face.emotion_model import FACES, OWN_LOGITS, SETTINGS_KEY, VOTED_LOGITS

Floats = NDArray[np.float32]
OPSET = 17
_MOST = 127


class Sheet:
    """An ONNX graph while it is written: nodes and packed weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.packed: list[onnx.TensorProto] = []

    def add(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        """One more node; the name of what it gives."""
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """A tensor kept as it is."""
        self.packed.append(numpy_helper.from_array(values, name))
        return name

    def weights(self, name: str, values: Floats) -> str:
        """A tensor kept in 8 bits, with one scale for each of its first axis."""
        scales = np.abs(values).reshape(len(values), -1).max(1) / _MOST
        scales = np.maximum(scales, 1e-12).reshape(-1, *[1] * (values.ndim - 1)).astype(np.float32)
        self.constant(f"{name}.packed", np.rint(values / scales).astype(np.int8))
        self.constant(f"{name}.scales", scales)
        self.add("Cast", [f"{name}.packed"], f"{name}.whole", to=TensorProto.FLOAT)
        return self.add("Mul", [f"{name}.whole", f"{name}.scales"], name)

    def convolution(self, seen: str, name: str, layer: nn.Conv2d, norm: nn.BatchNorm2d) -> str:
        """A convolution with the norm behind it folded in."""
        weights, bias = folded(layer, norm)
        pads = [int(layer.padding[0])] * 4
        inputs = [seen, self.weights(f"{name}.weights", weights), self.constant(f"{name}.bias", bias)]
        return self.add("Conv", inputs, name, pads=pads, strides=list(layer.stride))

    def linear(self, seen: str, name: str, layer: nn.Linear) -> str:
        """A linear layer, unpacked: it is small."""
        weights = self.constant(f"{name}.weights", layer.weight.detach().numpy())
        bias = self.constant(f"{name}.bias", layer.bias.detach().numpy())
        return self.add("Gemm", [seen, weights, bias], name, transB=1)


def folded(layer: nn.Conv2d, norm: nn.BatchNorm2d) -> tuple[Floats, Floats]:
    """Weights and bias of one convolution that does what both do; Jacob et al. 2018, arXiv 1712.05877."""
    if norm.running_var is None or norm.running_mean is None:
        raise ValueError("norm must have seen pictures, but keeps no mean and variance")
    scale = (norm.weight / (norm.running_var + norm.eps).sqrt()).detach()
    bias = norm.bias.detach() - norm.running_mean * scale
    return (layer.weight.detach() * scale[:, None, None, None]).numpy(), bias.numpy()


def write(network: EmotionNetwork, settings: Mapping[str, object], path: Path) -> None:
    """The network at ``path``; ``settings`` are what `EmotionModel` reads beside the logits."""
    sheet = Sheet()
    shown = sheet.convolution(FACES, "stem", network.stem, network.stem_norm)
    shown = sheet.add("Relu", [shown], "stem.shown")
    for number, block in enumerate(network.blocks):
        shown = _block(sheet, shown, f"block{number}", block)  # type: ignore[arg-type]  # a list of blocks
    overall = sheet.add("Flatten", [sheet.add("GlobalAveragePool", [shown], "mean")], "overall")
    sheet.linear(overall, VOTED_LOGITS, network.voted)
    sheet.linear(overall, OWN_LOGITS, network.own)
    model = helper.make_model(_graph(sheet), opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    helper.set_model_props(model, {SETTINGS_KEY: json.dumps(dict(settings))})
    onnx.checker.check_model(model, full_check=True)
    path.write_bytes(model.SerializeToString())


def _block(sheet: Sheet, seen: str, name: str, block: Block) -> str:
    shown = sheet.convolution(seen, f"{name}.first", block.first, block.first_norm)
    shown = sheet.add("Relu", [shown], f"{name}.between")
    shown = sheet.convolution(shown, f"{name}.second", block.second, block.second_norm)
    past = seen
    if block.shortcut is not None:
        past = sheet.convolution(seen, f"{name}.shortcut", block.shortcut, block.shortcut_norm)
    return sheet.add("Relu", [sheet.add("Add", [shown, past], f"{name}.sum")], f"{name}.shown")


def _graph(sheet: Sheet) -> onnx.GraphProto:
    faces = helper.make_tensor_value_info(FACES, TensorProto.FLOAT, ["faces", 1, CROP_PX, CROP_PX])
    answers = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["faces", count])
        for name, count in ((VOTED_LOGITS, VOTED), (OWN_LOGITS, OWN))
    ]
    return helper.make_graph(sheet.nodes, "face-emotion", [faces], answers, sheet.packed)
