"""One photographed face taken apart once, and put together again for any movement."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Image, Pixels
from pyojeong.performing.portrait.eyeball import Eyeball, eyeball_of
from pyojeong.performing.portrait.eyes import paint_eye
from pyojeong.performing.portrait.lid_skin import paint_lid_skin
from pyojeong.performing.portrait.lip_line import paint_lip_line
from pyojeong.performing.portrait.low_grid import STRIP_ROWS
from pyojeong.performing.portrait.mouth import paint_mouth
from pyojeong.performing.portrait.outlines import SIDES
from pyojeong.performing.portrait.palette import Palette, palette_of
from pyojeong.performing.portrait.skin_light import SkinPhoto, skin_light, skin_photo
from pyojeong.performing.portrait.stage import Deformed, Movement, SourceMesh


@dataclass(frozen=True, slots=True, eq=False)
class FaceScene:
    """All that is kept of one face of one photo.

    Attributes:
        image: The photo.
        mesh: The face in it.
        palette: Its colours.
        skin: Its light and the shading of its smile.
        eyes: (left, right) eyeballs.
    """

    image: Image
    mesh: SourceMesh
    palette: Palette
    skin: SkinPhoto
    eyes: tuple[Eyeball, Eyeball]

    def rendered(self, deformed: Deformed, movement: Movement) -> Pixels:
        """uint8 roi H×W×3 of ``deformed``: bottom to top skin, lids, lips, mouth, eyes."""
        rgb, mesh, palette = self.image.rgb, self.mesh, self.palette
        picture = moved_skin(rgb, deformed)
        skin_light(picture, self.skin, mesh, deformed, movement, palette).lay_on(picture)
        for side in SIDES:
            paint_lid_skin(picture, rgb, mesh, deformed, self.eyes[side], side, palette)
        paint_lip_line(picture, mesh, deformed, movement)
        paint_mouth(picture, rgb, mesh, deformed, movement, palette)
        for side, gaze in zip(SIDES, (movement.gaze_left_cm, movement.gaze_right_cm), strict=True):
            paint_eye(picture, rgb, mesh, deformed, self.eyes[side], side, gaze)
        return picture


def face_scene(image: Image, mesh: SourceMesh) -> FaceScene:
    """The face of ``mesh`` in ``image``, taken apart."""
    palette = palette_of(image.rgb, mesh, grey=image.grey)
    left, right = (eyeball_of(image.rgb, mesh, side, palette.exposure) for side in SIDES)
    return FaceScene(image, mesh, palette, skin_photo(image.rgb, mesh), (left, right))


def moved_skin(rgb: Pixels, deformed: Deformed) -> Pixels:
    """uint8 roi H×W×3: every pixel's colour from the place in the photo it comes from, unshaded."""
    left, top, right, bottom = deformed.roi_xyxy
    source = np.ascontiguousarray(rgb[top:bottom, left:right])
    moved = np.empty_like(source)
    for row in range(0, bottom - top, STRIP_ROWS):
        strip = slice(row, row + STRIP_ROWS)
        x, y = deformed.map_x[strip] - np.float32(left), deformed.map_y[strip] - np.float32(top)
        moved[strip] = cv2.remap(source, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    return moved
