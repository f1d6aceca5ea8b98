"""Moods of one face over time, without flicker: each new reading moves the last one part of the way."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.emotion import Emotion, Mood

HALF_LIFE_SECONDS = 0.25
"""Time after which an old reading counts half: shorter than a passing expression (Ekman 2003: half a second and more),
long enough to outlast a blink (.1 to .2 s)."""
FORGOTTEN_SECONDS = 1.5
"""After a gap this long the face is read afresh."""
_UNSURE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class SmoothedMood:
    """The mood of one face up to a moment.

    Attributes:
        mood: Every share and number averaged, newer readings counting more; ``unsure`` as most of them were.
        at_seconds: The moment.
        unsure_share: Which part of the readings, weighed alike, was unsure.

    >>> calm = SmoothedMood.first(Mood.of(Emotion.NEUTRAL), at_seconds=10.0)
    >>> later = calm.after(Mood.of(Emotion.JOY), at_seconds=10.0 + HALF_LIFE_SECONDS)
    >>> later.mood.shares[Emotion.JOY]
    0.5
    """

    mood: Mood
    at_seconds: float
    unsure_share: float

    @classmethod
    def first(cls, mood: Mood, *, at_seconds: float) -> SmoothedMood:
        """The first reading, as it is."""
        return cls(mood, at_seconds, float(mood.unsure))

    def after(self, mood: Mood, *, at_seconds: float, half_life_seconds: float = HALF_LIFE_SECONDS) -> SmoothedMood:
        """With one more reading, ``at_seconds`` on the same clock.

        Raises:
            ValueError: When time runs backwards, or the half-life is not above 0.
        """
        gap = at_seconds - self.at_seconds
        if gap < 0 or half_life_seconds <= 0:
            raise ValueError(f"time must go on and half-life be above 0, but got {gap:+.3f} s and {half_life_seconds}")
        if gap >= FORGOTTEN_SECONDS:
            return SmoothedMood.first(mood, at_seconds=at_seconds)
        keep = float(0.5 ** (gap / half_life_seconds))
        unsure = keep * self.unsure_share + (1 - keep) * mood.unsure
        return SmoothedMood(_between(self.mood, mood, keep, unsure > _UNSURE_SHARE), at_seconds, unsure)


def _between(old: Mood, new: Mood, keep: float, unsure: bool) -> Mood:
    """``keep`` of ``old`` and the rest of ``new``; feelings and evidence are the new one's."""

    def mixed(before: float, now: float) -> float:
        return keep * before + (1 - keep) * now

    return Mood(
        {emotion: mixed(old.shares[emotion], new.shares[emotion]) for emotion in Emotion},
        intensity=mixed(old.intensity, new.intensity),
        feelings=new.feelings,
        named=new.named,
        valence=mixed(old.valence, new.valence),
        arousal=mixed(old.arousal, new.arousal),
        certainty=mixed(old.certainty, new.certainty),
        unsure=unsure,
        evidence=new.evidence,
    )
