from __future__ import annotations

import numpy as np
import pytest

from pyojeong.lab.face_coefficients import Table, correlations, fitted, out_of_fold, predicted
from pyojeong.rig import ARKIT_NAMES


@pytest.fixture(scope="module")
def table() -> Table:
    """Two hundred pictures and their mirror images; ten targets are linear in the features, the rest are noise."""
    rng = np.random.default_rng(0)
    features = rng.normal(size=(400, 30))
    targets = rng.uniform(size=(400, len(ARKIT_NAMES)))
    targets[:, :10] = np.clip(0.5 + features @ rng.normal(size=(30, 10)) * 0.03, 0, 1)
    targets[:, -1] = 0
    return Table(features, targets, np.repeat(np.arange(200), 2))


def test_what_is_linear_is_found_and_noise_is_not(table):
    r = correlations(out_of_fold(table, 1.0), table.targets)
    assert r[:10].min() > 0.99
    assert np.abs(r[10:-1]).max() < 0.3
    assert r[-1] == 0


def test_a_picture_and_its_mirror_image_are_judged_together():
    # Every picture's features are its own: only a model that saw its other copy could know the target.
    rng = np.random.default_rng(1)
    features = np.repeat(rng.normal(size=(60, 200)), 2, axis=0)
    targets = np.repeat(rng.uniform(size=(60, len(ARKIT_NAMES))), 2, axis=0)
    said = out_of_fold(Table(features, targets, np.repeat(np.arange(60), 2)), 1e-3)
    assert np.abs(correlations(said, targets)).mean() < 0.3


def test_a_strong_ridge_says_the_mean(table):
    model = fitted(table.features, table.targets, 1e12)
    assert predicted(model, table.features)[0] == pytest.approx(table.targets.mean(0), abs=1e-6)
