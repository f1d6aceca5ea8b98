"""The PyPI package `fer` on given pictures, run by the Python it is installed for: see `benchmarks.faces`.

    PYTHON faces_peer.py PICTURES.npy ANSWERS.npz

Both of its models, on every picture whole: the rectangle handed over is smaller by the margin that `fer` adds again.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import numpy as np
from fer.fer import FER

MARGIN_PX = 10
LABELS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")


def answers(reader: FER, pictures: np.ndarray) -> tuple[np.ndarray, float]:
    """N×7 scores and the milliseconds a picture."""
    side = pictures.shape[1] - 2 * MARGIN_PX
    rectangle = [(MARGIN_PX, MARGIN_PX, side, side)]
    colour = np.repeat(pictures[..., None], 3, axis=3)
    reader.detect_emotions(colour[0], rectangle)
    scores = np.zeros((len(pictures), len(LABELS)), np.float32)
    begun = time.perf_counter()
    for number, picture in enumerate(colour):
        said = reader.detect_emotions(picture, rectangle)[0]["emotions"]
        scores[number] = [said[label] for label in LABELS]
    return scores, 1e3 * (time.perf_counter() - begun) / len(pictures)


def main() -> None:
    """Read the pictures, write the answers."""
    pictures = np.load(sys.argv[1])
    kept: dict[str, np.ndarray] = {}
    for name, small in (("tflite", True), ("hdf5", False)):
        share = slice(None) if small else slice(None, None, 12)  # Keras takes its time, one picture after another
        scores, ms = answers(FER(mtcnn=False, use_tflite=small), pictures[share])
        kept[f"{name}_scores"], kept[f"{name}_ms"] = scores, np.array(ms)
        kept[f"{name}_rows"] = np.arange(len(pictures))[share]
    kept["memory_mb"] = np.array(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    np.savez(Path(sys.argv[2]), **kept)


if __name__ == "__main__":
    main()
