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


class UnusableHeadError(ValueError):
    """Points and triangles that are no head, in a clause of Korean and one of English."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(english)
        self.korean = korean
        self.english = english


def _sized(korean: str, english: str, wanted: str, got: npt.NDArray[Any]) -> UnusableHeadError:
    return UnusableHeadError(
        f"{korean}: {wanted}이어야 하는데 {got.shape}입니다", f"{english} must be {wanted}, but got {got.shape}"
    )


def _check_surface(points: Doubles, triangles: Ints) -> None:
    if points.ndim != 2 or points.shape[1] != 3 or not LEAST_POINTS <= len(points) <= MOST_POINTS:
        raise _sized("점", "points", f"{LEAST_POINTS}~{MOST_POINTS}×3", points)
    if not np.isfinite(points).all() or not np.ptp(points, axis=0).min() > 0:
        raise UnusableHeadError("점이 한 평면에 있거나 끝이 있는 수가 아닙니다", "points must be finite and no plane")
    if triangles.ndim != 2 or triangles.shape[1] != 3 or len(triangles) < LEAST_POINTS // 2:
        raise _sized("삼각형", "triangles", f"{LEAST_POINTS // 2}…×3", triangles)
    if triangles.min() < 0 or triangles.max() >= len(points):
        raise UnusableHeadError("삼각형이 없는 점을 가리킵니다", f"triangles must name points below {len(points)}")


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
        _check_surface(self.points, self.triangles)
        count = len(self.points)
        if self.colours is not None and self.colours.shape != (count, 3):
            raise _sized("점의 색", "colours", f"{count}×3", self.colours)
        if (self.spots is None) != (self.picture is None):
            raise UnusableHeadError("무늬와 그 자리가 함께 있어야 합니다", "spots and picture must come together")
        if self.spots is not None and self.spots.shape != (len(self.triangles), 3, 2):
            raise _sized("무늬의 자리", "spots", "T×3×2", self.spots)

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
