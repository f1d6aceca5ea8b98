"""The melody of a line: accentual phrases, declination and how it ends, as semitones over time.

Tones of the phrase as in K-ToBI (Jun 2000, UCLA Working Papers in Phonetics 99): THLH, the first high after a tense or
strong consonant and low otherwise; the boundary by the mark that follows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pyojeong.performing.voice.curves import GRID, Curve, moments, smoothed
from pyojeong.performing.voice.manner import Manner
from pyojeong.performing.voice.sounds import RAISING, TENSE, Sounding
from pyojeong.performing.voice.timing import Breath, phrases_of
from pyojeong.rig.speech import Stop

_DECLINATION = 2.4
_ENDS = {  # (share of the last syllable, semitones) after the last tone; the first value replaces that tone
    Stop.PERIOD: ((0.0, -1.4), (0.45, -2.2), (1.0, -4.2)),
    Stop.EXCLAMATION: ((0.0, 2.0), (0.4, 1.2), (1.0, -3.0)),
    Stop.QUESTION: ((0.0, -0.6), (0.45, 1.6), (1.0, 6.2)),
    Stop.COMMA: ((0.0, 0.6), (0.5, 0.9), (1.0, 2.2)),
    Stop.ELLIPSIS: ((0.0, -0.8), (0.5, -1.4), (1.0, -2.6)),
    Stop.NONE: ((0.0, 0.9), (0.5, 1.2), (1.0, 1.6)),
}
_SMOOTHING_SECONDS = 0.026
_UNEQUAL = 0.18
_ENDS_FOLLOW_RANGE = 0.6
"""Power of the range by which ends grow: a lively question rises by an interval people can sing."""


@dataclass(frozen=True, slots=True)
class Melody:
    """Where the voice goes.

    Attributes:
        range_times: Of every movement.
        manner: What the mood does to it.
        wander: Three phases in radians of the slow unevenness that no two lines share.
    """

    range_times: float
    manner: Manner
    wander: tuple[float, float, float]

    def curve(self, breaths: Sequence[Breath], seconds: float) -> Curve:
        """Semitones above the voice's own pitch, `GRID` points a second."""
        knots = [knot for number, breath in enumerate(breaths) for knot in self._knots(breath, number, len(breaths))]
        times = moments(seconds)
        if not knots:
            return np.zeros(len(times))
        drawn = np.interp(times, [at for at, _ in knots], [tone for _, tone in knots])
        return smoothed(drawn, _SMOOTHING_SECONDS * GRID) + self._unevenness(times) + self.manner.semitones

    def _knots(self, breath: Breath, number: int, count: int) -> list[tuple[float, float]]:
        vowels = [n for n, sound in enumerate(breath.sounds) if sound.is_vowel]
        tones = [
            tone * self._liveliness(place, number)
            for place, phrase in enumerate(phrases_of(breath.sounds))
            for tone in _phrase_tones(breath.sounds, phrase)
        ]
        fall = _DECLINATION * min(1.0, len(vowels) / 8.0)
        lowered = 0.5 * number / max(1, count - 1)  # later breaths of a line start lower
        wide = self.range_times * self.manner.range_times
        knots = []
        for place, (vowel, tone) in enumerate(zip(vowels, tones, strict=True)):
            along = place / max(1, len(vowels) - 1)
            middle = breath.starts[vowel] + 0.45 * (breath.ends[vowel] - breath.starts[vowel])
            knots.append((middle, wide * (tone + 0.55 * fall - fall * along - lowered)))
        return knots[:-1] + self._end(breath, vowels[-1], wide)

    def _liveliness(self, phrase: int, breath: int) -> float:
        """Of one phrase's tones; phrases that are all as wide are heard as a machine's."""
        return 1.0 + _UNEQUAL * math.sin(self.wander[0] + 2.4 * phrase + 1.7 * breath)

    def _end(self, breath: Breath, vowel: int, wide: float) -> list[tuple[float, float]]:
        wide = wide**_ENDS_FOLLOW_RANGE
        start, end = breath.starts[vowel], breath.ends[-1]
        falling = breath.stop in (Stop.PERIOD, Stop.EXCLAMATION, Stop.ELLIPSIS)
        more = self.manner.fall_semitones if falling else 0.0
        return [
            (start + (0.12 + 0.86 * share) * (end - start), wide * tone + more * share)
            for share, tone in _ENDS[breath.stop]
        ]

    def _unevenness(self, times: Curve) -> Curve:
        first, second, third = self.wander
        slow = 0.16 * np.sin(2 * np.pi * 2.3 * times + first) + 0.12 * np.sin(2 * np.pi * 3.9 * times + second)
        shake: Curve = slow + self.manner.tremor_semitones * np.sin(2 * np.pi * 5.8 * times + third)
        return shake


def _phrase_tones(sounds: Sequence[Sounding], phrase: tuple[int, ...]) -> list[float]:
    mine = [sound for sound in sounds if sound.word in phrase]
    count = sum(sound.is_vowel for sound in mine)
    first = 1.8 if mine[0].sound in TENSE | RAISING else -1.2
    if count <= 3:
        return {1: [1.4], 2: [first, 1.6], 3: [first, 0.9, 1.6]}[count]
    return [first, 2.1, *np.linspace(0.8, -1.0, count - 3).tolist(), 1.6]
