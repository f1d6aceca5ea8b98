"""A painted portrait puts on thick round glasses and painted brows, which hang half behind the rims."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pyojeong.media import Image
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.likeness.rims import LENS_CM, PLANE_CM, rims_of
from pyojeong.performing.portrait.scene import FaceScene, face_scene
from pyojeong.performing.portrait.stage import Movement
from pyojeong.performing.portrait.warp.warp import performed

RADIUS_CM, THICK_CM = 2.4, 0.34
RAISED = Movement({"browInnerUp": (1.0, 1.0), "browOuterUp": (1.0, 1.0)})


def with_glasses(shown, *, thick_cm: float = THICK_CM) -> Image:
    pixels = shown.image.pixels.copy()
    scale = float(np.linalg.norm(shown.affine[:, 1]))
    for side in (1, -1):
        brow = [shown.at(side * x, 3.75 + 0.05 * x, PLANE_CM) for x in (1.7, 4.6)]
        cv2.line(pixels, *brow, (120, 84, 66), round(0.5 * scale), cv2.LINE_AA)
    for side in (1, -1):
        centre = shown.at(side * LENS_CM[0], LENS_CM[1], PLANE_CM)
        cv2.circle(pixels, centre, round(RADIUS_CM * scale), (30, 30, 34), round(thick_cm * scale), cv2.LINE_AA)
    return Image(pixels)


def worn(shown, image: Image) -> FaceScene:
    mesh = source_mesh(image, shown.face)
    traits = replace(mesh.traits, glasses_score=0.3)
    return face_scene(image, replace(mesh, traits=traits, rims=rims_of(image, mesh.camera)))


def drawn(scene: FaceScene, movement: Movement) -> np.ndarray:
    moved = performed(scene.mesh, movement)
    left, top, right, bottom = moved.roi_xyxy
    picture = scene.image.pixels.copy()
    picture[top:bottom, left:right] = scene.rendered(moved, movement)
    return picture


def up_from_rim(shown, picture: np.ndarray, x_cm: float, cm: tuple[float, float]) -> np.ndarray:
    """Brightness from below to above the top of the rim at ``x_cm``."""
    places = [shown.at(x_cm, LENS_CM[1] + RADIUS_CM + h, PLANE_CM) for h in np.linspace(*cm, 40)]
    return np.array([picture[row, column].mean() for column, row in places])


@pytest.mark.parametrize("how", [{}, {"roll_degrees": 25.0}, {"yaw_degrees": 12.0}])
def test_the_rims_are_found_where_they_were_painted(studio, how: dict[str, float]) -> None:
    shown = studio.portrait(**how)
    rims = rims_of(with_glasses(shown), source_mesh(shown.image, shown.face).camera)
    assert rims is not None
    for side, (inner, outer) in ((1, rims.left_cm), (-1, rims.right_cm)):
        inner_cm, outer_cm = (np.linalg.norm(edge - (side * LENS_CM[0], LENS_CM[1]), axis=1) for edge in (inner, outer))
        assert inner_cm.min() > RADIUS_CM - 0.5 and inner_cm.max() < RADIUS_CM
        assert outer_cm.min() > RADIUS_CM and outer_cm.max() < RADIUS_CM + 0.5


def test_without_rims_none_are_found(studio) -> None:
    shown = studio.portrait()
    assert rims_of(shown.image, source_mesh(shown.image, shown.face).camera) is None


def test_brows_rise_from_behind_a_rim_that_stays(studio) -> None:
    shown = studio.portrait()
    image = with_glasses(shown)
    free = drawn(worn(shown, image), RAISED)
    for x in (2.6, 3.3, 4.0):
        level = np.sqrt(RADIUS_CM**2 - (x - LENS_CM[0]) ** 2) - RADIUS_CM
        rim = (level - 0.1, level + 0.1)
        assert np.abs(up_from_rim(shown, free, x, rim) - up_from_rim(shown, image.pixels, x, rim)).mean() < 6
        above = (level + 0.3, level + 0.8)
        before = up_from_rim(shown, image.pixels, x, above).mean()
        assert before - up_from_rim(shown, free, x, above).mean() > 12
        assert up_from_rim(shown, free, x, above).min() > 75


def test_where_brows_and_lids_rest_the_layer_changes_nothing(studio) -> None:
    shown = studio.portrait()
    image = with_glasses(shown)
    scene, frown = worn(shown, image), Movement({"mouthFrown": (0.3, 0.3)})
    layered, plain = drawn(scene, frown), drawn(face_scene(image, replace(scene.mesh, rims=None)), frown)
    (left, top), (right, bottom) = shown.at(-6.0, 6.0, PLANE_CM), shown.at(6.0, 3.0, PLANE_CM)
    brows = np.s_[top:bottom, left:right]
    assert np.abs(layered[brows].astype(int) - plain[brows]).max() <= 2
