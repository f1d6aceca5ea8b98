"""Fine relief of the skin for viewers that light it anew: a normal map from the photo's small contrasts."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.texture.light import LUMINANCE, Floats, linear

_FINE, _COARSE = 0.8, 5.0
"""Texels: what is finer is noise, what is coarser is colour or shade."""
_STRENGTH, _MOST = 2.2, 0.35


def skin_relief(pixels: npt.NDArray[np.uint8], seen: Floats) -> npt.NDArray[np.uint8]:
    """uint8 H×W×3, tangent space, flat where the photo showed nothing; dark lines are taken for hollows.

    Args:
        pixels: uint8 H×W×3, the skin's picture.
        seen: float32 H×W, how much of each texel the photo gave.
    """
    light = np.log(linear(pixels) @ LUMINANCE + 0.02)
    band = cv2.GaussianBlur(light, (0, 0), _FINE) - cv2.GaussianBlur(light, (0, 0), _COARSE)
    height = _STRENGTH * np.clip(band, -0.25, 0.25) * np.clip(seen, 0, 1)
    right = np.clip(cv2.Sobel(height, cv2.CV_32F, 1, 0) / 4, -_MOST, _MOST)
    down = np.clip(cv2.Sobel(height, cv2.CV_32F, 0, 1) / 4, -_MOST, _MOST)
    normal = np.stack([-right, down, np.ones_like(right)], -1)
    normal /= np.linalg.norm(normal, axis=2, keepdims=True)
    return np.asarray(np.rint(normal * 127.5 + 127.5), np.uint8)
