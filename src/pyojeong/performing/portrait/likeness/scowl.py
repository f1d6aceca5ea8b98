"""Brings the brows of a scowler's mesh down onto the photographed hair.

The face mesh of a scowl is a milder face's: the inner ends of its brows lie up to 1 cm above the hair, on the bulges
of the forehead. The hair then stretched where it should have moved, and one scowl was read as raised brows.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import luminance_at
from pyojeong.performing.portrait.likeness.brows import furrow_contrast
from pyojeong.performing.portrait.likeness.glasses import frame_contrast
from pyojeong.performing.portrait.likeness.traits import skin_roughness
from pyojeong.performing.portrait.mesh.canonical import POINTS
from pyojeong.performing.portrait.mesh.regions import folded, lid_to_brow, smooth_step
from pyojeong.performing.portrait.mesh.topology import BROW_RIGHT, mirrored_row
from pyojeong.performing.portrait.stage import GLASSES_SCORE, Floats, project

LINED, WEATHERED = 0.075, 0.075
"""`brows.furrow_contrast` from which brows are looked for, and `traits.skin_roughness` up to which they are. Measured
on 304 faces: of 59 with lines, 16 came out lower. Of those the 7 that scowl measure at most .072; 5 old faces whose
white brows lost to the shadow of their lids, and a hat, .079 and more; 3 wore glasses, whose rims were taken for brows.
"""
OUTER_X_CM, INNER_X_CM = 5.4, 1.3
"""Where the brow begins and ends on the mean face."""
COLUMNS, STEP_CM, REACH_CM = 25, 0.0125, (-1.4, 0.8)
"""Places along the brow, and heights around the middle of the mesh's, at which the photo is read."""
SKIN_CM, HAIR_CM = (0.08, 0.28), (-0.28, -0.04)
"""Above and below the upper edge of the brow."""
OUTER_CM, INNER_CM = np.linspace(-0.10, 0.15, 6), np.linspace(-1.0, 0.15, 24)
"""Shifts of both ends that are tried. Both brows share them: alone, each followed its own shadow."""
USUAL_CM = (0.10, -0.10)
"""What they come to on 30 faces on which the mesh is right."""
DEAREST = 0.10
"""Contrast a centimetre of shift must be worth."""
GAIN = (0.02, 0.04)
"""More contrast there than at the mesh that means nothing, and that is certain (3 scowls .044 to .16; nearly all others
below .026)."""
FADES_CM = (5.4, 7.7)
BLUR_CM = 0.06


def brows_doubtful(local_cm: Floats, landmarks_px: Floats, image: Image, camera: Floats) -> bool:
    """Whether the mesh's brows may lie beside the hair, and the hair can be told from rims, folds and shadows."""
    return (
        furrow_contrast(image, local_cm, camera) > LINED
        and frame_contrast(image, camera) <= GLASSES_SCORE
        and skin_roughness(image, landmarks_px, float(np.linalg.norm(camera[:, :3]) / np.sqrt(2))) <= WEATHERED
    )


def with_brows_on_hair(local_cm: Floats, image: Image, camera: Floats) -> Floats:
    """478×3 personal shape of a scowling face with its brows, and the skin around them, where the photo has them."""
    left, right = (_edges(local_cm, image, camera, side) for side in (0, 1))
    shifts = [(outer, inner) for outer in OUTER_CM for inner in INNER_CM]
    contrast = np.array([left(*shift) + right(*shift) for shift in shifts]) / 2
    there = contrast - DEAREST * np.abs(shifts).mean(1)
    near = contrast[np.abs(np.array(shifts)).max(1) <= max(USUAL_CM) + 1e-6].max()
    best = int(there.argmax())
    share = float(smooth_step(*GAIN, np.asarray(contrast[best] - near)))
    outer, inner = (share * (shift - usual) for shift, usual in zip(shifts[best], USUAL_CM, strict=True))
    moved = local_cm.copy()
    moved[:POINTS, 1] += _spread(outer, min(0.0, inner))
    return moved


def _spread(outer: float, inner: float) -> Floats:
    """468 upward cm: the brows' shift, fading towards the lids and the hairline."""
    x, y = folded()
    inwards = np.clip((OUTER_X_CM - x) / (OUTER_X_CM - INNER_X_CM), 0, 1)
    return np.asarray((outer + (inner - outer) * inwards) * lid_to_brow() * (1 - smooth_step(*FADES_CM, y)))


def _edges(local_cm: Floats, image: Image, camera: Floats, side: int) -> Callable[[float, float], float]:
    """Contrast along the upper edge of the left (0) or the right (1) brow as a function of its ends' shifts in cm."""
    rows = BROW_RIGHT if side else (mirrored_row(BROW_RIGHT[0]), mirrored_row(BROW_RIGHT[1]))
    at = np.linspace(0, len(rows[0]) - 1, COLUMNS)
    upper, lower = (
        np.stack([np.interp(at, np.arange(len(row)), local_cm[list(row), k]) for k in range(3)], 1) for row in rows
    )
    edge = _edge_contrast(image, camera, (upper + lower) / 2)
    half, inwards = (upper - lower)[:, 1] / 2, at / at[-1]

    def along(outer: float, inner: float) -> float:
        height = half + outer + (inner - outer) * inwards
        row = np.rint((height - REACH_CM[0]) / STEP_CM).astype(int).clip(0, edge.shape[1] - 1)
        return float(edge[np.arange(COLUMNS), row].mean())

    return along


def _edge_contrast(image: Image, camera: Floats, middle: Floats) -> Floats:
    """Columns×heights: how much darker it is below than above, as a share of the brightness, in [-.3, .5]."""
    steps = np.arange(REACH_CM[0], REACH_CM[1], STEP_CM)
    places = middle[:, None] + steps[None, :, None] * np.array([0.0, 1.0, 0.0])
    pixels = project(camera, places.reshape(-1, 3)).reshape(*places.shape[:2], 2)
    light = luminance_at(image, pixels, blur_px=max(0.5, BLUR_CM * float(np.linalg.norm(camera[:, 1]))))
    skin, hair = (_mean_beside(light, *(round(end / STEP_CM) for end in ends)) for ends in (SKIN_CM, HAIR_CM))
    return np.asarray(np.clip((skin - hair) / np.maximum(30.0, skin), -0.3, 0.5))


def _mean_beside(light: Floats, first: int, last: int) -> Floats:
    """Mean of ``light`` over the steps from ``first`` to ``last`` beside each."""
    rows = np.arange(light.shape[1])[:, None] + np.arange(first, last + 1)
    return np.asarray(light[:, rows.clip(0, light.shape[1] - 1)].mean(2))
