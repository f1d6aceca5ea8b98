from __future__ import annotations

import cv2
import numpy as np
import pytest

from pyojeong.media import Face, Image
from pyojeong.performing.portrait.likeness.fit import fitted_camera, source_mesh
from pyojeong.performing.portrait.likeness.scowl import brows_doubtful, with_brows_on_hair
from pyojeong.performing.portrait.mesh.topology import BROW_RIGHT, EYE_RIGHT, mirrored_row
from pyojeong.performing.portrait.muscles.muscles import summed

HAIR = (60, 45, 40)
INNER_BROWS = [55, 285, 107, 336]


def browed(portrait, lowered: float) -> tuple[Image, np.ndarray]:
    """The drawn portrait with hair where ``lowered`` of browDown puts the brows, and the shape it is of."""
    camera = fitted_camera(portrait.face.landmarks)
    shape = camera.local(portrait.face.landmarks)[:468] + summed({"browDown": (lowered, lowered)})
    points = camera.picture(shape)[:, :2]
    pixels = portrait.image.rgb.copy()
    for rows in (BROW_RIGHT, tuple(mirrored_row(row) for row in BROW_RIGHT)):
        outline = points[[*rows[0], *rows[1][::-1]]]
        cv2.fillPoly(pixels, [outline.round().astype(np.int32)], HAIR, cv2.LINE_AA)
    return Image(pixels), shape


def found_shift_cm(portrait, image: Image) -> np.ndarray:
    camera = fitted_camera(portrait.face.landmarks)
    local = camera.local(portrait.face.landmarks)
    return (with_brows_on_hair(local, image, camera.affine) - local)[:, 1]


@pytest.mark.parametrize("lowered", [0.8, 1.2])
def test_brows_of_the_mesh_come_down_to_the_hair(studio, lowered: float) -> None:
    portrait = studio.portrait(scale=30.0)
    image, shape = browed(portrait, lowered)
    local = fitted_camera(portrait.face.landmarks).local(portrait.face.landmarks)
    wanted = (shape - local[:468])[INNER_BROWS, 1].mean()
    assert 0.5 < found_shift_cm(portrait, image)[INNER_BROWS].mean() / wanted < 1.2


def test_brows_that_lie_right_stay_and_lids_never_move(studio) -> None:
    portrait = studio.portrait(scale=30.0)
    assert np.abs(found_shift_cm(portrait, browed(portrait, 0.0)[0])).max() < 0.06
    scowl = found_shift_cm(portrait, browed(portrait, 1.0)[0])
    assert np.abs(scowl[[*EYE_RIGHT.upper, *EYE_RIGHT.lower]]).max() < 1e-9


def test_only_lined_smooth_skin_without_glasses_is_doubted(studio) -> None:
    portrait = studio.portrait(scale=30.0)
    camera = fitted_camera(portrait.face.landmarks)
    local = camera.local(portrait.face.landmarks)
    lined = portrait.image.rgb.astype(float)
    for x in (-0.42, 0.42):
        (column, top), bottom = portrait.at(x, 5.4), portrait.at(x, 3.7)[1]
        lined[top:bottom, column - 3 : column + 4] *= 0.3
    grain = cv2.GaussianBlur(np.random.default_rng(3).normal(0, 1, lined.shape[:2]), (0, 0), 3.0)
    rough = lined + (grain / grain.std() * 25)[..., None]

    def doubted(pixels: np.ndarray) -> bool:
        image = Image(cv2.GaussianBlur(pixels.clip(0, 255).astype(np.uint8), (0, 0), 1.5))
        return brows_doubtful(local, portrait.face.landmarks, image, camera.affine)

    assert not doubted(portrait.image.rgb) and doubted(lined) and not doubted(rough)


def test_without_frown_lines_the_mesh_is_taken_as_it_is(studio) -> None:
    portrait = studio.portrait(scale=30.0)
    image, _ = browed(portrait, 1.0)
    smooth = source_mesh(image, portrait.face).local_cm[INNER_BROWS, 1]
    bare = source_mesh(portrait.image, Face(portrait.face.box_xyxy, portrait.face.landmarks)).local_cm[INNER_BROWS, 1]
    assert smooth == pytest.approx(bare, abs=0.01)
