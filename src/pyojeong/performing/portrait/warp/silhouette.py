"""One displacement for each place in the picture, also where the cheek turns out of sight.

Near the outline of a turned face some triangles lie behind others. If the ones in front moved on and the hidden ones
not, these would come out beside them, with a jagged seam between cheek and background.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS, canonical_mesh
from pyojeong.performing.portrait.mesh.raster import signed_area
from pyojeong.performing.portrait.mesh.topology import OVAL
from pyojeong.performing.portrait.stage import Floats, Ids, Mask, SourceMesh

NEAR_STEPS = 2
"""Triangles from the outline within which the cheek turns away; the wings of the nose hide some too, further in."""
REACH_CM = 0.55
"""Deviation of the weights: hidden points lie at most about as far beside those that hide them."""


def in_agreement(mesh: SourceMesh, displacement_px: Floats) -> Floats:
    """468×2 ``displacement_px`` of the face points; around hidden triangles, means over what is near in the picture."""
    around = hidden_points(mesh)
    if not len(around):
        return displacement_px
    near = np.flatnonzero(near_outline())
    places = mesh.coarse_px[:POINTS]
    apart = places[around, None] - places[None, near]
    weights = np.exp(-(apart**2).sum(-1) / (2 * (REACH_CM * mesh.scale) ** 2))
    agreed = displacement_px.copy()
    agreed[around] = weights @ displacement_px[near] / weights.sum(1, keepdims=True)
    return agreed


def hidden_points(mesh: SourceMesh) -> Ids:
    """Numbers of the points of triangles near the outline that face away in the photo, and of their neighbours."""
    triangles = canonical_mesh().triangles
    areas = signed_area(mesh.coarse_px[triangles])
    hidden = (areas * np.sign(np.median(areas)) <= 0) & near_outline()[triangles].all(1)
    touched = np.zeros(POINTS, bool)
    touched[triangles[hidden]] = True
    return np.flatnonzero(_spread(touched) & near_outline()).astype(np.int32) if hidden.any() else np.empty(0, np.int32)


@cache
def near_outline() -> Mask:
    """Bool 468: points within `NEAR_STEPS` triangles of the outline."""
    touched = np.zeros(POINTS, bool)
    touched[list(OVAL)] = True
    for _ in range(NEAR_STEPS):
        touched = _spread(touched)
    return touched


def _spread(touched: Mask) -> Mask:
    """``touched`` points and all that share a triangle with one."""
    triangles = canonical_mesh().triangles
    wider = touched.copy()
    wider[triangles[touched[triangles].any(1)]] = True
    return wider
