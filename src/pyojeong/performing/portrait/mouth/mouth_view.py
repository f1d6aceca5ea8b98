"""An open mouth as the layers see it: which pixels, how far below the upper lip, how far above the lower one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.patch import Patch, Rim, gap_between, patch_around, rim_of
from pyojeong.performing.portrait.mesh.outlines import lip_edges
from pyojeong.performing.portrait.stage import Floats, Map, Pair
from pyojeong.performing.portrait.take import Take

UPPER_LIP, LOWER_LIP = 13, 14
"""Face mesh points in the middle of the inner lips."""
CORNERS = (61, 291)
DRAWN_PX_PER_CM = 48.0
"""Teeth drawn finer than this gain nothing: their strip has 64 px a centimetre and they are always a little soft."""
SMALLEST_AREA_CM2 = 0.02


@dataclass(frozen=True, eq=False)
class MouthView:
    """The opening between the lips after the movement, on the plane of the inner lips.

    Attributes:
        patch: Grid around the lips, roi pixels, fixed to the skull.
        plane_z_cm: Depth of that plane.
        upper: Lower edge of the upper lip.
        lower: Upper edge of the lower lip.
        outline_px: N×2 roi pixels around the opening.
        opening_cm: Largest height of the opening.
    """

    patch: Patch
    plane_z_cm: float
    upper: Rim
    lower: Rim
    outline_px: Floats
    opening_cm: float

    @cached_property
    def below_upper(self) -> Map:
        """Centimetres below the upper lip, of every grid point."""
        x, y = self.patch.grid_cm
        return self.upper.height(x) - y

    @cached_property
    def above_lower(self) -> Map:
        """Centimetres above the lower lip, of every grid point."""
        x, y = self.patch.grid_cm
        return y - self.lower.height(x)

    @cached_property
    def sideways(self) -> Map:
        """0 in the middle of the opening, 1 at its corners."""
        left, right = self.upper.ends
        x, _ = self.patch.grid_cm
        return np.asarray(np.abs(x - (left + right) / 2) / max(0.1, (right - left) / 2), np.float32)

    def coarser(self, px_per_cm: float) -> MouthView:
        """The same opening on a grid of at most ``px_per_cm``."""
        p = self.patch
        step = max(1.0, p.step * p.px_per_cm / px_per_cm)
        grid = Patch(p.box_xyxy, step, p.to_px, p.to_cm)
        return MouthView(grid, self.plane_z_cm, self.upper, self.lower, self.outline_px, self.opening_cm)


def mouth_view(take: Take) -> MouthView | None:
    """The opening after the movement, or None where the lips are sealed."""
    mesh, deformed = take.mesh, take.deformed
    upper, lower = lip_edges(deformed.vertices_px)
    outline = np.vstack([upper, lower[-2:0:-1]])
    if abs(cv2.contourArea(outline.astype(np.float32))) < SMALLEST_AREA_CM2 * mesh.scale**2:
        return None
    local = mesh.local_cm
    z = float(local[[UPPER_LIP, LOWER_LIP], 2].mean())
    middle = np.array([*local[list(CORNERS), :2].mean(0), z])
    probe = patch_around(deformed.skull, middle, ((-1, 1), (-1, 1)), take.bounds)
    upper_cm, lower_cm = probe.cm(upper), probe.cm(lower)
    patch = patch_around(deformed.skull, middle, _reach(upper_cm, lower_cm, middle), take.bounds)
    top, bottom = rim_of(upper_cm), rim_of(lower_cm)
    return MouthView(patch, z, top, bottom, outline, gap_between(top, bottom))


def _reach(upper_cm: Floats, lower_cm: Floats, middle: Floats, margin: float = 0.3) -> tuple[Pair, Pair]:
    both = np.vstack([upper_cm, lower_cm]) - middle[:2]
    low, high = both.min(0) - margin, both.max(0) + margin
    return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))
