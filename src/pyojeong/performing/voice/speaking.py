"""The promise of a voice: a line in, sound and the time of every sound of it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pyojeong.emotion import Mood
from pyojeong.media.sound import Sound
from pyojeong.rig.speech import SpokenWord, Utterance


@dataclass(frozen=True, slots=True)
class Voice:
    """How somebody speaks, whoever it is spoken by.

    Attributes:
        name: Of a voice character every speaker knows (``hana``, ``halbae`` …), or of the speaker's own voices.
        pitch_semitones: Higher or lower than that character, [-12, 12].
        pace: Faster or slower, [0.5, 2].
    """

    name: str
    pitch_semitones: float = 0.0
    pace: float = 1.0

    def __post_init__(self) -> None:
        if not abs(self.pitch_semitones) <= 12.0:
            raise ValueError(f"pitch_semitones must be within ±12, but got {self.pitch_semitones!r}")
        if not 0.5 <= self.pace <= 2.0:
            raise ValueError(f"pace must be in [0.5, 2], but got {self.pace!r}")


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be said.

    Attributes:
        words: Every 어절 with its sound.
        mood: How it is felt: pitch, pace, loudness and pauses follow it.
        voice: Who says it.
    """

    words: tuple[SpokenWord, ...]
    mood: Mood
    voice: Voice


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """A line that was said.

    Attributes:
        sound: One channel; as long as ``utterance.seconds`` to a sample.
        utterance: When each of its sounds begins and ends.
    """

    sound: Sound
    utterance: Utterance

    def __post_init__(self) -> None:
        if abs(self.sound.seconds - self.utterance.seconds) > 1.5 / self.sound.rate:
            raise ValueError(
                f"sound and timing must be one length, but got {self.sound.seconds}, {self.utterance.seconds}"
            )


class Speaker(Protocol):
    """Says lines."""

    @property
    def name(self) -> str:
        """Of the keeper: ``espeak``, ``supertonic`` …."""
        ...

    @property
    def cache_key(self) -> str:
        """Changes whenever the same line would sound otherwise (version, model, settings)."""
        ...

    def voices(self) -> tuple[str, ...]:
        """Names of `Voice` it can speak in."""
        ...

    def say(self, line: Line) -> Speech:
        """``line`` said.

        Raises:
            PyojeongError: When it cannot: service away, voice unknown, nothing in the line to say.
        """
        ...
