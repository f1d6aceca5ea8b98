"""Pictures of nothing but a face, too tight for a detector: meshed inside a made-up margin, levelled by that mesh."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.face import Points
from pyojeong.media.image import Pixels
from pyojeong.reading.face.aligning import CROP_PX, Matrix, levelling
from pyojeong.reading.face.mediapipe_models import MediapipeModels

MARGINS_PX = (24, 12)
"""Continued edges around a 48×48 picture before it is meshed: what the wide frame does not show, the narrow one may."""
MESH_PX = 192
LARGEST_ZOOM = 1.5
"""Crops are cut out alike: a mesh that asks for more (3 in 100 of the training pictures) hardly lies on the face."""


def mesh_of(models: MediapipeModels, picture: Pixels) -> Points | None:
    """The 478×3 mesh on 48×48 brightness, in its pixels; None when none fits."""
    for margin in MARGINS_PX:
        framed = cv2.copyMakeBorder(picture, margin, margin, margin, margin, cv2.BORDER_REPLICATE)
        large = cv2.resize(framed, (MESH_PX, MESH_PX), interpolation=cv2.INTER_CUBIC)
        rgb = np.repeat(np.asarray(large, np.uint8)[:, :, None], 3, axis=2)
        for points in models.meshes(rgb):
            points *= framed.shape[0] / MESH_PX
            points[:, :2] -= margin
            return points
    return None


def likely_levelling(mesh: Points) -> Matrix | None:
    """How to level the picture the mesh lies on; None where the mesh is unlikely or not finite."""
    if not np.isfinite(mesh).all():
        return None
    matrix = levelling(mesh)
    return matrix if 1 / LARGEST_ZOOM <= np.linalg.norm(matrix[:, 0]) <= LARGEST_ZOOM else None


def moved_by(picture: Pixels, matrix: Matrix, side_px: int = CROP_PX) -> Pixels:
    """A small picture seen through ``matrix``, its edges continued; ``side_px`` wide and high."""
    size_wh = (side_px, side_px)
    drawn = cv2.warpAffine(picture, matrix, size_wh, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(drawn, np.uint8)


def levelled_or_same(models: MediapipeModels, picture: Pixels) -> Pixels:
    """48×48 brightness levelled by its own mesh; as it is where no likely mesh can be laid."""
    mesh = mesh_of(models, picture)
    matrix = None if mesh is None else likely_levelling(mesh)
    return picture if matrix is None else moved_by(picture, matrix)
