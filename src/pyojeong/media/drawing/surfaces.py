"""Pixels to paint on, and what becomes of them: while painted, colours are multiplied by alpha."""

from __future__ import annotations

import cv2
import numpy as np
import skia

from pyojeong.media.image import Pixels

_OPAQUE = 255


def surface_on(pixels: Pixels) -> skia.Surface:
    """What paints into ``pixels`` (RGBA, H×W×4, multiplied alpha): left to itself Skia takes them for unmultiplied."""
    return skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)


def straight(pixels: Pixels) -> Pixels:
    """``pixels`` themselves, colours divided by alpha where it is partial, which is at edges only.

    >>> straight(np.array([[[40, 20, 0, 128]]], np.uint8)).tolist()
    [[[80, 40, 0, 128]]]
    """
    flat = pixels.view(np.uint32).reshape(-1)
    partial = np.flatnonzero(cv2.extractChannel(pixels, 3).reshape(-1) - np.uint8(1) < _OPAQUE - 1)
    some = flat[partial].view(np.uint8).reshape(-1, 4)
    alpha = some[:, 3:]
    divided = (some[:, :3] * np.float32(_OPAQUE) + alpha // 2) / alpha  # exact: no share of 255 is nearer to a whole
    some[:, :3] = np.minimum(divided, np.float32(_OPAQUE))
    flat[partial] = some.view(np.uint32).reshape(-1)
    return pixels
