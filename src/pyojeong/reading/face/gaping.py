"""A second look at faces whose mouth gapes: there the mesh stops short of the lower lip and the chin."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from pyojeong.media.face import Points
from pyojeong.media.image import Pixels

GAPING_SHARE = 0.17
"""Distance of the inner lips, as a share of the face's height, from which the mesh is not trusted (measured on the
widest mouths of 1325 portraits; laughter stays below .14, where there is nothing to gain)."""
SHORTENED = 0.68
"""Height to which a gaping face is pressed: its proportions are then those of usual faces (of .55 to .85 the one that
met lip and chin best on four shouting faces)."""
FARTHEST_SHARE = 0.25
"""A mesh whose eyes lie further off, in distances of the eyes, is on another face."""
BLENDED_ABOVE = 2.0
"""Both meshes blend between the upper lip and this part of the way to the lower one (1 / 2: half of it)."""
UPPER_LIP, LOWER_LIP, TOP, CHIN = 13, 14, 10, 152
EYES = (33, 263)


def gaping(points: Points) -> float:
    """Distance of the inner lips of a mesh as a share of the distance from the hairline to the chin."""
    mouth, face = points[LOWER_LIP] - points[UPPER_LIP], points[CHIN] - points[TOP]
    return float(np.linalg.norm(mouth[:2]) / max(1.0, float(np.linalg.norm(face[:2]))))


def with_whole_mouth(crop: Pixels, points: Points, meshes: Callable[[Pixels], list[Points]]) -> Points:
    """``points``, or where the mouth gapes those that ``meshes`` finds in the square upright crop pressed flatter."""
    if gaping(points) < GAPING_SHARE:
        return points
    side = crop.shape[0]
    height = round(SHORTENED * side)
    above = (side - height) // 2
    flatter = cv2.resize(crop, (side, height), interpolation=cv2.INTER_AREA)
    below = side - height - above
    framed = cv2.copyMakeBorder(flatter, above, below, 0, 0, cv2.BORDER_CONSTANT, value=(128, 128, 128))
    for again in meshes(np.asarray(framed, np.uint8)):
        again[:, 1] = (again[:, 1] - above) * side / height
        if _same_face(points, again):
            return _upper_and_lower(points, again)
    return points


def _upper_and_lower(upper: Points, lower: Points) -> Points:
    """``upper`` down to the upper lip, which the flatter picture draws over the teeth, and ``lower`` from there on."""
    down = upper[CHIN, :2] - upper[TOP, :2]
    height = (upper[:, :2] - upper[UPPER_LIP, :2]) @ down
    share = np.clip(BLENDED_ABOVE * height / max(1e-6, height[LOWER_LIP]), 0, 1)[:, None]
    return np.asarray(upper + share * (lower - upper))


def _same_face(points: Points, again: Points) -> bool:
    eyes, eyes_again = points[list(EYES), :2], again[list(EYES), :2]
    reach = FARTHEST_SHARE * float(np.linalg.norm(eyes[1] - eyes[0]))
    return bool(np.linalg.norm(eyes_again - eyes, axis=1).max() < reach)
