"""Fits and measures the linear reading of ARKit coefficients from the mesh.

Recipe of ``weights/files/face-coefficients.npz``. Run: ``python -m pyojeong.lab.face_coefficients DATA/face``; the data
folder holds ``sfhq_figs`` and ``sfhq_t2i_figs`` (generated faces, MIT) with ``mediapipe.csv``, the blendshape scores of
MediaPipe's face landmarker (Apache-2.0), which are the targets: the reading can be no better than that teacher.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pyojeong.media import Image
from pyojeong.media.opening import open_image
from pyojeong.reading.face.coefficients import MODEL, distances
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.rig.names import ARKIT_NAMES, mirrored_name
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED, sha256_of

Floats = npt.NDArray[np.float64]

FOLDERS = ("sfhq_figs", "sfhq_t2i_figs")
FOLDS = 5
RIDGES = (0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0)
LEAST_R = 0.5
"""Below this a coefficient is left out: half of its order would be wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Features N×D, targets N×52 in [0, 1] in the order of `ARKIT_NAMES`, and the picture each row comes from."""

    features: Floats
    targets: Floats
    pictures: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """``features @ weights + offsets``."""

    weights: Floats
    offsets: Floats


def rows_of(data: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """Pictures of exactly one face, with their scores."""
    for folder in FOLDERS:
        with (data / folder / "mediapipe.csv").open(newline="", encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                if row["n_faces"] == "1":
                    yield data / folder / "images" / row["file"], row


def collected(data: Path) -> Table:
    """Every picture and its mirror image, as features and targets; pictures without a found face are left out."""
    finder = FaceFinder()
    swapped = [ARKIT_NAMES.index(mirrored_name(name)) for name in ARKIT_NAMES]
    features, targets, pictures = [], [], []
    for number, (path, row) in enumerate(rows_of(data)):
        image = open_image(path)
        scores = np.array([float(row.get(name) or 0) for name in ARKIT_NAMES])
        mirrored = Image(np.ascontiguousarray(image.pixels[:, ::-1]))
        for picture, target in ((image, scores), (mirrored, scores[swapped])):
            faces = finder.find(picture)
            if faces:
                features.append(distances(faces[0].landmarks))
                targets.append(target)
                pictures.append(number)
    return Table(np.array(features), np.array(targets), np.array(pictures))


def fitted(features: Floats, targets: Floats, ridge: float) -> Linear:
    """Ridge regression on standardised features."""
    mean, spread = features.mean(0), features.std(0) + 1e-9
    scaled = (features - mean) / spread
    gram = scaled.T @ scaled + ridge * np.eye(scaled.shape[1])
    weights = np.linalg.solve(gram, scaled.T @ (targets - targets.mean(0))) / spread[:, None]
    return Linear(weights, targets.mean(0) - mean @ weights)


def predicted(model: Linear, features: Floats) -> Floats:
    """Coefficients in [0, 1]."""
    return np.asarray(np.clip(features @ model.weights + model.offsets, 0, 1))


def out_of_fold(table: Table, ridge: float) -> Floats:
    """What models say of pictures that neither they nor their mirror images were fitted on."""
    fold = np.random.default_rng(0).permutation(table.pictures.max() + 1)[table.pictures] % FOLDS
    said = np.zeros_like(table.targets)
    for k in range(FOLDS):
        model = fitted(table.features[fold != k], table.targets[fold != k], ridge)
        said[fold == k] = predicted(model, table.features[fold == k])
    return said


def correlations(said: Floats, targets: Floats) -> Floats:
    """Pearson's r of each column; 0 where nothing varies."""
    a, b = said - said.mean(0), targets - targets.mean(0)
    lengths = np.sqrt((a**2).sum(0) * (b**2).sum(0))
    return np.asarray(np.where(lengths > 1e-9, (a * b).sum(0) / np.maximum(lengths, 1e-9), 0.0))


def main(arguments: Sequence[str]) -> None:
    """Fit, measure, and write the model and its card."""
    table = collected(Path(arguments[0] if arguments else os.environ["PYOJEONG_DATA"]))
    tried = {ridge: correlations(out_of_fold(table, ridge), table.targets) for ridge in RIDGES}
    ridge = max(tried, key=lambda r: float(np.mean(np.sort(tried[r])[-30:])))
    told = [i for i, r in enumerate(tried[ridge]) if r >= LEAST_R]
    model = fitted(table.features, table.targets[:, told], ridge)
    path = SHIPPED / f"{MODEL}.npz"
    np.savez_compressed(path, weights=model.weights.astype(np.float32), offsets=model.offsets.astype(np.float32))
    measured = {ARKIT_NAMES[i]: round(float(r), 3) for i, r in enumerate(tried[ridge])}
    save_card(_card(path, [ARKIT_NAMES[i] for i in told], measured, ridge, table), path.with_suffix(".json"))
    sys.stdout.write(f"ridge {ridge}: {len(told)} coefficients of r >= {LEAST_R}\n")
    for name, r in sorted(measured.items(), key=lambda item: -item[1]):
        sys.stdout.write(f"{r:6.3f} {name}\n")


def _card(path: Path, names: list[str], measured: dict[str, float], ridge: float, table: Table) -> Card:
    count = len(np.unique(table.pictures))
    return Card(
        name=MODEL,
        file=path.name,
        sha256=sha256_of(path),
        task="Distances between landmarks of a face mesh to some ARKit coefficients",
        licence="Apache-2.0",
        source="python -m pyojeong.lab.face_coefficients",
        ingredients=(
            Ingredient("SFHQ and SFHQ-T2I figures", "MIT", f"{count} generated faces and their mirror images"),
            Ingredient("MediaPipe face landmarker, blendshape scores", "Apache-2.0", "as targets"),
        ),
        labels={"expression": tuple(names)},
        measured={f"Pearson r, {FOLDS} folds by picture": measured, "ridge": ridge},
        weak=(
            f"Left out, r below {LEAST_R}: " + ", ".join(n for n, r in measured.items() if r < LEAST_R),
            "Fitted on near-frontal adults (yaw within 40 degrees); children and beards were few.",
            "The targets are another network's scores, not a measurement of muscles.",
        ),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
