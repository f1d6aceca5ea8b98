"""Reddening of the cheeks and the nose: blood takes green and blue away; on dark skin it must also bring red."""

from __future__ import annotations

from functools import cache

import numpy as np

from pyojeong.performing.portrait.anchors import Anchors, anchored
from pyojeong.performing.portrait.low_grid import LowGrid
from pyojeong.performing.portrait.palette import Palette
from pyojeong.performing.portrait.patch import smooth_number
from pyojeong.performing.portrait.stage import Deformed, Map

SPOTS = (((3.9, -0.3), 2.1, 1.5, 1.0), ((-3.9, -0.3), 2.1, 1.5, 1.0), ((0.0, -0.4), 1.3, 1.0, 0.5))
"""Canonical centre, sigma across and along the face in cm, strength (authored)."""
FAIR = np.array([0.0, -0.145, -0.125], np.float32)
DEEP = np.array([0.09, -0.15, -0.12], np.float32)
"""Relative change of R, G, B at full blush on light and on dark skin (authored: haemoglobin absorbs 540–580 nm; melanin
hides it, so the red is lifted until the hue shifts by as much as on light skin)."""
LIGHT_SKIN, DARK_SKIN = 170.0, 80.0


@cache
def _centres() -> Anchors:
    return anchored(np.array([spot[0] for spot in SPOTS]))


def blush_gain(palette: Palette, deformed: Deformed, grid: LowGrid, amount: float) -> Map:
    """float32 grid H×W×3 gain; 1 everywhere in grey and sepia photos."""
    if palette.tone is not None:
        return np.ones((*grid.shape, 3), np.float32)
    strength = np.zeros(grid.shape, np.float32)
    axes = np.linalg.inv(deformed.skull[:, :2] * (grid.scale / _scale(deformed)))
    rows, columns = grid.shape
    x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
    for centre, (_, across, along, most) in zip(grid.local(_centres().on(deformed.coarse_px)), SPOTS, strict=True):
        dx, dy = x - np.float32(centre[0]), y - np.float32(centre[1])
        u = np.float32(axes[0, 0]) * dx + np.float32(axes[0, 1]) * dy
        v = np.float32(axes[1, 0]) * dx + np.float32(axes[1, 1]) * dy
        strength = np.maximum(strength, most * np.exp(-((u / across) ** 2) - (v / along) ** 2))
    dark = 1 - smooth_number(DARK_SKIN, LIGHT_SKIN, float(palette.skin.mean()))
    change = FAIR + (DEEP - FAIR) * np.float32(dark)
    return 1 + (amount * strength)[..., None] * change


def _scale(deformed: Deformed) -> float:
    return float(np.linalg.norm(deformed.skull[0, :3]))
