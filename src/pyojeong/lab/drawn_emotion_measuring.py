"""How well drawn faces are read: per emotion, by how sure the reader is, and when a warning is worth giving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_network import CLASSES, DrawnNetwork
from pyojeong.media.image import Pixels
from pyojeong.reading.drawn.reader import softmax
from pyojeong.reading.drawn.view import views_of

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]
FALSE_ALARMS = 0.03
"""Of well-read stickers, that may be said to be read as something else."""
_TOGETHER = 32


def logits_of(network: DrawnNetwork, pictures: Pixels) -> Shares:
    """n×8: the mean over the views of each of n pictures of H×W×4, as the product looks at them."""
    found = []
    with torch.inference_mode():
        for start in range(0, len(pictures), _TOGETHER):
            views = np.stack([views_of(picture) for picture in pictures[start : start + _TOGETHER]])
            flat = torch.from_numpy(views.reshape(-1, *views.shape[2:])).contiguous(memory_format=torch.channels_last)
            found.append(network(flat).reshape(*views.shape[:2], CLASSES).mean(1).double().numpy())
    return np.concatenate(found)


def temperature_of(logits: Shares, labels: Numbers) -> float:
    """The divisor of logits with the least cross-entropy (Guo et al. 2017, arXiv 1706.04599)."""
    tried = np.geomspace(0.3, 5, 80)
    rows = np.arange(len(labels))
    losses = [-np.log(softmax(logits / by)[rows, labels] + 1e-9).mean() for by in tried]
    return float(tried[int(np.argmin(losses))])


def figures(shares: Shares, labels: Numbers) -> Mapping[str, object]:
    """Accuracy, how often the label is among the first two, the floor, and every emotion's precision, recall and F1."""
    order = np.argsort(-shares, axis=1)
    first, two = order[:, 0], (order[:, :2] == labels[:, None]).any(1)
    counts = np.bincount(labels, minlength=CLASSES)
    each = {emotion.value: _of_class(first, labels, n) for n, emotion in enumerate(Emotion) if counts[n]}
    return {
        "pictures": len(labels),
        "accuracy": _rounded((first == labels).mean()),
        "among_first_two": _rounded(two.mean()),
        "floor_accuracy": _rounded(counts.max() / len(labels)),
        "macro_f1": _rounded(np.mean([one["f1"] for one in each.values()])),
        "floor_macro_f1": _rounded(2 * counts.max() / (len(labels) + counts.max()) / len(each)),
        "by_emotion": each,
    }


def _of_class(first: Numbers, labels: Numbers, number: int) -> Mapping[str, float]:
    said, meant = first == number, labels == number
    hit = float((said & meant).sum())
    precision, recall = hit / max(1, said.sum()), hit / max(1, meant.sum())
    f1 = 2 * hit / max(1, said.sum() + meant.sum())
    return {
        "precision": _rounded(precision),
        "recall": _rounded(recall),
        "f1": _rounded(f1),
        "pictures": int(meant.sum()),
    }


def _rounded(value: float | np.floating[Any]) -> float:
    return round(float(value), 3)


def reliability(shares: Shares, labels: Numbers) -> Mapping[str, object]:
    """How often the leading emotion is right by how sure the reader is, and the expected error of that certainty."""
    sure, right = shares.max(1), shares.argmax(1) == labels
    edges = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
    found: list[Mapping[str, float]] = []
    error = 0.0
    for low, high in pairwise(edges):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            found.append({"from": low, "pictures": int(inside.sum()), "right": _rounded(right[inside].mean())})
            error += float(inside.mean()) * abs(float(right[inside].mean() - sure[inside].mean()))
    return {"bins": found, "expected_error": _rounded(error)}


def warned(shares: Shares, meant: Numbers, below: float) -> npt.NDArray[np.bool_]:
    """Which stickers are said to be read as something else: the share of what is meant is under ``below``."""
    return np.asarray(shares[np.arange(len(meant)), meant] < below)


def warning_below(shares: Shares, labels: Numbers) -> float:
    """The largest share under which no more than `FALSE_ALARMS` of rightly labelled stickers fall, in thousandths."""
    return float(np.floor(1000 * np.quantile(shares[np.arange(len(labels)), labels], FALSE_ALARMS)) / 1000)


def wrongly_meant(labels: Numbers, seed: int = 5) -> Numbers:
    """Labels of stickers whose maker meant any of the seven other emotions."""
    return np.asarray((labels + np.random.default_rng(seed).integers(1, CLASSES, len(labels))) % CLASSES)


def warning_across(parts: Sequence[tuple[Shares, Numbers]]) -> Mapping[str, float]:
    """False alarms and catches where the limit was chosen without the part it is measured on; the limit of all."""
    alarms, caught, count = 0.0, 0.0, 0
    for number, (shares, labels) in enumerate(parts):
        others = [part for other, part in enumerate(parts) if other != number]
        below = warning_below(np.concatenate([p[0] for p in others]), np.concatenate([p[1] for p in others]))
        alarms += float(warned(shares, labels, below).sum())
        caught += float(warned(shares, wrongly_meant(labels), below).sum())
        count += len(labels)
    everything = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    return {
        "below": warning_below(*everything),
        "false_alarms": _rounded(alarms / count),
        "caught": _rounded(caught / count),
    }
