import numpy as np

from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.mesh.topology import (
    COARSE_POINTS,
    EYE_RIGHT,
    LOWER_LIP,
    UPPER_LIP,
    coarse_triangles,
    displaced_with_rings,
    eye_left,
    fine_mesh,
    ring_ids,
    with_rings,
)


def test_rows_run_from_the_right_and_eye_rows_from_the_outer_corner() -> None:
    x = canonical_mesh().vertices_cm[:, 0]
    for row in UPPER_LIP + LOWER_LIP:
        assert (np.diff(x[list(row)]) > -0.12).all()
    assert (np.diff(x[list(EYE_RIGHT.upper)]) > 0).all()
    assert (np.diff(x[list(eye_left().lower)]) < 0).all()


def test_last_ring_never_moves_and_the_throat_follows_the_chin_most() -> None:
    moved = displaced_with_rings(np.ones((468, 2)))
    assert moved.shape == (COARSE_POINTS, 2)
    assert (moved[ring_ids(2)] == 0).all()
    assert moved[ring_ids(0)].max() == 0.88
    assert moved[ring_ids(0)].min() == 0.60


def test_loops_of_the_fine_mesh_lie_on_the_coarse_rows() -> None:
    fine = fine_mesh()
    points = fine.refined(with_rings(canonical_mesh().vertices_cm[:, :2]))
    assert len(fine.triangles) == 16 * len(coarse_triangles())
    assert np.array_equal(fine.lip_upper[::4], UPPER_LIP[-1])
    assert np.array_equal(fine.eye_left[1][::4], eye_left().lower)
    assert fine.lip_upper[0] == fine.lip_lower[0] and fine.lip_upper[-1] == fine.lip_lower[-1]
    assert (np.linalg.norm(np.diff(points[fine.lip_upper], axis=0), axis=1) < 0.25).all()


def test_lips_that_touch_on_the_coarse_mesh_touch_on_the_fine_one() -> None:
    fine, face = fine_mesh(), canonical_mesh().vertices_cm[:, :2].copy()
    face[list(LOWER_LIP[-1])] = face[list(UPPER_LIP[-1])]
    points = fine.refined(with_rings(face))
    assert np.abs(points[fine.lip_upper] - points[fine.lip_lower]).max() < 1e-12
