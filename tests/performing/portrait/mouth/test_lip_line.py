from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.mouth.lip_line import darken_along
from pyojeong.performing.portrait.stage import Movement


def test_a_line_is_darkened_softly_and_stays_red():
    skin = np.full((80, 160, 3), (170, 90, 85), np.uint8)
    line = np.column_stack([np.linspace(30, 130, 41), np.full(41, 40.0)])
    darken_along(skin, line, np.ones(41), 26.0)
    middle = skin[40, 80].astype(float)
    assert middle.mean() < 75 and middle[0] > 1.4 * middle[1]
    assert (skin[10] == (170, 90, 85)).all() and (skin[40, :5] == (170, 90, 85)).all()


def test_a_line_outside_the_picture_changes_nothing():
    skin = np.full((20, 20, 3), 100, np.uint8)
    darken_along(skin, np.array([[200.0, 200.0], [240.0, 200.0]]), np.ones(2), 26.0)
    assert (skin == 100).all()


def test_lips_that_are_sealed_meet_in_a_dark_line(studio):
    shown, performer = studio.portrait(jaw_open=0.4), studio.performer(jaw_open=0.4)
    closed = performer.moved(Movement(mouth_close=1.0)).image.pixels.astype(float)
    column, top = shown.at(0.6, -3.2)
    _, bottom = shown.at(0.6, -6.4)
    light = closed[top:bottom, column].mean(1)
    assert light.min() < 70 and light[0] > 130
    assert (light < 70).sum() < 0.25 * 26


def test_lips_the_photo_shows_closed_keep_their_own_seam(studio):
    shown, performer = studio.portrait(), studio.performer()
    pressed = performer.moved(Movement({"mouthFrown": (0.02, 0.02)}, mouth_close=1.0)).image.pixels.astype(int)
    column, row = shown.at(0.0, -4.2)
    zone = slice(row - 20, row + 21), slice(column - 20, column + 21)
    assert np.abs(pressed - shown.image.pixels)[zone].mean() < 3
