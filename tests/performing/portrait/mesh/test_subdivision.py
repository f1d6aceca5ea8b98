import numpy as np
import pytest

from pyojeong.performing.portrait.mesh.subdivision import refinement

SQUARE = np.array([[0, 1, 4], [1, 2, 5], [1, 5, 4], [0, 4, 3], [3, 4, 7], [3, 7, 6], [4, 5, 8], [4, 8, 7]], np.int32)
POINTS = np.array([[x, y] for y in range(3) for x in range(3)], np.float64)


def test_old_points_stay_and_a_linear_field_stays_linear_inside() -> None:
    step = refinement(SQUARE, 9)
    fine = step.refined(POINTS)
    assert np.array_equal(fine[:9], POINTS)
    assert np.allclose(step.refined(POINTS @ [[2.0], [3.0]]), fine @ [[2.0], [3.0]])


def test_every_triangle_becomes_four_and_none_turns_over() -> None:
    step = refinement(SQUARE, 9)
    fine = step.refined(POINTS)[step.triangles]
    a, b = fine[:, 1] - fine[:, 0], fine[:, 2] - fine[:, 0]
    assert len(step.triangles) == 4 * len(SQUARE)
    assert (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0] > 0).all()


def test_border_points_depend_on_the_border_alone() -> None:
    step = refinement(SQUARE, 9)
    bent = POINTS.copy()
    bent[4] += 0.3
    rim = step.along(np.array([0, 1, 2, 5, 8]))
    assert np.array_equal(step.refined(bent)[rim], step.refined(POINTS)[rim])


def test_a_chain_of_strangers_is_refused() -> None:
    with pytest.raises(ValueError, match="must share an edge"):
        refinement(SQUARE, 9).along(np.array([0, 8]))
