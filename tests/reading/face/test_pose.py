from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.media.face import LANDMARKS
from pyojeong.reading.face.pose import _STEADY_CM, head_pose, head_rotation


def _landmarks(yaw: float, pitch: float, roll: float, scale: float = 20.0):
    """Picture pixels of the steady points of a head turned by degrees: first rolled, then pitched, then turned."""
    y, p, r = np.radians([yaw, pitch, roll])
    # Camera: x right, y up, z towards the viewer. Clockwise roll, chin up, nose to the right are positive.
    rolled = np.array([[np.cos(r), np.sin(r), 0], [-np.sin(r), np.cos(r), 0], [0, 0, 1]])
    lifted = np.array([[1, 0, 0], [0, np.cos(p), np.sin(p)], [0, -np.sin(p), np.cos(p)]])
    turned = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    points = np.array(list(_STEADY_CM.values())) @ (turned @ lifted @ rolled).T
    landmarks = np.zeros((LANDMARKS, 3))
    landmarks[list(_STEADY_CM)] = points * np.array([1, -1, -1]) * scale + np.array([300.0, 200.0, 5.0])
    return landmarks


@given(st.floats(-80, 80), st.floats(-60, 60), st.floats(-179, 179), st.floats(0.1, 500))
def test_known_rotations_come_back(yaw, pitch, roll, scale):
    pose = head_pose(_landmarks(yaw, pitch, roll, scale))
    assert (pose.yaw, pose.pitch, pose.roll) == pytest.approx((yaw, pitch, roll), abs=1e-4)


def test_signs_are_those_of_the_convention():
    nose, eyes = 4, (33, 263)
    right = _landmarks(30, 0, 0)
    assert right[nose, 0] > right[list(eyes), 0].mean()
    up = _landmarks(0, 25, 0)
    assert up[nose, 1] < _landmarks(0, 0, 0)[nose, 1]
    clockwise = _landmarks(0, 0, 20)
    assert clockwise[263, 1] > clockwise[33, 1]


def test_it_is_a_rotation_even_of_a_flat_mesh():
    flat = _landmarks(10, 5, 3) * np.array([1, 1, 0])
    rotation = head_rotation(flat)
    assert np.allclose(rotation @ rotation.T, np.eye(3))
    assert np.linalg.det(rotation) == pytest.approx(1)
