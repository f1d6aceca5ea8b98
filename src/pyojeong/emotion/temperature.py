"""마음의 온도차: what a text says, what a face shows and what the person calls it, side by side and never merged."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.emotion.emotion import Emotion
from pyojeong.emotion.mood import PURE_VALENCE_AROUSAL, Mood


@dataclass(frozen=True, slots=True)
class Told:
    """What one source tells: its leading emotion, None where its reader is unsure, and its valence in [-1, 1]."""

    emotion: Emotion | None
    valence: float


@dataclass(frozen=True, slots=True)
class TemperatureGap:
    """Three sources beside each other; the person's own word is None where they gave none.

    The differences are of valence, in [-2, 2]: above 0 the first named is the more pleasant one.
    """

    text: Told
    face: Told
    own: Told | None

    @property
    def face_over_text(self) -> float:
        """How much more pleasant the face is than the text."""
        return self.face.valence - self.text.valence

    @property
    def own_over_text(self) -> float | None:
        """How much more pleasant the person's own word is than the text."""
        return None if self.own is None else self.own.valence - self.text.valence

    @property
    def own_over_face(self) -> float | None:
        """How much more pleasant the person's own word is than the face."""
        return None if self.own is None else self.own.valence - self.face.valence

    @property
    def agreed(self) -> bool:
        """Whether every source that tells an emotion tells the same one, and at least two do."""
        told = [source.emotion for source in (self.text, self.face, self.own) if source and source.emotion is not None]
        return len(told) > 1 and len(set(told)) == 1


def temperature_gap(text: Mood, face: Mood, own: Emotion | None = None) -> TemperatureGap:
    """What each source tells, and how far apart they are.

    >>> gap = temperature_gap(Mood.of(Emotion.SADNESS), Mood.of(Emotion.JOY), Emotion.SADNESS)
    >>> gap.text.emotion.korean, gap.face.emotion.korean, gap.own.emotion.korean, gap.agreed
    ('슬픔', '기쁨', '슬픔', False)
    >>> gap.face_over_text > 1, gap.own_over_text == 0, round(gap.own_over_face + gap.face_over_text, 6)
    (True, True, 0.0)
    """
    word = None if own is None else Told(own, PURE_VALENCE_AROUSAL[own][0])
    return TemperatureGap(_told(text), _told(face), word)


def _told(mood: Mood) -> Told:
    return Told(None if mood.unsure else mood.leading, mood.valence)
