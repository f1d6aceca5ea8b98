from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.portrait.drawing.low_grid import LONGEST_SIDE, LowGrid, low_grid, splatted


def ramp(width: int, height: int) -> np.ndarray:
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    return np.stack([0.05 * x, 0.07 * y, 0.03 * (x + y)], -1).astype(np.float32)


@pytest.mark.parametrize("box", [(0, 0, 1203, 907), (10, 20, 390, 320), (3, 5, 4003, 3000)])
def test_what_is_smooth_survives_being_reduced_and_enlarged(box: tuple[int, int, int, int]):
    grid = low_grid(box, 30.0)
    picture = ramp(*grid.roi_wh)
    low = grid.reduced(picture)
    assert low.shape[:2] == grid.shape and max(grid.size_wh) <= LONGEST_SIDE
    back = grid.enlarged(low, (0, 0, *grid.size_wh))
    assert back.shape == picture.shape
    edge = 2 * grid.step
    assert np.abs(back - picture)[edge:-edge, edge:-edge].max() < 0.1


def test_a_part_is_enlarged_exactly_as_the_whole():
    grid = LowGrid((301, 203), 3, 10.0)
    low = np.random.default_rng(0).random((*grid.shape, 3)).astype(np.float32)
    whole = grid.enlarged(low, (0, 0, *grid.size_wh))
    cells = (20, 11, 55, 40)
    left, top, right, bottom = grid.pixels(cells)
    assert np.allclose(grid.enlarged(low, cells), whole[top:bottom, left:right], atol=1e-5)


def test_a_part_of_a_grid_lies_on_the_same_cells():
    grid = LowGrid((301, 203), 3, 10.0)
    part = grid.around(np.array([[40.0, 30.0], [250.0, 190.0]]))
    column, row = (start // 3 for start in part.origin_xy)
    rows, columns = part.shape
    assert part.origin_xy[0] <= 40 and part.origin_xy[0] + part.roi_wh[0] >= 250
    picture = ramp(301, 203)
    assert np.allclose(part.reduced(picture), grid.reduced(picture)[row : row + rows, column : column + columns])
    assert np.allclose(part.picked(picture), grid.picked(picture)[row : row + rows, column : column + columns])
    places = np.array([[100.0, 100.0], [222.5, 64.0]])
    assert np.allclose(part.local(places) + np.array([column, row]), grid.local(places))


def test_a_broader_grid_is_a_multiple_and_comes_back_in_place():
    grid = low_grid((0, 0, 1100, 900), 25.0)
    broad = grid.broader()
    assert broad.step % grid.step == 0
    values = ramp(*broad.size_wh)[..., 0] * broad.step
    fine = grid.refined_from(values, broad)
    assert fine.shape == grid.shape
    assert fine[100, 200] == pytest.approx(0.05 * (200.5 * grid.step - broad.step / 2), abs=0.3)


def test_splatting_keeps_the_whole_weight_inside_and_drops_what_lies_outside():
    points = np.array([[3.3, 4.7], [0.0, 0.0], [-5.0, 2.0]])
    canvas = splatted(points, np.array([2.0, 1.0, 9.0]), (10, 8))
    assert canvas.sum() == pytest.approx(3.0) and canvas[0, 0] == pytest.approx(1.0)
