"""One frame to draw: a photo, the face in it, and what that face does."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.palette import Palette
from pyojeong.performing.portrait.stage import Box, Deformed, Movement, SourceMesh


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """What every layer is given.

    Attributes:
        rgb: The photo, uint8 H×W×3.
        mesh: The face in it.
        palette: Its colours.
        deformed: The face after the movement.
        movement: Which one.
    """

    rgb: Pixels
    mesh: SourceMesh
    palette: Palette
    deformed: Deformed
    movement: Movement

    @property
    def bounds(self) -> Box:
        """The roi in its own pixels."""
        left, top, right, bottom = self.deformed.roi_xyxy
        return 0, 0, right - left, bottom - top

    @property
    def scale(self) -> float:
        """Pixels a canonical centimetre."""
        return self.mesh.scale
