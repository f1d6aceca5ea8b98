from __future__ import annotations

import numpy as np

from pyojeong.performing.avatar.avatar import Avatar, Surface
from pyojeong.performing.avatar.texture.eyeballs import painted_eyes
from pyojeong.performing.avatar.texture.inside_mouth import painted_mouth
from pyojeong.performing.avatar.texture.lashes import painted_lashes
from pyojeong.performing.avatar.texture.relief import skin_relief

BLUE, SKIN = np.array([0.05, 0.09, 0.20], np.float32), np.array([0.4, 0.25, 0.18], np.float32)


def test_an_eye_has_a_black_pupil_a_blue_iris_and_a_white() -> None:
    eye = painted_eyes(BLUE, SKIN).astype(int)
    side = len(eye)
    pupil, iris, white = (eye[side // 2, side // 2 + round(side * r)] for r in (0.0, 0.07, 0.17))
    assert pupil.max() < 30
    assert iris[2] > iris[0] + 20
    assert white.min() > 110


def test_front_teeth_are_lighter_than_molars_and_all_lighter_than_gums() -> None:
    mouth = painted_mouth().astype(int).sum(2)
    half = len(mouth) // 2
    teeth = mouth[: half // 2, half:]
    incisor, molar = (teeth[:, round(half * (0.02 + 0.96 * (n + 0.5) / 14))] for n in (7, 0))
    assert incisor.mean() > 1.15 * molar.mean()
    assert teeth.mean() > 1.3 * mouth[: half // 2, :half].mean()


def test_teeth_are_told_from_one_another() -> None:
    mouth = painted_mouth().astype(int).sum(2)
    half = len(mouth) // 2
    row = mouth[half // 4 - 2 : half // 4 + 2, half:].mean(0)
    inner = row[half // 4 : -half // 4]
    dips = (inner[1:-1] < inner[:-2]) & (inner[1:-1] <= inner[2:]) & (inner[1:-1] < 0.85 * inner.max())
    assert dips.sum() == 7  # of fourteen teeth half lie in the middle half of the picture


def test_lashes_thin_out_towards_their_tips() -> None:
    alpha = painted_lashes()[..., 3]
    upper = alpha[: len(alpha) // 2]
    assert upper[-6:].mean() > 2 * upper[20:40].mean() > 0
    assert upper[:3].max() < 255


def test_relief_is_flat_where_the_photo_showed_nothing() -> None:
    chance = np.random.default_rng(0)
    pixels = chance.integers(90, 160, (64, 64, 3), dtype=np.uint8)
    seen = np.zeros((64, 64), np.float32)
    seen[:, 32:] = 1
    relief = skin_relief(pixels, seen).astype(int)
    assert np.abs(relief[:, :28] - (128, 128, 255)).max() <= 1
    assert np.std(relief[:, 36:, 0]) > 2


def test_the_skin_has_the_photos_tone(astronaut: Avatar) -> None:
    skin = astronaut.piece(Surface.SKIN)
    assert skin is not None
    side = len(skin.picture)
    nose_bridge = skin.picture[round(0.33 * side) : round(0.42 * side), side // 2 - 8 : side // 2 + 8]
    red, _, blue = nose_bridge.reshape(-1, 3).mean(0)
    assert red > blue + 20 and 90 < red < 250
