"""What light left on a face is taken away, what is the face's own stays."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.evening import evened, without_strands
from pyojeong.performing.avatar.texture.unwrapping import Unwrapping, unwrapped

TONE = np.array([0.5, 0.3, 0.2], np.float32)
HAIR = np.array([0.03, 0.02, 0.015], np.float32)


@pytest.fixture(scope="module")
def flat() -> Unwrapping:
    return unwrapped(512)


def places(flat: Unwrapping) -> np.ndarray:
    return flat.of(Template.shipped().neutral)


def skin(flat: Unwrapping) -> np.ndarray:
    return np.tile(TONE, (len(flat.rows), 1))


def ones(flat: Unwrapping) -> np.ndarray:
    return np.ones(len(flat.rows), np.float32)


def test_even_skin_stays_as_it_is(flat: Unwrapping) -> None:
    full = ones(flat)
    found = evened(flat, skin(flat), full, skin(flat), full, full, TONE)
    np.testing.assert_allclose(found, skin(flat), rtol=1e-3)


def test_light_from_one_side_is_shared_and_a_mole_is_not(flat: Unwrapping) -> None:
    at, full = places(flat), ones(flat)
    side = np.exp(0.4 * np.tanh(at[:, 0] / 3.0))[:, None].astype(np.float32)
    spot = at[np.linalg.norm(at - [3.5, -1.0, 9.0], axis=1).argmin()]
    mole = np.linalg.norm(at - spot, axis=1) < 0.15
    assert mole.sum() > 5
    own, other = skin(flat) * side, skin(flat) / side
    own[mole] *= 0.3
    found = evened(flat, own, full, other, full, full, TONE)
    face = (at[:, 2] > 4) & (np.abs(at[:, 0]) > 3) & ~mole
    before, after = (np.abs(np.log(one[face] / TONE)).mean() for one in (own, found))
    assert after < 0.35 * before
    assert found[mole].mean() < 0.5 * found[face].mean()


def test_a_white_beard_is_no_light(flat: Unwrapping) -> None:
    at, full = places(flat), ones(flat)
    beard = (at[:, 1] < -4) & (at[:, 2] > 3)
    own = skin(flat)
    own[beard] = [0.6, 0.58, 0.55]
    found = evened(flat, own, full, own, full, full, TONE)
    middle = (at[:, 1] < -6) & (at[:, 1] > -8) & (at[:, 2] > 6)
    np.testing.assert_allclose(found[middle], own[middle], rtol=0.12)


def test_strands_on_the_forehead_become_skin_and_brows_do_not(flat: Unwrapping) -> None:
    at, full = places(flat), ones(flat)
    skin_part = flat.of((Template.shipped().parts == Part.SKIN).astype(np.float32)) > 0.5
    lines = (np.abs(at[:, 0] % 1.0 - 0.5) < 0.06) & (at[:, 2] > 6) & (at[:, 1] > 5) & skin_part
    own = skin(flat)
    own[lines] = HAIR
    found = without_strands(flat, own, full, at, full, HAIR)
    forehead, brows = lines & (at[:, 1] > 7.8), lines & (at[:, 1] < 5.8)
    assert forehead.sum() > 100 and brows.sum() > 20
    assert np.abs(np.log(found[forehead] / TONE)).mean() < 0.3
    np.testing.assert_allclose(found[brows], own[brows], rtol=1e-3)
    np.testing.assert_array_equal(without_strands(flat, own, full, at, full, None), own)
