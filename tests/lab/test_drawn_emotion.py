"""The laboratory's steps for drawn faces: characters by chance, sums that can be taken away, honest figures."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_pictures import ACTS_EACH, of_design, random_character
from pyojeong.lab.drawn_emotion_training import figures, moments_of, shares_of, sharpness_of, solved, with_words
from pyojeong.performing.character import DESIGNS, choices_of


@pytest.mark.parametrize("name", DESIGNS)
def test_characters_by_chance_offer_only_what_their_design_has(name: str) -> None:
    chance = random.Random(5)
    for seed in range(6):
        choices_of(random_character(name, DESIGNS[name].space, chance, seed=seed))


def test_drawings_are_kept_and_taken_from_there(tmp_path: Path) -> None:
    first = of_design(DESIGNS["mascot"], tmp_path, characters=1)
    assert first.pictures.shape == (ACTS_EACH, 100, 100, 4)
    assert set(first.labels[:16].tolist()) == set(range(8))
    again = of_design(DESIGNS["mascot"], tmp_path, characters=1)
    assert np.array_equal(first.pictures, again.pictures) and first.acts == again.acts


def test_taking_a_set_away_equals_never_having_seen_it() -> None:
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(80, 6)).astype(np.float32)
    labels = chance.integers(0, 8, 80)
    whole, part = moments_of(rows, labels), moments_of(rows[:30], labels[:30])
    left, right = solved(whole - part, 1.0), solved(moments_of(rows[30:], labels[30:]), 1.0)
    assert left.scores(rows) == pytest.approx(right.scores(rows), abs=1e-4)


def test_what_can_be_told_apart_is_learned_and_sharpened() -> None:
    labels = np.repeat(np.arange(8), 20)
    rows = (np.eye(8)[labels] + np.random.default_rng(4).normal(0, 0.05, (160, 8))).astype(np.float32)
    scores = solved(moments_of(rows, labels), 0.1).scores(rows)
    pictures = labels[::2]
    shares = shares_of(scores, sharpness_of(scores, pictures))
    found = figures(shares, pictures)
    assert found["accuracy"] == 1.0 and found["floor_accuracy"] == 0.125
    assert set(found["recall"]) == {emotion.value for emotion in Emotion}  # type: ignore[call-overload]


def test_words_stand_beside_a_smaller_figure() -> None:
    picture = np.zeros((100, 100, 4), np.uint8)
    picture[10:90, 10:90] = (200, 30, 30, 255)
    worded = with_words(picture, np.random.default_rng(1))
    red = (worded[:, :, 0] == 200) & (worded[:, :, 3] == 255)
    assert 0.2 < red.mean() < 0.6 and (worded[:, :, 3] > 0).mean() > red.mean()


def test_the_blind_labels_are_whole() -> None:
    import pyojeong.lab.drawn_emotion_blind as blind

    lines = Path(blind.__file__).with_suffix(".tsv").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines[1:]]
    assert len(cells) == 64 and {cell for row in cells for cell in (row[2], row[4])} <= {e.value for e in Emotion}
