from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.portrait.drawing.low_grid import low_grid
from pyojeong.performing.portrait.drawing.palette import Palette
from pyojeong.performing.portrait.skin.blush import apple_gain, blush_gain, lifted_cheeks
from pyojeong.performing.portrait.stage import Movement
from pyojeong.performing.portrait.warp.warp import performed


def palette(*, grey: bool = False, skin: tuple[int, int, int] = (205, 165, 140)) -> Palette:
    tone = np.repeat(np.arange(256, dtype=np.float32)[:, None], 3, 1) if grey else None
    one = np.ones(3, np.float32)
    return Palette(np.array(skin, np.float32), one, 1.0, one, tone)


def test_a_smile_lifts_its_own_side_of_the_face_into_the_light(mesh):
    movement = Movement({"mouthSmile": (1.0, 0.2), "cheekSquint": (0.6, 0.0)})
    deformed = performed(mesh, movement)
    grid = low_grid(deformed.roi_xyxy, mesh.scale).broader()
    gain = apple_gain(palette(), deformed, grid, lifted_cheeks(movement))
    left, right = grid.local(deformed.coarse_px[[280, 50]]).round().astype(int)
    bright, dim = gain[left[1], left[0]], gain[right[1], right[0]]
    assert bright[0] > 1.05 and bright[0] > bright[2] > 1 and dim[0] < 1 + 0.3 * (bright[0] - 1)
    assert gain[0, 0] == pytest.approx(1, abs=1e-3)


def test_muscles_that_undo_a_smile_light_nothing():
    assert lifted_cheeks(Movement({"mouthSmile": (-0.8, -0.8), "cheekSquint": (-0.2, 0.0)})) == (0.0, 0.0)


def test_grey_photos_stay_grey(mesh):
    deformed = performed(mesh, Movement({"mouthSmile": (1.0, 1.0)}))
    grid = low_grid(deformed.roi_xyxy, mesh.scale).broader()
    light = apple_gain(palette(grey=True), deformed, grid, (1.0, 1.0))
    assert np.ptp(light, axis=2).max() == 0 and light.max() > 1.05
    assert (blush_gain(palette(grey=True), deformed, grid, 1.0) == 1).all()


def test_dark_skin_blushes_by_turning_redder_not_darker(mesh):
    deformed = performed(mesh, Movement(blush=1.0))
    grid = low_grid(deformed.roi_xyxy, mesh.scale).broader()
    fair, deep = (blush_gain(palette(skin=s), deformed, grid, 1.0) for s in ((215, 180, 160), (85, 55, 45)))
    assert fair[..., 0].min() == 1 and fair[..., 1].min() < 0.88
    assert deep[..., 0].max() > 1.05 and deep[..., 1].min() < 0.88
