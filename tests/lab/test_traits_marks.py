"""Labels of beards, and the models learned from them."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from pyojeong.lab.traits_marks import ASIDE, BEARDS, KINDS, LABELS, chances, fitted, told_kinds
from pyojeong.reading.face.traits.face_marks import HAIRY, MODEL
from pyojeong.weights.store import arrays_of


def rows() -> list[dict[str, str]]:
    with LABELS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def kind_of(lower: str) -> str:
    lip, chin, jaw = (int(digit) for digit in lower)
    if chin == 2:
        return "fu" if jaw == 2 else "go"
    return "mu" if lip == 2 else "st" if lip + chin + jaw else "n"


def test_kinds_follow_from_lip_chin_and_jaw_but_for_the_older_part() -> None:
    looked = [row for row in rows() if row["lower"] != "-"]
    assert len(looked) > 800
    assert [row["file"] for row in looked if kind_of(row["lower"]) != row["beard"]] == []
    assert {row["part"] for row in looked} == {"dev", "extra", "fresh"}


def test_nobody_is_labelled_twice_and_every_label_is_known() -> None:
    files = [row["file"] for row in rows()]
    assert len(files) == len(set(files))
    assert {row["beard"] for row in rows()} == {*BEARDS, "-"}
    aside = [row for row in rows() if row["part"] in ASIDE]
    assert sum(row["beard"] == "mu" for row in aside) == 11


def test_a_fit_tells_what_can_be_told_and_weighs_as_asked() -> None:
    pytest.importorskip("sklearn", reason="lab: scikit-learn is not installed")
    rng = np.random.default_rng(0)
    yes = rng.random(400) < 0.25
    features = rng.normal(0, 1, (400, 3)) + np.where(yes, 1.5, 0.0)[:, None] * (1, 0, 0)
    alike, once = (chances(fitted(features, yes, 1.0, weighs), features) for weighs in (None, 1.0))
    assert ((alike > 0.5) == yes).mean() > 0.7
    assert (alike > 0.5).sum() > (once > 0.5).sum()


def test_the_shipped_model_answers_every_question_alone() -> None:
    arrays = arrays_of(MODEL)
    models = {
        name: {key: arrays[f"{name}_{key}"] for key in ("mean", "scale", "weights", "bias")}
        for name in ("glasses", "round", "beard", *HAIRY)
    }
    usual = models["beard"]["mean"][None]
    assert [KINDS[k] for k in told_kinds(models, usual)] == ["none"]
