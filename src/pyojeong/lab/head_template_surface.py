"""Closest points on a triangle surface, and what lies there of the values at its corners."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

CANDIDATES = 24
"""Triangles looked at for each point, by the distance of their middles."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Points on a surface: N triangles' corners (N×3 point numbers) and their shares (N×3, sum 1)."""

    corners: Ints
    shares: Floats

    def of(self, values: Floats) -> Floats:
        """What ``values`` (..., P, C) at the surface's points are at the N places: (..., N, C)."""
        return np.asarray(np.einsum("nk,...nkc->...nc", self.shares, values[..., self.corners, :]))

    def __getitem__(self, chosen: Ints | npt.NDArray[np.bool_]) -> Places:
        return Places(self.corners[chosen], self.shares[chosen])


def triangle_normals(points: Floats, triangles: Ints) -> Floats:
    """T×3 normals, twice the triangles' areas long."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    return np.asarray(np.cross(b - a, c - a))


def point_normals(points: Floats, triangles: Ints) -> Floats:
    """P×3 unit normals: the area-weighted mean of the triangles at each point."""
    faces = triangle_normals(points, triangles)
    total = np.zeros_like(points)
    for k in range(3):
        np.add.at(total, triangles[:, k], faces)
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12))


def closest(
    queries: Floats, points: Floats, triangles: Ints, *, normals: Floats | None = None, least_cosine: float = 0.2
) -> tuple[Places, Floats]:
    """The nearest places on the surface and their distances.

    Args:
        queries: N×3.
        points: P×3.
        triangles: T×3.
        normals: N×3; triangles that face away from them by more than ``least_cosine`` do not count, so that a point of
            one lip is never brought to the other.
        least_cosine: See ``normals``.
    """
    from scipy.spatial import cKDTree

    corners = points[triangles]
    count = min(CANDIDATES, len(triangles))
    _, near = cKDTree(corners.mean(1)).query(queries, count)
    near = near.reshape(len(queries), count)
    shares = _barycentric(queries[:, None], corners[near])
    found = np.einsum("nck,nckd->ncd", shares, corners[near])
    distance = np.linalg.norm(found - queries[:, None], axis=2)
    ranked = distance.copy()
    if normals is not None:
        faces = triangle_normals(points, triangles)
        faces /= np.maximum(np.linalg.norm(faces, axis=1, keepdims=True), 1e-12)
        cosine = np.einsum("ncd,nd->nc", faces[near], normals)
        ranked = np.where(cosine > least_cosine, distance, distance + 1e3)
    best = ranked.argmin(1)
    rows = np.arange(len(queries))
    return Places(triangles[near[rows, best]], shares[rows, best]), distance[rows, best]


def _barycentric(p: Floats, corners: Floats) -> Floats:
    """Shares of the place of each triangle (..., 3, 3) that is nearest to ``p`` (..., 3): inside, or on an edge."""
    a, b, c = corners[..., 0, :], corners[..., 1, :], corners[..., 2, :]
    ab, ac, ap = b - a, c - a, p - a
    d00, d01, d11 = (ab * ab).sum(-1), (ab * ac).sum(-1), (ac * ac).sum(-1)
    d20, d21 = (ap * ab).sum(-1), (ap * ac).sum(-1)
    area = d00 * d11 - d01 * d01
    flat = area <= 1e-12 * np.maximum(d00 * d11, 1e-18)
    scale = np.where(flat, 1.0, area)
    v, w = (d11 * d20 - d01 * d21) / scale, (d00 * d21 - d01 * d20) / scale
    inside = np.stack([1 - v - w, v, w], -1)
    options = [inside]
    for first, second in ((0, 1), (1, 2), (2, 0)):
        start, end = corners[..., first, :], corners[..., second, :]
        along = end - start
        t = ((p - start) * along).sum(-1) / np.maximum((along * along).sum(-1), 1e-18)
        t = np.clip(t, 0, 1)
        edge = np.zeros_like(inside)
        edge[..., first], edge[..., second] = 1 - t, t
        options.append(edge)
    stack = np.stack(options, -2)
    places = np.einsum("...ok,...kd->...od", stack, corners)
    distance = np.linalg.norm(places - p[..., None, :], axis=-1)
    distance[..., 0] = np.where((inside >= 0).all(-1) & ~flat, -1.0, np.inf)
    best = distance.argmin(-1)
    return np.asarray(np.take_along_axis(stack, best[..., None, None], -2)[..., 0, :])
