"""A mood becomes a manner of speaking: pitch, range, pace, loudness, breath, tremor and pauses."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from pyojeong.emotion import Emotion, Mood


@dataclass(frozen=True, slots=True)
class Manner:
    """How a line differs from the same line said calmly.

    Attributes:
        semitones: Higher or lower.
        range_times: Of the pitch movement; 1 is calm.
        pace_times: Of the speed; 2 is twice as fast.
        gain_db: Louder or softer.
        tilt_db: At 4 kHz: brighter (pressed, loud) or duller (soft).
        breath_db: More or less breath in the voice.
        tremor_semitones: Depth of a shake at 5.8 Hz.
        pause_times: Of every pause.
        fall_semitones: Added to where a sentence ends; below 0 it falls deeper.
        jitter_times: Of the irregularity of the pulse.
    """

    semitones: float = 0.0
    range_times: float = 1.0
    pace_times: float = 1.0
    gain_db: float = 0.0
    tilt_db: float = 0.0
    breath_db: float = 0.0
    tremor_semitones: float = 0.0
    pause_times: float = 1.0
    fall_semitones: float = 0.0
    jitter_times: float = 1.0


CALM = Manner()

# Directions after Scherer 2003 (doi 10.1016/S0167-6393(02)00084-5, table 2) and Juslin & Laukka 2003 (doi
# 10.1037/0033-2909.129.5.770, table 7): joy, anger, fear raise pitch, loudness and high frequencies; sadness lowers
# pitch, range, pace and loudness with more pauses; fear narrows the range and trembles. Sizes: first chosen so that a
# tale stays one person's voice (pitch within 4 semitones), then checked on what comes out (docs/voice.md).
FULL: dict[Emotion, Manner] = {
    Emotion.JOY: Manner(2.3, 1.45, 1.04, 1.5, 2.0, -1.0, 0.0, 0.92, 0.8, 0.9),
    Emotion.SADNESS: Manner(-1.8, 0.62, 0.82, -3.5, -5.0, 5.0, 0.12, 1.4, -1.2, 1.4),
    Emotion.ANGER: Manner(1.4, 1.4, 1.09, 3.0, 5.0, -5.0, 0.0, 0.78, -2.0, 1.3),
    Emotion.FEAR: Manner(2.4, 0.82, 1.12, -1.5, -1.0, 5.0, 0.32, 0.9, 1.2, 2.2),
    Emotion.EMBARRASSMENT: Manner(1.2, 0.85, 0.93, -2.0, -2.5, 4.0, 0.10, 1.25, 1.0, 1.3),
    Emotion.SURPRISE: Manner(3.4, 1.6, 1.05, 2.0, 2.5, 1.0, 0.0, 0.95, 1.8, 1.0),
    Emotion.DISGUST: Manner(-0.8, 1.05, 0.90, 0.0, 1.0, -1.0, 0.0, 1.15, -1.8, 1.8),
    Emotion.NEUTRAL: CALM,
}
"""Every emotion alone at full intensity."""

_RATIOS = ("range_times", "pace_times", "pause_times", "jitter_times")


def manner_of(mood: Mood) -> Manner:
    """The manner of ``mood``: every emotion pulls by its share times the intensity; ratios are mixed as logarithms.

    >>> manner_of(Mood.of(Emotion.ANGER)) == FULL[Emotion.ANGER], manner_of(Mood.of(Emotion.NEUTRAL)) == CALM
    (True, True)
    >>> round(manner_of(Mood.blend({Emotion.JOY: 1, Emotion.SADNESS: 1}, intensity=0.5)).semitones, 3)
    0.125
    """
    pulls = [(mood.shares[emotion] * mood.intensity, manner) for emotion, manner in FULL.items()]
    return Manner(*(_mixed(pulls, field.name) for field in fields(Manner)))


def _mixed(pulls: list[tuple[float, Manner]], name: str) -> float:
    if name in _RATIOS:
        return round(math.exp(math.fsum(pull * math.log(getattr(manner, name)) for pull, manner in pulls)), 9)
    return round(math.fsum(pull * getattr(manner, name) for pull, manner in pulls), 9)
