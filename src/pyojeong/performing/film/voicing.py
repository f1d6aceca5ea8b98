"""When a role's mouth is its voice's, what it says, and where its head beats; and where it nods as it listens."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import NamedTuple

from pyojeong.performing.film.gesturing import felt
from pyojeong.performing.film.screenplay import Scene, Turn
from pyojeong.rig.mouth import CLOSED, Mouth
from pyojeong.rig.speech import Role, Stop
from pyojeong.rig.timeline import Easing
from pyojeong.rig.visemes import LIP_LEAD_SECONDS, MouthTrack

#: Seconds in which speech takes the mouth over, and in which the feeling has it back.
_TAKING, _GIVING = 0.16, 0.36
#: A pause within a line, or between two, in which the mouth stays speech's.
_HELD = 0.5
#: Half width of a beat of the head and of a nod in seconds, size of a nod, and the least time between two of each.
_BEAT, _NOD, _NOD_SIZE = 0.10, 0.17, 0.75
_BEATS_APART, _NODS_APART = 0.6, 2.0
_MOST = 1.5
_ROOM = 0.3


class _Accent(NamedTuple):
    at: float
    size: float
    half: float


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A line with its mouth, whose track begins at ``start``; sound is heard from ``first`` to ``last``."""

    start: float
    first: float
    last: float
    track: MouthTrack


class Voicing:
    """One role's speech in a scene; pure functions of time.

    Args:
        scene: The scene.
        role: Whose mouth and head.
    """

    def __init__(self, scene: Scene, role: str) -> None:
        own = [turn for turn in scene.turns if turn.role == role and turn.utterance.phones]
        self._lines = tuple(_line(turn) for turn in own)
        self._starts = [line.first - LIP_LEAD_SECONDS - _TAKING for line in self._lines]
        accents = [accent for turn in own for accent in _beats(turn)]
        accents += [nod for turn in scene.turns if turn.role != role for nod in _nods(turn, role)]
        self._accents = tuple(sorted(accents))
        self._times = [accent.at for accent in self._accents]

    def at(self, seconds: float) -> tuple[Mouth, float]:
        """What the mouth says, and how far it is speech's, [0, 1]."""
        number = bisect_right(self._starts, seconds) - 1
        if number < 0:
            return CLOSED, 0.0
        line = self._lines[number]
        taken = Easing.EASE((seconds - self._starts[number]) / _TAKING)
        if number and self._starts[number] - self._lines[number - 1].last < _HELD:
            taken = 1.0
        following = self._starts[number + 1] if number + 1 < len(self._starts) else math.inf
        given = 0.0 if following - line.last < _HELD else Easing.EASE((seconds - line.last - 0.04) / _GIVING)
        return line.track.at(seconds - line.start), taken * (1.0 - given)

    def accent(self, seconds: float) -> float:
        """How strong the beat of this moment is."""
        near = bisect_right(self._times, seconds)
        beats = self._accents[max(0, near - 4) : near + 4]
        return min(_MOST, sum(b.size * math.exp(-(((seconds - b.at) / b.half) ** 2)) for b in beats))


def _line(turn: Turn) -> _Line:
    """The line with silence around it: lips come into the first sound before its utterance begins."""
    said = turn.utterance
    track = MouthTrack(replace(said.later(_ROOM), seconds=said.seconds + 2 * _ROOM))
    return _Line(turn.start - _ROOM, turn.start + said.phones[0].start, turn.start + said.phones[-1].end, track)


def _beats(turn: Turn) -> list[_Accent]:
    """On the first vowel of words of two syllables or more."""
    beats: list[_Accent] = []
    met: set[int] = set()
    for phone in turn.utterance.phones:
        if phone.role is not Role.VOWEL or phone.word in met:
            continue
        met.add(phone.word)
        at = turn.start + (phone.start + phone.end) / 2
        if len(turn.utterance.words[phone.word].surface) >= 2 and (not beats or at - beats[-1].at > _BEATS_APART):
            beats.append(_Accent(at, 0.55 + 0.45 * felt(turn.mood) + (0.2 if len(beats) % 3 == 0 else 0.0), _BEAT))
    return beats


def _nods(turn: Turn, role: str) -> list[_Accent]:
    """Who listens nods where who speaks stops, now and then."""
    nods: list[_Accent] = []
    lag = 0.22 + 0.02 * (sum(map(ord, role)) % 7)
    for word, span in zip(turn.utterance.words, turn.utterance.word_seconds, strict=True):
        if span is None or word.stop is Stop.NONE:
            continue
        at = turn.start + span[1] + lag
        if at - turn.start > 1.2 and (not nods or at - nods[-1].at > _NODS_APART):
            nods.append(_Accent(at, _NOD_SIZE, _NOD))
    return nods
