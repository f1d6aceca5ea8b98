from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from pyojeong.media import Image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.performing.portrait.scene import face_scene
from pyojeong.performing.portrait.stage import Movement
from pyojeong.performing.portrait.warp.warp import performed
from pyojeong.rig import Expression

CLOSED = Expression({"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0})


def samples(shown, picture: np.ndarray, x: float, heights: np.ndarray) -> np.ndarray:
    places = [shown.at(x, y, 3.2) for y in heights]
    return np.array([picture[row, column] for column, row in places], float)


@pytest.mark.parametrize("roll", [0, 75, 180])
def test_a_shut_eye_shows_skin_and_no_eyeball(studio, roll: int):
    shown = studio.portrait(roll_degrees=roll)
    picture = studio.performer(roll_degrees=roll).perform(CLOSED).pixels
    lid = samples(shown, picture, 3.2, np.linspace(2.75, 3.2, 9))
    assert np.abs(lid - (205, 165, 140)).max() < 45
    open_lid = samples(shown, shown.image.pixels, 3.2, np.linspace(2.4, 2.8, 9))
    assert np.abs(open_lid - (205, 165, 140)).max() > 80


def test_a_shut_eye_has_a_dark_line_with_lashes_below_it(studio):
    shown = studio.portrait()
    picture = studio.performer().perform(CLOSED).pixels.astype(float).mean(2)
    heights = np.linspace(1.9, 3.0, 60)
    profile = samples(shown, np.repeat(picture[..., None], 3, 2), 3.2, heights)[:, 0]
    line = heights[profile.argmin()]
    assert 2.0 < line < 2.6 and profile.min() < 110
    left, row = shown.at(2.6, line - 0.12, 3.2)
    right, _ = shown.at(4.0, line - 0.12, 3.2)
    lashes = picture[row, left:right]
    assert np.abs(np.diff(lashes)).mean() > 2.5


def test_raised_brows_leave_no_streaks_across_the_lid(studio):
    shown, performer = studio.portrait(), studio.performer()
    raised = dict.fromkeys(("browInnerUp", "browOuterUpLeft", "browOuterUpRight"), 1.0)
    picture = performer.perform(Expression(raised)).pixels.astype(float).mean(2)
    (x0, top), (x1, bottom) = shown.at(2.4, 4.2, 3.2), shown.at(4.2, 3.4, 3.2)
    zone = picture[min(top, bottom) : max(top, bottom), min(x0, x1) : max(x0, x1)]
    assert zone.mean(0).std() < 6


@pytest.mark.parametrize("skin", [(205, 165, 140), (92, 62, 48)])
def test_a_shut_lid_goes_over_into_the_skin_above_without_an_outline(studio, skin: tuple[int, int, int]):
    shown = studio.portrait(skin=skin)
    picture = studio.performer(skin=skin).perform(CLOSED).pixels
    heights = np.linspace(2.55, 4.0, 40)
    for x in (2.7, 3.2, 3.8):
        lid = samples(shown, picture, x, heights).mean(1)
        smooth = np.convolve(lid, np.ones(5) / 5, "valid")
        assert np.abs(np.diff(smooth)).max() < 0.035 * np.mean(skin)
        assert np.abs(smooth - np.mean(skin)).max() < 0.14 * np.mean(skin)


def test_make_up_around_the_eye_colours_the_shut_lid(studio):
    shown = studio.portrait()
    painted = shown.image.pixels.copy()
    (x0, y0), (x1, y1) = shown.at(1.4, 4.4, 3.2), shown.at(5.2, 3.2, 3.2)
    painted[y0:y1, x0:x1] = painted[y0:y1, x0:x1] * (0.75, 0.8, 1.1)
    plain, coloured = (
        PortraitPerformer(Image(pixels), shown.face).perform(CLOSED).pixels for pixels in (shown.image.pixels, painted)
    )
    blue = [samples(shown, p, 3.2, np.linspace(2.7, 3.1, 9)).mean(0) for p in (plain, coloured)]
    assert blue[1][2] / blue[1][0] > 1.1 * blue[0][2] / blue[0][0]


def test_a_closing_lid_comes_down_without_a_jump(studio):
    shown, performer = studio.portrait(), studio.performer()
    (x0, y0), (x1, y1) = shown.at(1.2, 4.0, 3.2), shown.at(5.2, 1.4, 3.2)
    shares = np.linspace(0.3, 1, 22)
    frames = [performer.perform(Expression({"eyeBlinkLeft": float(k)})).pixels[y0:y1, x0:x1] for k in shares]
    steps = [np.abs(after.astype(int) - before).mean() for before, after in pairwise(frames)]
    assert max(steps) < 2.5 * np.median(steps)


def test_a_shut_lid_leaves_the_frame_of_glasses_alone(studio):
    shown, performer = studio.portrait(), studio.performer()
    mesh = performer.scene.mesh
    image = Image(shown.image.pixels.copy())
    left, row = shown.at(1.4, 3.75, 3.2)
    right, _ = shown.at(5.0, 3.75, 3.2)
    image.pixels[row - 4 : row + 5, left:right] = 40
    glasses = replace(mesh, traits=replace(mesh.traits, glasses_score=0.3))
    light = []
    for worn in (glasses, mesh):
        scene = face_scene(image, worn)
        moved = performed(worn, Movement(blink=(1.0, 1.0)))
        x0, y0, *_ = moved.roi_xyxy
        picture = scene.rendered(moved, Movement(blink=(1.0, 1.0)))
        column, top = shown.at(3.2, 3.95, 3.2)
        _, bottom = shown.at(3.2, 3.2, 3.2)
        light.append(picture[top - y0 : bottom - y0, column - x0].mean(1).min())
    assert light[0] < 70 and light[0] <= light[1]


def test_a_shut_eye_lays_down_the_lashes_that_winged_out(studio):
    shown = studio.portrait()
    winged = shown.image.pixels.copy()
    strokes = [np.linspace(shown.at(4.4, 2.7, 3.2), shown.at(4.4 + out, 3.2, 3.2), 60) for out in (0.45, 0.6, 0.75)]
    for column, row in np.vstack(strokes).round().astype(int):
        winged[row - 1 : row + 2, column - 1 : column + 2] = (45, 32, 30)
    shut = PortraitPerformer(Image(winged), shown.face).perform(CLOSED).pixels
    zone = [shown.at(4.6 + 0.04 * k, 2.95 + 0.01 * k, 3.2) for k in range(10)]
    before, after = (min(picture[row, column].mean() for column, row in zone) for picture in (winged, shut))
    assert before < 60 and after > 120
