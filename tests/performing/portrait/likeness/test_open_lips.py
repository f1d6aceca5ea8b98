import numpy as np
import pytest

from pyojeong.performing.portrait.likeness.fit import fitted_camera, lip_gap_cm, source_mesh
from pyojeong.performing.portrait.likeness.open_lips import GAPING_CM, chin_below_lips, with_lips_on_edges
from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.muscles import jaw

INNER = [*UPPER_LIP[-1][1:-1], *LOWER_LIP[-1][1:-1]]
OUTER = [*UPPER_LIP[0][1:-1], *LOWER_LIP[0][1:-1]]


def rounded_off(landmarks: np.ndarray, share: float) -> np.ndarray:
    """Landmarks whose inner lip contours lie too far inside the mouth, over its teeth and its dark."""
    wrong = landmarks.copy()
    wrong[INNER] += share * (landmarks[INNER] - landmarks[OUTER])
    return wrong


def test_inner_contours_inside_the_mouth_come_back_to_the_lips(studio) -> None:
    shown = studio.portrait(jaw_open=1.4)
    wrong = rounded_off(shown.face.landmarks, 0.3)
    mended = with_lips_on_edges(wrong, shown.image, scale=26.0)
    before, after = (np.linalg.norm((p - shown.face.landmarks)[INNER, :2], axis=1) for p in (wrong, mended))
    assert after.mean() < 0.5 * before.mean()


def test_contours_on_the_lips_stay_there(studio) -> None:
    shown = studio.portrait(jaw_open=1.4)
    mended = with_lips_on_edges(shown.face.landmarks, shown.image, scale=26.0)
    assert np.linalg.norm(mended - shown.face.landmarks, axis=1).max() < 0.12 * 26.0


@pytest.mark.parametrize("opened", [0.0, 0.8, 1.4])
def test_a_chin_under_its_lip_stays_there(opened: float) -> None:
    shape = canonical_mesh().vertices_cm + jaw.opened(canonical_mesh().vertices_cm, opened)
    assert np.abs(chin_below_lips(shape) - shape).max() < 0.12


def test_a_chin_folded_over_its_lip_comes_down_in_order() -> None:
    shape = canonical_mesh().vertices_cm.copy()
    column = [18, 200, 199, 175]
    shape[column, 1] += 1.5
    unfolded = chin_below_lips(shape)
    heights = unfolded[[17, *column, 152], 1]
    assert (np.diff(heights) < -0.05).all()
    assert np.array_equal(unfolded[:, 0], shape[:, 0])


def test_only_a_gaping_mouth_is_mended(studio) -> None:
    for opened in (0.2, 1.4):
        shown = studio.portrait(jaw_open=opened)
        landmarks = rounded_off(shown.face.landmarks, 0.3)
        mesh = source_mesh(shown.image, type(shown.face)(shown.face.box_xyxy, landmarks))
        gaping = lip_gap_cm(fitted_camera(landmarks).local(landmarks)) > GAPING_CM
        assert np.allclose(mesh.landmarks_px, landmarks) is not gaping
        assert np.abs(mesh.to_px(mesh.local_cm) - mesh.landmarks_px[:, :2]).max() < 1e-8
