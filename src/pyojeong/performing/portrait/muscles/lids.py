"""Eyelids: closing, widening, squinting, and the slope of a sad or an angry upper lid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS
from pyojeong.performing.portrait.mesh.topology import EYE_RIGHT, EyeRows, eye_left
from pyojeong.performing.portrait.stage import FaceTraits, Floats, Movement

BLINK_UPPER, BLINK_LOWER = 0.96, 0.04
"""Shares of the opening each lid covers in a blink; they sum to 1, so a full blink is fully closed."""
SQUINT_UPPER, SQUINT_LOWER = 0.14, 0.30
WIDE_UPPER, WIDE_LOWER = 0.345, 0.05
"""Shares of the lid opening (by eye)."""
WIDEST_APERTURE = 0.48
"""No eye opens wider than this share of its width (by eye: beyond, it reads as a mask)."""
SLOPE = 0.55
BROW_LIFTS, BROW_PRESSES = 0.06, 0.14
"""How the brows carry the upper lid along."""
UPPER_FOLLOW, LOWER_FOLLOW = (0.55, 0.14), (0.55, 0.20)
"""Shares the two rings of lid skin take of the lid edge's way."""
RISING_FOLLOW = 0.7
"""A rising lid slides under its fold: the skin takes less."""
EYEBALL_CM = 0.12
"""A closing lid comes forward over the eyeball."""


@dataclass(frozen=True, slots=True)
class LidOrder:
    """What one eye's lids shall do; see `Movement`."""

    blink: float
    wide: float
    squint: float
    slope: float
    brow: float


def widest(height_cm: float, width_cm: float) -> float:
    """The most ``wide`` an eye of this opening may take; an eye that is open already still gets a quarter.

    >>> round(widest(0.9, 2.7), 2), widest(1.4, 2.7)
    (1.28, 0.25)
    """
    return max(0.25, (WIDEST_APERTURE * width_cm - height_cm) / (WIDE_UPPER * height_cm))


def lid_displacement(local_cm: Floats, traits: FaceTraits, movement: Movement) -> Floats:
    """468×3 displacement of lid edges and lid skin of both eyes on the personal shape ``local_cm``."""
    total = np.zeros((POINTS, 3))
    for side, eye in enumerate((eye_left(), EYE_RIGHT)):
        raised = movement.pair("browInnerUp")[side] + movement.pair("browOuterUp")[side]
        brow = BROW_LIFTS * raised - BROW_PRESSES * max(0.0, movement.pair("browDown")[side])
        order = LidOrder(
            min(1.0, max(0.0, movement.blink[side])),
            movement.wide[side],
            movement.squint[side],
            movement.lid_slope,
            brow,
        )
        _move_eye(total, local_cm, eye, traits.eye_height_cm[side], order)
    return total


def _move_eye(total: Floats, local_cm: Floats, eye: EyeRows, height_cm: float, order: LidOrder) -> None:
    upper, lower = lid_travel(local_cm, eye, height_cm, order)
    total[list(eye.upper), 1] += upper
    total[list(eye.lower[1:-1]), 1] += lower[1:-1]
    total[list(eye.upper[1:-1]), 2] += EYEBALL_CM * order.blink * _profile()[1:-1]
    rising = np.where(upper > 0, RISING_FOLLOW, 1.0)
    for row, share in zip(eye.upper_skin, UPPER_FOLLOW, strict=True):
        np.add.at(total[:, 1], list(row), upper * share * rising)
    shared = {p for row in eye.upper_skin for p in row}
    for row, share in zip(eye.lower_skin, LOWER_FOLLOW, strict=True):
        own = [i for i, point in enumerate(row) if point not in shared]
        np.add.at(total[:, 1], [row[i] for i in own], lower[own] * share)


def lid_travel(local_cm: Floats, eye: EyeRows, height_cm: float, order: LidOrder) -> tuple[Floats, Floats]:
    """Nine upward centimetres each for the upper and the lower lid edge; they never cross."""
    gap = local_cm[list(eye.upper), 1] - local_cm[list(eye.lower), 1]
    awake, profile = 1 - order.blink, _profile()
    inwards = np.linspace(0, 1, len(gap)) - 0.45
    upper = -gap * (BLINK_UPPER * order.blink + SQUINT_UPPER * order.squint * awake)
    upper += profile * height_cm * awake * (WIDE_UPPER * order.wide + order.brow + SLOPE * order.slope * inwards)
    lower = gap * (BLINK_LOWER * order.blink + SQUINT_LOWER * order.squint * awake)
    lower -= profile * height_cm * awake * WIDE_LOWER * order.wide
    crossing = np.minimum(0.0, gap + upper - lower) / 2
    return upper - crossing, lower + crossing


def _profile() -> Floats:
    """0 at both eye corners, 1 in the middle of the lid."""
    return np.asarray(np.clip(np.sin(np.pi * np.linspace(0, 1, 9)), 0, 1) ** 0.6)
