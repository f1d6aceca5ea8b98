"""Feelings in faces: faces a second with and without finding them, and beside the PyPI package `fer`.

    python -m benchmarks.faces [--data DATA --peer PYTHON]

DATA holds ``fer2013_ferplus`` (not part of the project); PYTHON is that of another environment with `fer` in it. Both
read the same PublicTest pictures, one after another, two threads; installed size is that of the environment's folder.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import pyojeong
from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.interfaces.faces import read_faces
from pyojeong.reading.face.choosing import find_faces
from pyojeong.reading.face.emotion import FaceMoodReader
from pyojeong.reading.face.emotion_model import MODEL, EmotionModel
from pyojeong.weights.store import verify

if TYPE_CHECKING:
    from pyojeong.lab.face_emotion_data import Pictures

REPEATS = 30
CROWDS = (1, 5, 20)
FER_TO_FERPLUS = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
"""FER2013's labels in its order, as FER+ calls them."""


def median_ms(way: Callable[[], object], repeats: int = REPEATS) -> float:
    """Median milliseconds of ``way`` after one call that does not count."""
    way()
    seconds = []
    for _ in range(repeats):
        begun = time.perf_counter()
        way()
        seconds.append(time.perf_counter() - begun)
    return 1e3 * statistics.median(seconds)


def speeds() -> None:
    """How long the sample portrait takes, and several faces of it at once."""
    photo = pyojeong.open_image(pyojeong.sample_portrait())
    reader = FaceMoodReader.shipped()
    face = find_faces(photo)[0]
    whole = median_ms(lambda: read_faces(photo))
    print(f"found, meshed and read: {whole:.1f} ms, {1e3 / whole:.1f} faces/s")
    for count in CROWDS:
        ms = median_ms(lambda count=count: reader.read(photo, [face] * count))
        print(f"read only, {count} at once: {ms:.2f} ms, {1e3 * count / ms:.0f} faces/s")
    crop = np.zeros((48, 48), np.uint8) + np.arange(48, dtype=np.uint8)
    print(f"a 48 px crop: {median_ms(lambda: reader.read_crops([crop])):.2f} ms")
    model = verify(MODEL).path.stat().st_size / 1e6
    print(f"model {model:.2f} MB, peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def side_by_side(data: Path, peer: Path) -> None:
    """Accuracy and time of both on PublicTest, and what they weigh."""
    from pyojeong.lab import face_emotion_data as faces

    pictures = faces.load(data)
    test = pictures.chosen(faces.test(pictures))
    with tempfile.TemporaryDirectory() as folder:
        shown, answered = Path(folder) / "pictures.npy", Path(folder) / "answers.npz"
        np.save(shown, test.pixels)
        script = Path(__file__).with_name("faces_peer.py")
        subprocess.run([peer, script, shown, answered], check=True, capture_output=True)
        with np.load(answered) as kept:
            said = dict(kept)
    model = EmotionModel.shipped()
    begun = time.perf_counter()
    alone = [model.answers(picture[None]) for picture in test.pixels]
    ms = 1e3 * (time.perf_counter() - begun) / len(alone)
    order = [FERPLUS.labels.index(name) for name in FER_TO_FERPLUS]
    rows = np.arange(len(test.own))
    told("ours", np.concatenate([a.voted for a in alone]), np.concatenate([a.own for a in alone]), ms, rows, test)
    for name in ("tflite", "hdf5"):
        scores = said[f"{name}_scores"]
        votes = np.full((len(scores), len(FERPLUS.labels)), -1.0, np.float32)
        votes[:, order] = scores
        told(f"fer, {name}", votes, scores, float(said[f"{name}_ms"]), said[f"{name}_rows"], test)
    print(f"fer: peak memory {float(said['memory_mb']):.0f} MB, environment {installed_mb(peer):.0f} MB")


def told(name: str, votes: np.ndarray, own: np.ndarray, ms: float, rows: np.ndarray, test: Pictures) -> None:
    """Print one line."""
    clear = test.clear[rows]
    by_votes = (votes.argmax(1) == clear)[clear >= 0].mean()
    by_label = (own.argmax(1) == test.own[rows]).mean()
    print(f"{name}: clear votes {by_votes:.3f}, FER2013 label {by_label:.3f}, {ms:.2f} ms a face, {len(rows)} pictures")


def installed_mb(python: Path) -> float:
    """Megabytes of the environment ``python`` belongs to."""
    return sum(path.stat().st_size for path in python.parents[1].rglob("*") if path.is_file()) / 1e6


def main() -> None:
    """Print everything."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--data", type=Path)
    wanted.add_argument("--peer", type=Path)
    given = wanted.parse_args()
    speeds()
    if given.data and given.peer:
        side_by_side(given.data, given.peer)


if __name__ == "__main__":
    main()
