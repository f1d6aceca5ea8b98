"""The photo's brightness at scattered places; only the neighbourhood is touched, however large the photo."""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Image, Pixels
from pyojeong.performing.portrait.stage import Box, Floats, Map

FINEST_BLUR_PX = 2.5
"""A wider blur is made of a picture reduced by a whole number: as good, and independent of the photo's size."""


def luminance_at(image: Image, places: Floats, *, blur_px: float = 0.0) -> Floats:
    """Brightness 0–255 at …×2 picture points, bilinear, after a gaussian blur of ``blur_px``."""
    import cv2

    flat = places.reshape(-1, 2)
    box = padded_box(flat, image.size_wh, margin=int(3 * blur_px) + 2)
    grey = grey_crop(image.rgb, box)
    shrink = max(1, int(blur_px / FINEST_BLUR_PX))
    if shrink > 1:
        grey = cv2.resize(grey, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    if blur_px > 0.3:
        grey = cv2.GaussianBlur(grey, (0, 0), np.sqrt(blur_px**2 - (shrink**2 - 1) / 12) / shrink)
    local = ((flat - box[:2] + 0.5) / shrink - 0.5).astype(np.float32)[None]
    values = cv2.remap(grey, local[..., 0], local[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(values.reshape(places.shape[:-1]), np.float64)


def padded_box(points: Floats, size_wh: tuple[int, int], *, margin: int) -> Box:
    """Whole pixels around ``points``, at least one pixel large and within a picture of ``size_wh``."""
    width, height = size_wh
    left, top = np.clip(np.floor(points.min(0)).astype(int) - margin, 0, (width - 1, height - 1))
    right, bottom = np.clip(np.ceil(points.max(0)).astype(int) + margin + 1, (left + 1, top + 1), size_wh)
    return int(left), int(top), int(right), int(bottom)


def grey_crop(rgb: Pixels, box_xyxy: Box) -> Map:
    """float32 luminance (BT.601, 0–255) of a box of an RGB picture."""
    import cv2

    left, top, right, bottom = box_xyxy
    return np.asarray(cv2.cvtColor(rgb[top:bottom, left:right], cv2.COLOR_RGB2GRAY), np.float32)
