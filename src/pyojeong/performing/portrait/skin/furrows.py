"""Takes the lines of a photographed scowl off the skin between the brows, once a photo.

A warp alone carries the frown lines upwards with the brows: the surprise and the sadness of a scowler still scowled,
and MediaPipe went on reporting lowered brows (measured on two scowlers).
"""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.coverage import blurred, brightness, filled_from, fixed_point
from pyojeong.performing.portrait.drawing.low_grid import LowGrid
from pyojeong.performing.portrait.mesh.anchors import Anchors, anchored
from pyojeong.performing.portrait.mesh.topology import BROW_RIGHT, mirrored_row
from pyojeong.performing.portrait.skin.cleanup import ShadeRemoval
from pyojeong.performing.portrait.stage import Floats, Map, SourceMesh

BETWEEN_BROWS = (
    (0.0, 6.6),
    (0.9, 6.5),
    (1.7, 6.2),
    (1.75, 5.5),
    (1.35, 4.9),
    (1.05, 4.2),
    (0.85, 3.5),
    (0.6, 2.9),
    (0.0, 2.8),
)
"""Canonical outline of its left half: from the bridge of the nose to above the inner ends of the brows."""
REGION_SOFT_CM, HAIR_SOFT_CM = 0.22, 0.06
HAIR_REACH_CM = 0.16
"""Hair grows this far beside the mesh's rows of the brow."""
LINE_CM, SKIN_CM = 0.05, 0.62
"""Finer than the first are pores, which stay; broader than the second is the light on nose and forehead."""
DEEP = 0.05
"""Darkness against the surroundings, as a share of them, from which a line counts in full."""
SHARE = 0.85
"""All of it leaves a patch (by eye on three scowlers)."""


def furrow_removal(low: Map, mesh: SourceMesh, grid: LowGrid) -> ShadeRemoval:
    """What takes the photographed frown lines off.

    Args:
        low: The photo's roi on the grid, float32 RGB.
        mesh: The photographed face.
        grid: Of the mesh's roi.
    """
    points = grid.local(mesh.coarse_px - np.array(mesh.roi_xyxy[:2]))
    hair = _brow_cover(points, grid)
    region = blurred(_between(points, grid), REGION_SOFT_CM * grid.scale) * (1 - hair)
    smooth = blurred(low, LINE_CM * grid.scale)
    even = filled_from(low, _unlined(low, grid) * (1 - hair), SKIN_CM * grid.scale)
    share = np.float32(SHARE) * region
    bias = (even - smooth) * share[..., None]
    return ShadeRemoval(np.ones(grid.shape, np.float32), np.asarray(bias, np.float32))


@cache
def _outline() -> Anchors:
    left = np.array(BETWEEN_BROWS)
    return anchored(np.vstack([left, (left * np.array([-1.0, 1.0]))[-2:0:-1]]))


def _between(points: Floats, grid: LowGrid) -> Map:
    cover = np.zeros(grid.shape, np.float32)
    cv2.fillPoly(cover, [fixed_point(_outline().on(points))], 1.0, cv2.LINE_8, 4)
    return cover


def _brow_cover(points: Floats, grid: LowGrid) -> Map:
    """[0, 1]: 1 on the brows' hair."""
    cover = np.zeros(grid.shape, np.float32)
    upper, lower = BROW_RIGHT
    for rows in (BROW_RIGHT, (mirrored_row(upper), mirrored_row(lower))):
        cv2.fillPoly(cover, [fixed_point(points[[*rows[0], *rows[1][::-1]]])], 1.0, cv2.LINE_8, 4)
    reach = max(1, round(HAIR_REACH_CM * grid.scale))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return blurred(np.asarray(cv2.dilate(cover, disc), np.float32), HAIR_SOFT_CM * grid.scale)


def _unlined(low: Map, grid: LowGrid) -> Map:
    """[0, 1]: 0 in dark lines, 1 on the skin beside them."""
    bright = blurred(brightness(low), LINE_CM * grid.scale)
    around = blurred(bright, SKIN_CM * grid.scale)
    return np.asarray(np.clip(1 + (bright - around) / (DEEP * np.maximum(30, around)), 0, 1), np.float32)
