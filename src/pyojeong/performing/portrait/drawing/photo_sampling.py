"""Colours of the photo under places on the face; only the part of the photo that is needed is touched."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.stage import Map, SourceMesh


def plane_to_photo(mesh: SourceMesh, z_cm: float, x: Map, y: Map) -> tuple[Map, Map]:
    """Picture pixels (column, row) of canonical points on the plane ``z_cm``."""
    m = mesh.camera.astype(np.float32)
    base = (mesh.camera[:, 2] * z_cm + mesh.camera[:, 3]).astype(np.float32)
    return m[0, 0] * x + m[0, 1] * y + base[0], m[1, 0] * x + m[1, 1] * y + base[1]


def sample(rgb: Pixels, column: Map, row: Map) -> Map:
    """float32 H×W×3 colours of the photo at fractional pixels; its border repeats."""
    crop, left, top = _needed(rgb, column, row)
    seen = cv2.remap(crop, column - left, row - top, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, np.float32)


def sample_light(rgb: Pixels, column: Map, row: Map) -> Map:
    """float32 H×W brightness (BT.601, 0–255) of the photo at fractional pixels; its border repeats."""
    crop, left, top = _needed(rgb, column, row)
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY).astype(np.float32)
    seen = cv2.remap(grey, column - left, row - top, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, np.float32)


def _needed(rgb: Pixels, column: Map, row: Map) -> tuple[Pixels, int, int]:
    """(pixels, left, top) of the part of the photo the coordinates reach into."""
    height, width = rgb.shape[:2]
    left = min(max(0, int(column.min()) - 3), width - 1)
    top = min(max(0, int(row.min()) - 3), height - 1)
    right, bottom = max(left + 1, int(column.max()) + 4), max(top + 1, int(row.max()) + 4)
    return np.ascontiguousarray(rgb[top:bottom, left:right]), left, top
