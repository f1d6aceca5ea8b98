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
LOWER_LIP_COLUMNS = (
    (146, 77, 96, 95),
    (91, 90, 89, 88),
    (181, 180, 179, 178),
    (84, 85, 86, 87),
    (17, 16, 15, 14),
    (314, 315, 316, 317),
    (405, 404, 403, 402),
    (321, 320, 319, 318),
    (375, 307, 325, 324),
)
"""From the outer to the inner edge of the lower lip, right to left."""
WIDE_SHARE, WIDEST_SHARE, ON_TEETH = 0.20, 0.32, 0.42
"""`gaping` from which on, and where fully, the lip's inner edge is found on the lower teeth instead, and by which part
of the lip (measured on the one shout this wide; at .18 the edge is right)."""


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
    return _off_lower_teeth(np.asarray(upper + share * (lower - upper)))


def _off_lower_teeth(points: Points) -> Points:
    """``points`` with the rows of the lower lip pushed together towards its outer edge where the mouth is widest."""
    amount = ON_TEETH * float(np.clip((gaping(points) - WIDE_SHARE) / (WIDEST_SHARE - WIDE_SHARE), 0, 1))
    moved = points.copy()
    for column in LOWER_LIP_COLUMNS:
        rows = list(column)
        share = amount * np.linspace(0, 1, len(rows))[:, None]
        moved[rows] += share * (points[rows[0]] - points[rows])
    return moved


def _same_face(points: Points, again: Points) -> bool:
    eyes, eyes_again = points[list(EYES), :2], again[list(EYES), :2]
    reach = FARTHEST_SHARE * float(np.linalg.norm(eyes[1] - eyes[0]))
    return bool(np.linalg.norm(eyes_again - eyes, axis=1).max() < reach)
