"""Puts the cut between closed lips where the photo shows it."""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import luminance_at
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.stage import Floats

SEAM_REACH_CM = 0.22
SEAM_STEPS = 23
SEAM_FOLLOW = ((2, 0.55), (1, 0.20))
"""Lip rows behind the inner contour and their share of its shift (by eye)."""


def with_lips_on_seam(points: Floats, image: Image, camera: Floats) -> Floats:
    """468×2 ``points`` with both inner lip contours on the darkest line between closed lips.

    The cut then runs along the photographed seam, and its shadow stays on both lips when they part.
    """
    scale = float(np.linalg.norm(camera[:, 1]))
    down = -camera[:, 1] / scale
    upper, lower = np.array(UPPER_LIP[-1]), np.array(LOWER_LIP[-1])
    seam = (points[upper] + points[lower]) / 2
    shift = _darkest_offset(image, seam, down, scale)
    moved = points.copy()
    moved[upper] = moved[lower] = seam + shift[:, None] * down
    for row, share in SEAM_FOLLOW:
        for lip in (UPPER_LIP, LOWER_LIP):
            inner = list(lip[row][1:-1])
            moved[inner] += share * shift[1:-1, None] * down
    return moved


def _darkest_offset(image: Image, seam: Floats, down: Floats, scale: float) -> Floats:
    """Signed pixels along ``down`` from each seam point to the darkest place near it, smoothed along the lips."""
    steps = np.linspace(-SEAM_REACH_CM, SEAM_REACH_CM, SEAM_STEPS)
    places = seam[:, None] + steps[None, :, None] * scale * down
    dark = luminance_at(image, places, blur_px=0.03 * scale) + 8.0 * (steps / SEAM_REACH_CM) ** 2
    offsets = steps[dark.argmin(1)] * scale
    padded = np.pad(offsets, 2, mode="edge")
    steady = np.median(np.stack([padded[k : k + len(offsets)] for k in range(5)]), axis=0)
    smooth = np.convolve(np.pad(steady, 2, mode="edge"), [0.1, 0.2, 0.4, 0.2, 0.1], "valid")
    smooth[[0, -1]] *= 0.3
    return smooth
