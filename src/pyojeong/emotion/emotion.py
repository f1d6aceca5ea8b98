"""Eight emotions: the shortest vocabulary that text, faces and performers share."""

from __future__ import annotations

from enum import Enum


class Emotion(str, Enum):
    """One of eight emotions, in the fixed order every array in this package uses.

    >>> Emotion("joy").korean, str(Emotion.JOY), [e.value for e in Emotion].index("fear")
    ('기쁨', 'joy', 3)
    >>> Emotion.of("당황") is Emotion.of("Embarrassment") is Emotion.EMBARRASSMENT
    True
    """

    JOY = "joy"
    SADNESS = "sadness"
    ANGER = "anger"
    FEAR = "fear"
    EMBARRASSMENT = "embarrassment"
    SURPRISE = "surprise"
    DISGUST = "disgust"
    NEUTRAL = "neutral"

    def __str__(self) -> str:
        return self.value

    @property
    def korean(self) -> str:
        """The Korean name shown to people."""
        return _KOREAN[self]

    @classmethod
    def of(cls, name: str) -> Emotion:
        """The emotion called ``name``: its value in any case, or its Korean name.

        Raises:
            ValueError: When no emotion has that name; the message lists those that exist.
        """
        wanted = name.strip().casefold()
        for emotion in cls:
            if wanted in (emotion.value, emotion.korean):
                return emotion
        names = ", ".join(f"{e.value}({e.korean})" for e in cls)
        raise ValueError(f"emotion must be one of {names}, but got {name!r}")


_KOREAN = {
    Emotion.JOY: "기쁨",
    Emotion.SADNESS: "슬픔",
    Emotion.ANGER: "분노",
    Emotion.FEAR: "불안",
    Emotion.EMBARRASSMENT: "당황",
    Emotion.SURPRISE: "놀람",
    Emotion.DISGUST: "혐오",
    Emotion.NEUTRAL: "중립",
}
