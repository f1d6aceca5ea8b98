"""The exam every reader of feeling in faces passes, whatever model it holds."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
import skimage.data

from pyojeong.emotion import Emotion
from pyojeong.media import Face, Image
from pyojeong.reading.face.emotion import FaceMoodReader
from pyojeong.reading.face.finding import FaceFinder

READERS: dict[str, Callable[[], FaceMoodReader]] = {"shipped": FaceMoodReader.shipped}


@pytest.fixture(scope="module", params=READERS)
def reader(request: pytest.FixtureRequest) -> FaceMoodReader:
    return READERS[request.param]()


@pytest.fixture(scope="module")
def smiling() -> tuple[Image, Face]:
    """Eileen Collins, NASA (public domain), with a broad smile."""
    image = Image(skimage.data.astronaut())
    return image, FaceFinder().find(image)[0]


def test_a_broad_smile_is_joy(reader: FaceMoodReader, smiling: tuple[Image, Face]) -> None:
    image, face = smiling
    (mood,) = reader.read(image, [face])
    assert mood.leading is Emotion.JOY
    assert not mood.unsure
    assert mood.valence > 0.3
    assert mood.intensity > 0.5


def test_a_tilted_camera_changes_little(reader: FaceMoodReader, smiling: tuple[Image, Face]) -> None:
    image, face = smiling
    turn = cv2.getRotationMatrix2D((256, 256), 25, 1.0)
    tilted = Image(np.asarray(cv2.warpAffine(image.pixels, turn, (512, 512)), np.uint8))
    points = face.landmarks.copy()
    points[:, :2] = points[:, :2] @ turn[:, :2].T + turn[:, 2]
    before, after = reader.read(image, [face])[0], reader.read(tilted, [Face(face.box_xyxy, points)])[0]
    assert after.leading is before.leading
    assert after.valence == pytest.approx(before.valence, abs=0.15)


def test_several_faces_are_read_as_each_alone(reader: FaceMoodReader, smiling: tuple[Image, Face]) -> None:
    image, face = smiling
    wider = Face(face.box_xyxy, face.landmarks + np.array([6.0, 3.0, 0.0]))
    together = reader.read(image, [face, wider])
    for mood, one in zip(together, (face, wider), strict=True):
        (alone,) = reader.read(image, [one])
        assert mood.shares == pytest.approx(dict(alone.shares), abs=1e-3)


def test_no_faces_are_no_moods(reader: FaceMoodReader, smiling: tuple[Image, Face]) -> None:
    assert reader.read(smiling[0], []) == []
    assert reader.read_crops([]) == []


def test_crops_of_every_size_and_colour_are_read(reader: FaceMoodReader, smiling: tuple[Image, Face]) -> None:
    image, face = smiling
    left, top, right, bottom = (round(side) for side in face.box_xyxy)
    colour = image.pixels[top - 10 : bottom, left - 10 : right + 10]
    grey = cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY)
    alpha = np.dstack([colour, np.full(grey.shape, 255, np.uint8)])
    large = cv2.resize(colour, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
    small = cv2.resize(grey, (48, 48), interpolation=cv2.INTER_AREA)
    moods = reader.read_crops([colour, grey, alpha, large, small])
    assert [mood.leading for mood in moods] == [Emotion.JOY] * 5
    assert moods[0].shares == pytest.approx(dict(moods[1].shares), abs=0.02)


def test_a_persons_own_neutral_face_is_neutral(reader: FaceMoodReader, smiling: tuple[Image, Face]) -> None:
    image, face = smiling
    rest = reader.neutral_face(image, face)
    (mood,) = reader.read(image, [face], neutrals={0: rest})
    assert mood.leading is Emotion.NEUTRAL
    other = reader.read(image, [face, face], neutrals={1: rest})
    assert [mood.leading for mood in other] == [Emotion.JOY, Emotion.NEUTRAL]


def test_noise_is_not_read_with_great_certainty(reader: FaceMoodReader) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (20, 96, 96)).astype(np.uint8)
    assert np.mean([mood.certainty for mood in reader.read_crops(list(noise))]) < 0.8
