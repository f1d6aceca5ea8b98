from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.lab.explore.face_set import FaceSet
from pyojeong.lab.explore.face_sets import own_face_set
from pyojeong.lab.explore.picture_measures import BLURRED, PLAIN_CORNER, TOO_BRIGHT, TOO_DARK, look_alikes, measured


def scene(seed: int, brightness: int = 120) -> np.ndarray:
    """A smooth picture with a round thing in its middle, like no other of another seed."""
    noise = np.random.default_rng(seed).integers(0, 255, (9, 9)).astype(np.uint8)
    picture = cv2.resize(noise, (160, 160), interpolation=cv2.INTER_CUBIC)
    cv2.circle(picture, (80, 80), 40, brightness, -1)
    return picture


def set_of(*pictures: np.ndarray) -> FaceSet:
    names = tuple(str(number) for number in range(len(pictures)))
    return FaceSet("t", "t", "", "", names, tuple("전체" for _ in names), lambda number: pictures[number])


def silent(_: str) -> None:
    """Hears nothing."""


def test_light_is_measured_where_the_face_is() -> None:
    lit = np.zeros((100, 100), np.uint8)
    lit[15:85, 15:85] = 150
    seen = measured(set_of(np.full((100, 100), 20, np.uint8), np.full((100, 100), 240, np.uint8), lit), silent)

    assert (seen.brightness < TOO_DARK).tolist() == [True, False, False]
    assert (seen.brightness > TOO_BRIGHT).tolist() == [False, True, False]
    assert (seen.corners < PLAIN_CORNER).tolist() == [True, True, True]


def test_blur_is_seen() -> None:
    sharp = np.random.default_rng(1).integers(0, 255, (200, 200)).astype(np.uint8)
    seen = measured(set_of(sharp, cv2.GaussianBlur(sharp, (0, 0), 6)), silent)

    assert seen.sharpness[0] > BLURRED > seen.sharpness[1]


def test_a_smaller_brighter_copy_looks_alike_and_others_do_not() -> None:
    pictures = [scene(seed) for seed in range(12)]
    copy = cv2.resize(np.minimum(250, pictures[3].astype(int) + 4).astype(np.uint8), (120, 120))
    seen = measured(set_of(*pictures, copy), silent)

    assert look_alikes(seen.hashes, seen.thumbs) == [(3, 12)]


def test_own_folder_takes_labels_from_folders_and_counts_broken_files(tmp_path: Path) -> None:
    for folder, seed in (("기쁨", 1), ("슬픔", 2)):
        (tmp_path / folder).mkdir()
        cv2.imencode(".png", scene(seed))[1].tofile(tmp_path / folder / "a.png")
    (tmp_path / "슬픔" / "broken.jpg").write_bytes(b"not a picture")

    faces = own_face_set(tmp_path)
    seen = measured(faces, silent)

    assert faces.labellings[0].names == ("기쁨", "슬픔")
    assert faces.labellings[0].values.tolist() == [0, 1, 1]
    assert seen.unreadable == ("슬픔/broken.jpg",)
    assert seen.sizes_wh.tolist() == [[160, 160], [160, 160]]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="사진이 하나도 없습니다"):
        own_face_set(tmp_path)
