"""What is heard: every line at its time, one loudness for the film, and soft music under it; a scene at a time."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np

from pyojeong.media.loudness import TARGET_LUFS, limited, loudness_of
from pyojeong.media.sound import Sound
from pyojeong.media.sound_mixing import as_stereo, ducked, louder, placed
from pyojeong.performing.film.plan import Kind, Stretch, stretches
from pyojeong.performing.film.screenplay import Scene, Screenplay
from pyojeong.performing.voice.speaking import Speech

RATE = 48_000
_MUSIC_DB = -11.0
"""Music under the voice's loudness before it is ducked; with speech it lies another 9 dB lower."""
_QUIETEST_LUFS = -60.0
_BOTH_SIDES = 10 * math.log10(2)

Music = Callable[[Scene, float, int], Sound]
"""A bed for a scene, so many seconds long at a rate: two channels at the voice's loudness."""


def soundtrack(screenplay: Screenplay, speeches: Mapping[int, Speech], music: Music | None) -> Iterator[Sound]:
    """Blocks of two channels at `RATE`, one a stretch of the film, from its first frame to its last.

    Args:
        screenplay: The film; its turns say when each beat is heard.
        speeches: Beat → what was said.
        music: Makes the bed of a scene; None for silence.
    """
    gain = film_gain(speeches.values())
    for stretch in stretches(screenplay):
        yield _stretch(screenplay, stretch, speeches, music, gain)


def film_gain(speeches: Iterable[Speech]) -> float:
    """Decibels that bring all lines together to `TARGET_LUFS`, so that a whisper stays softer than a shout.

    A line is heard from both sides, which BS.1770 counts as twice the power.
    """
    power, seconds = 0.0, 0.0
    for speech in speeches:
        lufs = loudness_of(speech.sound).lufs
        if lufs > _QUIETEST_LUFS:
            power += 10 ** (lufs / 10) * speech.sound.seconds
            seconds += speech.sound.seconds
    return TARGET_LUFS - _BOTH_SIDES - 10 * math.log10(power / seconds) if seconds else 0.0


def _stretch(
    screenplay: Screenplay, stretch: Stretch, speeches: Mapping[int, Speech], music: Music | None, gain: float
) -> Sound:
    rate = screenplay.format.frames_per_second
    first, past = (round(n * RATE / rate) for n in (stretch.first, stretch.first + stretch.count))
    seconds = (past - first) / RATE
    scene = screenplay.scenes[max(0, stretch.scene) if stretch.kind is not Kind.CREDITS else -1]
    turns = scene.turns if stretch.kind is Kind.SCENE else ()
    lines = [(turn.start, speeches[turn.beat].sound) for turn in turns if turn.beat in speeches]
    voice = louder(placed(lines, rate=RATE, seconds=seconds), gain)
    heard = as_stereo(voice)
    if music is not None:
        bed = louder(music(scene, seconds, RATE), _MUSIC_DB)
        heard = Sound(heard.samples + _fitted(ducked(bed, voice), len(heard.samples)), RATE)
    return limited(Sound(_fitted(heard, past - first), RATE))


def _fitted(sound: Sound, length: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """The samples cut or filled with silence to ``length``."""
    samples = as_stereo(sound).samples[:length]
    return np.pad(samples, ((0, length - len(samples)), (0, 0)))
