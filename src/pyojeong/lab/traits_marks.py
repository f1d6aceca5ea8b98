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
from pyojeong.reading.face.traits.face_marks import HAIRY, MODEL, beard_features, eye_features, told_beard
from pyojeong.reading.face.traits.frame import framed
from pyojeong.reading.face.traits.parts import BeardKind
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED, sha256_of

LABELS = Path(__file__).with_name("traits_labels.tsv")
"""By one person from contact sheets, before any model was fitted. Glasses: n none, r round, s square, t dark lenses.
Beard: n none, st stubble, mu moustache, go goatee, fu full; lower: hair on lip, chin and jaw, 0 none, 1 stubble, 2
more, which the kind follows from except for ``test``, whose kinds are older. Styles that would do. ``-`` where not
looked at."""
BEARDS = {"n": "none", "st": "stubble", "mu": "moustache", "go": "goatee", "fu": "full"}
KINDS = tuple(kind.value for kind in BeardKind)
ASIDE = ("test", "fresh")
"""Parts nothing is learned or chosen on; ``fresh`` came later and is of beards only."""
_STRENGTH = {"glasses": 0.03, "round": 0.03, "beard": 0.03, "lip": 0.1, "chin": 0.1, "jaw": 0.1}
"""Inverse strength of the ridge: the best of a factor of ten either way in five folds of the learning part."""
_WEIGHS = {"beard": 1.8, "lip": 1.2, "chin": 1.0, "jaw": 1.0}
"""How much a yes weighs against a no where they do not weigh alike: chosen in three foldings, so that as many beards
are told wrongly as are missed."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """One face: ``part`` is dev, extra (both to learn from), test or fresh; ``hairs`` are lip, chin and jaw."""

    file: str
    part: str
    glasses: str
    beard: str
    hairs: tuple[int, ...]
    eyes: Floats
    lower: Floats


def labelled(folders: Sequence[Path]) -> Iterator[Labelled]:
    """Every picture found in ``folders`` that is labelled with glasses or a beard, with its features."""
    finder = FaceFinder()
    with LABELS.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            path = next((f / row["file"] for f in folders if (f / row["file"]).exists()), None)
            image = open_image(path) if path else None
            for face in finder.find(image)[:1] if image else ():
                crop = framed(image.rgb, face) if image else None
                if crop is not None:
                    hairs = tuple(int(digit) for digit in row["lower"].strip("-"))
                    kinds = (row["part"], row["glasses"], row["beard"], hairs)
                    yield Labelled(row["file"], *kinds, eye_features(crop), beard_features(crop))


def fitted(features: Floats, yes: NDArray[np.bool_], strength: float, weighs: float | None = None) -> dict[str, Floats]:
    """Mean, scale, weights and bias of a logistic regression of no and yes; without ``weighs`` both weigh alike."""
    from sklearn.linear_model import LogisticRegression

    mean, scale = features.mean(0), features.std(0) + 0.05
    no, one = (len(yes) / 2 / (~yes).sum(), len(yes) / 2 / yes.sum()) if weighs is None else (1.0, weighs)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit((features - mean) / scale, yes, sample_weight=np.where(yes, one, no))
    weights = np.column_stack([np.zeros(features.shape[1]), model.coef_[0]])
    return {"mean": mean, "scale": scale, "weights": weights, "bias": np.array([0.0, model.intercept_[0]])}


def tasks(rows: Sequence[Labelled]) -> dict[str, tuple[Floats, NDArray[np.bool_]]]:
    """Of each question the features of whom it is asked of, and where the answer is yes."""
    eyes = [r for r in rows if r.glasses != "-"]
    worn = [r for r in eyes if r.glasses != "n"]
    bearded = [r for r in rows if any(r.hairs)]
    seen = {
        "glasses": (np.array([r.eyes for r in eyes]), np.array([r.glasses != "n" for r in eyes])),
        "round": (np.array([r.eyes for r in worn]), np.array([r.glasses[0] == "r" for r in worn])),
        "beard": bearded_or_not(rows),
    }
    grown = np.array([r.hairs for r in bearded]) > 1
    return seen | {name: (np.array([r.lower for r in bearded]), grown[:, n]) for n, name in enumerate(HAIRY)}


def bearded_or_not(rows: Sequence[Labelled]) -> tuple[Floats, NDArray[np.bool_]]:
    """Features of everybody whose beard was looked at, and who has one."""
    seen = [r for r in rows if r.beard != "-"]
    return np.array([r.lower for r in seen]), np.array([r.beard != "n" for r in seen])


def chances(arrays: dict[str, Floats], features: Floats) -> Floats:
    """Of yes, for each row."""
    scores = (features - arrays["mean"]) / arrays["scale"] @ arrays["weights"][:, 1] + arrays["bias"][1]
    return np.asarray(1 / (1 + np.exp(-scores)))


def told_kinds(models: dict[str, dict[str, Floats]], features: Floats) -> NDArray[np.int64]:
    """The kind of beard of each row as the product tells it, as its place in `KINDS`."""
    rows = np.column_stack([chances(models[name], features) for name in ("beard", *HAIRY)])
    return np.array([KINDS.index(told_beard(*row).value) for row in rows])


def precision_recall(said: NDArray[np.int64], true: NDArray[np.int64], kind: int) -> dict[str, float]:
    """Of one class, with its count."""
    hits = int(((said == kind) & (true == kind)).sum())
    return {
        "precision": round(hits / max(1, int((said == kind).sum())), 3),
        "recall": round(hits / max(1, int((true == kind).sum())), 3),
        "count": int((true == kind).sum()),
    }


def folded(features: Floats, yes: NDArray[np.bool_], strength: float, weighs: float | None, folds: int = 5) -> float:
    """Share told right by models that had not seen the row: what `_STRENGTH` was chosen by."""
    fold = np.random.default_rng(0).integers(0, folds, len(yes))
    right = 0
    for k in range(folds):
        model = fitted(features[fold != k], yes[fold != k], strength, weighs)
        right += int(((chances(model, features[fold == k]) > 0.5) == yes[fold == k]).sum())
    return right / len(yes)


def main(folders: Sequence[Path], *, test: bool) -> dict[str, object]:
    """Learn from dev and extra; with ``test`` also measure on the people set aside and write the model."""
    rows = list(labelled(folders))
    learning = [r for r in rows if r.part not in ASIDE]
    models: dict[str, dict[str, Floats]] = {}
    measured: dict[str, object] = {}
    for name, (features, yes) in tasks(learning).items():
        chosen = _STRENGTH[name], _WEIGHS.get(name)
        models[name] = fitted(features, yes, *chosen)
        around = {s: round(folded(features, yes, s * chosen[0], chosen[1]), 3) for s in (0.1, 1.0, 10.0)}
        measured[name] = {"five folds by strength": around}
    if test:
        measured |= {part: examined(models, [r for r in rows if r.part == part]) for part in ASIDE}
        write(models, measured, len(learning), len(rows) - len(learning))
    return measured


def examined(models: dict[str, dict[str, Floats]], rows: Sequence[Labelled]) -> dict[str, object]:
    """Precision and recall of everything told, on people nothing was learned from."""
    seen = [r for r in rows if r.beard != "-"]
    true = np.array([KINDS.index(BEARDS[r.beard]) for r in seen])
    said = told_kinds(models, np.array([r.lower for r in seen]))
    found: dict[str, object] = {kind: precision_recall(said, true, k) for k, kind in enumerate(KINDS)}
    found["beard at all"] = precision_recall((said > 0).astype(int), (true > 0).astype(int), 1)
    found["more than stubble"] = precision_recall((said > 1).astype(int), (true > 1).astype(int), 1)
    eyes = [r for r in rows if r.glasses != "-"]
    for name, asked in (("glasses", eyes), ("round", [r for r in eyes if r.glasses != "n"])):
        if asked:
            yes = np.array([r.glasses[0] == "r" if name == "round" else r.glasses != "n" for r in asked])
            told = chances(models[name], np.array([r.eyes for r in asked])) > 0.5
            found[name] = precision_recall(told.astype(int), yes.astype(int), 1)
    return found


def write(models: dict[str, dict[str, Floats]], measured: dict[str, object], learned: int, tested: int) -> None:
    """The arrays and their card into the package."""
    path = SHIPPED / f"{MODEL}.npz"
    arrays = {f"{name}_{key}": a.astype(np.float32) for name, model in models.items() for key, a in model.items()}
    np.savez_compressed(path, **arrays)
    card = Card(
        MODEL,
        path.name,
        sha256_of(path),
        "Edges around the eyes to glasses and their form; colours of the lower face to a kind of beard",
        "Apache-2.0",
        "python -m pyojeong.lab.traits_marks",
        (Ingredient("SFHQ and SFHQ-T2I figures", "MIT", f"{learned} generated faces, labelled by eye"),),
        {"beard": KINDS},
        {f"{tested} faces set aside": measured},
        (
            "Round against square frames is little better than a guess for cat-eye and aviator frames.",
            "Goatees and short full beards are taken for one another; stubble and side light look alike.",
        ),
    )
    save_card(card, SHIPPED / f"{MODEL}.json")


if __name__ == "__main__":
    said = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    sys.stdout.write(f"{main([Path(folder) for folder in said], test='--test' in sys.argv)}\n")
