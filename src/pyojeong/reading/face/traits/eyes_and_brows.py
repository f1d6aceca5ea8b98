"""Brows, eyes and lips: forms from the ratios, colours from the photo."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np

from pyojeong.reading.face.traits.colours import LUMINANCE, Floats, encoded, hexed, lab, linear
from pyojeong.reading.face.traits.frame import FramedFace, Mask, around, polygon, px_a_cm
from pyojeong.reading.face.traits.parts import Brows, Eyes, Lips

_BROWS = ((70, 63, 105, 66, 107, 55, 65, 52, 53, 46), (300, 293, 334, 296, 336, 285, 295, 282, 283, 276))
_EYES = ((33, 160, 159, 158, 133, 153, 145, 144), (263, 387, 386, 385, 362, 380, 374, 373))
_IRISES = ((468, 469, 470, 471, 472), (473, 474, 475, 476, 477))
_LIPS_OUTSIDE = (61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91)
_LIPS_INSIDE = (78, 81, 13, 311, 308, 402, 14, 178)
_DARK_THIRD = 0.35
_BROW_STEP = 6.0
"""Difference in L* from the skin above at which brows are told apart surely."""
_LEAST_IRIS_PIXELS = 12


def measured_brows(face: FramedFace, scores: Mapping[str, float], resting: Mapping[str, float], gain: Floats) -> Brows:
    """The brows: hair is the darkest third of what the mesh calls brow."""
    light = linear(face.rgb) * gain
    where = (polygon(face.points[list(_BROWS[0])]) | polygon(face.points[list(_BROWS[1])])) & face.seen
    pixels = light[where]
    if len(pixels) == 0:
        return Brows(scores["brow_thickness"], resting["brow_tilt"], resting["brow_arch"], None, 0.0)
    skin = np.median(light[around(face, (151, 9, 108, 337), 0.5)], 0) if face.seen.any() else pixels.mean(0)
    dark = pixels[np.argsort(pixels @ LUMINANCE)[: max(1, int(len(pixels) * _DARK_THIRD))]].mean(0)
    step = float(np.linalg.norm(lab(np.clip(skin, 0, 1)) - lab(np.clip(dark, 0, 1))))
    certainty = float(np.clip(step / (2 * _BROW_STEP), 0, 1)) * 0.9
    colour = hexed(encoded(dark)) if step > _BROW_STEP / 2 else None
    thickness = scores["brow_thickness"]
    return Brows(thickness, resting["brow_tilt"], resting["brow_arch"], colour, certainty)


def measured_eyes(
    face: FramedFace, scores: Mapping[str, float], resting: Mapping[str, float], gain: Floats, *, hidden: bool
) -> Eyes:
    """The eyes; the iris's colour is the middle of its ring between pupil and white, unless ``hidden``."""
    ring = np.zeros(face.seen.shape, bool)
    for iris, eye in zip(_IRISES, _EYES, strict=True):
        ring |= _ring(face, iris) & polygon(face.points[list(eye)])
    ring &= face.seen
    colour, certainty = None, 0.0
    if not hidden and ring.sum() >= _LEAST_IRIS_PIXELS:
        pixels = linear(face.rgb)[ring] * gain
        brightness = pixels @ LUMINANCE
        middle = pixels[(brightness > np.quantile(brightness, 0.3)) & (brightness <= np.quantile(brightness, 0.85))]
        iris_light = np.median(middle, 0)
        colour = hexed(encoded(iris_light))
        sharp = min(1.0, face.pixels_a_cm / 20.0)
        certainty = float(0.8 * sharp * np.clip((iris_light @ LUMINANCE) / 0.03, 0.2, 1))
    form = (scores["eye_size"], scores["eye_openness"], scores["eye_distance"], resting["eye_tilt"])
    return Eyes(*form, colour, certainty)


def measured_lips(face: FramedFace, scores: Mapping[str, float], gain: Floats) -> Lips:
    """The lips without the opening between them."""
    inside = polygon(face.points[list(_LIPS_INSIDE)])
    lips = polygon(face.points[list(_LIPS_OUTSIDE)]) & ~cv2.dilate(inside.astype(np.uint8), np.ones((3, 3))).astype(
        bool
    )
    lips &= face.seen
    where = lips if lips.any() else around(face, (17, 0), 0.3)
    pixels = linear(face.rgb)[where] * gain if where.any() else np.full((1, 3), 0.3)
    enough = min(1.0, float(where.sum()) / (2.0 * px_a_cm() ** 2))
    return Lips(scores["lip_fullness"], hexed(encoded(np.median(pixels, 0))), 0.85 * enough)


def _ring(face: FramedFace, iris: tuple[int, ...]) -> Mask:
    x, y = face.points[iris[0]]
    radius = float(np.linalg.norm(face.points[list(iris[1:])] - face.points[iris[0]], axis=1).mean())
    rows, columns = np.mgrid[0 : face.seen.shape[0], 0 : face.seen.shape[1]]
    away = np.hypot(columns - x, rows - y) / max(radius, 1e-6)
    return np.asarray((away > 0.45) & (away < 0.9))
