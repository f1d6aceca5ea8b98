from __future__ import annotations

import cv2
import numpy as np
import pytest

from pyojeong.media import Face, Image
from pyojeong.reading.face.pose import STEADY_FACE_CM, STEADY_IDS, head_pose
from pyojeong.reading.face.traits.frame import CROP_PX, around, framed, oval, px_a_cm
from pyojeong.reading.face.traits.shape import ratios


def moved(image: Image, face: Face, zoom: float, degrees: float) -> tuple[Image, Face]:
    """Picture and face turned around the face's middle and enlarged."""
    middle = face.landmarks[:, :2].mean(0)
    way = cv2.getRotationMatrix2D(tuple(map(float, middle)), degrees, zoom)
    pixels = cv2.warpAffine(image.rgb, way, image.size_wh, borderMode=cv2.BORDER_REPLICATE)
    flat = np.column_stack([face.landmarks[:, :2], np.ones(478)]) @ way.T
    points = np.column_stack([flat, face.landmarks[:, 2] * zoom])
    (left, top), (right, bottom) = flat.min(0), flat.max(0)
    return Image(pixels), Face((left, top, right, bottom), points, head_pose(points))


@pytest.mark.parametrize(("zoom", "degrees"), [(0.7, 0.0), (1.6, 0.0), (1.0, 20.0), (1.3, -35.0)])
def test_neither_size_nor_roll_moves_the_landmarks_in_the_frame(portrait, known_face, zoom, degrees):
    once = framed(portrait.rgb, known_face)
    again = framed(*_unpacked(moved(portrait, known_face, zoom, degrees)))
    assert np.abs(once.points - again.points).max() < 0.5
    assert ratios(again.frontal_cm) == pytest.approx(ratios(once.frontal_cm), rel=1e-2)
    assert np.abs(once.rgb.astype(float) - again.rgb)[oval(once)].mean() < 6


def _unpacked(pair):
    image, face = pair
    return image.rgb, face


def test_frontal_landmarks_are_centimetres_of_the_mean_face(portrait, known_face):
    face = framed(portrait.rgb, known_face)
    apart = face.frontal_cm[list(STEADY_IDS)] - STEADY_FACE_CM
    assert np.abs(apart - apart.mean(0)).mean() < 0.6


def test_beyond_the_picture_nothing_is_seen(portrait, known_face):
    left = int(known_face.box_xyxy[0]) - 3
    shifted = Face(known_face.box_xyxy, known_face.landmarks - np.array([left, 0, 0]), known_face.pose)
    face = framed(np.ascontiguousarray(portrait.rgb[:, left:]), shifted)
    assert not face.seen[CROP_PX // 2, : CROP_PX // 8].any()
    assert not (around(face, (234,), 3.0) & ~face.seen).any()
    assert face.seen[round(face.points[4, 1]), round(face.points[4, 0])]


def test_the_face_is_of_the_mean_size(portrait, known_face):
    face = framed(portrait.rgb, known_face)
    width_cm = float(np.ptp(face.points[:, 0])) / px_a_cm()
    assert 11.5 < width_cm < 15.5
