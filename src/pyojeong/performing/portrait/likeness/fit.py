"""Where the mean face is in the picture: a weak-perspective camera, and this person's own shape under it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.media.face import Face
from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import padded_box
from pyojeong.performing.portrait.likeness.lower_lids import with_lids_on_rims
from pyojeong.performing.portrait.likeness.open_lips import GAPING_CM, chin_below_lips, with_lips_on_edges
from pyojeong.performing.portrait.likeness.rims import rims_of
from pyojeong.performing.portrait.likeness.scowl import brows_doubtful, with_brows_on_hair
from pyojeong.performing.portrait.likeness.seam import with_lips_on_seam
from pyojeong.performing.portrait.likeness.traits import lip_gap_cm, measured_traits
from pyojeong.performing.portrait.mesh.canonical import POINTS, canonical_mesh
from pyojeong.performing.portrait.mesh.topology import fine_mesh, ring_ids, with_rings
from pyojeong.performing.portrait.stage import Floats, Ids, SourceMesh

STEADY: dict[int, float] = {
    33: 3,
    133: 4,
    362: 4,
    263: 3,
    168: 4,
    6: 4,
    197: 3,
    195: 2,
    4: 2,
    98: 1,
    327: 1,
    127: 2,
    356: 2,
    234: 1,
    454: 1,
    10: 1,
    151: 1,
    54: 1,
    284: 1,
    93: 0.5,
    323: 0.5,
}
"""Weights of the points an expression hardly moves: eye corners, bridge and tip of the nose, temples, hairline
(authored; brows, lips and chin have none)."""
FLIP = np.array([1.0, -1.0, -1.0])
"""Picture axes (y down, z away) to camera axes (y up, z towards the viewer)."""


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """Scaled rotation and shift: picture point = ``(scale * rotation @ canonical + shift) * FLIP``."""

    scale: float
    rotation: Floats
    shift: Floats

    @property
    def affine(self) -> Floats:
        """2×4, canonical cm → picture pixels."""
        turn = self.scale * self.rotation[:2] * FLIP[:2, None]
        return np.column_stack([turn, self.shift[:2] * FLIP[:2]])

    def local(self, landmarks_px: Floats) -> Floats:
        """N×3 canonical centimetres of N×3 picture points."""
        return np.asarray((landmarks_px * FLIP - self.shift) @ self.rotation / self.scale)

    def picture(self, local_cm: Floats) -> Floats:
        """N×3 picture points of N×3 canonical centimetres; takes `local` back."""
        return np.asarray((self.scale * local_cm @ self.rotation.T + self.shift) * FLIP)


def fitted_camera(landmarks_px: Floats) -> Camera:
    """The camera that brings the steady points of the mean face nearest to the photo's (Umeyama 1991, weighted)."""
    ids = list(STEADY)
    weights = np.array(list(STEADY.values()))[:, None] / sum(STEADY.values())
    model, seen = canonical_mesh().vertices_cm[ids], landmarks_px[ids] * FLIP
    model_middle, seen_middle = (weights * model).sum(0), (weights * seen).sum(0)
    a, b = model - model_middle, seen - seen_middle
    u, sizes, vt = np.linalg.svd((weights * b).T @ a)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    rotation = (u * signs) @ vt
    scale = float((sizes * signs).sum() / (weights * a**2).sum())
    return Camera(scale, rotation, seen_middle - scale * rotation @ model_middle)


def source_mesh(image: Image, face: Face) -> SourceMesh:
    """The mesh of one photographed face, ready to be moved any number of times."""
    camera = fitted_camera(face.landmarks)
    landmarks, local = face.landmarks, camera.local(face.landmarks)
    if lip_gap_cm(local) > GAPING_CM:
        local = chin_below_lips(camera.local(with_lips_on_edges(landmarks, image, camera.scale)))
        landmarks = camera.picture(local)
    landmarks = with_lids_on_rims(landmarks, image, camera.affine[:, 1])
    local = camera.local(landmarks)
    if brows_doubtful(local, landmarks, image, camera.affine):
        local = with_brows_on_hair(local, image, camera.affine)
        landmarks = camera.picture(local)
    traits = measured_traits(image, landmarks, local, camera.affine)
    points = landmarks[:POINTS, :2].copy()
    if not traits.mouth_open:
        points = with_lips_on_seam(points, image, camera.affine)
    coarse = with_rings(points)
    fine = fine_mesh()
    return SourceMesh(
        landmarks_px=landmarks,
        scale=camera.scale,
        rotation=camera.rotation,
        camera=camera.affine,
        local_cm=local,
        coarse_px=coarse,
        vertices_px=fine.refined(coarse),
        draw_order=far_to_near(landmarks[:POINTS, 2]),
        roi_xyxy=padded_box(coarse[ring_ids(2)], image.size_wh, margin=2),
        picture_wh=image.size_wh,
        traits=traits,
        rims=rims_of(image, camera.affine) if traits.glasses else None,
    )


def far_to_near(depth_px: Floats) -> Ids:
    """Fine triangles by their mean depth, the farthest first; rings are as deep as the outline they surround."""
    outline = depth_px[ring_ids(-1)]
    coarse = np.concatenate([depth_px, outline, outline, outline])[:, None]
    fine = fine_mesh()
    return np.argsort(-fine.refined(coarse)[fine.triangles, 0].mean(1), kind="stable").astype(np.int32)
