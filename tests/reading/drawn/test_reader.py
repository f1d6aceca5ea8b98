"""The reader of drawn faces: what it promises of any picture, and what it must read of our own drawings."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.damage import laid_on
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import Character, design_of, draw
from pyojeong.performing.character.acts import act_for
from pyojeong.reading.drawn import DrawnReader
from pyojeong.reading.drawn.view import GROUNDS, SIDE_PX, cut_out, views_of


@pytest.fixture(scope="module")
def reader() -> DrawnReader:
    return DrawnReader.shipped()


def _drawn(design: str, emotion: Emotion, side: int = 100) -> np.ndarray:
    character = Character(design)
    return painted(draw(character, act_for(emotion, 0.9, design=design_of(character)).key), side).pixels


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((100, 100, 4), np.uint8),
        np.full((100, 100, 4), 255, np.uint8),
        np.random.default_rng(1).integers(0, 256, (37, 80, 4), np.uint8),
        np.full((1, 1, 4), 255, np.uint8),
        np.full((3, 90, 4), 200, np.uint8),
    ],
    ids=["nothing", "white", "noise", "one pixel", "a bar"],
)
def test_shares_of_any_picture_sum_to_one(reader: DrawnReader, picture: np.ndarray) -> None:
    reading = reader.read(picture)
    assert set(reading.shares) == set(Emotion)
    assert sum(reading.shares.values()) == pytest.approx(1.0)
    assert reading.certainty == pytest.approx(max(reading.shares.values()))
    assert reading.ranked[0][0] is reading.leading


def test_a_picture_needs_alpha(reader: DrawnReader) -> None:
    with pytest.raises(ValueError, match="H×W×4"):
        reader.read(np.zeros((100, 100, 3), np.uint8))


def test_our_designs_at_rest_are_mostly_read_right(reader: DrawnReader) -> None:
    """It has seen these designs; under nine tenths something is broken."""
    shown = [(design, emotion) for design in ("mascot", "cat", "dog", "bear") for emotion in Emotion]
    right = [reader.read(_drawn(design, emotion)).leading is emotion for design, emotion in shown]
    assert np.mean(right) >= 0.9


def test_where_the_figure_stands_does_not_matter(reader: DrawnReader) -> None:
    picture = _drawn("mascot", Emotion.ANGER)
    moved = np.zeros((160, 160, 4), np.uint8)
    moved[50:150, 10:110] = picture
    assert reader.read(moved).shares == pytest.approx(reader.read(picture).shares, abs=1e-4)


def test_a_mirrored_figure_shows_the_same(reader: DrawnReader) -> None:
    picture = _drawn("cat", Emotion.FEAR)
    assert reader.read(picture[:, ::-1]).shares == pytest.approx(reader.read(picture).shares, abs=0.05)


@pytest.mark.parametrize("ground", [(255, 255, 255), (120, 190, 240)])
def test_a_figure_on_a_ground_of_its_own_is_cut_out_of_it(ground: tuple[int, int, int]) -> None:
    picture = np.zeros((120, 100, 4), np.uint8)
    picture[30:80, 20:60] = (200, 40, 40, 255)
    flat = np.dstack([laid_on(picture, ground), np.full((120, 100), 255, np.uint8)])
    part = cut_out(flat)
    assert part.shape == cut_out(picture).shape
    assert (part[:, :, 0] == 200).mean() == (cut_out(picture)[:, :, 0] == 200).mean() > 0.5


def test_a_restless_ground_is_left_as_it_is() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (60, 60, 4), np.uint8)
    noise[:, :, 3] = 255
    assert np.array_equal(cut_out(noise)[2:-2, 2:-2], noise)


def test_views_are_of_every_ground_and_mirrored() -> None:
    tall = np.zeros((50, 40, 4), np.uint8)
    tall[5:45, 10:20] = (0, 200, 0, 255)
    assert cut_out(tall).shape[0] == cut_out(tall).shape[1]
    views = views_of(tall)
    assert views.shape == (2 * len(GROUNDS), 3, SIDE_PX, SIDE_PX) and views.dtype == np.float32
    assert np.array_equal(views[0][:, :, ::-1], views[1])
    assert {tuple(view[:, 0, 0]) for view in views} == {tuple(map(float, ground)) for ground in GROUNDS}
