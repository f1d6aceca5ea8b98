"""How loud a sound is heard (ITU-R BS.1770-4, EBU R 128), and sounds brought to one loudness without clipping.

One channel counts once, as the standard has it: the same samples on two speakers measure 3 LU more.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.media.sound import Sound

TARGET_LUFS = -16.0
"""Of what is heard on phones and laptops (AES TD1008); broadcasting has -23."""
PEAK_DBTP = -1.0
"""True peak that leaves room for lossy encoders (EBU R 128 s1)."""

_OFFSET = -0.691
_ABSOLUTE_GATE, _RELATIVE_GATE = -70.0, -10.0
_BLOCK_SECONDS, _STEP_SECONDS = 0.4, 0.1
_SHELF_HZ, _SHELF_DB, _SHELF_Q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
_PASS_HZ, _PASS_Q = 38.13547087602444, 0.5003270373238773
"""The two filters of BS.1770 for any rate (De Man 2014, "Evaluation of implementations of the EBU R128")."""
_CHUNK = 1 << 16
_FINE_CHUNK, _FINE_MARGIN = 1 << 14, 512
_OVERSAMPLING = 4
_ROUNDS = 6

Waves = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Loudness:
    """What a meter shows.

    Attributes:
        lufs: Integrated loudness with both gates; -inf for silence and for less than 0.4 s.
        peak_dbtp: The true peak: of the wave between the samples too; -inf for silence.
    """

    lufs: float
    peak_dbtp: float


def loudness_of(sound: Sound) -> Loudness:
    """Integrated loudness and true peak."""
    channels = np.atleast_2d(sound.samples.T).astype(np.float64)
    step = round(_STEP_SECONDS * sound.rate)
    powers = sum((_step_powers(channel, sound.rate, step) for channel in channels), np.zeros(1))
    peak = max((float(np.abs(part).max(initial=0.0)) for c in channels for part in _oversampled(c)), default=0.0)
    return Loudness(_integrated(np.asarray(powers)), _decibels(peak))


def normalised(sound: Sound, *, lufs: float = TARGET_LUFS, peak_dbtp: float = PEAK_DBTP) -> Sound:
    """``sound`` as loud as ``lufs``, its true peaks held under ``peak_dbtp``; silence stays as it is.

    Peaks above the limit are turned down for some milliseconds around them. Where holding them costs loudness, gain and
    limit are applied again, up to `_ROUNDS` times: clicks that are all peak and no sound stay softer than asked.
    """
    made = sound
    for _ in range(_ROUNDS):
        measured = loudness_of(made)
        if not math.isfinite(measured.lufs):
            return made
        gain = lufs - measured.lufs
        if abs(gain) < 0.05 and measured.peak_dbtp <= peak_dbtp:
            return made
        made = limited(Sound(made.samples * np.float32(10 ** (gain / 20)), made.rate), peak_dbtp=peak_dbtp)
    return made


def limited(sound: Sound, *, peak_dbtp: float = PEAK_DBTP) -> Sound:
    """``sound`` with every true peak under ``peak_dbtp``: gain falls 5 ms before a peak and rises after it."""
    most = 10 ** ((peak_dbtp - 0.02) / 20)
    channels = np.atleast_2d(sound.samples.T).astype(np.float64)
    block = max(1, sound.rate // 1000)
    count = -(-channels.shape[1] // block) if channels.shape[1] else 0
    peaks = np.zeros(count)
    for channel in channels:
        peaks = np.maximum(peaks, _block_peaks(channel, block, count))
    if not count or peaks.max() <= most:
        return sound
    wanted = np.minimum(1.0, most / np.maximum(peaks, 1e-12))
    lowest = np.lib.stride_tricks.sliding_window_view(np.pad(wanted, 8, mode="edge"), 17).min(axis=1)
    window = np.hanning(15)[1:-1] / np.hanning(15)[1:-1].sum()
    gain = np.convolve(np.pad(lowest, 6, mode="edge"), window, "valid")
    at = np.arange(channels.shape[1]) / block - 0.5
    smooth = np.interp(at, np.arange(count), gain).astype(np.float32)
    return Sound(sound.samples * (smooth if sound.samples.ndim == 1 else smooth[:, None]), sound.rate)


def _integrated(powers: Waves) -> float:
    """Loudness of blocks of four steps, through both gates."""
    if len(powers) < 4:
        return -math.inf
    blocks = np.convolve(powers, np.ones(4) / 4, "valid")
    levels = _OFFSET + 10 * np.log10(np.maximum(blocks, 1e-20))
    loud = blocks[levels > _ABSOLUTE_GATE]
    if not len(loud):
        return -math.inf
    gate = _OFFSET + 10 * math.log10(loud.mean()) + _RELATIVE_GATE
    kept = blocks[(levels > gate) & (levels > _ABSOLUTE_GATE)]
    return float(_OFFSET + 10 * math.log10(kept.mean()))


def _step_powers(channel: Waves, rate: int, step: int) -> Waves:
    """Mean square of the weighted channel in every whole step of 0.1 s."""
    powers, left = [np.zeros(0)], np.zeros(0)
    for piece in _weighted(channel, rate):
        weighted = np.concatenate([left, piece])
        whole = len(weighted) // step
        powers.append((weighted[: whole * step].reshape(whole, step) ** 2).mean(axis=1))
        left = weighted[whole * step :]
    return np.concatenate(powers)


def _weighted(channel: Waves, rate: int) -> Iterator[Waves]:
    """The channel through both filters, piece by piece; each piece is warmed by what came before it."""
    before = rate // 2
    size = _CHUNK
    while size < 4 * before:
        size *= 2
    response = _response(np.fft.rfftfreq(size, 1.0 / rate), rate)
    for start in range(0, len(channel), size - before):
        piece = np.zeros(size)  # what rings past its end comes round into the part that is thrown away
        first = start - before
        kept = channel[max(0, first) : first + size]
        piece[max(0, -first) : max(0, -first) + len(kept)] = kept
        filtered = np.fft.irfft(np.fft.rfft(piece) * response, size)
        yield filtered[before : before + min(size - before, len(channel) - start)]


def _response(hertz: Waves, rate: int) -> npt.NDArray[np.complex128]:
    z = np.exp(-2j * np.pi * hertz / rate)
    k = math.tan(math.pi * _SHELF_HZ / rate)
    high = 10 ** (_SHELF_DB / 20)
    band = high**0.4996667741545416
    scale = 1.0 + k / _SHELF_Q + k * k
    shelf = (
        (high + band * k / _SHELF_Q + k * k) + 2.0 * (k * k - high) * z + (high - band * k / _SHELF_Q + k * k) * z**2
    ) / (scale + 2.0 * (k * k - 1.0) * z + (1.0 - k / _SHELF_Q + k * k) * z**2)
    k = math.tan(math.pi * _PASS_HZ / rate)
    scale = 1.0 + k / _PASS_Q + k * k
    passed = (1.0 - 2.0 * z + z**2) / (
        1.0 + 2.0 * (k * k - 1.0) / scale * z + (1.0 - k / _PASS_Q + k * k) / scale * z**2
    )
    return np.asarray(shelf * passed)


def _oversampled(channel: Waves) -> Iterator[Waves]:
    """The channel at four times its rate, piece by piece."""
    inside = _FINE_CHUNK - 2 * _FINE_MARGIN
    for start in range(0, len(channel), inside):
        piece = np.zeros(_FINE_CHUNK)
        first = start - _FINE_MARGIN
        kept = channel[max(0, first) : first + _FINE_CHUNK]
        piece[max(0, -first) : max(0, -first) + len(kept)] = kept
        spectrum = np.fft.rfft(piece)
        spectrum[-1] *= 0.5
        fine = np.fft.irfft(spectrum, _OVERSAMPLING * _FINE_CHUNK) * _OVERSAMPLING
        left = _OVERSAMPLING * _FINE_MARGIN
        yield fine[left : left + _OVERSAMPLING * min(inside, len(channel) - start)]


def _block_peaks(channel: Waves, block: int, count: int) -> Waves:
    """The true peak of every ``block`` samples; four times the rate is never held whole."""
    peaks, first = np.zeros(count), 0
    for fine in _oversampled(channel):
        blocks = np.arange(first, first + len(fine)) // (block * _OVERSAMPLING)
        starts = np.flatnonzero(np.diff(blocks, prepend=-1))
        np.maximum.at(peaks, blocks[starts], np.maximum.reduceat(np.abs(fine), starts))
        first += len(fine)
    return peaks


def _decibels(amplitude: float) -> float:
    return 20 * math.log10(amplitude) if amplitude > 0 else -math.inf
