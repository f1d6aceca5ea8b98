"""An utterance becomes a moving mouth: sounds pull at it, neighbours share it, and ㅁ, ㅂ, ㅃ, ㅍ always close it.

Co-articulation by dominance functions (Cohen & Massaro 1993, in Models and Techniques in Computer Animation, 139-156):
a channel is the mean of all targets weighed by how strongly each sound pulls at that moment.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pyojeong.rig.mouth import CLOSED, Mouth
from pyojeong.rig.speech import Utterance
from pyojeong.rig.viseme_targets import BILABIAL, GROUPS, REST, TARGETS, Group, Pull, pull_of

LIP_LEAD_SECONDS = 0.035
"""Lips are in place before the sound is heard."""
SAMPLES_PER_SECOND = 120
SHUT_SECONDS = 0.085
"""A closure lasts at least this long: two frames at 24 a second (83.3 ms), whatever their phase and the pace."""
RAMP_SECONDS = 0.045
_NO_TIME_TO_PART = 0.025
_REST_GAP_SECONDS = 0.10
_SMOOTH_SAMPLES = 5
_LIPS_WIDER, _HELD_SHARE, _SHORTEST = 1.45, 0.55, 0.012
_CHANNELS = len(GROUPS)
_PRESS = 6


@dataclass(frozen=True, slots=True)
class Closure:
    """Lips shut from ``start`` to ``end`` (seconds), closing before and opening after within the ramps.

    >>> Closure(1.0, 1.1, closing=0.04, opening=0.04, press=0.2).share(1.05)
    1.0
    """

    start: float
    end: float
    closing: float
    opening: float
    press: float

    def share(self, seconds: float) -> float:
        """How far the lips are shut at ``seconds``, in [0, 1]."""
        if self.start <= seconds <= self.end:
            return 1.0
        away, ramp = (
            (self.start - seconds, self.closing) if seconds < self.start else (seconds - self.end, self.opening)
        )
        if away >= ramp:
            return 0.0
        share = 1.0 - away / ramp
        return share * share * (3.0 - 2.0 * share)


@dataclass(frozen=True)
class MouthTrack:
    """The mouth of one utterance over time.

    >>> from pyojeong.rig.phones import timed
    >>> from pyojeong.rig.speech import SpokenWord
    >>> track = MouthTrack(timed((SpokenWord("아마", 0, 2, "아마"),), seconds=0.6))
    >>> [round(max(track.at(i / 100).close for i in range(a, b)), 2) for a, b in ((0, 8), (15, 40))]
    [0.0, 1.0]
    """

    utterance: Utterance

    @property
    def seconds(self) -> float:
        """As long as the utterance."""
        return self.utterance.seconds

    def at(self, seconds: float) -> Mouth:
        """The mouth ``seconds`` after the start; at rest before and after the utterance."""
        if not 0.0 <= seconds <= self.seconds or not self.utterance.phones:
            return CLOSED
        close, press = self._closing(seconds)
        place = seconds * SAMPLES_PER_SECOND
        before = min(int(place), len(self._samples) - 2)
        share = place - before
        here, there = self._samples[before], self._samples[before + 1]
        jaw, pucker, funnel, stretch, upper, lower, _, _, tongue, teeth = (
            min(1.0, max(0.0, a + (b - a) * share)) for a, b in zip(here, there, strict=True)
        )
        open_ = 1.0 - close
        return Mouth(
            jaw=jaw * (1.0 - 0.93 * close),
            pucker=pucker,
            funnel=funnel,
            stretch=stretch,
            upper=upper * open_,
            lower=lower * open_,
            press=press,
            close=close,
            tongue=tongue,
            teeth=teeth * open_,
        )

    @cached_property
    def closures(self) -> tuple[Closure, ...]:
        """Every time the lips are shut, in order."""
        shut = sorted(
            (*_shut_span(phone.start, phone.end, self.seconds), TARGETS[phone.sound][_PRESS])
            for phone in self.utterance.phones
            if phone.sound in BILABIAL
        )
        return _apart(shut)

    def _closing(self, seconds: float) -> tuple[float, float]:
        """How far the lips are shut and how hard they press; exact at any moment, not sampled."""
        near = bisect_right(self._closure_starts, seconds + RAMP_SECONDS)
        close = press = 0.0
        for closure in self.closures[max(0, near - 3) : near]:
            share = closure.share(seconds)
            close, press = max(close, share), max(press, share * closure.press)
        return close, press

    @cached_property
    def _closure_starts(self) -> list[float]:
        return [closure.start for closure in self.closures]

    @cached_property
    def _samples(self) -> list[list[float]]:
        """Every channel at `SAMPLES_PER_SECOND`, closures apart; made when first asked for."""
        return _smoothed(_pulled(_segments(self.utterance), self.seconds))


def _shut_span(start: float, end: float, seconds: float) -> tuple[float, float]:
    """When the lips are shut for a bilabial from ``start`` to ``end``: a little early, long enough, inside the line."""
    middle = (start + end) / 2 - 0.4 * LIP_LEAD_SECONDS
    half = max(SHUT_SECONDS, end - start - 0.01) / 2
    first = max(0.0, min(middle - half, seconds - 2 * half))
    return first, min(seconds, first + 2 * half)


def _apart(shut: Sequence[tuple[float, float, float]]) -> tuple[Closure, ...]:
    """Closures with ramps that meet half-way, so that the lips part between them; those too near to part are one."""
    joined: list[tuple[float, float, float]] = []
    for start, end, press in shut:
        if joined and start - joined[-1][1] < _NO_TIME_TO_PART:
            first, until, force = joined[-1]
            joined[-1] = (first, max(until, end), max(force, press))
        else:
            joined.append((start, end, press))
    gaps = [RAMP_SECONDS * 2, *(b[0] - a[1] for a, b in pairwise(joined)), RAMP_SECONDS * 2]
    ramps = [min(RAMP_SECONDS, gap / 2) for gap in gaps]
    return tuple(
        Closure(start, end, before, after, press)
        for (start, end, press), before, after in zip(joined, ramps, ramps[1:], strict=False)
    )


Segment = tuple[str, float, float]


def _segments(utterance: Utterance) -> list[Segment]:
    """Sounds and the silences between them, as the lips keep time."""
    segments: list[Segment] = []
    last = -0.5
    for phone in utterance.phones:
        if phone.start - last > _REST_GAP_SECONDS:
            segments.append((REST, last, phone.start))
        segments.append((phone.sound, phone.start, phone.end))
        last = phone.end
    segments.append((REST, last, utterance.seconds + 0.5))
    return [(sound, a - LIP_LEAD_SECONDS, b - LIP_LEAD_SECONDS) for sound, a, b in segments]


def _pulled(segments: Sequence[Segment], seconds: float) -> list[list[float]]:
    """The weighted mean of all targets at every sample."""
    count = max(2, math.ceil(seconds * SAMPLES_PER_SECOND) + 1)
    sums = [[0.0] * _CHANNELS for _ in range(count)]
    weights = [[1e-4] * len(Group) for _ in range(count)]
    for sound, start, end in segments:
        target, pull = TARGETS[sound], pull_of(sound)
        reach = (end - start) / 2 + 8.0 * pull.reach
        middle = (start + end) / 2
        first = max(0, math.ceil((middle - reach) * SAMPLES_PER_SECOND))
        last = min(count - 1, math.floor((middle + reach) * SAMPLES_PER_SECOND))
        for place in range(first, last + 1):
            strength = _strengths(pull, abs(place / SAMPLES_PER_SECOND - middle), max(_SHORTEST, (end - start) / 2))
            weight, row = weights[place], sums[place]
            for group, value in enumerate(strength):
                weight[group] += value
            for channel, group in enumerate(GROUPS):
                if target[channel]:
                    row[channel] += strength[group] * target[channel]
    return [
        [value / weight[group] for value, group in zip(row, GROUPS, strict=True)]
        for row, weight in zip(sums, weights, strict=True)
    ]


def _strengths(pull: Pull, away: float, half: float) -> tuple[float, float, float, float]:
    """How strongly a sound pulls each group ``away`` seconds from its middle; full over half of its length."""
    beyond = max(0.0, away - _HELD_SHARE * half)
    narrow = math.exp(-((beyond / pull.reach) ** 1.15))
    wide = math.exp(-((beyond / (pull.reach * _LIPS_WIDER)) ** 1.1))
    return pull.jaw * narrow, pull.lips * wide, pull.opening * narrow, pull.tongue * narrow


def _smoothed(rows: list[list[float]]) -> list[list[float]]:
    """A jaw has mass: a raised-cosine mean over 50 ms."""
    half = _SMOOTH_SAMPLES // 2
    taps = [1.0 + math.cos(math.pi * k / (half + 1)) for k in range(-half, half + 1)]
    whole = sum(taps)
    last = len(rows) - 1
    return [
        [
            sum(tap * rows[min(last, max(0, place + k - half))][channel] for k, tap in enumerate(taps)) / whole
            for channel in range(_CHANNELS)
        ]
        for place in range(len(rows))
    ]
