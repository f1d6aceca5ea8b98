"""The timing of sound that came without any: sounds laid where the audio is loud, pauses where it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.media.sound import Sound
from pyojeong.media.sound_mixing import as_mono
from pyojeong.performing.voice.failures import nothing_to_say, voice_failed
from pyojeong.performing.voice.sounds import Sounding, soundings
from pyojeong.performing.voice.speaking import Speech
from pyojeong.performing.voice.timing import breaths_of
from pyojeong.rig.speech import Phone, SpokenWord, Stop, Utterance

Span = tuple[float, float]

_QUIET_DB = -32.0
"""Under the loudest tenth of a second: room and breath, not speech (found on the ten voices here)."""
_SHORTEST_PAUSE = 0.13
"""Seconds. Closures of ㄲㅋ last to 0.11."""
_STOP_IS_WORTH = 0.45
"""Seconds by which a word boundary with a stop may lie further from a pause than one without."""
_FARTHEST = 0.9


def fitted(words: Sequence[SpokenWord], sound: Sound, *, name: str = "") -> Speech:
    """``sound``, in which ``words`` are said one after another, with the time of every sound guessed from its loudness.

    Lengths are those of a calm reader, stretched between the pauses that are heard; a pause is taken for the nearest
    word boundary, rather for one with a stop.

    Raises:
        PyojeongError: When the words have no sound or the audio is silent.
    """
    sounds = soundings(words)
    if not sounds:
        raise nothing_to_say()
    mono = as_mono(sound)
    starts, ends = _calm_times(words, sounds)
    stretches = sounding_stretches(mono)
    if not stretches:
        raise voice_failed(name or "audio", "받은 소리에 말이 없습니다.", "the audio it gave is silent")
    slower = sum(last - first for first, last in stretches) / ends[-1]
    if slower > 1.0:  # a slow reader's closures are as long as a quick one's pauses
        stretches = sounding_stretches(mono, shortest_pause=_SHORTEST_PAUSE * slower)
    anchors = _anchored(words, sounds, ends, stretches)
    at = np.array([planned for planned, _ in anchors])
    real = np.array([heard for _, heard in anchors])
    begun = _placed(starts, at, real, stretches, opening=True)
    ended = _placed(ends, at, real, stretches, opening=False)
    return Speech(mono, Utterance(tuple(words), _phones(sounds, begun, ended, mono.seconds), mono.seconds))


def fitted_to_words(words: Sequence[SpokenWord], sound: Sound, spans: Mapping[int, Span]) -> Speech:
    """``sound`` with words whose times are told by the voice itself; inside a word sounds keep their calm proportions.

    Args:
        words: What is said.
        sound: One or two channels.
        spans: Seconds of the words that are told, by number; words between share the time that is left.
    """
    sounds = soundings(words)
    if not sounds:
        raise nothing_to_say()
    mono = as_mono(sound)
    starts, ends = _calm_times(words, sounds)
    begun, ended = starts.copy(), ends.copy()
    for numbers, (first, last) in _runs(words, sounds, spans, mono.seconds):
        mine = [n for n, s in enumerate(sounds) if s.word in numbers]
        if mine:
            calm = ends[mine[-1]] - starts[mine[0]]
            scale = max(last - first, 0.0) / calm
            begun[mine] = first + (starts[mine] - starts[mine[0]]) * scale
            ended[mine] = first + (ends[mine] - starts[mine[0]]) * scale
    return Speech(mono, Utterance(tuple(words), _phones(sounds, begun, ended, mono.seconds), mono.seconds))


def sounding_stretches(sound: Sound, *, shortest_pause: float = _SHORTEST_PAUSE) -> tuple[Span, ...]:
    """Seconds between which somebody is heard, pauses shorter than ``shortest_pause`` filled."""
    hop = max(1, sound.rate // 200)
    count = len(sound.samples) // hop
    power = (sound.samples[: count * hop].astype(np.float64).reshape(count, hop) ** 2).mean(axis=1)
    level = 10 * np.log10(np.convolve(power, np.ones(3) / 3, "same") + 1e-12)
    if not count or level.max() < -65.0:
        return ()
    heard = level > np.percentile(level, 98) + _QUIET_DB
    edges = np.flatnonzero(np.diff(np.concatenate([[False], heard, [False]]).astype(int)))
    spans = [(first * hop / sound.rate, last * hop / sound.rate) for first, last in edges.reshape(-1, 2)]
    merged: list[Span] = []
    for first, last in spans:
        if merged and first - merged[-1][1] < shortest_pause:
            merged[-1] = (merged[-1][0], last)
        elif last - first > 0.02:
            merged.append((first, last))
    return tuple(merged)


def _calm_times(words: Sequence[SpokenWord], sounds: Sequence[Sounding]) -> tuple[_Seconds, _Seconds]:
    """Starts and ends of a calm reader without the pauses."""
    breaths, _ = breaths_of(words, sounds, pace=1.0, pause_times=1.0)
    lengths = np.array([e - s for b in breaths for s, e in zip(b.starts, b.ends, strict=True)])
    ends = np.cumsum(lengths)
    return ends - lengths, ends


_Seconds = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Boundary:
    calm: float
    stop: bool


def _anchored(
    words: Sequence[SpokenWord], sounds: Sequence[Sounding], ends: _Seconds, stretches: Sequence[Span]
) -> list[tuple[float, float]]:
    """(calm second, second of sounding time) at the start, at every pause that met a word boundary, and at the end."""
    total = sum(last - first for first, last in stretches)
    scale = total / ends[-1]
    boundaries = [
        _Boundary(float(ends[n]) * scale, words[s.word].stop is not Stop.NONE)
        for n, s in enumerate(sounds[:-1])
        if sounds[n + 1].word != s.word
    ]
    anchors = [(0.0, 0.0)]
    heard, taken = 0.0, -1
    for first, last in stretches[:-1]:
        heard += last - first
        free = range(taken + 1, len(boundaries))
        costs = {n: abs(boundaries[n].calm - heard) - _STOP_IS_WORTH * boundaries[n].stop for n in free}
        near = [n for n in free if abs(boundaries[n].calm - heard) < _FARTHEST]
        if near:
            taken = min(near, key=lambda n: costs[n])
            anchors.append((boundaries[taken].calm / scale, heard))
    return [*anchors, (float(ends[-1]), total)]


def _placed(times: _Seconds, at: _Seconds, real: _Seconds, stretches: Sequence[Span], *, opening: bool) -> _Seconds:
    """Calm seconds as seconds of the audio; at a pause a sound that opens falls after it, one that closes before it."""
    sounding = np.interp(times, at, real)
    lengths = np.array([last - first for first, last in stretches])
    before = np.concatenate([[0.0], np.cumsum(lengths)])
    shifted = sounding + (1e-6 if opening else -1e-6)
    number = np.clip(np.searchsorted(before, shifted, side="right" if opening else "left") - 1, 0, len(stretches) - 1)
    return np.asarray(np.array([first for first, _ in stretches])[number] + sounding - before[number])


def _runs(
    words: Sequence[SpokenWord], sounds: Sequence[Sounding], spans: Mapping[int, Span], seconds: float
) -> list[tuple[list[int], Span]]:
    """Words with the stretch they share: one told word, or all untold words between two told ones."""
    runs: list[tuple[list[int], Span]] = []
    waiting: list[int] = []
    clock = 0.0
    for number in range(len(words)):
        if number not in spans:
            waiting.append(number)
            continue
        first, last = spans[number]
        if waiting:
            runs.append((waiting, (clock, max(clock, first))))
            waiting = []
        first = max(clock, min(first, seconds))
        clock = max(first, min(last, seconds))
        runs.append(([number], (first, clock)))
    if waiting:
        runs.append((waiting, (clock, seconds)))
    return runs


def _phones(sounds: Sequence[Sounding], begun: _Seconds, ended: _Seconds, seconds: float) -> tuple[Phone, ...]:
    starts = np.clip(np.maximum.accumulate(begun), 0.0, seconds)
    ends = np.clip(np.maximum(ended, starts), 0.0, seconds)
    return tuple(
        Phone(s.sound, s.role, s.word, s.syllable, float(a), float(b))
        for s, a, b in zip(sounds, starts, ends, strict=True)
    )
