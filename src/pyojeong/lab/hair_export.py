"""The hair network as an ONNX file with 16-bit weights, and its card."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from pyojeong.lab.hair_network import CHANNELS, SIDE_PX, HairNetwork
from pyojeong.reading.face.traits.hair_mask import INPUT, MODEL, OUTPUT
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED, sha256_of

OPSET = 17
_MEASURED = Path(__file__).with_name("hair_measured.json")


def written(network: HairNetwork, path: Path) -> None:
    """The network at ``path``; batch norms are folded by the exporter."""
    sample = torch.zeros(1, len(CHANNELS), SIDE_PX, SIDE_PX)
    names: dict[str, Any] = {"input_names": [INPUT], "output_names": [OUTPUT]}
    with (
        warnings.catch_warnings()
    ):  # the exporter that replaces this one needs onnxscript, which nothing else here does
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(network.eval(), (sample,), str(path), opset_version=OPSET, dynamo=False, **names)
    model = onnx.load(str(path))
    _halved(model)
    onnx.checker.check_model(model, full_check=True)
    path.write_bytes(model.SerializeToString())


def _halved(model: onnx.ModelProto) -> None:
    """Keep large weights in 16 bits; a Cast in front of their use gives 32 back."""
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size >= 256:
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
            casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    for place, cast in enumerate(casts):
        graph.node.insert(place, cast)


def shipped(network: HairNetwork, lessons: int) -> None:
    """Write the model and its card into the package."""
    path = SHIPPED / f"{MODEL}.onnx"
    written(network, path)
    measured = json.loads(_MEASURED.read_text("utf-8")) if _MEASURED.exists() else {}
    card = Card(
        MODEL,
        path.name,
        sha256_of(path),
        "A levelled face of 160×160 pixels, with its person's matte and its oval, to which pixels are hair of the head",
        "Apache-2.0",
        "python -m pyojeong.lab.hair_training",
        (
            Ingredient("SFHQ and SFHQ-T2I figures", "MIT", f"{lessons} generated faces, labels picked by eye"),
            Ingredient("MediaPipe selfie segmentation", "Apache-2.0", "its matte as an input"),
        ),
        {INPUT: CHANNELS},
        measured,
        (
            "Labels began as GrabCut's, so loose strands and soft edges are cut short.",
            "Caps and scarves are sometimes taken for hair; dark hair on dark ground loses its edge.",
        ),
    )
    save_card(card, SHIPPED / f"{MODEL}.json")
