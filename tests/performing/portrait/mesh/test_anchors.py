from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.mesh.anchors import anchored
from pyojeong.performing.portrait.mesh.canonical import canonical_mesh

PLACES = np.array([[3.9, -0.3], [-3.9, -0.3], [0.0, 6.5], [2.3, -5.8]])


def test_anchors_are_where_they_were_asked_for():
    assert np.allclose(anchored(PLACES).on(canonical_mesh().vertices_cm)[:, :2], PLACES, atol=1e-6)


def test_anchors_follow_every_affine_change_of_the_mesh():
    turn = np.array([[0.0, -2.0], [1.5, 0.3]])
    moved = canonical_mesh().vertices_cm[:, :2] @ turn.T + [7.0, -3.0]
    assert np.allclose(anchored(PLACES).on(moved), PLACES @ turn.T + [7.0, -3.0], atol=1e-6)


def test_a_place_in_the_hole_of_an_eye_hangs_on_the_lids():
    eye = np.array([[3.2, 2.6]])
    assert np.linalg.norm(anchored(eye).on(canonical_mesh().vertices_cm)[0, :2] - eye[0]) < 1.0
