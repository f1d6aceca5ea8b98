"""A head somebody else's tool made: a surface, and its colours where it has any."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Pixels = npt.NDArray[np.uint8]
Reals = npt.NDArray[np.floating[Any]]

LEAST_POINTS, MOST_POINTS = 300, 400_000
"""Fewer cannot be a face; more is a scan, which is to be thinned first."""


class Source(str, Enum):
    """What made a head; said in the avatar's file, for others' licences go with it."""

    OBJ = "obj"
    FLAME = "flame"
    MORPHABLE = "3dmm"


@dataclass(frozen=True, slots=True, eq=False)
class HeadMesh:
    """A head in any unit, in any turn.

    Attributes:
        points: N×3.
        triangles: T×3, numbers of points.
        source: What made it.
        colours: N×3 uint8 sRGB, or None.
        spots: T×3×2 texture coordinates of the triangles' corners, v up, or None.
        picture: uint8 H×W×3 sRGB that ``spots`` are in, or None.
        at_rest: Whether it is known to make no face: a model's head without its expressions.
    """

    points: Doubles
    triangles: Ints
    source: Source
    colours: Pixels | None = None
    spots: Doubles | None = None
    picture: Pixels | None = None
    at_rest: bool = False

    def __post_init__(self) -> None:
        count = len(self.points)
        if self.points.shape != (count, 3) or not LEAST_POINTS <= count <= MOST_POINTS:
            raise ValueError(
                f"points must be {LEAST_POINTS}..{MOST_POINTS} of three numbers, but got {self.points.shape}"
            )
        if not np.isfinite(self.points).all() or not np.ptp(self.points, axis=0).min() > 0:
            raise ValueError("points must be finite and no plane")
        if self.triangles.ndim != 2 or self.triangles.shape[1] != 3 or len(self.triangles) < LEAST_POINTS // 2:
            raise ValueError(f"triangles must be T×3, but got {self.triangles.shape}")
        if self.triangles.min() < 0 or self.triangles.max() >= count:
            raise ValueError(f"triangles must name points below {count}")
        if self.colours is not None and self.colours.shape != (count, 3):
            raise ValueError(f"colours must be {count}×3, but got {self.colours.shape}")
        if (self.spots is None) != (self.picture is None):
            raise ValueError("spots and picture must both be there or both be None")
        if self.spots is not None and self.spots.shape != (len(self.triangles), 3, 2):
            raise ValueError(f"spots must be T×3×2, but got {self.spots.shape}")

    @property
    def is_coloured(self) -> bool:
        """Whether it says anything of the skin's colours."""
        return self.colours is not None or self.picture is not None

    def moved(self, points: Reals) -> HeadMesh:
        """The same head with its points elsewhere (N×3)."""
        return replace(self, points=np.asarray(points, np.float64))

    def outward(self) -> HeadMesh:
        """The same head with its triangles anticlockwise seen from outside; tools differ in that."""
        corners = self.points[self.triangles]
        normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        away = corners.mean(1) - self.points.mean(0)
        if float((normals * away).sum()) >= 0:
            return self
        spots = None if self.spots is None else np.ascontiguousarray(self.spots[:, ::-1])
        return replace(self, triangles=np.ascontiguousarray(self.triangles[:, ::-1]), spots=spots)

    def normals(self) -> Doubles:
        """N×3 unit normals."""
        corners = self.points[self.triangles]
        faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        total = np.zeros_like(self.points)
        for k in range(3):
            for axis in range(3):
                total[:, axis] += np.bincount(self.triangles[:, k], faces[:, axis], len(total))
        return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12))
