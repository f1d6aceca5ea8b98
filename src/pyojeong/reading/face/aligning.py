"""A face cut out the way the emotion model knows faces: small, grey, eyes level, always of one size and place.

The framing is that of the model's training pictures (FER2013, 48×48): where their eyes and nose lie on average.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Points
from pyojeong.media.image import Pixels
from pyojeong.media.saving import on_white

CROP_PX = 48
"""Side of the model's pictures."""
EYES_PX = 17.5
"""Distance between the middles of the eyes in the crop: the mean of meshes laid on the training pictures."""
NOSE_XY = (24.0, 27.7)
"""Where the tip of the nose lies in the crop: likewise."""
NOSE_TIP = 4
EYE_CORNERS = ((33, 133), (362, 263))
"""Landmarks at the corners of both eyes, left to right in the picture."""
_FINER = 4
"""The crop is drawn this much larger and averaged, so that no pixel of a large photo is skipped."""

Matrix = npt.NDArray[np.float64]
"""2×3, from picture pixels to crop pixels."""


def levelling(landmarks: Points, *, eyes_px: float = EYES_PX, nose_xy: tuple[float, float] = NOSE_XY) -> Matrix:
    """The similarity that makes the eyes level and ``eyes_px`` apart and puts the tip of the nose at ``nose_xy``.

    The distance of the eyes is taken in depth too, so that a turned head is not enlarged.

    Args:
        landmarks: 478×3 picture pixels, as in `Face`.
        eyes_px: Distance of the eyes in the crop.
        nose_xy: Place of the tip of the nose in the crop.
    """
    right, left = (landmarks[list(corners)].mean(0) for corners in EYE_CORNERS)
    across = left - right
    angle = math.atan2(across[1], across[0])
    scale = eyes_px / max(1e-6, float(np.linalg.norm(across)))
    turn = scale * np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    return np.column_stack([turn, np.array(nose_xy) - turn @ landmarks[NOSE_TIP, :2]])


def level_crop(pixels: Pixels, matrix: Matrix) -> Pixels:
    """The 48×48 brightness that ``matrix`` cuts out of a picture, H×W×3 or H×W×4; its edges are continued."""
    part, corner_xy = _around(pixels, matrix)
    grey = cv2.cvtColor(on_white(part), cv2.COLOR_RGB2GRAY)
    smaller = max(1.0, 1 / (_FINER * _scale(matrix)))
    size_wh = (max(1, round(grey.shape[1] / smaller)), max(1, round(grey.shape[0] / smaller)))
    reduced = cv2.resize(grey, size_wh, interpolation=cv2.INTER_AREA)
    steps_xy = np.array([grey.shape[1] / size_wh[0], grey.shape[0] / size_wh[1]])
    from_reduced = np.column_stack([np.diag(steps_xy), corner_xy + steps_xy / 2 - 0.5])
    return _drawn(np.asarray(reduced, np.uint8), _after(matrix, from_reduced))


def square_crop_48(pixels: Pixels) -> Pixels:
    """A picture of nothing but a face as 48×48 brightness: its shorter side is widened by continuing the edges.

    Args:
        pixels: H×W, H×W×3 or H×W×4.
    """
    grey = pixels if pixels.ndim == 2 else cv2.cvtColor(on_white(pixels), cv2.COLOR_RGB2GRAY)
    height, width = grey.shape
    side = max(height, width)
    above, before = (side - height) // 2, (side - width) // 2
    rest = (side - height - above, before, side - width - before)
    square = cv2.copyMakeBorder(grey, above, *rest, cv2.BORDER_REPLICATE)
    way = cv2.INTER_AREA if side > CROP_PX else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(square, (CROP_PX, CROP_PX), interpolation=way), np.uint8)


def _scale(matrix: Matrix) -> float:
    """Crop pixels a picture pixel."""
    return float(np.linalg.norm(matrix[:, 0]))


def _after(matrix: Matrix, first: Matrix) -> Matrix:
    """``first``, then ``matrix``."""
    return np.asarray(matrix @ np.vstack([first, (0.0, 0.0, 1.0)]))


def _around(pixels: Pixels, matrix: Matrix) -> tuple[Pixels, Matrix]:
    """The part of the picture that the crop shows, at least one pixel of it, and the pixel of its left top corner."""
    back = cv2.invertAffineTransform(matrix)
    ends = np.array([(x, y, 1.0) for x in (-1, CROP_PX) for y in (-1, CROP_PX)]) @ back.T
    height, width = pixels.shape[:2]
    left, top = np.clip(np.floor(ends.min(0)), 0, (width - 1, height - 1)).astype(int)
    right, bottom = np.clip(np.ceil(ends.max(0)) + 1, (left + 1, top + 1), (width, height)).astype(int)
    return pixels[top:bottom, left:right], np.array([left, top], np.float64)


def _drawn(grey: Pixels, matrix: Matrix) -> Pixels:
    centred = np.array([[_FINER, 0, (_FINER - 1) / 2], [0, _FINER, (_FINER - 1) / 2]])  # centres stay centres
    side = CROP_PX * _FINER
    finer = _after(centred, matrix)
    large = cv2.warpAffine(grey, finer, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(large, (CROP_PX, CROP_PX), interpolation=cv2.INTER_AREA), np.uint8)
