"""The moved face in the picture, with the way back to the photo."""

from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.mesh.topology import displaced_with_rings, fine_mesh
from pyojeong.performing.portrait.muscles.deform import displacement
from pyojeong.performing.portrait.muscles.head import head_field, parallax_px, possible_turn, turned_camera
from pyojeong.performing.portrait.stage import Box, Deformed, Movement, SourceMesh
from pyojeong.performing.portrait.warp.silhouette import in_agreement
from pyojeong.performing.portrait.warp.way_back import GRID, way_back


def performed(mesh: SourceMesh, movement: Movement, *, cells: int = GRID) -> Deformed:
    """The face of ``mesh`` after ``movement``, with the map back to the photo (see `way_back` for ``cells``)."""
    moved_cm = displacement(mesh, movement)
    turn = possible_turn(mesh, movement.turn)
    field = head_field(mesh, turn) if turn else None
    box = united(field.box_xyxy(), mesh.roi_xyxy) if field else mesh.roi_xyxy
    coarse = mesh.coarse_px + displaced_with_rings(in_agreement(mesh, moved_cm @ mesh.camera[:, :3].T))
    camera = mesh.camera
    if field:
        extra = parallax_px(mesh, turn, mesh.local_cm[: len(moved_cm)] + moved_cm, field)
        coarse = coarse + field.offset(coarse) + extra
        camera = turned_camera(mesh, turn)
    corner = np.array(box[:2], np.float64)
    fine = fine_mesh().refined(coarse) - corner
    map_x, map_y, inside, moved = way_back(mesh, fine, box, field, cells=cells)
    skull = camera - np.column_stack([np.zeros((2, 3)), corner])
    return Deformed(box, moved_cm, coarse - corner, fine, map_x, map_y, inside, moved, skull)


def united(one: Box, other: Box) -> Box:
    """The smallest box around both: the chin of a gaping mouth hangs out of what a turning head takes along.

    >>> united((2, 0, 5, 4), (0, 1, 3, 9))
    (0, 0, 5, 9)
    """
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
