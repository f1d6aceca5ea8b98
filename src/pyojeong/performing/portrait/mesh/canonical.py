"""The mean face the muscles are written on: 468 points in centimetres, 852 triangles, left and right partners."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from pyojeong.performing.portrait.stage import Floats, Ids

POINTS = 468
MOUTH_CORNER_CM = (2.44, -4.11)
"""|x|, y of the mean mouth corner (measured: mean of 285 neutral faces, `pyojeong.lab.face_mesh`)."""


@dataclass(frozen=True, slots=True, eq=False)
class CanonicalMesh:
    """A symmetric mean face that looks at the camera.

    Attributes:
        vertices_cm: 468×3; x to the person's left, y up, z out of the face.
        triangles: 852×3 point numbers, anticlockwise from the front; eyes and mouth are holes.
        mirror: 468 point numbers, the partner of each on the other side.
    """

    vertices_cm: Floats
    triangles: Ids
    mirror: Ids


@cache
def canonical_mesh() -> CanonicalMesh:
    """The mesh of ``canonical_mesh.npz``; mean distance to MediaPipe's own canonical model .38 cm.

    >>> canonical_mesh().vertices_cm.shape, canonical_mesh().triangles.shape
    ((468, 3), (852, 3))
    """
    with np.load(Path(__file__).with_name("canonical_mesh.npz"), allow_pickle=False) as stored:
        arrays = (
            stored["vertices_cm"].astype(np.float64),
            stored["triangles"].astype(np.int32),
            stored["mirror"].astype(np.int32),
        )
    for array in arrays:
        array.setflags(write=False)
    return CanonicalMesh(*arrays)


def point_normals(points_cm: Floats) -> Floats:
    """468×3 unit normals, out of the face, of the mesh with its points at ``points_cm`` (468×3)."""
    triangles = canonical_mesh().triangles
    a, b, c = (points_cm[triangles[:, k]] for k in range(3))
    faces = np.cross(b - a, c - a)
    total = np.stack(
        [sum(np.bincount(triangles[:, k], faces[:, axis], POINTS) for k in range(3)) for axis in range(3)], 1
    )
    return np.asarray(total / np.maximum(1e-9, np.linalg.norm(total, axis=1, keepdims=True)))
