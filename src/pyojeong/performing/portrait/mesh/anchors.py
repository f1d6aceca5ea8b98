"""Places on the face named in canonical centimetres that follow the skin wherever the mesh carries it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.stage import Floats, Ids


@dataclass(frozen=True, slots=True, eq=False)
class Anchors:
    """N places, each inside one triangle of the face.

    Attributes:
        points: N×3 point numbers.
        weights: N×3 barycentric weights.
    """

    points: Ids
    weights: Floats

    def on(self, positions: Floats) -> Floats:
        """N×D: where the places are when the mesh points are at ``positions``."""
        return np.asarray(np.einsum("nk,nkd->nd", self.weights, positions[self.points]))


NEAREST = 48
"""Triangles around a place that are tried (trying all 898 finds the same and takes ten times as long)."""


def anchored(places_cm: Floats) -> Anchors:
    """Anchors of N×2 canonical (x, y); a place in an eye or the mouth hangs on the nearest triangle."""
    mesh = canonical_mesh()
    places = np.asarray(places_cm, np.float64)
    corners = mesh.vertices_cm[mesh.triangles]
    near = _nearest(places, corners[:, :, :2].mean(1))
    a, u, v = corners[:, 0, :2], corners[:, 1, :2] - corners[:, 0, :2], corners[:, 2, :2] - corners[:, 0, :2]
    area = u[:, 0] * v[:, 1] - v[:, 0] * u[:, 1]
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    away, u, v, area = places[:, None] - a[near], u[near], v[near], area[near]
    second = (away[..., 0] * v[..., 1] - v[..., 0] * away[..., 1]) / area
    third = (u[..., 0] * away[..., 1] - away[..., 0] * u[..., 1]) / area
    weights = np.stack([1 - second - third, second, third], -1)
    outside = -np.minimum(weights.min(-1), 0)
    depth = corners[:, :, 2].mean(1)[near]
    best = np.argmin(np.where(outside < 1e-6, -1e-3 * depth, 1 + outside * np.sqrt(np.abs(area))), axis=1)
    row = np.arange(len(best))
    chosen = np.clip(weights[row, best], -0.5, 1.5)
    return Anchors(mesh.triangles[near[row, best]], chosen / chosen.sum(1, keepdims=True))


def _nearest(places: Floats, centres: Floats) -> Ids:
    """N×`NEAREST` numbers of the triangles whose centres lie nearest to each place."""
    squared = (places**2).sum(1)[:, None] - 2 * places @ centres.T + (centres**2).sum(1)
    return np.asarray(np.argpartition(squared, NEAREST, axis=1)[:, :NEAREST], np.int32)
