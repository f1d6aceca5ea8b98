"""Numbers of a recorded voice, since nobody listens here: pitch, harmonics to noise, spectrum, rhythm, closures."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pyojeong.media.sound import Sound
from pyojeong.rig.speech import Phone, Role

Samples = npt.NDArray[np.float64]

# Long-term average speech spectrum in third octaves, dB, both sexes together (Byrne et al. 1994, doi 10.1121/1.410152,
# table II; written from memory, so ±1 dB).
THIRDS_HZ = (200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000, 10000)
SPEECH_DB = (
    59.8,
    60.3,
    59.0,
    62.1,
    62.1,
    60.5,
    56.8,
    53.7,
    53.0,
    52.0,
    48.7,
    48.1,
    46.8,
    45.6,
    44.5,
    44.3,
    43.7,
    43.4,
)


def pitch_track(
    samples: Samples, rate: int, *, low: float = 60.0, high: float = 560.0
) -> tuple[Samples, Samples, Samples]:
    """Seconds, Hz (0 where there is no voice) and the height of the peak of the autocorrelation, every 10 ms."""
    window = np.hanning(round(0.040 * rate))
    size = 1 << (2 * len(window)).bit_length()
    own = np.fft.irfft(np.abs(np.fft.rfft(window, size)) ** 2)
    hop, loud = round(0.010 * rate), np.sqrt((samples**2).mean())
    found = []
    for start in range(0, len(samples) - len(window), hop):
        frame = samples[start : start + len(window)]
        if np.sqrt((frame**2).mean()) < 0.15 * loud:
            found.append((0.0, 0.0))
            continue
        spectrum = np.abs(np.fft.rfft((frame - frame.mean()) * window, size)) ** 2
        likeness = np.fft.irfft(spectrum)[: rate // int(low) + 2] / np.maximum(own[: rate // int(low) + 2], 1e-9)
        likeness /= likeness[0]
        lags = np.arange(int(rate / high), len(likeness) - 1)
        peaks = lags[(likeness[lags] >= likeness[lags - 1]) & (likeness[lags] >= likeness[lags + 1])]
        if not len(peaks):
            found.append((0.0, 0.0))
            continue
        best = peaks[np.argmax(likeness[peaks] - 0.03 * np.log2(peaks * high / rate))]  # octave cost as in Praat
        a, b, c = likeness[best - 1 : best + 2]
        lag = best + 0.5 * (a - c) / min(a - 2 * b + c, -1e-9)
        found.append((rate / lag if b > 0.5 else 0.0, float(b)))
    pitch = np.array([f for f, _ in found])
    seconds = (np.arange(len(found)) * hop + len(window) / 2) / rate
    return seconds, pitch, np.array([h for _, h in found])


def harmonics_to_noise_db(height: Samples, pitch: Samples) -> float:
    """Median over voiced frames (Boersma 1993)."""
    heights = np.clip(height[pitch > 0], 1e-3, 0.99999)
    return float(np.median(10 * np.log10(heights / (1 - heights))))


def thirds_db(samples: Samples, rate: int) -> Samples:
    """Level of every band of `THIRDS_HZ`, dB."""
    window = np.hanning(2048)
    frames = np.lib.stride_tricks.sliding_window_view(samples, 2048)[::512] * window
    power = (np.abs(np.fft.rfft(frames, axis=1)) ** 2).mean(axis=0)
    hertz = np.fft.rfftfreq(2048, 1 / rate)
    return np.array([_band(power, hertz, centre) for centre in THIRDS_HZ])


def _band(power: Samples, hertz: Samples, centre: float) -> float:
    inside = (hertz >= centre * 2 ** (-1 / 6)) & (hertz < centre * 2 ** (1 / 6))
    if inside.sum() < 3:
        fine = np.linspace(centre * 2 ** (-1 / 6), centre * 2 ** (1 / 6), 9)
        return float(10 * np.log10(np.interp(fine, hertz, power).mean() * centre * 0.2316 / (hertz[1]) + 1e-20))
    return float(10 * np.log10(power[inside].sum() + 1e-20))


def spectrum_distance_db(bands: Samples, pitch_hz: float) -> tuple[Samples, float]:
    """Difference from the average speech spectrum, levelled over 0.2–5 kHz; its root mean square above the pitch."""
    speech = np.array(SPEECH_DB)
    low = np.array(THIRDS_HZ) <= 5000
    difference = (bands - 10 * np.log10((10 ** (bands[low] / 10)).sum())) - (
        speech - 10 * np.log10((10 ** (speech[low] / 10)).sum())
    )
    above = np.array(THIRDS_HZ) > 1.3 * pitch_hz
    return difference, float(np.sqrt((difference[above] ** 2).mean()))


def in_vowels(seconds: Samples, phones: Sequence[Phone]) -> npt.NDArray[np.bool_]:
    """Which moments lie well inside a vowel."""
    inside = np.zeros(len(seconds), bool)
    for phone in phones:
        if phone.role is Role.VOWEL:
            inside |= (seconds > phone.start + 0.012) & (seconds < phone.end - 0.012)
    return inside


def modulation_peak_hz(samples: Samples, rate: int) -> float:
    """Where the loudness of the line swings most; the syllables of speech: 3 to 6 Hz (Ding et al. 2017)."""
    hop = rate // 100
    level = np.sqrt((samples[: len(samples) // hop * hop].reshape(-1, hop) ** 2).mean(axis=1))
    frames = np.lib.stride_tricks.sliding_window_view(level, 256)[::64]
    frames = (frames - frames.mean(axis=1, keepdims=True)) * np.hanning(256)
    power = (np.abs(np.fft.rfft(frames, 1024, axis=1)) ** 2).mean(axis=0)
    hertz = np.fft.rfftfreq(1024, 0.01)
    wide = np.array([power[(hertz > c / 1.25) & (hertz < c * 1.25)].sum() for c in np.arange(1.0, 16.0, 0.25)])
    return float(np.arange(1.0, 16.0, 0.25)[int(np.argmax(wide))])


def vowel_npvi(phones: Sequence[Phone]) -> float:
    """Normalised pairwise variability of successive vowels (Grabe & Low 2002)."""
    lengths = [p.end - p.start for p in phones if p.role is Role.VOWEL]
    pairs = itertools.pairwise(lengths)
    return float(100 * np.mean([abs(a - b) / ((a + b) / 2) for a, b in pairs]))


def syllables_a_second(phones: Sequence[Phone]) -> float:
    """Vowels a second of sounding time, pauses left out."""
    return sum(p.role is Role.VOWEL for p in phones) / sum(p.end - p.start for p in phones)


def mel_cepstra(samples: Samples, rate: int) -> Samples:
    """Twelve cepstral coefficients of the loud frames, without the zeroth: N×12."""
    window = np.hanning(round(0.025 * rate))
    frames = np.lib.stride_tricks.sliding_window_view(samples, len(window))[:: round(0.010 * rate)] * window
    frames = frames[(frames**2).mean(axis=1) > 0.05 * (frames**2).mean()]
    power = np.abs(np.fft.rfft(frames, 1024, axis=1)) ** 2
    mels = np.linspace(_mel(80.0), _mel(10_000.0), 30)
    centres = 700 * (np.exp(mels / 1127) - 1)
    hertz = np.fft.rfftfreq(1024, 1 / rate)
    bank = np.stack(
        [np.interp(hertz, centres[n : n + 3], [0, 1, 0], left=0, right=0) for n in range(len(centres) - 2)], axis=1
    )
    logs = np.log(power @ bank + 1e-10)
    count = bank.shape[1]
    cosines = np.cos(np.pi * np.outer(np.arange(count) + 0.5, np.arange(1, 13)) / count) * np.sqrt(2 / count)
    return np.asarray(logs @ cosines)


def _mel(hertz: float) -> float:
    return float(1127 * np.log(1 + hertz / 700))


def closure_errors(sound: Sound, phones: Sequence[Phone]) -> Samples:
    """Seconds between the middle of every ㅁㅂㅃㅍ (its closure) and the nearest middle of a dip of energy.

    Energy is that above 500 Hz in 8 ms, so that the voice of a murmur does not hide the lips.
    """
    samples = sound.samples.astype(float)
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1 / sound.rate)
    high = np.fft.irfft(spectrum * (hertz > 500), len(samples))
    hop = sound.rate // 1000
    level = np.sqrt(np.convolve(high**2, np.ones(8 * hop) / (8 * hop), "same"))[::hop]
    level = 20 * np.log10(level + 1e-5)
    errors = []
    for phone in phones:
        if phone.sound not in "ㅁㅂㅃㅍ" or phone.end - phone.start < 0.02:
            continue
        first, last = round(1000 * phone.start) - 30, round(1000 * phone.end) + 30
        if first < 0 or last >= len(level):
            continue
        span = level[first:last]
        deep = np.flatnonzero(span < span.min() + 0.3 * (span.max() - span.min()))
        errors.append((first + deep.mean()) / 1000 - (phone.start + phone.end) / 2)
    return np.array(errors)
