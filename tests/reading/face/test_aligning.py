from __future__ import annotations

import cv2
import numpy as np
import pytest

from pyojeong.media import Face, Image
from pyojeong.reading.face.aligning import (
    EYE_CORNERS,
    EYES_PX,
    NOSE_TIP,
    NOSE_XY,
    level_crop,
    levelling,
    square_crop_48,
)


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(one.ravel().astype(float), other.ravel().astype(float))[0, 1])


def carried(face: Face, matrix: np.ndarray) -> np.ndarray:
    return face.landmarks[:, :2] @ matrix[:, :2].T + matrix[:, 2]


def test_eyes_are_level_and_the_nose_in_its_place(known_face: Face) -> None:
    points = carried(known_face, levelling(known_face.landmarks))
    right, left = (points[list(corners)].mean(0) for corners in EYE_CORNERS)
    assert points[NOSE_TIP] == pytest.approx(NOSE_XY)
    assert right[1] == pytest.approx(left[1])
    assert 0.8 * EYES_PX < left[0] - right[0] <= EYES_PX


@pytest.mark.parametrize("degrees", [-35, 20, 90])
@pytest.mark.parametrize("factor", [0.7, 3.0])
def test_a_turned_and_resized_photo_gives_the_same_crop(
    portrait: Image, known_face: Face, degrees: float, factor: float
) -> None:
    expected = level_crop(portrait.pixels, levelling(known_face.landmarks))
    turn = cv2.getRotationMatrix2D((225, 124), degrees, factor)
    side = round(512 * max(1, factor))
    turn[:, 2] += side / 2 - np.array([225, 124])
    turned = cv2.warpAffine(portrait.pixels, turn, (side, side), flags=cv2.INTER_AREA)
    landmarks = np.column_stack([carried(known_face, turn), factor * known_face.landmarks[:, 2]])
    assert likeness(level_crop(turned, levelling(landmarks)), expected) > 0.97


def test_every_pixel_of_a_large_photo_counts(known_face: Face) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (2000, 2000, 3), np.uint8)
    crop = level_crop(noise, levelling(known_face.landmarks * 12))
    assert crop.std() < 6  # 25 pixels and more averaged into each; skipping would leave 74


def test_a_face_at_the_edge_is_continued_not_blackened(known_face: Face) -> None:
    left, top, right, bottom = (round(side) for side in known_face.box_xyxy)
    tight = np.full((bottom - top, right - left, 3), 120, np.uint8)
    assert (level_crop(tight, levelling(known_face.landmarks - [left, top, 0])) == 120).all()


def test_a_square_crop_keeps_the_shape_of_the_face() -> None:
    tall = np.zeros((90, 60), np.uint8)
    cv2.circle(tall, (30, 45), 20, 255, -1)
    ys, xs = np.nonzero(square_crop_48(tall) > 127)
    assert np.ptp(xs) == pytest.approx(np.ptp(ys), abs=1)


def test_colour_and_grey_crops_are_the_same_brightness() -> None:
    grey = np.random.default_rng(1).integers(0, 256, (48, 48), np.uint8)
    assert np.array_equal(square_crop_48(np.repeat(grey[:, :, None], 3, 2)), grey)
