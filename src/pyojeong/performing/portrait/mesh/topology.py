"""Which points are lips, lids, brows and outline, and the refined mesh with its loops.

Point numbers are MediaPipe's face mesh numbers (468 points; Kartynnik et al. 2019, "Real-time Facial Surface Geometry
from Monocular Video on Mobile GPUs"). Rows run from the person's right to the left, eye rows from the outer to the
inner corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS, canonical_mesh
from pyojeong.performing.portrait.mesh.subdivision import Refinement, refinement
from pyojeong.performing.portrait.stage import Floats, Ids, Mask

UPPER_LIP: tuple[tuple[int, ...], ...] = (
    (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291),
    (76, 184, 74, 73, 72, 11, 302, 303, 304, 408, 306),
    (62, 183, 42, 41, 38, 12, 268, 271, 272, 407, 292),
    (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308),
)
"""Outer contour, two rows between, inner contour."""
LOWER_LIP: tuple[tuple[int, ...], ...] = (
    (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291),
    (76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306),
    (62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292),
    (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308),
)
_OVAL_HALVES = (
    (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    (152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
OVAL: tuple[int, ...] = (*_OVAL_HALVES[0], *_OVAL_HALVES[1])
"""Outline of the face, clockwise as the viewer sees it from the top of the forehead."""
BROW_RIGHT: tuple[tuple[int, ...], ...] = ((70, 63, 105, 66, 107), (46, 53, 52, 65, 55))
"""Upper and lower edge of the right brow, outer to inner."""


@dataclass(frozen=True, slots=True)
class EyeRows:
    """Nine points a row, outer to inner corner: lid edge, then two rings of lid skin, above and below."""

    upper: tuple[int, ...]
    lower: tuple[int, ...]
    upper_skin: tuple[tuple[int, ...], tuple[int, ...]]
    lower_skin: tuple[tuple[int, ...], tuple[int, ...]]

    def mirrored(self) -> EyeRows:
        """The same rows of the other eye."""
        return EyeRows(
            mirrored_row(self.upper),
            mirrored_row(self.lower),
            (mirrored_row(self.upper_skin[0]), mirrored_row(self.upper_skin[1])),
            (mirrored_row(self.lower_skin[0]), mirrored_row(self.lower_skin[1])),
        )


def mirrored_row(row: tuple[int, ...]) -> tuple[int, ...]:
    """The partners of a row of points on the other side of the face."""
    return tuple(int(p) for p in canonical_mesh().mirror[list(row)])


EYE_RIGHT = EyeRows(
    upper=(33, 246, 161, 160, 159, 158, 157, 173, 133),
    lower=(33, 7, 163, 144, 145, 153, 154, 155, 133),
    upper_skin=((130, 247, 30, 29, 27, 28, 56, 190, 243), (226, 113, 225, 224, 223, 222, 221, 189, 244)),
    lower_skin=((130, 25, 110, 24, 23, 22, 26, 112, 243), (226, 31, 228, 229, 230, 231, 232, 233, 244)),
)
IRIS_RIGHT, IRIS_LEFT = (468, 469, 470, 471, 472), (473, 474, 475, 476, 477)
"""Centre, then four points of the rim."""

RING_REACH = (0.10, 0.26, 0.48)
"""How far the rings around the outline lie beyond it, as a share of its radius."""
RING_SHARE = (0.60, 0.20, 0.0)
RING_SHARE_CHIN = (0.88, 0.46, 0.0)
"""Share of the outline's displacement each ring takes; more under the chin, where the throat follows the jaw. The last
is 0, so nothing outside moves (0 changed pixels in 24 of 24 edits)."""
CHIN_FROM_CM, CHIN_SPAN_CM = -3.9, 3.4
COARSE_POINTS = POINTS + len(OVAL) * len(RING_REACH)


@cache
def eye_left() -> EyeRows:
    """The left eye's rows."""
    return EYE_RIGHT.mirrored()


def ring_ids(ring: int) -> Ids:
    """36 coarse point numbers of the outline (-1) or of a ring around it (0, 1, 2)."""
    if ring < 0:
        return np.array(OVAL, np.int32)
    return np.arange(len(OVAL), dtype=np.int32) + POINTS + ring * len(OVAL)


@cache
def ring_shares() -> Floats:
    """3×36 share of the outline's displacement for each ring point."""
    heights = canonical_mesh().vertices_cm[list(OVAL), 1]
    chin = np.clip((CHIN_FROM_CM - heights) / CHIN_SPAN_CM, 0, 1)
    near, low = np.array(RING_SHARE)[:, None], np.array(RING_SHARE_CHIN)[:, None]
    return np.asarray(near + (low - near) * chin)


def with_rings(points: Floats) -> Floats:
    """576×D: 468 face points and rings laid around their outline."""
    outline = points[list(OVAL)]
    centre = outline.mean(0)
    return np.concatenate([points, *(outline + (outline - centre) * reach for reach in RING_REACH)])


def displaced_with_rings(displacement: Floats) -> Floats:
    """576×D displacement: the face's own 468 and what the rings take of the outline's."""
    outline = displacement[list(OVAL)]
    return np.concatenate([displacement, *(outline * share[:, None] for share in ring_shares())])


@cache
def coarse_triangles() -> Ids:
    """1068 triangles: the face with its holes, and the three bands of rings."""
    bands = []
    for ring in range(len(RING_REACH)):
        inner, outer = ring_ids(ring - 1), ring_ids(ring)
        inner_next, outer_next = np.roll(inner, -1), np.roll(outer, -1)
        bands += [np.stack([inner, outer_next, outer], 1), np.stack([inner, inner_next, outer_next], 1)]
    return np.asarray(np.concatenate([canonical_mesh().triangles, *bands]), np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class FineMesh:
    """The twice refined mesh.

    Attributes:
        triangles: T×3.
        steps: The two refinements.
        lip_upper: Inner contour of the upper lip, right to left corner.
        lip_lower: The same of the lower lip.
        eye_right: (upper, lower) lid edge of the right eye, outer to inner corner.
        eye_left: The same of the left eye.
        outermost: Closed outermost ring (first point not repeated); it never moves.
        at_edges: bool T: triangles near lips and lids, where neighbours in the picture are not neighbours on the face.
    """

    triangles: Ids
    steps: tuple[Refinement, Refinement]
    lip_upper: Ids
    lip_lower: Ids
    eye_right: tuple[Ids, Ids]
    eye_left: tuple[Ids, Ids]
    outermost: Ids
    at_edges: Mask

    def refined(self, coarse: Floats) -> Floats:
        """V×D values of the fine mesh from 576×D coarse ones (positions or displacements)."""
        return self.steps[1].refined(self.steps[0].refined(coarse))

    @property
    def mouth(self) -> Ids:
        """Closed loop of the mouth hole."""
        return closed_loop(self.lip_upper, self.lip_lower)


def closed_loop(upper: Ids, lower: Ids) -> Ids:
    """The loop along ``upper`` and back along ``lower``; the shared ends appear once."""
    return np.concatenate([upper, lower[-2:0:-1]])


@cache
def fine_mesh() -> FineMesh:
    """The twice refined mesh of `coarse_triangles`."""
    first = refinement(coarse_triangles(), COARSE_POINTS)
    second = refinement(first.triangles, first.points + len(first.edge_keys))
    rows = [UPPER_LIP[-1], LOWER_LIP[-1]]
    rows += [row for eye in (EYE_RIGHT, eye_left()) for row in (eye.upper, eye.lower)]
    chains = [second.along(first.along(np.array(row, np.int32))) for row in rows]
    edges = np.unique(np.concatenate(chains))
    return FineMesh(
        triangles=second.triangles,
        steps=(first, second),
        lip_upper=chains[0],
        lip_lower=chains[1],
        eye_right=(chains[2], chains[3]),
        eye_left=(chains[4], chains[5]),
        outermost=_refined_loop(first, second, ring_ids(len(RING_REACH) - 1)),
        at_edges=_near(second.triangles, edges, steps=3),
    )


def _refined_loop(first: Refinement, second: Refinement, loop: Ids) -> Ids:
    return second.along(first.along(np.append(loop, loop[0])))[:-1]


def _near(triangles: Ids, points: Ids, *, steps: int) -> Mask:
    """Bool T: triangles within ``steps`` triangles of ``points``."""
    touched = np.zeros(triangles.max() + 1, bool)
    touched[points] = True
    for _ in range(steps):
        near = touched[triangles].any(1)
        touched[triangles[near]] = True
    return np.asarray(near)
