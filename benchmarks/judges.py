"""Who says how far a face went between a photo and an edit of it: three networks' readings and the pixels themselves.

- ``mesh``: the face found again as the performer finds it, lower lids and lips put on the photo's own edges.
- ``network``: the same network's landmarks as they come (MediaPipe Face Mesh, 2020).
- ``newer``: MediaPipe's Face Landmarker of 2023, other weights and another detector; not shipped, named by its file.
- ``pixels``: no network. Dense optical flow (DIS, Kroeger et al. 2016) carries the photo's landmarks to the edit. It
  says whether skin and hair went where they were sent, not whether that reads as a raised brow; where the edit shows
  what the photo hid (an opened mouth) there is nothing to follow.

The networks' input is a crop of 192 or 256 px, where a tenth of an eye is less than a pixel; so each picture, photo and
edit alike, is looked at in several crops and the meshes are averaged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from pyojeong.media import Face, Image
from pyojeong.performing.portrait.likeness.fit import fitted_camera, source_mesh
from pyojeong.performing.portrait.mesh.canonical import POINTS
from pyojeong.performing.portrait.stage import Floats
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.looking import square_crop

#: Half side of each crop and the shift of its middle right and down, in sides of the face.
LOOKS = ((0.9, 0.0, 0.0), (1.05, 0.06, 0.03), (1.2, -0.06, -0.03), (0.8, 0.03, -0.05), (1.4, 0.0, 0.0))
#: Flow is computed at this size, and read as its mean over a window of this half width.
FLOW_PX_A_CM, WINDOW_CM = 30.0, 0.06
#: Border around the face's box that is looked at, as shares of its width and height.
BORDER_WH = (0.15, 0.25)

Shapes = dict[str, Floats]
"""Judge → 468×3 canonical centimetres."""
Reader = Callable[[Image], Shapes]
"""Crop → the shapes seen in it; empty when there is no face."""


def own_finder(finder: FaceFinder) -> Reader:
    """Reads a crop as the performer does, and as the network under it does."""

    def read(crop: Image) -> Shapes:
        found = finder.find(crop)
        if not found:
            return {}
        points = found[0].landmarks
        alone = fitted_camera(points).local(points)
        return {"mesh": source_mesh(crop, found[0]).local_cm[:POINTS], "network": alone[:POINTS]}

    return read


def face_landmarker(model: Path) -> Reader:
    """Reads a crop by MediaPipe's Face Landmarker stored in ``model`` (a ``.task`` file)."""
    import mediapipe
    from mediapipe.tasks.python import BaseOptions, vision

    options = vision.FaceLandmarkerOptions(base_options=BaseOptions(model_asset_path=str(model)), num_faces=1)
    landmarker: Any = vision.FaceLandmarker.create_from_options(options)

    def read(crop: Image) -> Shapes:
        pixels = np.ascontiguousarray(crop.rgb)
        found = landmarker.detect(mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=pixels))
        if not found.face_landmarks:
            return {}
        side_px = float(crop.rgb.shape[1])
        points = np.array([[p.x * side_px, p.y * side_px, p.z * side_px] for p in found.face_landmarks[0]], np.float64)
        return {"newer": fitted_camera(points).local(points)[:POINTS]}

    return read


def shapes_seen(image: Image, face: Face, readers: list[Reader]) -> Shapes:
    """Every judge's mean shape over the crops of `LOOKS` around ``face``."""
    left, top, right, bottom = face.box_xyxy
    side = max(right - left, bottom - top)
    seen: dict[str, list[Floats]] = {}
    for reach, across, down in LOOKS:
        middle = ((left + right) / 2 + across * side, (top + bottom) / 2 + down * side)
        crop = Image(np.ascontiguousarray(square_crop(image.rgb, middle, 2 * reach * side)[0]))
        for reader in readers:
            for judge, shape in reader(crop).items():
                seen.setdefault(judge, []).append(shape)
    return {judge: np.asarray(np.mean(shapes, axis=0)) for judge, shapes in seen.items()}


@dataclass(frozen=True, slots=True, eq=False)
class PixelTracker:
    """Follows a photo's landmarks into edits of the same size.

    Attributes:
        window: 2×3, pixels of the small grey picture → photo pixels.
        before: uint8 small grey picture of the photo's face.
        points: 468×2 landmarks in it.
        camera: 2×3, canonical cm → photo pixels, without the shift.
    """

    window: Floats
    before: Any
    points: Floats
    camera: Floats

    @classmethod
    def of(cls, photo: Image, face: Face) -> PixelTracker:
        """Ready to follow the landmarks of ``face``."""
        left, top, right, bottom = face.box_xyxy
        camera = fitted_camera(face.landmarks)
        step = camera.scale / FLOW_PX_A_CM
        across, down = BORDER_WH
        corner = left - across * (right - left), top - down * (bottom - top)
        window = np.array([[step, 0, corner[0]], [0, step, corner[1]]])
        points = (face.landmarks[:POINTS, :2] - corner) / step
        size = (1 + 2 * across) * (right - left), (1 + 2 * down) * (bottom - top)
        before = _grey(photo, window, (int(size[0] / step), int(size[1] / step)))
        return cls(window, before, points, camera.affine[:, :3])

    def moved(self, edit: Image) -> Floats:
        """468×3 canonical cm each landmark went across and up; depth is not seen and stays 0."""
        after = _grey(edit, self.window, self.before.shape[::-1])
        flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
        flow.setFinestScale(0)
        side = int(2 * WINDOW_CM * FLOW_PX_A_CM) | 1
        mean = cv2.blur(flow.calc(self.before, after, None), (side, side))
        x, y = (self.points[:, k].astype(np.float32) for k in (0, 1))
        went_px = cv2.remap(mean, x, y, cv2.INTER_LINEAR)[:, 0] * self.window[0, 0]
        went_cm = np.linalg.solve(self.camera[:, :2], went_px.T).T
        return np.column_stack([went_cm, np.zeros(len(went_cm))])


def _grey(image: Image, window: Floats, size_wh: tuple[int, int]) -> Any:
    step = float(window[0, 0])
    rgb = cv2.GaussianBlur(image.rgb, (0, 0), 0.4 * step) if step > 1 else image.rgb
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    small = cv2.warpAffine(rgb, window, size_wh, flags=how, borderMode=cv2.BORDER_REPLICATE)
    return cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
