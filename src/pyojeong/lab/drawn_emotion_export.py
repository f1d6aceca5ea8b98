"""The network of drawn faces as an ONNX file with 16-bit weights, and its card."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_lessons import Lessons
from pyojeong.lab.drawn_emotion_network import CLASSES, DrawnNetwork
from pyojeong.reading.drawn.reader import INPUT, OUTPUT, SHIPPED
from pyojeong.reading.drawn.view import SIDE_PX
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import sha256_of

_OPSET = 17


class _Tempered(nn.Module):
    """Scores divided by the temperature, so that their softmax is a chance."""

    def __init__(self, network: DrawnNetwork, temperature: float) -> None:
        super().__init__()
        self.network, self.temperature = network, temperature

    def forward(self, pictures: Tensor) -> Tensor:
        scores: Tensor = self.network(pictures) / self.temperature
        return scores


def written(network: DrawnNetwork, temperature: float, path: Path) -> None:
    """The network at ``path``; any number of views at a time."""
    sample = torch.zeros(4, 3, SIDE_PX, SIDE_PX)
    names: dict[str, Any] = {"input_names": [INPUT], "output_names": [OUTPUT]}
    axes = {INPUT: {0: "views"}, OUTPUT: {0: "views"}}
    with warnings.catch_warnings():  # the exporter that replaces this one needs onnxscript
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            _Tempered(network, temperature).eval(),
            (sample,),
            str(path),
            opset_version=_OPSET,
            dynamo=False,
            dynamic_axes=axes,
            **names,
        )
    model = onnx.load(str(path))
    _halved(model)
    onnx.checker.check_model(model, full_check=True)
    path.write_bytes(model.SerializeToString())


def _halved(model: onnx.ModelProto) -> None:
    """Large weights in 16 bits; a Cast in front of their use gives 32 back."""
    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size >= 256:
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
            casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    for place, cast in enumerate(casts):
        model.graph.node.insert(place, cast)


def shipped(
    network: DrawnNetwork,
    temperature: float,
    measured: Mapping[str, Any],
    designs: Collection[Lessons],
    faces: int,
    files: Path,
) -> None:
    """Write model and card into ``files``."""
    path = files / f"{SHIPPED}.onnx"
    written(network, temperature, path)
    count, names = sum(len(one.labels) for one in designs), ", ".join(one.name for one in designs)
    drawings = Ingredient(
        "drawings of this package", "Apache-2.0", f"{count} pictures of {len(designs)} designs ({names}), by chance"
    )
    by_chance = Ingredient("faces by chance of this package", "Apache-2.0", f"{faces} faces in any drawing style")
    emoji = (
        Ingredient("Microsoft Fluent Emoji (flat)", "MIT", "faces with a label for one of seven emotions"),
        Ingredient("Noto Emoji", "Apache-2.0", "faces with a label for one of seven emotions"),
    )
    card = Card(
        name=SHIPPED,
        file=path.name,
        sha256=sha256_of(path),
        task=f"A drawn figure of 100 px with alpha in; shares of {CLASSES} emotions out, on light and dark together.",
        licence="Apache-2.0",
        source="pyojeong-lab train drawn-emotion --emoji FOLDER",
        ingredients=(drawings, by_chance, *emoji),
        labels={OUTPUT: tuple(emotion.value for emotion in Emotion)},
        measured=measured,
        weak=(
            "Designs left out share their signs of comics with those learned from; other styles it reads worse"
            " (see openmoji_color).",
            "Emoji know no embarrassment; for other people's styles that emotion is not measured.",
        ),
    )
    save_card(card, files / f"{SHIPPED}.json")
