"""Small faces are performed enlarged, and only the difference comes back: untouched pixels stay what they were."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.face import Face
from pyojeong.media.image import Image, Pixels
from pyojeong.performing.portrait.stage import Box, Mask, SourceMesh

TOO_SMALL = 12.0
"""Pixels a centimetre below which lids and lips are too few pixels to draw (a face about 175 px wide; at 12.6 and 20 no
difference was seen on three people enlarged three times)."""
WANTED = 24.0
LARGEST_FACTOR = 8
MARGIN_CM = 2.0


def enlargement(scale: float) -> int:
    """How many times a face of ``scale`` pixels a centimetre is enlarged; 1 leaves it alone.

    >>> enlargement(30.0), enlargement(11.0), enlargement(0.5)
    (1, 3, 8)
    """
    return 1 if scale >= TOO_SMALL else min(LARGEST_FACTOR, int(np.ceil(WANTED / scale)))


def surroundings(mesh: SourceMesh) -> Box:
    """Whole pixels around the face with room for a turning head."""
    left, top, right, bottom = mesh.roi_xyxy
    margin = int(MARGIN_CM * mesh.scale) + 2
    width, height = mesh.picture_wh
    return max(0, left - margin), max(0, top - margin), min(width, right + margin), min(height, bottom + margin)


def enlarged(image: Image, face: Face, box_xyxy: Box, factor: int) -> tuple[Image, Face]:
    """The box of the picture ``factor`` times as large, without alpha, and the face in it."""
    left, top, right, bottom = box_xyxy
    crop = np.ascontiguousarray(image.rgb[top:bottom, left:right])
    size = ((right - left) * factor, (bottom - top) * factor)
    large = image.with_pixels(cv2.resize(crop, size, interpolation=cv2.INTER_CUBIC))
    landmarks = face.landmarks.copy()
    landmarks[:, :2] = (landmarks[:, :2] - (left, top) + 0.5) * factor - 0.5
    landmarks[:, 2] *= factor
    x0, y0 = landmarks[:, :2].min(0)
    x1, y1 = landmarks[:, :2].max(0)
    return large, Face((float(x0), float(y0), float(x1), float(y1)), landmarks, face.pose, face.confidence)


def brought_back(small: Pixels, large: Pixels, performed: Pixels, changed: Mask) -> tuple[Pixels, Mask]:
    """(uint8 picture, pixels that may have changed) at the size of ``small``.

    Args:
        small: uint8 h×w×3 of the photo.
        large: The same enlarged, uint8.
        performed: ``large`` after the performance.
        changed: bool H×W, which of its pixels may differ.
    """
    size = small.shape[1::-1]
    change = cv2.subtract(performed, large, dtype=cv2.CV_16S)
    change = cv2.resize(change.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    touched = cv2.resize(changed.view(np.uint8) * np.uint8(255), size, interpolation=cv2.INTER_AREA) > 0
    result = cv2.add(small, change, dtype=cv2.CV_8U)
    return np.where(touched[..., None], result, small), touched
