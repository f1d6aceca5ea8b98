"""The exam every performer of a photo passes, whatever draws it: the promises of DESIGN, measured on one sitter."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import skimage.data

from pyojeong.emotion import Emotion, Mood
from pyojeong.media import Face, Image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.rig import Expression
from pyojeong.rig.compose import compose

PERFORMERS: dict[str, Callable[[Image, Face], PortraitPerformer]] = {"muscle rig": PortraitPerformer}


@pytest.fixture(scope="module")
def sitter() -> tuple[Image, Face]:
    image = Image(skimage.data.astronaut())
    return image, FaceFinder().find(image)[0]


@pytest.fixture(scope="module", params=PERFORMERS)
def performer(request: pytest.FixtureRequest, sitter: tuple[Image, Face]) -> PortraitPerformer:
    return PERFORMERS[request.param](*sitter)


def test_rest_is_the_photo(performer: PortraitPerformer, sitter: tuple[Image, Face]) -> None:
    assert np.array_equal(performer.perform(Expression()).pixels, sitter[0].pixels)


@pytest.mark.parametrize("emotion", [e for e in Emotion if e is not Emotion.NEUTRAL])
def test_every_emotion_changes_the_face_and_nothing_else(
    performer: PortraitPerformer, sitter: tuple[Image, Face], emotion: Emotion
) -> None:
    photo = sitter[0]
    done = performer.performance(compose(Mood.of(emotion)))
    changed = np.any(done.image.pixels != photo.pixels, axis=2)
    left, top, right, bottom = done.mask_box_xyxy
    allowed = np.zeros_like(changed)
    allowed[top:bottom, left:right] = done.mask
    assert done.image.size_wh == photo.size_wh
    assert changed.sum() > 500
    assert not (changed & ~allowed).any()


def test_the_same_order_gives_the_same_picture(performer: PortraitPerformer) -> None:
    face = compose(Mood.of(Emotion.SURPRISE))
    first = performer.perform(face).pixels
    performer.perform(compose(Mood.of(Emotion.ANGER)))
    assert np.array_equal(performer.perform(face).pixels, first)


def test_more_of_it_moves_more(performer: PortraitPerformer, sitter: tuple[Image, Face]) -> None:
    before = sitter[1].landmarks
    gaps = []
    for amount in (0.3, 0.6, 1.0):
        again = FaceFinder().find(performer.perform(Expression({"jawOpen": amount})))[0].landmarks
        gaps.append((again[14, 1] - again[13, 1]) - (before[14, 1] - before[13, 1]))
    assert gaps == sorted(gaps) and gaps[-1] > gaps[0] + 2
