"""The voice that is always there: Korean spoken by rule, offline, in ten characters and every mood."""

from __future__ import annotations

import hashlib
import math
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from pyojeong.media.sound import Sound
from pyojeong.performing.voice.characters import CHARACTERS, VoiceCharacter
from pyojeong.performing.voice.crying import crying
from pyojeong.performing.voice.curves import Curve, moments
from pyojeong.performing.voice.espeak_process import EspeakProcess
from pyojeong.performing.voice.failures import nothing_to_say, unknown_voice
from pyojeong.performing.voice.intonation import Melody
from pyojeong.performing.voice.larynx import larynx_curves
from pyojeong.performing.voice.manner import Manner, manner_of
from pyojeong.performing.voice.noises import Noises
from pyojeong.performing.voice.pulses import RATE, Passage, Source, voiced
from pyojeong.performing.voice.room import Samples, in_a_room, toned
from pyojeong.performing.voice.sounds import soundings
from pyojeong.performing.voice.speaking import Line, Speech
from pyojeong.performing.voice.timing import Breath, breaths_of
from pyojeong.performing.voice.traces import fading, pitch_traces, softness
from pyojeong.performing.voice.tract import Tract, formant_curves
from pyojeong.rig.speech import Utterance

VOWEL_RMS = 0.1
"""Level of a calm vowel before the tone of the voice."""
_SOURCE_GAIN = 2.8
"""Brings the vowels of the narrator to `VOWEL_RMS`."""
_HISS_FOLLOWS_TILT = 0.35
"""Share of the brightness of a mood that its hisses take: who is sad hisses softly, too."""
_HEARD = 3
"""Raised whenever anything here makes the same line sound otherwise: kept lines are then made anew."""
_ESPEAK_RATE, _ESPEAK_PITCH = 165, 45


class EspeakSpeaker:
    """Our melody, rhythm, larynx and tract; espeak-ng's consonant noises. The same line always sounds the same.

    Args:
        process: The program that is asked; its own when left out.
    """

    name = "espeak"

    def __init__(self, process: EspeakProcess | None = None) -> None:
        self._process = process or EspeakProcess()
        self.cache_key = f"espeak {_HEARD}, {_library()}"

    def voices(self) -> tuple[str, ...]:
        """Names of all characters."""
        return tuple(CHARACTERS)

    def say(self, line: Line) -> Speech:
        """``line`` said, one channel at 24 kHz.

        Raises:
            PyojeongError: When the voice is unknown, nothing is to be said, or espeak-ng fails.
        """
        character = CHARACTERS.get(line.voice.name)
        if character is None:
            raise unknown_voice(line.voice.name, CHARACTERS)
        sounds = soundings(line.words)
        if not sounds:
            raise nothing_to_say()
        manner = manner_of(line.mood)
        pace = character.pace_times * manner.pace_times * line.voice.pace
        breaths, seconds = breaths_of(line.words, sounds, pace=pace, pause_times=manner.pause_times)
        random = np.random.default_rng(_seed(line))
        pitch = character.pitch_hz * 2 ** (line.voice.pitch_semitones / 12)
        samples = _voiced(character, manner, breaths, seconds, pitch, random)
        self._add_noises(samples, line, breaths, character, manner, random)
        finished = _finished(samples, character, manner)
        phones = tuple(phone for breath in breaths for phone in breath.phones())
        utterance = Utterance(line.words, phones, len(finished) / RATE)
        return Speech(Sound(finished.astype(np.float32), RATE), utterance)

    def _add_noises(
        self,
        samples: Samples,
        line: Line,
        breaths: tuple[Breath, ...],
        character: VoiceCharacter,
        manner: Manner,
        random: np.random.Generator,
    ) -> None:
        times = (1.0 + 0.05 * (character.tract - 1.0)) * character.tract_times**0.5
        noises = Noises(times, VOWEL_RMS)
        gain = 10 ** ((manner.gain_db + _HISS_FOLLOWS_TILT * manner.tilt_db) / 20)
        for breath in breaths:
            numbers = sorted({sound.word for sound in breath.sounds})
            text = " ".join(line.words[number].surface for number in numbers)
            spoken = self._process.say(text, voice=f"ko+{character.espeak}", rate=_ESPEAK_RATE, pitch=_ESPEAK_PITCH)
            noises.laid(samples, breath, spoken, gain, random)


def _library() -> str:
    try:
        return f"espeakng-loader {version('espeakng-loader')}"
    except PackageNotFoundError:  # saying a line will tell
        return "no espeakng-loader"


def _seed(line: Line) -> int:
    said = "|".join(word.surface for word in line.words) + line.voice.name
    return int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "little")


def _voiced(
    character: VoiceCharacter,
    manner: Manner,
    breaths: tuple[Breath, ...],
    seconds: float,
    pitch: float,
    random: np.random.Generator,
) -> Samples:
    wander = random.uniform(0.0, 2 * math.pi, 3)
    melody = Melody(character.range_times, manner, (wander[0], wander[1], wander[2]))
    semitones = melody.curve(breaths, seconds)
    semitones = semitones + character.tremor_semitones * np.sin(2 * np.pi * 5.2 * moments(seconds) + wander[0])
    tract = Tract(character.tract, character.tract_times)
    formants = formant_curves(tract, breaths, seconds)
    moved = semitones - manner.semitones
    cries = crying(breaths, seconds)
    heights = semitones + pitch_traces(breaths, seconds) + cries.semitones
    gain = _loudness(formants, moved) * fading(breaths, seconds) * cries.gain
    passage = Passage(
        pitch * 2 ** (heights / 12),
        formants,
        tuple(tract.upper()),
        cries.of(larynx_curves(breaths, seconds)),
        softness(breaths, seconds, moved) + cries.soft,
        gain * _SOURCE_GAIN * 10 ** (manner.gain_db / 20),
        tract.longer,
    )
    return voiced(passage, _source(character, manner), random)


def _loudness(formants: np.ndarray[tuple[int, ...], np.dtype[np.float64]], semitones: Curve) -> Curve:
    """Open vowels a little less loud than a tube makes them, high tones a little louder than low ones."""
    return np.asarray((formants[:, 0] / 500.0) ** -0.3 * 10 ** (0.45 * np.clip(semitones, -6.0, 6.0) / 20))


def _source(character: VoiceCharacter, manner: Manner) -> Source:
    tilt = 10 ** (manner.tilt_db / 20)
    breath_db = min(-8.0, character.breath_db + manner.breath_db)
    return Source(
        open_quotient=float(np.clip(character.open_quotient - 0.014 * manner.tilt_db, 0.38, 0.85)),
        tilt_hz=character.tilt_hz * tilt,
        breath=0.2 * 10 ** (breath_db / 20),
        harmonic_hz=character.harmonic_hz * tilt**0.5,
        jitter=character.jitter * manner.jitter_times,
        shimmer_db=character.shimmer_db * manner.jitter_times,
    )


def _finished(samples: Samples, character: VoiceCharacter, manner: Manner) -> Samples:
    low, high = character.warmth_db, character.brightness_db + 0.3 * manner.tilt_db
    points = [
        (50.0, low - 9.0),
        (90.0, low),
        (400.0, low),
        (900.0, 0.0),
        (1900.0, 0.0),
        (2700.0, 3.0),
        (4000.0, 4.5 + high),
        (8000.0, 7.0 + high),
        (11_000.0, 14.0 + high),
    ]
    return in_a_room(toned(samples, points)) * 10 ** (character.gain_db / 20)
