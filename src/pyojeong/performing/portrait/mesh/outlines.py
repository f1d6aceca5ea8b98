"""The edges the layers draw along, picked out of a list of mesh points. Side 0 is the person's left, 1 the right."""

from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.mesh.topology import (
    BROW_RIGHT,
    EYE_RIGHT,
    IRIS_LEFT,
    IRIS_RIGHT,
    EyeRows,
    eye_left,
    fine_mesh,
    mirrored_row,
)
from pyojeong.performing.portrait.stage import Floats

IRIS: tuple[tuple[int, ...], tuple[int, ...]] = (IRIS_LEFT, IRIS_RIGHT)
"""Centre and four rim points of the irises, (left, right)."""
SIDES = (0, 1)


def lip_edges(vertices: Floats) -> tuple[Floats, Floats]:
    """(upper, lower) inner lip contours of fine mesh points, right to left corner."""
    fine = fine_mesh()
    return vertices[fine.lip_upper], vertices[fine.lip_lower]


def lid_edges(vertices: Floats, side: int) -> tuple[Floats, Floats]:
    """(upper, lower) lid edges of fine mesh points, outer to inner corner."""
    upper, lower = (fine_mesh().eye_left, fine_mesh().eye_right)[side]
    return vertices[upper], vertices[lower]


def eye_rows(side: int) -> EyeRows:
    """Point numbers of the rows around one eye."""
    return (eye_left(), EYE_RIGHT)[side]


def lid_ring(points: Floats, side: int, ring: int) -> Floats:
    """Nine points of upper lid skin, ``ring`` 0 next to the lashes, 1 above; coarse or landmark points."""
    return points[list(eye_rows(side).upper_skin[ring])]


def brow_underside(points: Floats, side: int) -> Floats:
    """Five points of the lower edge of a brow, outer to inner; coarse or landmark points."""
    row = BROW_RIGHT[1] if side else mirrored_row(BROW_RIGHT[1])
    return np.asarray(points[list(row)])
