"""Lip contact: sealing, covering teeth, opening towards a shape, and never passing through one another.

All work on heights of the canonical frame, so they hold under any turn of the head.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS, canonical_mesh
from pyojeong.performing.portrait.mesh.regions import folded, smooth_step, upper_share
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.stage import Floats, Ids, MouthShape

UPPER_OF_GAP = 0.40
"""Share of the gap the upper lip comes down when a mouth closes; the lower lip takes the rest (by eye on 8 photos)."""
UPPER_ROWS, LOWER_ROWS = (0.62, 0.80, 0.93, 1.0), (0.70, 0.84, 0.94, 1.0)
"""Share of the inner contour's way each lip row takes, outer first: the outer contour stays behind, so closing lips
regain their thickness."""
SHOUT_ROWS = (0.92, 0.96, 0.98, 1.0)
THICK_FROM_CM, THICK_TO_CM = 1.0, 2.5
"""Gaps between which lips stop regaining thickness: over a shout's gap they would swell."""
OPENING_ROWS = (0.86, 0.92, 0.97, 1.0)
"""The same where lips part: with less, the outer thirds of the upper lip vanish."""
UPPER_SKIN_CM, LOWER_SKIN_CM = (-3.85, 1.15), (-4.35, 1.75)
"""Height and reach of the skin that follows."""
SHOUT_SKIN_CM = 3.2
"""Reach below the lower lip under a shout's gap: over less, the chin's few centimetres are pulled into streaks."""
_INNER_UPPER, _INNER_LOWER = np.array(UPPER_LIP[-1], np.int32), np.array(LOWER_LIP[-1], np.int32)


@cache
def lip_follow(
    upper_rows: tuple[float, ...], lower_rows: tuple[float, ...], below_cm: float = LOWER_SKIN_CM[1]
) -> tuple[Floats, Floats]:
    """468 shares each of the inner contour's way: upper lip and skin above, lower lip and skin below."""
    y = canonical_mesh().vertices_cm[:, 1]
    upper = np.exp(-(((y - UPPER_SKIN_CM[0]) / UPPER_SKIN_CM[1]) ** 2)) * (upper_share() > 0.5)
    lower = np.exp(-(((y - LOWER_SKIN_CM[0]) / below_cm) ** 2)) * (upper_share() < 0.5)
    for weight, lip, shares in ((upper, UPPER_LIP, upper_rows), (lower, LOWER_LIP, lower_rows)):
        for row, share in zip(lip, shares, strict=True):
            weight[list(row[1:-1])] = share
    return upper, lower


def beside_mouth(reach_cm: float) -> Floats:
    """1 within ``reach_cm`` of the middle, falling to 0 over the cheeks."""
    return np.asarray(np.exp(-((np.maximum(0, folded()[0] - reach_cm) / 0.8) ** 2)))


def sealed(shape_cm: Floats, amount: float) -> Floats:
    """Upward cm (468) that close the lips of ``shape_cm`` by ``amount``; at 1 both inner contours coincide."""
    gap = np.maximum(0.0, shape_cm[_INNER_UPPER, 1] - shape_cm[_INNER_LOWER, 1])
    usual, shout = lip_follow(UPPER_ROWS, LOWER_ROWS), lip_follow(SHOUT_ROWS, SHOUT_ROWS, SHOUT_SKIN_CM)
    wide = smooth_step(THICK_FROM_CM, THICK_TO_CM, np.max(gap))
    upper, lower = (a + wide * (b - a) for a, b in zip(usual, shout, strict=True))
    above, below = (_across(shape_cm, contour, gap) * beside_mouth(2.2) for contour in (_INNER_UPPER, _INNER_LOWER))
    lift = amount * ((1 - UPPER_OF_GAP) * lower * below - UPPER_OF_GAP * upper * above)
    lift[_INNER_UPPER[1:-1]] = -amount * UPPER_OF_GAP * gap[1:-1]
    lift[_INNER_LOWER[1:-1]] = amount * (1 - UPPER_OF_GAP) * gap[1:-1]
    return lift


def covered(shape_cm: Floats, photographed_cm: Floats, amount: float) -> Floats:
    """Upward cm (468, negative) that bring the upper lip down over ``amount`` of the photographed gap."""
    gap = np.maximum(0.0, photographed_cm[_INNER_UPPER, 1] - photographed_cm[_INNER_LOWER, 1])
    upper, _ = lip_follow(UPPER_ROWS, LOWER_ROWS)
    return np.asarray(-amount * _across(shape_cm, _INNER_UPPER, gap) * beside_mouth(2.2) * upper)


def shaped(shape_cm: Floats, target: MouthShape) -> Floats:
    """Upward cm (468) that bring the inner contours of ``shape_cm`` to two arcs between the mouth corners."""
    right, left = shape_cm[_INNER_UPPER[0]], shape_cm[_INNER_UPPER[-1]]
    t = np.clip((shape_cm[:POINTS, 0] - right[0]) / max(0.5, left[0] - right[0]), 0, 1)
    corner_line = right[1] + (left[1] - right[1]) * t
    arc = np.clip(1 - (2 * t - 1) ** 2, 0, 1) ** target.roundness
    upper_now = _across(shape_cm, _INNER_UPPER, shape_cm[_INNER_UPPER, 1])
    lower_now = _across(shape_cm, _INNER_LOWER, shape_cm[_INNER_LOWER, 1])
    upper, lower = lip_follow(OPENING_ROWS, OPENING_ROWS)
    lift = upper * (corner_line + target.up_cm * arc - upper_now)
    lift += lower * (corner_line - target.down_cm * arc - lower_now)
    return np.asarray(target.weight * beside_mouth(2.4) * lift)


def kept_apart(shape_cm: Floats) -> Floats:
    """468×3 displacement that brings inner lip points which passed through one another to their common middle."""
    push = np.zeros((POINTS, 3))
    inner = slice(1, -1)
    upper, lower = _INNER_UPPER[inner], _INNER_LOWER[inner]
    half = (shape_cm[lower] - shape_cm[upper]) / 2
    crossed = (half[:, 1] > 0)[:, None]
    push[upper], push[lower] = np.where(crossed, half, 0.0), np.where(crossed, -half, 0.0)
    return push


def met(shape_cm: Floats) -> Floats:
    """468×3 displacement that lays both inner lip contours on their common middle: an exact seal."""
    push = np.zeros((POINTS, 3))
    half = (shape_cm[_INNER_LOWER] - shape_cm[_INNER_UPPER]) / 2
    push[_INNER_UPPER[1:-1]], push[_INNER_LOWER[1:-1]] = half[1:-1], -half[1:-1]
    return push


def _across(shape_cm: Floats, contour: Ids, values: Floats) -> Floats:
    """``values`` along a lip contour, read at every point's own x."""
    x = shape_cm[contour, 0]
    order = np.argsort(x)
    return np.interp(shape_cm[:POINTS, 0], x[order], values[order])
