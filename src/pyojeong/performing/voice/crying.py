"""Cries laid over a line: curves that bend the melody, the strength and the breath where somebody laughs or sobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from pyojeong.performing.voice.curves import GRID, Curve, moments, smoothed
from pyojeong.performing.voice.larynx import Larynx
from pyojeong.performing.voice.outcries import DELIVERIES, TREMOR_HZ, Cry, Delivery
from pyojeong.performing.voice.timing import Breath
from pyojeong.rig.speech import Role

_SMOOTHING = 0.010 * GRID
_CALLS_BREATH = 0.6
"""Of a full ㅎ: breath is then 6 to 11 dB weaker than the call after it."""


@dataclass(frozen=True, slots=True)
class Crying:
    """What cries add to a line, `GRID` points a second.

    Attributes:
        semitones: Added to the melody.
        gain: Times the strength.
        soft: Added to the softness.
        voice: Times the swing of the larynx.
        breath: At least this much breath.
    """

    semitones: Curve
    gain: Curve
    soft: Curve
    voice: Curve
    breath: Curve

    def of(self, larynx: Larynx) -> Larynx:
        """``larynx`` while it cries."""
        return replace(larynx, voice=larynx.voice * self.voice, breath=np.maximum(larynx.breath, self.breath))


def crying(breaths: Sequence[Breath], seconds: float) -> Crying:
    """The curves of all cries of a line."""
    times = moments(seconds)
    semitones, level, soft, breath = (np.zeros(len(times)) for _ in range(4))
    voice = np.ones(len(times))
    for one in breaths:
        for cry, numbers in _cries(one):
            made = DELIVERIES[cry]
            span = _span(one.starts[numbers[0]], one.ends[numbers[-1]])
            along = np.linspace(0.0, 1.0, span.stop - span.start)
            shake = made.tremor_semitones * np.sin(2 * np.pi * TREMOR_HZ * times[span])
            semitones[span] = made.semitones[0] + along * (made.semitones[1] - made.semitones[0]) + shake
            level[span] = made.gain_db[0] + along * (made.gain_db[1] - made.gain_db[0])
            soft[span] = made.soft
            for number in numbers:
                _unvoice(one, number, made, voice, breath)
    return Crying(
        smoothed(semitones, _SMOOTHING),
        10 ** (smoothed(level, _SMOOTHING) / 20),
        smoothed(soft, _SMOOTHING),
        smoothed(voice, 0.4 * _SMOOTHING),
        smoothed(breath, 0.4 * _SMOOTHING),
    )


def _cries(one: Breath) -> list[tuple[Cry, list[int]]]:
    """Every cry of a breath with the numbers of its sounds."""
    found: dict[int, tuple[Cry, list[int]]] = {}
    for number, sound in enumerate(one.sounds):
        if sound.cry is not None:
            found.setdefault(sound.word, (sound.cry, []))[1].append(number)
    return list(found.values())


def _unvoice(one: Breath, number: int, made: Delivery, voice: Curve, breath: Curve) -> None:
    """Take the voice, and give breath, where the sound is breathed."""
    sound, span = one.sounds[number], _span(one.starts[number], one.ends[number])
    if made.breathed and sound.sound == "ㅎ":
        voice[span], breath[span] = 0.0, _CALLS_BREATH
    if made.whispered:
        voice[span] = 0.0
        if sound.role in (Role.VOWEL, Role.GLIDE):
            breath[span] = 0.7


def _span(start: float, end: float) -> slice:
    return slice(round(start * GRID), max(round(end * GRID), round(start * GRID) + 1))
