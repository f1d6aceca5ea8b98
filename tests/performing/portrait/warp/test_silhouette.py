from dataclasses import replace

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS
from pyojeong.performing.portrait.mesh.topology import OVAL
from pyojeong.performing.portrait.warp.silhouette import hidden_points, in_agreement, near_outline


def _turned(mesh):
    """The mesh with the left cheek pulled over its outline, as in a turned face."""
    coarse = mesh.coarse_px.copy()
    left = [i for i in OVAL if mesh.local_cm[i, 0] > 6.0]
    coarse[left, 0] -= 2.0 * mesh.scale
    return replace(mesh, coarse_px=coarse), left


def test_a_frontal_face_is_left_alone(mesh) -> None:
    away = np.random.default_rng(1).normal(size=(POINTS, 2))
    assert len(hidden_points(mesh)) == 0
    assert in_agreement(mesh, away) is away


def test_points_over_one_another_go_the_same_way(mesh) -> None:
    turned, left = _turned(mesh)
    down = np.zeros((POINTS, 2))
    down[left, 1] = 1.0
    agreed = in_agreement(turned, down)
    assert set(left) <= set(hidden_points(turned).tolist())
    places = turned.coarse_px[:POINTS]
    for point in left:
        close = near_outline() & (np.linalg.norm(places - places[point], axis=1) < 0.4 * mesh.scale)
        beside = np.intersect1d(np.flatnonzero(close), hidden_points(turned))
        assert np.abs(agreed[beside, 1] - agreed[point, 1]).max() < 0.45


def test_the_middle_of_the_face_is_left_alone(mesh) -> None:
    turned, _ = _turned(mesh)
    away = np.random.default_rng(1).normal(size=(POINTS, 2))
    agreed = in_agreement(turned, away)
    assert np.array_equal(agreed[~near_outline()], away[~near_outline()])
