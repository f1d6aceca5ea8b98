from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.portrait.drawing.patch import gap_between, patch_around, patch_holding, rim_of, smooth_step

BOUNDS = (0, 0, 400, 300)


def camera(roll_degrees: float, scale: float = 20.0) -> np.ndarray:
    c, s = np.cos(np.deg2rad(roll_degrees)) * scale, np.sin(np.deg2rad(roll_degrees)) * scale
    return np.array([[c, s, 2.0, 200.0], [s, -c, 1.0, 150.0]])


@pytest.mark.parametrize("roll", [0, 60, 135, 180, -90])
@pytest.mark.parametrize("finest", [None, 7.0])
def test_grid_and_locate_are_each_others_inverse_whichever_way_the_head_is_tipped(roll: float, finest: float | None):
    patch = patch_around(camera(roll), np.array([0.5, -1.0, 3.0]), ((-2, 3), (-1, 1)), BOUNDS, max_px_per_cm=finest)
    column, row = patch.locate(*patch.grid_cm)
    width, height = patch.size_wh
    assert np.allclose(column, np.arange(width), atol=1e-2)
    assert np.allclose(row, np.arange(height)[:, None], atol=1e-2)


def test_pixels_become_the_centimetres_they_came_from():
    matrix = camera(25)
    patch = patch_around(matrix, np.array([0.0, 0.0, 3.0]), ((-2, 2), (-2, 2)), BOUNDS)
    points = np.array([[0.3, 1.2], [-1.5, 0.4]])
    px = np.column_stack([points, np.full(2, 3.0), np.ones(2)]) @ matrix.T
    assert np.allclose(patch.cm(px), points)


def test_a_patch_stays_within_the_picture_and_says_when_nothing_is_left():
    inside = patch_around(camera(0), np.array([9.0, 6.0, 0.0]), ((-3, 3), (-3, 3)), BOUNDS)
    left, top, right, bottom = inside.box_xyxy
    assert left >= 0 and top >= 0 and right <= 400 and bottom <= 300 and not inside.empty
    assert patch_around(camera(0), np.array([90.0, 0.0, 0.0]), ((-1, 1), (-1, 1)), BOUNDS).empty


def test_patch_holding_reaches_its_margin_around_the_points():
    matrix, points = camera(0), np.array([[180.0, 140.0], [220.0, 150.0]])
    patch = patch_holding(matrix, points, np.zeros(3), 0.5, BOUNDS)
    left, top, right, bottom = patch.box_xyxy
    assert 168 <= left <= 171 and 128 <= top <= 131 and 229 <= right <= 232 and 159 <= bottom <= 162


def test_a_rim_is_read_between_its_points_and_level_beyond_them():
    rim = rim_of(np.array([[1.0, 2.0], [-1.0, 0.0], [0.0, 1.5]]))
    heights = rim.height(np.array([[-5.0, -0.5, 0.5, 1.0, 7.0]], np.float32))
    assert np.allclose(heights, [[0.0, 0.75, 1.75, 2.0, 2.0]], atol=0.02)
    assert rim.ends == (-1.0, 1.0)


def test_gap_between_two_edges_is_their_largest_distance():
    upper = rim_of(np.array([[-1.0, 0.0], [0.0, 0.8], [1.0, 0.0]]))
    lower = rim_of(np.array([[-1.0, 0.0], [0.0, -0.3], [1.0, 0.0]]))
    assert gap_between(upper, lower) == pytest.approx(1.1)


def test_smooth_step_is_flat_outside_and_rising_within():
    values = smooth_step(1.0, 2.0, np.linspace(0, 3, 31, dtype=np.float32))
    assert values[0] == 0 and values[-1] == 1 and np.all(np.diff(values) >= 0)
