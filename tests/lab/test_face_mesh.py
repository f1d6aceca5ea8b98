import numpy as np
import pytest

from pyojeong.lab.face_mesh import (
    carried,
    in_rig_frame,
    is_neutral,
    mirror_of,
    procrustes_mean,
    similarity,
    triangles_of,
)
from pyojeong.performing.portrait.mesh.canonical import canonical_mesh

FACE = canonical_mesh().vertices_cm


def turned(shape: np.ndarray, angle: float, scale: float, shift: float) -> np.ndarray:
    cos, sin = np.cos(angle), np.sin(angle)
    return scale * shape @ np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]]).T + shift


def test_a_similarity_is_found_and_carries_other_points_along() -> None:
    moved = turned(FACE, 0.4, 3.0, 12.0)
    assert np.abs(similarity(moved, FACE) - FACE).max() < 1e-9
    assert np.abs(carried(moved[:5], moved, FACE) - FACE[:5]).max() < 1e-9


def test_the_mean_forgets_pose_and_averages_shape() -> None:
    noise = np.random.default_rng(0).normal(0, 0.05, (12, *FACE.shape))
    shapes = np.array([turned(FACE + n, 0.1 * k, 1 + k, k) for k, n in enumerate(noise)])
    mean = similarity(procrustes_mean(shapes), FACE)
    assert np.linalg.norm(mean - FACE, axis=1).mean() < 0.04


def test_the_frame_does_not_depend_on_where_the_face_was() -> None:
    assert np.abs(in_rig_frame(turned(FACE, 0.3, 7.0, -3.0)) - FACE).max() < 0.02


def test_partners_are_mutual() -> None:
    assert np.array_equal(mirror_of(FACE), canonical_mesh().mirror)
    with pytest.raises(ValueError, match="one to one"):
        mirror_of(FACE + np.random.default_rng(1).normal(0, 1, FACE.shape))


def test_triangles_come_back_from_directed_edges_without_the_corner_between_three() -> None:
    canonical = canonical_mesh().triangles.tolist()
    again = triangles_of([edge for a, b, c in canonical for edge in ((a, b), (b, c), (c, a))])
    assert sorted(map(tuple, canonical)) == sorted(map(tuple, again.tolist()))


def test_a_smiling_or_turned_picture_is_no_neutral_one() -> None:
    row = {"yaw": "1", "pitch": "2"} | dict.fromkeys(NAMES, "0.0")
    assert is_neutral(row)
    assert not is_neutral(row | {"mouthSmileLeft": "0.8"})
    assert not is_neutral(row | {"yaw": "-20"})


NAMES = (
    "mouthSmileLeft", "mouthSmileRight", "jawOpen", "mouthUpperUpLeft", "mouthLowerDownLeft", "mouthPucker",
    "eyeBlinkLeft", "eyeBlinkRight", "browDownLeft", "mouthFrownLeft",
)  # fmt: skip
