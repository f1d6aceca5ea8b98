"""New shading where the surface turns: the ratio of a linear light on the moved and on the photographed normals.

Ratio images: Liu, Shan & Zhang 2001, "Expressive expression mapping with ratio images". The light (ambient and one
direction) is fitted to the photo's own cheeks, forehead and nose.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.coverage import blurred, polygon_cover
from pyojeong.performing.portrait.drawing.low_grid import LowGrid, splatted
from pyojeong.performing.portrait.drawing.palette import LUMA
from pyojeong.performing.portrait.mesh.canonical import POINTS, point_normals
from pyojeong.performing.portrait.mesh.outlines import SIDES, brow_underside, eye_rows
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, OVAL, UPPER_LIP
from pyojeong.performing.portrait.stage import Deformed, Floats, Map, SourceMesh

DARKEST = 25.0
"""Fitted brightness below this would make the ratio explode."""
LIMITS = (0.72, 1.3)
SPREAD_CM = 0.55
OUTLIER_LEVELS = 15.0
ROUNDS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """brightness = ambient + normal · direction, 0–255, normals in camera axes.

    Attributes:
        ambient: Constant part.
        direction: 3 numbers.
        normals: 468×3 photographed normals.
    """

    ambient: float
    direction: Floats
    normals: Floats

    def brightness(self, normals: Floats) -> Floats:
        """Of each of N×3 normals."""
        return np.asarray(np.maximum(DARKEST, self.ambient + normals @ self.direction))


def fitted_light(low: Map, mesh: SourceMesh, grid: LowGrid) -> Light:
    """The light of the photo (iteratively reweighted least squares; beard, brows and shadows drop out).

    Args:
        low: The photo's roi on the grid, float32 RGB.
        mesh: The photographed face.
        grid: Of the mesh's roi.
    """
    normals = point_normals(mesh.local_cm[:POINTS]) @ mesh.rotation.T
    places = grid.local(mesh.landmarks_px[:POINTS, :2] - np.array(mesh.roi_xyxy[:2])).astype(np.float32)[None]
    bright = blurred(low @ LUMA, 0.12 * grid.scale)
    seen = cv2.remap(bright, places[..., 0], places[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)[0]
    usable = (_bare_skin() & (normals[:, 2] > 0.25)).astype(float)
    basis = np.column_stack([np.ones(POINTS), normals])
    weights, solution = usable, np.zeros(4)
    for _ in range(ROUNDS):
        solution = np.linalg.lstsq(basis * weights[:, None], seen * weights, rcond=None)[0]
        weights = usable / (1 + (np.abs(seen - basis @ solution) / OUTLIER_LEVELS) ** 2)
    return Light(float(solution[0]), solution[1:], normals)


def _bare_skin() -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Bool 468: neither lips, lid edges nor brows."""
    numbers = np.arange(POINTS, dtype=np.float64)[:, None]
    bare = np.ones(POINTS, bool)
    bare[_lips()] = False
    for side in SIDES:
        bare[[*eye_rows(side).upper, *eye_rows(side).lower]] = False
        bare[brow_underside(numbers, side).ravel().astype(int)] = False
    return bare


def _lips() -> list[int]:
    return [point for row in (*UPPER_LIP, *LOWER_LIP) for point in row]


def turned_rotation(deformed: Deformed) -> Floats:
    """3×3 canonical → camera rotation of the moved head, from its affine."""
    right, up = deformed.skull[0, :3], -deformed.skull[1, :3]
    right, up = right / np.linalg.norm(right), up / np.linalg.norm(up)
    return np.stack([right, up, np.cross(right, up)])


def relight_change(light: Light, mesh: SourceMesh, deformed: Deformed, grid: LowGrid) -> Map:
    """float32 grid H×W relative change of brightness; 0 towards the outline of the face and on the lips."""
    moved = point_normals(mesh.local_cm[:POINTS] + deformed.displacement_cm) @ turned_rotation(deformed).T
    ratio = light.brightness(moved) / light.brightness(light.normals)
    change = np.clip(ratio, *LIMITS) - 1
    change[_lips()] = 0
    change[list(OVAL)] = 0
    points = grid.local(deformed.coarse_px[:POINTS])
    sigma = SPREAD_CM * grid.scale
    total = blurred(splatted(points, np.asarray(change, np.float64), grid.shape), sigma)
    count = blurred(splatted(points, np.ones(POINTS, np.float64), grid.shape), sigma)
    return np.asarray(total / (count + 0.02 * count.max() + 1e-6), np.float32)


def face_cover(deformed: Deformed, grid: LowGrid, fade_cm: float = 0.5) -> Map:
    """float32 grid H×W: 1 on the face, fading to 0 a little inside its outline."""
    outline = grid.local(deformed.coarse_px[list(OVAL)])
    centre = outline.mean(0)
    inner = centre + (outline - centre) * 0.93
    return polygon_cover(inner, grid.size_wh, fade_cm * grid.scale)
