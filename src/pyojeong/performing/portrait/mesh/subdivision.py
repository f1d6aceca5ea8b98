"""Smooth refinement of a triangle mesh that keeps its points: butterfly inside, four-point rule on borders.

Dyn, Levin & Gregory (1990), "A butterfly subdivision scheme for surface interpolation"; the four-point rule on a border
depends on the border alone, so two borders that coincide before (sealed lips) coincide after.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.performing.portrait.stage import Floats, Ids

Keys = npt.NDArray[np.int64]

_BUTTERFLY = (1 / 2, 1 / 2, 1 / 8, 1 / 8, -1 / 16, -1 / 16, -1 / 16, -1 / 16)
_FOUR_POINT = (9 / 16, 9 / 16, -1 / 16, -1 / 16, 0.0, 0.0, 0.0, 0.0)
_MIDPOINT = (1 / 2, 1 / 2, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Refinement:
    """One step: every edge gets a point, every triangle becomes four.

    Attributes:
        points: How many points there were; new ones are numbered from here.
        triangles: 4T×3 of the refined mesh.
        stencil: E×8 old points each new one is a sum of.
        weights: E×8 their weights.
        edge_keys: E sorted keys ``low * points + high`` of the edges, in the order of the new points.
    """

    points: int
    triangles: Ids
    stencil: Ids
    weights: Floats
    edge_keys: Keys

    def refined(self, values: Floats) -> Floats:
        """(points + E)×D values of the refined mesh; the first ``points`` rows are ``values``."""
        new = self.weights[:, 0, None] * values[self.stencil[:, 0]]
        for column in range(1, self.weights.shape[1]):
            new += self.weights[:, column, None] * values[self.stencil[:, column]]
        return np.concatenate([values, new])

    def along(self, chain: Ids) -> Ids:
        """``chain`` of neighbouring points with the new point of each edge put between."""
        middle = self.points + _edge_numbers(self.edge_keys, chain[:-1], chain[1:], self.points)
        woven = np.empty(len(chain) * 2 - 1, np.int32)
        woven[0::2], woven[1::2] = chain, middle
        return woven


def refinement(triangles: Ids, points: int) -> Refinement:
    """The step that refines ``triangles`` (T×3, border or closed, at most two triangles an edge)."""
    starts, ends = triangles, np.roll(triangles, -1, axis=1)
    keys, numbers = np.unique(_keys(starts, ends, points), return_inverse=True)
    numbers = numbers.reshape(triangles.shape)
    opposite = _opposite(numbers, np.roll(triangles, -2, axis=1), len(keys))
    stencil, weights = _stencils(keys, opposite, points)
    return Refinement(points, _quartered(triangles, points + numbers), stencil, weights, keys)


def _keys(starts: Ids, ends: Ids, points: int) -> Keys:
    return np.asarray(np.minimum(starts, ends).astype(np.int64) * points + np.maximum(starts, ends))


def _edge_numbers(keys: Keys, starts: Ids, ends: Ids, points: int) -> Ids:
    wanted = _keys(starts, ends, points)
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    if not np.array_equal(keys[found], wanted):
        raise ValueError("neighbours in a chain must share an edge of the mesh, but some do not")
    return np.asarray(found, np.int32)


def _opposite(numbers: Ids, corners: Ids, edges: int) -> Ids:
    """E×2 corners across each edge, -1 where a border edge has no second triangle."""
    order = np.argsort(numbers, axis=None, kind="stable")
    sorted_numbers, sorted_corners = numbers.ravel()[order], corners.ravel()[order]
    first = np.searchsorted(sorted_numbers, np.arange(edges))
    count = np.bincount(sorted_numbers, minlength=edges)
    second = np.where(count == 2, sorted_corners[np.minimum(first + 1, len(order) - 1)], -1)
    return np.asarray(np.stack([sorted_corners[first], second], 1), np.int32)


def _stencils(keys: Keys, opposite: Ids, points: int) -> tuple[Ids, Floats]:
    low, high = (keys // points).astype(np.int32), (keys % points).astype(np.int32)
    stencil = np.repeat(low[:, None], 8, axis=1)
    stencil[:, 1] = high
    weights = np.tile(_MIDPOINT, (len(keys), 1))
    border = opposite[:, 1] < 0
    wings = _wings(keys, opposite, low, high, points)
    inner = ~border & (wings >= 0).all(1)
    stencil[inner, 2:4], stencil[inner, 4:], weights[inner] = opposite[inner], wings[inner], _BUTTERFLY
    before, after = _along_border(low[border], high[border], points)
    smooth = np.flatnonzero(border)[(before >= 0) & (after >= 0)]
    stencil[smooth, 2], stencil[smooth, 3] = before[before >= 0], after[after >= 0]
    weights[smooth] = _FOUR_POINT
    return stencil, weights


def _wings(keys: Keys, opposite: Ids, low: Ids, high: Ids, points: int) -> Ids:
    """E×4 points across the four outer edges of the pair of triangles at each edge, -1 where there is none."""
    wings = np.full((len(keys), 4), -1, np.int32)
    inner = np.flatnonzero(opposite[:, 1] >= 0)
    sides = ((low, high, 0), (high, low, 0), (low, high, 1), (high, low, 1))
    for column, (kept, left_out, side) in enumerate(sides):
        edge = _edge_numbers(keys, kept[inner], opposite[inner, side], points)
        pair = opposite[edge]
        wings[inner, column] = np.where(pair[:, 0] == left_out[inner], pair[:, 1], pair[:, 0])
    return wings


def _along_border(low: Ids, high: Ids, points: int) -> tuple[Ids, Ids]:
    """The border points before ``low`` and after ``high`` of each border edge."""
    total = np.zeros(points, np.int64)
    count = np.zeros(points, np.int64)
    for one, other in ((low, high), (high, low)):
        np.add.at(total, one, other)
        np.add.at(count, one, 1)
    if not (count[low] == 2).all() or not (count[high] == 2).all():
        raise ValueError("borders must be simple loops, but a point has more than two border edges")
    return (total[low] - high).astype(np.int32), (total[high] - low).astype(np.int32)


def _quartered(triangles: Ids, middles: Ids) -> Ids:
    a, b, c = triangles.T
    ab, bc, ca = middles.T
    corners = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    return np.asarray(np.concatenate([np.stack(corner, 1) for corner in corners]), np.int32)
