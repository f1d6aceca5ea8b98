from __future__ import annotations

import numpy as np
import pytest

from pyojeong.media import Image
from pyojeong.reading.face.coefficients import MODEL, PAIRS, distances, estimated_expression
from pyojeong.rig import ARKIT_NAMES
from pyojeong.weights.store import verify


def test_distances_do_not_know_place_size_or_turn(known_face):
    rng = np.random.default_rng(0)
    turn, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    moved = known_face.landmarks @ turn.T * 3.7 + np.array([100.0, -50.0, 7.0])
    assert distances(moved) == pytest.approx(distances(known_face.landmarks))


def test_pairs_are_two_different_landmarks():
    assert (PAIRS[:, 0] != PAIRS[:, 1]).all()
    assert 0 <= PAIRS.min() <= PAIRS.max() < 478


def test_the_card_promises_only_what_was_measured():
    card = verify(MODEL).card
    names = card.labels["expression"]
    measured = card.measured["Pearson r, 5 folds by picture"]
    assert set(measured) == set(ARKIT_NAMES)
    assert set(names) == {name for name, r in measured.items() if r >= 0.5}
    assert measured["mouthSmileLeft"] > 0.9


def test_a_smiling_face_reads_as_smiling(known_face):
    expression = estimated_expression(known_face)
    left, right = expression.both("mouthSmile")
    assert min(left, right) > 0.5
    assert max(expression.both("mouthFrown")) < 0.2
    assert max(expression.both("eyeBlink")) < 0.5


def test_the_mirror_image_has_left_and_right_exchanged(finder, portrait, known_face):
    (mirrored,) = finder.find(Image(np.ascontiguousarray(portrait.pixels[:, ::-1])))
    expected, got = estimated_expression(known_face).mirrored(), estimated_expression(mirrored)
    assert np.mean([abs(expected[n] - got[n]) for n in ARKIT_NAMES]) < 0.05
