"""Faces keep their number from frame to frame, and their moods are smoothed each by itself."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.media.face import LANDMARKS, Face
from pyojeong.reading.face.following import FaceFollower
from pyojeong.reading.face.smoothing import FORGOTTEN_SECONDS, HALF_LIFE_SECONDS

CALM, GLAD = Mood.of(Emotion.NEUTRAL), Mood.of(Emotion.JOY)


def face(left: float, top: float = 0, side: float = 100) -> Face:
    return Face((left, top, left + side, top + side), np.zeros((LANDMARKS, 3)))


def numbers(follower: FaceFollower, *lefts: float, at: float) -> list[int]:
    faces = [face(left) for left in lefts]
    return [one.number for one in follower.follow(faces, [CALM] * len(faces), at_seconds=at)]


def test_a_face_that_moves_keeps_its_number() -> None:
    follower = FaceFollower()
    assert [numbers(follower, left, at=step / 15) for step, left in enumerate((0, 30, 60, 110))] == [[0]] * 4


def test_faces_that_change_places_in_the_list_keep_their_numbers() -> None:
    follower = FaceFollower()
    assert numbers(follower, 0, 300, at=0) == [0, 1]
    assert numbers(follower, 310, 5, at=0.1) == [1, 0]
    assert numbers(follower, 310, 600, 5, at=0.2) == [1, 2, 0]


def test_a_face_is_remembered_through_a_gap_but_not_for_long() -> None:
    follower = FaceFollower()
    numbers(follower, 0, at=0)
    assert numbers(follower, at=0.5) == []
    assert numbers(follower, 10, at=1.0) == [0]
    assert numbers(follower, 10, at=1.1 + FORGOTTEN_SECONDS) == [1]


def test_each_mood_is_smoothed_by_itself() -> None:
    follower = FaceFollower()
    follower.follow([face(0), face(300)], [CALM, GLAD], at_seconds=0)
    one, other = follower.follow([face(0), face(300)], [GLAD, GLAD], at_seconds=HALF_LIFE_SECONDS)
    assert one.mood.shares[Emotion.JOY] == pytest.approx(0.5)
    assert other.mood.shares[Emotion.JOY] == pytest.approx(1.0)


def test_two_faces_are_never_taken_for_one() -> None:
    follower = FaceFollower()
    numbers(follower, 0, at=0)
    assert sorted(numbers(follower, 0, 20, at=0.1)) == [0, 1]
