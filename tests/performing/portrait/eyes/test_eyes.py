from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.portrait.eyes.eyeball import eyeball_of
from pyojeong.performing.portrait.stage import Movement
from pyojeong.rig import Expression


def eye_window(shown, x_cm: float, reach: float = 1.0) -> tuple[slice, slice]:
    column, row = shown.at(x_cm, 2.6, 3.0)
    step = round(reach * 26)
    return slice(row - step, row + step), slice(column - step, column + step)


def iris_centre(picture: np.ndarray, window: tuple[slice, slice]) -> np.ndarray:
    part = picture[window].astype(float).mean(2)
    dark = np.clip(45 - part, 0, None)
    rows, columns = np.mgrid[0 : part.shape[0], 0 : part.shape[1]]
    return np.array([(columns * dark).sum(), (rows * dark).sum()]) / dark.sum()


@pytest.mark.parametrize("roll", [0, 60, 180])
@pytest.mark.parametrize(("gaze", "axis"), [((0.3, 0.0), (1, 0)), ((-0.3, 0.0), (-1, 0)), ((0.0, -0.15), (0, -1))])
def test_the_iris_goes_where_the_gaze_goes_in_the_faces_own_axes(studio, roll: int, gaze, axis):
    shown, performer = studio.portrait(roll_degrees=roll), studio.performer(roll_degrees=roll)
    after = performer.moved(Movement(gaze_left_cm=gaze, gaze_right_cm=gaze)).image.pixels
    window = eye_window(shown, 3.2)
    moved = iris_centre(after, window) - iris_centre(shown.image.pixels, window)
    wanted = performer.scene.mesh.direction_px((*axis, 0.0))
    along = moved @ wanted / np.linalg.norm(wanted) ** 2
    across = abs(moved[0] * wanted[1] - moved[1] * wanted[0]) / np.linalg.norm(wanted) ** 2
    assert 0.45 * max(np.abs(gaze)) < along < 1.4 * max(np.abs(gaze))
    assert across < 0.08


def test_opening_lids_find_a_round_iris_and_no_white_brighter_than_the_photos(studio):
    shown = studio.portrait()
    wide = Expression({"eyeWideLeft": 1.0, "eyeWideRight": 1.0})
    after = studio.performer().perform(wide).pixels
    window = eye_window(shown, 3.2)
    assert after[window].mean(2).max() <= shown.image.pixels[window].mean(2).max() + 6
    dark = after[window].mean(2) < 80
    before = shown.image.pixels[window].mean(2) < 80
    assert np.ptp(np.flatnonzero(dark.any(1))) >= np.ptp(np.flatnonzero(before.any(1)))


def test_the_eyeball_is_completed_under_the_lids(studio):
    shown, mesh = studio.portrait(), studio.performer().scene.mesh
    eye = eyeball_of(shown.image.rgb, mesh, 0, np.ones(3, np.float32))
    x, y = eye.patch.grid_cm
    above = np.hypot(x - eye.iris_cm[0], y - eye.iris_cm[1] - 0.9 * eye.iris_radius_cm) < 0.05
    beside = np.hypot(x - eye.iris_cm[0] - 1.6 * eye.iris_radius_cm, y - eye.iris_cm[1] - 0.5) < 0.1
    assert eye.whole[above].mean() < 130
    assert eye.whole[beside].mean() > 170 and eye.white[above].mean() > 170
    assert eye.upper_shade.ratio[0].mean() < eye.upper_shade.ratio[-1].mean() == pytest.approx(1, abs=0.02)


def test_the_first_step_of_a_movement_does_not_pop(studio):
    shown, performer = studio.portrait(), studio.performer()
    for names in (("eyeWideLeft", "eyeWideRight"), ("eyeBlinkLeft", "eyeBlinkRight"), ("eyeLookOutLeft",)):
        first, last = (performer.perform(Expression(dict.fromkeys(names, k))).pixels.astype(int) for k in (0.01, 1.0))
        window = eye_window(shown, 3.2)
        change = [np.abs(frame - shown.image.pixels)[window].mean() for frame in (first, last)]
        assert change[0] < 0.06 * change[1]


def test_the_white_that_opening_lids_uncover_is_shaded_and_not_even(studio):
    shown = studio.portrait()
    wide = Expression({"eyeWideLeft": 1.0, "eyeWideRight": 1.0})
    after = studio.performer().perform(wide).pixels.astype(float).mean(2)
    places = [shown.at(3.9, y, 3.2) for y in np.linspace(2.75, 3.2, 12)]
    white = np.array([after[row, column] for column, row in places])
    bright = white[white > 120]
    assert len(bright) > 3 and bright[0] > bright[-1] + 12


def test_a_sinking_lower_lid_takes_its_photographed_rim_along(studio):
    shown = studio.portrait()
    image = shown.image.pixels.copy()
    performer = studio.performer()
    eye = performer.scene.eyes[0]
    assert eye.photo.shape == eye.whole.shape
    moved = performer.moved(Movement(squint=(-0.6, -0.6))).image.pixels
    window = eye_window(shown, 3.2, 0.8)
    lower_half = moved[window][20:].astype(float)
    assert lower_half.min() >= image[window].min() - 12
