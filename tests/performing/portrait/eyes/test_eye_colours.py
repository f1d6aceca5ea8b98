from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.eyes.eye_colours import catchlight, iris_colours, white_colours

LIGHT = np.ones(3, np.float32)


def plane() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    dy, dx = -np.mgrid[-2:2:81j, -2:2:81j].astype(np.float32)
    dx = np.ascontiguousarray(-dx)
    return dx, dy, np.hypot(dx, dy)


def test_an_iris_is_completed_with_its_own_colour_a_dark_rim_and_fibres():
    dx, dy, away = plane()
    photo = np.where(away[..., None] < 1, np.float32((60, 120, 90)), np.float32((220, 215, 210)))
    core = (np.abs(dy) < 0.4).astype(np.float32)
    iris = iris_colours(photo, core, dx, dy, LIGHT).astype(float)
    middle, rim = (np.abs(away - 0.65) < 0.1), (np.abs(away - 0.92) < 0.04)
    hidden = core == 0
    seen = iris[middle & hidden].mean(0)
    assert seen[1] > 1.2 * seen[2] > 1.2 * seen[0]
    assert iris[rim & hidden].mean() < 0.88 * iris[middle & hidden].mean()
    ring = iris[(np.abs(away - 0.65) < 0.03) & (dy < -0.3)].mean(1)
    assert ring.std() > 2


def test_a_slit_that_shows_nothing_gets_authored_colours():
    dx, dy, away = plane()
    photo = np.full((*dx.shape, 3), 90.0, np.float32)
    nothing = np.zeros_like(dx)
    white = white_colours(photo, nothing, away, 20.0, LIGHT)
    iris = iris_colours(photo, nothing, dx, dy, LIGHT)
    assert white.mean() > 180 and iris[away < 0.9].mean() < 60
    assert catchlight(dx, dy).max() > 100 and catchlight(dx, dy)[away > 1].max() < 12


def test_hidden_white_follows_the_lamp_around_the_eye():
    dx, dy, away = plane()
    lamp = np.linspace(1.0, 0.3, dx.shape[1], dtype=np.float32)[None, :, None]
    photo = np.full((*dx.shape, 3), 210.0, np.float32) * lamp
    core = ((np.abs(dy) < 0.3) & (dx < -1.3)).astype(np.float32)
    white = white_colours(photo, core, away, 20.0, LIGHT).mean(2)
    assert white[10, 10] > 150 and white[10, -10] < 0.75 * white[10, 10]
