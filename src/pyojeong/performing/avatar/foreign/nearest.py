"""The nearest places on a surface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.head_mesh import Doubles, HeadMesh, Ints

Flags = npt.NDArray[np.bool_]

_CANDIDATES = 8
"""Triangles whose middles are nearest; the surface's nearest point is on one of them unless triangles differ wildly."""
_EXACT = {"algorithm": 4}
"""FLANN's single k-d tree, searched without a limit."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Nearest places: N×3 points, their triangles N, shares of the corners N×3, unit normals N×3, distances N."""

    points: Doubles
    triangles: Ints
    shares: Doubles
    normals: Doubles
    apart: Doubles


class Surface:
    """A head's surface, to be asked for its nearest places.

    Args:
        mesh: The head.
    """

    def __init__(self, mesh: HeadMesh) -> None:
        self._mesh = mesh
        self._corners = mesh.points[mesh.triangles]
        self._normals = mesh.normals()
        flann: Any = cv2
        self._tree = flann.flann_Index(np.ascontiguousarray(self._corners.mean(1), np.float32), _EXACT)
        self.edge = _border(mesh)[mesh.triangles].any(1)

    def nearest(self, places: Doubles) -> Found:
        """Of N×3 places."""
        asked = np.ascontiguousarray(places, np.float32)
        count = min(_CANDIDATES, len(self._corners))
        candidates, _ = self._tree.knnSearch(asked, count, params={"checks": -1})
        shares = nearest_shares(self._corners[candidates], places[:, None])
        points = (self._corners[candidates] * shares[..., None]).sum(2)
        apart = np.linalg.norm(points - places[:, None], axis=2)
        best = apart.argmin(1)
        rows = np.arange(len(places))
        triangles, chosen = candidates[rows, best].astype(np.int64), shares[rows, best]
        normals = (self._normals[self._mesh.triangles[triangles]] * chosen[..., None]).sum(1)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        return Found(points[rows, best], triangles, chosen, normals, apart[rows, best])


def nearest_shares(corners: Doubles, places: Doubles) -> Doubles:
    """...×3 shares of the corners (...×3×3) whose point is nearest to ``places`` (...×3).

    >>> nearest_shares(np.array([[0.0, 0, 0], [1, 0, 0], [0, 1, 0]]), np.array([2.0, -1.0, 5.0])).tolist()
    [0.0, 1.0, 0.0]
    """
    a, b, c = (corners[..., k, :] for k in range(3))
    inside = _plane_shares(a, b, c, places)
    best, least = np.clip(inside, 0, None), np.where((inside >= 0).all(-1), 0.0, np.inf)
    for first, second in ((0, 1), (1, 2), (2, 0)):
        start, way = corners[..., first, :], corners[..., second, :] - corners[..., first, :]
        along = ((places - start) * way).sum(-1) / np.maximum((way * way).sum(-1), 1e-18)
        along = np.clip(along, 0, 1)
        apart = ((start + along[..., None] * way - places) ** 2).sum(-1)
        shares = np.zeros_like(inside)
        shares[..., first], shares[..., second] = 1 - along, along
        better = apart < least
        best = np.where(better[..., None], shares, best)
        least = np.where(better, apart, least)
    return np.asarray(best)


def _plane_shares(a: Doubles, b: Doubles, c: Doubles, p: Doubles) -> Doubles:
    one, other, arm = b - a, c - a, p - a
    d00, d01, d11 = (one * one).sum(-1), (one * other).sum(-1), (other * other).sum(-1)
    d20, d21 = (arm * one).sum(-1), (arm * other).sum(-1)
    area = d00 * d11 - d01 * d01
    safe = np.where(np.abs(area) < 1e-18, 1.0, area)
    second, third = (d11 * d20 - d01 * d21) / safe, (d00 * d21 - d01 * d20) / safe
    found = np.stack([1 - second - third, second, third], -1)
    return np.where((np.abs(area) < 1e-18)[..., None], -1.0, found)


def _border(mesh: HeadMesh) -> Flags:
    """N: whether a point is on an open edge."""
    edges = np.sort(mesh.triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    found, counts = np.unique(edges, axis=0, return_counts=True)
    border = np.zeros(len(mesh.points), bool)
    border[found[counts == 1]] = True
    return border
