import numpy as np

from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.muscles.jaw import CORNER_SHARE, jaw_weight, opened, slid


def test_chin_and_lower_lip_go_down_together_and_the_upper_face_rests() -> None:
    shape = canonical_mesh().vertices_cm
    moved = opened(shape, 1.0)
    assert -2.3 < moved[14, 1] < -1.5 and moved[152, 1] < -1.1
    assert np.abs(moved[[13, 0, 4, 33, 10], 1]).max() < 0.05


def test_the_mouth_corner_hangs_between_the_lips() -> None:
    assert jaw_weight()[61] == CORNER_SHARE == jaw_weight()[308]


def test_neighbours_never_part_beside_the_mouth() -> None:
    triangles, shape = canonical_mesh().triangles, canonical_mesh().vertices_cm
    others = np.roll(triangles, 1, axis=1)
    length = np.linalg.norm(shape[triangles] - shape[others], axis=2)
    slope = np.abs(jaw_weight()[triangles] - jaw_weight()[others]) / length
    assert slope[np.abs(shape[triangles, 0]).min(1) > 2.6].max() < 0.7


def test_closing_undoes_opening_nearly() -> None:
    shape = canonical_mesh().vertices_cm
    there = shape + opened(shape, 0.5)
    assert np.abs(there + opened(there, -0.5) - shape)[[14, 17, 152]].max() < 0.15


def test_sideways_and_forward_are_the_jaws_alone() -> None:
    moved = slid(0.5, 0.3)
    assert np.allclose(moved[152], [0.5, 0.0, 0.3], atol=0.02) and np.abs(moved[4]).max() == 0
