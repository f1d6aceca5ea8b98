"""The text model as a product: trained into a file, measured, and put into the package with its card."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab import datasets, text_recipe
from pyojeong.lab.text_evaluation import Outcome, emotion_report
from pyojeong.lab.text_export import write
from pyojeong.lab.text_joining import chances_of, cross_joined, f1_by_label, naming_thresholds, shares_of
from pyojeong.lab.text_material import FOLDS, Feelings
from pyojeong.lab.text_measuring import measure
from pyojeong.lab.text_pictures import draw_all
from pyojeong.reading.text.model import EMOTIONS, FEELINGS, TextModel
from pyojeong.reading.text.reader import SHIPPED
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED as PACKAGE
from pyojeong.weights.store import arrays_of, sha256_of

Floats = NDArray[np.float32]
_FILE = f"{SHIPPED}.npz"
_FOLDS_FILE = "folds.json"


def train_text_model(data: Path, corpora: Path, work: Path) -> Path:
    """The trained model's file in ``work``, after every stage that was not done yet."""
    bench = text_recipe.open_bench(data, corpora, work)
    network, network_said = text_recipe.tune_folds(bench, text_recipe.raise_networks(bench))
    linear, linear_said = text_recipe.fit_linear(bench)
    rows, said = text_recipe.side_by_side(bench.rows, network_said, linear_said)
    positive = np.array([row.positive for row in bench.reviews.dev])
    joinable = np.array([datasets.digest(row.text)[0] == "0" for row in bench.reviews.dev])
    kote, everyday = cross_joined(rows, said, positive)
    (work / _FOLDS_FILE).write_text(json.dumps(folds_report(rows, kote, everyday), ensure_ascii=False), "utf-8")
    write(text_recipe.assemble(network, linear, rows, said, positive, joinable), work / _FILE)
    return work / _FILE


def folds_report(rows: Feelings, kote: Floats, everyday: Floats) -> dict[str, Any]:
    """What choices were made on: every row judged by members and joins that never met it, and lone hands apart."""
    chances = chances_of(kote)
    named = np.zeros(chances.shape, bool)
    for fold in range(FOLDS):
        other = rows.kote_fold != fold
        limits = naming_thresholds(chances[other], rows.kote_labels[other])
        named[~other] = chances[~other] >= limits
    hands = np.array([row.hand for row in rows.everyday])
    report = {
        hand: emotion_report(_outcome(shares_of(everyday), rows, np.flatnonzero(hands == hand)))
        for hand in dict.fromkeys(hands.tolist())
    }
    told = rows.kote_clear >= 0
    shares = shares_of(kote)[told]
    clear = Outcome(shares, rows.kote_clear[told], np.full(told.sum(), -1), shares.max(axis=1))
    return {
        **report,
        "kote_clear": emotion_report(clear),
        "kote_macro_f1": float(f1_by_label(named, rows.kote_labels).mean()),
    }


def _outcome(shares: Floats, rows: Feelings, chosen: NDArray[np.int64]) -> Outcome:
    second = np.array([-1 if r.second is None else EMOTIONS.index(r.second) for r in rows.everyday])
    return Outcome(shares[chosen], rows.everyday_emotion[chosen], second[chosen], shares[chosen].max(axis=1))


def measure_shipped(data: Path, corpora: Path, *, tests: bool, pictures: Path | None) -> dict[str, Any]:
    """Every figure of the shipped model; the everyday tests and the groups only when asked for."""
    found = measure(TextModel.from_arrays(arrays_of(SHIPPED)), data, corpora, tests=tests)
    if pictures is not None:
        draw_all(found, pictures)
    return found.report


def export_text_model(data: Path, corpora: Path, work: Path, *, tests: bool, pictures: Path | None) -> Path:
    """The card written beside the model's new place in the package."""
    target = PACKAGE / _FILE
    shutil.copyfile(work / _FILE, target)
    save_card(text_card(sha256_of(target), {}), target.with_suffix(".json"))
    measured = measure_shipped(data, corpora, tests=tests, pictures=pictures)
    measured["folds"] = json.loads((work / _FOLDS_FILE).read_text("utf-8"))
    save_card(text_card(sha256_of(target), measured), target.with_suffix(".json"))
    return target.with_suffix(".json")


def text_card(sha256: str, measured: dict[str, Any]) -> Card:
    """The card of the text model."""
    return Card(
        name=SHIPPED,
        file=_FILE,
        sha256=sha256,
        task="Korean sentences in; shares of eight emotions, 44 feelings, polarity, intensity and certainty out.",
        licence="Apache-2.0",
        source="pyojeong-lab train text --data DATA, then export text; seeds in lab/text_recipe.py; run from the "
        "first step to the last on a machine shared with other work (docs/journal/2026-11-text.md).",
        ingredients=_INGREDIENTS,
        labels={"shares": tuple(map(str, EMOTIONS)), "feelings": tuple(map(str, FEELINGS))},
        measured=measured,
        weak=_WEAK,
    )


_INGREDIENTS = (
    Ingredient("NSMC ratings_train", "CC0-1.0", "131,273 rows: polarity; rows whose SHA-1 starts with 0 or 1 are dev"),
    Ingredient("NSMC raw reviews", "CC0-1.0", "621,393 ratings 1-10, without dev texts and the standard test's texts"),
    Ingredient("KOTE val.tsv", "MIT", "3,987 rows, 44 labels; 1,013 rows (SHA-1 mod 5 = 0) held out"),
    Ingredient(
        "GoEmotions, Korean translation",
        "Apache-2.0",
        "its training part, 28 labels; dev and test parts were never seen",
    ),
    Ingredient("Chatbot_data", "MIT", "11,823 questions: topic"),
    Ingredient("Curse-detection-data", "MIT", "5,825 comments: insulting or not"),
    Ingredient("kiwipiepy_model", "Apache-2.0", "cosines of morpheme embeddings taught the gram table before training"),
    Ingredient("corpora/authored", "Apache-2.0", "16,305 sentences written for this project, fourteen files"),
    Ingredient("corpora/annotated", "CC0-1.0 and MIT", "3,555 NSMC and chatbot lines, annotated for this project"),
)
_WEAK = (
    "Comments: fear and embarrassment are hardly ever found (F1 0.04, 0.05), surprise and disgust seldom (0.32).",
    "Feelings told by events alone, without a word of feeling, are often missed.",
    "Sarcasm: half is right; quoted feelings of others are read as the writer's own.",
    "Sentences that only their neighbours explain: 0.36 right (0.21 alone), and only where both neighbours agree.",
    "Certainty: too low for plain everyday lines (by 9 points), too high for comments and lines of people.",
    "The everyday tests are plainer than diaries: on unmet diaries and tales somewhat over half are right (folds).",
    "Denied feelings are read as neutral, or sad when joy is denied (별로 안 기뻐: in between).",
    "Rare feelings (죄책감, 패배/자기혐오, 서러움, 귀찮음, 부끄러움) have low F1: see measured.",
)
