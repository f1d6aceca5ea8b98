"""What the browser draws of a reading: shares, numbers, and movements in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pyojeong.emotion import Emotion, Mood
from pyojeong.interfaces.faces import FaceReading
from pyojeong.interfaces.web.movements import both_sides_name, movement_name
from pyojeong.interfaces.web.studio.panels.stage import per_cent
from pyojeong.interfaces.web.words import Words
from pyojeong.rig import Expression
from pyojeong.rig.names import mirrored_name

STRONGEST = 5
LEAST_SHOWN = 0.15
"""Weaker movements are within the error of reading them from the mesh (as on the command line)."""
ALIKE = 0.25
"""Sides that differ less are told as one movement."""
_GAZES = (
    ("faces-look-left", ("eyeLookOutLeft", "eyeLookInRight")),
    ("faces-look-right", ("eyeLookInLeft", "eyeLookOutRight")),
)
"""A pair of eyes that look one way, the person's own left and right."""


def reading_shown(reading: FaceReading, words: Words) -> dict[str, Any]:
    """One face for `Gauges`; without a mood only what the face does."""
    moves = [] if reading.expression is None else strongest(reading.expression, words)
    return {"mood": None if reading.mood is None else _mood_shown(reading.mood, words), "moves": moves}


def _mood_shown(mood: Mood, words: Words) -> dict[str, Any]:
    return {
        "shares": [round(mood.shares[emotion], 3) for emotion in Emotion],
        "leading": mood.leading.value,
        "name": words("unsure") if mood.unsure else words.emotion(mood.leading),
        "unsure": mood.unsure,
        "certainty": round(mood.certainty, 3),
        "valence": round(mood.valence, 3),
        "arousal": round(mood.arousal, 3),
    }


def strongest(expression: Expression, words: Words) -> list[list[str | float]]:
    """The strongest movements, each as people call it and its strength in [0, 1]; both sides alike are one.

    >>> from pyojeong.interfaces.web.words import Language
    >>> smile = Expression({"mouthSmileLeft": 0.6, "mouthSmileRight": 0.5, "jawOpen": 0.2, "browInnerUp": 0.1})
    >>> strongest(smile, Words(Language.KOREAN))
    [['입꼬리 올리기 · 양쪽', 0.55], ['턱 벌리기', 0.2]]
    """
    left = dict(expression.coefficients)
    told = _gazes(left, words)
    for name in list(left):
        other = mirrored_name(name)
        if name in left and other != name and _sided(name):
            sides = left[name], left.get(other, 0.0)
            if min(sides) >= LEAST_SHOWN and abs(sides[0] - sides[1]) <= ALIKE:
                told.append((both_sides_name(name, words.language), sum(sides) / 2))
                del left[name], left[other]
    told += [(movement_name(name, words.language), value) for name, value in left.items()]
    told = sorted((one for one in told if one[1] >= LEAST_SHOWN), key=lambda one: -one[1])
    return [[name, round(value, 2)] for name, value in told[:STRONGEST]]


def _sided(name: str) -> bool:
    """Whether the face has the movement on both sides, not one that goes to a side."""
    return not name.startswith(("jaw", "mouthLeft", "mouthRight"))


def _gazes(left: dict[str, float], words: Words) -> list[tuple[str, float]]:
    """The gaze to a side, taken out of ``left``: no eye looks in or out alone."""
    found = []
    for key, eyes in _GAZES:
        values = [left.pop(name, 0.0) for name in eyes]
        found.append((words(key), sum(values) / 2))
    return found


def faces_shown(
    boxes: Mapping[int, tuple[float, float, float, float]], size_wh: tuple[int, int], name: Callable[[int], str]
) -> list[dict[str, Any]]:
    """Number, outline and name of every face for `Viewer`."""
    return [{"number": number, "box": per_cent(box, *size_wh), "label": name(number)} for number, box in boxes.items()]


def emotions_shown(words: Words) -> Sequence[dict[str, str]]:
    """Name and number of the eight emotions in the order of the shares."""
    return [{"emotion": emotion.value, "name": words.emotion(emotion)} for emotion in Emotion]
