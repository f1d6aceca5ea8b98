"""The fitted head cut into an avatar's pieces, with what each movement does to the normals."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.avatar import Piece, Surface
from pyojeong.performing.avatar.fitting import FittedHead
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Pixels = npt.NDArray[np.uint8]
Reals = npt.NDArray[np.floating[Any]]

SURFACES: dict[Surface, tuple[Part, ...]] = {
    Surface.SKIN: (Part.SKIN,),
    Surface.EYES: (Part.EYE_LEFT, Part.EYE_RIGHT),
    Surface.MOUTH: (
        Part.MOUTH,
        Part.TEETH_UPPER,
        Part.TEETH_LOWER,
        Part.GUMS_UPPER,
        Part.GUMS_LOWER,
        Part.TONGUE,
    ),
    Surface.LASHES: (Part.LASHES_LEFT, Part.LASHES_RIGHT),
}
_STILL_CM = 2e-4
"""A movement shorter than this is none."""


def pieces_of(head: FittedHead, pictures: dict[Surface, Pixels], relief: Pixels | None) -> list[Piece]:
    """The head's own pieces; ``pictures`` by surface, ``relief`` the skin's normal map."""
    template = head.template
    moves = np.where(np.abs(head.movements) < _STILL_CM, np.float32(0), head.movements)
    normals = template.normals(head.neutral)
    turns = _turns(template, head.neutral, moves, normals)
    found = []
    for surface, parts in SURFACES.items():
        points = template.points_of(*parts)
        number = np.full(len(template.neutral), -1, np.int64)
        number[points] = np.arange(len(points))
        found.append(
            Piece(
                surface,
                head.neutral[points],
                normals[points],
                template.uv[points],
                number[template.triangles_of(*parts)],
                pictures[surface],
                np.ascontiguousarray(moves[:, points]),
                np.ascontiguousarray(turns[:, points]),
                relief if surface is Surface.SKIN else None,
            )
        )
    return found


def _turns(template: Template, neutral: Floats, moves: Floats, normals: Floats) -> Floats:
    """52×V×3: what each movement adds to the normals; only triangles that move are looked at."""
    joined = template.weld[template.triangles]
    still = _areas(neutral, joined)
    whole = _sums(still, joined, len(neutral))
    turns = np.zeros_like(moves)
    for k, move in enumerate(moves):
        moved = np.abs(move).max(1) > 0
        touched = np.flatnonzero(moved[joined].any(1))
        if not len(touched):
            continue
        corners = joined[touched]
        points = np.unique(corners)
        sums = _sums(_areas(neutral + move, corners) - still[touched], corners, len(neutral))
        fresh = whole[points] + sums[points]
        fresh /= np.maximum(np.linalg.norm(fresh, axis=1, keepdims=True), 1e-12)
        turns[k, points] = fresh - normals[points]
        turns[k] = turns[k, template.weld]
    return turns


def _areas(points: Reals, corners: Ints) -> Reals:
    a, b, c = (points[corners[:, k]] for k in range(3))
    return np.asarray(np.cross(b - a, c - a))


def _sums(faces: Reals, corners: Ints, count: int) -> Reals:
    total = np.zeros((count, 3))
    for axis in range(3):
        for k in range(3):
            total[:, axis] += np.bincount(corners[:, k], faces[:, axis], count)
    return total
