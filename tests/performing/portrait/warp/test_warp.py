import cv2
import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.mesh.raster import signed_area
from pyojeong.performing.portrait.mesh.topology import fine_mesh
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.stage import Deformed, HeadTurn, Movement, SourceMesh
from pyojeong.performing.portrait.warp import way_back
from pyojeong.performing.portrait.warp.warp import performed
from pyojeong.rig.compose import prototype

SMILE = Movement({"mouthSmile": (1.0, 1.0), "browOuterUp": (1.0, 0.5)}, jaw_open=0.3)


def own_places(deformed) -> tuple[np.ndarray, np.ndarray]:
    left, top, right, bottom = deformed.roi_xyxy
    return np.meshgrid(np.arange(left, right), np.arange(top, bottom))


def test_a_resting_face_is_the_photo_itself(mesh) -> None:
    deformed = performed(mesh, Movement())
    x, y = own_places(deformed)
    assert not deformed.moved.any()
    assert max(np.abs(deformed.map_x - x).max(), np.abs(deformed.map_y - y).max()) < 0.01


def test_the_map_leads_each_moved_point_back_to_where_it_was(mesh) -> None:
    deformed = performed(mesh, SMILE)
    skin = [50, 280, 205, 425, 151, 187, 411, 199]
    column, row = np.round(deformed.coarse_px[skin]).astype(int).T
    found = np.stack([deformed.map_x[row, column], deformed.map_y[row, column]], 1)
    assert np.abs(found - mesh.coarse_px[skin]).max() < 1.2


def test_nothing_outside_the_outermost_ring_moves(mesh) -> None:
    deformed = performed(mesh, SMILE)
    assert deformed.moved.any() and not (deformed.moved & ~deformed.inside).any()
    ring = deformed.vertices_px[fine_mesh().outermost] + np.array(deformed.roi_xyxy[:2])
    assert np.abs(ring - mesh.vertices_px[fine_mesh().outermost]).max() < 1e-9


def test_the_enlarged_grid_agrees_with_drawing_every_pixel(posed, monkeypatch: pytest.MonkeyPatch) -> None:
    mesh = source_mesh(*posed(scale=36.0, size_px=1024))
    quick = performed(mesh, SMILE)
    monkeypatch.setattr(way_back, "GRID", 4000)
    monkeypatch.setattr(way_back.grid_over, "__defaults__", (4000,))
    exact = performed(mesh, SMILE)
    apart = np.hypot(quick.map_x - exact.map_x, quick.map_y - exact.map_y)[skin_of(exact)]
    assert apart.mean() < 0.03 and np.percentile(apart, 99.5) < 0.5


def skin_of(deformed) -> np.ndarray:
    """Inside, without the mouth hole and its edge, where a map of skin means nothing."""
    import cv2

    hole = np.zeros(deformed.inside.shape, np.uint8)
    cv2.fillPoly(hole, [np.round(deformed.vertices_px[fine_mesh().mouth]).astype(np.int32)], 1)
    for eye in (fine_mesh().eye_right, fine_mesh().eye_left):
        cv2.fillPoly(hole, [np.round(deformed.vertices_px[np.concatenate([eye[0], eye[1][::-1]])]).astype(np.int32)], 1)
    return deformed.inside & (cv2.dilate(hole, np.ones((5, 5))) == 0)


def test_a_photo_turned_by_a_quarter_is_performed_just_the_same(posed) -> None:
    upright = performed(source_mesh(*posed(gap_cm=0.6)), SMILE)
    lying = performed(source_mesh(*posed(roll=90, gap_cm=0.6)), SMILE)
    middle = np.array([320.0, 320.0])
    a = upright.coarse_px + np.array(upright.roi_xyxy[:2]) - middle
    b = lying.coarse_px + np.array(lying.roi_xyxy[:2]) - middle
    assert np.abs(np.stack([-a[:, 1], a[:, 0]], 1) - b).max() < 1e-6


def folded_share(mesh: SourceMesh, deformed: Deformed) -> float:
    """Share of visible fine triangles the movement turned over."""
    triangles = fine_mesh().triangles
    before = signed_area(mesh.vertices_px[triangles]) > 0
    after = signed_area(deformed.vertices_px[triangles]) > 0
    front = before == (np.median(signed_area(mesh.vertices_px[triangles])) > 0)
    return float((before != after)[front].mean())


@pytest.mark.parametrize("emotion", [e for e in Emotion if e is not Emotion.NEUTRAL])
@pytest.mark.parametrize("yaw", [0.0, 15.0])
def test_few_triangles_turn_over_at_full_strength(posed, emotion: Emotion, yaw: float) -> None:
    mesh = source_mesh(*posed(yaw=yaw))
    deformed = performed(mesh, movement_for(prototype(emotion), mesh.traits))
    assert folded_share(mesh, deformed) <= 0.03


def test_a_turned_head_needs_a_larger_box_and_keeps_the_rest(posed) -> None:
    mesh = source_mesh(*posed(scale=12.0))
    deformed = performed(mesh, Movement(turn=HeadTurn(roll_degrees=6)))
    x, y = own_places(deformed)
    away = np.hypot(deformed.map_x - x, deformed.map_y - y)
    assert away[~deformed.inside].max() < 0.05
    assert away.max() > 5 and deformed.moved.mean() > 0.3


def test_sealed_lips_leave_no_hole(open_mesh) -> None:
    deformed = performed(open_mesh, Movement(mouth_close=1.0))
    fine = fine_mesh()
    assert np.abs(deformed.vertices_px[fine.lip_upper] - deformed.vertices_px[fine.lip_lower]).max() < 1e-6


def test_a_chin_below_what_a_turn_takes_along_leaves_no_seam(posed) -> None:
    image, face = posed(scale=20.0, size_px=800)
    landmarks = face.landmarks.copy()
    low = landmarks[:, 1] > np.median(landmarks[:, 1])
    landmarks[low, 1] += 0.9 * (landmarks[low, 1] - np.median(landmarks[:, 1]))
    mesh = source_mesh(image, type(face)(face.box_xyxy, landmarks))
    deformed = performed(mesh, Movement(jaw_open=-1.0, turn=HeadTurn(roll_degrees=-2.0)))
    x, y = own_places(deformed)
    away = np.hypot(deformed.map_x - x, deformed.map_y - y)
    inside = deformed.inside
    border = inside & ~cv2.erode(inside.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    assert away[inside].max() > 20 and away[border].max() < 1.0
