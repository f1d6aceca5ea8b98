"""Sounds laid side by side and over each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pyojeong.media.sound import Samples, Sound
from pyojeong.media.sound_files import resampled


def as_mono(sound: Sound) -> Sound:
    """One channel: the mean of both."""
    return sound if sound.samples.ndim == 1 else Sound(sound.samples.mean(axis=1, dtype=np.float32), sound.rate)


def as_stereo(sound: Sound, *, pan: float = 0.0) -> Sound:
    """Two channels; one channel is panned, -1 left … 1 right, at equal power, 0 leaves it as loud as it was on each.

    >>> as_stereo(Sound(np.ones(1, np.float32), 8000), pan=-1.0).samples.tolist()
    [[1.4142135381698608, 0.0]]
    """
    if not -1.0 <= pan <= 1.0:
        raise ValueError(f"pan must be in [-1, 1], but got {pan!r}")
    if sound.samples.ndim == 2:
        return sound
    angle = (pan + 1.0) * np.pi / 4
    sides = np.round(np.sqrt(2.0) * np.array([np.cos(angle), np.sin(angle)]), 12).astype(np.float32)
    return Sound(sound.samples[:, None] * sides, sound.rate)


def louder(sound: Sound, decibels: float) -> Sound:
    """The same, ``decibels`` louder (softer below 0)."""
    return Sound(sound.samples * np.float32(10 ** (decibels / 20)), sound.rate)


def faded(sound: Sound, *, rise_seconds: float = 0.0, fall_seconds: float = 0.0) -> Sound:
    """The same, rising from nothing and falling to nothing along a quarter of a cosine."""
    gain = np.ones(len(sound.samples), np.float32)
    for seconds, side in ((rise_seconds, slice(None)), (fall_seconds, slice(None, None, -1))):
        count = min(len(gain), round(seconds * sound.rate))
        gain[side][:count] *= np.sin(0.5 * np.pi * np.arange(count, dtype=np.float32) / max(1, count))
    return Sound(sound.samples * (gain if sound.samples.ndim == 1 else gain[:, None]), sound.rate)


def joined(sounds: Sequence[Sound]) -> Sound:
    """One after another, with the rate of the first; two channels when any has two."""
    if not sounds:
        raise ValueError("there must be a sound to join")
    seconds = np.concatenate([[0.0], np.cumsum([s.seconds for s in sounds])])
    return placed([(float(at), sound) for at, sound in zip(seconds, sounds, strict=False)], rate=sounds[0].rate)


def placed(parts: Sequence[tuple[float, Sound]], *, rate: int, seconds: float | None = None) -> Sound:
    """Sounds added together, each from its second on; two channels when any has two.

    Args:
        parts: Second at which it starts, and the sound.
        rate: Samples a second of the whole.
        seconds: Length of the whole; what is longer is cut. Up to the last end when left out.
    """
    if any(at < 0.0 for at, _ in parts):
        raise ValueError(f"sounds must start at 0 or later, but got {[at for at, _ in parts]}")
    wide = any(sound.samples.ndim == 2 for _, sound in parts)
    fitted = [(round(at * rate), resampled(sound, rate).samples) for at, sound in parts]
    length = max((at + len(s) for at, s in fitted), default=0) if seconds is None else round(seconds * rate)
    whole = np.zeros((length, 2) if wide else length, np.float32)
    for first, samples in fitted:
        end = min(length, first + len(samples))
        if end > first:
            part = samples[: end - first]
            whole[first:end] += part[:, None] if wide and part.ndim == 1 else part
    return Sound(whole, rate)


def ducked(bed: Sound, over: Sound, *, decibels: float = 9.0, attack_seconds: float = 0.25) -> Sound:
    """``bed`` made softer by ``decibels`` wherever ``over`` is heard, gliding down before it and up after it.

    Both must have one rate; ``over`` counts from the first sample of ``bed``.
    """
    if bed.rate != over.rate:
        raise ValueError(f"both must have one rate, but got {bed.rate} and {over.rate}")
    heard = _heard(as_mono(over).samples, over.rate, len(bed.samples))
    reach = max(1, round(attack_seconds * 100))
    window = np.hanning(2 * reach + 3)[1:-1]
    wide = np.convolve(np.pad(heard, reach), np.ones(2 * reach + 1), "valid") > 0
    soft = np.convolve(np.pad(wide.astype(float), reach, mode="edge"), window / window.sum(), "valid")
    at = np.arange(len(bed.samples)) / bed.rate
    gain = (10 ** (-decibels * np.interp(at, np.arange(len(soft)) / 100 + 0.005, soft) / 20)).astype(np.float32)
    return Sound(bed.samples * (gain if bed.samples.ndim == 1 else gain[:, None]), bed.rate)


def _heard(samples: Samples, rate: int, length: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Every 10 ms, whether it is less than 35 dB under the loudest."""
    hop = max(1, rate // 100)
    count = max(1, -(-length // hop))
    full = np.zeros(count * hop, np.float32)
    kept = min(len(samples), len(full))
    full[:kept] = samples[:kept]
    level = np.sqrt((full.reshape(count, hop) ** 2).mean(axis=1))
    return np.asarray(level > 0.0178 * max(float(level.max()), 1e-9))
