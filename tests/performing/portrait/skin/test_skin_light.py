from __future__ import annotations

import numpy as np
import pytest

from pyojeong.media import Image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.performing.portrait.drawing.low_grid import low_grid
from pyojeong.performing.portrait.drawing.palette import palette_of
from pyojeong.performing.portrait.mesh.canonical import point_normals
from pyojeong.performing.portrait.skin.blush import blush_gain
from pyojeong.performing.portrait.skin.relight import relight_change
from pyojeong.performing.portrait.skin.skin_light import skin_photo
from pyojeong.performing.portrait.skin.wrinkles import FOLDS, creases, fold_depths, readiness
from pyojeong.performing.portrait.stage import Movement
from pyojeong.performing.portrait.warp.warp import performed

FROWN = Movement({"browDown": (1.0, 1.0)})


def still(studio, **how: float):
    mesh = studio.performer(**how).scene.mesh
    return mesh, performed(mesh, Movement()), low_grid(mesh.roi_xyxy, mesh.scale)


def test_normals_point_out_of_the_face(studio):
    normals = point_normals(studio.performer().scene.mesh.local_cm[:468])
    assert normals[4, 2] > 0.5 and normals[234, 0] < -0.3 and normals[454, 0] > 0.3


def test_a_resting_face_is_not_relit_and_a_turned_surface_is(studio):
    mesh, deformed, grid = still(studio)
    light = studio.performer().scene.skin.light
    assert np.abs(relight_change(light, mesh, deformed, grid)).max() < 1e-4
    smiling = performed(mesh, Movement({"mouthSmile": (1.0, 1.0)}))
    assert np.isfinite(relight_change(light, mesh, smiling, grid)).all()


def test_only_muscles_that_pull_make_folds():
    assert fold_depths(Movement()).max() == 0
    assert fold_depths(Movement({"mouthSmile": (-1.0, -1.0), "cheekSquint": (-1.0, -1.0)})).max() == 0
    one_sided = fold_depths(Movement({"noseSneer": (1.0, 0.0)}))
    paired = [k for k, fold in enumerate(FOLDS) if fold.paired and "noseSneer" in fold.pulled_by]
    assert all(one_sided[2 * k] > one_sided[2 * k + 1] == 0 for k in paired)


def test_a_scowl_darkens_the_folds_between_the_brows(studio):
    mesh, _, grid = still(studio)
    folds = creases(mesh, performed(mesh, FROWN), FROWN, grid)
    assert folds is not None
    shade = folds.shade(tinted=True)
    column, row = (round(v) for v in grid.local(mesh.to_px(np.array([[0.57, 4.4, 5.0]])) - mesh.roi_xyxy[:2])[0])
    valley = shade[row - 4 : row + 5, column - 4 : column + 5].min((0, 1))
    assert valley[2] < valley[1] < valley[0] < 0.97
    assert np.ptp(folds.shade(tinted=False), axis=2).max() < 1e-6
    assert creases(mesh, performed(mesh, Movement()), Movement(), grid) is None


def test_rough_skin_folds_more_readily(studio):
    traits = studio.performer().scene.mesh.traits
    assert readiness(traits) == pytest.approx(0.45, abs=0.05)


@pytest.mark.parametrize("skin", [(215, 180, 160), (96, 62, 46)])
def test_a_blush_reddens_light_and_dark_skin_by_a_visible_step(studio, skin: tuple[int, int, int]):
    shown = studio.portrait(skin=skin)
    picture = studio.performer(skin=skin).moved(Movement(blush=1.0)).image.pixels
    column, row = shown.at(3.9, -0.3, 4.0)
    before, after = (p[row - 3 : row + 4, column - 3 : column + 4].mean((0, 1)) for p in (shown.image.pixels, picture))
    assert after[0] / after[1] > 1.12 * before[0] / before[1]
    assert after[0] >= before[0] - 1


def test_a_grey_photo_does_not_blush(studio):
    mesh, deformed, grid = still(studio)
    palette = palette_of(studio.portrait().image.rgb, mesh, grey=True)
    assert np.all(blush_gain(palette, deformed, grid, 1.0) == 1)


def test_undoing_a_smile_fills_its_dark_fold(studio):
    shown = studio.portrait(smile=1.0, jaw_open=0.2)
    mesh = studio.performer(smile=1.0, jaw_open=0.2).scene.mesh
    photo = shown.image.rgb.copy()
    column, row = shown.at(3.9, -3.2, 3.5)
    photo[row - 12 : row + 13, column - 2 : column + 3] = (photo[row, column] * 0.6).astype(np.uint8)
    unsmiled = skin_photo(photo, mesh).unsmiled
    assert unsmiled is not None
    grid = low_grid(mesh.roi_xyxy, mesh.scale)
    x, y = (round(v) for v in grid.local(np.array([[column, row]]) - mesh.roi_xyxy[:2])[0])
    low = grid.reduced(photo[mesh.roi_xyxy[1] : mesh.roi_xyxy[3], mesh.roi_xyxy[0] : mesh.roi_xyxy[2]])
    near = slice(y - 1, y + 2), slice(x - 1, x + 2)
    after = low * unsmiled.gain[..., None] + unsmiled.bias
    assert (after - low)[near].max() > 15
    assert skin_photo(studio.portrait().image.rgb, studio.performer().scene.mesh).unsmiled is None


def smiling_with(studio, pattern: np.ndarray):
    """A smile whose fold beside the mouth carries ``pattern`` (25×25 gain), and what is made of it near there."""
    shown = studio.portrait(smile=1.0, jaw_open=0.2)
    photo = shown.image.rgb.copy()
    column, row = shown.at(3.9, -3.2, 3.5)
    part = slice(row - 12, row + 13), slice(column - 12, column + 13)
    photo[part] = np.clip(photo[row, column] * pattern[..., None], 0, 255).astype(np.uint8)
    performer = PortraitPerformer(Image(photo), shown.face)
    small = performer.moved(Movement({"cheekLift": (-0.01, -0.01)}, undo=1.0)).image.pixels
    return photo[part].mean(2), small[part].mean(2)


def test_a_fold_finer_than_the_grid_leaves_no_outline(studio):
    pattern = np.ones((25, 25))
    pattern[:, 12] = 0.55
    before, after = (np.median(part[4:-4], axis=0) for part in smiling_with(studio, pattern))
    assert np.ptp(before) > 50 and np.ptp(after) < 0.3 * np.ptp(before)


def test_a_beard_keeps_its_hairs(studio):
    pattern = np.random.default_rng(3).uniform(0.45, 1.1, (25, 25))
    before, after = smiling_with(studio, pattern)
    assert after[6:-6, 6:-6].std() > 0.5 * before[6:-6, 6:-6].std()


def test_light_is_laid_on_alike_in_one_strip_and_in_many(studio, monkeypatch: pytest.MonkeyPatch):
    whole = studio.performer().moved(FROWN).image.pixels
    monkeypatch.setattr("pyojeong.performing.portrait.skin.skin_light.STRIP_ROWS", 14)
    assert np.abs(studio.performer().moved(FROWN).image.pixels.astype(int) - whole).max() <= 1
