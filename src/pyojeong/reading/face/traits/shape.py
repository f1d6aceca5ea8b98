"""Ratios of a face, freed of the expression and the head's turn as far as a population shows how those move them."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from pyojeong.media.face import Face
from pyojeong.reading.face.traits.colours import Floats
from pyojeong.reading.face.traits.frame import HALF_WIDTH_CM, OVAL, FramedFace
from pyojeong.reading.face.traits.parts import MOST_Z, RAYS, Shape
from pyojeong.reading.face.traits.population import population
from pyojeong.rig import Expression

SHAPE_RATIOS = (
    *("face_length", "forehead_width", "cheek_width", "jaw_width", "chin_width", "chin_length"),
    *("middle_length", "nose_width", "nose_length", "mouth_width", "eye_height"),
)
"""Those that make the face's form; the others of `ratios` go to brows, eyes and lips."""
CONFOUNDERS = (
    *("jawOpen", "mouthSmileLeft", "mouthSmileRight", "mouthPucker", "mouthFunnel", "mouthStretchLeft"),
    *("mouthPressLeft", "mouthShrugLower", "mouthRollLower", "mouthUpperUpLeft", "mouthLowerDownLeft"),
    *("browInnerUp", "browDownLeft", "browDownRight", "browOuterUpLeft", "browOuterUpRight"),
    *("eyeBlinkLeft", "eyeBlinkRight", "eyeSquintLeft", "eyeWideLeft", "cheekPuff"),
)
"""Movements that change ratios; taken away by a regression over the population."""
_MOST_DROP_CM = 3.0
"""A jaw drops no further; beyond it the mesh is stretched."""
_FULL_YAW, _FULL_PITCH = 25.0, 25.0
"""Turns at which half of the certainty is gone."""


def ratios(points_cm: Floats) -> dict[str, float]:
    """Raw ratios of 478×3 frontal landmarks; widths in widths of the face at the temples, angles in degrees."""
    wide = _apart(points_cm, 127, 356)
    long = _apart(points_cm, 10, 152)
    eye = (_apart(points_cm, 33, 133) + _apart(points_cm, 263, 362)) / 2
    brow = (_apart(points_cm, 70, 107) + _apart(points_cm, 300, 336)) / 2
    return {
        "face_length": long / wide,
        "forehead_width": _apart(points_cm, 54, 284) / wide,
        "cheek_width": _apart(points_cm, 123, 352) / wide,
        "jaw_width": _apart(points_cm, 172, 397) / wide,
        "chin_width": _apart(points_cm, 149, 378) / wide,
        "chin_length": _apart(points_cm, 2, 152) / long,
        "middle_length": _apart(points_cm, 168, 2) / long,
        "nose_width": _apart(points_cm, 129, 358) / wide,
        "nose_length": _apart(points_cm, 6, 4) / long,
        "mouth_width": _apart(points_cm, 61, 291) / wide,
        "eye_height": (points_cm[10, 1] - points_cm[[33, 263], 1].mean()) / long,
        "eye_size": eye / wide,
        "eye_openness": (_apart(points_cm, 159, 145) + _apart(points_cm, 386, 374)) / 2 / eye,
        "eye_distance": _apart(points_cm, 133, 362) / wide,
        "eye_tilt": (_rise(points_cm, 133, 33) + _rise(points_cm, 362, 263)) / 2,
        "brow_thickness": (_apart(points_cm, 105, 52) + _apart(points_cm, 334, 282)) / 2 / wide,
        "brow_tilt": (_rise(points_cm, 107, 70) + _rise(points_cm, 336, 300)) / 2,
        "brow_arch": (_bend(points_cm, 107, 105, 70) + _bend(points_cm, 336, 334, 300)) / 2 / brow,
        "lip_fullness": (_apart(points_cm, 0, 13) + _apart(points_cm, 14, 17)) / wide,
    }


def confounders(expression: Expression, face: Face) -> Floats:
    """What moves ratios without being form: `CONFOUNDERS`, then yaw², pitch and pitch² in tens of degrees."""
    yaw, pitch = face.pose.yaw / 10, face.pose.pitch / 10
    return np.array([*(expression[name] for name in CONFOUNDERS), yaw**2, pitch, pitch**2])


def resting_ratios(framed: FramedFace, face: Face, expression: Expression) -> dict[str, float]:
    """The ratios as they would be at rest and from the front, in their own units."""
    known = population()
    away = known.slopes @ (confounders(expression, face) - known.usual)
    raw = ratios(framed.frontal_cm)
    return {name: raw[name] - float(away[k]) for k, name in enumerate(known.names)}


def standard_scores(resting: Mapping[str, float]) -> dict[str, float]:
    """The ratios in standard deviations from the population's mean, within ±`MOST_Z`."""
    known = population()
    scores = (np.array([resting[name] for name in known.names]) - known.means) / known.deviations
    return {name: float(np.clip(score, -MOST_Z, MOST_Z)) for name, score in zip(known.names, scores, strict=True)}


def measured_shape(
    framed: FramedFace, face: Face, resting: Mapping[str, float], scores: Mapping[str, float], expression: Expression
) -> Shape:
    """The form of the face."""
    turned = (face.pose.yaw / _FULL_YAW) ** 2 + (face.pose.pitch / _FULL_PITCH) ** 2
    certainty = 1 / (1 + turned) * (1 - 0.3 * min(1.0, expression["jawOpen"] * 2))
    outline = face_outline(framed.frontal_cm, resting["face_length"])
    return Shape({name: scores[name] for name in SHAPE_RATIOS}, outline, certainty)


def face_outline(points_cm: Floats, resting_length: float) -> tuple[float, ...]:
    """`RAYS` radii of the face's oval in half widths of the mean face, its sides made equal, the jaw shut.

    Args:
        points_cm: 478×3 frontal landmarks.
        resting_length: The ratio ``face_length`` with the mouth shut.
    """
    points = points_cm[list(OVAL), :2].copy()
    drop = (ratios(points_cm)["face_length"] - resting_length) * _apart(points_cm, 127, 356)
    points[:, 1] += np.clip(drop, 0, _MOST_DROP_CM) * np.clip((-points[:, 1] - 2.0) / 6.0, 0, 1)
    angles = np.arctan2(points[:, 0], points[:, 1]) % (2 * math.pi)
    order = np.argsort(angles)
    lengths = np.linalg.norm(points, axis=1)[order]
    rays = np.arange(RAYS) * 2 * math.pi / RAYS
    radii = np.interp(rays, angles[order], lengths, period=2 * math.pi)
    mirrored = radii[(-np.arange(RAYS)) % RAYS]
    return tuple(float(r) for r in (radii + mirrored) / 2 / HALF_WIDTH_CM)


def _apart(points: Floats, one: int, other: int) -> float:
    return float(np.linalg.norm(points[one] - points[other]))


def _rise(points: Floats, inner: int, outer: int) -> float:
    """Degrees by which the outer end lies higher than the inner one."""
    across, up = abs(points[outer, 0] - points[inner, 0]), points[outer, 1] - points[inner, 1]
    return math.degrees(math.atan2(up, max(across, 1e-6)))


def _bend(points: Floats, inner: int, middle: int, outer: int) -> float:
    """Height of the middle above the line between the ends."""
    share = (points[middle, 0] - points[inner, 0]) / (points[outer, 0] - points[inner, 0] + 1e-9)
    return float(points[middle, 1] - (points[inner, 1] + share * (points[outer, 1] - points[inner, 1])))
