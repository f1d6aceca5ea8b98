"""Moves the lower lid edges of the mesh up to where the photo shows the iris end.

The face mesh puts the edge at the lashes, .06 cm (median of 76 eyes) below the wet rim at which the eyeball ends. Drawn
up to there, an eye that was to narrow by a little showed more iris than before.
"""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import luminance_at
from pyojeong.performing.portrait.mesh.topology import EYE_RIGHT, IRIS_LEFT, IRIS_RIGHT, EyeRows, eye_left
from pyojeong.performing.portrait.stage import Floats

REACH_CM, STEPS = 0.25, 51
HIGHEST_CM, HIGHEST_SHARE = 0.16, 0.22
"""At most so far, and at most this share of the opening, does the edge rise."""
IRIS_SHARE = 0.7
"""Part of the iris that is looked at: farther out its own rim bends up."""
COLUMNS = 81
BLUR_CM = 0.02
PLAIN_EDGE = 1.2
"""Steepest rise of the brightness a cm, as a share of the brightness, from which it is an edge."""
SHUT_CM = 0.3
"""Eyes that are open less show no iris to look at."""


def with_lids_on_rims(points: Floats, image: Image, up_px: Floats) -> Floats:
    """478×3 ``points`` with both lower lid edges where the iris ends in the photo.

    Args:
        points: Picture pixels.
        image: The photo.
        up_px: 2 pixels one centimetre up the face spans.
    """
    moved = points.copy()
    for eye, iris in ((EYE_RIGHT, IRIS_RIGHT), (eye_left(), IRIS_LEFT)):
        rise = _rise_cm(points[:, :2], eye, iris, image, up_px)
        bow = np.clip(np.sin(np.pi * np.linspace(0, 1, len(eye.lower))), 0, 1) ** 0.6
        moved[list(eye.lower), :2] += rise * bow[:, None] * up_px
    return moved


def _rise_cm(points: Floats, eye: EyeRows, iris: tuple[int, ...], image: Image, up_px: Floats) -> float:
    """How far the end of the iris lies above the lower lid edge of the mesh; 0 where no edge is plain."""
    scale = float(np.linalg.norm(up_px))
    gap = float(((points[list(eye.upper[3:6])] - points[list(eye.lower[3:6])]) @ up_px).mean() / scale**2)
    if gap < SHUT_CM:
        return 0.0
    steps = np.linspace(-REACH_CM, REACH_CM, STEPS)
    places = _under_iris(points, eye, iris)[:, None] + steps[None, :, None] * up_px
    light = luminance_at(image, places, blur_px=max(0.5, BLUR_CM * scale)).mean(0)
    rise = -np.gradient(light, steps) / np.maximum(30.0, light)
    near = np.where((steps >= 0) & (steps <= min(HIGHEST_CM, HIGHEST_SHARE * gap)), rise, 0.0)
    return float(steps[near.argmax()]) if near.max() > PLAIN_EDGE else 0.0


def _under_iris(points: Floats, eye: EyeRows, iris: tuple[int, ...]) -> Floats:
    """N×2 places along the lower lid edge below the middle of the iris; the three nearest where it looks far aside."""
    row, centre = points[list(eye.lower)], points[iris[0]]
    along = (row[-1] - row[0]) / np.linalg.norm(row[-1] - row[0])
    radius = float(np.linalg.norm(points[list(iris[1:])] - centre, axis=1).mean())
    at = np.linspace(0, len(row) - 1, COLUMNS)
    edge = np.stack([np.interp(at, np.arange(len(row)), row[:, k]) for k in range(2)], 1)
    aside = np.abs((edge - centre) @ along)
    return np.asarray(edge[aside <= max(IRIS_SHARE * radius, float(np.partition(aside, 2)[2]))])
