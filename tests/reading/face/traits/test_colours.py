from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.reading.face.traits.colours import encoded, hexed, lab_of_rgb, linear, rgb_of, tone_angle
from pyojeong.reading.face.traits.white_balance import FILE, gain_against

_RGB = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: np.array(rgb, np.uint8))


@given(_RGB)
def test_colours_come_back(rgb):
    assert np.rint(encoded(linear(rgb))).astype(np.uint8).tolist() == rgb.tolist()
    assert rgb_of(hexed(rgb)).tolist() == rgb.tolist()


@given(_RGB)
def test_the_table_of_pixels_is_the_formula(rgb):
    assert linear(rgb) == pytest.approx(linear(rgb.astype(float)))


@pytest.mark.parametrize(("rgb", "lab"), [((255, 0, 0), (53.24, 80.09, 67.20)), ((0, 0, 255), (32.30, 79.19, -107.86))])
def test_lab_of_primaries(rgb, lab):
    """Published CIELAB of sRGB primaries (Lindbloom)."""
    assert lab_of_rgb(np.array(rgb)) == pytest.approx(np.array(lab), abs=0.05)


def test_darker_skin_has_a_lower_tone_angle():
    dark, light = (tone_angle(lab_of_rgb(rgb_of(colour))) for colour in ("#5a3a2a", "#f0c8b0"))
    assert dark < 0 < 30 < light


@given(st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_taking_a_cast_away_keeps_grey_as_bright(red, blue):
    gain = gain_against(np.array([red, blue]))
    assert gain @ np.array([0.2126729, 0.7151522, 0.0721750]) == pytest.approx(1, abs=1e-6)
    cast = np.exp([red, 0, blue])
    assert np.ptp(np.log(gain * cast)) < 1e-9


def test_white_balance_was_measured_even_over_tones():
    """Of colour casts, half or more is taken away for every tone, and no tone comes out lighter or darker."""
    measured = json.loads(FILE.read_text("utf-8"))
    casts = ("warm", "tungsten", "cool", "shade", "green", "magenta")
    left = {tone: np.mean([row[c] for c in casts]) for tone, row in measured["error_left"].items()}
    before = {tone: np.mean([row[c] for c in casts]) for tone, row in measured["error_before"].items()}
    assert len(left) == 6 and min(row["people"] for row in measured["error_left"].values()) >= 20
    assert max(left.values()) < 6 and all(left[tone] < 0.65 * before[tone] for tone in left)
    assert max(map(abs, measured["lightness_bias"].values())) < 0.5
