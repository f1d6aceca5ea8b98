"""Soft regions of the mean face the muscles are written with: bumps, lip profiles, ramps. All are 468 numbers.

Folded coordinates: ``x`` is the distance from the middle, so left and right are written once.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import MOUTH_CORNER_CM, POINTS, canonical_mesh
from pyojeong.performing.portrait.mesh.topology import BROW_RIGHT, EYE_RIGHT, LOWER_LIP, UPPER_LIP, eye_left
from pyojeong.performing.portrait.stage import Floats, Mask

CORNER_X, CORNER_Y = MOUTH_CORNER_CM
BELOW_BROW_CM = 0.22
"""Hair of thick brows grows this far below the mesh's lower edge of them; if it stretched they would get thicker."""


def smooth_step(start: float, end: float, x: Floats) -> Floats:
    """0 below ``start``, 1 above ``end``, smooth between.

    >>> smooth_step(0.0, 2.0, np.array([-1.0, 1.0, 3.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    t = np.clip((x - start) / (end - start), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def folded() -> tuple[Floats, Floats]:
    """Distance from the middle and height of every point, in cm."""
    vertices = canonical_mesh().vertices_cm
    return np.abs(vertices[:, 0]), vertices[:, 1]


def side_sign() -> Floats:
    """+1 on the person's left, -1 on the right, fading through 0 within half a centimetre of the middle."""
    return np.clip(canonical_mesh().vertices_cm[:, 0] / 0.5, -1, 1)


def left_share() -> Floats:
    """1 on the person's left, 0 on the right, blended within .9 cm of the middle."""
    return smooth_step(-0.9, 0.9, canonical_mesh().vertices_cm[:, 0])


def bump(x_cm: float, y_cm: float, width_cm: float, height_cm: float | None = None) -> Floats:
    """Gaussian around (|x|, y) with the given standard deviations."""
    x, y = folded()
    tall = width_cm if height_cm is None else height_cm
    return np.asarray(np.exp(-(((x - x_cm) / width_cm) ** 2) - ((y - y_cm) / tall) ** 2))


def field(weight: Floats, *, out: float = 0.0, up: float = 0.0, forward: float = 0.0) -> Floats:
    """468×3 displacement: ``weight`` times (away from the middle, up, out of the face) in cm."""
    return np.stack([side_sign() * out * weight, up * weight, forward * weight], 1)


def _marked(rows: tuple[tuple[int, ...], ...]) -> Mask:
    marks = np.zeros(POINTS, bool)
    marks[[point for row in rows for point in row]] = True
    return marks


@cache
def lips() -> Mask:
    """Points of the four rows of both lips."""
    return _marked(UPPER_LIP + LOWER_LIP)


@cache
def lid_edges() -> Mask:
    """Points of the lid edges of both eyes."""
    return _marked((EYE_RIGHT.upper, EYE_RIGHT.lower, eye_left().upper, eye_left().lower))


@cache
def upper_share() -> Floats:
    """1 for what goes with the upper lip, 0 with the lower, .5 at the corners."""
    share = (canonical_mesh().vertices_cm[:, 1] > CORNER_Y).astype(np.float64)
    upper, lower = _marked(UPPER_LIP), _marked(LOWER_LIP)
    share[upper], share[lower], share[upper & lower] = 1.0, 0.0, 0.5
    return share


def along_lips() -> Floats:
    """0 in the middle of the mouth, 1 at its corners, at most 1.15."""
    return np.clip(folded()[0] / CORNER_X, 0, 1.15)


def mid_mouth(power: float = 2.0) -> Floats:
    """1 in the middle of the mouth, 0 from the corners on."""
    return np.asarray(1 - np.clip(along_lips(), 0, 1) ** power)


def from_corner(power: float, *, width_cm: float, height_cm: float, drop_cm: float = 0.0) -> Floats:
    """A pull at the mouth corners: ``along_lips ** power`` on the lips and the skin above and below, a bump outside."""
    x, y = folded()
    along = along_lips() ** power
    near = np.exp(-(((y - CORNER_Y) / height_cm) ** 2)) * along
    beyond = bump(CORNER_X, CORNER_Y - drop_cm, width_cm, height_cm)
    return np.where(lips(), along, np.where(x < CORNER_X, near, beyond))


def off_lids(displacement: Floats) -> Floats:
    """``displacement`` with the lid edges held still: only the lids themselves move them."""
    return np.where(lid_edges()[:, None], 0.0, displacement)


@cache
def lid_to_brow() -> Floats:
    """0 at the upper lid and below, 1 from just below the brow up; linear, so the skin between stretches evenly."""
    x, y = folded()
    vertices = canonical_mesh().vertices_cm
    lid, brow = vertices[list(EYE_RIGHT.upper[::-1])], vertices[list(BROW_RIGHT[1][::-1])]
    floor = np.interp(x, -lid[:, 0], lid[:, 1])
    ceiling = np.maximum(np.interp(x, -brow[:, 0], brow[:, 1]) - BELOW_BROW_CM, floor + 0.7)
    return np.asarray(np.clip((y - floor) / (ceiling - floor), 0, 1))
