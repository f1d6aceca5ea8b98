"""The face laid into a frame of its own: level, centred, of one size, in centimetres of the mean face.

All lengths of traits are taken here, so that neither place, size nor roll of the head counts.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Face, Points
from pyojeong.media.image import Pixels
from pyojeong.reading.face.pose import STEADY_FACE_CM, STEADY_IDS, head_rotation

CROP_PX = 256
"""Side of the level crop: what the person's matte is made from."""
CROP_CM = 32.0
"""What the crop shows: long hair and the shoulders."""
CENTRE_Y_CM = -0.5
"""Height of the face's centre above the middle of the crop, negative: above it there is less to see than below."""
HALF_WIDTH_CM = 6.65
"""Half the width of the mean face at the ears: the unit of outlines."""
_FORWARD_CM = 3.0
"""The frame's centre lies this far in front of the mesh's origin, about where the outline of the head turns."""
_TO_CAMERA = np.array([1.0, -1.0, -1.0])
OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
"""Landmarks around the face, clockwise as the viewer sees it, from the top."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class FramedFace:
    """A level crop of a face and its landmarks.

    Attributes:
        rgb: uint8 `CROP_PX`×`CROP_PX`×3; beyond the picture its border goes on.
        seen: bool, False beyond the picture.
        points: 478×2 landmarks in crop pixels.
        frontal_cm: 478×3 landmarks turned to the front: x to the viewer's right, y up, z towards the viewer.
        to_crop: 2×3, picture pixels → crop pixels.
        pixels_a_cm: Size of a centimetre in the *picture*: how much there was to see.
    """

    rgb: Pixels
    seen: Mask
    points: Points
    frontal_cm: Points
    to_crop: Points
    pixels_a_cm: float

    @property
    def centre(self) -> tuple[float, float]:
        """The frame's centre in crop pixels."""
        return CROP_PX / 2, CROP_PX / 2 + CENTRE_Y_CM * px_a_cm()


def px_a_cm() -> float:
    """Crop pixels a centimetre."""
    return CROP_PX / CROP_CM


def framed(rgb: Pixels, face: Face) -> FramedFace:
    """The face in its frame; H×W×3 RGB in."""
    rotation, scale, origin = _placed(face.landmarks)
    matrix = _levelling(rotation, scale, origin)
    crop, seen = _cut(rgb, matrix)
    points = np.column_stack([face.landmarks[:, :2], np.ones(len(face.landmarks))]) @ matrix.T
    camera = face.landmarks * _TO_CAMERA
    frontal = (camera - origin * _TO_CAMERA) @ rotation / scale
    return FramedFace(crop, seen, points, frontal, matrix, scale)


def _placed(landmarks: Points) -> tuple[Points, float, Points]:
    """Head rotation, picture pixels a centimetre, and the frame's centre in picture pixels (x, y, z)."""
    rotation = head_rotation(landmarks)
    seen = landmarks[list(STEADY_IDS)] * _TO_CAMERA
    known = STEADY_FACE_CM @ rotation.T
    from_mean, known_from_mean = seen - seen.mean(0), known - known.mean(0)
    # In the picture's plane alone: the mesh's depth is a guess.
    scale = float((from_mean[:, :2] * known_from_mean[:, :2]).sum() / (known_from_mean[:, :2] ** 2).sum())
    start = seen.mean(0) - scale * known.mean(0)
    return rotation, scale, (start + scale * (rotation @ np.array([0.0, 0.0, _FORWARD_CM]))) * _TO_CAMERA


def _levelling(rotation: Points, scale: float, origin: Points) -> Points:
    from pyojeong.reading.face.pose import pose_of_rotation

    roll = np.radians(pose_of_rotation(rotation).roll)
    zoom = px_a_cm() / scale
    turn = zoom * np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]])
    centre = np.array([CROP_PX / 2, CROP_PX / 2 + CENTRE_Y_CM * px_a_cm()])
    return np.column_stack([turn, centre - turn @ origin[:2]])


def _cut(rgb: Pixels, matrix: Points) -> tuple[Pixels, Mask]:
    """The crop, and where it shows the picture; large pictures are averaged down first."""
    zoom = float(np.hypot(matrix[0, 0], matrix[0, 1]))
    small, way = rgb, matrix
    if zoom < 1.0:
        size_wh = (max(1, round(rgb.shape[1] * zoom)), max(1, round(rgb.shape[0] * zoom)))
        small = np.asarray(cv2.resize(rgb, size_wh, interpolation=cv2.INTER_AREA), np.uint8)
        steps = np.array([rgb.shape[1] / size_wh[0], rgb.shape[0] / size_wh[1]])
        way = np.column_stack([matrix[:, :2] * steps, matrix[:, 2] + matrix[:, :2] @ (steps / 2 - 0.5)])
    side = (CROP_PX, CROP_PX)
    crop = cv2.warpAffine(small, way, side, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    inside = np.full(small.shape[:2], 255, np.uint8)
    seen = cv2.warpAffine(inside, way, side, flags=cv2.INTER_NEAREST)
    return np.asarray(crop, np.uint8), np.asarray(seen > 0)


def polygon(points: Points, side_px: int = CROP_PX) -> Mask:
    """The inside of a polygon of crop pixels."""
    drawn = np.zeros((side_px, side_px), np.uint8)
    cv2.fillPoly(drawn, [np.rint(points).astype(np.int32)], 1)
    return np.asarray(drawn > 0)


def oval(face: FramedFace, *, grown: float = 1.0) -> Mask:
    """The inside of the face's outline, grown around its middle."""
    around = face.points[list(OVAL)]
    middle = around.mean(0)
    return polygon((around - middle) * grown + middle)


def around(face: FramedFace, landmarks: tuple[int, ...], radius_cm: float) -> Mask:
    """What the photo shows within ``radius_cm`` of any of the landmarks."""
    drawn = np.zeros((CROP_PX, CROP_PX), np.uint8)
    for x, y in face.points[list(landmarks)]:
        cv2.circle(drawn, (round(float(x)), round(float(y))), max(1, round(radius_cm * px_a_cm())), 1, -1)
    return np.asarray((drawn > 0) & face.seen)
