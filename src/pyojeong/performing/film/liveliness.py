"""What a living face and head never stop doing: they sway, breathe, tremble in fear, and the eyes look about."""

from __future__ import annotations

import math
import random
from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pyojeong.emotion import Emotion
from pyojeong.performing.film.acting import breath
from pyojeong.performing.film.gesturing import Doing
from pyojeong.performing.film.screenplay import Scene
from pyojeong.rig.expression import Expression, mix

_TURN_DEGREES, _TURN_OF_EYES = 16.0, 0.42
"""Of who turns wholly to another: both of his eyes are still seen, on photos too, and they look at the other."""
_SWAY = ((0.23, 1.1), (0.11, 0.7))
"""Swings a second and degrees, of yaw and of roll."""
_TREMBLES, _TREMBLE_DEGREES = 6.3, 0.3
#: Seconds an eye takes to another place, and between two glances: saccades take .02-.05 s (drawn eyes, two frames).
_SACCADE, _FIXATION = 0.06, 1.5


class _Look(NamedTuple):
    """How eyes look in a feeling: how far they wander, and where they rest, right and down in [-1, 1]."""

    wander: float
    aside: float = 0.0
    down: float = 0.0


_LOOKS: Mapping[Emotion, _Look] = MappingProxyType(
    {
        Emotion.NEUTRAL: _Look(0.10),
        Emotion.JOY: _Look(0.07),
        Emotion.SADNESS: _Look(0.07, 0.04, 0.22),
        Emotion.ANGER: _Look(0.03),
        Emotion.FEAR: _Look(0.26),
        Emotion.EMBARRASSMENT: _Look(0.16, 0.22, 0.14),
        Emotion.SURPRISE: _Look(0.04),
        Emotion.DISGUST: _Look(0.05, 0.16, 0.05),
    }
)


class Life:
    """The small movements of one role in a scene; a pure function of time.

    Args:
        scene: The scene.
        role: Whose.
        seed: Of what is a matter of chance.
    """

    def __init__(self, scene: Scene, role: str, seed: int) -> None:
        self._phase = sum(map(ord, role)) % 97
        dice = random.Random(f"{seed} {role} looks")
        self._glances = [(0.0, 0.0, 0.0)]
        while self._glances[-1][0] < scene.seconds:
            wait = _FIXATION * math.exp(dice.gauss(0.0, 0.4))
            there = dice.random() < 0.45  # every other glance comes back to whom it speaks to
            x, y = (0.0, 0.0) if there else (dice.uniform(-1, 1), dice.uniform(-0.5, 0.6))
            self._glances.append((self._glances[-1][0] + max(0.5, wait), x, y))
        self._times = [glance[0] for glance in self._glances]

    def on(self, face: Expression, doing: Doing, seconds: float, facing: float) -> Expression:
        """``face`` alive."""
        sway = [
            degrees * math.sin(2 * math.pi * rate * seconds + self._phase + n)
            for n, (rate, degrees) in enumerate(_SWAY)
        ]
        tremble = doing.share * doing.strength if doing.emotion is Emotion.FEAR else 0.0
        roll = sway[1] + _TREMBLE_DEGREES * tremble * math.sin(2 * math.pi * _TREMBLES * seconds)
        moved = {
            **self._gaze(doing, seconds, facing),
            "headYaw": _TURN_DEGREES * facing + sway[0],
            "headPitch": 0.5 * breath(seconds, phase=self._phase),
            "headRoll": roll,
        }
        return mix({face: 1.0, Expression.nearest(moved): 1.0})

    def _gaze(self, doing: Doing, seconds: float, facing: float) -> dict[str, float]:
        number = max(1, bisect_right(self._times, seconds))
        _, x0, y0 = self._glances[max(0, number - 2)]
        start, x1, y1 = self._glances[number - 1]
        share = min(1.0, max(0.0, (seconds - start) / _SACCADE))
        look, into = _LOOKS[doing.emotion], min(1.0, doing.share)
        wander = 0.10 + (look.wander - 0.10) * into
        side = -1.0 if facing > 0 else 1.0
        right = _TURN_OF_EYES * facing + wander * (x0 + (x1 - x0) * share) + side * look.aside * into
        return looking(right, wander * (y0 + (y1 - y0) * share) + look.down * into)


def looking(right: float, down: float) -> dict[str, float]:
    """Both eyes to the picture's ``right`` and ``down``, [-1, 1]; ARKit's left eye is on the picture's right.

    >>> looking(0.5, 0.2)["eyeLookOutLeft"], looking(0.5, 0.2)["eyeLookDownRight"]
    (0.5, 0.2)
    """
    across = ("eyeLookOutLeft", "eyeLookInRight") if right > 0 else ("eyeLookInLeft", "eyeLookOutRight")
    along = ("eyeLookDownLeft", "eyeLookDownRight") if down > 0 else ("eyeLookUpLeft", "eyeLookUpRight")
    return {**dict.fromkeys(across, abs(right)), **dict.fromkeys(along, abs(down))}
