from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.performing.finishing.mark import LABELS, visible_mark

SIZES = [(64, 64), (128, 128), (512, 512), (1024, 400), (300, 2000), (4000, 3000)]


@settings(max_examples=60, deadline=None)
@given(st.integers(32, 3000), st.integers(32, 3000), st.sampled_from(sorted(LABELS)))
def test_it_fits_pictures_of_every_size(width, height, language):
    mark = visible_mark((width, height), language=language)
    left, top, right, bottom = mark.box_xyxy
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert mark.patch.shape == (bottom - top, right - left, 4)


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("size_wh", SIZES)
def test_nothing_outside_its_mask_changes(size_wh, channels):
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 255, (size_wh[1], size_wh[0], channels), np.uint8)
    mark = visible_mark(size_wh)
    marked = mark.over(pixels)
    changed = (marked != pixels).any(axis=2)
    mask = mark.mask(size_wh)
    assert changed.any()
    assert not changed[~mask].any()
    assert mask.mean() < 0.06 or min(size_wh) < 200


@pytest.mark.parametrize("ground", [0, 128, 255])
@pytest.mark.parametrize("size_wh", [(256, 256), (512, 512), (3000, 2000)])
def test_its_letters_stand_out_on_any_ground(ground, size_wh):
    marked = visible_mark(size_wh).over(np.full((size_wh[1], size_wh[0], 3), ground, np.uint8))
    left, top, right, bottom = visible_mark(size_wh).box_xyxy
    label = marked[top:bottom, left:right, 0].astype(float)
    ink, plate = np.percentile(label, 99), np.median(label)
    luminance = lambda v: (v / 255) ** 2.2  # noqa: E731
    # WCAG 2.2 §1.4.11 asks 3 : 1 of signs.
    assert (luminance(ink) + 0.05) / (luminance(plate) + 0.05) > 3


def test_grey_pictures_stay_grey():
    marked = visible_mark((400, 300)).over(np.full((300, 400, 3), 77, np.uint8))
    assert np.array_equal(marked[:, :, 0], marked[:, :, 1])
    assert np.array_equal(marked[:, :, 0], marked[:, :, 2])


def test_it_shows_on_transparent_pictures():
    clear = np.zeros((300, 300, 4), np.uint8)
    mark = visible_mark((300, 300))
    marked = mark.over(clear)
    assert marked[:, :, 3].max() > 230
    assert marked[~mark.mask((300, 300))].max() == 0


def test_it_keeps_away_from_faces():
    left_bottom = visible_mark((500, 500), [(300, 350, 500, 500)])
    assert left_bottom.box_xyxy[2] < 250
    assert left_bottom.box_xyxy[1] > 250
    top = visible_mark((500, 500), [(0, 300, 500, 500)])
    assert top.box_xyxy[3] < 250


def test_it_grows_with_the_picture():
    small, large = visible_mark((512, 512)).patch, visible_mark((2048, 2048)).patch
    assert large.shape[0] == pytest.approx(4 * small.shape[0], abs=4)


def test_the_same_picture_gets_the_same_mark():
    assert np.array_equal(visible_mark((640, 480)).patch, visible_mark((640, 480)).patch)
    assert not np.array_equal(visible_mark((640, 480)).patch.shape, visible_mark((640, 480), language="en").patch.shape)
