from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.portrait.drawing.coverage import (
    filled_from,
    grown_over,
    line_cover,
    nearest_known,
    polygon_cover,
)


def test_a_polygon_covers_its_area_with_soft_edges():
    square = np.array([[10.25, 10.0], [30.25, 10.0], [30.25, 25.0], [10.25, 25.0]])
    cover = polygon_cover(square, (50, 40), 0.8)
    assert cover.sum() == pytest.approx(21 * 16, rel=0.06)
    assert cover[17, 20] == pytest.approx(1, abs=1e-3) and cover[2, 2] == 0
    assert ((cover > 0.2) & (cover < 0.8)).any()


@pytest.mark.parametrize("sigma", [0.8, 2.0, 5.0])
def test_a_line_is_about_as_high_as_asked_at_any_width(sigma: float):
    line = np.column_stack([np.linspace(20, 100, 41), np.full(41, 40.0)])
    cover = line_cover(line, np.full(41, 0.7), (120, 80), sigma)
    assert cover[40, 60] == pytest.approx(0.7, rel=0.25)
    assert cover[40 + round(4 * sigma), 60] < 0.05


def test_filling_takes_its_colours_only_from_where_they_are_known():
    colours = np.zeros((20, 40, 3), np.float32)
    colours[:, :20], colours[:, 20:] = (100, 50, 25), (0, 255, 0)
    known = np.zeros((20, 40), np.float32)
    known[:, :20] = 1
    assert np.allclose(filled_from(colours, known, 6.0)[10, 24], (100, 50, 25), atol=2)


def test_nearest_known_points_at_the_closest_known_pixel():
    known = np.zeros((9, 9), np.float32)
    known[4, 2] = known[0, 8] = 1
    column, row = nearest_known(known)
    assert (column[4, 4], row[4, 4]) == (2, 4)
    assert (column[0, 6], row[0, 6]) == (8, 0)


def test_nothing_known_leaves_every_pixel_where_it_is():
    column, row = nearest_known(np.zeros((3, 4), np.float32))
    assert column[2, 3] == 3 and row[2, 3] == 2


def test_a_hole_is_grown_over_smoothly_from_all_its_sides():
    y, x = np.mgrid[0:60, 0:80].astype(np.float32)
    slope = np.stack([40 + x, 200 - y, 90 + 0.5 * x + 0.5 * y], -1).astype(np.float32)
    known = np.ones((60, 80), np.float32)
    known[15:45, 20:60] = 0
    torn = slope.copy()
    torn[known == 0] = 0
    grown = grown_over(torn, known)
    assert np.abs(grown - slope)[known > 0].max() < 1e-3
    assert np.abs(grown - slope).max() < 12
