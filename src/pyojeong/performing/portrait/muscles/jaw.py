"""The lower jaw: what turns, slides and comes forward with it."""

from __future__ import annotations

from functools import cache

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS
from pyojeong.performing.portrait.mesh.regions import CORNER_X, folded, lips, side_sign, smooth_step, upper_share
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.stage import Floats

FULL_DEGREES = 15.5
"""Turn of the jaw at jawOpen 1 (by eye; about 40 mm between the incisors, an ordinary wide opening)."""
HINGE_CM = np.array([0.0, -0.2, -1.5])
"""On the line through both jaw joints, in the middle."""
CORNER_SHARE = 0.42
"""The mouth corner hangs between the lips."""
HOLLOW_CM = 0.10
"""How far the cheeks draw in over a fully open mouth."""


@cache
def jaw_weight() -> Floats:
    """468 shares of the jaw's motion: 1 at chin and lower lip, .42 at the corners, 0 above.

    Beyond the corners the two halves blend between |x| 2.25 and 2.85: an abrupt split there tears the mouth corner.
    """
    x, y = folded()
    beside = smooth_step(2.25, 2.85, x)
    weight = (1 - upper_share()) * (1 - beside) + (1 - smooth_step(-5.6, -2.1, y)) * beside
    along = np.clip(x / CORNER_X, 0, 1)
    around = (x <= CORNER_X + 1e-3) & (lips() | ((y < -2) & (y > -6.2)))
    above = CORNER_SHARE * along**3 * np.exp(-np.maximum(0, y + 3.8) / 1.2)
    below = np.where(lips() | (y > -5.7), 1 - (1 - CORNER_SHARE) * along**2.2, weight)
    weight = np.where(around, np.where(upper_share() > 0.5, above, below), weight)
    weight[_corners()] = CORNER_SHARE
    return np.asarray(weight * (1 - smooth_step(-2.5, 0.5, y)))


def _corners() -> list[int]:
    return [row[end] for lip in (UPPER_LIP, LOWER_LIP) for row in lip for end in (0, -1)]


def opened(local_cm: Floats, amount: float) -> Floats:
    """468×3 displacement of a jaw turned by ``amount`` of `FULL_DEGREES` (negative closes) on shape ``local_cm``."""
    angle = np.radians(FULL_DEGREES * amount)
    from_hinge = local_cm[:POINTS] - HINGE_CM
    cos, sin = np.cos(angle), np.sin(angle)
    turn = np.array([[1, 0, 0], [0, cos, -sin], [0, sin, cos]])
    displacement = (from_hinge @ turn.T - from_hinge) * jaw_weight()[:, None]
    displacement[:, 0] -= side_sign() * HOLLOW_CM * amount * jaw_weight() * smooth_step(1.5, 5.0, folded()[0])
    return np.asarray(displacement)


def slid(left_cm: float, forward_cm: float) -> Floats:
    """468×3 displacement of a jaw moved sideways and forward."""
    return np.asarray(jaw_weight()[:, None] * np.array([left_cm, 0.0, forward_cm]))
