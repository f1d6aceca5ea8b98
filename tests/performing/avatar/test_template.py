from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.avatar.eyelids import closings
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template, weights_of
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES, mirrored_name

TEMPLATE = Template.shipped()
FLIP = np.array([-1.0, 1.0, 1.0])


def test_the_mesh_is_small_and_has_every_part() -> None:
    assert 5_000 <= len(TEMPLATE.neutral) <= 8_000
    assert set(TEMPLATE.parts.tolist()) == {int(part) for part in Part}
    assert TEMPLATE.triangles.max() == len(TEMPLATE.neutral) - 1
    assert (np.diff(TEMPLATE.parts[TEMPLATE.triangles[:, 0]]) >= 0).all()
    assert TEMPLATE.uv.min() >= 0 and TEMPLATE.uv.max() <= 1


def test_no_part_of_the_skin_covers_another_in_its_picture() -> None:
    corners = TEMPLATE.uv[TEMPLATE.triangles_of(Part.SKIN)].astype(np.float64)
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    assert (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0] > 0).all()


def test_the_skin_is_one_piece_with_its_borders_at_neck_eyes_and_mouth_only() -> None:
    welded = TEMPLATE.weld[TEMPLATE.triangles_of(Part.SKIN, Part.MOUTH)]
    edges = np.sort(np.concatenate([welded[:, [0, 1]], welded[:, [1, 2]], welded[:, [2, 0]]]), 1)
    found, count = np.unique(edges, axis=0, return_counts=True)
    assert count.max() == 2
    border = TEMPLATE.neutral[np.unique(found[count == 1])]
    near_eyes = (np.abs(border[:, 1] - 3.6) < 1.2) & (border[:, 2] > 7)
    assert (near_eyes | (border[:, 1] < -12)).all()


def test_left_is_the_mirror_image_of_right() -> None:
    mirror = TEMPLATE.mirror
    assert np.array_equal(mirror[mirror], np.arange(len(mirror)))
    assert np.abs(TEMPLATE.neutral[mirror] * FLIP - TEMPLATE.neutral).max() < 1e-4
    for k, name in enumerate(ARKIT_NAMES):
        other = TEMPLATE.movements[ARKIT_NAMES.index(mirrored_name(name))]
        assert np.abs(TEMPLATE.movements[k][mirror] * FLIP - other).max() < 1e-3, name


def test_every_identity_shape_is_even_or_odd() -> None:
    for shape in TEMPLATE.identity:
        other = shape[TEMPLATE.mirror] * FLIP
        skin = TEMPLATE.points_of(Part.SKIN)
        length = np.abs(shape[skin]).max()
        assert min(np.abs(other - shape)[skin].max(), np.abs(other + shape)[skin].max()) < 0.03 * length + 1e-3


@pytest.mark.parametrize("name", ARKIT_NAMES)
def test_every_movement_moves_its_own_side_and_leaves_the_neck(name: str) -> None:
    move = np.linalg.norm(TEMPLATE.movements[ARKIT_NAMES.index(name)], axis=1)
    assert move.max() > 0.1
    assert move[TEMPLATE.neutral[:, 1] < -17].max() < 0.25 * move.max()
    if name.startswith(("brow", "eye", "cheek")) and name.endswith("Left"):
        assert move[TEMPLATE.neutral[:, 0] < -2].max() < 0.25 * move.max()


def test_normals_run_on_across_the_seams() -> None:
    normals = TEMPLATE.normals(TEMPLATE.neutral)
    doubled = np.flatnonzero(TEMPLATE.weld != np.arange(len(TEMPLATE.weld)))
    assert len(doubled) > 50
    assert np.array_equal(normals[doubled], normals[TEMPLATE.weld[doubled]])


def test_eyes_turn_as_balls() -> None:
    for side in ("left", "right"):
        equator = TEMPLATE.marks[f"eye_equator_{side}"]
        centre = TEMPLATE.neutral[equator].mean(0)
        eye = TEMPLATE.points_of(Part.EYE_LEFT if side == "left" else Part.EYE_RIGHT)
        rest = np.linalg.norm(TEMPLATE.neutral[eye] - centre, axis=1)
        for way in ("Up", "Down", "In", "Out"):
            moved = TEMPLATE.neutral[eye] + TEMPLATE.movements[ARKIT_NAMES.index(f"eyeLook{way}{side.title()}")][eye]
            assert np.abs(np.linalg.norm(moved - centre, axis=1) - rest).max() < 1e-3


def test_movements_that_close_the_eye_together_do_not_overshoot() -> None:
    shares = closings(TEMPLATE, TEMPLATE.neutral.astype(np.float64), TEMPLATE.movements).astype(np.float32)
    for others in ({}, {"eyeLookDownLeft": 1.0}, {"eyeSquintLeft": 1.0, "cheekSquintLeft": 1.0}, {"eyeWideLeft": 1.0}):
        weights = weights_of(Expression({"eyeBlinkLeft": 1.0, **others}), shares)
        assert weights @ shares[:, 0] == pytest.approx(1.0, abs=0.02)


def test_mouth_close_closes_no_more_than_the_jaw_has_opened() -> None:
    shares = np.zeros((52, 2), np.float32)
    close = ARKIT_NAMES.index("mouthClose")
    assert weights_of(Expression({"mouthClose": 1.0}), shares)[close] == 0
    assert weights_of(Expression({"mouthClose": 1.0, "jawOpen": 0.4}), shares)[close] == pytest.approx(0.4)
