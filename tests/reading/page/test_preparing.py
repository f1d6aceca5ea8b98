"""Each step of the preparation does what it says, and boxes find their way back to the photograph."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.reading.page.preparing import Preparation, prepared
from pyojeong.reading.page.preparing.ink import binarised, noise_level, smoothed, without_rules
from pyojeong.reading.page.preparing.letters import WANTED_LINE_PX, line_height_px
from pyojeong.reading.page.preparing.light import even_light
from pyojeong.reading.page.preparing.sheet import flattening, sheet_corners
from pyojeong.reading.page.preparing.skew import runs_down, skew_degrees, straightening

from .conftest import SENTENCES, written

LYING = np.array([[80, 230], [850, 190], [870, 640], [50, 700]], np.float64)
CORNERS = np.array([[140, 90], [820, 150], [790, 1010], [90, 950]], np.float64)


def grey_page() -> np.ndarray:
    return np.asarray(cv2.cvtColor(written(), cv2.COLOR_RGB2GRAY), np.uint8)


def on_desk(page: np.ndarray, corners: np.ndarray = CORNERS) -> np.ndarray:
    """The page laid on a dark desk of 900×1100 pixels, its corners there."""
    height, width = page.shape
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    return np.asarray(cv2.warpPerspective(page, matrix, (900, 1100), borderValue=70), np.uint8)


def test_the_corners_of_a_sheet_on_a_desk_are_found() -> None:
    found = sheet_corners(on_desk(np.full((860, 700), 240, np.uint8)))
    assert found is not None
    assert np.abs(found - CORNERS).max() < 8


STROKES = ("이 시기", "니가 비", "리리 기", "디디 피")


@pytest.mark.parametrize("lines", [SENTENCES, SENTENCES * 4, SENTENCES * 10, STROKES])
def test_upright_strokes_are_not_taken_for_lines(lines: tuple[str, ...]) -> None:
    page = np.asarray(cv2.cvtColor(written(lines), cv2.COLOR_RGB2GRAY), np.uint8)
    assert (runs_down(page), runs_down(np.rot90(page))) == (False, True)


@pytest.mark.parametrize("copies", [1, 4, 6])
def test_a_photographed_page_of_many_lines_is_not_laid_on_its_side(copies: int) -> None:
    page = np.asarray(cv2.cvtColor(written(SENTENCES * copies), cv2.COLOR_RGB2GRAY), np.uint8)
    flat = prepared(on_desk(page))[Preparation.LIGHT]
    heading, foot = flat.in_photo((0, 0, 50, 50), (900, 1100)), flat.in_photo((0, 400, 50, 450), (900, 1100))
    assert heading[1] < foot[1] and abs(heading[0] - foot[0]) < 100


def test_the_corners_are_found_under_a_shadow() -> None:
    desk = on_desk(np.full((860, 700), 240, np.uint8)).astype(float)
    desk[:, 450:] *= 0.55
    found = sheet_corners(desk.astype(np.uint8))
    assert found is not None
    assert np.abs(found - CORNERS).max() < 20


def test_a_page_that_fills_the_picture_has_no_corners() -> None:
    assert sheet_corners(grey_page()) is None
    assert sheet_corners(np.full((300, 400), 200, np.uint8)) is None


def test_a_flattened_sheet_is_a_rectangle_again() -> None:
    matrix, (width, height) = flattening(CORNERS)
    laid = cv2.perspectiveTransform(CORNERS[None], matrix)[0]
    assert np.allclose(laid, [[0, 0], [width, 0], [width, height], [0, height]], atol=1)


@pytest.mark.parametrize("degrees", [-12.0, -3.4, -0.7, 0.0, 1.3, 5.0, 11.2])
def test_a_slope_is_measured(degrees: float) -> None:
    page = grey_page()
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 0.85)
    turned = cv2.warpAffine(page, matrix, (width, height), borderValue=250)
    assert skew_degrees(np.asarray(turned, np.uint8)) == pytest.approx(degrees, abs=0.3)


def test_an_empty_page_has_no_slope_and_no_lines() -> None:
    empty = np.full((200, 200), 255, np.uint8)
    assert (skew_degrees(empty), line_height_px(empty)) == (0.0, None)


def test_straightening_keeps_the_whole_picture() -> None:
    matrix, (width, height) = straightening((400, 200), 10.0)
    corners = matrix @ np.array([[0, 400, 400, 0], [0, 0, 200, 200], [1, 1, 1, 1]], float)
    assert corners[:2].min() >= -1e-6
    assert corners[0].max() <= width and corners[1].max() <= height


def test_shadows_go_and_letters_stay() -> None:
    page = grey_page()
    light = np.linspace(1.0, 0.35, page.shape[1])
    shaded = (page * light).astype(np.uint8)
    assert np.abs(even_light(shaded).astype(int) - even_light(page).astype(int)).mean() < 4
    assert np.percentile(even_light(shaded)[:30], 5) > 235


def test_grain_is_smoothed_only_where_there_is_some() -> None:
    page = grey_page()
    assert smoothed(page) is page
    grained = np.clip(page + np.random.default_rng(1).normal(0, 14, page.shape), 0, 255).astype(np.uint8)
    assert noise_level(grained) == pytest.approx(14, rel=0.25)
    assert noise_level(smoothed(grained)) < 0.6 * noise_level(grained)


def test_ruling_goes_and_letters_stay() -> None:
    page = even_light(grey_page())
    ruled = page.copy()
    rows = range(60, page.shape[0], 80)
    for row in rows:
        ruled[row : row + 2] = np.minimum(ruled[row : row + 2], 185)
    clean = without_rules(ruled, 40.0)
    assert all(clean[row : row + 2, -60:].min() > 240 for row in rows)
    ink = page < 100
    assert clean[ink].mean() < page[ink].mean() + 12


def test_binarised_pages_are_black_and_white_and_keep_their_ink() -> None:
    page = even_light(grey_page())
    black = binarised(page, 31)
    assert set(np.unique(black)) == {0, 255}
    assert (black[page < 80] == 0).mean() > 0.97
    assert (black[page > 250] == 255).mean() > 0.99


def test_prepared_letters_have_the_size_that_reads_best() -> None:
    for scale in (0.4, 1.0, 2.5):
        page = cv2.resize(grey_page(), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        found = line_height_px(prepared(np.asarray(page, np.uint8))[Preparation.LIGHT].grey)
        assert found == pytest.approx(WANTED_LINE_PX, rel=0.25)


@settings(max_examples=15, deadline=None)
@given(st.floats(0.1, 0.6), st.floats(0.1, 0.6))
def test_boxes_find_their_way_back(across: float, down: float) -> None:
    photo = on_desk(grey_page())
    page = prepared(photo)[Preparation.INK]
    height, width = page.grey.shape
    box = (across * width, down * height, (across + 0.2) * width, (down + 0.2) * height)
    left, top, right, bottom = page.in_photo(box, (900, 1100))
    there = cv2.perspectiveTransform(np.array([[[box[0], box[1]]]]), np.linalg.inv(page.from_photo))[0, 0]
    assert left <= there[0] + 1e-6 <= right + 2e-6 and top <= there[1] + 1e-6 <= bottom + 2e-6
    assert 0 <= left < right <= 900 and 0 <= top < bottom <= 1100


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3), (40, 40)])
def test_odd_pictures_are_prepared_too(shape: tuple[int, int]) -> None:
    noise = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    for page in prepared(noise).values():
        assert page.grey.dtype == np.uint8
        assert np.isfinite(page.from_photo).all()
