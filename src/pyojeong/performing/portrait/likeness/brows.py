"""What the brows of a photographed face express, told from where brows usually are."""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import luminance_at
from pyojeong.performing.portrait.mesh.regions import smooth_step
from pyojeong.performing.portrait.mesh.topology import BROW_RIGHT, EYE_RIGHT, eye_left, mirrored_row
from pyojeong.performing.portrait.stage import BrowPose, Floats, Pair, project

USUAL_INNER_CM, USUAL_OUTER_CM, USUAL_SLOPE_CM, USUAL_INWARD_CM = 2.13, 1.61, 0.345, 1.38
"""Middle of the brow's inner and outer end above the same corner of the eye, the first end above the second, and the
inner end from the middle of the face (measured: medians of 285 neutral faces; deviations .25, .19, .15 and .08)."""
OWN_WORRY_CM, OWN_KNIT_CM, OWN_RAISE_CM = 0.04, 0.12, 0.20
"""As much is this person's own, not an expression."""
GAP_TELLS, SLOPE_TELLS, WORRY_TELLS = 3.0, 2.0, 1.5
"""How much lowering narrower and flatter brows speak for, and how much raising steeper ones: low brows alone are not
knit, high ones not worried (authored, on 12 scowls and 12 worried faces)."""
MOST_CM = 0.6
FRONTAL, ASIDE = 0.30, 0.55
"""Sine of the angle between face and camera up to which heights are trusted, and from which on not: a lifted chin looks
like a scowl."""
INNER_ENDS = (55, 107, 285, 336)
FURROW_HALF_WIDTH_CM, FURROW_HEIGHTS_CM = 1.1, (-0.75, 0.45)
"""Patch between the brows, around the height of their inner ends."""
FURROW_COLUMNS, FURROW_ROWS = 45, 25
FURROW_BLUR_CM, FINE_COLUMNS, COARSE_COLUMNS = 0.04, 1.5, 9.0
SMOOTH, FURROWED = 0.09, 0.21
"""`furrow_contrast` of skin without and with plain frown lines (325 portraits: median .037; 16 of the 18 above .16 knit
their brows, where the landmarks put most of them at rest)."""
FURROWED_KNIT_CM, WORRIED_CM = 0.45, 0.2
"""What frown lines alone count as, and worry from which the lines belong to sorrow."""


def brow_pose(local_cm: Floats, camera: Floats, furrows: float = 0.0) -> BrowPose:
    """Worry, knitting and raising of both brows on the personal shape ``local_cm`` seen by ``camera``.

    ``furrows`` is the `furrow_contrast`: the mesh of a scowl has brows that are higher than the photo's.
    """
    turned = np.linalg.norm(camera[:, 2]) / np.linalg.norm(camera[:, :3], axis=1).mean()
    trust = float(1 - smooth_step(FRONTAL, ASIDE, np.asarray(turned)))
    lines = FURROWED_KNIT_CM * float(smooth_step(SMOOTH, FURROWED, np.asarray(furrows)))
    left, right = (_with_furrows(_side(local_cm, side), lines) for side in (0, 1))
    pairs: list[Pair] = [(trust * a, trust * b) for a, b in zip(left, right, strict=True)]
    return BrowPose(*pairs)


def _side(local_cm: Floats, side: int) -> tuple[float, float, float]:
    """(worry, knit, raise) in cm of the left (0) or right (1) brow."""
    upper, lower = BROW_RIGHT if side else (mirrored_row(BROW_RIGHT[0]), mirrored_row(BROW_RIGHT[1]))
    eye = EYE_RIGHT if side else eye_left()
    line = (local_cm[list(upper)] + local_cm[list(lower)]) / 2
    outer_y, inner_y, inner_x = line[:2, 1].mean(), line[3:, 1].mean(), abs(line[4, 0])
    inner = inner_y - local_cm[eye.upper[-1], 1] - USUAL_INNER_CM
    outer = outer_y - local_cm[eye.upper[0], 1] - USUAL_OUTER_CM
    steeper = inner_y - outer_y - USUAL_SLOPE_CM
    scowl = GAP_TELLS * (USUAL_INWARD_CM - inner_x) - SLOPE_TELLS * steeper
    signs = (
        min(inner, WORRY_TELLS * steeper) - OWN_WORRY_CM,
        min(-inner, scowl) - OWN_KNIT_CM,
        min(inner, outer) - OWN_RAISE_CM,
    )
    worry, knit, raised = (float(np.clip(sign, 0, MOST_CM)) for sign in signs)
    return worry, knit, raised


def _with_furrows(signs: tuple[float, float, float], lines_cm: float) -> tuple[float, float, float]:
    worry, knit, raised = signs
    return worry, max(knit, lines_cm * max(0.0, 1 - worry / WORRIED_CM)), raised


def furrow_contrast(image: Image, local_cm: Floats, camera: Floats) -> float:
    """Contrast of upright lines between the brows, as a share of the brightness; about .01 to .4."""
    import cv2

    middle = local_cm[list(INNER_ENDS)].mean(0)
    x = np.linspace(-FURROW_HALF_WIDTH_CM, FURROW_HALF_WIDTH_CM, FURROW_COLUMNS)
    y = middle[1] + np.linspace(*FURROW_HEIGHTS_CM, FURROW_ROWS)
    across, up = np.meshgrid(x, y)
    places = project(camera, np.stack([across, up, np.full_like(up, middle[2])], -1).reshape(-1, 3))
    blur = max(0.4, FURROW_BLUR_CM * float(np.linalg.norm(camera[:, 1])))
    patch = luminance_at(image, places, blur_px=blur).reshape(FURROW_ROWS, FURROW_COLUMNS)
    line = (patch.mean(0) / max(30.0, float(patch.mean())))[None]
    fine, coarse = (
        cv2.GaussianBlur(line, (0, 0), columns, borderType=cv2.BORDER_REFLECT)
        for columns in (FINE_COLUMNS, COARSE_COLUMNS)
    )
    return float((fine - coarse)[0, 6:-6].std())
