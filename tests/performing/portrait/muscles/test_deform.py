from dataclasses import replace

import numpy as np
import pytest

from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.mesh.canonical import point_normals
from pyojeong.performing.portrait.mesh.regions import lid_edges
from pyojeong.performing.portrait.mesh.topology import BROW_RIGHT, LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.muscles.deform import displacement, facing, resting_shape
from pyojeong.performing.portrait.stage import MouthShape, Movement, Rims

UP, LOW = list(UPPER_LIP[-1]), list(LOWER_LIP[-1])


def wearing_glasses(mesh):
    return replace(mesh, traits=replace(mesh.traits, glasses_score=0.3))


def test_sealed_lips_coincide_whatever_else_moves(open_mesh) -> None:
    moves = {"mouthFrown": (1.0, 0.4), "mouthPress": (0.8, 0.8), "mouthUpperUp": (0.5, 0.0)}
    there = open_mesh.local_cm[:468] + displacement(open_mesh, Movement(moves, mouth_close=1.0))
    assert np.abs(there[UP] - there[LOW]).max() < 1e-9


def test_lips_never_pass_through_one_another(mesh) -> None:
    moves = {"mouthRollUpper": (1.0, 1.0), "mouthShrugLower": (1.0, 1.0), "mouthPress": (1.0, 1.0)}
    there = resting_shape(mesh) + displacement(mesh, Movement(moves))
    assert (there[UP, 1] - there[LOW, 1] > -1e-9).all()


def test_frames_of_glasses_stay_and_the_lids_behind_them_move(mesh) -> None:
    worn = wearing_glasses(mesh)
    movement = Movement({"cheekSquint": (1.0, 1.0)}, blink=(1.0, 1.0))
    bare, behind = displacement(mesh, movement), displacement(worn, movement)
    assert np.abs(behind[347]).max() < 0.3 * np.abs(bare[347]).max()
    assert np.allclose(behind[386], bare[386])


@pytest.mark.parametrize("muscle", ["browDown", "browInnerUp", "browOuterUp"])
def test_brows_above_frames_keep_about_half_of_their_motion(mesh, muscle: str) -> None:
    movement = Movement({muscle: (1.0, 1.0)})
    bare, behind = (displacement(m, movement)[:, 1] for m in (mesh, wearing_glasses(mesh)))
    brows = [point for edge in BROW_RIGHT for point in edge]
    assert 0.3 < np.abs(behind[brows]).sum() / np.abs(bare[brows]).sum() < 0.75
    below_rim = (mesh.local_cm[:468, 1] < 4.3) & (np.abs(bare) > 0.05) & ~lid_edges()
    assert (np.abs(behind[below_rim]) < 0.15 * np.abs(bare[below_rim])).all()


@pytest.mark.parametrize("muscle", ["browDown", "browInnerUp", "browOuterUp"])
def test_brows_behind_rims_on_a_layer_of_their_own_are_free(mesh, muscle: str) -> None:
    movement = Movement({muscle: (1.0, 1.0)})
    ring = np.zeros((4, 2))
    alone, with_bridge = (Rims(4.5, (ring, ring), (ring, ring), bar) for bar in (None, ring))
    bare = displacement(mesh, movement)[:, 1]
    held, free = (
        displacement(replace(wearing_glasses(mesh), rims=rims), movement)[:, 1] for rims in (alone, with_bridge)
    )
    brows = [point for edge in BROW_RIGHT for point in edge]
    assert np.abs(free[brows]).sum() > 0.65 * np.abs(bare[brows]).sum()
    assert np.abs(free[brows]).sum() > np.abs(held[brows]).sum()
    bridge = (np.abs(mesh.local_cm[:468, 0]) < 1.0) & (np.abs(mesh.local_cm[:468, 1] - 3.0) < 0.6) & ~lid_edges()
    assert bridge.any() and (np.abs(held[bridge]) < 0.2 * np.abs(bare[bridge]) + 1e-6).all()


def test_a_smile_does_not_push_round_rims_flat(mesh) -> None:
    movement = Movement({"mouthSmile": (1.0, 1.0), "cheekSquint": (1.0, 1.0)})
    bare, behind = (displacement(m, movement)[:, 1] for m in (mesh, wearing_glasses(mesh)))
    across, up = np.abs(mesh.local_cm[:468, 0]), mesh.local_cm[:468, 1]
    rim = (np.abs(across - 3.4) < 1.2) & (np.abs(up + 0.6) < 0.3)
    assert rim.any() and bare[rim].max() > 0.3 and np.abs(behind[rim]).max() < 0.1
    assert np.allclose(behind[[61, 291]], bare[[61, 291]])


def test_normals_point_out_and_the_far_cheek_is_held_back(posed) -> None:
    turned = source_mesh(*posed(yaw=35))
    assert point_normals(turned.local_cm[:468])[4, 2] > 0.5
    gain = facing(turned)
    assert gain[454] < 0.6 and gain[234] > 0.9 and gain[4] > 0.9


def test_an_open_mouth_after_a_smile_hangs_lower_than_one_that_never_smiled(open_mesh) -> None:
    shape = MouthShape(1.0, 0.55, 1.75)
    serious, unsmiled = (displacement(open_mesh, Movement(mouth_shape=shape, undo=undo)) for undo in (0.0, 1.0))
    lower = (unsmiled - serious)[:, 1]
    upper_middle, corners = UP[len(UP) // 2], [61, 291]
    assert lower[upper_middle] < -0.15
    assert (lower[corners] < -0.15).all()
    assert np.array_equal(
        displacement(open_mesh, Movement(mouth_close=1.0, undo=1.0)), displacement(open_mesh, Movement(mouth_close=1.0))
    )
