"""The upper lid of one eye after a movement, measured on the plane of the eye."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from pyojeong.performing.portrait.drawing.patch import Patch, Rim, patch_holding, rim_of, smooth_step
from pyojeong.performing.portrait.eyes.eyeball import Eyeball, shut_share
from pyojeong.performing.portrait.mesh.outlines import brow_underside, lid_edges, lid_ring
from pyojeong.performing.portrait.stage import Map
from pyojeong.performing.portrait.take import Take


@dataclass(frozen=True, slots=True, eq=False)
class LidView:
    """The upper lid of one eye after and before the movement, on the plane of the eye.

    Attributes:
        patch: Grid of roi pixels around it.
        lid: Its edge now.
        top: Upper end of its skin now: the ring below the brow.
        brow: Underside of the brow now.
        brow_before: Underside of the brow in the photo.
        eye: The photographed eye, with the lid's edge in the photo.
        shut: 0 as open as in the photo, 1 closed.
    """

    patch: Patch
    lid: Rim
    top: Rim
    brow: Rim
    brow_before: Rim
    eye: Eyeball
    shut: float

    def above_lid(self) -> Map:
        """Centimetres above the lid's edge."""
        x, y = self.patch.grid_cm
        return y - self.lid.height(x)

    def beside(self) -> Map:
        """1 over the lid, fading to 0 past its corners."""
        x, _ = self.patch.grid_cm
        left, right = self.lid.ends
        return smooth_step(left - 0.1, left + 0.35, x) * (1 - smooth_step(right - 0.35, right + 0.1, x))

    def coarser(self, px_per_cm: float) -> LidView:
        """The same lid on a grid of at most ``px_per_cm``."""
        patch = self.patch
        step = max(1.0, patch.step * patch.px_per_cm / px_per_cm)
        return replace(self, patch=Patch(patch.box_xyxy, step, patch.to_px, patch.to_cm))


def lid_view(take: Take, eye: Eyeball) -> LidView:
    """The upper lid of one eye now and in the photo."""
    upper, lower = lid_edges(take.deformed.vertices_px, eye.side)
    ring = lid_ring(take.deformed.coarse_px, eye.side, 1)
    brow = brow_underside(take.deformed.coarse_px, eye.side)
    points = np.vstack([upper, lower, ring, brow])
    patch = patch_holding(take.deformed.skull, points, eye.origin_cm, 0.2, take.bounds)
    lid, top, under = (rim_of(patch.cm(edge)) for edge in (upper, ring, brow))
    shut = shut_share(eye, lid, rim_of(patch.cm(lower)))
    brow_before = rim_of(eye.patch.cm(brow_underside(take.mesh.coarse_px, eye.side)))
    return LidView(patch, lid, top, under, brow_before, eye, shut)
