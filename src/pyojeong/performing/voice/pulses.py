"""The voiced and breathed part of a line: one pulse of the larynx after another, each through the tract of its moment.

Source and filter are written in the spectrum of each pulse. The larynx is causal-anticausal (Doval & d'Alessandro 2003,
CALM): a resonance that runs backwards in time where the glottis opens, and a tilt where it closes. The tract is a
cascade of resonances (Klatt 1980), so vowels are as loud as they are in a throat. Above `harmonic_hz` the swing is
noise in the rhythm of the pulses, below it hardly any: a purely harmonic high band is what is heard as a buzz.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.performing.voice.curves import GRID, Curve
from pyojeong.performing.voice.larynx import Larynx

RATE = 24_000
"""Samples a second of everything spoken here."""

_LENGTH = 1024
_BEFORE = 384
_CHUNK = 64
_FREQUENCIES = np.fft.rfftfreq(_LENGTH, 1.0 / RATE)
_REFERENCE_HZ = 200.0
_NASAL_POLE_HZ, _NASAL_ZERO_HZ = 270.0, 480.0
_SILENT = 1e-3
_SUCCESSIVE_PLACES, _SUCCESSIVE_LEVELS = 1.954, 1.128
"""Mean |second difference| and |difference| of normal numbers of deviation 1."""

Spectra = npt.NDArray[np.complex128]
Samples = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Source:
    """How a larynx swings.

    Attributes:
        open_quotient: Share of the period in which it is open.
        tilt_hz: Above it 6 dB an octave softer.
        breath: Noise against the voice at 1 kHz, as amplitude.
        harmonic_hz: Above it the swing is noise.
        jitter: Mean difference of successive periods, share (as Praat's local jitter).
        shimmer_db: Mean difference of successive pulses.
    """

    open_quotient: float
    tilt_hz: float
    breath: float
    harmonic_hz: float
    jitter: float
    shimmer_db: float


@dataclass(frozen=True, slots=True)
class Passage:
    """What is to be voiced: curves of `GRID` points a second.

    Attributes:
        pitch_hz: T.
        formants_hz: T×3.
        upper_hz: F4 and all above it.
        larynx: Voice, breath and nose.
        soft: T, 1 breathy … -1 pressed.
        gain: T, amplitude.
        nose_times: The nasal resonance against a man's.
    """

    pitch_hz: Curve
    formants_hz: npt.NDArray[np.float64]
    upper_hz: tuple[float, ...]
    larynx: Larynx
    soft: Curve
    gain: Curve
    nose_times: float


def voiced(passage: Passage, source: Source, random: np.random.Generator) -> Samples:
    """The samples of ``passage``, at `RATE`."""
    at, periods = _pulse_times(passage, source, random)
    length = round((len(passage.pitch_hz) - 1) / GRID * RATE)
    out = np.zeros(length + 2 * _LENGTH)
    above = _above(passage.upper_hz)
    shimmer = 10 ** (source.shimmer_db / _SUCCESSIVE_LEVELS * random.standard_normal(len(at)) / 20)
    for start in range(0, len(at), _CHUNK):
        part = slice(start, start + _CHUNK)
        pulses = _pulses(passage, source, at[part], periods[part], shimmer[part], above, random)
        for pulse, first in zip(pulses, np.floor(at[part] * RATE).astype(int) + _LENGTH - _BEFORE, strict=True):
            out[first : first + _LENGTH] += pulse
    return out[_LENGTH : _LENGTH + length]


def _pulse_times(passage: Passage, source: Source, random: np.random.Generator) -> tuple[Curve, Curve]:
    """Seconds of every closure of the glottis that is heard, and the periods there."""
    phase = np.concatenate([[0.0], np.cumsum(passage.pitch_hz[:-1]) / GRID])
    grid = np.arange(len(phase)) / GRID
    at = np.interp(np.arange(1, int(phase[-1])), phase, grid)
    periods = 1.0 / np.interp(at, grid, passage.pitch_hz)
    at = at + periods * source.jitter / _SUCCESSIVE_PLACES * random.standard_normal(len(at))
    heard = np.interp(at, grid, np.maximum(passage.larynx.voice, passage.larynx.breath)) > _SILENT
    return np.asarray(at[heard]), np.asarray(periods[heard])


def _pulses(
    passage: Passage,
    source: Source,
    at: Curve,
    periods: Curve,
    shimmer: Curve,
    above: Spectra,
    random: np.random.Generator,
) -> Samples:
    """One pulse a row."""
    grid = np.arange(len(passage.pitch_hz)) / GRID
    level = np.interp(at, grid, passage.gain)
    voice = np.interp(at, grid, passage.larynx.voice) * level * shimmer
    breath = np.interp(at, grid, passage.larynx.breath) * level
    nose = np.interp(at, grid, passage.larynx.nose)
    formants = np.stack([np.interp(at, grid, passage.formants_hz[:, n]) for n in range(3)], axis=1)
    soft = np.interp(at, grid, passage.soft)[:, None]
    tract = _tract(formants, nose, soft, passage.nose_times) * above
    swing = _glottis(1.0 / periods, source, soft) * voice[:, None]
    noisy = _noisiness(source, soft)
    rough = _noise(at, 0.7 * periods, random) * np.sqrt(noisy)
    hiss = _noise(at, 2.0 * periods, random) * _hiss()
    leaking = source.breath * 10 ** (_SOFT_BREATH_DB / 20 * soft) * voice[:, None] + _BREATH_ALONE * breath[:, None]
    fraction = at * RATE - np.floor(at * RATE)
    later = np.exp(-2j * np.pi * _FREQUENCIES / RATE * (_BEFORE + fraction[:, None]))
    spectra = (swing * (np.sqrt(1.0 - noisy) + rough) + hiss * leaking) * tract * later
    return np.asarray(np.fft.irfft(spectra, _LENGTH, axis=1))


_BREATH_ALONE = 0.055
"""Amplitude of the breath of ㅎ and of ㅋㅌㅍㅊ at 1 kHz where a full voice's source has 0.2."""
_SOFT_OPENS, _SOFT_TILTS, _SOFT_ROUGHENS, _SOFT_BREATH_DB, _SOFT_DAMPS_DB = 0.07, -0.8, -0.3, 4.0, 1.5
"""What softness 1 adds to the open quotient, the tilt and the noise (octaves), the breath and the width of F1: in the
direction of Klatt & Klatt 1990 (doi 10.1121/1.398894), in sizes of ours."""
_DAMPED_DB = 2.0
"""Of the bandwidth of F1: an open glottis damps it; 0 is Fant's."""


def _glottis(pitch: Curve, source: Source, soft: Curve) -> Spectra:
    """Derivative of the flow of one pulse, CALM; the strength of the closure is the same at every pitch."""
    resonance = pitch[:, None] / (2.0 * np.clip(source.open_quotient + _SOFT_OPENS * soft, 0.36, 0.88)) * 1.25
    ratio = _FREQUENCIES / resonance
    opening = 1j * ratio / (1.0 - ratio**2 - 1j * ratio * 0.9)
    closing = 1.0 / (1.0 + 1j * _FREQUENCIES / (source.tilt_hz * 2.0 ** (_SOFT_TILTS * soft)))
    return np.asarray(opening * closing * (_REFERENCE_HZ / resonance))


def _noisiness(source: Source, soft: Curve) -> Curve:
    """Share of the power of the swing that is noise, over frequency; one row a pulse."""
    edge = source.harmonic_hz * 2.0 ** (_SOFT_ROUGHENS * soft)
    high = 1.0 / (1.0 + (edge / np.maximum(_FREQUENCIES, 1.0)) ** 5)
    return np.asarray(0.004 + 0.90 * high)


def _hiss() -> Curve:
    """Spectrum of the breath at the glottis, 1 at 1 kHz: weak where the voice is strong."""
    return np.asarray(_FREQUENCIES**2 / (_FREQUENCIES**2 + 700.0**2) * 1.49 / (1.0 + (_FREQUENCIES / 9000.0) ** 2))


def _noise(at: Curve, widths: Curve, random: np.random.Generator) -> Spectra:
    """Spectra of noise under a window around each pulse; mean power 1."""
    widths = np.minimum(widths, 0.9 * _LENGTH / RATE)  # of voices below 50 Hz
    most = int(np.ceil(widths.max(initial=0.001) * RATE)) + 2
    white = random.standard_normal((len(at), most))
    place = (np.arange(most) - most / 2) / RATE
    window = np.cos(np.pi * np.clip(place / widths[:, None], -0.5, 0.5)) ** 2
    window /= np.sqrt((window**2).sum(axis=1, keepdims=True))
    grains = np.fft.rfft(white * window, _LENGTH, axis=1)
    return np.asarray(grains * np.exp(2j * np.pi * _FREQUENCIES / RATE * (most / 2)))


def _tract(formants: npt.NDArray[np.float64], nose: Curve, soft: Curve, nose_times: float) -> Spectra:
    """F1–F3 and the nose; one row a pulse."""
    shape = np.ones((len(formants), len(_FREQUENCIES)), complex)
    for number in range(3):
        hertz = formants[:, number, None]
        width = _bandwidth(hertz)
        if number == 0:
            width = width * 10 ** ((_DAMPED_DB + _SOFT_DAMPS_DB * soft) / 20) + 10.0
        width = width * (1.0 + (1.4 if number else 0.5) * nose[:, None])
        shape *= _resonance(hertz, width)
    open_nose = nose > 0.02
    if open_nose.any():
        amount = nose[open_nose, None]
        pole = _NASAL_POLE_HZ * nose_times
        zero = pole + amount * (_NASAL_ZERO_HZ - _NASAL_POLE_HZ) * nose_times
        shape[open_nose] *= _resonance(pole, 100.0) / _resonance(zero, 100.0 + 40.0 * amount)
    return shape


def _above(upper: tuple[float, ...]) -> Spectra:
    shape = np.ones(len(_FREQUENCIES), complex)
    for hertz in upper:
        shape *= _resonance(hertz, 1.3 * _bandwidth(hertz))
    return shape


def _bandwidth(hertz: npt.ArrayLike) -> Curve:
    """Hz (Fant 1972, STL-QPSR 2-3)."""
    ratio = np.asarray(hertz, float) / 500.0
    return np.asarray(15.0 / ratio**2 + 20.0 * np.sqrt(ratio) + 5.0 * ratio**2)


def _resonance(hertz: npt.ArrayLike, width: npt.ArrayLike) -> Spectra:
    """A resonance of gain 1 at 0 Hz."""
    square = np.asarray(hertz, float) ** 2
    return np.asarray(square / (square - _FREQUENCIES**2 + 1j * _FREQUENCIES * np.asarray(width, float)))
