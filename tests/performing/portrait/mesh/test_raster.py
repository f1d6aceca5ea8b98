import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.performing.portrait.mesh.raster import EMPTY, affines, covered_cells, mapped, painted, signed_area


def slow_cells(triangle: np.ndarray, width: int, height: int) -> set[int]:
    """Cells strictly inside, one at a time."""
    inside = set()
    for row in range(height):
        for column in range(width):
            p = np.array([column, row])
            turns = [np.cross(triangle[(k + 1) % 3] - triangle[k], p - triangle[k]) for k in range(3)]
            if min(turns) > 1e-9 or max(turns) < -1e-9:
                inside.add(row * width + column)
    return inside


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-3, 15, width=32), min_size=6, max_size=6))
def test_cells_inside_a_triangle_are_those_found_one_by_one(values: list[float]) -> None:
    triangle = np.array(values, np.float64).reshape(3, 2)
    cells, _ = covered_cells(triangle[None], (12, 10))
    missing = slow_cells(triangle, 12, 10) - set(cells.tolist())
    assert not missing


def test_neighbours_share_no_cell_and_leave_none_out() -> None:
    corner, centre = np.array([[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0]]), np.array([4.0, 4.0])
    fan = np.array([[corner[k], corner[(k + 1) % 4], centre] for k in range(4)])
    cells, _ = covered_cells(fan, (9, 9))
    assert sorted(cells.tolist()) == list(range(81))


def test_later_triangles_lie_over_earlier_ones() -> None:
    big = np.array([[[-1.0, -1.0], [20.0, -1.0], [-1.0, 20.0]]])
    small = np.array([[[1.5, 1.5], [4.5, 1.5], [1.5, 4.5]]])
    canvas = painted(np.concatenate([big, small]), (8, 8))
    assert canvas[2, 2] == 1 and canvas[0, 0] == 0
    assert painted(small, (8, 8))[0, 0] == EMPTY


def test_an_affine_takes_each_corner_to_its_source() -> None:
    random = np.random.default_rng(3)
    destination, source = random.uniform(0, 50, (2, 20, 3, 2))
    maps = affines(destination, source)
    for corner in range(3):
        x, y = mapped(maps, np.arange(20), *destination[:, corner].T.astype(np.float32))
        assert np.abs(np.stack([x, y], 1) - source[:, corner]).max() < 0.05
    assert (signed_area(destination) * signed_area(destination[:, ::-1]) < 0).all()
