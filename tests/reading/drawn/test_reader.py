"""The reader of drawn faces: what it promises of any picture, and what it must read of our own drawings."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import Character, design_of, draw
from pyojeong.performing.character.acts import act_for
from pyojeong.reading.drawn import DrawnReader
from pyojeong.reading.drawn.view import cut_out, patches_of


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
    ],
    ids=["nothing", "white", "noise", "one pixel"],
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
    """It has seen these designs; under three quarters something is broken."""
    shown = [(design, emotion) for design in ("mascot", "cat", "dog", "bear") for emotion in Emotion]
    right = [emotion in [e for e, _ in reader.read(_drawn(*one)).ranked[:2]] for one in shown for emotion in one[1:]]
    assert np.mean(right) >= 0.75


def test_where_the_figure_stands_does_not_matter(reader: DrawnReader) -> None:
    picture = _drawn("mascot", Emotion.ANGER)
    moved = np.zeros((160, 160, 4), np.uint8)
    moved[50:150, 10:110] = picture
    assert reader.read(moved).shares == pytest.approx(reader.read(picture).shares, abs=1e-4)


def test_patches_have_no_mean_and_what_is_cut_out_is_square() -> None:
    patches = patches_of(np.random.default_rng(2).uniform(0, 255, (20, 20, 3)).astype(np.float32))
    assert patches.shape == (64, 108) and np.abs(patches.mean(1)).max() < 1e-5
    tall = np.zeros((50, 40, 4), np.uint8)
    tall[5:45, 10:20] = 255
    assert cut_out(tall).shape == (40, 40, 4)
