from importlib.resources import files

import numpy as np

from pyojeong.lab.face_mesh import EYE_HEIGHT_CM
from pyojeong.performing.portrait.mesh.canonical import MOUTH_CORNER_CM, canonical_mesh


def test_mean_face_is_symmetric_in_the_documented_frame() -> None:
    face = canonical_mesh()
    flipped = face.vertices_cm[face.mirror] * np.array([-1, 1, 1])
    assert np.abs(flipped - face.vertices_cm).max() < 1e-5
    assert abs(face.vertices_cm[263, 0] - face.vertices_cm[33, 0] - 8.9) < 0.02
    assert abs(face.vertices_cm[[33, 133, 263, 362], 1].mean() - EYE_HEIGHT_CM) < 0.02
    assert np.abs(np.abs(face.vertices_cm[291, :2]) - np.abs(MOUTH_CORNER_CM)).max() < 0.02


def test_triangles_look_forward_and_leave_three_holes() -> None:
    face = canonical_mesh()
    a, b, c = (face.vertices_cm[face.triangles[:, k]] for k in range(3))
    assert (np.cross(b - a, c - a)[:, 2] > 0).mean() > 0.99
    sides = [face.triangles[:, [k, (k + 1) % 3]] for k in range(3)]
    edges = np.sort(np.concatenate(sides), 1)
    _, count = np.unique(edges, axis=0, return_counts=True)
    assert count.max() == 2
    assert (count == 1).sum() == 36 + 20 + 2 * 16


def test_mesh_file_is_small() -> None:
    path = files("pyojeong.performing.portrait.mesh").joinpath("canonical_mesh.npz")
    assert len(path.read_bytes()) < 200_000
