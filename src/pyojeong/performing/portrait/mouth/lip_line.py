"""The dark seam where lips that the photo shows apart now meet."""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.coverage import line_cover
from pyojeong.performing.portrait.drawing.patch import smooth_number
from pyojeong.performing.portrait.mesh.outlines import lip_edges
from pyojeong.performing.portrait.stage import Box, Floats
from pyojeong.performing.portrait.take import Take

SHARP_CM, SOFT_CM = 0.045, 0.15
SHARP_DARK = np.array([0.43, 0.60, 0.61], np.float32)
"""Share of R, G, B taken away on the seam: a shadow between red lips stays red."""
SOFT_DARK = 0.18
TOUCHING_CM = 0.12


def paint_lip_line(skin: Pixels, take: Take) -> None:
    """``skin`` (uint8 roi H×W×3, in place) darkened along the seam; nothing where the photo's own seam was kept."""
    sealed = smooth_number(0.25, 0.85, take.movement.mouth_close)
    if not take.mesh.traits.mouth_open or sealed <= 0:
        return
    upper, lower = lip_edges(take.deformed.vertices_px)
    gap = np.linalg.norm(upper - lower, axis=1) / take.scale
    strength = np.clip(1 - gap / TOUCHING_CM, 0, 1) * sealed * _ends(len(gap))
    darken_along(skin, (upper + lower) / 2, strength, take.scale)


def _ends(count: int) -> Floats:
    """The seam thins out towards the corners of the mouth."""
    return np.asarray(0.35 + 0.65 * np.sin(np.pi * np.linspace(0, 1, count)) ** 0.5)


def darken_along(skin: Pixels, line: Floats, strength: Floats, scale: float) -> None:
    """``skin`` (uint8, in place) under a sharp and a soft dark line through N×2 roi pixels."""
    left, top, right, bottom = _box(line, skin, 0.6 * scale + 3)
    if right - left < 2 or bottom - top < 2 or strength.max() <= 0:
        return
    local = line - np.array([left, top])
    size = (right - left, bottom - top)
    sharp = np.clip(line_cover(local, strength, size, max(0.5, SHARP_CM * scale)), 0, 1)[..., None]
    soft = np.clip(line_cover(local, strength, size, max(0.8, SOFT_CM * scale)), 0, 1)[..., None]
    under = skin[top:bottom, left:right]
    darkened = under * ((1 - sharp * SHARP_DARK) * (1 - np.float32(SOFT_DARK) * soft))
    skin[top:bottom, left:right] = np.clip(darkened + np.float32(0.5), 0, 255).astype(np.uint8)


def _box(points: Floats, skin: Pixels, pad: float) -> Box:
    low = np.maximum(0, np.floor(points.min(0) - pad)).astype(int)
    high = np.minimum(skin.shape[1::-1], np.ceil(points.max(0) + pad)).astype(int)
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])
