"""A photo moves into an expression and comes back to itself."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media import Face, Image
from pyojeong.performing.portrait.animation import animate, fitted
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig.compose import prototype


def test_it_starts_and_ends_with_the_photo_itself(sitter: tuple[Image, Face]) -> None:
    image, face = sitter
    clip = animate(
        image, {0: face}, {0: (prototype(Emotion.SURPRISE), Undo.CONFLICTS)}, seconds=2.0, frames_per_second=20.0
    )
    first, middle, last = clip.frame(0), clip.frame(clip.count // 2), clip.frame(clip.count - 1)
    assert np.array_equal(first, image.pixels) and np.array_equal(last, image.pixels)
    assert np.any(middle != image.pixels)
    assert clip.count == 40 and clip.seconds == pytest.approx(2.0)


@pytest.mark.parametrize("emotion", [Emotion.NEUTRAL, Emotion.SADNESS])
def test_a_smile_that_goes_first_goes_step_by_step_and_comes_back(sitter: tuple[Image, Face], emotion: Emotion) -> None:
    image, face = sitter
    clip = animate(image, {0: face}, {0: (prototype(emotion), Undo.ALL)}, seconds=2.0, frames_per_second=20.0)
    away = [np.abs(frame.astype(int) - image.pixels).mean() for frame in clip.frames()]
    assert away[0] == away[-1] == 0 and max(away) > 0.1
    assert sum(0.1 < part / max(away) < 0.9 for part in away) >= 5


def test_frames_are_a_pure_function_of_their_number(sitter: tuple[Image, Face]) -> None:
    image, face = sitter
    clip = animate(image, {0: face}, {0: (prototype(Emotion.JOY), Undo.CONFLICTS)}, seconds=1.0, frames_per_second=20.0)
    late = clip.frame(12)
    clip.frame(3)
    assert np.array_equal(clip.frame(12), late)


def test_neighbouring_frames_differ_little(sitter: tuple[Image, Face]) -> None:
    image, face = sitter
    clip = animate(
        image, {0: face}, {0: (prototype(Emotion.SADNESS), Undo.CONFLICTS)}, seconds=2.0, frames_per_second=20.0
    )
    frames = [clip.frame(i).astype(np.int16) for i in range(4, 20)]
    steps = [np.abs(b - a).mean() for a, b in pairwise(frames)]
    assert max(steps) < 2.0


def test_large_photos_are_reduced_to_even_sides_and_faces_with_them(sitter: tuple[Image, Face]) -> None:
    image, face = sitter
    small, faces = fitted(image, {3: face}, 301)
    assert small.size_wh == (300, 300)
    assert faces[3].landmarks[1, 0] == pytest.approx(face.landmarks[1, 0] * 300 / image.size_wh[0])


def test_small_photos_are_not_enlarged(sitter: tuple[Image, Face]) -> None:
    image, face = sitter
    assert fitted(image, {0: face}, 4000)[0] is image
