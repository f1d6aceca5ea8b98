"""What the body does during a line: a moment its words ask for, or none, so that the mood alone moves it."""

from __future__ import annotations

from collections.abc import Sequence

from pyojeong.emotion import Mood
from pyojeong.stories.directing.words import listed, spoken_of, stems_of

#: Below this strength a body stands there and breathes.
_MOVED = 0.25
#: The same act does not come again within this many lines.
_MEMORY = 2


def act_during(text: str, mood: Mood, strength: float, *, before: Sequence[str] = ()) -> str:
    """Name of the act; empty for what the mood itself does.

    >>> from pyojeong.emotion import Emotion
    >>> act_during("나무꾼은 기뻐서 절을 몇 번이나 했어요.", Mood.of(Emotion.JOY, intensity=0.8), 0.8)
    'thanks-a-lot'
    """
    found = spoken_of(stems_of(text), listed("acts"))
    for name, _ in found.most_common():
        if name not in before[-_MEMORY:]:
            return name
    return ""
