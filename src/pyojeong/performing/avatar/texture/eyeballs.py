"""Both eyes' picture: white with veins, iris with fibres in the photo's colour, pupil."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Face
from pyojeong.performing.avatar.texture.light import LUMINANCE, Floats, encoded, linear
from pyojeong.performing.avatar.texture.regions import smooth

SIDE_PX = 512
EDGE_DEGREES = 110.0
"""From the pupil's middle to the picture's edge."""
IRIS_DEGREES, PUPIL_DEGREES = 23.5, 9.0
_RING = (0.45, 0.85)
_LIDS = {468: (159, 145), 473: (386, 374)}
_DARKEST_IRIS = 0.022
"""Luminance below which an iris would look like one large pupil."""
_WHITE = np.array([0.50, 0.475, 0.455], np.float32)
BROWN = np.array([0.055, 0.03, 0.016], np.float32)
"""An iris that cannot be seen is brown, as most are."""


def painted_eyes(iris: Floats, skin: Floats) -> npt.NDArray[np.uint8]:
    """uint8 side×side×3; ``iris`` and ``skin`` are linear RGB."""
    steps = np.arange(SIDE_PX, dtype=np.float32) + np.float32(0.5)
    columns, rows = np.meshgrid(steps, steps)
    across, up = (columns - SIDE_PX / 2) / (SIDE_PX / 2), (SIDE_PX / 2 - rows) / (SIDE_PX / 2)
    degrees = np.hypot(across, up) * EDGE_DEGREES
    angle = np.arctan2(up, across)
    chance = np.random.default_rng(7)
    light = _white(degrees, skin, chance)
    share = (1 - smooth(degrees, 0.94 * IRIS_DEGREES, 1.05 * IRIS_DEGREES))[..., None]
    coloured = _iris(degrees / IRIS_DEGREES, angle, iris, chance)
    light = np.asarray(light * (1 - share) + coloured * share, np.float32)
    shadow = 1 - 0.38 * smooth(up * EDGE_DEGREES, 6.0, 34.0)
    return encoded(light * shadow[..., None])


def iris_of(rgb: npt.NDArray[np.uint8], face: Face) -> Floats:
    """Linear RGB of the irises in a photo, lightened where they are nearly black."""
    found = [ring for middle in _LIDS for ring in _ring(rgb, face, middle)]
    if not found:
        return BROWN
    colour = np.median(np.array(found), 0) * 1.15
    brightness = float(colour @ LUMINANCE)
    return np.asarray(colour * max(1.0, _DARKEST_IRIS / max(brightness, 1e-4)) ** 0.85, np.float32)


def _ring(rgb: npt.NDArray[np.uint8], face: Face, middle: int) -> list[Floats]:
    """Colours between pupil and iris edge that no lid covers, without catchlights."""
    points = face.landmarks[:, :2]
    centre, radius = (
        points[middle],
        float(np.linalg.norm(points[middle + 1 : middle + 5] - points[middle], axis=1).mean()),
    )
    upper, lower = (points[k, 1] for k in _LIDS[middle])
    kept = []
    for turn in np.linspace(0, 2 * np.pi, 48, endpoint=False):
        for far in np.linspace(*_RING, 5):
            x, y = centre + far * radius * np.array([np.cos(turn), np.sin(turn)])
            column, row = round(float(x)), round(float(y))
            if upper + 0.12 * radius < y < lower and 0 <= row < rgb.shape[0] and 0 <= column < rgb.shape[1]:
                kept.append(linear(rgb[row, column]))
    if not kept:
        return []
    brightness = np.array(kept) @ LUMINANCE
    limit = float(np.quantile(brightness, 0.8))
    return [colour for colour, light in zip(kept, brightness, strict=True) if light <= limit]


def _white(degrees: Floats, skin: Floats, chance: np.random.Generator) -> Floats:
    """Darker and redder towards the lids; less white on darker skin, where the whole photo is darker."""
    bright = np.clip(0.62 + 0.5 * float(skin @ LUMINANCE) / 0.35, 0.66, 1.0)
    edge = smooth(degrees, 26.0, 75.0)[..., None]
    veins = cv2.GaussianBlur(chance.normal(size=degrees.shape).astype(np.float32), (0, 0), 3.0) * 3
    light = _WHITE * bright * (1 - 0.42 * edge) * (1 - edge * np.array([0.0, 0.10, 0.10], np.float32))
    return np.asarray(light * np.exp(-0.03 * np.maximum(veins, 0))[..., None], np.float32)


def _iris(radius: Floats, angle: Floats, colour: Floats, chance: np.random.Generator) -> Floats:
    """Fibres, a lighter ring around the pupil, a dark rim; ``radius`` is 1 at the rim."""
    turns = 1024
    noise = chance.normal(size=(1, turns)).astype(np.float32)
    fine, coarse = (cv2.GaussianBlur(np.tile(noise, (1, 3)), (0, 0), s)[0, turns : 2 * turns] for s in (1.6, 6.0))
    place = ((angle + np.pi) / (2 * np.pi) * (turns - 1)).astype(int)
    fibres = 0.17 * (fine / fine.std())[place] + 0.10 * (coarse / coarse.std())[(place + 300) % turns]
    ring = 0.82 + 0.5 * np.exp(-(((radius - 0.52) / 0.16) ** 2))
    rim = 1 - 0.75 * smooth(radius, 0.78, 1.0)
    light = colour * (np.exp(fibres) * ring * rim)[..., None]
    edge = PUPIL_DEGREES / IRIS_DEGREES
    pupil = smooth(radius, edge * 0.92, edge * 1.08)[..., None]
    return np.asarray(light * pupil + 0.004 * (1 - pupil), np.float32)
