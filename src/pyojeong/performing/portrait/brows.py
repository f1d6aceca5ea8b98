"""What the brows of a photographed face express, told from where brows usually are."""

from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.regions import smooth_step
from pyojeong.performing.portrait.stage import BrowPose, Floats, Pair
from pyojeong.performing.portrait.topology import BROW_RIGHT, EYE_RIGHT, eye_left, mirrored_row

USUAL_INNER_CM, USUAL_OUTER_CM, USUAL_SLOPE_CM, USUAL_INWARD_CM = 2.13, 1.61, 0.345, 1.38
"""Middle of the brow's inner and outer end above the same corner of the eye, the first end above the second, and the
inner end from the middle of the face (measured: medians of 285 neutral faces; deviations .25, .19, .15 and .08)."""
OWN_WORRY_CM, OWN_KNIT_CM, OWN_RAISE_CM = 0.04, 0.12, 0.20
"""As much is this person's own, not an expression."""
GAP_TELLS, SLOPE_TELLS, WORRY_TELLS = 3.0, 2.0, 1.5
"""How much lowering narrower and flatter brows speak for, and how much raising steeper ones: low brows alone are not
knit, high ones not worried (authored, on 12 scowls and 12 worried faces)."""
MOST_CM = 0.6
FRONTAL, ASIDE = 0.30, 0.55
"""Sine of the angle between face and camera up to which heights are trusted, and from which on not: a lifted chin looks
like a scowl."""


def brow_pose(local_cm: Floats, camera: Floats) -> BrowPose:
    """Worry, knitting and raising of both brows on the personal shape ``local_cm`` seen by ``camera``."""
    turned = np.linalg.norm(camera[:, 2]) / np.linalg.norm(camera[:, :3], axis=1).mean()
    trust = float(1 - smooth_step(FRONTAL, ASIDE, np.asarray(turned)))
    left, right = (_side(local_cm, side) for side in (0, 1))
    pairs: list[Pair] = [(trust * a, trust * b) for a, b in zip(left, right, strict=True)]
    return BrowPose(*pairs)


def _side(local_cm: Floats, side: int) -> tuple[float, float, float]:
    """(worry, knit, raise) in cm of the left (0) or right (1) brow."""
    upper, lower = BROW_RIGHT if side else (mirrored_row(BROW_RIGHT[0]), mirrored_row(BROW_RIGHT[1]))
    eye = EYE_RIGHT if side else eye_left()
    line = (local_cm[list(upper)] + local_cm[list(lower)]) / 2
    outer_y, inner_y, inner_x = line[:2, 1].mean(), line[3:, 1].mean(), abs(line[4, 0])
    inner = inner_y - local_cm[eye.upper[-1], 1] - USUAL_INNER_CM
    outer = outer_y - local_cm[eye.upper[0], 1] - USUAL_OUTER_CM
    steeper = inner_y - outer_y - USUAL_SLOPE_CM
    scowl = GAP_TELLS * (USUAL_INWARD_CM - inner_x) - SLOPE_TELLS * steeper
    signs = (
        min(inner, WORRY_TELLS * steeper) - OWN_WORRY_CM,
        min(-inner, scowl) - OWN_KNIT_CM,
        min(inner, outer) - OWN_RAISE_CM,
    )
    worry, knit, raised = (float(np.clip(sign, 0, MOST_CM)) for sign in signs)
    return worry, knit, raised
