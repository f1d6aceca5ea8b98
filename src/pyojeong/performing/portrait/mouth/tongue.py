"""The tongue: a soft mound behind the lower teeth, and the tip that is put out over the lip."""

from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.drawing.patch import Patch, smooth_step
from pyojeong.performing.portrait.stage import Map, Pair

TONGUE = np.array([150, 86, 90], np.float32)
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
    shine = 0.62 + 0.30 * np.exp(-(((under - 0.75) / 0.5) ** 2))
    groove = 1 - 0.12 * np.exp(-((across / 0.07) ** 2)) * smooth_step(0.0, 0.6, under)
    surface = TONGUE * light * (shine * groove)[..., None]
    return np.asarray(canvas + (surface - canvas) * (0.9 * cover[..., None]), np.float32)


def tongue_out(patch: Patch, root_cm: Pair, share: float, light: Map) -> tuple[Map, Map]:
    """Colour (float32 H×W×3) and cover (H×W) of a tongue hanging from ``root_cm`` over the lower lip."""
    x, y = patch.grid_cm
    fall = (np.float32(root_cm[1]) - y) / np.float32(max(0.05, OUT_LENGTH_CM * share))
    taper = np.sqrt(np.clip(1 - np.clip((fall - 0.15) / 0.85, 0, 1) ** 2.3, 0, 1))
    half = np.maximum(OUT_WIDTH_CM * (0.9 + 0.1 * share) * taper, 1e-3)
    across = (x - np.float32(root_cm[0])) / half
    edge_px = (1 - np.abs(across)) * half * np.float32(patch.px_per_cm)
    cover = smooth_step(-0.7, 0.9, edge_px) * (fall < 1) * smooth_step(-0.02, 0.05, fall) * min(1.0, 4 * share)
    colour = (TONGUE * light) * _tongue_shading(fall, across)[..., None]
    return np.asarray(colour, np.float32), np.asarray(cover, np.float32)


def _tongue_shading(fall: Map, across: Map) -> Map:
    """Gain of a round body in the shadow of the upper lip, with a groove and two wet streaks."""
    body = 1.06 - 0.42 * np.clip(np.abs(across), 0, 1) ** 2.4 - 0.3 * np.clip(fall - 0.6, 0, 1) ** 1.5
    streaks = 0.15 * np.exp(-(((np.abs(across) - 0.4) / 0.2) ** 2) - ((fall - 0.6) / 0.2) ** 2)
    groove = 0.14 * np.exp(-((across / 0.1) ** 2)) * smooth_step(0.0, 0.3, fall) * (1 - smooth_step(0.65, 0.9, fall))
    return np.asarray(
        np.clip(body + streaks - groove, 0.25, 1.2) * (0.45 + 0.55 * smooth_step(0.0, 0.45, fall)), np.float32
    )
