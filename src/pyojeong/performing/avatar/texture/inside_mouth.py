"""The picture of teeth, gums, tongue and the mouth's lining: the same for everybody, darker the deeper."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.texture.light import Floats, encoded
from pyojeong.performing.avatar.texture.regions import smooth

SIDE_PX = 512
_TOOTH = np.array([0.64, 0.575, 0.47], np.float32)
_GUM = np.array([0.36, 0.125, 0.115], np.float32)
_TONGUE = np.array([0.37, 0.115, 0.105], np.float32)
_LINING = np.array([0.20, 0.045, 0.045], np.float32)
"""Linear RGB; eye-picked from open mouths in the portraits."""
_TEETH, _MARGIN = 14, 0.02
"""In a row, each as wide in the picture; and what is left free at the row's ends (see `lab.head_template_mouth`)."""


@cache
def painted_mouth() -> npt.NDArray[np.uint8]:
    """uint8 side×side×3, the picture of all in the mouth: lining and tongue below, gums and teeth above."""
    half = SIDE_PX // 2
    v, u = np.mgrid[0:half, 0:half].astype(np.float32)
    u, v = (u + 0.5) / half, 1 - (v + 0.5) / half
    canvas = np.zeros((SIDE_PX, SIDE_PX, 3), np.float32)
    canvas[half:, :half] = _lining(u, v)
    canvas[half:, half:] = _tongue(u, v)
    quarter = half // 2
    for row in (0, quarter):
        run = np.linspace(0, 1, quarter, dtype=np.float32)[:, None] * np.ones(half, np.float32)
        across = np.ones((quarter, 1), np.float32) * ((np.arange(half) + 0.5) / half).astype(np.float32)
        canvas[row : row + quarter, :half] = _GUM * _far(across)[..., None]
        canvas[row : row + quarter, half:] = _teeth(across, run)
    canvas.setflags(write=False)
    return encoded(canvas)


def _far(u: Floats) -> Floats:
    """1 at the front teeth, darker towards the molars at both ends."""
    return np.asarray(1 - 0.62 * smooth(np.abs(u - 0.5), 0.2, 0.5), np.float32)


def _teeth(u: Floats, v: Floats) -> Floats:
    """Lighter at the cutting edge, which is in the middle of the run; warmer at the gums; dark where teeth touch."""
    along = (u - _MARGIN) / (1 - 2 * _MARGIN) * _TEETH
    apart = np.abs(along - np.round(along))
    groove = 0.55 * np.exp(-((apart / 0.06) ** 2)) + 0.16 * np.exp(-((apart / 0.2) ** 2))
    edge = np.exp(-(((v - 0.5) / 0.22) ** 2))
    light = _TOOTH * (0.84 + 0.2 * edge)[..., None]
    warm = 1 - 0.25 * smooth(np.abs(v - 0.5), 0.3, 0.5)[..., None] * np.array([0.3, 0.8, 1.0], np.float32)
    between = 1 - groove[..., None] * np.array([0.85, 1.0, 1.05], np.float32)
    return np.asarray(light * warm * between * _far(u)[..., None], np.float32)


def _tongue(u: Floats, v: Floats) -> Floats:
    """Dark at the root (v 0), a furrow in the middle, fine bumps."""
    bumps = cv2.GaussianBlur(np.random.default_rng(3).normal(size=u.shape).astype(np.float32), (0, 0), 1.2)
    furrow = 1 - 0.3 * np.exp(-(((u - 0.5) / 0.05) ** 2))
    deep = 0.12 + 0.88 * smooth(v, 0.25, 0.85)
    return np.asarray(_TONGUE * (furrow * deep * (1 + 0.25 * bumps))[..., None], np.float32)


def _lining(u: Floats, v: Floats) -> Floats:
    """Red at the lips, nearly black behind."""
    far = np.hypot(u - 0.5, v - 0.5) / 0.5
    return np.asarray(_LINING * (0.05 + 0.95 * smooth(far, 0.45, 1.0))[..., None], np.float32)
