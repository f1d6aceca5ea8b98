"""The colours and the light of one photo: what anything drawn into it has to match."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.stage import Map, SourceMesh

CHEEKS = (50, 280, 205, 425, 101, 330)
LIPS = (37, 267, 84, 314, 17, 0)
"""Face mesh points on the cheeks and on the red of the lips."""
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
REFERENCE_SKIN = 152.0
"""Mean brightness of the cheeks at which drawn teeth need no dimming (measured on the photos they were tuned on)."""
DIMMING = 0.8
"""Dark cheeks are partly a dark photo and partly dark skin, which dims no teeth (by eye on 22 portraits)."""
TONED_SPREAD = 2.2
"""Chroma spread (8-bit YCrCb) around the brightness curve below which a photo counts as grey or sepia: sepia and grey
photos measure under 1.5, the palest colour portrait 3.4."""


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """Colours of one photographed face, RGB 0–255.

    Attributes:
        skin: Of the cheeks.
        lips: Of the red of the lips.
        exposure: Brightness to multiply authored colours with.
        tint: 3 numbers around 1: colour of the light.
        tone: 256×3 colour of each brightness in a grey or sepia photo, or None in a colour photo.
    """

    skin: Map
    lips: Map
    exposure: float
    tint: Map
    tone: Map | None

    @property
    def light(self) -> Map:
        """3 numbers: exposure and tint together."""
        return self.tint * np.float32(self.exposure)

    def toned(self, colours: Map) -> Map:
        """The same colours, or their brightness in the photo's one tone when it is grey or sepia."""
        if self.tone is None:
            return colours
        level = np.clip(colours @ LUMA, 0, 254.99)
        whole = level.astype(np.int32)
        part = (level - whole)[..., None]
        return np.asarray(self.tone[whole] * (1 - part) + self.tone[whole + 1] * part, np.float32)


def palette_of(rgb: Pixels, mesh: SourceMesh, *, grey: bool) -> Palette:
    """The palette of the face ``mesh`` in the picture ``rgb``."""
    skin = colour_at(rgb, mesh, CHEEKS, 0.35)
    lips = colour_at(rgb, mesh, LIPS, 0.12)
    exposure = float(np.clip((skin.mean() / REFERENCE_SKIN) ** DIMMING, 0.35, 1.1))
    tint = 0.72 + 0.28 * skin / max(1.0, float(skin.mean()))
    return Palette(skin, lips, exposure, tint.astype(np.float32), _tone(rgb, mesh, grey))


def colour_at(rgb: Pixels, mesh: SourceMesh, points: tuple[int, ...], reach_cm: float) -> Map:
    """Median over the points of the mean colour of a square of ±``reach_cm``; float32 RGB."""
    reach = max(1, round(reach_cm * mesh.scale))
    height, width = rgb.shape[:2]
    means = []
    for x, y in mesh.landmarks_px[list(points), :2].round().astype(int):
        x, y = int(np.clip(x, 0, width - 1)), int(np.clip(y, 0, height - 1))
        means.append(rgb[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1].mean((0, 1)))
    return np.asarray(np.median(means, axis=0), np.float32)


def _tone(rgb: Pixels, mesh: SourceMesh, grey: bool) -> Map | None:
    ramp = np.repeat(np.arange(256, dtype=np.float32)[:, None], 3, axis=1)
    if grey:
        return ramp
    left, top, right, bottom = mesh.roi_xyxy
    stride = max(1, round(max(right - left, bottom - top) / 160))
    sample = np.ascontiguousarray(rgb[top:bottom:stride, left:right:stride])
    luma, *chroma = cv2.split(cv2.cvtColor(sample, cv2.COLOR_RGB2YCrCb).astype(np.float32))
    curves, spread = zip(*(_curve(luma, c) for c in chroma), strict=True)
    if max(spread) > TONED_SPREAD:
        return None
    ycc = np.stack([ramp[:, 0], *curves], -1)[None]
    return np.asarray(cv2.cvtColor(ycc / 255, cv2.COLOR_YCrCb2RGB)[0] * 255, np.float32)


def _curve(luma: Map, chroma: Map) -> tuple[Map, float]:
    """Mean chroma of every brightness (256 numbers) and the spread around it."""
    bins = (luma / 16).astype(int).ravel()
    count = np.bincount(bins, minlength=16)
    mean = np.bincount(bins, chroma.ravel(), 16) / np.maximum(1, count)
    known = np.flatnonzero(count > 3)
    centres = known * 16 + 8
    curve = np.interp(np.arange(256), centres, mean[known]).astype(np.float32)
    return curve, float(np.std(chroma - curve[luma.astype(int)]))
