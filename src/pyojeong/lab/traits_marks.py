"""Glasses and beards: labelled by eye, learned by small linear models, measured once on people set aside.

Run: ``python -m pyojeong.lab.traits_marks SFHQ_FOLDER…`` writes ``face-marks.npz`` and its card.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pyojeong.media.opening import open_image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.face_marks import MODEL, beard_features, eye_features, told_beard
from pyojeong.reading.face.traits.frame import framed
from pyojeong.reading.face.traits.parts import BeardKind
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED, sha256_of

LABELS = Path(__file__).with_name("traits_labels.tsv")
"""By one person from contact sheets, before any model was fitted. Glasses: n none, r round, s square, t dark lenses.
Beard: n none, st stubble, mu moustache, go goatee, fu full. Styles that would do. ``-`` where not looked at."""
BEARDS = {"n": "none", "st": "stubble", "mu": "moustache", "go": "goatee", "fu": "full"}
_STRENGTH = {"glasses": 0.03, "round": 0.03, "beard": 0.1}
"""Inverse strength of the ridge: the best of a factor of ten either way in five folds of the learning part."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """One face: ``part`` is dev, extra (both to learn from) or test."""

    file: str
    part: str
    glasses: str
    beard: str
    styles: tuple[str, ...]
    eyes: Floats
    lower: Floats


def labelled(folders: Sequence[Path]) -> Iterator[Labelled]:
    """Every labelled picture found in ``folders``, with its features."""
    finder = FaceFinder()
    with LABELS.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            path = next((f / row["file"] for f in folders if (f / row["file"]).exists()), None)
            image = open_image(path) if path else None
            for face in finder.find(image)[:1] if image else ():
                crop = framed(image.rgb, face) if image else None
                if crop is not None:
                    styles = tuple(row["styles"].split(","))
                    kinds = (row["part"], row["glasses"], row["beard"], styles)
                    yield Labelled(row["file"], *kinds, eye_features(crop), beard_features(crop))


def fitted(features: Floats, classes: NDArray[np.int64], count: int, strength: float) -> dict[str, Floats]:
    """Mean, scale, weights and bias of a logistic regression over ``count`` classes.

    Of two classes each weighs alike; of more, by the inverse root of its count: beards weighing alike are told where
    there are none.
    """
    from sklearn.linear_model import LogisticRegression

    mean, scale = features.mean(0), features.std(0) + 0.05
    weighs = len(classes) / count / np.maximum(1, np.bincount(classes, minlength=count))
    weighs = weighs if count == 2 else np.sqrt(weighs)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit((features - mean) / scale, classes, sample_weight=weighs[classes])
    weights, bias = np.zeros((features.shape[1], count)), np.full(count, -20.0)
    if count == 2:
        weights[:, 1], bias = model.coef_[0], np.array([0.0, model.intercept_[0]])
    else:
        weights[:, model.classes_], bias[model.classes_] = model.coef_.T, model.intercept_
    return {"mean": mean, "scale": scale, "weights": weights, "bias": bias}


def tasks(rows: Sequence[Labelled]) -> dict[str, tuple[Floats, NDArray[np.int64], int]]:
    """Of each task: features, classes and their number."""
    kinds = [kind.value for kind in BeardKind]
    eyes = [r for r in rows if r.glasses != "-"]
    worn = [r for r in eyes if r.glasses != "n"]
    beards = [r for r in rows if r.beard != "-"]
    return {
        "glasses": (np.array([r.eyes for r in eyes]), np.array([int(r.glasses != "n") for r in eyes]), 2),
        "round": (np.array([r.eyes for r in worn]), np.array([int(r.glasses[0] == "r") for r in worn]), 2),
        "beard": (
            np.array([r.lower for r in beards]),
            np.array([kinds.index(BEARDS[r.beard]) for r in beards]),
            len(kinds),
        ),
    }


def told(arrays: dict[str, Floats], features: Floats) -> NDArray[np.int64]:
    """The class of each row as the product tells it."""
    scores = (features - arrays["mean"]) / arrays["scale"] @ arrays["weights"] + arrays["bias"]
    if scores.shape[1] == 2:
        return np.asarray(scores.argmax(1))
    powers = np.exp(scores - scores.max(1, keepdims=True))
    kinds = list(BeardKind)
    return np.array([kinds.index(told_beard(row / row.sum())) for row in powers])


def precision_recall(said: NDArray[np.int64], true: NDArray[np.int64], kind: int) -> dict[str, float]:
    """Of one class, with its count."""
    hits = int(((said == kind) & (true == kind)).sum())
    return {
        "precision": round(hits / max(1, int((said == kind).sum())), 3),
        "recall": round(hits / max(1, int((true == kind).sum())), 3),
        "count": int((true == kind).sum()),
    }


def folded(features: Floats, classes: NDArray[np.int64], count: int, strength: float, folds: int = 5) -> float:
    """Share told right by models that had not seen the row: what `_STRENGTH` was chosen by."""
    fold = np.random.default_rng(0).integers(0, folds, len(classes))
    right = 0
    for k in range(folds):
        model = fitted(features[fold != k], classes[fold != k], count, strength)
        right += int((told(model, features[fold == k]) == classes[fold == k]).sum())
    return right / len(classes)


def main(folders: Sequence[Path], *, test: bool) -> dict[str, object]:
    """Learn from dev and extra; with ``test`` also measure on the people set aside and write the model."""
    rows = list(labelled(folders))
    learning, testing = [r for r in rows if r.part != "test"], [r for r in rows if r.part == "test"]
    arrays: dict[str, Floats] = {}
    measured: dict[str, object] = {}
    for name, (features, classes, count) in tasks(learning).items():
        model = fitted(features, classes, count, _STRENGTH[name])
        arrays |= {f"{name}_{key}": value.astype(np.float32) for key, value in model.items()}
        around = {s: round(folded(features, classes, count, s * _STRENGTH[name]), 3) for s in (0.1, 1.0, 10.0)}
        quality: dict[str, object] = {"five folds by strength": around}
        measured[name] = quality
        if test:
            seen, true, _ = tasks(testing)[name]
            said = told(model, seen)
            kinds = [kind.value for kind in BeardKind] if count > 2 else ["no", "yes"]
            quality |= {kind: precision_recall(said, true, k) for k, kind in enumerate(kinds)}
            if name == "beard":
                measured["beard at all"] = precision_recall((said > 0).astype(int), (true > 0).astype(int), 1)
    if test:
        write(arrays, measured, len(learning), len(testing))
    return measured


def write(arrays: dict[str, Floats], measured: dict[str, object], learned: int, tested: int) -> None:
    """The arrays and their card into the package."""
    path = SHIPPED / f"{MODEL}.npz"
    np.savez_compressed(path, **arrays)
    card = Card(
        MODEL,
        path.name,
        sha256_of(path),
        "Edges around the eyes to glasses and their form; colours of the lower face to a kind of beard",
        "Apache-2.0",
        "python -m pyojeong.lab.traits_marks",
        (Ingredient("SFHQ and SFHQ-T2I figures", "MIT", f"{learned} generated faces, labelled by eye"),),
        {"beard": tuple(kind.value for kind in BeardKind)},
        {f"{tested} faces set aside": measured},
        (
            "Round against square frames is little better than a guess for cat-eye and aviator frames.",
            "Stubble under side light, goatees and short full beards are taken for one another.",
        ),
    )
    save_card(card, SHIPPED / f"{MODEL}.json")


if __name__ == "__main__":
    said = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    sys.stdout.write(f"{main([Path(folder) for folder in said], test='--test' in sys.argv)}\n")
