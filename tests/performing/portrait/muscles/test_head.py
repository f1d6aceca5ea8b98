import numpy as np
import pytest

from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.muscles.head import head_field, rotation_of, turned_camera
from pyojeong.performing.portrait.stage import HeadTurn, Movement, project
from pyojeong.performing.portrait.warp.warp import performed


def nose_and_crown(mesh, turn: HeadTurn) -> tuple[np.ndarray, np.ndarray]:
    points = mesh.local_cm[[4, 10]]
    return tuple(project(turned_camera(mesh, turn), points) - mesh.to_px(points))


def test_signs_are_those_of_a_head_pose(mesh) -> None:
    assert nose_and_crown(mesh, HeadTurn(yaw_degrees=5))[0][0] > 3
    assert nose_and_crown(mesh, HeadTurn(pitch_degrees=5))[0][1] < -3
    assert nose_and_crown(mesh, HeadTurn(roll_degrees=5))[1][0] > 3


@pytest.mark.parametrize("turn", [HeadTurn(roll_degrees=8), HeadTurn(6, -6, -8)])
def test_the_way_back_along_the_field_is_its_inverse(mesh, turn: HeadTurn) -> None:
    field = head_field(mesh, turn)
    places = np.random.default_rng(0).uniform(0, 640, (400, 2))
    origin = field.origin(places)
    assert np.abs(origin + field.offset(origin) - places).max() < 0.1


def test_nothing_moves_outside_the_reach_nor_at_the_border(posed) -> None:
    mesh = source_mesh(*posed(scale=10.0))
    field = head_field(mesh, HeadTurn(roll_degrees=8))
    rim = np.stack(np.meshgrid(np.arange(640.0), np.arange(640.0)), -1)
    outside = field.reach(rim) > 1.9
    assert np.abs(field.offset(rim)[outside]).max() == 0
    assert np.abs(field.offset(rim)[[0, -1]]).max() == 0


def test_what_is_fixed_to_the_skull_turns_with_the_face(mesh) -> None:
    turn = HeadTurn(4, -3, 6)
    deformed = performed(mesh, Movement(turn=turn))
    eye_corners = [33, 133, 263, 362]
    there = deformed.skull_px(mesh.local_cm[eye_corners])
    assert np.abs(there - deformed.coarse_px[eye_corners]).max() < 0.5
    assert not deformed.moved[~deformed.inside].any()


def test_rotations_compose_to_a_rotation() -> None:
    matrix = rotation_of(HeadTurn(5, -4, 7))
    assert np.allclose(matrix @ matrix.T, np.eye(3)) and np.linalg.det(matrix) == pytest.approx(1)
