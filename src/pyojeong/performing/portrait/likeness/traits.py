"""Measures of a photographed face that decide how far its muscles may go and what has to be undone."""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import luminance_at
from pyojeong.performing.portrait.likeness.brows import brow_pose, furrow_contrast
from pyojeong.performing.portrait.likeness.glasses import frame_contrast
from pyojeong.performing.portrait.mesh.topology import EYE_RIGHT, LOWER_LIP, UPPER_LIP, EyeRows, eye_left
from pyojeong.performing.portrait.stage import FaceTraits, Floats, Pair

CORNER_RIGHT, CORNER_LEFT = 61, 291
MID_UPPER, MID_LOWER = 13, 14
INNER_BROW_RIGHT, INNER_BROW_LEFT = 55, 285
INNER_EYE_RIGHT, INNER_EYE_LEFT = 133, 362
BROW_EDGE_RIGHT, BROW_EDGE_LEFT = 52, 282
LID_RIGHT, LID_LEFT = 159, 386
REST_WIDTH_CM, REST_LIFT_CM = 4.9, -0.09
"""Mouth width and corner height of a neutral mouth (measured: medians of 285 neutral faces)."""
LIFT_OF_GAP, SMILING_GAP_CM = 0.2, 0.3
"""A falling jaw takes the middle of the lips further down than the corners: .4 to .5 cm at a gap of 2 cm (measured on
eight gaping mouths that do not smile)."""
FULL_WIDTH_CM, FULL_LIFT_CM = 1.5, 0.7
"""How much a full smile adds to both (by eye on 8 photos)."""
SKIN_SAMPLES = (50, 280, 205, 425, 151, 108, 337, 117, 346, 9)
"""Cheeks and forehead."""


def measured_traits(image: Image, landmarks_px: Floats, local_cm: Floats, camera: Floats) -> FaceTraits:
    """Traits of the face with the personal shape ``local_cm`` (478×3), seen by ``camera`` (2×4 affine)."""
    scale = float(np.linalg.norm(camera[:, :3]) / np.sqrt(2))
    gap = lip_gap_cm(local_cm)
    middle = local_cm[[MID_UPPER, MID_LOWER], 1].mean() + LIFT_OF_GAP * max(0.0, gap - SMILING_GAP_CM)
    lift = (float(local_cm[CORNER_LEFT, 1] - middle), float(local_cm[CORNER_RIGHT, 1] - middle))
    width = float(local_cm[CORNER_LEFT, 0] - local_cm[CORNER_RIGHT, 0])
    return FaceTraits(
        mouth_gap_cm=gap,
        mouth_width_cm=width,
        corner_lift_cm=lift,
        smile=smile_amount(width, sum(lift) / 2),
        eye_height_cm=(_eye_height(local_cm, eye_left()), _eye_height(local_cm, EYE_RIGHT)),
        eye_width_cm=(_eye_width(local_cm, eye_left()), _eye_width(local_cm, EYE_RIGHT)),
        lid_brow_cm=_above(local_cm, (BROW_EDGE_LEFT, LID_LEFT), (BROW_EDGE_RIGHT, LID_RIGHT)),
        inner_brow_cm=_above(local_cm, (INNER_BROW_LEFT, INNER_EYE_LEFT), (INNER_BROW_RIGHT, INNER_EYE_RIGHT)),
        glasses_score=frame_contrast(image, camera),
        roughness=skin_roughness(image, landmarks_px, scale),
        lip_height_cm=float(heights(local_cm, (UPPER_LIP[0][5], MID_LOWER), (MID_UPPER, LOWER_LIP[0][5])).sum()),
        brows=brow_pose(local_cm, camera, furrow_contrast(image, local_cm, camera)),
    )


def lip_gap_cm(local_cm: Floats) -> float:
    """Mean height of the opening between the inner lips, in the middle."""
    return float(np.mean(heights(local_cm, UPPER_LIP[-1][3:8], LOWER_LIP[-1][3:8])))


def smile_amount(width_cm: float, lift_cm: float) -> float:
    """0 for a resting mouth, 1 for a full smile, at most 1.3.

    >>> round(smile_amount(REST_WIDTH_CM, REST_LIFT_CM), 3), round(smile_amount(6.4, 0.61), 3)
    (0.0, 1.0)
    """
    wide, high = (width_cm - REST_WIDTH_CM) / FULL_WIDTH_CM, (lift_cm - REST_LIFT_CM) / FULL_LIFT_CM
    return float(np.clip((wide + high) / 2, 0.0, 1.3))


def heights(local_cm: Floats, upper: tuple[int, ...], lower: tuple[int, ...]) -> Floats:
    """Height of each ``upper`` point above its ``lower`` partner."""
    return np.asarray(local_cm[list(upper), 1] - local_cm[list(lower), 1])


def _eye_height(local_cm: Floats, eye: EyeRows) -> float:
    return float(heights(local_cm, eye.upper[3:6], eye.lower[3:6]).mean())


def _eye_width(local_cm: Floats, eye: EyeRows) -> float:
    return float(abs(local_cm[eye.upper[0], 0] - local_cm[eye.upper[-1], 0]))


def _above(local_cm: Floats, left: tuple[int, int], right: tuple[int, int]) -> Pair:
    return (
        float(local_cm[left[0], 1] - local_cm[left[1], 1]),
        float(local_cm[right[0], 1] - local_cm[right[1], 1]),
    )


def skin_roughness(image: Image, landmarks_px: Floats, scale: float) -> float:
    """Contrast of skin detail between .06 and .3 cm: a stand-in for age, .015 to .045."""
    offsets = np.linspace(-0.55, 0.55, 25) * scale
    patch = np.stack(np.meshgrid(offsets, offsets), -1)
    places = landmarks_px[list(SKIN_SAMPLES), None, None, :2] + patch
    fine = luminance_at(image, places, blur_px=max(0.5, 0.06 * scale))
    band = fine - luminance_at(image, places, blur_px=0.3 * scale)
    return float(np.median(band.std((1, 2)) / np.maximum(30.0, fine.mean((1, 2)))))
