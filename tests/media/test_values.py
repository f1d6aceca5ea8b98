"""Pictures, clips and faces are checked at birth."""

from __future__ import annotations

import math

import numpy as np
import pytest

from pyojeong.media import Clip, Face, Image
from pyojeong.media.face import LANDMARKS

BOX = (0.0, 0.0, 10.0, 10.0)


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 2), np.uint8),
        np.zeros((0, 4, 3), np.uint8),
        np.zeros((4, 4, 3), np.float32),
    ],
    ids=["no channels", "two channels", "no rows", "floats"],
)
def test_what_is_no_picture_is_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="uint8"):
        Image(pixels)


def test_other_pixels_keep_what_the_file_said() -> None:
    image = Image(np.zeros((2, 3, 4), np.uint8), "a.png", True, b"profile", (72.0, 72.0), {"exif": b"x"})
    other = image.with_pixels(np.ones((5, 6, 3), np.uint8))
    assert (other.size_wh, other.alpha, image.size_wh) == ((6, 5), None, (3, 2))
    for name in ("name", "grey", "icc", "dots_per_inch", "metadata"):
        assert getattr(other, name) == getattr(image, name)


@pytest.mark.parametrize(
    ("count", "rate", "size_wh"),
    [(0, 20.0, (4, 4)), (3, 0.0, (4, 4)), (3, math.nan, (4, 4)), (3, math.inf, (4, 4)), (3, 20.0, (0, 4))],
)
def test_what_cannot_be_played_is_no_clip(count: int, rate: float, size_wh: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="clip must"):
        Clip(lambda _: np.zeros((4, 4, 3), np.uint8), count, rate, size_wh)


def test_a_clip_draws_its_frames_in_order() -> None:
    clip = Clip(lambda i: np.full((1, 1, 3), i, np.uint8), 4, 8.0, (1, 1))
    assert clip.seconds == 0.5
    assert [int(frame.max()) for frame in clip.frames()] == [0, 1, 2, 3]


def test_landmarks_are_478_finite_points() -> None:
    points = np.zeros((LANDMARKS, 3))
    with pytest.raises(ValueError, match="478×3"):
        Face(BOX, points[:-1])
    points[7, 1] = math.nan
    with pytest.raises(ValueError, match="finite"):
        Face(BOX, points)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, math.nan])
def test_confidence_is_a_share(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        Face(BOX, np.zeros((LANDMARKS, 3)), confidence=confidence)


def test_a_face_goes_along_when_its_picture_is_resized() -> None:
    face = Face((2.0, 4.0, 6.0, 12.0), np.ones((LANDMARKS, 3)), confidence=0.8).scaled(0.5)
    assert (face.box_xyxy, face.size_wh, face.confidence) == ((1.0, 2.0, 3.0, 6.0), (2.0, 4.0), 0.8)
    assert (face.landmarks == 0.5).all()
