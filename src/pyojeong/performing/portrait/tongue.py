"""The tongue: a soft mound behind the lower teeth, and the tip that is put out over the lip."""

from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.patch import Patch, smooth_step
from pyojeong.performing.portrait.stage import Map, Pair

TONGUE = np.array([150, 78, 80], np.float32)
"""Authored RGB at full exposure."""
REST_WIDTH_CM = 1.85
OUT_WIDTH_CM = 1.25
OUT_LENGTH_CM = 2.6


def paint_resting_tongue(canvas: Map, patch: Patch, crest_cm: Pair, rise_cm: float, light: Map) -> Map:
    """``canvas`` (float32 H×W×3) with the mound whose top lies at ``crest_cm``, reaching ``rise_cm`` around it."""
    x, y = patch.grid_cm
    across = (x - np.float32(crest_cm[0])) / np.float32(REST_WIDTH_CM)
    under = (np.float32(crest_cm[1]) - 0.35 * across**2 - y) / np.float32(max(0.1, rise_cm))
    cover = smooth_step(-0.25, 0.55, under) * (1 - smooth_step(0.7, 1.05, np.abs(across)))
    shine = 0.72 + 0.34 * np.exp(-(((under - 0.75) / 0.5) ** 2))
    groove = 1 - 0.12 * np.exp(-((across / 0.07) ** 2)) * smooth_step(0.0, 0.6, under)
    surface = TONGUE * light * (shine * groove)[..., None]
    return np.asarray(canvas + (surface - canvas) * (0.9 * cover[..., None]), np.float32)


def tongue_out(patch: Patch, root_cm: Pair, share: float, light: Map) -> tuple[Map, Map]:
    """Colour (float32 H×W×3) and cover (H×W) of a tongue hanging from ``root_cm`` over the lower lip."""
    x, y = patch.grid_cm
    length = OUT_LENGTH_CM * share
    fall = (np.float32(root_cm[1]) - y) / np.float32(max(0.05, length))
    half = OUT_WIDTH_CM * np.sqrt(np.clip(1 - np.clip((fall - 0.45) / 0.55, 0, 1) ** 2.4, 0, 1)) * (0.9 + 0.1 * share)
    across = (x - np.float32(root_cm[0])) / np.maximum(half, 1e-3)
    soft = 1.2 / max(1.0, patch.px_per_cm * OUT_WIDTH_CM)
    cover = (1 - smooth_step(1 - 2 * soft, 1, np.abs(across))) * (1 - smooth_step(1 - soft, 1 + soft, fall))
    cover = cover * smooth_step(-0.02, 0.05, fall + 0.02) * min(1.0, 4 * share)
    round_ = 1 - 0.38 * np.abs(across) ** 2.6 - 0.25 * np.clip(fall - 0.55, 0, 1) ** 1.5 / 0.3
    shine = 1 + 0.16 * np.exp(-(((np.abs(across) - 0.42) / 0.22) ** 2) - ((fall - 0.55) / 0.22) ** 2)
    length_of_groove = smooth_step(0.0, 0.3, fall) * (1 - smooth_step(0.7, 0.95, fall))
    groove = 1 - 0.16 * np.exp(-((across / 0.1) ** 2)) * length_of_groove
    root = 0.55 + 0.45 * smooth_step(0.0, 0.4, fall)
    colour = TONGUE * np.float32(1.18) * light * (np.clip(round_, 0.3, 1) * shine * groove * root)[..., None]
    return np.asarray(colour, np.float32), np.asarray(cover, np.float32)
