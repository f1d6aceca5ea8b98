"""Shows an expression on a photographed face at the photo's own size."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.face import Face
from pyojeong.media.image import Image, Pixels
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.scene import FaceScene, face_scene
from pyojeong.performing.portrait.small_faces import brought_back, enlarged, enlargement, surroundings
from pyojeong.performing.portrait.stage import Box, Mask, Movement, Undo
from pyojeong.performing.portrait.warp.warp import performed
from pyojeong.rig.expression import Expression


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """A performed picture and what of it may differ from the photo.

    Attributes:
        image: Same size, alpha, name and profile as the photo.
        mask_box_xyxy: Whole pixels; everything outside is the photo's, bit for bit.
        mask: bool H×W of that box: pixels that may differ; the others are the photo's too.
    """

    image: Image
    mask_box_xyxy: Box
    mask: Mask


class PortraitPerformer:
    """One face of one photo, ready to perform any number of expressions.

    What is worked out once a photo (mesh, light, eyes, the smile's shading) is kept here, so a second expression or the
    frames of an animation cost only the drawing.

    Args:
        image: The photo, RGB or RGBA.
        face: Where the face is; never looked for here.
    """

    def __init__(self, image: Image, face: Face) -> None:
        self._image = image
        mesh = source_mesh(image, face)
        self._factor = enlargement(mesh.scale)
        self._box = surroundings(mesh)
        if self._factor > 1:
            large, placed = enlarged(image, face, self._box, self._factor)
            self._scene = face_scene(large, source_mesh(large, placed))
        else:
            self._scene = face_scene(image, mesh)

    @property
    def scene(self) -> FaceScene:
        """The face taken apart; of an enlarged copy when it is small in the photo."""
        return self._scene

    def perform(self, expression: Expression, *, undo: Undo = Undo.CONFLICTS, neutral_share: float = 1.0) -> Image:
        """The photo with ``expression`` on this face; the photo itself when nothing moves.

        Args:
            expression: Absolute: what the face shall show in the end.
            undo: How much of the photographed expression goes first.
            neutral_share: With `Undo.ALL`, how far it goes, in [0, 1]; for easing into it.
        """
        return self.performance(expression, undo=undo, neutral_share=neutral_share).image

    def performance(
        self, expression: Expression, *, undo: Undo = Undo.CONFLICTS, neutral_share: float = 1.0
    ) -> Performance:
        """`perform` with the mask of what may have changed."""
        traits = self._scene.mesh.traits
        return self.moved(movement_for(expression, traits, undo=undo, neutral_share=neutral_share))

    def moved(self, movement: Movement) -> Performance:
        """The photo after a movement that was planned elsewhere."""
        if movement.resting:
            return Performance(self._image, (0, 0, 0, 0), np.zeros((0, 0), bool))
        deformed = performed(self._scene.mesh, movement)
        picture = self._scene.rendered(deformed, movement)
        if self._factor == 1:
            return _pasted(self._image, picture, deformed.roi_xyxy, deformed.inside)
        large = self._scene.image.pixels
        left, top, right, bottom = self._box
        drawn = _pasted(self._scene.image, picture, deformed.roi_xyxy, deformed.inside).image.pixels
        changed = np.zeros(large.shape[:2], bool)
        x0, y0, x1, y1 = deformed.roi_xyxy
        changed[y0:y1, x0:x1] = deformed.inside
        small = np.ascontiguousarray(self._image.rgb[top:bottom, left:right])
        result, mask = brought_back(small, large, drawn, changed)
        return _pasted(self._image, result, self._box, mask)


def perform(image: Image, face: Face, expression: Expression, *, undo: Undo = Undo.CONFLICTS) -> Image:
    """``image`` with ``expression`` on ``face``; for several expressions keep a `PortraitPerformer`."""
    return PortraitPerformer(image, face).perform(expression, undo=undo)


def _pasted(image: Image, picture: Pixels, box_xyxy: Box, mask: Mask) -> Performance:
    """``image`` with the masked pixels of ``picture`` (uint8 RGB of the box); alpha stays."""
    left, top, right, bottom = box_xyxy
    pixels = image.pixels.copy()
    under = pixels[top:bottom, left:right]
    if under.shape[2] == 4:
        picture = np.dstack([picture, under[..., 3]])
    cv2.copyTo(picture, mask.view(np.uint8), under)
    return Performance(image.with_pixels(pixels), box_xyxy, mask)
