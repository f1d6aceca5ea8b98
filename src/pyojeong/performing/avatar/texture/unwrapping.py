"""The skin laid flat: which point of the mesh each texel shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.floating[Any]]

_SUBPIXEL_BITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Unwrapping:
    """A square picture of the skin, rows from the top.

    Attributes:
        side_px: Its side.
        rows, columns: Of the N texels that show skin.
        corners: N×3, the points of each texel's triangle.
        shares: N×3, of the three corners.
        nearest: side×side, for each texel the number (of N) of the nearest that shows skin.
    """

    side_px: int
    rows: Ints
    columns: Ints
    corners: Ints
    shares: Floats
    nearest: Ints

    def of(self, values: Reals) -> Floats:
        """N×C: what ``values`` (V×C or V) at the points are at the texels."""
        kept = values.astype(np.float32)
        if kept.ndim == 1:
            return np.asarray((kept[self.corners] * self.shares).sum(1))
        return np.stack([self.of(kept[:, k]) for k in range(kept.shape[1])], 1)

    def laid(self, texels: Reals | npt.NDArray[np.bool_]) -> Floats:
        """side×side×C (or side×side) of N texels; 0 where no skin is."""
        found = np.zeros((self.side_px, self.side_px, *texels.shape[1:]), np.float32)
        found[self.rows, self.columns] = texels
        return found

    def picture(self, texels: Reals) -> Floats:
        """side×side×C (or side×side) of N texels; beyond the skin its border goes on."""
        return np.asarray(texels[self.nearest], np.float32)


@lru_cache(maxsize=2)
def unwrapped(side_px: int) -> Unwrapping:
    """The shipped template's skin on ``side_px`` × ``side_px`` texels; kept, for it is the same for every head."""
    template = Template.shipped()
    triangles = template.triangles_of(Part.SKIN)
    places = template.uv * np.array([side_px, -side_px]) + np.array([0, side_px]) - 0.5
    owners = painted_triangles(places, triangles, (side_px, side_px))
    rows, columns = np.nonzero(owners >= 0)
    corners = triangles[owners[rows, columns]]
    shares = shares_within(places[corners], np.stack([columns, rows], 1).astype(np.float64))
    number = np.full((side_px, side_px), -1, np.int64)
    number[rows, columns] = np.arange(len(rows))
    return Unwrapping(side_px, rows, columns, corners, shares.astype(np.float32), _nearest(number))


def painted_triangles(places: Reals, triangles: Ints, size_wh: tuple[int, int]) -> npt.NDArray[np.int32]:
    """H×W: the number of the triangle painted last at each pixel, -1 where there is none; ``places`` V×2 in pixels."""
    owners = np.full((size_wh[1], size_wh[0]), -1, np.int32)
    fixed = np.round(places * (1 << _SUBPIXEL_BITS)).astype(np.int32)
    for number, corners in enumerate(fixed[triangles]):
        cv2.fillConvexPoly(owners, corners, number, cv2.LINE_8, _SUBPIXEL_BITS)
    return owners


def shares_within(corners: Reals, places: Reals) -> Reals:
    """N×3 shares of three ``corners`` (N×3×2) at ``places`` (N×2), none below 0: a pixel's middle may lie outside."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    area = _cross(b - a, c - a)
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    second, third = _cross(places - a, c - a) / area, _cross(b - a, places - a) / area
    shares = np.clip(np.stack([1 - second - third, second, third], 1), 0, None)
    return np.asarray(shares / np.maximum(shares.sum(1, keepdims=True), 1e-9))


def _cross(one: Reals, other: Reals) -> Reals:
    return np.asarray(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])


def _nearest(number: Ints) -> Ints:
    """``number`` with every -1 replaced by the nearest other."""
    outside = (number < 0).astype(np.uint8)
    labelling = cv2.DIST_LABEL_PIXEL
    _, labels = cv2.distanceTransformWithLabels(outside, cv2.DIST_L2, 5, labelType=labelling)
    of_label = np.zeros(int(labels.max()) + 1, np.int64)
    of_label[labels[number >= 0]] = number[number >= 0]
    return np.asarray(of_label[labels])
