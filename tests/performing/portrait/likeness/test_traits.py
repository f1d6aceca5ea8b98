import cv2
import numpy as np
import pytest

from pyojeong.media.image import Image
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.likeness.traits import smile_amount
from pyojeong.performing.portrait.stage import project


def test_mouth_and_eyes_are_measured_in_centimetres_under_any_pose(posed) -> None:
    straight = source_mesh(*posed(gap_cm=1.0)).traits
    turned = source_mesh(*posed(yaw=20, roll=60, gap_cm=1.0)).traits
    assert 0.8 < straight.mouth_gap_cm < 1.0 and straight.mouth_open
    assert turned.mouth_gap_cm == pytest.approx(straight.mouth_gap_cm)
    assert turned.eye_height_cm == pytest.approx(straight.eye_height_cm)
    assert straight.eye_height_cm[0] == pytest.approx(straight.eye_height_cm[1])
    assert straight.smile < 0.1


def test_a_wider_and_higher_mouth_smiles_more() -> None:
    widths = [smile_amount(width, lift) for width, lift in ((4.9, -0.1), (5.5, 0.1), (6.2, 0.5), (9.0, 2.0))]
    assert widths == sorted(widths) and widths[-1] == 1.3


def test_drawn_glasses_are_found_and_bare_skin_is_not(posed) -> None:
    _, face = posed(scale=30.0, size_px=900)
    bare = Image(np.full((900, 900, 3), 170, np.uint8))
    camera = source_mesh(bare, face).camera
    worn = bare.pixels.copy()
    frame = [[(x, y, 4.5) for x, y in corners] for corners in RIMS]
    for outline in frame:
        cv2.polylines(worn, [np.round(project(camera, np.array(outline))).astype(np.int32)], False, (20, 20, 20), 5)
    assert not source_mesh(bare, face).traits.glasses
    assert source_mesh(Image(worn), face).traits.glasses


RIMS = (
    ((0.7, 2.8), (1.2, 3.8), (5.0, 3.8), (5.0, 0.6), (1.6, 0.6), (0.7, 2.8)),
    ((-0.7, 2.8), (-1.2, 3.8), (-5.0, 3.8), (-5.0, 0.6), (-1.6, 0.6), (-0.7, 2.8)),
    ((-0.7, 2.5), (0.7, 2.5)),
    ((5.0, 2.8), (6.5, 2.8)),
    ((-5.0, 2.8), (-6.5, 2.8)),
)
