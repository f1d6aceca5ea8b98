from dataclasses import replace

import numpy as np
import pytest

from pyojeong.reading.face.traits.colours import difference, encoded, lab, linear
from pyojeong.reading.face.traits.exposure import MOST, exposure_gain
from pyojeong.reading.face.traits.frame import CROP_PX, framed
from pyojeong.reading.face.traits.skin import sampled_skin

HAIR = np.zeros((CROP_PX, CROP_PX), bool)


@pytest.fixture(scope="module")
def crop(portrait, known_face):
    return framed(portrait.rgb, known_face)


def dimmed(crop, log_gain):
    return replace(crop, rgb=np.rint(encoded(linear(crop.rgb) * np.exp(log_gain))).astype(np.uint8))


def gain_of(crop):
    return exposure_gain(crop, HAIR, sampled_skin(crop, HAIR))


def test_a_well_lit_photo_is_left_and_a_dim_one_is_taken_brighter(crop):
    gains = [gain_of(dimmed(crop, shift)) for shift in (0.0, -0.6, -1.2)]
    assert gains[0] < 1.1
    assert gains[0] < gains[1] < gains[2] <= np.exp(MOST)


def test_skin_of_a_dim_photo_comes_nearer_to_its_own_tone(crop):
    own, dim = sampled_skin(crop, HAIR).light, sampled_skin(dimmed(crop, -1.0), HAIR).light
    mended = dim * gain_of(dimmed(crop, -1.0))
    assert difference(lab(mended), lab(own)) < 0.6 * difference(lab(dim), lab(own))


def test_a_bright_photo_is_never_darkened(crop):
    assert gain_of(dimmed(crop, 0.3)) >= 1.0
