from __future__ import annotations

import numpy as np
import pytest

from pyojeong.lab.head_template_blocks import affine, grid, grown, moved, rigid
from pyojeong.lab.head_template_export import in_steps
from pyojeong.lab.head_template_remeshing import Mesh, ordered, remeshed
from pyojeong.lab.head_template_surface import closest
from pyojeong.lab.head_template_unwrapping import outline, skin_atlas


def sheet(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """A flat rectangle 4 × 2 of rows × columns points."""
    x, y = np.meshgrid(np.linspace(0, 4, columns), np.linspace(0, 2, rows))
    return np.stack([x.ravel(), y.ravel(), 0 * x.ravel()], 1), grid(rows, columns)


def test_remeshing_makes_edges_as_long_as_wanted_and_keeps_a_curve() -> None:
    points, triangles = sheet(9, 17)
    triangles = triangles[:, ::-1]
    row = [ordered(4 * 17 + k, 4 * 17 + k + 1) for k in range(16)]
    border = {edge: 1 for edge in _border(triangles)}
    mesh = Mesh.of(points, triangles, np.zeros(len(triangles), np.int64), {**border, **dict.fromkeys(row, 0)})
    corners = {0, 16, 8 * 17, 8 * 17 + 16}
    for number, corner in enumerate(sorted(corners)):
        edge = next(edge for edge in border if corner in edge)
        mesh.mark(edge, 10 + number)
    remeshed(mesh, lambda at: np.full(len(at), 0.5), lambda mesh: None, rounds=5)
    found, faces, _, curves = mesh.arrays()
    lengths = [np.linalg.norm(found[f[k]] - found[f[k - 1]]) for f in faces for k in range(3)]
    assert 0.35 < np.median(lengths) < 0.65
    assert len(found) < len(points)
    assert _area(found, faces) == pytest.approx(8.0, abs=1e-6)
    kept = [edge for edge, curve in curves.items() if curve == 0]
    assert np.allclose([found[list(edge), 1] for edge in kept], 1.0)
    assert sum(np.linalg.norm(found[a] - found[b]) for a, b in kept) == pytest.approx(4.0)


def _border(triangles: np.ndarray) -> list[tuple[int, int]]:
    sides = [ordered(int(t[k]), int(t[k - 1])) for t in triangles for k in range(3)]
    return sorted({side for side in sides if sides.count(side) == 1})


def _area(points: np.ndarray, triangles: np.ndarray) -> float:
    a, b, c = (points[triangles[:, k]] for k in range(3))
    return float(np.cross(b - a, c - a)[:, 2].sum() / 2)


def test_the_closest_place_is_inside_on_an_edge_or_at_a_corner() -> None:
    points, triangles = np.array([[0.0, 0, 0], [1, 0, 0], [0, 1, 0]]), np.array([[0, 1, 2]])
    places, distance = closest(np.array([[0.2, 0.2, 0.5], [0.5, -1.0, 0], [3.0, -1.0, 0]]), points, triangles)
    assert np.allclose(places.of(points), [[0.2, 0.2, 0], [0.5, 0, 0], [1, 0, 0]])
    assert np.allclose(distance, [0.5, 1.0, np.hypot(2, 1)])


def test_a_lip_is_never_brought_to_the_other() -> None:
    points = np.array([[0.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 0.1], [1, 0, 0.1], [0, 1, 0.1]])
    triangles = np.array([[0, 1, 2], [3, 5, 4]])
    query = np.array([[0.2, 0.2, 0.09]])
    places, _ = closest(query, points, triangles, normals=np.array([[0.0, 0, 1]]))
    assert places.of(points)[0, 2] == 0.0


def test_carriers_say_what_was_done() -> None:
    rng = np.random.default_rng(0)
    points = rng.standard_normal((30, 3))
    angle = 0.4
    turn = np.array([[1, 0, 0], [0, np.cos(angle), -np.sin(angle)], [0, np.sin(angle), np.cos(angle)]])
    moves = (points @ turn.T + [0.1, -2, 0.3] - points)[None]
    assert np.allclose(moved(rigid(points, moves), points), moves)
    assert np.allclose(moved(affine(points, moves), points), moves)
    even = (0.2 * (points - [1, 2, 3]) + [0, 0, 1])[None]
    assert np.allclose(moved(grown(points, even, np.array([1.0, 2, 3])), points), even)


def test_steps_are_finer_than_a_thousandth_of_a_millimetre() -> None:
    shapes = np.random.default_rng(1).uniform(-3, 3, (4, 50, 3))
    whole, step = in_steps(shapes)
    assert np.abs(whole * step[:, None, None] - shapes).max() < 1e-4


def test_half_a_ball_with_an_eye_and_a_mouth_is_laid_flat_without_overlaps() -> None:
    across, up = np.meshgrid(np.linspace(0, np.pi, 33), np.linspace(-1.2, 1.2, 41))
    points = 5 * np.stack([np.sin(across) * np.cos(up), np.sin(up), np.cos(across) * np.cos(up)], -1).reshape(-1, 3)
    points[np.abs(points[:, 0]) < 1e-9, 0] = 0.0
    triangles = grid(41, 33)[:, ::-1]
    middle = points[triangles].mean(1)
    eye = np.linalg.norm(middle - np.array([1.8, 1.4, 4.4]), axis=1) < 0.8
    mouth = (np.abs(middle[:, 1] + 1.6) < 0.5) & (middle[:, 0] < 1.2) & (middle[:, 2] > 0)
    kept = triangles[~eye & ~mouth]
    used, compact = np.unique(kept, return_inverse=True)
    flat = compact.reshape(-1, 3)
    if _area_sign(points[used], flat) < 0:
        flat = flat[:, ::-1]
    assert len(outline(flat)) == 2
    laid = skin_atlas(points[used], flat, face=np.ones(len(used)))
    a, b, c = (laid[flat[:, k]] for k in range(3))
    assert (np.cross(b - a, c - a) > 0).all()


def _area_sign(points: np.ndarray, triangles: np.ndarray) -> float:
    a, b, c = (points[triangles[:, k]] for k in range(3))
    return float((np.cross(b - a, c - a) * a).sum())
