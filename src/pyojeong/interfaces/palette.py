"""One colour an emotion, the same in the terminal and in the studio.

Authored after Plutchik's wheel (1980): joy yellow, fear green, surprise light blue, sadness blue, disgust violet, anger
red; embarrassment takes the blush's pink and neutral grey.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.emotion import Emotion

EMOTION_COLOURS: Mapping[Emotion, str] = MappingProxyType(
    {
        Emotion.JOY: "#f2b705",
        Emotion.SADNESS: "#3f7fd1",
        Emotion.ANGER: "#d9412e",
        Emotion.FEAR: "#2e9e6b",
        Emotion.EMBARRASSMENT: "#e8709a",
        Emotion.SURPRISE: "#27b5c9",
        Emotion.DISGUST: "#8c5bb5",
        Emotion.NEUTRAL: "#8a8f98",
    }
)
