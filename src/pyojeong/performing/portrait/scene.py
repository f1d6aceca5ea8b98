"""One photographed face taken apart once, and put together again for any movement."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Image, Pixels
from pyojeong.performing.portrait.drawing.palette import Palette, palette_of
from pyojeong.performing.portrait.eyes.eyeball import Eyeball, eyeball_of
from pyojeong.performing.portrait.eyes.eyes import paint_eye
from pyojeong.performing.portrait.eyes.lid_skin import paint_lid_skin
from pyojeong.performing.portrait.mesh.outlines import SIDES
from pyojeong.performing.portrait.mouth.lip_line import paint_lip_line
from pyojeong.performing.portrait.mouth.mouth import paint_mouth
from pyojeong.performing.portrait.skin.rim_layer import BareSkin, bare_skin, put_rims_on, take_rims_off
from pyojeong.performing.portrait.skin.skin_light import SkinPhoto, skin_light, skin_photo
from pyojeong.performing.portrait.stage import Deformed, Map, Movement, SourceMesh
from pyojeong.performing.portrait.take import Take

STRIP_ROWS = 512


@dataclass(frozen=True, slots=True, eq=False)
class FaceScene:
    """All that is kept of one face of one photo.

    Attributes:
        image: The photo.
        mesh: The face in it.
        palette: Its colours.
        skin: Its light and the shading of its smile.
        eyes: (left, right) eyeballs.
        bare: Skin under the rims of glasses.
    """

    image: Image
    mesh: SourceMesh
    palette: Palette
    skin: SkinPhoto
    eyes: tuple[Eyeball, Eyeball]
    bare: tuple[BareSkin, ...] = ()

    def rendered(self, deformed: Deformed, movement: Movement) -> Pixels:
        """uint8 roi H×W×3 of ``deformed``: bottom to top skin, lids, lips, mouth, eyes, glasses."""
        take = Take(self.image.rgb, self.mesh, self.palette, deformed, movement)
        picture = moved_skin(take.rgb, deformed)
        take_rims_off(picture, take, self.bare)
        skin_light(picture, take, self.skin).lay_on(picture)
        for eye in self.eyes:
            paint_lid_skin(picture, take, eye)
        paint_lip_line(picture, take)
        paint_mouth(picture, take)
        for eye in self.eyes:
            paint_eye(picture, take, eye)
        put_rims_on(picture, take)
        return picture


def face_scene(image: Image, mesh: SourceMesh) -> FaceScene:
    """The face of ``mesh`` in ``image``, taken apart."""
    palette = palette_of(image.rgb, mesh, grey=image.grey)
    left, right = (eyeball_of(image.rgb, mesh, side, palette.light) for side in SIDES)
    return FaceScene(image, mesh, palette, skin_photo(image.rgb, mesh), (left, right), bare_skin(image.rgb, mesh))


def moved_skin(rgb: Pixels, deformed: Deformed) -> Pixels:
    """uint8 roi H×W×3: every pixel's colour from the place in the photo it comes from, unshaded."""
    left, top, right, bottom = deformed.roi_xyxy
    moved = rgb[top:bottom, left:right].copy()
    x0, y0, width, height = cv2.boundingRect(deformed.moved.view(np.uint8))
    for row in range(y0, y0 + height, STRIP_ROWS):
        strip = slice(row, min(row + STRIP_ROWS, y0 + height)), slice(x0, x0 + width)
        _look_up(rgb, deformed.map_x[strip], deformed.map_y[strip], moved[strip])
    return moved


def _look_up(rgb: Pixels, map_x: Map, map_y: Map, into: Pixels) -> None:
    """Colours at picture pixels; only the rows and columns they reach are copied, and cv2 takes only 32766 of each."""
    height, width = rgb.shape[:2]
    left, top = (max(0, min(int(plane.min()) - 2, end - 1)) for plane, end in ((map_x, width), (map_y, height)))
    right, bottom = (max(low + 1, int(plane.max()) + 4) for plane, low in ((map_x, left), (map_y, top)))
    window = np.ascontiguousarray(rgb[top:bottom, left:right])
    x = map_x - np.float32(left) if left else map_x
    y = map_y - np.float32(top) if top else map_y
    cv2.remap(window, x, y, cv2.INTER_CUBIC, dst=into, borderMode=cv2.BORDER_REFLECT)
