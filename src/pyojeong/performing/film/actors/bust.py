"""A person cut out of a photo like a paper puppet: white rim, soft shadow, rounded lower corners.

The rim and the rounding are for the look and for the matte alike: they hide where hair was cut badly and where the
photo ends.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.face import Face
from pyojeong.media.image import Image, Pixels
from pyojeong.performing.finishing.background import decontaminated
from pyojeong.performing.finishing.matte import person_matte
from pyojeong.performing.portrait.stage import Map

#: Of the photo, in heights of the face: above it for hair, beside it for shoulders, below it for the chest.
_ABOVE, _BESIDE, _BELOW = 0.75, 1.7, 1.15
#: In heights of the face: width of the rim, of its room, and of the shadow with its shift.
_RIM, _ROOM, _BLUR, _SHIFT = 0.038, 0.16, 0.05, (0.035, 0.05)
_RIM_RGB, _SHADOW_RGB, _SHADOW = 248.0, (24, 20, 40), 0.42
_ROUND = 0.32
"""Radius of the lower corners in heights of the face."""
_SHARPER = 0.4
"""Of an enlarged photo: what cubic enlargement takes from its edges."""


@dataclass(frozen=True, slots=True, eq=False)
class Bust:
    """A cut-out person at one size.

    Attributes:
        image: The person's part of the photo, which performs.
        face: In it.
        left: Columns of empty room left of the photo's part; as many are right of it, and rows above.
        person: uint8 H×W with the room: how much of each pixel is the person.
        rim: uint8 H×W×4, premultiplied RGBA: shadow and white rim, without what the person covers.
        whole: uint8 H×W×4, premultiplied: everything, as photographed.
    """

    image: Image
    face: Face
    left: int
    person: Pixels
    rim: Pixels
    whole: Pixels


def bust_of(image: Image, face: Face, face_height_px: float) -> Bust:
    """The person around ``face``, who is made ``face_height_px`` high from forehead to chin.

    Raises:
        PyojeongError: Kind ``no-person`` when nobody could be cut out.
    """
    part, placed = _part(image, face)
    scale = face_height_px / placed.size_wh[1]
    matte = person_matte(np.ascontiguousarray(part.rgb))
    if part.alpha is not None:
        matte = np.minimum(matte, part.alpha)
    clean = decontaminated(part.rgb, matte)
    size = (max(2, round(clean.shape[1] * scale)), max(2, round(clean.shape[0] * scale)))
    scaled = placed.scaled(size[0] / clean.shape[1])
    rgb, person = _resized(clean, size), _resized(matte, size, sharper=False)
    return _mounted(part.with_pixels(rgb), scaled, person, face_height_px)


def _part(image: Image, face: Face) -> tuple[Image, Face]:
    """The photo around the face, and the face in it."""
    (left, top, right, bottom), (width, height) = face.box_xyxy, image.size_wh
    tall, middle = bottom - top, (left + right) / 2
    x0, y0 = max(0, int(middle - _BESIDE * tall)), max(0, int(top - _ABOVE * tall))
    x1, y1 = min(width, int(middle + _BESIDE * tall)), min(height, int(bottom + _BELOW * tall))
    landmarks = face.landmarks - np.array([x0, y0, 0.0])
    box = (left - x0, top - y0, right - x0, bottom - y0)
    return image.with_pixels(image.pixels[y0:y1, x0:x1].copy()), Face(box, landmarks, face.pose, face.confidence)


def _resized(pixels: Pixels, size_wh: tuple[int, int], *, sharper: bool = True) -> Pixels:
    smaller = size_wh[0] < pixels.shape[1]
    found = cv2.resize(pixels, size_wh, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    if sharper and not smaller:
        soft = cv2.GaussianBlur(found, (0, 0), 0.6 * size_wh[0] / pixels.shape[1])
        found = cv2.addWeighted(found, 1 + _SHARPER, soft, -_SHARPER, 0)
    return np.asarray(found, np.uint8)


def _mounted(image: Image, face: Face, person: Pixels, tall: float) -> Bust:
    """With room around, rim and shadow."""
    room = int(np.ceil(_ROOM * tall))
    rounded = _rounded_off(person, _ROUND * tall)
    held = cv2.copyMakeBorder(rounded, room, 0, room, room, cv2.BORDER_CONSTANT, value=0)
    # The rim is found on a taller copy: a bust goes on below the picture's edge.
    further = cv2.copyMakeBorder(held, 0, room, 0, 0, cv2.BORDER_REPLICATE)
    away = cv2.distanceTransform((further < 128).astype(np.uint8), cv2.DIST_L2, 5)[: held.shape[0]]
    edge = np.maximum(np.clip(_RIM * tall + 0.5 - away, 0.0, 1.0), held / np.float32(255)).astype(np.float32)
    shift = np.array([[1, 0, _SHIFT[0] * tall], [0, 1, _SHIFT[1] * tall]], np.float64)
    shadow = cv2.warpAffine(cv2.GaussianBlur(edge, (0, 0), _BLUR * tall), shift, held.shape[1::-1])
    rim = _rim(edge, np.asarray(shadow, np.float32), held)
    photo = cv2.copyMakeBorder(np.ascontiguousarray(image.rgb), room, 0, room, room, cv2.BORDER_CONSTANT)
    return Bust(image, face, room, held, rim, laid_over(photo, held, rim))


def _rim(edge: Map, shadow: Map, person: Pixels) -> Pixels:
    """Premultiplied rim over shadow, less what the person covers."""
    own = person.astype(np.float32) / 255
    under = _SHADOW * shadow * (1 - edge)
    colour = [_RIM_RGB * (edge - own) + tone * under for tone in _SHADOW_RGB]
    planes = np.stack([*colour, 255 * (edge + under)], -1)
    return np.asarray(np.clip(planes, 0, 255), np.uint8)


def _rounded_off(person: Pixels, radius: float) -> Pixels:
    """The matte with its two lower corners rounded where the photo cuts shoulders off."""
    height, width = person.shape
    kept = np.zeros_like(person)
    r = round(radius)
    cv2.rectangle(kept, (0, 0), (width, height - r), 255, -1)
    cv2.rectangle(kept, (r, 0), (width - r, height), 255, -1)
    for x in (r, width - r):
        cv2.circle(kept, (x, height - r), r, 255, -1, cv2.LINE_AA)
    return np.asarray(np.minimum(person, kept), np.uint8)


def laid_over(rgb: Pixels, person: Pixels, rim: Pixels) -> Pixels:
    """uint8 H×W×4, premultiplied: ``rgb`` as far as it is the person, over its rim."""
    cover = cv2.merge([person, person, person])
    colour = cv2.add(cv2.multiply(rgb, cover, scale=1 / 255), np.ascontiguousarray(rim[..., :3]))
    return np.asarray(cv2.merge([*cv2.split(colour), np.ascontiguousarray(rim[..., 3])]), np.uint8)
