"""Bursts and hissing of consonants: espeak-ng's recorded noises, cut out, fitted to our times, laid into the line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.performing.voice.alignment import aligned
from pyojeong.performing.voice.espeak_process import Spoken
from pyojeong.performing.voice.larynx import obstruent
from pyojeong.performing.voice.pulses import RATE
from pyojeong.performing.voice.timing import Breath

Samples = npt.NDArray[np.float64]

# Loudest 8 ms against the vowels of the line, dB: ㅅ 12–16 dB under its vowel, ㅆ 3 dB over ㅅ, lips weakest
# (Stevens 1998, ch. 7–8, for places; tense over plain as in Cho, Jun & Ladefoged 2002).
_LEVEL_DB = {
    "ㅅ": -15.0,
    "ㅆ": -13.5,
    "ㅈ": -15.0,
    "ㅉ": -15.0,
    "ㅊ": -13.0,
    "ㄱ": -15.0,
    "ㄲ": -13.0,
    "ㅋ": -13.0,
    "ㄷ": -15.0,
    "ㄸ": -13.0,
    "ㅌ": -14.0,
    "ㅂ": -20.0,
    "ㅃ": -18.0,
    "ㅍ": -17.0,
}
_VOICED_DB = -7.0
_VOICED_ABOVE_HZ = 1500.0
_LONG = frozenset("ㅅㅆㅈㅉㅊ")
_GRAIN = 0.005
_PALATAL = 0.80
"""Frequencies of [ɕ] against [s] (espeak-ng makes no difference; 5.8 against 4.6 kHz in the middle of their power)."""


@dataclass(frozen=True, slots=True)
class Noises:
    """How a speaker's noises differ from espeak-ng's.

    Attributes:
        times: Every frequency times this: a smaller mouth hisses higher.
        vowel_rms: The level of vowels the table of levels refers to.
    """

    times: float
    vowel_rms: float

    def laid(self, out: Samples, breath: Breath, spoken: Spoken, gain: float, random: np.random.Generator) -> None:
        """Add the noises of one breath to ``out``, which starts with the line and has `RATE`."""
        owners = aligned(breath.sounds, [name for name, _, _ in spoken.phonemes])
        for number, sound in enumerate(breath.sounds):
            made = obstruent(breath, number)
            if made is None or made.held or not owners[number]:
                continue
            times = self.times * (_PALATAL if _is_palatal(breath, number) else 1.0)
            clip = _clip(spoken, owners[number], times, voiced=made.voiced)
            level = _LEVEL_DB[sound.sound] + (_VOICED_DB if made.voiced else 0.0)
            clip *= gain * self.vowel_rms * 10 ** (level / 20) / max(_loudest(clip), 1e-6)
            room = breath.ends[number] - made.release
            if sound.sound in _LONG:
                most = room if sound.sound in "ㅅㅆ" else 0.75 * room
                fitted = _shaped(_stretched(clip, round(most * RATE), random), affricate=sound.sound not in "ㅅㅆ")
            else:
                fitted = _cut(clip, round((room + 0.008) * RATE))
            first = round(made.release * RATE)
            end = min(len(out), first + len(fitted))
            out[first:end] += fitted[: end - first]


def _is_palatal(breath: Breath, number: int) -> bool:
    """Whether sound ``number`` is a ㅅ or ㅆ before ㅣ, j or ㅟ: [ɕ]."""
    after = [sound.sound for sound in breath.sounds[number + 1 : number + 3]]
    return breath.sounds[number].sound in "ㅅㅆ" and (after[:1] in (["ㅣ"], ["j"]) or after == ["w", "ㅣ"])


def _clip(spoken: Spoken, owners: tuple[int, ...], times: float, *, voiced: bool) -> Samples:
    """The noise of ``owners``, its frequencies ``times`` as high."""
    named = [spoken.phonemes[n] for n in owners]
    hissing = [event for event in named if not event[0].startswith("h")] or named
    start, end = hissing[0][1], hissing[-1][2]
    cut = spoken.samples[start:end].copy()
    length = max(8, round(len(cut) * RATE / spoken.rate / times))
    return _resampled(cut, length, above=_VOICED_ABOVE_HZ if voiced else 200.0)


def _resampled(clip: Samples, length: int, *, above: float) -> Samples:
    """``clip`` with ``length`` samples, freed of what lies below ``above`` Hz."""
    pad = len(clip) // 4 + 16
    longer = np.concatenate([np.zeros(pad), clip, np.zeros(pad)])
    size = round(len(longer) * length / max(1, len(clip)))
    spectrum = np.fft.rfft(longer)
    kept = np.zeros(size // 2 + 1, complex)
    shared = min(len(kept), len(spectrum))
    kept[:shared] = spectrum[:shared]
    hertz = np.fft.rfftfreq(size, 1.0 / RATE)
    kept *= hertz**4 / (hertz**4 + above**4)
    first = round(pad * size / len(longer))
    return np.asarray(np.fft.irfft(kept, size)[first : first + length] * size / len(longer))


def _loudest(clip: Samples) -> float:
    """Root mean square of the loudest 8 ms."""
    window = min(len(clip), round(0.008 * RATE))
    power = np.convolve(clip**2, np.ones(window) / window, "valid")
    return float(np.sqrt(power.max(initial=0.0)))


def _stretched(clip: Samples, length: int, random: np.random.Generator) -> Samples:
    """As much of the same hiss as asked: grains from along the clip, each a little off its place.

    Equal places would repeat every grain at one period, which is heard as a tone.
    """
    if length <= 0 or len(clip) < 16:
        return np.zeros(max(0, length))
    if abs(length - len(clip)) <= 0.12 * len(clip):
        return _cut(np.concatenate([clip, np.zeros(max(0, length - len(clip)))]), length)
    grain = min(round(_GRAIN * RATE), len(clip) // 2)
    window = np.sin(np.pi * (np.arange(2 * grain) + 0.5) / (2 * grain))
    out = np.zeros(length + 4 * grain)
    for first in range(0, length + grain, grain):
        wanted = min(first / max(1, length), 1.0) * (len(clip) - 2 * grain)
        place = int(np.clip(wanted + random.uniform(-1.2, 1.2) * grain, 0, len(clip) - 2 * grain))
        out[first : first + 2 * grain] += clip[place : place + 2 * grain] * window
    return out[grain : grain + length]


def _shaped(clip: Samples, *, affricate: bool) -> Samples:
    """Hissing swells and fades; after a closure it starts at once."""
    rise, fall = (0.002 if affricate else 0.028), 0.024
    return clip * _fades(len(clip), rise, fall)


def _cut(clip: Samples, length: int) -> Samples:
    shorter = clip[: max(1, length)]
    return shorter * _fades(len(shorter), 0.0005, 0.006)


def _fades(length: int, rise: float, fall: float) -> Samples:
    at = np.arange(length) / RATE
    left = np.clip(at / min(rise, 0.4 * length / RATE + 1e-9), 0.0, 1.0)
    right = np.clip((at[::-1]) / min(fall, 0.4 * length / RATE + 1e-9), 0.0, 1.0)
    return np.asarray(np.sin(0.5 * np.pi * left) * np.sin(0.5 * np.pi * right))
