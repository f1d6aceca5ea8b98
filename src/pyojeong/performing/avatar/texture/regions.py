"""Where on the template there is scalp, ear, lid, lip and shirt; measured on its neutral head in cm."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float32]
Reals = npt.NDArray[np.floating[Any]]

_HAIRLINE_Z = (-9.0, -5.0, -1.5, 0.0, 2.0, 4.2, 6.0, 8.0, 10.0)
_HAIRLINE_Y = (-3.0, -2.5, 3.0, 4.2, 3.6, 5.4, 8.6, 10.2, 10.8)
"""A usual hairline in side view, from the nape over the ear and temple to the forehead; drawn on the head by eye."""
_HAIRLINE_CM = 1.2
_EAR_BOX, _EAR_EDGE_CM = ((6.6, 99.0), (-3.6, 6.0), (-3.2, 3.6)), 0.42
"""|x|, y and z around the outer ear, and how short the mesh's edges are on it and on nothing else there."""
_LID = 0.12
"""A point that a blink moves by this share of the furthest is lid."""
_LIPS_CM = 1.0
_COLLAR_Y = -12.4


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """V shares in [0, 1] each.

    Attributes:
        scalp: Where hair usually grows; half at the hairline.
        ears: 1 on the outer ears.
        lids: How far a blink moves a point, of the furthest.
        lips: 1 on and right around the lips.
        lips_cm: How far a point is from the lips' edges, in cm.
        shirt: 1 below the collar.
    """

    scalp: Floats
    ears: Floats
    lids: Floats
    lips: Floats
    lips_cm: Floats
    shirt: Floats


@cache
def regions() -> Regions:
    """Of the shipped template."""
    template = Template.shipped()
    _, y, z = template.neutral.T
    skin = template.parts == int(Part.SKIN)
    above = (y - hairline_height(z)) / _HAIRLINE_CM
    ears = _ears(template)
    scalp = np.where(skin & ~ears, np.clip(above, -1, 1) * 0.5 + 0.5, 0)
    apart = _from_lips(template)
    return Regions(
        scalp.astype(np.float32),
        ears.astype(np.float32),
        _lids(template, skin),
        1 - smooth(apart, _LIPS_CM, 1.6 * _LIPS_CM),
        apart,
        _shirt(template),
    )


def hairline_height(z: Reals) -> Reals:
    """Height of a usual hairline at depths ``z``, in cm of the template's head."""
    return np.asarray(np.interp(z, _HAIRLINE_Z, _HAIRLINE_Y))


def smooth(values: Reals, low: float, high: float) -> Floats:
    """0 at ``low`` and below, 1 at ``high`` and above, smooth between.

    >>> smooth(np.array([0.0, 0.5, 2.0]), 0.0, 1.0).tolist()
    [0.0, 0.5, 1.0]
    """
    t = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def _ears(template: Template) -> npt.NDArray[np.bool_]:
    triangles = template.triangles_of(Part.SKIN)
    corners = template.neutral[triangles]
    edges = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).mean(1)
    middles = corners.mean(1)
    inside = np.logical_and.reduce(
        [
            (low <= side) & (side <= high)
            for side, (low, high) in zip((abs(middles[:, 0]), *middles[:, 1:].T), _EAR_BOX, strict=True)
        ]
    )
    found = np.zeros(len(template.neutral), bool)
    found[triangles[inside & (edges < _EAR_EDGE_CM)]] = True
    return np.asarray(found[template.weld])


def _lids(template: Template, skin: npt.NDArray[np.bool_]) -> Floats:
    far = np.zeros(len(template.neutral), np.float32)
    for side in ("Left", "Right"):
        moved = np.linalg.norm(template.movements[ARKIT_NAMES.index(f"eyeBlink{side}")], axis=1) * skin
        far = np.maximum(far, moved / moved.max())
    return far


def _from_lips(template: Template) -> Floats:
    edges = np.concatenate([template.marks["lip_upper"], template.marks["lip_lower"]])
    apart = np.linalg.norm(template.neutral[:, None] - template.neutral[edges][None, ::2], axis=2)
    return np.asarray(apart.min(1), np.float32)


def _shirt(template: Template) -> Floats:
    """1 below the neck of a shirt."""
    _, y, z = template.neutral.T
    return smooth(collar_height(z) - y, -0.12, 0.12)


def collar_height(z: Reals) -> Reals:
    """Height of a shirt's neck at depths ``z``, in cm of the template's head: higher behind than in front."""
    return np.asarray(_COLLAR_Y + np.clip((4.0 - z) * 0.3, -1.2, 3.0))
