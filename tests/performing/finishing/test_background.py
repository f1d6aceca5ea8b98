from __future__ import annotations

import numpy as np
import pytest
import skimage.data
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.performing.finishing.background import (
    Background,
    BackgroundKind,
    decontaminated,
    laid_on,
    with_background,
)

FACE, SUIT = np.s_[92:160, 200:248], np.s_[330:430, 120:180]


@pytest.fixture(scope="module")
def astronaut() -> Image:
    return Image(skimage.data.astronaut())


@pytest.fixture(scope="module")
def cut_out(astronaut) -> Image:
    return with_background(astronaut, Background.parse("none"))


@pytest.mark.parametrize(
    ("word", "kind", "rgb"),
    [
        ("keep", BackgroundKind.KEEP, None),
        ("그대로", BackgroundKind.KEEP, None),
        ("투명", BackgroundKind.NONE, None),
        (" White ", BackgroundKind.COLOUR, (255, 255, 255)),
        ("#fa0", BackgroundKind.COLOUR, (255, 170, 0)),
        ("#102030", BackgroundKind.COLOUR, (16, 32, 48)),
        ("분홍", BackgroundKind.COLOUR, (244, 143, 177)),
    ],
)
def test_backgrounds_are_named_in_both_languages(word, kind, rgb):
    assert Background.parse(word) == Background(kind, rgb)


@pytest.mark.parametrize("word", ["", "beach", "#12", "무지개", "rgb("])
def test_other_words_are_refused_with_examples(word):
    with pytest.raises(PyojeongError, match="하늘색") as refusal:
        Background.parse(word)
    assert refusal.value.kind == "background"


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
def test_every_hex_colour_is_read(red, green, blue):
    assert Background.parse(f"#{red:02x}{green:02X}{blue:02x}").rgb == (red, green, blue)


@pytest.mark.parametrize(("kind", "rgb"), [(BackgroundKind.COLOUR, None), (BackgroundKind.NONE, (1, 2, 3))])
def test_a_colour_belongs_to_colour_alone(kind, rgb):
    with pytest.raises(ValueError, match="colour"):
        Background(kind, rgb)


def test_keeping_changes_nothing(astronaut):
    assert with_background(astronaut, Background()) is astronaut


def test_the_person_is_kept_and_the_rest_is_clear(astronaut, cut_out):
    assert cut_out.size_wh == astronaut.size_wh
    assert cut_out.alpha[FACE].min() == 255
    assert cut_out.alpha[SUIT].mean() > 250
    assert cut_out.alpha[20:60, 440:500].max() == 0
    assert 0.3 < (cut_out.alpha > 127).mean() < 0.7


def test_pixels_that_are_wholly_the_persons_stay_bit_identical(astronaut, cut_out):
    whole = cut_out.alpha == 255
    assert np.array_equal(cut_out.rgb[whole], astronaut.rgb[whole])


def test_the_edge_is_soft_but_narrow(cut_out):
    between = ((cut_out.alpha > 0) & (cut_out.alpha < 255)).mean()
    assert 0.005 < between < 0.12


def test_a_colour_stands_behind_the_person(astronaut):
    blue = with_background(astronaut, Background.parse("#2040c0"))
    assert blue.pixels.shape[2] == 3
    assert (blue.pixels[20:60, 440:500] == (32, 64, 192)).all()
    assert np.array_equal(blue.pixels[FACE], astronaut.pixels[FACE])


def test_grey_photos_stay_grey_before_grey_only(astronaut):
    grey = Image(np.dstack([astronaut.pixels[:, :, 1]] * 3), grey=True)
    assert with_background(grey, Background.parse("white")).grey
    assert not with_background(grey, Background.parse("red")).grey


def test_transparency_the_photo_had_is_not_filled(astronaut):
    alpha = np.full((512, 512), 255, np.uint8)
    alpha[:, :230] = 0
    half = with_background(Image(np.dstack([astronaut.pixels, alpha])), Background.parse("none"))
    assert half.alpha[:, :230].max() == 0
    assert half.alpha[100:160, 232:250].min() == 255


@pytest.mark.parametrize("side", [64, 300])
def test_a_picture_of_nobody_says_so(side):
    with pytest.raises(PyojeongError, match="사람을 찾지 못했습니다") as refusal:
        with_background(Image(np.full((side, side, 3), 128, np.uint8)), Background.parse("none"))
    assert refusal.value.kind == "no-person"


def test_half_covered_pixels_lose_the_old_backgrounds_colour():
    # A red person before green, mixed over 24 columns as a lens would.
    alpha = np.clip(np.linspace(255 + 400, -400, 120), 0, 255).astype(np.uint8)
    matte = np.tile(alpha, (60, 1))
    share = matte[:, :, None] / 255
    photo = np.rint(share * (200, 30, 30) + (1 - share) * (20, 220, 20)).astype(np.uint8)
    clean = decontaminated(photo, matte)
    mixed = (matte > 100) & (matte < 255)
    error_before = np.abs(photo[mixed].astype(int) - (200, 30, 30)).mean()
    error_after = np.abs(clean[mixed].astype(int) - (200, 30, 30)).mean()
    assert error_after < 0.35 * error_before
    assert np.array_equal(clean[matte == 255], photo[matte == 255])


@given(st.integers(0, 255))
def test_laying_on_a_colour_is_exact_to_rounding(value):
    matte = np.full((2, 3), value, np.uint8)
    laid = laid_on(np.full((2, 3, 3), 10, np.uint8), matte, (250, 0, 100))
    exact = 10 * value / 255 + np.array([250, 0, 100]) * (1 - value / 255)
    assert np.abs(laid - exact).max() <= 0.5


def test_the_body_has_no_holes(cut_out):
    # The badge and the cords of the suit look like background to the network alone.
    assert cut_out.alpha[260:480, 150:280].min() == 255
