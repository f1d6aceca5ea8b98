"""Resonances of Korean sounds: where the formants of every sound lie, and how they travel from one to the next."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.performing.voice.curves import GRID, moments, smoothed
from pyojeong.performing.voice.sounds import Sounding
from pyojeong.performing.voice.timing import Breath
from pyojeong.rig.speech import Role

Formants = tuple[float, float, float]

# Hz of ten men and ten women of Seoul (Yang 1996, doi 10.1006/jpho.1996.0013); F3 of ㅡ and ㅜ rounded.
_MEN: dict[str, Formants] = {
    "ㅏ": (738, 1372, 2573),
    "ㅓ": (608, 1121, 2683),
    "ㅗ": (453, 945, 2674),
    "ㅜ": (369, 981, 2565),
    "ㅡ": (405, 1488, 2497),
    "ㅣ": (341, 2219, 3047),
    "ㅔ": (490, 1968, 2644),
    "ㅐ": (591, 1849, 2597),
    "j": (285, 2230, 3000),
    "w": (310, 740, 2350),
}
_WOMEN: dict[str, Formants] = {
    "ㅏ": (986, 1794, 2957),
    "ㅓ": (765, 1371, 3009),
    "ㅗ": (499, 1029, 3068),
    "ㅜ": (422, 1021, 3024),
    "ㅡ": (447, 1703, 2997),
    "ㅣ": (344, 2814, 3471),
    "ㅔ": (650, 2377, 3068),
    "ㅐ": (677, 2285, 3063),
    "j": (315, 2750, 3450),
    "w": (340, 800, 2700),
}
UPPER_MEN, UPPER_WOMEN = (3500.0, 1000.0), (4150.0, 1170.0)
"""F4 and the distance of the formants above it, Hz: a tube of 17 and of 14.7 cm."""

_PLACE = {
    **dict.fromkeys("ㅂㅃㅍㅁ", "lips"),
    **dict.fromkeys("ㄷㄸㅌㄴㅅㅆㄹ", "ridge"),
    **dict.fromkeys("ㅈㅉㅊ", "palate"),
    **dict.fromkeys("ㄱㄲㅋㅇ", "velum"),
}
# F2 where a vowel leaves a consonant = slope · F2 of the vowel + intercept (locus equations, Sussman et al. 1991, doi
# 10.1121/1.401923; men); ㅈ between ridge and ㅣ.
_LOCUS = {"lips": (0.87, 106.0), "ridge": (0.43, 1073.0), "palate": (0.40, 1230.0), "velum": (0.71, 792.0)}
_TRAVEL_SECONDS = {"lips": 0.036, "ridge": 0.045, "palate": 0.050, "velum": 0.055}
_INSIDE: dict[str, Formants] = {  # murmurs and laterals, men (Klatt 1980, doi 10.1121/1.383940, table III)
    "ㅁ": (300, 1150, 2150),
    "ㄴ": (300, 1450, 2500),
    "ㅇ": (320, 1850, 2450),
    "ㄹ": (380, 1250, 2650),
}
_TAP: Formants = (400, 1500, 2500)
NASALS = frozenset("ㅁㄴㅇ")
_VOWEL_TO_VOWEL_SECONDS = 0.050
_SMOOTHING_SECONDS = 0.006


@dataclass(frozen=True, slots=True)
class Tract:
    """A speaker's tube.

    Attributes:
        women: 0 men's vowels, 1 women's.
        times: Every formant times this.
    """

    women: float
    times: float

    def vowel(self, sound: str) -> Formants:
        """F1–F3 of a vowel or glide, Hz."""
        first, second, third = (self._between(m, w) for m, w in zip(_MEN[sound], _WOMEN[sound], strict=True))
        return first, second, third

    def upper(self) -> list[float]:
        """F4 and all above it, Hz, far past what is heard: the far ones lift the near (Klatt 1980, p. 976)."""
        fourth = self._between(UPPER_MEN[0], UPPER_WOMEN[0])
        distance = self._between(UPPER_MEN[1], UPPER_WOMEN[1])
        return [fourth + number * distance for number in range(math.ceil(60_000 / distance))]

    def inside(self, sound: str, *, tap: bool) -> Formants:
        """F1–F3 while a nasal or ㄹ lasts."""
        first, second, third = (f * self.longer for f in (_TAP if tap else _INSIDE[sound]))
        return first, second, third

    def edge(self, consonant: str, vowel: Formants) -> Formants:
        """F1–F3 where ``vowel`` meets ``consonant``."""
        place = _PLACE[consonant]
        slope, intercept = _LOCUS[place]
        second = slope * vowel[1] + intercept * self.longer
        third = {"lips": 0.95 * vowel[2], "velum": max(second + 350.0, 0.92 * vowel[2])}.get(place, 1.02 * vowel[2])
        closed = 270.0 * self.longer
        first = closed + (0.45 if consonant in "ㅅㅆㅋㅌㅍㅊㅎ" else 0.22) * (vowel[0] - closed)
        return first, second, third

    @property
    def longer(self) -> float:
        """Formants against a man's: women 1.17 (Fant 1966)."""
        return float(1.17**self.women * self.times)

    def _between(self, men: float, women: float) -> float:
        return float(men ** (1.0 - self.women) * women**self.women * self.times)


def formant_curves(tract: Tract, breaths: Sequence[Breath], seconds: float) -> npt.NDArray[np.float64]:
    """F1–F3 in Hz over time: T×3, `GRID` rows a second."""
    times = moments(seconds)
    knots = [knot for breath in breaths for knot in _knots(tract, breath)] or [(0.0, tract.vowel("ㅡ"))]
    at = np.array([time for time, _ in knots])
    at = np.maximum.accumulate(at + np.arange(len(at)) * 1e-7)
    curves = [
        smoothed(np.interp(times, at, np.log([formants[n] for _, formants in knots])), _SMOOTHING_SECONDS * GRID)
        for n in range(3)
    ]
    return np.exp(np.stack(curves, axis=1))


def is_tap(sounds: Sequence[Sounding], number: int) -> bool:
    """Whether a ㄹ is struck once, as between vowels, and not held as after another ㄹ or at the end of a syllable."""
    sound = sounds[number]
    if sound.sound != "ㄹ" or sound.role is Role.CODA:
        return False
    return number == 0 or sounds[number - 1].sound != "ㄹ"


def _knots(tract: Tract, breath: Breath) -> list[tuple[float, Formants]]:
    sounds = breath.sounds
    knots: list[tuple[float, Formants]] = []
    for number, sound in enumerate(sounds):
        start, end = breath.starts[number], breath.ends[number]
        if sound.role in (Role.VOWEL, Role.GLIDE):
            knots += _vowel_knots(tract, sounds, number, start, end)
        elif sound.sound in NASALS or sound.sound == "ㄹ":
            held = tract.inside(sound.sound, tap=is_tap(sounds, number))
            step = min(0.006, 0.2 * (end - start))
            knots += [(start + step, held), (end - step, held)]
        elif sound.sound != "ㅎ":
            before, after = _vowel_near(sounds, number, -1), _vowel_near(sounds, number, 1)
            here = before or after
            there = after or before
            if here and there:
                knots.append((start, tract.edge(sound.sound, tract.vowel(here))))
                knots.append((end, tract.edge(sound.sound, tract.vowel(there))))
    return knots


def _vowel_knots(
    tract: Tract, sounds: Sequence[Sounding], number: int, start: float, end: float
) -> list[tuple[float, Formants]]:
    sound = sounds[number]
    target = tract.vowel(sound.sound)
    length = end - start
    most = 0.30 if sound.role is Role.GLIDE else 0.42
    before, after = _meeting(tract, sounds, number, -1), _meeting(tract, sounds, number, 1)
    edges = [edge for edge, _ in (before, after) if edge is not None]
    reached = _undershot(target, edges, length) if sound.role is Role.VOWEL else target
    arrived = start + min(before[1], most * length)
    leaving = end - min(after[1], most * length)
    knots = [(arrived, reached), (leaving, reached)]
    if before[0] is not None:
        knots.insert(0, (start, before[0]))
    if after[0] is not None:
        knots.append((end, after[0]))
    return knots


def _undershot(target: Formants, edges: Sequence[Formants], length: float) -> Formants:
    """A short vowel does not arrive (Lindblom 1963): it keeps a part of the way to its neighbours."""
    if not edges:
        return target
    missed = 0.55 * math.exp(-length / 0.045)
    means = [math.exp(sum(math.log(edge[n]) for edge in edges) / len(edges)) for n in range(3)]
    first, second, third = (t ** (1 - missed) * m**missed for t, m in zip(target, means, strict=True))
    return first, second, third


def _meeting(tract: Tract, sounds: Sequence[Sounding], number: int, side: int) -> tuple[Formants | None, float]:
    """Formants where a vowel meets its neighbour, and the seconds it takes to get there."""
    mine = tract.vowel(sounds[number].sound)
    other = number + side
    if not 0 <= other < len(sounds) or sounds[other].sound == "ㅎ":
        return None, 0.0
    neighbour = sounds[other]
    if neighbour.role in (Role.VOWEL, Role.GLIDE):
        theirs = tract.vowel(neighbour.sound)
        first, second, third = (math.sqrt(a * b) for a, b in zip(mine, theirs, strict=True))
        return (first, second, third), _VOWEL_TO_VOWEL_SECONDS
    return tract.edge(neighbour.sound, mine), _TRAVEL_SECONDS[_PLACE[neighbour.sound]]


def _vowel_near(sounds: Sequence[Sounding], number: int, side: int) -> str:
    place = number + side
    while 0 <= place < len(sounds):
        if sounds[place].role in (Role.VOWEL, Role.GLIDE):
            return sounds[place].sound
        place += side
    return ""
