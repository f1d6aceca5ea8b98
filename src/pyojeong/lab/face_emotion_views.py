"""What the network gets to see of a picture while it learns: as it is or levelled by its mesh, shaken in many ways."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.lab.face_emotion_data import Floats
from pyojeong.media.image import Pixels
from pyojeong.reading.face.aligning import CROP_PX, Matrix
from pyojeong.reading.face.emotion_input import standardised
from pyojeong.reading.face.tight_crops import likely_levelling, moved_by

MIDDLE = (CROP_PX - 1) / 2


@dataclass(frozen=True, slots=True)
class Shaking:
    """How far pictures are moved and changed; chances in [0, 1], lengths in pixels of 48."""

    turn_degrees: float = 15.0
    zoom: float = 0.15
    shift_px: float = 4.0
    contrast: float = 0.3
    brightness: float = 30.0
    softened: float = 0.15
    noisy: float = 0.15
    erased: float = 0.25
    erased_share: float = 0.25
    levelled: float = 0.5


def levellings(meshes: Floats) -> Matrix:
    """N×2×3 from picture to levelled crop, NaN where there is no mesh or only an unlikely one."""
    missing = np.full((2, 3), np.nan)
    found = (likely_levelling(mesh.astype(np.float64)) for mesh in meshes)
    return np.array([missing if matrix is None else matrix for matrix in found])


def levelled(pixels: Pixels, matrices: Matrix) -> Pixels:
    """Every picture levelled where it has a mesh, as it is where not."""
    return np.stack([p if np.isnan(m[0, 0]) else moved_by(p, m) for p, m in zip(pixels, matrices, strict=True)])


def shaken(
    pixels: Pixels, matrices: Matrix, shaking: Shaking, dice: np.random.Generator, *, side_px: int = CROP_PX
) -> Floats:
    """N×S×S standardised brightness of N×48×48 pictures, every one seen differently, ``side_px`` wide."""
    shown = np.empty((len(pixels), side_px, side_px), np.float32)
    smaller = _smaller(side_px)
    for number, (picture, matrix) in enumerate(zip(pixels, matrices, strict=True)):
        wants_level = dice.random() < shaking.levelled and not np.isnan(matrix[0, 0])
        matrix = _jitter(shaking, dice) @ _square(matrix if wants_level else np.eye(2, 3))
        moved = moved_by(picture, smaller @ _square(matrix), side_px)
        shown[number] = standardised(_changed(moved, shaking, dice))
        _erase(shown[number], shaking, dice)
    return shown


def _smaller(side_px: int) -> Matrix:
    """2×3: from crop pixels to those of a crop ``side_px`` wide; pixel centres stay pixel centres."""
    factor = side_px / CROP_PX
    return np.array([[factor, 0, (factor - 1) / 2], [0, factor, (factor - 1) / 2]])


def _square(matrix: Matrix) -> Matrix:
    return np.vstack([matrix, (0.0, 0.0, 1.0)])


def _jitter(shaking: Shaking, dice: np.random.Generator) -> Matrix:
    """2×3: turned and zoomed about the middle, shifted, mirrored half of the time."""
    angle = math.radians(dice.uniform(-shaking.turn_degrees, shaking.turn_degrees))
    zoom = math.exp(dice.uniform(-shaking.zoom, shaking.zoom))
    turn = zoom * np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    turn[:, 0] *= dice.choice((-1, 1))
    shift = dice.uniform(-shaking.shift_px, shaking.shift_px, 2)
    return np.column_stack([turn, MIDDLE - turn @ (MIDDLE, MIDDLE) + shift])


def _changed(picture: Pixels, shaking: Shaking, dice: np.random.Generator) -> Pixels:
    """Other light, softer or noisier, still in 0–255 so that light can be lost at both ends."""
    changed = picture.astype(np.float32)
    if dice.random() < shaking.softened:
        changed = cv2.GaussianBlur(changed, (0, 0), dice.uniform(0.3, 1.0))
    factor = 1 + dice.uniform(-shaking.contrast, shaking.contrast)
    changed = (changed - 128) * factor + 128 + dice.uniform(-shaking.brightness, shaking.brightness)
    if dice.random() < shaking.noisy:
        changed = changed + dice.normal(0, dice.uniform(2, 8), changed.shape)
    return np.asarray(np.clip(changed, 0, 255), np.uint8)


def _erase(shown: Floats, shaking: Shaking, dice: np.random.Generator) -> None:
    """Random erasing, Zhong et al. 2020 (arXiv 1708.04896), with the picture's mean or noise."""
    if dice.random() >= shaking.erased:
        return
    side = len(shown)
    area = dice.uniform(0.02, shaking.erased_share) * side**2
    aspect = math.exp(dice.uniform(-1, 1))
    high, wide = (min(side, max(1, round(math.sqrt(area * a)))) for a in (aspect, 1 / aspect))
    top, left = dice.integers(0, side - high + 1), dice.integers(0, side - wide + 1)
    shown[top : top + high, left : left + wide] = dice.normal(0, 1, (high, wide)) if dice.random() < 0.5 else 0.0
