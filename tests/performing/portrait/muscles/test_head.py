import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.muscles.head import head_field, rotation_of, turned_camera
from pyojeong.performing.portrait.stage import HeadTurn, Movement, project
from pyojeong.performing.portrait.warp.warp import performed
from pyojeong.rig.compose import prototype

LINE_EVERY, LINE_WINDOW = 32, 8


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
    there = project(deformed.skull, mesh.local_cm[eye_corners])
    assert np.abs(there - deformed.coarse_px[eye_corners]).max() < 0.5
    assert not deformed.moved[~deformed.inside].any()


def test_rotations_compose_to_a_rotation() -> None:
    matrix = rotation_of(HeadTurn(5, -4, 7))
    assert np.allclose(matrix @ matrix.T, np.eye(3)) and np.linalg.det(matrix) == pytest.approx(1)


def ruled(size_px: int) -> np.ndarray:
    """Dark lines, 3 px wide, both ways on white."""
    lines = np.abs(np.arange(size_px) % LINE_EVERY - LINE_EVERY // 2) < 2
    return np.repeat(np.where(lines[:, None] | lines[None], 20, 235).astype(np.uint8)[..., None], 3, 2)


def bends_px(picture: np.ndarray, watched: np.ndarray) -> float:
    """Farthest any upright line of `ruled` strays sideways where ``watched``."""
    dark = 235.0 - picture[..., 0]
    between = np.abs(np.arange(len(dark)) % LINE_EVERY - LINE_EVERY // 2) > LINE_EVERY // 4
    strays = np.arange(-LINE_WINDOW, LINE_WINDOW + 1)
    farthest = 0.0
    for column in range(LINE_EVERY // 2, dark.shape[1] - LINE_WINDOW, LINE_EVERY):
        weight = dark[between & watched[:, column], column - LINE_WINDOW : column + LINE_WINDOW + 1]
        farthest = max(farthest, float(np.abs((weight * strays).sum(1) / weight.sum(1)).max(initial=0.0)))
    return farthest


@pytest.mark.parametrize("emotion", [Emotion.SADNESS, Emotion.EMBARRASSMENT])
def test_a_tilted_head_leaves_the_room_behind_it_alone(posed, emotion: Emotion) -> None:
    photo, face = posed(scale=13.0)
    photo = photo.with_pixels(ruled(640))
    turned = prototype(emotion)
    assert turned.roll_degrees or turned.yaw_degrees
    shown = PortraitPerformer(photo, face).perform(turned).pixels
    left, top, right, bottom = face.box_xyxy
    row, column = np.mgrid[0:640, 0:640]
    beyond = np.hypot(np.maximum(left - column, column - right).clip(0), np.maximum(top - row, row - bottom).clip(0))
    changed = (shown != photo.pixels).any(2)
    assert changed.any() and not changed[beyond > 0.5 * (bottom - top)].any()
    hair = np.hypot((column - 320) / (9.2 * 13), (row - 320 + 1.2 * 13) / (11 * 13)) < 1
    assert bends_px(shown, ~hair) < 2.5 and bends_px(shown.swapaxes(0, 1), ~hair.T) < 2.5
