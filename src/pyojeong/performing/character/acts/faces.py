"""Faces of acts: an emotion's prototype, and what a moment adds to it."""

from __future__ import annotations

from pyojeong.emotion import Emotion
from pyojeong.rig.compose import prototype
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES


def face(emotion: Emotion, intensity: float = 1.0, **added: float) -> Expression:
    """The prototype of ``emotion``, with movements set; a name without a side sets both.

    >>> face(Emotion.JOY, eyeBlink=0.9)["eyeBlinkLeft"]
    0.9

    Raises:
        ValueError: When a name is none of ARKit's, nor headYaw, headPitch, headRoll or blush.
    """
    values = prototype(emotion, intensity).to_dict()
    for name, value in added.items():
        sides = [name + side for side in ("Left", "Right") if name + side in ARKIT_NAMES]
        values.update(dict.fromkeys(sides or [name], value))
    return Expression.nearest(values)


def rest(**added: float) -> Expression:
    """A resting face with movements set."""
    return face(Emotion.NEUTRAL, 0.0, **added)
