from __future__ import annotations

import cv2
import numpy as np
import pytest

from pyojeong.media import Image
from pyojeong.performing.portrait.likeness.fit import fitted_camera
from pyojeong.performing.portrait.likeness.lower_lids import with_lids_on_rims
from pyojeong.performing.portrait.mesh.topology import EYE_RIGHT, eye_left

SKIN, RIM = (205, 165, 140), (215, 180, 165)


def rimmed(portrait, rim_cm: float) -> Image:
    """The drawn portrait with a wet rim that reaches so far above the lower lid edges of the mesh."""
    pixels = portrait.image.rgb.copy()
    points = portrait.face.landmarks[:, :2]
    up = fitted_camera(portrait.face.landmarks).affine[:, 1]
    for eye in (EYE_RIGHT, eye_left()):
        edge = points[list(eye.lower)]
        band = np.vstack([edge + rim_cm * up, (edge - 0.2 * up)[::-1]])
        cv2.fillPoly(pixels, [band.round().astype(np.int32)], RIM)
    return Image(pixels)


def rises_cm(portrait, image: Image) -> list[float]:
    points = portrait.face.landmarks
    up = fitted_camera(points).affine[:, 1]
    moved = with_lids_on_rims(points, image, up) - points
    scale = np.linalg.norm(up)
    return [float(moved[eye.lower[4], :2] @ up / scale**2) for eye in (EYE_RIGHT, eye_left())]


@pytest.mark.parametrize("rim_cm", [0.06, 0.11])
def test_the_edge_rises_to_the_end_of_the_iris(studio, rim_cm: float) -> None:
    portrait = studio.portrait(scale=40.0)
    assert rises_cm(portrait, rimmed(portrait, rim_cm)) == pytest.approx([rim_cm, rim_cm], abs=0.03)


def test_only_the_lower_edges_move_and_never_their_corners(studio) -> None:
    portrait = studio.portrait(scale=40.0)
    points = portrait.face.landmarks
    up = fitted_camera(points).affine[:, 1]
    moved = with_lids_on_rims(points, rimmed(portrait, 0.1), up)
    touched = {int(k) for k in np.flatnonzero(np.abs(moved - points).max(1) > 1e-6)}
    assert touched == {p for eye in (EYE_RIGHT, eye_left()) for p in eye.lower[1:-1]}
    assert (moved[:, 2] == points[:, 2]).all()


def test_without_an_edge_nothing_moves(studio) -> None:
    portrait = studio.portrait(scale=40.0)
    bare = Image(np.full_like(portrait.image.rgb, 150))
    assert rises_cm(portrait, bare) == [0.0, 0.0]


def test_shut_eyes_are_left_alone(studio) -> None:
    portrait = studio.portrait(scale=40.0)
    points = portrait.face.landmarks.copy()
    for eye in (EYE_RIGHT, eye_left()):
        points[list(eye.lower)] = points[list(eye.upper)]
    up = fitted_camera(points).affine[:, 1]
    assert (with_lids_on_rims(points, rimmed(portrait, 0.1), up) == points).all()
