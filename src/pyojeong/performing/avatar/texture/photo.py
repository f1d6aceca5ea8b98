"""What a photo shows of a head: where each point is in it, how well it is seen, and in which colour."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Face
from pyojeong.performing.avatar.cautions import Caution
from pyojeong.performing.avatar.fitting import FittedHead
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.solving import LIPS
from pyojeong.performing.avatar.texture.light import Floats, Reals, linear
from pyojeong.performing.avatar.texture.regions import smooth
from pyojeong.performing.avatar.texture.unwrapping import painted_triangles, shares_within

MOST_PX_A_CM = 44.0
"""A finer photo is averaged down first: the texture has about 34 texels a cm on the face."""
_DEPTH_PX_A_CM = 16.0
_BEHIND_CM = 0.35
"""A point this far behind what is nearest at its pixel is hidden."""
_INNER_LIPS = LIPS[20:]
_LIP_EDGE_CM = 0.06
"""Of an open mouth's edge, where lips shine and teeth blur into them."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadPhoto:
    """A photo and a head in it.

    Attributes:
        light: float32 H×W×3 linear RGB.
        person: float32 H×W [0, 1], the person's share of a pixel.
        hair: float32 H×W [0, 1], the hair's, as it was told.
        mouth: float32 H×W [0, 1], where teeth, tongue and the dark of an open mouth are seen, or whatever else the head
            has no skin for: nothing there is painted.
        places: V×2 pixels of the head's points.
        facing: V, cosine between normal and view; 1 faces the camera.
        visible: V, 1 where nothing of the head is in front.
        normals: V×3 as seen by the camera: x right, y up, z to it.
        px_a_cm: Pixels a cm.
    """

    light: Floats
    person: Floats
    hair: Floats
    mouth: Floats
    places: Floats
    facing: Floats
    visible: Floats
    normals: Floats
    px_a_cm: float

    def inside(self, places: Reals) -> Floats:
        """1 where a place is in the picture, 0 outside; N."""
        high, wide = self.light.shape[:2]
        x, y = places[:, 0], places[:, 1]
        return np.asarray((x > 1) & (x < wide - 2) & (y > 1) & (y < high - 2), np.float32)


def sampled(picture: Floats, places: Reals) -> Floats:
    """N or N×C: values of a picture (H×W or H×W×C) at places (N×2), linear between pixels."""
    sides = 4096  # cv2.remap wants pictures below 32767 on a side, so a list is folded into rows
    count = len(places)
    rows = -(-count // sides)
    padded = np.zeros((rows * sides, 2), np.float32)
    padded[:count] = places
    grid = padded.reshape(rows, sides, 2)
    found = cv2.remap(picture, grid[..., 0], grid[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(found.reshape(rows * sides, *picture.shape[2:])[:count], np.float32)


def photo_of(
    rgb: npt.NDArray[np.uint8],
    head: FittedHead,
    face: Face,
    person: npt.NDArray[np.float32],
    hair: npt.NDArray[np.float32],
) -> HeadPhoto:
    """The photo ``rgb`` as the ``head`` of a ``face`` stands in it; ``person`` and ``hair`` are shares of any size."""
    scale = min(1.0, MOST_PX_A_CM / head.camera.pixels_per_cm)
    size_wh = (max(8, round(rgb.shape[1] * scale)), max(8, round(rgb.shape[0] * scale)))
    small = rgb if scale == 1.0 else np.asarray(cv2.resize(rgb, size_wh, interpolation=cv2.INTER_AREA), np.uint8)
    places, depths = head.camera.project(head.photographed)
    steps = np.array([size_wh[0] / rgb.shape[1], size_wh[1] / rgb.shape[0]])
    places = places * steps + (steps - 1) / 2
    normals = head.template.normals(head.photographed) @ head.camera.rotation.T.astype(np.float32)
    turned = head.camera.turned(head.photographed)
    towards = np.array([0.0, 0.0, head.camera.distance_cm]) - turned
    towards /= np.linalg.norm(towards, axis=1, keepdims=True)
    px_a_cm = head.camera.pixels_per_cm * scale
    is_open = Caution.MOUTH_OPEN in head.cautions
    gap = face.landmarks[list(_INNER_LIPS), :2] * steps if is_open else np.zeros((0, 2))
    return HeadPhoto(
        light=linear(small),
        person=np.asarray(cv2.resize(person, size_wh, interpolation=cv2.INTER_LINEAR), np.float32),
        hair=np.asarray(cv2.resize(hair, size_wh, interpolation=cv2.INTER_LINEAR), np.float32),
        mouth=_filled(gap, size_wh, px_a_cm),
        places=places.astype(np.float32),
        facing=(normals * towards).sum(1).astype(np.float32),
        visible=_visible(head, places, depths, size_wh, min(1.0, _DEPTH_PX_A_CM / px_a_cm)),
        normals=normals.astype(np.float32),
        px_a_cm=px_a_cm,
    )


def _filled(gap: Reals, size_wh: tuple[int, int], px_a_cm: float) -> Floats:
    """H×W: 1 between lips whose inner edges are ``gap`` (N×2 px; none where they are closed), and right at them."""
    found = np.zeros((size_wh[1], size_wh[0]), np.float32)
    if len(gap):
        outline = [np.round(gap * 16).astype(np.int32)]
        cv2.fillPoly(found, outline, 1.0, cv2.LINE_AA, 4)
        cv2.polylines(found, outline, True, 1.0, max(1, round(2 * _LIP_EDGE_CM * px_a_cm)), cv2.LINE_AA, 4)
    return found


def _visible(head: FittedHead, places: Reals, depths: Reals, size_wh: tuple[int, int], scale: float) -> Floats:
    """V: 1 where a point is the nearest at its pixel; painter's algorithm on a small copy."""
    template = head.template
    triangles = template.triangles_of(Part.SKIN, Part.EYE_LEFT, Part.EYE_RIGHT)
    order = np.argsort(depths[triangles].mean(1))
    triangles = triangles[order]
    small_wh = (max(4, round(size_wh[0] * scale)), max(4, round(size_wh[1] * scale)))
    spots = places * scale
    owners = painted_triangles(spots, triangles, small_wh)
    x = np.clip(np.round(spots[:, 0]), 0, small_wh[0] - 1).astype(int)
    y = np.clip(np.round(spots[:, 1]), 0, small_wh[1] - 1).astype(int)
    owner = owners[y, x]
    corners = triangles[np.maximum(owner, 0)]
    shares = shares_within(spots[corners], np.stack([x, y], 1).astype(np.float64))
    nearest = np.where(owner >= 0, (depths[corners] * shares).sum(1), -1e9)
    return smooth(depths - nearest + _BEHIND_CM, 0.0, 0.2)
