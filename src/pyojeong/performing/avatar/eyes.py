"""Eyeballs in their place behind this person's lids, and where they look in the photo."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Face
from pyojeong.performing.avatar.camera import Camera
from pyojeong.performing.avatar.eyelids import SIDES, eyeball_of, fitted_eyeball, lashes_of
from pyojeong.performing.avatar.lips import lip_edges
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.rig.names import ARKIT_NAMES

Doubles = npt.NDArray[np.float64]

IRIS = {"Left": 473, "Right": 468}
_EYE = {"Left": Part.EYE_LEFT, "Right": Part.EYE_RIGHT}
_INSIDE = (Part.TEETH_UPPER, Part.TEETH_LOWER, Part.GUMS_UPPER, Part.GUMS_LOWER, Part.TONGUE)


def with_eyes(template: Template, points: Doubles) -> Doubles:
    """V×3: a head (V×3) whose skin alone was corrected, with eyes, lashes and the mouth's inside brought after it."""
    found = points.copy()
    for side in SIDES:
        own = eyeball_of(template, points, side)
        eye = template.points_of(_EYE[side])
        found[eye] += fitted_eyeball(template, points, side).centre - own.centre
        lashes, roots = lashes_of(template, side)
        found[lashes] = points[roots] + (template.neutral[lashes] - template.neutral[roots])
    return _with_teeth(template, found)


def _with_teeth(template: Template, points: Doubles) -> Doubles:
    """The inside of the mouth as wide and as high as these lips, from how they differ from where the shape had them."""
    inside = template.points_of(*_INSIDE)
    edges = np.concatenate(lip_edges(template))
    lips, usual = points[edges], template.neutral[edges]
    width = np.ptp(lips[:, 0]) / np.ptp(usual[:, 0])
    upper, middle = points[lip_edges(template)[0]], len(lip_edges(template)[0]) // 2
    place = template.neutral[inside].astype(np.float64)
    anchor = template.neutral[lip_edges(template)[0]][middle]
    place = (place - anchor) * np.array([np.clip(width, 0.85, 1.1), 1.0, 1.0]) + upper[middle]
    points[inside] = place
    return points


def gaze_of(template: Template, points: Doubles, camera: Camera, face: Face) -> Doubles:
    """52 coefficients: how far the eyes of a head look up, down, in and out, so that the pupils lie on the irises."""
    done = np.zeros(len(ARKIT_NAMES))
    for side in SIDES:
        eye = eyeball_of(template, points, side)
        pole = template.marks[f"eye_pole_{side.lower()}"][0]
        ahead = _towards(camera, eye.centre, float(np.linalg.norm(points[pole] - eye.centre)), face, side)
        up, left = np.degrees(np.arcsin(ahead[1])), np.degrees(np.arctan2(ahead[0], ahead[2]))
        out = left if side == "Left" else -left
        for way, degrees in (("Up", up), ("Down", -up), ("Out", out), ("In", -out)):
            name = ARKIT_NAMES.index(f"eyeLook{way}{side}")
            done[name] = np.clip(degrees / _full(template, name, side), 0, 1)
    return done


def _full(template: Template, movement: int, side: str) -> float:
    """Degrees by which a movement turns the eye at 1."""
    eye = eyeball_of(template, template.neutral, side)
    pole = template.marks[f"eye_pole_{side.lower()}"][0]
    arm = template.neutral[pole] - eye.centre
    turned = arm + template.movements[movement, pole]
    cosine = arm @ turned / (np.linalg.norm(arm) * np.linalg.norm(turned))
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def _towards(camera: Camera, centre: Doubles, radius: float, face: Face, side: str) -> Doubles:
    """Unit direction in the head's frame from the eye's middle to the iris on it."""
    seen = camera.turned(centre)
    scale = camera.pixels_per_cm * camera.nearness(seen + np.array([0, 0, radius]))
    offset = (face.landmarks[IRIS[side], :2] - np.array(camera.shift_px)) / scale * np.array([1, -1]) - seen[:2]
    length = float(np.linalg.norm(offset))
    offset *= min(1.0, 0.6 * radius / max(length, 1e-9))
    ahead = np.array([*offset, np.sqrt(radius**2 - offset @ offset)]) / radius
    return np.asarray(ahead @ camera.rotation)
