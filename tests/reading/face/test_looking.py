from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.reading.face.looking import covered, one_each, overlap, reduced, square_crop, tiles, turned_back
from pyojeong.reading.face.mediapipe_models import Detection


@given(st.integers(1, 400), st.integers(1, 400), st.integers(20, 200))
def test_tiles_cover_the_picture_and_stay_inside(width, height, side):
    seen = np.zeros((height, width), bool)
    for left, top, right, bottom in tiles((width, height), side):
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        seen[top:bottom, left:right] = True
    assert seen.all()


@given(st.integers(0, 3), st.integers(2, 9), st.integers(2, 9), st.data())
def test_turning_back_undoes_rot90(turns, width, height, data):
    x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    picture = np.zeros((height, width))
    picture[y, x] = 1
    row, column = np.argwhere(np.rot90(picture, turns) == 1)[0]
    back = turned_back(np.array([[column + 0.5, row + 0.5]]), turns, (width, height))
    assert back.tolist() == [[x + 0.5, y + 0.5]]


def test_a_crop_over_the_edge_is_black_outside():
    white = np.full((10, 10, 3), 255, np.uint8)
    crop, corner = square_crop(white, (0, 0), 8)
    assert corner == (-4, -4)
    assert crop[:4].max() == crop[:, :4].max() == 0
    assert crop[4:, 4:].min() == 255
    outside, _ = square_crop(white, (100, 100), 8)
    assert outside.max() == 0


def test_reduced_copies_know_their_scale():
    big = np.zeros((300, 1000, 3), np.uint8)
    small, scale = reduced(big, 500)
    assert small.shape == (150, 500, 3)
    assert scale == 2
    assert reduced(small, 500) == (small, 1.0)


def test_overlaps():
    assert overlap((0, 0, 2, 2), (0, 0, 2, 2)) == 1
    assert overlap((0, 0, 1, 1), (2, 2, 3, 3)) == 0
    assert overlap((0, 0, 0, 0), (0, 0, 0, 0)) == 0
    assert covered((0, 0, 10, 10), (2, 2, 4, 4)) == 1


def test_the_surest_rectangle_of_a_face_stays():
    sure, unsure, other = (
        Detection(b, s) for b, s in (((0, 0, 9, 9), 0.9), ((1, 1, 9, 9), 0.6), ((50, 50, 60, 60), 0.7))
    )
    assert one_each([unsure, other, sure]) == [sure, other]
