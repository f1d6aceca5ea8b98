"""The gate's model of abuse: logistic regression on hashed line grams of comments that people labelled.

Every set is cut by its text's own hash (`datasets.in_fifth`); that fifth is never learned from and measures the model.
"""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab import datasets
from pyojeong.lab.text_linear import line_matrix, rarity
from pyojeong.reading.text.gate.gate import SHIPPED, Gate
from pyojeong.reading.text.gate.lexicon import Lexicon, lexicon
from pyojeong.reading.text.linear import LineTable
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED as PACKAGE
from pyojeong.weights.store import sha256_of

Chances = NDArray[np.float64]
_STRENGTH = 0.1  # among 0.03, 0.1, 0.3 on held-out rows of training folds: the fewest false alarms at equal recall
_NOT_HATE = "8"
_PROFANITY = "3"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, whether its raters called it rude, and its set; ``swears`` where they said so of its words."""

    text: str
    rude: bool
    source: str
    swears: bool = False

    @property
    def held_out(self) -> bool:
        """Whether it measures instead of teaching."""
        return datasets.in_fifth(self.text)


@dataclass(frozen=True, slots=True)
class Sources:
    """Folders: the text sets, those shared alike (``kmhas``, ``beep_hate``), and the project's own sentences."""

    texts: Path
    shared_alike: Path
    corpora: Path


def remarks(sources: Sources) -> list[Remark]:
    """Every labelled comment, and this project's own sentences without a rude word as polite ones; each text once."""
    others = sources.shared_alike
    found = [*_curse(sources.texts), *_kmhas(others), *_beep(others), *_own(sources.corpora, lexicon())]
    return list({remark.text: remark for remark in reversed(found)}.values())[::-1]


def fit(rows: Sequence[Remark]) -> LineTable:
    """The table learned from the rows that are not held out."""
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    learn = [row for row in rows if not row.held_out]
    matrix = line_matrix([row.text for row in learn])
    fold = rarity(matrix)
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0)
    model.fit(matrix @ sparse.diags(fold), [row.rude for row in learn])
    weights = model.coef_[0] * fold
    step = float(np.abs(weights).max() / 127)
    return LineTable(np.round(weights / step).astype(np.int8), step, float(model.intercept_[0]))


def measure(gate: Gate, rows: Sequence[Remark]) -> dict[str, Any]:
    """Recall and false alarms on held-out rows by set, for the whole gate and for the model alone at one half."""
    held = [row for row in rows if row.held_out]
    report: dict[str, Any] = {}
    for source in dict.fromkeys(row.source for row in held):
        some = [row for row in held if row.source == source]
        rude = np.array([row.rude for row in some])
        stopped = np.array([not gate.check(row.text).polite for row in some])
        chances = np.array([gate.chance(row.text) for row in some])
        report[source] = {
            "rows": len(some),
            "floor_accuracy": round(float(max(rude.mean(), 1 - rude.mean())), 3),
            "gate": _rates(stopped, rude),
            "model": _rates(chances > 0.5, rude) | {"auc": _auc(chances, rude)},
        }
        swears = np.array([row.swears for row in some])
        if swears.any():
            report[source]["gate"]["recall_of_profanity"] = round(float(stopped[swears].mean()), 3)
    return report


def measure_written(gate: Gate, corpora: Path) -> dict[str, Any]:
    """Recall and false alarms by group on the set written for the gate, by a hand that had not seen it; test only."""
    lines = (corpora / "authored" / "test_manners.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    rude = np.array([row[0] == "1" for row in rows])
    groups = np.array([row[1] for row in rows])
    stopped = np.array([not gate.check(row[2]).polite for row in rows])
    by_group = {
        str(group): f"{int(stopped[groups == group].sum())} of {int((groups == group).sum())} stopped"
        for group in dict.fromkeys(groups.tolist())
    }
    return {"rows": len(rows), "gate": _rates(stopped, rude), "groups": by_group}


def train_and_export(sources: Sources) -> Path:
    """The card of the gate's model, put into the package."""
    rows = remarks(sources)
    table = fit(rows)
    target = PACKAGE / f"{SHIPPED}.npz"
    np.savez_compressed(
        target, weights=table.weights, step=np.array(table.step, np.float32), bias=np.array(table.bias, np.float32)
    )
    card = target.with_suffix(".json")
    gate = Gate(lexicon(), table)
    measured = measure(gate, rows) | {"written": measure_written(gate, sources.corpora)}
    save_card(gate_card(sha256_of(target), rows, measured), card)
    return card


def gate_card(sha256: str, rows: Sequence[Remark], measured: dict[str, Any]) -> Card:
    """The card of the gate's model."""
    taught = [row for row in rows if not row.held_out]

    def used(source: str) -> str:
        some = [row for row in taught if row.source == source]
        return f"{len(some)} rows, {sum(row.rude for row in some)} rude; every fifth by SHA-1 held out"

    return Card(
        name=SHIPPED,
        file=f"{SHIPPED}.npz",
        sha256=sha256,
        task="A Korean line in; the chance that people would call it abusive out.",
        licence="CC-BY-SA-4.0",
        source="pyojeong-lab export gate --data TEXTS --shared-alike FOLDER",
        ingredients=(
            Ingredient("Curse-detection-data", "MIT", used("curse")),
            Ingredient("K-MHaS", "CC-BY-SA-4.0", used("kmhas")),
            Ingredient("BEEP! Korean hate speech", "CC-BY-SA-4.0", used("beep")),
            Ingredient("corpora/authored", "Apache-2.0", used("own")),
        ),
        measured=measured,
        weak=(
            "Contempt without a rude word is often missed: half of what raters of BEEP called offensive.",
            "Comments name groups often; a neutral remark about them may be suspected.",
        ),
    )


def _curse(texts: Path) -> list[Remark]:
    return [Remark(text, bool(label), "curse") for text, label in datasets.insults(texts)]


def _kmhas(shared_alike: Path) -> list[Remark]:
    rows = []
    for part in ("valid", "test"):
        for line in _lines(shared_alike / "kmhas" / f"kmhas_{part}.txt.xz"):
            text, _, labels = line.rpartition("\t")
            rows.append(Remark(text, labels != _NOT_HATE, "kmhas", _PROFANITY in labels.split(",")))
    return rows


def _beep(shared_alike: Path) -> list[Remark]:
    folder = shared_alike / "beep_hate"
    lines = [*_lines(folder / "train.tsv.xz"), *_lines(folder / "dev.tsv")]
    fields = [line.split("\t") for line in lines]
    return [Remark(some[0], some[-1] != "none", "beep") for some in fields if len(some) == 4]


def _own(corpora: Path, words: Lexicon) -> list[Remark]:
    texts = (row.text for row in datasets.everyday_training(corpora) if row.hand not in ("human", "forms"))
    return [Remark(text, False, "own") for text in texts if not any(map(words.found, words.forms(text)))]


def _lines(path: Path) -> list[str]:
    """The lines of a text file, packed or not, without its heading."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\r\n") for line in file][1:]


def _rates(stopped: NDArray[np.bool_], rude: NDArray[np.bool_]) -> dict[str, float | None]:
    return {
        "recall": round(float(stopped[rude].mean()), 4) if rude.any() else None,
        "false_alarms": round(float(stopped[~rude].mean()), 4),
    }


def _auc(chances: Chances, rude: NDArray[np.bool_]) -> float | None:
    from sklearn.metrics import roc_auc_score

    return round(float(roc_auc_score(rude, chances)), 3) if rude.any() else None
