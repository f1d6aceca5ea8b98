"""The meter shows what the standard says of known signals, and normalising ends at its target."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.media.loudness import limited, loudness_of, normalised
from pyojeong.media.sound import Sound


def sine(
    decibels: float, *, hertz: float = 997.0, seconds: float = 4.0, rate: int = 48_000, phase: float = 0.0
) -> np.ndarray:
    at = np.arange(round(seconds * rate)) / rate
    return (10 ** (decibels / 20) * np.sin(2 * np.pi * hertz * at + phase)).astype(np.float32)


@pytest.mark.parametrize("rate, off", [(48_000, 0.02), (44_100, 0.03), (24_000, 0.05), (22_050, 0.05)])
def test_a_sine_measures_as_the_standard_says(rate: int, off: float) -> None:
    """BS.1770-4 annex 1: 997 Hz at 0 dBFS in one channel is -3.01 LKFS."""
    one = sine(-20.0, rate=rate)
    assert loudness_of(Sound(one, rate)).lufs == pytest.approx(-23.01, abs=off)
    assert loudness_of(Sound(np.stack([one, one], axis=1), rate)).lufs == pytest.approx(-20.0, abs=off)


def test_the_gates_leave_out_what_is_much_softer() -> None:
    """EBU Tech 3341, test 3: 10 s at -36, 60 s at -23, 10 s at -36 measure -23.0 LUFS."""
    whole = np.concatenate(
        [
            sine(-36.0, seconds=10, rate=24_000),
            sine(-23.0, seconds=60, rate=24_000),
            sine(-36.0, seconds=10, rate=24_000),
        ]
    )
    assert loudness_of(Sound(np.stack([whole, whole], axis=1), 24_000)).lufs == pytest.approx(-23.0, abs=0.1)


def test_the_true_peak_is_seen_between_the_samples() -> None:
    """EBU Tech 3341, test 16: a quarter of the rate at 45° has samples 3 dB under its peak."""
    wave = sine(-6.0, hertz=12_000.0, phase=math.pi / 4) * np.hanning(4 * 48_000).astype(np.float32)
    sound = Sound(wave, 48_000)
    assert 20 * math.log10(sound.peak) == pytest.approx(-9.0, abs=0.1)
    assert loudness_of(sound).peak_dbtp == pytest.approx(-6.0, abs=0.1)


def test_silence_has_no_loudness_and_stays_silence() -> None:
    nothing = Sound.silence(1.0, 24_000)
    assert loudness_of(nothing).lufs == loudness_of(nothing).peak_dbtp == -math.inf
    assert not normalised(nothing).samples.any()
    assert loudness_of(Sound(np.zeros(0, np.float32), 24_000)).lufs == -math.inf
    assert loudness_of(Sound(sine(-6.0, seconds=0.2), 48_000)).lufs == -math.inf


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 99), st.floats(0.02, 0.6), st.integers(3000, 9000))
def test_normalising_ends_at_its_target_without_a_peak_above_the_limit(seed: int, gain: float, every: int) -> None:
    wave = (np.random.default_rng(seed).standard_normal(3 * 24_000) * gain * 0.1).astype(np.float32)
    wave[::every] = 0.95
    made = loudness_of(normalised(Sound(wave, 24_000)))
    assert made.lufs == pytest.approx(-16.0, abs=0.5) and made.peak_dbtp <= -0.99


def test_the_limiter_leaves_alone_what_is_under_its_limit() -> None:
    quiet = Sound(sine(-6.0), 48_000)
    assert limited(quiet).samples is quiet.samples
    burst = Sound(np.concatenate([sine(-12.0, seconds=1), sine(6.0, seconds=0.1), sine(-12.0, seconds=1)]), 48_000)
    made = limited(burst)
    assert loudness_of(made).peak_dbtp <= -1.0
    assert np.array_equal(made.samples[:40_000], burst.samples[:40_000])
