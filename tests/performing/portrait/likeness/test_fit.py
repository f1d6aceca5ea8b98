import cv2
import numpy as np
import pytest

from pyojeong.media.image import Image
from pyojeong.performing.portrait.likeness.fit import fitted_camera, source_mesh
from pyojeong.performing.portrait.likeness.seam import with_lips_on_seam
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.muscles.head import rotation_of
from pyojeong.performing.portrait.stage import HeadTurn


@pytest.mark.parametrize(("yaw", "pitch", "roll"), [(0, 0, 0), (25, -10, 0), (-15, 12, 90), (5, 0, 180)])
def test_the_camera_that_took_the_picture_is_found(posed, yaw: float, pitch: float, roll: float) -> None:
    _, face = posed(yaw, pitch, roll, scale=17.0)
    camera = fitted_camera(face.landmarks)
    assert abs(camera.scale - 17.0) < 1e-6
    assert np.abs(camera.rotation - rotation_of(HeadTurn(yaw, pitch, roll))).max() < 1e-6


def test_personal_shape_goes_back_to_the_landmarks(posed) -> None:
    image, face = posed(yaw=12, roll=40, gap_cm=0.8)
    rough = face.landmarks + np.random.default_rng(1).normal(0, 1.5, face.landmarks.shape)
    mesh = source_mesh(image, type(face)(face.box_xyxy, rough))
    assert np.abs(mesh.to_px(mesh.local_cm) - rough[:, :2]).max() < 1e-8
    assert mesh.traits.mouth_open and np.allclose(mesh.coarse_px[:468], rough[:468, :2])


def test_the_box_stays_within_the_picture(posed) -> None:
    image, face = posed(scale=60.0, size_px=500)
    assert source_mesh(image, face).roi_xyxy == (0, 0, 500, 500)


def test_the_cut_between_closed_lips_runs_along_the_dark_line(posed) -> None:
    _, face = posed(scale=30.0, size_px=900)
    camera = fitted_camera(face.landmarks).affine
    pixels = np.full((900, 900, 3), 170, np.uint8)
    seam = face.landmarks[list(UPPER_LIP[-1]), :2] + np.array([0.0, 4.0])
    cv2.polylines(pixels, [np.round(seam).astype(np.int32)], False, (60, 30, 30), 3)
    moved = with_lips_on_seam(face.landmarks[:468, :2], Image(pixels), camera)
    inner = slice(2, -2)
    assert np.abs(moved[list(UPPER_LIP[-1])] - seam)[inner].max() < 1.5
    assert np.array_equal(moved[list(UPPER_LIP[-1])], moved[list(LOWER_LIP[-1])])
