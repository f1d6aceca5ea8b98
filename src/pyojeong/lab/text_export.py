"""Writing the trained members as one ``.npz`` the runtime reads: big tables in 8 bits, small ones in half precision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.text_network import WordNetwork

Floats = NDArray[np.float32]
#: Weights beyond this quantile of their column are clipped, so that a few giants do not coarsen the rest.
_CLIP_AT = 0.9998


@dataclass(frozen=True, slots=True)
class Members:
    """Trained members before they are joined: the network, word-gram weights (53 columns), and NB-SVM line weights."""

    network: WordNetwork
    words_weights: Floats
    words_bias: Floats
    line_weights: Floats
    line_bias: float


def member_arrays(members: Members) -> dict[str, NDArray[Any]]:
    """The arrays `TextModel.from_arrays` expects of the members."""
    words, words_step = eight_bits(members.words_weights)
    line, line_step = eight_bits(members.line_weights[:, None])
    return {
        **_network_arrays(members.network),
        "words_weights": words,
        "words_step": words_step,
        "words_bias": members.words_bias.astype(np.float32),
        "line_weights": line[:, 0],
        "line_step": line_step[0],
        "line_bias": np.float32(members.line_bias),
    }


def eight_bits(weights: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Columns as 8-bit units and the value of one unit of each."""
    step = np.zeros(weights.shape[1], np.float32)
    for column in range(weights.shape[1]):
        size = np.abs(weights[:, column])
        size = size[size > 0]
        step[column] = np.quantile(size, _CLIP_AT) / 127 if len(size) else 1.0
    return np.clip(np.rint(weights / step), -127, 127).astype(np.int8), step


def write(arrays: dict[str, NDArray[Any]], path: Path) -> None:
    """The arrays packed without objects; the same arrays give the same bytes."""
    np.savez_compressed(path, **arrays)


def _network_arrays(network: WordNetwork) -> dict[str, NDArray[Any]]:
    """The network's weights under the runtime's names, matrices turned so that rows are inputs."""
    table, step = eight_bits(network.table.detach().numpy())
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    arrays = {
        "table": table,
        "widen": state["widen.weight"].T * step[:, None],
        "widen_bias": state["widen.bias"],
        "attend": state["attend.weight"][0],
    }
    for number in range(len(network.blocks)):
        arrays[f"block{number}_scale"] = state[f"blocks.{number}.norm.weight"]
        arrays[f"block{number}_shift"] = state[f"blocks.{number}.norm.bias"]
        arrays[f"block{number}_weight"] = state[f"blocks.{number}.mix.weight"].T
        arrays[f"block{number}_bias"] = state[f"blocks.{number}.mix.bias"]
    arrays["head"], arrays["head_bias"] = said_by(network)
    small = {name: value.astype(np.float32 if name == "widen" else np.float16) for name, value in arrays.items()}
    return {**small, "table": table}


def said_by(network: WordNetwork) -> tuple[Floats, Floats]:
    """One matrix for all that is read off a sentence's vector, and its bias (POOLED × 54).

    Emotions, feelings, polarity, intensity. The 28 translated emotions and the rating, added to these, gave the join
    nothing on folds.
    """
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}

    def side_by_side(kind: str) -> Floats:
        emotion, feelings, sign, strength = (
            state[f"heads.{head}.{kind}"] for head in ("emotion", "feelings", "polarity", "intensity")
        )
        return np.concatenate([emotion, feelings, sign[1:] - sign[:1], strength])

    return side_by_side("weight").T, side_by_side("bias")
