"""What a body does through a scene: it gathers itself, comes into an act, and is back before the next begins."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.film.deeds import MUTUAL
from pyojeong.performing.film.screenplay import Scene, Turn
from pyojeong.rig.timeline import Easing

#: Seconds: gathering, coming into an act, leaving it, and how long one holds on after its line.
GATHER, RISE, FALL, LINGER = 0.20, 0.42, 0.55, 0.15
#: A pause shorter than this does not end an act that goes on in the next line.
_SAME_ACT_PAUSE = 1.6
_ALIKE = 0.2
"""Strengths further apart are another act."""
_SWINGS, _CALMING = 1.9, 4.5
"""Of a body that comes to rest: swings a second, and how fast they die away."""
_QUIET = 0.45
"""Strength of a body that is told to do what there is no act for: it would leap with hearts while it carries somebody;
the face alone feels the whole."""
UNSURE = 0.5
"""Of a feeling that its reader is unsure of."""


class Doing(NamedTuple):
    """The body at one moment; see `acting.Moment`."""

    act: str
    emotion: Emotion
    strength: float
    speaks: bool
    share: float
    since: float
    spring: float


@dataclass(frozen=True, slots=True)
class _Span:
    """One act: from ``start`` it rises, from ``leaving`` it takes ``fall`` seconds to be over."""

    act: str
    emotion: Emotion
    strength: float
    speaks: bool
    start: float
    leaving: float
    fall: float = FALL

    def share(self, seconds: float) -> float:
        """How far into the act the body is."""
        rise = Easing.OVERSHOOT((seconds - self.start) / RISE)
        return max(0.0, rise * (1.0 - Easing.EASE((seconds - self.leaving) / self.fall)))

    def spring(self, seconds: float) -> float:
        """Gathering and stretching, larger the stronger the feeling."""
        size = (0.35 if self.emotion is Emotion.NEUTRAL else 0.5) + 0.5 * self.strength
        after = seconds - self.start
        if -GATHER < after < 0.0:
            return -size * math.sin(math.pi * (after + GATHER) / GATHER)
        if 0.0 <= after < 1.5:
            return size * math.exp(-_CALMING * after) * math.sin(2 * math.pi * _SWINGS * after)
        return 0.0


class Gestures:
    """All that one body does in a scene; `at` is a pure function.

    Args:
        scene: The scene.
        role: Whose body.
    """

    def __init__(self, scene: Scene, role: str) -> None:
        own = [turn for turn in scene.turns if turn.is_of(role) or (turn.partner == role and turn.act in MUTUAL)]
        self._spans = _spans(own)
        self._starts = [span.start for span in self._spans]

    def at(self, seconds: float) -> Doing:
        """What the body does ``seconds`` after the scene's start."""
        number = bisect_right(self._starts, seconds) - 1
        spring = sum(span.spring(seconds) for span in self._spans[max(0, number) : number + 2])
        if number < 0:
            return Doing("", Emotion.NEUTRAL, 0.2, False, 0.0, 0.0, spring)
        span = self._spans[number]
        since = seconds - span.start
        return Doing(span.act, span.emotion, span.strength, span.speaks, span.share(seconds), since, spring)


def felt(mood: Mood) -> float:
    """How strongly a mood is shown, [0, 1]: less where its reader is unsure."""
    return mood.intensity * (UNSURE if mood.unsure else 1.0)


def _spans(turns: Sequence[Turn]) -> tuple[_Span, ...]:
    spans: list[_Span] = []
    for turn in turns:
        span = _span(turn)
        before = spans[-1] if spans else None
        if before is not None and _goes_on(before, span):
            spans[-1] = replace(before, leaving=span.leaving, strength=max(before.strength, span.strength))
        else:
            spans.append(span)
    following = [*(span.start for span in spans[1:]), math.inf][: len(spans)]
    return tuple(_gone_by(span, start - GATHER) for span, start in zip(spans, following, strict=True))


def _span(turn: Turn) -> _Span:
    start = max(0.0, turn.start - 0.1)
    speaks = turn.role == turn.feels
    strength = felt(turn.mood) if speaks or turn.act else min(_QUIET, felt(turn.mood))
    return _Span(turn.act, turn.mood.leading, strength, speaks, start, max(turn.end, start + RISE) + LINGER)


def _goes_on(before: _Span, span: _Span) -> bool:
    near = span.start - before.leaving < _SAME_ACT_PAUSE and abs(span.strength - before.strength) <= _ALIKE
    return near and (before.act, before.emotion, before.speaks) == (span.act, span.emotion, span.speaks)


def _gone_by(span: _Span, end: float) -> _Span:
    """The span over by ``end``: it leaves earlier, and faster where it has to."""
    if span.leaving + span.fall <= end:
        return span
    earliest = span.start + 0.6 * RISE
    leaving = max(earliest, min(span.leaving, end - FALL))
    return replace(span, leaving=leaving, fall=max(0.1, min(FALL, end - leaving)))
