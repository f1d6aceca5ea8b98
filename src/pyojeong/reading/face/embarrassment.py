"""당황 in a face: no public votes know it, so it is given little, where the votes waver and the face gives a sign.

Signs after Keltner 1995 (J. Pers. Soc. Psychol. 68, 441-454): eyes turned away or down, a smile held back by pressed
or rolled-in lips, the head lowered or turned aside. How the signs are put together is authored, not learned: no set at
hand has this label. See docs/reading-face.md for what it tells apart and what not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from pyojeong.media.face import HeadPose
from pyojeong.rig import Expression

MOST = 0.3
"""The largest share 당황 is given: it leads only where nothing else has a third."""
_FULL_GAZE, _FULL_LIPS, _FULL_SMILE = 0.6, 0.4, 0.4
"""Coefficients from which on a sign counts fully."""
_RESTING_PITCH_DEGREES, _FULL_TURN_DEGREES = -6.0, 20.0
"""Frontal portraits measure that pitch (docs/reading-face.md); a head this much lower or aside counts fully."""


def embarrassment(shares: Sequence[float], expression: Expression, pose: HeadPose) -> float:
    """The share of 당황 in [0, `MOST`].

    Args:
        shares: What the votes would be, summing to 1.
        expression: What the face does.
        pose: How the head is turned.

    >>> torn, certain = [0.4, 0.3, 0.3], [1.0, 0.0, 0.0]
    >>> shy = Expression({"eyeLookDownLeft": 0.6, "mouthPressLeft": 0.4, "mouthSmileLeft": 0.3})
    >>> embarrassment(torn, shy, HeadPose(pitch=-20)) > 0.1, embarrassment(certain, shy, HeadPose())
    (True, 0.0)
    """
    return MOST * wavering(shares) * _signs(expression, pose)


def wavering(shares: Sequence[float]) -> float:
    """How evenly the votes are split, in [0, 1]: their entropy in parts of that of an even split between three.

    >>> wavering([1.0, 0.0]), round(wavering([0.5, 0.5]), 2), wavering([0.25] * 4)
    (0.0, 0.63, 1.0)
    """
    entropy = -math.fsum(share * math.log(share) for share in shares if share > 0)
    return min(1.0, entropy / math.log(3)) + 0.0


def _signs(expression: Expression, pose: HeadPose) -> float:
    """The mean of the three signs, each in [0, 1]."""
    away = max(_both(expression, stem) for stem in ("eyeLookDown", "eyeLookIn", "eyeLookOut"))
    held = max(_both(expression, "mouthPress"), expression["mouthRollLower"], expression["mouthRollUpper"])
    smile = _both(expression, "mouthSmile")
    lowered = max(_RESTING_PITCH_DEGREES - pose.pitch, abs(pose.yaw))
    return (
        _full(away, _FULL_GAZE)
        + _full(held, _FULL_LIPS) * (0.5 + 0.5 * _full(smile, _FULL_SMILE))
        + _full(lowered, _FULL_TURN_DEGREES)
    ) / 3


def _both(expression: Expression, stem: str) -> float:
    return max(expression.both(stem))


def _full(value: float, full: float) -> float:
    return min(1.0, max(0.0, value / full))
