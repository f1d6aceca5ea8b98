"""What a mouth does while it speaks: the channels speech owns, and how they join a feeling on one face.

Emotion owns brows, eyes, cheeks and the corners of the mouth; speech owns how far the mouth is open, how round, and
whether it is shut. Neither may seal or open the lips for the other.
"""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Mouth:
    """One moment of a speaking mouth; every channel in [0, 1].

    Attributes:
        jaw: How far the jaw is down: ㅏ most.
        pucker: Lips forward and together: ㅜ most.
        funnel: Lips forward and apart: ㅗ, ㅊ.
        stretch: Corners drawn apart: ㅣ most.
        upper: Upper lip raised off the teeth.
        lower: Lower lip drawn down off the teeth.
        press: How hard closed lips press: ㅃ, ㅍ.
        close: Lips shut by ㅁ, ㅂ, ㅃ, ㅍ: 1 means not a slit of light, whatever the jaw does.
        tongue: Tongue behind the upper teeth: ㄴ, ㄷ, ㄹ. For drawings; ARKit has no word for it.
        teeth: Teeth near each other and seen: ㅅ, ㅈ. For drawings.
    """

    jaw: float = 0.0
    pucker: float = 0.0
    funnel: float = 0.0
    stretch: float = 0.0
    upper: float = 0.0
    lower: float = 0.0
    press: float = 0.0
    close: float = 0.0
    tongue: float = 0.0
    teeth: float = 0.0

    def __post_init__(self) -> None:
        for channel in fields(self):
            value = getattr(self, channel.name)
            if not 0.0 <= value <= 1.0:
                raise ValueError(f"{channel.name} must be in [0, 1], but got {value!r}")


CLOSED = Mouth()
"""At rest between words: lips together without force."""
