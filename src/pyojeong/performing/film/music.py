"""A soft bed of music by mood: a music box over a warm pad, composed by rules and a seed, nobody's recording.

Keys and tempi follow what listeners agree on: fast and major for joy, slow and minor for sadness, low, sparse and
dissonant for fear, low and driven for anger (Juslin & Laukka 2004, J. New Music Research 33, table 1).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from pyojeong.emotion import Emotion
from pyojeong.media.loudness import TARGET_LUFS, loudness_of
from pyojeong.media.sound import Sound
from pyojeong.media.sound_mixing import faded, louder
from pyojeong.performing.film.screenplay import Scene

Wave = NDArray[np.float32]

_MAJOR, _MINOR = (0, 2, 4, 7, 9), (0, 3, 5, 7, 10)
_FADE = 1.2
_QUIET_LUFS = -60.0


@dataclass(frozen=True, slots=True)
class Style:
    """How one mood sounds.

    Attributes:
        root: Of the key, MIDI number.
        scale: Semitones of the melody's five tones.
        chords: Roots of the bars' chords, semitones above the key's root, with their thirds.
        beats_per_minute: Tempo.
        density: Share of half beats that have a note.
        pad: Loudness of the pad against the melody.
        high: Octaves above the root the melody lies.
    """

    root: int
    scale: tuple[int, ...]
    chords: tuple[tuple[int, int], ...]
    beats_per_minute: float
    density: float
    pad: float
    high: int


_STYLES: Mapping[Emotion, Style] = MappingProxyType(
    {
        Emotion.JOY: Style(60, _MAJOR, ((0, 4), (9, 3), (5, 4), (7, 4)), 104, 0.62, 0.5, 1),
        Emotion.SADNESS: Style(57, _MINOR, ((0, 3), (8, 4), (3, 4), (10, 4)), 62, 0.34, 0.9, 1),
        Emotion.ANGER: Style(50, _MINOR, ((0, 3), (0, 3), (8, 4), (7, 4)), 96, 0.42, 1.2, 0),
        Emotion.FEAR: Style(52, _MINOR, ((0, 3), (1, 4), (0, 3), (6, 3)), 58, 0.22, 1.3, 1),
        Emotion.EMBARRASSMENT: Style(62, _MAJOR, ((0, 4), (7, 4), (5, 4), (0, 4)), 88, 0.45, 0.5, 1),
        Emotion.SURPRISE: Style(64, _MAJOR, ((0, 4), (2, 4), (5, 4), (7, 4)), 112, 0.5, 0.5, 1),
        Emotion.DISGUST: Style(53, _MINOR, ((0, 3), (1, 3), (5, 3), (0, 3)), 72, 0.3, 1.0, 0),
        Emotion.NEUTRAL: Style(60, _MAJOR, ((0, 4), (5, 4), (9, 3), (7, 4)), 78, 0.42, 0.7, 1),
    }
)


def bed(scene: Scene, seconds: float, rate: int) -> Sound:
    """Music for a scene: two channels, ``seconds`` long, fading in and out, as loud as a voice."""
    style = _STYLES[scene.tone]
    length = round(seconds * rate)
    left, right = np.zeros(length, np.float32), np.zeros(length, np.float32)
    for note in _notes(style, seconds, scene.seed):
        first = round(note.start * rate)
        wave = (_bell if note.bell else _warm)(note.pitch, note.seconds, rate) * np.float32(note.strength)
        part = wave[: max(0, length - first)]
        left[first : first + len(part)] += part * np.float32(1.0 - 0.45 * note.side)
        right[first : first + len(part)] += part * np.float32(1.0 + 0.45 * note.side)
    sound = Sound(np.stack([left, right], axis=1), rate)
    lufs = loudness_of(sound).lufs
    level = louder(sound, TARGET_LUFS - lufs) if lufs > _QUIET_LUFS else sound
    fade = min(_FADE, seconds / 3)
    return faded(level, rise_seconds=fade, fall_seconds=fade)


@dataclass(frozen=True, slots=True)
class _Note:
    """One tone: MIDI ``pitch``, ``start`` and ``seconds``, ``strength``, ``side`` in [-1, 1], box or pad."""

    pitch: float
    start: float
    seconds: float
    strength: float
    side: float
    bell: bool


def _notes(style: Style, seconds: float, seed: int) -> Iterator[_Note]:
    """Pad chords a bar, and a melody that walks the scale, repeats its motif, and rests at the end of a phrase."""
    dice = random.Random(f"{seed}:{style.root}")
    beat = 60.0 / style.beats_per_minute
    motif = [dice.random() for _ in range(8)]
    step, at, bar = 2, 0.0, 0
    while at < seconds:
        root, third = style.chords[bar % len(style.chords)]
        for tone in (root - 12, root, root + third, root + 7):
            yield _Note(
                style.root + tone - 12, at, 4 * beat * 1.15, 0.16 * style.pad, dice.uniform(-0.6, 0.6), bell=False
            )
        for half in range(8):
            chance = motif[half] if bar % 2 == 0 else dice.random()
            if chance > style.density or (bar % 4 == 3 and half > 4):
                continue
            step = max(0, min(9, step + dice.choice((-2, -1, -1, 0, 1, 1, 2))))
            pitch = style.root + 12 * (style.high + step // 5) + style.scale[step % 5]
            start = at + half * beat / 2 + dice.uniform(0.0, 0.012)
            yield _Note(pitch, start, 2.4, dice.uniform(0.5, 0.85), dice.uniform(-0.8, 0.8), bell=True)
        at += 4 * beat
        bar += 1


@lru_cache(maxsize=128)
def _bell(pitch: float, seconds: float, rate: int) -> Wave:
    """A plucked comb of a music box: partials of a clamped bar, the higher the shorter (Fletcher & Rossing 1998)."""
    time = np.arange(round(seconds * rate), dtype=np.float32) / rate
    hertz = _hertz(pitch)
    wave = np.zeros_like(time)
    for times, strength, decay in ((1.0, 1.0, 2.2), (2.0, 0.18, 3.5), (6.27, 0.12, 9.0), (17.55, 0.04, 22.0)):
        if hertz * times < rate * 0.45:
            wave += np.float32(strength) * np.sin(2 * np.pi * hertz * times * time) * np.exp(-decay * time)
    return np.asarray(wave * np.minimum(1.0, time / 0.002), np.float32)


@lru_cache(maxsize=64)
def _warm(pitch: float, seconds: float, rate: int) -> Wave:
    """A slow pad: three slightly mistuned tones with soft harmonics."""
    time = np.arange(round(seconds * rate), dtype=np.float32) / rate
    hertz = _hertz(pitch)
    wave = np.zeros_like(time)
    for mistuned in (0.997, 1.0, 1.003):
        for harmonic, strength in ((1, 1.0), (2, 0.32), (3, 0.12)):
            wave += np.float32(strength / 3) * np.sin(2 * np.pi * hertz * mistuned * harmonic * time + mistuned * 40)
    swell = np.minimum(1.0, time / 0.5) * np.minimum(1.0, np.maximum(0.0, seconds - time) / 0.8)
    return np.asarray(wave * swell, np.float32)


def _hertz(pitch: float) -> float:
    return float(440.0 * 2 ** ((pitch - 69) / 12))
