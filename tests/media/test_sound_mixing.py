"""Sounds placed, joined, faded and ducked land where and as loud as asked."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.media.sound import Sound
from pyojeong.media.sound_mixing import as_mono, as_stereo, ducked, faded, joined, louder, placed

RATE = 8000


def level(value: float, seconds: float) -> Sound:
    return Sound(np.full(round(seconds * RATE), value, np.float32), RATE)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.2), st.floats(-1, 1)), max_size=4))
def test_placing_adds_and_loses_nothing(parts: list[tuple[float, float, float]]) -> None:
    sounds = [(at, level(value, seconds)) for at, seconds, value in parts]
    whole = placed(sounds, rate=RATE, seconds=2.0)
    assert len(whole.samples) == 2 * RATE
    assert whole.samples.sum(dtype=float) == pytest.approx(
        sum(float(s.samples.sum(dtype=float)) for _, s in sounds), abs=0.05
    )


def test_a_part_starts_at_its_second_and_is_cut_at_the_end() -> None:
    whole = placed([(0.5, level(0.3, 1.0))], rate=RATE, seconds=1.0)
    assert np.flatnonzero(whole.samples)[[0, -1]].tolist() == [4000, 7999]
    with pytest.raises(ValueError, match="start at 0"):
        placed([(-0.1, level(0.1, 0.1))], rate=RATE)


def test_one_and_two_channels_and_two_rates_meet() -> None:
    wide = as_stereo(level(0.2, 0.5), pan=1.0)
    assert not wide.samples[:, 0].any()
    whole = joined([wide, Sound(np.full(4000, 0.1, np.float32), 4000)])
    assert whole.samples.shape == (4000 + 8000, 2) and whole.rate == RATE
    assert as_mono(as_stereo(level(0.2, 0.1))).samples == pytest.approx(0.2)


@given(st.floats(-1, 1))
def test_panning_keeps_the_power(pan: float) -> None:
    sides = as_stereo(level(1.0, 0.001), pan=pan).samples[0]
    assert float((sides**2).sum()) == pytest.approx(2.0, rel=1e-5)


def test_fades_begin_and_end_in_silence() -> None:
    made = faded(level(1.0, 1.0), rise_seconds=0.2, fall_seconds=0.4).samples
    assert made[0] == made[-1] == 0.0 and made[4000] == 1.0
    assert made[800] == pytest.approx(np.sin(np.pi / 4), abs=1e-3) and made[-1600] == pytest.approx(
        np.sin(np.pi / 4), abs=1e-3
    )


def test_the_bed_is_soft_under_speech_alone() -> None:
    over = placed([(2.0, level(0.5, 1.0))], rate=RATE, seconds=5.0)
    bed = ducked(level(0.4, 5.0), over, decibels=12.0).samples
    assert bed[round(2.5 * RATE)] == pytest.approx(0.4 * 10 ** (-12 / 20), rel=1e-3)
    assert bed[RATE] == pytest.approx(0.4) and bed[round(4.5 * RATE)] == pytest.approx(0.4)
    assert np.abs(np.diff(bed)).max() < 0.001  # it glides
    assert louder(level(0.1, 0.1), 20.0).samples[0] == pytest.approx(1.0)
