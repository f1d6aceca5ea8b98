from __future__ import annotations

import numpy as np
import pytest

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
