"""Reddening and light on cheeks and nose: blood takes green and blue away; on dark skin it must also bring red."""

from __future__ import annotations

from functools import cache

import numpy as np

from pyojeong.performing.portrait.drawing.low_grid import LowGrid
from pyojeong.performing.portrait.drawing.palette import Palette
from pyojeong.performing.portrait.drawing.patch import smooth_number
from pyojeong.performing.portrait.mesh.anchors import Anchors, anchored
from pyojeong.performing.portrait.stage import Deformed, Floats, Map, Movement

Spot = tuple[tuple[float, float], float, float, float]
SPOTS: tuple[Spot, ...] = (((3.9, -0.3), 2.1, 1.5, 1.0), ((-3.9, -0.3), 2.1, 1.5, 1.0), ((0.0, -0.4), 1.3, 1.0, 0.5))
"""Canonical centre, sigma across and along the face in cm, strength (authored)."""
FAIR = np.array([0.0, -0.145, -0.125], np.float32)
DEEP = np.array([0.09, -0.15, -0.12], np.float32)
"""Relative change of R, G, B at full blush on light and on dark skin (authored: haemoglobin absorbs 540–580 nm; melanin
hides it, so the red is lifted until the hue shifts by as much as on light skin)."""
LIGHT_SKIN, DARK_SKIN = 170.0, 80.0


APPLES: tuple[Spot, ...] = (((3.5, -0.75), 1.35, 0.95, 1.0), ((-3.5, -0.75), 1.35, 0.95, 1.0))
"""Where lifted cheeks bulge into the light (authored on six smiling portraits)."""
APPLE_LIGHT = np.array([0.105, 0.07, 0.06], np.float32)
PALEST, HEADROOM = 245.0, 75.0
"""Skin as bright as the first gets the least light more, skin that much darker all of it: pale cheeks burnt out."""


@cache
def _centres(spots: tuple[Spot, ...]) -> Anchors:
    return anchored(np.array([spot[0] for spot in spots]))


def blush_gain(palette: Palette, deformed: Deformed, grid: LowGrid, amount: float) -> Map:
    """float32 grid H×W×3 gain; 1 everywhere in grey and sepia photos."""
    if palette.tone is not None:
        return np.ones((*grid.shape, 3), np.float32)
    strength = _glow(SPOTS, (1.0,) * len(SPOTS), deformed, grid)
    dark = 1 - smooth_number(DARK_SKIN, LIGHT_SKIN, float(palette.skin.mean()))
    change = FAIR + (DEEP - FAIR) * np.float32(dark)
    return 1 + (amount * strength)[..., None] * change


def lifted_cheeks(movement: Movement) -> tuple[float, float]:
    """(left, right) in [0, 1]: how far a smile that came with ``movement`` pushes the cheeks up."""
    smile, squint = movement.pair("mouthSmile"), movement.pair("cheekSquint")
    left, right = (min(1.0, max(0.0, 0.6 * smile[side] + 0.5 * squint[side])) for side in (0, 1))
    return left, right


def apple_gain(palette: Palette, deformed: Deformed, grid: LowGrid, lifted: tuple[float, float]) -> Map:
    """float32 grid H×W×3 gain of lifted cheeks: lighter, and warmer unless the photo is grey or sepia."""
    light = APPLE_LIGHT if palette.tone is None else np.full(3, APPLE_LIGHT.mean(), np.float32)
    light = light * np.float32(np.clip((PALEST - float(palette.skin.mean())) / HEADROOM, 0.25, 1.0))
    return 1 + _glow(APPLES, lifted, deformed, grid)[..., None] * light


def _glow(spots: tuple[Spot, ...], amounts: tuple[float, ...], deformed: Deformed, grid: LowGrid) -> Map:
    """float32 grid H×W in [0, 1]: the strongest of the ``spots``, each times its amount."""
    strength = np.zeros(grid.shape, np.float32)
    axes = np.linalg.inv(deformed.skull[:, :2] * (grid.scale / _scale(deformed)))
    rows, columns = grid.shape
    x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
    centres: Floats = grid.local(_centres(spots).on(deformed.coarse_px))
    for centre, (_, across, along, most), amount in zip(centres, spots, amounts, strict=True):
        dx, dy = x - np.float32(centre[0]), y - np.float32(centre[1])
        u = np.float32(axes[0, 0]) * dx + np.float32(axes[0, 1]) * dy
        v = np.float32(axes[1, 0]) * dx + np.float32(axes[1, 1]) * dy
        spread = np.exp(-((u / across) ** 2) - (v / along) ** 2)
        strength = np.maximum(strength, np.float32(most * amount) * spread)
    return strength


def _scale(deformed: Deformed) -> float:
    return float(np.linalg.norm(deformed.skull[0, :3]))
