"""A shipped model file as a network that can learn on: its convolutions taken apart into weights and norms again.

A folded convolution says ``W x + b``. Behind it a norm whose scale and offset are the very spread and mean of what the
convolution says changes nothing, and learning goes on from there.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from pyojeong.lab.face_emotion_network import Block, EmotionNetwork, Shape
from pyojeong.media.image import Pixels
from pyojeong.reading.face.emotion_input import standardised
from pyojeong.reading.face.emotion_model import OWN_LOGITS, VOTED_LOGITS

Tensors = dict[str, NDArray[np.float32]]


@torch.no_grad()
def unfolded(path: Path, shape: Shape, pixels: Pixels) -> EmotionNetwork:
    """A network of ``shape`` that answers as the file at ``path`` does.

    Args:
        path: A model that `pyojeong.lab.face_emotion_export.write` wrote.
        shape: Widths as in the file; where it has more blocks a stage, those pass on what they see until they learn.
        pixels: N×48×48 brightness, over which the norms take their means and spreads.

    Raises:
        ValueError: When the file is wider, narrower or deeper than ``shape``.
    """
    kept = _tensors(path)
    network = EmotionNetwork(shape)
    named = [("stem", network.stem, network.stem_norm), *_convolutions(network, kept)]
    hooks = [_set(kept, name, layer, norm) for name, layer, norm in named]
    for name, answer in ((VOTED_LOGITS, network.voted), (OWN_LOGITS, network.own)):
        _copy(answer.weight, kept[f"{name}.weights"], name)
        _copy(answer.bias, kept[f"{name}.bias"], name)
    network.eval()(torch.from_numpy(standardised(pixels))[:, None])
    for hook in hooks:
        hook.remove()
    return network


def _tensors(path: Path) -> Tensors:
    """Every weight and bias of the file by name, unpacked."""
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(path).graph.initializer}
    packed = [name.removesuffix(".packed") for name in raw if name.endswith(".packed")]
    whole = {name: raw[f"{name}.packed"] * raw[f"{name}.scales"] for name in packed}
    return whole | {name: np.array(raw[name]) for name in raw if not name.endswith((".packed", ".scales"))}


def _convolutions(network: EmotionNetwork, kept: Tensors) -> list[tuple[str, nn.Conv2d, nn.BatchNorm2d]]:
    """Names in the file of what is in it, with the layers they go to; blocks that are not in it are silenced."""
    found: list[tuple[str, nn.Conv2d, nn.BatchNorm2d]] = []
    number = 0
    for block in network.blocks:
        if not isinstance(block, Block):
            raise TypeError(f"blocks must be Block, but got {type(block).__name__}")
        opens = f"block{number}.shortcut.weights" in kept
        if f"block{number}.first.weights" not in kept or opens != (block.shortcut is not None):
            _silence(block)
            continue
        name = f"block{number}"
        found += [(f"{name}.first", block.first, block.first_norm), (f"{name}.second", block.second, block.second_norm)]
        if block.shortcut is not None:
            found.append((f"{name}.shortcut", block.shortcut, block.shortcut_norm))
        number += 1
    if f"block{number}.first.weights" in kept:
        raise ValueError(f"shape must hold every block of the file, but ends before block {number}")
    return found


def _silence(block: Block) -> None:
    """Nothing beside the shortcut, so that the block passes on what it sees; Goyal et al. 2017, arXiv 1706.02677."""
    if block.shortcut is not None:
        raise ValueError("shape must have the stages of the file, but has one more")
    nn.init.zeros_(block.second_norm.weight)


def _set(kept: Tensors, name: str, layer: nn.Conv2d, norm: nn.BatchNorm2d) -> torch.utils.hooks.RemovableHandle:
    """The convolution with filters of length 1; its norm sets itself by the first pictures it sees."""
    weights, bias = torch.from_numpy(kept[f"{name}.weights"]), torch.from_numpy(kept[f"{name}.bias"])
    lengths = weights.flatten(1).norm(dim=1).clamp_min(1e-6)
    _copy(layer.weight, (weights / lengths[:, None, None, None]).numpy(), name)

    def settle(norm: nn.BatchNorm2d, seen: tuple[Tensor]) -> None:
        spread, mean = torch.var_mean(seen[0], (0, 2, 3), correction=0)
        norm.running_var, norm.running_mean = spread, mean
        norm.weight.copy_(lengths * (spread + norm.eps).sqrt())
        norm.bias.copy_(lengths * mean + bias)

    return norm.register_forward_pre_hook(settle)


def _copy(target: Tensor, values: NDArray[np.float32], name: str) -> None:
    if target.shape != values.shape:
        raise ValueError(f"shape must be that of the file, but {name} is {values.shape}, not {tuple(target.shape)}")
    target.copy_(torch.from_numpy(values))
