"""Last strokes on a spoken line: the tone of a voice and a small room around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pyojeong.performing.voice.pulses import RATE

Samples = npt.NDArray[np.float64]

_TAPS = 512
_ROOM_SECONDS = 0.22
_ROOM_GAIN = 0.045


def toned(samples: Samples, points: Sequence[tuple[float, float]]) -> Samples:
    """``samples`` with gains in dB at frequencies in Hz, straight between them on a logarithmic axis; no delay."""
    hertz = np.fft.rfftfreq(_TAPS, 1.0 / RATE)
    at = np.log([max(1.0, frequency) for frequency, _ in points])
    gains = 10 ** (np.interp(np.log(np.maximum(hertz, 1.0)), at, [gain for _, gain in points]) / 20)
    kernel = np.roll(np.fft.irfft(gains), _TAPS // 2) * np.hanning(_TAPS + 1)[:_TAPS]
    return _convolved(samples, kernel)[_TAPS // 2 : _TAPS // 2 + len(samples)]


def in_a_room(samples: Samples) -> Samples:
    """``samples`` in a furnished room: a short, dull decay, always the same. As long as before."""
    count = round(_ROOM_SECONDS * RATE)
    at = np.arange(count) / RATE
    decay = np.random.default_rng(11).standard_normal(count) * np.exp(-6.9 * at / _ROOM_SECONDS)
    duller = np.convolve(decay, np.exp(-np.arange(24) / 6.0))[:count]
    duller[: round(0.009 * RATE)] = 0.0
    duller /= np.sqrt((duller**2).sum())
    return samples + _ROOM_GAIN * _convolved(samples, duller)[: len(samples)]


def _convolved(samples: Samples, kernel: Samples) -> Samples:
    size = 1 << (len(samples) + len(kernel) - 1).bit_length()
    product = np.fft.rfft(samples, size) * np.fft.rfft(kernel, size)
    return np.asarray(np.fft.irfft(product, size)[: len(samples) + len(kernel) - 1])
